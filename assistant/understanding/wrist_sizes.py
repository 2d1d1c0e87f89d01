"""What goes round a hand: the width inside a bangle (圈口), the girth of a hand and of a wrist.

Works on folded text; widths and girths are in mm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant import measures
from assistant.understanding.amount import Amount

_BANGLE = re.compile(
    r"(?:圈口|bangle size|bangle|inner size|size)\s*(?:是|为|of|is|改成|改为|换成|大概|差不多|"
    r"要|:|\s)*(\d{2}(?:\.\d+)?)\s*(?:mm|毫米|的|号)?(?!\d)"
    r"|(\d{2}(?:\.\d+)?)\s*(?:mm|毫米)?\s*(?:的)?圈口(?! ?(?:要|得|是|改成|换)? ?\d)"
    r"|(?<![\d.])([4-7]\d)(?: ?mm|毫米|号)?的? ?(?:手镯|镯子|玉镯|金镯|银镯|bangle)(?!s? (?:for "
    r")?\d)"
    r"|圈口[^\d,，。]{1,8}(\d{2}(?:\.\d+)?)(?!\d)"
    r"|圈口\D{1,12}?[,，](?:大概|差不多|是)?(\d{2}(?:\.\d+)?)(?=的?(?:$|[,，。吧左]))"
)
_GIRTH = re.compile(
    r"(?:手围|手掌围|掌围|hand girth|hand circumference|hand (?:is|measures)|knuckles?|"
    r"girth)\D{0,12}?(\d+(?:\.\d+)?)\s*"
    r"(cm|mm|厘米|毫米|公分|inch(?:es)?)?"
)
_GIRTH_BEFORE = re.compile(
    r"(?<![\d.])(\d{2,3}(?:\.\d+)?)\s*(cm|mm|厘米|毫米|公分)\s*(?:的)?(?:hand\b|手围|掌围)"
)
_WRIST = re.compile(
    r"(?:\bwrists?(?: (?:size|girth|circumference))?|手腕(?:围|一圈)?|腕围)"
    r"(?:'s| is| are| was| measures?| about| around| roughly| only|"
    r"大概|大约|差不多|只有|是|有|为|围|的|,|:|\s)*"
    r"(\d+(?:\.\d+)?)\s*(cm|mm|厘米|毫米|公分|inch(?:es)?)?(?!\d)"
)
_WRIST_AFTER = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)[\s-]*(cm|mm|厘米|毫米|公分|inch(?:es)?)?[\s-]*(?:的)?"
    r"(?:wrists?\b|手腕|腕围)(?!(?: ?(?:is|are|大概|是|:|围)* ?)\d)"
)


_LEAST_GIRTH_MM = 90


def find_girths(text: str) -> Iterator[Amount]:
    """Of the hand, pinched, or of the wrist: at least as large as a child's."""
    patterns = (
        (_WRIST, "wrist"),
        (_WRIST_AFTER, "wrist"),
        (_GIRTH, None),
        (_GIRTH_BEFORE, None),
    )
    for pattern, scale in patterns:
        for match in pattern.finditer(text):
            unit: Literal["cm", "mm"] = "cm" if float(match[1]) < 40 else "mm"
            mm = float(match[1]) * _mm_factor(match[2] or unit)
            if mm >= _LEAST_GIRTH_MM:
                yield Amount("girth", mm, mm, match.start(), match.end(), exact=True, scale=scale)


def find_bangles(text: str, about_bangle: bool) -> Iterator[Amount]:
    """Widths of bangles; 'size 56' is one where bangles are the talk (``about_bangle``)."""
    for match in _BANGLE.finditer(text):
        group = next(at for at, one in enumerate(match.groups(), start=1) if one)
        mm = float(match[group])
        named = not match[0].startswith("size") or about_bangle
        if named and 45 <= mm <= 75:
            # The word before it, 'bangle 56', names the kind of piece still.
            yield Amount("bangle", mm, mm, match.start(group), match.end(), exact=True)


def _mm_factor(unit: str) -> float:
    if re.fullmatch(r"cm|厘米|公分", unit):
        return 10.0
    return measures.MM_PER_INCH if unit.startswith("inch") else 1.0
