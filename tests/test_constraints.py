"""Standing wishes: what one sentence changes, and that nothing lingers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.constraints import (
    DEPENDENT_SLOTS,
    NUMBER_SLOTS,
    TERM_SLOTS,
    Avoid,
    Clear,
    Constraints,
    Edit,
    Want,
    apply_edits,
)

WORDS = ("gold", "silver", "jade", "white", "rose")
terms = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True).map(tuple)
term_slots, number_slots = st.sampled_from(TERM_SLOTS), st.sampled_from(NUMBER_SLOTS)
numbers = st.integers(0, 10**9) | st.floats(0, 1e6, allow_nan=False)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(Want, term_slots, terms, st.booleans()),
    st.builds(Want, number_slots, numbers),
    st.builds(Want, st.just("currency"), st.sampled_from(["CNY", "USD"])),
    st.builds(Want, st.just("in_stock"), st.booleans()),
    st.builds(Avoid, term_slots, terms),
    st.builds(Clear, term_slots | number_slots | st.sampled_from(["currency", "in_stock"])),
)
sentences = st.lists(st.lists(edits, max_size=4), max_size=6)


def after(sentences: list[list[Edit]]) -> Constraints:
    wishes = Constraints()
    for sentence in sentences:
        wishes = apply_edits(wishes, sentence)
    return wishes


def wishes_of(**values: Any) -> Constraints:
    return Constraints.from_json(values)


@given(sentences, term_slots | number_slots)
def test_a_cleared_slot_never_lingers(before: list[list[Edit]], slot: str) -> None:
    cleared = apply_edits(after(before), [Clear(slot)])
    assert slot not in cleared.values
    assert slot not in cleared.exclude
    assert slot not in cleared.to_json()


@given(sentences, term_slots, terms)
def test_what_was_avoided_last_is_not_wanted(
    before: list[list[Edit]], slot: str, avoided: tuple[str, ...]
) -> None:
    wishes = apply_edits(after(before), [Avoid(slot, avoided)])
    assert not set(wishes.terms(slot)) & set(avoided)
    assert set(avoided) <= set(wishes.exclude[slot])


@given(sentences, term_slots, terms)
def test_what_was_wanted_last_is_not_avoided(
    before: list[list[Edit]], slot: str, wanted: tuple[str, ...]
) -> None:
    wishes = apply_edits(after(before), [Want(slot, wanted)])
    assert wishes.terms(slot) == wanted
    assert not set(wishes.exclude.get(slot, ())) & set(wanted)


@given(sentences)
def test_no_term_is_ever_both_wanted_and_avoided(before: list[list[Edit]]) -> None:
    wishes = after(before)
    for slot in TERM_SLOTS:
        assert not set(wishes.terms(slot)) & set(wishes.exclude.get(slot, ())), slot


@given(sentences, term_slots, terms)
def test_switching_replaces_the_value_and_what_hung_on_it(
    before: list[list[Edit]], slot: str, wanted: tuple[str, ...]
) -> None:
    standing = after(before)
    wishes = apply_edits(standing, [Want(slot, wanted)])
    assert wishes.values[slot] == wanted
    if slot in standing.values and standing.values[slot] != wanted:
        assert not set(DEPENDENT_SLOTS.get(slot, ())) & set(wishes.values)


@given(sentences)
def test_wishes_survive_json(before: list[list[Edit]]) -> None:
    wishes = after(before)
    assert Constraints.from_json(wishes.to_json()) == wishes


@given(sentences)
def test_no_slot_is_ever_empty(before: list[list[Edit]]) -> None:
    wishes = after(before)
    assert () not in wishes.values.values()
    assert () not in wishes.exclude.values()


@given(sentences, st.lists(edits, max_size=4))
def test_the_wishes_before_a_sentence_are_not_changed(
    before: list[list[Edit]], sentence: list[Edit]
) -> None:
    standing = after(before)
    shown = standing.to_json()
    apply_edits(standing, sentence)
    assert standing.to_json() == shown


def test_a_single_term_is_shown_bare_and_several_as_a_list() -> None:
    wishes = Constraints({"metal": ("gold",), "stone": ("jadeite", "nephrite")})
    assert wishes.to_json() == {"metal": "gold", "stone": ["jadeite", "nephrite"]}


def test_allergies_are_always_a_list() -> None:
    assert Constraints({"allergies": ("nickel",)}).to_json() == {"allergies": ["nickel"]}


def test_switching_from_rings_forgets_the_finger() -> None:
    standing = wishes_of(category="ring", ring_size_mm=52, metal="gold")
    assert apply_edits(standing, [Want("category", ("necklace",))]).to_json() == {
        "category": "necklace",
        "metal": "gold",
    }


def test_naming_the_same_category_again_keeps_the_finger() -> None:
    standing = wishes_of(category="ring", ring_size_mm=52)
    assert apply_edits(standing, [Want("category", ("ring",))]) == standing


def test_white_gold_in_one_sentence_replaces_rose_gold_whole() -> None:
    standing = wishes_of(metal="silver", metal_colour="rose", purity="925")
    sentence = [Want("metal", ("gold",)), Want("metal_colour", ("white",))]
    expected = {"metal": "gold", "metal_colour": "white"}
    assert apply_edits(standing, sentence).to_json() == expected
    assert apply_edits(standing, sentence[::-1]).to_json() == expected


def test_or_adds_to_what_is_wanted() -> None:
    wishes = apply_edits(wishes_of(stone="jade"), [Want("stone", ("pearl",), extend=True)])
    assert wishes.terms("stone") == ("jade", "pearl")


def test_avoiding_one_of_two_leaves_the_other() -> None:
    wishes = apply_edits(wishes_of(stone=["jade", "pearl"]), [Avoid("stone", ("jade",))])
    assert wishes.to_json() == {"stone": "pearl", "exclude": {"stone": ["jade"]}}


def test_without_forgets_only_what_is_named() -> None:
    wishes = wishes_of(metal="gold", stone="jade", exclude={"stone": ["pearl"]})
    assert wishes.without("stone").to_json() == {"metal": "gold"}


def test_true_is_not_a_number() -> None:
    wishes = Constraints({"in_stock": True, "price_max_minor": 500})
    assert wishes.number("in_stock") is None
    assert wishes.number("price_max_minor") == 500


@pytest.mark.parametrize(
    "shown",
    [
        {"colour_of_the_box": "blue"},
        {"price_max_minor": "cheap"},
        {"in_stock": [1]},
        {"exclude": ["diamond"]},
    ],
)
def test_what_is_no_wish_is_refused(shown: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"wish|exclude"):
        Constraints.from_json(shown)
