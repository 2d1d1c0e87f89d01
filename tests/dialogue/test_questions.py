"""The one question of a turn: what it asks, with which answers, and when it is not asked."""

from __future__ import annotations

import pytest

from assistant.answers.options import slot_values
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.constraints import Constraints, Want, apply_edits
from assistant.dialogue.questions import entropy_bits, next_question, tally
from assistant.search.searcher import CatalogueSearch
from assistant.turn import Question, RankedProducts
from tests.reading import ASSETS

VOCABULARY = load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")
SEARCH = CatalogueSearch((), VOCABULARY)  # judges the pieces that it is given


def _ask(
    pieces: dict[str, Product], wishes: Constraints, asked: tuple[str, ...] = ()
) -> Question | None:
    found = tuple(pieces.values())
    ranked = RankedProducts((), len(found), found=found)
    return next_question(wishes, ranked, asked, slot_values, SEARCH.among)


def test_the_kind_of_piece_is_asked_first(products: dict[str, Product]) -> None:
    question = _ask(products, Constraints({"recipient": ("wife",)}))
    assert question is not None
    assert question.slot == "category"


def test_each_answer_says_how_many_pieces_it_leaves(products: dict[str, Product]) -> None:
    question = _ask(products, Constraints())
    assert question is not None
    for value, count in zip(question.options, question.counts, strict=True):
        assert count == sum(value in slot_values(one, question.slot) for one in products.values())
        assert count > 0


@pytest.mark.parametrize("wish", [{}, {"metal": ("gold",)}, {"stone": ("diamond",)}], ids=str)
def test_every_answer_leaves_as_many_pieces_as_it_says(
    products: dict[str, Product], wish: dict[str, tuple[str, ...]]
) -> None:
    search = CatalogueSearch(products.values(), VOCABULARY)
    wishes = Constraints(wish)
    found = search.matching(wishes)
    ranked = RankedProducts((), len(found), found=found)
    asked: list[str] = []
    while question := next_question(wishes, ranked, asked[-1:], slot_values, search.among):
        for value, count in zip(question.options, question.counts, strict=True):
            left = search.matching(apply_edits(wishes, [Want(question.slot, (value,))]))
            assert len(left) == count > 0, (question.slot, value)
        if question.slot in asked:
            break
        asked.append(question.slot)
    assert asked


def test_there_are_three_to_five_answers_most_pieces_first(products: dict[str, Product]) -> None:
    question = _ask(products, Constraints())
    assert question is not None
    assert 3 <= len(question.options) <= 5
    assert list(question.counts) == sorted(question.counts, reverse=True)


def test_no_slot_is_asked_twice(products: dict[str, Product]) -> None:
    rings = {one.id: one for one in products.values() if one.category == "ring"}
    wishes = Constraints({"category": ("ring",)})
    first = _ask(rings, wishes)
    assert first is not None
    second = _ask(rings, wishes, asked=(first.slot,))
    assert second is None or second.slot != first.slot


def test_a_shopper_who_lets_two_questions_pass_is_asked_no_more(
    products: dict[str, Product],
) -> None:
    assert _ask(products, Constraints(), asked=("metal", "stone")) is None


def test_answered_questions_do_not_count_as_let_pass(products: dict[str, Product]) -> None:
    wishes = Constraints({"metal": ("gold",), "stone": ("diamond",)})
    assert _ask(products, wishes, asked=("metal", "stone")) is not None


def test_pieces_that_fit_on_the_table_need_no_question(products: dict[str, Product]) -> None:
    few = dict(list(products.items())[:6])
    assert _ask(few, Constraints()) is None


def test_an_excluded_term_is_no_answer(products: dict[str, Product]) -> None:
    question = _ask(products, Constraints({}, {"category": ("ring",)}))
    assert question is not None
    assert "ring" not in question.options


@pytest.mark.parametrize(
    ("counts", "bits"),
    [({}, 0.0), ({"a": 4}, 0.0), ({"a": 1, "b": 1}, 1.0), ({"a": 2, "b": 1, "c": 1}, 1.5)],
)
def test_entropy_in_bits(counts: dict[str, int], bits: float) -> None:
    assert entropy_bits(counts) == pytest.approx(bits)


def test_a_tally_counts_a_piece_once_for_each_of_its_values(products: dict[str, Product]) -> None:
    counts = dict(tally(products.values(), "stone", slot_values))
    with_diamond = [one for one in products.values() if "diamond" in slot_values(one, "stone")]
    assert counts["diamond"] == len(with_diamond)
