"""Amounts in a sentence: money, carats, grams, lengths and sizes, with what bounds them.

Works on folded text (``text.fold_text``), where numbers are digits. A number with neither a
currency, a unit nor a comparison is nobody's amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant import measures
from assistant.understanding.amount import Amount, Kind
from assistant.understanding.ring_sizes import find_sizes

__all__ = ["Amount", "Kind", "find_amounts"]

_CURRENCIES = {
    "CNY": r"¥|￥|rmb|cny|yuan|kuai|renminbi|人民币|块钱|块|元",
    "USD": r"us\$|\$|usd|us dollars?|dollars?|bucks|美元|美金|美刀|刀",
    "EUR": r"€|euros?|eur|欧元",
    "GBP": r"£|pounds sterling|pounds?|gbp|quid|英镑|镑",
    "HKD": r"hk\$|hkd|hong kong dollars?|hk dollars?|港币|港元|港纸|港圆|蚊",
    "JPY": r"jpy|yen|日元|日圆",
    "SGD": r"s\$|sgd|singapore dollars?|新币|新加坡元|坡币",
    "TWD": r"nt\$|twd|taiwan dollars?|新台币|台币",
    "CAD": r"ca\$|c\$|cad|canadian dollars?|加币|加元",
    "AUD": r"au\$|a\$|aud|australian dollars?|aussie dollars?|澳币|澳元",
}
_ANY_CURRENCY = "|".join(
    sorted("|".join(_CURRENCIES.values()).replace(r"\$", "\0").split("|"), key=len, reverse=True)
).replace("\0", r"\$")
_NUMBER = r"\d+(?:\.\d+)?"
_UNITS = {
    "carat": r"carats?|cts?|克拉|卡拉",
    "point": r"分(?!之|钟|期|手)|points?",
    "weight": r"grams?|grammes?|g|克(?!拉)",
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
    rf"(?:between|from|从|在)?\s*{_ONE.format(1)}\s*(?:-|~|to|and|or|到|至|和)\s*{_ONE.format(2)}"
)
_SINGLE = re.compile(rf"(?<![\d.a-z-]){_ONE.format(1)}")

# What may stand between a bound and its number: 'under, like, about 3000'.
_HEDGE = (
    r"(?:(?:about|around|say|maybe|like|roughly|approximately|the|a|an|of|is|be|at|"
    r"to|just|:|大概|大约|差不多|就|也要|也得|要|得|在|是|到|,)\s*)*$"
)
_MORE = (
    r"(?:over|above|more than|more then|beyond|exceed(?:ing)?|past|north of|higher than|"
    r"dearer than|pricier than|more expensive than|greater than|upwards? of|a penny over)"
)
_LESS = (
    r"(?:under|below|less than|lower than|cheaper than|beneath|smaller than|south of|lighter than)"
)
_NEGATED = (
    r"(?:\bno|\bnot|\bnever|\bnothing|\bnone|\bwithout|n't|\bcannot|\bcant|\bdont|\bwont)\b"
    r"(?:\s(?:going|go|to|spend|spending|pay|paying|want|wanna|be|costing|that|is|are|it|"
    r"anything|stretch|show|me|for|any|even|a|cost|costs|weigh|weighs|weighing|"
    r"priced)\b){0,5}\s*"
)
_AT_MOST = re.compile(
    rf"(?:{_NEGATED}{_MORE}|(?<!not )(?<!no )(?<!nothing )(?<!n't ){_LESS}|\bup to|\bupto|"
    r"\bat (?:the )?(?:very )?most|\bmax(?:imum)?(?: of| is|:)?|\bwithin|\binside|\bunder\b|"
    r"\b(?:cap|ceiling|limit|top|upper limit|max|maximum)(?: (?:it|that|this|me|price|budget))?|"
    r"\b(?:budget|price range|spend limit)(?: is| of|:)?|\bspend(?:ing)?(?: up to)?|"
    r"\bstretch to|\bafford|"
    r"\b(?:raise|increase|lift|lower|bring|drop|reduce|extend|push|up|bump)(?: (?:it|that|"
    r"this|the|my|our|top|limit|budget|price|max|maximum|upper|ceiling|cap))*(?: down| up)?|"
    r"不超过|不要超过|不能超过|别超过|不可以超过|不想超过|低于|少于|最多|顶多|至多|小于|不高于|"
    r"不大于|上限|封顶|撑死|"
    r"控制在|限(?=\d)|放宽到?|提高到?|提到|加到|涨到|降到|降低到|压到|最高|便宜过|"
    rf"预算|手头|手上有)\s*{_HEDGE}"
)
_AT_LEAST = re.compile(
    rf"(?:{_NEGATED}{_LESS}|{_MORE}|\bat least|\bstarting (?:at|from)|\bmin(?:imum)?(?: of|"
    rf" is|:)?|\bfrom|"
    r"\bfloor|\blower limit|"
    r"(?<!不)(?<!不要)(?<!不能)(?<!不想)(?<!别)超过|不低于|不少于|不小于|高于|至少|起码|"
    r"大于|最少|最低|下限|多于|贵过)\s*"
    rf"{_HEDGE}"
)
_ABOUT = re.compile(
    r"(?:around|about|approximately|approx\.?|roughly|circa|~|somewhere near|near|close to|"
    r"ballpark|in the region of|say|"
    r"大概|大约|差不多|约|接近|上下浮动)\s*(?:the |a |是|在|:)?$"
)
_AT_MOST_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:以内|以下|之内|之下|以里|内(?!径)|封顶|到顶|打住|or (?:less|under|"
    r"below|cheaper)|(?:at (?:the )?(?:very )?)?(?:max(?:imum)?|most|tops)\b|"
    r"(?:is|as) (?:my|the|our) (?:absolute |very )?(?:limit|max|maximum|ceiling|top|budget|cap)|"
    r"is as (?:high|much|far) as|(?:is |as )?(?:the |my )?(?:upper )?(?:limit|"
    r"ceiling)|是(?:上限|极限)|最多|顶天|budget\b)"
)
_AT_LEAST_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:以上|往上|起步|起(?!来)|打底|朝上|or (?:more|over|above|up)|"
    r"and (?:up|above|over)|at least|\+|plus\b|minimum\b|min\b|upwards)"
)
_ABOUT_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:左右|上下|前后|出头|or so|or thereabouts|give or take|ish\b|"
    r"-ish\b|mark\b)"
)
_PURITY_AFTER = re.compile(r"\s*(?:yellow |white |rose )?(?:gold|金)")
# 'how much is a gram' asks: its gram is no wish.
_ASKED_UNIT = re.compile(
    r"(?:多少(?:钱)?|几钱|什么价|怎么卖|每|一|per|each|price of(?: a| one)?)\s*$"
)
_ASKED_AFTER = re.compile(r"\s*(?:是)?(?:多少|什么价|几钱|怎么卖|几多)")
# A currency named apart from the number: 'in dollars', '三万以内 人民币'.
_STRONG = (
    r"人民币|港币|港元|美元|美金|欧元|英镑|日元|台币|rmb|cny|usd|hkd|eur|gbp|jpy|dollars|euros|"
    r"pounds|sterling|yuan"
)
_APART = re.compile(rf"(?<!\d)(?<!\d )(?P<c>{_STRONG})(?![a-z])(?!\s*\d)")
_SLANG = frozenset({"蚊", "块", "刀", "元", "kuai", "bucks"})

# Fineness marks and the 520 gift day.
_NOT_PRICES = frozenset({375, 417, 520, 585, 750, 850, 900, 916, 925, 950, 990, 999, 9999})


def find_amounts(text: str, *, about_bangle: bool, answers_price: bool) -> tuple[Amount, ...]:
    """Every amount in folded ``text``.

    ``about_bangle``: a bare 'size 56' is a bangle's; ``answers_price``: the shopper was just asked
    for a budget, so a bare number is one.
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
    return tuple(sorted(found, key=lambda amount: amount.start))


def _ranges(text: str) -> Iterator[Amount]:
    for match in _RANGE.finditer(text):
        low, high = float(match["n1"]), float(match["n2"])
        unit = match["unit2"] or match["unit1"]
        currency = _currency(match["pre1"], match["post1"], match["pre2"], match["post2"])
        joined_by_and = re.search(r"\d\D*(?:\band\b|\bor\b|和)\D*\d", match[0])
        if joined_by_and and not match[0].startswith(("between", "from", "在", "从")):
            continue
        if not unit and not currency and (high < 50 or _is_a_date(match)):
            continue
        if not unit and low < 10 <= high / 100:  # '2-3000'
            low *= 1000
        if not unit and (currency is None or match["post2"] in _SLANG):
            currency = _named_currency(text) or currency
        yield _measure(match, unit, currency, min(low, high), max(low, high), exact=False)


def _is_a_date(match: re.Match[str]) -> bool:
    return bool(re.match(r"\s*(?:月|号|日|点|年|/)", match.string[match.end() :]))


def _singles(text: str) -> Iterator[Amount]:
    for match in _SINGLE.finditer(text):
        value, unit = float(match["n1"]), match["unit1"]
        currency = _currency(match["pre1"], match["post1"])
        before, after = text[: match.start()], text[match.end() :]
        bound = _bound(before, after)
        if unit and _is(unit, "carat") and _PURITY_AFTER.match(after):
            continue  # '14 carat gold' is a purity
        if unit and value == 1 and (_ASKED_UNIT.search(before) or _ASKED_AFTER.match(after)):
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
        if not unit and (currency is None or match["post1"] in _SLANG):
            currency = _named_currency(text) or currency
        yield _measure(match, unit, currency, low, high, exact=bound is None)


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
        number=float(match["n1"]) if "n2" not in match.re.groupindex else None,
    )


def _bound(before: str, after: str) -> Literal["most", "least", "about"] | None:
    if _ABOUT_AFTER.match(after):
        return "about"
    if _AT_MOST_AFTER.match(after):
        return "most"
    if re.search(r"(?:超过|高于|多于|大于)\s*$", before) and re.match(
        r"(?:块|元|的)*(?:都|就|也)?(?:不要|不行|免谈|不考虑|不看|算了)", after
    ):
        return "most"
    if _AT_LEAST_AFTER.match(after):
        return "least"
    if _AT_MOST.search(before):
        return "most"
    if _AT_LEAST.search(before):
        return "least"
    return "about" if _ABOUT.search(before) else None


def _currency(*words: str | None) -> str | None:
    for word in words:
        for code, pattern in _CURRENCIES.items():
            if word and re.fullmatch(pattern, word):
                return code
    return None


def _named_currency(text: str) -> str | None:
    match = _APART.search(text)
    return _currency(match["c"]) or ("GBP" if match["c"] == "sterling" else None) if match else None


def _is(unit: str, name: str) -> bool:
    return re.fullmatch(_UNITS[name], unit) is not None


def _mm_factor(unit: str) -> float:
    if _is(unit, "cm"):
        return 10.0
    return measures.MM_PER_INCH if _is(unit, "inch") else 1.0
