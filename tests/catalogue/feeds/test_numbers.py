"""Prices, measures and days as merchants write them; what is unclear is refused, never guessed."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.numbers import (
    read_availability,
    read_days,
    read_flag,
    read_measure,
    read_price,
    read_return_days,
    read_stock,
    read_whole,
)
from assistant.catalogue.feeds.sizes import read_size
from assistant.money import Money


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("58", 5800),
        ("58.00", 5800),
        ("58.5", 5850),
        ("1,299", 129900),
        ("1,299.00", 129900),
        ("1.299,00", 129900),
        ("1 299,00", 129900),
        ("1\u00a0299,00", 129900),
        ("1'299.50", 129950),
        ("12,50", 1250),
        ("12,34,567.00", 123456700),
        ("1,234,567", 123456700),
        ("15.00 USD", 1500),
        ("USD 15.00", 1500),
        ("$15", 1500),
        ("US$ 15", 1500),
        ("１５．００", 1500),
    ],
)
def test_a_price_is_read_in_minor_units(cell: str, minor: int) -> None:
    assert read_price(cell, "USD") == Money(minor, "USD")


@pytest.mark.parametrize(
    ("cell", "price"),
    [
        ("¥1,299", Money(129900, "CNY")),
        ("￥399元", Money(39900, "CNY")),
        ("1.28万元", Money(1280000, "CNY")),
        ("人民币 5800", Money(580000, "CNY")),
    ],
)
def test_a_chinese_price(cell: str, price: Money) -> None:
    assert read_price(cell, "CNY") == price


def test_yen_have_no_decimals() -> None:
    assert read_price("¥12,800", "JPY") == Money(12800, "JPY")
    with pytest.raises(Unreadable, match="decimals"):
        read_price("12800.50", "JPY")


@pytest.mark.parametrize(
    "cell",
    ["0", "0.00", "-58", "(58)", "−58", "free", "面议", "58-78", "from 58", "58起", "1.2.3",
     "1,29,9", "58,", "", " ", "1e5", "0x10", "NaN", "inf", "58 58", "9" * 20, "=1+1",
     "89.999", "89.990", "½"],
)  # fmt: skip
def test_what_is_no_price_above_zero_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable):
        read_price(cell, "USD")


def test_thousands_or_decimals_is_asked_not_guessed() -> None:
    with pytest.raises(Unreadable, match="decimal"):
        read_price("1.299", "EUR")
    assert read_price("1.299", "EUR", decimal=",") == Money(129900, "EUR")


def test_a_cell_in_another_currency_than_the_feed_is_refused() -> None:
    with pytest.raises(Unreadable, match="EUR"):
        read_price("€15", "USD")


def test_a_sign_of_two_currencies_needs_the_feeds() -> None:
    with pytest.raises(Unreadable, match="CNY or JPY"):
        read_price("¥15", None)
    assert read_price("15 GBP", None) == Money(1500, "GBP")
    with pytest.raises(Unreadable, match="no currency"):
        read_price("15", None)


@given(st.text(max_size=40))
def test_any_cell_is_a_price_above_zero_or_unreadable(cell: str) -> None:
    try:
        price = read_price(cell, "USD")
    except Unreadable:
        return
    assert price.minor > 0
    assert any(char.isdigit() for char in cell)


@given(st.integers(1, 10**9), st.sampled_from(["{:,.2f}", "{:.2f}", "${:,.2f}", "{:,.2f} USD"]))
def test_a_price_comes_back_as_it_was_written(minor: int, form: str) -> None:
    assert read_price(form.format(Decimal(minor) / 100), "USD").minor == minor


@pytest.mark.parametrize(
    ("cell", "mm"),
    [("2.5 inch", 63.5), ("3/8 inch", 9.525), ('1 1/2"', 38.1), ("20mm", 20.0), ("45 cm", 450.0),
     ("4,5 cm", 45.0), ("16 inches", 406.4), ("½ in", 12.7), ("1½ in.", 38.1), ("50厘米", 500.0)],
)  # fmt: skip
def test_lengths_are_in_millimetres(cell: str, mm: float) -> None:
    assert read_measure(cell, "length") == mm


@pytest.mark.parametrize(
    ("cell", "carat"), [("0.5 ct", 0.5), ("1/4 ctw", 0.25), ("30分", 0.3), ("0.25克拉", 0.25)]
)
def test_stones_are_in_carat(cell: str, carat: float) -> None:
    assert read_measure(cell, "carat") == carat


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("20", "length"), ("20 g", "length"), ("0 mm", "length"), ("16-18 inch", "length"),
     ("1/0 inch", "length"), ("about 20 mm", "length"), ("99999999 cm", "length"),
     ("2 mm", "carat"),
     ("1寸", "length")],
)  # fmt: skip
def test_a_measure_without_a_clear_unit_is_refused(cell: str, kind: str) -> None:
    with pytest.raises(Unreadable):
        read_measure(cell, kind)  # type: ignore[arg-type]


def test_a_columns_unit_serves_bare_numbers_only() -> None:
    assert read_measure("45", "length", "cm") == 450.0
    assert read_measure("45 mm", "length", "cm") == 45.0


@pytest.mark.parametrize(
    ("cell", "days"),
    [("Ships in 1-2 business days", 2), ("Ships overnight", 1), ("Ships in 1 month", 30),
     ("Ships in 2 weeks", 14), ("7个工作日", 7), ("3到5天", 5), ("10", 10)],
)  # fmt: skip
def test_periods_are_in_days_by_their_longer_end(cell: str, days: int) -> None:
    assert read_days(cell) == days


def test_a_return_policy_of_none_is_zero_days_because_it_says_so() -> None:
    assert read_return_days("No return policy") == 0
    assert read_return_days("30 days return policy") == 30
    with pytest.raises(Unreadable):
        read_return_days("ask us")


@pytest.mark.parametrize(
    ("cell", "stock"),
    [("9", (9, "in_stock")), ("1", (1, "last_one")), ("0", (0, "sold_out")),
     ("5.0", (5, "in_stock")), ("-2", (None, "sold_out")), ("10+", (None, "in_stock")),
     ("1,200", (1200, "in_stock")), ("3件", (3, "in_stock")), ("In stock", (None, "in_stock")),
     ("缺货", (None, "sold_out"))],
)  # fmt: skip
def test_a_count_and_what_it_means(cell: str, stock: tuple[int | None, str]) -> None:
    assert read_stock(cell) == stock


def test_availability_in_googles_and_schemas_words() -> None:
    assert read_availability("out_of_stock") == "sold_out"
    assert read_availability("https://schema.org/InStock") == "in_stock"
    assert read_availability("backorder") == "to_order"
    with pytest.raises(Unreadable):
        read_availability("maybe")


@pytest.mark.parametrize(
    ("cell", "unit", "mm"),
    [("7", "us", 54.4), ("US 7", None, 54.4), ("6 1/2", "us", 53.1), ("6½", "us", 53.1),
     ("52 mm", None, 52.0), ("13号", None, 53.0), ("EU 52", None, 52.0), ("N", "uk", 54.0),
     ("UK N½", None, 54.7), ("Size 7", "us", 54.4)],
)  # fmt: skip
def test_ring_sizes_are_inner_circumferences(cell: str, unit: str | None, mm: float) -> None:
    assert read_size(cell, "ring", unit) == mm


@pytest.mark.parametrize(("cell", "mm"), [("58圈口", 58.0), ("56 mm", 56.0), ("2.25 inch", 57.1)])
def test_bangle_sizes_are_inner_diameters(cell: str, mm: float) -> None:
    assert read_size(cell, "bangle", None) == pytest.approx(mm, abs=0.1)


@pytest.mark.parametrize("cell", ["7", "UK 7", "25", "M", "7 inch", "18 mm", "big", "-7", "0"])
def test_a_ring_size_on_no_clear_scale_is_refused(cell: str) -> None:
    with pytest.raises(Unreadable):
        read_size(cell, "ring", None)


@pytest.mark.parametrize("cell", ["One Size", "Adjustable", "均码", "Default Title"])
def test_a_piece_that_fits_all_has_no_size(cell: str) -> None:
    assert read_size(cell, "ring", "us") is None


READERS: list[Callable[[str], object]] = [
    lambda cell: read_measure(cell, "length", "mm"),
    lambda cell: read_measure(cell, "carat", "ct"),
    lambda cell: read_measure(cell, "weight", "g"),
    lambda cell: read_size(cell, "ring", "us"),
    lambda cell: read_size(cell, "bangle", "mm"),
    read_whole,
]


@pytest.mark.parametrize("reader", READERS)
@given(cell=st.text(max_size=30) | st.from_regex(r"[0-9½/.,\- ]{0,8}(mm|in|\"|ct|号)?"))
def test_any_cell_is_a_number_above_zero_or_unreadable(
    reader: Callable[[str], object], cell: str
) -> None:
    try:
        value = reader(cell)
    except Unreadable:
        return
    assert value is None or (isinstance(value, int | float) and value > 0)


@pytest.mark.parametrize("reader", [read_days, read_return_days, read_stock, read_flag])
@given(cell=st.text(max_size=30))
def test_other_readers_raise_nothing_else(reader: Callable[[str], object], cell: str) -> None:
    try:
        reader(cell)
    except Unreadable as error:
        assert str(error)  # noqa: PT017
