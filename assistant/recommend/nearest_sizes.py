"""Which sizes come nearest to the one that a place of a set is wished in and no piece comes in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.catalogue.product import Product
from assistant.recommend.places import Place
from assistant.turn import SizesBeside

SIZES = ("ring_size_mm", "bangle_mm")


def sizes_beside(
    places: Sequence[Place],
    fitting: Sequence[Iterable[Product]],
    of_any_size: Sequence[Iterable[Product]],
) -> tuple[SizesBeside, ...]:
    """For each place that no piece fits the sizes just below and above the wished one, of the
    pieces that would fit it ``of_any_size``."""
    found = []
    for place, own, pieces in zip(places, fitting, of_any_size, strict=True):
        slot = next((one for one in SIZES if place.wishes.number(one) is not None), None)
        wished = place.wishes.number(slot) if slot else None
        if slot is None or wished is None or any(own):
            continue
        beside = _beside(wished, slot, pieces)
        if beside:
            found.append(SizesBeside(slot, wished, beside))
    return tuple(dict.fromkeys(found))


def of_one_metal(pools: Sequence[Sequence[Product]]) -> list[list[Product]]:
    """The rings of each pool in a metal that all pools have: those that a couple can choose of."""
    shared = set.intersection(*({one.metal for one in pool} for pool in pools)) - {None}
    return [[one for one in pool if one.metal in shared] for pool in pools]


def _beside(wished_mm: float, slot: str, pieces: Iterable[Product]) -> tuple[float, ...]:
    sizes = {
        size.mm
        for piece in pieces
        for size in piece.sizes
        if size.slot == slot and size.availability != "sold_out"
    }
    below = max((one for one in sizes if one < wished_mm), default=None)
    above = min((one for one in sizes if one > wished_mm), default=None)
    return tuple(one for one in (below, above) if one is not None)
