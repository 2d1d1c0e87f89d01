"""Which knowledge a question is about: keys that the cards are filed under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.understanding.cues.themes_of_metals import METALS
from assistant.understanding.cues.themes_of_sizes import SIZES
from assistant.understanding.cues.themes_of_stones import STONES
from assistant.understanding.cues.themes_of_wear import GIVING, KEEPING, WEARING
from assistant.understanding.mentions import Mention
from assistant.understanding.numerals import read_cn_number

THEMES: Mapping[str, re.Pattern[str]] = {
    **SIZES,
    **METALS,
    **STONES,
    **GIVING,
    **WEARING,
    **KEEPING,
}
# Slots whose terms cards are filed under: 18k, bezel and gia as much as pearl.
_SLOTS = (
    "stone",
    "metal",
    "plating",
    "purity",
    "clasp",
    "setting",
    "treatment",
    "certificate",
    "occasion",
    "stone_origin",
    "category",
)
# A narrower question answers the wider one that its words touch too: 'does white gold contain
# nickel' is about nickel, 求婚戒指和结婚对戒一样吗 about weddings.
_NARROWER: Mapping[str, frozenset[str]] = {
    "hk_scale": frozenset({"ring_scale"}),
    "nickel": frozenset(
        {"white_gold", "platinum", "purity", "metal_choice", "plating", "rose_gold", "daily_wear"}
    ),
    "vermeil": frozenset({"plating"}),
    "china_standard": frozenset({"purity", "fine_gold", "hallmark"}),
    "hallmark_abroad": frozenset({"hallmark", "purity"}),
    "hallmark": frozenset({"purity"}),
    "hard_gold": frozenset({"hardness"}),
    "lab_report": frozenset({"laboratory", "certificate", "4cs", "colour_clarity"}),
    "laboratory_name": frozenset({"laboratory"}),
    "laboratory": frozenset({"4cs", "natural"}),
    "colour_clarity": frozenset({"4cs", "tarnish"}),
    "diamond_shape": frozenset({"4cs"}),
    "carat_size": frozenset({"4cs", "colour_clarity"}),
    "pearl_knots": frozenset({"storage", "check_up"}),
    "treatment": frozenset({"tarnish", "hardness", "plating", "natural"}),
    "hardness": frozenset({"hetian", "jade_grades"}),
    "metal_choice": frozenset({"daily_wear", "purity", "engagement"}),
    "wedding": frozenset({"couple_rings", "engagement"}),
    "which_finger": frozenset({"engagement", "wedding", "ring_size", "for_men", "couple_rings"}),
    "neckline": frozenset({"necklace_length", "metal_choice"}),
    "layering": frozenset({"storage", "necklace_length"}),
    "first_earrings": frozenset({"nickel", "metal_choice", "earring_backs"}),
    "jade_grades": frozenset({"authenticity"}),
    "origin": frozenset({"4cs", "laboratory", "natural", "authenticity"}),
    "authenticity": frozenset(
        {"4cs", "laboratory", "certificate", "hallmark", "purity", "natural"}
    ),
    "gift_days": frozenset({"gift_choice"}),
}
# What no shop may promise outweighs all else that the question names.
_OUTWEIGH = ("investment", "healing")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
# 'May I see it' and 3月 of a delivery name no birth stone.
_OF_BIRTH = re.compile(r"\bborn\b|\bbirth|\bbab(?:y|ies)\b|诞生|生日|生辰|出生|生的|宝宝")
_SAID_YEARS: Mapping[str, int] = {
    **{"one": 1, "first": 1, "three": 3, "third": 3, "five": 5, "fifth": 5, "ten": 10, "tenth": 10},
    **{"twelve": 12, "twelfth": 12, "fifteen": 15, "fifteenth": 15, "twenty": 20, "twentieth": 20},
    **{"twenty five": 25, "twenty fifth": 25, "thirty": 30, "thirtieth": 30, "forty": 40},
    **{"fortieth": 40, "fifty": 50, "fiftieth": 50, "fifty fifth": 55, "sixty": 60, "sixtieth": 60},
}
_COUNT = (
    r"(\d{1,2}(?:st|nd|rd|th)?|"
    + "|".join(sorted(_SAID_YEARS, key=len, reverse=True))
    + r"|[一二两三四五六七八九十]{1,3})"
)
_YEARS = re.compile(
    rf"{_COUNT} ?(?:years? (?:of marriage|married|together|anniversary)|"
    rf"(?:wedding )?anniversary|周年)|\b(?:give|gift|get|got)[^.?!]{{0,20}} for {_COUNT} "
    rf"?years\b|(?:结婚|婚后|成婚).{{0,2}}?{_COUNT} ?年|"
    rf"\bmarried (?:for )?{_COUNT} years?"
)
# Anniversaries by name, of which the list of years holds the stone or metal.
_NAMED_YEARS: Mapping[str, re.Pattern[str]] = {
    "year_25": re.compile(r"\bsilver (?:wedding|anniversary)|银婚"),
    "year_30": re.compile(r"\bpearl (?:wedding|anniversary)|珍珠婚"),
    "year_40": re.compile(r"\bruby (?:wedding|anniversary)|红宝石婚"),
    "year_50": re.compile(r"\bgold(?:en)? (?:wedding|anniversary)|金婚"),
    "year_60": re.compile(r"\bdiamond (?:wedding|anniversary)|钻石婚"),
}


def find_topics(text: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Knowledge keys in folded ``text``: named materials first, then themes, then months."""
    keys = [
        term
        for mention in mentions
        for slot, terms in mention.means.items()
        if slot in _SLOTS
        for term in terms
    ]
    themes = [key for key, pattern in THEMES.items() if pattern.search(text)]
    months = _months(text) if _OF_BIRTH.search(text) else []
    years = _years(text)
    weighty = tuple(key for key in _OUTWEIGH if key in themes)
    if weighty:
        return weighty
    if months:
        themes = [*(key for key in themes if key != "for_children"), "birthstone"]
    if years or "anniversary" in themes:
        keys = [key for key in keys if key != "wedding"]
        themes = [*(key for key in themes if key != "wedding"), "anniversary"]
    keys = [key for key in keys if key not in _answered_by(themes)]
    return tuple(dict.fromkeys([*keys, *months, *years, *_narrowed(themes)]))


def _years(text: str) -> list[str]:
    """'Ten years of marriage', 结婚三十年, 银婚: the year of an anniversary."""
    said = [next(filter(None, match.groups())) for match in _YEARS.finditer(text)]
    counted = [f"year_{_count(words)}" for words in said]
    return counted or [key for key, pattern in _NAMED_YEARS.items() if pattern.search(text)]


def _count(words: str) -> int:
    digits = re.match(r"\d+", words)
    if digits:
        return int(digits[0])
    return _SAID_YEARS.get(words) or read_cn_number(words) or 0


def _narrowed(themes: list[str]) -> list[str]:
    """``themes`` without those that a narrower one among them answers."""
    weighty = [key for key in themes if key in _OUTWEIGH]
    if weighty:
        return weighty
    wider = {wide for key in themes for wide in _NARROWER.get(key, ())}
    return [key for key in themes if key not in wider]


def _answered_by(themes: list[str]) -> frozenset[str]:
    """The occasions that 'which finger is an engagement ring worn on' names and asks nothing of."""
    return _NARROWER["which_finger"] if "which_finger" in themes else frozenset()


def _months(text: str) -> list[str]:
    named = [month for month in _MONTHS if re.search(rf"\b{month}\b", text)]
    chinese = re.search(r"(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月", text)
    if chinese:
        words = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        number = words.index(chinese[1]) + 1 if chinese[1] in words else int(chinese[1])
        named.append(_MONTHS[number - 1])
    return named
