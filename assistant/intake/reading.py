"""From what an edge received to a turn: each part that cannot be used costs only itself."""

from __future__ import annotations

import re
import unicodedata

from assistant.errors import AudioError, PhotoError, TextTooLong, TurnError
from assistant.intake.limits import Limits
from assistant.intake.photo import read_photo
from assistant.intake.sound import read_speech
from assistant.turn import RawTurn, UserTurn

# Controls but tab and line ends; zero-width and direction marks, which hide words from a reader.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def read_turn(raw: RawTurn, limits: Limits) -> UserTurn:
    """The turn, with a problem for each part that could not be used."""
    problems: list[TurnError] = list(raw.problems)
    text = photo = speech = None
    try:
        text = read_text(raw.text, limits)
    except TextTooLong as error:
        problems.append(error)
    try:
        photo = read_photo(raw.image, limits) if raw.image is not None else None
    except PhotoError as error:
        problems.append(error)
    try:
        speech = read_speech(raw.audio, limits) if raw.audio is not None else None
    except AudioError as error:
        problems.append(error)
    return UserTurn(text, photo, speech, raw.locale, tuple(problems))


def read_text(text: str | None, limits: Limits) -> str | None:
    """Text without control characters, None where nothing is left. Raises TextTooLong."""
    if text is None:
        return None
    if len(text) > limits.text_characters:
        raise TextTooLong(
            f"{len(text)} characters; at most {limits.text_characters}",
            limit=limits.text_characters,
        )
    clean = _SURROGATE.sub("", _CONTROL.sub("", text))
    return unicodedata.normalize("NFC", clean).strip() or None
