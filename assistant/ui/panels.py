"""What happens in the panel over the page: a piece's facts, the saved list, cards, memory, wishes.

As in ``handlers``, an event comes from a visitor: what it names is looked up, and what it states is
checked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from html import escape

from assistant.actions import HandOver
from assistant.answers.facts import metal_name
from assistant.catalogue.product import Product
from assistant.constraints import OTHER_SLOTS, TERM_SLOTS, Avoid, Constraints, Edit, apply_edits
from assistant.conversation import Conversations, handover_card
from assistant.session import Session
from assistant.terms import Language, Vocabulary, spoken
from assistant.turn import HandOverKind, Memo
from assistant.ui.cards import CardWriter, drawer
from assistant.ui.editor import Form, FormProblem, ValueEditor
from assistant.ui.handover import SlipWriter
from assistant.ui.memory import memory_body, standing_of, with_currency
from assistant.ui.slot_words import SLOTS, WISHES
from assistant.ui.steps import (
    confirm_body,
    done_body,
    handed_cards,
    share_part,
    steps_of_list,
    steps_of_piece,
)
from assistant.ui.view import View
from assistant.ui.wording import say

PANELS = frozenset(
    {
        "facts",
        "saved",
        "share",
        "unshare",
        "handover",
        "handed",
        "memory",
        "memo",
        "unmemo",
        "unmemos",
        "edit",
    }
)
_KINDS: Mapping[str, HandOverKind] = {
    "person": "person",
    "reserve": "reserve",
    "enquire": "enquire",
    "viewing": "viewing",
}
_MOST_NOTE = 500
Event = Mapping[str, object]


class Panels:
    """Draws the panel for every visitor; keeps nothing of them itself."""

    def __init__(
        self,
        conversations: Conversations,
        products: Mapping[str, Product],
        vocabulary: Callable[[], Vocabulary],
        cards: CardWriter,
    ) -> None:
        self._conversations = conversations
        self._products = products
        self._vocabulary = vocabulary
        self._cards = cards
        self._slips = SlipWriter(products, vocabulary)

    def handle(
        self, act: str, event: Event, session: Session, language: Language, number: int
    ) -> Iterator[View]:
        """The panel after one of ``PANELS``."""
        match act:
            case "facts":
                yield from self._facts(event, session, language, number)
            case "saved":
                yield self._saved(session, language, number)
            case "share":
                self._conversations.share(session.id, language)
                yield self._saved(session, language, number)
            case "unshare":
                self._conversations.store.lists.revoke(session.id)
                yield self._saved(session, language, number)
            case "handover":
                yield self._confirm(event, session, language, number)
            case "handed":
                yield self._hand_over(event, session, language, number)
            case "memory":
                yield self._memory(session, language, number)
            case "memo" | "unmemo" | "unmemos":
                yield self._change_memory(act, event, session, language, number)
            case "edit":
                yield self.editor(session, read_slots(event), language, number)

    # ------------------------------------------------------------ pieces and the list

    def _facts(
        self, event: Event, session: Session, language: Language, number: int
    ) -> Iterator[View]:
        product = self._products.get(str(event.get("sku", "")))
        if product is None:
            return
        steps = steps_of_piece(product, language)
        is_saved = product.id in session.saved
        yield View(drawer=self._cards.drawer(product, is_saved, language, number, steps))

    def _saved(self, session: Session, language: Language, number: int) -> View:
        kept = tuple(one for one in session.saved if one in self._products)
        pieces = [(self._products[one], "") for one in kept]
        empty = f'<p class="lead">{escape(say("saved_empty", language))}</p>'
        shared = self._conversations.store.lists.of_session(session.id)
        body = (
            share_part(shared, session.saved, language)
            + (self._cards.cards(pieces, kept, language) or empty)
            + steps_of_list(kept, language)
            + handed_cards(self._slips, session.handovers, language)
        )
        return View(
            drawer=drawer(say("saved", language), body, language, number), session_id=session.id
        )

    # ------------------------------------------------------------ the card for the staff

    def _confirm(self, event: Event, session: Session, language: Language, number: int) -> View:
        action = self._action(event.get("kind"), event.get("sku"))
        card = handover_card(action, session, language)
        body = confirm_body(self._slips, card, action.kind, action.product_ids, language)
        return View(drawer=drawer(self._title(action, language), body, language, number))

    def _hand_over(self, event: Event, session: Session, language: Language, number: int) -> View:
        form = read_form(event)
        kind, ids, note = (" ".join(form.get(name, ())) for name in ("kind", "sku", "note"))
        action = self._action(kind, ids)
        note = note.strip()[:_MOST_NOTE]
        after = self._conversations.hand_over(session.id, action, language, note)
        body = done_body(self._slips, after.handovers[-1], language)
        return View(
            drawer=drawer(self._title(action, language), body, language, number),
            session_id=after.id,
        )

    def _action(self, kind: object, ids: object) -> HandOver:
        named = tuple(one for one in str(ids or "").split(",") if one in self._products)
        return HandOver(_KINDS.get(str(kind), "person"), named)

    def _title(self, action: HandOver, language: Language) -> str:
        title = say(action.kind, language)
        if len(action.product_ids) != 1:
            return title
        name = spoken(self._products[action.product_ids[0]].name, language)
        return f"{title}: {name}" if language == "en" else f"{title}：{name}"

    # ------------------------------------------------------------ memory

    def _memory(self, session: Session, language: Language, number: int, problem: str = "") -> View:
        body = memory_body(session.memory, self._editor(), self._vocabulary(), language, problem)
        return View(
            drawer=drawer(say("memory", language), body, language, number), session_id=session.id
        )

    def _change_memory(
        self, act: str, event: Event, session: Session, language: Language, number: int
    ) -> View:
        if act == "unmemos":
            after = self._conversations.forget_memos(session.id)
            return self._memory(after, language, number)
        form = read_form(event)
        source = form if act == "memo" else {name: [str(event.get(name))] for name in _MEMO_KEYS}
        about, slot = (" ".join(source.get(name, ())) for name in _MEMO_KEYS)
        known = next(
            (one for one in session.memory if (one.about, one.slot) == (about, slot)), None
        )
        if known is None or known.value is None:  # forgotten meanwhile
            return self._memory(session, language, number)
        changed = with_currency(known, session.memory)
        if act == "memo":
            try:
                standing = standing_of(known, session.memory)
                edits = self._editor().edits((slot,), form, standing)
            except FormProblem:
                return self._memory(session, language, number, say("bad_value", language))
            value = apply_edits(standing, edits).values.get(slot)
            changed = changed if value is None else (Memo(about, slot, value),)
        after = self._conversations.keep_memos(session.id, changed)
        return self._memory(after, language, number)

    # ------------------------------------------------------------ wishes

    def editor(
        self,
        session: Session,
        slots: tuple[str, ...],
        language: Language,
        number: int,
        problem: str = "",
    ) -> View:
        """The form behind a pill."""
        wishes = session.constraints
        joined = escape(",".join(slots), quote=True)
        is_gift = slots == ("recipient",)
        fields = self._editor().fields(slots, wishes, language, can_avoid=not is_gift)
        hint = "any_of" if any(slot in TERM_SLOTS for slot in slots) else ""
        lead = f'<p class="lead">{escape(say(hint, language))}</p>' if hint else ""
        sorry = f'<p class="problem" role="alert">{escape(problem)}</p>' if problem else ""
        remove = (
            f'<button type="button" class="tap" data-act="{"endgift" if is_gift else "forget"}" '
            f'data-slots="{joined}">'
            f"{escape(say('remove', language))}</button>"
        )
        body = (
            f'{sorry}{lead}<form class="sheet" data-form="wish" data-turn="1">'
            f'<input type="hidden" name="slots" value="{joined}">{fields}<div class="taps sticky">'
            f'<button class="tap main">{escape(say("apply", language))}</button>'
            f"{'' if is_gift else self._nots(slots, wishes, language)}{remove}</div></form>"
        )
        title = WISHES[slots[0]][language] if slots else say("wishes", language)
        return View(drawer=drawer(title, body, language, number))

    def _nots(self, slots: tuple[str, ...], wishes: Constraints, language: Language) -> str:
        """'Not gold', for each value that is wanted. Of two slots the narrower one is meant:
        'not rose gold' is about the colour."""
        slot, vocabulary = slots[-1] if slots else "", self._vocabulary()

        def named(term: str) -> str:
            if slots == ("metal", "metal_colour"):
                return metal_name(vocabulary, "gold", term, language)
            return vocabulary.label(slot, term, language)

        return "".join(
            f'<button class="tap" name="not.{slot}" value="{escape(term, quote=True)}">'
            f"{escape(say('not_that', language).format(named(term)))}</button>"
            for term in wishes.terms(slot)
        )

    def edits(self, slots: tuple[str, ...], form: Form, session: Session) -> tuple[Edit, ...]:
        """What a pill's form changes. Raises FormProblem."""
        unwanted = [
            Avoid(slot, (term,))
            for slot in slots
            for term in form.get(f"not.{slot}", ())
            if self._vocabulary().has(slot, term)
        ]
        if unwanted:
            return tuple(unwanted)
        return self._editor().edits(slots, form, session.constraints)

    def _editor(self) -> ValueEditor:
        products = self._products.values()
        currency = next((one.price.currency for one in products), "CNY")
        return ValueEditor(self._vocabulary(), products, currency)


_MEMO_KEYS = ("about", "slot")


def read_slots(event: Event) -> tuple[str, ...]:
    """The slots that an event names, in its form or beside it; those that are none are left out."""
    form = read_form(event)
    named = " ".join(form.get("slots", ())) or str(event.get("slots", ""))
    return tuple(one for one in named.split(",") if one in SLOTS or one in OTHER_SLOTS)


def read_form(event: Event) -> Form:
    """The filled form of an event: texts by field."""
    form = event.get("form")
    if not isinstance(form, Mapping):
        return {}
    return {
        str(name): [str(value) for value in values]
        for name, values in form.items()
        if isinstance(values, list)
    }
