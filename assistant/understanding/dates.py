"""The day a piece must arrive by."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from assistant.understanding.numerals import read_cn_number

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_CN_WEEKDAYS = "一二三四五六日"
_ONES = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SMALL = {word: number for number, word in enumerate(_ONES, start=1)} | {
    "a": 1,
    "a couple of": 2,
    "couple of": 2,
}
_UNIT_DAYS = {
    "day": 1,
    "week": 7,
    "month": 30,
    "天": 1,
    "日": 1,
    "周": 7,
    "星期": 7,
    "礼拜": 7,
    "月": 30,
}
_BY = r"\b(?:by|before|in time for|no later than|latest by|until)\s+(?:the\s+)?"
_NUMBER = r"\d{1,2}|" + "|".join(sorted(_SMALL, key=len, reverse=True))
_CN_NUMBER = r"\d{1,2}|[一二两三四五六七八九十]{1,3}"
# After a day in Chinese: it must be there by then.
_DUE = (
    r"(?:之?前|以前|就?要(?!是|去|出差|上班|开会|考试|走|飞|回)|要到|得到|到货|能到|送到|收到|用)"
)

_ISO = re.compile(r"(?:by|before|until|之前|前)?\s*(20\d\d)-(\d{1,2})-(\d{1,2})")
_EN = re.compile(
    rf"{_BY}(?:(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?({'|'.join(_MONTHS)})[a-z]*"
    rf"|({'|'.join(_MONTHS)})[a-z]*\s+(?:the )?(\d{{1,2}}))"
)
_EN_DAY = re.compile(
    rf"{_BY}(\d{{1,2}})(?:st|nd|rd|th)\b(?! (?:birthday|anniversary|of\b|{'|'.join(_MONTHS)}))"
)
_EN_WEEKDAY = re.compile(rf"{_BY}(?:this |coming )?(next )?({'|'.join(_WEEKDAYS)})(?:[a-z]*day)?\b")
_EN_NEAR = re.compile(
    rf"{_BY}(today|tomorrow|(?:this )?weekend|next weekend|end of (?:the |this )?(?:week|"
    rf"month|year)|next week|"
    r"next month|month's end)\b"
)
_WITHIN = re.compile(
    rf"\b(?:within|in (?:under|less than)|in(?= [a-z0-9 ]+ at (?:the )?(?:latest|"
    rf"most)))\s+(?:the next )?({_NUMBER})\s+(day|week|month)s?\b"
)
_CN = re.compile(rf"(\d{{1,2}})月(\d{{1,2}})(?:日|号)?{_DUE}")
_CN_DAY = re.compile(rf"(?<![\d第])(?<!\d月)(\d{{1,2}})号{_DUE}")
_CN_WEEKDAY = re.compile(rf"(下下?|这|本)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天]){_DUE}")
_CN_NEAR = re.compile(
    rf"(今天|明天|后天|大后天|月底|本周|这周|这个?星期|年底|周末)(?:之?内|以内|{_DUE})"
)
_CN_WITHIN = re.compile(rf"({_CN_NUMBER})个?(天|日|周|星期|礼拜|月)(?:之?内|以内|内)")
_FEASTS: tuple[tuple[str, Callable[[int], date]], ...] = (
    (r"christmas|xmas|圣诞(?:节)?", lambda year: date(year, 12, 25)),
    (r"new year(?:'s)?(?: day| eve)?|元旦", lambda year: date(year, 1, 1)),
    (r"valentine(?:'s|s)?(?: day)?|情人节", lambda year: date(year, 2, 14)),
    (r"mother'?s'? day|母亲节", lambda year: _nth_sunday(year, 5, 2)),
    (r"father'?s'? day|父亲节", lambda year: _nth_sunday(year, 6, 3)),
    (r"520", lambda year: date(year, 5, 20)),
    (r"国庆(?:节)?", lambda year: date(year, 10, 1)),
)


def read_deliver_by(text: str, today: date | None = None) -> date | None:
    """The last day for delivery in folded ``text``, None if none is named.

    A day without a year is the next such day from ``today`` (UTC by default).
    """
    today = today or datetime.now(UTC).date()
    readers = (_within, _dated, _day_of_month, _weekday, _near, _feast)
    return next((day for reader in readers if (day := reader(text, today))), None)


def _within(text: str, today: date) -> date | None:
    if match := _WITHIN.search(text):
        count = int(match[1]) if match[1].isdigit() else _SMALL[match[1]]
    elif match := _CN_WITHIN.search(text):
        count = int(match[1]) if match[1].isdigit() else read_cn_number(match[1])
    else:
        return None
    return today + timedelta(days=count * _UNIT_DAYS[match[2]])


def _dated(text: str, today: date) -> date | None:
    if match := _ISO.search(text):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _EN.search(text):
        month = _MONTHS.index(match[2] or match[3]) + 1
        return _next_day(month, int(match[1] or match[4]), today)
    if match := _CN.search(text):
        return _next_day(int(match[1]), int(match[2]), today)
    return None


def _day_of_month(text: str, today: date) -> date | None:
    """'By the 20th', '12号之前': of this month, or of the next if it is past."""
    match = _EN_DAY.search(text) or _CN_DAY.search(text)
    if not match:
        return None
    here = _day(today.year, today.month, int(match[1]))
    is_next = bool(re.search(r"下个?月\s*$", text[: match.start()]))
    if here and here >= today and not is_next:
        return here
    later = today.replace(day=1) + timedelta(days=32)
    return _day(later.year, later.month, int(match[1]))


def _weekday(text: str, today: date) -> date | None:
    if match := _EN_WEEKDAY.search(text):
        wanted, weeks = _WEEKDAYS.index(match[2]), int(bool(match[1]))
    elif match := _CN_WEEKDAY.search(text):
        wanted = _CN_WEEKDAYS.index("日" if match[2] == "天" else match[2])
        weeks = len(match[1]) if match[1] and match[1].startswith("下") else 0
    else:
        return None
    if weeks:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=weeks, days=wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _near(text: str, today: date) -> date | None:
    match = _EN_NEAR.search(text) or _CN_NEAR.search(text)
    if not match:
        return None
    words = match[1]
    ahead = {"today": 0, "今天": 0, "tomorrow": 1, "明天": 1, "后天": 2, "大后天": 3}
    sunday = today + timedelta(days=6 - today.weekday())
    if words in ahead:
        return today + timedelta(days=ahead[words])
    if "month" in words or words == "月底":
        month = today if "next" not in words else today.replace(day=1) + timedelta(days=32)
        return date(month.year, month.month, monthrange(month.year, month.month)[1])
    if "year" in words or words == "年底":
        return date(today.year, 12, 31)
    return sunday + timedelta(weeks=int("next" in words))


def _feast(text: str, today: date) -> date | None:
    for words, day_in in _FEASTS:
        if re.search(rf"{_BY}(?:{words})|(?:{words})(?:之?前|以前|前(?!后))", text):
            this_year = day_in(today.year)
            return this_year if this_year >= today else day_in(today.year + 1)
    return None


def _nth_sunday(year: int, month: int, count: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (count - 1))


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
