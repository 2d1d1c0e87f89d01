"""The whole search over the real catalogue and over small shelves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Product
from assistant.constraints import Constraints, Value
from assistant.money import Money, Rate, convert_by
from assistant.search.filters import Rules, matches
from assistant.search.index import VectorIndex
from assistant.search.searcher import CatalogueSearch
from assistant.terms import Vocabulary
from assistant.turn import Query
from tests.search.shelf import make_product, make_stone

TODAY = date(2026, 11, 24)
RATE = Rate("USD", "CNY", Fraction(7), TODAY, "a test")


@pytest.fixture(scope="module")
def search(products: dict[str, Product], vocabulary: Vocabulary) -> CatalogueSearch:
    return CatalogueSearch(products.values(), vocabulary, rates=(RATE,), today=lambda: TODAY)


ALL = 10_000  # more than any shop of the tests has


def ask(**wishes: Any) -> Query:
    return Query(Constraints.from_json(wishes), "en", limit=ALL)


TERMS = {
    "category": ["ring", "necklace", "earrings", "bangle", "pendant"],
    "metal": ["gold", "silver", "platinum", "titanium"],
    "metal_colour": ["white", "rose", "yellow"],
    "purity": ["18k", "14k", "925", "999"],
    "stone": ["none", "diamond", "jade", "pearl", "emerald"],
    "stone_colour": ["green", "white", "red"],
    "stone_origin": ["natural", "laboratory", "cultured"],
    "recipient": ["father", "mother", "friend"],
    "plating": ["none", "rhodium"],
}
wish_values = st.fixed_dictionaries(
    {},
    optional={
        **{
            slot: st.lists(st.sampled_from(terms), min_size=1, max_size=2, unique=True)
            for slot, terms in TERMS.items()
        },
        "price_max_minor": st.integers(10_000, 9_000_000),
        "in_stock": st.just(True),
        "ring_size_mm": st.floats(48, 63),
        "carat_min": st.floats(0.1, 2),
        "allergies": st.just(["nickel"]),
    },
)
unwanted = st.dictionaries(
    st.sampled_from(["metal", "stone", "metal_colour"]),
    st.sampled_from([["gold"], ["pearl"], ["white"], ["diamond"], ["silver"]]),
    max_size=2,
)
several_times = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@several_times
@given(wished=wish_values, exclude=unwanted)
def test_all_that_is_to_be_had_and_satisfies_every_wish_is_found_and_nothing_else(
    search: CatalogueSearch, vocabulary: Vocabulary, wished: dict[str, Any], exclude: Any
) -> None:
    wishes = Constraints.from_json({**wished, "exclude": exclude})
    rules = Rules(vocabulary, lambda amount, to: convert_by(amount, to, (RATE,)), TODAY)
    ranked = search.search(Query(wishes, "en", limit=ALL))
    fitting = {
        product.id
        for product in search.products
        if product.availability != "sold_out" and matches(product, wishes, rules)
    }
    assert {one.product.id for one in ranked.items} == fitting
    assert ranked.total == len(fitting) == search.count(Query(wishes, "en"))


@several_times
@given(wished=wish_values, exclude=unwanted)
def test_forgetting_a_wish_never_leaves_fewer(
    search: CatalogueSearch, wished: dict[str, Any], exclude: Any
) -> None:
    wishes = Constraints.from_json({**wished, "exclude": exclude})
    before = search.count(Query(wishes, "en"))
    # Which stone leads a piece depends on the kind wished for: its weight is then another's.
    kept = {"stone", "stone_colour", "cut"} if "carat_min" in wishes.values else set()
    for slot in {*wishes.values, *wishes.exclude} - kept:
        assert search.count(Query(wishes.without(slot), "en")) >= before


@pytest.mark.parametrize(("order", "sign"), [("price_up", 1), ("price_down", -1)])
def test_price_order_sorts_what_passed(search: CatalogueSearch, order: Any, sign: int) -> None:
    ranked = search.search(replace(ask(category="ring"), order=order))
    prices = [sign * one.product.price.minor for one in ranked.items]
    assert prices == sorted(prices)
    assert len(prices) == ranked.total > 1


def test_the_same_query_gives_the_same_order(search: CatalogueSearch) -> None:
    query = replace(ask(category="ring"), words="slim band")
    assert search.search(query) == search.search(query)


def test_words_bring_the_piece_they_describe_to_the_top(search: CatalogueSearch) -> None:
    ranked = search.search(replace(ask(), words="signet with a black onyx tablet"))
    assert ranked.items[0].product.id == "R-007"
    assert ranked.items[0].why[0].part == "words"
    assert "onyx" in ranked.items[0].why[0].terms


def test_chinese_words_find_it_too(search: CatalogueSearch) -> None:
    ranked = search.search(Query(Constraints(), "zh", words="黑玛瑙印戒"))
    assert ranked.items[0].product.id == "R-007"


def test_pieces_left_out_are_not_counted(search: CatalogueSearch) -> None:
    every = search.search(ask(category="brooch"))
    first = every.items[0].product.id
    rest = search.search(replace(ask(category="brooch"), leave_out=(first,)))
    assert rest.total == every.total - 1
    assert first not in {product.id for product in rest.found}


def test_vectors_rank_within_what_passed_the_filters(vocabulary: Vocabulary) -> None:
    shelf = [
        make_product("A", metal="silver"),
        make_product("B"),
        make_product("C"),
    ]
    vectors = np.eye(3, dtype=np.float32)
    index = VectorIndex(["C", "B", "A"], {"en": vectors, "zh": vectors})
    search = CatalogueSearch(shelf, vocabulary, index=index)
    query = Query(
        Constraints.from_json({"metal": "gold"}), "en", vector=vectors[0], with_photo=True
    )
    ranked = search.search(query)
    assert [one.product.id for one in ranked.items] == ["C", "B"]
    assert ranked.items[0].why[0].part == "photo"
    assert ranked.items[0].why[0].score == pytest.approx(1.0)


def test_a_piece_known_by_the_wished_stone_comes_before_one_with_an_accent(
    vocabulary: Vocabulary,
) -> None:
    ruby, diamond = make_stone("ruby"), make_stone("diamond")
    shelf = [
        make_product("A", stones=(ruby, diamond), name={"en": "Diamond diamond", "zh": "钻石"}),
        make_product("B", stones=(diamond,)),
    ]
    search = CatalogueSearch(shelf, vocabulary)
    ranked = search.search(replace(ask(stone="diamond"), words="diamond"))
    assert [one.product.id for one in ranked.items] == ["B", "A"]


def test_a_product_without_a_vector_is_still_found(vocabulary: Vocabulary) -> None:
    vectors = np.eye(1, 4, dtype=np.float32)
    index = VectorIndex(["A"], {"en": vectors, "zh": vectors})
    search = CatalogueSearch([make_product("A"), make_product("B")], vocabulary, index=index)
    ranked = search.search(Query(Constraints(), "en", vector=vectors[0]))
    assert [one.product.id for one in ranked.items] == ["A", "B"]


def relaxed(search: CatalogueSearch, **wishes: Any) -> dict[str, tuple[int, int]]:
    ranked = search.search(ask(**wishes))
    assert ranked.total == 0
    return {one.slot: (one.matches, one.from_minor) for one in ranked.relaxations}


def test_with_nothing_found_each_single_wish_that_helps_is_proposed(
    vocabulary: Vocabulary,
) -> None:
    shelf = [
        make_product("A", price=500_000, metal_colour="rose"),
        make_product("B", price=400_000, metal_colour="rose"),
        make_product("C", price=100_000),
    ]
    search = CatalogueSearch(shelf, vocabulary)
    assert relaxed(
        search,
        category="ring",
        metal_colour="rose",
        price_max_minor=200_000,
        currency="CNY",
    ) == {"price": (2, 400_000), "metal_colour": (1, 100_000)}


def test_excluded_terms_can_be_relaxed(vocabulary: Vocabulary) -> None:
    search = CatalogueSearch([make_product("A", stones=(make_stone(),))], vocabulary)
    assert relaxed(search, exclude={"stone": ["diamond"]}) == {"stone": (1, 300_000)}


def test_an_allergy_is_never_proposed_for_relaxing(vocabulary: Vocabulary) -> None:
    search = CatalogueSearch([make_product(nickel="not-stated")], vocabulary)
    assert relaxed(search, allergies=["nickel"], category="ring") == {}


def test_where_no_single_wish_helps_two_are_proposed(vocabulary: Vocabulary) -> None:
    search = CatalogueSearch([make_product(price=900_000)], vocabulary)
    assert relaxed(search, metal="silver", price_max_minor=1, currency="CNY", category="ring") == {
        "metal+price": (1, 900_000)
    }


def test_prices_of_two_currencies_are_sorted_by_rate(vocabulary: Vocabulary) -> None:
    shelf = [make_product("A", price=300_000), make_product("B", price=Money(40_000, "USD"))]
    search = CatalogueSearch(shelf, vocabulary, rates=(RATE,))
    ranked = search.search(Query(Constraints(), "en", order="price_up"))
    assert [one.product.id for one in ranked.items] == ["B", "A"]


def test_an_empty_catalogue_finds_nothing(vocabulary: Vocabulary) -> None:
    assert CatalogueSearch([], vocabulary).search(ask(category="ring")).total == 0


def test_a_hard_wish_is_any_kind_of_value(search: CatalogueSearch) -> None:
    values: dict[str, Value] = {"in_stock": True, "deliver_by": "2026-12-01"}
    ranked = search.search(Query(Constraints(values), "en", limit=ALL))
    assert all(one.product.availability != "to_order" for one in ranked.items)


def test_the_newest_come_first_and_those_without_a_day_last(vocabulary: Vocabulary) -> None:
    days = {"A": date(2026, 5, 1), "B": None, "C": date(2026, 11, 1)}
    shelf = [replace(make_product(one), listed_on=day) for one, day in days.items()]
    ranked = CatalogueSearch(shelf, vocabulary).search(Query(Constraints(), "en", order="newest"))
    assert [item.product.id for item in ranked.items] == ["C", "A", "B"]
