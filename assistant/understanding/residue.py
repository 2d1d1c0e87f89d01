"""The words of a sentence that describe and that no rule has read: they feed the search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.amount import Amount
from assistant.understanding.mentions import Mention

# Words that carry no description: what is left of a sentence after them feeds the search.
_STOPWORDS = re.compile(
    r"\b(?:a|an|the|i|i'm|i'd|me|my|you|your|we|it|is|are|am|be|to|of|in|on|for|with|and|or|but|at|"
    r"by|from|this|that|these|those|any|some|one|ones|show|find|want|need|looking|look|like|please|"
    r"can|could|would|do|does|have|has|got|there|something|anything|under|over|below|above|about|"
    r"around|between|less|more|than|not|no|without|give|see|buy|get|tell|hi|hello|hey|thanks|yes|"
    r"ok|okay|actually|maybe|just|only|also|too|well|really|very|now|search|recommend|"
    r"suggest|again)\b"
    r"|"
    r"[的了吗呢吧啊我你您他她它们想要买看找有没是个款件只对条枚给请帮一下些点什么还和或不这那都也就在再能可以好送推荐号码]"
    r"|[^\w\s]|\d+"
)


def residue(text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]) -> str:
    """What is left of folded ``text`` beside what was understood, at most 300 characters."""
    found: tuple[Mention | Amount, ...] = (*mentions, *amounts)
    spans = [(one.start, one.end) for one in found]
    left = "".join(
        " " if any(start <= at < end for start, end in spans) else char
        for at, char in enumerate(text)
    )
    return " ".join(_STOPWORDS.sub(" ", left).split())[:300]
