"""From an understanding to one action."""

from __future__ import annotations

import pytest

from assistant.actions import Advise, Ask, Compare, Converse, Count, Describe, Save, Search
from assistant.answers.options import slot_values
from assistant.catalogue.product import Product
from assistant.dialogue.policy import DialoguePolicy
from assistant.search.searcher import CatalogueSearch
from assistant.session import ProductsFocused, apply
from assistant.terms import Vocabulary
from tests.reading import Reader

TABLE = ("R-001", "R-002", "E-001")


@pytest.fixture(scope="module")
def policy(products: dict[str, Product], vocabulary: Vocabulary) -> DialoguePolicy:
    return DialoguePolicy(
        products, vocabulary, CatalogueSearch(products.values(), vocabulary), slot_values
    )


def test_a_wish_is_searched_with_what_stands(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE, category="ring", metal="gold")
    action = policy.decide(reader("under 4000", session), session)
    assert isinstance(action, Search)
    assert action.constraints.to_json() == {
        "category": "ring",
        "metal": "gold",
        "price_max_minor": 400000,
        "currency": "CNY",
    }


def test_a_count_in_its_own_words_leaves_standing_wishes_out(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(category="ring", metal="gold")
    action = policy.decide(reader("how many jade bangles do you have", session), session)
    assert isinstance(action, Count)
    assert action.constraints.to_json() == {"category": "bangle", "stone": "jade"}


def test_the_cheapest_of_a_kind_is_a_search_by_price(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session()
    action = policy.decide(reader("the cheapest ring", session), session)
    assert isinstance(action, Search)
    assert action.order == "price_up"


def test_the_cheapest_in_the_shop_forgets_standing_wishes(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(category="ring", metal="gold")
    action = policy.decide(reader("what is the cheapest thing in your shop", session), session)
    assert isinstance(action, Search)
    assert not action.constraints


def test_it_among_several_pieces_is_asked_about(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how heavy is it", session), session)
    assert isinstance(action, Ask)
    assert action.question.options == TABLE


def test_an_ambiguous_word_is_asked_about(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session()
    action = policy.decide(reader("白金项链", session), session)
    assert isinstance(action, Ask)
    assert action.about == "白金"


def test_two_named_pieces_are_compared(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("compare the first and the third", session), session)
    assert action == Compare(("R-001", "E-001"))


def test_one_more_piece_is_compared_with_the_one_talked_of(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = apply(reader.session(TABLE), [ProductsFocused(("R-001",))])
    action = policy.decide(reader("compare it with the second one", session), session)
    assert action == Compare(("R-001", "R-002"))


def test_a_comparison_with_nothing_on_the_table_needs_two(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session()
    assert policy.decide(reader("compare R-001", session), session) == Converse("two_needed")


def test_care_for_a_named_piece_asks_for_its_materials(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how do I clean the first one", session), session)
    assert isinstance(action, Advise)
    assert action.product_ids == ("R-001",)
    assert {"diamond", "gold"} <= set(action.keys)


def test_more_leaves_out_what_was_seen(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE, category="ring")
    action = policy.decide(reader("换一批", session), session)
    assert isinstance(action, Search)
    assert action.leave_out == TABLE


def test_similar_keeps_the_kind_and_takes_new_wishes(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("something like the first one but in silver", session), session)
    assert isinstance(action, Search)
    assert action.like == "R-001"
    assert action.constraints.to_json() == {"category": "ring", "metal": "silver"}


def test_a_piece_is_saved(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    assert policy.decide(reader("save the second one", session), session) == Save(("R-002",))


def test_a_question_about_a_piece_names_the_field(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how much is the second one", session), session)
    assert action == Describe(("R-002",), ("price",))


def test_a_place_that_is_not_there_is_said(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("tell me about the ninth one", session), session)
    assert action == Converse("dangling")
