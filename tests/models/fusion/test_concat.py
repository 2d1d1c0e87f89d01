"""Concatenation: absent parts count for nothing, present ones by their cosine."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import BadInput
from models.fusion.concat import DIMS, ConcatFusion, ConcatWeights
from models.fusion.inputs import MODALITIES, FusionInput, Vector


def unit(name: str, seed: int) -> Vector:
    vector = np.random.default_rng(seed).standard_normal(DIMS[name])
    return (vector / np.linalg.norm(vector)).astype(np.float32)


@given(present=st.sets(st.sampled_from(MODALITIES), min_size=1), seed=st.integers(0, 999))
def test_any_presence_gives_a_unit_vector(present: set[str], seed: int) -> None:
    parts = FusionInput(**{name: unit(name, seed) for name in present})
    fused = ConcatFusion().fuse_query(parts)
    assert fused.shape == (ConcatFusion.dim,)
    assert np.linalg.norm(fused) == pytest.approx(1, abs=1e-5)
    assert set(np.array(MODALITIES)[parts.presence]) == present


@given(seed=st.integers(0, 999))
def test_a_text_query_ranks_products_by_their_text_alone(seed: int) -> None:
    fusion, query = ConcatFusion(), unit("text", seed)
    products = [FusionInput(unit("text", seed + n), unit("photo", seed + n)) for n in (1, 2, 3)]
    fused = [
        float(fusion.fuse_product(one) @ fusion.fuse_query(FusionInput(query))) for one in products
    ]
    plain = [float(one.text @ query) for one in products if one.text is not None]
    assert list(np.argsort(fused)) == list(np.argsort(plain))


def test_weights_decide_between_words_and_photo() -> None:
    words, photo = unit("text", 1), unit("photo", 2)
    says = FusionInput(words, unit("photo", 3))
    shows = FusionInput(unit("text", 4), photo)
    for weights, winner in ((ConcatWeights(text=9), says), (ConcatWeights(photo=9), shows)):
        fusion = ConcatFusion(weights)
        query = fusion.fuse_query(FusionInput(words, photo))
        best = max((says, shows), key=lambda one: float(fusion.fuse_product(one) @ query))
        assert best is winner


def test_nothing_at_all_is_refused() -> None:
    with pytest.raises(BadInput):
        ConcatFusion().fuse_query(FusionInput())


def test_a_vector_of_another_size_is_refused() -> None:
    with pytest.raises(BadInput, match="photo"):
        ConcatFusion().fuse_query(FusionInput(photo=unit("text", 1)))
