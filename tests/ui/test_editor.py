"""Forms of wishes: what they offer, and what a filled one comes to."""

from __future__ import annotations

import pytest

from assistant.catalogue.product import Product
from assistant.constraints import PRICE_SLOTS, Constraints, apply_edits
from assistant.terms import Vocabulary
from assistant.ui.editor import FormProblem, ValueEditor


@pytest.fixture
def editor(products: dict[str, Product], vocabulary: Vocabulary) -> ValueEditor:
    return ValueEditor(vocabulary, products.values())


def after(
    editor: ValueEditor, standing: dict[str, object], slots: tuple[str, ...], **form: list[str]
) -> dict[str, object]:
    wishes = Constraints.from_json(standing)
    filled = {name.replace("_in_", ".", 1): values for name, values in form.items()}
    return apply_edits(wishes, editor.edits(slots, filled, wishes)).to_json()


def test_what_stands_is_checked_and_what_no_record_has_is_not_offered(
    editor: ValueEditor, products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    wishes = Constraints({"metal": ("gold",)}, {"metal": ("silver",)})
    html = editor.fields(("metal",), wishes, "en")
    assert 'name="want.metal" value="gold" checked' in html
    assert 'name="avoid.metal" value="silver" checked' in html
    assert "<details open>" in html
    had = {product.metal for product in products.values()}
    for metal in vocabulary.values("metal"):
        assert (f'value="{metal}"' in html) == (metal in had | {"silver"})


def test_a_parent_of_what_is_there_is_offered(editor: ValueEditor) -> None:
    html = editor.fields(("stone",), Constraints(), "en")
    assert 'value="jade"' in html
    assert 'value="jadeite"' in html


def test_another_term_replaces_what_stood(editor: ValueEditor) -> None:
    wishes = after(editor, {"metal": "gold"}, ("metal",), want_in_metal=["silver", "platinum"])
    assert wishes == {"metal": ["silver", "platinum"]}


def test_another_metal_drops_the_colour_that_was_golds(editor: ValueEditor) -> None:
    standing: dict[str, object] = {"metal": "gold", "purity": "18k"}
    assert after(editor, standing, ("metal",), want_in_metal=["silver"]) == {"metal": "silver"}


def test_nothing_chosen_removes_the_wish(editor: ValueEditor) -> None:
    assert after(editor, {"metal": "gold", "stone": "ruby"}, ("metal",)) == {"stone": "ruby"}


def test_what_is_not_wanted_is_kept_and_taken_back(editor: ValueEditor) -> None:
    standing: dict[str, object] = {"exclude": {"stone": ["diamond"]}}
    same = after(editor, standing, ("stone",), avoid_in_stone=["diamond", "ruby"])
    assert same == {"exclude": {"stone": ["diamond", "ruby"]}}
    assert after(editor, standing, ("stone",)) == {}


def test_a_term_both_wanted_and_not_is_not_wanted(editor: ValueEditor) -> None:
    wishes = after(editor, {}, ("stone",), want_in_stone=["ruby"], avoid_in_stone=["ruby"])
    assert wishes == {"exclude": {"stone": ["ruby"]}}


def test_an_amount_is_in_whole_money_and_the_shops_currency(editor: ValueEditor) -> None:
    wishes = after(editor, {}, PRICE_SLOTS, price_max_minor=["3,000"])
    assert wishes == {"price_max_minor": 300_000, "currency": "CNY"}


def test_an_amount_keeps_the_currency_it_was_in(editor: ValueEditor) -> None:
    standing: dict[str, object] = {"price_max_minor": 50_000, "currency": "USD"}
    wishes = after(editor, standing, PRICE_SLOTS, price_min_minor=["100"], price_max_minor=["400"])
    assert wishes == {"price_min_minor": 10_000, "price_max_minor": 40_000, "currency": "USD"}


def test_amounts_the_wrong_way_round_are_turned(editor: ValueEditor) -> None:
    wishes = after(editor, {}, PRICE_SLOTS, price_min_minor=["900"], price_max_minor=["100"])
    assert (wishes["price_min_minor"], wishes["price_max_minor"]) == (10_000, 90_000)


@pytest.mark.parametrize(
    ("scale", "size", "mm"),
    [("us", "7", 54.4), ("cn", "12", 52), ("eu", "54", 54), ("mm", "55.5", 55.5), ("uk", "N", 54)],
)
def test_a_ring_size_is_read_on_its_scale(
    editor: ValueEditor, scale: str, size: str, mm: float
) -> None:
    wishes = after(editor, {}, ("ring_size_mm",), ring_size_mm=[size], scale=[scale])
    assert wishes["ring_size_mm"] == pytest.approx(mm, abs=0.1)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size_mm", [49.3, 52.5, 54.4, 54.6, 61])
def test_a_ring_size_that_is_left_as_shown_does_not_drift(
    editor: ValueEditor, language: str, size_mm: float
) -> None:
    wishes = Constraints({"ring_size_mm": size_mm})
    html = editor.fields(("ring_size_mm",), wishes, "zh" if language == "zh" else "en")
    shown = html.partition('name="ring_size_mm" value="')[2].partition('"')[0]
    scale = html.partition(" selected")[0].rpartition('value="')[2].partition('"')[0]
    form = {"ring_size_mm": [shown], "scale": [scale]}
    assert apply_edits(wishes, editor.edits(("ring_size_mm",), form, wishes)) == wishes


@pytest.mark.parametrize(
    ("slot", "form"),
    [
        ("price_max_minor", {"price_max_minor": ["a lot"]}),
        ("price_max_minor", {"price_max_minor": ["nan"]}),
        ("price_max_minor", {"price_max_minor": ["-5"]}),
        ("ring_size_mm", {"ring_size_mm": ["7"], "scale": ["mars"]}),
        ("ring_size_mm", {"ring_size_mm": ["700"], "scale": ["mm"]}),
        ("ring_size_mm", {"ring_size_mm": ["nan"], "scale": ["mm"]}),
        ("bangle_mm", {"bangle_mm": ["5"]}),
        ("deliver_by", {"deliver_by": ["soon"]}),
        ("metal", {"want.metal": ["mithril"]}),
        ("metal", {"avoid.metal": ["<b>"]}),
    ],
)
def test_what_cannot_be_meant_is_refused(
    editor: ValueEditor, slot: str, form: dict[str, list[str]]
) -> None:
    with pytest.raises(FormProblem, match=slot):
        editor.edits((slot,), form, Constraints())


def test_a_day_is_kept_as_it_is(editor: ValueEditor) -> None:
    wishes = after(editor, {}, ("deliver_by",), deliver_by=["2026-12-24"])
    assert wishes == {"deliver_by": "2026-12-24"}
