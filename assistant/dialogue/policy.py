"""From an understanding and the session to one action; then at most one question.

The policy never invents a wish: what it searches for is what stands after the shopper's edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from assistant.actions import (
    Action,
    Advise,
    Ask,
    Converse,
    Count,
    Describe,
    HandOver,
    KeepMemo,
    Search,
    Survey,
    Undo,
)
from assistant.catalogue.product import Product
from assistant.constraints import Constraints, apply_edits
from assistant.dialogue.fitting import fit_for_kind
from assistant.dialogue.pieces_named import MOST_TOLD, USES, PiecesNamed
from assistant.dialogue.profiles import follow_person
from assistant.dialogue.questions import ValuesOf, next_question
from assistant.dialogue.sets_wished import build_set
from assistant.knowledge.card import CARE_MATTERS
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.turn import (
    Ambiguity,
    Memo,
    Query,
    Question,
    RankedProducts,
    Understanding,
)

_COURTESIES = frozenset(
    {"greet", "chat", "insult", "thanks", "goodbye", "help", "restart", "off_topic"}
)
_OF_A_SCALE = ("ring_size_mm",)  # asked about what the shopper said, which could be kept
_WISHES = frozenset({"search", "refine", "extreme", "count", "survey"})


def _undo(session: Session) -> Action:
    """Back to what stood before the last change, a set that was on the table then included."""
    if not session.past:
        return Converse("nothing_to_undo")
    former = session.past_sets[-1]
    if former is None:
        return Undo(session.past[-1])
    return Undo(session.past[-1], former.wish, former.pieces)


class Counter(Protocol):
    """How many pieces a query finds, and which of some pieces that meet wishes meet more."""

    def count(self, query: Query) -> int: ...
    def among(
        self, pieces: Iterable[Product], constraints: Constraints, met: Constraints
    ) -> tuple[Product, ...]: ...


class DialoguePolicy:
    """Decides; see ``decide`` for the order of things. ``values_of`` reads a slot's values off a
    record, ``counter`` says how many pieces an answer would leave."""

    def __init__(
        self,
        products: Mapping[str, Product],
        vocabulary: Vocabulary,
        counter: Counter,
        values_of: ValuesOf,
    ) -> None:
        self._products = products
        self._pieces = PiecesNamed(products)
        self._vocabulary = vocabulary
        self._counter = counter
        self._values_of = values_of

    def decide(self, understanding: Understanding, session: Session) -> Action:
        """The one action of this turn."""
        intent = understanding.intent
        if intent in _COURTESIES:
            return Converse(intent)
        if intent == "undo":
            return _undo(session)
        if intent == "handover":
            return self._hand_over(understanding, session)
        if understanding.asks_arrival:
            return self._pieces.deliver(understanding, session)
        if intent in ("remember", "recall", "forget"):
            return self._keep(understanding, session)
        if understanding.ambiguity and intent in _WISHES:
            return self._ask_meaning(understanding, session)
        if understanding.pieces_wished:
            return build_set(understanding.pieces_wished, understanding, session, self._products)
        if intent in ("search", "refine", "extreme"):
            return self._search(understanding, session)
        if intent in ("count", "survey"):
            return self._ask_shop(understanding, session)
        if intent in ("describe", "save", "compare", "similar", "gold_maths"):
            return self._pieces.decide(understanding, session) or self._search(
                understanding, session
            )
        if intent in ("care", "sizing", "advice", "policy"):
            return self._advise(understanding, session)
        return Converse("unclear")

    def follow_up(
        self,
        action: Action,
        understanding: Understanding,
        ranked: RankedProducts,
        session: Session,
    ) -> Question | None:
        """One question that would narrow the results; None if none helps, all were asked, or the
        shopper has just let one pass."""
        if not isinstance(action, Search) or action.like or action.order != "relevance":
            return None
        has_declined = session.question is not None and not understanding.edits
        if has_declined and not understanding.more:
            return None
        among = self._counter.among
        return next_question(action.constraints, ranked, session.asked, self._values_of, among)

    # -------------------------------------------------------------- asking back

    def _ask_meaning(self, understanding: Understanding, session: Session) -> Action:
        """Which meaning of ambiguous words, with how many pieces each would leave."""
        unclear = understanding.ambiguity
        if unclear is None or not unclear.meanings:
            return self._search(understanding, session)
        counts = self._counts(unclear, understanding, session)
        options = tuple(meaning.value for meaning in unclear.meanings)
        return Ask(Question(unclear.slot, options, counts), about=unclear.words)

    def _counts(
        self, unclear: Ambiguity, understanding: Understanding, session: Session
    ) -> tuple[int, ...]:
        wishes = apply_edits(session.constraints, understanding.edits)
        return tuple(
            self._counter.count(
                Query(apply_edits(wishes, meaning.edits), understanding.language, limit=0)
            )
            for meaning in unclear.meanings
        )

    # -------------------------------------------------------------- looking for pieces

    def _search(self, understanding: Understanding, session: Session) -> Action:
        standing = session.constraints
        if understanding.intent == "extreme":
            return self._extreme(understanding, session)
        edits = understanding.edits
        wishes = follow_person(standing, apply_edits(standing, edits), edits, session.memory)
        starts_anew = wishes.terms("category") != standing.terms("category")
        words = understanding.words
        if not words and not starts_anew:
            words = session.words
        leave_out = session.shown if understanding.more else ()
        if "rejected" in understanding.fields:
            passed_over = [one for one in session.seen if one not in session.shown]
            leave_out = self._pieces.known((*understanding.references, *passed_over))
        return Search(wishes, words, leave_out=leave_out)

    def _extreme(self, understanding: Understanding, session: Session) -> Action:
        """The cheapest of the table is told; that of the shop is searched for, and what came in
        last always is."""
        if understanding.order == "relevance":
            return self._newest(understanding, session)
        named = self._pieces.known(understanding.references)
        query = Query(session.constraints, understanding.language, limit=0)
        if named and self._counter.count(query):  # else the table is of wishes that went before
            return Describe(named[:MOST_TOLD], understanding.fields or ("price",))
        standing = Constraints() if understanding.whole_shop else session.constraints
        wishes = apply_edits(standing, understanding.edits)
        return Search(wishes, order=understanding.order, limit=3)

    def _newest(self, understanding: Understanding, session: Session) -> Action:
        standing = Constraints() if understanding.whole_shop else session.constraints
        return Search(apply_edits(standing, understanding.edits), order="newest")

    def _ask_shop(self, understanding: Understanding, session: Session) -> Action:
        """How many, and which values: of what is named, else of what stands."""
        own = bool(understanding.edits) or understanding.whole_shop
        standing = Constraints() if own else session.constraints
        wishes = apply_edits(standing, understanding.edits)
        if understanding.intent == "count":
            return Count(wishes)
        slot = understanding.survey or "category"
        return Survey(wishes.without(slot), slot)

    # -------------------------------------------------------------- knowledge, memory, people

    def _advise(self, understanding: Understanding, session: Session) -> Action:
        topic = understanding.intent
        asks_which = not understanding.references or understanding.several
        if asks_which and set(USES) & set(understanding.topics) and len(session.focus) > 1:
            return self._pieces.compare((), understanding, session)  # 那我日常戴哪个好
        products = self._pieces.known(() if understanding.several else understanding.references)
        keys, figures = understanding.topics, understanding.figures
        if not products and topic == "care" and not keys:
            products = self._pieces.known(session.focus or session.shown[:1])
        if not products and topic == "care" and set(keys) <= CARE_MATTERS:
            # 'can I shower with it on', of what is talked of
            products = self._pieces.known(session.focus)
        if products and topic == "care":
            keys = (*keys, *self._materials(products))
        if topic == "sizing":
            keys, figures = fit_for_kind(session.constraints.terms("category"), keys, figures)
        if topic == "advice" and understanding.fields and products:
            return Describe(products, understanding.fields)
        return Advise(topic, tuple(dict.fromkeys(keys)), products, figures)

    def _materials(self, product_ids: tuple[str, ...]) -> tuple[str, ...]:
        keys: list[str] = []
        for one in product_ids:
            product = self._products[one]
            for stone in product.stones:
                keys += self._vocabulary.lineage("stone", stone.stone)
            keys += [one for one in (product.plating, product.metal) if one and one != "none"]
        return tuple(keys)

    def _keep(self, understanding: Understanding, session: Session) -> Action:
        memos = understanding.memos
        if understanding.intent == "recall":
            asks_wishes = "wishes" in understanding.fields
            return KeepMemo(wishes=session.constraints if asks_wishes else None)
        if understanding.intent == "remember":
            return KeepMemo(memos) if memos else self._ask_value(understanding, session)
        forgotten = {(one.about, one.slot) for one in memos}
        everything = {(one.about, one.slot) for one in session.memory}
        if len(everything) > 1 and forgotten == everything:
            return KeepMemo(forget_all=True)
        return KeepMemo(memos)

    def _ask_value(self, understanding: Understanding, session: Session) -> Action:
        """What should be remembered and was not told: the open question about it, or a new one."""
        whose, slots = understanding.unrecalled, understanding.fields
        question = session.question
        if question and question.slot in (slots or _OF_A_SCALE):
            return Ask(question, about="which")
        if whose is None or not slots:
            return Converse("unclear")
        return KeepMemo(wanted=Memo(whose, slots[0], None))

    def _hand_over(self, understanding: Understanding, session: Session) -> Action:
        kind = understanding.handover or "person"
        named = self._pieces.known(() if understanding.several else understanding.references)
        if kind in ("reserve", "enquire", "viewing") and not named:
            together = session.set_pieces if session.has_set_on_table else ()
            named = self._pieces.known(session.focus or together)
        if understanding.several and not named and kind == "reserve":
            return self._pieces.ask_which(understanding, session)
        return HandOver(kind, named, understanding.visit)
