"""The conversation as HTML: what the shopper said, what was answered, what can be tapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from html import escape

from assistant.catalogue.product import Product
from assistant.session import TurnEnded
from assistant.terms import Language, spoken
from assistant.turn import Reply
from assistant.ui.cards import CardWriter
from assistant.ui.wording import say

LabelOf = Callable[[str, str, Language], str]  # (slot, term, language) -> the word for it
# Not \b: a Chinese character may stand on either side.
# Whatever could be a product's id: letters and digits, joined by dots, dashes, underscores.
_ID = re.compile(r"(?=[A-Za-z0-9._-]*\d)(?=[0-9._-]*[A-Za-z])[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*")
_WORD = re.compile(r"[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+")
_REVEAL_MS = 600  # a long answer is not told slower than this
_WORD_MS = 24
_MOST_TURNS = 30  # older ones stay stored; the page shows the last


class ThreadWriter:
    """Writes bubbles and answers for one shop."""

    def __init__(self, products: Mapping[str, Product], cards: CardWriter, label: LabelOf) -> None:
        self._products = products
        self._cards = cards
        self._label = label

    def history(
        self,
        turns: Sequence[TurnEnded],
        saved: Collection[str],
        language: Language,
        *,
        is_over: bool = True,
    ) -> str:
        """Finished turns; only the last one keeps its taps, and none while another is going on."""
        shown = turns[-_MOST_TURNS:]
        return "".join(
            self._finished(turn, saved, language, is_last=is_over and number == len(shown))
            for number, turn in enumerate(shown, start=1)
        )

    def live(self, body: str, number: int, state: str = "working") -> str:
        """The turn that is going on, or has just ended; ``number`` is the page's own count."""
        return f'<div class="turn" data-n="{number}" data-state="{state}">{body}</div>'

    def said(
        self, text: str | None, modalities: Collection[str], language: Language, turn: int
    ) -> str:
        """The shopper's bubble. The page's script puts the photo beside its word, if it has it."""
        words = escape(self._named(text or "", language))
        chips = "".join(
            f'<span class="chip {name}">{escape(say(key, language))}</span>'
            for name, key in (("photo", "your_photo"), ("speech", "your_voice"))
            if name in modalities
        )
        if not words and not chips:
            return ""
        return f'<div class="said" data-turn="{turn}"><p>{chips}{words}</p></div>'

    def working(self, key: str, language: Language) -> str:
        """A calm line while something is being done."""
        return (
            f'<div class="answer working"><p class="text">{escape(say(key, language))}…</p></div>'
        )

    def failed(self, number: int, language: Language) -> str:
        """Said when our side broke; the page's script puts the draft back."""
        words = escape(say("failed", language))
        body = f'<div class="answer problem"><p class="text">{words}</p></div>'
        return self.live(body, number, state="failed")

    def note(self, key: str, language: Language) -> str:
        """A line beside the conversation."""
        return f'<p class="note" role="status">{escape(say(key, language))}</p>'

    def answer(self, reply: Reply, saved: Collection[str], language: Language) -> str:
        """A whole answer with cards, taps and thumbs."""
        pieces = [
            (shown.product, shown.why[0].text if shown.why else "") for shown in reply.products
        ]
        taps = [(one.label, one.say) for one in reply.suggestions]
        if reply.question:
            taps = [*self._option_taps(reply), *taps]
        problem = " problem" if reply.error else ""
        return (
            f'<div class="answer{problem}" lang="{reply.language}">'
            f"{self._told(reply.text, reply.intent, pieces, saved, language, is_fresh=True)}"
            f"{_taps(taps)}{_thumbs(reply.turn, language)}</div>"
        )

    def _told(  # noqa: PLR0913 - a live answer and a stored one meet here
        self,
        text: str,
        intent: str,
        pieces: Sequence[tuple[Product, str]],
        saved: Collection[str],
        language: Language,
        *,
        is_fresh: bool,
    ) -> str:
        """Words and pieces; a comparison stands in a table, and its lines are read aloud only."""
        write = _revealed if is_fresh else escape
        lines = text.splitlines()
        if intent != "compare" or len(pieces) < 2:
            words = "<br>".join(map(write, lines))
            return f'<p class="text">{words}</p>{self._cards.cards(pieces, saved, language)}'
        names = tuple(name for product, _ in pieces for name in product.name.values())
        told = [line for line in lines if line.startswith(names)]
        rest = "<br>".join(write(line) for line in lines if line not in told)
        aloud = f'<span class="aloud">{escape(" ".join(told))} </span>'
        table = self._cards.comparison([product for product, _ in pieces], saved, language)
        return f'<p class="text">{aloud}{rest}</p>{table}'

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
        pieces = [
            (self._products[str(one["id"])], str(one["why"][0]["text"]) if one["why"] else "")
            for one in (products if isinstance(products, list) else [])
            if str(one["id"]) in self._products
        ]
        suggestions = reply.get("suggestions")
        said = [str(one) for one in suggestions] if isinstance(suggestions, list) else []
        taps = [(self._named(one, language), one) for one in said] if is_last else []
        heard = reply.get("transcript")
        text = " ".join(filter(None, [turn.user_text, str(heard) if heard else None]))
        number = int(str(reply.get("turn", 0)))
        words, intent = str(reply.get("reply", "")), str(reply.get("intent"))
        told = self._told(words, intent, pieces, saved, language, is_fresh=False)
        problem = " problem" if reply.get("error") else ""
        return (
            self.said(text, turn.modalities, language, number)
            + f'<div class="answer{problem}" lang="{turn.language}">{told}'
            + f"{_taps(taps)}{_thumbs(number, language)}</div>"
        )

    def _named(self, text: str, language: Language) -> str:
        """Product ids as names: shoppers read names."""

        def name(match: re.Match[str]) -> str:
            product = self._products.get(match[0])
            return spoken(product.name, language) if product else match[0]

        return _ID.sub(name, text)


def _revealed(text: str) -> str:
    """Words that the style sheet lets appear one after the other; all are there at once."""
    pieces = _WORD.findall(text)
    step_ms = min(_WORD_MS, _REVEAL_MS / max(1, len(pieces)))
    return "".join(
        piece
        if piece.isspace()
        else f'<span class="wd" style="--at:{at * step_ms:.0f}ms">{escape(piece)}</span>'
        for at, piece in enumerate(pieces)
    )


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
