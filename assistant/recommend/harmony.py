"""How well pieces go together: one look in metal, stone and style, counted in whole points.

A set has a look where several of its pieces share a value. For every trait the value that most
pieces share counts: each piece beyond the first that has it earns the trait's weight. A value that
the record does not state is shared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.catalogue.product import Product
from assistant.constraints import Constraints

Value = tuple[str, str]  # of a trait: ('stone', 'jadeite')

WEIGHTS: Mapping[str, int] = {
    "metal": 6,  # with its colour
    "purity": 3,
    "stone": 4,
    "stone_colour": 2,
    "cut": 1,
    "style": 2,
}
MADE_FOR_ONE_ANOTHER = 6  # two rings of one design: as much as one metal
WISH_WEIGHT = 3  # a piece in a wished style, or for the wished occasion


def values_of(piece: Product) -> tuple[Value, ...]:
    """What a set can share of this piece. Pieces without stones are alike in having none."""
    stone = piece.main_stone
    metal = f"{piece.metal}/{piece.metal_colour}" if piece.metal and piece.metal_colour else None
    stated = (
        ("metal", metal),
        ("purity", piece.purity),
        ("stone", stone.stone if stone else "none"),
        ("stone_colour", stone.colour if stone else "none"),
        ("cut", stone.cut if stone else "none"),
        *(("style", style) for style in dict.fromkeys(piece.styles)),
    )
    return tuple((trait, value) for trait, value in stated if value is not None)


def wishes_met(piece: Product, wishes: Constraints) -> int:
    """How many of the wished style and occasion the piece meets: preferences, everywhere."""
    return (not set(piece.styles).isdisjoint(wishes.terms("style"))) + (
        not set(piece.occasions).isdisjoint(wishes.terms("occasion"))
    )


def look_of(pieces: Iterable[Sequence[Value]]) -> dict[str, tuple[str, int]]:
    """The look of a set: of each trait the value that most pieces share (the first in the order
    of the alphabet) and how many have it."""
    shared = Counter(value for piece in pieces for value in piece)
    look: dict[str, tuple[str, int]] = {}
    for (trait, value), count in sorted(shared.items()):
        if count > look.get(trait, ("", 0))[1]:
            look[trait] = (value, count)
    return look


def shared_points(pieces: Iterable[Sequence[Value]]) -> int:
    """Points for what the pieces of these values share."""
    return sum(WEIGHTS[trait] * (count - 1) for trait, (_, count) in look_of(pieces).items())


def harmony(pieces: Sequence[Product], wishes: Constraints) -> int:
    """Points of a set: what its pieces share, and the style and occasion wished for."""
    met = sum(wishes_met(piece, wishes) for piece in pieces)
    return shared_points(map(values_of, pieces)) + WISH_WEIGHT * met
