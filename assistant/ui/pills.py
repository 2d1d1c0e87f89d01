"""The standing wishes as pills; removing one searches again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape

from assistant.answers.facts import metal_name
from assistant.constraints import PRICE_SLOTS, TERM_SLOTS, Constraints
from assistant.terms import Language, Vocabulary
from assistant.ui.wording import say

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
    """One pill a slot, for forgetting a slot forgets what is wanted and what is not."""
    metals, colours = wishes.terms("metal"), wishes.terms("metal_colour")
    is_one_gold = metals == ("gold",) and len(colours) == 1 and "metal_colour" not in wishes.exclude
    for slot in TERM_SLOTS:
        terms, unwanted = wishes.terms(slot), wishes.exclude.get(slot, ())
        if is_one_gold and slot == "metal":
            gold = metal_name(vocabulary, "gold", colours[0], language)
            yield _both(gold, unwanted, slot, vocabulary, language), ("metal", "metal_colour")
        elif (terms or unwanted) and not (is_one_gold and slot == "metal_colour"):
            wanted = vocabulary.labels(slot, terms, language)
            yield _both(wanted, unwanted, slot, vocabulary, language), (slot,)
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
            yield f"{_bounds(least, most)} {unit}", (low, high)
    if wishes.values.get("in_stock"):
        yield vocabulary.label("availability", "in_stock", language), ("in_stock",)
    if isinstance(day := wishes.values.get("deliver_by"), str):
        yield f"by {day}" if language == "en" else f"{day}前", ("deliver_by",)


def _both(
    wanted: str, unwanted: Sequence[str], slot: str, vocabulary: Vocabulary, language: Language
) -> str:
    """'silver, not gold'."""
    if not unwanted:
        return wanted
    space, comma = (" ", ", ") if language == "en" else ("", "，")
    words = f"{say('not', language)}{space}{vocabulary.labels(slot, unwanted, language)}"
    return f"{wanted}{comma}{words}" if wanted else words


def _bounds(least: float | None, most: float | None) -> str:
    if least is None:
        return f"≤ {most:g}"
    return f"≥ {least:g}" if most is None else f"{least:g}-{most:g}"


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
