"""Staff records come back from JSON as they were, and a wrong one is named."""

from __future__ import annotations

import json
from typing import Any

import pytest

from assistant.catalogue.feeds.export import staff_to_json
from assistant.catalogue.product import Product
from assistant.catalogue.staff_file import load_staff_records, read_staff_record
from assistant.errors import CatalogueError
from assistant.money import Money
from tests.reading import ASSETS

STAFF = ASSETS / "catalogue" / "staff.jsonl"
FIRST: dict[str, Any] = json.loads(STAFF.read_text(encoding="utf-8").splitlines()[0])


def test_every_starter_piece_has_a_record_with_a_margin(products: dict[str, Product]) -> None:
    records = load_staff_records(STAFF)
    assert records.keys() == products.keys()
    for product in products.values():
        margin = records[product.id].margin(product.price)
        assert margin is not None
        assert 0 < margin < 1


def test_a_record_survives_json() -> None:
    for record in load_staff_records(STAFF).values():
        assert read_staff_record(1, staff_to_json(record)) == record


def test_a_cost_in_another_currency_gives_no_margin() -> None:
    record = read_staff_record(1, {**FIRST, "currency": "USD"})
    assert record.margin(Money(100_000, "CNY")) is None


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("product_id", "", "product_id"),
        ("case_location", 3, "case_location"),
        ("cost_minor", 0, "cost_minor"),
        ("currency", "yuan", "currency"),
        ("variants", "three", "variants"),
        ("variants", [{"sku": "A"}], "variants"),
        ("variants", [{"sku": "A", "size_mm": None, "count": -1}], "variants.count"),
        ("talking_points", {"en": "one sentence"}, "talking_points.en"),
    ],
)
def test_a_wrong_field_is_named(field: str, value: object, named: str) -> None:
    with pytest.raises(CatalogueError) as caught:
        read_staff_record(7, {**FIRST, field: value})
    assert (caught.value.row, caught.value.field) == (7, named)
