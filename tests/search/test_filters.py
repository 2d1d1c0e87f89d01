"""Hard wishes, one at a time."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from assistant.catalogue.product import Product, Size
from assistant.constraints import Constraints
from assistant.money import Money, Rate, convert_by
from assistant.search.filters import Rules, matches
from assistant.terms import Vocabulary
from tests.search.shelf import make_product, make_stone

RATE = Rate("USD", "CNY", Fraction(7), date(2026, 11, 24), "a test")


@pytest.fixture(scope="module")
def rules(vocabulary: Vocabulary) -> Rules:
    return Rules(vocabulary, lambda amount, to: convert_by(amount, to, (RATE,)), date(2026, 11, 24))


def fits(rules: Rules, product: Product, **wishes: Any) -> bool:
    return matches(product, Constraints.from_json(wishes), rules)


@pytest.mark.parametrize(
    ("slot", "right", "wrong"),
    [
        ("category", "ring", "necklace"),
        ("metal", "gold", "silver"),
        ("metal_colour", "yellow", "rose"),
        ("purity", "18k", "14k"),
        ("plating", "none", "rhodium"),
        ("setting", "bezel", "prong"),
        ("certificate", "gia", "igi"),
        ("clasp", "lobster", "toggle"),
    ],
)
def test_a_term_wish_keeps_only_what_the_record_states(
    rules: Rules, slot: str, right: str, wrong: str
) -> None:
    product = make_product(setting="bezel", certificate="gia", clasp="lobster")
    assert fits(rules, product, **{slot: right})
    assert fits(rules, product, **{slot: [wrong, right]})
    assert not fits(rules, product, **{slot: wrong})
    assert not fits(rules, product, exclude={slot: [right]})
    assert fits(rules, product, exclude={slot: [wrong]})


@pytest.mark.parametrize("slot", ["metal", "plating", "setting", "certificate", "clasp"])
def test_an_unstated_value_satisfies_no_positive_wish(rules: Rules, slot: str) -> None:
    product = make_product(**{slot: None})
    term = {"metal": "gold", "plating": "none", "setting": "prong", "clasp": "box"}.get(slot, "gia")
    assert not fits(rules, product, **{slot: term})
    assert fits(rules, product, exclude={slot: [term]})


def test_a_parent_stone_finds_its_children_and_not_the_other_way(rules: Rules) -> None:
    jadeite = make_product(stones=(make_stone("jadeite"),))
    assert fits(rules, jadeite, stone="jade")
    assert not fits(rules, make_product(stones=(make_stone("jade"),)), stone="jadeite")


def test_excluding_a_stone_excludes_its_children_wherever_they_sit(rules: Rules) -> None:
    accented = make_product(stones=(make_stone("diamond"), make_stone("akoya pearl")))
    assert not fits(rules, accented, exclude={"stone": ["pearl"]})


def test_no_stone_means_a_record_without_stones(rules: Rules) -> None:
    assert fits(rules, make_product(), stone="none")
    assert not fits(rules, make_product(stones=(make_stone(),)), stone="none")
    assert not fits(rules, make_product(), exclude={"stone": ["none"]})


def test_the_wished_colour_is_that_of_the_wished_stone(rules: Rules) -> None:
    product = make_product(stones=(make_stone("sapphire", colour="blue"), make_stone("diamond")))
    assert fits(rules, product, stone="sapphire", stone_colour="blue")
    assert not fits(rules, product, stone="diamond", stone_colour="blue")


def test_origin_and_treatment_are_those_of_the_leading_stone_of_the_kind(rules: Rules) -> None:
    product = make_product(
        stones=(
            make_stone("diamond", origin="laboratory"),
            make_stone("diamond", count=12, origin="natural"),
        )
    )
    assert fits(rules, product, stone="diamond", stone_origin="laboratory")
    assert not fits(rules, product, stone="diamond", stone_origin="natural")
    assert not fits(rules, product, stone="diamond", treatment="none")


def test_carats_are_those_of_the_wished_stone(rules: Rules) -> None:
    product = make_product(stones=(make_stone("ruby", carat=2.0), make_stone(carat=0.2)))
    assert fits(rules, product, carat_min=1.5)
    assert not fits(rules, product, stone="diamond", carat_min=1.5)
    assert fits(rules, product, stone="diamond", carat_max=0.2)
    assert not fits(rules, make_product(stones=(make_stone(carat=None),)), carat_max=5)


@pytest.mark.parametrize(
    ("wish", "fit"), [(53.6, True), (55.2, True), (53.5, False), (55.3, False)]
)
def test_a_ring_size_fits_within_eight_tenths_of_a_millimetre(
    rules: Rules, wish: float, fit: bool
) -> None:
    assert fits(rules, make_product(), ring_size_mm=wish) is fit


def test_in_stock_asks_for_the_wished_size(rules: Rules) -> None:
    sizes = (Size("ring_size_mm", 49.3, "in_stock"), Size("ring_size_mm", 54.4, "to_order"))
    product = make_product(sizes=sizes)
    assert fits(rules, product, in_stock=True)
    assert fits(rules, product, in_stock=True, ring_size_mm=49.3)
    assert not fits(rules, product, in_stock=True, ring_size_mm=54.4)


def test_a_bangle_size_is_not_a_ring_size(rules: Rules) -> None:
    bangle = make_product(sizes=(Size("bangle_mm", 56.0, "in_stock"),))
    assert fits(rules, bangle, bangle_mm=56.5)
    assert not fits(rules, bangle, ring_size_mm=56.0)


def test_a_length_fits_within_fifteen_millimetres(rules: Rules) -> None:
    assert fits(rules, make_product(length_mm=450), length_mm=465)
    assert not fits(rules, make_product(length_mm=450), length_mm=466)
    assert not fits(rules, make_product(), length_mm=450)


def test_a_piece_to_order_is_ready_after_its_lead_time(rules: Rules) -> None:
    product = make_product(availability="to_order", lead_time_days=14)
    assert not fits(rules, product, in_stock=True)
    assert fits(rules, product, deliver_by="2026-12-08")
    assert not fits(rules, product, deliver_by="2026-12-07")
    unknown = make_product(availability="to_order", lead_time_days=None)
    assert not fits(rules, unknown, deliver_by="2027-12-08")


def test_price_bounds_are_met_exactly(rules: Rules) -> None:
    product = make_product(price=300_000)
    assert fits(rules, product, price_max_minor=300_000, currency="CNY")
    assert not fits(rules, product, price_max_minor=299_999, currency="CNY")
    assert not fits(rules, product, price_min_minor=300_001, currency="CNY")


def test_a_price_in_another_currency_is_converted_by_rate(rules: Rules) -> None:
    product = make_product(price=Money(300_000, "CNY"))
    assert not fits(rules, product, price_max_minor=40_000, currency="USD")
    assert fits(rules, product, price_max_minor=43_000, currency="USD")


def test_without_a_rate_no_price_is_compared(rules: Rules) -> None:
    assert not fits(rules, make_product(price=1), price_max_minor=10**9, currency="EUR")


@pytest.mark.parametrize("nickel", ["low-release", "not-stated"])
def test_a_nickel_allergy_accepts_only_a_stated_nickel_free_piece(
    rules: Rules, nickel: str
) -> None:
    assert fits(rules, make_product(nickel="nickel-free"), allergies=["nickel"])
    assert not fits(rules, make_product(nickel=nickel), allergies=["nickel"])


def test_a_nickel_allergy_refuses_a_post_of_steel(rules: Rules) -> None:
    safe = make_product(nickel="nickel-free", post_metal="titanium")
    steel = make_product(nickel="nickel-free", post_metal="stainless steel")
    assert fits(rules, safe, allergies=["nickel"])
    assert not fits(rules, steel, allergies=["nickel"])


def test_an_allergy_that_no_record_answers_fits_nothing(rules: Rules) -> None:
    assert not fits(rules, make_product(), allergies=["cobalt"])


def test_a_gift_for_a_father_is_not_a_womans_piece(rules: Rules) -> None:
    assert not fits(rules, make_product(wearer="women"), recipient="father")
    assert fits(rules, make_product(wearer="unisex"), recipient="father")
    assert fits(rules, make_product(wearer="women"), recipient=["father", "mother"])
    assert fits(rules, make_product(wearer="women"), recipient="friend")


def test_style_and_occasion_are_preferences_unless_excluded(rules: Rules) -> None:
    assert fits(rules, make_product(), style="vintage", occasion="wedding")
    assert not fits(rules, make_product(), exclude={"style": ["classic"]})
    assert not fits(rules, make_product(), exclude={"occasion": ["everyday"]})


def test_metal_weight_has_bounds(rules: Rules) -> None:
    assert fits(rules, make_product(metal_weight_g=3.0), weight_g_min=3, weight_g_max=3)
    assert not fits(rules, make_product(metal_weight_g=None), weight_g_min=0)


def test_a_size_that_is_sold_out_is_not_to_be_had(rules: Rules) -> None:
    gone, made = (
        make_product(category="ring", sizes=(Size("ring_size_mm", 54.4, stock),))
        for stock in ("sold_out", "to_order")
    )
    assert not fits(rules, gone, ring_size_mm=54.4)
    assert fits(rules, made, ring_size_mm=54.4)
