"""A design and its measured solids -> one row of `products.jsonl`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from assets.studio.build import Measured, build, measure
from assets.studio.care import care
from assets.studio.designs import Design, Stone, read_designs
from assets.studio.pricing import price_minor
from assets.studio.wording import describe, image_alt

CATALOGUE_DIR = Path(__file__).parent.parent / "catalogue"
PRODUCTS_PATH = CATALOGUE_DIR / "products.jsonl"
WEIGHED_IN_MM = {
    "jadeite",
    "nephrite",
    "akoya pearl",
    "freshwater pearl",
    "south sea pearl",
    "tahitian pearl",
}
Row = dict[str, Any]


def record(design: Design) -> Row:
    """The public row of one piece; its geometry is built to weigh it."""
    measured = measure(design, build(design))
    stated = [stated_carat(s, c) for s, c in zip(design.stones, measured.carats, strict=True)]
    weight_g = None if measured.metal_g is None else round(measured.metal_g, 2)
    metal, sale = design.metal, design.sale
    availability = sale.get("availability", "in_stock")
    return {
        "id": design.id,
        "name": dict(design.name),
        "description": describe(design, stated),
        "category": design.category,
        "wearer": sale["wearer"],
        "styles": sale["styles"],
        "occasions": sale["occasions"],
        "metal": metal.metal,
        "metal_colour": metal.colour,
        "purity": metal.purity,
        "plating": metal.plating,
        "metal_weight_g": weight_g,
        "stones": [
            stone_row(outer_size(design, s, measured), c)
            for s, c in zip(design.stones, stated, strict=True)
        ],
        "setting": design.setting,
        "clasp": design.clasp,
        "dimensions_mm": dimensions(measured),
        "length_mm": design.shape.get("length_mm"),
        "sizes": size_rows(design),
        "price_minor": price_minor(design, weight_g or 0.0, list(measured.carats)),
        "currency": "CNY",
        "nickel": sale.get("nickel", nickel(design)),
        "certificate": sale.get("certificate"),
        "certificate_number": None,
        "care": care(design),
        "availability": availability,
        "lead_time_days": sale["lead_time_days"] if availability == "to_order" else None,
        "image": f"pictures/{design.id}.jpg",
        "image_alt": image_alt(design),
    }


def dimensions(measured: Measured) -> dict[str, float]:
    width, height, depth = measured.sides_mm
    return {"width": round(width, 1), "height": round(height, 1), "depth": round(depth, 1)}


def stated_carat(stone: Stone, carat: float) -> float | None:
    """Carats for stones sold by weight; jade, pearls, beads and carvings are sold by size."""
    if stone.stone in WEIGHED_IN_MM or stone.cut in ("bead", "carved"):
        return None
    return round(carat, 2)


def outer_size(design: Design, stone: Stone, measured: Measured) -> Stone:
    """A bangle cut whole from stone is as long as its outer diameter measures."""
    if design.category == "bangle" and stone.cut == "carved":
        return replace(stone, length_mm=round(max(measured.sides_mm), 1))
    return stone


def stone_row(stone: Stone, carat: float | None) -> Row:
    return {
        "stone": stone.stone,
        "colour": stone.colour,
        "cut": stone.cut,
        "count": stone.count,
        "carat": carat,
        "length_mm": stone.length_mm,
        "width_mm": stone.width_mm,
        "origin": stone.origin,
        "treatment": stone.treatment,
        "colour_grade": stone.colour_grade,
        "clarity": stone.clarity,
        "cut_grade": stone.cut_grade,
    }


def size_rows(design: Design) -> list[Row]:
    """Sizes with availability: inner circumference for rings, inner diameter for bangles."""
    key = "ring_size_mm" if design.category == "ring" else "bangle_mm"
    sizes = design.sale.get("sizes", {})
    return [{key: size, "availability": availability} for size, availability in sizes.items()]


def nickel(design: Design) -> str:
    """What can be said of nickel from the alloy alone; lower gold alloys, plating and steel stay
    open or low.
    """
    metal = design.metal
    if metal.metal is None or metal.metal in ("titanium", "platinum", "palladium"):
        return "nickel-free"
    if metal.plating not in ("none", "rhodium") or metal.metal == "tungsten":
        return "not-stated"
    if metal.metal == "silver":
        return "nickel-free"
    if metal.metal == "gold":
        if metal.colour in ("white", "two-tone"):
            return "low-release" if metal.purity == "18k" else "not-stated"
        return "nickel-free" if metal.purity in ("18k", "22k", "990", "999") else "not-stated"
    return "low-release"


def write_records(path: Path = PRODUCTS_PATH) -> list[Row]:
    """All rows, written as UTF-8 JSON Lines."""
    rows = [record(design) for design in read_designs()]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
    return rows
