"""Wishes and remembered values as form fields, and what a filled form comes to.

A form arrives as ``{name: [value, ...]}`` from a visitor: every value is checked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from html import escape

from assistant.answers.options import slot_values
from assistant.catalogue.product import Product
from assistant.constraints import (
    TERM_SLOTS,
    Allow,
    Avoid,
    Clear,
    Constraints,
    Edit,
    Value,
    Want,
)
from assistant.measures import RING_RANGE_MM, RING_SCALES, mm_to_ring, ring_to_mm
from assistant.money import minor_per_major
from assistant.terms import Language, Vocabulary
from assistant.ui.slot_words import SCALES, SLOTS
from assistant.ui.wording import say

Form = Mapping[str, Sequence[str]]
# The least and the greatest that can be meant: more is a slip of the finger.
_RANGES: Mapping[str, tuple[float, float]] = {
    "price_min_minor": (1, 1e12),
    "price_max_minor": (1, 1e12),
    "bangle_mm": (30, 90),
    "length_mm": (50, 3000),
    "carat_min": (0.001, 10_000),
    "carat_max": (0.001, 10_000),
    "weight_g_min": (0.01, 10_000),
    "weight_g_max": (0.01, 10_000),
}
_PAIRS = (
    ("price_min_minor", "price_max_minor"),
    ("carat_min", "carat_max"),
    ("weight_g_min", "weight_g_max"),
)
_ASKED_WHOLE = ("recipient", "allergies")  # slots that no record has: every term can be meant


class FormProblem(ValueError):
    """A field that cannot be used; its slot is the message."""


class ValueEditor:
    """Writes and reads the fields of one shop's slots; amounts without a currency are in
    ``currency``."""

    def __init__(
        self, vocabulary: Vocabulary, products: Iterable[Product], currency: str = "CNY"
    ) -> None:
        self._vocabulary = vocabulary
        self._products = tuple(products)
        self._currency = currency

    def fields(
        self,
        slots: Sequence[str],
        wishes: Constraints,
        language: Language,
        *,
        can_avoid: bool = True,
    ) -> str:
        """The fields of these slots, filled with what stands; slots that hold no value of their
        own (currency, in_stock) have none."""
        return "".join(self._field(slot, wishes, language, can_avoid) for slot in slots)

    def _field(self, slot: str, wishes: Constraints, language: Language, can_avoid: bool) -> str:
        if slot in TERM_SLOTS:
            return self._terms(slot, wishes, language, can_avoid)
        if slot == "ring_size_mm":
            return _ring_field(wishes.number(slot), language)
        if slot == "deliver_by":
            day = escape(str(wishes.values.get(slot, "")), quote=True)
            return _row(SLOTS[slot][language], f'<input type="date" name="{slot}" value="{day}">')
        if slot not in _RANGES:
            return ""
        currency = wishes.currency or self._currency
        number, name = wishes.number(slot), SLOTS[slot][language]
        if slot.startswith("price"):
            number = None if number is None else number / minor_per_major(currency)
            name = f"{name} ({currency})" if language == "en" else f"{name}（{currency}）"
        shown = "" if number is None else f"{number:.10g}"
        box = (
            f'<input type="number" inputmode="decimal" min="0" step="any" name="{slot}" '
            f'value="{shown}">'
        )
        return _row(name, box)

    def _terms(self, slot: str, wishes: Constraints, language: Language, can_avoid: bool) -> str:
        wanted, avoided = wishes.terms(slot), wishes.exclude.get(slot, ())
        offered = self._offered(slot, (*wanted, *avoided))
        chips = self._chips("want", slot, offered, wanted, language)
        name = escape(SLOTS[slot][language])
        avoid = ""
        if can_avoid:
            is_open = " open" if avoided else ""  # and first, where it is what the pill is about
            avoid = (
                f"<details{is_open}><summary>{escape(say('not_wanted', language))}</summary>"
                f"{self._chips('avoid', slot, offered, avoided, language)}</details>"
            )
        if avoided and not wanted:
            body = f'{avoid}<p class="caption">{escape(say("wanted", language))}</p>{chips}'
        else:
            body = chips + avoid
        return f'<fieldset class="terms"><legend>{name}</legend>{body}</fieldset>'

    def _chips(
        self,
        kind: str,
        slot: str,
        offered: Sequence[str],
        chosen: Sequence[str],
        language: Language,
    ) -> str:
        boxes = "".join(
            f'<label class="choice"><input type="checkbox" name="{kind}.{slot}" '
            f'value="{escape(term, quote=True)}"{" checked" if term in chosen else ""}>'
            f"<span>{escape(self._vocabulary.label(slot, term, language))}</span></label>"
            for term in offered
        )
        return f'<div class="choices">{boxes}</div>'

    def _offered(self, slot: str, standing: Sequence[str]) -> tuple[str, ...]:
        """Terms that some record has, with their parents, and those that stand."""
        known = self._vocabulary.values(slot)
        if slot in _ASKED_WHOLE:
            return known
        kept = set(standing)
        for product in self._products:
            for value in slot_values(product, slot):
                kept.update(self._vocabulary.lineage(slot, value))
        return tuple(term for term in known if term in kept)

    def edits(self, slots: Sequence[str], form: Form, standing: Constraints) -> tuple[Edit, ...]:
        """What the filled form changes. Raises FormProblem for a value that cannot be meant."""
        edits: list[Edit] = []
        numbers = self._numbers(slots, form, standing)
        for slot in slots:
            if slot in TERM_SLOTS:
                edits += self._term_edits(slot, form, standing)
            elif slot in numbers:
                value = numbers[slot]
                if value is not None:
                    edits.append(Want(slot, value))
                elif slot in standing.values:
                    edits.append(Clear(slot))
        has_price = any(numbers.get(slot) is not None for slot in _PAIRS[0])
        if has_price and standing.currency is None:
            edits.append(Want("currency", self._currency))
        return tuple(edits)

    def _term_edits(self, slot: str, form: Form, standing: Constraints) -> list[Edit]:
        wanted, avoided = (self._read_terms(form, f"{kind}.{slot}") for kind in ("want", "avoid"))
        wanted = tuple(term for term in wanted if term not in avoided)
        edits: list[Edit] = []
        was_avoided = standing.exclude.get(slot, ())
        if wanted != standing.terms(slot):
            edits.append(Want(slot, wanted) if wanted else Clear(slot))
            was_avoided = was_avoided if wanted else ()
        if gone := tuple(term for term in was_avoided if term not in avoided):
            edits.append(Allow(slot, gone))
        if new := tuple(term for term in avoided if term not in was_avoided):
            edits.append(Avoid(slot, new))
        return edits

    def _read_terms(self, form: Form, name: str) -> tuple[str, ...]:
        slot = name.partition(".")[2]
        terms = tuple(dict.fromkeys(form.get(name, ())))
        if not all(self._vocabulary.has(slot, term) for term in terms):
            raise FormProblem(slot)
        return terms

    def _numbers(
        self, slots: Sequence[str], form: Form, standing: Constraints
    ) -> dict[str, Value | None]:
        """The number or day of each slot that has one, None where its field is empty."""
        read: dict[str, Value | None] = {}
        for slot in slots:
            text = _first(form, slot)
            if slot == "ring_size_mm":
                size, scale = standing.number(slot), _first(form, "scale")
                is_same = size is not None and text == _on_scale(scale, size)  # rounded, as shown
                read[slot] = size if is_same else _read_ring(text, scale) if text else None
            elif slot == "deliver_by":
                read[slot] = _read_day(text) if text else None
            elif slot in _RANGES:
                currency = standing.currency or self._currency
                read[slot] = _read_number(slot, text, currency) if text else None
        for low, high in _PAIRS:
            least, most = read.get(low), read.get(high)
            if isinstance(least, int | float) and isinstance(most, int | float) and least > most:
                read[low], read[high] = most, least
        return read


def _row(name: str, box: str) -> str:
    return f'<label class="field"><span>{escape(name)}</span>{box}</label>'


def _ring_field(size_mm: float | None, language: Language) -> str:
    """A size on the scale that the language's shoppers use, with the others to choose from."""
    usual = "us" if language == "en" else "cn"
    known = None if size_mm is None else _on_scale(usual, size_mm)
    scale = usual if known is not None or size_mm is None else "mm"
    shown = known or ("" if size_mm is None else f"{size_mm:g}")
    options = "".join(
        f'<option value="{one}"{" selected" if one == scale else ""}>'
        f"{escape(SCALES[one][language])}</option>"
        for one in (*RING_SCALES, "mm")
    )
    scales = escape(say("scale", language), quote=True)
    return (
        '<div class="field pair"><label><span>'
        f"{escape(SLOTS['ring_size_mm'][language])}</span>"
        f'<input name="ring_size_mm" value="{escape(shown, quote=True)}" maxlength="8"></label>'
        f'<select name="scale" aria-label="{scales}">{options}</select></div>'
    )


def _first(form: Form, name: str) -> str:
    values = form.get(name, ())
    return values[0].strip() if values else ""


def _on_scale(scale: str, size_mm: float) -> str | None:
    known = next((one for one in RING_SCALES if one == scale), None)
    return mm_to_ring(known, size_mm) if known else None


def _read_ring(text: str, scale: str) -> float:
    try:
        if scale == "mm":
            size_mm = float(text)
        else:
            low, high = ring_to_mm(next(one for one in RING_SCALES if one == scale), text)
            size_mm = (low + high) / 2
    except (ValueError, StopIteration) as error:
        raise FormProblem("ring_size_mm") from error
    if not RING_RANGE_MM[0] <= size_mm <= RING_RANGE_MM[1]:
        raise FormProblem("ring_size_mm")
    return round(size_mm, 1)


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise FormProblem("deliver_by") from error


def _read_number(slot: str, text: str, currency: str) -> float | int:
    try:
        value = float(text.replace(",", ""))
    except ValueError as error:
        raise FormProblem(slot) from error
    if slot.startswith("price"):
        value *= minor_per_major(currency)
    least, most = _RANGES[slot]
    if not least <= value <= most:  # a NaN is neither
        raise FormProblem(slot)
    return round(value) if slot.startswith("price") else value
