"""The rows of one product, read field by field as the mapping says.

A fact that cannot be taken over is a warning and stays unknown; only what a product cannot do
without (id, name, category, price) makes the row a bad one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.formats import RawRow
from assistant.catalogue.feeds.mapping import FeedMapping, Source
from assistant.catalogue.feeds.report import Problem, Severity
from assistant.catalogue.feeds.text import clip, split_parts, stated

T = TypeVar("T")
_LONGEST_FACT = 2_000


class LeftRow(Exception):
    """This product is not imported; carries why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.reason)
        self.problem = problem


@dataclass(frozen=True)
class Cell:
    """What one source states: ``words`` are clean, cut by its pattern and replaced by its map."""

    words: str
    source: Source

    @property
    def unit(self) -> str | None:
        """The unit that the mapping gives the column."""
        return self.source.unit

    def short(self, longest: int) -> str:
        """The words as they are. Raises Unreadable if there are too many: nothing is cut."""
        if len(self.words) > longest:
            raise Unreadable(f"over {longest} characters")
        return self.words

    def parts(self) -> list[str]:
        """The items of a list, each replaced by the map; those mapped to nothing are gone."""
        known = self.source.map
        meant = (known.get(part.casefold(), part) for part in split_parts(self.words))
        return [part for part in meant if part]


class Piece:
    """One product: its rows, first row first, and the problems found in them."""

    def __init__(self, rows: Sequence[RawRow], mapping: FeedMapping) -> None:
        self.rows, self.mapping = rows, mapping
        self.row = rows[0].number
        self.category: str | None = None
        self.problems: list[Problem] = []
        self._clean: dict[str, str | None] = {}

    def cells(self, name: str, row: RawRow | None = None) -> Iterator[Cell]:
        """What the sources of a field state, best first; nothing for those that state nothing.

        With ``row`` only that row is read, else the first row of the product that states it.
        """
        for source in self.mapping.sources(name):
            if source.only and self.category not in source.only:
                continue
            words = self._words(source, [row] if row else self.rows)
            if words is not None:
                yield Cell(words, source)

    def cell(self, name: str, row: RawRow | None = None) -> Cell | None:
        """What the best source states."""
        return next(self.cells(name, row), None)

    def _words(self, source: Source, rows: Sequence[RawRow]) -> str | None:
        words = None
        for row in rows:
            words = words or self._stated(row.values.get(source.column or ""))
        if words is not None and source.pattern:
            words = source.pattern.find(words)
        if words is not None and words.casefold() in source.map:
            words = source.map[words.casefold()]
        return words or source.default

    def _stated(self, cell: str | None) -> str | None:
        if not cell:
            return None
        if cell not in self._clean:
            self._clean[cell] = stated(cell)
        return self._clean[cell]

    def read(
        self, name: str, reader: Callable[[Cell], T | None], row: RawRow | None = None
    ) -> T | None:
        """A fact from the first source whose words can be read; a warning if none can."""
        failure: Problem | None = None
        for cell in self.cells(name, row):
            try:
                if len(cell.words) > _LONGEST_FACT:
                    raise Unreadable(f"over {_LONGEST_FACT} characters for one fact")
                return reader(cell)
            except Unreadable as error:
                at = (row or self.rows[0]).number
                failure = failure or Problem(at, name, clip(cell.words), str(error), "warning")
        if failure:
            self.problems.append(failure)
        return None

    def need(self, name: str, reader: Callable[[Cell], T | None]) -> T:
        """A fact that the product cannot do without. Raises LeftRow."""
        before = len(self.problems)
        found = self.read(name, reader)
        if found is None:
            told = self.problems[before:]
            value, reason = (told[0].value, told[0].reason) if told else ("", "not stated")
            raise self.left(name, value, reason)
        return found

    def warn(self, name: str, value: str, reason: str, row: RawRow | None = None) -> None:
        """Tells that a fact stays unknown, once."""
        at = (row or self.rows[0]).number
        problem = Problem(at, name, clip(value), reason, "warning")
        if problem not in self.problems:
            self.problems.append(problem)

    def left(self, name: str, value: str, reason: str, severity: Severity = "bad_row") -> LeftRow:
        """The error that keeps this product out."""
        return LeftRow(Problem(self.row, name, clip(value), reason, severity))
