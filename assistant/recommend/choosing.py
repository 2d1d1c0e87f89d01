"""The best choice of a problem, and the nearest where none keeps to the budgets.

Sets are counted out over what pruning leaves; where that is too much, the solver is asked.
"""

from __future__ import annotations

from dataclasses import replace

from assistant.recommend.candidates import Candidate, Choice, Pool, Problem, gap
from assistant.recommend.closeness import bring_closer
from assistant.recommend.layers import TooMany, count_out
from assistant.recommend.program import best_by_solver, nearest
from assistant.recommend.pruning import FEW, prune


def best_choice(problem: Problem) -> Choice | None:
    """The choice with the best score that keeps to the budget, None if there is none."""
    choice = _counted(problem)
    return choice and bring_closer(problem, choice)


def _counted(problem: Problem) -> Choice | None:
    """Counted out over few pieces of each place, which gives a set that is hard to better; then
    over all that could better it, unless they are too many."""
    few, good = prune(problem, FEW)
    try:
        good = count_out(few, 0, 0, good)
    except TooMany:
        good = best_by_solver(few) or good
    try:
        more, good = prune(problem, known=good)
        return count_out(more, 0, 0, good)
    except TooMany:
        return good


def nearest_choice(problem: Problem) -> Choice | None:
    """Of the sets with the least gap to their budgets the one with the best score. A gap that
    pruning may have made, between a floor and a ceiling, is looked into with every piece."""
    few, _ = prune(problem, FEW)
    least = nearest(few)
    is_missed = least is None or not problem.keeps_budget(least)
    if is_missed and problem.has_floor and _is_between(problem):
        least = nearest(problem)
    if least is None:
        return None
    pools = tuple(_with(pool, one) for pool, one in zip(few.pools, least, strict=True))
    over, short = gap(least, problem.budget)
    near = replace(problem, pools=pools)
    try:
        return count_out(near, over, short, least)
    except TooMany:
        return best_by_solver(near, over, short) or least


def _is_between(problem: Problem) -> bool:
    """Are there sets below the ceiling and sets above the floor? Else the ends settle the gap."""
    least, most = problem.budget.least, problem.budget.most
    cheapest = sum(min(one.price_minor for one in pool) for pool in problem.pools)
    dearest = sum(max(one.price_minor for one in pool) for pool in problem.pools)
    return (most is None or cheapest <= most) and (least is None or dearest >= least)


def _with(pool: Pool, one: Candidate) -> Pool:
    return (*(other for other in pool if other.id != one.id), one)
