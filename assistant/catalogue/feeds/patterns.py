"""Regular expressions that a merchant's mapping may use, kept to those that stay quick.

A pattern runs over every row of an untrusted file, and a backtracking matcher can take years over
forty letters. So nothing unbounded may repeat something unbounded, at most three parts of a
pattern are unbounded, each of them matches at most 50 characters, and only the first 2,000
characters of a cell are looked at. That bounds the work for one cell to a fraction of a second.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.catalogue.feeds.errors import MappingError

LONGEST_PATTERN = 200
LONGEST_INPUT = 2_000
_MOST_REPEATS = 3
_REACH = 50
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
        return Pattern(written, re.compile(bounded, re.IGNORECASE))
    except (re.error, OverflowError, RecursionError) as error:
        raise MappingError(f"pattern '{written}' is no regular expression: {error}") from error


class _Bounder:
    """Copies a pattern, bounding its repeats and refusing those inside repeated groups."""

    def __init__(self, written: str) -> None:
        self._written, self._at = written, 0
        self._out: list[str] = []
        self._repeats = 0
        self._groups: list[bool] = []  # for each open group: does it repeat something?
        self._last_repeats = False  # does the part just closed repeat something?

    def bounded(self) -> str:
        while self._at < len(self._written):
            self._step(self._written[self._at])
        return "".join(self._out)

    def _step(self, char: str) -> None:
        if char == "\\":
            self._copy_escape()
        elif char == "[":
            self._copy_class()
        elif char == "(":
            self._open_group()
        elif char == ")":
            inner = self._groups.pop() if self._groups else False
            if self._groups:
                self._groups[-1] = self._groups[-1] or inner
            self._copy(1)
            self._last_repeats = inner
        elif char in "*+" or (char == "{" and _REPEAT.match(self._written, self._at)):
            self._repeat(char)
        else:
            self._copy(1)
            if char != "?":
                self._last_repeats = False

    def _copy(self, length: int) -> None:
        self._out.append(self._written[self._at : self._at + length])
        self._at += length

    def _copy_escape(self) -> None:
        if self._written[self._at + 1 : self._at + 2].isdigit():
            raise self._refuse("refers back to a group")
        self._copy(2)
        self._last_repeats = False

    def _copy_class(self) -> None:
        end = self._at + 1
        if self._written[end : end + 1] == "^":
            end += 1
        end += 1  # a bracket that comes first is a member
        while end < len(self._written) and self._written[end] != "]":
            end += 2 if self._written[end] == "\\" else 1
        self._copy(end + 1 - self._at)
        self._last_repeats = False

    def _open_group(self) -> None:
        self._groups.append(False)
        if self._written.startswith("(?", self._at):
            if not self._written.startswith("(?:", self._at):
                raise self._refuse("uses a group other than ( ) and (?: )")
            self._copy(3)
        else:
            self._copy(1)

    def _repeat(self, char: str) -> None:
        if self._last_repeats:
            raise self._refuse("repeats something that repeats")
        self._repeats += 1
        if self._repeats > _MOST_REPEATS:
            raise self._refuse(f"repeats more than {_MOST_REPEATS} parts")
        if char in "*+":
            self._out.append(f"{{{int(char == '+')},{_REACH}}}")
            self._at += 1
        else:
            self._bound_braces()
        if self._groups:
            self._groups[-1] = True
        self._last_repeats = True

    def _bound_braces(self) -> None:
        match = _REPEAT.match(self._written, self._at)
        if match is None:
            return
        least = min(int(match[1]), _REACH)
        most = _REACH if match[2] and not match[3] else min(int(match[3] or match[1]), _REACH)
        self._out.append(f"{{{least},{max(least, most)}}}" if match[2] else f"{{{least}}}")
        self._at = match.end()

    def _refuse(self, why: str) -> MappingError:
        return MappingError(
            f"pattern '{self._written}' {why}; allowed are letters, classes, ( ), (?: ), |, ? and "
            f"at most {_MOST_REPEATS} of * + {{n,m}}, none of them inside another"
        )
