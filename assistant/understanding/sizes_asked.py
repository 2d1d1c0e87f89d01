"""Sizes that a sentence asks about: its measures in mm, and the scales that it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant import measures
from assistant.understanding.amount import Amount
from assistant.understanding.ring_sizes import scales_named

_FIGURES = {"ring": "ring_size_mm", "bangle": "bangle_mm", "girth": "hand_girth_mm"}
_FINGER_MM = (40.0, 76.0)  # around the inside of a ring


def figures_of(amounts: Iterable[Amount]) -> dict[str, float]:
    """The measures in ``amounts``, in mm: a second ring is ``other_ring_size_mm``, and a wrist
    ``wrist_mm``."""
    amounts = tuple(amounts)
    figures = {_FIGURES[one.kind]: one.low for one in amounts if one.kind in _FIGURES and one.low}
    if any(one.scale == "wrist" for one in amounts):
        figures["wrist_mm"] = figures.pop("hand_girth_mm")
    rings = _rings(amounts)
    if len(rings) > 1:
        figures |= {"ring_size_mm": rings[0], "other_ring_size_mm": rings[1]}
    lengths = [one.low for one in amounts if one.kind == "length" and one.low]
    return figures | ({"length_mm": lengths[0]} if lengths and len(rings) < 2 else {})


def size_keys(amounts: Iterable[Amount], answered: str | None) -> tuple[str, ...]:
    """Knowledge keys of the size that is asked about, as it is said: size_hk:12. ``answered`` is
    the one that an answer told the scale of."""
    said = answered or said_size(amounts)
    return (f"size_{said}",) if said else ()


def said_size(amounts: Iterable[Amount]) -> str | None:
    """The first ring size with its scale, as it was said: 'hk:14', 'uk:N'; None for one in mm."""
    for one in amounts:
        if one.kind != "ring" or one.low is None or one.scale in (None, "mm", "hao"):
            continue
        number = measures.mm_to_ring("uk", one.low) if one.scale == "uk" else f"{one.number:g}"
        return f"{one.scale}:{number}" if number else None
    return None


def asks_of_two_rings(amounts: Iterable[Amount]) -> bool:
    """Are two sizes of a finger named: 'is 12 mainland the same as 54 mm round'?"""
    return len(_rings(tuple(amounts))) > 1


def gives_a_girth(amounts: Iterable[Amount]) -> bool:
    """Is a hand or a wrist measured?"""
    return any(one.kind == "girth" for one in amounts)


def scales_asked(text: str) -> tuple[str, ...]:
    """Knowledge keys of the scales that folded ``text`` names, in reading order: scale_us."""
    return tuple(f"scale_{one}" for one in scales_named(text))


def _rings(amounts: Sequence[Amount]) -> list[float]:
    """Around the inside, in reading order; beside a size by a scale mm are one too."""
    has_ring = any(one.kind == "ring" and one.low for one in amounts)
    rings = [
        (one.start, one.low)
        for one in amounts
        if one.low
        and (
            one.kind == "ring"
            or (has_ring and one.kind == "length" and _FINGER_MM[0] <= one.low <= _FINGER_MM[1])
        )
    ]
    return [mm for _, mm in sorted(rings)]
