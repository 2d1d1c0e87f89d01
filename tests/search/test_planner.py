"""Queries: the wishes in words, one vector, and models that are not ready."""

from __future__ import annotations

import numpy as np
import pytest

from assistant.actions import Search
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.errors import NotReady
from assistant.search.planner import VectorQueryPlanner
from assistant.terms import Language, Vocabulary
from assistant.turn import Speech, Vector
from tests.search.shelf import make_product

UNIT = np.array([1.0, 0.0], dtype=np.float32)
PHOTO = np.array([0.0, 1.0], dtype=np.float32)
SPEECH = Speech(np.zeros(4, dtype=np.float32), 16_000)


class Encoder:
    def __init__(self, loading: bool = False) -> None:
        self.loading = loading
        self.texts: list[str] = []
        self.fused: list[tuple[bool, bool, bool]] = []

    def encode_text_query(self, text: str) -> Vector:
        if self.loading:
            raise NotReady("loading")
        self.texts.append(text)
        return UNIT

    def encode_speech(self, speech: Speech) -> Vector:
        raise NotReady("the speech encoder is loading")

    def fuse_query(
        self, text: Vector | None, photo: Vector | None, speech: Vector | None
    ) -> Vector:
        self.fused.append((text is not None, photo is not None, speech is not None))
        return UNIT


class Vectors:
    def vector_of(self, product_id: str, language: Language) -> Vector | None:
        return PHOTO


@pytest.fixture
def shelf() -> dict[str, Product]:
    return {"T-001": make_product()}


WISHES = Constraints.from_json({"metal_colour": "rose", "metal": "gold", "category": "ring"})


def test_the_query_words_are_the_wishes_and_what_was_said(
    vocabulary: Vocabulary, shelf: dict[str, Product]
) -> None:
    encoder = Encoder()
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), encoder)
    query = planner.plan(Search(WISHES, "delicate leaf"), "en", None, None)
    assert query.words == "rose gold ring delicate leaf"
    assert encoder.texts == [query.words]
    assert not query.with_photo


def test_the_wishes_are_worded_in_the_shoppers_language(
    vocabulary: Vocabulary, shelf: dict[str, Product]
) -> None:
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors())
    assert planner.plan(Search(WISHES), "zh", None, None).words == "玫瑰色 金 戒指"


def test_a_photo_goes_into_the_vector(vocabulary: Vocabulary, shelf: dict[str, Product]) -> None:
    encoder = Encoder()
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), encoder)
    assert planner.plan(Search(Constraints()), "en", PHOTO, None).with_photo
    assert encoder.fused == [(False, True, False)]


def test_a_model_that_is_loading_costs_only_its_own_part(
    vocabulary: Vocabulary, shelf: dict[str, Product]
) -> None:
    encoder = Encoder()
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), encoder)
    planner.plan(Search(WISHES), "en", None, SPEECH)
    assert encoder.fused == [(True, False, False)]


def test_without_a_ready_model_the_query_carries_words_only(
    vocabulary: Vocabulary, shelf: dict[str, Product]
) -> None:
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), Encoder(loading=True))
    query = planner.plan(Search(WISHES), "en", None, None)
    assert query.vector is None
    assert query.words


def test_a_piece_to_resemble_lends_its_vector_and_stays_out(
    vocabulary: Vocabulary, shelf: dict[str, Product]
) -> None:
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), Encoder())
    query = planner.plan(Search(Constraints(), like="T-001"), "en", None, None)
    assert query.vector is PHOTO
    assert query.leave_out == ("T-001",)


def test_sorting_by_price_needs_no_model(vocabulary: Vocabulary, shelf: dict[str, Product]) -> None:
    encoder = Encoder()
    planner = VectorQueryPlanner(vocabulary, shelf, Vectors(), encoder)
    assert planner.plan(Search(WISHES, order="price_up"), "en", None, None).vector is None
    assert not encoder.texts
