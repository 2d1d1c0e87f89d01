"""BM25 over the words of both languages: names, descriptions and the labels of every term.

English words are lower-cased with plurals folded; Chinese runs become character bigrams, which
need no segmenter and match inside longer words (Cavnar & Trenkle 1994 for n-grams; Robertson &
Zaragoza 2009 for BM25).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.terms import LANGUAGES, Vocabulary

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[\u4e00-\u9fff]+")
_PLURAL_ES = ("sses", "shes", "ches", "xes", "zes")
_NO_PLURAL = ("ss", "us", "is")


def tokenise(text: str) -> list[str]:
    """Search tokens of a text in either language, in reading order."""
    tokens: list[str] = []
    for word in _WORD.findall(text.lower().replace("’", "'")):
        if word[0] < "\u4e00":
            tokens.append(_fold_plural(word.removesuffix("'s")))
        elif len(word) == 1:
            tokens.append(word)
        else:
            tokens += [word[at : at + 2] for at in range(len(word) - 1)]
    return tokens


def _fold_plural(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(_PLURAL_ES):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(_NO_PLURAL):
        return word[:-1]
    return word


def product_text(product: Product, vocabulary: Vocabulary) -> str:
    """Everything there is to find a piece by, in both languages."""
    terms: list[tuple[str, str | None]] = [
        (slot, getattr(product, slot))
        for slot in (
            "category",
            "metal",
            "metal_colour",
            "purity",
            "plating",
            "setting",
            "clasp",
            "certificate",
        )
    ]
    terms += [("style", style) for style in product.styles]
    terms += [("occasion", occasion) for occasion in product.occasions]
    for stone in product.stones:
        terms += [("stone", kind) for kind in vocabulary.lineage("stone", stone.stone)]
        terms += [("stone_colour", stone.colour), ("cut", stone.cut)]
        terms += [("stone_origin", stone.origin), ("treatment", stone.treatment)]
    known = dict.fromkeys((slot, value) for slot, value in terms if value and value != "none")
    parts = [*product.name.values(), *product.description.values()]
    for language in LANGUAGES:
        parts += [vocabulary.label(slot, value, language) for slot, value in known]
    return " \n".join(parts)


@dataclass(frozen=True)
class _Document:
    """A product's words: each token's number in reading order, and the set of tokens."""

    product: Product
    numbers: list[int]
    tokens: frozenset[str]


class LexicalIndex:
    """BM25 scores of every product for a query; rows are in the order of ``ids``."""

    def __init__(
        self,
        products: Sequence[Product],
        vocabulary: Vocabulary,
        before: LexicalIndex | None = None,
    ) -> None:
        """``before`` lends the words of products that are the same objects still."""
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.WARNING)  # it says at DEBUG what it indexes

        self.ids = tuple(product.id for product in products)
        # Tokens of withdrawn products keep their number: they are in no document and score nothing.
        self._numbers: dict[str, int] = dict(before._numbers) if before else {}
        self._documents: dict[str, _Document] = {}
        for product in products:
            known = before._documents.get(product.id) if before else None
            if known is None or known.product is not product:
                known = self._read(product, vocabulary)
            self._documents[product.id] = known
        self._bm25: Any = bm25s.BM25()
        if products:
            numbers = [document.numbers for document in self._documents.values()]
            self._bm25.index((numbers, self._numbers), show_progress=False)

    def _read(self, product: Product, vocabulary: Vocabulary) -> _Document:
        tokens = tokenise(product_text(product, vocabulary))
        numbers = [self._numbers.setdefault(token, len(self._numbers)) for token in tokens]
        return _Document(product, numbers, frozenset(tokens))

    def scores(self, words: str) -> NDArray[np.float32]:
        """BM25 score of each row, float32 (rows,); 0 where no word is found."""
        query = [token for token in tokenise(words) if token in self._numbers]
        if not query or not self.ids:
            return np.zeros(len(self.ids), dtype=np.float32)
        return np.asarray(self._bm25.get_scores(query), dtype=np.float32)

    def found_words(self, words: str, row: int) -> tuple[tuple[str, ...], float]:
        """The query's tokens that this row holds, and their share of the query in [0, 1]."""
        query = tuple(dict.fromkeys(tokenise(words)))
        held = self._documents[self.ids[row]].tokens
        there = tuple(token for token in query if token in held)
        return there, len(there) / len(query) if query else 0.0
