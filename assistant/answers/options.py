"""The values of a wish slot: which a record has, and how one is named to tap or to count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from assistant.catalogue.product import Product, Stone
from assistant.measures import RING_SCALES, RingScale, mm_to_ring, ring_to_mm
from assistant.terms import Language, Vocabulary

_SCALES: Mapping[RingScale, tuple[str, str]] = {
    "us": ("US size {}", "美码{}号"),
    "uk": ("UK size {}", "英码{}"),
    "eu": ("EU size {}", "欧码{}"),
    "jp": ("Japanese size {}", "日码{}号"),
    "cn": ("mainland Chinese size {}", "内地{}号"),
    "hk": ("Hong Kong size {}", "港码{}号"),
    "it": ("Italian size {}", "意码{}号"),
}


def slot_values(product: Product, slot: str) -> tuple[str, ...]:
    """Every value of a wish slot in the record, its main one first; empty where not stated."""
    read = _VALUES.get(slot)
    return tuple(dict.fromkeys(read(product))) if read else ()


def option_words(vocabulary: Vocabulary, slot: str, option: str, language: Language) -> str:
    """An option in words: a term, a size ('54.4' is US 7 too), one reading of an ambiguous word
    ('gold+white', 'cn:12')."""
    if "+" in option:
        return _metal_words(vocabulary, option, language)
    scale, colon, size = option.partition(":")
    if colon and scale in RING_SCALES:
        return _scale_words(scale, size, language)
    if slot == "ring_size_mm":
        return _ring_words(option, language)
    if slot in ("bangle_mm", "length_mm"):
        return f"{option} mm"
    if slot == "stone" and option == "none":
        return "no stone" if language == "en" else "不镶宝石"
    return vocabulary.label(slot, option, language)


def _metal_words(vocabulary: Vocabulary, option: str, language: Language) -> str:
    metal, _, colour = option.partition("+")
    name = vocabulary.label("metal", metal, language)
    tint = vocabulary.label("metal_colour", colour, language)
    return f"{tint} {name}" if language == "en" else f"{tint}K{name}"


def _scale_words(scale: RingScale | str, size: str, language: Language) -> str:
    """'mainland Chinese size 12 (52 mm inside)'."""
    known = next(one for one in RING_SCALES if one == scale)
    named = _SCALES[known][0 if language == "en" else 1].format(size)
    try:
        low, high = ring_to_mm(known, size)
    except ValueError:
        return named
    inside = f"{low:.1f}" if low == high else f"{low:.1f}-{high:.1f}"
    return f"{named} ({inside} mm inside)" if language == "en" else f"{named}（内周{inside} mm）"


def _ring_words(option: str, language: Language) -> str:
    try:
        size_mm = float(option)
    except ValueError:
        return option
    scale: RingScale = "us" if language == "en" else "cn"
    size = mm_to_ring(scale, size_mm)
    if size is None:
        return f"{size_mm:g} mm"
    return f"US {size} / {size_mm:g} mm" if language == "en" else f"{size}号/{size_mm:g} mm"


def _stated(value: str | None) -> list[str]:
    return [] if value is None else [value]


def _of_stones(read: Callable[[Stone], str | None], product: Product) -> list[str]:
    return [value for stone in product.stones if (value := read(stone)) is not None]


def _sizes(slot: str, product: Product) -> list[str]:
    return [f"{size.mm:g}" for size in product.sizes if size.slot == slot]


_VALUES: Mapping[str, Callable[[Product], list[str]]] = {
    "category": lambda product: [product.category],
    "metal": lambda product: _stated(product.metal),
    "metal_colour": lambda product: _stated(product.metal_colour),
    "purity": lambda product: _stated(product.purity),
    "plating": lambda product: _stated(product.plating),
    "setting": lambda product: _stated(product.setting),
    "clasp": lambda product: _stated(product.clasp),
    "certificate": lambda product: _stated(product.certificate),
    "style": lambda product: list(product.styles),
    "occasion": lambda product: list(product.occasions),
    "recipient": lambda product: _stated(product.wearer),
    "stone": lambda product: [stone.stone for stone in product.stones] or ["none"],
    "stone_colour": partial(_of_stones, lambda stone: stone.colour),
    "cut": partial(_of_stones, lambda stone: stone.cut),
    "stone_origin": partial(_of_stones, lambda stone: stone.origin),
    "treatment": partial(_of_stones, lambda stone: stone.treatment),
    "ring_size_mm": partial(_sizes, "ring_size_mm"),
    "bangle_mm": partial(_sizes, "bangle_mm"),
    "length_mm": lambda product: _stated(
        None if product.length_mm is None else f"{product.length_mm:g}"
    ),
}
