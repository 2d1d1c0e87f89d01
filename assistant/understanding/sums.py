"""The figures of a sum that a shopper sets: grams of metal, labour and a fixed price.

'10克足金，工费每克30' names 10 g and 30 a gram of labour; 'a fixed price of 1280 for 1.1 g' names
both ends of a price a gram. Bare amounts of money are in the shop's currency.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.money import minor_per_major
from assistant.understanding.amount import Amount

_LABOUR = r"(?:工费|加工费|手工费|\blabou?r|\bmaking(?: charges?)?|\bworkmanship)"
_NUMBER = r"(\d+(?:\.\d+)?) ?(?:yuan|rmb|cny|块钱?|元)? ?"
_A_GRAM = r"(?:/|每|一|per|a|each) ?(?:克|g\b|gram)"
_LABOUR_A_GRAM = (
    re.compile(
        rf"{_LABOUR}[^\d,。]{{0,8}}(?:每|一|1|per|a) ?(?:克|g\b|gram)[^\d,。]{{0,4}}{_NUMBER}"
    ),
    re.compile(rf"{_LABOUR}[^\d,。]{{0,10}}{_NUMBER}{_A_GRAM}"),
    re.compile(rf"{_NUMBER}{_A_GRAM}[^\d,。]{{0,6}}{_LABOUR}"),
    re.compile(rf"每克(?:的)?{_LABOUR}[^\d,。]{{0,4}}{_NUMBER}"),
)
_LABOUR_IN_ALL = (
    re.compile(rf"{_LABOUR}[^\d,。]{{0,10}}{_NUMBER}"),
    re.compile(rf"{_NUMBER}(?:的)?{_LABOUR}"),
)
# Money over grams that is no labour: only where the sentence says it is one price, or asks a gram.
_FIXED = re.compile(
    r"一口价|\bfixed[ -]price|\bper gram\b|\ba gram\b|每克|[一1] ?克(?:多少|几)|折合|合多少"
)

_GRAMS = r"\d ?(?:g|grams?|gm|克)(?![a-z])"
_METAL = r"(?:gold|silver|platinum|金|银)"
_HOW_MUCH = r"(?:\bhow much\b|\bcosts?\b|多少钱|多钱|几钱|什么价|怎么卖|(?:大概|一共|总共|要)多少)"
# 'How much is 15 g of gold', 'is it by weight', 'what's the labour': a sum over metal, not a wish.
ASKS_SUM = re.compile(
    rf"^(?=.*{_GRAMS})(?=.*{_METAL})"
    r"(?!.*(?:\b(?:show|want|need|find|looking)\b|预算|想要?买|以[内下])).*"
    rf"{_HOW_MUCH}"
    r"|^(?=.*(?:一口价|\bfixed[ -]price)).*\d ?(?:g|grams?|克)"
    r"|\b(?:by|per) (?:weight|gram) or\b.{0,12}\bfixed\b|\bfixed[ -]price\b.{0,12}\bor by\b"
    r"|^(?:and )?(?:what(?:'s|s| is)|how much(?:'s| is)?) (?:the |its )?"
    r"(?:labou?r|making|workmanship)"
    r"|(?:是)?(?:按克|一口价)(?:还是)(?:按克|一口价)"
    r"|\bhow (?:did|do) you (?:work out|calculate|get to) the price\b"
)


def read_sum(text: str, amounts: Sequence[Amount], currency: str) -> dict[str, float]:
    """weight_g, fixed_minor, labour_minor, labour_minor_per_g, as far as they are named in folded
    ``text``; empty where no grams are."""
    grams = [one.number for one in amounts if one.kind == "weight" and one.number]
    if len(grams) != 1:
        return {}
    figures, minor = {"weight_g": grams[0]}, minor_per_major(currency)
    labour = _first(_LABOUR_A_GRAM, text)
    if labour is not None:
        return figures | {"labour_minor_per_g": float(round(labour * minor))}
    labour = _first(_LABOUR_IN_ALL, text)
    if labour is not None:
        return figures | {"labour_minor": float(round(labour * minor))}
    money = [
        one.number
        for one in amounts
        if one.kind == "money" and one.number and one.currency in (None, currency)
    ]
    if len(money) == 1 and _FIXED.search(text):
        figures["fixed_minor"] = float(round(money[0] * minor))
    return figures


def _first(patterns: Sequence[re.Pattern[str]], text: str) -> float | None:
    found = next((match for one in patterns if (match := one.search(text))), None)
    return float(found[1]) if found else None
