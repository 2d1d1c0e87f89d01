"""The next step: the merchant's own page, a card for the staff, a shortlist to share."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from urllib.parse import urlsplit

from assistant.catalogue.product import Product
from assistant.conversation import SharedList
from assistant.terms import Language
from assistant.ui.handover import KINDS, Card, SlipWriter
from assistant.ui.wording import say

_NOTE_LENGTH = 500


def steps_of_piece(product: Product, language: Language) -> str:
    """What can be done about one piece. A piece that is sold out cannot be reserved."""
    kinds = [one for one in KINDS if one != "reserve" or product.availability != "sold_out"]
    return _steps(merchant_link(product, language), kinds, (product.id,), language)


def steps_of_list(saved: Sequence[str], language: Language) -> str:
    """What can be done about the whole saved list; a person can be asked with none."""
    kinds = list(KINDS) if saved else ["person"]
    return _steps("", kinds, saved, language)


def merchant_link(product: Product, language: Language) -> str:
    """The piece's page on the merchant's own site, where the record has one."""
    if not product.link:
        return ""
    host = (urlsplit(product.link).hostname or "").removeprefix("www.")
    words = escape(say("see_at", language).format(host))
    return (
        f'<a class="tap link" href="{escape(product.link, quote=True)}" target="_blank" '
        f'rel="noopener noreferrer nofollow">{words}</a>'
    )


def _steps(link: str, kinds: Sequence[str], ids: Sequence[str], language: Language) -> str:
    buttons = "".join(
        f'<button class="tap" data-act="handover" data-kind="{kind}" data-sku="{",".join(ids)}">'
        f"{escape(say(kind, language))}</button>"
        for kind in kinds
    )
    title = escape(say("next_step", language))
    return (
        f'<section class="next"><h3>{title}</h3><div class="taps">{link}{buttons}</div></section>'
    )


def confirm_body(
    slips: SlipWriter, card: Card, kind: str, ids: Sequence[str], language: Language
) -> str:
    """The card before it is handed over, and the form that does it."""
    note, hint = escape(say("note", language)), escape(say("note_hint", language), quote=True)
    return (
        f'<p class="lead">{escape(say("card_intro", language))}</p>'
        f"{slips.slip(card, language, is_handed=False)}"
        f'<form class="sheet" data-form="handed"><input type="hidden" name="kind" value="{kind}">'
        f'<input type="hidden" name="sku" value="{",".join(ids)}">'
        f'<label class="field tall"><span>{note}</span><textarea name="note" rows="2" '
        f'maxlength="{_NOTE_LENGTH}" placeholder="{hint}"></textarea></label>'
        f'<div class="taps"><button class="tap main">{escape(say("hand_over", language))}</button>'
        f'<button type="button" class="tap" data-act="close">{escape(say("cancel", language))}'
        "</button></div></form>"
    )


def done_body(slips: SlipWriter, card: Card, language: Language) -> str:
    """The card after it was handed over."""
    return (
        f'<p class="lead good" role="status">{escape(say("card_done", language))}</p>'
        f"{slips.slip(card, language, is_handed=True)}"
    )


def handed_cards(slips: SlipWriter, cards: Sequence[Card], language: Language) -> str:
    """The cards of this conversation, the latest first."""
    if not cards:
        return ""
    told = "".join(
        f"<details><summary>{escape(slips.kind(card, language))}</summary>"
        f"{slips.slip(card, language, is_handed=True)}</details>"
        for card in reversed(cards)
    )
    return f'<section class="next"><h3>{escape(say("handed", language))}</h3>{told}</section>'


def share_part(shared: SharedList | None, saved: Sequence[str], language: Language) -> str:
    """The button that makes a link, or the link with what can be done with it."""
    if shared is None:
        if not saved:
            return ""
        button = f'<button class="tap" data-act="share">{escape(say("share", language))}</button>'
        return f'<section class="next"><div class="taps">{button}</div></section>'
    is_stale = set(shared.product_ids) != set(saved)
    stale = f'<p class="stale">{escape(say("shared_stale", language))}</p>' if is_stale else ""
    again = (
        f'<button class="tap" data-act="share">{escape(say("share_again", language))}</button>'
        if is_stale and saved
        else ""
    )
    address = f"/list/{shared.token}"
    copied = escape(say("copied", language), quote=True)
    return (
        f'<section class="next shared"><p>{escape(say("shared", language))}</p>{stale}'
        f'<p class="address"><a href="{address}" target="_blank" rel="noopener" data-whole>'
        f"{address}</a></p>"
        f'<div class="taps">{again}<button class="tap" data-act="copy" data-href="{address}" '
        f'data-done="{copied}">{escape(say("copy", language))}</button>'
        f'<a class="tap link" href="{address}" target="_blank" rel="noopener">'
        f"{escape(say('open_list', language))}</a>"
        f'<button class="tap" data-act="unshare">{escape(say("unshare", language))}</button></div>'
        "</section>"
    )
