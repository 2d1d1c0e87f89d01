"""Designs and their measured solids -> the rows of `products.jsonl` and `staff.jsonl`.

A piece is written once its front picture is there, so that the catalogue is whole at every commit;
`write_records` says which pieces wait.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assets.studio.build import Measured, build, measure
from assets.studio.care import care
from assets.studio.designs import Design, Stone, read_designs
from assets.studio.fittings import Part
from assets.studio.frames import assign_frames
from assets.studio.pricing import price
from assets.studio.service import availability, hypoallergenic, nickel, post_metal, service
from assets.studio.staff import staff_record
from assets.studio.terms import BIRTHSTONES
from assets.studio.wording import describe, image_alt

CATALOGUE_DIR = Path(__file__).parent.parent / "catalogue"
PRODUCTS_PATH = CATALOGUE_DIR / "products.jsonl"
STAFF_PATH = CATALOGUE_DIR / "staff.jsonl"
CUTOUTS_PATH = CATALOGUE_DIR / "cutouts.json"
PICTURES = ("pictures/{id}.jpg", "pictures/{id}-angle.webp", "cutouts/{id}.webp")
WEIGHED_IN_MM = {
    "jadeite",
    "nephrite",
    "akoya pearl",
    "freshwater pearl",
    "south sea pearl",
    "tahitian pearl",
}
Row = dict[str, Any]
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Made:
    """One piece as it will be written, but for its pictures. ``carats`` are the measured ones, jade
    and beads among them, which the record leaves out.
    """

    design: Design
    row: Row
    carats: tuple[float, ...]


@dataclass(frozen=True)
class Catalogue:
    """The rows of all pieces that are pictured, and the ids of those that wait."""

    products: list[Row]
    staff: list[Row]
    waiting: list[str]


def make(designs: list[Design]) -> list[Made]:
    """Every piece, built, weighed and described; the solids of a geometry are built once."""
    frames = assign_frames(designs)
    built: tuple[str, list[Part]] = ("", [])
    made = []
    for design in designs:
        if built[0] != design.geometry:
            built = (design.geometry, build(design))
        measured = measure(design, built[1])
        row = public_row(design, measured)
        row["description"] = describe(design, row, frames[design.id])
        made.append(Made(design, row, measured.carats))
    return made


def publish(made: list[Made], folder: Path = CATALOGUE_DIR) -> Catalogue:
    """What can be written with the pictures in ``folder``."""
    cutouts = read_cutouts(folder)
    shown = [one for one in made if is_pictured(one.design.id, folder, cutouts)]
    families: dict[str, list[Row]] = {}
    for one in shown:
        families.setdefault(one.design.geometry, []).append(one.row)
    named = {one.design.id for one in shown}
    return Catalogue(
        [{**one.row, **pictures(one.design.id, cutouts)} for one in shown],
        [
            staff_record(one.design, one.row, one.carats, families[one.design.geometry])
            for one in shown
        ],
        [one.design.id for one in made if one.design.id not in named],
    )


def public_row(design: Design, measured: Measured) -> Row:
    """The fields that hang neither on other pieces nor on pictures."""
    stated = [stated_carat(s, c) for s, c in zip(design.stones, measured.carats, strict=True)]
    weight_g = None if measured.metal_g is None else round(measured.metal_g, 2)
    metal, sale = design.metal, design.sale
    asked = price(design, weight_g or 0.0, list(measured.carats))
    offered = availability(design)
    return {
        "id": design.id,
        "name": dict(design.name),
        "description": {},
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
        "price_minor": asked.minor,
        "currency": "CNY",
        "pricing": asked.pricing,
        "nickel": nickel(design),
        "post_metal": post_metal(design),
        "hypoallergenic": hypoallergenic(design),
        "certificate": sale.get("certificate"),
        "certificate_number": f"DEMO-{design.id}" if sale.get("certificate") else None,
        "care": care(design),
        "service": service(design),
        "availability": offered,
        "lead_time_days": sale["lead_time_days"] if offered == "to_order" else None,
        "brand": None,
        "listed_on": sale["listed"].isoformat(),
        "tags": tags(design),
        "image_alt": image_alt(design),
    }


def tags(design: Design) -> list[str]:
    """The design's own words, then the month that the main stone is given for."""
    words = list(design.sale.get("tags", []))
    if design.stones and (month := BIRTHSTONES.get(design.stones[0].stone)):
        words += [f"{month[0]} birthstone", f"{month[1]}生辰石"]
    return words


def is_pictured(product_id: str, folder: Path, cutouts: Row) -> bool:
    """Whether all three of a piece's pictures are there: a shop shows no half-made piece."""
    files = [file.format(id=product_id) for file in PICTURES]
    return product_id in cutouts and all((folder / file).exists() for file in files)


def pictures(product_id: str, cutouts: Row) -> Row:
    """The fields that name picture files."""
    front, angle, _ = (file.format(id=product_id) for file in PICTURES)
    return {"image": front, "more_images": [angle], "cutout": cutouts[product_id]}


def read_cutouts(folder: Path) -> Row:
    """Product id -> image, mm_per_px and anchors, where `render` has cut the pieces out."""
    path = folder / CUTOUTS_PATH.name
    cutouts: Row = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return cutouts


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


def write_records(folder: Path = CATALOGUE_DIR) -> list[Row]:
    """All rows that can be written, as UTF-8 JSON Lines; returns the public ones."""
    catalogue = publish(make(read_designs()), folder)
    write_lines(folder / PRODUCTS_PATH.name, catalogue.products)
    write_lines(folder / STAFF_PATH.name, catalogue.staff)
    if catalogue.waiting:
        log.info("%d wait for a picture: %s", len(catalogue.waiting), " ".join(catalogue.waiting))
    return catalogue.products


def write_lines(path: Path, rows: list[Row]) -> None:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    path.write_text(text, encoding="utf-8")
