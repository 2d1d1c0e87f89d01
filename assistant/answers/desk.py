"""Where an answer is drafted: the records at hand, the language, sentences with their claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.answers.facts import Facts
from assistant.answers.sources import Matcher
from assistant.catalogue.product import Product
from assistant.gold_maths import MetalPrice
from assistant.money import Money, Rate, convert_by
from assistant.terms import Language, Vocabulary, spoken
from assistant.turn import Claim, GroundedReply, Question, ShownProduct, Suggestion

SuggestionWords = tuple[str, str, str, str]  # English label and say, Chinese label and say


@dataclass(frozen=True)
class Desk:
    """What every answer is made with."""

    facts: Facts
    products: Mapping[str, Product]
    rates: tuple[Rate, ...]
    shelf: Matcher
    language: Language
    metal_prices: tuple[MetalPrice, ...] = ()  # that the shop has set

    @property
    def english(self) -> bool:
        """Is this shopper answered in English?"""
        return self.language == "en"

    @property
    def vocabulary(self) -> Vocabulary:
        """The closed vocabulary, for labels."""
        return self.facts.vocabulary

    @property
    def currency(self) -> str:
        """The shop's own, as far as its records show."""
        return next((one.price.currency for one in self.products.values()), "CNY")

    def say(self, english: str, chinese: str) -> str:
        """The one of two wordings that the shopper reads."""
        return english if self.english else chinese

    def name(self, product: Product) -> str:
        """The piece's name in the shopper's language."""
        return spoken(product.name, self.language)

    def listed(self, words: Sequence[str], last: tuple[str, str] = ("and", "和")) -> str:
        """'a, b and c', 'a、b和c'."""
        if len(words) < 2:
            return "".join(words)
        head, tail = words[:-1], words[-1]
        if self.english:
            return f"{', '.join(head)} {last[0]} {tail}"
        return f"{'、'.join(head)}{last[1]}{tail}"

    def in_shop_money(self, amount: Money) -> Money | None:
        """``amount`` in the shop's currency, None without a rate."""
        return convert_by(amount, self.currency, self.rates)

    def tap(self, words: SuggestionWords) -> Suggestion:
        """Something to tap, in the shopper's language."""
        return Suggestion(words[0], words[1]) if self.english else Suggestion(words[2], words[3])


@dataclass
class Draft:
    """Sentences as they are written, each with the claims that back it."""

    desk: Desk
    sentences: list[str] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, sentence: str, *claims: Claim) -> None:
        """One more sentence."""
        if sentence:
            self.sentences.append(sentence)
            self.claims += claims

    def reply(
        self,
        shown: Sequence[ShownProduct] = (),
        question: Question | None = None,
        suggestions: Sequence[Suggestion] = (),
        *,
        by_line: bool = False,
    ) -> GroundedReply:
        """The sentences as one text; ``by_line`` puts each on a line of its own."""
        joiner = "\n" if by_line else self.desk.say(" ", "")
        return GroundedReply(
            joiner.join(self.sentences),
            tuple(self.claims),
            tuple(shown),
            question,
            tuple(suggestions),
        )
