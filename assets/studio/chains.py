"""Chains as they are made: links that pass through one another, wound ropes, ribbed snakes.

A chain follows a closed path in the x-y plane, flat on the table; all lengths are mm. Links stand
at the pitch at which their wires just touch, so that a chain's weight is that of the real one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from assets.studio.fittings import round_profile, slab_profile, smooth_path
from assets.studio.mesh import Floats, Ints, Mesh, SweepFrame, ellipsoid, join, sweep, tangents

UP = np.array([0.0, 0.0, 1.0])
Gap = tuple[float, float]  # mm from the path's start: where the chain makes way for something else


def lay(kind: str, length_mm: float) -> Floats:
    """A closed curve (N, 3) of the given length starting at the clasp: a drape, a pendant's V or a
    wrist's oval.
    """
    t = np.linspace(0, 2 * np.pi, 721)[:-1]
    if kind == "v":
        half = np.array(
            [
                (0.05, 1.32),
                (0.24, 1.22),
                (0.345, 0.98),
                (0.33, 0.72),
                (0.235, 0.42),
                (0.115, 0.18),
                (0.0, 0.0),
            ]
        )
        right = smooth_path(half, 60)
        flat = np.concatenate([right, (right * [-1, 1])[::-1][1:]])
    elif kind == "drape":
        flat = np.column_stack(
            [
                np.sin(t) * (0.5 + 0.12 * (1 - np.cos(t)) / 2),
                0.76 * np.cos(t) - 0.05 * np.cos(2 * t),
            ]
        )
    elif kind == "narrow":
        flat = np.column_stack([0.34 * np.sin(t), np.cos(t)])
    else:
        flat = np.column_stack([np.sin(t), 0.86 * np.cos(t)])
    flat = flat * (length_mm / path_length(flat))
    flat[:, 1] -= flat[:, 1].min() if kind != "oval" else 0.0
    return np.column_stack([flat, np.zeros(len(flat))])


def path_length(path: Floats) -> float:
    """Length of a closed path (N, D)."""
    closed = np.concatenate([path, path[:1]])
    return float(np.linalg.norm(np.diff(closed, axis=0), axis=1).sum())


def stations(path: Floats, count: int, offset: float = 0.0) -> tuple[Floats, Floats]:
    """Evenly spaced points (count, 3) along a closed path, and tangents; offset in steps."""
    even = (np.arange(count) + offset) * path_length(path) / count % path_length(path)
    spots = stations_at(path, even)
    return spots, tangents(spots, True)


def stations_at(path: Floats, distances_mm: Floats) -> Floats:
    """Points (N, 3) at given distances from the path's start."""
    closed = np.concatenate([path, path[:1]])
    reached = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    return np.column_stack([np.interp(distances_mm, reached, closed[:, i]) for i in range(3)])


def headings_at(path: Floats, distances_mm: Floats) -> Floats:
    """Unit tangents (N, 3) at given distances from the path's start."""
    steps = stations_at(path, distances_mm + 0.25) - stations_at(path, distances_mm - 0.25)
    return np.asarray(steps / np.linalg.norm(steps, axis=1, keepdims=True))


def link(
    length: float, width: float, radius: float, points: int = 22, twist_mm: float = 0.0
) -> Mesh:
    """One stadium link, long axis x, in the x-y plane; outer measures in mm. `twist_mm` lifts
    opposite corners, as a curb link is twisted to lie flat with its neighbours.
    """
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    straight = max(0.0, length - width) / 2
    a, b = width / 2 - radius, width / 2 - radius
    path = np.column_stack(
        [
            a * np.cos(angle) + straight * np.sign(np.cos(angle)),
            b * np.sin(angle),
            twist_mm * np.sin(2 * angle),
        ]
    )
    profile = round_profile(radius, 10, 2.6 if twist_mm else 2.0)
    return sweep(path, profile, True, SweepFrame(normals=np.tile(UP, (points, 1))))


def copies(unit: Mesh, spots: Floats, frames: Floats) -> Mesh:
    """The unit at every spot (N, 3), turned by each frame (N, 3, 3)."""
    vertices = np.einsum("nij,vj->nvi", frames, unit.vertices) + spots[:, None, :]
    starts: Ints = np.arange(len(spots))[:, None, None] * len(unit.vertices)
    return Mesh(vertices.reshape(-1, 3), (unit.faces[None] + starts).reshape(-1, 3))


def rolled_frames(along: Floats, roll_deg: Floats) -> Floats:
    """Frames (N, 3, 3) with x along the strand, rolled about it from lying flat."""
    side = np.cross(np.tile(UP, (len(along), 1)), along)
    side /= np.linalg.norm(side, axis=1, keepdims=True)
    roll = np.radians(roll_deg)[:, None]
    y_axis = np.cos(roll) * side + np.sin(roll) * UP
    return np.stack([along, y_axis, np.cross(along, y_axis)], axis=-1)


@dataclass(frozen=True)
class Pattern:
    """A chain's links in the order they repeat: lengths and wire radius as shares of the width,
    rolls in degrees, and how far a curbed link is twisted.
    """

    lengths: tuple[float, ...]
    wire: float
    rolls: tuple[float, ...]
    twist: float = 0.0


PATTERNS = {
    "cable": Pattern((1.45,), 0.15, (20.0, -70.0)),
    "rolo": Pattern((1.0,), 0.17, (30.0, -60.0)),
    "paperclip": Pattern((3.0,), 0.13, (8.0, -82.0)),
    "curb": Pattern((1.35,), 0.165, (0.0,), 0.15),
    "figaro": Pattern((1.25, 1.25, 1.25, 2.5), 0.155, (0.0,), 0.14),
    "box": Pattern((1.0,), 0.13, (45.0, -45.0)),
}


def chain(kind: str, path: Floats, width: float, gaps: Sequence[Gap] = ()) -> Mesh:
    """A chain of the named kind along a closed path; width across the links in mm."""
    if kind in ("snake", "herringbone"):
        return ribbed(kind, path, width)
    if kind == "rope":
        return rope(path, width)
    if kind == "cord":
        return plait(path, width)
    if kind == "ball":
        return balls(path, width, gaps)
    pattern = PATTERNS[kind]
    lengths = np.array(pattern.lengths) * width
    hold = 3.9 * pattern.wire * width  # two wires at each end, and a hair of play
    group = float((lengths - hold).sum())
    count = (
        len(lengths) * len(pattern.rolls) * round(path_length(path) / group / len(pattern.rolls))
    )
    steps = np.resize(lengths, count) - hold
    reached = np.cumsum(steps) - steps / 2
    reached *= path_length(path) / steps.sum()
    clear = np.all([(reached < low) | (reached > high) for low, high in gaps], axis=0)
    kept = np.flatnonzero(np.broadcast_to(clear, reached.shape))
    frames = rolled_frames(headings_at(path, reached[kept]), np.resize(pattern.rolls, count)[kept])
    spots = stations_at(path, reached[kept])
    which = kept % len(lengths)
    return join(
        copies(unit_link(kind, pattern, float(long), width), spots[chosen], frames[chosen])
        for long in np.unique(lengths)
        if (chosen := np.flatnonzero(lengths[which] == long)).size
    )


def unit_link(kind: str, pattern: Pattern, length: float, width: float) -> Mesh:
    """One link of a pattern; box chain is bent of flat strip, not of wire."""
    points = 18 if width < 1.6 else 26
    if kind != "box":
        return link(length, width, pattern.wire * width, points, pattern.twist * width)
    angle = np.linspace(0, 2 * np.pi, 16, endpoint=False)
    half = (0.5 - pattern.wire) * width
    square = np.column_stack([np.cos(angle), np.sin(angle)])
    square = np.sign(square) * abs(square) ** 0.4 * half
    strip = slab_profile(0.5 * width, 1.6 * pattern.wire * width, 8, 4.0)
    path = np.column_stack([square, np.zeros(16)])
    return sweep(path, strip, True, SweepFrame(normals=np.tile(UP, (16, 1))))


def balls(path: Floats, width: float, gaps: Sequence[Gap]) -> Mesh:
    """Small spheres on a wire."""
    count = round(path_length(path) / (width * 1.12))
    spots, along = stations(path, count)
    reached = np.arange(count) * path_length(path) / count
    clear = np.all([(reached < low) | (reached > high) for low, high in gaps], axis=0)
    kept = np.flatnonzero(np.broadcast_to(clear, reached.shape))
    ball = ellipsoid(width / 2, width / 2, width / 2, 10)
    spheres = copies(ball, spots[kept], rolled_frames(along[kept], np.zeros(len(kept))))
    return join([spheres, sweep(stations(path, 600)[0], round_profile(width * 0.1, 6), True)])


def rope(path: Floats, width: float) -> Mesh:
    """A rope chain: two wires of twisted strand wound about each other."""
    length = path_length(path)
    count = int(length / (0.11 * width))
    spots, along = stations(path, count)
    turns = round(length / (1.9 * width))
    side = rolled_frames(along, np.zeros(count))[:, :, 1]
    strands = []
    for start in (0.0, np.pi):
        angle = start + 2 * np.pi * turns * np.arange(count) / count
        out = np.cos(angle)[:, None] * side + np.sin(angle)[:, None] * UP
        # The strand's own links show as a fine ripple.
        scale = 1 + 0.13 * np.cos(np.pi * np.arange(count))
        frame = SweepFrame(normals=out, scale=scale)
        strands.append(
            sweep(spots + 0.25 * width * out, round_profile(0.25 * width, 10), True, frame)
        )
    return join(strands)


def plait(path: Floats, width: float) -> Mesh:
    """A plaited cord, drawn as three lobes twisted."""
    length = path_length(path)
    spots, _ = stations(path, int(length / (0.3 * width)))
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    lobe = 0.5 * width * (0.55 + 0.45 * abs(np.cos(1.5 * angle)))
    profile = np.column_stack([lobe * np.cos(angle), lobe * np.sin(angle)])
    return sweep(spots, profile, True, SweepFrame(twist_turns=round(length / (2.6 * width))))


def ribbed(kind: str, path: Floats, width: float) -> Mesh:
    """A round snake chain or a flat herringbone: a tube that narrows at every plate."""
    count = int(path_length(path) / (0.16 * width if kind == "snake" else 0.5))
    spots, _ = stations(path, count)
    ribs = 1 - (0.07 if kind == "snake" else 0.03) * np.cos(np.pi * np.arange(count))
    profile = round_profile(width / 2, 20)
    if kind == "herringbone":
        profile = slab_profile(0.22 * width, width, 24, 5.0)
    frame = SweepFrame(normals=np.tile(UP, (count, 1)), scale=ribs)
    return sweep(spots, profile, True, frame)


def catch(path: Floats, width: float) -> Mesh:
    """A small catch and its ring at the start of the strand."""
    spots, along = stations(path, 200)
    size = max(1.6, min(1.5 * width, 0.45 * width + 1.2))
    body = ellipsoid(1.5 * size, 0.62 * size, 0.5 * size, 12)
    ring = link(1.2 * size, 1.2 * size, 0.16 * size)
    frame = rolled_frames(along[:1], np.array([0.0]))[0]
    return join(
        [
            body.turned(frame).moved(*(spots[0] + along[0] * size)),
            ring.turned(frame).moved(*(spots[0] - along[0] * size)),
        ]
    )
