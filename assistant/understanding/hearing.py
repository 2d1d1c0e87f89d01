"""Hears a sentence: folds it, and finds what stands in it and what it wishes for.

What the sentence is meant to do is read afterwards (``intents``), from what was heard.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints, Edit, Want
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.understanding.amount import Amount
from assistant.understanding.amounts import find_amounts
from assistant.understanding.clearing import find_cleared
from assistant.understanding.cues.manners import UNDO
from assistant.understanding.dates import read_deliver_by
from assistant.understanding.heard import Heard
from assistant.understanding.memos import recalled_wishes
from assistant.understanding.mending import Mender
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.names import ProductNames
from assistant.understanding.open_question import Answer, read_answer
from assistant.understanding.pieces_wished import read_pieces_wished, without_left_set
from assistant.understanding.proposals import ring_of_a_proposal
from assistant.understanding.reasons import drop_reasons
from assistant.understanding.references import (
    Pieces,
    Pointing,
    find_references,
    points_at_photo,
)
from assistant.understanding.ring_sizes import either_size
from assistant.understanding.spelling import mend_cues
from assistant.understanding.text import fold_text
from assistant.understanding.topics import find_topics
from assistant.understanding.two_meanings import settled_meaning
from assistant.understanding.wishes import read_edits

_THE_SET = re.compile(
    r"\b(?:the|this|that|whole|entire|full) (?:gold |whole |entire |full )?sets?$|"
    r"(?:整|全|这|那|一)套$|套装$"
)


class Hearing:
    """Hears by the closed vocabulary and the pieces of the shop.

    ``products`` resolves ids, names and descriptions of what was shown; ``before`` heard for a
    former stock and lends what it read.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        shop_currency: str,
        before: Hearing | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        lends = before if before and before._vocabulary is vocabulary else None
        self._book: PhraseBook = lends._book if lends else PhraseBook(vocabulary)
        self._names: ProductNames = ProductNames(
            products, self._book, lends._names if lends else None
        )
        self._pieces = Pieces(products, self._names, vocabulary)
        self._currency = shop_currency
        names = (name for product in products.values() for name in product.name.values())
        self._mender = Mender(vocabulary, names)
        self._known_words = frozenset(
            word for phrase in vocabulary.phrases for word in re.findall(r"[a-z']+", phrase.words)
        )

    def fold(self, words: str) -> str:
        """``words`` as the parsers read them, with their slips mended."""
        return mend_cues(self._mender.mend(fold_text(words)), self._known_words)

    def hear(self, text: str, session: Session, with_photo: bool) -> Heard:
        """All that is found in folded ``text``, said in this session."""
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
        if either_size(text, amounts):  # 'US 6 or US 7': asked about, and neither wished yet
            edits = tuple(one for one in edits if one.slot != "ring_size_mm")
        if together is None and session.set_wish is None:
            edits += ring_of_a_proposal(text, edits, session.constraints)
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
        if with_photo and (not pointing.explicit or points_at_photo(text, pointing)):
            return Pointing()  # 'like this' and 找这款 point at the photo
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

    def wishes_anew(self, heard: Heard) -> tuple[Edit, ...]:
        """What the sentence wishes of nothing, after all that stands is cleared."""
        standing = heard.session.constraints
        slots = dict.fromkeys((*standing.values, *standing.exclude))
        free = tuple(one for one in heard.mentions if one not in heard.pointing.used)
        nothing = Constraints()
        wishes = read_edits(heard.text, free, heard.amounts, nothing, self._currency)
        return (*map(Clear, slots), *wishes)


def _is_the_set(text: str, mention: Mention, session: Session) -> bool:
    """'The whole set must stay under 3000', with one on the table: no other kind is named."""
    is_set = mention.means.get("category") == ("set",)
    return session.set_wish is not None and is_set and bool(_THE_SET.search(text[: mention.end]))
