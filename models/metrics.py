"""Figures for ranked retrieval, one query at a time; average them over queries yourself.

``ranked`` is the ids in the order they were returned, best first; an id that comes twice counts
where it stands first. Formulas: Manning, Raghavan and Schuetze, Introduction to Information
Retrieval (2008), chapter 8; NDCG with the linear gain of Jaervelin and Kekaelaeinen (2002).
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence

from models.errors import BadInput


def recall_at_k(ranked: Sequence[Hashable], relevant: Iterable[Hashable], k: int) -> float:
    """Share in [0, 1] of the relevant ids that stand among the first ``k``.

    Raises BadInput where nothing is relevant (the figure has no meaning) or ``k`` is below 1.
    """
    wanted = set(relevant)
    _check(bool(wanted), k)
    return len(wanted.intersection(_distinct(ranked)[:k])) / len(wanted)


def mrr(ranked: Sequence[Hashable], relevant: Iterable[Hashable]) -> float:
    """Reciprocal rank in [0, 1] of the first relevant id; 0 where none was returned.

    Raises BadInput where nothing is relevant.
    """
    wanted = set(relevant)
    _check(bool(wanted), 1)
    for rank, found in enumerate(_distinct(ranked), start=1):
        if found in wanted:
            return 1.0 / rank
    return 0.0


def ndcg_at_k(ranked: Sequence[Hashable], gains: Mapping[Hashable, float], k: int) -> float:
    """Discounted cumulative gain of the first ``k`` over the best that could be, in [0, 1].

    ``gains`` gives each relevant id a gain of 0 or more; an id that is missing gains nothing. The
    discount of rank r (from 1) is 1 / log2(r + 1). Raises BadInput where no gain is above 0, one
    is negative, or ``k`` is below 1.
    """
    if any(gain < 0 for gain in gains.values()):
        raise BadInput("gains", f"a lowest of {min(gains.values())}", "gains of 0 or more")
    _check(any(gain > 0 for gain in gains.values()), k)
    best = _discounted(sorted(gains.values(), reverse=True)[:k])
    return _discounted([gains.get(found, 0.0) for found in _distinct(ranked)[:k]]) / best


def _discounted(gains: Iterable[float]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains, start=1))


def _distinct(ranked: Sequence[Hashable]) -> list[Hashable]:
    return list(dict.fromkeys(ranked))


def _check(has_relevant: bool, k: int) -> None:
    if not has_relevant:
        raise BadInput("relevant ids", "none", "at least one; leave out a query without any")
    if k < 1:
        raise BadInput("k", str(k), "1 or more")
