"""What is said beside a search for somebody: their facts, and a size that nobody told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.actions import BuildSet, Search
from assistant.constraints import Constraints
from assistant.terms import LANGUAGES, Language
from assistant.turn import GroundedReply, Memo, SetWish, Understanding
from tests.answers.counter import Counter
from tests.answers.forging import find_claim

both = pytest.mark.parametrize("language", LANGUAGES)
HERS = Memo("wife", "ring_size_mm", 51.9)
RINGS = Search(Constraints({"category": ("ring",), "recipient": ("wife",)}))


def offer(
    counter: Counter, language: Language, memory: tuple[Memo, ...], unrecalled: str | None = None
) -> GroundedReply:
    findings = replace(counter.gather(RINGS, language), memory=memory)
    meant = Understanding(language, "search", unrecalled=unrecalled)
    reply = counter.composer.compose(RINGS, findings, meant)
    counter.check_with(reply, findings, RINGS, language)
    return reply


@both
def test_her_remembered_size_is_told_and_offered(counter: Counter, language: Language) -> None:
    reply = offer(counter, language, (HERS,))
    told = find_claim(reply, "memo", "ring_size_mm")
    assert told.value == {"about": "wife", "value": 51.9}
    assert reply.suggestions[0].say in ("in her size", "按她的尺寸")


@both
def test_her_allergy_is_told_with_a_way_to_heed_it(counter: Counter, language: Language) -> None:
    reply = offer(counter, language, (Memo("wife", "allergies", ("nickel",)),))
    assert find_claim(reply, "memo", "allergies").value == {"about": "wife", "value": ["nickel"]}
    assert "nickel" in reply.suggestions[0].say or "镍" in reply.suggestions[0].say


@both
def test_a_size_nobody_told_is_admitted_with_a_way_to_find_it(
    counter: Counter, language: Language
) -> None:
    reply = offer(counter, language, (), "wife")
    assert "ring size" in reply.text or "戒指号" in reply.text
    assert "without asking" in reply.suggestions[0].say or "悄悄" in reply.suggestions[0].say


@both
def test_a_set_for_somebody_names_them(counter: Counter, language: Language) -> None:
    wishes = Constraints({"recipient": ("wife",)})
    gift = counter.answer(BuildSet(SetWish("three_gold", ()), wishes), language)
    own = counter.answer(BuildSet(SetWish("three_gold", ()), Constraints()), language)
    word = counter.composer.option_words("recipient", "wife", language)
    assert word in gift.text
    assert word not in own.text
