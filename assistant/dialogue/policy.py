"""From an understanding and the session to one action; then at most one question.

The policy never invents a wish: what it searches for is what stands after the shopper's edits.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import Action, Advise, Ask, Compare, Converse, Count, Describe, Save, Search
from assistant.catalogue.product import Product
from assistant.constraints import Constraints, apply_edits
from assistant.dialogue.questions import next_question
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.turn import Ambiguity, Question, RankedProducts, Understanding

_COURTESIES = frozenset({"greet", "thanks", "goodbye", "help", "restart", "off_topic"})
_MOST_COMPARED = 4


class DialoguePolicy:
    """Decides; see ``decide`` for the order of things."""

    def __init__(self, products: Mapping[str, Product], vocabulary: Vocabulary) -> None:
        self._products = products
        self._vocabulary = vocabulary

    def decide(self, understanding: Understanding, session: Session) -> Action:
        """The one action of this turn."""
        intent = understanding.intent
        if intent in _COURTESIES:
            return Converse(intent)
        if understanding.ambiguity and intent in ("search", "refine", "extreme", "count"):
            return self._ask_meaning(understanding.ambiguity)
        if intent in ("search", "refine", "extreme"):
            return self._search(understanding, session)
        if intent in ("describe", "save", "compare", "similar"):
            return self._about_products(understanding, session)
        if intent == "count":
            standing = (
                Constraints()
                if understanding.edits or understanding.whole_shop
                else session.constraints
            )
            return Count(apply_edits(standing, understanding.edits))
        if intent in ("care", "sizing", "advice", "policy"):
            return self._advise(understanding, session)
        return Converse("unclear")

    def follow_up(
        self, action: Action, ranked: RankedProducts, session: Session
    ) -> Question | None:
        """One question that would narrow the results, None if none helps or all were asked."""
        if not isinstance(action, Search) or action.like or action.order != "relevance":
            return None
        return next_question(action.constraints, ranked, session.asked)

    def _ask_meaning(self, unclear: Ambiguity) -> Ask:
        options = tuple(meaning.value for meaning in unclear.meanings)
        return Ask(Question(unclear.slot, options), about=unclear.words)

    def _search(self, understanding: Understanding, session: Session) -> Action:
        standing = session.constraints
        if understanding.intent == "extreme" and understanding.whole_shop:
            standing = Constraints()
        wishes = apply_edits(standing, understanding.edits)
        starts_anew = wishes.terms("category") != session.constraints.terms("category")
        words = understanding.words
        if not words and not starts_anew:
            words = session.words
        if understanding.intent == "extreme":
            return Search(wishes, order=understanding.order, limit=3)
        leave_out = session.shown if understanding.more else ()
        return Search(wishes, words, leave_out=leave_out)

    def _about_products(self, understanding: Understanding, session: Session) -> Action:
        named = tuple(one for one in understanding.references if one in self._products)
        if understanding.intent == "compare":
            return self._compare(named, session)
        if understanding.intent == "similar":
            return self._similar(understanding, named, session)
        if understanding.several and not named:
            return self._ask_which(session)
        if not named and understanding.intent == "describe" and not understanding.dangling:
            named = session.focus or session.shown[:1] if len(session.shown) == 1 else session.focus
            if not named and session.shown:
                return self._ask_which(session)
        if not named:
            return Converse("dangling")
        if understanding.intent == "save":
            return Save(named)
        return Describe(named[:_MOST_COMPARED], understanding.fields)

    def _compare(self, named: tuple[str, ...], session: Session) -> Action:
        if len(named) == 1 and session.focus and session.focus[0] != named[0]:
            named = (session.focus[0], *named)
        if len(named) < 2:
            table = session.focus if len(session.focus) > 1 else session.shown
            named = table if len(table) > 1 and not named else named
        if len(named) < 2:
            return Converse("two_needed")
        return Compare(named[:_MOST_COMPARED])

    def _similar(
        self, understanding: Understanding, named: tuple[str, ...], session: Session
    ) -> Action:
        like = (named or session.focus or session.shown)[:1]
        if not like:
            return self._search(understanding, session)
        category = self._products[like[0]].category
        wishes = apply_edits(Constraints({"category": (category,)}), understanding.edits)
        return Search(wishes, understanding.words, like=like[0])

    def _ask_which(self, session: Session) -> Ask:
        return Ask(Question("product", session.shown[:6]), about="which")

    def _advise(self, understanding: Understanding, session: Session) -> Action:
        topic = understanding.intent
        products = understanding.references
        keys = understanding.topics
        if not products and topic == "care" and not keys:
            products = session.focus or session.shown[:1] if session.shown else ()
            products = tuple(one for one in products if one in self._products)
        if products and topic == "care":
            keys = (*keys, *self._materials(products))
        if topic == "advice" and understanding.fields and products:
            return Describe(products, understanding.fields)
        return Advise(topic, tuple(dict.fromkeys(keys)), products, understanding.figures)

    def _materials(self, product_ids: tuple[str, ...]) -> tuple[str, ...]:
        keys: list[str] = []
        for one in product_ids:
            product = self._products[one]
            for stone in product.stones:
                keys += self._vocabulary.lineage("stone", stone.stone)
            if product.metal:
                keys.append(product.metal)
        return tuple(keys)
