"""Occasions said by their number alone: 'my dad's 60th', 'she turns 30', 'our 25th', 满十八岁."""

from __future__ import annotations

import re

_ROUND = (
    r"(?:1st|first|13th|16th|18th|21st|[2-9]0th|[2-9]5th|100th|sixteenth|eighteenth|thirtieth|"
    r"fortieth|fiftieth|sixtieth|seventieth|eightieth|ninetieth)"
)
_NOT_A_PIECE = (
    r"(?! (?:one|piece|pair|ring|necklace|bracelet|choice|anniversary|wedding|of|time|date)\b)"
)
_BIRTHDAY = re.compile(
    rf"(?:'s|s'|\bher|\bhis|\bmy|\btheir) (?:big )?(?!first|1st){_ROUND}\b{_NOT_A_PIECE}|"
    r"\bsweet (?:sixteen|16)\b|\bthe big (?:three|four|five|six|[3-9])[ -]?(?:oh?|0)\b|"
    r"\bturn(?:s|ed|ing)? (?:the big )?(?:\d{1,3}|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"eighteen|twenty(?:[ -]one)?)\b(?! (?:karat|carat|k\b|mm|cm))|"
    r"满\d{1,3}岁|(?:\d{1,3}|[三四五六七八九]十)岁(?:的)?(?:生|大?寿)|成人礼|过[三四五六七八九]十(?!块|元)"
)
_ANNIVERSARY = re.compile(
    rf"\bour (?:big )?{_ROUND}\b{_NOT_A_PIECE}|"
    r"\b(?:\d{1,2}|ten|twenty|thirty|forty|fifty|five) years (?:of marriage|married|together)\b|"
    r"\bbeen married (?:for )?\d{1,2} years\b|结婚(?:\d{1,2}|[一二三四五六七八九十]{1,3})年"
)


def read_milestone(text: str) -> str | None:
    """The occasion that folded ``text`` names by a number of years; None if it names none."""
    if _ANNIVERSARY.search(text):
        return "anniversary"
    return "birthday" if _BIRTHDAY.search(text) else None
