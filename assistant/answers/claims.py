"""Makers of claims: each pairs the words of a sentence with what the source says."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answers.facts import Facts
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.knowledge.card import Card
from assistant.terms import Language, spoken
from assistant.turn import Claim, Relaxation

_FIELD_ALIASES = {"price": "price_minor"}


def product_claim(
    product: Product, field: str, facts: Facts, language: Language, text: str | None = None
) -> Claim:
    """The record's field in words (or in ``text``); 'not stated' where it is not."""
    words = text or facts.words(product, field, language) or not_stated(language)
    field = _FIELD_ALIASES.get(field, field)
    return Claim(words, f"product:{product.id}", field, facts.value(product, field))


def name_claim(product: Product, language: Language) -> Claim:
    """The product's name."""
    return Claim(
        spoken(product.name, language), f"product:{product.id}", "name", dict(product.name)
    )


def card_claim(card: Card, language: Language) -> Claim:
    """A card's text, word for word."""
    return Claim(card.text[language], f"card:{card.id}", "text", card.text[language])


def count_claim(text: str, count: int) -> Claim:
    """How many pieces match."""
    return Claim(text, "count", "matches", count)


def relaxation_claim(text: str, relaxation: Relaxation) -> Claim:
    """What dropping one wish would leave."""
    value = {
        "slot": relaxation.slot,
        "matches": relaxation.matches,
        "from_minor": relaxation.from_minor,
    }
    return Claim(text, "count", "relaxation", value)


def recorded_claim(text: str, slot: str, terms: tuple[str, ...], matches: int) -> Claim:
    """How many of the pieces found are recorded with a wished style or occasion."""
    return Claim(
        text, "count", "recorded", {"slot": slot, "terms": list(terms), "matches": matches}
    )


def count_recorded(found: Iterable[Product], slot: str, terms: Iterable[str]) -> int:
    """The pieces whose record names one of ``terms``; ``slot`` is style or occasion."""
    wanted = set(terms)
    return sum(
        not wanted.isdisjoint(product.styles if slot == "style" else product.occasions)
        for product in found
    )


def wish_claim(text: str, wishes: Constraints) -> Claim:
    """The shopper's own wishes, said back."""
    return Claim(text, "wish", "constraints", wishes.to_json())


def not_stated(language: Language) -> str:
    """What is said where the record is silent."""
    return "not stated in our records" if language == "en" else "记录中未注明"
