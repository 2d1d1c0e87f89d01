"""Sessions in memory: for ``converse`` and ``chat``, which forget when they end."""

from __future__ import annotations

import secrets
import threading

from assistant.conversation import Feedback
from assistant.errors import SequenceConflict, StorageError
from assistant.session import Event, Session, TurnEnded, apply


class MemorySessionStore:
    """Implements ``conversation.SessionStore``; safe for many threads."""

    def __init__(self) -> None:
        self._events: dict[str, list[Event]] = {}
        self._feedback: list[Feedback] = []
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
        """Adds events. Raises SequenceConflict where others came first, StorageError for an
        unknown session."""
        with self._lock:
            known = self._events.get(session_id)
            if known is None:
                raise StorageError(f"session '{session_id}' does not exist; create it first")
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
        """Keeps a thumb."""
        with self._lock:
            self._feedback.append(feedback)

    def erase(self, session_id: str) -> None:
        """Forgets all of a session."""
        with self._lock:
            self._events.pop(session_id, None)
            self._feedback = [one for one in self._feedback if one.session_id != session_id]
