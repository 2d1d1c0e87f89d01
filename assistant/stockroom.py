"""Brings a merchant's feed into the shop, from the file to the shelf.

    read -> check against what is there -> bring the pictures -> put, in one transaction

A row that is wrong costs only itself. Nothing is stored by a dry run, and nothing is withdrawn
while rows of the feed could not be read: a typing mistake must not take a ring off sale.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from assistant.catalogue.batch import STARTER, Batch, Changes
from assistant.catalogue.feeds.convert import import_feed
from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.export import staff_to_json, to_json
from assistant.catalogue.feeds.formats import Feed, open_feed
from assistant.catalogue.feeds.mapping import FeedMapping, load_mapping, read_mapping
from assistant.catalogue.feeds.propose import propose_mapping
from assistant.catalogue.feeds.report import ImportReport, Problem
from assistant.catalogue.images import ProductPictures
from assistant.catalogue.picture_import import Brought
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.terms import LANGUAGES, Vocabulary

_LONGEST_SOURCE = 64


class CatalogueStore(Protocol):
    """Where merchants' products are kept."""

    def vocabularies(self) -> tuple[str, ...]: ...
    def owners(self, ids: Sequence[str]) -> Mapping[str, str]: ...
    def put(self, batch: Batch) -> Changes: ...


class BringPictures(Protocol):
    """Pictures by path or address, kept for the shop."""

    def __call__(self, base: Path, places: Sequence[str], /) -> Iterator[Brought]: ...


@dataclass(frozen=True)
class Order:
    """What a merchant asks for. ``source`` names the feed in the shop, by default its file;
    ``vocabulary`` is a YAML file of terms; ``is_whole``: the feed lists all there is of it."""

    feed: Path
    mapping: Path | None = None
    vocabulary: Path | None = None
    source: str | None = None
    is_whole: bool = False
    is_dry: bool = False


@dataclass(frozen=True)
class Delivery:
    """What came of an order; ``changes`` is None after a dry run."""

    source: str
    report: ImportReport
    changes: Changes | None
    is_held_back: bool = False  # a whole feed withdrew nothing, because rows of it were lost


class Stockroom:
    """Takes deliveries for one shop."""

    def __init__(  # noqa: PLR0913 - what a delivery needs of the shop, each its own thing
        self,
        store: CatalogueStore,
        words: Path,
        starter_ids: frozenset[str],
        pictures: ProductPictures,
        bring: BringPictures,
        currency: str,
    ) -> None:
        """``currency`` is the shop's: that of feeds which name none."""
        self._store = store
        self._words = words
        self._starter_ids = starter_ids
        self._pictures = pictures
        self._bring = bring
        self._currency = currency

    def propose(self, order: Order) -> str:
        """A mapping for the feed, as YAML with comments. Raises FeedError."""
        vocabulary, _ = self._vocabulary(order)
        return propose_mapping(open_feed(order.feed), vocabulary, self._currency)

    def take(self, order: Order, report: Callable[[int, int], None]) -> Delivery:
        """Reads the feed and puts it into the shop; ``report`` hears of pictures done and to do.

        Raises FeedError, MappingError, VocabularyError or StorageError where nothing can come in.
        """
        source = order.source or order.feed.stem[:_LONGEST_SOURCE]
        if source == STARTER:
            raise FeedError(f"'{STARTER}' is Facet's own catalogue; name the feed with --source")
        vocabulary, addition = self._vocabulary(order)
        feed = open_feed(order.feed)
        found = self._without_strangers(
            import_feed(feed, self._mapping(order, feed, vocabulary), vocabulary), source
        )
        if order.is_dry:
            return Delivery(source, found, None)
        found = self._with_pictures(order.feed.parent, found, report)
        is_held_back = order.is_whole and bool(found.bad_rows)
        batch = Batch(
            source,
            tuple(map(to_json, found.products)),
            tuple(map(staff_to_json, found.staff)),
            addition,
            order.is_whole and not is_held_back,
        )
        return Delivery(source, found, self._store.put(batch), is_held_back)

    def _vocabulary(self, order: Order) -> tuple[Vocabulary, str | None]:
        """The shop's words with those that the order brings, refused where they contradict."""
        known = self._store.vocabularies()
        if order.vocabulary is None:
            return load_vocabulary(self._words, known), None
        addition = order.vocabulary.read_text(encoding="utf-8")
        return load_vocabulary(self._words, (*known, addition)), addition

    def _mapping(self, order: Order, feed: Feed, vocabulary: Vocabulary) -> FeedMapping | None:
        if order.mapping is not None:
            return load_mapping(order.mapping)
        if feed.format == "facet":
            return None
        return read_mapping(propose_mapping(feed, vocabulary, self._currency))

    def _without_strangers(self, report: ImportReport, source: str) -> ImportReport:
        """Leaves out rows whose id another source already holds."""
        owners = self._store.owners([product.id for product in report.products])
        taken = {one: owner for one, owner in owners.items() if owner != source}
        taken.update(dict.fromkeys(self._starter_ids & {p.id for p in report.products}, STARTER))
        problems = [
            Problem(
                report.row_of.get(one, 0),
                "id",
                one,
                f"already in the shop, from '{owner}'",
                "bad_row",
            )
            for one, owner in taken.items()
        ]
        return replace(
            report,
            products=tuple(one for one in report.products if one.id not in taken),
            staff=tuple(one for one in report.staff if one.product_id not in taken),
            problems=(*report.problems, *problems),
        )

    def _with_pictures(
        self, base: Path, found: ImportReport, report: Callable[[int, int], None]
    ) -> ImportReport:
        """Each product with the pictures that could be had, and a warning for every other."""
        wanted = {
            place: None
            for product in found.products
            for place in found.pictures.get(product.id, ())
            if self._pictures.find(place) is None  # an export of this shop names what it has
        }
        names: dict[str, str | None] = {}
        why_not: dict[str, str] = {}
        for number, brought in enumerate(self._bring(base, list(wanted)), start=1):
            names[brought.where] = brought.name
            why_not[brought.where] = brought.why_not
            report(number, len(wanted))
        warnings = [
            Problem(found.row_of.get(product.id, 0), "image", place, why_not[place], "warning")
            for product in found.products
            for place in found.pictures.get(product.id, ())
            if place in names and names[place] is None
        ]
        products = tuple(
            _pictured(one, [names.get(p, p) for p in found.pictures.get(one.id, ())])
            for one in found.products
        )
        return replace(found, products=products, problems=(*found.problems, *warnings))


def _pictured(product: Product, names: Sequence[str | None]) -> Product:
    """The product with its pictures; the name stands in for words about a picture."""
    had = [name for name in names if name]
    if not had:
        return replace(product, image=None, more_images=())
    alt = product.image_alt or {one: product.name[one] for one in LANGUAGES if one in product.name}
    return replace(product, image=had[0], more_images=tuple(had[1:]), image_alt=alt)
