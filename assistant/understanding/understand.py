"""Words and the session to an Understanding: intent, wishes, references, what is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints, Edit, Want
from assistant.money import Rate
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Ambiguity, Memo, Understanding
from assistant.understanding.amount import Amount
from assistant.understanding.amounts import find_amounts
from assistant.understanding.arrival import asks_arrival, day_asked
from assistant.understanding.asides import asks_or_orders, clauses_of
from assistant.understanding.clearing import find_cleared
from assistant.understanding.cues.goods import SHOP, YOU_HAVE
from assistant.understanding.cues.manners import UNDO
from assistant.understanding.dates import read_deliver_by
from assistant.understanding.heard import Heard
from assistant.understanding.intents import read_intent
from assistant.understanding.memos import (
    memos_to_forget,
    memos_to_keep,
    recalled_wishes,
    unknown_to_keep,
    unrecalled,
)
from assistant.understanding.mending import Mender
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.names import ProductNames
from assistant.understanding.open_question import Answer, read_answer
from assistant.understanding.pieces_wished import (
    left_behind,
    of_the_whole,
    read_pieces_wished,
    without_left_set,
)
from assistant.understanding.reading import Reading
from assistant.understanding.reasons import drop_reasons
from assistant.understanding.references import Pieces, Pointing, find_references
from assistant.understanding.relative_price import relative_price
from assistant.understanding.residue import residue
from assistant.understanding.sizes_asked import figures_of, scales_asked
from assistant.understanding.spelling import mend_cues
from assistant.understanding.sums import read_sum
from assistant.understanding.text import detect_language, fold_text
from assistant.understanding.topics import find_topics
from assistant.understanding.two_meanings import ambiguity_in, settled_meaning
from assistant.understanding.unknown import find_unknown, is_an_unknown_look
from assistant.understanding.visits import read_visit
from assistant.understanding.wishes import read_edits

_NO_VISIT = (None, "order_status")
# What a clause beside a wish may be taken for, and whom and what day it may speak of in passing.
_TOLD_BESIDE = frozenset(
    {"care", "sizing", "advice", "gold_maths", "off_topic", "chat", "insult", "unclear"}
)
_BACKGROUND = frozenset({"recipient", "occasion", "deliver_by"})
_THE_SET = re.compile(
    r"\b(?:the|this|that|whole|entire|full) (?:gold |whole |entire |full )?sets?$|"
    r"(?:整|全|这|那|一)套$|套装$"
)
# Intents whose words change what is looked for; questions about facts change no wishes.
_WISHING = frozenset({"search", "refine", "extreme", "count", "survey", "similar", "set"})


class RuleUnderstander:
    """Understands by the closed vocabulary and patterns, in English and Chinese.

    ``products`` resolves ids, names and descriptions of what was shown; ``rates`` keep 'cheaper' in
    the currency that the shopper speaks of. ``before`` understood a former stock and lends what it
    read.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        shop_currency: str,
        rates: Iterable[Rate] = (),
        before: RuleUnderstander | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        lends = before if before and before._vocabulary is vocabulary else None
        self._book: PhraseBook = lends._book if lends else PhraseBook(vocabulary)
        self._products = products
        self._names: ProductNames = ProductNames(
            products, self._book, lends._names if lends else None
        )
        self._pieces = Pieces(products, self._names, vocabulary)
        self._currency = shop_currency
        self._rates = tuple(rates)
        names = (name for product in products.values() for name in product.name.values())
        self._mender = Mender(vocabulary, names)
        self._known_words = frozenset(
            word for phrase in vocabulary.phrases for word in re.findall(r"[a-z']+", phrase.words)
        )

    def understand(
        self, words: str, session: Session, *, locale: Language | None, with_photo: bool
    ) -> Understanding:
        """The meaning of ``words`` (any length, may be empty) in this session."""
        language = detect_language(words) or locale or session.language or "en"
        heard = self._hear(_fold(self._mender, words, self._known_words), session, with_photo)
        reading = read_intent(heard.text, heard.cues())
        is_beside = reading.intent in _TOLD_BESIDE or (
            reading.intent == "similar" and not heard.pointing.explicit
        )
        if is_beside and (alone := self._wish_alone(heard)):
            heard, reading = alone
        if _is_of_standing_set(heard, reading):
            reading = replace(reading, intent="set")
        arrives = reading.intent != "handover" and asks_arrival(heard.text, heard.edits)
        lost = unrecalled(heard.text, heard.edits, session.constraints, session.memory)
        if arrives:
            reading = replace(reading, intent="policy", policy=("shipping",))
        elif reading.intent == "remember" and (
            wanted := unknown_to_keep(heard.text, heard.mentions, session.constraints)
        ):
            lost, slot = wanted
            reading = replace(reading, fields=(slot,))
        elif reading.intent in ("unclear", "off_topic") and (
            is_an_unknown_look(heard.text, heard.mentions, heard.amounts)
        ):
            reading = replace(reading, intent="refine" if session.constraints else "search")
        elif lost and reading.intent == "unclear":
            reading = replace(reading, intent="refine")
        unclear = ambiguity_in(heard, self._vocabulary)
        is_bare = reading.more or reading.again or reading.cheaper or reading.dearer
        wish = heard.together.wish if heard.together else session.set_wish
        return Understanding(
            language=language,
            intent=reading.intent,
            words="" if is_bare else residue(heard.text, heard.mentions, heard.amounts),
            edits=self._wishes(heard, reading),
            references=_references(heard.pointing, reading),
            fields=reading.fields,
            topics=_topics(heard, reading),
            order=reading.order,
            ambiguity=unclear,
            unknown=_unknown(heard, reading),
            survey=reading.survey,
            pieces_wished=wish if reading.intent == "set" else None,
            swap=heard.together.swap if heard.together and reading.intent == "set" else None,
            memos=_memos(heard, reading, unclear),
            handover=reading.handover,
            visit=read_visit(heard.text) if reading.handover not in _NO_VISIT else None,
            dangling=heard.pointing.dangling,
            several=heard.pointing.several,
            more=reading.more,
            whole_shop=_asks_whole_shop(heard.text, reading),
            asks_arrival=arrives,
            due=day.isoformat() if arrives and (day := day_asked(heard.text)) else None,
            unrecalled=lost if reading.intent in (*_WISHING, "remember") else None,
            figures=self._figures(heard, reading),
        )

    def _wish_alone(self, heard: Heard) -> tuple[Heard, Reading] | None:
        """The wish of a sentence that tells something beside it; None where it wishes nothing,
        asks something, or is all of one piece."""
        clauses = clauses_of(heard.text)
        if len(clauses) < 2 or asks_or_orders(heard.text):
            return None
        wishing = [one for one in clauses if self._wishes_by_itself(one, heard.session)]
        if not wishing or len(wishing) == len(clauses):
            return None
        alone = self._hear(",".join(wishing), heard.session, heard.with_photo)
        reading = read_intent(alone.text, alone.cues())
        return (alone, reading) if reading.intent in ("search", "refine") else None

    def _wishes_by_itself(self, clause: str, session: Session) -> bool:
        heard = self._hear(clause, session, with_photo=False)
        tells_more = {edit.slot for edit in heard.edits} - _BACKGROUND
        return bool(tells_more) and read_intent(clause, heard.cues()).intent in ("search", "refine")

    def _hear(self, text: str, session: Session, with_photo: bool) -> Heard:
        if session.set_wish and (left := without_left_set(text)) != text:
            text, session = left, replace(session, set_wish=None, set_pieces=())
        text = self._without_reasons(text, session)
        amounts = self._amounts(text, session)
        mentions = self._book.find(text, [(one.start, one.end) for one in amounts])
        answer = read_answer(text, session.question, self._vocabulary)
        pointing = self._pointing(text, mentions, answer, session, with_photo)
        free = tuple(
            one
            for one in mentions
            if one not in pointing.used and not _is_the_set(text, one, session)
        )
        together = read_pieces_wished(text, mentions, amounts, session, self._currency)
        edits = self._edits(text, free, amounts, session)
        edits += settled_meaning(mentions, edits, session.question, self._vocabulary)
        edits += answer.edits if answer else ()
        edits += recalled_wishes(text, edits, session.constraints, session.memory)
        topics = find_topics(text, mentions)
        return Heard(
            text, session, amounts, mentions, pointing, answer, together, edits, topics, with_photo
        )

    def _without_reasons(self, text: str, session: Session) -> str:
        """'三十克有点吃力，二十克吧' wishes for 20 g: what is left says what is wished for."""
        left = drop_reasons(text)
        if left == text:
            return text
        wishes = self._book.find(left) or self._amounts(left, session) or (*find_cleared(left),)
        return left if wishes or UNDO.search(left) else text

    def _pointing(
        self,
        text: str,
        mentions: tuple[Mention, ...],
        answer: Answer | None,
        session: Session,
        with_photo: bool,
    ) -> Pointing:
        if answer and answer.product_ids:
            return Pointing(answer.product_ids, explicit=True)
        pointing = find_references(text, mentions, session, self._pieces)
        if with_photo and not pointing.explicit:
            return Pointing()  # 'like this' points at the photo
        return pointing

    def _amounts(self, text: str, session: Session) -> tuple[Amount, ...]:
        about_bangle = bool(re.search(r"bangle|镯", text)) or "bangle" in session.constraints.terms(
            "category"
        )
        asked = session.question.slot if session.question else None
        return find_amounts(
            text,
            about_bangle=about_bangle,
            answers_price=asked == "price",
            price_stands=session.constraints.currency is not None,
        )

    def _edits(
        self,
        text: str,
        mentions: tuple[Mention, ...],
        amounts: tuple[Amount, ...],
        session: Session,
    ) -> tuple[Edit, ...]:
        edits = read_edits(text, mentions, amounts, session.constraints, self._currency)
        day = read_deliver_by(text)
        return (*edits, Want("deliver_by", day.isoformat())) if day else edits

    def _wishes(self, heard: Heard, reading: Reading) -> tuple[Edit, ...]:
        """The edits that count: 'like the second but in silver' wishes, 'is it silver' asks."""
        is_lost = heard.pointing.dangling and heard.pointing.explicit
        if reading.intent not in _WISHING or is_lost:
            return ()
        edits = self._anew(heard) if reading.anew else heard.edits
        if reading.intent == "set" and heard.together:
            edits = (
                *left_behind(heard.together, heard.session, edits),
                *of_the_whole(heard.together, edits),
            )
        return (*edits, *relative_price(reading, heard.session, self._products, self._rates))

    def _figures(self, heard: Heard, reading: Reading) -> Mapping[str, float]:
        if reading.intent == "gold_maths":
            return read_sum(heard.text, heard.amounts, self._currency)
        return figures_of(heard.amounts)

    def _anew(self, heard: Heard) -> tuple[Edit, ...]:
        """What the sentence wishes of nothing, after all that stands is cleared."""
        standing = heard.session.constraints
        slots = dict.fromkeys((*standing.values, *standing.exclude))
        free = tuple(one for one in heard.mentions if one not in heard.pointing.used)
        nothing = Constraints()
        wishes = read_edits(heard.text, free, heard.amounts, nothing, self._currency)
        return (*map(Clear, slots), *wishes)


def _topics(heard: Heard, reading: Reading) -> tuple[str, ...]:
    if reading.intent == "sizing":
        return (*heard.topics, *scales_asked(heard.text))
    return reading.policy or heard.topics


def _fold(mender: Mender, words: str, known: frozenset[str]) -> str:
    """``words`` as the parsers read them, with their slips mended."""
    return mend_cues(mender.mend(fold_text(words)), known)


def _references(pointing: Pointing, reading: Reading) -> tuple[str, ...]:
    """'The cheapest ring' is looked for in the shop; 'the cheapest of these' is on the table."""
    if reading.intent == "extreme" and not pointing.of_the_table:
        return ()
    if reading.intent == "compare" and pointing.superlative and len(pointing.product_ids) < 2:
        return ()  # 'which is the longest' is asked of all
    return pointing.product_ids


def _is_the_set(text: str, mention: Mention, session: Session) -> bool:
    """'The whole set must stay under 3000', with one on the table: no other kind is named."""
    is_set = mention.means.get("category") == ("set",)
    return session.set_wish is not None and is_set and bool(_THE_SET.search(text[: mention.end]))


def _is_of_standing_set(heard: Heard, reading: Reading) -> bool:
    """A wish said while a set is on the table is one for the set, unless it names another kind of
    piece: 'in platinum', '3000 for both'."""
    if reading.intent not in ("search", "refine") or reading.more:
        return False
    names_kind = any(isinstance(one, Want) and one.slot == "category" for one in heard.edits)
    is_wish = bool(heard.edits) or reading.cheaper or reading.dearer
    return heard.session.has_set_on_table and is_wish and not names_kind


def _unknown(heard: Heard, reading: Reading) -> tuple[str, ...]:
    """Words of a wish that nothing explains; small talk and questions may use any word."""
    if reading.intent not in ("search", "refine", "count", "similar", "set"):
        return ()
    return find_unknown(heard.text, heard.mentions, heard.amounts)


def _memos(heard: Heard, reading: Reading, unclear: Ambiguity | None) -> tuple[Memo, ...]:
    session = heard.session
    if reading.intent == "remember":
        return memos_to_keep(heard.text, heard.edits, heard.mentions, session, unclear)
    if reading.intent == "forget":
        return memos_to_forget(heard.text, heard.mentions, session.constraints, session.memory)
    return ()


def _asks_whole_shop(text: str, reading: Reading) -> bool:
    if reading.whole_shop:
        return True
    if reading.intent == "extreme" and YOU_HAVE.search(text):
        return True
    return bool(SHOP.search(text))
