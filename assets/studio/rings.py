"""Rings: shanks, heads and bands. The finger runs along y and the head stands at +z; the origin is the finger's centre."""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design, Stone
from assets.studio.fittings import (
    Part,
    arc,
    bezel,
    melee,
    metal,
    place,
    prong_head,
    ring_of,
    round_profile,
    row_of_melee,
    slab_profile,
    stone,
)
from assets.studio.gems import outline
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, join, relief, sweep, turn

UP = np.array([0.0, 0.0, 1.0])
AROUND = 200


def profile_of(kind: str, thickness: float, width: float) -> Floats:
    """The band's cross-section: normal outwards first, along the finger second."""
    if kind == "flat":
        return slab_profile(thickness, width, 40, 7.0)
    if kind == "knife":
        return np.array(
            [(0.5, 0.0), (0.42, 0.06), (0.0, 0.44), (-0.4, 0.5), (-0.5, 0.42), (-0.5, -0.42), (-0.4, -0.5),
             (0.0, -0.44), (0.42, -0.06)]
        ) * [thickness, width]  # fmt: skip
    if kind == "bevelled":
        return np.array(
            [(0.5, 0.28), (0.22, 0.5), (-0.4, 0.5), (-0.5, 0.4), (-0.5, -0.4), (-0.4, -0.5), (0.22, -0.5), (0.5, -0.28)]
        ) * [thickness, width]  # fmt: skip
    if kind == "channel":
        return np.array(
            [(0.5, 0.3), (0.5, 0.47), (0.44, 0.5), (-0.44, 0.5), (-0.5, 0.44), (-0.5, -0.44), (-0.44, -0.5),
             (0.44, -0.5), (0.5, -0.47), (0.5, -0.3), (-0.38, -0.3), (-0.38, 0.3)]
        ) * [thickness, width]  # fmt: skip
    profile = slab_profile(thickness, width, 36, 2.6)
    inner = profile[:, 0] < 0
    profile[inner, 0] = np.maximum(profile[inner, 0], -thickness * 0.36) * 1.0
    return profile


def shank(design: Design, taper: float = 1.0) -> Mesh:
    """The band; `taper` is its size at the head as a share of its size at the back."""
    thickness, width = design.mm("thickness_mm", 1.7), design.mm("band_mm", 2.0)
    profile = profile_of(str(design.shape.get("band", "court")), thickness, width)
    points, normals = arc(design.inner_mm / 2 + thickness / 2, 0, 360, AROUND + 1)
    angle = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    scale = taper + (1 - taper) * (1 - np.cos(angle)) / 2
    centre = points[:-1] - normals[:-1] * ((1 - scale) * thickness / 2)[:, None]
    return sweep(centre, profile, True, SweepFrame(normals=normals[:-1], scale=scale))


def top_of(design: Design) -> float:
    """Height of the band's outer face above the finger's centre, mm."""
    return design.inner_mm / 2 + design.mm("thickness_mm", 1.7)


def head(design: Design, index: int, at: Floats, normal: Floats) -> list[Part]:
    """One stone in the design's setting, its girdle at `at`; the long axis follows the finger."""
    gem = design.stones[index]
    length, width = gem.length_mm, gem.width_mm
    holder = (
        bezel(gem.cut, length, width)
        if design.setting in ("bezel", "flush")
        else prong_head(gem.cut, length, width, int(design.shape.get("prongs", 4)))
    )
    up = np.array([0.0, 1.0, 0.0])
    return place([stone(index, gem.cut, length, width), metal(holder)], at, normal, up)


def shoulder_stones(design: Design, index: int, first_deg: float, last_deg: float) -> list[Part]:
    """Melee along both shoulders, standing a little proud of the band."""
    gem = design.stones[index]
    radius = top_of(design) + 0.12 * gem.width_mm
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
    spots = np.column_stack([*(np.interp(even, steps, dense[:, i]) for i in (0, 1)), np.full(small.count, z)])
    parts = row_of_melee(index, spots, np.tile(UP, (small.count, 1)), small.width_mm)
    rail = slab_profile(small.width_mm * 1.05, small.width_mm * 0.3, 20, 5.0)
    return [*parts, metal(ring_of(rim, rail, z - 0.42 * small.width_mm))]


def halo(design: Design) -> list[Part]:
    """A centre stone in a ring of melee; a third stone group goes along the shoulders."""
    centre, small = design.stones[:2]
    at = UP * (top_of(design) - 0.3 + 0.56 * centre.width_mm)
    crown = [*halo_round(1, centre, small, -0.02 * centre.width_mm)]
    parts = [metal(shank(design, 0.85)), *head(design, 0, at, UP), *place(crown, at, UP, np.array([0.0, 1.0, 0.0]))]
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
        at = turn("y", sign * angle) @ UP * (base + 0.55 * side.width_mm) / np.cos(np.radians(angle * 0.3))
        parts += head(design, 1, at, normal)
    return parts


def band(design: Design) -> list[Part]:
    """A plain band; a listed stone is sunk flush at the top, an inlay ring is the second metal colour."""
    parts = [metal(shank(design))]
    width, top = design.mm("band_mm", 4.0), top_of(design)
    if "inlay_mm" in design.shape:
        points, normals = arc(top - 0.16, 0, 360, AROUND + 1)
        rail = slab_profile(0.44, design.mm("inlay_mm", 1.0), 20, 6.0)
        parts.append(Part(sweep(points[:-1], rail, True, SweepFrame(normals=normals[:-1])), "metal2"))
    if design.shape.get("groove"):
        for offset in (-0.27 * width, 0.27 * width):
            points, normals = arc(top - 0.02, 0, 360, AROUND + 1)
            bead = sweep(points[:-1] + [0, offset, 0], round_profile(0.16, 10), True, SweepFrame(normals=normals[:-1]))
            parts.append(metal(bead))
    if design.stones:
        gem = design.stones[0]
        spread = np.degrees(gem.width_mm * 1.5 / top)
        spots, normals = arc(top + 0.12 * gem.width_mm, *(
            (0.0, 0.0) if gem.count == 1 else (-spread * (gem.count - 1) / 2, spread * (gem.count - 1) / 2)
        ), gem.count)
        for at, normal in zip(spots, normals, strict=True):
            collar = metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))
            parts += place([stone(0, gem.cut, gem.length_mm, gem.width_mm), collar], at, normal)
    return parts


def twisted(design: Design) -> list[Part]:
    """Two round wires wound about each other into a band; the second may carry the second metal colour."""
    radius = design.mm("band_mm", 2.6) / 4
    middle = design.inner_mm / 2 + 2 * radius
    angle = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    turns = int(design.shape.get("turns", 14))
    parts = []
    for phase, material in ((0.0, "metal"), (np.pi, "metal2" if design.metal.colour == "two-tone" else "metal")):
        out = middle + radius * np.cos(turns * angle + phase)
        path = np.column_stack([out * np.sin(angle), radius * np.sin(turns * angle + phase), out * np.cos(angle)])
        parts.append(Part(sweep(path, round_profile(radius * 1.05, 16), True), material))
    return parts


def eternity(design: Design) -> list[Part]:
    """Stones all the way round, or over the upper part; channel rails or bead seats by the setting."""
    gem = design.stones[0]
    thickness = design.mm("thickness_mm", 1.6)
    top = top_of(design)
    full = design.shape.get("full", True)
    lift = 0.05 * gem.width_mm if design.setting == "channel" else 0.22 * gem.width_mm
    spread = 180.0 - 180.0 / gem.count if full else np.degrees(gem.width_mm * 1.14 / top) * (gem.count - 1) / 2
    spots, normals = arc(top + lift, -spread, spread, gem.count)
    if design.setting != "channel":
        thinner = [metal(shank(design))]
        return thinner + row_of_melee(0, spots, normals, gem.width_mm)
    parts = [metal(shank(design))]
    unit = [stone(0, gem.cut, gem.length_mm, gem.width_mm)]
    for at, normal in zip(spots - normals * (0.12 * thickness), normals, strict=True):
        parts += place(unit, at, normal, np.array([0.0, 1.0, 0.0]))
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
    plate = ring_of(outline("round", 2 * reach, 2 * reach), round_profile(0.35, 12), -0.45 * centre.width_mm, 0.8)
    return [metal(shank(design, 0.8)), *place([*flower, metal(plate)], at, UP)]


def signet(design: Design) -> list[Part]:
    """A man's signet: a heavy tapering band under a flat face, with a stone tablet where listed."""
    body = shank(design, 1.35)
    top = top_of(design)
    face = outline("cushion", design.mm("face_mm", 12.0), design.mm("face_mm", 12.0) * 0.86)
    table = relief(face, lambda f, _p: 2.6 - 0.5 * np.maximum(0, (f - 0.82) / 0.18) ** 2 - 0.0 * f)
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
        return [*parts, stone(0, "bead", gem.length_mm, gem.width_mm).moved(z=top + 0.55 * gem.width_mm)]
    collar = bezel(gem.cut, gem.length_mm, gem.width_mm, 0.55)
    base = relief(outline(gem.cut, gem.length_mm, gem.width_mm), lambda f, _p: 0.6 + 0.0 * f)
    at = UP * (top + 0.22 * gem.width_mm)
    placed = [stone(0, gem.cut, gem.length_mm, gem.width_mm), metal(collar, base.moved(z=-0.2 * gem.width_mm))]
    parts += place(placed, at, UP, np.array([0.0, 1.0, 0.0]))
    if len(design.stones) > 1:
        start = np.degrees(np.arctan2(0.62 * gem.width_mm, top))
        gap = np.degrees(design.stones[1].width_mm * 1.12 / top)
        parts += shoulder_stones(design, 1, start, start + gap * (design.stones[1].count // 2 - 1))
    return parts


def jade_band(design: Design) -> list[Part]:
    """A ring turned wholly from one stone."""
    return [Part(shank(design), "stone", 0)]


def pair(design: Design) -> list[Part]:
    """Two matching bands, the wider one behind; each is one size of the pair."""
    wide, slim = shank(design), shank(design.with_shape(band_mm=design.mm("slim_mm", 3.0), inner_mm=design.mm("slim_inner_mm", 52.0)))
    width = design.mm("band_mm", 4.5)
    parts = [metal(wide), metal(slim.turned(turn("z", 24)).moved(x=design.inner_mm * 0.52, y=-width * 1.5, z=-0.9))]
    if design.stones:
        gem = design.stones[0]
        inner = design.mm("slim_inner_mm", 52.0) / np.pi
        at = turn("z", 24) @ np.array([0.0, 0.0, inner / 2 + design.mm("thickness_mm", 1.7) + 0.1 * gem.width_mm])
        at = at + [design.inner_mm * 0.52, -width * 1.5, -0.9]
        parts += place([stone(0, gem.cut, gem.length_mm, gem.width_mm), metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))], at, UP)
    return parts


def all_metal(parts: list[Part]) -> Mesh:
    """The metal of some parts as one mesh."""
    return join(part.mesh for part in parts if part.material.startswith("metal"))
