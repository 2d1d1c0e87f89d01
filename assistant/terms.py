"""The closed vocabulary: every term Facet understands, its names in both languages, its parents.

Terms are data (``assets/knowledge/vocabulary.yaml``), read by ``catalogue.vocabulary``; this module
holds what a term is and the questions stages ask of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def spoken(words: Mapping[Language, str], language: Language) -> str:
    """A text in the language asked for, else in the one that the merchant wrote; "" for neither."""
    return words.get(language) or next(iter(words.values()), "")


@dataclass(frozen=True)
class Term:
    """One value of one slot: ``jadeite`` of ``stone``, under ``jade``."""

    slot: str
    value: str
    label: Mapping[Language, str]
    parent: str | None = None


@dataclass(frozen=True)
class Phrase:
    """Words that mean something. ``means`` maps slots to terms; empty: these words mean nothing."""

    words: str
    means: Mapping[str, tuple[str, ...]]
    ambiguous: str | None = None  # a question that the words raise: 白金 is platinum or white gold
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # parents of what it means
    is_stranger: bool = False  # something asked for that no term stands for: 'tiger eye'
    implies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # 18k is a purity of gold


@dataclass(frozen=True)
class Vocabulary:
    """All terms by (slot, value) and all phrases that lead to them."""

    by_key: Mapping[tuple[str, str], Term]
    phrases: tuple[Phrase, ...]
    ambiguities: Mapping[str, tuple[Mapping[str, tuple[str, ...]], ...]] = field(
        default_factory=dict
    )
    slips: Mapping[str, str] = field(default_factory=dict)  # miswritten words to the words meant

    def has(self, slot: str, value: str) -> bool:
        """Is this a term of the closed vocabulary?"""
        return (slot, value) in self.by_key

    def values(self, slot: str) -> tuple[str, ...]:
        """Every term of a slot, in the file's order."""
        return tuple(value for known, value in self.by_key if known == slot)

    def label(self, slot: str, value: str, language: Language) -> str:
        """The word to show. An unknown value shows as itself."""
        term = self.by_key.get((slot, value))
        return term.label[language] if term else value

    def labels(self, slot: str, values: Iterable[str], language: Language) -> str:
        """Several terms as one phrase: 'gold or silver', '黄金或银'."""
        joiner = " or " if language == "en" else "或"
        return joiner.join(self.label(slot, value, language) for value in values)

    def lineage(self, slot: str, value: str) -> tuple[str, ...]:
        """The term and its parents, nearest first: ('jadeite', 'jade')."""
        line: list[str] = []
        here: str | None = value
        while here is not None and here not in line:
            line.append(here)
            term = self.by_key.get((slot, here))
            here = term.parent if term else None
        return tuple(line)

    def satisfies(self, slot: str, value: str | None, wanted: Iterable[str]) -> bool:
        """Is ``value`` one of ``wanted`` or a child of one? An unstated value never is."""
        return value is not None and not set(self.lineage(slot, value)).isdisjoint(wanted)
