"""Amounts in a sentence: money, carats, grams, lengths and sizes, with what bounds them.

Works on folded text (``text.fold_text``), where numbers are digits. A number with neither a
currency, a unit nor a comparison is nobody's amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant import measures
from assistant.understanding import currencies
from assistant.understanding.amount import Amount, Kind
from assistant.understanding.bounds import is_all_there_is, read_bound, steps_up
from assistant.understanding.ring_sizes import find_sizes

__all__ = ["Amount", "Kind", "find_amounts"]

_NUMBER = r"\d+(?:\.\d+)?"
_UNITS = {
    "carat": r"carats?|cts?|克拉|卡拉|卡(?![片号通路地牌])",
    "point": r"分(?!之|钟|期|手)|points?",
    "weight": r"grams?|grammes?|gms?|gr|g|克(?!拉)",
    "cm": r"cm|centimet(?:re|er)s?|厘米|公分",
    "mm": r"mm|millimet(?:re|er)s?|毫米",
    "inch": r"inch(?:es)?|(?<=\d)in(?!\w)|in(?= long\b)|\"|英寸|寸",
}
_ANY_UNIT = "|".join(f"(?:{pattern})" for pattern in _UNITS.values())
_AFTER_WORD = r"(?:(?<=[\u3400-\u9fff])|(?![a-z]))"
_ONE = (
    rf"(?:(?P<pre{{0}}>{currencies.ANY})\s*)?(?P<n{{0}}>{_NUMBER})\s*"
    rf"(?:(?P<post{{0}}>{currencies.ANY}){_AFTER_WORD}|(?P<unit{{0}}>{_ANY_UNIT}){_AFTER_WORD})?"
)
_RANGE = re.compile(
    rf"(?:between|from|从|在)?\s*{_ONE.format(1)}\s*(?:-|~|(?:up )?to|and|or|到|至|"
    rf"和)\s*{_ONE.format(2)}"
)
_SINGLE = re.compile(rf"(?<![\d.a-z-]){_ONE.format(1)}")

_PURITY_AFTER = re.compile(r"\s*(?:yellow |white |rose )?(?:gold|金)")
_PURITIES = frozenset({9, 14, 18, 22, 24})
_STONE_AFTER = re.compile(
    r"\s*(?:的|of )?(?:round |oval |total |natural |lab )*(?:diamonds?|stones?|sapphires?|rub(?:y|"
    r"ies)|"
    r"emeralds?|solitaire|total|钻|宝石|红宝|蓝宝|主石)"
)
# 'how much is a gram' asks: its gram is no wish.
_ASKED_UNIT = re.compile(
    r"(?:多少(?:钱)?|几钱|什么价|怎么卖|每|一|per|each|price of(?: a| one)?)\s*$"
)
_ASKED_AFTER = re.compile(r"\s*(?:是|合|折合|算|卖)?(?:多少|什么价|几钱|怎么卖|几多)")
_NO_WISH_BEFORE = re.compile(
    r"(?:\b(?:phone|number|order|tel|telephone|mobile|code|discount of|cheaper by|closer to|ref|"
    r"reference)"
    r"(?: number)?(?: is|:|#)?|"
    r"电话|手机|单号|订单|编号|号码|微信|便宜|优惠|减|抹|让利)(?:是|号|:|#|掉|个|了|\s)*$"
)
_NO_WISH_AFTER = re.compile(r"\s*(?:off\b|(?:块|元)?的?(?:优惠|折扣))")
# A small bare number is a sum where one stands to be corrected: 'make that 120', '120 not 100'.
_CORRECTS_A_SUM = re.compile(
    r"(?:(?:no|sorry|sry|oops|wait|hmm|actually|rather|i mean(?:t)?|make (?:it|that)|"
    r"change (?:it|that)"
    r"(?: to)?|let's (?:say|do)|or|say|more like|maybe|to|not \d+|不对|不是\d+|不|是|应该是|说错了|"
    r"打错了|还是|改成|改为|换成|要不|那就|就|算了)(?![a-z])[\s,，.]*)+"
    r"(?P<n>[2-9]\d|1\d\d)(?![\d.%]|\s*(?:mm|cm|号|码|款|个|th|st|nd|rd))"
    r"(?:[\s,，.]*(?:actually|rather|instead|then|please|not \d+|不是\d+|吧|好了|就行))*"
    r"(?:,? (?:if|when) (?:it|it's|i|we|they|that|there|you)\b[^,.\d]*)?[\s.!。]*$"
    r"|(?P<m>[2-9]\d|1\d\d)[\s,，]*(?:actually|rather|instead|not \d+|不是\d+)[\s.!。]*$"
)
_LONGEST_PRICE = 10_000_000  # longer numbers are telephones
# Fineness marks and the 520 gift day.
_NOT_PRICES = frozenset({375, 417, 520, 585, 750, 850, 900, 916, 925, 950, 990, 999, 9999})


def find_amounts(
    text: str, *, about_bangle: bool, answers_price: bool, price_stands: bool = False
) -> tuple[Amount, ...]:
    """Every amount in folded ``text``.

    ``about_bangle``: a bare 'size 56' is a bangle's; ``answers_price``: the shopper was just asked
    for a budget, so a bare number is one; ``price_stands``: there is a sum that 'no, 120' corrects.
    """
    found: list[Amount] = []
    for finder in (lambda t: find_sizes(t, about_bangle=about_bangle), _ranges, _singles):
        for amount in finder(text):
            if all(amount.end <= known.start or amount.start >= known.end for known in found):
                found.append(amount)
    bare = re.fullmatch(rf"\D{{0,8}}({_NUMBER})\D{{0,4}}", text)
    if answers_price and bare and all(amount.kind == "money" for amount in found):
        bounded = [one for one in found if not one.exact]
        budget = Amount("money", None, float(bare[1]), bare.start(1), bare.end(1))
        found = bounded or [budget]
    if price_stands and not found:
        found = list(_corrected_sum(text))
    return tuple(sorted(found, key=lambda amount: amount.start))


def _corrected_sum(text: str) -> Iterator[Amount]:
    match = _CORRECTS_A_SUM.match(text)
    if match is not None:
        group = "n" if match["n"] else "m"
        value = float(match[group])
        low, high = value * 0.9, value * 1.1
        yield Amount("money", low, high, *match.span(group), exact=True, number=value)


def _ranges(text: str) -> Iterator[Amount]:
    for match in _RANGE.finditer(text):
        low, high = float(match["n1"]), float(match["n2"])
        unit = match["unit2"] or match["unit1"]
        currency = currencies.currency_of(
            match["pre1"], match["post1"], match["pre2"], match["post2"]
        )
        joined_by_and = re.search(r"\d\D*(?:\band\b|\bor\b|和)\D*\d", match[0])
        if joined_by_and and not match[0].startswith(("between", "from", "在", "从")):
            continue
        if not unit and not currency and (high < 50 or _is_a_date(match)):
            continue
        if not unit and low < 10 <= high / 100:  # '2-3000'
            low *= 1000
        if not unit and (currency is None or match["post2"] in currencies.SLANG):
            currency = currencies.named_apart(text) or currency
        yield _measure(match, unit, currency, min(low, high), max(low, high), exact=False)


def _is_a_date(match: re.Match[str]) -> bool:
    return bool(re.match(r"\s*(?:月|号|日|点|年|/)", match.string[match.end() :]))


def _singles(text: str) -> Iterator[Amount]:
    for match in _SINGLE.finditer(text):
        value, unit = float(match["n1"]), match["unit1"]
        currency = currencies.currency_of(match["pre1"], match["post1"])
        before, after = text[: match.start()], text[match.end() :]
        bound = read_bound(before, after)
        if not unit and bound is None and is_all_there_is(before, after):
            bound = "most"
        if unit and _is_purity(unit, value, after, is_bounded=bound is not None):
            continue
        if unit and value == 1 and (_ASKED_UNIT.search(before) or _ASKED_AFTER.match(after)):
            continue
        if _is_no_wish(before, after):
            continue
        if (
            not unit
            and not currency
            and not _could_be_price(value, bound is not None, before, after)
        ):
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
        if not unit and (currency is None or match["post1"] in currencies.SLANG):
            currency = currencies.named_apart(text) or currency
        amount = _measure(match, unit, currency, low, high, exact=bound is None)
        yield replace(amount, is_step=amount.kind == "money" and steps_up(before))


def _is_purity(unit: str, value: float, after: str, *, is_bounded: bool) -> bool:
    """'14 carat gold' and a bare '22 carat' are; 'a 14 carat diamond' is not."""
    if not _is(unit, "carat"):
        return False
    is_bare = value in _PURITIES and not is_bounded and not _STONE_AFTER.match(after)
    return is_bare or bool(_PURITY_AFTER.match(after))


def _is_no_wish(before: str, after: str) -> bool:
    """A telephone, an order, a discount asked for: numbers that bound nothing."""
    return bool(_NO_WISH_BEFORE.search(before) or _NO_WISH_AFTER.match(after))


def _could_be_price(value: float, is_bounded: bool, before: str, after: str) -> bool:
    """A bare number: small ones count things, and some large ones are fineness or dates."""
    if re.match(
        r"\s*(?:年|月|号|日|天|周|个|款|件|只|对|条|枚|次|分钟|小时|点|岁|%|x\b|times|years?|days?|"
        r"weeks?|am\b|pm\b|pieces?|people)",
        after,
    ):
        return False
    if is_bounded:
        return value >= 20
    if 1900 <= value <= 2035 and re.search(r"\b(?:in|since|from|year)\s*$", before):
        return False
    return 200 <= value < _LONGEST_PRICE and value not in _NOT_PRICES and not 2015 <= value <= 2035


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
        number=float(match["n1"]) if "n2" not in match.re.groupindex else None,
    )


def _is(unit: str, name: str) -> bool:
    return re.fullmatch(_UNITS[name], unit) is not None


def _mm_factor(unit: str) -> float:
    if _is(unit, "cm"):
        return 10.0
    return 1.0 if _is(unit, "mm") else measures.MM_PER_INCH
