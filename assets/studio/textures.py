"""Worked surfaces of bands: hammered, engraved, fluted and scrolled faces, and plaits of wire.

Axes as in `bands`. A texture is a height in mm over the band's face, given where on it one is:
along the circumference and across, both in mm.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import Part, arc, metal, round_profile
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, grid_faces, sweep

Texture = Callable[[Floats, Floats, float, float], Floats]
STEPS = 720  # round the band
FINE_STEPS = 1440  # where creases run on the slant, so that they fall on the mesh's own corners
CUTS = 30  # lozenges round a band with slanting cuts
ACROSS = 49  # over the face
UNDER = 12  # along the inside


def hammered(along: Floats, across: Floats, length: float, width: float) -> Floats:
    """Shallow round dents that meet in ridges: the square of the distance to the nearest blow."""
    random = np.random.default_rng(7)
    rows = max(2, round(width / 1.7))
    columns = round(length / 1.9)
    pitch = length / columns
    blows = np.array(
        [
            ((c + 0.5 * (r % 2) + random.uniform(-0.22, 0.22)) * pitch,
             (r + 0.5 + random.uniform(-0.2, 0.2)) / rows * width - width / 2)
            for c in range(columns) for r in range(rows)
        ]
    )  # fmt: skip
    nearest = np.full(along.shape, np.inf)
    for x, y in blows:
        gap = np.abs(along - x) % length
        gap = np.minimum(gap, length - gap)
        nearest = np.minimum(nearest, gap**2 + (across - y) ** 2)
    return 0.17 * np.minimum(nearest, 1.6) - 0.22


def waves_cut(along: Floats, across: Floats, length: float, width: float) -> Floats:
    """Two engraved lines that wave round the band and cross like a loose net."""
    turns = round(length / (1.9 * width))
    height = np.zeros(along.shape)
    for sign in (1.0, -1.0):
        middle = sign * 0.27 * width * np.sin(2 * np.pi * turns * along / length)
        slope = 0.27 * width * 2 * np.pi * turns / length
        away = (across - middle) / np.sqrt(
            1 + (slope * np.cos(2 * np.pi * turns * along / length)) ** 2
        )
        height = np.minimum(height, -0.24 * np.exp(-((away / 0.2) ** 2)))
    return height


def fluted(along: Floats, _across: Floats, length: float, _width: float) -> Floats:
    """Fine upright flutes, as on the edge of a coin."""
    count = round(length / 0.95)
    return np.asarray(-0.2 * np.abs(np.cos(np.pi * count * along / length)) ** 3)


def diagonal(along: Floats, across: Floats, length: float, width: float) -> Floats:
    """Broad slanting ribs that turn round the band like a rope."""
    count = round(length / 2.6)
    phase = np.pi * (count * along / length + 0.9 * across / width)
    return np.asarray(0.34 * np.sqrt(np.abs(np.sin(phase))) - 0.34)


def scroll(along: Floats, across: Floats, length: float, width: float) -> Floats:
    """Curling cloud scrolls in low relief, turning alternately up and down."""
    cells = 2 * round(length / (0.8 * width) / 2)
    pitch = length / cells
    index = np.floor(along / pitch)
    x = along - (index + 0.5) * pitch
    flip = np.where(index % 2 == 0, 1.0, -1.0)
    x, y = x * flip, across * flip
    radius = np.hypot(x, y)
    spiral = np.cos(2 * np.pi * (radius / (0.235 * width)) - np.arctan2(y, x))
    fade = np.clip((0.46 * width - radius) / (0.1 * width), 0.0, 1.0)
    return np.asarray(0.26 * np.clip(spiral + 0.25, 0.0, 1.0) * fade - 0.12)


def lines(_along: Floats, across: Floats, _length: float, width: float) -> Floats:
    """Three clean grooves round the whole band."""
    nearest = np.min([np.abs(across - k * 0.22 * width) for k in (-1, 0, 1)], axis=0)
    return np.asarray(-0.3 * np.exp(-((nearest / (0.045 * width)) ** 4)))


def cut_facets(along: Floats, across: Floats, length: float, width: float) -> Floats:
    """Flat diamond-shaped cuts laid edge to edge."""
    u = CUTS * along / length
    v = across / width
    away = np.abs((u + v) % 1.0 - 0.5) + np.abs((u - v) % 1.0 - 0.5)
    return np.asarray(0.36 * (np.abs(away - 0.5) - 0.5))


TEXTURES: dict[str, Texture] = {
    "hammered": hammered,
    "waves": waves_cut,
    "fluted": fluted,
    "diagonal": diagonal,
    "scroll": scroll,
    "lines": lines,
    "facets": cut_facets,
}


def textured_band(design: Design) -> Mesh:
    """A band whose face carries a texture; the texture dies out just before the edges."""
    thickness, width = design.mm("thickness_mm", 1.7), design.mm("band_mm", 4.0)
    outer = design.inner_mm / 2 + thickness
    crown = design.mm("crown_mm", 0.12 * thickness)  # how far the face bulges
    across = np.linspace(-0.5, 0.5, ACROSS) * width
    kind = str(design.shape["texture"])
    steps = FINE_STEPS if kind == "facets" else STEPS
    angle = np.linspace(0, 2 * np.pi, steps, endpoint=False)
    length = 2 * np.pi * outer
    grid_along, grid_across = np.meshgrid(angle * outer, across, indexing="ij")
    height = TEXTURES[kind](grid_along, grid_across, length, width)
    edge = np.clip((0.5 * width - np.abs(grid_across)) / 0.35, 0.0, 1.0)
    face = outer - crown * (2 * grid_across / width) ** 2 + height * edge
    face = face - 0.22 * (1 - edge) ** 2
    inside = np.linspace(0.5, -0.5, UNDER) * (width - 0.3)
    ease = 0.16 * (np.abs(inside) / inside[0]) ** 6
    inner = np.broadcast_to(design.inner_mm / 2 + ease, (steps, UNDER))
    radius = np.concatenate([face, inner], axis=1)
    y = np.broadcast_to(np.concatenate([across, inside]), radius.shape)
    around = angle[:, None]
    points = np.stack([radius * np.sin(around), y, radius * np.cos(around)], axis=-1)
    faces = grid_faces(steps, ACROSS + UNDER, True)
    return Mesh(points.reshape(-1, 3), faces).oriented()


def braided(design: Design) -> list[Part]:
    """Three wires plaited into a band, each a weave over and under its neighbours."""
    wire = design.mm("wire_mm", 0.8)
    width = design.mm("band_mm", 4.0)
    turns = int(design.shape.get("turns", 7))
    angle = np.linspace(0, 2 * np.pi, 600, endpoint=False)
    reach = width / 2 - wire
    middle = design.inner_mm / 2 + 1.9 * wire
    parts: list[Part] = []
    for k in range(3):
        phase = turns * angle + 2 * np.pi * k / 3
        out = middle + 0.85 * wire * np.sin(2 * phase)
        path = np.column_stack([out * np.sin(angle), reach * np.sin(phase), out * np.cos(angle)])
        second = k == 1 and design.metal.colour == "two-tone"
        mesh = sweep(path, round_profile(wire, 16, 2.4), True)
        parts.append(Part(mesh, "metal2" if second else "metal"))
    return parts


def beaded(design: Design) -> list[Part]:
    """Round beads soldered edge to edge round a hidden wire."""
    size = design.mm("band_mm", 1.8)
    middle = design.inner_mm / 2 + size / 2
    count = int(2 * np.pi * middle / (size * 0.97))
    points, _ = arc(middle, 0, 360, count + 1)
    bead = ellipsoid(size / 2, size / 2, size / 2, 16)
    core, core_normals = arc(middle, 0, 360, 161)
    wire = sweep(
        core[:-1], round_profile(0.3 * size, 10), True, SweepFrame(normals=core_normals[:-1])
    )
    return [metal(wire, *(bead.moved(*at) for at in points[:-1]))]
