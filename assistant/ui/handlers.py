"""What the page does when something is tapped, sent or loaded: plain functions over events.

The page's script sends one JSON object an event: ``{"act", "lang", ...}``. It comes from a visitor:
every field is checked here, and nothing but what is listed is done.
"""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.conversation import Conversations, Feedback
from assistant.respond import Answered
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, RawTurn, Reply, Transcript
from assistant.ui.cards import CardWriter
from assistant.ui.pills import pills_html, wish_pills
from assistant.ui.thread import ThreadWriter
from assistant.ui.uploads import UploadBox
from assistant.ui.wording import say

log = logging.getLogger(__name__)

_WORDS_A_STEP = 3
_STEP_S = 0.02
_MOST_STEPS = 24  # a long answer is not told slower than half a second
_ACTS = {
    "similar": {"en": "similar to {}", "zh": "类似{}"},
    "compare": {"en": "compare {}", "zh": "对比{}"},
    "again": {"en": "show me again", "zh": "再看看"},
}


@dataclass(frozen=True)
class View:
    """New contents of the page's parts; None leaves a part as it is."""

    thread: str | None = None
    live: str | None = None
    pills: str | None = None
    drawer: str | None = None
    saved_count: str | None = None
    session_id: str | None = None


class PageHandlers:
    """Handles the events of every visitor; keeps nothing of them itself."""

    def __init__(  # noqa: PLR0913 - the page meets the whole shop here
        self,
        conversations: Conversations,
        products: Mapping[str, Product],
        vocabulary: Vocabulary,
        cards: CardWriter,
        uploads: UploadBox,
        price_in_words: Callable[[Constraints, Language], str | None],
    ) -> None:
        self._conversations = conversations
        self._products = products
        self._vocabulary = vocabulary
        self._cards = cards
        self._thread = ThreadWriter(products, cards, vocabulary.label)
        self._uploads = uploads
        self._price = price_in_words

    def load(self, session_id: str | None, language_name: str | None) -> View:
        """The page as it was left, or a new one."""
        language = _language(language_name)
        session, is_lost = self._conversations.open(session_id or None)
        view = self._whole(session, language)
        if is_lost:
            note = f'<div class="answer problem"><p>{say("unknown_session", language)}</p></div>'
            return View(view.thread, note, view.pills, "", view.saved_count, session.id)
        return view

    def handle(self, payload: str, session_id: str | None) -> Iterator[View]:
        """What happens on one event of the page."""
        language: Language = "en"
        try:
            event = json.loads(payload)
            language = _language(event.get("lang"))
            session, _ = self._conversations.open(session_id or None)
            yield from self._dispatch(event, session, language)
        except Exception:
            log.exception("a page event failed")
            yield View(live=self._thread.failed(language))

    def _dispatch(
        self, event: Mapping[str, object], session: Session, language: Language
    ) -> Iterator[View]:
        act, sku = event.get("act"), str(event.get("sku", ""))
        if act == "send":
            raw = RawTurn(
                text=_text(event.get("text")),
                image=self._uploads.take(event.get("photo")),
                audio=self._uploads.take(event.get("audio")),
                locale=language if not _text(event.get("text")) else None,
            )
            yield from self._turn(session, raw, language)
        elif act in ("similar", "compare"):
            named = [one for one in sku.split(",") if one in self._products]
            if named:
                joiner = " and " if language == "en" else "和"
                text = _ACTS[str(act)][language].format(joiner.join(named))
                yield from self._turn(session, RawTurn(text=text), language)
        elif act == "forget":
            slots = tuple(str(event.get("slots", "")).split(","))
            session = self._conversations.forget_wish(session.id, slots)
            again = RawTurn(text=_ACTS["again"][language])
            yield from self._turn(session, again, language)
        elif act == "save" and sku in self._products:
            session = self._conversations.save(session.id, sku, saved=sku not in session.saved)
            yield self._whole(session, language)
        elif act == "facts" and sku in self._products:
            product = self._products[sku]
            drawer = self._cards.drawer(product, sku in session.saved, language)
            yield View(drawer=drawer)
        elif act == "saved":
            drawer = self._cards.saved_drawer(self._products, session.saved, language)
            yield View(drawer=drawer)
        elif act == "thumb":
            self._thumb(event, session)
            yield View()  # nothing changes, and Gradio is told so
        elif act == "restart":
            text = "start over" if language == "en" else "重新开始"
            yield from self._turn(session, RawTurn(text=text), language)
        elif act == "erase":
            self._conversations.store.erase(session.id)
            fresh, _ = self._conversations.open(None)
            note = f'<div class="answer"><p>{say("erased", language)}</p></div>'
            view = self._whole(fresh, language)
            yield View(view.thread, note, view.pills, "", view.saved_count, fresh.id)
        elif act == "lang":
            yield self._whole(session, language)

    def _turn(self, session: Session, raw: RawTurn, language: Language) -> Iterator[View]:
        """One turn, step by step: what was said, what is being done, the answer as it comes."""
        modalities = [
            name
            for name, there in (("photo", raw.image), ("speech", raw.audio))
            if there is not None
        ]
        said = self._thread.said(raw.text, modalities, language)
        doing = "hearing" if raw.audio else "looking"
        yield View(live=said + self._thread.working(doing, language), session_id=session.id)
        for step in self._conversations.stream(session.id, raw):
            if isinstance(step, Transcript):
                words = " ".join(filter(None, [raw.text, step.text]))
                said = self._thread.said(words, modalities, language)
                yield View(live=said + self._thread.working("looking", language))
            elif isinstance(step, Findings):
                yield View(live=said + self._thread.working("choosing", language))
            elif isinstance(step, Answered):
                yield from self._tell(said, step, language)

    def _tell(self, said: str, answered: Answered, language: Language) -> Iterator[View]:
        reply = answered.reply
        for part in _growing(reply):
            yield View(live=said + self._thread.speaking(part, reply.language))
            time.sleep(_STEP_S)
        session = answered.session
        turns = self._conversations.store.history(session.id)
        thread = self._thread.history(turns[:-1], session.saved, language)
        live = said + self._thread.answer(reply, session.saved, language)
        yield View(thread, live, self._pills(session, language), None, _count(session))

    def _whole(self, session: Session, language: Language) -> View:
        turns = self._conversations.store.history(session.id)
        thread = self._thread.history(turns, session.saved, language)
        return View(thread, "", self._pills(session, language), None, _count(session), session.id)

    def _pills(self, session: Session, language: Language) -> str:
        pills = wish_pills(session.constraints, self._vocabulary, self._price, language)
        return pills_html(pills, language)

    def _thumb(self, event: Mapping[str, object], session: Session) -> None:
        vote, turn = str(event.get("vote")), str(event.get("turn", ""))
        if vote in ("1", "-1") and turn.isdigit() and 1 <= int(turn) <= session.turns:
            reason = str(event.get("reason") or "")[:500]
            self._conversations.store.add_feedback(
                Feedback(session.id, int(turn), int(vote), reason)
            )


def _growing(reply: Reply) -> Iterator[str]:
    """The answer's text, growing by words (by characters in Chinese)."""
    pieces = reply.text.split(" ") if reply.language == "en" else list(reply.text)
    joiner = " " if reply.language == "en" else ""
    step = max(_WORDS_A_STEP, -(-len(pieces) // _MOST_STEPS))
    for end in range(step, len(pieces), step):
        yield joiner.join(pieces[:end])


def _count(session: Session) -> str:
    """How many pieces are saved; the page's script waits for it before it listens."""
    return f'<span data-loaded="1">{len(session.saved) or ""}</span>'


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _language(name: object) -> Language:
    return "zh" if name == "zh" else "en"
