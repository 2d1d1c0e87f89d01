"""Small made-up shops for sets, and the same questions answered by trying every combination."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from itertools import product as combinations_of
from math import ceil

from hypothesis import strategies as st

from assistant.catalogue.product import Product, Size
from assistant.constraints import Constraints
from assistant.money import convert_by
from assistant.recommend.harmony import harmony
from assistant.recommend.sets import SetBuilder
from assistant.search.searcher import CatalogueSearch
from assistant.settings import cross_rates
from assistant.terms import Vocabulary
from assistant.turn import PieceSet
from tests.search.shelf import make_product, make_stone

RATES = cross_rates("CNY")
# The first of a place's kinds that is there fills it: a pendant where there is no necklace.
PLACES = {
    "matching": (("necklace", "pendant"), ("earrings",)),
    "three_gold": (("ring",), ("necklace", "pendant"), ("earrings",)),
}


def builder(products: Iterable[Product], vocabulary: Vocabulary) -> SetBuilder:
    """A set builder over the real search of these products."""
    products = tuple(products)
    search = CatalogueSearch(products, vocabulary, rates=RATES)
    by_id = {one.id: one for one in products}
    return SetBuilder(by_id, search.matching, partial(convert_by, rates=RATES), "CNY")


@st.composite
def shops(draw: st.DrawFn, most: int = 16, least: int = 6) -> tuple[Product, ...]:
    """Rings, necklaces, pendants and earrings in few metals, stones and prices, so that pieces
    share looks and totals collide."""
    pieces = st.tuples(
        st.sampled_from(["ring", "necklace", "pendant", "earrings", "earrings"]),
        st.sampled_from([("gold", "yellow"), ("gold", "rose"), ("silver", "white"), (None, None)]),
        st.sampled_from(["18k", "999", None]),
        st.sampled_from([None, "pearl", "diamond", "jadeite"]),
        st.sampled_from([("classic",), ("modern", "classic"), ("romantic",)]),
        st.integers(1, 60).map(lambda hundreds: hundreds * 12_345),
        st.sampled_from(["women", "men", "unisex", None]),
        st.sampled_from(["in_stock", "in_stock", "to_order", "sold_out"]),
    )
    return tuple(
        make_product(
            f"M-{number:03d}",
            category=category,
            metal=metal,
            metal_colour=colour,
            purity=purity,
            stones=(make_stone(stone),) if stone else (),
            styles=styles,
            price=price,
            wearer=wearer,
            availability=availability,
            sizes=(Size("ring_size_mm", 54.4, None),) if category == "ring" else (),
            length_mm=420.0 if category in ("necklace", "pendant") else None,
        )
        for number, (
            category, (metal, colour), purity, stone, styles, price, wearer, availability
        ) in enumerate(draw(st.lists(pieces, min_size=least, max_size=most)))
    )  # fmt: skip


budgets = st.one_of(st.none(), st.integers(1, 160).map(lambda hundreds: hundreds * 10_000))


def wishes(most: int | None = None, least: int | None = None, **terms: object) -> Constraints:
    """Wishes with a budget in CNY minor units."""
    bounds = {"price_max_minor": most, "price_min_minor": least}
    return Constraints.from_json(terms | {k: v for k, v in bounds.items() if v is not None})


def every_set(products: Sequence[Product], kind: str) -> Iterator[tuple[Product, ...]]:
    """All sets of this kind at any price."""
    on_sale = [one for one in products if one.availability != "sold_out"]
    if kind == "three_gold":
        on_sale = [one for one in on_sale if one.metal == "gold"]
    return combinations_of(*pools(on_sale, kind))


def pools(pieces: Sequence[Product], kind: str) -> list[list[Product]]:
    """The pieces for each place of a set of this kind."""
    by_kind = [
        [[one for one in pieces if one.category == each] for each in place]
        for place in PLACES[kind]
    ]
    return [next(filter(None, place), []) for place in by_kind]


def total(pieces: Iterable[Product]) -> int:
    return sum(piece.price.minor for piece in pieces)


def gap(pieces: Iterable[Product], most: int | None, least: int | None = None) -> int:
    """Minor units beyond the ceiling, or below the floor."""
    cost = total(pieces)
    over = 0 if most is None else max(0, cost - most)
    return over or (0 if least is None else max(0, least - cost))


def score(pieces: Sequence[Product], wished: Constraints) -> int:
    """Five times the harmony, less the hundredths of a budget, named without a floor, that the
    total begins to leave, once for every piece beyond the first."""
    most, least = wished.number("price_max_minor"), wished.number("price_min_minor")
    left = 0
    if most is not None and least is None:
        left = max(0, ceil(Fraction(100 * (int(most) - total(pieces)), int(most))))
    return 5 * harmony(pieces, wished) - left * max(1, len(pieces) - 1)


def ids(found: PieceSet | None) -> tuple[str, ...]:
    assert found is not None
    return tuple(piece.id for piece in found.products)
