"""A knowledge card: one sourced fact, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.terms import Language


@dataclass(frozen=True)
class Card:
    """One fact to answer from. ``topic`` groups cards (care, sizing, shop, metal, stone)."""

    id: str
    topic: str
    keys: tuple[str, ...]  # the terms it is about: ('pearl',), ('ring_size',)
    text: Mapping[Language, str]
    source: str
    date: str
    confidence: Literal["high", "medium", "low"]
