"""Questions about the day a piece can be had by, and statements of it."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.arrival import day_asked
from tests.reading import Reader

TABLE = ("N-001", "N-010")
WEDNESDAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    "words",
    [
        "can the first one arrive by Friday?",
        "will it be here before Mother's Day?",
        "could I have it tomorrow?",
        "when will it be ready?",
        "how long does delivery take?",
        "第一条周五前能到吗？",
        "母亲节前能收到吗",
        "来得及圣诞节前拿到吗",
        "多久发货？",
        "明天能拿到吗",
    ],
)
def test_a_question_about_the_day_is_about_the_table_and_changes_no_wish(
    words: str, reader: Reader
) -> None:
    heard = reader(words, reader.session(TABLE, category="necklace"))
    assert heard.asks_arrival
    assert heard.intent == "policy"
    assert heard.edits == ()


@pytest.mark.parametrize(
    "words",
    [
        "I need it by 2027-03-01",
        "it has to be here by Friday",
        "gold rings by Friday",
        "when are you open?",
        "can you compare them?",
        "周五前要到",
        "要周五前能到的金戒指",
        "你们几点开门",
    ],
)
def test_a_stated_day_and_other_questions_ask_for_no_arrival(words: str, reader: Reader) -> None:
    assert not reader(words, reader.session(TABLE, category="necklace")).asks_arrival


@pytest.mark.parametrize(
    "words",
    [
        "can it arrive by Friday?",
        "can I get it by Friday",
        "can you deliver before Valentine's Day?",
        "will it come in time for Christmas",
        "周五之前能到吗",
        "情人节前收得到吗",
        "圣诞前 deliver 得到吗",
        "能 ship 到 by Friday 吗",
        "什么时候能到",
    ],
)
def test_with_no_piece_talked_of_a_day_is_asked_of_the_shop(words: str, reader: Reader) -> None:
    heard = reader(words)
    assert (heard.asks_arrival, heard.intent, heard.edits) == (True, "policy", ())


@pytest.mark.parametrize(
    "words",
    [
        "can I get a gold ring by Friday",
        "do you have anything I could get by Friday",
        "周五前到的戒指有吗",
    ],
)
def test_goods_asked_for_by_a_day_are_looked_for(words: str, reader: Reader) -> None:
    heard = reader(words)
    assert heard.intent == "search"
    assert "deliver_by" in {edit.slot for edit in heard.edits}


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("can i have it tomorrow", date(2026, 11, 26)),
        ("will it come by friday", date(2026, 11, 27)),
        ("can it be here this friday", date(2026, 11, 27)),
        ("明天能到吗", date(2026, 11, 26)),
        ("周五能拿到吗", date(2026, 11, 27)),
        ("圣诞节前能收到吗", date(2026, 12, 25)),
        ("how long does it take", None),
    ],
)
def test_the_day_of_a_question_needs_no_by(words: str, day: date | None) -> None:
    assert day_asked(words, WEDNESDAY) == day
