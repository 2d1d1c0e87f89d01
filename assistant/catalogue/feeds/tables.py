"""Tables: CSV with any delimiter, the Shopify products export, Google's feed as TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.formats import Feed, Format, RawRow
from assistant.catalogue.feeds.text import clean_text

_DELIMITERS = ",;\t|"
_LOOKED_AT = 50
_SHOPIFY = {"Handle", "Title", "Variant Price"}
_GOOGLE = {"id", "title", "link", "image_link", "price", "availability"}
_MOST_COLUMNS = 1_000


def open_table(path: Path, encoding: str, delimiter: str | None = None) -> Feed:
    """A table whose first row names the columns. Raises FeedError if it has none."""
    delimiter = delimiter or _find_delimiter(path, encoding)

    def records() -> Iterator[tuple[int, list[str] | str]]:
        return _records(path, encoding, delimiter)

    header = next((row for _, row in records() if isinstance(row, list)), [])
    names = tuple(_column_names(header))
    if not any(names):
        raise FeedError(f"{path.name} has no header row that names its columns")
    if set(names) >= _SHOPIFY:
        options = _option_columns(_named(records(), names))
        columns = (*(one for one in names if not _is_option(one)), *options, *_DERIVED)
        return Feed(path, "shopify", columns, lambda: _shopify(_named(records(), names)))
    known: Format = "google" if len(_GOOGLE & {_fold(one) for one in names}) >= 5 else "csv"
    return Feed(path, known, names, lambda: _named(records(), names))


def _fold(name: str) -> str:
    return name.strip().lower().removeprefix("g:").replace(" ", "_")


def _find_delimiter(path: Path, encoding: str) -> str:
    """The delimiter with which most rows are as wide as the header, and the widest."""

    def score(delimiter: str) -> tuple[float, int]:
        rows = []
        for _, row in _records(path, encoding, delimiter):
            if isinstance(row, list) and row:
                rows.append(len(row))
            if len(rows) == _LOOKED_AT:
                break
        if not rows or rows[0] < 2:
            return (0.0, 0)
        return (rows.count(rows[0]) / len(rows), rows[0])

    best = max(_DELIMITERS, key=score)
    return best if score(best)[1] else ","


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[tuple[int, list[str] | str]]:
    """Rows counted as a spreadsheet counts them; a string is what is wrong with a row."""
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        number = 0
        while True:
            number += 1
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield number, f"the row cannot be read: {error}"
            except UnicodeDecodeError as error:
                raise FeedError(
                    f"{path.name} is not all {encoding}: {error.reason} near row {number}"
                ) from error
            else:
                yield number, row


def _column_names(header: Iterable[str]) -> Iterator[str]:
    """Unique names: nameless columns are called by their place, repeated ones counted."""
    seen: dict[str, int] = {}
    for at, cell in enumerate(header, start=1):
        if at > _MOST_COLUMNS:
            raise FeedError(f"more than {_MOST_COLUMNS} columns: is this a table of products?")
        name = clean_text(cell)[:80] or f"column {at}"
        seen[name] = seen.get(name, 0) + 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _named(
    records: Iterator[tuple[int, list[str] | str]], names: tuple[str, ...]
) -> Iterator[RawRow]:
    header_seen = False
    for number, row in records:
        if isinstance(row, str):
            yield RawRow(number, {}, row)
        elif not header_seen:
            header_seen = True
        elif any(cell.strip() for cell in row):
            if len(row) > len(names) and any(cell.strip() for cell in row[len(names) :]):
                problem = (
                    f"{len(row)} cells under {len(names)} columns: quote cells with separators"
                )
                yield RawRow(number, {}, problem)
            else:
                yield RawRow(number, dict(zip(names, row, strict=False)))


# Shopify: one row a variant or picture, bound by Handle; later rows leave the product's texts out.
_SETS = ("Option1", "Option2", "Option3")
_DERIVED = ("Variant Availability",)


def _is_option(column: str) -> bool:
    return column.startswith(_SETS) and column.endswith((" Name", " Value"))


def _option_columns(rows: Iterable[RawRow]) -> list[str]:
    names: dict[str, None] = {}
    for row in rows:
        for option in _SETS:
            name = clean_text(row.values.get(f"{option} Name", ""))
            if name and name != "Title":
                names[f"Option {name}"] = None
    return list(names)


def _shopify(rows: Iterable[RawRow]) -> Iterator[RawRow]:
    """Options under their own names ('Option Size': '7'), stock only where it is counted."""
    handle, options = "", dict[str, str]()
    for row in rows:
        values = dict(row.values)
        if values.get("Handle", "").strip() != handle:
            handle, options = values.get("Handle", "").strip(), {}
        for option in _SETS:
            name = clean_text(values.pop(f"{option} Name", ""))
            value = values.pop(f"{option} Value", "")
            options[option] = name or options.get(option, "")
            if options[option] not in ("", "Title"):
                values[f"Option {options[option]}"] = value
        _count_stock(values)
        yield RawRow(row.number, values, row.problem)


def _count_stock(values: dict[str, str]) -> None:
    """Without an inventory tracker the quantity means nothing; with the policy 'continue' a piece
    that is gone can still be ordered."""
    if "Variant Inventory Tracker" in values and not values["Variant Inventory Tracker"].strip():
        values.pop("Variant Inventory Qty", None)
    quantity = values.get("Variant Inventory Qty", "").strip()
    gone = quantity.startswith("-") or quantity == "0"
    if gone and values.get("Variant Inventory Policy", "").strip().lower() == "continue":
        values["Variant Availability"] = "backorder"
        del values["Variant Inventory Qty"]
