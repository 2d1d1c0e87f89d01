"""What intake needs to know of the limits; ``settings.Limits`` is one."""

from __future__ import annotations

from typing import Protocol


class Limits(Protocol):
    """Characters, bytes, pixels and seconds that one turn may hold."""

    @property
    def text_characters(self) -> int: ...
    @property
    def photo_bytes(self) -> int: ...
    @property
    def photo_pixels(self) -> int: ...
    @property
    def photo_side_px(self) -> int: ...
    @property
    def audio_bytes(self) -> int: ...
    @property
    def audio_seconds(self) -> float: ...
