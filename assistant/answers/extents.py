"""How wide, high and thick a piece and its stone are by the record, in mm; None: not stated.

A strand's dimensions are its widest cross-section, so that there width is thickness, and only its
length says how large it is; of anything else the depth is (``assets/studio/README.md``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.catalogue.product import Product

_STRANDS = frozenset({"necklace", "bracelet", "anklet"})


def is_strand(product: Product) -> bool:
    """Is it a chain or a string, as long as it is thin?"""
    return product.category in _STRANDS


def width_mm(product: Product) -> float | None:
    """From side to side, as it is worn; of a round piece its diameter."""
    stated = product.dimensions_mm
    return stated.get("width", stated.get("diameter"))


def height_mm(product: Product) -> float | None:
    """From top to bottom, as it is worn; of a round piece its diameter."""
    stated = product.dimensions_mm
    return stated.get("height", stated.get("diameter"))


def thickness_mm(product: Product) -> float | None:
    """What the record calls thickness, else the strand's width or the piece's depth."""
    stated = product.dimensions_mm
    own = "width" if is_strand(product) else "depth"
    return stated.get("thickness", stated.get(own))


def face_mm2(product: Product) -> float | None:
    """Width times height in mm²: how large a piece looks. None of a strand."""
    width, height = width_mm(product), height_mm(product)
    if is_strand(product) or width is None or height is None:
        return None
    return round(width * height, 3)


def stone_mm(product: Product) -> float | None:
    """The longer side of the stone that the piece is known by; of a pearl its diameter."""
    stone = product.main_stone
    sides = [one for one in (stone.length_mm, stone.width_mm) if one] if stone else []
    return max(sides, default=None)


EXTENTS: Mapping[str, Callable[[Product], float | None]] = {
    "width_mm": width_mm,
    "height_mm": height_mm,
    "thickness_mm": thickness_mm,
    "face_mm2": face_mm2,
    "stone_mm": stone_mm,
}
