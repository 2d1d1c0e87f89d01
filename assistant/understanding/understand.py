"""Words and the session to an Understanding: intent, wishes, references, what is unclear."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Edit, Want
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import Ambiguity, Meaning, Understanding
from assistant.understanding.amounts import Amount, find_amounts
from assistant.understanding.dates import read_deliver_by
from assistant.understanding.intents import SHOP, Cues, Reading, read_intent
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.names import ProductNames
from assistant.understanding.references import Pieces, Pointing, find_references
from assistant.understanding.text import detect_language, fold_text
from assistant.understanding.topics import find_topics
from assistant.understanding.wishes import read_edits

# Words that carry no description: what is left of a sentence after them feeds the search.
_STOPWORDS = re.compile(
    r"\b(?:a|an|the|i|i'm|i'd|me|my|you|your|we|it|is|are|am|be|to|of|in|on|for|with|and|or|but|at|"
    r"by|from|this|that|these|those|any|some|one|ones|show|find|want|need|looking|look|like|please|"
    r"can|could|would|do|does|have|has|got|there|something|anything|under|over|below|above|about|"
    r"around|between|less|more|than|not|no|without|give|see|buy|get|tell|hi|hello|hey|thanks|yes|"
    r"ok|okay|actually|maybe|just|only|also|too|well|really|very|now|search|recommend|suggest|again)\b"
    r"|[的了吗呢吧啊我你您他她它们想要买看找有没是个款件只对条枚给请帮一下些点什么还和或不这那都也就在再能可以好送推荐]"
    r"|[^\w\s]|\d+"
)


class RuleUnderstander:
    """Understands by the closed vocabulary and patterns, in English and Chinese.

    ``products`` resolves ids, names and descriptions of what is on the table; ``topics`` are the
    knowledge keys that questions may be about.
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

    def understand(
        self, words: str, session: Session, *, locale: Language | None, with_photo: bool
    ) -> Understanding:
        """The meaning of ``words`` (any length, may be empty) in this session."""
        language = detect_language(words) or locale or session.language or "en"
        text = fold_text(words)
        amounts = self._amounts(text, session)
        mentions = self._book.find(text, [(one.start, one.end) for one in amounts])
        pointing = find_references(text, mentions, session, self._pieces)
        if with_photo and not pointing.explicit:
            pointing = Pointing()  # 'like this' points at the photo
        free = tuple(one for one in mentions if one not in pointing.used)
        edits = self._edits(text, free, amounts, session)
        topics = find_topics(text, mentions)
        cues = _cues(mentions, edits, pointing, session, topics=topics, with_photo=with_photo)
        reading = read_intent(text, cues)
        is_bare = reading.more or reading.again or reading.cheaper or reading.dearer
        return Understanding(
            language=language,
            intent=reading.intent,
            words="" if is_bare else _residue(text, mentions, amounts),
            edits=(*self._kept_edits(reading, edits, pointing), *self._relative(reading, session)),
            references=pointing.product_ids,
            fields=reading.fields,
            topics=reading.policy or topics,
            order=reading.order,
            ambiguity=self._ambiguity(mentions, edits),
            dangling=pointing.dangling,
            several=pointing.several,
            more=reading.more,
            whole_shop=bool(SHOP.search(text)),
            figures=_figures(amounts),
        )

    def _amounts(self, text: str, session: Session) -> tuple[Amount, ...]:
        about_bangle = bool(re.search(r"bangle|镯", text)) or "bangle" in session.constraints.terms(
            "category"
        )
        asked = session.question.slot if session.question else None
        return find_amounts(text, about_bangle=about_bangle, answers_price=asked == "price")

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

    def _kept_edits(
        self, reading: Reading, edits: tuple[Edit, ...], pointing: Pointing
    ) -> tuple[Edit, ...]:
        """Questions about facts change no wishes; 'like the second but in silver' does."""
        if pointing.dangling and pointing.explicit:
            return ()
        if reading.intent in ("search", "refine", "extreme", "count", "similar"):
            return edits
        return ()

    def _ambiguity(self, mentions: Iterable[Mention], edits: tuple[Edit, ...]) -> Ambiguity | None:
        """A word with two meanings, unless the sentence itself settles it."""
        settled = {edit.slot for edit in edits if isinstance(edit, Want)}
        for mention in mentions:
            words = mention.phrase.ambiguous
            if words and "metal" not in settled:
                known = self._vocabulary.ambiguities.get(words, ())
                return Ambiguity(words, "metal", tuple(map(_meaning, known)))
        return None

    def _relative(self, reading: Reading, session: Session) -> tuple[Edit, ...]:
        """'Cheaper' is below everything on the table (or below the piece talked of)."""
        about = session.focus or session.shown
        prices = [self._products[one].price for one in about if one in self._products]
        if not prices or not (reading.cheaper or reading.dearer):
            return ()
        currency = prices[0].currency
        minors = [price.minor for price in prices if price.currency == currency]
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


def _cues(  # noqa: PLR0913 - each comes from another reader
    mentions: Iterable[Mention],
    edits: tuple[Edit, ...],
    pointing: Pointing,
    session: Session,
    *,
    topics: tuple[str, ...],
    with_photo: bool,
) -> Cues:
    return Cues(
        has_terms=any(mention.means for mention in mentions),
        slots=tuple(dict.fromkeys(slot for mention in mentions for slot in mention.means)),
        has_topic=bool(topics),
        has_edits=bool(edits),
        has_reference=bool(pointing.product_ids) or pointing.dangling,
        explicit_reference=pointing.explicit and bool(pointing.product_ids),
        several=pointing.several,
        has_table=bool(session.shown),
        has_wishes=bool(session.constraints),
        open_question=session.question is not None,
        with_photo=with_photo,
    )


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
