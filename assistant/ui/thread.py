"""The conversation as HTML: what the shopper said, what was answered, what can be tapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from html import escape

from assistant.catalogue.product import Product
from assistant.session import TurnEnded
from assistant.terms import Language
from assistant.turn import Reply
from assistant.ui.cards import CardWriter
from assistant.ui.wording import say

LabelOf = Callable[[str, str, Language], str]  # (slot, term, language) -> the word for it
_ID = re.compile(r"\b[A-Z]{1,3}-\d{3,5}\b")
_MOST_TURNS = 30  # older ones stay stored; the page shows the last


class ThreadWriter:
    """Writes bubbles and answers for one shop."""

    def __init__(self, products: Mapping[str, Product], cards: CardWriter, label: LabelOf) -> None:
        self._products = products
        self._cards = cards
        self._label = label

    def history(
        self, turns: Sequence[TurnEnded], saved: Collection[str], language: Language
    ) -> str:
        """Finished turns; only the last one keeps its taps."""
        shown = turns[-_MOST_TURNS:]
        return "".join(
            self._finished(turn, saved, language, is_last=number == len(shown))
            for number, turn in enumerate(shown, start=1)
        )

    def said(self, text: str | None, modalities: Collection[str], language: Language) -> str:
        """The shopper's bubble."""
        words = escape(self._named(text or "", language))
        chips = "".join(
            f'<span class="chip">{escape(say(key, language))}</span>'
            for name, key in (("photo", "your_photo"), ("speech", "your_voice"))
            if name in modalities
        )
        if not words and not chips:
            return ""
        return f'<div class="said"><p>{chips}{words}</p></div>'

    def working(self, key: str, language: Language) -> str:
        """A calm line while something is being done."""
        return (
            f'<div class="answer working" role="status"><p>{escape(say(key, language))}…</p></div>'
        )

    def speaking(self, text: str, language: Language) -> str:
        """An answer that is still coming."""
        return f'<div class="answer" lang="{language}"><p class="text">{_lines(text)}</p></div>'

    def failed(self, language: Language) -> str:
        """Said when our side broke; the page's script puts the draft back."""
        return (
            f'<div class="answer problem" data-restore="1"><p class="text">'
            f"{escape(say('failed', language))}</p></div>"
        )

    def answer(self, reply: Reply, saved: Collection[str], language: Language) -> str:
        """A whole answer with cards, taps and thumbs."""
        cards = [
            (shown.product, shown.why[0].text if shown.why else "") for shown in reply.products
        ]
        taps = [(one.label, one.say) for one in reply.suggestions]
        if reply.question:
            taps = [*self._option_taps(reply), *taps]
        return (
            f'<div class="answer" lang="{reply.language}"><p class="text">{_lines(reply.text)}</p>'
            f"{self._cards.cards(cards, saved, language)}{_taps(taps)}"
            f"{_thumbs(reply.turn, language)}</div>"
        )

    def _option_taps(self, reply: Reply) -> list[tuple[str, str]]:
        """A question's options, unless the suggestions already are its answers."""
        question = reply.question
        if question is None or question.slot == "product" or "+" in "".join(question.options):
            return []
        labels = [self._label(question.slot, one, reply.language) for one in question.options]
        return [(label, label) for label in labels]

    def _finished(
        self, turn: TurnEnded, saved: Collection[str], language: Language, *, is_last: bool
    ) -> str:
        reply = turn.reply
        products = reply.get("products")
        cards = [
            (self._products[str(one["id"])], str(one["why"][0]["text"]) if one["why"] else "")
            for one in (products if isinstance(products, list) else [])
            if str(one["id"]) in self._products
        ]
        suggestions = reply.get("suggestions")
        said = [str(one) for one in suggestions] if isinstance(suggestions, list) else []
        taps = [(self._named(one, language), one) for one in said] if is_last else []
        heard = reply.get("transcript")
        text = " ".join(filter(None, [turn.user_text, str(heard) if heard else None]))
        thumbs = _thumbs(int(str(reply.get("turn", 0))), language)
        return (
            self.said(text, turn.modalities, language)
            + f'<div class="answer" lang="{turn.language}"><p class="text">'
            + _lines(str(reply.get("reply", "")))
            + f"</p>{self._cards.cards(cards, saved, language)}{_taps(taps)}{thumbs}</div>"
        )

    def _named(self, text: str, language: Language) -> str:
        """Product ids as names: shoppers read names."""

        def name(match: re.Match[str]) -> str:
            product = self._products.get(match[0])
            return product.name[language] if product else match[0]

        return _ID.sub(name, text)


def _lines(text: str) -> str:
    return "<br>".join(escape(line) for line in text.splitlines())


def _taps(taps: Iterable[tuple[str, str]]) -> str:
    buttons = "".join(
        f'<button class="tap" data-act="say" data-say="{escape(said, quote=True)}">'
        f"{escape(label)}</button>"
        for label, said in taps
    )
    return f'<div class="taps">{buttons}</div>' if buttons else ""


def _thumbs(turn: int, language: Language) -> str:
    if turn < 1:
        return ""
    up, down = escape(say("helpful", language)), escape(say("not_helpful", language))
    reason, send = (
        escape(say("why_not", language), quote=True),
        escape(say("send_reason", language)),
    )
    thanks = escape(say("thanks_feedback", language))
    path = "M7 11v9H4v-9zM7 11l4-8c2 0 3 1 3 3v4h6l-2 10H7"
    icon = f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{path}"/></svg>'
    return (
        f'<div class="thumbs" data-turn="{turn}" data-thanks="{thanks}">'
        f'<button data-act="thumb" data-vote="1" aria-label="{up}">{icon}</button>'
        f'<button data-act="thumb" data-vote="-1" class="down" aria-label="{down}">{icon}</button>'
        f'<form hidden><input name="reason" maxlength="500" placeholder="{reason}" '
        f'aria-label="{reason}"><button>{send}</button></form></div>'
    )
