"""The stages between an action and a checked reply, over the real catalogue, for tests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from assistant.actions import (
    Action,
    HandOver,
    KeepMemo,
    Search,
)
from assistant.answers.composer import TemplateComposer
from assistant.answers.grounding import GroundingCheck
from assistant.answers.options import slot_values
from assistant.catalogue.product import Product
from assistant.gathering import gather
from assistant.gold_maths import MetalPrice
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from assistant.money import Rate, convert_by
from assistant.recommend.sets import SetBuilder
from assistant.search.planner import VectorQueryPlanner
from assistant.search.searcher import CatalogueSearch
from assistant.session import Session
from assistant.stages import Stages
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, GroundedReply, Question, Understanding, UserTurn
from tests.reading import ASSETS

RATE = Rate("USD", "CNY", Fraction("7.1"), date(2026, 11, 20), "test bank")


class Counter:
    """Gathers, composes and checks as ``respond`` does, without models."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        metal_prices: tuple[MetalPrice, ...] = (),
    ) -> None:
        self.products = products
        self.cards = load_cards(ASSETS / "knowledge" / "cards")
        self._library = Library(self.cards)
        self._search = CatalogueSearch(products.values(), vocabulary, rates=(RATE,))
        self._sets = SetBuilder(
            products,
            self._search.matching,
            lambda amount, currency: convert_by(amount, currency, (RATE,)),
            "CNY",
        )
        self._planner = VectorQueryPlanner(vocabulary, products, self._search)
        stated = ((RATE,), self._search, metal_prices)
        self.composer = TemplateComposer(vocabulary, products, *stated)
        self._grounding = GroundingCheck(products, self.cards, vocabulary, *stated)
        nobody: Any = None  # what hears, sees, understands and decides is not asked here
        self._stages = Stages(
            transcriber=nobody,
            photo_reader=nobody,
            understander=nobody,
            policy=nobody,
            planner=self._planner,
            searcher=self._search,
            sets=self._sets,
            values_of=slot_values,
            library=self._library,
            composer=self.composer,
            grounding=self._grounding,
            products=products,
        )

    def gather(
        self, action: Action, language: Language, follow_up: Question | None = None
    ) -> Findings:
        """What ``gathering`` finds; a question, memories and a card are the test's own."""
        match action:
            case Search():
                query = self._planner.plan(action, language, None, None)
                return Findings(ranked=self._search.search(query), follow_up=follow_up)
            case KeepMemo(memos):
                return Findings(memory=tuple(one for one in memos if one.value is not None))
            case HandOver(kind, ids):
                card = {"kind": kind, "products": list(ids), "needs": {"metal": "gold"}}
                pieces = tuple(self.products[one] for one in ids)
                return Findings(products=pieces, card=card)
        meant = Understanding(language, "search")
        return gather(self._stages, action, meant, Session("counter"), UserTurn(), None)

    def draft(
        self, action: Action, language: Language = "en", follow_up: Question | None = None
    ) -> GroundedReply:
        """The reply as composed, not yet checked."""
        findings = self.gather(action, language, follow_up)
        return self.composer.compose(action, findings, Understanding(language, "search"))

    def check(self, reply: GroundedReply, action: Action, language: Language = "en") -> None:
        """Raises UngroundedReply if ``reply`` says more than ``action`` found."""
        self.check_with(reply, self.gather(action, language), action, language)

    def check_with(
        self, reply: GroundedReply, findings: Findings, action: Action, language: Language = "en"
    ) -> None:
        """The same, with these findings."""
        self._grounding.check(reply, findings, self.composer.wishes_of(action), language)

    def answer(
        self, action: Action, language: Language = "en", follow_up: Question | None = None
    ) -> GroundedReply:
        """The reply, composed and checked."""
        reply = self.draft(action, language, follow_up)
        self.check(reply, action, language)
        return reply
