"""Exact vector search, joined by id."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.errors import StaleIndex
from assistant.search.index import Stamp, VectorIndex


def unit_rows(count: int, seed: int = 0) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).normal(size=(count, 8)).astype(np.float32)
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_cosines_follow_the_ids_and_not_the_rows() -> None:
    matrix = unit_rows(3)
    index = VectorIndex(["a", "b", "c"], {"en": matrix, "zh": matrix})
    found = index.cosines(matrix[2], "en", index.rows(["c", "unknown", "a"]))
    assert found[0] == pytest.approx(1.0, abs=1e-5)
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(float(matrix[0] @ matrix[2]), abs=1e-5)


def test_each_language_has_its_own_vectors() -> None:
    english, chinese = unit_rows(1, 1), unit_rows(1, 2)
    index = VectorIndex(["a"], {"en": english, "zh": chinese})
    stored = index.vector_of("a", "zh")
    assert stored is not None
    assert np.allclose(stored, chinese[0])


def test_vectors_that_are_not_unit_are_refused() -> None:
    with pytest.raises(ValueError, match="unit length"):
        VectorIndex(["a"], {"en": 2 * unit_rows(1), "zh": unit_rows(1)})


def test_repeated_ids_are_refused() -> None:
    with pytest.raises(ValueError, match="repeat"):
        VectorIndex(["a", "a"], {"en": unit_rows(2), "zh": unit_rows(2)})


def saved(path: Path) -> VectorIndex:
    vectors = {"en": unit_rows(2), "zh": unit_rows(2, 3)}
    index = VectorIndex(["a", "b"], vectors, Stamp("e5", "digest"), ["key a", "key b"])
    index.save(path)
    return index


def test_a_saved_index_comes_back_with_its_stamp_and_keys(tmp_path: Path) -> None:
    path = tmp_path / "cache" / "vectors.npz"
    index = saved(path)
    loaded = VectorIndex.load(path, "e5")
    assert loaded is not None
    assert loaded.ids == index.ids
    assert loaded.stamp == Stamp("e5", "digest")
    assert loaded.keys == {"a": "key a", "b": "key b"}


def test_vectors_of_other_encoders_are_stale_and_say_how_to_make_them(tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    saved(path)
    with pytest.raises(StaleIndex, match="python -m assistant index"):
        VectorIndex.load(path, "another encoder")


def test_a_broken_cache_is_no_cache(tmp_path: Path) -> None:
    path = tmp_path / "vectors.npz"
    path.write_bytes(b"not a zip")
    assert VectorIndex.load(path, "key") is None
