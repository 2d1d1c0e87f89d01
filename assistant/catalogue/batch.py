"""What a merchant brings to the shop at once, and what it changed: plain values between stages.

Records are Facet's own JSON records (``catalogue.record`` reads them): the database keeps what the
merchant said, and each program reads it with its own vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

JsonRecord = Mapping[str, object]
STARTER = "starter"  # the catalogue that comes with Facet, kept in a file and not in the database


@dataclass(frozen=True)
class Batch:
    """Products of one source. With ``is_whole`` the source's other products are withdrawn;
    ``vocabulary`` (YAML) brings terms that the shop's vocabulary lacks."""

    source: str
    records: tuple[JsonRecord, ...]
    staff: tuple[JsonRecord, ...] = ()
    vocabulary: str | None = None
    is_whole: bool = False


@dataclass(frozen=True)
class Changes:
    """How many products a batch added, changed, found unchanged and withdrew."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    withdrawn: int = 0

    @property
    def any(self) -> bool:
        """Did the catalogue change?"""
        return bool(self.added or self.changed or self.withdrawn)


@dataclass(frozen=True)
class StoredRow:
    """A product as the database keeps it; ``record`` is JSON, None once it is withdrawn."""

    product_id: str
    source: str
    place: int
    record: str | None


@dataclass(frozen=True)
class Source:
    """Where products came from; a hidden source stays in the database and out of the shop."""

    name: str
    products: int
    is_shown: bool
