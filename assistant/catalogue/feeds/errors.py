"""What can be wrong with a merchant's file as a whole, and with one cell of it.

FeedError       the file cannot be read at all: nothing of it is imported
└── MappingError    the mapping names a key, a field or a column that is not there
Unreadable      one cell; the converter turns it into a Problem with row, field and value
"""

from __future__ import annotations

from assistant.errors import AssistantError


class FeedError(AssistantError):
    """A product file that cannot be read as a whole; says what came and what to do."""

    code = "feed"


class MappingError(FeedError):
    """A mapping that cannot be used; names the key and what is allowed there."""

    code = "feed_mapping"


class Unreadable(ValueError):
    """A cell that states something we cannot take over. ``str(error)`` is the reason."""
