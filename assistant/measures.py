"""Sizes and units, computed by formula rather than copied from tables.

Ring sizes meet in one number, the inner circumference in mm, which is what ISO 8653 calls a ring
size. Charts on the web disagree by up to a full size, so every scale here is the line it is
defined by, and Hong Kong's, which has no definition, is a range between the two charts in use.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from typing import Literal, get_args

MM_PER_INCH = 25.4
GRAMS_PER_CARAT = 0.2

RingScale = Literal["us", "uk", "eu", "jp", "cn", "hk", "it"]
RING_SCALES: tuple[RingScale, ...] = get_args(RingScale)
# Rounding to a scale's own step moves a size by at most this much: half a Hong Kong number.
RING_TOLERANCE_MM = 0.6
# Inner circumferences that a finger can have; ISO 8653's gauge itself reads 41 to 76 mm.
RING_RANGE_MM = (36.0, 80.0)

# US/Canada: 0.458 in + 0.032 in a size, as inner diameter.
_US_DIAMETER_AT_ZERO_MM = 11.63
_US_STEP_MM = 0.8128
# Mainland China, Switzerland, Italy, Spain: inner circumference minus 40 mm.
_CIRCUMFERENCE_AT_ZERO_MM = 40.0
# Japan: inner diameter 13 mm at size 1, a third of a millimetre a size.
_JP_DIAMETER_AT_ONE_MM = 13.0
# UK/Ireland/Australia: A is 37.8 mm of circumference, 1.25 mm a letter.
_UK_A_MM = 37.8
_UK_STEP_MM = 1.25
_UK_SIZE = re.compile(r"([A-Za-z])(?:\+([1-6]))?")
_UK_BEYOND_Z = 6
# Hong Kong: the smaller chart (oisogo: 13 is 16.5 mm across) is this line to within 0.1 mm; the
# larger (siudz: 12 is US 6) gives each number the size that the smaller gives the next one.
_HK_DIAMETER_AT_ZERO_MM = 12.02
_HK_STEP_MM = 0.345
# A wide band feels tighter; general trade practice is half a US size more.
_WIDE_BAND_US = 0.5
# Necklaces by name (perrian, glossaria), in inches; the last has no end.
_NECKLACES_INCHES: Mapping[str, tuple[float, float]] = {
    "collar": (12, 14),
    "choker": (14, 16),
    "princess": (17, 19),
    "matinee": (20, 24),
    "opera": (28, 36),
    "rope": (36, math.inf),
}
NECKLACE_NAMES: tuple[str, ...] = tuple(_NECKLACES_INCHES)


def us_ring_to_mm(size: float) -> float:
    """Inner circumference in mm of a US ring size (3 to 16)."""
    return math.pi * (_US_DIAMETER_AT_ZERO_MM + _US_STEP_MM * size)


def mm_to_us_ring(circumference_mm: float) -> float:
    """US size of an inner circumference in mm, to the nearest quarter."""
    exact = (circumference_mm / math.pi - _US_DIAMETER_AT_ZERO_MM) / _US_STEP_MM
    return round(exact * 4) / 4


def cn_ring_to_mm(size: float) -> float:
    """Inner circumference in mm of a mainland Chinese ring size (hao)."""
    return _CIRCUMFERENCE_AT_ZERO_MM + size


def mm_to_cn_ring(circumference_mm: float) -> float:
    """Mainland Chinese ring size of an inner circumference in mm, to the nearest half."""
    return round((circumference_mm - _CIRCUMFERENCE_AT_ZERO_MM) * 2) / 2


def hk_ring_to_mm(size: float) -> tuple[float, float]:
    """Inner circumferences in mm of a Hong Kong ring size: by the smaller chart and the larger.

    Two charts are in use and clash by one size, so the truth lies in this range of 1.1 mm.
    """
    return (
        math.pi * (_HK_DIAMETER_AT_ZERO_MM + _HK_STEP_MM * size),
        math.pi * (_HK_DIAMETER_AT_ZERO_MM + _HK_STEP_MM * (size + 1)),
    )


def mm_to_hk_ring(circumference_mm: float) -> tuple[int, int]:
    """Hong Kong sizes of an inner circumference in mm: by the larger chart and by the smaller."""
    exact = (circumference_mm / math.pi - _HK_DIAMETER_AT_ZERO_MM) / _HK_STEP_MM
    return round(exact) - 1, round(exact)


def jp_ring_to_mm(size: float) -> float:
    """Inner circumference in mm of a Japanese ring size."""
    return math.pi * (_JP_DIAMETER_AT_ONE_MM + (size - 1) / 3)


def mm_to_jp_ring(circumference_mm: float) -> int:
    """Japanese size of an inner circumference in mm; the scale has whole numbers only."""
    return round((circumference_mm / math.pi - _JP_DIAMETER_AT_ONE_MM) * 3 + 1)


def uk_ring_to_mm(letter: str, half: bool = False) -> float:
    """Inner circumference in mm of a UK ring letter A to Z, Z+1 to Z+6, optionally plus a half."""
    match = _UK_SIZE.fullmatch(letter)
    if match is None or (match[2] and match[1] not in "Zz"):
        raise ValueError(f"a UK ring size is one letter A to Z, or Z+1 to Z+6, not {letter!r}")
    place = ord(match[1].upper()) - ord("A") + int(match[2] or 0)
    return _UK_A_MM + _UK_STEP_MM * (place + 0.5 * half)


def mm_to_uk_ring(circumference_mm: float) -> str:
    """UK size of an inner circumference in mm, to the nearest half: 'N½', 'Z+2'.

    Raises ValueError where the letters do not reach.
    """
    halves = round((circumference_mm - _UK_A_MM) / _UK_STEP_MM * 2)
    place, half = divmod(halves, 2)
    last = ord("Z") - ord("A")
    if not 0 <= place <= last + _UK_BEYOND_Z:
        raise ValueError(f"UK letters go from 37.8 to 76 mm, not {circumference_mm:g} mm")
    letter = chr(ord("A") + place) if place <= last else f"Z+{place - last}"
    return letter + "½" * half


def ring_to_mm(scale: RingScale, size: str) -> tuple[float, float]:
    """Least and greatest inner circumference in mm that ``size`` means on ``scale``.

    Both are the same but on the Hong Kong scale. Raises ValueError for what is no size.
    """
    if scale == "uk":
        letter = size.strip().rstrip("½")
        mm = uk_ring_to_mm(letter, half=size.strip() != letter)
        return mm, mm
    number = float(size)
    if scale == "hk":
        return hk_ring_to_mm(number)
    mm = number if scale == "eu" else _TO_MM[scale](number)
    return mm, mm


def mm_to_ring(scale: RingScale, circumference_mm: float) -> str | None:
    """The size as it is said on ``scale`` ('7', 'N½', '54', '13-14'); None off its end."""
    try:
        size = _FROM_MM[scale](circumference_mm)
    except ValueError:
        return None
    least = size.partition("-")[0]
    return size if scale == "uk" or (least and float(least) >= 1) else None


_TO_MM: Mapping[RingScale, Callable[[float], float]] = {
    "us": us_ring_to_mm,
    "jp": jp_ring_to_mm,
    "cn": cn_ring_to_mm,
    "it": cn_ring_to_mm,  # Italy, Spain and Switzerland count as the mainland does
}
_FROM_MM: Mapping[RingScale, Callable[[float], str]] = {
    "us": lambda mm: f"{mm_to_us_ring(mm):g}",
    "uk": mm_to_uk_ring,
    "eu": lambda mm: f"{mm:.0f}",
    "jp": lambda mm: f"{mm_to_jp_ring(mm)}",
    "cn": lambda mm: f"{mm_to_cn_ring(mm):g}",
    "hk": lambda mm: "-".join(map(str, mm_to_hk_ring(mm))),
    "it": lambda mm: f"{mm_to_cn_ring(mm):g}",
}


def wide_band_mm(circumference_mm: float) -> float:
    """Inner circumference in mm to take for a wide band: half a US size more."""
    return circumference_mm + math.pi * _US_STEP_MM * _WIDE_BAND_US


def ring_from_measured_mm(length_mm: float) -> float | None:
    """Inner circumference in mm, where a measured length is one or is the diameter across.

    The two cannot be mixed up: no ring is 36 mm across, none measures 24 mm around.
    """
    least, most = RING_RANGE_MM
    if least <= length_mm <= most:
        return length_mm
    around = diameter_to_circumference_mm(length_mm)
    return around if least <= around <= most else None


def diameter_to_circumference_mm(diameter_mm: float) -> float:
    """Circumference of a circle, C = pi d."""
    return math.pi * diameter_mm


def circumference_to_diameter_mm(circumference_mm: float) -> float:
    """Diameter of a circle, d = C / pi."""
    return circumference_mm / math.pi


def bangle_from_hand_girth_mm(girth_mm: float) -> tuple[float, float]:
    """Inner diameter range (mm) of a closed bangle for a hand pinched to ``girth_mm`` around.

    The trade's rule (hunlipic): girth divided by pi, plus one to two millimetres.
    """
    diameter = girth_mm / math.pi
    return diameter + 1.0, diameter + 2.0


def bracelet_from_wrist_mm(wrist_mm: float) -> tuple[float, float]:
    """Length range (mm) of a bracelet for a wrist of this girth: one to two centimetres more, for
    a close fit and a loose one (general trade practice)."""
    return wrist_mm + 10.0, wrist_mm + 20.0


def hand_girth_for_bangle_mm(diameter_mm: float) -> tuple[float, float]:
    """Girth range (mm) of the pinched hands that a closed bangle of this inner diameter fits."""
    return math.pi * (diameter_mm - 2.0), math.pi * (diameter_mm - 1.0)


def necklace_range_mm(name: str) -> tuple[float, float]:
    """Shortest and longest necklace in mm that goes by ``name``; a rope has no longest (inf).

    Names vary between makers: always give the length beside them. KeyError for no such name.
    """
    low, high = _NECKLACES_INCHES[name]
    return low * MM_PER_INCH, high * MM_PER_INCH


def necklace_name(length_mm: float) -> str:
    """The name whose range of lengths is nearest; of two that meet, the longer."""

    def distance(name: str) -> float:
        low, high = necklace_range_mm(name)
        return max(low - length_mm, length_mm - high, 0.0)

    return min(reversed(NECKLACE_NAMES), key=distance)


def inches_to_mm(inches: float) -> float:
    """Inches to millimetres."""
    return inches * MM_PER_INCH


def mm_to_inches(millimetres: float) -> float:
    """Millimetres to inches."""
    return millimetres / MM_PER_INCH
