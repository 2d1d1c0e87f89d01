"""Counting out held to trying every combination, and the solver where there are too many."""

from __future__ import annotations

from itertools import product as combinations_of

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.recommend import choosing, layers
from assistant.recommend.candidates import Candidate, Choice, Problem, gap, total_of
from assistant.recommend.choosing import best_choice
from assistant.recommend.harmony import values_of
from assistant.recommend.layers import TooMany, count_out
from assistant.recommend.places import Bounds
from assistant.recommend.program import best_by_solver
from tests.recommend.shop import shops, wishes

ENDS = st.one_of(st.none(), st.integers(1, 160).map(lambda hundreds: hundreds * 10_000))
over_shops = settings(max_examples=80, deadline=None)


def problem_of(
    products: tuple[Product, ...],
    categories: tuple[str, ...],
    budget: Bounds,
    *,
    own_most: int | None = None,
    counts_unspent: bool = False,
    same_metal: bool = False,
    style: str | None = None,
) -> Problem:
    pools = tuple(
        tuple(
            Candidate(
                one,
                one.price.minor,
                values_of(one),
                max(0, one.price.minor - own_most) if own_most else 0,
            )
            for one in products
            if one.category == category and (one.metal or not same_metal)
        )
        for category in categories
    )
    wished = wishes(style=style) if style else Constraints()
    target = budget.most or 1_000_000
    return Problem(pools, budget, target, wished, same_metal, counts_unspent)


def allowed(problem: Problem, over: int, short: int) -> list[Choice]:
    """Every choice that keeps the rules, slowly."""
    return [
        choice
        for choice in combinations_of(*problem.pools)
        if len({one.id for one in choice}) == len(choice)
        and not (problem.same_metal and len({one.product.metal for one in choice}) > 1)
        and gap(choice, problem.budget)[0] <= over
        and gap(choice, problem.budget)[1] <= short
    ]


@over_shops
@given(
    products=shops(most=20),
    kinds=st.sampled_from(
        [("earrings",), ("ring", "ring"), ("ring", "necklace", "earrings"), ("earrings",) * 3]
    ),
    most=ENDS,
    least=ENDS,
    over=st.sampled_from([0, 0, 200_000]),
    own_most=st.sampled_from([None, 400_000]),
    counts_unspent=st.booleans(),
    same_metal=st.booleans(),
    style=st.sampled_from([None, "modern"]),
)
def test_the_set_counted_out_scores_as_high_as_any(
    products: tuple[Product, ...],
    kinds: tuple[str, ...],
    most: int | None,
    least: int | None,
    over: int,
    own_most: int | None,
    counts_unspent: bool,
    same_metal: bool,
    style: str | None,
) -> None:
    problem = problem_of(
        products,
        kinds,
        Bounds(least, most),
        own_most=own_most,
        counts_unspent=counts_unspent,
        same_metal=same_metal,
        style=style,
    )
    if not all(problem.pools):
        return
    choices = allowed(problem, over, over)
    found = count_out(problem, over, over, None)
    assert (found is None) == (not choices)
    if found is not None:
        assert found in choices
        assert problem.score(found) == max(map(problem.score, choices))


@settings(over_shops, max_examples=25)
@given(products=shops(most=20), most=ENDS, counts_unspent=st.booleans())
def test_the_solver_and_counting_agree_on_the_score(
    products: tuple[Product, ...], most: int | None, counts_unspent: bool
) -> None:
    problem = problem_of(
        products, ("ring", "earrings"), Bounds(None, most), counts_unspent=counts_unspent
    )
    if not all(problem.pools):
        return
    counted, solved = count_out(problem, 0, 0, None), best_by_solver(problem)
    assert (counted is None) == (solved is None)
    if counted is not None and solved is not None:
        assert problem.score(counted) == problem.score(solved)


@settings(over_shops, max_examples=25)
@given(products=shops(most=20), most=ENDS)
def test_a_known_set_is_given_up_only_for_a_better_one(
    products: tuple[Product, ...], most: int | None
) -> None:
    problem = problem_of(products, ("ring", "earrings"), Bounds(None, most), counts_unspent=True)
    choices = allowed(problem, 0, 0) if all(problem.pools) else []
    for known in choices[:5]:
        found = count_out(problem, 0, 0, known)
        assert found is not None
        assert problem.score(found) == max(map(problem.score, choices))
        assert found == known or problem.score(found) > problem.score(known)


def test_too_many_sets_to_count_are_left_to_the_solver(
    products: dict[str, Product], monkeypatch: pytest.MonkeyPatch
) -> None:
    problem = problem_of(
        tuple(products.values()),
        ("necklace", "earrings"),
        Bounds(None, 600_000),
        counts_unspent=True,
    )
    best = best_choice(problem)
    monkeypatch.setattr(layers, "MOST_LOOKED_AT", 10)
    with pytest.raises(TooMany):
        count_out(problem, 0, 0, None)
    solved = choosing.best_choice(problem)
    assert best is not None
    assert solved is not None
    assert problem.score(solved) == problem.score(best)
    assert total_of(solved) <= 600_000
