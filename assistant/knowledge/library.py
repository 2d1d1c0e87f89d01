"""The shelf of knowledge cards: the ones that answer a question, the most specific first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge.card import Card

_MOST = 2
# Themes that a question names on purpose, before the materials it merely mentions.
_GENERAL = "general"


class Library:
    """Implements ``respond.Library``."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = tuple(cards)

    def find(self, topic: str, keys: tuple[str, ...]) -> tuple[Card, ...]:
        """At most two cards of ``topic`` about ``keys``; the topic's general card if none fits.

        A card that answers more of the keys comes first; among equals, the earlier key decides.
        Advice is looked for in every topic: 'what is vermeil' may be answered by a care card.
        """
        shelf = [card for card in self._cards if card.topic == topic]
        if topic == "advice":
            shelf += [card for card in self._cards if card.topic in ("care", "sizing")]
        scored = []
        for place, card in enumerate(shelf):
            hits = [keys.index(key) for key in card.keys if key in keys]
            if hits:
                scored.append((card.topic != topic, -len(hits), min(hits), place, card))
        found = tuple(card for *_, card in sorted(scored, key=lambda entry: entry[:4]))
        if found:
            return found[:_MOST] if topic == "care" else found[:1]
        return tuple(card for card in shelf if _GENERAL in card.keys and card.topic == topic)[:1]
