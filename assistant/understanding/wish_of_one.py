"""What is wished of one piece of a set alone: 'the necklace in rose gold', 耳环要珍珠的.

The clause names one kind of piece, and names it as that of the set: by 'the', by a change ('swap
the ring for ...', 把耳环换成珍珠的), or as what the clause goes on about (项链一万以内). A
phrase with its wishes before its kind (五千以内的珍珠耳环, 'pearl earrings under 5000') looks for
such a piece anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.constraints import PRICE_SLOTS, Constraints, Edit, apply_edits
from assistant.turn import Member, SetWish
from assistant.understanding.amount import Amount
from assistant.understanding.halves import OF_THE_PAIR
from assistant.understanding.mentions import Mention
from assistant.understanding.whose_piece import Spoken, TogetherWish
from assistant.understanding.wishes import read_edits

CHANGES = re.compile(
    r"\b(?:swap|switch|replace|change|make|turn|instead|rather)\b|\b(?:different|another|other)\b|"
    r"换|改"
)
_CLAUSE = re.compile(
    r"[,，.。;；]| \b(?:and|but|while)\b(?= (?:the|its|that|this|make|swap|change)\b)"
)
# The kind of piece is named as one that is known: the one in the set.
_DETERMINED = re.compile(
    r"\b(?:the|its|that|this|my|for|her|his)\s*$|(?:[把将那这给]|里的|的那?[条对枚只个])$"
)
# ... or as any such piece.
_ASKS_ANEW = re.compile(
    r"\b(?:an?|some|any|show|find|looking|look|see|have|need|want|like|search|get)\b|"
    r"看|找|有没有|推荐|买|要|来|[一几两]?[条对枚只个款副件]$"
)
# 'Is the necklace rose gold?' asks about the piece as it is.
_ASKS_AS_IT_IS = re.compile(
    r"^(?:is|are|was|does|do|what|which|how|why)\b|是.{1,8}吗|多少|怎么样|什么"
)


def with_wish_of_one(
    together: TogetherWish, spoken: Spoken, place: int | None = None
) -> TogetherWish:
    """The wish with what each clause wishes of the one piece that it names; with ``place`` the
    whole sentence is of the piece there."""
    if together.wish.kind == "couple" or _ASKS_AS_IT_IS.search(spoken.text):
        return together
    members, slots = list(together.wish.members), list(together.spoken_for)
    for start, end, at in _of_members(spoken, together.wish, place):
        edits = [*_wishes(spoken, start, end, members[at])]
        own = apply_edits(members[at].wishes, edits)
        members[at] = Member(members[at].category, own)
        slots += [edit.slot for edit in edits]
    wish = SetWish(together.wish.kind, tuple(members))
    return TogetherWish(wish, together.swap, tuple(dict.fromkeys(slots)))


def looks_anew(spoken: Spoken, wish: SetWish) -> bool:
    """Does the sentence name a kind of piece without meaning the one in the set?"""
    named = [one for one in spoken.mentions if "category" in one.means]
    return bool(named) and not any(True for _ in _of_members(spoken, wish, None))


def _of_members(spoken: Spoken, wish: SetWish, place: int | None) -> Iterator[tuple[int, int, int]]:
    """Each clause that is of one member: where it stands, and the member's place."""
    if place is not None:
        yield 0, len(spoken.text), place
        return
    for start, end in _clauses(spoken.text):
        found = _member_of(spoken, start, end, wish)
        if found is not None:
            yield start, end, found


def _member_of(spoken: Spoken, start: int, end: int, wish: SetWish) -> int | None:
    inside = [one for one in spoken.mentions if start <= one.start < end]
    kinds = [one for one in inside if "category" in one.means]
    named = {term for one in kinds for term in one.means["category"]}
    places = [at for at, one in enumerate(wish.members) if one.category in named]
    if len(named) != 1 or len(places) != 1:
        return None
    before = spoken.text[start : kinds[0].start]
    if _DETERMINED.search(before) or CHANGES.search(spoken.text[start:end]):
        return places[0]
    said: tuple[Mention | Amount, ...] = (*spoken.mentions, *spoken.amounts)
    is_described = len(kinds[0].means) > 1  # 'pearl earrings' is one phrase
    is_described |= any(start <= one.start < kinds[0].start for one in said)
    return None if is_described or _ASKS_ANEW.search(before) else places[0]


def _wishes(spoken: Spoken, start: int, end: int, member: Member) -> Iterator[Edit]:
    """What a clause wishes of its piece: not its kind, and not its price, which is read apart."""
    inside = [one for one in spoken.mentions if start <= one.start < end]
    amounts = [
        one
        for one in spoken.amounts
        if start <= one.start < end and one.kind not in ("money", "ring")
    ]
    clause = " " * start + spoken.text[start:end]
    standing = Constraints(
        {**member.wishes.values, "category": (member.category,)}, member.wishes.exclude
    )
    for edit in read_edits(clause, inside, amounts, standing, ""):
        if edit.slot not in OF_THE_PAIR and edit.slot not in PRICE_SLOTS:
            yield edit


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
