"""Text as the parsers read it: folded, with its numbers written in digits, and its language."""

from __future__ import annotations

import re
import unicodedata

from assistant.terms import Language

_CJK = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)

_CN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "俩": 2}
_CN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_CN_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万]+")
_CN_AFTER = re.compile(
    r"\s*(?:多)?(?:块|元|人民币|美元|美金|刀|港币|港元|欧元|英镑|日元|克|分|厘米|公分|毫米|号|寸|英寸)"
)
_CN_PAIR = re.compile(r"([一二两三四五六七八九])([一二两三四五六七八九])([百千万])(?!足)")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)\s*(万|千|百|w(?![a-z]))(\d)?(?!\d|足)")

_EN_ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_UNITS = {w: i for i, w in enumerate(_EN_ONES)}
_EN_TENS = {w: 10 * i for i, w in enumerate(_EN_TENS_NAMES, 2)}
_EN_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000}
_EN_WORD = "|".join([*_EN_UNITS, *_EN_TENS, *_EN_SCALES])
_EN_NUMERAL = re.compile(
    rf"\b(?:(?:{_EN_WORD}|a(?=\s+(?:hundred|thousand|grand)))\b[\s-]*(?:and\s+(?=(?:{_EN_WORD})\b))?)+"
)
_EN_SMALL_BEFORE = re.compile(r"(?:size|us|number)\s*$")
_DIGITS_SCALE = re.compile(
    r"(\d+(?:\.\d+)?)\s*(?:(k)(?![a-z0-9\u4e00-\u9fff])|(thousand|hundred|grand)\b)"
)
_THOUSANDS = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+)(?!\d)")


def detect_language(text: str) -> Language | None:
    """zh if any Chinese character stands in it, en if any Latin letter, None for digits alone."""
    if _CJK.search(text):
        return "zh"
    return "en" if _LETTER.search(text) else None


def fold_text(text: str) -> str:
    """Lower case, NFKC width, plain quotes and hyphens, numbers in digits, single spaces.

    'Two thousand', '2k', '1,500' and '两千五' become 2000, 2000, 1500 and 2500.
    """
    folded = unicodedata.normalize("NFKC", text).lower()
    folded = folded.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    folded = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", folded)
    folded = _THOUSANDS.sub(lambda match: match[1].replace(",", ""), folded)
    folded = _CN_PAIR.sub(_read_cn_pair, folded)
    folded = _MIXED.sub(_read_mixed, folded)
    folded = _CN_NUMERAL.sub(_read_cn_numeral, folded)
    folded = _EN_NUMERAL.sub(_read_en_numeral, folded)
    folded = _DIGITS_SCALE.sub(_read_scaled, folded)
    return re.sub(r"\s+", " ", folded).strip()


def _read_cn_pair(match: re.Match[str]) -> str:
    unit = _CN_UNITS[match[3]]
    return f"{_CN_DIGITS[match[1]] * unit}-{_CN_DIGITS[match[2]] * unit}"


def _read_mixed(match: re.Match[str]) -> str:
    """'1.5万' is 15000; '1万2' is 12000: the loose digit counts the next smaller unit."""
    unit = _CN_UNITS["万" if match[2] == "w" else match[2]]
    loose = int(match[3]) * unit // 10 if match[3] else 0
    return _plain(float(match[1]) * unit + loose)


def _read_cn_numeral(match: re.Match[str]) -> str:
    word = match[0]
    before, after = match.string[: match.start()], match.string[match.end() :]
    has_scale = any(unit in word[1:] for unit in "百千万") and word[0] not in "百千万"
    if before.endswith(("第", "前", "这", "那", "每")) or after.startswith("足"):
        return word
    if not has_scale and not _CN_AFTER.match(after):
        return word
    return str(read_cn_number(word))


def read_cn_number(word: str) -> int:
    """A Chinese numeral: 两千五 is 2500, 一万二 is 12000, 十八 is 18."""
    total = section = digit = 0
    last_unit = 1
    for char in word:
        if char in _CN_DIGITS:
            digit = _CN_DIGITS[char]
            if char in "零〇":
                last_unit = 10  # 'zero' ends the loose-digit rule: 一千零五 is 1005
        elif char == "万":
            total = (total + section + digit) * 10_000
            section = digit = 0
            last_unit = 10_000
        else:
            unit = _CN_UNITS[char]
            section += (digit or 1) * unit
            digit, last_unit = 0, unit
    loose = digit * last_unit // 10 if digit and last_unit >= 100 else digit
    return total + section + loose


def _read_en_numeral(match: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", match[0])
    has_scale = any(word in _EN_SCALES for word in words[1:])
    if not has_scale and not _EN_SMALL_BEFORE.search(match.string[: match.start()]):
        return match[0]
    total = section = 0
    for word in words:
        if word in _EN_UNITS or word in _EN_TENS:
            section += _EN_UNITS.get(word, 0) or _EN_TENS.get(word, 0)
        elif word == "hundred":
            section = (section or 1) * 100
        elif word in _EN_SCALES:
            total += (section or 1) * 1000
            section = 0
    tail = " " if match[0].endswith(" ") else ""
    return f"{total + section}{tail}"


def _read_scaled(match: re.Match[str]) -> str:
    """'2k' is 2000, but '18k' and '14k' are purities."""
    if match[2]:
        if match[1] in {"9", "10", "14", "18", "22", "24"}:
            return match[0]
        return _plain(float(match[1]) * 1000)
    return _plain(float(match[1]) * _EN_SCALES[match[3]])


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
