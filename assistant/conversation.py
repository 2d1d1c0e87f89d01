"""One shopper's turn, from raw input to a stored reply: the service that every edge calls.

The page, the HTTP route and the command line all go through ``Conversations``. It reads what came
in, loads the session, lets the assistant answer, and appends the events with the sequence number
it expected; when somebody else appended first, it reads the session again and answers anew.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from assistant.actions import HandOver
from assistant.constraints import Clear, Edit, apply_edits
from assistant.dialogue.handover import make_card
from assistant.errors import SequenceConflict
from assistant.respond import Answered, Step
from assistant.session import (
    Event,
    HandedOver,
    MemoKept,
    MemosForgotten,
    ProductSaved,
    Session,
    TurnEnded,
    WishesChanged,
)
from assistant.terms import Language
from assistant.turn import Memo, RawTurn, Reply, UserTurn

_ATTEMPTS = 5
_MOST_SHARED = 100  # pieces on a shared list
_SIZES = ("ring_size_mm", "bangle_mm", "length_mm")


@dataclass(frozen=True)
class Feedback:
    """A thumb on one turn. ``vote`` is +1 or -1; ``reason`` is the shopper's own words."""

    session_id: str
    turn: int
    vote: int
    reason: str = ""


@dataclass(frozen=True)
class SharedList:
    """A shortlist behind a link: which pieces, and the language that it was made in. Who has the
    ``token`` can read it."""

    token: str
    product_ids: tuple[str, ...]
    language: Language


class Responder(Protocol):
    """Answers one turn; yields what it found on the way, the answer last."""

    def respond_stream(self, turn: UserTurn, session: Session) -> Iterator[Step]: ...


class ListStore(Protocol):
    """Where shared shortlists live: one a session, gone with it. ``share`` raises
    UnknownSession."""

    def share(
        self, session_id: str, product_ids: tuple[str, ...], language: Language
    ) -> SharedList: ...
    def find(self, token: str) -> SharedList | None: ...
    def of_session(self, session_id: str) -> SharedList | None: ...
    def revoke(self, session_id: str) -> None: ...


class SessionStore(Protocol):
    """Where sessions live. ``append`` raises SequenceConflict if others appended first; ``erase``
    takes the shared list along."""

    @property
    def lists(self) -> ListStore: ...
    def create(self, session_id: str | None = None) -> Session: ...
    def load(self, session_id: str) -> Session | None: ...
    def append(
        self, session_id: str, expected_sequence: int, events: tuple[Event, ...]
    ) -> None: ...
    def history(self, session_id: str) -> tuple[TurnEnded, ...]: ...
    def add_feedback(self, feedback: Feedback) -> None: ...
    def erase(self, session_id: str) -> None: ...


class Conversations:
    """Takes turns for any number of shoppers at once."""

    def __init__(
        self,
        responder: Responder,
        store: SessionStore,
        read_turn: Callable[[RawTurn], UserTurn],
    ) -> None:
        self.store = store
        self._responder = responder
        self._read_turn = read_turn
        self._locks: dict[str, _CountedLock] = {}
        self._guard = threading.Lock()

    def open(self, session_id: str | None, *, trust_id: bool = False) -> tuple[Session, bool]:
        """The session, and whether it is new although an id was given.

        An unknown id gets a session with an id of our own, unless ``trust_id`` (the command line
        names its sessions itself).
        """
        if session_id:
            known = self.store.load(session_id)
            if known:
                return known, False
        return self.store.create(session_id if trust_id else None), bool(session_id)

    def take(self, session_id: str, raw: RawTurn) -> Reply:
        """Answer one turn of an open session."""
        for step in self.stream(session_id, raw):
            if isinstance(step, Answered):
                return step.reply
        raise RuntimeError("stream ended without an answer")  # its last step is one

    def stream(self, session_id: str, raw: RawTurn) -> Iterator[Step]:
        """The same, giving each stage's result as soon as it stands."""
        turn = self._read_turn(raw)
        with self._lock(session_id):
            for attempt in range(1, _ATTEMPTS + 1):
                session = self.store.load(session_id) or self.store.create(session_id)
                answered = None
                for step in self._responder.respond_stream(turn, session):
                    if isinstance(step, Answered):
                        answered = step
                    elif attempt == 1:  # a retry does not tell the same things twice
                        yield step
                if answered is None:
                    raise RuntimeError("the responder ended without an answer")
                try:
                    self.store.append(session_id, session.sequence, answered.events)
                except SequenceConflict:
                    if attempt == _ATTEMPTS:
                        raise
                    continue
                yield answered
                return

    def save(self, session_id: str, product_id: str, *, saved: bool = True) -> Session:
        """Put a product on the shopper's list, or take it off."""
        return self._record(session_id, lambda _: (ProductSaved(product_id, saved),))

    def forget_wish(self, session_id: str, slots: tuple[str, ...]) -> Session:
        """Drop wishes (a pill was removed); the next search goes without them."""

        def drop(session: Session) -> tuple[Event, ...]:
            edits = [Clear(slot) for slot in slots]
            return (WishesChanged(apply_edits(session.constraints, edits)),)

        return self._record(session_id, drop)

    def change_wish(self, session_id: str, edits: tuple[Edit, ...]) -> Session:
        """Change wishes as one step that can be undone (a pill was edited)."""

        def change(session: Session) -> tuple[Event, ...]:
            wishes = apply_edits(session.constraints, edits)
            return () if wishes == session.constraints else (WishesChanged(wishes),)

        return self._record(session_id, change)

    def end_gift(self, session_id: str) -> Session:
        """The talk is for nobody else any more: the recipient goes, and with them the sizes that
        were remembered as theirs."""

        def end(session: Session) -> tuple[Event, ...]:
            wishes = session.constraints
            theirs = {
                memo.slot
                for memo in session.memory
                if memo.about in wishes.terms("recipient")
                and memo.slot in _SIZES
                and memo.value == wishes.values.get(memo.slot)
            }
            edits = [Clear(slot) for slot in ("recipient", *sorted(theirs))]
            return (WishesChanged(apply_edits(wishes, edits)),)

        return self._record(session_id, end)

    def keep_memos(self, session_id: str, memos: tuple[Memo, ...]) -> Session:
        """Remember these, or forget those without a value."""
        return self._record(session_id, lambda _: tuple(map(MemoKept, memos)))

    def forget_memos(self, session_id: str) -> Session:
        """Forget everything that was to be remembered."""
        return self._record(session_id, lambda _: (MemosForgotten(),))

    def hand_over(
        self, session_id: str, action: HandOver, language: Language, note: str = ""
    ) -> Session:
        """Write the card for the staff, as ``handover_card`` shows it before."""

        def write(session: Session) -> tuple[Event, ...]:
            return (HandedOver(handover_card(action, session, language, note)),)

        return self._record(session_id, write)

    def share(self, session_id: str, language: Language) -> SharedList | None:
        """A link to the shopper's list as it stands, the same link each time; None while nothing
        is on it."""
        with self._lock(session_id):
            session = self.store.load(session_id)
            if session is None or not session.saved:
                return None
            return self.store.lists.share(session_id, session.saved[-_MOST_SHARED:], language)

    def _record(self, session_id: str, decide: Callable[[Session], tuple[Event, ...]]) -> Session:
        with self._lock(session_id):
            for _ in range(_ATTEMPTS):
                session, _new = self.open(session_id)
                try:
                    self.store.append(session.id, session.sequence, decide(session))
                except SequenceConflict:
                    continue
                return self.store.load(session.id) or session
        raise SequenceConflict(f"session {session_id} changed {_ATTEMPTS} times; try again")

    def _lock(self, session_id: str) -> _CountedLock:
        """One lock per session in use: it only saves work, the sequence number is what counts."""
        with self._guard:
            lock = self._locks.setdefault(session_id, _CountedLock(self._release, session_id))
            lock.users += 1
            return lock

    def _release(self, session_id: str) -> None:
        with self._guard:
            lock = self._locks[session_id]
            lock.users -= 1
            if not lock.users:
                del self._locks[session_id]


def handover_card(
    action: HandOver, session: Session, language: Language, note: str = ""
) -> dict[str, object]:
    """The card of this moment, with the shopper's own ``note`` to the staff."""
    card = make_card(action, session, language)
    return {**card, "note": note} if note else card


class _CountedLock:
    """A lock that is dropped from its table when nobody waits for it any more."""

    def __init__(self, on_exit: Callable[[str], None], session_id: str) -> None:
        self.users = 0
        self._lock = threading.Lock()
        self._on_exit = on_exit
        self._session_id = session_id

    def __enter__(self) -> None:
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()
        self._on_exit(self._session_id)
