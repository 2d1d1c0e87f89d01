"""Solids -> Mitsuba shapes: smooth normals, fine patterns, hammer marks, materials."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import mitsuba as mi
import numpy as np

from assets.studio import materials
from assets.studio.designs import Design
from assets.studio.fittings import Part
from assets.studio.gem_colours import PEARLS, body_pattern, is_clear, two_colours, waves
from assets.studio.mesh import Floats, Mesh, join

SMOOTH_EDGE_DEG = 31.0
SMOOTH_CUTS = ("cabochon", "bead", "carved")
FINE_PATTERN_MM = 0.3  # the longest edge that a pattern or a hammer mark is drawn across
Corners = tuple[Floats, Floats]  # positions and normals, (3F, 3) each


def split_edges(mesh: Mesh, limit_deg: float) -> Corners:
    """Corner positions and normals (3F, 3): smooth across edges flatter than the limit, sharp
    across others.
    """
    corners = mesh.vertices[mesh.faces]
    cross = np.cross(corners[:, 1] - corners[:, 0], corners[:, 2] - corners[:, 0])
    length = np.linalg.norm(cross, axis=1, keepdims=True)
    unit = cross / np.maximum(length, 1e-12)
    owner = mesh.faces.ravel()
    face = np.repeat(np.arange(len(mesh.faces)), 3)
    order = np.argsort(owner, kind="stable")
    owner, face = owner[order], face[order]
    total = cross[face].copy()
    limit = np.cos(np.radians(limit_deg))
    for shift in range(1, min(64, int(np.bincount(owner).max()))):
        same = owner[shift:] == owner[:-shift]
        if not same.any():
            break
        first, second = np.flatnonzero(same), np.flatnonzero(same) + shift
        near = np.einsum("ij,ij->i", unit[face[first]], unit[face[second]]) > limit
        first, second = first[near], second[near]
        total[first] += cross[face[second]]
        total[second] += cross[face[first]]
    normals = np.empty_like(total)
    normals[order] = total / np.maximum(np.linalg.norm(total, axis=1, keepdims=True), 1e-12)
    return corners.reshape(-1, 3), normals


def bisected(corners: Corners, limit_mm: float, most: int = 400_000) -> Corners:
    """The same surface with no edge longer than the limit: the longest is halved until none is, or
    until there are `most` corners.
    """
    points, normals = (array.reshape(-1, 3, 3) for array in corners)
    while len(points) * 3 < most:
        edges = np.linalg.norm(points - np.roll(points, -1, axis=1), axis=2)
        longest = edges.argmax(axis=1)
        split = edges.max(axis=1) > limit_mm
        if not split.any():
            break
        turned = (longest[split, None] + np.arange(3)) % 3
        halves = []
        for array in (points, normals):
            a, b, c = (array[split][np.arange(split.sum()), turned[:, k]] for k in range(3))
            middle = (a + b) / 2
            pair = np.concatenate([np.stack([a, middle, c], 1), np.stack([middle, b, c], 1)])
            halves.append(np.concatenate([array[~split], pair]))
        points, normals = halves
    unit = normals / np.maximum(np.linalg.norm(normals, axis=2, keepdims=True), 1e-12)
    return points.reshape(-1, 3), unit.reshape(-1, 3)


def bumped(corners: Corners, height: Callable[[Floats], Floats], step_mm: float) -> Corners:
    """Normals tilted by the slope of a height field (mm) over space."""
    points, normals = corners
    here = height(points)
    slope = np.stack([(height(points + step_mm * axis) - here) / step_mm for axis in np.eye(3)], -1)
    slope -= (slope * normals).sum(axis=1, keepdims=True) * normals
    tilted = normals - slope
    return points, tilted / np.linalg.norm(tilted, axis=1, keepdims=True)


def finished(corners: Corners, finish: str) -> Corners:
    """Hammer marks of about 1.5 mm; other finishes are only rough."""
    if finish == "hammered":
        fine = bisected(corners, FINE_PATTERN_MM)
        return bumped(fine, lambda p: 0.075 * np.abs(waves(p, 5, 3.4)), 0.05)
    return corners


def shape_of(
    name: str, corners: Corners, faceted: bool = False, colours: Floats | None = None
) -> mi.Mesh:
    """A Mitsuba mesh of separate triangles; faceted ones keep flat facets."""
    positions, normals = corners
    count = len(positions)
    shape = mi.Mesh(name, count, count // 3, has_vertex_normals=not faceted)
    parameters = mi.traverse(shape)
    parameters["vertex_positions"] = mi.Float(positions.astype(np.float32).ravel())
    parameters["faces"] = mi.UInt32(np.arange(count, dtype=np.uint32))
    if not faceted:
        parameters["vertex_normals"] = mi.Float(normals.astype(np.float32).ravel())
    parameters.update()
    if colours is not None:
        shape.add_attribute("vertex_color", 3, colours.astype(np.float32).ravel().tolist())
    return shape


def with_bsdf(shape: mi.Mesh, bsdf: dict[str, Any]) -> mi.Mesh:
    shape.set_bsdf(mi.load_dict(bsdf))
    return shape


def dressed(name: str, part: Part, design: Design) -> mi.Mesh:
    """One part as a Mitsuba shape with its material."""
    if part.material == "stone":
        return dressed_stone(name, part, design)
    corners = split_edges(part.mesh, SMOOTH_EDGE_DEG)
    if part.material == "cord":
        bsdf = materials.cord_bsdf(str(design.shape.get("cord_colour", "white")))
        return with_bsdf(shape_of(name, corners), bsdf)
    metal, finish = design.metal, str(design.shape.get("finish", "polished"))
    if metal.colour == "two-tone":
        metal = replace(metal, colour="yellow" if part.material == "metal" else "white")
    return with_bsdf(shape_of(name, finished(corners, finish)), materials.metal_bsdf(metal, finish))


def dressed_stone(name: str, part: Part, design: Design) -> mi.Mesh:
    """A stone group: flat facets for cut gems, patterns for bodies."""
    gem = design.stones[part.stone]
    faceted = gem.stone not in PEARLS and gem.cut not in SMOOTH_CUTS
    corners = split_edges(part.mesh, 0.5 if faceted else SMOOTH_EDGE_DEG)
    colours = None
    if gem.stone not in PEARLS and not is_clear(gem):
        if gem.stone in ("opal", "turquoise", "lapis lazuli", "malachite"):
            corners = bisected(corners, FINE_PATTERN_MM)
        soup = Mesh(corners[0], np.arange(len(corners[0])).reshape(-1, 3))
        colours = body_pattern(soup, gem, design)
    elif gem.colour == "multicolour":
        colours = two_colours(corners[0])
    return with_bsdf(shape_of(name, corners, faceted, colours), materials.stone_bsdf(gem))


def merged(parts: list[Part]) -> list[Part]:
    """Fewer, larger shapes: one for each material and stone group."""
    groups: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        groups.setdefault((part.material, part.stone), []).append(part)
    return [joined(group) for group in groups.values()]


def joined(group: list[Part]) -> Part:
    return Part(join(part.mesh for part in group), group[0].material, group[0].stone)
