"""The shelf of knowledge cards: the few that answer a question, the most specific first."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.knowledge.card import CARE_MATTERS, Card

# An answer is read, not studied: two cards, and three only to care for a piece of three materials.
_MOST = 2
_MOST_CARE = 3
# A card about what was asked outweighs one that touches it and another thing besides.
_SUBJECT = 3
_GENERAL = "general"
# The care card on pieces that join materials of several kinds.
_MIXED = "mixed"


class Library:
    """Implements ``respond.Library``."""

    def __init__(self, cards: Sequence[Card]) -> None:
        self._cards = tuple(cards)
        # A theme ('nickel') is asked about on purpose; a material may merely be mentioned.
        self._mixed = tuple(card for card in cards if card.subject == _MIXED)
        self._materials = {key for card in cards if card.topic == "care" for key in card.keys}

    def find(self, topic: str, keys: tuple[str, ...]) -> tuple[Card, ...]:
        """The two cards of ``topic`` that best answer ``keys``; its general card if none fits.

        Care gives up to three, the gentlest treatment first, and says so where treatments differ.
        Elsewhere a card whose
        subject was asked about comes before one that touches it, and a second card comes only if
        it answers as well as the first.
        """
        found = self._care(keys) if topic == "care" else self._advice(topic, keys)
        return (
            found
            or self._borrow(topic, keys)
            or tuple(card for card in self._cards if card.topic == topic and _GENERAL in card.keys)[
                :1
            ]
        )

    def _care(self, keys: tuple[str, ...]) -> tuple[Card, ...]:
        scored = []
        for place, card in enumerate(card for card in self._cards if card.topic == "care"):
            hits = [keys.index(key) for key in card.keys if key in keys]
            if hits:
                scored.append((-card.gentleness, -len(hits), min(hits), place, card))
        cards = [entry[-1] for entry in sorted(scored, key=lambda one: one[:-1])]
        asked = [card for card in cards if card.subject in CARE_MATTERS][:1]
        materials = [card for card in cards if card.subject not in {*CARE_MATTERS, _MIXED}]
        lead = self._mixed if len({card.gentleness for card in materials}) > 1 else ()
        # Materials never crowd out what was asked: 'can it get wet'.
        return (*lead, *materials[: _MOST_CARE - len(asked) - len(lead)], *asked)

    def _advice(self, topic: str, keys: tuple[str, ...]) -> tuple[Card, ...]:
        return self._best([card for card in self._cards if card.topic == topic], keys)

    def _borrow(self, topic: str, keys: tuple[str, ...]) -> tuple[Card, ...]:
        """A card of another shelf, only where its subject was asked about."""
        others = [card for card in self._cards if card.topic != topic and card.subject in keys]
        return self._best([card for card in others if card.subject != _GENERAL], keys)

    def _best(self, cards: Sequence[Card], keys: tuple[str, ...]) -> tuple[Card, ...]:
        scored = []
        for place, card in enumerate(cards):
            hits = [keys.index(key) for key in card.keys if key in keys]
            if hits:
                is_subject = card.subject in keys
                is_theme = is_subject and card.subject not in self._materials
                rank = (not is_theme, -len(hits) - _SUBJECT * is_subject)
                scored.append((rank, min(hits), place, card))
        scored.sort(key=lambda entry: entry[:-1])
        return tuple(entry[-1] for entry in scored if entry[0] == scored[0][0])[:_MOST]
