"""The panel of what is remembered: listed by person, each can be edited or forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from assistant.answers.wishes_in_words import price_in_words
from assistant.constraints import PRICE_SLOTS, Constraints, Value
from assistant.terms import Language, Vocabulary
from assistant.turn import Memo
from assistant.ui.editor import ValueEditor
from assistant.ui.handover import value_words
from assistant.ui.slot_words import SLOTS, WISHES
from assistant.ui.wording import say


def memory_body(
    memory: Sequence[Memo],
    editor: ValueEditor,
    vocabulary: Vocabulary,
    language: Language,
    problem: str = "",
) -> str:
    """The panel's contents. ``problem`` is said where a value could not be used."""
    draft = (
        f'<button class="tap" data-act="draft" '
        f'data-say="{escape(say("remember_size_draft", language), quote=True)}">'
        f"{escape(say('remember_size', language))}</button>"
    )
    shown = [memo for memo in memory if memo.slot in SLOTS]  # a currency is told with its amount
    if not shown:
        empty = escape(say("memory_empty", language))
        return f'<p class="lead">{empty}</p><div class="taps">{draft}</div>'
    told = "".join(
        f"<h3>{escape(_about(person, vocabulary, language))}</h3>"
        + "".join(
            _row(memo, standing_of(memo, memory), editor, vocabulary, language)
            for memo in shown
            if memo.about == person
        )
        for person in _people(shown)
    )
    intro = f'<p class="lead">{escape(say("memory_intro", language))}</p>'
    sorry = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
    forget = (
        f'<button class="tap" data-act="unmemos" '
        f'data-sure="{escape(say("forget_all_sure", language), quote=True)}">'
        f"{escape(say('forget_all', language))}</button>"
    )
    return f'{intro}{sorry}<div class="memos">{told}</div><div class="taps">{draft}{forget}</div>'


def _people(memory: Sequence[Memo]) -> list[str]:
    """The shopper first, then the others in the order in which they were told of."""
    people = list(dict.fromkeys(memo.about for memo in memory))
    return sorted(people, key=lambda one: one != "self")


def _about(person: str, vocabulary: Vocabulary, language: Language) -> str:
    if person == "self":
        return say("about_self", language)
    return say("about_other", language).format(vocabulary.label("recipient", person, language))


def standing_of(memo: Memo, memory: Sequence[Memo]) -> Constraints:
    """What is remembered as a wish by itself; an amount with the currency it was told in."""
    values: dict[str, Value] = {} if memo.value is None else {memo.slot: memo.value}
    if memo.slot in PRICE_SLOTS:
        values |= {
            one.slot: one.value
            for one in memory
            if one.about == memo.about and one.slot == "currency" and one.value is not None
        }
    return Constraints(values)


def with_currency(memo: Memo, memory: Sequence[Memo]) -> tuple[Memo, ...]:
    """What goes when ``memo`` is forgotten: with a person's last amount, its currency too."""
    gone = [Memo(memo.about, memo.slot, None)]
    amounts = {one.slot for one in memory if one.about == memo.about and one.slot in PRICE_SLOTS}
    if amounts == {memo.slot, "currency"}:
        gone.append(Memo(memo.about, "currency", None))
    return tuple(gone)


def _row(
    memo: Memo,
    standing: Constraints,
    editor: ValueEditor,
    vocabulary: Vocabulary,
    language: Language,
) -> str:
    if memo.value is None:
        return ""
    names = SLOTS if memo.slot == "price_min_minor" else WISHES  # not 'price', beside a budget
    name = names[memo.slot][language]
    words = price_in_words(standing, language) if memo.slot in PRICE_SLOTS else None
    words = words or value_words(memo.slot, memo.value, vocabulary, language)
    about, slot = escape(memo.about, quote=True), escape(memo.slot, quote=True)
    fields = editor.fields((memo.slot,), standing, language, can_avoid=False)
    label = escape(f"{name}: {words}", quote=True)
    edit, forget = (escape(say(key, language)) for key in ("edit", "forget_one"))
    form = (
        f'<details><summary aria-label="{edit} {label}">{edit}</summary>'
        f'<form class="sheet" data-form="memo"><input type="hidden" name="about" value="{about}">'
        f'<input type="hidden" name="slot" value="{slot}">{fields}'
        f'<button class="tap main">{escape(say("keep", language))}</button></form></details>'
    )
    return (
        f'<div class="memo"><p><span>{escape(name)}</span> {escape(words)}</p>'
        f'<button class="plain" data-act="unmemo" data-about="{about}" data-slot="{slot}" '
        f'aria-label="{forget} {label}">{forget}</button>{form if fields else ""}</div>'
    )
