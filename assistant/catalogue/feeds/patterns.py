"""Regular expressions that a merchant's mapping may use, kept to those that stay quick.

A pattern runs over every row of an untrusted file, and a backtracking matcher can take years over
forty letters. So a choice (* + ? {n,m} |) may not be repeated, a repeat matches at most 40
characters, and all the ways through a pattern together, the product of its choices, are limited;
only the first 2,000 characters of a cell are looked at. That bounds the work for one cell.
"""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass

from assistant.catalogue.feeds.errors import MappingError

LONGEST_PATTERN = 200
LONGEST_INPUT = 2_000
_MOST_WAYS = 40_000
_REACH = 40
_REPEAT = re.compile(r"\{(\d{1,3})(?:(,)(\d{0,3}))?\}")


@dataclass(frozen=True)
class Pattern:
    """A pattern as it was written, and the bounded expression that is run."""

    written: str
    expression: re.Pattern[str]

    def find(self, words: str) -> str | None:
        """The first group of the first match, the whole match without groups, None without one."""
        match = self.expression.search(words[:LONGEST_INPUT])
        if match is None:
            return None
        found = match[1] if self.expression.groups else match[0]
        return found or None


def read_pattern(written: str) -> Pattern:
    """The pattern, upper and lower case alike. Raises MappingError for one that may be slow."""
    if len(written) > LONGEST_PATTERN:
        raise MappingError(f"pattern '{written[:40]}…' has over {LONGEST_PATTERN} characters")
    bounded = _Bounder(written).bounded()
    try:
        with warnings.catch_warnings():  # of sets that a later Python may read otherwise
            warnings.simplefilter("ignore", FutureWarning)
            return Pattern(written, re.compile(bounded, re.IGNORECASE))
    except (re.error, OverflowError, RecursionError) as error:
        raise MappingError(f"pattern '{written}' is no regular expression: {error}") from error


class _Bounder:
    """Copies a pattern, bounding its repeats, counting its ways and refusing what may explode."""

    def __init__(self, written: str) -> None:
        self._written, self._at = written, 0
        self._out: list[str] = []
        self._ways = 1
        self._groups: list[bool] = []  # for each open group: does it hold a choice?
        self._branches = [1]  # of the whole pattern and each open group
        self._last_chooses = False  # does the part just copied hold a choice?

    def bounded(self) -> str:
        while self._at < len(self._written):
            self._step(self._written[self._at])
        self._count(self._branches[0])
        return "".join(self._out)

    def _step(self, char: str) -> None:
        if char == "\\":
            self._copy_escape()
        elif char == "[":
            self._copy_class()
        elif char == "(":
            self._open_group()
        elif char == ")":
            self._close_group()
        elif char in "*+?" or (char == "{" and _REPEAT.match(self._written, self._at)):
            self._repeat(char)
        else:
            if char == "|":
                self._branches[-1] += 1
                self._choose()
            self._copy(1)
            self._last_chooses = False

    def _copy(self, length: int) -> None:
        self._out.append(self._written[self._at : self._at + length])
        self._at += length

    def _copy_escape(self) -> None:
        if self._written[self._at + 1 : self._at + 2].isdigit():
            raise self._refuse("refers back to a group")
        self._copy(2)
        self._last_chooses = False

    def _copy_class(self) -> None:
        end = self._at + 1
        if self._written[end : end + 1] == "^":
            end += 1
        end += 1  # a bracket that comes first is a member
        while end < len(self._written) and self._written[end] != "]":
            end += 2 if self._written[end] == "\\" else 1
        self._copy(end + 1 - self._at)
        self._last_chooses = False

    def _open_group(self) -> None:
        self._groups.append(False)
        self._branches.append(1)
        if self._written.startswith("(?", self._at):
            if not self._written.startswith("(?:", self._at):
                raise self._refuse("uses a group other than ( ) and (?: )")
            self._copy(3)
        else:
            self._copy(1)

    def _close_group(self) -> None:
        chooses = self._groups.pop() if self._groups else False
        if len(self._branches) > 1:
            self._count(self._branches.pop())
        if chooses:
            self._choose()
        self._copy(1)
        self._last_chooses = chooses

    def _repeat(self, char: str) -> None:
        if char == "?":  # optional, or a lazy repeat: two ways either way
            self._count(2)
            self._copy(1)
        elif self._last_chooses:
            raise self._refuse("repeats something that has a choice in it")
        elif char in "*+":
            least = int(char == "+")
            self._out.append(f"{{{least},{_REACH}}}")
            self._count(_REACH + 1 - least)
            self._at += 1
        else:
            self._bound_braces()
        self._choose()
        self._last_chooses = True

    def _bound_braces(self) -> None:
        match = _REPEAT.match(self._written, self._at)
        if match is None:
            return
        least = min(int(match[1]), _REACH)
        most = least
        if match[2]:
            most = max(least, min(int(match[3] or _REACH), _REACH))
        self._out.append(f"{{{least},{most}}}")
        self._count(most + 1 - least)
        self._at = match.end()

    def _choose(self) -> None:
        if self._groups:
            self._groups[-1] = True

    def _count(self, ways: int) -> None:
        self._ways *= ways
        if self._ways > _MOST_WAYS:
            raise self._refuse("has too many choices")

    def _refuse(self, why: str) -> MappingError:
        return MappingError(
            f"pattern '{self._written}' {why}; allowed are letters, classes, ( ), (?: ), a few of "
            "* + ? | {n,m}, and none of those inside something repeated"
        )
