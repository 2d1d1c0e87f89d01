"""How a download is shown: a callable that hears bytes, and the bar for a terminal."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Any, Protocol, TextIO

if TYPE_CHECKING:
    from tqdm import tqdm

logger = logging.getLogger(__name__)


class ProgressListener(Protocol):
    """Hears how far a download is.

    ``done_bytes`` never falls within one card; ``total_bytes`` is None where it is not known.
    The last call of a card that went well has ``done_bytes == total_bytes``.
    """

    def __call__(self, card_name: str, done_bytes: int, total_bytes: int | None, /) -> None: ...


class TerminalProgress:
    """A tqdm bar a card on a terminal; two log lines a card elsewhere."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream if stream is not None else sys.stderr
        self._bars: dict[str, tqdm[Any] | None] = {}

    def __call__(self, card_name: str, done_bytes: int, total_bytes: int | None, /) -> None:
        """Move the card's bar; open it at the first call, close it when all bytes are there."""
        if card_name not in self._bars:
            self._bars[card_name] = self._open(card_name, total_bytes)
        bar = self._bars[card_name]
        if bar is not None:
            bar.update(done_bytes - bar.n)
        if total_bytes is not None and done_bytes >= total_bytes:
            self._close(card_name)

    def _open(self, card_name: str, total_bytes: int | None) -> tqdm[Any] | None:
        if not self._stream.isatty():
            size = "size unknown" if total_bytes is None else f"{total_bytes / 1e6:.0f} MB"
            logger.info("fetching %s (%s)", card_name, size)
            return None
        from tqdm import tqdm

        return tqdm(desc=card_name, total=total_bytes, unit="B", unit_scale=True, file=self._stream)

    def _close(self, card_name: str) -> None:
        bar = self._bars.pop(card_name)
        if bar is None:
            logger.info("fetched %s", card_name)
        else:
            bar.close()
