"""Gems as a cutter makes them: planes ground off a rough, then the solid measured.

A cut is an outline plus a list of facet planes. The girdle lies at z = 0, the table faces +z, the
culet -z. Proportions follow the usual trade ideals (round brilliant: table 56 %, crown 34.5 deg,
pavilion 40.75 deg, Tolkowsky 1919 as rounded by GIA); the other cuts take the same crown and
pavilion along their own outline.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np

from assets.studio.clipping import Plane, clipped_solid
from assets.studio.mesh import Floats, Mesh, capped_rows, ellipsoid, join

GIRDLE = 0.03  # girdle thickness, as a share of the width
CROWN = 0.151  # crown height, as a share of the width
PAVILION = 0.431  # pavilion depth, as a share of the width
TABLE = 0.56
TABLE_STEP = 0.13  # crown height of a step cut
STEP_CUTS = ("emerald cut", "asscher", "baguette")


def outline(cut: str, length_mm: float, width_mm: float, points: int = 96) -> Floats:
    """The girdle's outline (P, 2), counter-clockwise; length along y, width along x."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    a, b = width_mm / 2, length_mm / 2
    cosine, sine = np.cos(angle), np.sin(angle)
    if cut in ("princess", "radiant", *STEP_CUTS):
        corner = {"princess": 0.03, "baguette": 0.02, "radiant": 0.3, "asscher": 0.42}.get(
            cut, 0.32
        ) * a
        return np.array(
            [(a, -b + corner), (a, b - corner), (a - corner, b), (corner - a, b),
             (-a, b - corner), (-a, corner - b), (corner - a, -b), (a - corner, -b)]
        )  # fmt: skip
    if cut == "cushion":
        power = 2 / 3.4
        return np.column_stack(
            [a * np.sign(cosine) * abs(cosine) ** power, b * np.sign(sine) * abs(sine) ** power]
        )
    if cut == "marquise":
        radius = (a * a + b * b) / (2 * a)  # two arcs through both points
        height = b * np.cos(angle[: points // 2 + 1])
        right = np.column_stack([np.sqrt(radius**2 - height**2) - (radius - a), -height])
        return np.concatenate([right[:-1], -right[:-1]])
    if cut == "pear":
        side = np.concatenate([lobe(a, (0.0, a - b), -90.0, 12.0, points // 3), [(0.0, b)]])
        right = np.concatenate([side[:-1], flank(side[-2], 12.0, side[-1], points // 6)])
        return np.concatenate([right, right[-2:0:-1] * [-1, 1]])
    if cut == "heart":
        right = heart_half(points // 2) * [a, b]
        return np.concatenate([right, right[-2:0:-1] * [-1, 1]])
    if cut not in ("round", "oval", "cabochon"):
        raise ValueError(
            f"no outline for the cut {cut!r}; convex cuts are drawn here, add it first"
        )
    return np.column_stack([a * cosine, b * sine])


def lobe(
    radius: float, centre: tuple[float, float], start_deg: float, end_deg: float, points: int
) -> Floats:
    """An arc (P, 2) with both ends."""
    angle = np.radians(np.linspace(start_deg, end_deg, points))
    return np.array(centre) + radius * np.column_stack([np.cos(angle), np.sin(angle)])


def flank(start: Floats, leaving_deg: float, tip: Floats, points: int) -> Floats:
    """A gently bulging line (P, 2) that leaves an arc along its tangent and runs to the tip.

    `leaving_deg` is the arc's angle at `start`; a quadratic Bezier curve, without its start.
    """
    tangent = np.array([-np.sin(np.radians(leaving_deg)), np.cos(np.radians(leaving_deg))])
    if (tip - start) @ tangent < 0:
        tangent = -tangent
    control = start + 0.45 * np.linalg.norm(tip - start) * tangent
    t = np.linspace(0, 1, points + 1)[1:, None]
    return np.asarray((1 - t) ** 2 * start + 2 * t * (1 - t) * control + t**2 * tip)


def heart_half(points: int) -> Floats:
    """The right half of a heart (P, 2) from the tip (0, -1) up to the cleft, half as wide as 1.

    The half by itself is convex, which is what lets a heart be ground in two halves.
    """
    radius, centre = 0.54, (0.46, 0.46)
    cleft_deg = 180.0 - float(np.degrees(np.arccos(centre[0] / radius)))
    arc = lobe(radius, centre, -18.0, cleft_deg, points // 2)
    arc[-1, 0] = 0.0
    side = flank(arc[0], -18.0, np.array([0.0, -1.0]), points - points // 2)
    return np.concatenate([side[::-1], arc])


def radius_at(shape: Floats, degrees: float) -> float:
    """Distance from the centre to the outline along a direction."""
    finer = np.concatenate(
        [shape + t * (np.roll(shape, -1, axis=0) - shape) for t in np.linspace(0, 1, 12)]
    )
    direction = np.array([np.cos(np.radians(degrees)), np.sin(np.radians(degrees))])
    unit = finer / np.linalg.norm(finer, axis=1, keepdims=True)
    return float(np.linalg.norm(finer[np.argmax(unit @ direction)]))


def cut_gem(cut: str, length_mm: float, width_mm: float) -> Mesh:
    """The finished stone: faceted, domed, or round as a bead."""
    if cut == "bead":
        return ellipsoid(width_mm / 2, length_mm / 2, width_mm / 2)
    if cut == "cabochon":
        return dome(length_mm, width_mm)
    return faceted(cut, round(length_mm / width_mm, 4)).scaled(width_mm, width_mm, width_mm)


@lru_cache(maxsize=256)
def faceted(cut: str, ratio: float) -> Mesh:
    """A faceted stone one unit wide and `ratio` units long; every size is this one scaled."""
    width_mm, length_mm = 1.0, ratio
    if cut == "heart":
        return heart(ratio)
    girdle = outline(cut, length_mm, width_mm)
    planes = step_planes(girdle, cut) if cut in STEP_CUTS else brilliant_planes(girdle, cut)
    top = (TABLE_STEP if cut in STEP_CUTS else CROWN) * width_mm + GIRDLE * width_mm / 2
    walls = [
        ((np.cos(phi), np.sin(phi), 0.0), support(girdle, phi)) for phi in girdle_angles(girdle)
    ]
    table = [((0.0, 0.0, 1.0), top)]
    return clipped_solid(walls + table + planes, 4 * length_mm)


HEART_MAINS_DEG = (62.0, 100.0, 142.0, 190.0, 231.0)  # directions of the left half's mains


def heart(ratio: float) -> Mesh:
    """A heart brilliant one unit wide: its left half ground as a convex stone, and its mirror.

    The faces along the middle are left out, so that the halves close each other and light crosses
    from one to the other as in one stone. They lie in a plane through the origin, so the volume
    is not touched.
    """
    whole = outline("heart", ratio, 1.0)
    girdle = whole[whole[:, 0] <= 1e-9]
    top = CROWN + GIRDLE / 2
    planes: list[Plane] = [((1.0, 0.0, 0.0), 0.0), ((0.0, 0.0, 1.0), top)]
    for phi in girdle_angles(girdle):
        if abs(phi) > 1e-5:
            planes.append(((np.cos(phi), np.sin(phi), 0.0), support(girdle, phi)))
    between = [(a + b) / 2 for a, b in pairwise(HEART_MAINS_DEG)]
    quarters = [a + (b - a) * t for a, b in pairwise(HEART_MAINS_DEG) for t in (0.25, 0.75)]
    for group, crown, pavilion in (
        (HEART_MAINS_DEG, 1.0, 1.0),
        (between, 1.38, 0.0),
        (quarters, 0.82, 0.955),
    ):
        for phi in np.radians(group):
            h = support(girdle, phi)
            normal = (float(np.cos(phi)), float(np.sin(phi)))
            slope = crown * (1 - TABLE) * h / CROWN
            reach, at_z = (h * TABLE * 0.96, top) if pavilion == 0.0 else (h, GIRDLE / 2)
            planes.append(((*normal, slope), reach + slope * at_z))
            if pavilion:
                slope = pavilion * h / PAVILION
                planes.append(((*normal, -slope), h + slope * GIRDLE / 2))
    left = without_middle(clipped_solid(planes, 4 * ratio))
    return join([left, left.scaled(-1.0, 1.0, 1.0)])


def without_middle(half: Mesh) -> Mesh:
    """The mesh less its triangles in the plane x = 0."""
    inside = (np.abs(half.vertices[half.faces][:, :, 0]) < 1e-6).all(axis=1)
    return Mesh(half.vertices, half.faces[~inside])


def support(girdle: Floats, phi: float) -> float:
    """How far the outline reaches in direction phi (radians)."""
    return float((girdle @ np.array([np.cos(phi), np.sin(phi)])).max())


def girdle_angles(girdle: Floats) -> Floats:
    """Directions of the outline's edges."""
    edge = np.roll(girdle, -1, axis=0) - girdle
    length = np.linalg.norm(edge, axis=1)
    keep = length > 1e-6 * length.max()
    return np.unique(np.round(np.arctan2(-edge[keep, 0], edge[keep, 1]), 6))


def brilliant_planes(girdle: Floats, cut: str) -> list[Plane]:
    """Mains, stars and upper girdles above; mains and lower girdles meeting in one culet below."""
    width, length = np.ptp(girdle, axis=0)
    half = GIRDLE * width / 2
    top = half + CROWN * width
    mains = 8
    planes: list[Plane] = []

    def direction(turns: float) -> float:
        angle = 2 * np.pi * turns
        return float(np.arctan2(np.sin(angle) / length, np.cos(angle) / width))

    def add(phi: float, reach: float, slope: float, at_z: float) -> None:
        """Plane n.xy + slope z <= reach + slope at_z: it passes `reach` at height `at_z`."""
        planes.append(((np.cos(phi), np.sin(phi), slope), reach + slope * at_z))

    steepness = 0.78 if cut in ("princess", "radiant") else 1.0
    for k in range(mains):
        phi = direction(k / mains)
        h = support(girdle, phi)
        add(phi, h, (1 - TABLE) * h / (CROWN * width), half)
        add(phi, h, -h / (PAVILION * width), -half)
        star = direction((k + 0.5) / mains)
        h = support(girdle, star)
        add(star, h * TABLE * np.cos(np.pi / mains), 1.38 * (1 - TABLE) * h / (CROWN * width), top)
        for side in (0.25, 0.75):
            phi = direction((k + side) / mains)
            h = support(girdle, phi)
            add(phi, h, 0.82 * (1 - TABLE) * h / (CROWN * width), half)
            add(phi, h, -0.955 * steepness * h / (PAVILION * width), -half)
    return planes


def step_planes(girdle: Floats, cut: str) -> list[Plane]:
    """Three tiers above and three below, parallel to every side; the pavilion closes in a keel."""
    width = float(np.ptp(girdle[:, 0]))
    half = GIRDLE * width / 2
    crown = [(0.0, 0.0), (0.055, 0.06), (0.115, 0.105), (0.175, TABLE_STEP)]
    pavilion = [(0.0, 0.0), (0.09, 0.17), (0.24, 0.36), (0.5, 0.56)]
    if cut == "baguette":
        crown, pavilion = [(0.0, 0.0), (0.14, TABLE_STEP)], [(0.0, 0.0), (0.2, 0.24), (0.5, 0.45)]
    planes: list[Plane] = []
    for phi in girdle_angles(girdle):
        h = support(girdle, phi)
        normal = (np.cos(phi), np.sin(phi))
        for tiers, sign in ((crown, 1.0), (pavilion, -1.0)):
            for (inset, height), (next_inset, next_height) in pairwise(tiers):
                slope = sign * (next_inset - inset) / (next_height - height)
                at_z = sign * (half + height * width)
                planes.append(((*normal, slope), h - inset * width + slope * at_z))
    return planes


def dome(length_mm: float, width_mm: float, height: float = 0.42) -> Mesh:
    """A cabochon: a rounded dome over a low, slightly drawn-in base; height as a share of the
    width.
    """
    rise = np.linspace(0, np.pi / 2, 18)
    profile = np.column_stack([0.5 * np.cos(rise), height * np.sin(rise)])[:-1]
    profile = np.concatenate([[[0.2, -0.1], [0.4, -0.1], [0.47, -0.07]], profile, [[0.01, height]]])
    angle = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    rows = [
        np.column_stack([r * np.cos(angle), r * np.sin(angle), np.full(72, z)]) for r, z in profile
    ]
    return capped_rows(np.concatenate(rows), len(profile), 72).scaled(width_mm, length_mm, width_mm)
