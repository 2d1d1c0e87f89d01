"""Rings with a head: solitaires, halos, three stones, clusters, signets and cabochons.

Axes as in `bands`: the finger along y, the head at +z.
"""

from __future__ import annotations

import numpy as np

from assets.studio.bands import shank, top_of
from assets.studio.designs import Design, Stone
from assets.studio.fittings import (
    Part,
    arc,
    bezel,
    melee,
    metal,
    mounted,
    place,
    ring_of,
    round_profile,
    row_of_melee,
    slab_profile,
    stone,
)
from assets.studio.gems import outline
from assets.studio.mesh import Floats, ellipsoid, relief, turn

UP = np.array([0.0, 0.0, 1.0])


def head(design: Design, index: int, at: Floats, normal: Floats) -> list[Part]:
    """One stone in the design's setting, its girdle at `at`; the long axis follows the finger."""
    gem = design.stones[index]
    prongs = int(design.shape.get("prongs", 4))
    return place(mounted(index, gem, design.setting, prongs), at, normal, np.array([0.0, 1.0, 0.0]))


def shoulder_stones(design: Design, index: int, first_deg: float, last_deg: float) -> list[Part]:
    """Melee along both shoulders, standing a little proud of the band."""
    gem = design.stones[index]
    radius = top_of(design) + 0.28 * gem.width_mm
    per_side = gem.count // 2
    parts: list[Part] = []
    for side in (1, -1):
        spots, normals = arc(radius, side * first_deg, side * last_deg, per_side)
        parts += row_of_melee(index, spots, normals, gem.width_mm)
    return parts


def solitaire(design: Design) -> list[Part]:
    """One stone over a tapering band, with pave shoulders where the design lists a second stone."""
    gem = design.stones[0]
    lift = (0.52 if design.setting == "prong" else 0.36) * gem.width_mm
    at = UP * (top_of(design) - 0.3 + lift)
    parts = [metal(shank(design, float(design.shape.get("taper", 0.85)))), *head(design, 0, at, UP)]
    if len(design.stones) > 1:
        start = np.degrees(np.arctan2(0.62 * gem.width_mm, top_of(design)))
        gap = np.degrees((design.stones[1].width_mm * 1.12) / top_of(design))
        parts += shoulder_stones(design, 1, start, start + gap * (design.stones[1].count // 2 - 1))
    return parts


def halo_round(index: int, centre: Stone, small: Stone, z: float) -> list[Part]:
    """Melee in a closed row just outside a centre stone's girdle, in that stone's frame."""
    grow = small.width_mm * 1.12 + 0.35
    rim = outline(centre.cut, centre.length_mm + grow, centre.width_mm + grow, 240)
    dense = np.concatenate([rim, rim[:1]])
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    even = np.linspace(0, steps[-1], small.count, endpoint=False)
    spots = np.column_stack(
        [*(np.interp(even, steps, dense[:, i]) for i in (0, 1)), np.full(small.count, z)]
    )
    parts = row_of_melee(index, spots, np.tile(UP, (small.count, 1)), small.width_mm)
    rail = slab_profile(small.width_mm * 1.05, small.width_mm * 0.3, 20, 5.0)
    return [*parts, metal(ring_of(rim, rail, z - 0.42 * small.width_mm))]


def halo(design: Design) -> list[Part]:
    """A centre stone in a ring of melee; a third stone group goes along the shoulders."""
    centre, small = design.stones[:2]
    at = UP * (top_of(design) - 0.3 + 0.56 * centre.width_mm)
    crown = [*halo_round(1, centre, small, -0.02 * centre.width_mm)]
    parts = [
        metal(shank(design, 0.85)),
        *head(design, 0, at, UP),
        *place(crown, at, UP, np.array([0.0, 1.0, 0.0])),
    ]
    if len(design.stones) > 2:
        reach = 0.5 * centre.width_mm + small.width_mm + 0.8
        start = np.degrees(np.arctan2(reach, top_of(design)))
        gap = np.degrees(design.stones[2].width_mm * 1.12 / top_of(design))
        parts += shoulder_stones(design, 2, start, start + gap * (design.stones[2].count // 2 - 1))
    return parts


def three_stone(design: Design) -> list[Part]:
    """A centre stone between two of the second kind."""
    centre, side = design.stones[:2]
    base = top_of(design) - 0.3
    parts = [metal(shank(design, 0.9)), *head(design, 0, UP * (base + 0.56 * centre.width_mm), UP)]
    reach = (centre.width_mm + side.width_mm) / 2 + 0.75
    angle = np.degrees(np.arctan2(reach, base + 0.5 * side.width_mm))
    for sign in (1, -1):
        normal = turn("y", sign * angle * 0.75) @ UP
        at = (
            turn("y", sign * angle)
            @ UP
            * (base + 0.55 * side.width_mm)
            / np.cos(np.radians(angle * 0.3))
        )
        parts += head(design, 1, at, normal)
    return parts


def cluster(design: Design) -> list[Part]:
    """A flower: a middle stone ringed by petals of the second kind."""
    centre, petal = design.stones[:2]
    at = UP * (top_of(design) + 0.55 * centre.width_mm)
    reach = (centre.width_mm + petal.width_mm) / 2 * 1.1 + 0.3
    flower: list[Part] = melee(0, centre.width_mm, 6)
    for k in range(petal.count):
        angle = 2 * np.pi * k / petal.count
        spot = np.array([reach * np.cos(angle), reach * np.sin(angle), 0.0])
        tilted = np.array([0.3 * np.cos(angle), 0.3 * np.sin(angle), 1.0])
        flower += place(melee(1, petal.width_mm), spot, tilted)
    plate = ring_of(
        outline("round", 2 * reach, 2 * reach),
        round_profile(0.35, 12),
        -0.45 * centre.width_mm,
        0.8,
    )
    return [metal(shank(design, 0.8)), *place([*flower, metal(plate)], at, UP)]


def signet(design: Design) -> list[Part]:
    """A man's signet: a heavy tapering band under a flat face, with a stone tablet where listed."""
    body = shank(design, 1.35)
    top = top_of(design)
    face = outline("cushion", design.mm("face_mm", 12.0), design.mm("face_mm", 12.0) * 0.86)
    table = relief(face, lambda f, _p: 2.6 - 0.5 * np.maximum(0, (f - 0.82) / 0.18) ** 2)
    parts = [metal(body, table.moved(z=top - 1.2))]
    if design.stones:
        gem = design.stones[0]
        tablet = relief(
            outline("cushion", gem.length_mm, gem.width_mm),
            lambda f, _p: 1.3 - 0.55 * np.maximum(0, (f - 0.78) / 0.22) ** 2,
        )
        parts.append(Part(tablet.moved(z=top + 0.75), "stone", 0))
    return parts


def domed(design: Design) -> list[Part]:
    """One cabochon, pearl or bead held by a bezel or a cup with a peg."""
    gem = design.stones[0]
    top = top_of(design)
    parts = [metal(shank(design, 0.9))]
    if gem.cut == "bead":
        cup = ellipsoid(0.34 * gem.width_mm, 0.34 * gem.width_mm, 0.22 * gem.width_mm, 16)
        parts.append(metal(cup.moved(z=top + 0.1 * gem.width_mm)))
        return [
            *parts,
            stone(0, "bead", gem.length_mm, gem.width_mm).moved(z=top + 0.55 * gem.width_mm),
        ]
    collar = bezel(gem.cut, gem.length_mm, gem.width_mm, 0.55)
    base = relief(outline(gem.cut, gem.length_mm, gem.width_mm), lambda f, _p: np.full_like(f, 0.6))
    at = UP * (top + 0.22 * gem.width_mm)
    placed = [
        stone(0, gem.cut, gem.length_mm, gem.width_mm),
        metal(collar, base.moved(z=-0.2 * gem.width_mm)),
    ]
    parts += place(placed, at, UP, np.array([0.0, 1.0, 0.0]))
    if len(design.stones) > 1:
        start = np.degrees(np.arctan2(0.62 * gem.width_mm, top))
        gap = np.degrees(design.stones[1].width_mm * 1.12 / top)
        parts += shoulder_stones(design, 1, start, start + gap * (design.stones[1].count // 2 - 1))
    return parts
