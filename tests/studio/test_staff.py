"""The staff's records: counts that agree with the shelf, costs below prices, true arguments."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from assets.studio.records import PRODUCTS_PATH, STAFF_PATH, Made
from assets.studio.staff import count, staff_record, talking_points, variants

Row = dict[str, Any]
PRODUCTS: list[Row] = [json.loads(line) for line in PRODUCTS_PATH.open(encoding="utf-8")]
STAFF: list[Row] = [json.loads(line) for line in STAFF_PATH.open(encoding="utf-8")]
BY_ID = {row["id"]: row for row in PRODUCTS}
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def test_every_product_has_its_staff_record() -> None:
    assert [row["product_id"] for row in STAFF] == [row["id"] for row in PRODUCTS]


def test_nothing_of_the_staff_is_public() -> None:
    text = PRODUCTS_PATH.read_text(encoding="utf-8")
    for key in ("cost", "margin", "talking_points", "case_location", "sku", "variants"):
        assert key not in text
    for row in STAFF:
        for point in (*row["talking_points"]["en"], *row["talking_points"]["zh"]):
            assert point not in text


def test_costs_lie_below_prices() -> None:
    for row in STAFF:
        product = BY_ID[row["product_id"]]
        assert row["currency"] == product["currency"]
        assert 0 < row["cost_minor"] < product["price_minor"], row["product_id"]


def test_counts_say_what_the_public_word_says() -> None:
    for row in STAFF:
        product = BY_ID[row["product_id"]]
        offered = [size["availability"] for size in product["sizes"]] or [product["availability"]]
        counts = [variant["count"] for variant in row["variants"]]
        for availability, counted in zip(offered, counts, strict=True):
            allowed = {"in_stock": range(2, 7), "last_one": [1], "to_order": [0], "sold_out": [0]}
            assert counted in allowed[availability], row["product_id"]


def test_skus_are_unique_and_sizes_are_the_products() -> None:
    skus = [variant["sku"] for row in STAFF for variant in row["variants"]]
    assert len(skus) == len(set(skus))
    for row in STAFF:
        sizes = [
            size.get("ring_size_mm", size.get("bangle_mm"))
            for size in BY_ID[row["product_id"]]["sizes"]
        ]
        assert [variant["size_mm"] for variant in row["variants"]] == (sizes or [None])


def test_talking_points_come_in_pairs_and_repeat_no_foreign_number() -> None:
    for row in STAFF:
        points = row["talking_points"]
        assert len(points["en"]) == len(points["zh"]) in (2, 3), row["product_id"]
        for english, chinese in zip(points["en"], points["zh"], strict=True):
            digits = [NUMBER.findall(text.replace("18K", "18k")) for text in (english, chinese)]
            months = ("birthstone" in english) or "Fine" in english
            assert months or sorted(digits[0]) == sorted(digits[1]), (english, chinese)


def test_what_lies_in_the_shop_has_a_case_shelf_and_tray() -> None:
    for row in STAFF:
        if not sum(variant["count"] for variant in row["variants"]):
            assert row["case_location"] is None, row["product_id"]
            continue
        assert re.fullmatch(r"(safe )?[A-H][1-4]-\d\d", row["case_location"]), row["product_id"]


@pytest.mark.parametrize(
    ("availability", "fewest", "most"),
    [("in_stock", 2, 6), ("last_one", 1, 1), ("to_order", 0, 0), ("sold_out", 0, 0)],
)
def test_counts_by_availability(availability: str, fewest: int, most: int) -> None:
    counts = {count(f"R-{number:03d}", availability) for number in range(60)}
    assert (min(counts), max(counts)) == (fewest, most)


def test_a_piece_without_sizes_has_one_variant() -> None:
    assert variants({"id": "N-001", "sizes": [], "availability": "last_one"}) == [
        {"sku": "N-001", "size_mm": None, "count": 1}
    ]


def test_another_metal_of_the_same_design_is_an_argument(made: list[Made]) -> None:
    row = next(one.row for one in made if one.design.id == "R-004")
    rose = {**row, "id": "R-999", "metal_colour": "rose"}
    points = list(talking_points(row, [row, rose]))
    assert (
        "The same design comes in 18k rose gold: R-999.",
        "同款另有18K玫瑰金：R-999。",
    ) in points
    assert not any("same design" in english for english, _ in talking_points(row, [row]))


def test_every_design_can_be_bought_above_its_cost(made: list[Made]) -> None:
    for one in made:
        staff = staff_record(one.design, one.row, one.carats, [one.row])
        share = staff["cost_minor"] / one.row["price_minor"]
        assert 0.2 < share < 0.98, (one.design.id, share)
        assert len(staff["talking_points"]["en"]) >= 2, one.design.id
