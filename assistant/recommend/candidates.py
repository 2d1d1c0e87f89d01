"""Candidates for the places of a set, and the wish as the solver gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median_low
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.recommend.harmony import WISH_WEIGHT, Value, shared_points, wishes_met
from assistant.recommend.places import Bounds


@dataclass(frozen=True)
class Candidate:
    """A piece for one place. ``over_minor`` and ``short_minor`` are what its price lies beyond
    and below that place's own budget; ``values`` are what a set can share of it."""

    product: Product
    price_minor: int
    values: tuple[Value, ...]
    over_minor: int = 0
    short_minor: int = 0

    @property
    def id(self) -> str:
        return self.product.id


Total = TypeVar("Total", int, NDArray[np.int64])
HUNDREDTHS = 100  # of a budget: what is left of it is counted in these
POINT = 5  # hundredths of the budget that a point of harmony weighs as much as

Pool = tuple[Candidate, ...]  # for one place
Choice = tuple[Candidate, ...]  # one for each place


@dataclass(frozen=True)
class Problem:
    """What to choose from, place by place, and the rules of the whole set; ``target_minor`` is
    where its total should lie. With ``counts_unspent`` that is the most there is to spend, and
    what a set leaves of it counts against it: a jeweller who is told a budget does not come with a
    tenth of it."""

    pools: tuple[Pool, ...]
    budget: Bounds
    target_minor: int
    wishes: Constraints = field(default_factory=Constraints)
    same_metal: bool = False
    counts_unspent: bool = False

    @property
    def has_floor(self) -> bool:
        """May a set be too cheap?"""
        return self.budget.least is not None or any(
            one.short_minor for pool in self.pools for one in pool
        )

    @property
    def fair_shares(self) -> tuple[int, ...]:
        """What each place should cost, for the total to come to the target: in proportion to what
        such pieces cost here."""
        middles = [median_low(one.price_minor for one in pool) for pool in self.pools]
        return tuple(self.target_minor * middle // max(1, sum(middles)) for middle in middles)

    def wished_points(self, one: Candidate) -> int:
        """Points that a piece earns on its own."""
        return WISH_WEIGHT * wishes_met(one.product, self.wishes)

    def points(self, choice: Choice) -> int:
        """The harmony of a choice."""
        return shared_points(one.values for one in choice) + sum(map(self.wished_points, choice))

    def unspent(self, total: Total) -> Total:
        """Hundredths of the budget that a total in minor units begins to leave, once for every
        piece beyond the first; 0 where what is left does not count."""
        if not self.counts_unspent or self.target_minor <= 0:
            return total * 0
        left = self.target_minor - total
        hundredths = -(-left * HUNDREDTHS // self.target_minor)  # rounded up
        return (hundredths + abs(hundredths)) // 2 * max(1, len(self.pools) - 1)

    def score(self, choice: Choice) -> int:
        """What the best set has most of: its harmony, less what its total leaves of the budget,
        five hundredths weighing as much as a point. So two pieces that leave half of the budget
        stand ten points behind two that leave nothing: as much as they win by sharing their metal
        and their stone."""
        return POINT * self.points(choice) - self.unspent(total_of(choice))

    def keeps_budget(self, choice: Choice) -> bool:
        """Does the choice keep to the set's budget and to every place's own?"""
        return not any(gap(choice, self.budget))

    def rank(self, choice: Choice) -> tuple[int, int, int, tuple[str, ...]]:
        """Least gap first, then the score, closeness to the target, and the ids."""
        return (
            sum(gap(choice, self.budget)),
            -self.score(choice),
            abs(total_of(choice) - self.target_minor),
            tuple(one.id for one in choice),
        )


def total_of(choice: Sequence[Candidate]) -> int:
    """Minor units that these pieces cost together."""
    return sum(one.price_minor for one in choice)


def gap(choice: Sequence[Candidate], budget: Bounds) -> tuple[int, int]:
    """Minor units that a choice costs beyond its budgets, and that it falls short of them. The
    total's and the places' own budgets are one purse: the larger of the two gaps counts."""
    total = total_of(choice)
    over = max(0, total - budget.most) if budget.most is not None else 0
    short = max(0, budget.least - total) if budget.least is not None else 0
    return (
        max(over, sum(one.over_minor for one in choice)),
        max(short, sum(one.short_minor for one in choice)),
    )
