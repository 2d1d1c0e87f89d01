"""What the shop promises in every scripted conversation, whoever wrote it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.assembly import Facet
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.evaluation.scripts import Script, find_scripts
from assistant.respond import Answered
from assistant.session import Session
from assistant.turn import UserTurn
from tests.reading import ASSETS
from tests.scenarios.test_properties import broken_wishes

HERE = Path(__file__).parent
VOCABULARY = load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")
OTHER_HAND = find_scripts(HERE / "other_hand", VOCABULARY)
# A promise holds whoever speaks: one script of three by other hands is enough to work with, and the
# clean machine walks through all of them.
EVERY = 1 if os.environ.get("FACET_EVERY_SCRIPT") else 3
SCRIPTS = (*find_scripts(HERE, VOCABULARY), *OTHER_HAND[::EVERY])
SEARCHES = ("search", "refine", "extreme")


@dataclass(frozen=True)
class Step:
    """One answered turn: whose, what was said, the session before it, and the answer."""

    script: Script
    said: str
    before: Session
    answered: Answered

    def __str__(self) -> str:
        return f"{self.script.name!r}, {self.said!r}"


@pytest.fixture(scope="module")
def steps(word_shop: Facet) -> tuple[Step, ...]:
    return tuple(step for script in SCRIPTS for step in walk(word_shop, script))


def walk(shop: Facet, script: Script) -> Iterator[Step]:
    session = Session(script.name)
    for turn in script.turns:
        answered = shop.assistant.respond(UserTurn(text=turn.say), session)
        yield Step(script, turn.say, session, answered)
        session = answered.session


def test_no_scripted_turn_shows_a_piece_that_breaks_a_wish(steps: tuple[Step, ...]) -> None:
    checked = 0
    for step in steps:
        reply = step.answered.reply
        wishes = reply.constraints.to_json()
        if reply.intent not in SEARCHES or wishes.get("currency", "CNY") != "CNY":
            continue
        for shown in reply.products:
            assert not broken_wishes(shown.product, wishes), f"{step}: {shown.product.id}"
            checked += 1
    assert checked > 1000


def test_a_question_is_never_asked_twice(steps: tuple[Step, ...]) -> None:
    for step in steps:
        question = step.answered.reply.question
        if question and step.answered.reply.products:  # what ambiguous words mean is asked anew
            assert question.slot not in step.before.asked, f"{step} asks {question.slot} again"


def test_a_question_offers_a_few_answers_that_differ(steps: tuple[Step, ...]) -> None:
    asked = [step for step in steps if step.answered.reply.question]
    assert asked
    for step in asked:
        question = step.answered.reply.question
        assert question is not None
        options = question.options
        assert 2 <= len(set(options)) == len(options) <= 6, f"{step}: {options}"


def test_no_answer_to_a_question_leads_to_an_empty_result(
    steps: tuple[Step, ...], word_shop: Facet
) -> None:
    """Of the questions that narrow a search: every one of their answers finds something."""
    for step in steps[::5]:
        reply = step.answered.reply
        if not (reply.question and reply.products):
            continue
        for option in reply.question.options:
            label = word_shop.front.vocabulary.label(reply.question.slot, option, reply.language)
            answered = word_shop.assistant.respond(UserTurn(text=label), step.answered.session)
            assert answered.reply.products, f"{step}: {label!r} finds nothing"


def test_no_suggestion_leads_to_an_empty_search(steps: tuple[Step, ...], word_shop: Facet) -> None:
    for step in steps[::7]:
        for tap in step.answered.reply.suggestions:
            answered = word_shop.assistant.respond(UserTurn(text=tap.say), step.answered.session)
            searched = answered.reply.intent in SEARCHES and not answered.reply.question
            found = answered.reply.products or not searched
            assert found, f"{step}: {tap.say!r} finds nothing"
