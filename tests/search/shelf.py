"""Small products for tests: a plain yellow gold ring, changed field by field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from assistant.catalogue.product import Product, Size, Stone
from assistant.money import Money

PLAIN_RING = Product(
    id="T-001",
    name={"en": "Plain Test Ring", "zh": "素面试戒"},
    description={"en": "A plain band.", "zh": "素面戒臂。"},
    category="ring",
    wearer="unisex",
    styles=("classic",),
    occasions=("everyday",),
    metal="gold",
    metal_colour="yellow",
    purity="18k",
    plating="none",
    metal_weight_g=3.0,
    stones=(),
    setting=None,
    clasp=None,
    dimensions_mm={"width": 20.0, "height": 22.0, "depth": 3.0},
    length_mm=None,
    sizes=(Size("ring_size_mm", 54.4, "in_stock"),),
    price=Money(300_000, "CNY"),
    nickel="nickel-free",
    certificate=None,
    certificate_number=None,
    care={"en": "Wipe with a soft cloth.", "zh": "用软布擦拭。"},
    availability="in_stock",
    lead_time_days=None,
    image="pictures/T-001.jpg",
    image_alt={"en": "A plain ring.", "zh": "一枚素戒。"},
)


def make_product(product_id: str = "T-001", **fields: Any) -> Product:
    """The plain ring with these fields changed; a bare int price is CNY minor units."""
    if isinstance(fields.get("price"), int):
        fields["price"] = Money(fields["price"], "CNY")
    name = fields.pop("name", {"en": f"Piece {product_id}", "zh": f"{product_id}号作品"})
    return replace(PLAIN_RING, id=product_id, name=name, **fields)


def make_stone(stone: str = "diamond", **fields: Any) -> Stone:
    """One natural, colourless, round stone of one carat."""
    defaults: dict[str, Any] = {
        "colour": "colourless",
        "cut": "round",
        "count": 1,
        "carat": 1.0,
        "length_mm": None,
        "width_mm": None,
        "origin": "natural",
        "treatment": None,
        "colour_grade": None,
        "clarity": None,
        "cut_grade": None,
    }
    return Stone(stone, **(defaults | fields))
