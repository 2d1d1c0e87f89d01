"""A session is a fold of immutable events: what stands after everything that happened.

``apply`` gives the next Session; nothing is changed in place. How events travel as JSON is told in
``event_json.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from assistant.constraints import Constraints
from assistant.terms import Language
from assistant.turn import Memo, Question, SetWish, Vector

_MOST_UNDONE = 20
_MOST_SEEN = 200


@dataclass(frozen=True)
class WishesChanged:
    """The standing wishes are now these."""

    constraints: Constraints


@dataclass(frozen=True)
class WishesUndone:
    """The last change of the wishes was taken back."""


@dataclass(frozen=True)
class SetWished:
    """A set is on the table: what was wished for, and the pieces, in the wish's order."""

    wish: SetWish
    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class MemoKept:
    """The shopper asked to remember this, or (value None) to forget it."""

    memo: Memo


@dataclass(frozen=True)
class MemosForgotten:
    """The shopper asked to forget all that was remembered."""


@dataclass(frozen=True)
class HandedOver:
    """A card was written for the staff. ``card`` is plain JSON, as ``dialogue.handover`` makes
    it."""

    card: Mapping[str, object]


@dataclass(frozen=True)
class SearchWorded:
    """The descriptive words that the next search goes on with."""

    words: str


@dataclass(frozen=True)
class PhotoSeen:
    """A photo's vector, float32 of unit length; its pixels are not kept."""

    vector: Vector


@dataclass(frozen=True)
class ProductsShown:
    """These products are on the table, in this order."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class ProductsFocused:
    """The talk is about these products: 'it' means them."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class ProductSaved:
    """The shopper put a product on their list (or took it off)."""

    product_id: str
    saved: bool = True


@dataclass(frozen=True)
class QuestionAsked:
    """One question is open."""

    question: Question


@dataclass(frozen=True)
class Restarted:
    """The shopper started over; the saved list stays."""


@dataclass(frozen=True)
class TurnEnded:
    """One turn is done. ``reply`` is the contract's JSON object, as shown."""

    at: datetime
    language: Language
    user_text: str | None
    modalities: tuple[str, ...]  # of text, photo, speech
    reply: Mapping[str, object]


Event = (
    WishesChanged
    | WishesUndone
    | SetWished
    | MemoKept
    | MemosForgotten
    | HandedOver
    | SearchWorded
    | PhotoSeen
    | ProductsShown
    | ProductsFocused
    | ProductSaved
    | QuestionAsked
    | Restarted
    | TurnEnded
)


@dataclass(frozen=True)
class FormerSet:
    """The set that lay on the table before a change: its wish and its pieces."""

    wish: SetWish
    pieces: tuple[str, ...]


@dataclass(frozen=True)
class Session:
    """One shopper's conversation. ``sequence`` counts events, ``turns`` finished turns."""

    id: str
    sequence: int = 0
    turns: int = 0
    language: Language | None = None
    constraints: Constraints = field(default_factory=Constraints)
    words: str = ""
    photo: Vector | None = None
    shown: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    question: Question | None = None
    asked: tuple[str, ...] = ()
    past: tuple[Constraints, ...] = ()  # wishes before each change that can be undone, newest last
    past_sets: tuple[FormerSet | None, ...] = ()  # that lay on the table then, one for each of past
    past_turn: int | None = None  # in which the newest of past was left
    set_wish: SetWish | None = None
    set_pieces: tuple[str, ...] = ()
    memory: tuple[Memo, ...] = ()
    handovers: tuple[Mapping[str, object], ...] = ()
    seen: tuple[str, ...] = ()  # everything that was ever on the table, latest last

    @property
    def has_set_on_table(self) -> bool:
        """Is the set that was put together what the shopper looks at?"""
        return self.set_wish is not None and set(self.set_pieces) == set(self.shown)


def apply(session: Session, events: Iterable[Event]) -> Session:
    """The session after these events."""
    for event in events:
        session = replace(_apply_one(session, event), sequence=session.sequence + 1)
    return session


def _apply_one(session: Session, event: Event) -> Session:  # noqa: PLR0912 - one case an event
    match event:
        case WishesChanged(constraints):
            return replace(_remember(session), constraints=constraints)
        case WishesUndone():
            if not session.past:
                return session
            return _taken_back(session)
        case SetWished(wish, product_ids):
            is_new = session.past_turn != session.turns  # else the wishes of this turn changed too
            changes = (wish, product_ids) != (session.set_wish, session.set_pieces)
            before = _remember(session) if is_new and changes else session
            return replace(before, set_wish=wish, set_pieces=product_ids)
        case MemoKept(memo):
            others = tuple(
                one for one in session.memory if (one.about, one.slot) != (memo.about, memo.slot)
            )
            return replace(session, memory=others if memo.value is None else (*others, memo))
        case MemosForgotten():
            return replace(session, memory=())
        case HandedOver(card):
            return replace(session, handovers=(*session.handovers, card))
        case SearchWorded(words):
            return replace(session, words=words)
        case PhotoSeen(vector):
            return replace(session, photo=vector)
        case ProductsShown(product_ids):
            older = tuple(one for one in session.seen if one not in product_ids)
            seen = (*older, *product_ids)[-_MOST_SEEN:]
            return replace(session, shown=product_ids, focus=(), seen=seen)
        case ProductsFocused(product_ids):
            return replace(session, focus=product_ids)
        case ProductSaved(product_id, saved):
            kept = tuple(known for known in session.saved if known != product_id)
            return replace(session, saved=(*kept, product_id) if saved else kept)
        case QuestionAsked(question):
            return replace(session, question=question, asked=(*session.asked, question.slot))
        case Restarted():
            return Session(
                session.id,
                session.sequence,
                session.turns,
                session.language,
                saved=session.saved,
                memory=session.memory,
                handovers=session.handovers,
            )
        case TurnEnded(language=language, reply=reply):
            open_question = session.question if reply.get("question") else None
            return replace(
                session, turns=session.turns + 1, language=language, question=open_question
            )


def _remember(session: Session) -> Session:
    """The session with what stands now among what can be taken back to."""
    former = None
    if session.set_wish is not None and session.has_set_on_table:
        former = FormerSet(session.set_wish, session.set_pieces)
    return replace(
        session,
        past=(*session.past, session.constraints)[-_MOST_UNDONE:],
        past_sets=(*session.past_sets, former)[-_MOST_UNDONE:],
        past_turn=session.turns,
    )


def _taken_back(session: Session) -> Session:
    """The session with the wishes that stood before the last change, and with the set that was
    then on the table."""
    former = session.past_sets[-1]
    return replace(
        session,
        constraints=session.past[-1],
        past=session.past[:-1],
        past_sets=session.past_sets[:-1],
        past_turn=None,
        set_wish=former.wish if former else None,
        set_pieces=former.pieces if former else (),
    )
