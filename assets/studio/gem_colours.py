"""What colour a stone is: tints of clear gems, bodies of opaque ones, nacre, and their patterns.

Linear sRGB throughout. A clear gem's tint is what light keeps at each crossing of its surface, so
that light which has gone in and out again carries the tint squared. Colours are set by eye against
trade photographs, so that a shopper names them as the record does.
"""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design, Stone
from assets.studio.mesh import Floats, Mesh

Rgb = tuple[float, float, float]
PEARLS = ("pearl", "akoya pearl", "freshwater pearl", "south sea pearl", "tahitian pearl")
OPAQUE = (
    "jade", "jadeite", "nephrite", "turquoise", "lapis lazuli", "malachite", "onyx", "agate",
    "coral", "opal", "moonstone", "labradorite",
)  # fmt: skip

TINTS_BY_COLOUR: dict[str, Rgb] = {  # any clear stone not listed by name
    "colourless": (0.99, 0.995, 0.995),
    "white": (0.99, 0.995, 0.995),
    "red": (0.86, 0.10, 0.14),
    "pink": (0.96, 0.48, 0.66),
    "orange": (0.96, 0.48, 0.12),
    "yellow": (0.97, 0.82, 0.22),
    "green": (0.16, 0.66, 0.36),
    "blue": (0.18, 0.36, 0.86),
    "purple": (0.54, 0.26, 0.76),
    "lavender": (0.80, 0.68, 0.94),
    "brown": (0.66, 0.40, 0.20),
    "grey": (0.62, 0.64, 0.66),
    "black": (0.03, 0.03, 0.035),
}
GEM_TINTS: dict[tuple[str, str], Rgb] = {
    ("diamond", "colourless"): (0.995, 0.995, 1.0),
    ("diamond", "yellow"): (0.98, 0.89, 0.36),
    ("diamond", "pink"): (0.97, 0.72, 0.78),
    ("diamond", "brown"): (0.80, 0.58, 0.36),
    ("moissanite", "colourless"): (0.99, 0.995, 0.985),
    ("cubic zirconia", "colourless"): (0.99, 0.99, 0.995),
    ("ruby", "red"): (0.86, 0.08, 0.17),
    ("spinel", "red"): (0.90, 0.14, 0.20),
    ("spinel", "pink"): (0.94, 0.40, 0.56),
    ("spinel", "blue"): (0.32, 0.42, 0.76),
    ("garnet", "red"): (0.60, 0.07, 0.09),
    ("garnet", "orange"): (0.93, 0.38, 0.08),
    ("garnet", "green"): (0.22, 0.66, 0.22),
    ("garnet", "purple"): (0.66, 0.14, 0.40),
    ("sapphire", "blue"): (0.14, 0.27, 0.82),
    ("sapphire", "pink"): (0.95, 0.40, 0.66),
    ("sapphire", "yellow"): (0.98, 0.84, 0.24),
    ("sapphire", "orange"): (0.97, 0.58, 0.40),
    ("sapphire", "purple"): (0.60, 0.34, 0.84),
    ("sapphire", "green"): (0.26, 0.52, 0.40),
    ("emerald", "green"): (0.12, 0.68, 0.36),
    ("aquamarine", "blue"): (0.64, 0.89, 0.97),
    ("morganite", "pink"): (0.98, 0.72, 0.78),
    ("morganite", "orange"): (0.98, 0.74, 0.60),
    ("rose quartz", "pink"): (0.97, 0.70, 0.79),
    ("amethyst", "purple"): (0.52, 0.26, 0.78),
    ("amethyst", "lavender"): (0.80, 0.68, 0.93),
    ("citrine", "yellow"): (0.97, 0.74, 0.20),
    ("citrine", "orange"): (0.95, 0.50, 0.12),
    ("topaz", "blue"): (0.38, 0.74, 0.95),
    ("topaz", "pink"): (0.96, 0.60, 0.70),
    ("topaz", "orange"): (0.95, 0.60, 0.28),
    ("peridot", "green"): (0.62, 0.82, 0.20),
    ("tourmaline", "pink"): (0.92, 0.36, 0.55),
    ("tourmaline", "red"): (0.86, 0.14, 0.30),
    ("tourmaline", "green"): (0.20, 0.62, 0.42),
    ("tourmaline", "blue"): (0.16, 0.62, 0.72),
    ("tanzanite", "blue"): (0.34, 0.33, 0.86),
    ("tanzanite", "purple"): (0.46, 0.34, 0.84),
    ("zircon", "blue"): (0.42, 0.82, 0.92),
    ("iolite", "blue"): (0.36, 0.36, 0.72),
    ("iolite", "purple"): (0.42, 0.34, 0.72),
    ("alexandrite", "green"): (0.30, 0.58, 0.50),
    ("alexandrite", "purple"): (0.56, 0.24, 0.48),
    ("amber", "orange"): (0.94, 0.56, 0.14),
    ("amber", "yellow"): (0.97, 0.74, 0.26),
    ("amber", "red"): (0.80, 0.24, 0.06),
    ("amber", "brown"): (0.70, 0.34, 0.10),
}
BODIES_BY_COLOUR: dict[str, Rgb] = {  # any opaque stone not listed by name
    "white": (0.84, 0.85, 0.82),
    "colourless": (0.84, 0.87, 0.86),
    "red": (0.52, 0.06, 0.04),
    "pink": (0.86, 0.50, 0.50),
    "orange": (0.74, 0.26, 0.05),
    "yellow": (0.80, 0.58, 0.20),
    "green": (0.10, 0.40, 0.20),
    "blue": (0.14, 0.34, 0.60),
    "purple": (0.36, 0.20, 0.46),
    "lavender": (0.68, 0.58, 0.76),
    "brown": (0.30, 0.15, 0.07),
    "grey": (0.40, 0.42, 0.43),
    "black": (0.014, 0.014, 0.016),
    "multicolour": (0.60, 0.60, 0.58),
}
BODY_COLOURS: dict[tuple[str, str], Rgb] = {
    ("jadeite", "green"): (0.10, 0.48, 0.20),
    ("jadeite", "lavender"): (0.68, 0.57, 0.76),
    ("jadeite", "purple"): (0.56, 0.42, 0.68),
    ("jadeite", "white"): (0.84, 0.87, 0.83),
    ("jadeite", "colourless"): (0.86, 0.91, 0.90),
    ("jadeite", "yellow"): (0.76, 0.52, 0.20),
    ("jadeite", "red"): (0.56, 0.20, 0.08),
    ("jadeite", "black"): (0.025, 0.035, 0.03),
    ("nephrite", "green"): (0.055, 0.24, 0.11),
    ("nephrite", "white"): (0.86, 0.84, 0.76),
    ("nephrite", "yellow"): (0.74, 0.62, 0.30),
    ("nephrite", "grey"): (0.40, 0.44, 0.40),
    ("turquoise", "blue"): (0.13, 0.56, 0.62),
    ("turquoise", "green"): (0.22, 0.54, 0.42),
    ("lapis lazuli", "blue"): (0.025, 0.07, 0.38),
    ("malachite", "green"): (0.03, 0.36, 0.20),
    ("onyx", "black"): (0.012, 0.012, 0.014),
    ("agate", "red"): (0.56, 0.05, 0.04),
    ("agate", "blue"): (0.40, 0.54, 0.70),
    ("agate", "green"): (0.08, 0.34, 0.22),
    ("coral", "red"): (0.70, 0.10, 0.06),
    ("coral", "pink"): (0.90, 0.50, 0.44),
    ("opal", "white"): (0.86, 0.87, 0.88),
    ("opal", "multicolour"): (0.80, 0.82, 0.84),
    ("opal", "black"): (0.03, 0.04, 0.07),
    ("opal", "blue"): (0.12, 0.26, 0.46),
    ("opal", "orange"): (0.86, 0.34, 0.07),
    ("moonstone", "white"): (0.72, 0.79, 0.90),
    ("moonstone", "grey"): (0.46, 0.49, 0.54),
    ("labradorite", "grey"): (0.15, 0.19, 0.24),
    ("labradorite", "blue"): (0.12, 0.18, 0.28),
}
PEARLS_BY_COLOUR: dict[str, Rgb] = {
    "white": (0.85, 0.82, 0.79),
    "yellow": (0.88, 0.66, 0.34),
    "pink": (0.88, 0.68, 0.64),
    "lavender": (0.70, 0.58, 0.68),
    "purple": (0.54, 0.42, 0.54),
    "orange": (0.88, 0.66, 0.52),
    "grey": (0.36, 0.37, 0.38),
    "black": (0.10, 0.115, 0.115),
    "green": (0.16, 0.21, 0.18),
    "blue": (0.22, 0.27, 0.34),
    "brown": (0.30, 0.20, 0.14),
}
PEARL_COLOURS: dict[tuple[str, str], Rgb] = {
    ("south sea pearl", "white"): (0.90, 0.88, 0.84),
    ("freshwater pearl", "white"): (0.83, 0.79, 0.74),
    ("akoya pearl", "white"): (0.84, 0.79, 0.77),
    ("akoya pearl", "blue"): (0.44, 0.48, 0.54),
    ("akoya pearl", "grey"): (0.48, 0.49, 0.52),
}
OPAL_PLAY = np.array(  # the patches of an opal's play of colour, as its body turns
    [(0.05, 0.62, 0.30), (0.06, 0.36, 0.86), (0.86, 0.16, 0.10), (0.90, 0.60, 0.06),
     (0.10, 0.66, 0.66), (0.52, 0.16, 0.72)]
)  # fmt: skip
FELDSPAR_PLAY = np.array([(0.02, 0.16, 0.62), (0.03, 0.36, 0.60), (0.10, 0.42, 0.24)])
BRASS = np.array([0.55, 0.43, 0.16])  # pyrite in lapis lazuli


def is_clear(stone: Stone) -> bool:
    """Whether light goes through the stone unscattered, as through a faceted gem."""
    if stone.colour == "black":
        return False
    return stone.stone not in (*PEARLS, *OPAQUE)


def tint(stone: Stone) -> Rgb:
    """What a clear gem keeps of light at each crossing."""
    return GEM_TINTS.get((stone.stone, stone.colour)) or TINTS_BY_COLOUR[stone.colour]


def body(stone: Stone) -> Rgb:
    """Diffuse colour of an opaque stone."""
    return BODY_COLOURS.get((stone.stone, stone.colour)) or BODIES_BY_COLOUR[stone.colour]


def nacre(stone: Stone) -> Rgb:
    """Diffuse colour of a pearl."""
    known = PEARL_COLOURS.get((stone.stone, stone.colour)) or PEARLS_BY_COLOUR.get(stone.colour)
    return known or BODIES_BY_COLOUR[stone.colour]


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


def cells(points: Floats, seed: int, scale_mm: float) -> tuple[Floats, Floats]:
    """Worley's cellular noise at points (N, 3) in mm: a random number in [0, 1) for the cell that
    each lies in, and how far it is from the cell's wall, both (N,) (S. Worley, SIGGRAPH 1996).
    """
    home = np.floor(points / scale_mm).astype(np.int64)
    best = np.full((len(points), 2), np.inf)
    name = np.zeros(len(points))
    steps = np.arange(-1, 2)
    for offset in np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(-1, 3):
        corner = home + offset
        mixed = corner @ np.array([73856093, 19349663, 83492791]) + seed * 7919
        jitter = np.stack([mix(mixed + 17 * axis) for axis in range(3)], axis=-1)
        away = np.linalg.norm((corner + jitter) * scale_mm - points, axis=1)
        nearer = away < best[:, 0]
        best[:, 1] = np.where(nearer, best[:, 0], np.minimum(best[:, 1], away))
        best[:, 0] = np.where(nearer, away, best[:, 0])
        name = np.where(nearer, mix(mixed + 101), name)
    return name, (best[:, 1] - best[:, 0]) / scale_mm


def mix(numbers: np.ndarray[tuple[int, ...], np.dtype[np.int64]]) -> Floats:
    """A hash of whole numbers to [0, 1): Thomas Mueller's 32-bit integer mixer."""
    x = numbers.astype(np.uint64) & np.uint64(0xFFFFFFFF)
    for _ in range(2):
        x = ((x >> np.uint64(16)) ^ x) * np.uint64(0x45D9F3B) & np.uint64(0xFFFFFFFF)
    return np.asarray(((x >> np.uint64(16)) ^ x).astype(np.float64) / 2**32)


def body_pattern(mesh: Mesh, stone: Stone, design: Design) -> Floats:
    """Linear colours (N, 3) at the vertices: jade's drifts, malachite's bands, lapis's flecks."""
    colour = np.array(body(stone))
    if design.shape.get("jade_shade") == "grey-green":
        colour = np.array([0.30, 0.36, 0.26])
    points, seed = mesh.vertices, sum(ord(c) for c in design.geometry)
    drift = waves(points, seed, 26.0 if design.category == "bangle" else 12.0)[:, None]
    if stone.stone == "jadeite" and stone.colour == "green":
        pale = np.array([0.62, 0.76, 0.60])
        share = np.clip((0.66 if design.category == "bangle" else 0.2) - 0.75 * drift, 0, 0.92)
        return np.asarray(colour + (pale - colour) * share)
    if stone.stone == "malachite":
        bands = 0.5 + 0.5 * np.sin(3.0 * points[:, :1] + 2.5 * drift)
        return np.asarray(colour * (0.35 + 1.1 * bands))
    if stone.stone == "lapis lazuli":
        flecks = waves(points, seed + 1, 1.6)[:, None] > 0.9
        return np.where(flecks, BRASS, colour * (1 + 0.25 * drift))
    if stone.stone == "turquoise":
        _, wall = cells(points + 0.4 * drift, seed, 2.6)
        matrix = np.clip(1 - wall / 0.07, 0, 1)[:, None] * np.clip(0.5 + drift, 0, 1)
        return np.asarray(colour * (1 + 0.1 * drift) * (1 - 0.72 * matrix))
    if stone.stone in ("opal", "labradorite", "moonstone"):
        return played(points, colour, stone, seed)
    return np.asarray(np.clip(colour * (1 + 0.09 * drift), 0, 0.95))


def played(points: Floats, colour: Floats, stone: Stone, seed: int) -> Floats:
    """Colours (N, 3) of structure: opal's patches, labradorite's flash, moonstone's glow."""
    drift = waves(points, seed, 6.0)[:, None]
    if stone.stone == "moonstone":
        rise = np.clip(points[:, 2:] / max(1e-6, float(points[:, 2].max())), 0, 1)
        base = colour * np.array([0.97, 0.90, 0.78])
        return np.asarray(np.clip(base + (colour - base) * 2.2 * rise**3, 0, 0.95))
    if stone.stone == "labradorite":
        pick = np.clip((waves(points, seed + 3, 7.0) + 1) * 1.5, 0, 2)[:, None]
        flash = np.where(pick < 1, FELDSPAR_PLAY[0], FELDSPAR_PLAY[1])
        flash = np.where(pick > 1.8, FELDSPAR_PLAY[2], flash)
        share = np.clip(0.35 + drift, 0, 0.85)
        return np.asarray(colour + (flash - colour) * share)
    name, wall = cells(points + 0.3 * drift, seed, 1.5)
    patch = OPAL_PLAY[(name * len(OPAL_PLAY)).astype(int)]
    strength = {"black": 0.9, "blue": 0.8, "orange": 0.4}.get(stone.colour, 0.6)
    share = strength * np.clip(wall / 0.2, 0, 1)[:, None] * np.clip(0.7 + drift, 0.1, 1)
    return np.asarray(np.clip(colour + (patch - colour) * share, 0, 0.95))


def two_colours(points: Floats) -> Floats:
    """Tints (N, 3) of a bicoloured tourmaline, pink at one end and green at the other."""
    height = points[:, :1] + points[:, 1:2]
    share = (height - height.min()) / max(1e-6, float(np.ptp(height)))
    pink, green = np.array([0.98, 0.50, 0.68]), np.array([0.46, 0.84, 0.58])
    return np.asarray(pink + (green - pink) * np.clip(2.2 * share - 0.6, 0, 1))
