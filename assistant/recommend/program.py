"""Choosing a set as a mixed-integer program, solved by HiGHS (scipy.optimize.milp).

Binary x says which candidate takes which place; t which value of a trait is the set's look (one a
trait), z whether the piece at a place has that look. Both lie between 0 and 1 and come out whole
once x is. With w the trait's weight the program maximises

    wishes met . x + sum of w (sum of z - t) - u  -  0.9 sum of |price - fair share| / most of that

where u is what is left of a budget, a whole number of its hundredths, five to a point. Fair shares
of the target only settle what these leave open, and the solver's gap is kept below a tenth of a
point. Prices go in as shares of the largest; a
solution is summed again in whole minor units, and one that only the solver's tolerance let through
is forbidden and the program solved again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.recommend.candidates import HUNDREDTHS, POINT, Candidate, Choice, Problem, gap
from assistant.recommend.harmony import WEIGHTS, Value

_FAIRNESS = 0.9  # below one point of harmony, or below a hundredth of the budget
_GAP = 5e-4  # of an objective of at most some 100 points: a twentieth of one
_MOST_SOLVES = 8
_FREE = float("inf")


def best_by_solver(problem: Problem, over: int = 0, short: int = 0) -> Choice | None:
    """The best set that overdraws by no more than ``over`` and falls short by no more than
    ``short`` minor units, None if there is none."""
    program = _Program(problem, over, short)
    program.maximise_harmony()
    return program.solve(_GAP)


def nearest(problem: Problem) -> Choice | None:
    """A set with the least gap to its budgets; None only where no set is to be had at all."""
    program = _Program(problem, None, None)
    program.minimise_gap()
    return program.solve(0.0)


class _Program:
    """One program under construction: rows of ``lower <= A x <= upper``."""

    def __init__(self, problem: Problem, over: int | None, short: int | None) -> None:
        self._problem, self._allowed = problem, (over, short)
        self._costs: list[float] = []
        self._tops: list[float] = []
        self._whole: list[int] = []
        self._cells: tuple[list[int], list[int], list[float]] = ([], [], [])
        self._lower: list[float] = []
        self._upper: list[float] = []
        self._columns = [[self._column(1.0, 1) for _ in pool] for pool in problem.pools]
        self._scale = float(max(1, *(one.price_minor for _, one in self._candidates())))
        tops = [_FREE if most is None else most / self._scale for most in (over, short)]
        self._over, self._short = (self._column(top, 0) for top in tops)
        self._choose_one_each()
        self._keep_budgets()
        if problem.same_metal:
            self._match_metals()

    def maximise_harmony(self) -> None:
        for column, one in self._candidates():
            self._costs[column] -= self._problem.wished_points(one)
        self._share_fairly()
        self._charge_unspent()
        self._reward_looks()

    def minimise_gap(self) -> None:
        self._costs[self._over] = self._costs[self._short] = 1.0

    def solve(self, relative_gap: float) -> Choice | None:
        """The best choice that keeps its bounds to the minor unit."""
        for _ in range(_MOST_SOLVES):
            chosen = self._solve_once(relative_gap)
            if chosen is None:
                return None
            pools = zip(self._problem.pools, chosen, strict=True)
            choice = tuple(pool[row] for pool, row in pools)
            found = gap(choice, self._problem.budget)
            if all(m is None or g <= m for g, m in zip(found, self._allowed, strict=True)):
                return choice
            columns = [one[row] for one, row in zip(self._columns, chosen, strict=True)]
            self._row(dict.fromkeys(columns, 1.0), 0, len(columns) - 1)
        return None

    def _solve_once(self, relative_gap: float) -> list[int] | None:
        from scipy.optimize import Bounds as Box  # type: ignore[import-untyped]
        from scipy.optimize import LinearConstraint, milp
        from scipy.sparse import csr_array  # type: ignore[import-untyped]

        rows, columns, values = self._cells
        shape = (len(self._lower), len(self._costs))
        matrix = csr_array((values, (rows, columns)), shape=shape)
        solution: Any = milp(
            np.array(self._costs),
            integrality=np.array(self._whole),
            bounds=Box(np.zeros(shape[1]), np.array(self._tops)),
            constraints=LinearConstraint(matrix, self._lower, self._upper),
            options={"mip_rel_gap": relative_gap},
        )
        if solution.x is None:
            return None
        x: NDArray[np.float64] = solution.x
        return [int(np.argmax(x[columns])) for columns in self._columns]

    def _choose_one_each(self) -> None:
        """One piece a place, and no piece twice."""
        places_of: dict[str, list[int]] = defaultdict(list)
        for columns in self._columns:
            self._row(dict.fromkeys(columns, 1.0), 1, 1)
        for column, one in self._candidates():
            places_of[one.id].append(column)
        for columns in places_of.values():
            if len(columns) > 1:
                self._row(dict.fromkeys(columns, 1.0), 0, 1)

    def _keep_budgets(self) -> None:
        budget, scale = self._problem.budget, self._scale
        if budget.most is not None:
            self._row({**self._amounts(), self._over: -1.0}, -_FREE, budget.most / scale)
        if budget.least is not None:
            self._row({**self._amounts(), self._short: 1.0}, budget.least / scale, _FREE)
        for slack, name in ((self._over, "over_minor"), (self._short, "short_minor")):
            beyond = self._amounts(name)
            if beyond:
                self._row({**beyond, slack: -1.0}, -_FREE, 0)

    def _match_metals(self) -> None:
        """Neighbouring places take pieces of one metal; the candidates all state theirs."""
        pools = self._problem.pools
        by_metal: dict[str | None, list[list[int]]] = defaultdict(lambda: [[] for _ in pools])
        for at, (columns, pool) in enumerate(zip(self._columns, pools, strict=True)):
            for column, one in zip(columns, pool, strict=True):
                by_metal[one.product.metal][at].append(column)
        for places in by_metal.values():
            for first, second in pairwise(places):
                self._row({**dict.fromkeys(first, 1.0), **dict.fromkeys(second, -1.0)}, 0, 0)

    def _reward_looks(self) -> None:
        """A look is worth modelling where pieces of two places have it."""
        having: dict[Value, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
        for at, (columns, pool) in enumerate(zip(self._columns, self._problem.pools, strict=True)):
            for column, one in zip(columns, pool, strict=True):
                for value in one.values:
                    having[value][at].append(column)
        looks: dict[str, list[int]] = defaultdict(list)
        for (trait, _), places in sorted(having.items()):
            if len(places) < 2:
                continue
            weight = float(WEIGHTS[trait])
            look = self._column(1.0, 0, weight)
            looks[trait].append(look)
            for pieces in places.values():
                met = self._column(1.0, 0, -weight)
                self._row({met: 1.0, look: -1.0}, -_FREE, 0)
                self._row({met: 1.0, **dict.fromkeys(pieces, -1.0)}, -_FREE, 0)
        for rivals in looks.values():
            if len(rivals) > 1:
                self._row(dict.fromkeys(rivals, 1.0), 0, 1)

    def _share_fairly(self) -> None:
        away = [
            [abs(one.price_minor - fair) for one in pool]
            for pool, fair in zip(self._problem.pools, self._problem.fair_shares, strict=True)
        ]
        farthest = max(1, sum(map(max, away)))
        most = _FAIRNESS / POINT if self._problem.counts_unspent else _FAIRNESS
        for columns, amounts in zip(self._columns, away, strict=True):
            for column, amount in zip(columns, amounts, strict=True):
                self._costs[column] += most * amount / farthest

    def _charge_unspent(self) -> None:
        """A whole number of hundredths of the target that the total stays below it."""
        problem = self._problem
        if not problem.counts_unspent or problem.target_minor <= 0:
            return
        each = problem.unspent(problem.target_minor - 1)  # of the first hundredth
        steps = self._column(_FREE, 1, each / POINT)
        step = problem.target_minor / HUNDREDTHS / self._scale
        target = problem.target_minor / self._scale
        self._row({**self._amounts(), steps: step}, target, _FREE)

    def _candidates(self) -> Iterator[tuple[int, Candidate]]:
        for columns, pool in zip(self._columns, self._problem.pools, strict=True):
            yield from zip(columns, pool, strict=True)

    def _amounts(self, name: str = "price_minor") -> dict[int, float]:
        return {
            column: amount / self._scale
            for column, one in self._candidates()
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
