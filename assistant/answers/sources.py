"""What a claim is held against: the shop's records, and what this turn found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant.answers.facts import Facts
from assistant.answers.tokens import Tokens
from assistant.answers.wishes_in_words import wishes_in_words
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.gold_maths import MetalPrice
from assistant.knowledge.card import Card
from assistant.money import Money, Rate, convert_by, format_money
from assistant.terms import Language, Vocabulary
from assistant.turn import Claim, Findings


class Matcher(Protocol):
    """Every piece to be had that satisfies the hard wishes."""

    def matching(self, constraints: Constraints) -> tuple[Product, ...]: ...


@dataclass(frozen=True)
class Sources:
    """The shop's own records, none of them from the reply that is checked."""

    products: Mapping[str, Product]
    cards: Mapping[str, Card]
    vocabulary: Vocabulary
    facts: Facts
    tokens: Tokens
    rates: tuple[Rate, ...]
    shelf: Matcher
    metal_prices: tuple[MetalPrice, ...] = ()

    @property
    def currency(self) -> str:
        """The shop's own, as far as its records show."""
        return next(iter(self.products.values())).price.currency

    def in_shop_money(self, amount: Money) -> Money | None:
        """``amount`` in the shop's currency, None without a rate."""
        return convert_by(amount, self.currency, self.rates)


@dataclass(frozen=True)
class Turn:
    """What this turn found, for which wishes, in which language."""

    findings: Findings
    wishes: Constraints
    language: Language


Verifier = Callable[[Claim, Sources, Turn], bool]


def wish_tokens(wishes: Constraints, sources: Sources, language: Language) -> set[str]:
    """All that the shopper's own wishes may be said with."""
    return sources.tokens.of(wishes_in_words(wishes, sources.vocabulary, language), language)


def money_tokens(language: Language, sources: Sources, *amounts: Money | None) -> set[str]:
    """The tokens of amounts as they are written."""
    written = " ".join(format_money(amount) for amount in amounts if amount is not None)
    return sources.tokens.of(written, language)


def says_only(claim: Claim, allowed: set[str], sources: Sources, language: Language) -> bool:
    """Does the claim's text state nothing but ``allowed``?"""
    return sources.tokens.of(claim.text, language) <= allowed


def piece_named(claim: Claim, sources: Sources) -> Product | None:
    """The record that ``product:ID`` or ``figure:ID`` points to."""
    return sources.products.get(claim.source.partition(":")[2])
