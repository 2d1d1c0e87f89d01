"""The stages between an action and a checked reply, over the real catalogue, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from assistant.actions import Action, Advise, Compare, Count, Describe, Save, Search
from assistant.answers.composer import TemplateComposer
from assistant.answers.grounding import GroundingCheck
from assistant.catalogue.product import Product
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from assistant.money import Rate
from assistant.search.planner import VectorQueryPlanner
from assistant.search.searcher import CatalogueSearch
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, GroundedReply, Query, Question, Understanding
from tests.reading import ASSETS

RATE = Rate("USD", "CNY", Fraction("7.1"), date(2026, 11, 20), "test bank")


class Counter:
    """Gathers, composes and checks as ``respond`` does, without models."""

    def __init__(self, vocabulary: Vocabulary, products: Mapping[str, Product]) -> None:
        self.products = products
        self.cards = load_cards(ASSETS / "knowledge" / "cards")
        self._library = Library(self.cards)
        self._search = CatalogueSearch(products.values(), vocabulary, rates=(RATE,))
        self._planner = VectorQueryPlanner(vocabulary, products, self._search)
        self.composer = TemplateComposer(vocabulary, products, (RATE,), self._search)
        self._grounding = GroundingCheck(products, self.cards, vocabulary, (RATE,), self._search)

    def gather(
        self, action: Action, language: Language, follow_up: Question | None = None
    ) -> Findings:
        match action:
            case Search():
                query = self._planner.plan(action, language, None, None)
                return Findings(ranked=self._search.search(query), follow_up=follow_up)
            case Count(wishes):
                query = Query(wishes, language, order="price_up", limit=4)
                return Findings(ranked=self._search.search(query), count=self._search.count(query))
            case Describe(ids) | Compare(ids) | Save(ids):
                return Findings(products=tuple(self.products[one] for one in ids))
            case Advise(topic, keys, ids):
                cards = self._library.find(topic, keys)
                return Findings(cards=cards, products=tuple(self.products[one] for one in ids))
        return Findings()

    def draft(
        self, action: Action, language: Language = "en", follow_up: Question | None = None
    ) -> GroundedReply:
        """The reply as composed, not yet checked."""
        findings = self.gather(action, language, follow_up)
        return self.composer.compose(action, findings, Understanding(language, "search"))

    def check(self, reply: GroundedReply, action: Action, language: Language = "en") -> None:
        """Raises UngroundedReply if ``reply`` says more than ``action`` found."""
        findings = self.gather(action, language)
        self._grounding.check(reply, findings, self.composer.wishes_of(action), language)

    def answer(
        self, action: Action, language: Language = "en", follow_up: Question | None = None
    ) -> GroundedReply:
        """The reply, composed and checked."""
        reply = self.draft(action, language, follow_up)
        self.check(reply, action, language)
        return reply
