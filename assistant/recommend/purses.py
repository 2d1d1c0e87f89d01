"""What there is to spend on a set: who can pay for what, and where its total should lie."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median_low

from assistant.recommend.candidates import Pool
from assistant.recommend.places import Bounds


def payable(at: int, pools: Sequence[Pool], budget: Bounds) -> Pool:
    """The candidates that keep their own budget, and with some others that of the whole set."""
    others = [[one.price_minor for one in pool] for place, pool in enumerate(pools) if place != at]
    least, most = sum(map(min, others)), sum(map(max, others))
    return tuple(
        one
        for one in pools[at]
        if not one.over_minor
        and not one.short_minor
        and (budget.most is None or one.price_minor + least <= budget.most)
        and (budget.least is None or one.price_minor + most >= budget.least)
    )


def target_of(pools: Sequence[Pool], budget: Bounds) -> int:
    """Where the total should lie: in the middle of a range, near a ceiling, or in the middle of
    what there is."""
    if budget.most is not None:
        return budget.most if budget.least is None else (budget.least + budget.most) // 2
    middle = sum(median_low(one.price_minor for one in pool) for pool in pools)
    return max(middle, budget.least or 0)


def joint(budgets: Sequence[Bounds]) -> Bounds:
    """Two budgets as one purse; an open one leaves it open."""
    least = [one.least for one in budgets if one.least is not None]
    most = [one.most for one in budgets if one.most is not None]
    return Bounds(
        sum(least) if len(least) == len(budgets) else None,
        sum(most) if len(most) == len(budgets) else None,
    )
