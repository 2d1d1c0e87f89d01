"""Reads knowledge cards from their data files; a card without source, date or text is refused."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, cast

import yaml

from assistant.errors import KnowledgeError
from assistant.knowledge.card import Card
from assistant.terms import LANGUAGES

_CONFIDENCES = ("high", "medium", "low")
_GENTLENESS = (1, 2, 3, 4, 5)
# A card's topic is its file; every other file holds advice.
_TOPIC_OF_FILE = {"care": "care", "sizing": "sizing", "shop": "policy"}


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
    topic = _TOPIC_OF_FILE.get(path.stem, "advice")
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(entries, list):
        raise KnowledgeError(f"{path.name}: a file of cards is a list of them")
    for entry in entries:
        yield _read_card(path.name, topic, entry)


def _read_card(file: str, topic: str, entry: Mapping[str, object]) -> Card:
    name = entry.get("id")
    for field in ("id", "keys", "text", "source", "date", "confidence"):
        if not entry.get(field):
            raise KnowledgeError(f"{file}: card '{name}' has no '{field}'; every card states one")
    keys, text, confidence = entry["keys"], entry["text"], entry["confidence"]
    if not isinstance(keys, list):
        raise KnowledgeError(f"{file}: card '{name}': keys are a list, not {keys!r}")
    if not isinstance(text, dict) or not all(text.get(language) for language in LANGUAGES):
        raise KnowledgeError(f"{file}: card '{name}': the text is in en and zh, not {text!r}")
    if confidence not in _CONFIDENCES:
        raise KnowledgeError(f"{file}: card '{name}': confidence is one of {_CONFIDENCES}")
    return Card(
        id=str(name),
        topic=topic,
        keys=tuple(map(str, keys)),
        text={"en": text["en"].strip(), "zh": text["zh"].strip()},
        source=str(entry["source"]),
        date=str(entry["date"]),
        confidence=cast(Literal["high", "medium", "low"], confidence),
        gentleness=_read_gentleness(file, topic, entry),
    )


def _read_gentleness(file: str, topic: str, entry: Mapping[str, object]) -> int:
    gentleness = entry.get("gentleness", 1)
    is_known = isinstance(gentleness, int) and gentleness in _GENTLENESS
    if not is_known or (topic != "care" and "gentleness" in entry):
        raise KnowledgeError(
            f"{file}: card '{entry['id']}': gentleness is 1 to 5, and of care cards alone"
        )
    return cast(int, gentleness)
