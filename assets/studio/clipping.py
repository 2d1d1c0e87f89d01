"""Convex solids ground out of space plane by plane: the lap of the cutter in `gems`."""

from __future__ import annotations

import numpy as np

from assets.studio.mesh import Floats, Mesh

Plane = tuple[tuple[float, float, float], float]


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
