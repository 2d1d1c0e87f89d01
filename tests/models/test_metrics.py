"""Retrieval figures, against a slow reference that is written from the definitions."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadInput
from models.metrics import mrr, ndcg_at_k, recall_at_k

ids = st.integers(0, 12)
rankings = st.lists(ids, unique=True, max_size=10)
some_ids = st.sets(ids, min_size=1, max_size=6)
cuts = st.integers(1, 12)


@given(ranked=rankings, relevant=some_ids, k=cuts)
def test_recall_counts_the_relevant_among_the_first(
    ranked: list[int], relevant: set[int], k: int
) -> None:
    found = 0
    for one in relevant:
        for place in range(min(k, len(ranked))):
            if ranked[place] == one:
                found += 1
    assert recall_at_k(ranked, relevant, k) == pytest.approx(found / len(relevant))


@given(ranked=rankings, relevant=some_ids)
def test_mrr_is_the_best_reciprocal_rank(ranked: list[int], relevant: set[int]) -> None:
    slow = max((1 / (ranked.index(one) + 1) for one in relevant if one in ranked), default=0.0)
    assert mrr(ranked, relevant) == pytest.approx(slow)


@given(
    ranked=rankings,
    gains=st.dictionaries(ids, st.integers(1, 3).map(float), min_size=1, max_size=6),
    k=cuts,
)
def test_ndcg_compares_with_the_best_order(
    ranked: list[int], gains: dict[int, float], k: int
) -> None:
    def slow(order: list[int]) -> float:
        total = 0.0
        for rank in range(1, k + 1):
            if rank <= len(order):
                total += gains.get(order[rank - 1], 0.0) / math.log2(rank + 1)
        return total

    best = slow(sorted(gains, key=lambda one: -gains[one]))
    assert ndcg_at_k(ranked, gains, k) == pytest.approx(slow(ranked) / best)


def test_an_id_that_comes_twice_counts_once() -> None:
    assert ndcg_at_k(["a", "a", "b"], {"a": 1.0, "b": 1.0}, 3) == pytest.approx(1.0)
    assert recall_at_k(["a", "a", "b"], ["b"], 2) == 1.0


def test_a_query_without_relevant_ids_has_no_figure() -> None:
    with pytest.raises(BadInput, match="leave out"):
        recall_at_k(["a"], [], 5)
    with pytest.raises(BadInput):
        mrr(["a"], [])
    with pytest.raises(BadInput):
        ndcg_at_k(["a"], {"a": 0.0}, 5)


def test_a_negative_gain_is_refused() -> None:
    with pytest.raises(BadInput, match="0 or more"):
        ndcg_at_k(["a"], {"a": 1.0, "b": -1.0}, 5)


def test_a_cut_below_one_is_refused() -> None:
    with pytest.raises(BadInput, match="k"):
        recall_at_k(["a"], ["a"], 0)
