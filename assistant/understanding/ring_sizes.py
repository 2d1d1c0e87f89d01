"""Ring and bangle sizes in a sentence, on the scale that it names, in mm.

A ring's size is its inner circumference. '12号' with no scale named is the mainland's or Hong
Kong's, one and a half sizes apart: nobody's size until the shopper says which.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant import measures
from assistant.constraints import Want
from assistant.measures import RingScale
from assistant.turn import Ambiguity, Meaning
from assistant.understanding.amount import Amount
from assistant.understanding.wrist_sizes import find_bangles, find_girths

_SCALES: dict[RingScale, str] = {
    "us": r"\bus\b|\busa\b|\bu\.s\.|\bamerican?\b|美码|美号|美国(?:的)?(?:码|号|尺寸|尺码)?|美版",
    "eu": (
        r"\beu\b|\beur\b|\beuropean?\b|\biso\b|\bfrench\b|欧码|欧号|欧版|欧洲(?:的)?(?:码|号|"
        r"尺寸|尺码)?"
    ),
    "it": r"\bitalian\b|\bspanish\b|\bswiss\b|\bspain\b|\bitaly\b|\bswitzerland\b|意大利码|意码|"
    "瑞士码",
    "jp": r"\bjp\b|\bjapan(?:ese)?\b|日码|日号|日版|日本(?:的)?(?:码|号|尺寸|尺码)?",
    "hk": r"\bhk\b|\bhong kong\b|港码|港号|港版|港度|香港(?:的)?(?:码|号|尺寸|尺码)?|港(?=\d)",
    "cn": r"\bcn\b|\bchinese\b|\bchina\b|\bmainland(?: china)?\b|大陆(?:的)?(?:码|号|尺寸|尺码)?|"
    r"内地(?:的)?(?:码|号|尺寸|尺码)?|国内(?:的)?(?:码|号|尺寸|尺码)?|中国(?:的)?(?:码|号|"
    r"尺寸|尺码)?|国码|国标",
}
_JOIN = (
    r"(?:'s|ring|finger|standard|scale|sizes?|sizing|is|of|the|a|an|in|number|no\.?|是|为|的|戴|"
    r"大概|应该|,|:|\s)*"
)
# A scale said by itself, as an answer or to put a number right.
_BEFORE_SCALE = (
    r"(?:(?:it|that|this)(?:'s| is| was)|i (?:mean|meant|think|guess|believe|use)|we use|by|in|on|"
    r"the|a|sorry|no|oh|yes|yeah|ah|um+|well|actually|probably|should be|must be|"
    r"就|应该|我说|说|指|不好意思|对|不对|不|哦|嗯|呃|按|用|那个|当然|都|是|我|她|他|的|,|，|\s)*"
)
_AFTER_SCALE = (
    r"(?:one|1|ones|size|sizes|sizing|scale|standard|number|numbers|system|please|i think|i guess|"
    r"thanks|的|码|号|尺寸|标准|那种|那个|吧|啊|哦|呀|啦|呢|制|版|算|,|，|\s)*[.!。！~]*"
)
_BARE: dict[RingScale, re.Pattern[str]] = {
    scale: re.compile(f"{_BEFORE_SCALE}(?:{names}{'|港' if scale == 'hk' else ''}){_AFTER_SCALE}")
    for scale, names in _SCALES.items()
}
_HAO = r"\s*(?:号|码)?"
_NUMBER = r"(\d{1,2}(?:\.\d+)?)(?![\d%]|\s*(?:mm|cm|毫米|厘米|克|块|元|carat|ct|k\b|,?\d{3}))"
_NAMED = {
    scale: re.compile(rf"(?:{names}){_JOIN}{_NUMBER}{_HAO}") for scale, names in _SCALES.items()
}
_NAMED_AFTER = {
    scale: re.compile(
        rf"(?<![\d.]){_NUMBER}{_HAO}\s*(?:,|in|on|the|of|ring|sizes?|[(]|"
        rf"\s)*(?:{names})(?:\s*(?:size|sizes|sizing|scale))?"
        r"(?!\s*(?:\$|dollars?))"
    )
    for scale, names in _SCALES.items()
}
_UK = (
    r"\b(?:uk|british|english|australian|aussie|irish)\b|英码|英号|英版|"
    r"英国(?:的)?(?:码|号|尺寸|尺码)?"
)
_ALL_NAMES: dict[RingScale, str] = {**_SCALES, "uk": _UK}
_UK_SIZE = r"(?<![a-z'])([a-z])(?![a-z'])\s*(½|1/2|1⁄2|and a half|半)?"
_UK_NAMED = re.compile(rf"(?:{_UK})(?:'s|ring|finger|size|is|letter|是|\s)*{_UK_SIZE}(?![a-z])")
_UK_AFTER = re.compile(
    rf"\b(?:size )?(?<![a-z'])([b-hj-z])\s*(½|1/2|1⁄2|and a half)?\s*(?:in |"
    rf",)?\s*(?:the )?(?:{_UK})"
)
_UK_LETTER = re.compile(
    r"\bring size (?:is )?([b-hj-z])(?![a-z'])\s*(½|1/2|1⁄2|and a half)?|"
    r"\bsize ([h-knpqrt-wyz])(?![a-z'])\s*(½|1/2|1⁄2|and a half)?"
)
_BARE_US = re.compile(
    rf"(?<!bangle )\bsizes?\s*(?:[:=]|is |of |about |a |an )*\s*{_NUMBER}(?!\d|\s*号)"
)
_WORN = re.compile(
    rf"\b(?:i|she|he|her|him|we) (?:usually |normally )?(?:wears?|takes?|am|'m) (?:a |"
    rf"an ){_NUMBER}(?! ?(?:k|ct)\b)"
)
_HAO_ALONE = re.compile(
    r"(?<![\d月第])(\d{1,2}(?:\.5)?)\s*号(?!码?头|线|楼|店|院)"
    r"(?!\s*(?:前|之前|以前|后|之后|到|送|要|过|生日|结婚|订婚|是(?!多|几|哪|什么|[美欧英日港内大])|那天|晚|早|上午|下午|就要|"
    r"能到|收到|发货))"
)
_SIZE_WORD = re.compile(
    r"(?:手寸|指围|指圈|戒圈)(?:大概|是|为|差不多|:|\s)*(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?(?![\d号])"
    r"|(?:内周长|周长|circumference)(?: is| of|是|为|:|\s)*(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?"
)
_DIAMETER = re.compile(
    r"(?:inner|inside|internal|interior)? ?diameter(?: is| of|:|\s|"
    r"about)*(\d{2}(?:\.\d+)?)\s*(?:mm|millimet(?:re|er)s?)?"
    r"|(?:内径|直径)(?:大概|是|为|差不多|:|\s)*(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?"
    r"|(\d{2}(?:\.\d+)?)\s*(?:mm|毫米|millimet(?:re|er)s?)?\s*(?:的)?(?:inner |"
    r"inside )?(?:diameter|内径|直径)"
)
_OR = r"(?:\s*(?:号|码)?\s*(?:,? ?\bor\b|或者?|还是|/)\s*(?:else |even |a |an |size |in |是|的)*)"
_IS_OR = re.compile(_OR)
_OR_NUMBER = re.compile(
    rf"{_OR}(\d{{1,2}}(?:\.[57]5?)?)(?![\d.%])(?!\s*(?:mm|cm|毫米|厘米|克|k\b|ct|万|千|元|块))"
)
_SPEAKS_DIAMETER = re.compile(r"diameter|内径|直径|圈口")
_IN_CM = re.compile(r"(?<![\d.])([1-6]\.\d{1,2})\s*(?:cm|厘米|公分|centimet(?:re|er)s?)")


def find_sizes(text: str, *, about_bangle: bool) -> Iterator[Amount]:
    """Sizes of fingers and wrists in folded ``text``; ``about_bangle``: bangles are the talk."""
    if _IN_CM.search(text) and _SPEAKS_DIAMETER.search(text):
        yield from _diameters_in_cm(text, about_bangle)
    yield from find_girths(text)
    yield from _diameters(text, about_bangle)
    yield from find_bangles(text, about_bangle)
    yield from _rings(text)


def either_size(text: str, amounts: Iterable[Amount]) -> Ambiguity | None:
    """'US 6 or US 7', 美码6号或者7号: two sizes of which one is wished, None for less."""
    rings = [one for one in amounts if one.kind == "ring" and one.number and one.scale in _SCALES]
    said = [(one.start, one.end, f"{one.scale}:{one.number:g}") for one in rings]
    for first, end, size in sorted(said):
        other = next((one for at, _, one in said if _IS_OR.fullmatch(text[end:at])), None)
        scale = size.partition(":")[0]
        if other is None and (match := _OR_NUMBER.match(text[end:])):
            other = f"{scale}:{float(match[1]):g}"
        if other is None or other == size:
            continue
        meanings = tuple(
            Meaning(one, (Want("ring_size_mm", mm),))
            for one in (size, other)
            if (mm := size_in_mm(one)) is not None
        )
        if len(meanings) > 1:
            return Ambiguity(text[first:end], "ring_size_mm", meanings)
    return None


def size_in_mm(size: str) -> float | None:
    """Inner circumference in mm of a size and its scale, 'us:6'; None where fingers have none."""
    named, _, number = size.partition(":")
    scale = next((one for one in _SCALES if one == named), None)
    if scale is None or not is_likely(scale, float(number)):
        return None
    return _middle_mm(scale, number)


def size_ambiguity(text: str, amounts: Iterable[Amount]) -> Ambiguity | None:
    """A bare '12号' and what it may be: cn:12 and hk:12, each with its size in mm; or two sizes of
    which one is wished."""
    amounts = tuple(amounts)
    if either := either_size(text, amounts):
        return either
    for amount in amounts:
        if amount.kind == "ring" and amount.scale == "hao" and amount.number:
            number = f"{amount.number:g}"
            meanings = tuple(
                Meaning(f"{scale}:{number}", (Want("ring_size_mm", _middle_mm(scale, number)),))
                for scale in ("cn", "hk")
            )
            return Ambiguity(text[amount.start : amount.end], "ring_size_mm", meanings)
    return None


def named_scale(text: str) -> RingScale | None:
    """The scale that folded ``text`` names, for a shopper who answers 'the mainland's'."""
    return next((scale for scale, names in _SCALES.items() if re.search(names, text)), None)


def scales_named(text: str) -> tuple[RingScale, ...]:
    """Every scale that folded ``text`` names, in reading order."""
    found = [
        (match.start(), scale)
        for scale, names in _ALL_NAMES.items()
        if (match := re.search(names, text))
    ]
    return tuple(scale for _, scale in sorted(found))


def bare_scale(text: str) -> RingScale | None:
    """The scale that folded ``text`` names and says nothing else: '港码', 'it is the US one'."""
    return next((scale for scale, words in _BARE.items() if words.fullmatch(text)), None)


def on_another_scale(circumference_mm: float, scale: RingScale) -> float | None:
    """The size in mm on ``scale`` of the number that was said, where it was taken to be on the
    mainland's or Hong Kong's ('12号'): None where it cannot have been one of these."""
    said = [(one, number) for one in ("cn", "hk") for number in _numbers_of(one, circumference_mm)]
    if any(one == scale for one, _ in said):
        return circumference_mm
    likely = [number for _, number in said if scale != "uk" and is_likely(scale, number)]
    return _middle_mm(scale, f"{likely[0]:g}") if likely else None


def _numbers_of(scale: RingScale, mm: float) -> list[float]:
    """The whole or half numbers whose size on ``scale`` is ``mm``."""
    halves = [half / 2 for half in range(2, 73)]
    return [one for one in halves if _middle_mm(scale, f"{one:g}") == round(mm, 1)]


def _middle_mm(scale: RingScale, size: str) -> float:
    low, high = measures.ring_to_mm(scale, size)
    return round((low + high) / 2, 1)


def _ring(match: re.Match[str], mm: float, scale: str, number: float | None = None) -> Amount:
    mm = round(mm, 1)
    return Amount(
        "ring", mm, mm, match.start(), match.end(), exact=True, scale=scale, number=number
    )


def _rings(text: str) -> Iterator[Amount]:
    for match in (*_UK_NAMED.finditer(text), *_UK_AFTER.finditer(text), *_UK_LETTER.finditer(text)):
        letter = match[1] or match[3]
        has_half = bool(match[2] or (match.re is _UK_LETTER and match[4]))
        yield _ring(match, measures.uk_ring_to_mm(letter, half=has_half), "uk")
    for patterns in (_NAMED, _NAMED_AFTER):
        for scale, pattern in patterns.items():
            for match in pattern.finditer(text):
                if is_likely(scale, float(match[1])):
                    yield _ring(match, _middle_mm(scale, match[1]), scale, float(match[1]))
    yield from _rings_by_size(text)
    yield from _rings_by_hao(text)


def _rings_by_size(text: str) -> Iterator[Amount]:
    for match in _SIZE_WORD.finditer(text):
        mm = float(match[1] or match[2])
        if 40 <= mm <= 75:
            yield _ring(match, mm, "mm")
    for match in (*_BARE_US.finditer(text), *_WORN.finditer(text)):
        size = float(match[1])
        if 2 <= size <= 16:  # the US scale; 40 to 75 is a circumference in mm
            yield _ring(match, measures.us_ring_to_mm(size), "us", size)
        elif 40 <= size <= 75:
            yield _ring(match, size, "mm")


def _rings_by_hao(text: str) -> Iterator[Amount]:
    """'12号' is a size where a scale is named beside it ('16号,也是内地的'), else it is bare."""
    scale_apart = named_scale(text)
    for match in _HAO_ALONE.finditer(text):
        if scale_apart and is_likely(scale_apart, float(match[1])):
            yield _ring(match, _middle_mm(scale_apart, match[1]), scale_apart, float(match[1]))
        elif 5 <= float(match[1]) <= 33:
            yield Amount(
                "ring", None, None, match.start(), match.end(), scale="hao", number=float(match[1])
            )


def is_likely(scale: RingScale, size: float) -> bool:
    """Is the number one that fingers have on ``scale``?"""
    low, high = {"us": (2, 16), "eu": (40, 76)}.get(scale, (1, 36))
    return low <= size <= high


def _diameters(text: str, about_bangle: bool) -> Iterator[Amount]:
    """An inner diameter is a ring's up to 24 mm and a bangle's from 45."""
    for match in _DIAMETER.finditer(text):
        mm = float(next(group for group in match.groups() if group))
        if 45 <= mm <= 75:
            yield Amount("bangle", mm, mm, match.start(), match.end(), exact=True)
        elif 12 <= mm <= 24 and not about_bangle:
            yield _ring(match, measures.diameter_to_circumference_mm(mm), "mm")


def _diameters_in_cm(text: str, about_bangle: bool) -> Iterator[Amount]:
    for match in _IN_CM.finditer(text):
        mm = round(10 * float(match[1]), 1)
        if 45 <= mm <= 75:
            yield Amount("bangle", mm, mm, match.start(), match.end(), exact=True)
        elif 12 <= mm <= 24 and not about_bangle:
            yield _ring(match, measures.diameter_to_circumference_mm(mm), "mm")
