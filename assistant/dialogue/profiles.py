"""Whose facts count: the recipient's while the talk is about a gift, else the shopper's own.

What is remembered of a person enters the wishes only when it is asked for ('in her size'). Once
there it goes with the person: where the talk turns to somebody else, it gives way to what is
remembered of them.
"""

from __future__ import annotations

from collections.abc import Iterable

from assistant.constraints import Constraints, Edit, Want, apply_edits
from assistant.turn import Memo

SELF = "self"
# Facts of a body, and the kinds of piece that a size is for.
_SIZES = {
    "ring_size_mm": ("ring",),
    "bangle_mm": ("bangle",),
    "length_mm": ("necklace", "bracelet", "anklet"),
}
_MEASURED = ("ring_size_mm", "bangle_mm")  # a length is a matter of taste as well
_OF_A_BODY = (*_SIZES, "allergies")


def person_of(wishes: Constraints) -> str:
    """Whom the talk is about: the recipient, else the shopper."""
    people = wishes.terms("recipient")
    return people[0] if people else SELF


def follow_person(
    standing: Constraints, wishes: Constraints, edits: Iterable[Edit], memory: Iterable[Memo]
) -> Constraints:
    """``wishes`` with what was recalled of the person before replaced by the same of the person
    now, or dropped where nothing is remembered of them; a size told of somebody named goes too
    where the talk turns to somebody else by name."""
    before, now = person_of(standing), person_of(wishes)
    said = {edit.slot for edit in edits}
    if before == now or "recipient" not in said:
        return wishes
    kept = {(memo.about, memo.slot): memo.value for memo in memory}
    for slot in _OF_A_BODY:
        was = kept.get((before, slot))
        is_recalled = was is not None and wishes.values.get(slot) == was
        is_theirs = SELF not in (before, now) and slot in _MEASURED and slot in wishes.values
        if slot in said or not (is_recalled or is_theirs):
            continue
        own = kept.get((now, slot))
        wishes = wishes.without(slot) if own is None else apply_edits(wishes, [Want(slot, own)])
    return wishes


def unused_facts(wishes: Constraints, memory: Iterable[Memo]) -> tuple[Memo, ...]:
    """What is remembered of the person that the talk is about, bears on such pieces, and is not
    among the wishes."""
    person, kinds = person_of(wishes), wishes.terms("category")
    return tuple(
        memo
        for memo in memory
        if memo.about == person
        and memo.slot in _OF_A_BODY
        and memo.slot not in wishes.values
        and (memo.slot not in _SIZES or any(kind in _SIZES[memo.slot] for kind in kinds))
    )
