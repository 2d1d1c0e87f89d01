"""Everything that can go wrong in the shop, as one tree.

AssistantError
├── CatalogueError(row, field, value)   a product row that cannot be trusted
├── FeedError, MappingError             a merchant's file or mapping (feeds/errors.py)
├── SettingsError                       the environment, or a file that it names
├── VocabularyError                     the closed vocabulary contradicts itself
├── KnowledgeError                      a knowledge card without a source or a text
├── TurnError                           what a shopper sent cannot be used
│   ├── EmptyTurn                       no words, no photo, no sound
│   ├── TextTooLong                     more characters than one turn may hold
│   ├── PhotoError(reason)              too large, broken, or no picture at all
│   ├── AudioError(reason)              too long, broken, silent or only noise
│   └── BadRequest                      a JSON line or form that is not a turn
├── UnknownSession                      an id that is not ours, or was erased
├── NotReady                            a model that is still loading
├── StaleIndex                      vectors of another catalogue or of other encoders
├── UngroundedReply                     a sentence that no claim backs
└── StorageError
    └── SequenceConflict                somebody else appended to this session first

``code`` is stable and goes into the JSON contract; ``details`` fill the sentence that the edge
shows in the shopper's language (``assistant/answers/apologies.py``). ``str(error)`` is for the log:
what came, what was expected, what to do.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Root of the shop's errors."""

    code = "internal"

    def __init__(self, message: str, **details: str | int | float) -> None:
        super().__init__(message)
        self.details = details


class CatalogueError(AssistantError):
    """A catalogue row that is wrong, named by row, field and value."""

    code = "catalogue"

    def __init__(self, row: int, field: str, value: object, expected: str) -> None:
        super().__init__(
            f"catalogue row {row}: field '{field}' is {value!r}; expected {expected}. "
            "Mend the row and load the catalogue again.",
            row=row,
            field=field,
            value=repr(value),
        )
        self.row, self.field, self.value, self.expected = row, field, value, expected


class SettingsError(AssistantError):
    """Something that was set cannot be used: a name of the environment, or the file it names."""

    code = "settings"


class VocabularyError(AssistantError):
    """The closed vocabulary's data file contradicts itself."""

    code = "vocabulary"


class KnowledgeError(AssistantError):
    """A knowledge card that cannot be used."""

    code = "knowledge"


class TurnError(AssistantError):
    """What the shopper sent cannot be used; their session is untouched."""

    code = "turn"


class EmptyTurn(TurnError):
    """A turn without words, photo or sound."""

    code = "empty_turn"


class TextTooLong(TurnError):
    """More characters than one turn may hold."""

    code = "text_too_long"


class PhotoError(TurnError):
    """A photo that cannot be read. ``code`` is photo_too_large, photo_broken or photo_missing."""

    code = "photo_broken"

    def __init__(self, message: str, *, code: str = "photo_broken", **details: str | int) -> None:
        super().__init__(message, **details)
        self.code = code


class AudioError(TurnError):
    """A recording that cannot be used. ``code`` is audio_too_long, audio_too_large, audio_broken,
    audio_silent (nothing heard) or audio_unclear (noise, or words that cannot be trusted)."""

    code = "audio_broken"

    def __init__(self, message: str, *, code: str = "audio_broken", **details: str | int) -> None:
        super().__init__(message, **details)
        self.code = code


class BadRequest(TurnError):
    """A JSON line or a form that is not a turn."""

    code = "bad_request"


class UnknownSession(AssistantError):
    """A session id that this shop did not give, or that was erased."""

    code = "unknown_session"


class NotReady(AssistantError):
    """A model that this turn needs is still loading."""

    code = "not_ready"


class StaleIndex(AssistantError):
    """Product vectors that belong to another catalogue or to other encoders."""

    code = "stale_index"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what}; make the vectors again with: python -m assistant index")


class UngroundedReply(AssistantError):
    """A reply said something that no claim backs; it is not shown."""

    code = "ungrounded"


class StorageError(AssistantError):
    """The database could not be read or written."""

    code = "storage"


class SequenceConflict(StorageError):
    """Another writer appended to this session first; read it again and retry."""

    code = "conflict"
