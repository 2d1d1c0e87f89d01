"""Claims from the formulas of ``measures``, worked out again: sizes across scales, and lengths."""

from __future__ import annotations

import math
from collections.abc import Iterator

from assistant import measures
from assistant.answers.sizing import sizes_compared
from assistant.answers.sources import Sources, Turn, says_only
from assistant.answers.tokens import numbers_of
from assistant.turn import Claim


def verify_measure(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """Only what the formulas give for this size, in mm."""
    if claim.field == "ring_sizes_mm":
        sizes = claim.value
        return isinstance(sizes, list) and claim == sizes_compared(sizes, turn.language)
    if not isinstance(claim.value, int | float):
        return False
    allowed = measure_tokens(claim.field, float(claim.value))
    return says_only(claim, allowed, sources, turn.language)


def measure_tokens(field: str, value_mm: float) -> set[str]:
    """Every number that may be said of one measured value, as it is written."""
    written = {form for number in (value_mm, value_mm / 10) for form in _forms(number)}
    reader = {
        "ring_size_mm": _ring,
        "bangle_mm": _bangle,
        "bracelet_mm": _bracelet,
        "length_mm": _length,
    }.get(field)
    return written | (set(reader(value_mm)) if reader else set())


def _ring(circumference_mm: float) -> Iterator[str]:
    yield "8653"  # the standard that a chart follows
    sizes = [circumference_mm, measures.wide_band_mm(circumference_mm)]
    for one in sizes:
        yield from _forms(one)
        yield from _forms(measures.circumference_to_diameter_mm(one))
        for scale in measures.RING_SCALES:
            yield from numbers_of(measures.mm_to_ring(scale, one) or "")
        for number in measures.mm_to_hk_ring(one):  # two charts, so a number is a range
            for end in measures.hk_ring_to_mm(number):
                yield from _forms(end)


def _bangle(girth_mm: float) -> Iterator[str]:
    """Diameters for a hand of this girth; and hands for a bangle of this diameter."""
    for one in measures.bangle_from_hand_girth_mm(girth_mm):
        yield from _forms(one)
    for one in measures.hand_girth_for_bangle_mm(girth_mm):
        yield from _forms(one)


def _bracelet(wrist_mm: float) -> Iterator[str]:
    for one in measures.bracelet_from_wrist_mm(wrist_mm):
        yield from (f"{one / 10:.3g}", f"{wrist_mm / 10:.3g}")


def _length(length_mm: float) -> Iterator[str]:
    inches = measures.mm_to_inches(length_mm)
    low, high = measures.necklace_range_mm(measures.necklace_name(length_mm))
    ends = [one for one in (low, high) if math.isfinite(one)]
    for one in (inches, *ends, *map(measures.mm_to_inches, ends)):
        yield from _forms(one)


def _forms(number: float) -> set[str]:
    return {f"{number:g}", f"{number:.1f}", f"{number:.0f}"}
