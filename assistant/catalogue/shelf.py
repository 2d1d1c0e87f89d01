"""What stands in the shop: the starter catalogue and every source that merchants brought.

The shelf is read again whenever the database's revision has risen. Records that did not change are
kept as they were read, so that one new ring among ten thousand costs one reading.
"""

from __future__ import annotations

import hashlib
import json
import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.catalogue.batch import STARTER, Source, StoredRow
from assistant.catalogue.ingest import read_row
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.errors import CatalogueError
from assistant.terms import Vocabulary

log = logging.getLogger(__name__)


class CatalogueStore(Protocol):
    """Merchants' products, with a revision that rises when they change."""

    def revision(self) -> int: ...
    def rows(self, since: int = 0) -> tuple[StoredRow, ...]: ...
    def sources(self) -> tuple[Source, ...]: ...
    def vocabularies(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Stock:
    """The catalogue at one moment. ``digest`` is the same for the same records and words."""

    revision: int
    digest: str
    products: tuple[Product, ...]
    vocabulary: Vocabulary
    errors: tuple[CatalogueError, ...] = ()


@dataclass(frozen=True)
class _Read:
    """A stored row as it was read: a product, or why it is none."""

    row: StoredRow
    product: Product | CatalogueError
    digest: str


class Shelf:
    """Reads the stock. ``starter`` is a products.jsonl, ``words`` the vocabulary's file."""

    def __init__(self, starter: Path, words: Path, store: CatalogueStore) -> None:
        self._starter_path, self._words, self._store = starter, words, store
        self._revision = 0
        self._additions: tuple[str, ...] = ()
        self._vocabulary: Vocabulary | None = None
        self._starter: list[_Read] = []
        self._rows: dict[str, _Read] = {}

    def has_changed(self) -> bool:
        """Is there something newer than what ``read`` last gave?"""
        return self._vocabulary is None or self._store.revision() != self._revision

    def read(self) -> Stock:
        """The stock as it stands. Not for several threads at once."""
        # The revision is read before the rows: a change in between is read twice, never missed.
        revision = self._store.revision()
        additions = self._store.vocabularies()
        if self._vocabulary is None or additions != self._additions:
            vocabulary = load_vocabulary(self._words, additions)
            self._rows, self._revision = {}, 0  # other words may make other records sound
            self._starter = self._read_starter(vocabulary)
            self._vocabulary, self._additions = vocabulary, additions
        for row in self._store.rows(self._revision):
            if row.record is None:
                self._rows.pop(row.product_id, None)
            else:
                self._rows[row.product_id] = _read(row, row.record, self._vocabulary)
        self._revision = revision
        return self._stock(self._vocabulary)

    def _read_starter(self, vocabulary: Vocabulary) -> list[_Read]:
        lines = self._starter_path.read_text(encoding="utf-8").splitlines()
        return [
            _read(StoredRow("", STARTER, place, line), line, vocabulary)
            for place, line in enumerate(lines)
            if line.strip()
        ]

    def _stock(self, vocabulary: Vocabulary) -> Stock:
        hidden = {source.name for source in self._store.sources() if not source.is_shown}
        shown = [*self._starter, *self._rows.values()]
        shown = [one for one in shown if one.row.source not in hidden]
        shown.sort(key=lambda one: (one.row.source != STARTER, one.row.source, one.row.place))
        products: dict[str, Product] = {}
        errors = []
        digest = hashlib.sha256(json.dumps(self._additions).encode())
        for one in shown:
            if isinstance(one.product, CatalogueError):
                errors.append(one.product)
            elif one.product.id in products:
                errors.append(_twin(one.row, one.product))
            else:
                products[one.product.id] = one.product
                digest.update(one.digest.encode())
        return Stock(
            self._revision, digest.hexdigest(), tuple(products.values()), vocabulary, tuple(errors)
        )


def _read(row: StoredRow, record: str, vocabulary: Vocabulary) -> _Read:
    """A wrong row costs only itself: a shop would rather open without one ring than not at all."""
    product: Product | CatalogueError
    try:
        product = read_row(row.place + 1, record, vocabulary)
    except CatalogueError as error:
        log.warning("left out of the shop: %s, %s", row.source, error)
        product = error
    return _Read(row, product, hashlib.sha256(record.encode()).hexdigest())


def _twin(row: StoredRow, product: Product) -> CatalogueError:
    return CatalogueError(row.place + 1, "id", product.id, "an id that no other source has")
