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
    """A big square on one plane, clipped by the others (Sutherland and Hodgman 1974), each time by
    the plane that cuts deepest, so that few of them are ever used.
    """
    normal = normals[index]
    same = (normals @ normal > 1 - 1e-12) & (np.abs(offsets - offsets[index]) < 1e-9)
    if same[:index].any():
        return np.empty((0, 3))  # the same plane was ground before
    side = np.cross(normal, [0.0, 0.0, 1.0] if abs(normal[2]) < 0.9 else [1.0, 0.0, 0.0])
    side /= np.linalg.norm(side)
    other = np.cross(normal, side)
    centre = normal * offsets[index]
    polygon = np.array(
        [centre + reach * (s * side + t * other) for s, t in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
    )
    done = same
    for _ in range(len(normals)):
        heights = polygon @ normals.T - offsets
        heights[:, done] = -np.inf
        deepest = int(heights.max(axis=0).argmax())
        if heights[:, deepest].max() <= 1e-9:
            break
        polygon = cut_polygon(polygon, heights[:, deepest])
        done[deepest] = True
        if len(polygon) < 3:
            return np.empty((0, 3))
    return polygon


def cut_polygon(polygon: Floats, height: Floats) -> Floats:
    """What of a polygon (N, 3) lies at or below a plane; `height` is each corner's over it."""
    kept: list[Floats] = []
    for k in range(len(polygon)):
        here, there = height[k], height[(k + 1) % len(polygon)]
        if here <= 1e-9:
            kept.append(polygon[k])
        if (here <= 1e-9) != (there <= 1e-9):
            after = polygon[(k + 1) % len(polygon)]
            kept.append(polygon[k] + (after - polygon[k]) * here / (here - there))
    return np.array(kept)
