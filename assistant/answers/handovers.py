"""The card that was written for the staff, told to the shopper."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import HandOver
from assistant.answers.claims import handover_claim, name_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.visit_words import visit_words
from assistant.answers.wishes_in_words import wishes_in_words
from assistant.constraints import Constraints
from assistant.turn import Findings, GroundedReply, HandOverKind, ShownProduct

_KINDS: Mapping[HandOverKind, tuple[str, str]] = {
    "person": ("you would like to talk to a person", "您想和店员聊"),
    "reserve": ("you would like to reserve a piece", "您想预留首饰"),
    "enquire": ("you have an enquiry", "您想咨询"),
    "viewing": ("you would like a viewing", "您想预约看货"),
    "order_status": ("you ask about an order", "您想查订单"),
}


def hand_over(action: HandOver, findings: Findings, desk: Desk) -> GroundedReply:
    """That a card was written, what stands on it, and that nothing is settled by it."""
    draft, card = Draft(desk), findings.card
    wants = desk.say(*_KINDS[action.kind])
    if card is None:
        draft.add(
            desk.say(
                "Our staff can help you with that in the shop; I cannot do it from here.",
                "这件事请店员帮您办理，我这边办不了。",
            )
        )
        return draft.reply()
    draft.add(
        desk.say(
            f"I have written a card for our staff: {wants}.", f"已为您写好给店员的卡片：{wants}。"
        )
    )
    _order_on_card(draft, card)
    _visit_on_card(draft, card)
    _wishes_on_card(draft, card)
    pieces = [desk.products[one] for one in action.product_ids if one in desk.products]
    if pieces:
        claims = [name_claim(piece, desk.language) for piece in pieces]
        listed = desk.listed([desk.say(f"the {one.text}", one.text) for one in claims])
        draft.add(desk.say(f"It is about {listed}.", f"关于：{listed}。"), *claims)
    draft.add(
        desk.say(
            "Nothing is reserved or promised yet; a person will go through it with you.",
            "目前还没有预留或承诺什么，会由店员和您确认。",
        )
    )
    return draft.reply([ShownProduct(piece) for piece in pieces])


def _order_on_card(draft: Draft, card: Mapping[str, object]) -> None:
    """'It names order 1234.'"""
    if isinstance(order := card.get("order"), str):
        claim = handover_claim(order, "order", order)
        draft.add(draft.desk.say(f"It names order {order}.", f"上面写着订单号{order}。"), claim)


def _visit_on_card(draft: Draft, card: Mapping[str, object]) -> None:
    """'It says you would like to come on Saturday, 2026-11-28, in the afternoon.'"""
    desk, visit = draft.desk, card.get("visit")
    words = visit_words(visit, desk.language) if isinstance(visit, Mapping) else ""
    if words:
        when = _WHEN.get(str(card.get("kind")), _WHEN_ELSE)
        sentence = desk.say(f"{when[0]} {words}.", f"{when[1]}{words}。")
        draft.add(sentence, handover_claim(words, "visit", visit))


# A visit has a day, a piece that is kept has one until when, and a person may be called for one.
_WHEN: Mapping[str, tuple[str, str]] = {
    "viewing": ("It says when you would like to come:", "上面写着您想来的时间："),
    "reserve": ("It names the time you gave:", "上面写着您说的时间："),
}
_WHEN_ELSE = ("It names the time you gave:", "上面写着您说的时间：")


def _wishes_on_card(draft: Draft, card: Mapping[str, object]) -> None:
    desk, shown = draft.desk, card.get("needs")
    if not isinstance(shown, Mapping) or not shown:
        return
    phrase = wishes_in_words(Constraints.from_json(shown), desk.vocabulary, desk.language)
    draft.add(
        desk.say(f"It says you are looking for {phrase}.", f"上面写着您在找{phrase}。"),
        handover_claim(phrase, "needs", shown),
    )
