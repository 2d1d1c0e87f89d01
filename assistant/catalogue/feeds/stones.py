"""The stones of a piece: kinds that the vocabulary knows, with what is stated of a single one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from assistant.catalogue.feeds.cells import Cell, Piece
from assistant.catalogue.feeds.materials import read_term
from assistant.catalogue.feeds.numbers import read_measure, read_whole
from assistant.catalogue.feeds.wording import TermReader, one_of
from assistant.catalogue.product import Stone

T = TypeVar("T")
_UNNAMED = frozenset({"gemstone", "gemstones", "stone", "stones", "gem", "gems", "宝石", "彩宝"})
_NO_STONES = frozenset({"无", "没有", "无石", "no", "no stone", "no stones"})
# Fields that belong to one stone: without knowing which of several, they state nothing.
_OF_ONE = (
    *("stone_colour", "cut", "carat", "stone_count", "stone_origin", "treatment"),
    *("colour_grade", "clarity", "cut_grade"),
)


def read_stones(piece: Piece, terms: TermReader, prose: str) -> tuple[Stone, ...]:
    """The stones in the feed's order. Those that the prose calls imitations are left out."""
    cell = piece.cell("stones")
    found: dict[str, Stone] = {}
    for part in cell.parts() if cell and cell.words.casefold() not in _NO_STONES else []:
        for name in _named(piece, terms, part):
            found.setdefault(name, _stone(name, terms, part))
    for mention in terms.mentions(prose):
        if mention.denies in found:
            piece.warn("stones", mention.denies, f"the text says '{mention.words}': {mention.note}")
            del found[mention.denies]
    return _with_details(piece, terms, tuple(found.values()))


def _named(piece: Piece, terms: TermReader, part: str) -> list[str]:
    kinds = terms.terms(part, "stone")
    for values in kinds:
        if len(values) > 1:
            piece.warn("stones", part, "may be " + " or ".join(values))
    names = [values[0] for values in kinds if len(values) == 1]
    notes = [one.note for one in terms.mentions(part) if one.note]
    if notes:
        piece.warn("stones", part, notes[0])
    elif not kinds:
        unnamed = set(part.casefold().split()) <= _UNNAMED
        piece.warn("stones", part, f"names no stone{'' if unnamed else ' of the vocabulary'}")
    return [name for name in names if name != "none"]


def _stone(name: str, terms: TermReader, part: str) -> Stone:
    """A stone with what its own words tell of it: 'round lab-grown diamond'."""

    def stated(slot: str) -> str | None:
        certain = one_of(terms.terms(part, slot))
        return certain.pop() if len(certain) == 1 else None

    colour, origin = stated("stone_colour"), stated("stone_origin")
    return Stone(
        name, colour, stated("cut"), None, None, None, None, origin, stated("treatment"),
        None, None, None,
    )  # fmt: skip


def _with_details(piece: Piece, terms: TermReader, stones: tuple[Stone, ...]) -> tuple[Stone, ...]:
    if len(stones) != 1:
        for name in _OF_ONE:
            if cell := piece.cell(name):
                reason = "of which of several stones?" if stones else "no stone to go with it"
                piece.warn(name, cell.words, reason)
        return stones
    stone = stones[0]

    def term(name: str, slot: str, known: str | None) -> str | None:
        return piece.read(name, lambda cell: read_term(cell, slot, terms)) or known

    def read(name: str, reader: Callable[[Cell], T]) -> T | None:
        return piece.read(name, reader)

    return (
        replace(
            stone,
            colour=term("stone_colour", "stone_colour", stone.colour),
            cut=term("cut", "cut", stone.cut),
            origin=term("stone_origin", "stone_origin", stone.origin),
            treatment=term("treatment", "treatment", stone.treatment),
            carat=read("carat", lambda cell: read_measure(cell.words, "carat", cell.unit)),
            count=read("stone_count", lambda cell: read_whole(cell.words)),
            colour_grade=read("colour_grade", lambda cell: cell.short(40)),
            clarity=read("clarity", lambda cell: cell.short(40)),
            cut_grade=read("cut_grade", lambda cell: cell.short(40)),
        ),
    )
