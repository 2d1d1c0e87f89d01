"""Finding the card that answers."""

from __future__ import annotations

from assistant.knowledge.card import Card
from assistant.knowledge.library import Library


def card(name: str, topic: str, *keys: str) -> Card:
    return Card(name, topic, keys, {"en": name, "zh": name}, "A test", "2026-11-24", "high")


def found(cards: list[Card], topic: str, *keys: str) -> list[str]:
    return [one.id for one in Library(cards).find(topic, keys)]


def test_the_card_that_answers_more_of_the_question_comes_first() -> None:
    cards = [card("stone", "care", "diamond"), card("both", "care", "diamond", "moissanite")]
    assert found(cards, "care", "diamond", "moissanite")[0] == "both"


def test_the_earlier_key_decides_among_equals() -> None:
    cards = [card("gold", "care", "gold"), card("pearl", "care", "pearl")]
    assert found(cards, "care", "pearl", "gold") == ["pearl", "gold"]


def test_another_topics_card_does_not_answer() -> None:
    cards = [card("sizes", "sizing", "ring"), card("any", "care", "general")]
    assert found(cards, "care", "ring") == ["any"]


def test_advice_may_come_from_a_care_card_after_the_advice_cards() -> None:
    cards = [card("care", "care", "vermeil"), card("general", "advice", "general")]
    assert found(cards, "advice", "vermeil") == ["care"]


def test_what_nothing_answers_gets_the_general_card() -> None:
    cards = [card("pearl", "care", "pearl"), card("any", "care", "general")]
    assert found(cards, "care", "phlogiston") == ["any"]


def test_an_empty_shelf_answers_nothing() -> None:
    assert found([], "care", "pearl") == []
