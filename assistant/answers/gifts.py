"""Said beside a search for somebody: what is remembered of them and not used yet, and what to do
where their size was asked for and is not known."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers.claims import memo_claim
from assistant.answers.desk import Desk, Draft, SuggestionWords
from assistant.answers.keeping import memo_in_words, slot_name, whose
from assistant.answers.wishes_in_words import for_whom
from assistant.constraints import Constraints
from assistant.turn import Memo, Suggestion

_SELF = "self"
_SIZE_OF = {"ring": "ring_size_mm", "bangle": "bangle_mm"}
_MEN = frozenset(
    {"husband", "boyfriend", "father", "son", "brother", "grandfather", "uncle", "nephew", "man"}
)
_NICKEL: SuggestionWords = ("Nickel-free only", "nickel free only", "只要不含镍的", "只要不含镍的")
_HOW: SuggestionWords = (
    "Find a size without asking",
    "how do I find out a ring size without asking",
    "悄悄知道尺寸",
    "怎么悄悄知道戒指号",
)
_MEASURE: SuggestionWords = (
    "How to measure",
    "how do I measure my ring size",
    "怎么量尺寸",
    "戒指尺寸怎么量",
)


def add_remembered(draft: Draft, memos: Iterable[Memo]) -> tuple[Suggestion, ...]:
    """'I remember your wife's ring size: US 6; shall I go by it?', and the taps that do."""
    desk, taps = draft.desk, list[Suggestion]()
    for memo in memos:
        text = memo_in_words(memo, desk)
        is_size = memo.slot != "allergies"
        tap = desk.tap(_in_size(memo.about) if is_size else _NICKEL)
        draft.add(
            desk.say(
                f"I remember {text}; say “{tap.say}” and I go by it.",
                f"我记得{text}；说“{tap.say}”就按它找。",
            )
            if is_size
            else desk.say(
                f"I remember {text}; shall I leave out what does not suit it?",
                f"我记得{text}；要不要只看合适的？",
            ),
            memo_claim(text, memo),
        )
        taps.append(tap)
    return tuple(taps)


def add_unrecalled(draft: Draft, about: str, wishes: Constraints) -> tuple[Suggestion, ...]:
    """Their size was asked for and nobody ever said it: how to tell it, or find it."""
    desk = draft.desk
    kinds = wishes.terms("category")
    slot = _SIZE_OF.get(kinds[0], "length_mm") if len(kinds) == 1 else "ring_size_mm"
    named = f"{whose(about, desk)}{slot_name(slot, desk)}"
    draft.add(
        desk.say(
            f"I do not know {named} yet, so it is not part of this search: tell me, and I will.",
            f"我还不知道{named}，这次没有按它找，告诉我就能按它找。",
        )
    )
    if slot != "ring_size_mm":
        return ()
    return (desk.tap(_MEASURE if about == _SELF else _HOW),)


def _in_size(about: str) -> SuggestionWords:
    if about == _SELF:
        return ("In my size", "in my size", "按我的尺寸", "按我的尺寸")
    if about in _MEN:
        return ("In his size", "in his size", "按他的尺寸", "按他的尺寸")
    return ("In her size", "in her size", "按她的尺寸", "按她的尺寸")


def recipient_words(wishes: Constraints, desk: Desk) -> str:
    """'for your wife', '送妻子'; "" where it is for nobody else."""
    people = tuple(one for one in wishes.terms("recipient") if one != _SELF)
    if not people:
        return ""
    return for_whom(people, desk.vocabulary, desk.language)
