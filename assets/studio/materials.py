"""Mitsuba materials for metals, gems, nacre and cord, as plain dictionaries.

Metals: normal-incidence reflectance of the pure metals (linear sRGB, from Johnson and Christy 1972
and Palik's tables by way of the usual rendering references), mixed by alloy. Gems: dielectrics at
their own refractive index; their body colour is a tint at each crossing, which is cheaper than
absorbing along the path and looks alike at these sizes.
"""

from __future__ import annotations

from typing import Any

from assets.studio.designs import Metal, Stone
from assets.studio.gem_colours import PEARLS, Rgb, is_clear, nacre, tint
from assets.studio.physical import GEMS

Bsdf = dict[str, Any]

GOLD: Rgb = (1.0, 0.77, 0.34)
COPPER: Rgb = (0.95, 0.64, 0.54)
SILVER: Rgb = (0.97, 0.96, 0.92)
RHODIUM: Rgb = (0.80, 0.79, 0.79)
PLATINUM: Rgb = (0.75, 0.73, 0.70)


def mixed(first: Rgb, second: Rgb, share: float) -> Rgb:
    """`share` of the second colour in the first."""
    red, green, blue = (a + (b - a) * share for a, b in zip(first, second, strict=True))
    return red, green, blue


METAL_COLOURS: dict[tuple[str, str | None], Rgb] = {
    ("gold", "yellow"): mixed(GOLD, SILVER, 0.04),
    ("gold", "rose"): mixed(GOLD, COPPER, 0.8),
    ("gold", "white"): (0.83, 0.81, 0.77),
    ("gold", "two-tone"): mixed(GOLD, SILVER, 0.2),
    ("silver", "white"): (0.93, 0.92, 0.89),
    ("platinum", "white"): PLATINUM,
    ("palladium", "white"): (0.73, 0.71, 0.67),
    ("titanium", "white"): (0.55, 0.52, 0.49),
    ("tungsten", "black"): (0.16, 0.16, 0.17),
    ("tungsten", "white"): (0.52, 0.51, 0.50),
    ("stainless steel", "white"): (0.66, 0.65, 0.63),
}
PLATING_COLOURS: dict[str, Rgb] = {
    "rhodium": RHODIUM,
    "gold plate": mixed(GOLD, SILVER, 0.02),
    "gold vermeil": mixed(GOLD, SILVER, 0.02),
    "rose gold plate": mixed(GOLD, COPPER, 0.8),
    "black rhodium": (0.21, 0.21, 0.225),
}
BLACKENED: Rgb = (0.15, 0.145, 0.14)  # silver sulphide rubbed back
ROUGHNESS = {  # GGX alpha by finish
    "polished": 0.055, "hammered": 0.06, "brushed": 0.2, "satin": 0.24, "sandblasted": 0.3,
    "matte": 0.3, "blackened": 0.15,
}  # fmt: skip
PITS = 0.8  # what a rough face throws back of what a smooth one does
COLOURS_ALONE: dict[str, Rgb] = {  # any metal not listed above, by the colour it is sold under
    "yellow": mixed(GOLD, SILVER, 0.1),
    "rose": mixed(GOLD, COPPER, 0.8),
    "white": (0.72, 0.71, 0.69),
    "black": (0.16, 0.16, 0.17),
    "two-tone": mixed(GOLD, SILVER, 0.2),
}


def metal_colour(metal: Metal, finish: str = "polished") -> Rgb:
    """What the surface shows: its plating, else its alloy; fine gold is deeper than 18k."""
    if finish == "blackened":
        return BLACKENED
    if metal.plating in PLATING_COLOURS:
        return PLATING_COLOURS[str(metal.plating)]
    if metal.metal == "gold" and metal.purity in ("990", "999", "22k"):
        return mixed(GOLD, (1.0, 0.70, 0.24), 0.5)
    if metal.metal == "gold" and metal.colour == "yellow" and metal.purity in ("9k", "14k"):
        return mixed(GOLD, SILVER, 0.16)
    if found := METAL_COLOURS.get((str(metal.metal), metal.colour)):
        return found
    return COLOURS_ALONE[str(metal.colour)]


def surface_colour(metal: Metal, finish: str) -> Rgb:
    """The metal's colour less what its own pits swallow: a blasted face throws light twice."""
    red, green, blue = metal_colour(metal, finish)
    share = PITS if ROUGHNESS[finish] > 0.2 else 1.0
    return red * share, green * share, blue * share


def metal_bsdf(metal: Metal, finish: str = "polished") -> Bsdf:
    """A conductor with a little roughness; brushed and blasted pieces have more."""
    if finish not in ROUGHNESS:
        raise ValueError(f"no finish {finish!r}; known are {', '.join(ROUGHNESS)}")
    bsdf: Bsdf = {
        "type": "roughconductor",
        "distribution": "ggx",
        "material": "none",
        "specular_reflectance": {"type": "rgb", "value": list(surface_colour(metal, finish))},
        "alpha": ROUGHNESS[finish],
    }
    return {"type": "twosided", "inner": bsdf}


CORD_COLOURS: dict[str, Rgb] = {
    "red": (0.52, 0.02, 0.03),
    "brown": (0.13, 0.065, 0.04),
    "white": (0.85, 0.83, 0.78),
    "black": (0.018, 0.018, 0.02),
    "blue": (0.03, 0.07, 0.26),
    "green": (0.03, 0.17, 0.08),
    "pink": (0.80, 0.34, 0.40),
    "purple": (0.22, 0.06, 0.28),
    "yellow": (0.80, 0.52, 0.08),
}


def stone_bsdf(stone: Stone) -> Bsdf:
    """The optics of one stone; body-coloured stones read their colour from the mesh
    (`gem_colours.body_pattern`). A clear stone's index is the mean one: `tracing` sets it for each
    colour.
    """
    if stone.stone in PEARLS:
        return pearl_bsdf(stone)
    if not is_clear(stone):
        return polished_body(
            {"type": "mesh_attribute", "name": "vertex_color"},
            GEMS[stone.stone].index,
            translucency(stone),
        )
    colour: Bsdf = {"type": "mesh_attribute", "name": "vertex_color"}
    if stone.colour != "multicolour":
        colour = {"type": "rgb", "value": list(tint(stone))}
    return {
        "type": "dielectric",
        "int_ior": GEMS[stone.stone].index,
        "ext_ior": 1.0003,
        "specular_transmittance": colour,
    }


def translucency(stone: Stone) -> float:
    """How much light a body lets through, by eye."""
    if stone.colour == "black":
        return 0.0
    if stone.stone == "jadeite":
        return 0.78 if stone.colour == "colourless" else 0.62
    return {"nephrite": 0.4, "moonstone": 0.7, "agate": 0.35, "opal": 0.4}.get(stone.stone, 0.0)


def polished_body(colour: Bsdf, index: float, through: float) -> Bsdf:
    """A polished stone: a clear coat over a diffusing body, which also lets light through where it
    is translucent.
    """
    body: Bsdf = {
        "type": "principled",
        "base_color": colour,
        "roughness": 0.09,
        "eta": index,
        "clearcoat": 0.6,
        "clearcoat_gloss": 0.97,
    }
    if through <= 0.0:
        return {"type": "twosided", "inner": body}
    thin: Bsdf = {
        "type": "principledthin",
        "base_color": colour,
        "roughness": 0.08,
        "spec_trans": 0.0,
        "diff_trans": 1.3,
        "eta": index,
    }
    return {
        "type": "blendbsdf",
        "weight": through,
        "first": {"type": "twosided", "inner": body},
        "second": thin,
    }


def pearl_bsdf(stone: Stone) -> Bsdf:
    """Nacre: a soft coated body with a broad metallic sheen tinted by the overtone."""
    colour = nacre(stone)
    dark = max(colour) < 0.4
    body: Bsdf = {
        "type": "principled",
        "base_color": {"type": "rgb", "value": list(colour)},
        "roughness": 0.32,
        "metallic": 0.45 if dark else 0.12,
        "specular": 0.55,
        "clearcoat": 0.9,
        "clearcoat_gloss": 0.86,
        "sheen": 0.5,
        "sheen_tint": 0.5,
    }
    glow: Bsdf = {
        "type": "roughconductor",
        "material": "none",
        "alpha": 0.3,
        "specular_reflectance": {"type": "rgb", "value": list(overtone(stone, colour))},
    }
    return {
        "type": "twosided",
        "inner": {"type": "blendbsdf", "weight": 0.3, "first": body, "second": glow},
    }


def overtone(stone: Stone, colour: Rgb) -> Rgb:
    """The orient over the body colour: peacock green on black, rose on white, gold on golden."""
    if stone.colour in ("black", "green"):
        return (0.40, 0.52, 0.46)
    if stone.colour == "white":
        return (0.98, 0.90, 0.90)
    red, green, blue = (c**0.55 for c in colour)
    return red, green, blue


def cord_bsdf(colour: str) -> Bsdf:
    return {
        "type": "principled",
        "base_color": {
            "type": "rgb",
            "value": list(CORD_COLOURS.get(colour, CORD_COLOURS["white"])),
        },
        "roughness": 0.75,
        "sheen": 0.6,
        "specular": 0.25,
    }
