"""Which knowledge a question is about: keys that the cards are filed under."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.understanding.mentions import Mention

_TOPICS: Mapping[str, re.Pattern[str]] = {
    "ring_size": re.compile(r"\brings?\b|戒|手寸|指围|\bsize\b"),
    "bangle_size": re.compile(r"bangle|镯|圈口"),
    "necklace_length": re.compile(r"necklace|chain|项链|链长"),
    "nickel": re.compile(r"nickel|allerg|hypoallergenic|sensitive|镍|过敏|敏感"),
    "vermeil": re.compile(r"vermeil|gold filled|银镀厚金|包金"),
    "plating": re.compile(r"plat(?:ed|ing)\b|fade|镀|掉色|褪色"),
    "birthstone": re.compile(r"birthstones?|诞生石|生日石"),
    "anniversary": re.compile(r"anniversar|周年"),
    "san_jin": re.compile(r"三金|五金|san jin"),
    "zodiac_year": re.compile(r"本命年|zodiac year"),
    "white_gold": re.compile(r"white gold|白金|k白|白k"),
    "platinum": re.compile(r"platinum|铂金|白金"),
    "purity": re.compile(
        r"karat|purity|fineness|hallmark|成色|足金|千足|18k|14k|24k|"
        r"9999?|925|750|585|375|916|950|990"
    ),
    "laboratory": re.compile(r"lab[- ]?(?:grown|created)|laboratory|培育|合成"),
    "jade_grades": re.compile(
        r"(?<![a-z])[abc]货|type [abc]|jade (?:grade|type)s?|翡翠.*(?:种|水)|(?:冰|糯|豆|"
        r"玻璃|油青)种|水头|飘花"
    ),
    "gold_price": re.compile(r"一口价|按克|工费|3d硬金|5g黄金|gold price|per gram"),
    "never_say": re.compile(
        r"invest|resale|in value|go(?:es)? up|appreciate|涨|保值|升值|投资|healing|辟邪|招财|lucky"
    ),
    "earring_backs": re.compile(r"earring backs?|耳背|耳堵"),
    "4cs": re.compile(r"\b(?:4|four) ?cs?\b|clarity|carat|colou?r grade|净度|切工|4c"),
    "daily_wear": re.compile(r"every ?day|daily|日常|(?<![今明昨])天天|平时"),
}
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


def find_topics(text: str, mentions: Iterable[Mention]) -> tuple[str, ...]:
    """Knowledge keys in folded ``text``: named materials first, then themes, then months."""
    keys = [
        term
        for mention in mentions
        for slot, terms in mention.means.items()
        if slot in ("stone", "metal", "plating", "clasp", "occasion", "stone_origin", "category")
        for term in terms
    ]
    keys += _months(text)
    keys += [
        f"year_{match[1]}"
        for match in re.finditer(r"(\d{1,2})(?:st|nd|rd|th)? ?(?:year|anniversary|周年)", text)
    ]
    keys += [key for key, pattern in _TOPICS.items() if pattern.search(text)]
    return tuple(dict.fromkeys(keys))


def _months(text: str) -> list[str]:
    named = [month for month in _MONTHS if re.search(rf"\b{month}\b", text)]
    chinese = re.search(r"(?<!\d)(1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月", text)
    if chinese:
        words = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"]
        number = words.index(chinese[1]) + 1 if chinese[1] in words else int(chinese[1])
        named.append(_MONTHS[number - 1])
    return named
