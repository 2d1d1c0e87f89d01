"""The standing wishes as pills; changing or removing one searches again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape

from assistant.answers.facts import metal_name
from assistant.constraints import PRICE_SLOTS, TERM_SLOTS, Constraints
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Member
from assistant.ui.handover import own_wishes
from assistant.ui.wording import say

_NAMES = {
    "ring_size_mm": ("ring {:g} mm", "指围{:g} mm"),
    "bangle_mm": ("inner Ø {:g} mm", "圈口{:g} mm"),
    "length_mm": ("{:g} mm long", "长{:g} mm"),
}
_WHOSE: Mapping[str, Mapping[Language, str]] = {  # how a change of one of a couple's rings begins
    "man": {"en": "his", "zh": "男款"},
    "woman": {"en": "her", "zh": "女款"},
}
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")
_UNDO = (
    '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8 5 4 9l4 4M4 9h10a6 6 0 0 1 0 12H9"/>'
    "</svg>"
)
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
    if recipients := wishes.terms("recipient"):  # first: it colours everything that follows
        whom = vocabulary.labels("recipient", recipients, language)
        yield say("for_whom", language).format(whom), ("recipient",)
    is_one_gold = metals == ("gold",) and len(colours) == 1 and "metal_colour" not in wishes.exclude
    for slot in TERM_SLOTS:
        terms, unwanted = wishes.terms(slot), wishes.exclude.get(slot, ())
        if slot == "recipient" and terms:
            continue
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


def set_pills(
    session: Session, vocabulary: Vocabulary, language: Language
) -> tuple[tuple[str, str], ...]:
    """(label, the words that begin a change) of each piece of the set on the table that has wishes
    of its own: its size, its budget. What stands in brackets is left to the answer."""
    if session.set_wish is None or not session.has_set_on_table:
        return ()
    return tuple(
        (_BRACKETS.sub("", words), _change(member, vocabulary, language))
        for member in session.set_wish.members
        if (words := _own(member, vocabulary, language))
    )


def _own(member: Member, vocabulary: Vocabulary, language: Language) -> str:
    own = own_wishes(member.wishes, vocabulary, language)
    if not own or member.wishes.terms("recipient"):  # a couple's rings are told apart by it
        return own
    kind = vocabulary.label("category", member.category, language)
    return f"{kind}: {own}" if language == "en" else f"{kind}：{own}"


def _change(member: Member, vocabulary: Vocabulary, language: Language) -> str:
    kind = vocabulary.label("category", member.category, language)
    whose = next((_WHOSE[one] for one in member.wishes.terms("recipient") if one in _WHOSE), None)
    if language == "en":
        return f"{whose['en'] if whose else 'the'} {kind} "
    return whose["zh"] if whose else kind


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


def pills_html(
    pills: Sequence[tuple[str, tuple[str, ...]]],
    language: Language,
    of_set: Sequence[tuple[str, str]] = (),
    *,
    can_undo: bool = False,
) -> str:
    """The row of pills: a tap on the words changes a wish, one on the cross removes it; those of a
    set's pieces begin a sentence. Empty without wishes, unless there is something to undo."""
    if not pills and not of_set and not can_undo:
        return ""
    parts = [_pill(label, slots, language) for label, slots in pills]
    parts += [_set_pill(label, begun, language) for label, begun in of_set]
    if can_undo:
        word, said = (escape(say(key, language), quote=True) for key in ("undo", "undo_say"))
        parts.append(
            f'<button class="undo" data-act="say" data-say="{said}" aria-label="{word}" '
            f'title="{word}">{_UNDO}</button>'
        )
    title = escape(say("wishes", language))
    return f'<div class="pills" role="group" aria-label="{title}">{"".join(parts)}</div>'


def _pill(label: str, slots: tuple[str, ...], language: Language) -> str:
    """Two buttons in one frame. Who the talk is for stands out, and its cross ends that."""
    is_gift = slots == ("recipient",)
    act, key = ("endgift", "end_gift") if is_gift else ("forget", "remove_wish")
    joined, name = ",".join(slots), escape(label, quote=True)
    change = f"{escape(say('edit_wish', language))} {name}"
    cross = (
        f'<button class="drop" data-act="{act}" data-slots="{joined}" '
        f'aria-label="{escape(say(key, language))} {name}"><span aria-hidden="true">&times;</span>'
        "</button></span>"
    )
    if slots == ("in_stock",):  # it stands or it does not
        return f'<span class="pill"><span class="word">{name}</span>{cross}'
    return (
        f'<span class="pill{" gift" if is_gift else ""}">'
        f'<button class="word" data-act="edit" data-slots="{joined}" aria-haspopup="dialog" '
        f'aria-label="{change}">{name}</button>{cross}'
    )


def _set_pill(label: str, begun: str, language: Language) -> str:
    """It has no cross: what one piece of a set is to be is changed in words."""
    name, begun = escape(label, quote=True), escape(begun, quote=True)
    return (
        f'<span class="pill one"><button class="word" data-act="draft" data-say="{begun}" '
        f'aria-label="{escape(say("edit_wish", language))} {name}">{name}</button></span>'
    )
