"""By when a piece can be had: what its record says of stock and days, counted from today.

A piece that is here can be collected today, or leaves the shop within the days of its record; one
made to order is ready after them. How long a parcel then travels no record states, and that is
said. A piece whose record does not say its days is neither promised nor refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from assistant.actions import Deliver
from assistant.answers.claims import card_claim, is_silence
from assistant.answers.desk import Desk, Draft
from assistant.answers.sources import Sources, Turn, piece_named, says_only
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.turn import Claim, Findings, GroundedReply, ShownProduct, Suggestion

_SIZE_TOLERANCE_MM = 0.8  # a third of a US ring size, as the search has it
_HERE = ("in_stock", "last_one")

Verdict = Literal["reachable", "ready", "collect", "too late", "sold out", "not stated"]


@dataclass(frozen=True)
class Outlook:
    """Can it be had by the day? ``ready`` is when it leaves the shop or is made, None where that is
    not stated; "collect" means only by coming to the shop."""

    verdict: Verdict
    ready: date | None = None


def outlook(product: Product, by: date | None, wishes: Constraints, today: date) -> Outlook:
    """The outlook of one piece, in the wished size where one stands; without a day, when it is
    ready."""
    if product.availability == "sold_out":
        return Outlook("sold out")
    here = product.availability in _HERE and _has_size_here(product, wishes)
    days = product.service.ships_in_days
    if not here:  # the days of a piece that is here are not those of a size that is not
        days = product.lead_time_days if product.availability in _HERE else _order_days(product)
    ready = None if days is None else today + timedelta(days=days)
    if here:
        in_time = by is None or (ready is not None and ready < by)  # and a parcel travels
        late = by is not None and by < today
        return Outlook("too late" if late else "reachable" if in_time else "collect", ready)
    if ready is None:
        return Outlook("not stated")
    return Outlook("ready" if by is None or ready <= by else "too late", ready)


def _order_days(product: Product) -> int | None:
    waits = (product.lead_time_days, product.service.ships_in_days)
    return max((days for days in waits if days is not None), default=None)


def _has_size_here(product: Product, wishes: Constraints) -> bool:
    wished = [
        (slot, size)
        for slot in ("ring_size_mm", "bangle_mm")
        if (size := wishes.number(slot)) is not None
    ]
    return all(
        any(
            size.slot == slot
            and abs(size.mm - wish) <= _SIZE_TOLERANCE_MM
            and size.availability in _HERE
            for size in product.sizes
        )
        for slot, wish in wished
        if any(size.slot == slot for size in product.sizes)
    )


def deliver(action: Deliver, findings: Findings, desk: Desk) -> GroundedReply:
    """Which of the pieces can be had by the day, which cannot, and which record does not say."""
    draft, today = Draft(desk), date.today()
    if not findings.products:
        return _depends_on_the_piece(draft, action, findings)
    by = date.fromisoformat(action.by) if action.by else None
    groups: dict[Outlook, list[Product]] = {}
    for product in findings.products:
        found = outlook(product, by, action.constraints, today)
        groups.setdefault(found, []).append(product)
    for found in sorted(groups, key=lambda one: list(_SAID).index(one.verdict)):
        _tell(draft, found, by, groups[found])
    if any(found.verdict in ("reachable", "ready") for found in groups):
        draft.add(
            desk.say(
                "How long a parcel travels our records do not say; our staff can tell you.",
                "快递路上要几天，记录里没有写，请向店员确认。",
            )
        )
    for card in findings.cards:
        draft.add(card.text[desk.language], card_claim(card, desk.language))
    return draft.reply([ShownProduct(product) for product in findings.products])


def _depends_on_the_piece(draft: Draft, action: Deliver, findings: Findings) -> GroundedReply:
    """Asked of nothing in particular: what it hangs on, and the way to what is in time."""
    desk = draft.desk
    draft.add(
        desk.say(
            "That depends on the piece: its record says whether it is here and within how many "
            "days it leaves the shop. Name one and I look it up.",
            "要看是哪一件：记录里写着有没有货、几天内发出。告诉我是哪件，我来查。",
        )
    )
    for card in findings.cards:
        draft.add(card.text[desk.language], card_claim(card, desk.language))
    in_time = Suggestion(
        desk.say("What is in time", "来得及的首饰"),
        desk.say(f"something I can have by {action.by}", f"看看{action.by}前能到的首饰"),
    )
    in_stock = Suggestion(
        desk.say("What is in stock", "看现货"), desk.say("show what is in stock", "看看现货")
    )
    return draft.reply(suggestions=[in_time if action.by else in_stock])


# Of a verdict: with a day, and without one. {} are the pieces, the day, and when they are ready.
_SAID: Mapping[Verdict, tuple[tuple[str, str], tuple[str, str]]] = {
    "reachable": (
        (
            "By {by} you can have {names}: {here}, to collect in the shop today or sent off by "
            "{ready} at the latest",
            "{by}前能拿到{names}：{here}，今天可到店自取，寄送最晚{ready}发出",
        ),
        (
            "{here}: {names}, to collect in the shop today or sent off by {ready} at the latest",
            "{names}：{here}，今天可到店自取，寄送最晚{ready}发出",
        ),
    ),
    "ready": (
        (
            "By {by} you can have {names}: {order}, ready by {ready}",
            "{by}前能拿到{names}：{order}，{ready}前做好",
        ),
        ("{order}: {names}, ready by {ready}", "{names}：{order}，{ready}前做好"),
    ),
    "collect": (
        (
            "By {by} you can have {names} only if you collect in the shop: {here}, but a parcel "
            "may leave as late as {ready}",
            "{by}前只能到店自取{names}：{here}，但寄送最晚{ready}才发出",
        ),
        ("{here}: {names}, to collect in the shop today", "{names}：{here}，今天可到店自取"),
    ),
    "too late": (
        (
            "By {by} you cannot have {names}: it would be {ready}",
            "{by}前拿不到{names}：要到{ready}",
        ),
        ("", ""),  # nothing is too late for no day
    ),
    "sold out": (
        ("{sold}: {names}", "{names}：{sold}"),
        ("{sold}: {names}", "{names}：{sold}"),
    ),
    "not stated": (
        (
            "Whether {names} can be had by {by} is not stated in our records; please ask our staff",
            "{names}在{by}前能否拿到，记录中未注明，请向店员确认",
        ),
        (
            "How long {names} would take is not stated in our records; please ask our staff",
            "{names}要等多久，记录中未注明，请向店员确认",
        ),
    ),
}


def _tell(draft: Draft, found: Outlook, by: date | None, pieces: Sequence[Product]) -> None:
    desk = draft.desk
    names = desk.listed([desk.say(f"the {desk.name(one)}", desk.name(one)) for one in pieces])
    pair = _SAID[found.verdict][by is None]
    label = desk.vocabulary.label
    not_said = desk.say("a day that our records do not state", "记录中没有写的某天")
    text = desk.say(*pair).format(
        names=names,
        by=by,
        ready=found.ready or not_said,
        here=label("availability", "in_stock", desk.language),
        order=label("availability", "to_order", desk.language),
        sold=label("availability", "sold_out", desk.language),
    )
    text = text[:1].upper() + text[1:]
    claims = [delivery_claim(text, one, by, found) for one in pieces]
    draft.add(desk.say(f"{text}.", f"{text}。"), *claims)


def delivery_claim(text: str, product: Product, by: date | None, found: Outlook) -> Claim:
    """By when the record lets the piece be had."""
    value = {
        "by": by.isoformat() if by else None,
        "verdict": found.verdict,
        "ready": found.ready.isoformat() if found.ready else None,
    }
    return Claim(text, f"delivery:{product.id}", "by", value)


def verify_delivery(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The days of the record, counted from today again; the words name the piece, say the verdict
    and no other day."""
    product, value, lang = piece_named(claim, sources), claim.value, turn.language
    if product is None or not isinstance(value, Mapping):
        return False
    day = value.get("by")
    by = date.fromisoformat(day) if isinstance(day, str) else None
    found = outlook(product, by, turn.wishes, date.today())
    if claim != delivery_claim(claim.text, product, by, found):
        return False
    names = [sources.facts.words(one, "name", lang) or "" for one in turn.findings.products]
    if (sources.facts.words(product, "name", lang) or "") not in claim.text:
        return False
    stock = {"reachable": "in_stock", "collect": "in_stock", "ready": "to_order"}
    said = stock.get(found.verdict, "sold_out" if found.verdict == "sold out" else None)
    allowed = sources.tokens.of(" ".join(names), lang)
    if said:
        allowed |= sources.tokens.of(sources.vocabulary.label("availability", said, lang), lang)
    for one in (by, found.ready):
        allowed |= sources.tokens.of(one.isoformat() if one else "", lang)
    return _says(claim.text, found.verdict, turn) and says_only(claim, allowed, sources, lang)


def _says(text: str, verdict: Verdict, turn: Turn) -> bool:
    """A refusal says no, and only a refusal does; a condition and a silence are said."""
    english = turn.language == "en"
    if (("cannot" if english else "拿不到") in text) != (verdict == "too late"):
        return False
    if verdict == "not stated":
        return is_silence(text, turn.language)
    return verdict != "collect" or ("collect" if english else "自取") in text
