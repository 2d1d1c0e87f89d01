"""Reciprocal-rank fusion against a slow reference, and what preferences are worth."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.constraints import Constraints
from assistant.search.ranking import fuse
from tests.search.shelf import make_product


def slow_fusion(ids: list[str], rankings: list[list[float]]) -> list[str]:
    """Cormack's formula, written as plainly as it goes."""
    total = {}
    for one, name in enumerate(ids):
        total[name] = 0.0
        for scores in rankings:
            if np.isnan(scores[one]):
                continue
            above = sum(
                1
                for other, rival in enumerate(ids)
                if scores[other] > scores[one] or (scores[other] == scores[one] and rival < name)
            )
            total[name] += 1 / (60 + above + 1)
    return sorted(ids, key=lambda name: (-total[name], name))


scores = st.lists(
    st.one_of(st.just(float("nan")), st.floats(0, 10, width=32)), min_size=5, max_size=5
)


@given(first=scores, second=scores)
def test_fusion_agrees_with_the_formula(first: list[float], second: list[float]) -> None:
    ids = ["e", "b", "d", "a", "c"]
    products = [make_product(one) for one in ids]
    arrays = [np.array(one, dtype=np.float32) for one in (first, second)]
    placed = fuse(products, arrays, Constraints())
    assert [ids[one.row] for one in placed] == slow_fusion(ids, [first, second])
    assert all(0 <= one.score <= 1 for one in placed)


def test_first_everywhere_with_every_preference_met_is_one() -> None:
    wishes = Constraints.from_json({"style": "classic", "occasion": "everyday"})
    placed = fuse([make_product()], [np.array([1.0], dtype=np.float32)], wishes)
    assert placed[0].score == pytest.approx(1.0)


def test_a_recorded_style_comes_before_a_better_place_in_words() -> None:
    products = [make_product("a", styles=()), make_product("b", styles=("vintage",))]
    placed = fuse(
        products,
        [np.array([9.0, 1.0], dtype=np.float32)],
        Constraints.from_json({"style": "vintage"}),
    )
    assert [products[one.row].id for one in placed] == ["b", "a"]


def test_the_best_of_a_poor_lot_is_not_called_perfect() -> None:
    wishes = Constraints.from_json({"style": "vintage", "occasion": "wedding"})
    placed = fuse([make_product()], [np.array([1.0], dtype=np.float32)], wishes)
    assert placed[0].score < 0.5


def test_ties_keep_the_order_of_ids() -> None:
    placed = fuse([make_product("b"), make_product("a")], [], Constraints())
    assert [one.row for one in placed] == [1, 0]
