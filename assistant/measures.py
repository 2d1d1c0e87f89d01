"""Sizes and units, computed by formula rather than copied from tables.

Ring sizes follow the diameters that the scales are defined by; charts on the web disagree by up
to a full size, so every answer gives millimetres beside the number.
"""

from __future__ import annotations

import math

MM_PER_INCH = 25.4
GRAMS_PER_CARAT = 0.2

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


def jp_ring_to_mm(size: float) -> float:
    """Inner circumference in mm of a Japanese ring size."""
    return math.pi * (_JP_DIAMETER_AT_ONE_MM + (size - 1) / 3)


def uk_ring_to_mm(letter: str, half: bool = False) -> float:
    """Inner circumference in mm of a UK ring letter A to Z, optionally plus a half."""
    if len(letter) != 1 or not "A" <= letter.upper() <= "Z":
        raise ValueError(f"a UK ring size is one letter A to Z, not {letter!r}")
    return _UK_A_MM + _UK_STEP_MM * (ord(letter.upper()) - ord("A") + 0.5 * half)


def diameter_to_circumference_mm(diameter_mm: float) -> float:
    """Circumference of a circle, C = pi d."""
    return math.pi * diameter_mm


def bangle_from_hand_girth_mm(girth_mm: float) -> tuple[float, float]:
    """Inner diameter range (mm) of a closed bangle for a hand pinched to ``girth_mm`` around.

    The trade's rule: girth divided by pi, plus one to two millimetres.
    """
    diameter = girth_mm / math.pi
    return diameter + 1.0, diameter + 2.0


def inches_to_mm(inches: float) -> float:
    """Inches to millimetres."""
    return inches * MM_PER_INCH
