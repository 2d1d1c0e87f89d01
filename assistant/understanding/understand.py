"""Words and the session to an Understanding: intent, wishes, references, what is unclear."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from assistant.catalogue.product import Product
from assistant.constraints import Edit, Want
from assistant.money import Rate
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Ambiguity, Intent, Memo, Understanding
from assistant.understanding.arrival import asks_arrival, day_asked
from assistant.understanding.asides import wish_alone
from assistant.understanding.cues.goods import SHOP, YOU_HAVE
from assistant.understanding.heard import Heard
from assistant.understanding.hearing import Hearing
from assistant.understanding.intents import read_intent
from assistant.understanding.memos import (
    SIZELESS,
    memos_to_forget,
    memos_to_keep,
    sizeless_kind,
    unknown_to_keep,
    unrecalled,
)
from assistant.understanding.pieces_wished import (
    left_behind,
    of_the_whole,
)
from assistant.understanding.reading import Reading
from assistant.understanding.references import Pointing
from assistant.understanding.relative_price import relative_price
from assistant.understanding.residue import residue
from assistant.understanding.ring_sizes import size_in_mm
from assistant.understanding.sizes_asked import figures_of, scales_asked, size_keys
from assistant.understanding.stock_in_size import asks_stock_in_size
from assistant.understanding.sums import read_sum
from assistant.understanding.text import detect_language
from assistant.understanding.two_meanings import ambiguity_in
from assistant.understanding.unknown import find_unknown, is_an_unknown_look
from assistant.understanding.visits import read_visit

_NO_VISIT = (None, "order_status")
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
        self._products = products
        self._currency = shop_currency
        self._rates = tuple(rates)
        self._hearing: Hearing = Hearing(
            vocabulary, products, shop_currency, before._hearing if before else None
        )

    def understand(
        self, words: str, session: Session, *, locale: Language | None, with_photo: bool
    ) -> Understanding:
        """The meaning of ``words`` (any length, may be empty) in this session."""
        language = detect_language(words) or locale or session.language or "en"
        heard, reading = self._read(words, session, with_photo)
        arrives = reading.intent != "handover" and asks_arrival(heard.text, heard.edits)
        lost = unrecalled(heard.text, heard.edits, session.constraints, session.memory)
        if arrives:
            reading = replace(reading, intent="policy", policy=("shipping",))
        elif reading.intent == "remember" and (
            wanted := unknown_to_keep(heard.text, heard.mentions, session.constraints)
        ):
            lost, slot = wanted
            reading = replace(reading, fields=(slot,))
        elif reading.intent in ("unclear", "off_topic") and sizeless_kind(
            heard.text, heard.edits, session.constraints, session.memory
        ):
            reading = replace(reading, intent="sizing", policy=(SIZELESS,))
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

    def _read(self, words: str, session: Session, with_photo: bool) -> tuple[Heard, Reading]:
        """What is heard in ``words``, and what they are meant to do."""
        heard = self._hearing.hear(self._hearing.fold(words), session, with_photo)
        reading = read_intent(heard.text, heard.cues())
        if alone := wish_alone(heard, reading, self._hearing.hear):
            heard, reading = alone
        if asks_stock_in_size(heard.text, heard.session, heard.pointing):
            return heard, Reading("describe", ("in_size",))
        if _is_of_standing_set(heard, reading):
            return heard, replace(reading, intent="set")
        is_lost = reading.intent in ("unclear", "off_topic")
        if is_lost and is_an_unknown_look(heard.text, heard.mentions, heard.amounts):
            intent: Intent = "refine" if session.constraints else "search"
            return heard, replace(reading, intent=intent)
        return heard, reading

    def _wishes(self, heard: Heard, reading: Reading) -> tuple[Edit, ...]:
        """The edits that count: 'like the second but in silver' wishes, 'is it silver' asks."""
        is_lost = heard.pointing.dangling and heard.pointing.explicit
        if reading.intent not in _WISHING or is_lost:
            return ()
        edits = self._hearing.wishes_anew(heard) if reading.anew else heard.edits
        if reading.intent == "set" and heard.together:
            edits = (
                *left_behind(heard.together, heard.session, edits),
                *of_the_whole(heard.together, edits),
            )
        if heard.with_photo:  # cheaper than the piece in the photo, whose price nobody knows
            return edits
        return (*edits, *relative_price(reading, heard.session, self._products, self._rates))

    def _figures(self, heard: Heard, reading: Reading) -> Mapping[str, float]:
        if reading.intent == "gold_maths":
            return read_sum(heard.text, heard.amounts, self._currency)
        if heard.answer and heard.answer.size:
            around_mm = size_in_mm(heard.answer.size)
            return {} if around_mm is None else {"ring_size_mm": around_mm}
        return figures_of(heard.amounts)


def _topics(heard: Heard, reading: Reading) -> tuple[str, ...]:
    if reading.intent == "sizing":
        if reading.policy:
            return reading.policy
        told = heard.answer.size if heard.answer else None
        keys = ("ring_size",) if told else heard.topics
        return (*keys, *scales_asked(heard.text), *size_keys(heard.amounts, told))
    return reading.policy or heard.topics


def _references(pointing: Pointing, reading: Reading) -> tuple[str, ...]:
    """'The cheapest ring' is looked for in the shop; 'the cheapest of these' is on the table."""
    if reading.intent == "extreme" and not pointing.of_the_table:
        return ()
    if reading.intent == "compare" and pointing.superlative and len(pointing.product_ids) < 2:
        return ()  # 'which is the longest' is asked of all
    return pointing.product_ids


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
        text, edits, amounts = heard.text, heard.edits, heard.amounts
        return memos_to_keep(text, edits, heard.mentions, session, unclear, amounts)
    if reading.intent == "forget":
        return memos_to_forget(heard.text, heard.mentions, session.constraints, session.memory)
    return ()


def _asks_whole_shop(text: str, reading: Reading) -> bool:
    if reading.whole_shop:
        return True
    if reading.intent == "extreme" and YOU_HAVE.search(text):
        return True
    return bool(SHOP.search(text))
