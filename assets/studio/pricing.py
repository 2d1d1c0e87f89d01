"""A retail price from what the piece is made of, by the shop's asking rates.

Fine gold, 22k wedding gold and bare silver or platinum are sold by weight: the day's price of the
metal times its grams, plus labour, to the fen. Everything else has a fixed price, rounded to a
retail point. Nothing here is a cost or a margin. Rates are CNY; jade is priced by eye, so its
designs state `value_cny`.
"""

from __future__ import annotations

from dataclasses import dataclass

from assets.studio.designs import Design, Stone

PRICED_ON = "2026-11-20"  # the day of every metal price below; invented, as the shop is
BY_WEIGHT_CNY_G = {  # whole yuan a gram, so that hundredths of a gram give whole fen
    ("gold", "22k"): 1081, ("gold", "990"): 1168, ("gold", "999"): 1179, ("gold", "9999"): 1180,
    ("silver", "925"): 15, ("silver", "990"): 16, ("silver", "999"): 16,
    ("platinum", "pt900"): 530, ("platinum", "pt950"): 560, ("platinum", "pt990"): 583,
    ("platinum", "pt999"): 588,
}  # fmt: skip

FINE_GOLD_CNY_G = 1180.0
FINENESS = {
    "9k": 0.375, "10k": 0.417, "14k": 0.585, "18k": 0.75, "22k": 0.916, "990": 0.99, "999": 0.999,
    "9999": 0.9999,
}  # fmt: skip
METAL_CNY_G = {
    "silver": 16.0, "platinum": 560.0, "palladium": 480.0, "titanium": 8.0, "tungsten": 6.0,
    "stainless steel": 1.2, "brass": 0.6, "copper": 0.8,
}  # fmt: skip
CARAT_CNY = {  # one carat of a stone of about one carat
    "moissanite": 420.0, "cubic zirconia": 12.0, "ruby": 13000.0, "sapphire": 7800.0,
    "emerald": 9800.0, "amethyst": 110.0, "citrine": 100.0, "garnet": 220.0, "aquamarine": 900.0,
    "morganite": 1100.0, "topaz": 160.0, "peridot": 420.0, "opal": 900.0, "turquoise": 40.0,
    "tourmaline": 900.0, "tanzanite": 2600.0, "onyx": 4.0, "agate": 4.0, "moonstone": 60.0,
    "lapis lazuli": 9.0, "amber": 90.0, "coral": 300.0, "spinel": 2400.0, "malachite": 12.0,
    "rose quartz": 20.0, "labradorite": 30.0, "alexandrite": 16000.0, "iolite": 180.0,
    "zircon": 600.0, "quartz": 12.0,
}  # fmt: skip
NATURAL_DIAMOND_CNY = [
    (0.03, 6500),
    (0.08, 8500),
    (0.2, 11000),
    (0.4, 17000),
    (0.7, 26000),
    (1.0, 38000),
    (9.9, 46000),
]
LABORATORY_DIAMOND_CNY = [(0.03, 1600), (0.12, 1500), (0.4, 1900), (0.9, 3400), (9.9, 5200)]
COLOUR_FACTOR = {"D": 1.35, "E": 1.22, "F": 1.12, "G": 1.0, "H": 0.9, "I": 0.78}
CLARITY_FACTOR = {"VVS1": 1.25, "VVS2": 1.18, "VS1": 1.07, "VS2": 1.0, "SI1": 0.85}
PEARL_CNY = {  # one pearl of the stated width in mm; value grows with the cube of the width
    "akoya pearl": (330.0, 7.5), "freshwater pearl": (38.0, 7.5), "south sea pearl": (2400.0, 10.5),
    "tahitian pearl": (1150.0, 10.5),
}  # fmt: skip


def stone_value(stone: Stone, carat_total: float) -> float:
    """CNY for a group of stones."""
    if stone.stone in PEARL_CNY:
        value, width = PEARL_CNY[stone.stone]
        return stone.count * value * (stone.width_mm / width) ** 3
    if stone.stone in ("jadeite", "nephrite"):
        return 0.0
    each = carat_total / stone.count
    if stone.stone == "diamond":
        rates = LABORATORY_DIAMOND_CNY if stone.origin == "laboratory" else NATURAL_DIAMOND_CNY
        rate = next(value for limit, value in rates if each <= limit)
        grade = COLOUR_FACTOR.get(stone.colour_grade or "G", 0.8) * CLARITY_FACTOR.get(
            stone.clarity or "VS2", 0.8
        )
        return rate * grade * carat_total
    size = max(0.35, min(2.0, each)) ** 0.5 if CARAT_CNY[stone.stone] > 400 else 1.0
    return CARAT_CNY[stone.stone] * size * carat_total


def metal_value(design: Design, weight_g: float) -> float:
    """CNY for the metal."""
    metal = design.metal
    if metal.metal is None:
        return 0.0
    if metal.metal == "gold":
        return weight_g * FINE_GOLD_CNY_G * FINENESS[str(metal.purity)]
    return weight_g * METAL_CNY_G[metal.metal]


@dataclass(frozen=True)
class Price:
    """The asking price in fen and how it came about, as `pricing` of the record has it."""

    minor: int
    pricing: dict[str, str | int]


def price(design: Design, weight_g: float, carats: list[float]) -> Price:
    """The asking price. ``weight_g`` is the stated weight, to a hundredth of a gram."""
    labour = float(design.sale["workmanship"])
    if is_by_weight(design):
        metal = design.metal
        rate_cny = BY_WEIGHT_CNY_G[str(metal.metal), str(metal.purity)]
        labour_minor = round(labour * 100)
        minor = rate_cny * round(weight_g * 100) + labour_minor
        return Price(
            minor,
            {
                "mode": "by weight",
                "metal_minor_per_g": rate_cny * 100,
                "labour_minor": labour_minor,
                "priced_on": PRICED_ON,
            },
        )
    total = metal_value(design, weight_g) + stones_value(design, carats) + labour
    return Price(retail_point(total) * 100, {"mode": "fixed"})


def is_by_weight(design: Design) -> bool:
    """Sold by weight: no stones, no plating that would be weighed as metal, an alloy that has a
    price of the day. A design whose working is what costs (hardened gold) states `pricing: fixed`.
    """
    metal = design.metal
    bare = not design.stones and metal.plating in (None, "none")
    known = (metal.metal, metal.purity) in BY_WEIGHT_CNY_G
    return bare and known and design.sale.get("pricing") != "fixed"


def stones_value(design: Design, carats: list[float]) -> float:
    """CNY for all stones, jade's stated value with them."""
    cut = sum(stone_value(stone, carat) for stone, carat in zip(design.stones, carats, strict=True))
    return cut + float(design.sale.get("value_cny", 0.0))


def retail_point(cny: float) -> int:
    """The nearest price a shop would print: 289, 1,280, 12,880 or 45,800."""
    if cny < 500:
        return max(1, round(cny / 10)) * 10 - 1
    if cny < 20000:
        return max(6, round(cny / 100)) * 100 - 20
    return round(cny / 1000) * 1000 - 200
