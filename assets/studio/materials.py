"""Mitsuba materials for metals and gems.

Metals: normal-incidence reflectance of the pure metals (linear sRGB, from Johnson and Christy 1972
and Palik's tables by way of the usual rendering references), mixed by alloy. Gems: dielectrics at
their own refractive index; their body colour is a tint at each crossing, which is cheaper than
absorbing along the path and looks alike at these sizes.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.studio.designs import Design, Metal, Stone
from assets.studio.mesh import Floats, Mesh
from assets.studio.physical import GEMS

Bsdf = dict[str, Any]
Rgb = tuple[float, float, float]

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
    "black rhodium": (0.28, 0.28, 0.29),
}


def metal_colour(metal: Metal) -> Rgb:
    """What the surface shows: its plating, else its alloy; fine gold is deeper than 18k."""
    if metal.plating in PLATING_COLOURS:
        return PLATING_COLOURS[str(metal.plating)]
    if metal.metal == "gold" and metal.purity in ("990", "999", "22k"):
        return mixed(GOLD, (1.0, 0.70, 0.24), 0.5)
    if metal.metal == "gold" and metal.colour == "yellow" and metal.purity in ("9k", "14k"):
        return mixed(GOLD, SILVER, 0.16)
    return METAL_COLOURS[str(metal.metal), metal.colour]


def metal_bsdf(metal: Metal, finish: str = "polished") -> Bsdf:
    """A conductor with a little roughness; brushed pieces have more."""
    colour = [float(c) for c in metal_colour(metal)]
    bsdf: Bsdf = {
        "type": "roughconductor",
        "distribution": "ggx",
        "material": "none",
        "specular_reflectance": {"type": "rgb", "value": colour},
        "alpha": 0.2 if finish == "brushed" else 0.055,
    }
    return {"type": "twosided", "inner": bsdf}


GEM_TINTS: dict[tuple[str, str], Rgb] = {
    ("diamond", "colourless"): (0.995, 0.995, 1.0),
    ("moissanite", "colourless"): (0.99, 0.995, 0.985),
    ("cubic zirconia", "colourless"): (0.99, 0.99, 0.995),
    ("ruby", "red"): (0.86, 0.10, 0.16),
    ("spinel", "red"): (0.90, 0.16, 0.20),
    ("garnet", "red"): (0.66, 0.10, 0.11),
    ("sapphire", "blue"): (0.14, 0.27, 0.82),
    ("emerald", "green"): (0.12, 0.68, 0.36),
    ("aquamarine", "blue"): (0.66, 0.89, 0.96),
    ("morganite", "pink"): (0.98, 0.76, 0.73),
    ("rose quartz", "pink"): (0.97, 0.74, 0.78),
    ("amethyst", "purple"): (0.52, 0.28, 0.78),
    ("citrine", "yellow"): (0.97, 0.72, 0.24),
    ("citrine", "orange"): (0.95, 0.52, 0.14),
    ("topaz", "blue"): (0.42, 0.76, 0.94),
    ("peridot", "green"): (0.62, 0.80, 0.22),
    ("tourmaline", "pink"): (0.92, 0.36, 0.55),
    ("tourmaline", "green"): (0.20, 0.62, 0.42),
    ("tanzanite", "blue"): (0.34, 0.34, 0.86),
    ("amber", "orange"): (0.94, 0.56, 0.14),
}
BODY_COLOURS: dict[tuple[str, str], Rgb] = {
    ("jadeite", "green"): (0.10, 0.48, 0.20),
    ("jadeite", "lavender"): (0.70, 0.61, 0.74),
    ("jadeite", "white"): (0.84, 0.87, 0.83),
    ("nephrite", "green"): (0.07, 0.26, 0.14),
    ("nephrite", "white"): (0.86, 0.84, 0.76),
    ("turquoise", "blue"): (0.16, 0.60, 0.62),
    ("lapis lazuli", "blue"): (0.03, 0.08, 0.36),
    ("malachite", "green"): (0.03, 0.36, 0.22),
    ("onyx", "black"): (0.012, 0.012, 0.014),
    ("agate", "red"): (0.56, 0.05, 0.04),
    ("coral", "red"): (0.72, 0.12, 0.08),
    ("coral", "pink"): (0.90, 0.52, 0.46),
    ("opal", "white"): (0.86, 0.87, 0.88),
    ("moonstone", "white"): (0.72, 0.79, 0.90),
    ("labradorite", "grey"): (0.16, 0.22, 0.30),
}
PEARL_COLOURS: dict[tuple[str, str], Rgb] = {
    ("south sea pearl", "yellow"): (0.88, 0.66, 0.34),
    ("south sea pearl", "white"): (0.90, 0.88, 0.84),
    ("tahitian pearl", "black"): (0.10, 0.115, 0.115),
    ("freshwater pearl", "pink"): (0.88, 0.70, 0.64),
    ("freshwater pearl", "white"): (0.83, 0.79, 0.74),
    ("akoya pearl", "white"): (0.84, 0.79, 0.77),
}
CORD_COLOURS: dict[str, Rgb] = {
    "red": (0.52, 0.02, 0.03),
    "brown": (0.13, 0.065, 0.04),
    "white": (0.85, 0.83, 0.78),
}


def stone_bsdf(stone: Stone) -> Bsdf:
    """The optics of one stone; body-coloured stones read their colour from the mesh
    (`body_pattern`).
    """
    key = (stone.stone, stone.colour)
    if key in GEM_TINTS:
        return {
            "type": "dielectric",
            "int_ior": GEMS[stone.stone].index,
            "ext_ior": 1.0003,
            "specular_transmittance": {"type": "rgb", "value": list(GEM_TINTS[key])},
        }
    if key in PEARL_COLOURS:
        return pearl_bsdf(stone)
    return polished_body(
        {"type": "mesh_attribute", "name": "vertex_color"},
        GEMS[stone.stone].index,
        translucency(stone),
    )


def translucency(stone: Stone) -> float:
    """How much light a body lets through, by eye."""
    if stone.stone == "jadeite":
        return 0.62
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
    dark = stone.stone == "tahitian pearl"
    colour = list(PEARL_COLOURS[stone.stone, stone.colour])
    body: Bsdf = {
        "type": "principled",
        "base_color": {"type": "rgb", "value": colour},
        "roughness": 0.32,
        "metallic": 0.45 if dark else 0.12,
        "specular": 0.55,
        "clearcoat": 0.9,
        "clearcoat_gloss": 0.86,
        "sheen": 0.5,
        "sheen_tint": 0.5,
    }
    overtone: Rgb = (0.42, 0.50, 0.47) if dark else (0.98, 0.90, 0.90)
    if stone.colour == "yellow":
        overtone = (0.95, 0.78, 0.48)
    glow: Bsdf = {
        "type": "roughconductor",
        "material": "none",
        "alpha": 0.3,
        "specular_reflectance": {"type": "rgb", "value": list(overtone)},
    }
    return {
        "type": "twosided",
        "inner": {"type": "blendbsdf", "weight": 0.3, "first": body, "second": glow},
    }


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


def waves(points: Floats, seed: int, scale_mm: float) -> Floats:
    """Smooth noise in about [-1, 1] at points (N, 3): a sum of a few random plane waves."""
    random = np.random.default_rng(seed)
    total = np.zeros(len(points))
    for octave in range(3):
        for _ in range(5):
            direction = random.normal(size=3)
            direction *= 2 * np.pi * 2**octave / (scale_mm * np.linalg.norm(direction))
            total += np.sin(points @ direction + random.uniform(0, 2 * np.pi)) / 2**octave
    return np.asarray(total / 5.0)


def body_pattern(mesh: Mesh, stone: Stone, design: Design) -> Floats:
    """Linear colours (N, 3) at the vertices: jade's drifts, malachite's bands, lapis's flecks."""
    colour = np.array(BODY_COLOURS[stone.stone, stone.colour])
    if design.shape.get("jade_shade") == "grey-green":
        colour = np.array([0.30, 0.36, 0.26])
    seed = sum(ord(c) for c in design.id)
    drift = waves(mesh.vertices, seed, 26.0 if design.category == "bangle" else 12.0)[:, None]
    if stone.stone == "jadeite" and stone.colour == "green":
        pale = np.array([0.62, 0.76, 0.60])
        share = np.clip((0.66 if design.category == "bangle" else 0.2) - 0.75 * drift, 0, 0.92)
        return np.asarray(colour + (pale - colour) * share)
    if stone.stone == "malachite":
        bands = 0.5 + 0.5 * np.sin(3.0 * mesh.vertices[:, :1] + 2.5 * drift)
        return np.asarray(colour * (0.45 + 0.9 * bands))
    if stone.stone == "lapis lazuli":
        flecks = waves(mesh.vertices, seed + 1, 1.6)[:, None] > 1.1
        return np.where(flecks, np.array([0.55, 0.43, 0.16]), colour * (1 + 0.25 * drift))
    if stone.stone == "labradorite":
        flash = np.clip(drift, 0, 1) * np.array([0.0, 0.2, 0.45])
        return np.asarray(np.clip(colour + flash, 0, 1))
    if stone.stone == "moonstone":
        rise = np.clip(mesh.vertices[:, 2:] / max(1e-6, float(mesh.vertices[:, 2].max())), 0, 1)
        glow = (colour - 0.62) * 0.9 * rise**3
        return np.asarray(np.clip(np.array([0.70, 0.71, 0.70]) + glow, 0, 0.95))
    if stone.stone == "opal":
        hue = waves(mesh.vertices, seed + 2, 2.2)[:, None]
        play = np.abs(np.sin(3 * hue + np.array([0.0, 2.1, 4.2])))
        return np.asarray(np.clip(colour - 0.3 * play, 0, 1))
    return np.asarray(np.clip(colour * (1 + 0.09 * drift), 0, 0.95))
