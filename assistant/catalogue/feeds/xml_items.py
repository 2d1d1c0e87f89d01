"""Google Merchant feeds as XML: RSS 2.0 and Atom, streamed.

A document type is refused, and with it every entity a file could define: no expansion, no
fetching. https://support.google.com/merchants/answer/7052112 (product data specification)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.parsers import expat

from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.formats import LONGEST_CELL, Feed, RawRow

_GOOGLE = "http://base.google.com/ns/1.0"
_CHUNK = 1 << 16
_DEEPEST = 12
_LOOKED_AT = 200


def open_xml(path: Path) -> Feed:
    """The feed. Raises FeedError for XML that is broken, that defines entities or has no items."""
    columns: dict[str, None] = {}
    for row in islice(_items(path), _LOOKED_AT):
        columns.update(dict.fromkeys(row.values))
    if not columns:
        raise FeedError(f"{path.name} has no <item> or <entry>: is it a product feed?")
    return Feed(path, "google-xml", tuple(columns), lambda: _items(path))


def _items(path: Path) -> Iterator[RawRow]:
    collector = _Collector(path.name)
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = collector.doctype
    parser.StartElementHandler = collector.start
    parser.EndElementHandler = collector.end
    parser.CharacterDataHandler = collector.characters
    with path.open("rb") as file:
        while True:
            chunk = file.read(_CHUNK)
            try:
                parser.Parse(chunk, not chunk)
            except expat.ExpatError as error:
                raise FeedError(
                    f"{path.name} is broken XML at line {error.lineno}: "
                    f"{expat.ErrorString(error.code)}"
                ) from error
            yield from collector.take()
            if not chunk:
                return


class _Collector:
    """Builds rows from the parser's events: an item's direct children are its cells."""

    def __init__(self, name: str) -> None:
        self._name, self._rows, self._number = name, list[RawRow](), 0
        self._path: list[str] = []
        self._cells: dict[str, str] | None = None
        self._googles = set[str]()
        self._item_depth = 0
        self._text: list[str] = []
        self._length = 0
        self._problem: str | None = None

    def doctype(self, *_: object) -> None:
        raise FeedError(f"{self._name} defines a document type (DOCTYPE); remove it")

    def take(self) -> list[RawRow]:
        rows, self._rows = self._rows, []
        return rows

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rsplit(" ", 1)[-1]
        self._path.append(name)
        if len(self._path) > _DEEPEST:
            raise FeedError(f"{self._name} is nested deeper than any product feed")
        if self._cells is None and local in ("item", "entry"):
            self._cells, self._item_depth, self._problem = {}, len(self._path), None
            self._number += 1
            self._googles = set()
        if self._cells is not None:
            self._text, self._length = [], 0
            if local == "link" and "href" in attributes:
                self._put("link", attributes["href"], name)

    def characters(self, words: str) -> None:
        if self._cells is None:
            return
        self._length += len(words)
        if self._length <= LONGEST_CELL:
            self._text.append(words)
        else:
            self._problem = f"a cell of more than {LONGEST_CELL} characters"

    def end(self, name: str) -> None:
        depth = len(self._path)
        if self._cells is not None and depth == self._item_depth:
            cells = {} if self._problem else self._cells
            self._rows.append(RawRow(self._number, cells, self._problem))
            self._cells = None
        elif self._cells is not None:
            local = (one.rsplit(" ", 1)[-1] for one in self._path[self._item_depth :])
            words = "".join(self._text).strip()
            if words:
                self._put(".".join(local), words, name)
            self._text = []
        self._path.pop()

    def _put(self, cell: str, words: str, name: str) -> None:
        """Repeated cells become one with | between them; Google's beat those of RSS (title)."""
        if self._cells is None:
            return
        googles = name.startswith(_GOOGLE)
        if cell in self._googles and not googles:
            return
        if googles and cell not in self._googles:
            self._googles.add(cell)
            self._cells.pop(cell, None)
        known = self._cells.get(cell)
        self._cells[cell] = words if known is None else f"{known} | {words}"
