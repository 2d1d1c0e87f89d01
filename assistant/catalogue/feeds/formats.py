"""A product file as rows of named texts, whatever its format.

``open_feed`` finds out the format; ``Feed.rows`` streams. A row that cannot be read carries its
``problem`` instead of values, so that the rest of the file still comes in.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from assistant.catalogue.feeds.encoding import detect_encoding
from assistant.catalogue.feeds.errors import FeedError

Format = Literal["csv", "shopify", "google", "google-xml", "json", "facet"]
LARGEST_FILE_BYTES = 256 * 1024 * 1024
MOST_ROWS = 500_000
LONGEST_CELL = 131_072  # characters, as csv.field_size_limit() has it


@dataclass(frozen=True)
class RawRow:
    """One row, line or item. ``number`` is what the merchant sees: the spreadsheet's row (the
    header is row 1), the line of a JSON Lines file, or the item counted from 1."""

    number: int
    values: Mapping[str, str]
    problem: str | None = None


@dataclass(frozen=True)
class Feed:
    """A file whose format is known. ``columns`` are those of its rows, in the file's order."""

    path: Path
    format: Format
    columns: tuple[str, ...]
    read: Callable[[], Iterator[RawRow]] = field(repr=False)

    def rows(self) -> Iterator[RawRow]:
        """Every row, streamed. Raises FeedError past MOST_ROWS."""
        for at, row in enumerate(self.read()):
            if at >= MOST_ROWS:
                raise FeedError(f"{self.path.name} has more than {MOST_ROWS} rows: split it")
            yield row


def open_feed(path: Path, encoding: str | None = None, delimiter: str | None = None) -> Feed:
    """The feed in ``path``. Raises FeedError, with what to do, for one that cannot be read."""
    # The readers import RawRow from here, so they are fetched when needed.
    from assistant.catalogue.feeds import json_rows, tables, xml_items

    _check_size(path)
    encoding = encoding or detect_encoding(path)
    start = _first_words(path, encoding)
    if start.startswith("<"):
        return xml_items.open_xml(path)
    if start.startswith(("{", "[")):
        return json_rows.open_json(path, encoding)
    return tables.open_table(path, encoding, delimiter)


def _check_size(path: Path) -> None:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FeedError(f"{path} cannot be read: {error.strerror}") from error
    if not path.is_file():
        raise FeedError(f"{path} is no file")
    if size > LARGEST_FILE_BYTES:
        raise FeedError(f"{path.name} has {size} bytes; at most {LARGEST_FILE_BYTES} are read")
    if size == 0:
        raise FeedError(f"{path.name} is empty")


def _first_words(path: Path, encoding: str) -> str:
    try:
        with path.open(encoding=encoding, errors="replace") as file:
            return file.read(4096).lstrip("\ufeff \t\r\n")
    except LookupError as error:
        raise FeedError(f"'{encoding}' is no encoding") from error


def is_own_record(line: str) -> bool:
    """Is this a line of Facet's own products.jsonl?"""
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and {"id", "price_minor", "currency"} <= set(record)
