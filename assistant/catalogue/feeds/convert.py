"""A feed's rows as products, by its mapping and the vocabulary.

Pure: nothing is fetched or stored. Every row that does not come in is a problem with its number,
field, value and reason; all the others do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime

from assistant.catalogue.feeds import facts
from assistant.catalogue.feeds.cells import LeftRow, Piece
from assistant.catalogue.feeds.dates import read_day
from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.formats import Feed, RawRow, open_feed
from assistant.catalogue.feeds.mapping import FeedMapping
from assistant.catalogue.feeds.materials import read_material, read_term
from assistant.catalogue.feeds.own import import_own
from assistant.catalogue.feeds.pictures import MOST_PICTURES, split_pictures
from assistant.catalogue.feeds.pricing import read_pricing
from assistant.catalogue.feeds.report import ImportReport, Problem
from assistant.catalogue.feeds.stones import read_stones
from assistant.catalogue.feeds.text import LONGEST_NAME, LONGEST_TEXT, is_stand_in
from assistant.catalogue.feeds.variants import (
    Part,
    group_rows,
    option_suffix,
    read_shelf,
    split_group,
)
from assistant.catalogue.feeds.wording import TermReader
from assistant.catalogue.product import Product, Service
from assistant.catalogue.staff import StaffRecord
from assistant.terms import LANGUAGES, Language, Vocabulary


def import_feed(
    feed: Feed, mapping: FeedMapping | None, vocabulary: Vocabulary, today: date | None = None
) -> ImportReport:
    """Everything of the feed. ``mapping`` is None for Facet's own format alone; ``today`` decides
    whether a sale has begun (the day in UTC if not given). Raises FeedError for the whole file."""
    if feed.format == "facet":
        return import_own(feed, vocabulary)
    if mapping is None:
        raise FeedError(f"{feed.path.name} needs a mapping of its columns")
    if mapping.encoding or mapping.delimiter:
        feed = open_feed(feed.path, mapping.encoding, mapping.delimiter)
    mapping.check_columns(feed.columns)
    importer = _Importer(mapping, vocabulary, today or datetime.now(UTC).date())
    for rows in group_rows(importer.count(feed.rows()), mapping):
        importer.add_group(rows)
    known = mapping.used_columns() | set(mapping.ignore)
    return importer.report(tuple(one for one in feed.columns if one not in known))


class _Importer:
    """Collects what comes in, row by row."""

    def __init__(self, mapping: FeedMapping, vocabulary: Vocabulary, today: date) -> None:
        self._mapping, self._terms, self._today = mapping, TermReader(vocabulary), today
        self._products: dict[str, Product] = {}
        self._staff: list[StaffRecord] = []
        self._problems: list[Problem] = []
        self._pictures: dict[str, tuple[str, ...]] = {}
        self._row_of: dict[str, int] = {}
        self._rows = 0

    def count(self, rows: Iterator[RawRow]) -> Iterator[RawRow]:
        for row in rows:
            self._rows += 1
            yield row

    def report(self, unused: tuple[str, ...]) -> ImportReport:
        return ImportReport(
            tuple(self._products.values()),
            tuple(self._staff),
            tuple(sorted(self._problems, key=lambda one: one.row)),
            unused,
            self._pictures,
            self._rows,
            self._row_of,
        )

    def add_group(self, rows: Sequence[RawRow]) -> None:
        broken = [row for row in rows if row.problem]
        self._problems += [
            Problem(row.number, "(row)", "", row.problem or "", "bad_row") for row in broken
        ]
        if broken:
            return
        whole = Piece(rows, self._mapping)
        try:
            facts.check_on_sale(whole)
            category = facts.read_category_of(whole, self._terms)
        except LeftRow as left:
            self._problems.append(left.problem)
            return
        for part in split_group(rows, self._mapping, category):
            self._add_part(part, category)

    def _add_part(self, part: Part, category: str) -> None:
        piece = Piece(
            part.rows if part.first in part.rows else (*part.rows, part.first), self._mapping
        )
        piece.category = category
        try:
            self._add(piece, part)
        except LeftRow as left:
            self._problems.append(left.problem)
        else:
            self._problems += piece.problems

    def _add(self, piece: Piece, part: Part) -> None:
        product_id = self._id(piece, part)
        shelf = read_shelf(piece, part.rows, product_id)
        product = self._product(piece, part, product_id)
        product = facts.with_shelf(piece, product, shelf)
        record = facts.staff_record(piece, product_id, shelf.variants, product.price)
        self._products[product_id] = product
        self._row_of[product_id] = piece.row
        self._pictures[product_id] = self._pictures_of(part)
        if record:
            self._staff.append(record)

    def _id(self, piece: Piece, part: Part) -> str:
        given = piece.need("id", lambda cell: cell.words)
        is_shared = self._mapping.columns("id") == self._mapping.columns("group")
        if is_shared and part.first not in part.rows:
            given = f"{given}-{option_suffix(part.options) or piece.row}"
        product_id = facts.fit_id(piece, given)
        if product_id in self._products:
            raise piece.left("id", given, "an earlier row has this id")
        return product_id

    def _product(self, piece: Piece, part: Part, product_id: str) -> Product:
        name = self._texts(piece, "name", part)
        if not name:
            raise piece.left("name", "", "not stated")
        description = self._texts(piece, "description")
        prose = " . ".join([*name.values(), *description.values()])
        facts.check_category(piece, self._terms, " . ".join(name.values()))
        price = facts.read_price_of(piece, self._mapping, self._today)
        material = read_material(piece, self._terms, prose)
        return Product(
            id=product_id,
            name=name,
            description=description,
            category=piece.category or "",
            wearer=facts.read_wearer_of(piece),
            styles=facts.read_terms(piece, "styles", "style", self._terms),
            occasions=facts.read_terms(piece, "occasions", "occasion", self._terms),
            metal=material.metal,
            metal_colour=material.metal_colour,
            purity=material.purity,
            plating=material.plating,
            metal_weight_g=facts.read_measured(piece, "metal_weight_g", "weight"),
            stones=read_stones(piece, self._terms, prose),
            setting=self._term(piece, "setting"),
            clasp=self._term(piece, "clasp"),
            dimensions_mm=facts.read_dimensions(piece),
            length_mm=facts.read_length(piece),
            sizes=(),
            price=price,
            nickel=facts.read_nickel(piece),
            certificate=self._term(piece, "certificate"),
            certificate_number=piece.read("certificate_number", lambda cell: cell.short(80)),
            care=self._texts(piece, "care"),
            availability=None,
            lead_time_days=None,
            image=None,
            image_alt=name,
            pricing=read_pricing(piece, price, self._mapping.decimal),
            service=facts.read_service(piece) or Service(),
            post_metal=self._term(piece, "post_metal", "metal"),
            hypoallergenic=facts.read_hypoallergenic(piece),
            brand=piece.read("brand", lambda cell: cell.short(100)),
            link=facts.read_link(piece),
            listed_on=piece.read("listed_on", lambda cell: read_day(cell.words)),
            tags=facts.read_tags(piece),
        )

    def _term(self, piece: Piece, name: str, slot: str | None = None) -> str | None:
        return piece.read(name, lambda cell: read_term(cell, slot or name, self._terms))

    def _texts(self, piece: Piece, name: str, part: Part | None = None) -> Mapping[Language, str]:
        """A text in each language that the feed has it in; a part's name says its options."""
        suffix = f" ({', '.join(part.options)})" if part and not part.alone and part.options else ""
        texts: dict[Language, str] = {}
        for language in LANGUAGES:
            for field in (f"{name}.{language}", name):
                if field == name and language != self._mapping.language:
                    continue
                cell = piece.cell(field)
                longest = LONGEST_NAME if name == "name" else LONGEST_TEXT
                if cell and len(cell.words) > longest:
                    raise piece.left(name, cell.words, f"over {longest} characters")
                if cell and language not in texts:
                    texts[language] = f"{cell.words}{suffix}"
        return texts

    def _pictures_of(self, part: Part) -> tuple[str, ...]:
        """The part's pictures, main one first, not cleaned: an address is what it is.

        Where variants have pictures of their own, a gallery shows any of them: of several products
        under one name only the first may use it, and only if it has no other.
        """
        own = self._pictures_in(part.rows, "variant_image")
        shared = self._pictures_in(part.pictures, "image", "more_images")
        if part.alone:
            found = [*shared, *own]
        elif self._mapping.columns("variant_image"):
            found = own or (shared if part.first in part.rows else [])
        else:
            found = shared
        return tuple(dict.fromkeys(found))[:MOST_PICTURES]

    def _pictures_in(self, rows: Sequence[RawRow], *fields: str) -> list[str]:
        columns = [column for name in fields for column in self._mapping.columns(name)]
        return [
            picture
            for column in columns
            for row in rows
            for picture in split_pictures(row.values.get(column, ""))
            if not is_stand_in(picture)
        ]
