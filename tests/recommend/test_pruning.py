"""What the solver is asked about: never without the best set, the ends, or the only set."""

from __future__ import annotations

from itertools import product as combinations_of

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.recommend.candidates import Candidate, Pool, Problem
from assistant.recommend.harmony import values_of
from assistant.recommend.places import Bounds
from assistant.recommend.program import best_by_solver
from assistant.recommend.pruning import FEW, prune
from assistant.terms import Vocabulary
from assistant.turn import SetWish
from tests.recommend.shop import PLACES, builder, ids, shops, wishes
from tests.search.shelf import make_product


def pools_of(products: tuple[Product, ...], kind: str) -> tuple[Pool, ...]:
    return tuple(
        tuple(
            Candidate(one, one.price.minor, values_of(one))
            for one in products
            if one.category in place
        )
        for place in PLACES[kind]
    )


@settings(max_examples=60, deadline=None)
@given(
    products=shops(most=18),
    kind=st.sampled_from(["matching", "three_gold"]),
    most=st.integers(1, 200).map(lambda hundreds: hundreds * 10_000),
)
def test_every_piece_of_every_best_set_stays(
    products: tuple[Product, ...], kind: str, most: int
) -> None:
    problem = Problem(pools_of(products, kind), Bounds(None, most), most)
    sets = [one for one in combinations_of(*problem.pools) if problem.keeps_budget(one)]
    assume(sets)
    best = max(map(problem.points, sets))
    needed = {one.id for choice in sets if problem.points(choice) == best for one in choice}
    assert needed <= {one.id for pool in prune(problem)[0].pools for one in pool}


@settings(max_examples=60, deadline=None)
@given(
    products=shops(most=18),
    kind=st.sampled_from(["matching", "three_gold"]),
    most=st.integers(1, 200).map(lambda hundreds: hundreds * 10_000),
    style=st.sampled_from(["modern", "romantic"]),
    counts_unspent=st.booleans(),
)
def test_the_solver_finds_the_best_without_any_pruning(
    products: tuple[Product, ...], kind: str, most: int, style: str, counts_unspent: bool
) -> None:
    pools = pools_of(products, kind)
    assume(all(pools))
    problem = Problem(pools, Bounds(None, most), most, wishes(style=style), False, counts_unspent)
    sets = [one for one in combinations_of(*pools) if problem.keeps_budget(one)]
    found = best_by_solver(problem)
    assert (found is None) == (not sets)
    if found is not None:
        assert problem.keeps_budget(found)
        assert problem.score(found) == max(map(problem.score, sets))


def crowd(category: str, number: int, **fields: object) -> list[Product]:
    """More pieces than the solver is asked about, all alike but for their even prices."""
    return [
        make_product(
            f"{category}-{one:03d}", category=category, price=100_000 + 2_000 * one, **fields
        )
        for one in range(number)
    ]


def test_the_only_set_in_a_narrow_range_is_found_among_many(vocabulary: Vocabulary) -> None:
    odd = make_product(
        "ODD", category="necklace", price=110_001, metal="titanium", purity=None, styles=("floral",)
    )
    number = 2 * FEW
    products = [*crowd("necklace", number), *crowd("earrings", number), odd]
    found = builder(products, vocabulary).build(SetWish("matching", ()), wishes(282_001, 282_001))
    assert found is not None
    assert found.over_minor == 0
    assert found.total.minor == 282_001
    assert ids(found)[0] == "ODD"


def test_couples_of_a_dearer_metal_are_found_behind_many_single_rings(
    vocabulary: Vocabulary,
) -> None:
    number = 2 * FEW
    lone = {"women": "gold", "men": "titanium"}
    products = [
        make_product(f"{wearer}-{one}", wearer=wearer, metal=metal, price=1_000 * one + 1_000)
        for wearer, metal in lone.items()
        for one in range(number)
    ]
    for wearer in lone:
        products.append(make_product(f"{wearer}-pt", wearer=wearer, metal="platinum", price=10**7))
    found = builder(products, vocabulary).build(SetWish("couple", ()), wishes(5_000))
    assert ids(found) == ("women-pt", "men-pt")
    assert found is not None
    assert found.over_minor == 2 * 10**7 - 5_000


def test_a_small_place_is_left_as_it_is() -> None:
    products = (
        make_product("N", category="necklace"),
        make_product("E", category="earrings"),
    )
    problem = Problem(pools_of(products, "matching"), Bounds(), 0, Constraints())
    assert prune(problem)[0].pools == problem.pools
