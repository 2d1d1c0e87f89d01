"""The card that the staff get when a shopper asks for a person: what was said, shown and wished.

Plain JSON, so that it can be stored, mailed or shown as it is. It holds what the shopper said in
this conversation and nothing else: no name, no address, no photo.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.actions import HandOver
from assistant.constraints import PRICE_SLOTS
from assistant.dialogue.profiles import SELF, person_of
from assistant.session import Session
from assistant.terms import Language
from assistant.turn import Memo, SetWish, Visit

_SIZES = ("ring_size_mm", "bangle_mm", "length_mm")


# 'My order 1234', 订单号AB-1234: what the staff look an order up by.
_ORDER = re.compile(
    r"(?:\b(?:order|parcel|package)\b|订单|单号|运单)(?: ?(?:number|no\.?|num|id)\b|号码?|编号)?"
    r"(?: ?is\b|是|为)?[\s#:：.]{0,4}([a-z]{0,4}-?\d[\da-z-]{2,19})",
    re.IGNORECASE,
)


def order_named(text: str) -> str | None:
    """The number of an order that a sentence names, as it was said."""
    found = _ORDER.search(text)
    return found[1] if found else None


def make_card(
    action: HandOver, session: Session, language: Language, said: str = ""
) -> dict[str, object]:
    """The card of this moment. ``about`` are the pieces in question, ``visit`` is when the shopper
    wants to come (None: not said), ``recipient`` for whom a gift is, ``rejected`` the terms that
    the shopper ruled out and the pieces that were shown and passed over; sizes are in mm, the
    budget in minor units with its currency. ``order`` is the number of the order asked about in
    ``said``, this turn's sentence; it stands among the ``words`` too."""
    wishes = session.constraints
    order = order_named(said) if action.kind == "order_status" else None
    named = f"{'Order' if language == 'en' else '订单'} {order}" if order else ""
    return {
        "kind": action.kind,
        "language": language,
        "turn": session.turns + 1,
        "about": list(action.product_ids),
        "visit": _visit(action.visit),
        "recipient": [one for one in wishes.terms("recipient") if one != SELF],
        "needs": wishes.to_json(),
        "order": order,
        "words": "; ".join(filter(None, (named, session.words))),
        "shown": list(session.shown),
        "rejected": {
            "terms": {slot: list(terms) for slot, terms in wishes.exclude.items()},
            "pieces": _passed_over(action, session),
        },
        "sizes": _sizes(session),
        "budget": {slot: wishes.values[slot] for slot in PRICE_SLOTS if slot in wishes.values},
        "saved": list(session.saved),
        "set": _set(session.set_wish, session.set_pieces) if session.has_set_on_table else None,
    }


def _visit(visit: Visit | None) -> Mapping[str, object] | None:
    if visit is None:
        return None
    return {"days": list(visit.days), "part": visit.part, "time": visit.time}


def _passed_over(action: HandOver, session: Session) -> list[str]:
    kept = {*session.shown, *session.saved, *session.focus, *action.product_ids}
    return [one for one in session.seen if one not in kept]


def _sizes(session: Session) -> dict[str, dict[str, object]]:
    """Sizes by person: those wished for in this talk, and those the shopper had remembered."""
    wished = {slot: value for slot, value in session.constraints.values.items() if slot in _SIZES}
    sizes: dict[str, dict[str, object]] = {person_of(session.constraints): dict(wished)}
    for memo in session.memory:
        if memo.slot in _SIZES:
            sizes.setdefault(memo.about, {}).setdefault(memo.slot, _plain(memo))
    return {person: known for person, known in sizes.items() if known}


def _plain(memo: Memo) -> object:
    return list(memo.value) if isinstance(memo.value, tuple) else memo.value


def _set(wish: SetWish | None, pieces: tuple[str, ...]) -> Mapping[str, object] | None:
    if wish is None:
        return None
    members = [
        {"category": member.category, "wishes": member.wishes.to_json()} for member in wish.members
    ]
    return {"kind": wish.kind, "members": members, "pieces": list(pieces)}
