"""Only what is not there yet is encoded, and no vector outlives what it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.search.index import VectorIndex
from assistant.search.vectors import VectorMaker
from assistant.terms import Vocabulary
from assistant.turn import Vector
from tests.search.shelf import PLAIN_RING


@dataclass
class CountingEncoder:
    """A vector for each text, by the letters in it; counts what it was given."""

    name: str = "counting"
    texts: list[str] = field(default_factory=list)
    photos: int = 0

    def encode_text_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += texts
        return np.stack([self._unit(text) for text in texts])

    def encode_photo(self, pixels: NDArray[np.uint8]) -> Vector:
        self.photos += 1
        return self._unit(str(pixels.sum()))

    def encode_product(self, text: Vector | None, photo: Vector | None) -> Vector:
        total = sum(part for part in (text, photo) if part is not None)
        return np.asarray(total / np.linalg.norm(total), dtype=np.float32)

    def _unit(self, text: str) -> Vector:
        row = np.random.default_rng(sum(map(ord, text))).normal(size=8).astype(np.float32)
        return row / np.linalg.norm(row)


@dataclass
class FakePictures:
    """A grey picture for each product but those without one."""

    greys: dict[str, int] = field(default_factory=dict)

    def digest(self, product: Product) -> str:
        return str(self.greys.get(product.id, 100))

    def pixels(self, product: Product) -> NDArray[np.uint8] | None:
        if product.image is None:
            return None
        return np.full((4, 4, 3), self.greys.get(product.id, 100), np.uint8)


def ring(product_id: str, name: str = "Ring") -> Product:
    return replace(PLAIN_RING, id=product_id, name={"en": name})


def complete(
    maker: VectorMaker, known: VectorIndex | None, products: list[Product], words: Vocabulary
) -> VectorIndex:
    missing: Sequence[Product] = products
    if known is not None:
        known, missing = maker.carried_over(known, products, words, "later")
    states = maker.completed(known, missing, words, "later", lambda _: None)
    return list(states)[-1] if missing else known or VectorIndex([], {})


def test_a_new_piece_costs_one_encoding(vocabulary: Vocabulary) -> None:
    encoder = CountingEncoder()
    maker = VectorMaker(encoder, FakePictures())
    first = complete(maker, None, [ring("A"), ring("B")], vocabulary)
    encoder.texts.clear()
    encoder.photos = 0
    second = complete(maker, first, [ring("A"), ring("B"), ring("C", "New")], vocabulary)
    assert (len(encoder.texts), encoder.photos) == (2, 1)  # one passage a language
    assert all(text.startswith("New.") for text in encoder.texts)
    assert set(second.ids) == {"A", "B", "C"}
    kept, before = second.vector_of("A", "en"), first.vector_of("A", "en")
    assert kept is not None
    assert before is not None
    assert np.array_equal(kept, before)


def test_a_changed_text_is_encoded_again(vocabulary: Vocabulary) -> None:
    maker = VectorMaker(CountingEncoder(), FakePictures())
    first = complete(maker, None, [ring("A"), ring("B")], vocabulary)
    _, missing = maker.carried_over(first, [ring("A", "Other"), ring("B")], vocabulary, "later")
    assert [product.id for product in missing] == ["A"]


def test_a_changed_picture_is_encoded_again(vocabulary: Vocabulary) -> None:
    pictures = FakePictures()
    maker = VectorMaker(CountingEncoder(), pictures)
    first = complete(maker, None, [ring("A"), ring("B")], vocabulary)
    pictures.greys["B"] = 7
    _, missing = maker.carried_over(first, [ring("A"), ring("B")], vocabulary, "later")
    assert [product.id for product in missing] == ["B"]


def test_a_withdrawn_piece_has_no_vector(vocabulary: Vocabulary) -> None:
    maker = VectorMaker(CountingEncoder(), FakePictures())
    first = complete(maker, None, [ring("A"), ring("B")], vocabulary)
    index, missing = maker.carried_over(first, [ring("B")], vocabulary, "later")
    assert (index.ids, missing) == (("B",), ())
    assert index.stamp.catalogue == "later"


def test_a_piece_without_a_picture_is_found_by_its_words(vocabulary: Vocabulary) -> None:
    encoder = CountingEncoder()
    bare = replace(ring("A"), image=None)
    index = complete(VectorMaker(encoder, FakePictures()), None, [bare], vocabulary)
    assert index.ids == ("A",)
    assert encoder.photos == 0


def test_states_on_the_way_can_be_searched(vocabulary: Vocabulary) -> None:
    maker = VectorMaker(CountingEncoder(), FakePictures())
    many = [ring(f"P{number}") for number in range(600)]
    told: list[float] = []
    sizes = [
        len(index.ids) for index in maker.completed(None, many, vocabulary, "now", told.append)
    ]
    assert sizes == [256, 512, 600]
    assert told[-1] == 1.0
