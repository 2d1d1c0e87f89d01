"""Rings with a built-up or open face: clusters, signets, open and crossing bands, chevrons.

Axes as in `bands`: the finger along y, the head at +z.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.studio.bands import AROUND, profile_of, shank, top_of
from assets.studio.designs import Design
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    ring_of,
    round_profile,
    row_of_melee,
    slab_profile,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.heads import ALONG_FINGER, UP
from assets.studio.mesh import Floats, SweepFrame, ellipsoid, relief, sweep


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
    stem = wire([(0, 0, -0.3 * centre.width_mm), (0, 0, -0.7 * centre.width_mm)], 0.9)
    spokes = [
        wire(
            [(0, 0, -0.55 * centre.width_mm),
             (0.8 * reach * np.cos(a), 0.8 * reach * np.sin(a), -0.45 * centre.width_mm)], 0.3,
        )
        for a in np.linspace(0, 2 * np.pi, 4, endpoint=False)
    ]  # fmt: skip
    return [metal(shank(design, 0.8)), *place([*flower, metal(plate, stem, *spokes)], at, UP)]


def star_radius(angle: Floats, points: int, tip: float, waist: float) -> Floats:
    """Distance from the centre to the straight sides of a star, by direction in radians."""
    half = np.pi / points
    away = np.abs((angle + half) % (2 * half) - half)  # from the nearest tip
    tip_xy = np.array([tip, 0.0])
    waist_xy = waist * np.array([np.cos(half), np.sin(half)])
    edge = waist_xy - tip_xy
    return np.asarray(
        (tip_xy[0] * edge[1] - tip_xy[1] * edge[0])
        / (np.cos(away) * edge[1] - np.sin(away) * edge[0])
    )


def compass(points: Floats, size: float) -> Floats:
    """Depth in mm of a cut compass rose: four long arms over four short ones, hollow-ground."""
    angle = np.arctan2(points[..., 1], points[..., 0])
    radius = np.hypot(points[..., 0], points[..., 1])
    depth = np.zeros(radius.shape)
    for turned, tip in ((0.0, 0.44), (np.pi / 4, 0.3)):
        reach = star_radius(angle + turned, 4, tip * size, 0.12 * size)
        depth = np.maximum(depth, 0.6 * np.clip(1 - radius / reach, 0, 1) ** 0.6)
    return depth


def rays(points: Floats, size: float) -> Floats:
    """Depth in mm of a rising sun: half a disc at the lower edge and straight rays from it."""
    x, y = points[..., 0], points[..., 1] + 0.24 * size
    angle, radius = np.arctan2(y, x), np.hypot(x, y)
    cut = np.clip(np.cos(14 * angle) * 3, 0, 1) * (radius > 0.26 * size) * (y > 0.02 * size)
    sun = (radius < 0.2 * size) & (y > 0)
    return np.asarray(0.28 * cut + 0.34 * sun)


SEALS: dict[str, Callable[[Floats, float], Floats]] = {"compass": compass, "rays": rays}


def signet(design: Design) -> list[Part]:
    """A heavy tapering band under a flat face, with a stone tablet where listed, or a cut seal."""
    body = shank(design, 1.35)
    top = top_of(design)
    kind = str(design.shape.get("face", "cushion"))
    size = design.mm("face_mm", 12.0)
    face = outline(kind, size, size * 0.86, 240)
    seal = SEALS.get(str(design.shape.get("seal")))

    def height(f: Floats, p: Floats) -> Floats:
        edge = 2.6 - 0.5 * np.maximum(0, (f - 0.82) / 0.18) ** 2
        if seal is None:
            return np.asarray(edge)
        inside = np.clip((0.86 - f) / 0.05, 0, 1)  # the rim stays whole
        return np.asarray(edge - inside * seal(p, size * 0.86))

    parts = [metal(body, relief(face, height, 110 if seal else 24).moved(z=top - 1.2))]
    if design.stones:
        gem = design.stones[0]
        tablet = relief(
            outline(kind, gem.length_mm, gem.width_mm),
            lambda f, _p: 1.3 - 0.55 * np.maximum(0, (f - 0.78) / 0.22) ** 2,
        )
        parts.append(Part(tablet.moved(z=top + 0.75), "stone", 0))
    return parts


def open_ring(design: Design) -> list[Part]:
    """A band open at the top. `gap_deg` is the half-angle of the opening; below zero the ends pass
    each other, `offset_mm` apart. Stones, one or two kinds, stand at the ends.
    """
    thickness, width = design.mm("thickness_mm", 1.6), design.mm("band_mm", 2.0)
    gap, offset = design.mm("gap_deg", 16.0), design.mm("offset_mm", 0.0)
    middle = design.inner_mm / 2 + thickness / 2
    degrees = np.linspace(gap, 360 - gap, AROUND + 1)
    angle = np.radians(degrees)
    lean = np.cos(angle / 2)  # +1 at one end, -1 at the other
    shift = offset * np.sign(lean) * np.abs(lean) ** 2.5
    normals = np.column_stack([np.sin(angle), np.zeros_like(angle), np.cos(angle)])
    path = middle * normals + np.column_stack([0 * angle, shift, 0 * angle])
    end = np.minimum(degrees - gap, 360 - gap - degrees)
    scale = 0.72 + 0.28 * np.clip(end / 70, 0, 1)
    profile = profile_of(str(design.shape.get("band", "court")), thickness, width)
    arms = sweep(path, profile, False, SweepFrame(normals=normals, scale=scale))
    tips = [
        ellipsoid(0.36 * width, 0.36 * width, 0.36 * thickness, 14)
        .turned(np.column_stack([np.cross(ALONG_FINGER, n), ALONG_FINGER, n]))
        .moved(*at)
        for at, n in ((path[0], normals[0]), (path[-1], normals[-1]))
    ]
    parts = [metal(arms, *tips)]
    for index, (at, normal, side) in enumerate(
        ((path[0], normals[0], -1.0), (path[-1], normals[-1], 1.0))
    ):
        if design.stones:
            parts += arm_end(design, min(index, len(design.stones) - 1), at, normal, side)
    return parts


def arm_end(design: Design, index: int, at: Floats, normal: Floats, side: float) -> list[Part]:
    """A pearl at the very tip of an arm, or a set stone standing on it."""
    gem = design.stones[index]
    thickness = design.mm("thickness_mm", 1.6)
    if gem.cut == "bead":
        onward = side * np.cross(ALONG_FINGER, normal)
        centre = (
            at + onward * 0.46 * gem.width_mm + normal * (0.56 * gem.width_mm - 0.5 * thickness)
        )
        cup = ellipsoid(0.21 * gem.width_mm, 0.21 * gem.width_mm, 0.21 * gem.width_mm, 14)
        seat = centre - (0.36 * onward + 0.28 * normal) * gem.width_mm
        return [
            stone(index, "bead", gem.length_mm, gem.width_mm).moved(*centre),
            metal(cup.moved(*seat)),
        ]
    lift = (0.5 if design.setting == "prong" else 0.32) * gem.width_mm
    unit = mounted(index, gem, design.setting)
    up = np.cross(ALONG_FINGER, normal) if design.shape.get("sideways") else ALONG_FINGER
    return place(unit, at + normal * (lift + 0.2 * thickness), normal, up)


def chevron(design: Design) -> list[Part]:
    """A band that dips to a point at the top, with melee along the arms of the V where listed."""
    thickness, width = design.mm("thickness_mm", 1.5), design.mm("band_mm", 1.8)
    depth, spread = design.mm("depth_mm", 4.0), design.mm("spread_deg", 62.0)
    outer = top_of(design)

    def dip(degrees: Floats) -> Floats:
        share = np.clip(1 - np.abs(degrees) / spread, 0, 1)
        return np.asarray(-depth * share ** float(design.shape.get("power", 1.25)))

    degrees = np.linspace(-180, 180, 2 * AROUND, endpoint=False)
    angle = np.radians(degrees)
    normals = np.column_stack([np.sin(angle), np.zeros_like(angle), np.cos(angle)])
    middle = design.inner_mm / 2 + thickness / 2
    path = middle * normals + np.column_stack([0 * angle, dip(degrees), 0 * angle])
    profile = slab_profile(thickness, width, 24, 3.0)
    parts = [metal(sweep(path, profile, True, SweepFrame(normals=normals)))]
    if design.stones:
        gem = design.stones[0]
        fine = np.linspace(-spread, spread, 2001)
        lengths = np.hypot(np.radians(np.gradient(fine)) * outer, np.gradient(dip(fine)))
        along = np.cumsum(lengths)
        along -= along[1000]
        wanted = (np.arange(gem.count) - (gem.count - 1) / 2) * gem.width_mm * 1.12
        where = np.interp(wanted, along, fine)
        facing_out = np.column_stack(
            [np.sin(np.radians(where)), 0 * where, np.cos(np.radians(where))]
        )
        spots = (outer + 0.26 * gem.width_mm) * facing_out
        spots[:, 1] = dip(where)
        parts += row_of_melee(0, spots, facing_out, gem.width_mm)
    return parts
