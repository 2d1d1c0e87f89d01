"""The day a piece must arrive by."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_ISO = re.compile(r"(?:by|before|until|之前|前)?\s*(20\d\d)-(\d{1,2})-(\d{1,2})")
_EN = re.compile(
    rf"\b(?:by|before|in time for)\s+(?:the\s+)?(?:(\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})[a-z]*"
    rf"|({'|'.join(_MONTHS)})[a-z]*\s+(\d{{1,2}}))"
)
_CN = re.compile(r"(\d{1,2})月(\d{1,2})(?:日|号)?(?:之)?前")
_DAYS = re.compile(r"\bwithin (\d{1,2}) (day|week)s?|(\d{1,2})(天|周)(?:之?内|以内)")


def read_deliver_by(text: str, today: date | None = None) -> date | None:
    """The last day for delivery in folded ``text``, None if none is named.

    A day without a year is the next such day from ``today`` (UTC by default).
    """
    today = today or datetime.now(UTC).date()
    if match := _DAYS.search(text):
        count = int(match[1] or match[3])
        return today + timedelta(
            days=count * (7 if (match[2] or match[4]) in ("week", "周") else 1)
        )
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _EN.search(text):
        month = _MONTHS.index(match[2] or match[3]) + 1
        return _next_day(month, int(match[1] or match[4]), today)
    if match := _CN.search(text):
        return _next_day(int(match[1]), int(match[2]), today)
    return None


def _next_day(month: int, day: int, today: date) -> date | None:
    this_year = _day(today.year, month, day)
    if this_year and this_year < today:
        return _day(today.year + 1, month, day)
    return this_year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
