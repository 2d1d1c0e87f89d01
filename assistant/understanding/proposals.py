"""A proposal of marriage is made with a ring: 'I want to propose', 打算求婚.

The ring is wished for where no other kind of piece is named or stands, and is said aloud with what
was found, so that it can be taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.constraints import Constraints, Edit, Want

_PROPOSES = re.compile(
    r"\b(?:going to |planning to |want to |wanna |about to |ready to )?"
    r"propos(?:e|ing|al)\b(?! (?:that|we|you|a |an |some|to (?:buy|get|pay|go|meet|look|see)))|"
    r"\bpop(?:ping)? the question\b|\b(?:down )?on (?:one|a|my) knee\b|"
    r"\bask(?:ing)? (?:her|him|my \w+) to marry\b|"
    r"求婚(?!成功|过|了|纪念|那天|那年|之后|以后|后|的?时|的?照)"
)


def ring_of_a_proposal(text: str, edits: Iterable[Edit], standing: Constraints) -> tuple[Edit, ...]:
    """The ring that folded ``text`` proposes with; nothing where a kind of piece is wished, turned
    away or standing already, or where nobody proposes."""
    settled = any(one.slot == "category" for one in edits) or "category" in standing.values
    if settled or "category" in standing.exclude or not _PROPOSES.search(text):
        return ()
    return (Want("category", ("ring",)),)
