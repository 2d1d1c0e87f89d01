"""Couple rings: two wearers, two sizes, two budgets, one metal; or a pair sold as one piece."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Product, Size
from assistant.constraints import Constraints
from assistant.recommend.pairs import is_pair
from assistant.recommend.sets import SetBuilder
from assistant.terms import Vocabulary
from assistant.turn import Member, SetWish, SizesBeside
from tests.recommend.shop import builder, ids, wishes
from tests.search.shelf import make_product

HERS, HIS = 50.0, 62.0


def ring(
    ring_id: str, wearer: str, metal: str = "gold", price: int = 300_000, **more: object
) -> Product:
    sizes = tuple(Size("ring_size_mm", mm, None) for mm in (HERS, HIS))
    fields: dict[str, object] = {"sizes": sizes, "category": "ring"} | more
    return make_product(ring_id, wearer=wearer, metal=metal, price=price, **fields)


def member(**own: object) -> Member:
    return Member("ring", Constraints.from_json(own))


def pair(name: str = "PAIR", price: int = 500_000, **more: object) -> Product:
    names = {"en": "Two Test Wedding Bands", "zh": "测试对戒"}
    return ring(name, "unisex", price=price, name=names, **more)


COUPLE = SetWish("couple", ())


def test_one_ring_is_for_her_and_one_for_him(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women"), ring("M", "men"), ring("W2", "women")], vocabulary)
    assert ids(sets.build(COUPLE, Constraints()))[1] == "M"


def test_both_rings_are_of_one_metal(vocabulary: Vocabulary) -> None:
    products = [
        ring("W-gold", "women", "gold"),
        ring("W-silver", "women", "silver"),
        ring("M-silver", "men", "silver"),
    ]
    found = builder(products, vocabulary).build(COUPLE, Constraints())
    assert ids(found) == ("W-silver", "M-silver")


def test_rings_of_different_metals_only_are_no_couple(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women", "gold"), ring("M", "men", "titanium")], vocabulary)
    assert sets.build(COUPLE, Constraints()) is None
    assert sets.lacking(COUPLE, Constraints()) == ("ring",)


def test_the_same_ring_is_not_sold_twice(vocabulary: Vocabulary) -> None:
    sets = builder([ring("U-1", "unisex"), ring("U-2", "unisex")], vocabulary)
    assert set(ids(sets.build(COUPLE, Constraints()))) == {"U-1", "U-2"}
    assert builder([ring("U-1", "unisex")], vocabulary).build(COUPLE, Constraints()) is None


def test_each_ring_comes_in_its_own_size(vocabulary: Vocabulary) -> None:
    small = (Size("ring_size_mm", HERS, None),)
    large = (Size("ring_size_mm", HIS, None),)
    products = [
        ring("S", "unisex", sizes=small),
        ring("L", "unisex", sizes=large),
    ]
    sets = builder(products, vocabulary)
    his_first = SetWish("couple", (member(ring_size_mm=HIS), member(ring_size_mm=HERS)))
    assert ids(sets.build(his_first, Constraints())) == ("L", "S")


def test_the_larger_of_two_sizes_is_his_where_nobody_said(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women"), ring("M", "men")], vocabulary)
    wish = SetWish("couple", (member(ring_size_mm=HIS), member(ring_size_mm=HERS)))
    assert ids(sets.build(wish, Constraints())) == ("M", "W")


def test_two_women_get_two_womens_rings(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W-1", "women"), ring("W-2", "women"), ring("M", "men")], vocabulary)
    wish = SetWish("couple", (member(recipient="wife"), member(recipient="woman")))
    assert set(ids(sets.build(wish, Constraints()))) == {"W-1", "W-2"}


def test_the_shops_recipient_for_couples_is_no_third_wearer(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women"), ring("M", "men")], vocabulary)
    assert ids(sets.build(COUPLE, wishes(recipient="husband"))) == ("W", "M")


@settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["women", "men", "unisex"]),
            st.sampled_from(["gold", "silver"]),
            st.integers(1, 90),
        ),
        min_size=2,
        max_size=9,
    ),
    st.integers(1, 90),
    st.integers(1, 90),
    st.integers(1, 180),
)
def test_two_budgets_and_a_total_give_the_least_gap_there_is(
    vocabulary: Vocabulary,
    rows: list[tuple[str, str, int]],
    hers: int,
    his: int,
    both: int,
) -> None:
    products = [
        ring(f"R-{number}", wearer, metal, price * 10_007)
        for number, (wearer, metal, price) in enumerate(rows)
    ]
    hers, his, both = hers * 10_000, his * 10_000, both * 10_000
    wish = SetWish("couple", (member(price_max_minor=hers), member(price_max_minor=his)))
    gaps = [
        max(
            0,
            first.price.minor + second.price.minor - both,
            max(0, first.price.minor - hers) + max(0, second.price.minor - his),
        )
        for first, second in permutations(products, 2)
        if first.metal == second.metal
        and first.wearer in ("women", "unisex")
        and second.wearer in ("men", "unisex")
    ]
    found = builder(products, vocabulary).build(wish, wishes(both))
    assert (found is None) == (not gaps)
    if found is not None:
        assert found.over_minor == min(gaps)


def test_a_pair_that_fits_is_the_couple(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women"), ring("M", "men"), pair()], vocabulary)
    assert ids(sets.build(COUPLE, Constraints())) == ("PAIR",)


def test_two_budgets_without_a_total_are_one_purse_to_come_near_to(
    vocabulary: Vocabulary,
) -> None:
    products = [pair("CHEAP", 50_000), pair("NEAR", 480_000), pair("BEYOND", 900_000)]
    own = (member(price_max_minor=300_000, currency="CNY"),) * 2
    found = builder(products, vocabulary).build(SetWish("couple", own), Constraints())
    assert ids(found) == ("NEAR",)


def test_a_pair_for_a_tenth_of_the_budget_gives_way_to_rings_that_spend_it(
    vocabulary: Vocabulary,
) -> None:
    products = [ring("W", "women"), ring("M", "men"), pair(price=60_000)]
    sets = builder(products, vocabulary)
    assert ids(sets.build(COUPLE, wishes(600_000))) == ("W", "M")
    assert ids(sets.build(COUPLE, wishes(70_000))) == ("PAIR",)


def test_a_pair_near_the_budget_comes_before_two_rings_a_little_nearer(
    vocabulary: Vocabulary,
) -> None:
    products = [ring("W", "women"), ring("M", "men"), pair(price=500_000)]
    assert ids(builder(products, vocabulary).build(COUPLE, wishes(600_000))) == ("PAIR",)


def test_a_pair_needs_both_sizes(vocabulary: Vocabulary) -> None:
    only_hers = (Size("ring_size_mm", HERS, None),)
    products = [ring("W", "women"), ring("M", "men"), pair(sizes=only_hers)]
    wish = SetWish("couple", (member(ring_size_mm=HERS), member(ring_size_mm=HIS)))
    assert ids(builder(products, vocabulary).build(wish, Constraints())) == ("W", "M")


def test_a_pair_beyond_both_purses_gives_way_to_two_rings(vocabulary: Vocabulary) -> None:
    products = [ring("W", "women", price=100_000), ring("M", "men", price=100_000), pair()]
    wish = SetWish("couple", (member(price_max_minor=200_000), member(price_max_minor=200_000)))
    assert ids(builder(products, vocabulary).build(wish, Constraints())) == ("W", "M")


def test_swapping_a_pair_builds_a_couple_without_it(vocabulary: Vocabulary) -> None:
    sets = builder([ring("W", "women"), ring("M", "men"), pair()], vocabulary)
    assert ids(sets.build(COUPLE, Constraints(), ("PAIR",), 0)) == ("W", "M")


def test_swapping_a_ring_keeps_the_metal_of_the_other(vocabulary: Vocabulary) -> None:
    products = [ring("W", "women"), ring("M-gold", "men"), ring("M-silver", "men", "silver")]
    sets = builder([*products, ring("M-too", "men")], vocabulary)
    assert ids(sets.build(COUPLE, Constraints(), ("W", "M-gold"), 1)) == ("W", "M-too")
    few: SetBuilder = builder(products, vocabulary)
    assert few.build(COUPLE, Constraints(), ("W", "M-gold"), 1) is None
    assert few.lacking(COUPLE, Constraints(), ("W", "M-gold"), 1) == ("ring",)


def sized(ring_id: str, wearer: str, metal: str, *sizes: float) -> Product:
    all_sizes = tuple(Size("ring_size_mm", mm, None) for mm in sizes)
    return ring(ring_id, wearer, metal, sizes=all_sizes)


SIZED = SetWish("couple", (member(ring_size_mm=HERS), member(ring_size_mm=HIS)))


def test_the_nearest_sizes_are_those_of_rings_that_meet_the_other_wishes(
    vocabulary: Vocabulary,
) -> None:
    products = [
        sized("W-pt", "women", "platinum", 47.0, 52.0, 57.0),
        sized("M-pt", "men", "platinum", HIS),
        sized("W-gold", "women", "gold", HERS),
        sized("M-gold", "men", "gold", HIS),
    ]
    sets = builder(products, vocabulary)
    platinum = wishes(metal="platinum")
    assert sets.build(SIZED, platinum) is None
    assert sets.sizes_beside(SIZED, platinum) == (SizesBeside("ring_size_mm", HERS, (47.0, 52.0)),)
    assert sets.sizes_beside(SIZED, wishes(metal="gold")) == ()


def test_no_size_is_named_of_rings_that_have_no_partner(vocabulary: Vocabulary) -> None:
    products = [
        sized("W-pt", "women", "platinum", 49.0),
        replace(pair(), metal="platinum", sizes=sized("", "", "", 54.0, HIS).sizes),
    ]
    sets = builder(products, vocabulary)
    beside = sets.sizes_beside(SIZED, wishes(metal="platinum"))
    assert beside == (SizesBeside("ring_size_mm", HERS, (54.0,)),)


def test_a_size_that_is_sold_out_is_not_offered(vocabulary: Vocabulary) -> None:
    sizes = (Size("ring_size_mm", 52.0, "sold_out"), Size("ring_size_mm", 54.0, "in_stock"))
    products = [ring("W", "women", sizes=sizes), ring("M", "men")]
    beside = builder(products, vocabulary).sizes_beside(SIZED, Constraints())
    assert beside == (SizesBeside("ring_size_mm", HERS, (54.0,)),)


def test_no_dearer_ring_takes_the_place_of_one_that_is_too_expensive(
    vocabulary: Vocabulary,
) -> None:
    products = [ring("W", "women"), ring("M", "men", price=200_000), ring("M-2", "men")]
    sets = builder(products, vocabulary)
    cheaper = SetWish("couple", (member(), member(price_max_minor=199_900, currency="CNY")))
    assert sets.build(cheaper, Constraints(), ("W", "M"), 1) is None
    dearer = ("W", "M-2")
    assert ids(sets.build(cheaper, Constraints(), dearer, 1)) == ("W", "M")


def test_a_pair_is_no_piece_of_another_set(vocabulary: Vocabulary) -> None:
    products = [
        pair(),
        make_product("N", category="necklace"),
        make_product("E", category="earrings"),
    ]
    sets, wish = builder(products, vocabulary), SetWish("three_gold", ())
    assert sets.build(wish, Constraints()) is None
    assert sets.lacking(wish, Constraints()) == ("ring",)


@pytest.mark.parametrize(
    ("name", "is_two"),
    [
        ({"en": "Two Rivers Wedding Bands"}, True),
        ({"zh": "双溪铂金对戒"}, True),
        ({"en": "Pair of Plain Silver Rings"}, True),
        ({"en": "Plain Band"}, False),
        ({"zh": "情侣对戒 男款"}, False),
        ({"en": "Couple Rings, Men's"}, False),
    ],
)
def test_a_pair_is_told_by_the_merchants_words(name: dict[str, str], is_two: bool) -> None:
    assert is_pair(make_product(category="ring", wearer="unisex", name=name)) is is_two


def test_a_ring_for_one_wearer_is_no_pair() -> None:
    assert not is_pair(make_product(wearer="men", name={"zh": "对戒"}))


def test_earrings_are_no_pair_of_rings() -> None:
    assert not is_pair(make_product(category="earrings", name={"en": "Pair of Rings Earrings"}))
