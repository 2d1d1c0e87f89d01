"""Sets come to an end, over a boutique's catalogue and over a department store's; how long they
took when they were measured stands with each."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.money import Money
from assistant.recommend.sets import SetBuilder
from assistant.terms import Vocabulary
from assistant.turn import SetWish
from tests.recommend.shop import builder, wishes

HANGS_S = 20.0
WISHES = {
    "matching, any price": ("matching", Constraints()),
    "matching, up to 6,000": ("matching", wishes(600_000)),
    "pearls, about 10,000": ("matching", wishes(1_100_000, 900_000, stone="pearl")),
    "three golds, up to 20,000": ("three_gold", wishes(2_000_000)),
    "three golds, far too little": ("three_gold", wishes(1_000)),
    "five golds, any price": ("five_gold", Constraints()),
    "five golds, up to 40,000": ("five_gold", wishes(4_000_000)),
    "five golds, about 40,000": ("five_gold", wishes(4_400_000, 3_600_000)),
    "couple, far too little": ("couple", wishes(900)),
}


def many(products: dict[str, Product], number: int) -> Iterator[Product]:
    """The shop's pieces over and over, with the metals, stones, styles and prices of others."""
    draw = Random(number)
    pieces = list(products.values())
    for count in range(number):
        piece, other = draw.sample(pieces, 2)
        alike = draw.choice([one for one in pieces if one.category == piece.category])
        price = Money(max(100, int(piece.price.minor * draw.uniform(0.4, 2.5))), "CNY")
        yield replace(
            piece,
            id=f"X-{count:05d}",
            metal=alike.metal,
            metal_colour=alike.metal_colour,
            purity=alike.purity,
            stones=draw.choice([piece, alike]).stones,
            styles=other.styles,
            price=price,
            availability="in_stock",
        )


@pytest.fixture(scope="module")
def boutique(products: dict[str, Product], vocabulary: Vocabulary) -> SetBuilder:
    return builder(many(products, 600), vocabulary)


@pytest.fixture(scope="module")
def store(products: dict[str, Product], vocabulary: Vocabulary) -> SetBuilder:
    return builder(many(products, 10_000), vocabulary)


def seconds(sets: SetBuilder, kind: str, constraints: Constraints) -> float:
    """Processor time of one build: other work on the machine does not count."""
    start = time.process_time()
    sets.build(SetWish(kind, ()), constraints)
    return time.process_time() - start


@pytest.mark.parametrize("name", WISHES)
def test_a_set_of_600_pieces_comes_to_an_end(name: str, boutique: SetBuilder) -> None:
    """2 to 22 ms: the least of five, over 600 variants of 436 pieces on one core of an AMD EPYC.
    With a solver alone it was 11 to 26 ms, and 1.05 s for five golds in a range. The first set that
    no budget allows takes 0.2 s more, to load the solver."""
    assert seconds(boutique, *WISHES[name]) < HANGS_S


@pytest.mark.parametrize("name", WISHES)
def test_a_set_of_10_000_pieces_comes_to_an_end(name: str, store: SetBuilder) -> None:
    """14 to 154 ms, measured likewise."""
    assert seconds(store, *WISHES[name]) < HANGS_S


def test_swapping_in_10_000_pieces_comes_to_an_end(store: SetBuilder) -> None:
    """42 ms, measured likewise."""
    found = store.build(SetWish("three_gold", ()), Constraints())
    assert found is not None
    standing = tuple(piece.id for piece in found.products)
    start = time.process_time()
    store.build(SetWish("three_gold", ()), Constraints(), standing, 1)
    assert time.process_time() - start < HANGS_S
