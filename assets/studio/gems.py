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

from assets.studio.mesh import Floats, Mesh, capped_rows, ellipsoid

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
        narrowing = np.cos(np.pi / 2 * np.maximum(sine, 0) ** 2.2 * 0.93)
        return np.column_stack([a * cosine * (0.25 + 0.75 * narrowing), b * sine])
    if cut not in ("round", "oval", "cabochon"):
        raise ValueError(
            f"no outline for the cut {cut!r}; convex cuts are drawn here, add it first"
        )
    return np.column_stack([a * cosine, b * sine])


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
    girdle = outline(cut, length_mm, width_mm)
    planes = step_planes(girdle, cut) if cut in STEP_CUTS else brilliant_planes(girdle, cut)
    top = (TABLE_STEP if cut in STEP_CUTS else CROWN) * width_mm + GIRDLE * width_mm / 2
    walls = [
        ((np.cos(phi), np.sin(phi), 0.0), support(girdle, phi)) for phi in girdle_angles(girdle)
    ]
    table = [((0.0, 0.0, 1.0), top)]
    return clipped_solid(walls + table + planes, 4 * length_mm)


def support(girdle: Floats, phi: float) -> float:
    """How far the outline reaches in direction phi (radians)."""
    return float((girdle @ np.array([np.cos(phi), np.sin(phi)])).max())


def girdle_angles(girdle: Floats) -> Floats:
    """Directions of the outline's edges."""
    edge = np.roll(girdle, -1, axis=0) - girdle
    length = np.linalg.norm(edge, axis=1)
    keep = length > 1e-6 * length.max()
    return np.unique(np.round(np.arctan2(-edge[keep, 0], edge[keep, 1]), 6))


Plane = tuple[tuple[float, float, float], float]


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


def clipped_solid(planes: list[Plane], reach: float) -> Mesh:
    """The convex solid inside all planes n.x <= d; each facet keeps vertices of its own."""
    normals = np.array([n for n, _ in planes])
    offsets = np.array([d for _, d in planes]) / np.linalg.norm(normals, axis=1)
    normals = normals / np.linalg.norm(normals, axis=1, keepdims=True)
    vertices: list[Floats] = []
    faces: list[tuple[int, int, int]] = []
    count = 0
    for i, normal in enumerate(normals):
        facet = facet_polygon(i, normals, offsets, reach)
        if len(facet) < 3:
            continue
        spokes = facet - facet.mean(axis=0)
        area = np.cross(spokes, np.roll(spokes, -1, axis=0)).sum(axis=0) / 2
        if np.linalg.norm(area) < 1e-8:
            continue
        if area @ normal < 0:
            facet = facet[::-1]
        vertices.append(np.round(facet, 7))
        faces.extend((count, count + j, count + j + 1) for j in range(1, len(facet) - 1))
        count += len(facet)
    return Mesh(np.concatenate(vertices), np.array(faces)).oriented()


def facet_polygon(index: int, normals: Floats, offsets: Floats, reach: float) -> Floats:
    """A big square on one plane, clipped by all the others (Sutherland and Hodgman 1974)."""
    normal = normals[index]
    side = np.cross(normal, [0.0, 0.0, 1.0] if abs(normal[2]) < 0.9 else [1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    other = np.cross(normal, side)
    centre = normal * offsets[index]
    polygon = np.array(
        [centre + reach * (s * side + t * other) for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    )
    for j in range(len(normals)):
        if j == index:
            continue
        if normals[j] @ normal > 1 - 1e-12 and abs(offsets[j] - offsets[index]) < 1e-9:
            if j < index:
                return np.empty((0, 3))
            continue
        height = polygon @ normals[j] - offsets[j]
        if (height <= 1e-9).all():
            continue
        kept: list[Floats] = []
        for k in range(len(polygon)):
            here, there = height[k], height[(k + 1) % len(polygon)]
            if here <= 1e-9:
                kept.append(polygon[k])
            if (here <= 1e-9) != (there <= 1e-9):
                kept.append(
                    polygon[k]
                    + (polygon[(k + 1) % len(polygon)] - polygon[k]) * here / (here - there)
                )
        if len(kept) < 3:
            return np.empty((0, 3))
        polygon = np.array(kept)
    return polygon


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
