"""Densities, specific gravities and refractive indices: the numbers that tie the picture to the
record.

Metals: alloy densities as refiners publish them for common alloys (for instance World Gold Council
tables and Stuller's metal data); real alloys vary by a few per cent. Gems: specific gravity and
mean refractive index from GIA's Gem Reference Guide and the usual gemmological tables.
"""

from __future__ import annotations

from dataclasses import dataclass

MG_PER_CARAT = 200.0

GOLD_DENSITY = {  # g/cm3 by purity, then colour
    "9k": {"yellow": 11.2, "rose": 11.1, "white": 12.0},
    "10k": {"yellow": 11.6, "rose": 11.6, "white": 12.1},
    "14k": {"yellow": 13.1, "rose": 13.0, "white": 13.2, "two-tone": 13.1},
    "18k": {"yellow": 15.5, "rose": 15.2, "white": 15.7, "two-tone": 15.6},
    "22k": {"yellow": 17.8},
    "990": {"yellow": 19.1},
    "999": {"yellow": 19.3},
    "9999": {"yellow": 19.3},
}
METAL_DENSITY = {  # g/cm3 by metal and purity; tungsten rings are sintered tungsten carbide
    ("silver", "925"): 10.36, ("silver", "990"): 10.47, ("silver", "999"): 10.49,
    ("platinum", "pt900"): 20.1, ("platinum", "pt950"): 20.6, ("palladium", "pd950"): 11.9,
    ("titanium", None): 4.51, ("tungsten", None): 15.6, ("stainless steel", None): 7.98,
    ("platinum", "pt990"): 21.3, ("platinum", "pt999"): 21.4, ("brass", None): 8.5,
    ("copper", None): 8.96,
}  # fmt: skip


def metal_density(metal: str, purity: str | None, colour: str | None) -> float:
    """g/cm3 of an alloy."""
    if metal == "gold":
        by_colour = GOLD_DENSITY[str(purity)]
        return by_colour.get(str(colour), by_colour["yellow"])
    return METAL_DENSITY[metal, purity]


@dataclass(frozen=True)
class GemConstants:
    """Specific gravity (g/cm3) and mean refractive index of a gem."""

    gravity: float
    index: float


GEMS = {
    "diamond": GemConstants(3.52, 2.417),
    "moissanite": GemConstants(3.22, 2.65),
    "cubic zirconia": GemConstants(5.80, 2.16),
    "ruby": GemConstants(4.00, 1.766),
    "sapphire": GemConstants(4.00, 1.766),
    "emerald": GemConstants(2.72, 1.577),
    "jadeite": GemConstants(3.34, 1.66),
    "nephrite": GemConstants(2.95, 1.61),
    "akoya pearl": GemConstants(2.72, 1.53),
    "freshwater pearl": GemConstants(2.70, 1.53),
    "south sea pearl": GemConstants(2.72, 1.53),
    "tahitian pearl": GemConstants(2.72, 1.53),
    "amethyst": GemConstants(2.66, 1.548),
    "citrine": GemConstants(2.66, 1.548),
    "garnet": GemConstants(3.95, 1.77),
    "aquamarine": GemConstants(2.72, 1.58),
    "morganite": GemConstants(2.74, 1.588),
    "topaz": GemConstants(3.53, 1.62),
    "peridot": GemConstants(3.34, 1.67),
    "opal": GemConstants(2.10, 1.45),
    "turquoise": GemConstants(2.76, 1.62),
    "tourmaline": GemConstants(3.06, 1.632),
    "tanzanite": GemConstants(3.35, 1.695),
    "onyx": GemConstants(2.60, 1.537),
    "agate": GemConstants(2.60, 1.537),
    "moonstone": GemConstants(2.58, 1.522),
    "lapis lazuli": GemConstants(2.75, 1.50),
    "amber": GemConstants(1.08, 1.54),
    "coral": GemConstants(2.65, 1.55),
    "spinel": GemConstants(3.60, 1.718),
    "malachite": GemConstants(3.95, 1.78),
    "rose quartz": GemConstants(2.66, 1.548),
    "labradorite": GemConstants(2.70, 1.565),
    "alexandrite": GemConstants(3.73, 1.746),
    "iolite": GemConstants(2.61, 1.54),
    "zircon": GemConstants(4.70, 1.95),
    "quartz": GemConstants(2.66, 1.548),
}


def carats(stone: str, volume_mm3: float) -> float:
    """Weight in carats of a stone of this volume: mm3 x g/cm3 is mg, and 200 mg make a carat."""
    return volume_mm3 * GEMS[stone].gravity / MG_PER_CARAT


def grams(density: float, volume_mm3: float) -> float:
    """Weight in grams of a metal volume; density in g/cm3."""
    return volume_mm3 * density / 1000.0
