"""Answers from cards, from care records and from size formulas."""

from __future__ import annotations

import pytest

from assistant.actions import Advise
from assistant.terms import LANGUAGES, Language
from tests.answers.counter import Counter

both = pytest.mark.parametrize("language", LANGUAGES)


@both
@pytest.mark.parametrize(
    ("topic", "key", "card"),
    [
        ("care", "pearl", "care-pearl"),
        ("care", "emerald", "care-emerald"),
        ("care", "platinum", "care-platinum"),
        ("sizing", "bangle_size", "sizing-bangle"),
        ("sizing", "necklace_length", "sizing-necklace"),
        ("advice", "nickel", "allergy-nickel"),
        ("advice", "vermeil", "metal-vermeil"),
        ("advice", "may", "occasion-birthstone-may"),
        ("advice", "year_25", "occasion-anniversary-25"),
        ("advice", "san_jin", "occasion-san-jin"),
        ("advice", "jade_grades", "stone-jade-grades"),
        ("advice", "never_say", "advice-never-say"),
        ("policy", "returns", "shop-returns"),
        ("policy", "trade_in", "shop-trade_in"),
    ],
)
def test_a_question_is_answered_by_its_card(
    counter: Counter, topic: str, key: str, card: str, language: Language
) -> None:
    reply = counter.answer(Advise(topic, (key,)), language)
    assert reply.claims[0].source == f"card:{card}"
    assert reply.claims[0].text in reply.text


@both
def test_care_of_a_piece_is_the_records_own(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("care", ("onyx", "silver"), ("R-007",)), language)
    assert counter.products["R-007"].care[language] in reply.text


@both
def test_a_ring_size_is_converted_with_its_millimetres(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(Advise("sizing", ("ring_size",), (), {"ring_size_mm": 54.4}), language)
    claim = next(claim for claim in reply.claims if claim.source == "measure")
    assert claim.value == 54.4
    assert all(number in reply.text for number in ("54.4", "17.3", "7", "14.5"))


@both
def test_a_hand_girth_gives_a_range_of_inner_diameters(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(
        Advise("sizing", ("bangle_size",), (), {"hand_girth_mm": 170.0}), language
    )
    assert "55.1" in reply.text
    assert "56.1" in reply.text


@both
def test_what_no_card_knows_is_not_guessed(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("advice", ("phlogiston",)), language)
    assert reply.claims[0].source == "card:advice-general"
