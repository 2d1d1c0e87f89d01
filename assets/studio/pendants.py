"""Motifs that hang: set stones, jade carvings, hearts, bars and lockets. Each hangs towards -y
from a loop at the top.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    round_profile,
    row_of_melee,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.mesh import Floats, Mesh, ellipsoid, lathe, relief
from assets.studio.rings import halo_round
from assets.studio.chains import chain, lay, stations
from assets.studio.strands import bail, plain_strand

UP = np.array([0.0, 0.0, 1.0])


def hung(design: Design, motif: list[Part]) -> list[Part]:
    """The motif under its chain: its loop's top is at the origin, and the chain runs up in a V."""
    top = max(float(part.mesh.vertices[:, 1].max()) for part in motif)
    low = min(float(part.mesh.vertices[:, 2].min()) for part in motif)
    parts = [part.moved(y=0.75 - top, z=-low) for part in motif]
    if "length_mm" not in design.shape:
        return parts
    middle = max(0.6, -low)
    if design.metal.metal is None or design.shape.get("cord"):
        path = lay("v", design.mm("length_mm", 450.0))
        cord = chain("cord", path, design.mm("cord_mm", 1.6))
        return [*parts, Part(cord, "cord", chain=True).moved(z=middle)]
    laid = plain_strand(design, "v")
    return [*parts, *(part.moved(z=middle) for part in laid)]


def set_stone(design: Design) -> list[Part]:
    """One stone in prongs or a bezel, in a ring of melee where a second group is listed."""
    gem = design.stones[0]
    length, width = gem.length_mm, gem.width_mm
    motif = mounted(0, gem, design.setting, int(design.shape.get("prongs", 4)))
    reach = length / 2 + 0.5
    if len(design.stones) > 1:
        small = design.stones[1]
        motif += halo_round(1, gem, small, -0.02 * width)
        reach += small.width_mm + 0.4
    if gem.cut == "cabochon" and design.setting == "bezel":
        base = relief(outline(gem.cut, length, width), lambda f, _p: np.full_like(f, 0.6))
        motif.append(metal(base.moved(z=-0.2 * width)))
    return [*motif, metal(bail(reach - 0.3))]


def pendant(design: Design) -> list[Part]:
    return hung(design, set_stone(design))


def jade_donut(design: Design) -> list[Part]:
    """A ping-an buckle: a smooth disc with a small round hole, on a loop of metal or cord."""
    gem = design.stones[0]
    outer, inner = gem.width_mm / 2, gem.width_mm * 0.1
    thick = design.mm("thickness_mm", 4.2)
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    middle, half = (outer + inner) / 2, (outer - inner) / 2
    profile = np.column_stack(
        [
            middle + half * np.sign(np.cos(angle)) * abs(np.cos(angle)) ** 0.75,
            thick / 2 * np.sign(np.sin(angle)) * abs(np.sin(angle)) ** 0.6,
        ]
    )
    motif = [Part(lathe(profile, 128), "stone", 0)]
    rise = outer + 2.4
    depth = thick / 2 + 0.5
    loop = [
        (0, inner - 0.2, 0),
        (0, inner + 0.6, depth),
        (0, outer * 0.6, depth + 0.25),
        (0, outer + 0.5, depth * 0.7),
        (0, rise, 0.5),
        (0, rise, -0.5),
        (0, outer + 0.5, -depth * 0.7),
        (0, outer * 0.6, -depth - 0.1),
        (0, inner + 0.6, -depth),
        (0, inner - 0.2, 0),
    ]
    if design.metal.metal is None:
        return hung(design, [*motif, Part(wire(loop, 0.7), "cord")])
    return hung(design, [*motif, metal(wire(loop, 0.45))])


def carved(design: Design) -> list[Part]:
    """A flat carving in stone or metal: leaf, tablet, heart, gourd or longevity lock."""
    kind = str(design.shape["carving"])
    width, height = design.mm("carving_width_mm", 16.0), design.mm("carving_height_mm", 22.0)
    solid, rise = carving(kind, width, height, design.mm("thickness_mm", 3.5))
    in_stone = bool(design.stones) and design.stones[0].cut == "carved"
    motif = [Part(solid, "stone", 0) if in_stone else metal(solid)]
    if design.shape.get("bells"):
        for x in (-0.3, 0.0, 0.3):
            drop = -0.5 * height + 0.28 * abs(x) * height - 2.0
            ball = ellipsoid(1.3, 1.3, 1.3, 14).moved(x * width, drop - 1.1, 1.2)
            motif.append(
                metal(ball, wire([(x * width, drop + 2.6, 1.2), (x * width, drop, 1.2)], 0.25))
            )
    start = 1 if in_stone else 0
    for index in range(start, len(design.stones)):
        motif += sprinkle(design, index, kind, width, height)
    loop = [metal(bail(rise - 0.5, 3.0).moved(z=design.mm("thickness_mm", 3.5) * 0.4))]
    if design.metal.metal is None:
        loop = [Part(loop[0].mesh, "cord")]
    return hung(design, [*motif, *loop])


def sprinkle(design: Design, index: int, kind: str, width: float, height: float) -> list[Part]:
    """Melee along the carving's outline (hearts) or as one stone near the top."""
    gem = design.stones[index]
    z = design.mm("thickness_mm", 3.5)
    if kind == "heart" and gem.count > 4:
        rim = carving_outline("heart", width * 0.82, height * 0.82, 400)
        path = np.column_stack([rim, np.full(len(rim), z * 0.78 + 0.45 * gem.width_mm)])
        spots, _ = stations(path, gem.count)
        return row_of_melee(index, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    return place(melee(index, gem.width_mm), np.array([0.0, height * 0.5 + 0.6, z * 0.6]), UP)


def carving_outline(kind: str, width: float, height: float, points: int = 200) -> Floats:
    """Outline (P, 2) of a carving, counter-clockwise, centred, in mm."""
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    if kind == "heart":
        x, y = (
            16 * np.sin(t) ** 3,
            13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t),
        )
    elif kind == "leaf":  # a rounded shoulder, a drawn-out tip below, a finely notched edge
        y = np.cos(t)
        notch = 1 + 0.02 * np.cos(26 * t)
        x = (
            np.sin(t)
            * (0.58 + 0.3 * y - 0.12 * y**2)
            * abs(np.sin(t / 2 + np.pi / 2)) ** 0.25
            * notch
        )
    elif kind == "tablet":
        x = np.sign(np.sin(t)) * abs(np.sin(t)) ** 0.3
        y = np.sign(np.cos(t)) * abs(np.cos(t)) ** 0.3
    elif kind == "gourd":
        reach = np.sqrt(np.maximum(0.09, 0.62 + 0.6 * np.cos(2 * t))) * (1 - 0.13 * np.cos(t))
        x, y = reach * np.sin(t) * 1.05, reach * np.cos(t)
    elif kind == "lock":  # a wide rounded body with a shallow notch at the middle of its top
        notch = 0.16 * np.exp(-((np.minimum(t, 2 * np.pi - t) / 0.32) ** 2))
        power = 0.72
        x = np.sign(np.sin(t)) * abs(np.sin(t)) ** power
        y = np.sign(np.cos(t)) * abs(np.cos(t)) ** power * (1 - notch)
    else:
        x, y = np.sin(t), np.cos(t)
    shape = np.column_stack([x, y])[::-1]
    shape -= (shape.max(axis=0) + shape.min(axis=0)) / 2
    return np.asarray(shape * [width, height] / np.ptp(shape, axis=0))


Height = Callable[[Floats, Floats], Floats]


def carving(kind: str, width: float, height: float, thick: float) -> tuple[Mesh, float]:
    """The carved solid and the height of its top edge, both mm."""
    shape = carving_outline(kind, width, height)

    def surface(f: Floats, p: Floats) -> Floats:
        x, y = p[..., 0] / width, p[..., 1] / height
        pillow = np.sqrt(np.maximum(0.0, 1 - f**3.2)) * 0.62 + 0.38 * (1 - 0.5 * f**8)
        if kind == "leaf":
            middle = np.exp(-((x / 0.03) ** 2)) * 0.32
            ribs = (
                np.maximum(0, np.cos((y - 0.75 * abs(x)) * 34)) ** 5
                * 0.2
                * np.minimum(1, 8 * abs(x))
                * (1 - f**6)
            )
            return thick * (0.72 * pillow + 0.1 * abs(x) - middle * (1 - f**4) - ribs + 0.15)
        if kind == "tablet":
            grooves = sum(0.12 * np.exp(-(((y - at) / 0.008) ** 2)) for at in (0.31, 0.345))
            return thick * ((1 - f**14) * 0.3 + 0.7 * (1 - 0.25 * f**6) - grooves * (f < 0.97))
        if kind == "gourd":
            waist = 1 - 0.3 * np.exp(-(((y - 0.13) / 0.07) ** 2))
            return thick * pillow * waist
        if kind == "lock":
            rim = 0.16 * np.exp(-(((f - 0.84) / 0.05) ** 2))
            away, around = np.hypot(1.35 * x, y), np.arctan2(y, 1.35 * x)
            petals = 0.3 * np.exp(-(((away - 0.16) / 0.09) ** 2)) * (0.5 + 0.5 * np.cos(6 * around))
            dots = sum(
                0.3 * np.exp(-((np.hypot(1.45 * (abs(x) - at), y) / 0.045) ** 2))
                for at in (0.0, 0.27)
            )
            return np.asarray(thick * (0.7 * (1 - 0.35 * f**12) + rim + petals + dots))
        return np.asarray(thick * pillow)

    return relief(shape, surface, 60), float(height / 2)


def pearl_drop(design: Design) -> list[Part]:
    """A pearl under a small cap, with melee above it where listed."""
    gem = design.stones[0]
    radius = gem.length_mm / 2
    cap = ellipsoid(0.42 * radius, 0.22 * radius, 0.42 * radius, 14).moved(y=radius * 0.9)
    motif = [stone(0, "bead", gem.length_mm, gem.width_mm), metal(cap)]
    top = radius * 1.05
    if len(design.stones) > 1:
        small = design.stones[1]
        for k in range(small.count):
            motif += place(
                melee(1, small.width_mm),
                np.array([0.0, top + small.width_mm * (0.62 + 1.16 * k), 0.0]),
                UP,
            )
        top += small.width_mm * 1.16 * small.count + 0.2
    return hung(design, [*motif, metal(bail(top - 0.3))])


def bar(design: Design) -> list[Part]:
    """An upright bar, with stones down its face where listed."""
    length, width = design.mm("bar_mm", 22.0), design.mm("bar_width_mm", 2.4)
    body = relief(
        outline("baguette", length, width),
        lambda f, _p: 1.4 - 0.25 * np.maximum(0, (f - 0.8) / 0.2) ** 2,
    )
    motif = [metal(body)]
    for index, gem in enumerate(design.stones):
        ys = np.linspace(length / 2 - gem.width_mm, -length / 2 + gem.width_mm, gem.count)
        spots = np.column_stack(
            [np.zeros(gem.count), ys, np.full(gem.count, 1.35 + 0.45 * gem.width_mm)]
        )
        motif += row_of_melee(index, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    return hung(design, [*motif, metal(bail(length / 2 - 0.4).moved(z=0.7))])


def open_circle(design: Design) -> list[Part]:
    """A ring of melee as a motif, open in the middle."""
    gem = design.stones[0]
    reach = design.mm("circle_mm", 14.0) / 2
    angle = 2 * np.pi * np.arange(gem.count) / gem.count
    spots = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), np.zeros(gem.count)])
    motif = row_of_melee(0, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    hoop = lathe(
        round_profile(gem.width_mm * 0.24, 14) + np.array([reach, -gem.width_mm * 0.42]), 128
    )
    return hung(design, [*motif, metal(hoop), metal(bail(reach + gem.width_mm * 0.5 - 0.2))])
