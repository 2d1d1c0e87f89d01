"""Rows that belong together: one product in several sizes, or several products under one name.

A Product has one price, one material and one length; variants that differ in those are products
of their own. What may differ within one product is the size of a ring or bangle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.catalogue.feeds.cells import Piece
from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.formats import RawRow
from assistant.catalogue.feeds.mapping import FeedMapping
from assistant.catalogue.feeds.numbers import (
    read_availability,
    read_measure,
    read_stock,
    stock_availability,
)
from assistant.catalogue.feeds.sizes import LENGTH_CATEGORIES, SLOTS, read_size
from assistant.catalogue.feeds.text import clip, stated
from assistant.catalogue.product import Availability, Size
from assistant.catalogue.staff import Variant

_DISTINGUISHING = (
    *("price", "sale_price", "currency", "material", "metal", "metal_colour", "purity", "plating"),
    *("stones", "stone_colour", "carat", "cut", "length_mm", "metal_weight_g"),
)
_OPTION = "Option "


def group_rows(rows: Iterable[RawRow], mapping: FeedMapping) -> Iterator[list[RawRow]]:
    """Rows that name the same group together, in the order of the first; without groups each row
    at once, so that a long feed is never held as a whole."""
    columns = mapping.columns("group")
    if not columns:
        yield from ([row] for row in rows)
        return
    groups: dict[str | int, list[RawRow]] = {}
    for row in rows:
        name = stated(row.values.get(columns[0])) if not row.problem else None
        groups.setdefault(row.number if name is None else name, []).append(row)
    yield from groups.values()


@dataclass(frozen=True)
class Part:
    """One product of a group: its own rows first, then the group's first row for the texts that
    the others leave out. ``options`` are the words that set it apart from its siblings."""

    rows: tuple[RawRow, ...]
    first: RawRow
    pictures: tuple[RawRow, ...]
    options: tuple[str, ...]
    alone: bool


def split_group(rows: Sequence[RawRow], mapping: FeedMapping, category: str) -> list[Part]:
    """The products of a group, in the order of their first rows."""
    if len(rows) == 1:
        return [Part((rows[0],), rows[0], (rows[0],), (), alone=True)]
    priced = [row for row in rows if _states(row, mapping.columns("price"))] or [rows[0]]
    bare = tuple(row for row in rows if row not in priced)
    own = _Distinguishing(rows, mapping, category)
    parts: dict[tuple[str, ...], list[RawRow]] = {}
    for row in priced:
        parts.setdefault(own.key(row), []).append(row)
    return [
        Part(
            tuple(own_rows),
            rows[0],
            (*own_rows, *(bare if at == 0 else ())),
            own.words(key, parts, own_rows),
            alone=len(parts) == 1,
        )
        for at, (key, own_rows) in enumerate(parts.items())
    ]


def _states(row: RawRow, columns: Iterable[str]) -> bool:
    return any(stated(row.values.get(column)) for column in columns)


class _Distinguishing:
    """What sets the products of a group apart: mapped facts, and options that no field reads."""

    def __init__(self, rows: Sequence[RawRow], mapping: FeedMapping, category: str) -> None:
        self._first, self._category = rows[0], category
        self._sizes = mapping.columns("size")
        self._prices = {*mapping.columns("price"), *mapping.columns("sale_price")}
        mapped = [column for name in _DISTINGUISHING for column in mapping.columns(name)]
        options = [c for row in rows for c in row.values if c.startswith(_OPTION)]
        texts = {*mapping.columns("name"), *mapping.columns("description")}
        columns = dict.fromkeys([*mapped, *options, *self._sizes])
        self._columns = [column for column in columns if column not in texts]

    def key(self, row: RawRow) -> tuple[str, ...]:
        """The row's values; rows of one product have the same."""
        return tuple(self._value(row, column) for column in self._columns)

    def _value(self, row: RawRow, column: str) -> str:
        """What a row says, else what the group's first row does, but for prices."""
        value = row.values.get(column, "").strip()
        if column in self._sizes:
            return value if self._is_length(value) else ""
        if value or column in self._prices:
            return value
        return self._first.values.get(column, "").strip()

    def _is_length(self, size: str) -> bool:
        """A ring's or bangle's size is one of several; a chain's is its length, and S or M says
        nothing that a product could state."""
        if self._category not in LENGTH_CATEGORIES:
            return False
        try:
            read_measure(size, "length")
        except Unreadable:
            return False
        return True

    def words(
        self, key: tuple[str, ...], keys: Iterable[tuple[str, ...]], rows: Sequence[RawRow]
    ) -> tuple[str, ...]:
        """The values of ``key`` that others lack; sizes where only the price differs."""
        differing = [at for at in range(len(key)) if len({one[at] for one in keys}) > 1]
        said = [key[at] for at in differing if key[at] and self._columns[at] not in self._prices]
        if not said and differing:
            sizes = (row.values.get(column, "") for row in rows for column in self._sizes)
            said = list(dict.fromkeys(filter(None, sizes)))
        return tuple(clip(one, 40) for one in said[:6])


def option_suffix(options: Sequence[str]) -> str:
    """Options as the end of an id: '14K Rose' as '14K-Rose'."""
    return re.sub(r"[^A-Za-z0-9]+", "-", " ".join(options)).strip("-")[:24]


@dataclass(frozen=True)
class Shelf:
    """What is there of a product: for shoppers, and counted for staff."""

    availability: Availability | None
    sizes: tuple[Size, ...]
    variants: tuple[Variant, ...]


@dataclass(frozen=True)
class _Stocked:
    size_mm: float | None
    count: int | None
    availability: Availability | None


def read_shelf(piece: Piece, rows: Sequence[RawRow], product_id: str) -> Shelf:
    """Sizes and stock of the product's own rows."""
    sized = piece.category in SLOTS
    stocked: list[_Stocked] = []
    variants: list[Variant] = []
    for row in rows:
        size = _size(piece, row) if sized else None
        count, availability = _stock(piece, row)
        stocked.append(_Stocked(size, count, availability))
        sku = piece.read("sku", lambda cell: cell.short(80), row)
        if sku or count is not None:
            variants.append(Variant(sku or product_id, size, count))
    return Shelf(_overall(stocked), tuple(_sizes(piece, stocked)), tuple(variants))


def _size(piece: Piece, row: RawRow) -> float | None:
    category = piece.category or ""
    return piece.read("size", lambda cell: read_size(cell.words, category, cell.unit), row)


def _sizes(piece: Piece, stocked: Sequence[_Stocked]) -> Iterator[Size]:
    slot = SLOTS.get(piece.category or "")
    by_size: dict[float, list[_Stocked]] = {}
    for one in stocked:
        if one.size_mm is not None:
            by_size.setdefault(one.size_mm, []).append(one)
    for mm in sorted(by_size):
        if slot:
            yield Size(slot, mm, _overall(by_size[mm]))


def _stock(piece: Piece, row: RawRow) -> tuple[int | None, Availability | None]:
    """The count and what both columns say together; unknown where they contradict each other."""
    counted: tuple[int | None, Availability] | None = piece.read(
        "stock", lambda cell: read_stock(cell.words), row
    )
    said: Availability | None = piece.read(
        "availability", lambda cell: read_availability(cell.words), row
    )
    if counted is None:
        return None, said
    count, availability = counted
    if said in (None, availability):
        return count, availability
    if said == "to_order" and availability == "sold_out":
        return count, said
    if {said, availability} == {"in_stock", "last_one"}:
        return count, availability
    piece.warn("availability", said, f"the stock column says {availability}", row)
    return count, None


def _overall(stocked: Sequence[_Stocked]) -> Availability | None:
    """Of all variants together: two last ones are two pieces; unknown if nobody knows."""
    counts = [one.count for one in stocked]
    known = {one.availability for one in stocked}
    if None not in known and all(count is not None for count in counts):
        total = sum(count or 0 for count in counts)
        if total or "to_order" not in known:
            return stock_availability(total)
    for availability in ("in_stock", "last_one"):
        if availability in known:
            several = [one for one in stocked if one.availability == "last_one"]
            return "in_stock" if len(several) > 1 else availability
    if None in known:
        return None
    return "to_order" if "to_order" in known else "sold_out"
