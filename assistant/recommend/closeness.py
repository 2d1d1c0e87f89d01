"""Brings the total of a set nearer to its target without costing it any harmony."""

from __future__ import annotations

from itertools import combinations

import numpy as np

from assistant.recommend.candidates import Candidate, Choice, Pool, Problem, total_of
from assistant.recommend.harmony import WEIGHTS, look_of

_MOST_OPTIONS = 300
_MOST_ROUNDS = 10
_NEVER = np.iinfo(np.int64).max


def bring_closer(problem: Problem, choice: Choice) -> Choice:
    """The choice after every exchange of one or two pieces, within the look it has, that brings
    the total nearer to the target and keeps to the budget. All pieces of the pools keep to their
    places' own budgets."""
    options = _options(problem, choice)
    pairs = list(combinations(range(len(choice)), 2)) or [(0, 0)]
    for _ in range(_MOST_ROUNDS):
        before = choice
        for first, second in pairs:
            choice = _exchange(problem, choice, options, first, second)
        if choice is before:
            break
    return choice


def _options(problem: Problem, choice: Choice) -> list[Pool]:
    """For each place the pieces that do as much for the set's look as the chosen one."""
    look = {
        (trait, value): WEIGHTS[trait]
        for trait, (value, count) in look_of(one.values for one in choice).items()
        if count > 1
    }

    def worth(one: Candidate) -> int:
        return problem.wished_points(one) + sum(look.get(value, 0) for value in one.values)

    options = []
    for chosen, pool, fair in zip(choice, problem.pools, problem.fair_shares, strict=True):
        least, metal = worth(chosen), chosen.product.metal
        as_good = [
            (abs(one.price_minor - fair), one.id, one)
            for one in pool
            if worth(one) >= least and (not problem.same_metal or one.product.metal == metal)
        ]
        as_good.sort(key=lambda known: known[:2])
        kept = {chosen.id: chosen} | {name: one for _, name, one in as_good[:_MOST_OPTIONS]}
        options.append(tuple(kept[name] for name in sorted(kept)))
    return options


def _exchange(
    problem: Problem, choice: Choice, options: list[Pool], first: int, second: int
) -> Choice:
    """The best pieces for two places (which may be the same one), the others standing."""
    rest = [one for at, one in enumerate(choice) if at not in (first, second)]
    taken = {one.id for one in rest}
    ones, others = options[first], options[second] if second != first else ()
    prices = np.array([one.price_minor for one in ones], np.int64)
    more = np.array([one.price_minor for one in others] or [0], np.int64)
    totals = prices[:, None] + more[None, :] + total_of(rest)
    away = np.abs(totals - problem.target_minor)
    budget = problem.budget
    if budget.most is not None:
        away[totals > budget.most] = _NEVER
    if budget.least is not None:
        away[totals < budget.least] = _NEVER
    names, other_names = [one.id for one in ones], [one.id for one in others] or [""]
    away[[name in taken for name in names], :] = _NEVER
    away[:, [name in taken for name in other_names]] = _NEVER
    for name in set(names) & set(other_names):
        away[names.index(name), other_names.index(name)] = _NEVER
    row, column = np.unravel_index(int(np.argmin(away)), away.shape)
    now = abs(total_of(choice) - problem.target_minor)
    if away[row, column] >= (now if problem.keeps_budget(choice) else _NEVER):
        return choice
    return tuple(
        ones[row] if at == first else others[column] if at == second else one
        for at, one in enumerate(choice)
    )
