"""Answers to the open question, tapped or typed: 'cn', '大陆码', 'the latter', 'either', 'skip'.

Most answers need no help ('the white gold one' is a wish like any other); this reads those that
mean something only because the question was asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from assistant import measures
from assistant.constraints import Edit, Want
from assistant.measures import RingScale
from assistant.terms import Vocabulary
from assistant.turn import Question
from assistant.understanding.cues.goods import EITHER
from assistant.understanding.places import find_places
from assistant.understanding.ring_sizes import bare_scale, is_likely

_SCALES: dict[RingScale, re.Pattern[str]] = {
    "cn": re.compile(r"\bcn\b|\bchin(?:a|ese)\b|\bmainland\b|大陆|内地|国内|国标|中国"),
    "hk": re.compile(r"\bhk\b|\bhong kong\b|港|香港"),
    "us": re.compile(r"\bus\b|\busa\b|\bamerican?\b|美(?:码|号|国)"),
    "uk": re.compile(r"\buk\b|\bbritish\b|英(?:码|号|国)"),
    "eu": re.compile(r"\beu\b|\beuropean?\b|欧(?:码|号|洲)"),
    "jp": re.compile(r"\bjp\b|\bjapan(?:ese)?\b|日(?:码|号|本)"),
    "it": re.compile(r"\bital(?:y|ian)\b|意大利"),
}
_FORMER = re.compile(r"\bformer\b|前者|前面(?:那)?(?:个|种)")
_LATTER = re.compile(r"\blatter\b|后者|后面(?:那)?(?:个|种)")
_BOTH = re.compile(r"^(?:either|both|any|都|两)")
_FEW_CHARACTERS = 24


@dataclass(frozen=True)
class Answer:
    """What an answer says: the wishes it sets, the pieces it picks, or on which scale the size is
    that was asked about ('hk:12')."""

    edits: tuple[Edit, ...] = ()
    product_ids: tuple[str, ...] = ()
    size: str | None = None


def read_answer(text: str, question: Question | None, vocabulary: Vocabulary) -> Answer | None:
    """The answer that folded ``text`` gives to ``question``; None where it says nothing that only
    the question explains."""
    if question is None or not text:
        return None
    chosen = _chosen(text, question)
    if question.slot == "product":
        return Answer(product_ids=chosen) if chosen else None
    if chosen and asks_of_a_size(question):
        return Answer(size=chosen[0])
    if chosen:
        return Answer(_edits(question.slot, chosen, vocabulary))
    if is_about_meaning(question) and EITHER.search(text) and _BOTH.search(text):
        return Answer(_edits(question.slot, question.options, vocabulary))
    return None


def asks_of_a_size(question: Question) -> bool:
    """Was it asked in answer to 'what size is 12号', and not of pieces that are looked for (which
    would have been counted)? What is told then is a size, and no wish."""
    return question.slot == "ring_size_mm" and is_about_meaning(question) and not question.counts


def is_about_meaning(question: Question) -> bool:
    """Was it asked what the shopper's own words mean ('gold+white', 'cn:12')?"""
    return any("+" in option or ":" in option for option in question.options)


def _chosen(text: str, question: Question) -> tuple[str, ...]:
    options = question.options
    exact = tuple(one for one in options if text == one.lower())
    if exact:
        return exact
    if question.slot != "product":
        if not is_about_meaning(question) or len(text) > _FEW_CHARACTERS:
            return ()
        scale = next((one for one, names in _SCALES.items() if names.search(text)), None)
        other = _on_unlisted_scale(text, options)
        if other:
            return (other,)
        named = tuple(one for one in options if scale and one.startswith(f"{scale}:"))
        if len(named) == 1:
            return named
        sizes = tuple(one for one in options if _ends_in(text, one.partition(":")[2]))
        if len(sizes) == 1:  # '6' of US 6 and US 7
            return sizes
        if _FORMER.search(text):
            return options[:1]
        if _LATTER.search(text):
            return options[-1:]
    places = find_places(text, len(options))
    return tuple(options[place - 1] for place in places if 1 <= place <= len(options))


def _ends_in(text: str, number: str) -> bool:
    """Is ``number`` the only one that folded ``text`` names?"""
    return re.findall(r"\d+(?:\.\d+)?", text) == [number]


def _on_unlisted_scale(text: str, options: Iterable[str]) -> str | None:
    """'US', where the mainland's and Hong Kong's were offered: the number may be on that one."""
    scale = bare_scale(text)
    numbers = {option.partition(":")[2] for option in options if ":" in option}
    if scale is None or len(numbers) != 1 or any(one.startswith(scale) for one in options):
        return None
    number = numbers.pop()
    return f"{scale}:{number}" if is_likely(scale, float(number)) else None


def _edits(slot: str, options: Iterable[str], vocabulary: Vocabulary) -> tuple[Edit, ...]:
    """The wishes of one option; of several, those that all of them make: 'platinum' or
    'gold+white' both wish for a metal, and only one for a colour."""
    meanings = [_wishes(slot, option, vocabulary) for option in options]
    shared = set(meanings[0]).intersection(*meanings[1:]) if meanings else set()
    edits: list[Edit] = []
    for one in sorted(shared):
        values = [meaning[one] for meaning in meanings]
        terms = [term for value in values if isinstance(value, tuple) for term in value]
        if terms:
            edits.append(Want(one, tuple(dict.fromkeys(terms))))
        elif len(values) == 1:
            edits.append(Want(one, values[0]))
    return tuple(edits)


def _wishes(slot: str, option: str, vocabulary: Vocabulary) -> dict[str, tuple[str, ...] | float]:
    scale, _, size = option.partition(":")
    known = next((one for one in measures.RING_SCALES if one == scale), None)
    if size and known:
        low, high = measures.ring_to_mm(known, size)
        return {"ring_size_mm": round((low + high) / 2, 1)}
    wishes: dict[str, tuple[str, ...] | float] = {}
    for part in option.split("+"):
        slots = (slot, "metal", "metal_colour")
        named = next((one for one in slots if vocabulary.has(one, part)), slot)
        wishes[named] = (part,)
    return wishes
