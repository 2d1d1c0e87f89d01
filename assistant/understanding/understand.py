"""Words and the session to an Understanding: intent, wishes, references, what is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints, Edit, Want
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Ambiguity, Meaning, Memo, Understanding
from assistant.understanding.amount import Amount
from assistant.understanding.amounts import find_amounts
from assistant.understanding.arrival import asks_arrival, day_asked
from assistant.understanding.clearing import find_cleared
from assistant.understanding.cues.goods import SHOP, YOU_HAVE
from assistant.understanding.dates import read_deliver_by
from assistant.understanding.intents import read_intent
from assistant.understanding.memos import (
    memos_to_forget,
    memos_to_keep,
    recalled_wishes,
    unrecalled,
)
from assistant.understanding.mending import Mender
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.names import ProductNames
from assistant.understanding.open_question import Answer, is_about_meaning, read_answer
from assistant.understanding.pieces_wished import TogetherWish, read_pieces_wished
from assistant.understanding.reading import Cues, Reading
from assistant.understanding.reasons import drop_reasons
from assistant.understanding.references import Pieces, Pointing, find_references
from assistant.understanding.ring_sizes import size_ambiguity
from assistant.understanding.spelling import mend_cues
from assistant.understanding.text import detect_language, fold_text
from assistant.understanding.topics import find_topics
from assistant.understanding.unknown import find_unknown
from assistant.understanding.wishes import read_edits

# Words that carry no description: what is left of a sentence after them feeds the search.
_STOPWORDS = re.compile(
    r"\b(?:a|an|the|i|i'm|i'd|me|my|you|your|we|it|is|are|am|be|to|of|in|on|for|with|and|or|but|at|"
    r"by|from|this|that|these|those|any|some|one|ones|show|find|want|need|looking|look|like|please|"
    r"can|could|would|do|does|have|has|got|there|something|anything|under|over|below|above|about|"
    r"around|between|less|more|than|not|no|without|give|see|buy|get|tell|hi|hello|hey|thanks|yes|"
    r"ok|okay|actually|maybe|just|only|also|too|well|really|very|now|search|recommend|"
    r"suggest|again)\b"
    r"|"
    r"[的了吗呢吧啊我你您他她它们想要买看找有没是个款件只对条枚给请帮一下些点什么还和或不这那都也就在再能可以好送推荐]"
    r"|[^\w\s]|\d+"
)
# Intents whose words change what is looked for; questions about facts change no wishes.
_WISHING = frozenset({"search", "refine", "extreme", "count", "survey", "similar", "set"})


@dataclass(frozen=True)
class _Heard:
    """One sentence, folded, with all that was found in it."""

    text: str
    session: Session
    amounts: tuple[Amount, ...]
    mentions: tuple[Mention, ...]
    pointing: Pointing
    answer: Answer | None
    together: TogetherWish | None
    edits: tuple[Edit, ...]
    topics: tuple[str, ...]
    with_photo: bool

    @property
    def has_two_meanings(self) -> bool:
        """'12号' and 白金 wish for something, though it must be asked what."""
        is_ambiguous = any(one.phrase.ambiguous for one in self.mentions)
        return is_ambiguous or size_ambiguity(self.text, self.amounts) is not None

    def cues(self) -> Cues:
        """What the reading of the intent rests on."""
        session, pointing = self.session, self.pointing
        return Cues(
            slots=tuple(dict.fromkeys(slot for one in self.mentions for slot in one.means)),
            topics=self.topics,
            has_edits=bool(self.edits) or self.has_two_meanings,
            has_amounts=any(one.kind == "money" for one in self.amounts),
            has_reference=bool(pointing.product_ids and not pointing.several) or pointing.dangling,
            explicit_reference=pointing.explicit and bool(pointing.product_ids),
            points_at_many=len(pointing.product_ids) > 1,
            superlative=pointing.superlative,
            of_the_table=pointing.of_the_table,
            never_shown=pointing.never_shown,
            several=pointing.several,
            described=pointing.several and bool(pointing.product_ids),
            has_table=bool(session.shown),
            has_wishes=bool(session.constraints),
            set_wished=self.together is not None,
            open_question=session.question is not None,
            answered=bool(self.answer and self.answer.edits),
            with_photo=self.with_photo,
        )


class RuleUnderstander:
    """Understands by the closed vocabulary and patterns, in English and Chinese.

    ``products`` resolves ids, names and descriptions of what was shown.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        shop_currency: str,
    ) -> None:
        self._vocabulary = vocabulary
        self._book = PhraseBook(vocabulary)
        self._products = products
        self._pieces = Pieces(products, ProductNames(products, self._book), vocabulary)
        self._currency = shop_currency
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
        heard = self._hear(words, session, with_photo)
        reading = read_intent(heard.text, heard.cues())
        if _is_of_standing_set(heard, reading):
            reading = replace(reading, intent="set")
        arrives = asks_arrival(heard.text, heard.edits, has_table=bool(session.shown))
        lost = unrecalled(heard.text, heard.edits, session.constraints, session.memory)
        if arrives:
            reading = replace(reading, intent="policy", policy=("shipping",))
        elif lost and reading.intent == "unclear":
            reading = replace(reading, intent="refine")
        unclear = self._ambiguity(heard)
        is_bare = reading.more or reading.again or reading.cheaper or reading.dearer
        wish = heard.together.wish if heard.together else session.set_wish
        return Understanding(
            language=language,
            intent=reading.intent,
            words="" if is_bare else _residue(heard.text, heard.mentions, heard.amounts),
            edits=self._wishes(heard, reading),
            references=_references(heard.pointing, reading),
            fields=reading.fields,
            topics=reading.policy or heard.topics,
            order=reading.order,
            ambiguity=unclear,
            unknown=_unknown(heard, reading),
            survey=reading.survey,
            pieces_wished=wish if reading.intent == "set" else None,
            swap=heard.together.swap if heard.together and reading.intent == "set" else None,
            memos=_memos(heard, reading, unclear),
            handover=reading.handover,
            dangling=heard.pointing.dangling,
            several=heard.pointing.several,
            more=reading.more,
            whole_shop=_asks_whole_shop(heard.text, reading),
            asks_arrival=arrives,
            due=day.isoformat() if arrives and (day := day_asked(heard.text)) else None,
            unrecalled=lost if reading.intent in _WISHING else None,
            figures=_figures(heard.amounts),
        )

    def _hear(self, words: str, session: Session, with_photo: bool) -> _Heard:
        text = mend_cues(self._mender.mend(fold_text(words)), self._known_words)
        text = self._without_reasons(text, session)
        amounts = self._amounts(text, session)
        mentions = self._book.find(text, [(one.start, one.end) for one in amounts])
        answer = read_answer(text, session.question, self._vocabulary)
        pointing = self._pointing(text, mentions, answer, session, with_photo)
        free = tuple(one for one in mentions if one not in pointing.used)
        together = read_pieces_wished(text, mentions, amounts, session, self._currency)
        edits = self._edits(text, free, amounts, session)
        edits += self._settled_meaning(mentions, edits, session)
        edits += answer.edits if answer else ()
        edits += recalled_wishes(text, edits, session.constraints, session.memory)
        topics = find_topics(text, mentions)
        return _Heard(
            text, session, amounts, mentions, pointing, answer, together, edits, topics, with_photo
        )

    def _without_reasons(self, text: str, session: Session) -> str:
        """'三十克有点吃力，二十克吧' wishes for 20 g: what is left says what is wished for."""
        left = drop_reasons(text)
        if left == text:
            return text
        wishes = self._book.find(left) or self._amounts(left, session) or (*find_cleared(left),)
        return left if wishes else text

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

    def _wishes(self, heard: _Heard, reading: Reading) -> tuple[Edit, ...]:
        """The edits that count: 'like the second but in silver' wishes, 'is it silver' asks."""
        is_lost = heard.pointing.dangling and heard.pointing.explicit
        if reading.intent not in _WISHING or is_lost:
            return ()
        edits = self._anew(heard) if reading.anew else heard.edits
        if reading.intent == "set" and heard.together:
            edits = _of_the_whole(heard.together, edits)
        return (*edits, *self._relative(reading, heard.session))

    def _anew(self, heard: _Heard) -> tuple[Edit, ...]:
        """What the sentence wishes of nothing, after all that stands is cleared."""
        standing = heard.session.constraints
        slots = dict.fromkeys((*standing.values, *standing.exclude))
        free = tuple(one for one in heard.mentions if one not in heard.pointing.used)
        nothing = Constraints()
        wishes = read_edits(heard.text, free, heard.amounts, nothing, self._currency)
        return (*map(Clear, slots), *wishes)

    def _settled_meaning(
        self, mentions: Iterable[Mention], edits: Iterable[Edit], session: Session
    ) -> tuple[Edit, ...]:
        """'18K白金', and 'K金' to the question which 白金: the metal said settles the meaning."""
        metals = [one.value for one in edits if isinstance(one, Want) and one.slot == "metal"]
        asked = session.question
        meanings = [
            _meaning(terms)
            for mention in mentions
            if mention.phrase.ambiguous
            for terms in self._vocabulary.ambiguities.get(mention.phrase.ambiguous, ())
        ]
        if not meanings and asked and asked.slot == "metal" and is_about_meaning(asked):
            known = self._vocabulary.ambiguities.values()
            every = [_meaning(terms) for one in known for terms in one]
            meanings = [one for one in every if one.value in asked.options]
        fitting = [
            one
            for one in meanings
            if any(isinstance(edit, Want) and edit.value in metals for edit in one.edits)
        ]
        return fitting[0].edits if len(fitting) == 1 else ()

    def _ambiguity(self, heard: _Heard) -> Ambiguity | None:
        """Words with two meanings, unless the sentence itself settles them."""
        settled = {edit.slot for edit in heard.edits if isinstance(edit, Want)}
        for mention in heard.mentions:
            words = mention.phrase.ambiguous
            if words and "metal" not in settled:
                known = self._vocabulary.ambiguities.get(words, ())
                return Ambiguity(words, "metal", tuple(map(_meaning, known)))
        return None if "ring_size_mm" in settled else size_ambiguity(heard.text, heard.amounts)

    def _relative(self, reading: Reading, session: Session) -> tuple[Edit, ...]:
        """'Cheaper' is below everything on the table (or below the piece talked of); of a set it
        is below the total."""
        is_set = reading.intent == "set"
        about = session.shown if is_set else session.focus or session.shown
        prices = [self._products[one].price for one in about if one in self._products]
        if not prices or not (reading.cheaper or reading.dearer):
            return ()
        currency = prices[0].currency
        minors = [price.minor for price in prices if price.currency == currency]
        minors = [sum(minors)] if is_set else minors
        step = minor_per_major(currency)
        if reading.cheaper:
            return (
                Clear("price_min_minor"),
                Want("price_max_minor", min(minors) - step),
                Want("currency", currency),
            )
        return (
            Clear("price_max_minor"),
            Want("price_min_minor", max(minors) + step),
            Want("currency", currency),
        )


def _references(pointing: Pointing, reading: Reading) -> tuple[str, ...]:
    """'The cheapest ring' is looked for in the shop; 'the cheapest of these' is on the table."""
    if reading.intent == "extreme" and not pointing.of_the_table:
        return ()
    return pointing.product_ids


def _is_of_standing_set(heard: _Heard, reading: Reading) -> bool:
    """A wish said while a set is on the table is one for the set, unless it names another kind of
    piece: 'in platinum', '3000 for both'."""
    if reading.intent not in ("search", "refine") or reading.more:
        return False
    names_kind = any(isinstance(one, Want) and one.slot == "category" for one in heard.edits)
    is_wish = bool(heard.edits) or reading.cheaper or reading.dearer
    return heard.session.has_set_on_table and is_wish and not names_kind


def _of_the_whole(together: TogetherWish, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Without what the members have for themselves: kinds of piece, sizes, budgets."""
    own = set(together.spoken_for)
    if together.swap is not None or together.wish.kind != "couple":
        own.add("category")
    return tuple(edit for edit in edits if edit.slot not in own)


def _unknown(heard: _Heard, reading: Reading) -> tuple[str, ...]:
    """Words of a wish that nothing explains; small talk and questions may use any word."""
    if reading.intent not in ("search", "refine", "count", "similar", "set"):
        return ()
    return find_unknown(heard.text, heard.mentions, heard.amounts)


def _memos(heard: _Heard, reading: Reading, unclear: Ambiguity | None) -> tuple[Memo, ...]:
    session = heard.session
    if reading.intent == "remember":
        return memos_to_keep(heard.text, heard.edits, heard.mentions, session.constraints, unclear)
    if reading.intent == "forget":
        return memos_to_forget(heard.text, heard.mentions, session.constraints, session.memory)
    return ()


def _asks_whole_shop(text: str, reading: Reading) -> bool:
    if reading.intent == "extreme" and YOU_HAVE.search(text):
        return True
    return bool(SHOP.search(text))


def _meaning(terms: Mapping[str, tuple[str, ...]]) -> Meaning:
    value = "+".join(term for some in terms.values() for term in some)
    return Meaning(value, tuple(Want(slot, some) for slot, some in terms.items()))


def _figures(amounts: Iterable[Amount]) -> dict[str, float]:
    names = {"ring": "ring_size_mm", "bangle": "bangle_mm", "girth": "hand_girth_mm"}
    figures = {names[one.kind]: one.low for one in amounts if one.kind in names and one.low}
    lengths = [one.low for one in amounts if one.kind == "length" and one.low]
    return figures | ({"length_mm": lengths[0]} if lengths else {})


def _residue(text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]) -> str:
    found: tuple[Mention | Amount, ...] = (*mentions, *amounts)
    spans = [(one.start, one.end) for one in found]
    left = "".join(
        " " if any(start <= at < end for start, end in spans) else char
        for at, char in enumerate(text)
    )
    return " ".join(_STOPWORDS.sub(" ", left).split())[:300]
