"""Everything that can go wrong in the neural half, as one tree.

ModelError
├── UnknownModel(name, known)                 no card of that name
├── WeightsMissing(path, how)                 no weights, and no way found to get them
├── ChecksumMismatch(path, expected, found)   a file that is not the one the card promises
├── CheckpointError(path, reason)             a weights file that cannot be read
├── UnsupportedMachine(needs, has)            this processor or system cannot run that model
└── BadInput(what, came, expected)            an array or text of the wrong shape, type or range

Each message says what came, what was expected and what to do.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class ModelError(Exception):
    """Root of the neural half's errors."""


class UnknownModel(ModelError):
    """A name that no card carries."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        self.name, self.known = name, tuple(known)
        super().__init__(
            f"There is no model named {name!r}. Known models: {', '.join(self.known)}. "
            "Use one of these names, or add a row to models/registry.py."
        )


class WeightsMissing(ModelError):
    """Weights that are not in place and could not be fetched. ``how`` says how to get them."""

    def __init__(self, path: Path | str, how: str) -> None:
        self.path, self.how = Path(path), how
        super().__init__(f"No weights at {self.path}. {how}")


class ChecksumMismatch(ModelError):
    """A file whose SHA-256 is not the one on the model's card."""

    def __init__(self, path: Path | str, expected: str, found: str) -> None:
        self.path, self.expected, self.found = Path(path), expected, found
        super().__init__(
            f"The weights at {self.path} have SHA-256 {found}; the card expects {expected}. "
            "The file was not used. Fetch it again; if the digest stays the same, the source has "
            "changed and must not be trusted."
        )


class CheckpointError(ModelError):
    """A weights file with the right name that does not hold what it should."""

    def __init__(self, path: Path | str, reason: str) -> None:
        self.path, self.reason = Path(path), reason
        super().__init__(
            f"Cannot read the checkpoint at {self.path}: {reason}. "
            "Delete the file and fetch the weights again."
        )


class UnsupportedMachine(ModelError):
    """A machine that cannot run the model at all."""

    def __init__(self, needs: str, has: str, advice: str) -> None:
        self.needs, self.has = needs, has
        super().__init__(f"This model needs {needs}; this machine has {has}. {advice}")


class BadInput(ModelError, ValueError):
    """An argument of the wrong shape, type or range; nothing was computed."""

    def __init__(self, what: str, came: str, expected: str) -> None:
        self.what, self.came, self.expected = what, came, expected
        super().__init__(f"{what}: came {came}; expected {expected}.")
