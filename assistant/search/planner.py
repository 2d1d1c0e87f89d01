"""From a search action to a query: the wishes in words, and one vector for all that was given.

Models come in through one small Protocol; one that is still loading costs only its own part, and
the search goes on by words and filters.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Protocol

from assistant.actions import Search
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.errors import NotReady
from assistant.terms import Language, Vocabulary, spoken
from assistant.turn import Query, Speech, Vector

log = logging.getLogger(__name__)

# Slots whose terms describe a piece; for whom it is and what it must not hold are not in its text.
_DESCRIBING = (
    "style",
    "metal_colour",
    "metal",
    "purity",
    "plating",
    "stone_origin",
    "stone_colour",
    "cut",
    "stone",
    "setting",
    "category",
    "clasp",
    "occasion",
)


class QueryEncoder(Protocol):
    """The models behind a query. Each raises NotReady while it is loading."""

    def encode_text_query(self, text: str) -> Vector: ...
    def encode_speech(self, speech: Speech) -> Vector: ...
    def fuse_query(
        self, text: Vector | None, photo: Vector | None, speech: Vector | None
    ) -> Vector: ...


class ProductVectors(Protocol):
    """A product's own vector in the space that queries are compared in."""

    def vector_of(self, product_id: str, language: Language) -> Vector | None: ...


class VectorQueryPlanner:
    """Plans queries. Without an ``encoder`` (or while it loads) they carry words only."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        vectors: ProductVectors,
        encoder: QueryEncoder | None = None,
    ) -> None:
        self._vocabulary = vocabulary
        self._products = products
        self._vectors = vectors
        self._encoder = encoder

    def plan(
        self, action: Search, language: Language, photo: Vector | None, speech: Speech | None
    ) -> Query:
        """The query of an action; ``photo`` and ``speech`` belong to this turn or the session."""
        words = describe_wishes(action.constraints, self._vocabulary, language)
        words = f"{words} {action.words}".strip()
        leave_out, with_photo = action.leave_out, False
        vector: Vector | None = None
        like = self._products.get(action.like) if action.like else None
        if like:
            leave_out = (*leave_out, like.id)
            words = f"{words} {spoken(like.name, language)}"
            vector = self._vectors.vector_of(like.id, language)
        elif action.order == "relevance":
            vector = self._encode(words, photo, speech)
            with_photo = photo is not None and vector is not None
        return Query(
            constraints=action.constraints,
            language=language,
            words=words,
            vector=vector,
            order=action.order,
            limit=action.limit,
            leave_out=leave_out,
            with_photo=with_photo,
        )

    def _encode(self, words: str, photo: Vector | None, speech: Speech | None) -> Vector | None:
        encoder = self._encoder
        if encoder is None:
            return None
        text = _unless_loading(lambda: encoder.encode_text_query(words)) if words else None
        heard = _unless_loading(lambda: encoder.encode_speech(speech)) if speech else None
        if text is None and photo is None and heard is None:
            return None
        return _unless_loading(lambda: encoder.fuse_query(text, photo, heard))


def describe_wishes(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> str:
    """The standing wishes as a shopper would put them: 'rose gold diamond ring'."""
    labels = [
        vocabulary.label(slot, term, language)
        for slot in _DESCRIBING
        for term in wishes.terms(slot)
        if term != "none"
    ]
    return " ".join(dict.fromkeys(labels))


def _unless_loading(encode: Callable[[], Vector]) -> Vector | None:
    try:
        return encode()
    except NotReady:
        log.info("a model is still loading; this query goes without its vector")
        return None
