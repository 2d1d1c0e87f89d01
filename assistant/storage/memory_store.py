"""Sessions in memory: for ``converse`` and ``chat``, which forget when they end."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable

from assistant.conversation import Feedback, SharedList
from assistant.errors import SequenceConflict, UnknownSession
from assistant.session import Event, Session, TurnEnded, apply
from assistant.terms import Language


class MemorySessionStore:
    """Implements ``conversation.SessionStore``; safe for many threads."""

    def __init__(self) -> None:
        self.lists = MemoryListStore(lambda session_id: session_id in self._events)
        self._events: dict[str, list[Event]] = {}
        self._feedback: dict[tuple[str, int], Feedback] = {}
        self._lock = threading.Lock()

    def create(self, session_id: str | None = None) -> Session:
        """A new session, under an id of our own unless one is given."""
        chosen = session_id or secrets.token_urlsafe(16)
        with self._lock:
            self._events.setdefault(chosen, [])
        return self.load(chosen) or Session(chosen)

    def load(self, session_id: str) -> Session | None:
        """The session as it stands, None for an unknown id."""
        with self._lock:
            events = self._events.get(session_id)
            known = None if events is None else tuple(events)
        return None if known is None else apply(Session(session_id), known)

    def append(self, session_id: str, expected_sequence: int, events: tuple[Event, ...]) -> None:
        """Adds events. Raises SequenceConflict where others came first, UnknownSession for one
        that was never begun, or was erased meanwhile."""
        with self._lock:
            known = self._events.get(session_id)
            if known is None:
                raise UnknownSession(f"session '{session_id}' does not exist; create it first")
            if len(known) != expected_sequence:
                raise SequenceConflict(
                    f"session '{session_id}' is at {len(known)}, not {expected_sequence}"
                )
            known.extend(events)

    def history(self, session_id: str) -> tuple[TurnEnded, ...]:
        """Finished turns, oldest first."""
        with self._lock:
            events = tuple(self._events.get(session_id, ()))
        return tuple(event for event in events if isinstance(event, TurnEnded))

    def add_feedback(self, feedback: Feedback) -> None:
        """Keeps a thumb; a second one on the same turn replaces the first."""
        with self._lock:
            if feedback.session_id not in self._events:
                raise UnknownSession(f"session '{feedback.session_id}' does not exist")
            self._feedback[feedback.session_id, feedback.turn] = feedback

    def erase(self, session_id: str) -> None:
        """Forgets all of a session."""
        with self._lock:
            self._events.pop(session_id, None)
            for key in [key for key in self._feedback if key[0] == session_id]:
                del self._feedback[key]
        self.lists.revoke(session_id)


class MemoryListStore:
    """Shared shortlists of a ``MemorySessionStore``; ``has_session`` says which ids it holds."""

    def __init__(self, has_session: Callable[[str], bool]) -> None:
        self._has_session = has_session
        self._by_session: dict[str, SharedList] = {}
        self._lock = threading.Lock()

    def share(
        self, session_id: str, product_ids: tuple[str, ...], language: Language
    ) -> SharedList:
        """The session's one link, now to these pieces. Raises UnknownSession."""
        if not self._has_session(session_id):
            raise UnknownSession(f"session '{session_id}' does not exist; create it first")
        with self._lock:
            known = self._by_session.get(session_id)
            token = known.token if known else secrets.token_urlsafe(24)
            shared = SharedList(token, product_ids, language)
            self._by_session[session_id] = shared
        return shared

    def find(self, token: str) -> SharedList | None:
        """The list behind a link, None where there is none or it was taken back."""
        with self._lock:
            return next((one for one in self._by_session.values() if one.token == token), None)

    def of_session(self, session_id: str) -> SharedList | None:
        """What this session shares."""
        with self._lock:
            return self._by_session.get(session_id)

    def revoke(self, session_id: str) -> None:
        """Takes the link back."""
        with self._lock:
            self._by_session.pop(session_id, None)
