"""The studio: a pale sweep of paper, soft boxes, a long lens, and the piece posed on it.

Lengths are mm; the table is z = 0 and the camera looks along +y from -y. `posed` turns a builder's
axes into these.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import mitsuba as mi
import numpy as np

from assets.studio import materials
from assets.studio.designs import Design
from assets.studio.fittings import Part
from assets.studio.mesh import Floats, Mesh, join, turn

PAPER = (0.86, 0.846, 0.825)
FIELD_OF_VIEW_DEG = 16.0
SMOOTH_EDGE_DEG = 31.0


@dataclass(frozen=True)
class View:
    """Where the camera stands: degrees above the table, and how much of the frame is filled."""

    elevation_deg: float
    fill: float = 0.72


def view_of(design: Design) -> View:
    """The camera for a category; a design may ask for its own elevation or fill."""
    standing = {"ring": 30.0, "bangle": 24.0, "earrings": 19.0}
    elevation = standing.get(design.category, 66.0)
    if design.category in ("bracelet", "anklet"):
        elevation = 48.0
    fill = {"necklace": 0.84, "pendant": 0.62, "bracelet": 0.8, "ring": 0.7, "earrings": 0.8}.get(
        design.category, 0.72
    )
    return View(design.mm("camera_deg", elevation), design.mm("fill", fill))


def posed(design: Design, parts: list[Part]) -> list[Part]:
    """The parts as they lie or stand on the table, resting on z = 0."""
    if design.category in ("ring", "bangle"):
        lean, yaw = (-14.0, 34.0) if design.category == "ring" else (-6.0, 40.0)
        rotation = turn("z", design.mm("yaw_deg", yaw)) @ turn("x", -design.mm("lean_deg", lean))
        return grounded([part.turned(rotation) for part in parts])
    if design.category == "earrings":
        return pair_posed(design, parts)
    return grounded(parts)


def pair_posed(design: Design, parts: list[Part]) -> list[Part]:
    """Two earrings side by side, facing the camera and turned a little towards each other."""
    upright = turn("x", 90.0)
    hoops = design.model == "hoop"
    left_yaw, right_yaw = (52.0, 24.0) if hoops else (10.0, -20.0)
    motif = np.concatenate([part.mesh.vertices for part in parts])
    wide = float(np.ptp(motif[:, 0]))
    gap = wide * (0.55 if hoops else 0.7) + 0.8
    placed: list[Part] = []
    for side, yaw in ((-1.0, left_yaw), (1.0, right_yaw)):
        rotation = turn("z", yaw) @ upright
        one = grounded([part.turned(rotation) for part in parts])
        placed += [part.moved(x=side * gap, y=0.0 if side < 0 else wide * 0.25) for part in one]
    return placed


def grounded(parts: list[Part]) -> list[Part]:
    low = min(float(part.mesh.vertices[:, 2].min()) for part in parts)
    return [part.moved(z=-low) for part in parts]


def split_edges(mesh: Mesh, limit_deg: float) -> tuple[Floats, Floats]:
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


def shape_of(name: str, mesh: Mesh, faceted: bool, colours: Floats | None = None) -> mi.Mesh:
    """A Mitsuba mesh; faceted ones keep flat facets."""
    positions, normals = split_edges(mesh, 0.5 if faceted else SMOOTH_EDGE_DEG)
    shape = mi.Mesh(name, len(positions), len(mesh.faces), has_vertex_normals=not faceted)
    parameters = mi.traverse(shape)
    parameters["vertex_positions"] = mi.Float(positions.astype(np.float32).ravel())
    parameters["faces"] = mi.UInt32(np.arange(len(positions), dtype=np.uint32))
    if not faceted:
        parameters["vertex_normals"] = mi.Float(normals.astype(np.float32).ravel())
    parameters.update()
    if colours is not None:
        shape.add_attribute(
            "vertex_color", 3, colours[mesh.faces.ravel()].astype(np.float32).ravel().tolist()
        )
    return shape


def dressed(name: str, part: Part, design: Design) -> mi.Shape:
    """One part as a Mitsuba shape with its material, handed over through a PLY file in memory."""
    faceted, colours = False, None
    if part.material == "stone":
        gem = design.stones[part.stone]
        bsdf = materials.stone_bsdf(gem)
        faceted = bsdf["type"] == "dielectric" and gem.cut not in ("cabochon", "bead", "carved")
        if (gem.stone, gem.colour) in materials.BODY_COLOURS:
            colours = materials.body_pattern(part.mesh, gem, design)
    elif part.material == "cord":
        bsdf = materials.cord_bsdf(str(design.shape.get("cord_colour", "white")))
    else:
        metal = design.metal
        if metal.colour == "two-tone":
            metal = replace(metal, colour="yellow" if part.material == "metal" else "white")
        bsdf = materials.metal_bsdf(metal, str(design.shape.get("finish", "polished")))
    shape = shape_of(name, part.mesh, faceted, colours)
    return with_bsdf(shape, bsdf)


def with_bsdf(shape: mi.Mesh, bsdf: dict[str, Any]) -> mi.Mesh:
    shape.set_bsdf(mi.load_dict(bsdf))
    return shape


def soft_boxes(design: Design) -> np.ndarray[Any, Any]:
    """An environment (H, W, 3): warm grey room, a large box overhead, one at each side, and dark
    gaps between.

    Rows run from the zenith down; columns round the horizon. Radiance is relative: the picture is
    exposed afterwards.
    """
    height, width = 256, 512
    elevation = np.linspace(90, -90, height)[:, None] * np.ones(width)
    azimuth = np.linspace(-180, 180, width, endpoint=False)[None, :] * np.ones((height, 1))
    room = np.full((height, width), 0.2)
    room *= 0.55 + 0.45 * np.sin(np.radians(np.clip(elevation, 0, 90)))

    def box(centre_az: float, half_az: float, low: float, high: float, power: float) -> None:
        away = np.abs((azimuth - centre_az + 180) % 360 - 180)
        inside = np.clip((half_az - away) / 5 + 0.5, 0, 1) * np.clip(
            (elevation - low) / 5 + 0.5, 0, 1
        )
        inside *= np.clip((high - elevation) / 5 + 0.5, 0, 1)
        room[:] = room * (1 - inside) + power * inside

    box(0, 180, 64, 95, 2.6)
    overhead = np.clip((elevation - 60) / 8, 0, 1)
    room *= 1 - overhead * (0.42 - 0.42 * np.cos(np.radians(azimuth + 70)))
    box(-75, 32, 8, 58, 3.4)
    box(80, 26, 5, 52, 2.2)
    box(178, 30, 18, 50, 1.2)
    box(-62, 5, 44, 56, 24.0)
    box(-20, 16, -5, 60, 0.02)
    box(38, 16, -5, 60, 0.02)
    box(130, 22, -5, 60, 0.02)
    box(-130, 22, -5, 60, 0.02)
    if design.mm("light", 1.0) != 1.0:
        room **= design.mm("light", 1.0)
    return np.stack([room * 1.02, room, room * 0.965], axis=-1).astype(np.float32)


def paper_sweep(size: float) -> Mesh:
    """Floor curving up into a wall far behind the piece."""
    bend = np.linspace(0, np.pi / 2, 24)
    radius = 1.2 * size
    profile = np.concatenate(
        [
            [[-6 * size, 0.0]],
            np.column_stack([2.2 * size + radius * np.sin(bend), radius * (1 - np.cos(bend))]),
            [[2.2 * size + radius, 7 * size]],
        ]
    )
    rows = np.stack(
        [np.column_stack([np.full(len(profile), x), profile]) for x in (-9 * size, 9 * size)]
    )
    count = len(profile)
    cell = np.arange(count - 1)
    faces = np.concatenate(
        [
            np.column_stack([cell, cell + count, cell + 1]),
            np.column_stack([cell + 1, cell + count, cell + count + 1]),
        ]
    )
    return Mesh(rows.reshape(-1, 3), faces)


def camera(view: View, points: Floats, size_px: int) -> dict[str, Any]:
    """A long lens that centres the points (N, 3) and lets them fill the asked share of a square
    frame.
    """
    elevation = np.radians(view.elevation_deg)
    backward = np.array([0.0, -np.cos(elevation), np.sin(elevation)])
    up = np.array([0.0, np.sin(elevation), np.cos(elevation)])
    right = np.array([1.0, 0.0, 0.0])
    flat = np.column_stack([points @ right, points @ up])
    low, high = flat.min(axis=0), flat.max(axis=0)
    middle = (low + high) / 2
    depth = (points @ backward).mean()
    target = middle[0] * right + middle[1] * up + depth * backward
    span = float((high - low).max())
    distance = span / view.fill / 2 / np.tan(np.radians(FIELD_OF_VIEW_DEG / 2))
    origin = target + backward * distance
    return {
        "type": "perspective",
        "fov": FIELD_OF_VIEW_DEG,
        "near_clip": 1.0,
        "far_clip": 1e5,
        "to_world": mi.ScalarTransform4f().look_at(
            origin=origin.tolist(), target=target.tolist(), up=up.tolist()
        ),
        "film": {
            "type": "hdrfilm",
            "width": size_px,
            "height": size_px,
            "rfilter": {"type": "box"},
            "pixel_format": "rgb",
        },
    }


def framed_points(design: Design, parts: list[Part]) -> Floats:
    """What the camera frames: the motif of a pendant, the front of a fine necklace, else
    everything.
    """
    shown = [p for p in parts if not p.chain] if design.category == "pendant" else parts
    points = np.concatenate([part.mesh.vertices for part in shown or parts])
    if "front_mm" in design.shape:
        points = points[points[:, 1] < points[:, 1].min() + design.mm("front_mm", 70.0)]
    return points


def studio_scene(design: Design, parts: list[Part], size_px: int) -> mi.Scene:
    """Everything Mitsuba needs for one picture."""
    stood = posed(design, parts)
    points = framed_points(design, stood)
    size = float(np.linalg.norm(np.ptp(points, axis=0)))
    everything: dict[str, Any] = {
        "type": "scene",
        "integrator": {"type": "path", "max_depth": 14, "rr_depth": 8},
        "sensor": camera(view_of(design), points, size_px),
        "light": {
            "type": "envmap",
            "bitmap": mi.Bitmap(soft_boxes(design)),
            "to_world": mi.ScalarTransform4f().rotate([1, 0, 0], 90),
        },
        "paper": with_bsdf(
            shape_of("paper", paper_sweep(max(size, 20.0)), False),
            {
                "type": "twosided",
                "inner": {"type": "diffuse", "reflectance": {"type": "rgb", "value": list(PAPER)}},
            },
        ),
    }
    for i, part in enumerate(merged(stood)):
        everything[f"part{i}"] = dressed(f"part{i}", part, design)
    return mi.load_dict(everything)


def merged(parts: list[Part]) -> list[Part]:
    """Fewer, larger shapes: one for each material and stone group."""
    groups: dict[tuple[str, int], list[Part]] = {}
    for part in parts:
        groups.setdefault((part.material, part.stone), []).append(part)
    return [joined(group) for group in groups.values()]


def joined(group: list[Part]) -> Part:
    return Part(join(part.mesh for part in group), group[0].material, group[0].stone)
