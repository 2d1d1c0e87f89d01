"""Files on their way from the page to a turn: kept in memory, once, for minutes.

The page posts a photo or a recording and gets a token; the turn that follows takes the bytes. No
file of a shopper is ever written to disk.
"""

from __future__ import annotations

import secrets
import threading
import time

_KEEP_S = 600.0
_MOST_BYTES_IN_ALL = 300_000_000
MAX_FILE_BYTES = 60_000_000  # above the limits of a turn, so that a turn can say what is wrong


class UploadBox:
    """Holds bytes by token; safe for many threads."""

    def __init__(self) -> None:
        self._held: dict[str, tuple[float, bytes]] = {}
        self._lock = threading.Lock()

    def put(self, data: bytes) -> str | None:
        """A token for ``data``, None where too much is held already."""
        now = time.monotonic()
        with self._lock:
            self._held = {
                token: held for token, held in self._held.items() if now - held[0] < _KEEP_S
            }
            if sum(len(held[1]) for held in self._held.values()) + len(data) > _MOST_BYTES_IN_ALL:
                return None
            token = secrets.token_urlsafe(16)
            self._held[token] = (now, data)
        return token

    def take(self, token: object) -> bytes | None:
        """The bytes, once; None for a token that is unknown, used or old."""
        with self._lock:
            held = self._held.pop(str(token), None)
        return held[1] if held and time.monotonic() - held[0] < _KEEP_S else None
