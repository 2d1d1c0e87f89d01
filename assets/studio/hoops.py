"""Hoops and huggies: one of the pair in face axes. `scene` sets out the two."""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design
from assets.studio.ear_fittings import link
from assets.studio.earrings import UP, half
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    round_profile,
    slab_profile,
    stone,
    wire,
)
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep

FROM_DEG, TO_DEG, STEPS = 96.0, 442.0, 360  # a hoop's tube, from its post round to its catch


def hoop(design: Design) -> list[Part]:
    """A tube bent to a circle in the face plane. Stones sit along its front; a second kind inside
    its back, or, where the shape says `charm`, hangs below it.
    """
    outer, tube = design.mm("hoop_mm", 20.0), design.mm("tube_mm", 2.0)
    reach = (outer - tube) / 2
    angle = np.radians(np.linspace(FROM_DEG, TO_DEG, STEPS))
    path = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), np.zeros(STEPS)])
    normals = path / reach
    middle = (path[0] + path[-1]) / 2 + normals[0] * 0.1
    ends = [tuple(path[0]), tuple(middle), tuple(path[-1])]
    parts = [metal(*tube_meshes(design, path, normals), wire(ends, 0.4))]
    stones = list(range(len(design.stones)))
    if design.shape.get("charm"):
        parts += charm(design, stones.pop(), -outer / 2)
    for index in stones:
        gem = half(design, index)
        inside = index > 0
        radius = outer / 2 - tube - 0.3 * gem.width_mm if inside else outer / 2 + 0.3 * gem.width_mm
        step = np.degrees(gem.width_mm * 1.13 / radius)
        for k in range(gem.count):
            degrees = np.radians((8 if inside else 188) + step * (k - (gem.count - 1) / 2))
            outward = np.array([np.cos(degrees), np.sin(degrees), 0.0])
            faced = -outward if inside else outward
            parts += place(melee(index, gem.width_mm), outward * radius, faced, UP)
    return parts


def tube_meshes(design: Design, path: Floats, normals: Floats) -> list[Mesh]:
    """The hoop's body: plain, hollow, hammered, twisted, or two wires wound together."""
    tube = design.mm("tube_mm", 2.0)
    shape = slab_profile(
        tube, design.mm("face_mm", tube), 36, float(design.shape.get("squareness", 2.0))
    )
    along = np.linspace(0, 1, len(path))
    if "wires" in design.shape:
        return wound(path, normals, tube, design.mm("wires", 8.0))
    scale = np.ones(len(path))
    if "swell" in design.shape:  # thickest at the bottom, like a crescent moon
        scale = 1 - design.mm("swell", 0.5) * np.abs(2 * along - 1) ** 1.6
    frame = SweepFrame(normals, scale, float(design.shape.get("twist_turns", 0.0)))
    body = sweep(path, shape, False, frame)
    if design.shape.get("hammered"):
        body = dented(body, path, len(shape))
    meshes = [body]
    if design.shape.get("hollow_mm"):
        wall = design.mm("hollow_mm", 0.4)
        meshes.append(sweep(path, shape * (1 - 2 * wall / tube), False, frame).flipped())
    return meshes


def wound(path: Floats, normals: Floats, tube: float, turns: float) -> list[Mesh]:
    """Two round wires wound about each other along the path."""
    binormals = np.cross(np.gradient(path, axis=0), normals)
    binormals /= np.linalg.norm(binormals, axis=1, keepdims=True)
    meshes = []
    for phase in (0.0, np.pi):
        angle = (2 * np.pi * turns * np.linspace(0, 1, len(path)) + phase)[:, None]
        strand = path + tube / 4 * (np.cos(angle) * normals + np.sin(angle) * binormals)
        meshes.append(sweep(strand, round_profile(tube / 4 * 1.05, 14), False))
    caps = [ellipsoid(tube / 2, tube / 2, tube / 2, 12).moved(*path[i]) for i in (0, -1)]
    return [*meshes, *caps]


def dented(body: Mesh, path: Floats, columns: int) -> Mesh:
    """The tube's skin beaten into shallow flats that meet in ridges."""
    random = np.random.default_rng(11)
    skin = len(path) * columns
    spine = np.repeat(path, columns, axis=0)
    spokes = body.vertices[:skin] - spine
    chosen = random.choice(skin, size=skin // 32, replace=False)
    nearest = np.full(skin, np.inf)
    for spot in body.vertices[chosen]:
        nearest = np.minimum(nearest, ((body.vertices[:skin] - spot) ** 2).sum(axis=1))
    radius = np.linalg.norm(spokes, axis=1, keepdims=True)
    depth = np.clip(0.26 - 0.2 * nearest, 0.0, None)[:, None]
    vertices = body.vertices.copy()
    vertices[:skin] = spine + spokes * (1 - depth / np.maximum(radius, 1e-9))
    return Mesh(vertices, body.faces)


def charm(design: Design, index: int, y: float) -> list[Part]:
    """A stone or pearl on a link under a hoop."""
    loop = link(1.5, 0.24, False).moved(y=y - 0.2)
    hanging = [part.moved(y=y - 1.5) for part in hung(design, index)]
    return [metal(loop), *hanging]


def hung(design: Design, index: int) -> list[Part]:
    """A stone of one group below the origin, with the small ring it hangs by."""
    gem = half(design, index)
    length, width = gem.length_mm, gem.width_mm
    ring = link(0.75, 0.2, False).moved(y=-0.6)
    down = -(1.2 + length / 2)
    if gem.cut in ("bead", "carved"):
        cap = ellipsoid(0.2 * width, 0.14 * width, 0.2 * width, 12).moved(y=-1.25)
        return [stone(index, "bead", length, width).moved(y=down), metal(cap, ring)]
    setting = "bezel" if design.shape.get("bezelled") else "prong"
    held = [part.moved(y=down - 0.15) for part in mounted(index, gem, setting)]
    return [*held, metal(ring)]
