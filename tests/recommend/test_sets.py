"""Sets over made-up shops, held to what trying every combination gives."""

from __future__ import annotations

from itertools import product as combinations_of
from random import Random

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.search.filters import Rules, matches
from assistant.terms import Vocabulary
from assistant.turn import SetWish
from tests.recommend.shop import budgets, builder, every_set, gap, ids, score, shops, total, wishes
from tests.search.shelf import make_product, make_stone

KINDS = st.sampled_from(["matching", "three_gold"])
over_shops = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
RANGES = st.tuples(budgets, budgets).filter(lambda ends: None in ends or ends[0] <= ends[1])


def plain_where_meant(
    fitting: list[tuple[Product, ...]], possible: list[tuple[Product, ...]], kind: str
) -> list[tuple[Product, ...]]:
    """Of the sets that fit those of golds without stones, wherever the shop has a plain piece."""
    if kind not in ("three_gold", "five_gold"):
        return fitting
    places = range(len(possible[0]))
    is_had = [any(not one[at].stones for one in possible) for at in places]
    return [one for one in fitting if not any(is_had[at] and one[at].stones for at in places)]


@over_shops
@given(
    products=shops(),
    kind=KINDS,
    ends=RANGES,
    style=st.sampled_from([None, "modern", "romantic"]),
)
def test_the_best_set_scores_as_high_as_any_within_the_budget(
    products: tuple[Product, ...],
    kind: str,
    ends: tuple[int | None, int | None],
    style: str | None,
    vocabulary: Vocabulary,
) -> None:
    least, most = ends
    possible = list(every_set(products, kind))
    fitting = [one for one in possible if not gap(one, most, least)]
    assume(fitting)
    fitting = plain_where_meant(fitting, possible, kind) or fitting
    wished = wishes(most, least, **({"style": style} if style else {}))
    found = builder(products, vocabulary).build(SetWish(kind, ()), wished)
    assert found is not None
    assert score(found.products, wished) == max(score(one, wished) for one in fitting)


@over_shops
@given(products=shops(), kind=KINDS, ends=RANGES)
def test_a_set_keeps_to_its_budget_or_tells_the_least_gap_there_is(
    products: tuple[Product, ...],
    kind: str,
    ends: tuple[int | None, int | None],
    vocabulary: Vocabulary,
) -> None:
    least, most = ends
    gaps = [gap(one, most, least) for one in every_set(products, kind)]
    found = builder(products, vocabulary).build(SetWish(kind, ()), wishes(most, least))
    assert (found is None) == (not gaps)
    if found is not None:
        assert abs(found.over_minor) == min(gaps)
        assert abs(found.over_minor) == gap(found.products, most, least)
        assert (found.over_minor < 0) == (least is not None and found.total.minor < least)


@over_shops
@given(products=shops(), kind=KINDS, most=budgets)
def test_the_total_is_the_exact_sum_of_distinct_pieces(
    products: tuple[Product, ...], kind: str, most: int | None, vocabulary: Vocabulary
) -> None:
    found = builder(products, vocabulary).build(SetWish(kind, ()), wishes(most))
    assume(found)
    assert found is not None
    assert found.total.minor == total(found.products)
    assert len(set(ids(found))) == len(found.products)


@over_shops
@given(
    products=shops(most=24, least=16),
    stone=st.sampled_from([None, "pearl", "diamond"]),
    recipient=st.sampled_from([None, "mother", "husband"]),
    in_stock=st.booleans(),
    most=budgets,
)
def test_every_piece_keeps_every_hard_wish_of_the_set(
    products: tuple[Product, ...],
    stone: str | None,
    recipient: str | None,
    in_stock: bool,
    most: int | None,
    vocabulary: Vocabulary,
) -> None:
    terms = {"stone": stone, "recipient": recipient, "in_stock": in_stock or None}
    wished = {slot: value for slot, value in terms.items() if value is not None}
    found = builder(products, vocabulary).build(SetWish("matching", ()), wishes(most, **wished))
    assume(found)
    assert found is not None
    rules = Rules(vocabulary, lambda *_: None, None)  # type: ignore[arg-type]
    assert all(matches(piece, wishes(**wished), rules) for piece in found.products)
    assert [piece.category in ("necklace", "pendant") for piece in found.products] == [True, False]


@over_shops
@given(products=shops(), kind=KINDS, most=budgets, seed=st.integers(0, 9))
def test_the_order_of_the_catalogue_does_not_change_the_set(
    products: tuple[Product, ...],
    kind: str,
    most: int | None,
    seed: int,
    vocabulary: Vocabulary,
) -> None:
    shuffled = list(products)
    Random(seed).shuffle(shuffled)
    wish = SetWish(kind, ())
    assert builder(products, vocabulary).build(wish, wishes(most)) == builder(
        shuffled, vocabulary
    ).build(wish, wishes(most))


@over_shops
@given(products=shops(least=2), kind=KINDS, most=budgets)
def test_what_is_lacking_are_the_places_without_any_piece(
    products: tuple[Product, ...], kind: str, most: int | None, vocabulary: Vocabulary
) -> None:
    sets = builder(products, vocabulary)
    on_sale = [one for one in products if one.availability != "sold_out"]
    if kind == "three_gold":
        on_sale = [one for one in on_sale if one.metal == "gold"]
    there = {"necklace" if one.category == "pendant" else one.category for one in on_sale}
    needed = ("ring", "necklace", "earrings") if kind == "three_gold" else ("necklace", "earrings")
    lacking = sets.lacking(SetWish(kind, ()), wishes(most))
    assert lacking == tuple(one for one in needed if one not in there)
    assert (sets.build(SetWish(kind, ()), wishes(most)) is None) == bool(lacking)


@over_shops
@given(products=shops(), kind=KINDS, most=budgets, swap=st.integers(0, 1))
def test_swapping_changes_one_piece_and_goes_round_all_that_fit(
    products: tuple[Product, ...], kind: str, most: int | None, swap: int, vocabulary: Vocabulary
) -> None:
    sets, wish = builder(products, vocabulary), SetWish(kind, ())
    first = sets.build(wish, wishes(most))
    assume(first is not None and not first.over_minor)
    standing = start = ids(first)
    kept = [one for at, one in enumerate(start) if at != swap]
    options = {
        names[swap]
        for one in every_set(products, kind)
        if not gap(one, most) and (names := tuple(piece.id for piece in one))
        if [name for at, name in enumerate(names) if at != swap] == kept
    }
    seen = [start[swap]]
    for _ in range(len(options) - 1):
        swapped = sets.build(wish, wishes(most), standing, swap)
        assert swapped is not None
        assert not swapped.over_minor
        standing = ids(swapped)
        assert [one for at, one in enumerate(standing) if at != swap] == kept
        seen.append(standing[swap])
    assert sorted(seen) == sorted(options)


@settings(over_shops, max_examples=30)
@given(
    st.lists(st.integers(1, 900), min_size=2, max_size=30),
    st.lists(st.integers(1, 900), min_size=2, max_size=30),
    st.integers(100, 1800),
)
def test_pieces_of_one_look_come_as_close_to_the_budget_as_can_be(
    vocabulary: Vocabulary, necklaces: list[int], earrings: list[int], most: int
) -> None:
    shelves = {"necklace": necklaces, "earrings": earrings}
    products = [
        make_product(f"{category}-{number:02d}", category=category, price=price)
        for category, prices in shelves.items()
        for number, price in enumerate(prices)
    ]
    totals = [sum(prices) for prices in combinations_of(necklaces, earrings)]
    assume(min(totals) <= most)
    found = builder(products, vocabulary).build(SetWish("matching", ()), wishes(most))
    assert found is not None
    assert found.total.minor == max(one for one in totals if one <= most)


def test_hundreds_of_pieces_are_pruned_without_losing_the_best_pair(vocabulary: Vocabulary) -> None:
    draw = Random(5)
    products = [
        make_product(
            f"M-{number:03d}",
            category=draw.choice(["necklace", "earrings"]),
            metal=draw.choice(["gold", "silver", "platinum"]),
            metal_colour=draw.choice(["yellow", "white", "rose"]),
            purity=draw.choice(["18k", "14k", "925"]),
            stones=(make_stone(draw.choice(["ruby", "pearl", "jadeite", "opal"])),),
            styles=tuple(draw.sample(["classic", "modern", "romantic", "vintage", "nature"], 2)),
            price=draw.randrange(10_000, 900_000),
        )
        for number in range(300)
    ]
    sets = builder(products, vocabulary)
    necklaces = [one for one in products if one.category == "necklace"]
    earrings = [one for one in products if one.category == "earrings"]
    for most in (60_000, 200_000, 700_000):
        best = max(
            score(pair, wishes(most))
            for pair in combinations_of(necklaces, earrings)
            if not gap(pair, most)
        )
        found = sets.build(SetWish("matching", ()), wishes(most))
        assert found is not None
        assert not found.over_minor
        assert score(found.products, wishes(most)) == best


def test_a_set_that_spends_the_budget_comes_before_an_alike_one_for_a_tenth_of_it(
    vocabulary: Vocabulary,
) -> None:
    products = [
        make_product("N-1", category="necklace", metal="silver", price=30_000),
        make_product("E-1", category="earrings", metal="silver", price=25_000),
        make_product("N-2", category="necklace", metal="gold", price=280_000),
        make_product("E-2", category="earrings", metal="gold", price=270_000, styles=("vintage",)),
    ]
    sets, wish = builder(products, vocabulary), SetWish("matching", ())
    assert ids(sets.build(wish, wishes(600_000))) == ("N-2", "E-2")
    assert ids(sets.build(wish, wishes(100_000))) == ("N-1", "E-1")


def test_harmony_is_not_given_up_for_a_little_of_the_budget(vocabulary: Vocabulary) -> None:
    products = [
        make_product("N-1", category="necklace", metal="gold", price=280_000),
        make_product("E-1", category="earrings", metal="gold", price=270_000),
        make_product("E-2", category="earrings", metal="silver", price=320_000),
    ]
    found = builder(products, vocabulary).build(SetWish("matching", ()), wishes(600_000))
    assert ids(found) == ("N-1", "E-1")


def test_a_range_that_is_kept_to_costs_no_harmony(vocabulary: Vocabulary) -> None:
    products = [
        make_product("N-1", category="necklace", metal="gold", price=200_000),
        make_product("E-1", category="earrings", metal="gold", price=120_000),
        make_product("E-2", category="earrings", metal="silver", price=250_000),
    ]
    found = builder(products, vocabulary).build(SetWish("matching", ()), wishes(600_000, 300_000))
    assert ids(found) == ("N-1", "E-1")


def test_a_wished_style_is_preferred(vocabulary: Vocabulary) -> None:
    products = [
        make_product("N", category="necklace", styles=("floral",)),
        make_product("E-1", category="earrings", styles=("classic",)),
        make_product("E-2", category="earrings", styles=("vintage",)),
    ]
    sets = builder(products, vocabulary)
    found = sets.build(SetWish("matching", ()), wishes(style="vintage"))
    assert ids(found) == ("N", "E-2")


def test_a_budget_in_another_currency_is_converted(vocabulary: Vocabulary) -> None:
    products = [
        make_product("N", category="necklace", price=100_000),
        make_product("E", category="earrings", price=100_000),
    ]
    sets = builder(products, vocabulary)
    enough = sets.build(SetWish("matching", ()), wishes(40_000, currency="USD"))
    short = sets.build(SetWish("matching", ()), wishes(20_000, currency="USD"))
    assert enough is not None
    assert enough.over_minor == 0
    assert short is not None
    assert short.over_minor > 0


def test_a_budget_without_a_rate_is_never_compared(vocabulary: Vocabulary) -> None:
    products = [
        make_product("N", category="necklace"),
        make_product("E", category="earrings"),
    ]
    sets, wish = builder(products, vocabulary), SetWish("matching", ())
    assert sets.build(wish, wishes(10**9, currency="XAU")) is None
    assert sets.lacking(wish, wishes(10**9, currency="XAU")) == ()


@pytest.mark.parametrize("kind", ["three_gold", "five_gold", "matching", "couple"])
def test_the_shop_has_a_set_of_every_kind(
    kind: str, products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    found = builder(products.values(), vocabulary).build(SetWish(kind, ()), Constraints())
    assert found is not None
    assert found.total.minor == total(found.products)


def test_five_golds_are_gold_and_of_five_kinds(
    products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    found = builder(products.values(), vocabulary).build(SetWish("five_gold", ()), Constraints())
    assert found is not None
    assert {piece.metal for piece in found.products} == {"gold"}
    kinds = [piece.category.replace("pendant", "necklace") for piece in found.products]
    assert kinds == ["ring", "necklace", "earrings", "bangle", "bracelet"]


def test_a_standing_piece_that_left_the_shop_is_built_around_anew(
    products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    sets = builder(products.values(), vocabulary)
    found = sets.build(SetWish("matching", ()), Constraints(), ("GONE", "E-004"), 1)
    assert found is not None
    assert "E-004" not in ids(found)
