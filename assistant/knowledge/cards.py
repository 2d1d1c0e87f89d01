"""Reads knowledge cards from their data files; a card without source or text is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, cast

import yaml

from assistant.errors import KnowledgeError
from assistant.knowledge.card import Card
from assistant.terms import LANGUAGES

_TOPICS = ("care", "sizing", "advice", "policy")
_CONFIDENCES = ("high", "medium", "low")


def load_cards(folder: Path) -> tuple[Card, ...]:
    """Every card of every ``*.yaml`` in ``folder``, in file order.

    Raises KnowledgeError naming file, card and field.
    """
    cards: dict[str, Card] = {}
    for path in sorted(folder.glob("*.yaml")):
        for card in _read_file(path):
            if card.id in cards:
                raise KnowledgeError(f"{path.name}: card '{card.id}' stands twice")
            cards[card.id] = card
    return tuple(cards.values())


def _read_file(path: Path) -> Iterator[Card]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    defaults = data.get("defaults", {})
    for entry in data["cards"]:
        yield _read_card(path.name, {**defaults, **entry})


def _read_card(file: str, entry: Mapping[str, object]) -> Card:
    name = entry.get("id")
    for field in ("id", "topic", "keys", "source", "date", "confidence", *LANGUAGES):
        if not entry.get(field):
            raise KnowledgeError(f"{file}: card '{name}' has no '{field}'; every card states one")
    if entry["topic"] not in _TOPICS or entry["confidence"] not in _CONFIDENCES:
        raise KnowledgeError(
            f"{file}: card '{name}': topic is one of {_TOPICS}, confidence of {_CONFIDENCES}"
        )
    keys = entry["keys"]
    if not isinstance(keys, list):
        raise KnowledgeError(f"{file}: card '{name}': keys are a list, not {keys!r}")
    return Card(
        id=str(name),
        topic=str(entry["topic"]),
        keys=tuple(map(str, keys)),
        text={"en": str(entry["en"]).strip(), "zh": str(entry["zh"]).strip()},
        source=str(entry["source"]),
        date=str(entry["date"]),
        confidence=cast(Literal["high", "medium", "low"], entry["confidence"]),
    )
