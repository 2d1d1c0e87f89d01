"""Which candidates are worth asking the solver about, where a place has hundreds.

A good set is found first, by taking for many pieces the one at every other place that shares most
with it. Its points are a bound: a piece whose best possible set, were every value it has to be met
at every place that has it, stays below them is left out, and nothing is lost by it. Where a place
still has more pieces than can be counted out, those stay that suit the good set's look
best, those whose price is nearest to a fair share of the target, and both ends of the prices, so
that the true gap of a budget that cannot be kept is never lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from assistant.recommend.candidates import POINT, Candidate, Choice, Pool, Problem
from assistant.recommend.closeness import bring_closer
from assistant.recommend.harmony import WEIGHTS, Value, look_of

MOST_LOOKED_AT = 200  # a place: what is read at all
FEW = 20  # a place: what is counted out first
_MOST_BASES = 30  # a place: pieces that a set is built around
_MOST_TRIED = 8  # a place: sets that are counted out

Table = NDArray[np.float32]


def prune(
    problem: Problem, most: int = MOST_LOOKED_AT, known: Choice | None = None
) -> tuple[Problem, Choice | None]:
    """The problem without the pieces that cannot make the best set, about ``most`` a place and in
    the order of their ids; and the good set: the one ``known``, or one that is found, None if none
    was that keeps to the budget."""
    problem = _cut(problem, MOST_LOOKED_AT, {})
    good = known or _good_choice(problem)
    if good is None:
        return _cut(problem, most, {}), None
    reached = problem.score(good)
    pools = (
        (
            chosen,
            *(
                one
                for one, bound in zip(pool, bounds, strict=True)
                if POINT * bound >= reached and one.id != chosen.id
            ),
        )
        for chosen, pool, bounds in zip(good, problem.pools, _bounds(problem), strict=True)
    )
    look = {
        (trait, value): WEIGHTS[trait]
        for trait, (value, count) in look_of(one.values for one in good).items()
        if count > 1
    }
    kept = _cut(replace(problem, pools=tuple(pools)), most, look)
    with_good = zip(kept.pools, good, strict=True)
    pools = ((*(one for one in pool if one.id != own.id), own) for pool, own in with_good)
    return replace(kept, pools=tuple(tuple(sorted(pool, key=_name)) for pool in pools)), good


def _name(one: Candidate) -> str:
    return one.id


def _cut(problem: Problem, most: int, look: dict[Value, int]) -> Problem:
    """At most about ``most`` pieces a place: both ends of the prices, then in turn the ones that
    suit the look and the ones nearest to their fair share."""

    def worth(one: Candidate) -> int:
        return sum(look.get(value, 0) for value in one.values)

    pools = []
    for pool, fair in zip(problem.pools, problem.fair_shares, strict=True):
        kept = {one.id: one for one in pool}
        if len(pool) > most:
            away = {one.id: (abs(one.price_minor - fair), one.id) for one in pool}
            near = sorted(pool, key=lambda one: away[one.id])
            suited = sorted(near, key=lambda one: -worth(one))
            kept = {one.id: one for one in _ends(pool, problem)}
            for pair in zip(suited, near, strict=True):
                if len(kept) >= most:
                    break
                kept |= {one.id: one for one in pair}
        pools.append(tuple(kept[name] for name in sorted(kept)))
    return replace(problem, pools=tuple(pools))


def _ends(pool: Pool, problem: Problem) -> list[Candidate]:
    """The least expensive pieces (of each metal, where they have to match), one for each place
    that may want the same; with a floor the most expensive too."""
    copies = len(problem.pools) if _overlaps(problem) else 1
    metals: dict[str | None, list[Candidate]] = defaultdict(list)
    for one in sorted(pool, key=lambda one: (one.price_minor, one.id)):
        metals[one.product.metal if problem.same_metal else None].append(one)
    ends = [one for group in metals.values() for one in group[:copies]]
    if problem.has_floor:
        ends += [one for group in metals.values() for one in group[-copies:]]
    return ends


def _overlaps(problem: Problem) -> bool:
    """May one piece stand for two places?"""
    kinds = [{one.product.category for one in pool} for pool in problem.pools]
    return sum(map(len, kinds)) > len(set().union(*kinds))


def _bounds(problem: Problem) -> list[list[int]]:
    """Of every piece the most points that a set with it can have: what it has is met at all
    places that have it, or the other places agree without it."""
    spread = [{value for one in pool for value in one.values} for pool in problem.pools]
    places = Counter(value for values in spread for value in values)
    wished = [max(map(problem.wished_points, pool)) for pool in problem.pools]
    bounds = []
    for at, pool in enumerate(problem.pools):
        others: dict[str, int] = dict.fromkeys(WEIGHTS, 1)
        for (trait, value), count in places.items():
            others[trait] = max(others[trait], count - ((trait, value) in spread[at]))
        elsewhere = sum(wished) - wished[at]
        bounds.append(
            [_bound(one, places, others) + elsewhere + problem.wished_points(one) for one in pool]
        )
    return bounds


def _bound(one: Candidate, places: Counter[Value], others: dict[str, int]) -> int:
    best = dict(others)
    for value in one.values:
        best[value[0]] = max(best[value[0]], places[value])
    return sum(WEIGHTS[trait] * (count - 1) for trait, count in best.items())


def _good_choice(problem: Problem) -> Choice | None:
    """The best of many sets that are each built around one piece, None if none keeps to the
    budget. Tried at any price, and with every piece within its fair share; a set that misses a
    budget is brought closer to it first."""
    anything = [np.ones(len(pool), bool) for pool in problem.pools]
    fair = [
        np.array([one.price_minor <= share for one in pool], bool)
        for pool, share in zip(problem.pools, problem.fair_shares, strict=True)
    ]
    tables = _tables(problem)
    tried = [
        choice
        for allowed in (anything, fair)
        if all(rows.any() for rows in allowed)
        for base in range(len(tables))
        for choice in _around(problem, tables, allowed, base)
    ]
    tried.sort(key=problem.points, reverse=True)
    sound, reached = None, 0
    for choice in tried[:_MOST_TRIED]:
        if sound is not None and POINT * problem.points(choice) <= reached:
            break
        for one in (bring_closer(problem, choice), choice):
            if problem.keeps_budget(one) and (sound is None or problem.score(one) > reached):
                sound, reached = one, problem.score(one)
    if sound is None:
        sound = next((one for one in tried if problem.keeps_budget(one)), None)
    return sound


def _around(
    problem: Problem, tables: Sequence[Table], allowed: Sequence[NDArray[np.bool_]], base: int
) -> Iterator[Choice]:
    """Sets around the pieces of one place: at each other place what shares most with them."""
    rows = np.flatnonzero(allowed[base])[:_MOST_BASES]
    partners = np.empty((len(tables), len(rows)), np.intp)
    shared = np.zeros(len(rows))
    for at, table in enumerate(tables):
        if at == base:
            partners[at] = rows
            continue
        common = tables[base][rows] @ table.T
        common[:, ~allowed[at]] = -1
        partners[at] = common.argmax(axis=1)
        shared += common.max(axis=1)
    for column in np.argsort(-shared, kind="stable")[:_MOST_TRIED]:
        choice = tuple(
            pool[row] for pool, row in zip(problem.pools, partners[:, column], strict=True)
        )
        is_matched = len({one.product.metal for one in choice}) == 1 or not problem.same_metal
        if is_matched and len({one.id for one in choice}) == len(choice):
            yield choice


def _tables(problem: Problem) -> list[Table]:
    """For each place float32 (pieces, values), whose products are the points that two pieces
    share (nearly: two styles in common count twice)."""
    values = sorted({value for pool in problem.pools for one in pool for value in one.values})
    columns = {value: number for number, value in enumerate(values)}
    tables = []
    for pool in problem.pools:
        table = np.zeros((len(pool), len(columns)), np.float32)
        for row, one in enumerate(pool):
            for value in one.values:
                table[row, columns[value]] = WEIGHTS[value[0]] ** 0.5
        tables.append(table)
    return tables
