"""From an understanding and the session to one action; then at most one question.

The policy never invents a wish: what it searches for is what stands after the shopper's edits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Protocol

from assistant.actions import (
    Action,
    Advise,
    Ask,
    BuildSet,
    Compare,
    Converse,
    Count,
    Deliver,
    Describe,
    HandOver,
    KeepMemo,
    PriceMetal,
    Save,
    Search,
    Survey,
    Undo,
    WorkOut,
)
from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints, Want, apply_edits
from assistant.dialogue.profiles import follow_person
from assistant.dialogue.questions import ValuesOf, next_question
from assistant.knowledge.card import CARE_MATTERS
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.turn import (
    Ambiguity,
    Member,
    Query,
    Question,
    RankedProducts,
    SetWish,
    Understanding,
)

_COURTESIES = frozenset(
    {"greet", "chat", "insult", "thanks", "goodbye", "help", "restart", "off_topic"}
)
_WISHES = frozenset({"search", "refine", "extreme", "count", "survey"})
_MOST_COMPARED = 4
_MOST_SHOWN = 6
_USES = ("daily_wear",)  # what pieces are compared for
_UNITS = ("price_per_gram", "price_per_carat")


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
        self._vocabulary = vocabulary
        self._counter = counter
        self._values_of = values_of

    def decide(self, understanding: Understanding, session: Session) -> Action:
        """The one action of this turn."""
        intent = understanding.intent
        if intent in _COURTESIES:
            return Converse(intent)
        if intent == "undo":
            return Undo(session.past[-1]) if session.past else Converse("nothing_to_undo")
        if intent == "handover":
            return self._hand_over(understanding, session)
        if understanding.asks_arrival:
            return self._deliver(understanding, session)
        if intent in ("remember", "recall", "forget"):
            return self._keep(understanding, session)
        if understanding.ambiguity and intent in _WISHES:
            return self._ask_meaning(understanding, session)
        if understanding.pieces_wished:
            return self._build_set(understanding.pieces_wished, understanding, session)
        if intent in ("search", "refine", "extreme"):
            return self._search(understanding, session)
        if intent in ("count", "survey"):
            return self._ask_shop(understanding, session)
        if intent in ("describe", "save", "compare", "similar", "gold_maths"):
            return self._about_products(understanding, session)
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

    def _ask_which(self, understanding: Understanding, session: Session) -> Ask:
        among = understanding.references or session.shown
        return Ask(Question("product", among[:6]), about="which")

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
            leave_out = self._known((*understanding.references, *passed_over))
        return Search(wishes, words, leave_out=leave_out)

    def _extreme(self, understanding: Understanding, session: Session) -> Action:
        """The cheapest of the table is told; that of the shop is searched for, and what came in
        last always is."""
        if understanding.order == "relevance":
            return self._newest(understanding, session)
        named = self._known(understanding.references)
        query = Query(session.constraints, understanding.language, limit=0)
        if named and self._counter.count(query):  # else the table is of wishes that went before
            return Describe(named[:_MOST_COMPARED], understanding.fields or ("price",))
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

    # -------------------------------------------------------------- sets

    def _build_set(self, wish: SetWish, understanding: Understanding, session: Session) -> Action:
        wishes = apply_edits(session.constraints, understanding.edits)
        if wish.kind != "couple" and understanding.swap is None:
            wishes = wishes.without("category")
        standing = session.set_pieces if understanding.swap is not None else ()
        if understanding.swap is None and wishes == session.constraints:
            standing = _pieces_kept(wish, session)
        if understanding.order == "price_up" and standing:
            wish = self._cheaper_member(wish, standing, understanding.swap or 0)
        return BuildSet(wish, wishes, standing, understanding.swap)

    def _cheaper_member(self, wish: SetWish, standing: tuple[str, ...], at: int) -> SetWish:
        """The wish with the piece at one place below the price of the one that stands there."""
        if len(standing) != len(wish.members) or standing[at] not in self._products:
            return wish
        price = self._products[standing[at]].price
        below = (
            Want("price_max_minor", price.minor - minor_per_major(price.currency)),
            Want("currency", price.currency),
        )
        members = list(wish.members)
        own = apply_edits(members[at].wishes, [Clear("price_min_minor"), *below])
        members[at] = replace(members[at], wishes=own)
        return replace(wish, members=tuple(members))

    # -------------------------------------------------------------- pieces pointed at

    def _about_products(self, understanding: Understanding, session: Session) -> Action:
        intent = understanding.intent
        if intent == "save" and not {"saved", "shared"}.isdisjoint(understanding.fields):
            return self._list(understanding, session)
        if understanding.several and intent not in ("compare", "gold_maths"):
            if session.shown or understanding.references:
                return self._ask_which(understanding, session)
            return Converse("dangling")
        named = self._known(understanding.references)
        if intent == "gold_maths":
            return self._work_out(named, understanding, session)
        if intent == "compare":
            return self._compare(named, understanding, session)
        if intent == "similar":
            return self._similar(understanding, named, session)
        if not named and intent == "describe" and not understanding.dangling:
            named = self._known(session.shown if len(session.shown) == 1 else session.focus)
            if not named and session.shown:
                return self._ask_which(understanding, session)
        if not named:
            return Converse("dangling")
        if intent == "save":
            return Save(named)
        return Describe(named[:_MOST_COMPARED], understanding.fields)

    def _list(self, understanding: Understanding, session: Session) -> Action:
        """What is on the shopper's list; how to share it."""
        saved = self._known(session.saved)
        if not saved:
            return Converse("nothing_saved")
        if "shared" in understanding.fields:
            return Converse("how_to_share")
        return Describe(saved[:_MOST_SHOWN], ("price", "availability"))

    def _deliver(self, understanding: Understanding, session: Session) -> Action:
        """Of what is pointed at, or talked of, or all that lies on the table."""
        pointed = () if understanding.several else understanding.references
        pieces = self._known(pointed or session.focus or session.shown)
        if not pieces:
            return Advise("policy", ("shipping",))
        day = understanding.due or session.constraints.values.get("deliver_by")
        by = day if isinstance(day, str) else None
        return Deliver(pieces[:_MOST_SHOWN], by, session.constraints)

    def _work_out(
        self, named: tuple[str, ...], understanding: Understanding, session: Session
    ) -> Action:
        topics = understanding.topics
        has_sum = "weight_g" in understanding.figures
        if not named and (has_sum or "metal_price" in topics):
            return PriceMetal(topics, understanding.figures)
        pieces = named or self._known(session.focus)
        if not pieces and len(session.shown) == 1:
            pieces = self._known(session.shown)
        if not set(_UNITS).isdisjoint(understanding.fields):  # 'which is the best a carat', of all
            table = named or session.focus or session.shown
            if len(table) > 1:
                return WorkOut(self._known(table)[:_MOST_SHOWN], understanding.fields)
        if pieces or ("gold_price" not in topics and session.shown):
            return WorkOut((pieces or self._known(session.shown))[:_MOST_COMPARED])
        return Advise("advice", topics) if "gold_price" in topics else PriceMetal(topics)

    def _compare(
        self, named: tuple[str, ...], understanding: Understanding, session: Session
    ) -> Action:
        if len(named) == 1 and session.focus and session.focus[0] != named[0]:
            named = (session.focus[0], *named)
        if len(named) < 2:
            table = session.focus if len(session.focus) > 1 else session.shown
            named = self._known(table) if len(table) > 1 and not named else named
        if len(named) < 2:
            return Converse("two_needed")
        fields = understanding.fields
        is_again = bool(fields or set(_USES) & set(understanding.topics)) and set(named) == set(
            session.focus
        )  # compared a moment ago
        uses = tuple(one for one in understanding.topics if one in _USES)
        return Compare(named[:_MOST_COMPARED], session.constraints, fields, is_again, uses)

    def _similar(
        self, understanding: Understanding, named: tuple[str, ...], session: Session
    ) -> Action:
        """Pieces like this one: the standing wishes hold, of its kind, with what was added."""
        like = (named or self._known(session.focus) or self._known(session.shown))[:1]
        if not like:
            return self._search(understanding, session)
        category = self._products[like[0]].category
        of_its_kind = apply_edits(session.constraints, [Want("category", (category,))])
        wishes = apply_edits(of_its_kind, understanding.edits)
        return Search(wishes, understanding.words, like=like[0])

    def _known(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one for one in ids if one in self._products)

    # -------------------------------------------------------------- knowledge, memory, people

    def _advise(self, understanding: Understanding, session: Session) -> Action:
        topic = understanding.intent
        asks_which = not understanding.references or understanding.several
        if asks_which and set(_USES) & set(understanding.topics) and len(session.focus) > 1:
            return self._compare((), understanding, session)  # 那我日常戴哪个好
        products = self._known(() if understanding.several else understanding.references)
        keys = understanding.topics
        if not products and topic == "care" and not keys:
            products = self._known(session.focus or session.shown[:1])
        if not products and topic == "care" and set(keys) <= CARE_MATTERS:
            products = self._known(session.focus)  # 'can I shower with it on', of what is talked of
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
            keys += [one for one in (product.plating, product.metal) if one and one != "none"]
        return tuple(keys)

    def _keep(self, understanding: Understanding, session: Session) -> Action:
        memos = understanding.memos
        if understanding.intent == "recall":
            return KeepMemo()
        if understanding.intent == "remember":
            return KeepMemo(memos) if memos else Converse("unclear")
        forgotten = {(one.about, one.slot) for one in memos}
        everything = {(one.about, one.slot) for one in session.memory}
        if len(everything) > 1 and forgotten == everything:
            return KeepMemo(forget_all=True)
        return KeepMemo(memos)

    def _hand_over(self, understanding: Understanding, session: Session) -> Action:
        kind = understanding.handover or "person"
        named = self._known(() if understanding.several else understanding.references)
        if kind in ("reserve", "enquire", "viewing") and not named:
            named = self._known(session.focus)
        if understanding.several and not named and kind == "reserve":
            return self._ask_which(understanding, session)
        return HandOver(kind, named)


def _pieces_kept(wish: SetWish, session: Session) -> tuple[str, ...]:
    """The standing pieces where nothing is changed in their set, or a member is only left out."""
    before = session.set_wish
    if before is None or len(before.members) != len(session.set_pieces):
        return session.set_pieces if wish == before else ()
    standing, kept = list(zip(before.members, session.set_pieces, strict=True)), list[str]()
    for member in wish.members:
        at = next((at for at, (one, _) in enumerate(standing) if _is_same(one, member)), None)
        if at is None:
            return ()
        kept.append(standing[at][1])
        standing = standing[at + 1 :]
    return tuple(kept)


def _is_same(one: Member, other: Member) -> bool:
    """One member of a set, whatever says that it is gold."""
    alike = one.wishes.without("metal") == other.wishes.without("metal")
    return one.category == other.category and alike
