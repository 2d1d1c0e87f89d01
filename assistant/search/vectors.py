"""Makes product vectors, and only those that are not there yet.

A vector's key is a digest of all that it is made from: the texts in both languages, the picture and
the encoders' names. A product whose key is known keeps its vector; everything else is encoded.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.search.index import Stamp, VectorIndex
from assistant.terms import LANGUAGES, Language, Vocabulary, spoken
from assistant.turn import Vector

Pixels = NDArray[np.uint8]
_BLOCK = 256  # products encoded between two states that can be searched and saved


class ProductEncoder(Protocol):
    """Text passages and pictures to one unit vector a product."""

    @property
    def name(self) -> str: ...
    def encode_text_passages(self, texts: Sequence[str]) -> NDArray[np.float32]: ...
    def encode_photo(self, pixels: Pixels) -> Vector: ...
    def encode_product(self, text: Vector | None, photo: Vector | None) -> Vector: ...


class Pictures(Protocol):
    """The products' pictures: a digest of a picture's file, and its pixels."""

    def digest(self, product: Product) -> str: ...
    def pixels(self, product: Product) -> Pixels | None: ...


@dataclass(frozen=True)
class VectorMaker:
    """Makes the vectors of a catalogue with one encoder. A picture may not change while its record
    stays the same object: merchants' pictures are named by their content."""

    encoder: ProductEncoder
    pictures: Pictures
    _keys: dict[str, tuple[Product, Vocabulary, str]] = field(default_factory=dict)

    def carried_over(
        self,
        known: VectorIndex,
        products: Sequence[Product],
        vocabulary: Vocabulary,
        catalogue: str,
    ) -> tuple[VectorIndex, tuple[Product, ...]]:
        """An index of the vectors that are still right, stamped with the catalogue's digest, and
        the products that have none."""
        held = [one.id for one in products if known.keys.get(one.id) == self._key(one, vocabulary)]
        there = set(held)
        missing = tuple(product for product in products if product.id not in there)
        return known.kept(held, Stamp(self.encoder.name, catalogue)), missing

    def completed(
        self,
        index: VectorIndex | None,
        missing: Sequence[Product],
        vocabulary: Vocabulary,
        catalogue: str,
        report: Callable[[float], None],
    ) -> Iterator[VectorIndex]:
        """The index with the missing products, block after block; each state can be searched."""
        for start in range(0, len(missing), _BLOCK):
            made = self._encoded(missing[start : start + _BLOCK], vocabulary, catalogue)
            index = made if index is None else index.extended(made)
            report(min(1.0, (start + _BLOCK) / len(missing)))
            yield index

    def _encoded(
        self, products: Sequence[Product], vocabulary: Vocabulary, catalogue: str
    ) -> VectorIndex:
        looks = [
            None if pixels is None else self.encoder.encode_photo(pixels)
            for pixels in map(self.pictures.pixels, products)
        ]
        rows: dict[Language, NDArray[np.float32]] = {}
        for language in LANGUAGES:
            passages = [passage(product, vocabulary, language) for product in products]
            meanings = self.encoder.encode_text_passages(passages)
            rows[language] = np.stack(list(map(self.encoder.encode_product, meanings, looks)))
        keys = [self._key(product, vocabulary) for product in products]
        ids = [product.id for product in products]
        return VectorIndex(ids, rows, Stamp(self.encoder.name, catalogue), keys)

    def _key(self, product: Product, vocabulary: Vocabulary) -> str:
        known = self._keys.get(product.id)
        if known is None or known[0] is not product or known[1] is not vocabulary:
            known = product, vocabulary, self._digest(product, vocabulary)
            self._keys[product.id] = known
        return known[2]

    def _digest(self, product: Product, vocabulary: Vocabulary) -> str:
        parts = [passage(product, vocabulary, language) for language in LANGUAGES]
        parts += [self.encoder.name, self.pictures.digest(product)]
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def passage(product: Product, vocabulary: Vocabulary, language: Language) -> str:
    """What the text encoder reads of a product, in one language: questions lean to their own."""
    facts = [
        vocabulary.label(slot, value, language)
        for slot in ("category", "metal_colour", "metal")
        if (value := getattr(product, slot)) is not None
    ]
    styles = [vocabulary.label("style", style, language) for style in product.styles]
    text = f"{spoken(product.name, language)}. {spoken(product.description, language)}"
    return f"{text} {', '.join([*facts, *styles])}"
