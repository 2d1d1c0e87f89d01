"""When somebody wants to come: 'tomorrow at 3', '周六下午', 'Friday or Saturday morning'.

A day without a year is the next such day from today; a weekend is its two days. A bare
hour from one to eight is in the afternoon or evening, when a shop is open; any other is kept as it
was said: nobody guesses whether 'at 9' is in the morning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from assistant.turn import Visit
from assistant.understanding.numerals import read_cn_number

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CN_WEEKDAYS = "一二三四五六日"
_NEAR: Mapping[str, int] = {
    "today": 0,
    "tonight": 0,
    "tomorrow": 1,
    "the day after tomorrow": 2,
    "今天": 0,
    "今晚": 0,
    "明天": 1,
    "明早": 1,
    "明晚": 1,
    "后天": 2,
    "大后天": 3,
}
_NEAR_WORDS = "|".join(sorted(_NEAR, key=len, reverse=True))
_IS_NEAR = re.compile(rf"\b(?:{_NEAR_WORDS})\b|(?:{_NEAR_WORDS})")
_WEEKEND = re.compile(r"\b(?:(next) |this |the |at the )?weekend\b|(下)?(?:个)?周末")
_WEEKDAY = re.compile(
    rf"\b(?:(next) |this |coming )?({'|'.join(_WEEKDAYS)})(?:s|nes|rs|ur|urs)?(?:day)?\b"
    r"|(下下?|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])"
)
_DATED = re.compile(
    rf"\b(\d{{1,2}})(?:st|nd|rd|th)? (?:of )?({'|'.join(_MONTHS)})[a-z]*\b"
    rf"|\b({'|'.join(_MONTHS)})[a-z]* (?:the )?(\d{{1,2}})(?:st|nd|rd|th)?\b"
    r"|(\d{1,2})月(\d{1,2})[日号]?|\b20\d\d-(\d{1,2})-(\d{1,2})\b"
)
_DAY_OF_MONTH = re.compile(
    r"\bon the (\d{1,2})(?:st|nd|rd|th)\b|(?<![\d月第])(\d{1,2})号(?=.{0,6}[来去到看约])"
)
_PARTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("morning", re.compile(r"\bmorning\b|上午|早上|早晨|明早|一早")),
    ("noon", re.compile(r"\b(?:noon|midday|lunch ?time)\b|中午")),
    ("afternoon", re.compile(r"\bafternoon\b|下午|午后")),
    ("evening", re.compile(r"\b(?:evening|tonight|after work)\b|晚上|傍晚|今晚|明晚|下班后")),
)
_CLOCK = re.compile(
    r"\b(?:at|around|about|by|from) (?:around |about )?(\d{1,2})(?:[:.](\d{2}))?"
    r" ?(?:o'?clock)? ?([ap]\.?m\b)?(?! ?(?:mm|cm|%|yuan|usd|k\b|pieces))"
    r"|\b(\d{1,2})(?:[:.](\d{2}))? ?(?:([ap]\.?m\b)|o'?clock)"
    r"|(?<![\d:])([01]?\d|2[0-3]):([0-5]\d)(?!\d)"
    r"|(\d{1,2}|[一二两三四五六七八九十]{1,3})点(?:钟)?(半|(\d{1,2})分?)?(?!数|钻|五|几)"
)
_HALF_PAST = re.compile(
    r"\bhalf (?:past )?(\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b"
)
_HOURS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
# Coming to look: said with a day or an hour it asks for a viewing.
_COMES = re.compile(
    r"\b(?:come|pop|drop|stop|swing|call) (?:in|by|over|round|along|down)\b"
    r"|\bcome (?:and|to) (?:see|look|try|have a look|view|visit)\b"
    r"|\b(?:see|try|view|look at) (?:it|them|this|these|those|one|some|the \w+)(?: on)? "
    r"(?:in person|in (?:the )?(?:shop|store)|at yours)\b"
    r"|\b(?:be|visit) (?:in |at )?(?:your|the) (?:shop|store)\b"
    r"|(?:来|去|过来|过去|到店|上门|进店)(?:里)?(?:一下)?(?:看(?!有)|试|挑|选|逛|瞧|睇)"
    r"|(?:想|要|打算|准备|方便|可以|能不能|能)(?:过来|来店|去店|到店|上门|过去|来你们|去你们)"
    r"|(?:看|试)(?:一?看|一?下)?(?:实物|现货)"
)
# Of the day a piece is to be had by, or of the shop's hours, it is no visit.
_NO_VISIT = re.compile(
    r"\b(?:open|closed|opening|arrive|deliver|delivery|ship)\b|营业|开门|几点|到货|送到|寄"
)


_LATEST_BARE = 8  # no shop is open at eight in the morning and before


def wants_to_visit(text: str) -> bool:
    """Does folded ``text`` say that somebody wants to come and look, and when?"""
    comes = _COMES.search(text) and not _NO_VISIT.search(text)
    return bool(comes) and read_visit(text) is not None


def read_visit(text: str, today: date | None = None) -> Visit | None:
    """The days and the hour named in folded ``text``; None where neither is. ``today`` is that of
    UTC by default."""
    today = today or datetime.now(UTC).date()
    days = tuple(dict.fromkeys(day.isoformat() for _, day in sorted(_days(text, today))))
    part = next((name for name, words in _PARTS if words.search(text)), None)
    clock = _clock(text, part)
    return Visit(days, part, clock) if days or part or clock else None


def _days(text: str, today: date) -> Iterator[tuple[int, date]]:
    """Each day that is named, with where it stands."""
    monday = today - timedelta(days=today.weekday())
    for match in _IS_NEAR.finditer(text):
        yield match.start(), today + timedelta(days=_NEAR[match[0]])
    for match in _WEEKEND.finditer(text):
        weeks = int(bool(match[1] or match[2]))
        for wanted in (5, 6):
            day = monday + timedelta(weeks=weeks, days=wanted)
            if day >= today:
                yield match.start(), day
    for match in _WEEKDAY.finditer(text):
        yield match.start(), _weekday(match, today, monday)
    yield from _dates(text, today)


def _weekday(match: re.Match[str], today: date, monday: date) -> date:
    english, chinese = match[2], match[4]
    if english:
        wanted, weeks = _WEEKDAYS.index(english), int(bool(match[1]))
    else:
        wanted = _CN_WEEKDAYS.index("日" if chinese == "天" else chinese)
        weeks = len(match[3]) if match[3] and match[3].startswith("下") else 0
    if weeks:
        return monday + timedelta(weeks=weeks, days=wanted)
    return today + timedelta(days=(wanted - today.weekday()) % 7)


def _dates(text: str, today: date) -> Iterator[tuple[int, date]]:
    for match in _DATED.finditer(text):
        if match[1] or match[4]:
            month, day = _MONTHS.index(match[2] or match[3]) + 1, int(match[1] or match[4])
        else:
            month, day = int(match[5] or match[7]), int(match[6] or match[8])
        found = _next(today, month, day)
        if found:
            yield match.start(), found
    for match in _DAY_OF_MONTH.finditer(text):
        number = int(match[1] or match[2])
        later = today.replace(day=1) + timedelta(days=32)
        found = _made(today.year, today.month, number)
        found = found if found and found >= today else _made(later.year, later.month, number)
        if found:
            yield match.start(), found


def _next(today: date, month: int, day: int) -> date | None:
    found = _made(today.year, month, day)
    return _made(today.year + 1, month, day) if found and found < today else found


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(text: str, part: str | None) -> str | None:
    """'15:00' where the half of the day is named, '3:00' where it is not."""
    half = _HALF_PAST.search(text)
    if half:
        hour = int(half[1]) if half[1].isdigit() else _HOURS.index(half[1]) + 1
        return _told(hour, 30, None, part)
    match = _CLOCK.search(_WEEKDAY.sub(" ", text))  # 周六十点 is ten on a Saturday, not sixty
    if not match:
        return None
    said = next(filter(None, (match[1], match[4], match[7], match[9])))
    hour = int(said) if said.isdecimal() else read_cn_number(said)
    if match[10] == "半":
        minute = 30
    else:
        minute = int(next(filter(None, (match[2], match[5], match[8], match[11])), 0))
    return _told(hour, minute, match[3] or match[6], part)


def _told(hour: int, minute: int, half: str | None, part: str | None) -> str | None:
    if hour > 23 or minute > 59:
        return None
    named = bool(half) or part in ("morning", "afternoon", "evening")
    is_bare = not named and 1 <= hour <= _LATEST_BARE
    is_late = bool(half and half.startswith("p")) or (not half and part in ("afternoon", "evening"))
    is_late = is_late or is_bare
    is_known = named or is_bare or hour > 12
    if is_late and hour < 12:
        hour += 12
    return f"{hour:02d}:{minute:02d}" if is_known else f"{hour}:{minute:02d}"
