"""The conversation as HTML: what the shopper said, what was answered, what can be tapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from html import escape
from types import MappingProxyType
from typing import Any

from assistant.answers.options import option_words
from assistant.answers.wishes_in_words import classifier
from assistant.catalogue.product import Product
from assistant.contract import reply_to_json
from assistant.knowledge.card import Card as Knowledge
from assistant.session import Session, TurnEnded
from assistant.terms import Language, Vocabulary, spoken
from assistant.turn import Reply
from assistant.ui.cards import CardWriter
from assistant.ui.handover import Card, SlipWriter
from assistant.ui.sources import sources_line
from assistant.ui.wording import say

# Not \b: a Chinese character may stand on either side.
# Whatever could be a product's id: letters and digits, joined by dots, dashes, underscores.
_ID = re.compile(r"(?=[A-Za-z0-9._-]*\d)(?=[0-9._-]*[A-Za-z])[A-Za-z0-9]+(?:[._-]+[A-Za-z0-9]+)*")
_WORD = re.compile(r"[\u3000-\u9fff\uff00-\uffef]|[^\s\u3000-\u9fff\uff00-\uffef]+|\s+")
_NTH: Mapping[Language, tuple[str, str]] = {"en": ("first ", "second "), "zh": ("第一", "第二")}
Tap = tuple[str, str, int | None]  # the label, what it says, how many pieces it leaves
_REVEAL_MS = 600  # a long answer is not told slower than this
_WORD_MS = 24
_MOST_TURNS = 30  # older ones stay stored; the page shows the last


class ThreadWriter:
    """Writes bubbles and answers for one shop."""

    def __init__(
        self,
        products: Mapping[str, Product],
        cards: CardWriter,
        vocabulary: Callable[[], Vocabulary],
        sources: Mapping[str, Knowledge] = MappingProxyType({}),
    ) -> None:
        """``sources`` are the shop's knowledge cards by id; advice is shown with its source."""
        self._products = products
        self._cards = cards
        self._vocabulary = vocabulary
        self._sources = sources
        self._slips = SlipWriter(products, vocabulary)

    def history(
        self,
        turns: Sequence[TurnEnded],
        session: Session,
        language: Language,
        *,
        is_over: bool = True,
    ) -> str:
        """Finished turns of ``session``; only the last one keeps its taps, and none while another
        is going on."""
        shown = turns[-_MOST_TURNS:]
        return "".join(
            self._finished(turn, session, language, is_last=is_over and number == len(shown))
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

    def answer(self, reply: Reply, session: Session, language: Language) -> str:
        """A whole answer with cards, taps and thumbs; ``session`` as it stands after it."""
        labels = {one.say: one.label for one in reply.suggestions}
        told = reply_to_json(reply)
        pieces = [
            (shown.product, shown.why[0].text if shown.why else "") for shown in reply.products
        ]
        return self._answer(told, pieces, labels, session, language, is_fresh=True)

    def _finished(
        self,
        turn: TurnEnded,
        session: Session,
        language: Language,
        *,
        is_last: bool,
    ) -> str:
        told = turn.reply
        pieces = [
            (self._products[str(one["id"])], str(one["why"][0]["text"]) if one["why"] else "")
            for one in _objects(told.get("products"))
            if str(one["id"]) in self._products
        ]
        labels = {said: self._named(said, language) for said in _said(told)} if is_last else None
        heard = told.get("transcript")
        text = " ".join(filter(None, [turn.user_text, str(heard) if heard else None]))
        number = int(str(told.get("turn", 0)))
        answer = self._answer(told, pieces, labels, session, language, is_fresh=False)
        return self.said(text, turn.modalities, language, number) + answer

    def _answer(  # noqa: PLR0913 - a live answer and a stored one meet here
        self,
        told: Mapping[str, object],
        pieces: Sequence[tuple[Product, str]],
        labels: Mapping[str, str] | None,
        session: Session,
        language: Language,
        *,
        is_fresh: bool,
    ) -> str:
        """``told`` is the contract's object; ``labels`` are the suggestions by what they say,
        None where nothing is to be tapped any more."""
        taps = [] if labels is None else self._all_taps(told, labels)
        number = int(str(told.get("turn", 0)))
        problem = " problem" if told.get("error") else ""
        body = self._told(
            told, pieces, session, language, is_fresh=is_fresh, can_swap=labels is not None
        )
        if told.get("intent") == "handover" and (card := _card_of(number, session.handovers)):
            body += self._slips.slip(card, language, is_handed=True)
        body += sources_line(_objects(told.get("claims")), self._sources, _language_of(told))
        return (
            f'<div class="answer{problem}" lang="{told.get("language")}">{body}'
            f"{_taps(taps)}{_thumbs(number, language)}</div>"
        )

    def _told(  # noqa: PLR0913
        self,
        told: Mapping[str, object],
        pieces: Sequence[tuple[Product, str]],
        session: Session,
        language: Language,
        *,
        is_fresh: bool,
        can_swap: bool,
    ) -> str:
        """Words and pieces. What stands in a table or under a set's pieces is read aloud only."""
        write = _revealed if is_fresh else escape
        # The pieces are told in the language of the words above them, which name them.
        told_in = _language_of(told)
        lines = str(told.get("reply", "")).splitlines()
        products = [product for product, _ in pieces]
        total = _total(told)
        if len(products) < 2 or not (total or told.get("intent") == "compare"):
            words = "<br>".join(map(write, lines))
            cards = self._cards.cards(pieces, session.saved, told_in, language)
            return f'<p class="text">{words}</p>{cards}'
        if total:
            swaps = self._swaps(session, language) if can_swap else []
            swaps = swaps if len(swaps) == len(products) else [""] * len(products)
            names = [spoken(one.name, told_in) for one in products]
            notes = [
                _note(told, one, name, lines) for one, name in zip(products, names, strict=True)
            ]
            shown = self._cards.set_of_pieces(
                products, notes, swaps, total, session.saved, told_in, language
            )
            heard = [line for line in lines if total in line or any(n in line for n in names)]
        else:
            shown = self._cards.comparison(products, session.saved, told_in, language)
            starts = tuple(name for one in products for name in one.name.values())
            heard = [line for line in lines if line.startswith(starts)]
        kept = [line for line in lines if line not in heard]
        rest = "<br>".join(write(_closed(line, told_in)) for line in kept)
        aloud = f'<span class="aloud"> {escape(" ".join(heard))} </span>'
        words = f"{rest}{aloud}" if total else f"{aloud}{rest}"
        return f'<p class="text">{words}</p>{shown}'

    def _swaps(self, session: Session, language: Language) -> list[str]:
        """What is said to change each piece of the set on the table: by the kind that was wished
        for (a pendant may stand for the necklace), and by its place among two of a kind."""
        if session.set_wish is None or not session.has_set_on_table:
            return []
        kinds = [member.category for member in session.set_wish.members]
        said = []
        for place, kind in enumerate(kinds):
            name = self._vocabulary().label("category", kind, language)
            nth = kinds[:place].count(kind)
            counted = f"{_NTH[language][nth > 0]}" if kinds.count(kind) > 1 else ""
            if language == "en":
                said.append(f"swap the {counted}{name}")
            else:
                said.append(f"换{counted or '一'}{classifier((kind,))}{name}")
        return said

    def _all_taps(self, told: Mapping[str, object], labels: Mapping[str, str]) -> list[Tap]:
        """A question's options with how many pieces each leaves, those that leave none left out,
        then the suggestions. A set's pieces bring their own buttons."""
        options = self._options(told)
        known = {label for label, _ in options}
        taps = [
            (label, said, dict(options).get(label))
            for said, label in labels.items()
            if not (_total(told) and said.startswith(("swap ", "换")))
        ]
        if known & {label for label, _, _ in taps}:  # the suggestions are the answers already
            return taps
        return [*((label, label, count) for label, count in options if count != 0), *taps]

    def _options(self, told: Mapping[str, object]) -> list[tuple[str, int | None]]:
        """(label, how many pieces) of the open question's options; none for a choice of pieces,
        whose suggestions bear their names."""
        question = told.get("question")
        if not isinstance(question, Mapping) or question.get("slot") == "product":
            return []
        options, counts = question.get("options"), question.get("counts")
        if not isinstance(options, list):
            return []
        counted = isinstance(counts, list) and len(counts) == len(options)
        slot, language = str(question.get("slot")), _language_of(told)
        vocabulary = self._vocabulary()
        return [
            (
                option_words(vocabulary, slot, str(option), language),
                int(counts[at]) if counted and isinstance(counts, list) else None,
            )
            for at, option in enumerate(options)
        ]

    def _named(self, text: str, language: Language) -> str:
        """Product ids as names: shoppers read names."""

        def name(match: re.Match[str]) -> str:
            product = self._products.get(match[0])
            return spoken(product.name, language) if product else match[0]

        return _ID.sub(name, text)


def _note(told: Mapping[str, object], product: Product, name: str, lines: Sequence[str]) -> str:
    """Whose a piece of a set is, and in which size: 'His ring: 62.1 mm (US 10, made to order)'; ''
    where no size was wished for. The line that names the piece tells whose."""
    stated = (f"product:{product.id}", "sizes")
    claims = _objects(told.get("claims"))
    sizes = dict.fromkeys(
        str(one.get("text")) for one in claims if (one.get("source"), one.get("field")) == stated
    )
    if not sizes:
        return ""
    whose = next((line.partition(name)[0] for line in lines if name in line), "")
    return f"{whose}{', '.join(sizes)}"


def _closed(line: str, language: Language) -> str:
    """A line that led to those that are read aloud only, ended with a full stop."""
    return re.sub(r"[:：]$", "." if language == "en" else "。", line)


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


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _language_of(told: Mapping[str, object]) -> Language:
    return "zh" if told.get("language") == "zh" else "en"


def _said(told: Mapping[str, object]) -> list[str]:
    suggestions = told.get("suggestions")
    return [str(one) for one in suggestions] if isinstance(suggestions, list) else []


def _total(told: Mapping[str, object]) -> str:
    """What a set comes to, in the answer's own words; '' where no set is on the table."""
    for claim in _objects(told.get("claims")):
        if (claim.get("source"), claim.get("field")) == ("set", "total"):
            return str(claim.get("text"))
    return ""


def _card_of(turn: int, handed: Sequence[Card]) -> Card | None:
    """The card that was written in a turn; one that a button wrote before it comes earlier."""
    return next((card for card in reversed(handed) if card.get("turn") == turn), None)


def _taps(taps: Iterable[Tap]) -> str:
    buttons = "".join(
        f'<button class="tap" data-act="say" data-say="{escape(said, quote=True)}">'
        f"{escape(label)}{'' if count is None else f'<small>{count}</small>'}</button>"
        for label, said, count in taps
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
