"""Products called by name or by id, in a sentence of either language.

A merchant may call a ring 'Gold Ring' and give it the id '93'. Words that the vocabulary knows, and
bare numbers, are wishes before they are names: only a name with a word of its own points at a
piece.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.understanding.mentions import PhraseBook
from assistant.understanding.text import fold_text

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_CJK = re.compile(r"[\u3400-\u9fff]")
_LETTER, _DIGIT = re.compile(r"[a-z]"), re.compile(r"\d")
_SHORTEST_ID = 3


@dataclass(frozen=True)
class Named:
    """A product called at [start, end) of the folded text."""

    product_id: str
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end


class ProductNames:
    """Every id and name of a catalogue, found by the words that stand in a sentence: the time it
    takes grows with the sentence and not with the catalogue. ``before`` are the names of a former
    stock, read with the same book: to read a name takes a fraction of a millisecond, and a shop of
    ten thousand changes by one."""

    def __init__(
        self,
        products: Mapping[str, Product],
        book: PhraseBook,
        before: ProductNames | None = None,
    ) -> None:
        self._by_key: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._callable: dict[str, str | None] = {}  # a name or id -> how a sentence calls it
        known = before._callable if before else self._callable
        for product in products.values():
            for name in (*product.name.values(), product.id):
                if name not in self._callable:
                    is_id = name == product.id
                    self._callable[name] = (
                        known[name] if name in known else _called_by(name, book, is_id=is_id)
                    )
            calls = {self._callable[name] for name in (*product.name.values(), product.id)}
            for called in filter(None, calls):
                self._by_key[_key(called)][called].append(product.id)

    def find(self, text: str) -> Iterator[Named]:
        """The products that folded ``text`` calls, in its order; a name within a longer name that
        was found is passed over."""
        kept: list[Named] = []
        for one in sorted(self._all(text), key=lambda one: (one.start, -one.end)):
            is_inside = any(
                held.start <= one.start and one.end <= held.end and one.span != held.span
                for held in kept
            )
            if not is_inside and one.product_id not in {held.product_id for held in kept}:
                kept.append(one)
        return iter(kept)

    def _all(self, text: str) -> Iterator[Named]:
        keys = set(_WORD.findall(text)) | {text[at : at + 2] for at in range(len(text) - 1)}
        for key in keys & self._by_key.keys():
            for name, ids in self._by_key[key].items():
                for match in re.finditer(re.escape(name), text):
                    if _is_whole(text, *match.span()):
                        yield from (Named(one, *match.span()) for one in ids)


def _called_by(name: str, book: PhraseBook, *, is_id: bool) -> str | None:
    """The name or id as it stands in folded text; None for a name that only says what the piece is,
    and for an id that may be said by chance."""
    folded = fold_text(name)
    if is_id:
        return folded if _is_telling(name.lower()) else None
    return folded if _has_word_of_its_own(folded, book) else None


def _key(name: str) -> str:
    """What finds the name: its longest word, or its first two characters in Chinese."""
    if _CJK.search(name):
        return name[:2]
    return max(_WORD.findall(name), key=len, default=name[:2])


def _is_whole(text: str, start: int, end: int) -> bool:
    """Not inside a longer word: 'VA1' is not called by 'VA15'."""
    before, after = text[start - 1 : start], text[end : end + 1]
    starts = not (before.isascii() and before.isalnum() and text[start].isascii())
    return starts and not (after.isascii() and after.isalnum() and text[end - 1].isascii())


def _is_telling(product_id: str) -> bool:
    """An id that nobody says by chance: letters and digits, or long."""
    has_both = bool(_LETTER.search(product_id) and _DIGIT.search(product_id))
    return len(product_id) >= _SHORTEST_ID and has_both


def _has_word_of_its_own(name: str, book: PhraseBook) -> bool:
    left = list(name)
    for mention in book.find(name):
        left[mention.start : mention.end] = " " * (mention.end - mention.start)
    rest = "".join(left)
    return any(len(word) >= 3 for word in re.findall(r"[a-z]+", rest)) or bool(_CJK.search(rest))
