"""Prices by weight, checked by hand-worked sums and against the shop's own records."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue.product import Pricing, Product
from assistant.gold_maths import (
    by_weight,
    fineness,
    metal_cost,
    price_per_carat,
    price_per_gram,
    pure_metal_g,
)
from assistant.money import Money
from tests.search.shelf import make_product, make_stone

DAY = date(2026, 11, 20)


def bangle(price: int = 29_563_73, **pricing: object) -> Product:
    parts = {"metal_minor_per_g": 117_900, "labour_minor": 260_000, "priced_on": DAY} | pricing
    return make_product(price=price, metal_weight_g=22.87, pricing=Pricing("by weight", **parts))  # type: ignore[arg-type]


def test_weight_times_price_a_gram_plus_labour_is_the_price() -> None:
    parts = by_weight(bangle())
    assert parts is not None
    assert (parts.metal_minor, parts.labour_minor, parts.total_minor) == (
        26_963_73,
        2_600_00,
        29_563_73,
    )
    assert parts.adds_up
    assert parts.priced_on == DAY


@pytest.mark.parametrize(("price", "adds_up"), [(29_563_72, True), (29_563_71, False)])
def test_a_price_may_differ_by_the_rounding_only(price: int, adds_up: bool) -> None:
    parts = by_weight(bangle(price))
    assert parts is not None
    assert parts.adds_up is adds_up


@pytest.mark.parametrize("missing", ["metal_minor_per_g", "labour_minor"])
def test_a_breakdown_that_lacks_a_part_is_none(missing: str) -> None:
    assert by_weight(bangle(**{missing: None})) is None


def test_a_fixed_price_has_no_breakdown() -> None:
    assert by_weight(make_product(pricing=Pricing("fixed"))) is None
    assert by_weight(make_product()) is None


def test_every_price_by_weight_in_the_shop_adds_up(products: dict[str, Product]) -> None:
    found = [parts for one in products.values() if (parts := by_weight(one))]
    assert found
    assert all(parts.adds_up for parts in found)


@given(st.integers(1, 10**6), st.integers(1, 10**5))
def test_metal_cost_is_the_decimal_product_rounded_half_up(per_g: int, hundredths: int) -> None:
    by_hand = (Decimal(per_g) * hundredths / 100).quantize(Decimal(1), ROUND_HALF_UP)
    assert metal_cost(per_g, hundredths / 100) == int(by_hand)


def test_a_fixed_price_is_turned_into_a_price_a_gram() -> None:
    assert price_per_gram(make_product(price=278_000, metal_weight_g=2.72)) == Money(102_206, "CNY")


def test_no_weight_gives_no_price_a_gram() -> None:
    assert price_per_gram(make_product(metal_weight_g=None)) is None
    assert price_per_gram(make_product(metal_weight_g=0.0)) is None


def test_a_price_a_carat_counts_every_stone() -> None:
    stones = (make_stone(carat=0.2), make_stone("ruby", carat=0.1))
    assert price_per_carat(make_product(price=300_000, stones=stones)) == Money(1_000_000, "CNY")


def test_a_stone_of_unknown_weight_gives_no_price_a_carat() -> None:
    stones = (make_stone(carat=0.2), make_stone("ruby", carat=None))
    assert price_per_carat(make_product(stones=stones)) is None
    assert price_per_carat(make_product()) is None


@pytest.mark.parametrize(
    ("purity", "parts"),
    [("18k", 750), ("14k", 585), ("pt950", 950), ("925", 925), ("9999", 999), (None, None)],
)
def test_fineness_is_parts_in_a_thousand(purity: str | None, parts: int | None) -> None:
    assert fineness(purity) == parts


def test_every_purity_of_the_vocabulary_has_a_fineness(vocabulary: object) -> None:
    purities = vocabulary.values("purity")  # type: ignore[attr-defined]
    assert purities
    assert all(fineness(purity) for purity in purities)


def test_grams_of_pure_metal_follow_from_the_fineness() -> None:
    assert pure_metal_g(make_product(purity="18k", metal_weight_g=4.0)) == pytest.approx(3.0)
    assert pure_metal_g(make_product(purity=None)) is None
