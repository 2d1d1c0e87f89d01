"""The catalogue as JSON Lines in Facet's own form: what ``catalogue.record`` reads, loss-free."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict

from assistant.catalogue.product import Cutout, Pricing, Product, Service, Size
from assistant.catalogue.staff import StaffRecord


def export_lines(products: Iterable[Product]) -> Iterator[str]:
    """One JSON object a product, in order, without line ends. Reading the lines gives the same
    products: ``read_row(1, line, vocabulary) == product``."""
    for product in products:
        yield json.dumps(to_json(product), ensure_ascii=False, allow_nan=False)


def to_json(product: Product) -> dict[str, object]:
    """The record of one product; what is not stated is left out or null, as the reader has it."""
    record: dict[str, object] = {
        "id": product.id,
        "name": dict(product.name),
        "description": dict(product.description),
        "category": product.category,
        "wearer": product.wearer,
        "styles": list(product.styles),
        "occasions": list(product.occasions),
        "metal": product.metal,
        "metal_colour": product.metal_colour,
        "purity": product.purity,
        "plating": product.plating,
        "metal_weight_g": product.metal_weight_g,
        "stones": [asdict(stone) for stone in product.stones],
        "setting": product.setting,
        "clasp": product.clasp,
        "dimensions_mm": dict(product.dimensions_mm),
        "length_mm": product.length_mm,
        "sizes": [_size(size) for size in product.sizes],
        "price_minor": product.price.minor,
        "currency": product.price.currency,
        "nickel": product.nickel,
        "certificate": product.certificate,
        "certificate_number": product.certificate_number,
        "care": dict(product.care),
        "availability": product.availability,
        "lead_time_days": product.lead_time_days,
        "image": product.image,
        "image_alt": dict(product.image_alt),
    }
    return {**record, **_rarely_stated(product)}


def staff_to_json(record: StaffRecord) -> dict[str, object]:
    """The staff's record as ``assets/catalogue/staff.jsonl`` has it; cost is minor units."""
    cost = record.cost
    return {
        "product_id": record.product_id,
        "variants": [asdict(variant) for variant in record.variants],
        "case_location": record.case_location,
        "cost_minor": None if cost is None else cost.minor,
        "currency": None if cost is None else cost.currency,
        "talking_points": {at: list(points) for at, points in record.talking_points.items()},
    }


def _rarely_stated(product: Product) -> Mapping[str, object]:
    """Fields that most records leave out, where they say something."""
    known = {
        "more_images": list(product.more_images),
        "cutout": product.cutout and _cutout(product.cutout),
        "pricing": product.pricing and _pricing(product.pricing),
        "service": None if product.service == Service() else asdict(product.service),
        "post_metal": product.post_metal,
        "hypoallergenic": product.hypoallergenic,
        "brand": product.brand,
        "link": product.link,
        "listed_on": product.listed_on and product.listed_on.isoformat(),
        "tags": list(product.tags),
    }
    return {name: value for name, value in known.items() if value not in (None, [])}


def _size(size: Size) -> dict[str, object]:
    return {size.slot: size.mm, "availability": size.availability}


def _cutout(cutout: Cutout) -> dict[str, object]:
    anchors = {name: list(at) for name, at in cutout.anchors.items()}
    return {"image": cutout.image, "mm_per_px": cutout.mm_per_px, "anchors": anchors}


def _pricing(pricing: Pricing) -> dict[str, object]:
    day = pricing.priced_on
    return {**asdict(pricing), "priced_on": None if day is None else day.isoformat()}
