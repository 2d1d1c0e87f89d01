"""The best set counted out, place by place: branch and bound over layers of part sets.

A layer holds part sets that have a piece for the same places. Each knows the highest score that it
can still come to: what its pieces share so far, and at every place to come any value that a piece
there has whose price the budget still allows. A part set that cannot come to a higher score than
the best set known goes no further, so that only what could be better is counted. All sums are of
whole numbers. The part sets with the most to hope for go first; where there are too many of them
for all that, ``TooMany`` is raised.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.recommend.candidates import POINT, Choice, Problem
from assistant.recommend.harmony import WEIGHTS, Value

MOST_LOOKED_AT = 1_500_000  # part sets that are weighed at all: about 0.3 s
_AT_ONCE = 4_000  # part sets of a layer
_FREE = 2**62

Whole = NDArray[np.int64]
Counts = NDArray[np.int8]


class TooMany(Exception):
    """More part sets than can be counted out in good time."""


def count_out(problem: Problem, over: int, short: int, known: Choice | None) -> Choice | None:
    """The set with the highest score that overdraws by no more than ``over`` and falls short by no
    more than ``short`` minor units; ``known`` where none has a higher one. Raises TooMany."""
    search = _Search(problem, over, short, known)
    search.go_on(search.nothing(), 0)
    return search.best


@dataclass(frozen=True)
class _Layer:
    """One place: of each piece its price, what it lies beyond its own budget, its points by itself,
    its metal and its name as numbers, and which of the values it has, uint8 (pieces, values)."""

    prices: Whole
    over: Whole
    short: Whole
    wished: Whole
    metals: Whole
    names: Whole
    has: Counts
    cheapest: Whole  # price of the least expensive piece with a value, (values,)


@dataclass(frozen=True)
class _Parts:
    """Part sets: their pieces as rows of the pools (parts, places so far), and sums over them."""

    rows: Whole
    counts: Counts  # pieces with each value, (parts, values)
    total: Whole
    over: Whole
    short: Whole
    wished: Whole

    def take(self, at: NDArray[np.intp]) -> _Parts:
        """Those of these numbers."""
        return _Parts(
            self.rows[at],
            self.counts[at],
            self.total[at],
            self.over[at],
            self.short[at],
            self.wished[at],
        )


class _Search:
    """Counts the sets of one problem. Places with few pieces go first."""

    def __init__(self, problem: Problem, over: int, short: int, known: Choice | None) -> None:
        self._problem, self._allowed = problem, (over, short)
        self._order = sorted(range(len(problem.pools)), key=lambda at: len(problem.pools[at]))
        values = _values_of_two(problem)
        traits = [trait for trait, _ in values]
        self._starts = [at for at, one in enumerate(traits) if at == 0 or one != traits[at - 1]]
        self._weights = np.array([WEIGHTS[traits[at]] for at in self._starts], np.int64)
        numbers = _numbers(problem)
        self._layers = [_layer(problem, at, values, numbers) for at in self._order]
        least, most = problem.budget.least, problem.budget.most
        self._top = _FREE if most is None else most + over
        self._bottom = -_FREE if least is None else least - short
        rest = range(len(self._layers) + 1)
        self._rest_min = [sum(int(one.prices.min()) for one in self._layers[at:]) for at in rest]
        self._rest_max = [sum(int(one.prices.max()) for one in self._layers[at:]) for at in rest]
        self._rest_wished = [sum(int(one.wished.max()) for one in self._layers[at:]) for at in rest]
        self._left = MOST_LOOKED_AT
        self.best = known
        self._reached = problem.score(known) if known else -_FREE

    def nothing(self) -> _Parts:
        """The one part set without any piece."""
        none = np.zeros(1, np.int64)
        number = self._layers[0].has.shape[1]
        rows = np.zeros((1, 0), np.int64)
        return _Parts(rows, np.zeros((1, number), np.int8), none, none, none, none)

    def go_on(self, parts: _Parts, depth: int) -> None:
        """Every set that these part sets can become, the most promising first."""
        if not len(parts.total):
            return
        if depth == len(self._layers):
            self._keep_best(parts)
            return
        grown = self._grown(parts, depth)
        hopes = self._hopes(grown, depth + 1)
        order = np.argsort(-hopes, kind="stable")
        order = order[hopes[order] > self._reached]
        for start in range(0, len(order), _AT_ONCE):
            some = order[start : start + _AT_ONCE]
            self.go_on(grown.take(some[hopes[some] > self._reached]), depth + 1)

    def _grown(self, parts: _Parts, depth: int) -> _Parts:
        """The part sets with each piece of the next place that keeps the rules."""
        layer = self._layers[depth]
        self._left -= len(parts.total) * len(layer.prices)
        if self._left < 0:
            raise TooMany
        total = parts.total[:, None] + layer.prices
        over, short = parts.over[:, None] + layer.over, parts.short[:, None] + layer.short
        fits = (total + self._rest_min[depth + 1] <= self._top) & (
            total + self._rest_max[depth + 1] >= self._bottom
        )
        fits &= (over <= self._allowed[0]) & (short <= self._allowed[1])
        for before in range(depth):
            earlier, row = self._layers[before], parts.rows[:, before]
            fits &= earlier.names[row][:, None] != layer.names
            if self._problem.same_metal:
                fits &= earlier.metals[row][:, None] == layer.metals
        at, piece = np.nonzero(fits)
        return _Parts(
            np.column_stack([parts.rows[at], piece]),
            parts.counts[at] + layer.has[piece],
            total[at, piece],
            over[at, piece],
            short[at, piece],
            parts.wished[at] + layer.wished[piece],
        )

    def _hopes(self, parts: _Parts, depth: int) -> Whole:
        """The highest score that each part set can come to; of whole sets their own."""
        reach = parts.counts.astype(np.int64)
        for at in range(depth, len(self._layers)):
            cheapest = self._layers[at].cheapest
            others = self._rest_min[depth] - int(self._layers[at].prices.min())
            reach += parts.total[:, None] + (cheapest + others) <= self._top
        points = parts.wished + self._rest_wished[depth]
        if self._starts:
            shared = np.maximum.reduceat(reach, self._starts, axis=1)
            points = points + np.maximum(shared - 1, 0) @ self._weights
        dearest = np.minimum(parts.total + self._rest_max[depth], self._top)
        hopes: Whole = POINT * points - self._problem.unspent(dearest)
        return hopes

    def _keep_best(self, parts: _Parts) -> None:
        """The set with the highest score, of those the nearest to the target."""
        scores = self._hopes(parts, len(self._layers))
        away = np.abs(parts.total - self._problem.target_minor)
        first = int(np.lexsort((away, -scores))[0])
        if scores[first] > self._reached:
            self._reached = int(scores[first])
            chosen = dict(zip(self._order, parts.rows[first].tolist(), strict=True))
            pools = self._problem.pools
            self.best = tuple(pool[chosen[at]] for at, pool in enumerate(pools))


def _values_of_two(problem: Problem) -> list[Value]:
    """The values that pieces of two places have, by trait: no other can be shared."""
    spread = [{value for one in pool for value in one.values} for pool in problem.pools]
    places = Counter(value for values in spread for value in values)
    return sorted(value for value, count in places.items() if count > 1)


def _numbers(problem: Problem) -> dict[str, int]:
    """A number for every name and every metal."""
    pieces = [one for pool in problem.pools for one in pool]
    words = {one.id for one in pieces} | {one.product.metal or "" for one in pieces}
    return {word: number for number, word in enumerate(sorted(words))}


def _layer(problem: Problem, at: int, values: list[Value], numbers: Mapping[str, int]) -> _Layer:
    pool, columns = problem.pools[at], {value: number for number, value in enumerate(values)}
    has = np.zeros((len(pool), len(values)), np.int8)
    for row, one in enumerate(pool):
        has[row, [columns[value] for value in one.values if value in columns]] = 1
    prices = np.array([one.price_minor for one in pool], np.int64)
    cheapest = np.where(has > 0, prices[:, None], _FREE // 4).min(axis=0, initial=_FREE // 4)
    return _Layer(
        prices,
        np.array([one.over_minor for one in pool], np.int64),
        np.array([one.short_minor for one in pool], np.int64),
        np.array([problem.wished_points(one) for one in pool], np.int64),
        np.array([numbers[one.product.metal or ""] for one in pool], np.int64),
        np.array([numbers[one.id] for one in pool], np.int64),
        has,
        cheapest,
    )
