"""Product vectors, one matrix a language, searched exactly over the rows that passed the filters.

Exact search is a matrix-vector product: for a catalogue of thousands it is faster than any
approximate index and never loses a piece. Rows are joined to products by id, never by number.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.errors import StaleIndex
from assistant.terms import LANGUAGES, Language
from assistant.turn import Vector

_UNIT_TOLERANCE = 1e-3
MISSING = -1
Matrices = Mapping[Language, NDArray[np.float32]]  # (rows, dim) each
_MOST_PARTS = 16  # an index in more pieces than this is copied into one


@dataclass(frozen=True)
class Stamp:
    """What an index was made with (the encoders' names) and for (the catalogue's digest)."""

    model: str = ""
    catalogue: str = ""


class VectorIndex:
    """Fused product vectors, of unit length, so that a dot product is a cosine. Never changed: an
    index of more or fewer products shares the matrices of the one it came from."""

    def __init__(
        self,
        ids: Sequence[str],
        vectors: Mapping[Language, NDArray[np.float32]],
        stamp: Stamp = Stamp(),
        keys: Sequence[str] = (),
    ) -> None:
        """``vectors`` holds a float32 (rows, dim) matrix for each language; rows follow ``ids``.
        ``keys`` are digests of what each row was made from: a row is as good as its key."""
        rows = {product_id: row for row, product_id in enumerate(ids)}
        if len(rows) != len(ids):
            raise ValueError("product ids repeat; each vector needs an id of its own")
        for language in LANGUAGES:
            if language not in vectors:
                raise ValueError(f"no product vectors for '{language}'; each language needs them")
        self._rows = rows
        self._parts: tuple[Matrices, ...] = (
            {language: _checked(vectors[language], len(ids)) for language in LANGUAGES},
        )
        self.stamp = stamp
        self.keys: Mapping[str, str] = dict(zip(ids, keys, strict=bool(keys)))

    @property
    def ids(self) -> tuple[str, ...]:
        """The products that have a vector."""
        return tuple(self._rows)

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._parts[0][LANGUAGES[0]].shape[1])

    def rows(self, ids: Iterable[str]) -> NDArray[np.intp]:
        """The row of each id; ``MISSING`` for a product that has no vector."""
        return np.array([self._rows.get(one, MISSING) for one in ids], dtype=np.intp)

    def cosines(
        self, vector: Vector, language: Language, rows: NDArray[np.intp]
    ) -> NDArray[np.float32]:
        """Cosine of a unit ``vector`` with each of ``rows``, float32; NaN for ``MISSING`` rows."""
        scores = np.full(len(rows), np.nan, dtype=np.float32)
        start = 0
        for part in self._parts:
            matrix = part[language]
            inside = (rows >= start) & (rows < start + len(matrix))
            local = rows[inside] - start
            if len(local) > len(matrix) // 4:  # cheaper than copying most of the matrix
                scores[inside] = (matrix @ vector)[local]
            else:
                scores[inside] = matrix[local] @ vector
            start += len(matrix)
        return scores

    def vector_of(self, product_id: str, language: Language) -> Vector | None:
        """A product's own vector, None if it has none."""
        row = self._rows.get(product_id)
        if row is None:
            return None
        for part in self._parts:
            if row < len(part[language]):
                vector: Vector = part[language][row]
                return vector
            row -= len(part[language])
        raise IndexError(product_id)  # rows are numbered through the parts

    def kept(self, ids: Iterable[str], stamp: Stamp) -> VectorIndex:
        """The vectors of ``ids`` alone, all of which are here, under another stamp."""
        return self._derived({one: self._rows[one] for one in ids}, self._parts, self.keys, stamp)

    def extended(self, more: VectorIndex) -> VectorIndex:
        """With the products of ``more``, of which none is here, under its stamp."""
        first = sum(len(part[LANGUAGES[0]]) for part in self._parts)
        rows = {**self._rows, **{one: first + row for one, row in more._rows.items()}}
        keys = {**self.keys, **more.keys}
        joined = self._derived(rows, (*self._parts, *more._parts), keys, more.stamp)
        return joined if len(joined._parts) <= _MOST_PARTS else joined._compacted()

    def _derived(
        self,
        rows: dict[str, int],
        parts: tuple[Matrices, ...],
        keys: Mapping[str, str],
        stamp: Stamp,
    ) -> VectorIndex:
        index = object.__new__(VectorIndex)
        index._rows, index._parts, index.stamp = rows, parts, stamp
        index.keys = {one: keys[one] for one in rows if one in keys}
        return index

    def _compacted(self) -> VectorIndex:
        """The same in one matrix a language, without the rows of products that are gone."""
        keys = [self.keys.get(one, "") for one in self._rows]
        return VectorIndex(self.ids, self._matrices(), self.stamp, keys)

    def _matrices(self) -> Matrices:
        order = np.fromiter(self._rows.values(), np.intp, len(self._rows))
        return {
            language: np.concatenate([part[language] for part in self._parts])[order]
            for language in LANGUAGES
        }

    def save(self, path: Path, *, compact: bool = False) -> None:
        """Writes the index with its stamp, in one step; ``compact``: as float16, compressed."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        matrices = {f"vectors_{one}": matrix for one, matrix in self._matrices().items()}
        with draft.open("wb") as out:
            keys = [self.keys.get(one, "") for one in self._rows]
            about = {"stamp": [self.stamp.model, self.stamp.catalogue], "keys": keys}
            header = np.array(json.dumps({**about, "ids": self.ids}))
            if compact:
                halves = {name: matrix.astype(np.float16) for name, matrix in matrices.items()}
                np.savez_compressed(out, allow_pickle=False, header=header, **halves)
            else:
                np.savez(out, allow_pickle=False, header=header, **matrices)
        draft.replace(path)

    @classmethod
    def load(cls, path: Path, model: str) -> VectorIndex | None:
        """The stored index, None if there is none. Raises StaleIndex for other encoders' vectors:
        they do not compare with what ``model`` encodes."""
        if not path.exists():
            return None
        try:
            with np.load(path, allow_pickle=False) as stored:
                header = json.loads(str(stored["header"]))
                stamp = Stamp(*header["stamp"])
                vectors = {one: _whole(stored[f"vectors_{one}"]) for one in LANGUAGES}
                index = cls(header["ids"], vectors, stamp, header["keys"])
        except (OSError, ValueError, KeyError, TypeError):  # a cache is never trusted in part
            return None
        if stamp.model != model:
            raise StaleIndex(f"{path.name} was made with {stamp.model}, and this shop has {model}")
        return index


def _whole(matrix: NDArray[np.floating]) -> NDArray[np.float32]:
    """float32 rows; those kept as float16 have lost a little of their unit length."""
    if matrix.dtype != np.float16:
        return matrix.astype(np.float32, copy=False)
    rows = matrix.astype(np.float32)
    unit: NDArray[np.float32] = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    return unit


def _checked(matrix: NDArray[np.float32], rows: int) -> NDArray[np.float32]:
    if matrix.ndim != 2 or matrix.shape[0] != rows:
        raise ValueError(f"expected ({rows}, dim) product vectors, got shape {matrix.shape}")
    lengths = np.linalg.norm(matrix, axis=1)
    if rows and not np.allclose(lengths, 1.0, atol=_UNIT_TOLERANCE):
        raise ValueError("product vectors are of unit length; normalise them before indexing")
    return np.ascontiguousarray(matrix, dtype=np.float32)
