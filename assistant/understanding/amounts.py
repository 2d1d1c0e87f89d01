"""Amounts in a sentence: money, carats, grams, lengths and sizes, with what bounds them.

Works on folded text (``text.fold_text``), where numbers are digits. A number with neither a
currency, a unit nor a comparison is nobody's amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from assistant import measures

Kind = Literal["money", "carat", "weight", "length", "ring", "bangle", "girth"]

_CURRENCIES = {
    "CNY": r"¥|￥|rmb|cny|yuan|kuai|renminbi|人民币|块钱|块|元",
    "USD": r"us\$|\$|usd|us dollars?|dollars?|bucks|美元|美金|刀",
    "EUR": r"€|euros?|eur|欧元",
    "GBP": r"£|pounds?|gbp|英镑",
    "HKD": r"hk\$|hkd|hong kong dollars?|港币|港元",
    "JPY": r"jpy|yen|日元|日圆",
    "SGD": r"s\$|sgd|singapore dollars?|新币|新加坡元",
}
_ANY_CURRENCY = "|".join(
    sorted("|".join(_CURRENCIES.values()).replace(r"\$", "\0").split("|"), key=len, reverse=True)
).replace("\0", r"\$")
_NUMBER = r"\d+(?:\.\d+)?"
_UNITS = {
    "carat": r"carats?|cts?|克拉|卡拉",
    "point": r"分(?!之|钟|期)",
    "weight": r"grams?|g|克(?!拉)",
    "cm": r"cm|centimet(?:re|er)s?|厘米|公分",
    "mm": r"mm|millimet(?:re|er)s?|毫米",
    "inch": r"inch(?:es)?|\"|英寸|寸",
}
_ANY_UNIT = "|".join(f"(?:{pattern})" for pattern in _UNITS.values())
_AFTER_WORD = r"(?![a-z])"
_ONE = (
    rf"(?:(?P<pre{{0}}>{_ANY_CURRENCY})\s*)?(?P<n{{0}}>{_NUMBER})\s*"
    rf"(?:(?P<post{{0}}>{_ANY_CURRENCY}){_AFTER_WORD}|(?P<unit{{0}}>{_ANY_UNIT}){_AFTER_WORD})?"
)
_RANGE = re.compile(
    rf"(?:between|from|从|在)?\s*{_ONE.format(1)}\s*(?:-|~|to|and|到|至|和)\s*{_ONE.format(2)}"
)
_SINGLE = re.compile(rf"(?<![\d.a-z-]){_ONE.format(1)}")

_AT_MOST = re.compile(
    r"(?:under|below|less than|up to|at most|max(?:imum)?(?: of)?|no more than|not more than|"
    r"not over|within|cheaper than|不超过|不要超过|别超过|低于|少于|最多|小于|"
    r"不高于|budget(?: is| of|:)?"
    r"(?: about| around)?|spend|预算(?:是|在|大概|大约|:)?)\s*(?:about |around )?$"
)
_AT_LEAST = re.compile(
    r"(?:over|above|more than|at least|starting (?:at|from)|minimum(?: of)?|from|"
    r"(?<!不)(?<!要)(?<!别)超过|不低于|不少于|高于|至少|大于|最少|最低)\s*$"
)
_ABOUT = re.compile(r"(?:around|about|approximately|roughly|circa|~|大概|大约|差不多|约)\s*$")
_AT_MOST_AFTER = re.compile(
    r"\s*(?:以内|以下|之内|之下|以里|内(?!径)|封顶|or (?:less|under|below)|max\b|tops)"
)
_AT_LEAST_AFTER = re.compile(r"\s*(?:以上|往上|起步|起(?!来)|or more|and (?:up|above)|\+|plus\b)")
_ABOUT_AFTER = re.compile(r"\s*(?:左右|上下|前后|or so|ish\b)")
_PURITY_AFTER = re.compile(r"\s*(?:yellow |white |rose )?(?:gold|金)")

_RING_US = re.compile(
    r"(?:us|美码|美号|美国)\s*(?:ring )?(?:size)?\s*(\d{1,2}(?:\.\d+)?)(?:号)?(?!\d)"
)
_RING_SIZE = re.compile(r"(?<!bangle )\bsize\s*(\d{1,2}(?:\.\d+)?)(?!\d)")
_RING_EU = re.compile(r"(?:eu|eur|iso|欧码)\s*(?:size)?\s*(\d{2}(?:\.\d+)?)(?!\d)")
_RING_JP = re.compile(r"(?:jp|japan(?:ese)?|日码)\s*(?:size)?\s*(\d{1,2})(?!\d)")
_RING_UK = re.compile(r"\buk\s*(?:size)?\s*([a-z])\b\s*(½|1/2|1⁄2)?")
_RING_CN = re.compile(r"(?<![\d月第])(\d{1,2}(?:\.5)?)\s*号(?!码?头)(?!前|之前)")
_BANGLE = re.compile(
    r"(?:圈口|内径|inner diameter|bangle size|size)\s*(?:是|为|of|is|"
    r":)?\s*(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?"
    r"|(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?\s*(?:的)?(?:圈口|inner diameter)"
)
_GIRTH = re.compile(
    r"(?:手围|手掌围|hand girth|hand circumference|knuckles?|"
    r"girth)\D{0,12}?(\d+(?:\.\d+)?)\s*(cm|mm|厘米|毫米|公分|inch(?:es)?)?"
)


# Fineness marks and the 520 gift day.
_NOT_PRICES = frozenset({375, 417, 520, 585, 750, 850, 900, 916, 925, 950, 990, 999, 9999})


@dataclass(frozen=True)
class Amount:
    """A bounded amount at [start, end). ``low``/``high`` None where open. Money is in major
    units with ``currency`` (None: a bare amount); carat ct; weight g; the rest mm."""

    kind: Kind
    low: float | None
    high: float | None
    start: int
    end: int
    currency: str | None = None
    exact: bool = False


def find_amounts(text: str, *, about_bangle: bool, answers_price: bool) -> tuple[Amount, ...]:
    """Every amount in folded ``text``.

    ``about_bangle``: a bare 'size 56' is a bangle's; ``answers_price``: the shopper was just asked
    for a budget, so a bare number is one.
    """
    found: list[Amount] = []
    for finder in (_girths, lambda t: _bangles(t, about_bangle), _rings, _ranges, _singles):
        for amount in finder(text):
            if all(amount.end <= known.start or amount.start >= known.end for known in found):
                found.append(amount)
    bare = re.fullmatch(rf"\D{{0,8}}({_NUMBER})\D{{0,4}}", text)
    if answers_price and bare and all(amount.kind == "money" for amount in found):
        bounded = [one for one in found if not one.exact]
        budget = Amount("money", None, float(bare[1]), bare.start(1), bare.end(1))
        found = bounded or [budget]
    return tuple(sorted(found, key=lambda amount: amount.start))


def _girths(text: str) -> Iterator[Amount]:
    for match in _GIRTH.finditer(text):
        mm = float(match[1]) * _mm_factor(match[2] or ("cm" if float(match[1]) < 40 else "mm"))
        yield Amount("girth", mm, mm, match.start(), match.end(), exact=True)


def _bangles(text: str, about_bangle: bool) -> Iterator[Amount]:
    for match in _BANGLE.finditer(text):
        mm = float(match[1] or match[2])
        named = not match[0].startswith("size") or about_bangle
        if named and 45 <= mm <= 75:
            yield Amount("bangle", mm, mm, match.start(), match.end(), exact=True)


def _rings(text: str) -> Iterator[Amount]:
    def ring(match: re.Match[str], mm: float) -> Amount:
        return Amount("ring", round(mm, 1), round(mm, 1), match.start(), match.end(), exact=True)

    for match in _RING_US.finditer(text):
        yield ring(match, measures.us_ring_to_mm(float(match[1])))
    for match in _RING_EU.finditer(text):
        yield ring(match, float(match[1]))
    for match in _RING_JP.finditer(text):
        yield ring(match, measures.jp_ring_to_mm(float(match[1])))
    for match in _RING_UK.finditer(text):
        yield ring(match, measures.uk_ring_to_mm(match[1], half=bool(match[2])))
    for match in _RING_SIZE.finditer(text):
        size = float(match[1])
        if 2 <= size <= 16:  # the US scale; 40 to 75 is a circumference in mm
            yield ring(match, measures.us_ring_to_mm(size))
        elif 40 <= size <= 75:
            yield ring(match, size)
    for match in _RING_CN.finditer(text):
        if 5 <= float(match[1]) <= 33:
            yield ring(match, measures.cn_ring_to_mm(float(match[1])))


def _ranges(text: str) -> Iterator[Amount]:
    for match in _RANGE.finditer(text):
        low, high = float(match["n1"]), float(match["n2"])
        unit = match["unit2"] or match["unit1"]
        currency = _currency(match["pre1"], match["post1"], match["pre2"], match["post2"])
        joined_by_and = re.search(r"\d\D*(?:and|和)\D*\d", match[0])
        if joined_by_and and not match[0].startswith(("between", "from", "在", "从")):
            continue
        if not unit and not currency and low < 50 and high < 50:
            continue
        low, high = (low * 1000, high) if low < 10 <= high / 100 else (low, high)  # '2-3000'
        yield _measure(match, unit, currency, min(low, high), max(low, high), exact=False)


def _singles(text: str) -> Iterator[Amount]:
    for match in _SINGLE.finditer(text):
        value, unit = float(match["n1"]), match["unit1"]
        currency = _currency(match["pre1"], match["post1"])
        bound = _bound(text[: match.start()], text[match.end() :])
        if unit and _is(unit, "carat") and _PURITY_AFTER.match(text[match.end() :]):
            continue  # '14 carat gold' is a purity
        if not unit and not currency and not _could_be_price(value, bound is not None):
            continue
        low: float | None
        high: float | None
        if bound == "most":
            low, high = None, value
        elif bound == "least":
            low, high = value, None
        elif bound == "about" or not unit:
            low, high = value * 0.9, value * 1.1
        else:
            low = high = value
        yield _measure(match, unit, currency, low, high, exact=bound is None)


def _could_be_price(value: float, is_bounded: bool) -> bool:
    """A bare number: small ones count things, and some large ones are fineness or dates."""
    if is_bounded:
        return value >= 20
    return value >= 200 and value not in _NOT_PRICES and not 2015 <= value <= 2035


def _measure(  # noqa: PLR0913 - one bounded reading of one match
    match: re.Match[str],
    unit: str | None,
    currency: str | None,
    low: float | None,
    high: float | None,
    *,
    exact: bool,
) -> Amount:
    kind: Kind = "money"
    factor = 1.0
    if unit and _is(unit, "carat"):
        kind = "carat"
    elif unit and _is(unit, "point"):
        kind, factor = "carat", 0.01
    elif unit and _is(unit, "weight"):
        kind = "weight"
    elif unit:
        kind, factor = "length", _mm_factor(unit)
    return Amount(
        kind,
        None if low is None else round(low * factor, 4),
        None if high is None else round(high * factor, 4),
        match.start(),
        match.end(),
        currency,
        exact,
    )


def _bound(before: str, after: str) -> Literal["most", "least", "about"] | None:
    if _AT_MOST.search(before) or _AT_MOST_AFTER.match(after):
        return "most"
    if _ABOUT.search(before) or _ABOUT_AFTER.match(after):
        return "about"
    if _AT_LEAST.search(before) or _AT_LEAST_AFTER.match(after):
        return "least"
    return None


def _currency(*words: str | None) -> str | None:
    for word in words:
        for code, pattern in _CURRENCIES.items():
            if word and re.fullmatch(pattern, word):
                return code
    return None


def _is(unit: str, name: str) -> bool:
    return re.fullmatch(_UNITS[name], unit) is not None


def _mm_factor(unit: str) -> float:
    if _is(unit, "cm"):
        return 10.0
    return measures.MM_PER_INCH if _is(unit, "inch") else 1.0
