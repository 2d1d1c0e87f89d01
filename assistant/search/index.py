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


@dataclass(frozen=True)
class Stamp:
    """What an index was made with (the encoders' names) and for (the catalogue's digest)."""

    model: str = ""
    catalogue: str = ""


class VectorIndex:
    """Fused product vectors. ``vectors`` holds a float32 (rows, dim) matrix for each language;
    rows follow ``ids`` and are of unit length, so that a dot product is a cosine. ``keys`` are
    digests of what each row was made from: a row is as good as its key."""

    def __init__(
        self,
        ids: Sequence[str],
        vectors: Mapping[Language, NDArray[np.float32]],
        stamp: Stamp = Stamp(),
        keys: Sequence[str] = (),
    ) -> None:
        self.ids = tuple(ids)
        self.stamp = stamp
        self.keys = dict(zip(self.ids, keys, strict=bool(keys)))
        self._rows = {product_id: row for row, product_id in enumerate(self.ids)}
        if len(self._rows) != len(self.ids):
            raise ValueError("product ids repeat; each vector needs an id of its own")
        self._vectors: dict[Language, NDArray[np.float32]] = {}
        for language in LANGUAGES:
            if language not in vectors:
                raise ValueError(f"no product vectors for '{language}'; each language needs them")
            self._vectors[language] = _checked(vectors[language], len(self.ids))

    @property
    def dim(self) -> int:
        """Length of a vector."""
        return int(self._vectors[LANGUAGES[0]].shape[1])

    def rows(self, ids: Iterable[str]) -> NDArray[np.intp]:
        """The row of each id; ``MISSING`` for a product that has no vector."""
        return np.array([self._rows.get(one, MISSING) for one in ids], dtype=np.intp)

    def cosines(
        self, vector: Vector, language: Language, rows: NDArray[np.intp]
    ) -> NDArray[np.float32]:
        """Cosine of a unit ``vector`` with each of ``rows``, float32; NaN for ``MISSING`` rows."""
        scores = np.full(len(rows), np.nan, dtype=np.float32)
        there = rows != MISSING
        scores[there] = self._vectors[language][rows[there]] @ vector
        return scores

    def vector_of(self, product_id: str, language: Language) -> Vector | None:
        """A product's own vector, None if it has none."""
        row = self._rows.get(product_id)
        return None if row is None else self._vectors[language][row]

    def matrix(self, language: Language, ids: Sequence[str]) -> NDArray[np.float32]:
        """The (n, dim) vectors of ``ids``, all of which the index holds."""
        return self._vectors[language][self.rows(ids)]

    def save(self, path: Path) -> None:
        """Writes the index with its stamp, in one step."""
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.tmp")
        matrices = {f"vectors_{language}": self._vectors[language] for language in LANGUAGES}
        with draft.open("wb") as out:
            keys = [self.keys.get(one, "") for one in self.ids]
            about = {"stamp": [self.stamp.model, self.stamp.catalogue], "keys": keys}
            header = np.array(json.dumps({**about, "ids": self.ids}))
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
                vectors = {one: stored[f"vectors_{one}"] for one in LANGUAGES}
                index = cls(header["ids"], vectors, stamp, header["keys"])
        except (OSError, ValueError, KeyError, TypeError):  # a cache is never trusted in part
            return None
        if stamp.model != model:
            raise StaleIndex(f"{path.name} was made with {stamp.model}, and this shop has {model}")
        return index


def _checked(matrix: NDArray[np.float32], rows: int) -> NDArray[np.float32]:
    if matrix.ndim != 2 or matrix.shape[0] != rows:
        raise ValueError(f"expected ({rows}, dim) product vectors, got shape {matrix.shape}")
    lengths = np.linalg.norm(matrix, axis=1)
    if rows and not np.allclose(lengths, 1.0, atol=_UNIT_TOLERANCE):
        raise ValueError("product vectors are of unit length; normalise them before indexing")
    return np.ascontiguousarray(matrix, dtype=np.float32)
