"""Models that load while the shop is already open, and what is still loading.

A ``Part`` loads once, in a thread of its own or on first use. Until then a turn that needs it gets
NotReady (the page says so), or waits for it (the command line).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from assistant.errors import NotReady
from models.errors import ModelError

log = logging.getLogger(__name__)
T = TypeVar("T")
# What a loader may raise: no file, no network, bytes that are no model, a package that is absent.
FAILURES = (ModelError, OSError, RuntimeError, ValueError, ImportError, LookupError)
Report = Callable[[float], None]


class Part(Generic[T]):
    """One model (or one index) that takes time to load.

    ``load`` gets a callable to report progress in [0, 1] and gives the loaded thing.
    """

    def __init__(self, name: str, load: Callable[[Report], T]) -> None:
        self.name = name
        self.progress = 0.0
        self.failure: BaseException | None = None
        self._load = load
        self._lock = threading.Lock()
        self._value: T | None = None

    @property
    def is_ready(self) -> bool:
        """Has it loaded?"""
        return self._value is not None

    def wait(self) -> T:
        """The loaded thing, loading it now if nobody has; raises what its loader raises."""
        with self._lock:
            if self._value is None:
                try:
                    self._value = self._load(self._report)
                except FAILURES as error:
                    self.failure = error
                    raise
                self.failure = None
                self.progress = 1.0
            return self._value

    def get(self) -> T:
        """The loaded thing. Raises NotReady while it loads or where it could not."""
        if self._value is None:
            why = f"could not load: {self.failure}" if self.failure else "is still loading"
            raise NotReady(f"{self.name} {why}; try again in a moment", part=self.name)
        return self._value

    def _report(self, fraction: float) -> None:
        self.progress = max(self.progress, min(1.0, fraction))


class Loading(Protocol):
    """What ``Readiness`` asks of a part, whatever it loads."""

    @property
    def name(self) -> str: ...
    @property
    def is_ready(self) -> bool: ...
    @property
    def progress(self) -> float: ...
    @property
    def failure(self) -> BaseException | None: ...
    def wait(self) -> object: ...


class Readiness:
    """What is loaded and what is not: the page's status line and the health route read it."""

    def __init__(self, parts: Sequence[Loading]) -> None:
        self._parts = tuple(parts)

    def loading(self) -> tuple[str, ...]:
        """Names of parts that have not loaded."""
        return tuple(part.name for part in self._parts if not part.is_ready)

    def failed(self) -> Mapping[str, str]:
        """Why a part could not load, by its name."""
        return {part.name: str(part.failure) for part in self._parts if part.failure}

    def progress(self) -> Mapping[str, float]:
        """Fraction loaded by part, in [0, 1]."""
        return {part.name: part.progress for part in self._parts}

    def warm(self) -> threading.Thread:
        """Load every part in order, in the background; the first is what most turns need."""
        thread = threading.Thread(target=self._load_all, name="warm-up", daemon=True)
        thread.start()
        return thread

    def wait(self) -> None:
        """Load every part now."""
        for part in self._parts:
            part.wait()

    def _load_all(self) -> None:
        for part in self._parts:
            try:
                part.wait()
            except FAILURES:
                log.exception("%s could not be loaded; the rest of the shop goes on", part.name)
