"""Staff records from JSON, each field checked; only merchants and staff read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from assistant.catalogue.staff import StaffRecord, Variant
from assistant.errors import CatalogueError
from assistant.money import Money
from assistant.terms import LANGUAGES, Language


def load_staff_records(path: Path) -> dict[str, StaffRecord]:
    """Every record of a JSON Lines file, by product id. Raises CatalogueError at the first that is
    wrong."""
    lines = path.read_text(encoding="utf-8").splitlines()
    records = [
        read_staff_record(row, json.loads(line))
        for row, line in enumerate(lines, start=1)
        if line.strip()
    ]
    return {record.product_id: record for record in records}


def read_staff_record(row: int, record: Mapping[str, object]) -> StaffRecord:
    """One record. Raises CatalogueError(row, field, value)."""
    product_id = record.get("product_id")
    if not isinstance(product_id, str) or not product_id:
        raise CatalogueError(row, "product_id", product_id, "a product's id")
    case = record.get("case_location")
    if case is not None and not isinstance(case, str):
        raise CatalogueError(row, "case_location", case, "a text")
    return StaffRecord(
        product_id,
        tuple(_variants(row, record.get("variants"))),
        case,
        _cost(row, record),
        dict(_talking_points(row, record.get("talking_points"))),
    )


def _variants(row: int, value: object) -> Iterator[Variant]:
    if not isinstance(value, list):
        raise CatalogueError(row, "variants", value, "a list of variants")
    for one in value:
        match one:
            case {"sku": str(sku), "size_mm": None | int() | float() as size, "count": count}:
                if count is not None and (isinstance(count, bool) or not isinstance(count, int)):
                    raise CatalogueError(row, "variants.count", count, "a whole number")
                if count is not None and count < 0:
                    raise CatalogueError(row, "variants.count", count, "a number from 0")
                yield Variant(sku, None if size is None else float(size), count)
            case _:
                raise CatalogueError(row, "variants", one, "sku, size_mm and count")


def _cost(row: int, record: Mapping[str, object]) -> Money | None:
    minor, currency = record.get("cost_minor"), record.get("currency")
    if minor is None:
        return None
    if isinstance(minor, bool) or not isinstance(minor, int) or minor <= 0:
        raise CatalogueError(row, "cost_minor", minor, "a whole number of minor units above zero")
    if not isinstance(currency, str) or len(currency) != 3:
        raise CatalogueError(row, "currency", currency, "an ISO 4217 code such as CNY")
    return Money(minor, currency)


def _talking_points(row: int, value: object) -> Iterator[tuple[Language, tuple[str, ...]]]:
    if not isinstance(value, dict):
        raise CatalogueError(row, "talking_points", value, "lists of sentences by language")
    for language in LANGUAGES:
        points = value.get(language, [])
        if not isinstance(points, list) or not all(isinstance(one, str) for one in points):
            raise CatalogueError(row, f"talking_points.{language}", points, "a list of sentences")
        if points:
            yield language, tuple(points)
