"""What a handler gives the page: new contents of its parts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """New contents of the page's parts; None leaves a part as it is."""

    thread: str | None = None
    live: str | None = None
    pills: str | None = None
    drawer: str | None = None
    saved_count: str | None = None
    session_id: str | None = None
    notice: str | None = None
