"""Cards, drawers, comparisons and pills: what they state, and that nothing escapes them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.answers.facts import Facts
from assistant.answers.wishes_in_words import price_in_words
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.terms import Vocabulary
from assistant.ui.cards import CardWriter
from assistant.ui.pills import pills_html, wish_pills
from assistant.ui.thread import ThreadWriter
from assistant.ui.wording import say

_EVIL = '"><img src=x onerror=alert(1)>&'


@pytest.fixture
def writer(vocabulary: Vocabulary) -> CardWriter:
    facts = Facts(vocabulary)
    return CardWriter(facts.words, facts.name)


def test_every_card_states_price_metal_and_stock(
    products: dict[str, Product], vocabulary: Vocabulary, writer: CardWriter
) -> None:
    facts = Facts(vocabulary)
    for product in products.values():
        for language in ("en", "zh"):
            html = writer.cards([(product, "")], (), language)
            drawer = writer.drawer(product, False, language, 1)
            assert facts.words(product, "price_minor", language) in html
            assert vocabulary.label("availability", product.availability, language) in html
            assert product.image in drawer


def test_nothing_in_a_record_becomes_markup(
    products: dict[str, Product], writer: CardWriter, vocabulary: Vocabulary
) -> None:
    both = {"en": _EVIL, "zh": _EVIL}
    evil = replace(
        products["R-004"], name=both, description=both, care=both, image_alt=both, purity=_EVIL
    )
    pages = (
        writer.cards([(evil, _EVIL)], (), "en"),
        writer.drawer(evil, True, "zh", 1),
        writer.comparison([evil, products["R-013"]], (), "en"),
        ThreadWriter({evil.id: evil}, writer, vocabulary.label).said(evil.id, (), "en", 1),
        pills_html(((_EVIL, ("metal",)),), "en"),
    )
    for html in pages:
        assert "<img src=x" not in html
        assert "&lt;img src=x" in html


def test_what_the_record_does_not_state_is_said(
    products: dict[str, Product], writer: CardWriter
) -> None:
    silent = replace(products["R-004"], metal_weight_g=None, certificate=None)
    assert say("not_stated", "en") in writer.drawer(silent, False, "en", 1)
    row = writer.comparison([silent, products["R-013"]], (), "zh")
    assert say("not_stated", "zh") in row


def test_a_comparison_marks_where_pieces_differ(
    products: dict[str, Product], writer: CardWriter
) -> None:
    table = writer.comparison([products["R-004"], products["R-004"]], (), "en")
    assert "differ" not in table
    table = writer.comparison([products["R-004"], products["B-001"]], (), "en")
    assert '<tr role="row" class="differ">' in table


def test_a_comparison_begins_with_what_differs(
    products: dict[str, Product], writer: CardWriter
) -> None:
    table = writer.comparison([products["R-004"], products["R-013"]], (), "en")
    rows = re.findall(r'<tr role="row"( class="differ")?><th', table)
    assert set(rows) == {"", ' class="differ"'}
    assert rows == sorted(rows, reverse=True)


def test_a_panel_tells_the_price_before_the_rest(
    products: dict[str, Product], writer: CardWriter
) -> None:
    panel = writer.drawer(products["R-004"], False, "en", 1)
    assert panel.index("¥2,780") < panel.index('class="lead"') < panel.index("<dl>")


def test_a_unit_does_not_stand_on_a_line_of_its_own(
    products: dict[str, Product], writer: CardWriter
) -> None:
    shown = [products[one] for one in ("R-004", "N-004", "E-004")]  # sizes, a length, dimensions
    for piece in shown:
        card = writer.cards([(piece, "")], (), "zh")
        size = re.search(r'<p class="size">(.*?)</p>', card)
        assert size
        assert "\u00a0mm" in size[1]
        assert " mm" not in size[1]


def test_a_saved_piece_is_pressed(products: dict[str, Product], writer: CardWriter) -> None:
    card = writer.cards([(products["R-004"], "")], ("R-004",), "zh")
    assert 'aria-pressed="true"' in card
    assert say("unsave", "zh") in card


def test_pills_name_every_wish_and_what_to_forget(vocabulary: Vocabulary) -> None:
    wishes = Constraints.from_json(
        {
            "category": "ring",
            "price_max_minor": 400000,
            "currency": "CNY",
            "ring_size_mm": 54.4,
            "exclude": {"metal": ["gold"]},
        }
    )
    pills = wish_pills(wishes, vocabulary, price_in_words, "zh")
    assert [slots for _, slots in pills] == [
        ("category",),
        ("metal",),
        ("price_min_minor", "price_max_minor", "currency"),
        ("ring_size_mm",),
    ]
    assert "不要" in pills_html(pills, "zh")


@pytest.mark.parametrize(
    ("wishes", "labels"),
    [
        ({"metal": "gold", "metal_colour": "rose"}, ["rose gold"]),
        ({"metal": ["gold", "silver"], "metal_colour": "white"}, ["gold or silver", "white"]),
        ({"metal": "silver", "exclude": {"metal": ["gold"]}}, ["silver, not gold"]),
        ({"carat_min": 0.5}, ["≥ 0.5 ct"]),
        ({"carat_min": 0.5, "carat_max": 1}, ["0.5-1 ct"]),
        ({"weight_g_max": 3}, ["≤ 3 g"]),
        ({"in_stock": True, "deliver_by": "2026-12-24"}, ["in stock", "by 2026-12-24"]),
    ],
)
def test_a_slot_is_one_pill(
    vocabulary: Vocabulary, wishes: dict[str, object], labels: list[str]
) -> None:
    pills = wish_pills(Constraints.from_json(wishes), vocabulary, price_in_words, "en")
    assert [label for label, _ in pills] == labels
