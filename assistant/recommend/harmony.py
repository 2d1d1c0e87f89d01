"""How well pieces go together: one look in metal, stone and style, counted in whole points.

A set has a look where several of its pieces share a value. For every trait the value that most
pieces share counts: each piece beyond the first that has it earns the trait's weight. A value that
the record does not state is shared with nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.constraints import Constraints

WISH_WEIGHT = 3  # a piece in a wished style, or for the wished occasion


@dataclass(frozen=True)
class Trait:
    """Something that pieces share. ``read`` gives the values of one piece."""

    name: str
    weight: int
    read: Callable[[Product], tuple[str, ...]]


def harmony(pieces: Sequence[Product], wishes: Constraints) -> int:
    """Points of a set: the traits its pieces share, and the style and occasion wished for."""
    points = sum(preference(piece, wishes) for piece in pieces)
    for trait in TRAITS:
        shared = Counter(value for piece in pieces for value in trait.read(piece))
        points += trait.weight * (max(shared.values(), default=1) - 1)
    return points


def preference(piece: Product, wishes: Constraints) -> int:
    """Points of one piece for the wished style and occasion, which are preferences everywhere."""
    met = (
        not set(piece.styles).isdisjoint(wishes.terms("style")),
        not set(piece.occasions).isdisjoint(wishes.terms("occasion")),
    )
    return WISH_WEIGHT * sum(met)


def signature(piece: Product) -> tuple[tuple[str, ...], ...]:
    """Every value of every trait: pieces of one signature differ in nothing that a set shows."""
    return tuple(trait.read(piece) for trait in TRAITS)


def _stated(*values: str | None) -> tuple[str, ...]:
    return ("/".join(map(str, values)),) if None not in values else ()


def _stone(piece: Product) -> tuple[str, ...]:
    return (piece.main_stone.stone,) if piece.main_stone else ("none",)


def _of_stone(read: Callable[[Product], Iterable[str | None]]) -> Callable[..., tuple[str, ...]]:
    """Plain pieces are alike in having neither stone colour nor cut."""
    return lambda piece: tuple(v for v in read(piece) if v) if piece.stones else ("none",)


TRAITS = (
    Trait("metal", 6, lambda piece: _stated(piece.metal, piece.metal_colour)),
    Trait("purity", 3, lambda piece: _stated(piece.purity)),
    Trait("stone", 4, _stone),
    Trait("stone_colour", 2, _of_stone(lambda piece: [piece.stones[0].colour])),
    Trait("cut", 1, _of_stone(lambda piece: [piece.stones[0].cut])),
    Trait("style", 2, lambda piece: tuple(dict.fromkeys(piece.styles))),
)
