"""What a record states, field by field: the value for a claim and the words for a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from assistant.answers import extents
from assistant.answers.service_words import (
    dispatch_words,
    pricing_words,
    resizing_words,
    return_words,
)
from assistant.catalogue.product import Product, Size, Stone
from assistant.measures import mm_to_cn_ring, mm_to_us_ring
from assistant.money import format_money
from assistant.terms import Language, Vocabulary, spoken

Value = str | int | float | list[object] | dict[str, object] | None

# Names of the fields in sentences.
FIELD_NAMES: Mapping[str, tuple[str, str]] = {
    "price_minor": ("price", "价格"),
    "category": ("kind", "类别"),
    "metal": ("metal", "材质"),
    "purity": ("purity", "成色"),
    "metal_colour": ("metal colour", "金属颜色"),
    "plating": ("plating", "镀层"),
    "metal_weight_g": ("metal weight", "金属重量"),
    "stone": ("stone", "宝石"),
    "stone_colour": ("stone colour", "宝石颜色"),
    "carat": ("total gem weight", "宝石总重"),
    "origin": ("stone origin", "宝石来源"),
    "treatment": ("treatment", "优化处理"),
    "clarity": ("clarity", "净度"),
    "colour_grade": ("colour grade", "颜色级别"),
    "cut": ("cut", "切割"),
    "setting": ("setting", "镶嵌"),
    "clasp": ("clasp", "扣件"),
    "dimensions_mm": ("dimensions", "尺寸"),
    "length_mm": ("length", "长度"),
    "width_mm": ("width", "宽"),
    "height_mm": ("height", "高"),
    "thickness_mm": ("thickness", "厚"),
    "stone_mm": ("stone across", "主石直径"),
    "sizes": ("sizes", "尺码"),
    "nickel": ("nickel", "镍"),
    "certificate": ("certificate", "证书"),
    "care": ("care", "保养"),
    "availability": ("availability", "库存"),
    "styles": ("style", "风格"),
    "occasions": ("occasion", "场合"),
    "name": ("name", "名称"),
    "description": ("description", "描述"),
    "post_metal": ("ear post", "耳针材质"),
    "pricing": ("how it is priced", "计价方式"),
    "ships_in_days": ("dispatch", "发货"),
    "resizing": ("resizing", "改圈"),
    "return_days": ("returns", "退货"),
    "brand": ("brand", "品牌"),
    "listed_on": ("in our shop since", "上架日期"),
}
# What the understander calls a field, where the record has another name for it.
_ALIASES = {"price": "price_minor"}


@dataclass(frozen=True)
class Facts:
    """States facts of products in either language."""

    vocabulary: Vocabulary

    def value(self, product: Product, field: str) -> Value:
        """The record's value as plain JSON; None: not stated. KeyError for an unknown field."""
        return _VALUES[_ALIASES.get(field, field)](product)

    def words(self, product: Product, field: str, language: Language) -> str | None:
        """The value in words, None where the record does not state it."""
        field = _ALIASES.get(field, field)
        special = _WORDS.get(field)
        if special:
            return special(self, product, language)
        value = _VALUES[field](product)
        if value is None or value == []:
            return None
        slot = _SLOTS.get(field, field)
        terms = value if isinstance(value, list) else [value]
        joiner = ", " if language == "en" else "、"
        return joiner.join(self.vocabulary.label(slot, str(term), language) for term in terms)

    def name(self, field: str, language: Language) -> str:
        """What the field is called."""
        return FIELD_NAMES[_ALIASES.get(field, field)][0 if language == "en" else 1]

    def fields(self) -> Iterator[str]:
        """Every field there is."""
        return iter(_VALUES)

    def metal_words(self, product: Product, language: Language) -> str | None:
        """'18k white gold, rhodium plated'."""
        if product.metal is None:
            return None
        label = self.vocabulary.label
        parts = [metal_name(self.vocabulary, product.metal, product.metal_colour, language)]
        if product.purity:
            parts.insert(0, label("purity", product.purity, language))
        text = (" " if language == "en" else "").join(parts)
        if product.plating and product.plating != "none":
            text += ", " if language == "en" else "，"
            text += label("plating", product.plating, language)
        return text

    def stone_words(self, product: Product, language: Language) -> str | None:
        """'natural blue sapphire', of the stone the piece is known by."""
        stone = product.main_stone
        return self._one_stone(stone, language) if stone else None

    def size_words(self, size: Size, language: Language) -> str:
        """'54.4 mm (US 7, in stock)'."""
        stock = _stock_words(self, size.availability, language) or ""
        scale = ""
        if size.slot == "ring_size_mm":
            us, cn = mm_to_us_ring(size.mm), mm_to_cn_ring(size.mm)
            scale = f"US {us:g}" if language == "en" else f"{cn:g}号"
        known = ", ".join(filter(None, [scale, stock]))
        return f"{size.mm:g} mm ({known})" if known else f"{size.mm:g} mm"

    def _one_stone(self, stone: Stone, language: Language) -> str:
        label = self.vocabulary.label
        parts = []
        if stone.origin and stone.origin != "cultured" and stone.stone not in _ALWAYS_MADE:
            parts.append(label("stone_origin", stone.origin, language))
        parts.append(label("stone", stone.stone, language))
        return (" " if language == "en" else "").join(parts)


# Never found in the ground, or never meant so: their names say it, and 培育 is said of diamonds.
_ALWAYS_MADE = frozenset({"cubic zirconia", "moissanite"})


def metal_name(vocabulary: Vocabulary, metal: str, colour: str | None, language: Language) -> str:
    """'white gold', '玫瑰金'; only gold is named with its colour."""
    name = vocabulary.label("metal", metal, language)
    if metal != "gold" or colour is None:
        return name
    if language == "en":
        return f"{vocabulary.label('metal_colour', colour, language)} {name}"
    return _CHINESE_GOLDS.get(colour, name)


# 白金 could be platinum, so white gold is always 白色K金 here.
_CHINESE_GOLDS = {"rose": "玫瑰金", "white": "白色K金", "yellow": "黄金", "two-tone": "双色金"}


def _main(read: Callable[[Stone], Value]) -> Callable[[Product], Value]:
    return lambda product: read(product.main_stone) if product.main_stone else None


def _both(text: Mapping[Language, str]) -> Value:
    """The texts there are, by language; None where the record has none."""
    return {str(language): words for language, words in text.items()} or None


def _day(product: Product) -> str | None:
    return product.listed_on.isoformat() if product.listed_on else None


def _pricing(product: Product) -> Value:
    how = product.pricing
    if how is None:
        return None
    if how.mode == "fixed":
        return how.mode
    stated = {"metal_minor_per_g": how.metal_minor_per_g, "labour_minor": how.labour_minor}
    return {"mode": how.mode, **stated, "priced_on": how.priced_on and how.priced_on.isoformat()}


def _sizes(product: Product) -> Value:
    return [{size.slot: size.mm, "availability": size.availability} for size in product.sizes]


_VALUES: Mapping[str, Callable[[Product], Value]] = {
    "name": lambda product: _both(product.name),
    "description": lambda product: _both(product.description),
    "price_minor": lambda product: product.price.minor,
    "category": lambda product: product.category,
    "metal": lambda product: product.metal,
    "purity": lambda product: product.purity,
    "metal_colour": lambda product: product.metal_colour,
    "plating": lambda product: product.plating,
    "metal_weight_g": lambda product: product.metal_weight_g,
    "stone": lambda product: product.main_stone.stone if product.main_stone else "none",
    "stone_colour": _main(lambda stone: stone.colour),
    "carat": lambda product: product.total_carat,
    "origin": _main(lambda stone: stone.origin),
    "treatment": _main(lambda stone: stone.treatment),
    "clarity": _main(lambda stone: stone.clarity),
    "colour_grade": _main(lambda stone: stone.colour_grade),
    "cut": _main(lambda stone: stone.cut),
    "setting": lambda product: product.setting,
    "clasp": lambda product: product.clasp,
    "dimensions_mm": lambda product: dict(product.dimensions_mm),
    "length_mm": lambda product: product.length_mm,
    "width_mm": extents.width_mm,
    "height_mm": extents.height_mm,
    "thickness_mm": extents.thickness_mm,
    "stone_mm": extents.stone_mm,
    "sizes": _sizes,
    "nickel": lambda product: None if product.nickel == "not-stated" else product.nickel,
    "certificate": lambda product: product.certificate,
    "care": lambda product: _both(product.care),
    "availability": lambda product: product.availability,
    "styles": lambda product: list(product.styles),
    "occasions": lambda product: list(product.occasions),
    "post_metal": lambda product: product.post_metal,
    "pricing": _pricing,
    "ships_in_days": lambda product: product.service.ships_in_days,
    "resizing": lambda product: product.service.resizing,
    "return_days": lambda product: product.service.return_days,
    "brand": lambda product: product.brand,
    "listed_on": _day,
}
_SLOTS = {
    "styles": "style",
    "occasions": "occasion",
    "origin": "stone_origin",
    "post_metal": "metal",
}


def _unit(value: float | None, unit: str) -> str | None:
    return None if value is None else f"{value:g} {unit}"


def _size_words(facts: Facts, product: Product, language: Language) -> str | None:
    sizes = [facts.size_words(size, language) for size in product.sizes]
    return (", " if language == "en" else "、").join(sizes) or None


def _dimension_words(facts: Facts, product: Product, language: Language) -> str | None:
    del facts, language
    if not product.dimensions_mm:
        return None
    return " x ".join(f"{mm:g}" for mm in product.dimensions_mm.values()) + " mm"


def _stock_words(facts: Facts, availability: str | None, language: Language) -> str | None:
    return availability and facts.vocabulary.label("availability", availability, language)


def _availability_words(facts: Facts, product: Product, language: Language) -> str | None:
    text = _stock_words(facts, product.availability, language)
    if text and product.lead_time_days:
        days = product.lead_time_days
        text += f", {days} days" if language == "en" else f"，约{days}天"
    return text


def _all_stones(facts: Facts, product: Product, language: Language) -> str | None:
    joiner = ", " if language == "en" else "、"
    names = dict.fromkeys(facts._one_stone(stone, language) for stone in product.stones)
    return joiner.join(names) or facts.vocabulary.label("stone", "none", language)


_WORDS: Mapping[str, Callable[[Facts, Product, Language], str | None]] = {
    "name": lambda _, product, language: spoken(product.name, language),
    "description": lambda _, product, language: spoken(product.description, language) or None,
    "price_minor": lambda _, product, __: format_money(product.price),
    "metal": lambda facts, product, language: facts.metal_words(product, language),
    "metal_weight_g": lambda _, product, __: _unit(product.metal_weight_g, "g"),
    "carat": lambda _, product, __: _unit(product.total_carat, "ct"),
    "stone": _all_stones,
    "clarity": lambda _, p, __: p.main_stone.clarity if p.main_stone else None,
    "colour_grade": lambda _, p, __: p.main_stone.colour_grade if p.main_stone else None,
    "dimensions_mm": _dimension_words,
    "length_mm": lambda _, product, __: _unit(product.length_mm, "mm"),
    "width_mm": lambda _, product, __: _unit(extents.width_mm(product), "mm"),
    "height_mm": lambda _, product, __: _unit(extents.height_mm(product), "mm"),
    "thickness_mm": lambda _, product, __: _unit(extents.thickness_mm(product), "mm"),
    "stone_mm": lambda _, product, __: _unit(extents.stone_mm(product), "mm"),
    "sizes": _size_words,
    "care": lambda _, product, language: spoken(product.care, language) or None,
    "availability": _availability_words,
    "pricing": lambda _, product, language: pricing_words(product, language),
    "ships_in_days": lambda _, product, language: dispatch_words(product, language),
    "resizing": lambda _, product, language: resizing_words(product, language),
    "return_days": lambda _, product, language: return_words(product, language),
    "listed_on": lambda _, product, __: _day(product),
}
