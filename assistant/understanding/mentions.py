"""Finds the closed vocabulary in a sentence: the longest phrase at each place wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.terms import Phrase, Vocabulary
from assistant.understanding.text import space_scripts

_HYPHEN = re.compile(r"(?<=[a-z])-(?=[a-z])")


@dataclass(frozen=True, eq=False)
class Mention:
    """A phrase found at [start, end) of the folded text."""

    phrase: Phrase
    start: int
    end: int

    @property
    def means(self) -> Mapping[str, tuple[str, ...]]:
        """Slots and terms that the words stand for; empty for ignored words."""
        return self.phrase.means


class PhraseBook:
    """All phrases, ready to be found. Chinese matches anywhere, Latin words at word bounds."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._by_words = {
            space_scripts(_HYPHEN.sub(" ", unicodedata.normalize("NFKC", one.words))): one
            for one in vocabulary.phrases
        }
        self._lengths = sorted({len(words) for words in self._by_words}, reverse=True)

    def find(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Mention, ...]:
        """Mentions in reading order that do not touch the ``taken`` spans (amounts)."""
        blocked = [False] * len(text)
        for start, end in taken:
            blocked[start:end] = [True] * (end - start)
        found, at = [], 0
        while at < len(text):
            mention = None if blocked[at] else self._longest_at(text, at)
            if mention and not any(blocked[mention.start : mention.end]):
                found.append(mention)
                at = mention.end
            else:
                at += 1
        return tuple(found)

    def _longest_at(self, text: str, at: int) -> Mention | None:
        if _is_word(text[at]) and at and _is_word(text[at - 1]):
            return None
        for length in self._lengths:
            phrase = self._by_words.get(text[at : at + length])
            if phrase is None or at + length > len(text):
                continue
            end = _word_end(text, at + length)
            if end is not None:
                return Mention(phrase, at, end)
        return None


def _is_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _word_end(text: str, end: int) -> int | None:
    """Where the word ends, allowing an English plural or possessive; None inside a word."""
    if not _is_word(text[end - 1]):
        return end
    for suffix in ("", "s", "es", "'s", "s'"):
        stop = end + len(suffix)
        if text[end:stop] == suffix and (stop >= len(text) or not _is_word(text[stop])):
            return stop
    return None
