"""Choosing a set as a mixed-integer program, solved by HiGHS (scipy.optimize.milp).

Binary x says which candidate takes which place; binary t which value of a trait is the set's look;
z, between 0 and 1, whether the piece at a place has that look. With w the trait's weight the
program maximises

    preferences . x + sum of w (sum of z - t)  -  0.9 |total - target| / scale

so that closeness to the target only settles what harmony leaves open: harmony is in whole points.
Prices go in as shares of the largest amount; a solution is summed again in whole minor units, and
one that only the solver's tolerance let through is forbidden and the program solved again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.recommend.harmony import TRAITS, preference
from assistant.recommend.places import Bounds

_CLOSENESS = 0.9  # below one point of harmony
_MOST_SOLVES = 8
_FREE = float("inf")


@dataclass(frozen=True)
class Candidate:
    """A piece for one place. ``over_minor`` and ``short_minor`` are what its price lies beyond
    and below that place's own budget."""

    product: Product
    price_minor: int
    over_minor: int = 0
    short_minor: int = 0


Choice = tuple[Candidate, ...]


@dataclass(frozen=True)
class Problem:
    """What to choose from, place by place, and the rules of the whole set; ``target_minor`` is
    where its total should lie."""

    places: tuple[tuple[Candidate, ...], ...]
    budget: Bounds
    target_minor: int
    wishes: Constraints = field(default_factory=Constraints)
    same_metal: bool = False


def gap(choice: Sequence[Candidate], budget: Bounds) -> tuple[int, int]:
    """Minor units that a choice costs beyond its budgets, and that it falls short of them. The
    total's and the places' own budgets are one purse: the larger of the two gaps counts."""
    total = sum(one.price_minor for one in choice)
    over = max(0, total - budget.most) if budget.most is not None else 0
    short = max(0, budget.least - total) if budget.least is not None else 0
    return (
        max(over, sum(one.over_minor for one in choice)),
        max(short, sum(one.short_minor for one in choice)),
    )


def most_harmonious(problem: Problem, over: int = 0, short: int = 0) -> Choice | None:
    """The best set that overdraws by no more than ``over`` and falls short by no more than
    ``short`` minor units, None if there is none."""
    program = _Program(problem, over, short)
    program.maximise_harmony()
    return program.solve()


def nearest(problem: Problem) -> Choice | None:
    """A set with the least gap to its budgets; None only where no set is to be had at all."""
    program = _Program(problem, None, None)
    program.minimise_gap()
    return program.solve()


class _Program:
    """One program under construction: rows of ``lower <= A x <= upper`` over named columns."""

    def __init__(self, problem: Problem, over: int | None, short: int | None) -> None:
        self._problem, self._allowed = problem, (over, short)
        self._costs: list[float] = []
        self._tops: list[float] = []
        self._whole: list[int] = []
        self._cells: tuple[list[int], list[int], list[float]] = ([], [], [])
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._columns = [[self._column(1.0, 1) for _ in place] for place in problem.places]
        self._scale = float(max((one.price_minor for p in problem.places for one in p), default=1))
        tops = [_FREE if most is None else most / self._scale for most in (over, short)]
        self._over, self._short = (self._column(top, 0) for top in tops)
        self._choose_one_each()
        self._keep_budgets()
        if problem.same_metal:
            self._match_metals()

    def maximise_harmony(self) -> None:
        for columns, place in zip(self._columns, self._problem.places, strict=True):
            for column, one in zip(columns, place, strict=True):
                self._costs[column] -= preference(one.product, self._problem.wishes)
        for number in range(len(TRAITS)):
            self._reward_trait(number)
        self._aim_at_target()

    def minimise_gap(self) -> None:
        self._costs[self._over] = self._costs[self._short] = 1.0

    def solve(self) -> Choice | None:
        """The best choice that keeps its bounds to the minor unit."""
        for _ in range(_MOST_SOLVES):
            chosen = self._solve_once()
            if chosen is None:
                return None
            pairs = zip(self._problem.places, chosen, strict=True)
            choice = tuple(place[row] for place, row in pairs)
            found = gap(choice, self._problem.budget)
            if all(m is None or g <= m for g, m in zip(found, self._allowed, strict=True)):
                return choice
            columns = [one[row] for one, row in zip(self._columns, chosen, strict=True)]
            self._row(dict.fromkeys(columns, 1.0), 0, len(columns) - 1)
        return None

    def _solve_once(self) -> list[int] | None:
        from scipy.optimize import Bounds as Box  # type: ignore[import-untyped]
        from scipy.optimize import LinearConstraint, milp
        from scipy.sparse import csr_array  # type: ignore[import-untyped]

        rows, columns, values = self._cells
        shape = (len(self._lower), len(self._costs))
        solution: Any = milp(
            np.array(self._costs),
            integrality=np.array(self._whole),
            bounds=Box(np.zeros(shape[1]), np.array(self._tops)),
            constraints=LinearConstraint(
                csr_array((values, (rows, columns)), shape=shape), self._lower, self._upper
            ),
            options={"mip_rel_gap": 0.0},
        )
        if solution.x is None:
            return None
        x: NDArray[np.float64] = solution.x
        return [int(np.argmax(x[columns])) for columns in self._columns]

    def _choose_one_each(self) -> None:
        """One piece a place, and no piece twice."""
        places_of: dict[str, list[int]] = defaultdict(list)
        for columns, place in zip(self._columns, self._problem.places, strict=True):
            self._row(dict.fromkeys(columns, 1.0), 1, 1)
            for column, one in zip(columns, place, strict=True):
                places_of[one.product.id].append(column)
        for columns in places_of.values():
            if len(columns) > 1:
                self._row(dict.fromkeys(columns, 1.0), 0, 1)

    def _keep_budgets(self) -> None:
        budget, scale = self._problem.budget, self._scale
        if budget.most is not None:
            self._row({**self._prices(), self._over: -1.0}, -_FREE, budget.most / scale)
        if budget.least is not None:
            self._row({**self._prices(), self._short: 1.0}, budget.least / scale, _FREE)
        for slack, name in ((self._over, "over_minor"), (self._short, "short_minor")):
            beyond = self._prices(name)
            if beyond:
                self._row({**beyond, slack: -1.0}, -_FREE, 0)

    def _match_metals(self) -> None:
        """Neighbouring places take pieces of one metal; the candidates all state theirs."""
        places = self._problem.places
        by_metal: dict[str | None, list[list[int]]] = defaultdict(lambda: [[] for _ in places])
        for number, place in enumerate(places):
            for column, one in zip(self._columns[number], place, strict=True):
                by_metal[one.product.metal][number].append(column)
        for columns in by_metal.values():
            for first, second in pairwise(columns):
                self._row({**dict.fromkeys(first, 1.0), **dict.fromkeys(second, -1.0)}, 0, 0)

    def _reward_trait(self, number: int) -> None:
        """A look is worth modelling where pieces of two places have it."""
        trait = TRAITS[number]
        having: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, (columns, place) in enumerate(
            zip(self._columns, self._problem.places, strict=True)
        ):
            for column, one in zip(columns, place, strict=True):
                for value in trait.read(one.product):
                    having[value][at].append(column)
        looks = []
        for at_places in having.values():
            if len(at_places) < 2:
                continue
            look = self._column(1.0, 1, float(trait.weight))
            looks.append(look)
            for pieces in at_places.values():
                met = self._column(1.0, 0, -float(trait.weight))
                self._row({met: 1.0, look: -1.0}, -_FREE, 0)
                self._row({met: 1.0, **dict.fromkeys(pieces, -1.0)}, -_FREE, 0)
        if len(looks) > 1:
            self._row(dict.fromkeys(looks, 1.0), 0, 1)

    def _aim_at_target(self) -> None:
        target = self._problem.target_minor / self._scale
        highest = sum(
            max(one.price_minor for one in place) for place in self._problem.places if place
        )
        farthest = max(target, highest / self._scale - target, 1e-9)
        distance = self._column(_FREE, 0, _CLOSENESS / farthest)
        self._row({**self._prices(), distance: -1.0}, -_FREE, target)
        self._row({**self._prices(), distance: 1.0}, target, _FREE)

    def _prices(self, name: str = "price_minor") -> dict[int, float]:
        return {
            column: amount / self._scale
            for columns, place in zip(self._columns, self._problem.places, strict=True)
            for column, one in zip(columns, place, strict=True)
            if (amount := getattr(one, name))
        }

    def _column(self, top: float, whole: int, cost: float = 0.0) -> int:
        self._costs.append(cost)
        self._tops.append(top)
        self._whole.append(whole)
        return len(self._costs) - 1

    def _row(self, cells: dict[int, float], lower: float, upper: float) -> None:
        rows, columns, values = self._cells
        rows.extend([len(self._lower)] * len(cells))
        columns.extend(cells)
        values.extend(cells.values())
        self._lower.append(lower)
        self._upper.append(upper)
