"""What the page does when something is tapped, sent or loaded: plain functions over events.

The page's script sends one JSON object an event: ``{"act", "lang", ...}``. It comes from a visitor:
every field is checked here, and nothing but what is listed is done.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.conversation import Conversations, Feedback
from assistant.errors import AudioError, PhotoError, TurnError
from assistant.knowledge.card import Card
from assistant.respond import Answered
from assistant.session import Session, TurnEnded
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, RawTurn, Transcript
from assistant.ui.cards import CardWriter, drawer
from assistant.ui.editor import FormProblem
from assistant.ui.panels import PANELS, Panels, read_form, read_slots
from assistant.ui.pills import pills_html, set_pills, wish_pills
from assistant.ui.thread import ThreadWriter
from assistant.ui.uploads import UploadBox
from assistant.ui.view import View
from assistant.ui.wording import say

log = logging.getLogger(__name__)

_SAYINGS: Mapping[str, Mapping[Language, str]] = {
    "similar": {"en": "similar to {}", "zh": "类似{}"},
    "compare": {"en": "compare {}", "zh": "对比{}"},
    "forget": {"en": "show me again", "zh": "再看看"},
    "endgift": {"en": "show me again", "zh": "再看看"},
    "wish": {"en": "show me again", "zh": "再看看"},
    "restart": {"en": "start over", "zh": "重新开始"},
}
# What is said of a file that the page announced and that is gone: too old, or another server's.
_LOST: tuple[tuple[str, TurnError], ...] = (
    ("photo", PhotoError("an upload that is not held; send it again", code="photo_missing")),
    ("audio", AudioError("an upload that is not held; send it again", code="audio_missing")),
)
_TURNS = frozenset({"send", *_SAYINGS})


class PageHandlers:
    """Handles the events of every visitor; keeps nothing of them itself."""

    def __init__(  # noqa: PLR0913 - the page meets the whole shop here
        self,
        conversations: Conversations,
        products: Mapping[str, Product],
        vocabulary: Callable[[], Vocabulary],
        cards: CardWriter,
        uploads: UploadBox,
        price_in_words: Callable[[Constraints, Language], str | None],
        sources: Mapping[str, Card] = MappingProxyType({}),
    ) -> None:
        self._conversations = conversations
        self._products = products
        self._vocabulary = vocabulary
        self._cards = cards
        self._thread = ThreadWriter(products, cards, vocabulary, sources)
        self._panels = Panels(conversations, products, vocabulary, cards)
        self._uploads = uploads
        self._price = price_in_words

    def load(self, session_id: str | None, language_name: str | None) -> View:
        """The page as it was left, or a new one."""
        language = _language(language_name)
        sorry = View(notice=self._thread.note("failed_act", language), saved_count=_count(()))
        return list(self._guard(self._load(session_id, language), sorry))[-1]

    def handle(self, payload: str, session_id: str | None) -> Iterator[View]:
        """What happens on one event of the page."""
        event, language, number = _read(payload)
        if event.get("act") in _TURNS:
            sorry = View(live=self._thread.failed(number, language))
        elif event.get("act") in PANELS:  # in the panel: a notice would stand behind it
            note = self._thread.note("failed_act", language)
            sorry = View(drawer=drawer("Facet", note, language, number))
        else:
            sorry = View(notice=self._thread.note("failed_act", language))
        yield from self._guard(self._dispatch(event, session_id, language, number), sorry)

    def _guard(self, views: Iterator[View], sorry: View) -> Iterator[View]:
        """The views; whatever fails is logged here, and one kind sentence is shown."""
        try:
            yield from views
        except Exception:
            log.exception("an event of the page failed")
            yield sorry

    def _load(self, session_id: str | None, language: Language) -> Iterator[View]:
        session, is_lost = self._conversations.open(session_id or None)
        note = self._thread.note("unknown_session", language) if is_lost else ""
        yield self._whole(session, language, note)

    def _dispatch(
        self,
        event: Mapping[str, object],
        session_id: str | None,
        language: Language,
        number: int,
    ) -> Iterator[View]:
        if not event:
            raise ValueError("an event is a JSON object with an act")
        session, _ = self._conversations.open(session_id or None)
        act = str(event.get("act"))
        if act in PANELS:
            yield from self._panels.handle(act, event, session, language, number)
        elif act not in _TURNS:
            yield from self._act(event, session, language)
        elif act == "wish" and not self._change_wish(event, session):
            yield self._panels.editor(
                session, read_slots(event), language, number, say("bad_value", language)
            )
        elif raw := self._read_turn(event, session, language):
            yield from self._turn(session, raw, language, number)

    def _read_turn(
        self, event: Mapping[str, object], session: Session, language: Language
    ) -> RawTurn | None:
        """The turn that an event stands for; None for one that names no piece of the shop."""
        act = str(event.get("act"))
        if act == "send":
            text = _text(event.get("text"))
            files = {name: self._uploads.take(event[name]) for name, _ in _LOST if event.get(name)}
            return RawTurn(
                text=text,
                image=files.get("photo"),
                audio=files.get("audio"),
                locale=None if text else language,
                problems=tuple(lost for name, lost in _LOST if files.get(name, b"") is None),
            )
        if act == "forget":
            self._conversations.forget_wish(session.id, read_slots(event))
        if act == "endgift":
            self._conversations.end_gift(session.id)
        named = [one for one in str(event.get("sku", "")).split(",") if one in self._products]
        if act in ("similar", "compare") and not named:
            return None
        return RawTurn(text=_SAYINGS[act][language].format(_joined(named, language)))

    def _change_wish(self, event: Mapping[str, object], session: Session) -> bool:
        """Does what the pill's form says; False where a value in it cannot be meant."""
        try:
            edits = self._panels.edits(read_slots(event), read_form(event), session)
        except FormProblem as problem:
            log.info("a wish could not be changed: %s", problem)
            return False
        self._conversations.change_wish(session.id, edits)
        return True

    def _act(
        self, event: Mapping[str, object], session: Session, language: Language
    ) -> Iterator[View]:
        """What is done without a turn of the conversation."""
        act, sku = event.get("act"), str(event.get("sku", ""))
        if act == "save" and sku in self._products:
            saved = sku not in session.saved
            session = self._conversations.save(session.id, sku, saved=saved)
            yield View(saved_count=_count(session.saved), session_id=session.id)
        elif act == "thumb":
            self._thumb(event, session)
            yield View()  # nothing changes, and Gradio is told so
        elif act == "erase":
            self._conversations.store.erase(session.id)
            fresh, _ = self._conversations.open(None)
            yield self._whole(fresh, language, self._thread.note("erased", language))
        elif act == "lang":
            yield self._whole(session, language)

    def _turn(
        self, session: Session, raw: RawTurn, language: Language, number: int
    ) -> Iterator[View]:
        """One turn, step by step: what was said, what is being done, the whole answer."""
        modalities = [
            name
            for name, there in (("photo", raw.image), ("speech", raw.audio))
            if there is not None
        ]
        turn = session.turns + 1
        thread, live = self._thread, self._thread.live
        said = thread.said(raw.text, modalities, language, turn)
        doing = "hearing" if raw.audio else "seeing" if raw.image else "looking"
        yield View(
            thread=thread.history(self._turns(session.id), session, language, is_over=False),
            live=live(said + thread.working(doing, language), number),
            notice="",
            session_id=session.id,
        )
        for step in self._conversations.stream(session.id, raw):
            if isinstance(step, Transcript):
                words = " ".join(filter(None, [raw.text, step.text]))
                said = thread.said(words, modalities, language, turn)
                yield View(live=live(said + thread.working("looking", language), number))
            elif isinstance(step, Findings):
                yield View(live=live(said + thread.working("choosing", language), number))
            elif isinstance(step, Answered):
                after = step.session
                answer = thread.answer(step.reply, after, language)
                yield View(
                    thread="" if step.reply.intent == "restart" else None,
                    live=live(said + answer, number, state="done"),
                    pills=self._pills(after, language),
                    saved_count=_count(after.saved),
                )

    def _whole(self, session: Session, language: Language, notice: str = "") -> View:
        turns = self._turns(session.id)
        thread = self._thread.history(turns, session, language)
        pills = self._pills(session, language)
        return View(thread, "", pills, "", _count(session.saved), session.id, notice)

    def _turns(self, session_id: str) -> Sequence[TurnEnded]:
        """The turns since the shopper last started over, that one included."""
        turns = self._conversations.store.history(session_id)
        fresh = [n for n, turn in enumerate(turns) if turn.reply.get("intent") == "restart"]
        return turns[fresh[-1] :] if fresh else turns

    def _pills(self, session: Session, language: Language) -> str:
        pills = wish_pills(session.constraints, self._vocabulary(), self._price, language)
        of_set = set_pills(session, self._vocabulary(), language)
        return pills_html(pills, language, of_set, can_undo=bool(session.past))

    def _thumb(self, event: Mapping[str, object], session: Session) -> None:
        vote, turn = str(event.get("vote")), str(event.get("turn", ""))
        if vote in ("1", "-1") and turn.isdigit() and 1 <= int(turn) <= session.turns:
            reason = str(event.get("reason") or "")[:500]
            self._conversations.store.add_feedback(
                Feedback(session.id, int(turn), int(vote), reason)
            )


def _read(payload: str) -> tuple[Mapping[str, object], Language, int]:
    """An event, its language and its number; an empty one where the payload is none."""
    try:
        event = json.loads(payload)
    except ValueError:
        event = None
    if not isinstance(event, dict):
        return {}, "en", 0
    number = event.get("n")
    return event, _language(event.get("lang")), number if isinstance(number, int) else 0


def _joined(ids: Sequence[str], language: Language) -> str:
    """'A, B and C', 'A、B和C'."""
    comma, last = (", ", " and ") if language == "en" else ("、", "和")
    return last.join(filter(None, (comma.join(ids[:-1]), *ids[-1:])))


def _count(saved: Sequence[str]) -> str:
    """How many pieces are saved, and which; the page's script waits for it before it listens."""
    return f'<span data-loaded="1" data-saved="{",".join(saved)}">{len(saved) or ""}</span>'


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _language(name: object) -> Language:
    return "zh" if name == "zh" else "en"
