"""What there is and how many of each, what was left out, words not known; and forged counts."""

from __future__ import annotations

from collections import Counter as Tally
from dataclasses import replace
from typing import Any

import pytest

from assistant.actions import Search, Survey
from assistant.answers.options import slot_values
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.terms import LANGUAGES, Language
from assistant.turn import Claim, GroundedReply, Question, Understanding
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, changed, find_claim, with_claim

both = pytest.mark.parametrize("language", LANGUAGES)
SLOTS = """
category metal metal_colour purity stone stone_colour style occasion cut setting stone_origin
treatment plating certificate clasp ring_size_mm bangle_mm length_mm
"""
ALLERGIC = Search(Constraints.from_json({"category": "earrings", "allergies": ["nickel"]}))


def surveyed(slot: str, **wishes: Any) -> Survey:
    return Survey(Constraints.from_json(wishes), slot)


@both
@pytest.mark.parametrize("slot", SLOTS.split())
def test_every_slot_can_be_surveyed(counter: Counter, slot: str, language: Language) -> None:
    for wishes in ({}, {"category": "ring"}, {"metal": "gold", "price_max_minor": 500_000}):
        assert counter.answer(surveyed(slot, **wishes), language).text


@both
def test_a_survey_counts_each_value_over_what_matches(counter: Counter, language: Language) -> None:
    reply = counter.answer(surveyed("metal", category="ring"), language)
    told = {
        claim.value["value"]: claim.value["count"]
        for claim in reply.claims
        if claim.field == "tally" and isinstance(claim.value, dict)
    }
    rings = [
        one
        for one in counter.products.values()
        if one.category == "ring" and one.availability != "sold_out"
    ]
    assert told == Tally(one for ring in rings for one in slot_values(ring, "metal"))


@both
def test_sizes_are_told_from_small_to_large(counter: Counter, language: Language) -> None:
    reply = counter.answer(surveyed("ring_size_mm"), language)
    sizes = [
        float(claim.value["value"])
        for claim in reply.claims
        if claim.field == "tally" and isinstance(claim.value, dict)
    ]
    assert sizes == sorted(sizes)
    assert len(sizes) > 2


@both
def test_a_survey_over_nothing_claims_no_counts(counter: Counter, language: Language) -> None:
    reply = counter.answer(surveyed("stone", metal="copper"), language)
    assert not [claim for claim in reply.claims if claim.field == "tally"]


@both
def test_an_allergy_tells_how_many_silent_records_were_left_out(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(ALLERGIC, language)
    silent = sum(
        one.category == "earrings" and one.nickel == "not-stated"
        for one in counter.products.values()
    )
    assert silent
    assert find_claim(reply, "count", "left_out").value == {"field": "nickel", "matches": silent}


@both
def test_a_word_that_is_not_known_is_said_aloud(counter: Counter, language: Language) -> None:
    action = Search(Constraints.from_json({"category": "ring"}))
    findings = counter.gather(action, language)
    meant = Understanding(language, "search", unknown=("tanzanian blue", "zorbium"))
    reply = counter.composer.compose(action, findings, meant)
    counter.check(reply, action, language)
    said = [claim.value for claim in reply.claims if claim.source == "words"]
    assert said == ["tanzanian blue", "zorbium"]


@both
def test_a_question_tells_how_many_each_answer_leaves(counter: Counter, language: Language) -> None:
    action = Search(Constraints.from_json({"category": "ring"}))
    found = counter.gather(action, language).ranked
    assert found is not None
    counts = tuple(sum(one.metal == metal for one in found.found) for metal in ("gold", "silver"))
    question = Question("metal", ("gold", "silver"), counts)
    reply = counter.answer(action, language, question)
    assert reply.question == question
    told = [claim.value for claim in reply.claims if claim.field == "tally"]
    assert [changed(one)["count"] for one in told] == list(counts)


@both
def test_something_cheaper_is_not_proposed_where_there_is_none(
    counter: Counter, language: Language
) -> None:
    rings = [one for one in counter.products.values() if one.category == "ring"]
    third = sorted(one.price.minor for one in rings)[2]  # so few that the table shows them all
    wishes = Constraints({"category": ("ring",), "price_max_minor": third, "currency": "CNY"})
    few = counter.answer(Search(wishes), language)
    assert few.products
    assert not any("cheap" in tap.say or "便宜" in tap.say for tap in few.suggestions)


# ---------------------------------------------------------------- forged


@both
@pytest.mark.parametrize("change", [{"count": 99}, {"value": "copper"}, {"slot": "stone"}])
def test_a_wrong_tally_is_withheld(
    counter: Counter, change: dict[str, object], language: Language
) -> None:
    action = surveyed("metal", category="ring")
    reply = counter.draft(action, language)
    tally = find_claim(reply, "count", "tally")
    forged = with_claim(reply, tally, value=changed(tally.value, **change))
    assert_withheld(counter, forged, action, language)


@both
def test_a_finding_that_counted_wrongly_is_withheld(counter: Counter, language: Language) -> None:
    action = surveyed("metal", category="ring")
    honest = counter.gather(action, language)
    value, count = honest.tally[0]
    wrong = replace(honest, tally=((value, count + 1), *honest.tally[1:]))
    reply = counter.composer.compose(action, wrong, Understanding(language, "survey"))
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, wrong, action, language)


def test_a_question_that_counts_wrongly_is_withheld(counter: Counter) -> None:
    action = Search(Constraints.from_json({"category": "ring"}))
    reply = counter.draft(action, "en", Question("metal", ("gold", "silver"), (99, 1)))
    assert_withheld(counter, reply, action)


@both
@pytest.mark.parametrize("matches", [0, 7])
def test_a_wrong_number_left_out_is_withheld(
    counter: Counter, matches: int, language: Language
) -> None:
    reply = counter.draft(ALLERGIC, language)
    left = find_claim(reply, "count", "left_out")
    forged = changed(left.value, matches=matches)
    assert_withheld(counter, with_claim(reply, left, value=forged), ALLERGIC, language)


def test_nothing_was_left_out_for_an_allergy_that_nobody_has(counter: Counter) -> None:
    action = Search(Constraints.from_json({"category": "earrings"}))
    reply = counter.draft(ALLERGIC)
    assert_withheld(counter, reply, action)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("18k gold", "18k gold"),  # not in quotation marks
        ("“gold”", "gold"),  # a word that is known
        ("“zorbium” in stock", "zorbium"),
        ("“a”", "b"),
        ("“ ”", " "),
        ("“" + "in stock, gold " * 9 + "”", "in stock, gold " * 9),
    ],
)
def test_words_said_back_state_nothing(counter: Counter, text: str, value: str) -> None:
    action = Search(Constraints.from_json({"category": "ring"}))
    claim = Claim(text, "words", "unknown", value)
    assert_withheld(counter, GroundedReply(f"I don't know {text}.", (claim,)), action)


def test_words_said_back_are_not_said_of_a_piece(counter: Counter) -> None:
    action = Search(Constraints.from_json({"category": "ring"}))
    ring = counter.products["R-007"]
    name = Claim(ring.name["en"], "product:R-007", "name", dict(ring.name))
    words = Claim("“rare platinum blend”", "words", "unknown", "rare platinum blend")
    lie = GroundedReply(f"The {name.text} is a {words.text}.", (name, words))
    assert_withheld(counter, lie, action)


@both
@pytest.mark.parametrize("change", [{"id": "R-002"}, {"end": "most"}, {"id": "X-1"}])
def test_a_wrong_extreme_of_a_search_is_withheld(
    counter: Counter, change: dict[str, object], language: Language
) -> None:
    action = Search(Constraints.from_json({"category": "ring"}), order="price_up")
    reply = counter.draft(action, language)
    extreme = find_claim(reply, "count", "extreme")
    forged = changed(extreme.value, **change)
    assert_withheld(counter, with_claim(reply, extreme, value=forged), action, language)


def test_more_found_than_the_shelf_has_is_withheld(counter: Counter) -> None:
    """A search that breaks a wish is found out by the recount."""
    gold = Search(Constraints.from_json({"category": "ring", "metal": "gold"}))
    loose = counter.gather(Search(Constraints.from_json({"category": "ring"})), "en")
    reply = counter.composer.compose(gold, loose, Understanding("en", "search"))
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, loose, gold)
