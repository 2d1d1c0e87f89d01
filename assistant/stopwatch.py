"""How long each stage of a turn took."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stopwatch:
    """Names laps and sums their wall time in milliseconds; ``total`` runs from creation."""

    def __init__(self) -> None:
        self._start = time.perf_counter()
        self._laps: dict[str, float] = {}

    @contextmanager
    def lap(self, name: str) -> Iterator[None]:
        """Time the block; laps of one name add up, also when the block raises."""
        begin = time.perf_counter()
        try:
            yield
        finally:
            self._laps[name] = self._laps.get(name, 0.0) + (time.perf_counter() - begin) * 1000

    def laps_ms(self) -> dict[str, float]:
        """Milliseconds by lap so far, with ``total``."""
        return {**self._laps, "total": (time.perf_counter() - self._start) * 1000}
