"""The card for the staff as it is told: when somebody wants to come, and no other time."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.actions import HandOver
from assistant.answers.visit_words import visit_words
from assistant.dialogue.handover import make_card
from assistant.session import Session
from assistant.terms import LANGUAGES, Language
from assistant.turn import Findings, GroundedReply, HandOverKind, Understanding, Visit
from tests.answers.counter import Counter
from tests.answers.forging import find_claim, reclaim

both = pytest.mark.parametrize("language", LANGUAGES)
SATURDAY = Visit(("2026-11-28",), "afternoon", "15:00")


def told(counter: Counter, action: HandOver, language: Language) -> tuple[GroundedReply, Findings]:
    """The reply over the real card, checked."""
    findings = Findings(card=make_card(action, Session("s"), language))
    understanding = Understanding(language, "handover")
    reply = counter.composer.compose(action, findings, understanding)
    counter.check_with(reply, findings, action, language)
    return reply, findings


@both
@pytest.mark.parametrize("kind", ["viewing", "reserve", "person", "enquire"])
def test_the_time_that_was_named_is_said(
    counter: Counter, kind: HandOverKind, language: Language
) -> None:
    reply, findings = told(counter, HandOver(kind, ("R-001",), SATURDAY), language)
    assert findings.card is not None
    assert find_claim(reply, "handover", "visit").value == findings.card["visit"]
    assert "2026-11-28" in reply.text
    assert ("3:00 pm" if language == "en" else "15:00") in reply.text


@both
def test_no_time_is_said_where_none_was_named(counter: Counter, language: Language) -> None:
    reply, _ = told(counter, HandOver("viewing"), language)
    assert not [claim for claim in reply.claims if claim.field == "visit"]


@pytest.mark.parametrize(("old", "new"), [("2026-11-28", "2026-11-29"), ("3:00 pm", "4:00 pm")])
def test_another_time_than_the_card_has_is_withheld(counter: Counter, old: str, new: str) -> None:
    action = HandOver("viewing", (), SATURDAY)
    reply, findings = told(counter, action, "en")
    with pytest.raises(Exception, match="claim"):
        counter.check_with(reclaim(reply, old, new), findings, action, "en")
    other = replace(findings, card={**(findings.card or {}), "visit": None})
    with pytest.raises(Exception, match="claim"):
        counter.check_with(reply, other, action, "en")


@pytest.mark.parametrize(
    ("visit", "english", "chinese"),
    [
        (SATURDAY, "Saturday, 2026-11-28, at 3:00 pm", "2026-11-28（周六）15:00"),
        (
            Visit(("2026-11-27", "2026-11-28"), "morning"),
            "Friday, 2026-11-27 or Saturday, 2026-11-28, in the morning",
            "2026-11-27（周五）或2026-11-28（周六）上午",
        ),
        (Visit((), None, "9:00"), "at 9:00", "9:00"),
        (Visit(("some day",), "evening"), "in the evening", "晚上"),
    ],
)
def test_a_visit_is_said_with_its_weekday(visit: Visit, english: str, chinese: str) -> None:
    value = {"days": list(visit.days), "part": visit.part, "time": visit.time}
    assert (visit_words(value, "en"), visit_words(value, "zh")) == (english, chinese)
