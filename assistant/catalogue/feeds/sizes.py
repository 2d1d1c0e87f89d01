"""Sizes and lengths as merchants write them: 'US 7', '52 mm', '13号', '58圈口', '18 inch'."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Literal

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.numbers import read_measure, unit_fits
from assistant.measures import cn_ring_to_mm, jp_ring_to_mm, uk_ring_to_mm, us_ring_to_mm

Slot = Literal["ring_size_mm", "bangle_mm"]
SLOTS: Mapping[str, Slot] = {"ring": "ring_size_mm", "bangle": "bangle_mm"}
LENGTH_CATEGORIES = ("necklace", "pendant", "bracelet", "anklet")

# Believable inner circumferences of rings and inner diameters of bangles, in mm.
_RING_MM = (36.0, 80.0)
_BANGLE_MM = (38.0, 85.0)
_SCALES: Mapping[str, tuple[Callable[[float], float], float, float]] = {
    "us": (us_ring_to_mm, 1, 16),
    "cn": (cn_ring_to_mm, 1, 40),
    "jp": (jp_ring_to_mm, 1, 35),
    "mm": (float, *_RING_MM),
}
_ONE_SIZE = re.compile(
    r"one[ -]?size.*|os|o/s|free ?size|adjustable.*|default(?: title)?|均码|可调.*|活口|开口"
)
_RING = re.compile(
    r"(?:(?P<before>usa?|uk|jp|cn|eu|美码)\s*)?(?:size|ring size|#)?\s*[:：]?\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,3})?)(?P<half> ?(?:1/2|1/4|3/4))?\s*"
    r"(?P<after>mm|usa?|号|#|毫米)?"
)
_LETTER = re.compile(r"(?:uk\s*)?([a-z])( ?1/2)?")
_BANGLE = re.compile(
    r"(?:内径|圈口|inner diameter)?\s*[:：]?\s*(\d{2}(?:\.\d{1,2})?)\s*(?:mm|毫米)?\s*(?:圈口)?"
)
_VULGAR = {"½": " 1/2", "¼": " 1/4", "¾": " 3/4"}


def read_size(cell: str, category: str, unit: str | None) -> float | None:
    """The size in mm: a ring's inner circumference, a bangle's inner diameter; None for pieces
    that fit all. ``unit`` is the column's: us, cn, uk, jp or mm. Raises Unreadable."""
    words = _plain(cell)
    if fits_all(words):
        return None
    mm = _ring(words, unit) if category == "ring" else _bangle(words, unit)
    least, most = _RING_MM if category == "ring" else _BANGLE_MM
    if not least <= mm <= most:
        raise Unreadable(f"{mm:.1f} mm is no size of a {category}")
    return round(mm, 1)


def fits_all(cell: str) -> bool:
    """'One size', 'adjustable', '均码': a size that is none."""
    return _ONE_SIZE.fullmatch(_plain(cell)) is not None


def _plain(cell: str) -> str:
    for mark, fraction in _VULGAR.items():
        cell = cell.replace(mark, fraction)
    return " ".join(unicodedata.normalize("NFKC", cell).casefold().split())


def _ring(words: str, unit: str | None) -> float:
    letter = _LETTER.fullmatch(words)
    if letter and (unit == "uk" or words.startswith("uk")):
        return uk_ring_to_mm(letter[1], half=bool(letter[2]))
    match = _RING.fullmatch(words)
    if not match:
        raise Unreadable("expected a ring size, such as US 7, 13号 or 52 mm")
    scale = _scale(match["before"], match["after"]) or unit or ""
    if scale not in _SCALES:
        raise Unreadable("on which scale? say 'unit' (us, cn, uk, jp, mm) in the mapping")
    size = float(match["number"]) + _half(match["half"])
    convert, least, most = _SCALES[scale]
    if not least <= size <= most:
        raise Unreadable(f"no ring has this size on the scale {scale}")
    return convert(size)


_SCALE_WORDS = {"usa": "us", "美码": "us", "毫米": "mm", "eu": "mm", "号": "cn"}


def _scale(before: str | None, after: str | None) -> str | None:
    """The scale that the words name; European sizes are the circumference in mm."""
    named = before or (None if after == "#" else after)
    return _SCALE_WORDS.get(named, named) if named else None


def _half(written: str | None) -> float:
    if not written:
        return 0.0
    top, bottom = written.strip().split("/")
    return int(top) / int(bottom)


def _bangle(words: str, unit: str | None) -> float:
    match = _BANGLE.fullmatch(words)
    if match and (unit == "mm" or "mm" in words or "毫米" in words or "圈口" in words):
        return float(match[1])
    return read_measure(words, "length", unit if unit and unit_fits(unit, "length") else None)
