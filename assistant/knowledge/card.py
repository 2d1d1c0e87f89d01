"""A knowledge card: one sourced fact, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.terms import Language

# Subjects of care cards that are no material: what may happen to a piece, whatever it is made of.
CARE_MATTERS = frozenset({"tarnish", "storage", "water", "ultrasonic", "wear_habits", "check_up"})


@dataclass(frozen=True)
class Card:
    """One fact to answer from. ``topic`` is care, sizing, policy or advice.

    ``keys`` are what it is about: terms of the vocabulary and themes of questions. The first is
    its subject; the others are what it also touches.
    """

    id: str
    topic: str
    keys: tuple[str, ...]  # ('ring_scale', 'ring_size')
    text: Mapping[Language, str]
    source: str
    date: str
    confidence: Literal["high", "medium", "low"]
    # Care only: how gently it asks to be treated, 1 (bears machines) to 5 (a soft cloth alone).
    gentleness: int = 1

    @property
    def subject(self) -> str:
        """What the card is about before all else."""
        return self.keys[0]
