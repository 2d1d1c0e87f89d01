"""Sessions in memory: for ``converse`` and ``chat``, which forget when they end."""

from __future__ import annotations

import secrets
import threading

from assistant.conversation import Feedback
from assistant.errors import SequenceConflict, UnknownSession
from assistant.session import Event, Session, TurnEnded, apply


class MemorySessionStore:
    """Implements ``conversation.SessionStore``; safe for many threads."""

    def __init__(self) -> None:
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
