"""What each place of a set asks for."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.catalogue.product import Size
from assistant.constraints import Constraints
from assistant.terms import Vocabulary
from assistant.turn import Member, SetWish
from tests.recommend.shop import builder, ids, wishes
from tests.search.shelf import make_product, make_stone


def necklace(name: str = "N", **fields: object) -> object:
    return make_product(name, **({"category": "necklace"} | fields))  # type: ignore[arg-type]


def earrings(name: str = "E", **fields: object) -> object:
    return make_product(name, **({"category": "earrings"} | fields))  # type: ignore[arg-type]


def member(category: str, **own: object) -> Member:
    return Member(category, Constraints.from_json(own))


MATCHING = SetWish("matching", ())


PENDANT = necklace("P", category="pendant", length_mm=420.0)


def test_a_necklace_is_a_necklace_where_there_is_one(vocabulary: Vocabulary) -> None:
    sets = builder([PENDANT, necklace(metal="silver"), earrings()], vocabulary)
    assert ids(sets.build(MATCHING, Constraints())) == ("N", "E")


def test_a_pendant_on_its_chain_takes_the_place_where_there_is_none(
    vocabulary: Vocabulary,
) -> None:
    sets = builder([PENDANT, earrings()], vocabulary)
    assert ids(sets.build(MATCHING, Constraints())) == ("P", "E")


def test_a_pendant_without_a_chain_is_no_necklace(vocabulary: Vocabulary) -> None:
    sets = builder([necklace("P", category="pendant"), earrings()], vocabulary)
    assert sets.build(MATCHING, Constraints()) is None


def test_a_pendant_that_was_ruled_out_does_not(vocabulary: Vocabulary) -> None:
    sets = builder([PENDANT, earrings()], vocabulary)
    no_pendant = wishes(exclude={"category": ["pendant"]})
    assert sets.build(MATCHING, no_pendant) is None
    assert sets.lacking(MATCHING, no_pendant) == ("necklace",)


def test_a_standing_category_does_not_narrow_the_set(vocabulary: Vocabulary) -> None:
    sets = builder([necklace(), earrings()], vocabulary)
    assert ids(sets.build(MATCHING, wishes(category="ring"))) == ("N", "E")


def test_a_ring_size_is_asked_of_the_ring_alone(vocabulary: Vocabulary) -> None:
    sizes = {name: (Size("ring_size_mm", mm, None),) for name, mm in (("R-1", 49.0), ("R-2", 60.0))}
    rings = [make_product(name, category="ring", sizes=own) for name, own in sizes.items()]
    sets = builder([*rings, necklace(sizes=()), earrings(sizes=())], vocabulary)
    found = sets.build(SetWish("three_gold", ()), wishes(ring_size_mm=60.0))
    assert ids(found) == ("R-2", "N", "E")


def test_a_length_is_asked_of_the_necklace_alone(vocabulary: Vocabulary) -> None:
    products = [necklace("N-1", length_mm=400.0), necklace("N-2", length_mm=500.0), earrings()]
    assert ids(builder(products, vocabulary).build(MATCHING, wishes(length_mm=500.0)))[0] == "N-2"


def test_a_clasp_is_asked_of_the_pieces_that_have_such(vocabulary: Vocabulary) -> None:
    products = [
        necklace("N-1", clasp="toggle"),
        necklace("N-2", clasp="lobster"),
        earrings(clasp="push back"),
    ]
    assert ids(builder(products, vocabulary).build(MATCHING, wishes(clasp="lobster")))[0] == "N-2"


def test_three_golds_are_gold_unless_another_metal_is_wished_for(vocabulary: Vocabulary) -> None:
    products = [
        make_product(f"{category}-{metal}", category=category, metal=metal)
        for category in ("ring", "necklace", "earrings")
        for metal in ("gold", "platinum")
    ]
    sets, wish = builder(products, vocabulary), SetWish("three_gold", ())
    golds, others = sets.build(wish, Constraints()), sets.build(wish, wishes(metal="platinum"))
    assert golds is not None
    assert others is not None
    assert {piece.metal for piece in golds.products} == {"gold"}
    assert {piece.metal for piece in others.products} == {"platinum"}


def test_a_members_own_wish_goes_before_the_common_one(vocabulary: Vocabulary) -> None:
    products = [
        necklace("N-pearl", stones=(make_stone("pearl"),)),
        earrings("E-pearl", stones=(make_stone("pearl"),)),
        earrings("E-ruby", stones=(make_stone("ruby", colour="red"),)),
    ]
    wish = SetWish("matching", (member("necklace"), member("earrings", stone="ruby")))
    found = builder(products, vocabulary).build(wish, wishes(stone="pearl"))
    assert ids(found) == ("N-pearl", "E-ruby")


def test_a_members_exclusion_is_its_own(vocabulary: Vocabulary) -> None:
    products = [
        necklace("N", metal="silver", metal_colour="white"),
        earrings("E-silver", metal="silver", metal_colour="white"),
        earrings("E-gold"),
    ]
    own = member("earrings", exclude={"metal": ["silver"]})
    wish = SetWish("matching", (member("necklace"), own))
    assert ids(builder(products, vocabulary).build(wish, Constraints())) == ("N", "E-gold")


def test_named_pieces_replace_the_usual_ones(vocabulary: Vocabulary) -> None:
    products = [necklace(), earrings(), make_product("B", category="bracelet")]
    wish = SetWish("matching", (member("earrings"), member("bracelet")))
    assert ids(builder(products, vocabulary).build(wish, Constraints())) == ("E", "B")


def test_two_of_one_kind_are_two_pieces(vocabulary: Vocabulary) -> None:
    wish = SetWish("matching", (member("earrings"), member("earrings")))
    both = builder([earrings("E-1"), earrings("E-2")], vocabulary)
    assert set(ids(both.build(wish, Constraints()))) == {"E-1", "E-2"}
    assert builder([earrings("E-1")], vocabulary).build(wish, Constraints()) is None


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(1, 90), min_size=3, max_size=8), st.integers(3, 250))
def test_three_of_one_kind_are_three_pieces_near_the_budget(
    vocabulary: Vocabulary, prices: list[int], most: int
) -> None:
    sets = builder([earrings(f"E-{at}", price=one) for at, one in enumerate(prices)], vocabulary)
    wish = SetWish("matching", (member("earrings"),) * 3)
    found = sets.build(wish, wishes(most))
    assert len(set(ids(found))) == 3
    assert found is not None
    assert found.over_minor == max(0, sum(sorted(prices)[:3]) - most)


@pytest.mark.parametrize("kind", ["matching", "three_gold"])
def test_an_empty_shop_lacks_everything(kind: str, vocabulary: Vocabulary) -> None:
    lacking = builder([], vocabulary).lacking(SetWish(kind, ()), Constraints())
    assert set(lacking) >= {"necklace", "earrings"}
