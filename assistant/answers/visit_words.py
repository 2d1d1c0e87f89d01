"""A wished visit in words: 'Saturday, 2026-11-28, in the afternoon'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.terms import Language

_WEEKDAYS = (
    ("Monday", "周一"),
    ("Tuesday", "周二"),
    ("Wednesday", "周三"),
    ("Thursday", "周四"),
    ("Friday", "周五"),
    ("Saturday", "周六"),
    ("Sunday", "周日"),
)
_PARTS: Mapping[str, tuple[str, str]] = {
    "morning": ("in the morning", "上午"),
    "noon": ("at noon", "中午"),
    "afternoon": ("in the afternoon", "下午"),
    "evening": ("in the evening", "晚上"),
}


def visit_words(visit: Mapping[str, object], language: Language) -> str:
    """The days, the part of the day and the hour of a card's ``visit``, as far as it has them. It
    may come from a database that an older program filled: what cannot be read is left out."""
    at = 0 if language == "en" else 1
    days = [words for one in _listed(visit.get("days")) if (words := _day(one, language))]
    part = _PARTS.get(str(visit.get("part")), ("", ""))[at]
    clock = str(visit.get("time") or "")
    if language == "en":
        told = [" or ".join(days), f"at {_twelve_hours(clock)}" if clock else part]
        return ", ".join(filter(None, told))
    return (
        "或".join(days) + ("" if clock.startswith(("1", "2")) and len(clock) == 5 else part) + clock
    )


def _twelve_hours(clock: str) -> str:
    """'3:00 pm' of '15:00'; '9:00', whose half of the day nobody said, as it is."""
    hour, _, minute = clock.partition(":")
    if len(clock) != len("15:00") or not hour.isdecimal():
        return clock
    return f"{(int(hour) - 1) % 12 + 1}:{minute} {'pm' if int(hour) >= 12 else 'am'}"


def _listed(days: object) -> list[str]:
    return [str(one) for one in days] if isinstance(days, list | tuple) else []


def _day(iso: str, language: Language) -> str | None:
    """'Saturday, 2026-11-28', '2026-11-28（周六）'."""
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        return None
    english, chinese = _WEEKDAYS[day.weekday()]
    return f"{english}, {iso}" if language == "en" else f"{iso}（{chinese}）"
