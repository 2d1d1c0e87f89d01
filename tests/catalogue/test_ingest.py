"""A wrong row is named by row, field and value, and the rest of the shop opens."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue.ingest import load_catalogue, read_catalogue
from assistant.errors import CatalogueError
from assistant.terms import Vocabulary
from tests.reading import ASSETS

SOURCE = ASSETS / "catalogue" / "products.jsonl"


def rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in SOURCE.read_text(encoding="utf-8").splitlines()]


def write(path: Path, records: list[Any]) -> Path:
    lines = [one if isinstance(one, str) else json.dumps(one) for one in records]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("field", "value", "named"),
    [
        ("metal", "unobtainium", "metal"),
        ("price_minor", -5, "price_minor"),
        ("price_minor", "4980", "price_minor"),
        ("currency", "yuan", "currency"),
        ("name", {"en": "English", "zh": ""}, "name.zh"),
        ("name", {}, "name"),
        ("service", {"return_days": -1}, "service.return_days"),
        ("pricing", {"mode": "by mood"}, "pricing.mode"),
        (
            "cutout",
            {"image": "a.webp", "mm_per_px": 0.1, "anchors": {"top": [1]}},
            "cutout.anchors.top",
        ),
        ("id", "R 1/..", "id"),
        ("availability", "maybe", "availability"),
        ("metal_weight_g", 0, "metal_weight_g"),
        ("stones", [{"stone": "kryptonite", "count": 1}], "stones.stone"),
        ("stones", [{"stone": "diamond", "count": 0}], "stones.count"),
        ("sizes", [{"ring_size_mm": -1, "availability": "in_stock"}], "sizes.ring_size_mm"),
        ("styles", "vintage", "styles"),
        ("nickel", "a little", "nickel"),
        ("id", "", "id"),
    ],
)
def test_a_wrong_field_is_named(
    tmp_path: Path, vocabulary: Vocabulary, field: str, value: object, named: str
) -> None:
    first, second = rows()[:2]
    path = write(tmp_path / "products.jsonl", [first, {**second, field: value}])
    with pytest.raises(CatalogueError) as caught:
        load_catalogue(path, vocabulary)
    assert (caught.value.row, caught.value.field) == (2, named)
    assert "expected" in str(caught.value)


def test_the_rest_of_the_shop_opens(tmp_path: Path, vocabulary: Vocabulary) -> None:
    first, second, third = rows()[:3]
    path = write(
        tmp_path / "p.jsonl", [first, {**second, "metal": "tin"}, "not json", third, first]
    )
    report = read_catalogue(path, vocabulary)
    assert [one.id for one in report.products] == [first["id"], third["id"]]
    assert [(one.row, one.field) for one in report.errors] == [
        (2, "metal"),
        (3, "(row)"),
        (5, "id"),
    ]


def test_every_row_of_the_starter_catalogue_is_sound(vocabulary: Vocabulary) -> None:
    report = read_catalogue(SOURCE, vocabulary)
    assert report.errors == ()
    assert len(report.products) >= 60
