"""Days as merchants write them, where the writing leaves no doubt which day is meant."""

from __future__ import annotations

import re
from datetime import date, datetime

from assistant.catalogue.feeds.errors import Unreadable

_YEAR_FIRST = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[T ].*)?")


def read_day(words: str) -> date:
    """'2026-11-01', '2026/11/1', '2026年11月1日', '2026-11-01T09:30:00+08:00' (the day as written).

    '01/11/2026' is two days to two readers. Raises Unreadable for that and for anything else.
    """
    match = _YEAR_FIRST.fullmatch(words.strip())
    try:
        if match:
            return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        pass  # the thirteenth month
    raise Unreadable("expected a day, year first, such as 2026-11-20")


def read_period(words: str) -> tuple[date, date]:
    """'2026-11-01/2026-11-30' as first and last day; ISO 8601, with or without times, as Google's
    product data specification writes a sale's days. Raises Unreadable."""
    start, slash, end = words.partition("/")
    try:
        days = _iso_day(start), _iso_day(end)
    except ValueError as error:
        raise Unreadable("expected two days, such as 2026-11-01/2026-11-30") from error
    if not slash:
        raise Unreadable("expected two days with a slash between them")
    return days


def _iso_day(words: str) -> date:
    return datetime.fromisoformat(words.strip()).date()
