"""Proposes a mapping for a feed: from its headers, then from what its cells hold.

The proposal is YAML with a comment on everything that was not mapped and why; a merchant reads it,
changes what is wrong and keeps it. It never maps a price, a stock or a metal on a guess alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from assistant.catalogue.feeds.errors import MappingError, Unreadable
from assistant.catalogue.feeds.facts import is_vague, read_category
from assistant.catalogue.feeds.formats import Feed, RawRow
from assistant.catalogue.feeds.headers import (
    currency_of,
    field_of,
    fold_header,
    reason_to_ignore,
    unit_of,
)
from assistant.catalogue.feeds.mapping import REQUIRED, STAFF_FIELDS
from assistant.catalogue.feeds.numbers import read_price
from assistant.catalogue.feeds.pictures import is_address
from assistant.catalogue.feeds.text import stated
from assistant.catalogue.feeds.wording import TermReader, read_wearer
from assistant.catalogue.feeds.yaml_text import MappingText
from assistant.terms import Vocabulary

_LOOKED_AT = 2_000
_SHORT = 60
_FEWEST = 3  # cells to judge a column by
# Fields that several columns may feed, best first.
_SEVERAL = frozenset({"category", "more_images", "status", "size"})
_SHOP_SYSTEMS = ("shopify", "google", "google-xml")
_WEARER_PATTERN = r"\b(women|woman|ladies|men|man|gents|unisex)"
_TAXONOMIES = ("google product category", "product category")
_DECIMAL_COMMA = re.compile(r"\D*\d{1,3}(?:\.\d{3})*,\d\d\D*|\D*\d+,\d\d\D*")
# Facts that merchants write into their prose in one fixed way: pattern, and for which pieces.
_MEASURED = r"(\d+(?:[./]\d+)? ?(?:inch|inches|in|cm|mm))"
_PROSE: tuple[tuple[str, str, str], ...] = (
    ("length_mm", _MEASURED + " length", "necklace, pendant, bracelet, anklet"),
    ("dimensions_mm.height", _MEASURED + " length", "earrings"),
    ("dimensions_mm.diameter", _MEASURED + " diameter", "earrings"),
)


@dataclass
class _Column:
    """A column and what its cells hold, in a sample."""

    name: str
    cells: list[str] = field(default_factory=list)

    def share(self, test: Callable[[str], bool]) -> float:
        """Which part of the stated cells passes; 0 if none is stated."""
        return sum(map(test, self.cells)) / len(self.cells) if self.cells else 0.0


def propose_mapping(feed: Feed, vocabulary: Vocabulary, currency: str | None = None) -> str:
    """A mapping for ``feed``, as YAML to show, to read and to keep.

    ``currency`` is the shop's, for prices that name none. Raises MappingError if a field that
    every product needs is nowhere to be found.
    """
    return _Proposer(feed, TermReader(vocabulary), currency).text()


class _Proposer:
    def __init__(self, feed: Feed, terms: TermReader, currency: str | None) -> None:
        self._feed, self._terms, self._currency = feed, terms, currency
        rows = [row for row in islice(feed.rows(), _LOOKED_AT) if not row.problem]
        self._columns = {name: _Column(name, list(_cells(rows, name))) for name in feed.columns}
        self._found: dict[str, list[str]] = {}
        self._text = MappingText()

    def text(self) -> str:
        for column in self._columns.values():
            self._by_header(column)
        for name in [one for one in self._columns if one not in self._used()]:
            self._by_cells(self._columns[name])
        self._settle_identity()
        missing = [name for name in REQUIRED if not self._has(name) and name != "category"]
        if missing:
            raise MappingError(
                f"no column looks like {', '.join(missing)}; the columns are: "
                f"{', '.join(self._feed.columns)}. Write a mapping by hand."
            )
        self._write_head()
        self._write_fields()
        self._write_rest()
        return self._text.yaml()

    def _used(self) -> set[str]:
        return {column for columns in self._found.values() for column in columns}

    def _has(self, name: str) -> bool:
        return any(found == name or found.startswith(f"{name}.") for found in self._found)

    def _by_header(self, column: _Column) -> None:
        name = field_of(column.name)
        if name is None:
            return
        if not column.cells:
            self._text.skip(column.name, "no cell states anything")
        elif name in self._found and name not in _SEVERAL:
            self._text.skip(column.name, f"'{self._found[name][0]}' is the {name} already")
        elif reason := self._misfit(name, column):
            self._text.skip(column.name, reason)
        else:
            self._found.setdefault(name, []).append(column.name)

    def _misfit(self, name: str, column: _Column) -> str | None:
        """Why the cells are not what the header promises."""
        if name in ("price", "sale_price", "cost") and column.share(self._is_price) < 0.5:
            return f"looks like the {name} by its name, but its cells are no prices"
        if name == "category" and not column.share(self._may_be_category):
            return "names no category that the shop knows"
        if name == "metal_colour" and column.share(self._is_colour) < 0.5:
            return "colours, but not of metals"
        return None

    def _by_cells(self, column: _Column) -> None:
        """A column whose header says nothing: prices in a currency, terms, pictures."""
        if column.name in self._text.skipped:
            return
        if reason := reason_to_ignore(column.name):
            self._text.skip(column.name, reason)
            return
        for name, test in (
            ("image", _is_picture),
            ("category", self._is_category),
            ("material", lambda cell: bool(self._terms.terms(cell, "metal"))),
            ("stones", lambda cell: bool(self._terms.terms(cell, "stone"))),
        ):
            if len(column.cells) < _FEWEST:
                break
            short = column.share(lambda cell: len(cell) <= _SHORT) > 0.9 or name == "image"
            if name not in self._found and short and column.share(test) >= 0.6:
                self._found[name] = [column.name]
                return
        self._text.skip(column.name, self._why_unknown(column))

    def _why_unknown(self, column: _Column) -> str:
        if not column.cells:
            return "no cell states anything"
        if column.name.startswith("Option "):
            return "sets products apart; no fact of ours"
        if column.share(self._is_price) > 0.8 and column.share(lambda cell: "." in cell) > 0.5:
            return "amounts of some kind: map it by hand if it is a price or a cost"
        return "no fact that the shop knows of"

    def _settle_identity(self) -> None:
        """A group column that binds no rows together is none; Shopify's handle is id and group."""
        if self._feed.format == "shopify" and "id" in self._found:
            self._found["group"] = self._found["id"]
        elif "group" in self._found:
            cells = self._columns[self._found["group"][0]].cells
            if len(set(cells)) == len(cells):
                self._text.skip(self._found.pop("group")[0], "binds no two rows together")
        if "id" not in self._found and "sku" in self._found:
            self._found = {"id": self._found["sku"], **self._found}
        if self._feed.format == "shopify":
            for name in ("styles", "occasions"):
                self._found.setdefault(name, self._found.get("tags", []))

    def _is_price(self, cell: str) -> bool:
        try:
            read_price(cell, None if re.search(r"[^\d.,' ]", cell) else "USD")
        except Unreadable as error:
            return "say the currency" in str(error) or "zero" in str(error)
        return True

    def _is_colour(self, cell: str) -> bool:
        terms = self._terms
        return bool(terms.terms(cell, "metal_colour") or terms.terms(cell, "metal"))

    def _is_category(self, cell: str) -> bool:
        try:
            read_category(cell, self._terms)
        except Unreadable:
            return False
        return True

    def _may_be_category(self, cell: str) -> bool:
        return is_vague(cell) or self._is_category(cell)

    def _write_head(self) -> None:
        head = self._text.head
        head["source"] = self._feed.path.name
        names = [cell for one in self._found.get("name", []) for cell in self._columns[one].cells]
        chinese = sum(bool(re.search("[\u4e00-\u9fff]", cell)) for cell in names)
        head["language"] = "zh" if chinese * 2 > len(names) else "en"
        currency, note = self._feed_currency()
        if currency:
            head["currency"] = currency
        if note:
            self._text.notes["currency"] = note
        prices = self._columns[self._found["price"][0]].cells
        if any(map(_DECIMAL_COMMA.fullmatch, prices)):
            head["decimal"] = ","

    def _feed_currency(self) -> tuple[str | None, str | None]:
        if "currency" in self._found:
            return None, None
        if said := currency_of(self._found["price"][0]):
            return said, "as the column's name says"
        named: set[str] = set()
        for cell in self._columns[self._found["price"][0]].cells:
            if re.search(r"[^\d.,' ]", cell):
                try:
                    named.add(read_price(cell, None).currency)
                except Unreadable:
                    continue
        if len(named) == 1:
            return named.pop(), "as the prices say"
        if named:
            return None, None
        if self._text.head.get("language") == "zh" and self._shares_yen_sign():
            return "CNY", "the prices say ¥ and the texts are Chinese"
        if self._currency:
            return self._currency, "the feed names none: this is the shop's own"
        return None, "the feed names no currency: add 'currency: CNY' or another"

    def _shares_yen_sign(self) -> bool:
        cells = self._columns[self._found["price"][0]].cells
        return any(one[0] in "¥￥" for one in cells)

    def _write_fields(self) -> None:
        if "category" in self._found:  # the merchant's own words are finer than a taxonomy's
            self._found["category"].sort(key=lambda one: fold_header(one) in _TAXONOMIES)
        for name, columns in self._found.items():
            if not columns:
                continue
            section = self._text.staff if name in STAFF_FIELDS else self._text.fields
            section[name] = [self._source(name, column) for column in columns]
        self._add_name_to_category()
        self._add_wearer()
        self._add_prose()

    def _source(self, name: str, column: str) -> dict[str, object]:
        source: dict[str, object] = {"column": column}
        unit = unit_of(column, name)
        if name == "size" and unit is None:
            unit = _ring_scale(self._columns[column].cells)
            if unit:
                self._text.notes[name] = "the numbers look like this scale; check it"
        if unit:
            source["unit"] = unit
        return source

    def _add_name_to_category(self) -> None:
        """Rows whose category column says 'jewelry' are told apart by their names."""
        columns = self._found.get("category", [])
        readable = [self._columns[one].share(self._is_category) for one in columns]
        if max(readable, default=0.0) < 1.0:
            sources = self._text.fields.setdefault("category", [])
            sources += [{"column": one} for one in self._found.get("name", [])]
            if columns:
                self._text.notes["category"] = "where the first says no category, the name may"

    def _add_wearer(self) -> None:
        if "wearer" in self._found:
            return
        for column in self._found.get("category", []):
            cells = self._columns[column]
            if cells.share(lambda cell: read_wearer(cell) is not None) >= 0.3:
                self._text.fields["wearer"] = [{"column": column, "pattern": _WEARER_PATTERN}]
                return

    def _add_prose(self) -> None:
        for column in self._found.get("description", []):
            for name, pattern, only in _PROSE:
                expression = re.compile(pattern, re.IGNORECASE)
                hits = sum(bool(expression.search(cell)) for cell in self._columns[column].cells)
                if hits >= 2 and name not in self._found:
                    source = {"column": column, "pattern": pattern, "only": only.split(", ")}
                    self._text.fields[name] = [source]
                    self._text.notes[name] = f"written so in {hits} rows' prose"

    def _write_rest(self) -> None:
        for name in self._columns:
            if name not in self._used():
                self._text.skip(name, "no fact that the shop knows of")


def _cells(rows: Iterable[RawRow], name: str) -> Iterator[str]:
    for row in rows:
        if cell := stated(row.values.get(name)):
            yield cell


def _is_picture(cell: str) -> bool:
    first = cell.split("\n", maxsplit=1)[0].split("?", maxsplit=1)[0].lower()
    return first.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")) and (
        is_address(cell) or " " not in first
    )


def _ring_scale(cells: list[str]) -> str | None:
    """'us' for 3 to 15 in quarters, 'mm' for circumferences, if all bare numbers look like it."""
    numbers = [float(cell) for cell in cells if re.fullmatch(r"\d{1,2}(\.\d{1,2})?", cell)]
    if not numbers:
        return None
    if all(3 <= n <= 15 and (n * 4).is_integer() for n in numbers):
        return "us"
    return "mm" if all(44 <= n <= 75 for n in numbers) else None
