"""How a lie is planted in a reply, and that it is withheld."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.actions import Action
from assistant.errors import UngroundedReply
from assistant.terms import Language
from assistant.turn import Claim, GroundedReply
from tests.answers.counter import Counter


def assert_withheld(
    counter: Counter, reply: GroundedReply, action: Action, language: Language = "en"
) -> None:
    """The check lets ``reply`` not pass as an answer to ``action``."""
    with pytest.raises(UngroundedReply):
        counter.check(reply, action, language)


def reclaim(reply: GroundedReply, old: str, new: str, **fields: Any) -> GroundedReply:
    """The lie told in the text and in its claims alike."""
    assert old in reply.text
    claims = tuple(
        replace(claim, text=claim.text.replace(old, new), **fields) if old in claim.text else claim
        for claim in reply.claims
    )
    return replace(reply, text=reply.text.replace(old, new), claims=claims)


def with_claim(reply: GroundedReply, old: Claim, **fields: Any) -> GroundedReply:
    """One claim changed, and the text only where its own text is."""
    new = replace(old, **fields)
    claims = tuple(new if claim == old else claim for claim in reply.claims)
    return replace(reply, text=reply.text.replace(old.text, new.text), claims=claims)


def find_claim(reply: GroundedReply, source: str, field: str) -> Claim:
    """The first claim of this source and field."""
    return next(one for one in reply.claims if one.source == source and one.field == field)


def changed(value: object, /, **fields: object) -> dict[str, object]:
    """A claim's value with some of its parts changed."""
    assert isinstance(value, dict)
    return {**value, **fields}
