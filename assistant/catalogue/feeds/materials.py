"""What a piece is made of, as far as its row says so without contradicting itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from assistant.catalogue.feeds.cells import Cell, Piece
from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.wording import Mention, TermReader, one_of

_SLOTS = ("metal", "metal_colour", "purity", "plating")
_NAMED_COLOURS = {"gold": "yellow", "silver": "white"}


@dataclass(frozen=True)
class Material:
    """Terms of the vocabulary; None is not stated."""

    metal: str | None = None
    metal_colour: str | None = None
    purity: str | None = None
    plating: str | None = None


def read_material(piece: Piece, terms: TermReader, prose: str) -> Material:
    """Metal, colour, purity and plating; what the prose contradicts is left not stated."""
    found = _from_material(piece, terms)
    for slot in ("metal", "purity", "plating"):
        if value := piece.read(slot, partial(read_term, slot=slot, terms=terms)):
            found[slot] = {value}
    material = Material(
        metal=_single(piece, "metal", found["metal"]),
        metal_colour=_single(piece, "metal_colour", found["metal_colour"]),
        purity=_single(piece, "purity", found["purity"]),
        plating=_single(piece, "plating", found["plating"]),
    )
    if len(found["metal"]) > 1:
        material = replace(material, purity=None)
    material = _fit_purity(piece, material)
    material = _check_prose(piece, material, terms.mentions(prose))
    colour = piece.read("metal_colour", lambda cell: _read_colour(cell, terms, material))
    return replace(material, metal_colour=colour or material.metal_colour)


def read_term(cell: Cell, slot: str, terms: TermReader) -> str:
    """The one term of a slot that the words name. Raises Unreadable for none or several."""
    words = cell.words.strip().lower()
    if terms.vocabulary.has(slot, words):
        return words
    found = terms.terms(cell.words, slot)
    certain = one_of(found)
    if len(found) == 1 and not certain:
        raise Unreadable("may be " + " or ".join(found[0]))
    if len(certain) > 1 or len(found) > 1:
        raise Unreadable("several at once: " + ", ".join(sorted(v for vs in found for v in vs)))
    if not certain:
        notes = [one.note for one in terms.mentions(cell.words) if one.note]
        raise Unreadable(notes[0] if notes else f"no {slot.replace('_', ' ')} of the vocabulary")
    return certain.pop()


def _from_material(piece: Piece, terms: TermReader) -> dict[str, set[str]]:
    """All that the ``material`` column says, part by part: 'rose gold, leather'."""
    found: dict[str, set[str]] = {slot: set() for slot in _SLOTS}
    cell = piece.cell("material")
    for part in cell.parts() if cell else []:
        mentions = terms.mentions(part)
        relevant = [one for one in mentions if set(one.means) & set(_SLOTS)]
        for mention in relevant:
            for slot in _SLOTS:
                values = mention.means.get(slot, ())
                if len(values) == 1:
                    found[slot].add(values[0])
                elif values:
                    piece.warn(slot, part, "may be " + " or ".join(values))
        notes = [one.note for one in mentions if one.note and not one.means]
        if notes:
            piece.warn("material", part, notes[0])
        elif not relevant:
            piece.warn("material", part, "no metal of the vocabulary")
    return found


def _single(piece: Piece, slot: str, values: Iterable[str]) -> str | None:
    known = sorted(values)
    if len(known) > 1:
        reason = f"several at once ({', '.join(known)}): which is the piece's?"
        piece.warn(slot, ", ".join(known), reason)
        return None
    return known[0] if known else None


def _metal_of(purity: str) -> str | None:
    """The metal that a purity is a purity of, where the term itself says so."""
    if purity.endswith("k"):
        return "gold"
    if purity == "925":
        return "silver"
    return {"pt": "platinum", "pd": "palladium"}.get(purity[:2])


def _fit_purity(piece: Piece, material: Material) -> Material:
    """A karat is gold's; a purity beside another metal, or on a mere layer, states nothing."""
    if material.purity is None:
        return material
    meant = _metal_of(material.purity)
    if material.metal is None:
        if material.plating not in (None, "none") or piece.cell("metal"):
            return replace(material, purity=None)
        return replace(material, metal=meant)
    if meant is not None and meant != material.metal:
        piece.warn("purity", material.purity, f"does not fit {material.metal}")
        return replace(material, purity=None)
    return material


def _check_prose(piece: Piece, material: Material, prose: tuple[Mention, ...]) -> Material:
    """The row against itself: '14K Gold' described as '18K gold', or as 'goldtone'."""
    if material.metal:
        for mention in prose:
            if mention.denies == material.metal:
                reason = f"the text says '{mention.words}': {mention.note}"
                piece.warn("metal", material.metal, reason)
                return replace(material, metal=None, purity=None)
    if material.purity:
        own = _metal_of(material.purity) or material.metal
        said = {
            value
            for mention in prose
            for value in one_of([mention.means.get("purity", ())])
            if _metal_of(value) == own
        }
        if said and material.purity not in said:
            reason = f"the text says {', '.join(sorted(said))}: the row contradicts itself"
            piece.warn("purity", material.purity, reason)
            return replace(material, purity=None)
    return material


def _read_colour(cell: Cell, terms: TermReader, material: Material) -> str:
    """A colour column; a metal's name in it is a colour if the piece is of that metal or none."""
    if terms.terms(cell.words, "metal_colour"):
        return read_term(cell, "metal_colour", terms)
    named = one_of(terms.terms(cell.words, "metal"))
    if len(named) != 1 or not named & set(_NAMED_COLOURS):
        return read_term(cell, "metal_colour", terms)
    metal = named.pop()
    if {metal, material.metal} == set(_NAMED_COLOURS):
        raise Unreadable(f"the material is {material.metal}: the row contradicts itself")
    return _NAMED_COLOURS[metal]
