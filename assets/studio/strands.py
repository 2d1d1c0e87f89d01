"""Chains, strings of beads and lines of stones, laid along a curve on the table.

Face axes: the strand lies in the x-y plane with its middle at the origin and its clasp at the top;
motifs hang towards -y. All lengths are mm, and a strand's mesh has the whole stated length, so its
weight is that of the real thing.
"""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import (
    Part,
    bezel,
    melee,
    metal,
    place,
    ring_of,
    round_profile,
    slab_profile,
    smooth_path,
    stone,
    wire,
)
from assets.studio.gems import cut_gem, outline
from assets.studio.mesh import Floats, Ints, Mesh, SweepFrame, ellipsoid, join, sweep, tangents

UP = np.array([0.0, 0.0, 1.0])


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
    closed = np.concatenate([flat, flat[:1]])
    total = np.linalg.norm(np.diff(closed, axis=0), axis=1).sum()
    flat = flat * (length_mm / total)
    flat[:, 1] -= flat[:, 1].min() if kind != "oval" else 0.0
    return np.column_stack([flat, np.zeros(len(flat))])


def stations(path: Floats, count: int, offset: float = 0.0) -> tuple[Floats, Floats]:
    """Evenly spaced points (count, 3) along a closed path, and tangents; offset in steps."""
    closed = np.concatenate([path, path[:1]])
    reached = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    even = (np.arange(count) + offset) * reached[-1] / count % reached[-1]
    spots = np.column_stack([np.interp(even, reached, closed[:, i]) for i in range(3)])
    return spots, tangents(spots, True)


def link(length: float, width: float, radius: float, points: int = 22) -> Mesh:
    """One stadium link, long axis x, in the x-y plane; outer measures in mm."""
    angle = np.linspace(0, 2 * np.pi, points, endpoint=False)
    straight = max(0.0, length - width) / 2
    a, b = width / 2 - radius, width / 2 - radius
    path = np.column_stack(
        [a * np.cos(angle) + straight * np.sign(np.cos(angle)), b * np.sin(angle), np.zeros(points)]
    )
    return sweep(path, round_profile(radius, 8), True, SweepFrame(normals=np.tile(UP, (points, 1))))


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


def chain(kind: str, path: Floats, width: float) -> Mesh:
    """A chain of the named kind along a closed path; width across the links in mm."""
    length = float(np.linalg.norm(np.diff(np.concatenate([path, path[:1]]), axis=0), axis=1).sum())
    if kind in ("rope", "snake"):
        return wound(kind, path, width, length)
    if kind == "ball":
        count = round(length / (width * 1.12))
        spots, along = stations(path, count)
        balls = copies(
            ellipsoid(width / 2, width / 2, width / 2, 8),
            spots,
            rolled_frames(along, np.zeros(count)),
        )
        return join([balls, sweep(stations(path, 600)[0], round_profile(width * 0.1, 6), True)])
    ratio, radius, pitch, rolls = {
        "cable": (1.35, 0.15, 0.78, (20.0, -70.0)),
        "paperclip": (3.0, 0.13, 0.86, (8.0, -82.0)),
        "curb": (1.45, 0.15, 0.56, (33.0, 33.0)),
        "box": (1.0, 0.2, 0.66, (45.0, -45.0)),
        "figaro": (1.5, 0.18, 0.52, (35.0, 35.0)),
    }[kind]
    step = pitch * ratio * width
    count = 2 * round(length / step / 2)
    spots, along = stations(path, count)
    unit = link(ratio * width, width, radius * width)
    frames = rolled_frames(along, np.resize(rolls, count))
    return copies(unit, spots, frames)


def wound(kind: str, path: Floats, width: float, length: float) -> Mesh:
    """A rope (three lobes twisted) or a snake chain (a ribbed tube), as one sweep."""
    count = int(length / (0.16 * width))
    spots, _ = stations(path, count)
    angle = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    if kind == "rope":
        lobe = 0.5 * width * (0.52 + 0.48 * abs(np.cos(1.5 * angle)))
        profile = np.column_stack([lobe * np.cos(angle), lobe * np.sin(angle)])
        return sweep(spots, profile, True, SweepFrame(twist_turns=round(length / (2.6 * width))))
    ribs = 1 - 0.07 * np.cos(np.pi * np.arange(count))
    return sweep(spots, round_profile(width / 2, 20), True, SweepFrame(scale=ribs))


def catch(path: Floats, width: float) -> Part:
    """A small catch and its ring at the start of the strand, weighed but not measured."""
    spots, along = stations(path, 200)
    size = max(1.6, min(1.5 * width, 0.45 * width + 1.2))
    body = ellipsoid(1.5 * size, 0.62 * size, 0.5 * size, 12)
    ring = link(1.2 * size, 1.2 * size, 0.16 * size)
    frame = rolled_frames(along[:1], np.array([0.0]))[0]
    both = join(
        [
            body.turned(frame).moved(*(spots[0] + along[0] * size)),
            ring.turned(frame).moved(*(spots[0] - along[0] * size)),
        ]
    )
    return Part(both, "metal", chain=True, fastening=True)


def lift_to_table(part: Part) -> Part:
    """Lets a strand's own links rest on z = 0."""
    return part.moved(z=-float(part.mesh.vertices[:, 2].min()))


def plain_strand(design: Design, kind: str) -> list[Part]:
    """The design's chain laid along the named curve, with its catch."""
    width = design.mm("chain_mm", 1.2)
    path = lay(kind, design.mm("length_mm", 450.0))
    laid = metal(chain(str(design.shape.get("chain", "cable")), path, width), chain=True)
    return [laid, catch(path, width)]


def lay_of(design: Design) -> str:
    if design.category != "necklace":
        return "oval"
    return "narrow" if "front_mm" in design.shape else "drape"


def chain_piece(design: Design) -> list[Part]:
    """A chain on its own, or set with stones at even stations."""
    parts = plain_strand(design, lay_of(design))
    for index, gem in enumerate(design.stones):
        spots, along = stone_stations(design, gem.count)
        for at, tangent in zip(spots, along, strict=True):
            if gem.cut == "bead":
                parts.append(stone(index, "bead", gem.length_mm, gem.width_mm).moved(*at))
                continue
            unit = [
                stone(index, gem.cut, gem.length_mm, gem.width_mm),
                metal(bezel(gem.cut, gem.length_mm, gem.width_mm)),
            ]
            parts += place(unit, at + UP * 0.3 * gem.width_mm, UP, np.cross(UP, tangent))
    return parts


def stone_stations(design: Design, count: int) -> tuple[Floats, Floats]:
    """Where a chain's stones sit: all the way round, or `station_mm` apart about the middle of the
    front.
    """
    length = design.mm("length_mm", 450.0)
    path = lay(lay_of(design), length)
    if "station_mm" not in design.shape:
        return stations(path, count, 0.5)
    step = design.mm("station_mm", 18.0)
    away: Floats = step * (np.arange(count, dtype=np.float64) - (count - 1) / 2)
    spots = stations_at(path, length / 2 + away)
    ahead = stations_at(path, length / 2 + away + 0.5)
    steps = ahead - spots
    return spots, steps / np.linalg.norm(steps, axis=1, keepdims=True)


def bead_strand(design: Design) -> list[Part]:
    """Beads or pearls knotted on a thread; `graduated` is the size of the end beads as a share of
    the middle one.
    """
    length = design.mm("length_mm", 450.0)
    path = lay(lay_of(design), length)
    thread = sweep(stations(path, 500)[0], round_profile(0.35, 8), True)
    parts = [Part(thread, "cord", chain=True)]
    end_share = design.mm("graduated", 1.0)
    total = sum(gem.count for gem in design.stones)
    order = bead_order(design, total)
    share = end_share + (1 - end_share) * (1 - abs(np.linspace(-1, 1, total)))
    widths = np.array([design.stones[i].width_mm for i in order]) * share
    gap = (length * 0.985 - widths.sum()) / total
    centres = np.cumsum(widths + gap) - (widths + gap) / 2 + 0.0075 * length
    spots = stations_at(path, centres)
    for i, at, wide in zip(order, spots, widths, strict=True):
        ratio = design.stones[i].length_mm / design.stones[i].width_mm
        bead = cut_gem("bead", round(wide * ratio, 2), round(float(wide), 2))
        parts.append(Part(bead.moved(*at), "stone", i, chain=bool(wide < max(widths) * 0.999)))
    if design.metal.metal:
        parts.append(catch(path, 1.6))
    return parts


def bead_order(design: Design, total: int) -> list[int]:
    """Which stone group each bead belongs to: the first throughout, the others spaced evenly among
    it.
    """
    order = [0] * total
    for index, gem in enumerate(design.stones[1:], start=1):
        for k in range(gem.count):
            order[int((k + 0.5) * total / gem.count + index - 1) % total] = index
    return order


def stations_at(path: Floats, distances_mm: Floats) -> Floats:
    """Points (N, 3) at given distances from the path's start."""
    closed = np.concatenate([path, path[:1]])
    reached = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(closed, axis=0), axis=1))])
    return np.column_stack([np.interp(distances_mm, reached, closed[:, i]) for i in range(3)])


def tennis(design: Design) -> list[Part]:
    """A flexible line of equal stones in bead settings, all facing up."""
    gem = design.stones[0]
    path = lay(lay_of(design), design.mm("length_mm", 180.0))
    spots, along = stations(path, gem.count)
    unit = melee(0, gem.width_mm)
    parts: list[Part] = []
    for at, tangent in zip(spots, along, strict=True):
        parts += place(unit, at, UP, np.cross(UP, tangent))
    rail = slab_profile(gem.width_mm * 0.24, gem.width_mm * 0.4, 12)
    spine = sweep(stations(path, 500)[0] - UP * 0.42 * gem.width_mm, rail, True)
    return [*parts, Part(spine, "metal", chain=True), catch(path, gem.width_mm * 0.6)]


def cord_bracelet(design: Design) -> list[Part]:
    """A plaited cord with metal beads, and a stone bead in the middle where one is listed."""
    path = lay("oval", design.mm("length_mm", 170.0))
    spots, _ = stations(path, 900)
    angle = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    lobe = design.mm("cord_mm", 2.2) / 2 * (0.72 + 0.28 * abs(np.cos(2 * angle)))
    plait = np.column_stack([lobe * np.cos(angle), lobe * np.sin(angle)])
    parts = [Part(sweep(spots, plait, True, SweepFrame(twist_turns=40)), "cord", chain=True)]
    size = design.mm("bead_mm", 5.0)
    beads = int(design.shape.get("beads", 3))
    middle = design.mm("length_mm", 170.0) / 2
    for k in range(beads):
        away = (k - (beads - 1) / 2) * size * 2.2
        if design.stones and abs(away) < size:
            away += size * 1.4
        at = stations_at(path, np.array([middle + away]))[0]
        ball = ellipsoid(size / 2, size / 2, size / 2, 20)
        hollow = ellipsoid(size / 2 - 0.45, size / 2 - 0.45, size / 2 - 0.45, 14).flipped()
        collar = ring_of(
            outline("round", size * 0.5, size * 0.5, 32), round_profile(0.25, 8), 0.0
        ).turned(np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]]))
        parts.append(
            metal(ball.moved(*at), hollow.moved(*at), collar.moved(*at).moved(x=size * 0.48))
        )
    for index, gem in enumerate(design.stones):
        at = stations_at(path, np.array([middle]))[0]
        parts.append(stone(index, "bead", gem.length_mm, gem.width_mm).moved(*at))
    return parts


def bail(at_y: float, size: float = 2.6) -> Mesh:
    """A small loop above a motif for the chain to run through; its top is near `at_y + size`."""
    spots = [
        (0, at_y, 0.2),
        (0, at_y + size * 0.35, 0.75),
        (0, at_y + size, 0.5),
        (0, at_y + size * 0.85, -0.55),
        (0, at_y + size * 0.2, -0.5),
        (0, at_y, 0.0),
    ]
    return wire(spots, 0.32)
