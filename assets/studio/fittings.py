"""What holds a stone: prongs, bezels, melee seats and channels, all in the stone's own frame.

A stone's frame has its girdle at z = 0 and its table towards +z, in mm. `Part` is what the
builders hand on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from assets.studio.designs import Stone
from assets.studio.gems import cut_gem, outline, radius_at
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, facing, join, sweep


@dataclass(frozen=True)
class Part:
    """One solid of one material: metal, cord, or the stone with this index in the design."""

    mesh: Mesh
    material: str  # "metal", "metal2" (the second colour of a two-tone piece), "cord" or "stone"
    stone: int = -1
    chain: bool = False  # laid out beside the motif: weighed, but not measured or framed
    fastening: bool = False  # a clasp: weighed, never measured

    def turned(self, rotation: Floats) -> Part:
        return replace(self, mesh=self.mesh.turned(rotation))

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Part:
        return replace(self, mesh=self.mesh.moved(x, y, z))


def metal(*meshes: Mesh, chain: bool = False) -> Part:
    return Part(join(meshes), "metal", chain=chain)


def place(
    parts: Sequence[Part], at: Floats, normal: Floats, up: Floats | None = None
) -> list[Part]:
    """Parts in a stone's frame, set at a point with the table along `normal`."""
    rotation = facing(normal, up)
    return [part.turned(rotation).moved(*at) for part in parts]


def round_profile(radius: float, points: int = 16, squareness: float = 2.0) -> Floats:
    """A circle (squareness 2) or a rounded square (towards 8) as a sweep profile."""
    return slab_profile(2 * radius, 2 * radius, points, squareness)


def slab_profile(
    thickness: float, width: float, points: int = 32, squareness: float = 4.0
) -> Floats:
    """A superellipse: thickness along the sweep's normal, width along its binormal."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    cosine, sine = np.cos(angle), np.sin(angle)
    power = 2 / squareness
    return np.column_stack(
        [
            thickness / 2 * np.sign(cosine) * abs(cosine) ** power,
            width / 2 * np.sign(sine) * abs(sine) ** power,
        ]
    )


def wire(points: Sequence[Sequence[float]], radius_mm: float, end_share: float = 1.0) -> Mesh:
    """A round wire through points (Catmull-Rom), ball-ended, tapering to `end_share`."""
    path = smooth_path(np.array(points, dtype=float), 8)
    scale = np.linspace(1.0, end_share, len(path))
    body = sweep(path, round_profile(radius_mm, 14), False, SweepFrame(scale=scale))
    tips = [
        ellipsoid(r, r, r, 7).moved(*path[i])
        for i, r in ((0, radius_mm * 0.999), (-1, radius_mm * end_share * 0.999))
    ]
    return join([body, *tips])


def smooth_path(points: Floats, per_span: int, closed: bool = False) -> Floats:
    """Catmull-Rom spline through the points."""
    padded = (
        np.concatenate([points[-1:], points, points[:2]])
        if closed
        else np.concatenate([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    )
    spans = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        t = np.linspace(0, 1, per_span, endpoint=False)[:, None]
        spans.append(
            0.5
            * (
                2 * start
                + (end - before) * t
                + (2 * before - 5 * start + 4 * end - after) * t**2
                + (3 * start - before - 3 * end + after) * t**3
            )
        )
    path = np.concatenate(spans)
    return path if closed else np.concatenate([path, points[-1:]])


def ring_of(shape: Floats, profile: Floats, z: float, scale: float = 1.0) -> Mesh:
    """A rail of one profile following an outline at one height."""
    dense = np.concatenate([shape, shape[:1]])
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])
    even = np.linspace(0, steps[-1], 97)[:-1]
    xy = scale * np.column_stack([np.interp(even, steps, dense[:, i]) for i in (0, 1)])
    path = np.column_stack([xy, np.full(len(xy), z)])
    along = np.roll(path, -1, axis=0) - np.roll(path, 1, axis=0)
    outward = np.cross(along, [0.0, 0.0, 1.0])
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    return sweep(path, profile, True, SweepFrame(normals=outward))


PRONG_ANGLES = {
    "princess": (45, 135, 225, 315), "radiant": (45, 135, 225, 315), "asscher": (45, 135, 225, 315),
    "marquise": (90, 270, 20, 160, 200, 340), "pear": (90, 228, 312, 12, 168), "heart": (270, 52,
    128, 352, 188),
}  # fmt: skip


def prong_angles(cut: str, length: float, width: float, prongs: int) -> list[float]:
    """Where the prongs stand, in degrees from +x; corners first for angular cuts."""
    if cut in ("princess", "radiant", "asscher", "emerald cut", "baguette", "cushion") or (
        cut == "oval" and prongs == 4
    ):
        corner = float(np.degrees(np.arctan2(length, width)))
        return [corner, 180 - corner, 180 + corner, 360 - corner]
    if cut in PRONG_ANGLES:
        return list(PRONG_ANGLES[cut])
    start = 45.0 if prongs == 4 else 0.0
    return [start + 360 / prongs * k for k in range(prongs)]


def prong_head(cut: str, length: float, width: float, prongs: int = 4) -> Mesh:
    """A basket: tapering prongs from one point below, two rails, tips folded over the girdle."""
    shape = outline(cut, length, width)
    thick = max(0.26, min(0.5, 0.07 * width))
    depth = 0.62 * width
    pieces = [
        ring_of(shape, round_profile(thick * 0.8), -0.24 * width, 0.74),
        ring_of(shape, round_profile(thick * 0.8), -0.46 * width, 0.45),
    ]
    for degrees in prong_angles(cut, length, width, prongs):
        reach = radius_at(shape, degrees)
        x, y = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
        spots = (
            (0.34 * reach, -depth),
            (0.78 * reach, -0.25 * width),
            (reach + thick * 0.45, -0.01 * width),
            (reach + thick * 0.25, 0.085 * width),
            (reach - thick * 0.8, 0.12 * width),
        )
        pieces.append(wire([(r * x, r * y, z) for r, z in spots], thick, 0.85))
    return join(pieces)


def bezel(cut: str, length: float, width: float, wall: float = 0.45) -> Mesh:
    """A collar around the girdle with a soft lip over the stone, and an open back."""
    wall = min(wall, 0.13 * width)
    shape = outline(cut, length + wall * 0.9, width + wall * 0.9)
    tall = 0.2 * width + 0.3 if cut == "cabochon" else 0.42 * width + 0.2
    rail = slab_profile(wall, tall, 24, 5.0)
    return ring_of(shape, rail, 0.1 + 0.06 * width - tall / 2)


def stone(index: int, cut: str, length: float, width: float) -> Part:
    return Part(cut_gem(cut, round(length, 3), round(width, 3)), "stone", index)


def mounted(index: int, gem: Stone, setting: str | None, prongs: int = 4) -> list[Part]:
    """A stone in the holder its setting names: a collar for bezel and flush, else a prong head."""
    holder = (
        bezel(gem.cut, gem.length_mm, gem.width_mm)
        if setting in ("bezel", "flush")
        else prong_head(gem.cut, gem.length_mm, gem.width_mm, prongs)
    )
    return [stone(index, gem.cut, gem.length_mm, gem.width_mm), metal(holder)]


def melee(index: int, diameter: float, beads: int = 4) -> list[Part]:
    """A small round in a fine ring seat held by bead prongs: the unit of pave, halo and cluster
    work.
    """
    radius = diameter / 2
    bead = max(0.13, 0.145 * radius)
    angles = np.radians(45 + 360 / beads * np.arange(beads))
    rim = radius + bead * 0.35
    posts = [
        join(
            [
                ellipsoid(bead, bead, bead * 1.1, 6).moved(
                    rim * np.cos(a), rim * np.sin(a), 0.12 * radius
                ),
                wire(
                    [
                        (rim * np.cos(a), rim * np.sin(a), 0.1 * radius),
                        (rim * np.cos(a), rim * np.sin(a), -0.85 * radius),
                    ],
                    bead * 0.85,
                ),
            ]
        )
        for a in angles
    ]
    circle = outline("round", diameter, diameter, 32)
    seat = ring_of(circle, round_profile(bead * 0.9, 10), -0.32 * radius, 0.94)
    return [stone(index, "round", diameter, diameter), metal(seat, *posts)]


def row_of_melee(index: int, spots: Floats, normals: Floats, diameter: float) -> list[Part]:
    """Melee at each spot (N, 3) facing its normal (N, 3)."""
    unit = melee(index, diameter)
    return [
        part for at, normal in zip(spots, normals, strict=True) for part in place(unit, at, normal)
    ]


def arc(radius: float, start_deg: float, end_deg: float, points: int) -> tuple[Floats, Floats]:
    """Points (N, 3) and outward normals of an arc round the y axis; 0 degrees is +z, positive
    towards +x.
    """
    angle = np.radians(np.linspace(start_deg, end_deg, points))
    normals = np.column_stack([np.sin(angle), np.zeros(points), np.cos(angle)])
    return radius * normals, normals
