"""Sessions as they stood when last seen, so that a long conversation is not folded anew each turn.

The database stays the truth: only events after what is remembered are read and applied.
"""

from __future__ import annotations

import threading
from collections import OrderedDict

from assistant.session import Session

_MOST = 1024  # sessions; one with a photo's vector takes some 6 kB


class RecentSessions:
    """The sessions seen last, by id and the moment they began; safe for many threads.

    The moment tells a session from another that took its id after it was erased.
    """

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._known: OrderedDict[str, tuple[str, Session]] = OrderedDict()
        self._lock = threading.Lock()

    def find(self, session_id: str, created_at: str) -> Session:
        """The session as last seen, or as it began."""
        with self._lock:
            known = self._known.get(session_id)
        return known[1] if known and known[0] == created_at else Session(session_id)

    def keep(self, session: Session, created_at: str) -> None:
        """Remembers it, unless a later state is known."""
        with self._lock:
            known = self._known.get(session.id)
            if known and known[0] == created_at and known[1].sequence > session.sequence:
                return
            self._known[session.id] = (created_at, session)
            self._known.move_to_end(session.id)
            while len(self._known) > self._most:
                self._known.popitem(last=False)

    def forget(self, session_id: str) -> None:
        """Drops it."""
        with self._lock:
            self._known.pop(session_id, None)
