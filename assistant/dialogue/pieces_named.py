"""Actions on pieces that are pointed at or talked of: tell, compare, save, work out, deliver, and
more of their kind.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import (
    Action,
    Advise,
    Ask,
    Compare,
    Converse,
    Deliver,
    Describe,
    PriceMetal,
    Save,
    Search,
    WorkOut,
)
from assistant.catalogue.product import Product
from assistant.constraints import Constraints, Value, Want, apply_edits
from assistant.session import Session
from assistant.turn import Question, Understanding

MOST_TOLD = 4  # side by side, or told about at once
_MOST_SHOWN = 6
USES = ("daily_wear",)  # what pieces are compared for
_SIZE_OF = {"ring": "ring_size_mm", "bangle": "bangle_mm"}
IN_SIZE = "in_size"  # of one piece: is it there in the size that is meant
_UNITS = ("price_per_gram", "price_per_carat")


class PiecesNamed:
    """Decides what becomes of pieces that a shopper points at; ``products`` are the shop's, by
    id."""

    def __init__(self, products: Mapping[str, Product]) -> None:
        self._products = products

    def decide(self, understanding: Understanding, session: Session) -> Action | None:
        """What is done with the pieces; None to look for some, where one like none is wished."""
        intent = understanding.intent
        if intent == "save" and not {"saved", "shared"}.isdisjoint(understanding.fields):
            return self._listed(understanding, session)
        if understanding.several and intent not in ("compare", "gold_maths"):
            if session.shown or understanding.references:
                return self.ask_which(understanding, session)
            return Converse("dangling")
        named = self.known(understanding.references)
        if intent == "gold_maths":
            return self._work_out(named, understanding, session)
        if intent == "compare":
            return self.compare(named, understanding, session)
        if intent == "similar":
            return self._similar(named, understanding, session)
        if not named and intent == "describe" and not understanding.dangling:
            named = self.known(session.shown if len(session.shown) == 1 else session.focus)
            if not named and session.shown:
                return self.ask_which(understanding, session)
        if not named:
            return Converse("dangling")
        if intent == "save":
            return Save(named)
        if IN_SIZE in understanding.fields:
            size_mm = self._size_asked(named[0], understanding, session)
            return Describe(named[:1], ("sizes", "availability"), size_mm)
        return Describe(named[:MOST_TOLD], understanding.fields)

    def _size_asked(
        self, product_id: str, understanding: Understanding, session: Session
    ) -> float | None:
        """The size in mm that a question about stock means: the one it names, else the one that
        stands, else the only one that is remembered."""
        slot = _SIZE_OF.get(self._products[product_id].category, "")
        named = understanding.figures.get(slot, session.constraints.number(slot))
        kept = {one.value for one in session.memory if one.slot == slot}
        known = kept.pop() if named is None and len(kept) == 1 else named
        return known if isinstance(known, int | float) else None

    def _listed(self, understanding: Understanding, session: Session) -> Action:
        """What is on the shopper's list; how to share it."""
        saved = self.known(session.saved)
        if not saved:
            return Converse("nothing_saved")
        if "shared" in understanding.fields:
            return Converse("how_to_share")
        return Describe(saved[:_MOST_SHOWN], ("price", "availability"))

    def deliver(self, understanding: Understanding, session: Session) -> Action:
        """Of what is pointed at, or talked of, or all that lies on the table."""
        pointed = () if understanding.several else understanding.references
        pieces = self.known(pointed or session.focus or session.shown)
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
        pieces = named or self.known(session.focus)
        if not pieces and len(session.shown) == 1:
            pieces = self.known(session.shown)
        if not set(_UNITS).isdisjoint(understanding.fields):  # 'which is the best a carat', of all
            table = named or session.focus or session.shown
            if len(table) > 1:
                return WorkOut(self.known(table)[:_MOST_SHOWN], understanding.fields)
        if pieces or ("gold_price" not in topics and session.shown):
            return WorkOut((pieces or self.known(session.shown))[:MOST_TOLD])
        return Advise("advice", topics) if "gold_price" in topics else PriceMetal(topics)

    def compare(
        self, named: tuple[str, ...], understanding: Understanding, session: Session
    ) -> Action:
        """Side by side: what is named beside what is talked of, else what lies on the table."""
        if len(named) == 1 and session.focus and session.focus[0] != named[0]:
            named = (session.focus[0], *named)
        fields = understanding.fields
        is_one_question = bool(fields) and len(named) > MOST_TOLD  # 'which of these is longest'
        if len(named) < 2:
            table = session.focus if len(session.focus) > 1 else session.shown
            if len(table) > 1 and not named:  # 'which is longer', of all that lies there
                named, is_one_question = self.known(table), bool(fields)
        if len(named) < 2:
            return Converse("two_needed")
        is_again = bool(fields or set(USES) & set(understanding.topics)) and set(named) == set(
            session.focus
        )  # compared a moment ago
        uses = tuple(one for one in understanding.topics if one in USES)
        had_as = _had_as(understanding, session.constraints, self._products[named[0]].category)
        is_brief = is_again or is_one_question or had_as is not None
        most = _MOST_SHOWN if is_one_question else MOST_TOLD
        return Compare(named[:most], had_as or session.constraints, fields, is_brief, uses)

    def _similar(
        self, named: tuple[str, ...], understanding: Understanding, session: Session
    ) -> Search | None:
        """Pieces like this one: the standing wishes hold, of its kind, with what was added."""
        like = (named or self.known(session.focus) or self.known(session.shown))[:1]
        if not like:
            return None
        category = self._products[like[0]].category
        of_its_kind = apply_edits(session.constraints, [Want("category", (category,))])
        wishes = apply_edits(of_its_kind, understanding.edits)
        return Search(wishes, understanding.words, like=like[0])

    def ask_which(self, understanding: Understanding, session: Session) -> Ask:
        """Which of the pieces that may be meant."""
        among = understanding.references or session.shown
        return Ask(Question("product", among[:_MOST_SHOWN]), about="which")

    def known(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        """Those of ``ids`` that the shop still has a record of."""
        return tuple(one for one in ids if one in self._products)


def _had_as(
    understanding: Understanding, standing: Constraints, category: str
) -> Constraints | None:
    """How pieces are to be had of which it is asked whether they are: in stock, in a size that is
    named or stands. None where that is not asked."""
    values: dict[str, Value] = {"in_stock": True} if "availability" in understanding.fields else {}
    slot = _SIZE_OF.get(category)
    if slot and "sizes" in understanding.fields:
        figures, unclear = understanding.figures, understanding.ambiguity
        size = figures.get(slot, figures.get("length_mm", standing.number(slot)))
        if unclear and unclear.slot == slot and unclear.meanings:  # 12号: said with its scale
            wished = apply_edits(Constraints(), unclear.meanings[0].edits)
            size = wished.number(slot)
        values |= {} if size is None else {slot: size}
    return Constraints(values) if values else None
