"""Which places on the table a sentence names: 'the first two', '第三个', 'the last pair'."""

from __future__ import annotations

import re

from assistant.understanding.text import read_cn_number

MEASURE = "[个款件只对条枚副串块颗]"

_WORDS = (
    *("first", "second", "third", "fourth", "fifth"),
    *("sixth", "seventh", "eighth", "ninth", "tenth"),
)
_BY_WORD = {word: place for place, word in enumerate(_WORDS, start=1)}
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBER = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
# 'Our first anniversary' and 'the first time' count no pieces.
_NO_PIECE = (
    r"(?! (?:anniversary|birthday|time|date|of (?:january|february|march|april|may|june|july|"
    r"august|september|october|november|december)|year|month|child|baby|job|choice|thoughts?|"
    r"hand|class|wedding|marriage|christmas|gift|present|salary|pay|communion|"
    r"up|off|things?|thing|and foremost|of all|impression|glance|"
    r"holy|house|home|car|flat|apartment|love|kiss|dance|degree|grandchild|grandson|granddaughter)\b)"
)
# 'I will ask my husband first' counts no piece.
_BEFOREHAND = re.compile(
    r"first things first|"
    r"\b(?:discuss|talk|speak|ask|check|think|consult|measure|decide|sleep|confirm)\b"
    r"[^,.;!?]{0,40}(?<!the) first(?=\s*(?:$|[,.;!?]|then|and then|before))|"
    r"\b(?:look at|see|try|show me|start with|do) [^,.;!?]{1,30}[a-z]{2}s first\W*$"
)
_FEW = re.compile(
    rf"\b(?:first|top) (two|three|four|2|3|4)\b|前(两|二|三|四|2|3|4){MEASURE}?(?!天|年|月)"
)
_LAST_FEW = re.compile(rf"\blast (two|three|2|3)\b|(?:最后|后)(?:面)?(两|二|三|2|3){MEASURE}")
_PLACE = re.compile(
    rf"(?<!my )(?<!our )(?<!her )(?<!his )(?<!their )(?<!on )(?<!at )\b({'|'.join(_WORDS)})\b"
    rf"(?! (?:two|three|four|2|3|4)\b)(?! (?:to|from) (?:the )?last){_NO_PIECE}"
    rf"|(?<!my )(?<!our )(?<!her )(?<!his )(?<!'s )(?<!s' )(?<!the )\b([1-9]|1[0-2])(?:st|nd|rd|"
    rf"th)\b"
    rf"{_NO_PIECE}|\bthe ([1-9]|1[0-2])(?:st|nd|rd|th)\b{_NO_PIECE}"
    rf"|(?:\bnumber |\bno\. ?|# ?|\boption |\bitem )({_NUMBER})\b"
    r"|(?<!倒数)第([一二三四五六七八九十]|\d{1,2})(?!大|年|次|步|眼|名|天|印象|时间)"
    rf"|(头一|头){MEASURE}"
)
_FROM_THE_END = re.compile(
    r"\b(second|third) (?:to|from) (?:the )?last\b|倒数第([一二三四五六七八九十]|\d)"
)
_LAST = re.compile(
    r"(?<!my )(?<!her )(?<!his )\b(?:the )?(?:very )?last (?:one|piece|item|pair|ring|necklace|"
    r"bracelet|"
    r"bangle|brooch)\b(?! (?:i|we|she|he|you|they|ended|broke|fell|got|went|lost|snapped|bent)\b)|"
    r"\bthe last(?: of (?:them|these|those))?\s*$|\bthe last\b(?= (?:and|or|is|in)\b)|"
    rf"最后(?:面)?(?:那|这|的)?(?:一)?{MEASURE}|末尾那"
)
_MIDDLE = re.compile(
    rf"\bthe middle one\b|\bthe one in the middle\b|中间(?:的)?(?:那|这)?(?:一)?{MEASURE}"
)
_PAIR_OF_DIGITS = re.compile(
    r"(?<![\d.])([1-9])(?:st|nd|rd|th)? ?(?:and|&|\+|和|跟|与|、) ?(?:number )?([1-9])(?![\d.%])"
    r"(?!\s*(?:mm|cm|ct|k\b|克|号|分|万|千|元|块|月|岁))"
)


def find_places(text: str, length: int) -> tuple[int, ...]:
    """Places counted from 1 in folded ``text``, in its order; they may lie beyond ``length``, the
    number of pieces counted over. Empty: no place is named."""
    text = _BEFOREHAND.sub(" ", text)
    if few := _FEW.search(text):
        return tuple(range(1, _number(few[1] or few[2]) + 1))
    if few := _LAST_FEW.search(text):
        return tuple(range(max(1, length - _number(few[1] or few[2]) + 1), length + 1))
    places = [_place(match) for match in _PLACE.finditer(text)]
    if match := _FROM_THE_END.search(text):
        places.append(length + 1 - _from_the_end(match))
    if _LAST.search(text):
        places.append(length)
    if not places and length % 2 and _MIDDLE.search(text):
        places.append(length // 2 + 1)
    if not places and length > 1 and (match := _PAIR_OF_DIGITS.search(text)):
        places = [int(match[1]), int(match[2])]
    return tuple(dict.fromkeys(places))


def _place(match: re.Match[str]) -> int:
    word, bare, ordinal, number, chinese, head = match.groups()
    if head:
        return 1
    if word:
        return _BY_WORD[word]
    return _number(bare or ordinal or number or chinese)


def _from_the_end(match: re.Match[str]) -> int:
    return _BY_WORD[match[1]] if match[1] else _number(match[2])


def _number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return _NUMBERS.get(word) or read_cn_number(word)
