"""The shop changes while it is open, and no turn sees half a change."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from assistant.assembly import Facet, build, open_catalogue
from assistant.catalogue.batch import STARTER, Batch
from assistant.catalogue.images import ProductPictures
from assistant.conversation import Conversations
from assistant.errors import VocabularyError
from assistant.search.vectors import VectorMaker
from assistant.settings import Settings
from assistant.storage.catalogue_store import SqlCatalogueStore
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import RawTurn, Reply, Vector
from tests.reading import ASSETS

LINE = (ASSETS / "catalogue" / "products.jsonl").read_text(encoding="utf-8").splitlines()[0]


def record(product_id: str, name: str) -> dict[str, object]:
    words = {"name": {"en": name}, "description": {"en": f"{name}, made by hand."}}
    return {**json.loads(LINE), "id": product_id, **words, "image": None}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(home=tmp_path, database_url=f"sqlite:///{tmp_path / 'shop.sqlite3'}")


@pytest.fixture
def facet(settings: Settings) -> Facet:
    return build(settings)


@pytest.fixture
def store(settings: Settings) -> SqlCatalogueStore:
    return open_catalogue(settings)


class Shopper:
    """Talks to the shop in one session."""

    def __init__(self, facet: Facet) -> None:
        self._conversations: Conversations = facet.conversations(MemorySessionStore())
        self._session = self._conversations.open(None)[0].id

    def says(self, words: str) -> Reply:
        return self._conversations.take(self._session, RawTurn(text=words))


def names(reply: Reply) -> list[str]:
    return [shown.product.id for shown in reply.products]


def test_a_new_piece_is_found_without_a_restart(facet: Facet, store: SqlCatalogueStore) -> None:
    shopper = Shopper(facet)
    assert "Z-1" not in names(shopper.says("the Quetzalcoatl ring"))
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    assert facet.front.refresh()
    assert not facet.front.refresh()
    assert names(shopper.says("the Quetzalcoatl ring"))[0] == "Z-1"
    assert facet.products["Z-1"].name == {"en": "Quetzalcoatl Ring"}


def test_a_withdrawn_piece_is_no_longer_offered_nor_asked_about(
    facet: Facet, store: SqlCatalogueStore
) -> None:
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    facet.front.refresh()
    shopper = Shopper(facet)
    assert names(shopper.says("the Quetzalcoatl ring"))[0] == "Z-1"
    store.withdraw(["Z-1"])
    facet.front.refresh()
    for words in ("how do I care for the first one?", "tell me about Z-1", "Quetzalcoatl ring"):
        reply = shopper.says(words)
        assert "Z-1" not in names(reply)
        assert reply.error is None


def test_a_hidden_starter_leaves_the_merchants_own_pieces(
    facet: Facet, store: SqlCatalogueStore
) -> None:
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    store.show(STARTER, is_shown=False)
    facet.front.refresh()
    assert list(facet.products) == ["Z-1"]
    assert names(Shopper(facet).says("rings")) == ["Z-1"]


def test_an_empty_shop_still_answers(facet: Facet, store: SqlCatalogueStore) -> None:
    store.show(STARTER, is_shown=False)
    facet.front.refresh()
    reply = Shopper(facet).says("gold rings under 3000")
    assert reply.error is None
    assert reply.text


def test_a_new_category_comes_in_as_data(facet: Facet, store: SqlCatalogueStore) -> None:
    words = "terms: {category: {watch: {en: watch, zh: 腕表, say: [watches, timepiece]}}}"
    watch = {**record("W-1", "Night Watch"), "category": "watch", "sizes": []}
    store.put(Batch("clocks", (watch,), vocabulary=words))
    facet.front.refresh()
    for asked in ("show me watches", "我想看腕表"):
        reply = Shopper(facet).says(asked)
        assert names(reply) == ["W-1"], asked
        assert reply.constraints.terms("category") == ("watch",)


def test_a_broken_vocabulary_leaves_the_shop_as_it_is(
    facet: Facet, store: SqlCatalogueStore
) -> None:
    store.put(Batch("bad", (record("Z-1", "Ring"),), vocabulary="terms: [not, an, object]"))
    before = facet.front.display
    with pytest.raises(VocabularyError):
        facet.front.refresh()
    assert facet.front.display is before
    assert Shopper(facet).says("gold rings").products


def test_an_open_shop_looks_for_changes_by_itself(facet: Facet, store: SqlCatalogueStore) -> None:
    end = facet.front.watch(every_s=0.01)
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    until = time.monotonic() + 60  # a hang guard
    while "Z-1" not in facet.products and time.monotonic() < until:
        time.sleep(0.01)
    end()
    assert "Z-1" in facet.products


def test_a_turn_keeps_the_display_it_began_with(facet: Facet, store: SqlCatalogueStore) -> None:
    stages = facet.assistant.stages
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    facet.front.refresh()
    assert "Z-1" not in stages.products
    assert "Z-1" in facet.assistant.stages.products


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_rehearsal_leaves_nothing_for_the_first_shopper_even_in_an_empty_shop(
    facet: Facet, store: SqlCatalogueStore, is_empty: bool
) -> None:
    if is_empty:
        store.show(STARTER, is_shown=False)
        facet.front.refresh()
    facet.rehearse()
    assert Shopper(facet).says("hello").constraints.to_json() == {}


class LetterEncoder:
    """Unit vectors by the letters of a text: enough to tell new from old."""

    name = "letters"

    def __init__(self) -> None:
        self.texts = 0

    def encode_text_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.texts += len(texts)
        rows = [np.bincount([ord(c) % 16 for c in text], minlength=16) for text in texts]
        matrix = np.array(rows, np.float32)
        return matrix / np.linalg.norm(matrix, axis=1, keepdims=True)

    def encode_photo(self, pixels: NDArray[np.uint8]) -> Vector:
        return np.ones(16, np.float32) / 4

    def encode_product(self, text: Vector | None, photo: Vector | None) -> Vector:
        del photo
        assert text is not None
        return text


def test_vectors_are_made_once_and_kept_over_a_restart(
    settings: Settings, facet: Facet, store: SqlCatalogueStore
) -> None:
    encoder = LetterEncoder()
    maker = VectorMaker(encoder, ProductPictures(settings.picture_folders))
    facet.front.use_encoder(maker, lambda _: None)
    first = encoder.texts
    assert first == 2 * len(facet.products)
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    facet.front.refresh()
    assert encoder.texts == first + 2
    again = build(settings)
    again.front.use_encoder(maker, lambda _: None)
    assert encoder.texts == first + 2
    assert again.front.display.search.vector_of("Z-1", "en") is not None


def small_shop(settings: Settings, folder: Path) -> Settings:
    """The starter's first three pieces in a folder of their own."""
    catalogue = folder / "catalogue"
    for line in (settings.catalogue / "products.jsonl").read_text("utf-8").splitlines()[:3]:
        image = json.loads(line)["image"]
        (catalogue / image).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(settings.catalogue / image, catalogue / image)
        with (catalogue / "products.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(line + "\n")
    return replace(settings, catalogue=catalogue)


def test_vectors_that_came_with_the_catalogue_are_not_made_again(
    settings: Settings, store: SqlCatalogueStore, tmp_path: Path
) -> None:
    settings = small_shop(settings, tmp_path)
    encoder, facet = LetterEncoder(), build(settings)
    maker = VectorMaker(encoder, ProductPictures(settings.picture_folders))
    facet.front.use_encoder(maker, lambda _: None)
    facet.front.ship(list(facet.products), settings.catalogue / "vectors.npz")
    store.put(Batch("venia", (record("Z-1", "Quetzalcoatl Ring"),)))
    encoder.texts = 0
    fresh = build(replace(settings, home=tmp_path / "another home"))
    fresh.front.use_encoder(maker, lambda _: None)
    assert encoder.texts == 2  # the merchant's piece, in two languages
    for piece in facet.products:
        before, after = (one.front.display.search.vector_of(piece, "en") for one in (facet, fresh))
        assert before is not None
        assert after is not None
        assert np.allclose(before, after, atol=1e-3)
    assert fresh.front.display.search.vector_of("Z-1", "zh") is not None
