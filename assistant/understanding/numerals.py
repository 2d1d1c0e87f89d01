"""Numbers in words, of either language, written in digits: '两千五' and 'two and a half grand'."""

from __future__ import annotations

import re

_CN_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0, "俩": 2}
_CN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10_000}
_CN_NUMERAL = re.compile(r"[零〇一二两三四五六七八九十百千万]+")
_CN_AFTER = re.compile(
    r"\s*(?:多)?(?:块|元|人民币|美元|美金|刀|港币|港元|港纸|蚊|卡(?![片号通])|欧元|英镑|镑|日元|克|分|厘米|"
    r"公分|毫米|号|寸|英寸|的?圈口)"
)
_CN_BOUNDED = re.compile(rf"{_CN_AFTER.pattern}(?:以|之|左右|起|往|朝)")
# '二十到二十五克': the unit counts for both.
_CN_RANGE_AFTER = re.compile(
    rf"\s*(?:到|至|-|~)\s*[零〇一二两三四五六七八九十百千万]+{_CN_AFTER.pattern}"
)
_POINTS_AFTER = re.compile(r"分\s*(?:钻|的|左右|以|上|大|$)")
# What makes the number after it a size or a sum: '圈口五十六', '预算改成五千'.
_CN_BEFORE = re.compile(
    r"(?:圈口|内径|手围|手寸|戒围|克重|克数|重量|周长|直径|尺寸|尺码|预算|长度|链长|[美英欧日港陆国]码|\b(?:us|uk|eu|size)\b)\s*"
    r"(?:就|是|为|大概|差不多|改成|改为|换成|要|得|戴|我|一直|平时|都)*(?:[零一二三四五六七八九十百\d]+(?:到|至))?\s*$"
)
_CN_PAIR = re.compile(
    r"([一二两三四五六七八九])([一二两三四五六七八九])([百千万]|十(?=万|多?(?:克|块|元|分)))(?!足)"
)
_CN_PAIR_LOOSE = re.compile(
    r"([一二两三四五六七八九]|\d+(?:\.\d+)?)\s*(?:到|至|、|-|~|或者?)\s*"
    r"([一二两三四五六七八九]|\d+(?:\.\d+)?)\s*([百千万wk])(?![足a-z])"
)
_CN_HALF = re.compile(
    r"([一二两三四五六七八九十]|\d+)\s*个?半?\s*(克拉|号)半|([一二两三四五六七八九]|"
    r"\d+)\s*个半\s*(克拉|号)|半\s*个?(克拉)"
)
_CN_VAGUE = re.compile(r"(?<![一二两三四五六七八九十百千\d])([百千万])(?:把|来)(?:块|元|块钱)?")
_CN_FEW = re.compile(r"(?:好|小)?几(百|千|万)(?=块|元|的|吧|左右|预算|就|$|\s|,|人民币|港)")
_CN_POINT = re.compile(
    r"([零一二两三四五六七八九十百]+)点([零一二三四五六七八九])"
    r"(?=\s*(?:克|号|毫米|厘米|公分|寸|分|mm|cm|g\b|ct|万|$))"
)
_MIXED = re.compile(r"(\d+(?:\.\d+)?)\s*(万|千|百|w(?![a-z]))(\d)?(?!\d|足)")

_CARROT = re.compile(r"\bc(?:arr?o|arre|are)t(s?)\b(?! cake)")  # as dictation hears a carat
_EN_ONES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen ",
)
_EN_TENS_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_EN_UNITS = {w: i for i, w in enumerate(_EN_ONES)}
_EN_TENS = {w: 10 * i for i, w in enumerate(_EN_TENS_NAMES, 2)}
_EN_SCALES = {"hundred": 100, "thousand": 1000, "grand": 1000}
_EN_WORD = "|".join([*_EN_UNITS, *_EN_TENS, *_EN_SCALES])
_SCALE = r"(?:hundred|thousand|grand|k)"
_MEASURE = (
    r"(?:carats?|karats?|cts?|kt?|grams?|mm|millimet(?:re|er)s?|cm|centimet(?:re|er)s?|inch(?:es)?|"
    r"dollars?|bucks|euros?|pounds?|quid|yuan|kuai|rmb|yen|francs|rupees|ringgit|"
    r"european|american|british|japanese)\b"
)
_EN_NUMERAL = re.compile(
    rf"\b(?:(?:{_EN_WORD}|a(?=\s+(?:hundred|thousand|grand)\b))\b[\s-]*"
    rf"(?:and\s+(?=(?:{_EN_WORD})\b))?)+"
)
_EN_SMALL_BEFORE = re.compile(
    r"(?:size|us|eu|jp|uk|european|american|british|japanese|italian|"
    r"number|below|under|over)(?: (?:is|a|an))?\s*$"
)
# 'Seventy max', 'up to eighty': tens beside a bound are a sum.
_TENS_BOUNDED_BEFORE = re.compile(
    r"\b(?:up to|stretch to|go to|at most|max(?:imum)?(?: of| is)?|no more than|less than|"
    r"more than|"
    r"around|about|roughly|spend|budget(?: of| is|'s)?|say|make (?:it|that)|raise it to)\s*$"
)
_TENS_BOUNDED_AFTER = re.compile(
    r"\s*(?:max(?:imum)?|tops|at (?:the )?(?:very )?(?:most|outside)|or (?:less|under|so|"
    r"thereabouts)|ish)\b"
)
_LEAST_BOUNDED = 20
_EN_MEASURED = re.compile(
    rf"\s*(?:(?:or|to|and|-)\s*(?:a\s+)?(?:(?:{_EN_WORD}|and)\b[\s-]*){{1,6}})?{_MEASURE}"
)
_SMALL = "|".join([*_EN_UNITS, *_EN_TENS])
_EN_AND_A_HALF = re.compile(rf"\b({_SMALL}|\d+) and a half\s+(?:({_SCALE})\b|(?={_MEASURE}))")
_EN_SIZE_HALF = re.compile(rf"\b({_SMALL}|\d+) and a half\b(?! (?:of|an?)\b)")
_EN_HALF = re.compile(r"\b(?:a )?half (?:an? )?(?=(?:carat|ct)\b)|\ba (?=carat\b(?! ring))")
_EN_HALF_SCALE = re.compile(r"\bhalf a (thousand|grand)\b")
_EN_ONE_AND_A_HALF = re.compile(r"\ban? (carat|ct|grand) and a half\b")
_EN_COUPLE = re.compile(r"\b(?:a )?couple(?: of)? (?=(?:hundred|thousand|grand|k)\b)")
_EN_FEW = re.compile(r"\b(?:a few|several|few) (hundred|thousand|grand)\b")
# 'Three four hundred': a pair with nothing between.
_ONE_TO_NINE = "|".join(_EN_ONES[1:10])
_EN_LOOSE_PAIR = re.compile(rf"\b({_ONE_TO_NINE}) ({_ONE_TO_NINE}) ({_SCALE})\b")
_LAKH = re.compile(r"(\d+(?:\.\d+)?|\b(?:a|one|half a|two|three|four|five))\s*(lakh|lac|crore)s?\b")
# '€1.200' and '1.200 euro': a point between thousands, as the continent writes it.
_CONTINENTAL = re.compile(
    r"(?<=€)(\d{1,3})\.(\d{3})(?!\d)|(?<![\d.])(\d{1,3})\.(\d{3})(?=\s*(?:€|euros?\b|eur\b|欧))"
)
_EN_PAIR = re.compile(
    rf"\b({_SMALL}|\d+(?:\.\d+)?)\s*(?:to|or|and|-|~)\s*({_SMALL}|\d+(?:\.\d+)?)\s*({_SCALE})\b"
)
_DIGITS_SCALE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:(k)(?![a-z0-9])|(thousand|hundred|grand)\b)")
_PURITIES = frozenset({"9", "10", "14", "18", "22", "24"})
_SUM_BEFORE = re.compile(
    r"(?:under|below|budget(?: of| is|:)?|up to|at most|(?:less|more) than|over|above|exceeding|"
    r"max|within|预算(?:是|大概)?|超过|高于|不超过|低于|最多|[¥$€£])\s*$"
)
_SUM_AFTER = re.compile(
    r"\s*(?:以内|以下|之内|左右|上下|封顶|块|元|rmb|yuan|dollars?|usd|euros?|max\b|tops\b|budget)"
)
# '圈口我量过了，五十八的': the size stands in a clause of its own.
_SIZES_SAID = re.compile(r"圈口|内径|手寸|指围|戒围|尺寸")
_CN_SIZE = re.compile(r"(?<![一-龥])[四五六七]十[一二三四五六七八九]?(?=的?(?:$|[,，。吧左]))")
_FINENESS = re.compile(r"(?<![a-z])(pt|pd|au|ag|s) ?([零〇一二三四五六七八九]{3,4})")  # pt九五零
_METAL_AFTER = re.compile(r"\s*(?:solid |white |yellow |rose |pink )?(?:gold|金|karat|白|黄|玫)")


def _one_by_one(digits: str) -> str:
    """'九五零' as '950'."""
    return "".join(str(read_cn_number(digit)) for digit in digits)


def write_digits(text: str) -> str:
    """Lower-case ``text`` with every sum, size and measure in digits.

    '1.5万', '1万2', '三四千', 'two to three grand' become 15000, 12000, 3000-4000 and 2000-3000;
    '千足金', '第一', 'the second one' and '18k' stay as they are.
    """
    text = _CARROT.sub(r"carat\1", text)
    text = _FINENESS.sub(lambda found: found[1] + _one_by_one(found[2]), text)
    text = _CN_VAGUE.sub(lambda found: f"{_CN_UNITS[found[1]]}左右", text)
    text = _CN_POINT.sub(
        lambda found: f"{read_cn_number(found[1])}.{read_cn_number(found[2])}", text
    )
    text = _CN_FEW.sub(lambda found: f"{2 * _CN_UNITS[found[1]]}-{9 * _CN_UNITS[found[1]]}", text)
    text = _CN_HALF.sub(_read_cn_half, text)
    text = _CN_PAIR.sub(_read_pair, text)
    text = _CN_PAIR_LOOSE.sub(_read_pair, text)
    text = _MIXED.sub(_read_mixed, text)
    if _SIZES_SAID.search(text):
        text = _CN_SIZE.sub(lambda found: str(read_cn_number(found[0])), text)
    text = _CN_NUMERAL.sub(_read_cn_numeral, text)
    text = _CONTINENTAL.sub(lambda found: (found[1] or found[3]) + (found[2] or found[4]), text)
    text = _LAKH.sub(_read_lakh, text)
    text = _EN_ONE_AND_A_HALF.sub(r"1.5 \1", text)
    text = _EN_AND_A_HALF.sub(_read_and_a_half, text)
    text = _EN_SIZE_HALF.sub(lambda found: _plain(_small(found[1]) + 0.5), text)
    text = _EN_HALF_SCALE.sub("500", text)
    text = _EN_HALF.sub(lambda found: "0.5 " if "half" in found[0] else "1 ", text)
    text = _EN_COUPLE.sub("around two ", text)
    text = _EN_FEW.sub(_read_few, text)
    text = _EN_LOOSE_PAIR.sub(_read_en_pair, text)
    text = _EN_PAIR.sub(_read_en_pair, text)
    text = _EN_NUMERAL.sub(_read_en_numeral, text)
    return _DIGITS_SCALE.sub(_read_scaled, text)


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
            total = ((total + section + digit) or 1) * 10_000
            section = digit = 0
            last_unit = 10_000
        else:
            unit = _CN_UNITS[char]
            section += (digit or 1) * unit
            digit, last_unit = 0, unit
    loose = digit * last_unit // 10 if digit and last_unit >= 100 else digit
    return total + section + loose


def _small(word: str) -> float:
    if word in _CN_DIGITS:
        return _CN_DIGITS[word]
    if word in _EN_UNITS or word in _EN_TENS:
        return _EN_UNITS.get(word, 0) or _EN_TENS.get(word, 0)
    return 10 if word == "十" else float(word)


def _read_pair(match: re.Match[str]) -> str:
    """'三四千', '3到4千': the scale counts for both."""
    unit = {"w": 10_000, "k": 1000}.get(match[3]) or _CN_UNITS[match[3]]
    low, high = _small(match[1]), _small(match[2])
    if low > high:
        return match[0]
    return f"{_plain(low * unit)}-{_plain(high * unit)}"


def _read_en_pair(match: re.Match[str]) -> str:
    low, high = _small(match[1]), _small(match[2])
    scale = 1000 if match[3] == "k" else _EN_SCALES[match[3]]
    if low > high or low >= 100:  # '500 to 2 grand' says two whole sums
        return match[0]
    if match[3] == "k" and match[2] in _PURITIES and match[1] in _PURITIES:
        return match[0]  # '14 or 18k' are purities
    return f"{_plain(low * scale)}-{_plain(high * scale)}"


def _read_cn_half(match: re.Match[str]) -> str:
    if match[5]:
        return f"0.5{match[5]}"
    number, unit = (match[1], match[2]) if match[2] else (match[3], match[4])
    return f"{_plain(_small(number) + 0.5)}{unit}"


def _read_and_a_half(match: re.Match[str]) -> str:
    scale = {"k": 1000, None: 1}.get(match[2]) or _EN_SCALES[match[2]]
    return _plain((_small(match[1]) + 0.5) * scale) + (" " if match[2] is None else "")


def _read_few(match: re.Match[str]) -> str:
    scale = _EN_SCALES[match[1]]
    return f"{2 * scale}-{5 * scale}"


def _read_mixed(match: re.Match[str]) -> str:
    """'1.5万' is 15000; '1万2' is 12000: the loose digit counts the next smaller unit."""
    unit = _CN_UNITS["万" if match[2] == "w" else match[2]]
    loose = int(match[3]) * unit // 10 if match[3] else 0
    return _plain(float(match[1]) * unit + loose)


def _read_cn_numeral(match: re.Match[str]) -> str:
    word = match[0]
    before, after = match.string[: match.start()], match.string[match.end() :]
    has_scale = any(unit in word[1:] for unit in "百千万") and word[0] not in "百千万"
    is_pointed_at = before.endswith(("这", "那")) and not _CN_BOUNDED.match(after)
    if (
        is_pointed_at
        or before.endswith(("第", "前", "每"))
        or after.startswith(("足", "分百", "直", "般", "定", "起", "共"))
    ):
        return word
    if word == "十" and after.startswith("分") and not _POINTS_AFTER.match(after):
        return word  # '十分喜欢' likes it very much
    is_counted = _CN_AFTER.match(after) or _CN_RANGE_AFTER.match(after)
    if not has_scale and not is_counted and not _CN_BEFORE.search(before):
        return word
    return str(read_cn_number(word))


def _read_en_numeral(match: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", match[0])
    has_scale = any(word in _EN_SCALES for word in words[1:])
    measured = _EN_MEASURED.match(match.string[match.end() :])
    is_size = _EN_SMALL_BEFORE.search(match.string[: match.start()])
    is_bare_scale = words[0] in _EN_SCALES
    if is_bare_scale or not (has_scale or measured or is_size or _is_bounded_sum(match, words)):
        return match[0]
    tail = " " if match[0].endswith(" ") else ""
    return " and ".join(str(number) for number in _numbers_of(words)) + tail


def _is_bounded_sum(match: re.Match[str], words: list[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_bounded = _TENS_BOUNDED_BEFORE.search(before) or _TENS_BOUNDED_AFTER.match(after)
    return bool(is_bounded) and _numbers_of(words)[0] >= _LEAST_BOUNDED


def _numbers_of(words: list[str]) -> list[int]:
    """The numbers that ``words`` say: 'and' goes on with one ('two thousand and fifty') as long as
    what follows is less than its last scale, else it starts another ('one thousand and fifteen
    hundred')."""
    numbers: list[int] = []
    least_scale = 0
    for part in " ".join(words).split(" and "):
        number, scale = _number_of(part.split())
        if numbers and number < least_scale:
            numbers[-1] += number
        else:
            numbers.append(number)
        least_scale = scale
    return numbers


def _number_of(words: list[str]) -> tuple[int, int]:
    """The number, and the scale that was said last (0: none)."""
    total = section = scale = 0
    for word in words:
        if word in _EN_UNITS or word in _EN_TENS:
            section += _EN_UNITS.get(word, 0) or _EN_TENS.get(word, 0)
        elif word == "hundred":
            section, scale = (section or 1) * 100, 100
        elif word in _EN_SCALES:
            total += (section or 1) * 1000
            section, scale = 0, 1000
    return total + section, scale


def _read_lakh(match: re.Match[str]) -> str:
    """'2.5 lakh', as India counts: a lakh is 100 000, a crore 10 000 000."""
    said = match[1]
    many = 0.5 if said == "half a" else 1 if said == "a" else _small(said)
    return _plain(many * (10_000_000 if match[2] == "crore" else 100_000))


def _read_scaled(match: re.Match[str]) -> str:
    """'2k' is 2000, but '18k' and '14k' are purities unless a sum is talked of."""
    if not match[2]:
        return _plain(float(match[1]) * _EN_SCALES[match[3]])
    if match[1] in _PURITIES:
        before, after = match.string[: match.start()], match.string[match.end() :]
        says_sum = _SUM_BEFORE.search(before) or _SUM_AFTER.match(after)
        if not says_sum or _METAL_AFTER.match(after):
            return match[0]
    return _plain(float(match[1]) * 1000)


def _plain(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
