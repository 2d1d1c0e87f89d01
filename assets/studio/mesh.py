"""Closed triangle meshes in millimetres, built with numpy alone.

The only solids are sweeps, lathes, ellipsoids and reliefs; everything in the studio is made of
these and of cut gems. Axes: x to the right, y up the face of a piece, z towards the viewer, until
`scene` poses the piece on the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Mesh:
    """Vertices (N, 3) in mm and faces (M, 3); faces turn counter-clockwise seen from outside."""

    vertices: Floats
    faces: Ints

    def volume_mm3(self) -> float:
        """Sum of signed tetrahedra to the origin (the divergence theorem); overlapping solids count
        twice.
        """
        a, b, c = (self.vertices[self.faces[:, i]] for i in range(3))
        return float(np.einsum("ij,ij->i", a, np.cross(b, c)).sum() / 6.0)

    def extent_mm(self) -> Floats:
        """Side lengths (3,) of the bounding box."""
        return np.asarray(self.vertices.max(axis=0) - self.vertices.min(axis=0))

    def flipped(self) -> Mesh:
        return Mesh(self.vertices, self.faces[:, ::-1])

    def oriented(self) -> Mesh:
        """The same solid with its faces turned outwards."""
        return self if self.volume_mm3() >= 0 else self.flipped()

    def moved(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Mesh:
        return Mesh(self.vertices + np.array([x, y, z]), self.faces)

    def scaled(self, x: float, y: float, z: float) -> Mesh:
        turned_over = x * y * z < 0
        return Mesh(
            self.vertices * np.array([x, y, z]), self.faces[:, ::-1] if turned_over else self.faces
        )

    def turned(self, rotation: Floats) -> Mesh:
        """Rotated by a (3, 3) matrix whose columns are the images of the axes."""
        return Mesh(self.vertices @ rotation.T, self.faces)


def join(meshes: Iterable[Mesh]) -> Mesh:
    """One mesh from many; no welding."""
    parts = list(meshes)
    starts = np.cumsum([0] + [len(m.vertices) for m in parts[:-1]])
    return Mesh(
        np.concatenate([m.vertices for m in parts]),
        np.concatenate([m.faces + start for m, start in zip(parts, starts, strict=True)]),
    )


def turn(axis: str, degrees: float) -> Floats:
    """Right-handed rotation matrix about one axis."""
    cosine, sine = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    first, second = {"x": (1, 2), "y": (2, 0), "z": (0, 1)}[axis]
    matrix = np.eye(3)
    matrix[first, first] = matrix[second, second] = cosine
    matrix[second, first], matrix[first, second] = sine, -sine
    return matrix


def facing(normal: Floats, up: Floats | None = None) -> Floats:
    """Rotation that takes +z to `normal`, keeping +y as near `up` (default world y) as it can."""
    z_axis = np.asarray(normal, dtype=float) / np.linalg.norm(normal)
    hint = np.array([0.0, 1.0, 0.0]) if up is None else np.asarray(up, dtype=float)
    if abs(hint @ z_axis) > 0.98 * np.linalg.norm(hint):
        hint = np.array([1.0, 0.0, 0.0]) if abs(z_axis[0]) < 0.9 else np.array([0.0, 0.0, 1.0])
    y_axis = hint - (hint @ z_axis) * z_axis
    y_axis /= np.linalg.norm(y_axis)
    return np.column_stack([np.cross(y_axis, z_axis), y_axis, z_axis])


def tangents(path: Floats, closed: bool) -> Floats:
    """Unit tangents (N, 3) by central differences."""
    if closed:
        steps = np.roll(path, -1, axis=0) - np.roll(path, 1, axis=0)
    else:
        steps = np.gradient(path, axis=0)
    return np.asarray(steps / np.linalg.norm(steps, axis=1, keepdims=True))


def carried_normals(path: Floats, closed: bool, first: Floats | None = None) -> Floats:
    """Normals carried along a path without spinning (Wang et al. 2008, double reflection, one step
    simplified).

    On a closed path the leftover angle is spread evenly, so that the sweep meets itself.
    """
    along = tangents(path, closed)
    hint = first if first is not None else np.array([0.0, 0.0, 1.0])
    if abs(hint @ along[0]) > 0.9:
        hint = np.array([0.0, 1.0, 0.0]) if abs(along[0][1]) < 0.9 else np.array([1.0, 0.0, 0.0])
    normals = np.empty_like(path)
    current = hint
    for i, t in enumerate(along):
        current = current - (current @ t) * t
        current = current / np.linalg.norm(current)
        normals[i] = current
    if closed:
        last = normals[-1] - (normals[-1] @ along[0]) * along[0]
        last /= np.linalg.norm(last)
        gap = np.arctan2(np.cross(last, normals[0]) @ along[0], last @ normals[0])
        normals = spun(normals, along, gap * np.arange(len(path)) / len(path))
    return normals


def spun(normals: Floats, along: Floats, angles: Floats) -> Floats:
    """Normals turned about their tangents by angles in radians."""
    binormals = np.cross(along, normals)
    return np.asarray(np.cos(angles)[:, None] * normals + np.sin(angles)[:, None] * binormals)


@dataclass(frozen=True)
class SweepFrame:
    """How a profile rides its path: fixed normals, size along the way, and whole-turn twist."""

    normals: Floats | None = None
    scale: Floats | None = None
    twist_turns: float = 0.0


def sweep(path: Floats, profile: Floats, closed: bool, frame: SweepFrame | None = None) -> Mesh:
    """A profile (P, 2), mm in (normal, binormal), carried along a path (N, 3); open ends get flat
    caps.
    """
    frame = frame or SweepFrame()
    along = tangents(path, closed)
    normals = carried_normals(path, closed) if frame.normals is None else frame.normals
    if frame.twist_turns:
        normals = spun(
            normals, along, 2 * np.pi * frame.twist_turns * np.arange(len(path)) / len(path)
        )
    binormals = np.cross(along, normals)
    scale = np.ones(len(path)) if frame.scale is None else frame.scale
    size = scale[:, None, None]
    vertices = path[:, None, :] + size * (
        profile[None, :, :1] * normals[:, None, :] + profile[None, :, 1:] * binormals[:, None, :]
    )
    flat = vertices.reshape(-1, 3)
    if closed:
        return Mesh(flat, grid_faces(len(path), len(profile), True)).oriented()
    return capped_rows(flat, len(path), len(profile))


def grid_faces(rows: int, columns: int, rows_closed: bool) -> Ints:
    """Two triangles a cell of a grid whose columns wrap round, and whose rows wrap when closed."""
    row = np.arange(rows if rows_closed else rows - 1)
    column = np.arange(columns)
    i, j = (g.ravel() for g in np.meshgrid(row, column, indexing="ij"))
    i_next, j_next = (i + 1) % rows, (j + 1) % columns
    a, b = i * columns + j, i * columns + j_next
    c, d = i_next * columns + j_next, i_next * columns + j
    return np.concatenate([np.column_stack([a, c, b]), np.column_stack([a, d, c])])


def lathe(profile: Floats, around: int = 96) -> Mesh:
    """A closed profile (P, 2) of (radius, z) turned about the z axis."""
    angles = np.linspace(0, 2 * np.pi, around, endpoint=False)
    radius, height = profile[:, 0], profile[:, 1]
    vertices = np.stack(
        [
            np.cos(angles)[:, None] * radius,
            np.sin(angles)[:, None] * radius,
            np.broadcast_to(height, (around, len(profile))),
        ],
        axis=-1,
    )
    return Mesh(vertices.reshape(-1, 3), grid_faces(around, len(profile), True)).oriented()


def ellipsoid(rx_mm: float, ry_mm: float, rz_mm: float, rings: int = 20) -> Mesh:
    """An ellipsoid with its poles on z; `rings` bands of latitude."""
    around = 2 * rings
    latitude = np.linspace(0.02, np.pi - 0.02, rings)
    angles = np.linspace(0, 2 * np.pi, around, endpoint=False)
    unit = np.stack(
        [
            np.sin(latitude)[:, None] * np.cos(angles),
            np.sin(latitude)[:, None] * np.sin(angles),
            np.broadcast_to(np.cos(latitude)[:, None], (rings, around)),
        ],
        axis=-1,
    ).reshape(-1, 3)
    return capped_rows(unit * [rx_mm, ry_mm, rz_mm], rings, around)


def relief(outline: Floats, height: Callable[[Floats, Floats], Floats], rings: int = 24) -> Mesh:
    """A solid over a star-shaped outline (P, 2): its top is z = height(fraction, points), its
    underside z = 0.

    `fraction` is 0 at the centre and 1 at the rim, (rings, P); `points` is (rings, P, 2) in mm.
    """
    centre = outline.mean(axis=0)
    fraction = np.sin(np.linspace(0.02, 1, rings) * np.pi / 2)[:, None] * np.ones(len(outline))
    points = centre + fraction[..., None] * (outline - centre)
    z_top = height(fraction, points)
    top = np.concatenate([points, z_top[..., None]], axis=-1).reshape(-1, 3)
    under = np.concatenate([points, np.zeros_like(z_top)[..., None]], axis=-1).reshape(-1, 3)
    under_rows = under.reshape(rings, len(outline), 3)[::-1].reshape(-1, 3)
    wall = np.concatenate([top, under_rows])
    return capped_rows(wall, 2 * rings, len(outline))


def capped_rows(vertices: Floats, rows: int, columns: int) -> Mesh:
    """Rows of wrapped points closed into a solid by a fan at each end."""
    ring = np.arange(columns)
    after = np.roll(ring, -1)
    last = (rows - 1) * columns
    middles = np.array([vertices[:columns].mean(axis=0), vertices[last:].mean(axis=0)])
    first_fan = np.column_stack([np.full(columns, len(vertices)), ring, after])
    last_fan = np.column_stack([np.full(columns, len(vertices) + 1), after + last, ring + last])
    faces = np.concatenate([grid_faces(rows, columns, False), first_fan, last_fan])
    return Mesh(np.concatenate([vertices, middles]), faces).oriented()
