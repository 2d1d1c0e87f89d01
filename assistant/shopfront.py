"""The shop as it stands now: a stock, the search over it and the stages a turn walks through.

A turn takes the display once and keeps it to its end. When the catalogue changes, another display
is furnished beside it and put in its place by one assignment: no turn sees half a change. New
products are found by their words at once, and by meaning and looks as soon as they are encoded.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from assistant.catalogue.product import Product
from assistant.catalogue.shelf import Stock
from assistant.errors import AssistantError, StaleIndex
from assistant.search.index import VectorIndex
from assistant.search.searcher import CatalogueSearch
from assistant.search.vectors import VectorMaker
from assistant.stages import Stages
from assistant.terms import Vocabulary

log = logging.getLogger(__name__)
Report = Callable[[float], None]


@dataclass(frozen=True)
class Display:
    """What one turn sees of the shop."""

    stock: Stock
    products: Mapping[str, Product]
    search: CatalogueSearch
    stages: Stages


class Shelf(Protocol):
    """Where the stock is read from."""

    def has_changed(self) -> bool: ...
    def read(self) -> Stock: ...


class Shopfront:
    """Holds the display, and changes it when the shelf has changed.

    ``furnish`` makes the display of a stock; it gets the one before, whose work it may reuse.
    ``cache`` is the file where product vectors are kept, ``shipped`` the one that came with the
    starter catalogue: a first start then encodes nothing.
    """

    def __init__(
        self,
        shelf: Shelf,
        furnish: Callable[[Stock, Display | None], Display],
        cache: Path,
        shipped: Path | None = None,
    ) -> None:
        self._shelf = shelf
        self._furnish = furnish
        self._cache = cache
        self._shipped = shipped
        self._lock = threading.Lock()  # one change at a time; turns never wait for it
        self._maker: VectorMaker | None = None
        self._index: VectorIndex | None = None
        self._missing: tuple[Product, ...] = ()
        self._display = furnish(shelf.read(), None)

    @property
    def display(self) -> Display:
        """The shop at this moment; a turn asks once."""
        return self._display

    @property
    def vocabulary(self) -> Vocabulary:
        """The words the shop knows at this moment."""
        return self._display.stock.vocabulary

    def refresh(self) -> bool:
        """Takes in what is new on the shelf; whether there was anything."""
        with self._lock:
            if not self._shelf.has_changed():
                return False
            self._restock()
            self._encode_missing(lambda _: None)
            return True

    def use_encoder(self, maker: VectorMaker, report: Report) -> None:
        """Search by meaning and looks from now on: vectors come from the cache, or are made."""
        with self._lock:
            self._maker = maker
            self._index = _cached(self._cache, maker.encoder.name)
            self._match_vectors(self._display)
            self._take_shipped(maker)
            self._encode_missing(report)

    def watch(self, every_s: float = 1.0) -> Callable[[], None]:
        """Looks for changes in the background; gives a function that ends it, and returns when a
        change that is being taken in has been."""
        ended = threading.Event()

        def look() -> None:
            trouble = ""
            while not ended.wait(every_s):
                try:
                    self.refresh()
                    trouble = ""
                except AssistantError as error:  # a busy database: the shop stays as it is
                    if str(error) != trouble:  # said once, not every second
                        log.exception("the catalogue could not be read again; the shop stays")
                    trouble = str(error)

        watcher = threading.Thread(target=look, name="catalogue-watch", daemon=True)
        watcher.start()

        def end() -> None:
            ended.set()
            watcher.join()

        return end

    def _restock(self) -> None:
        display = self._furnish(self._shelf.read(), self._display)
        self._match_vectors(display)
        self._display = display
        log.info("the shop now has %d products", len(display.products))

    def _match_vectors(self, display: Display) -> None:
        """Gives the display's search the vectors that are still right; notes what is missing."""
        stock = display.stock
        self._missing = stock.products
        if self._maker is None or self._index is None:
            return
        self._index, self._missing = self._maker.carried_over(
            self._index, stock.products, stock.vocabulary, stock.digest
        )
        display.search.use_vectors(self._index)

    def _take_shipped(self, maker: VectorMaker) -> None:
        """Takes what is missing from the vectors that came with the catalogue, if still right."""
        shipped = _cached(self._shipped, maker.encoder.name) if self._shipped else None
        if shipped is None:
            return
        stock = self._display.stock
        more, self._missing = maker.carried_over(
            shipped, self._missing, stock.vocabulary, stock.digest
        )
        self._index = more if self._index is None else self._index.extended(more)
        self._display.search.use_vectors(self._index)

    def ship(self, ids: Sequence[str], path: Path) -> None:
        """Writes the vectors of these products, all of which have one, to go with a catalogue."""
        with self._lock:
            assert self._index is not None  # the caller waited for the vectors
            self._index.kept(ids, self._index.stamp).save(path, compact=True)

    def _encode_missing(self, report: Report) -> None:
        """Encodes block by block; a change of the shelf meanwhile is taken in between two."""
        if self._maker is None or not self._missing:
            return
        while self._missing:
            stock = self._display.stock
            for index in self._maker.completed(
                self._index, self._missing, stock.vocabulary, stock.digest, report
            ):
                self._index = index
                self._display.search.use_vectors(index)
                if self._shelf.has_changed():
                    self._restock()
                    break
            else:
                self._missing = ()
        if self._index is not None:
            self._index.save(self._cache)


def _cached(path: Path, model: str) -> VectorIndex | None:
    try:
        return VectorIndex.load(path, model)
    except StaleIndex as error:
        log.info("%s; they are made anew now", error)
        return None


class LiveProducts(Mapping[str, Product]):
    """The products on display, by id: always those of this moment."""

    def __init__(self, front: Shopfront) -> None:
        self._front = front

    def __getitem__(self, product_id: str) -> Product:
        return self._front.display.products[product_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._front.display.products)

    def __len__(self) -> int:
        return len(self._front.display.products)
