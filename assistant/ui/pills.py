"""The standing wishes as pills; removing one searches again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape

from assistant.constraints import PRICE_SLOTS, TERM_SLOTS, Constraints
from assistant.terms import Language, Vocabulary
from assistant.ui.wording import say

_PAIRS = {
    "carat_min": ("carat_min", "carat_max"),
    "weight_g_min": ("weight_g_min", "weight_g_max"),
}
_NAMES = {
    "ring_size_mm": ("ring {:g} mm", "指围{:g} mm"),
    "bangle_mm": ("inner Ø {:g} mm", "圈口{:g} mm"),
    "length_mm": ("{:g} mm long", "长{:g} mm"),
}
PriceInWords = Callable[[Constraints, Language], str | None]


def wish_pills(
    wishes: Constraints, vocabulary: Vocabulary, price: PriceInWords, language: Language
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """(label, slots to forget) of each wish."""
    return tuple(_pills(wishes, vocabulary, price, language))


def _pills(
    wishes: Constraints, vocabulary: Vocabulary, price: PriceInWords, language: Language
) -> Iterator[tuple[str, tuple[str, ...]]]:
    for slot in TERM_SLOTS:
        if terms := wishes.terms(slot):
            yield vocabulary.labels(slot, terms, language), (slot,)
    if words := price(wishes, language):
        yield words, PRICE_SLOTS
    for slot, (en, zh) in _NAMES.items():
        if (value := wishes.number(slot)) is not None:
            yield (en if language == "en" else zh).format(value), (slot,)
    for low, high, unit in (
        ("carat_min", "carat_max", "ct"),
        ("weight_g_min", "weight_g_max", "g"),
    ):
        least, most = wishes.number(low), wishes.number(high)
        if least is not None or most is not None:
            yield f"{_number(least)}-{_number(most)} {unit}", (low, high)
    if wishes.values.get("in_stock"):
        yield vocabulary.label("availability", "in_stock", language), ("in_stock",)
    if isinstance(day := wishes.values.get("deliver_by"), str):
        yield day, ("deliver_by",)
    for slot, terms in wishes.exclude.items():
        words = vocabulary.labels(slot, terms, language)
        space = " " if language == "en" else ""
        yield f"{say('not', language)}{space}{words}", (slot,)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def pills_html(pills: tuple[tuple[str, tuple[str, ...]], ...], language: Language) -> str:
    """The row of pills, empty without wishes."""
    if not pills:
        return ""
    buttons = "".join(
        f'<button class="pill" data-act="forget" data-slots="{",".join(slots)}" '
        f'aria-label="{escape(say("remove_wish", language))} {escape(label, quote=True)}">'
        f'{escape(label)}<span aria-hidden="true">&times;</span></button>'
        for label, slots in pills
    )
    title = escape(say("wishes", language))
    return f'<div class="pills" role="group" aria-label="{title}">{buttons}</div>'
