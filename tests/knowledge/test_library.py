"""Finding the cards that answer: few, and the most specific first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.knowledge.card import Card
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from tests.reading import ASSETS

SHELF = Library(load_cards(ASSETS / "knowledge" / "cards"))
KEYS = sorted({key for card in load_cards(ASSETS / "knowledge" / "cards") for key in card.keys})


def card(name: str, topic: str, *keys: str, gentleness: int = 1) -> Card:
    text = {"en": name, "zh": name}
    return Card(name, topic, keys, text, "A test", "2026-11-24", "high", gentleness)


def found(cards: list[Card], topic: str, *keys: str) -> list[str]:
    return [one.id for one in Library(cards).find(topic, keys)]


def test_the_card_that_answers_more_of_the_question_comes_first() -> None:
    cards = [card("stone", "care", "diamond"), card("both", "care", "diamond", "moissanite")]
    assert found(cards, "care", "diamond", "moissanite")[0] == "both"


def test_the_earlier_key_decides_among_equals() -> None:
    cards = [card("gold", "care", "gold"), card("pearl", "care", "pearl")]
    assert found(cards, "care", "pearl", "gold") == ["pearl", "gold"]


def test_the_gentlest_care_comes_first() -> None:
    cards = [card("gold", "care", "gold"), card("pearl", "care", "pearl", gentleness=5)]
    assert found(cards, "care", "gold", "pearl") == ["pearl", "gold"]


def test_materials_never_crowd_out_what_was_asked_of_them() -> None:
    stones = [card(name, "care", name) for name in ("gold", "ruby", "agate")]
    cards = [*stones, card("bath", "care", "water")]
    assert found(cards, "care", "gold", "ruby", "agate", "water")[-1] == "bath"


def test_care_that_differs_is_led_by_the_rule_for_pieces_of_several_materials() -> None:
    cards = [card("gold", "care", "gold"), card("pearl", "care", "pearl", gentleness=5)]
    cards.append(card("both", "care", "mixed"))
    assert found(cards, "care", "gold", "pearl") == ["both", "pearl", "gold"]
    assert found(cards, "care", "pearl") == ["pearl"]


def test_what_is_asked_about_comes_before_what_is_merely_mentioned() -> None:
    cards = [
        card("gold care", "care", "gold"),
        card("gold or platinum", "advice", "gold", "platinum"),
        card("nickel", "advice", "nickel"),
    ]
    assert found(cards, "advice", "gold", "nickel") == ["nickel"]


def test_a_card_about_the_question_comes_before_one_that_touches_it() -> None:
    cards = [
        card("all years", "advice", "anniversary"),
        card("25", "advice", "year_25", "anniversary"),
    ]
    assert found(cards, "advice", "anniversary", "year_25") == ["25"]
    assert found(cards, "advice", "anniversary") == ["all years"]


def test_two_questions_at_once_get_two_cards() -> None:
    cards = [card("posting", "policy", "shipping"), card("back", "policy", "returns")]
    assert found(cards, "policy", "shipping", "returns") == ["posting", "back"]


def test_another_shelf_does_not_answer_for_a_mere_mention() -> None:
    cards = [card("sizes", "sizing", "ring_size", "ring"), card("any", "care", "general")]
    assert found(cards, "care", "ring") == ["any"]


def test_another_shelf_answers_what_was_asked_about() -> None:
    cards = [card("hard", "advice", "hardness"), card("any", "care", "general")]
    assert found(cards, "care", "hardness") == ["hard"]


def test_advice_may_come_from_a_care_card_after_the_advice_cards() -> None:
    cards = [card("care", "care", "vermeil"), card("general", "advice", "general")]
    assert found(cards, "advice", "vermeil") == ["care"]


def test_what_nothing_answers_gets_the_general_card() -> None:
    cards = [card("pearl", "care", "pearl"), card("any", "care", "general")]
    assert found(cards, "care", "phlogiston") == ["any"]


def test_an_empty_shelf_answers_nothing() -> None:
    assert found([], "care", "pearl") == []


@pytest.mark.parametrize(
    ("topic", "most"), [("care", 3), ("sizing", 2), ("advice", 2), ("policy", 2)]
)
@given(keys=st.lists(st.sampled_from(KEYS), max_size=8, unique=True))
def test_a_question_never_gets_a_pile_of_cards(topic: str, most: int, keys: list[str]) -> None:
    cards = SHELF.find(topic, tuple(keys))
    assert 1 <= len(cards) <= most
    assert len({one.id for one in cards}) == len(cards)


@pytest.mark.parametrize(
    ("topic", "keys", "first"),
    [
        ("advice", ("moissanite", "diamond"), "stone-moissanite"),
        ("advice", ("diamond", "laboratory"), "stone-laboratory-diamond"),
        ("advice", ("gold", "earrings", "nickel"), "allergy-nickel"),
        ("advice", ("gold vermeil", "vermeil"), "metal-vermeil"),
        ("advice", ("gold", "platinum", "white_gold"), "metal-white-gold-platinum"),
        ("advice", ("platinum", "gold"), "metal-gold-or-platinum"),
        ("advice", ("anniversary", "year_25"), "occasion-anniversary-25"),
        ("advice", ("may", "birthstone"), "occasion-birthstone-may"),
        ("advice", ("ruby", "sapphire", "ring", "ring_size"), "stone-ruby-sapphire"),
        ("advice", ("nephrite", "hetian"), "stone-hetian"),
        ("advice", ("jadeite", "jade_texture"), "stone-jade-texture"),
        ("advice", ("jadeite", "jade_grades"), "stone-jade-grades"),
        ("sizing", ("ring_size", "ring", "ring_surprise"), "sizing-ring-surprise"),
        ("sizing", ("ring_size", "ring_fit"), "sizing-ring-fit"),
        ("sizing", ("ring_size", "ring"), "sizing-ring"),
        ("sizing", ("bangle_size", "bangle", "bangle_shape"), "sizing-bangle-shapes"),
        ("sizing", ("bangle_size", "bangle"), "sizing-bangle"),
        ("care", ("gold", "emerald"), "care-mixed"),
        ("care", ("pearl", "storage"), "care-pearl"),
        ("policy", ("gift_wrap",), "shop-gift_wrap"),
    ],
)
def test_the_most_specific_card_answers(topic: str, keys: tuple[str, ...], first: str) -> None:
    assert SHELF.find(topic, keys)[0].id == first
