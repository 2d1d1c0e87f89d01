"""What a shopper asks to be remembered or forgotten, and when it is asked for again.

A memo is about the shopper or about one recipient: 'remember her ring size' in a talk about a gift
keeps hers apart from the shopper's own. A remembered value becomes a wish only when asked for
('in my size', 按我的尺寸).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.constraints import Constraints, Edit, Want
from assistant.session import Session
from assistant.turn import Ambiguity, Memo
from assistant.understanding.amount import Amount
from assistant.understanding.cues.memory import (
    AMENDS,
    FORGET_ALL,
    FORGET_IT_ALL,
    FORGET_MEMORY,
    MY_SIZE,
    THEIR_SIZE,
)
from assistant.understanding.mentions import Mention
from assistant.understanding.ring_sizes import bare_scale, size_in_mm
from assistant.understanding.sizes_asked import said_size

SIZELESS = "sizeless"  # what a question is about that asks for the ring size of a pendant
_NOT_KEPT = frozenset({"recipient", "category", "occasion", "in_stock", "deliver_by"})
# 'Her size', with no recipient known: somebody else's all the same.
_SOMEBODY = "friend"
_THEIRS = re.compile(r"\b(?:her|his|their|she|he|she's|he's|hers)\b|她|他")
_HIS = re.compile(r"\b(?:his|him|he)\b|他")
_MEN = frozenset(
    {"husband", "boyfriend", "father", "son", "brother", "grandfather", "uncle", "nephew", "man"}
)
_WOMEN = frozenset(
    {"wife", "girlfriend", "mother", "daughter", "sister", "grandmother", "aunt", "niece", "woman"}
)
_MINE = re.compile(r"\b(?:my|mine|i|i'm|me)\b|(?<!帮)(?<!给)我")
_IT = re.compile(r"\b(?:it|it's|its|that|that's)\b|[这那]个|是")
_KEPT: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\bring|\bfinger|戒|手寸|指围"), ("ring_size_mm",)),
    (re.compile(r"\bbangle|\bwrist|镯|圈口|手围"), ("bangle_mm",)),
    (re.compile(r"\blength|\bnecklace|\bchain|链长|项链|长度"), ("length_mm",)),
    (re.compile(r"\bsizes?\b|尺寸|尺码|号"), ("ring_size_mm", "bangle_mm", "length_mm")),
    (re.compile(r"allerg|nickel|过敏|镍"), ("allergies",)),
    (re.compile(r"budget|price|预算|价"), ("price_max_minor", "price_min_minor", "currency")),
    (re.compile(r"metal|gold|silver|platinum|金|银|材质"), ("metal", "metal_colour", "purity")),
    (re.compile(r"stone|宝石|石头"), ("stone", "stone_colour", "cut")),
    (re.compile(r"style|风格|款式"), ("style",)),
)
_LIKINGS = re.compile(
    r"\b(?:likes?|loves?|prefer\w*|tastes?|favou?rites?)\b|喜好|喜欢|偏好|口味|爱好|爱什么"
)
_THE_LAST = re.compile(r"[这那]条|这个|这句|刚才|上一|\b(?:that|this|the last)\b")
_NO_LIKINGS = frozenset({"ring_size_mm", "bangle_mm", "length_mm", "allergies"})
_SIZES = ("ring_size_mm", "bangle_mm", "length_mm")
_SIZE_OF = {
    "ring": ("ring_size_mm",),
    "bangle": ("bangle_mm",),
    "necklace": ("length_mm",),
    "bracelet": ("length_mm",),
    "anklet": ("length_mm",),
}


def memos_to_keep(  # noqa: PLR0913 - all that was heard
    text: str,
    edits: Iterable[Edit],
    mentions: Sequence[Mention],
    session: Session,
    unclear: Ambiguity | None,
    amounts: Iterable[Amount] = (),
) -> tuple[Memo, ...]:
    """What folded ``text`` asks to be remembered. Of a size that may mean two things the first
    meaning is kept; the reply says it in mm, so that the shopper can put it right. 'Remember her
    size' with no value keeps the one that stands, or is kept already. A size keeps the scale that
    it was told on."""
    if rescaled := rescaled_memo(text, session):
        return (rescaled,)
    about = _about(text, mentions, session.constraints)
    wants = [edit for edit in edits if isinstance(edit, Want)]
    if unclear and not any(want.slot == unclear.slot for want in wants):
        wants += [one for one in unclear.meanings[0].edits if isinstance(one, Want)]
    said = said_size(amounts) or (unclear.meanings[0].value if unclear else None)
    told = tuple(
        Memo(about, one.slot, one.value, said if one.slot == "ring_size_mm" else None)
        for one in wants
        if one.slot not in _NOT_KEPT
    )
    return told or _known_already(text, about, session)


def rescaled_memo(text: str, session: Session) -> Memo | None:
    """The ring size remembered last, on the scale that folded ``text`` names and says nothing
    else: 港码 after 'remember my ring size is 12'. A size that stands is rescaled as a wish."""
    scale = bare_scale(text)
    if scale is None or not session.memory or session.constraints.number("ring_size_mm"):
        return None
    last = session.memory[-1]
    number = (last.said or "").partition(":")[2]
    if last.slot != "ring_size_mm" or not number or number.isalpha():
        return None
    size = f"{scale}:{number}"
    mm = size_in_mm(size)
    return None if mm is None else Memo(last.about, last.slot, mm, size)


def _known_already(text: str, about: str, session: Session) -> tuple[Memo, ...]:
    """The values of what ``text`` names: those that stand, where the wishes are for that person,
    else those that are remembered of them."""
    slots, standing = _slots_named(text), session.constraints
    people = tuple(one for one in standing.terms("recipient") if one != "self")
    if AMENDS.search(text):  # another value was to be given
        return ()
    is_theirs = about in people or (not people and about in ("self", _SOMEBODY))
    stands = tuple(one for one in slots if is_theirs and one in standing.values)
    if stands:
        return tuple(Memo(about, one, standing.values[one]) for one in stands)
    return tuple(one for one in session.memory if one.about == about and one.slot in slots)


def unknown_to_keep(
    text: str, mentions: Iterable[Mention], standing: Constraints
) -> tuple[str, str] | None:
    """Whose and which value folded ``text`` asks to be remembered, where it states none: a person
    and a slot. None where it names nothing that could be."""
    slots = _slots_named(text)
    if not slots:
        return None
    kinds = standing.terms("category")
    fitting = [one for kind in kinds for one in _SIZE_OF.get(kind, ()) if one in slots]
    return _about(text, mentions, standing), (fitting or slots)[0]


def amends_memo(
    text: str,
    mentions: Iterable[Mention],
    standing: Constraints,
    memory: Iterable[Memo],
) -> bool:
    """Does folded ``text`` put right what is remembered: 'change my ring size to US 7'? A budget
    that stands among the wishes is changed there."""
    memory = tuple(memory)
    if not memory or not AMENDS.search(text):
        return False
    about, slots = _about(text, mentions, standing), _slots_named(text)
    if "price_max_minor" in slots and "currency" in standing.values:
        return False
    return any(one.about == about and one.slot in slots for one in memory)


def _slots_named(text: str) -> tuple[str, ...]:
    return next((slots for words, slots in _KEPT if words.search(text)), ())


def memos_to_forget(
    text: str, mentions: Sequence[Mention], standing: Constraints, memory: Iterable[Memo]
) -> tuple[Memo, ...]:
    """Which memos of ``memory`` folded ``text`` asks to be forgotten."""
    memory = tuple(memory)
    slots = _slots_named(text)
    if slots:
        about = _about(text, mentions, standing)
        kept = [one for one in memory if one.slot in slots]
        return tuple(
            Memo(one.about, one.slot, None)
            for one in kept
            if one.about == about or len({other.about for other in kept}) == 1
        )
    people = {who for one in mentions for who in one.means.get("recipient", ())}
    if people or _LIKINGS.search(text):  # 'forget what my mum likes'
        about = _about(text, mentions, standing)
        likes_only = _LIKINGS.search(text) and not FORGET_ALL.search(text)
        return tuple(
            Memo(one.about, one.slot, None)
            for one in memory
            if one.about == about and not (likes_only and one.slot in _NO_LIKINGS)
        )
    if any(all_of_it.search(text) for all_of_it in (FORGET_ALL, FORGET_MEMORY, FORGET_IT_ALL)):
        return tuple(Memo(one.about, one.slot, None) for one in memory)
    if memory and _THE_LAST.search(text):
        return (Memo(memory[-1].about, memory[-1].slot, None),)
    return ()


def recalled_wishes(
    text: str, edits: Iterable[Edit], standing: Constraints, memory: Iterable[Memo]
) -> tuple[Edit, ...]:
    """The remembered size that 'in my size' or 'in her size' asks for, for the kind of piece that
    is talked of; nothing where none is remembered."""
    edits, memory = tuple(edits), tuple(memory)
    asked = _size_asked_for(text, edits, standing, memory)
    if asked is None:
        return ()
    people, slots = asked
    recalled = tuple(
        Want(memo.slot, memo.value)
        for memo in memory
        if memo.about in people and memo.slot in slots and memo.value is not None
    )
    named = {"self", *standing.terms("recipient"), *_named(edits)}
    if recalled and named.isdisjoint(people):  # 'her' is whom the talk is about from now on
        return (Want("recipient", people), *recalled)
    return recalled


def _named(edits: Iterable[Edit]) -> tuple[str, ...]:
    """The people that edits make the recipients."""
    wants = (one for one in edits if isinstance(one, Want) and one.slot == "recipient")
    return tuple(who for one in wants if isinstance(one.value, tuple) for who in one.value)


def unrecalled(
    text: str, edits: Iterable[Edit], standing: Constraints, memory: Iterable[Memo]
) -> str | None:
    """Whose size folded ``text`` asks for though none of theirs is remembered; None for nobody."""
    memory = tuple(memory)
    asked = _size_asked_for(text, edits, standing, memory)
    if asked is None:
        return None
    people, slots = asked
    if not slots:
        return None  # a pendant has no size to be remembered
    is_known = any(one.about in people and one.slot in slots for one in memory)
    if slots & set(standing.values) and standing.terms("recipient") in ((), people[:1]):
        return None  # told a moment ago: it stands
    return None if is_known else people[0]


def sizeless_kind(
    text: str, edits: Iterable[Edit], standing: Constraints, memory: Iterable[Memo]
) -> bool:
    """Does folded ``text`` ask for somebody's size of a kind of piece that has none, as a pendant
    has?"""
    asked = _size_asked_for(text, tuple(edits), standing, tuple(memory))
    return asked is not None and not asked[1]


def _size_asked_for(
    text: str, edits: Iterable[Edit], standing: Constraints, memory: Sequence[Memo]
) -> tuple[tuple[str, ...], frozenset[str]] | None:
    """Whose size 'in my size' and 'in her size' mean, and of which kinds of piece; None where no
    remembered size is asked for. 'Hers' is never the shopper's own."""
    is_theirs = THEIR_SIZE.search(text) is not None
    if not is_theirs and not MY_SIZE.search(text):
        return None
    people: tuple[str, ...] = ("self",)
    if is_theirs:
        meant = tuple(one for one in standing.terms("recipient") if one != "self")
        people = meant or _others(text, memory) or (_SOMEBODY,)
    kinds = standing.terms("category")
    for edit in edits:
        if not isinstance(edit, Want) or not isinstance(edit.value, tuple):
            continue
        if edit.slot == "recipient" and is_theirs and edit.value != ("self",):
            people = edit.value
        if edit.slot == "category":
            kinds = edit.value
    slots = {slot for kind in kinds for slot in _SIZE_OF.get(kind, ())}
    return people, frozenset(slots if kinds else _SIZES)


def _others(text: str, memory: Iterable[Memo]) -> tuple[str, ...]:
    """Whom 'her' or 'his' may mean where the talk names nobody: the last one remembered for."""
    unfit = _WOMEN if _HIS.search(text) else _MEN
    named = [one.about for one in memory if one.about != "self" and one.about not in unfit]
    return tuple(named[-1:])


def _about(text: str, mentions: Iterable[Mention], standing: Constraints) -> str:
    """Whose it is: a person named, 'her' of the gift that is talked of, else the shopper."""
    for mention in mentions:
        named = mention.means.get("recipient", ())
        if named and named != ("self",):
            return named[0]
    if _THEIRS.search(text) and not _MINE.search(text):
        recipients = tuple(one for one in standing.terms("recipient") if one != "self")
        return recipients[0] if recipients else _SOMEBODY
    if _IT.search(text) and not _MINE.search(text):  # of whomever the talk is about
        return next((one for one in standing.terms("recipient") if one != "self"), "self")
    return "self"
