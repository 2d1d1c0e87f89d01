"""When somebody wants to come, in days and hours as they were said."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.turn import Visit
from assistant.understanding.text import fold_text
from assistant.understanding.visits import read_visit, wants_to_visit

WEDNESDAY = date(2026, 11, 25)
THU, FRI, SAT, SUN = "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29"


@pytest.mark.parametrize(
    ("words", "visit"),
    [
        ("book a viewing tomorrow at 3", Visit((THU,), None, "15:00")),
        ("tomorrow at 3 pm", Visit((THU,), None, "15:00")),
        ("come by on Saturday afternoon", Visit((SAT,), "afternoon")),
        ("Saturday at 4 in the afternoon", Visit((SAT,), "afternoon", "16:00")),
        ("next Friday at half past two", Visit(("2026-12-04",), None, "14:30")),
        ("Friday or Saturday morning", Visit((FRI, SAT), "morning")),
        ("this weekend", Visit((SAT, SUN))),
        ("on the 28th around 11:30", Visit((SAT,), None, "11:30")),
        ("on 3 December", Visit(("2026-12-03",))),
        ("January 5th at 14:00", Visit(("2027-01-05",), None, "14:00")),
        ("周六下午想来看", Visit((SAT,), "afternoon")),
        ("明天下午三点半", Visit((THU,), "afternoon", "15:30")),
        ("下周三上午10点", Visit(("2026-12-02",), "morning", "10:00")),
        ("周末想到店看看", Visit((SAT, SUN))),
        ("11月28号来店里看", Visit((SAT,))),
        ("28号来看", Visit((SAT,))),
        ("后天晚上七点", Visit((FRI,), "evening", "19:00")),
        ("礼拜天中午12点", Visit((SUN,), "noon", "12:00")),
        ("book 个 viewing 周五 3pm", Visit((FRI,), None, "15:00")),
    ],
)
def test_days_and_hours_are_read_as_they_are_said(words: str, visit: Visit) -> None:
    assert read_visit(fold_text(words), WEDNESDAY) == visit


@pytest.mark.parametrize(
    "words", ["book a viewing", "我想预约看货", "ring size 12", "12号的戒指", "31 February"]
)
def test_no_day_is_read_where_none_is_said(words: str) -> None:
    assert read_visit(fold_text(words), WEDNESDAY) is None


@pytest.mark.parametrize(
    "words",
    [
        "can I come by on Saturday to see it",
        "I'd like to pop in tomorrow",
        "周六下午想来看",
        "明天上午过来试戴可以吗",
        "我 Saturday 过来看",
    ],
)
def test_coming_to_look_on_a_day_asks_for_a_viewing(words: str) -> None:
    assert wants_to_visit(fold_text(words))


@pytest.mark.parametrize(
    "words",
    [
        "are you open on Sunday",
        "周日几点开门",
        "can it arrive by Saturday",
        "明天能到货吗",
        "I want to look at rings",
        "来看看戒指",
        "do you come to my house",
    ],
)
def test_hours_deliveries_and_looking_round_ask_for_none(words: str) -> None:
    assert not wants_to_visit(fold_text(words))


@pytest.mark.parametrize(
    ("said", "hour"),
    [("on Saturday at 9", "9:00"), ("周六十点来看", "10:00"), ("Saturday morning at 8", "08:00")],
)
def test_an_hour_that_may_be_of_the_morning_is_kept_as_said(said: str, hour: str) -> None:
    visit = read_visit(fold_text(said), WEDNESDAY)
    assert visit is not None
    assert visit.time == hour
