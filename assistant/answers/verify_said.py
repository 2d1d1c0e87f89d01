"""Claims about the talk itself: wishes, questions, unknown words, what is kept and handed over."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers.claims import is_sayable, quoted
from assistant.answers.options import option_words
from assistant.answers.sources import Sources, Turn, says_only, wish_tokens
from assistant.answers.visit_words import visit_words
from assistant.constraints import Constraints, Value
from assistant.measures import RING_SCALES, ring_to_mm
from assistant.terms import spoken
from assistant.turn import Claim, Memo

_ROUNDED_MM = 0.06  # sizes are kept to a tenth of a millimetre


def verify_wish(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The shopper's own wishes, said back."""
    return claim.value == turn.wishes.to_json() and says_only(
        claim, wish_tokens(turn.wishes, sources, turn.language), sources, turn.language
    )


def verify_question(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """A question names only its options."""
    if not isinstance(claim.value, list):
        return False
    lang, allowed = turn.language, set[str]()
    for one in map(str, claim.value):
        product = sources.products.get(one)
        words = (
            spoken(product.name, lang)
            if product
            else option_words(sources.vocabulary, claim.field, one, lang)
        )
        allowed |= sources.tokens.of(words, lang)
    return says_only(claim, allowed, sources, lang)


def verify_words(claim: Claim, sources: Sources, _turn: Turn) -> bool:
    """The shopper's own words in quotation marks, which no term of the vocabulary stands for."""
    words = claim.value
    return (
        claim.field == "unknown"
        and isinstance(words, str)
        and is_sayable(words, sources.vocabulary)
        and claim.text == quoted(words)
    )


def verify_memo(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """What is remembered now, or no longer is."""
    value, memory = claim.value, turn.findings.memory
    if claim.field == "memory":  # 'I remember nothing'
        return value == [] == list(memory) and says_only(claim, set(), sources, turn.language)
    if not isinstance(value, Mapping):
        return False
    kept = [one for one in memory if (one.about, one.slot) == (value.get("about"), claim.field)]
    if value.get("value") is None:
        return not kept and says_only(claim, set(), sources, turn.language)
    return (
        len(kept) == 1
        and value == {"about": kept[0].about, "value": memo_value(kept[0])}
        and says_only(claim, _memo_tokens(kept[0], sources, turn), sources, turn.language)
    )


def memo_value(memo: Memo) -> object:
    """A memo's value as plain JSON."""
    return list(memo.value) if isinstance(memo.value, tuple) else memo.value


def _memo_tokens(memo: Memo, sources: Sources, turn: Turn) -> set[str]:
    if memo.value is None:
        return set()
    money = {
        one.slot: one.value
        for one in turn.findings.memory
        if one.about == memo.about and one.slot == "currency" and one.value is not None
    }
    tokens = wish_tokens(Constraints(money | {memo.slot: memo.value}), sources, turn.language)
    if memo.said and _is_size(memo.said, memo.value):
        words = option_words(sources.vocabulary, memo.slot, memo.said, turn.language)
        tokens |= sources.tokens.of(words, turn.language)
    return tokens


def _is_size(said: str, around_mm: Value) -> bool:
    """Is a size as it was told ('hk:14') the remembered one, in mm around the inside?"""
    named, _, size = said.partition(":")
    scale = next((one for one in RING_SCALES if one == named), None)
    if scale is None or not isinstance(around_mm, int | float):
        return False
    low, high = ring_to_mm(scale, size)
    return low - _ROUNDED_MM <= around_mm <= high + _ROUNDED_MM


def verify_handover(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """What stands on the card that was written for the staff."""
    card, lang = turn.findings.card, turn.language
    if card is None or claim.field not in card or claim.value != card[claim.field]:
        return False
    allowed: set[str] = set()
    if claim.field == "needs":
        shown = card["needs"]
        if not isinstance(shown, Mapping):
            return False
        allowed = wish_tokens(Constraints.from_json(shown), sources, lang)
    elif claim.field == "visit":
        if not isinstance(claim.value, Mapping) or claim.text != visit_words(claim.value, lang):
            return False
        allowed = sources.tokens.of(claim.text, lang)
    elif claim.field == "order":
        allowed = sources.tokens.of(claim.text, lang) if claim.text == claim.value else set()
    elif isinstance(claim.value, list | tuple):
        allowed = {str(len(claim.value))}
    return says_only(claim, allowed, sources, lang)
