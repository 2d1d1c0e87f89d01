"""Motifs that hang: set stones, jade carvings, emblems, bars and lockets. Each hangs towards -y
from a loop at the top.
"""

from __future__ import annotations

import numpy as np

from assets.studio.chains import chain, lay, path_length, stations, stations_at
from assets.studio.designs import Design
from assets.studio.emblems import EMBLEMS, heart_outline, setting_points
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    round_profile,
    row_of_melee,
    smooth_path,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.mesh import Mesh, SweepFrame, ellipsoid, lathe, relief, sweep, turn
from assets.studio.rings import halo_round
from assets.studio.strands import bail, jump_ring, plain_strand

UP = np.array([0.0, 0.0, 1.0])


def hung(design: Design, motif: list[Part]) -> list[Part]:
    """The motif under its chain: its loop's top is at the origin, and the chain runs up in a V."""
    top = max(float(part.mesh.vertices[:, 1].max()) for part in motif)
    low = min(float(part.mesh.vertices[:, 2].min()) for part in motif)
    parts = [part.moved(y=0.75 - top, z=-low) for part in motif]
    if "length_mm" not in design.shape:
        return parts
    middle = max(0.6, -low)
    if design.metal.metal is None or design.shape.get("cord"):
        path = lay("v", design.mm("length_mm", 450.0))
        cord = chain("cord", path, design.mm("cord_mm", 1.6))
        return [*parts, Part(cord, "cord", chain=True).moved(z=middle)]
    laid = plain_strand(design, "v")
    return [*parts, *(part.moved(z=middle) for part in laid)]


def set_stone(design: Design) -> list[Part]:
    """One stone in prongs or a bezel, in a ring of melee where a second group is listed."""
    gem = design.stones[0]
    length, width = gem.length_mm, gem.width_mm
    motif = mounted(0, gem, design.setting, int(design.shape.get("prongs", 4)))
    reach = length / 2 + 0.5
    if len(design.stones) > 1:
        small = design.stones[1]
        motif += halo_round(1, gem, small, -0.02 * width)
        reach += small.width_mm + 0.4
    if gem.cut == "cabochon" and design.setting == "bezel":
        base = relief(outline(gem.cut, length, width), lambda f, _p: np.full_like(f, 0.6))
        motif.append(metal(base.moved(z=-0.2 * width)))
    return [*motif, metal(bail(reach - 0.3))]


def pendant(design: Design) -> list[Part]:
    return hung(design, set_stone(design))


def jade_donut(design: Design) -> list[Part]:
    """A ping-an buckle: a smooth disc with a small round hole, on a loop of metal or cord."""
    gem = design.stones[0]
    outer, inner = gem.width_mm / 2, gem.width_mm * 0.1
    thick = design.mm("thickness_mm", 4.2)
    angle = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    middle, half = (outer + inner) / 2, (outer - inner) / 2
    profile = np.column_stack(
        [
            middle + half * np.sign(np.cos(angle)) * abs(np.cos(angle)) ** 0.75,
            thick / 2 * np.sign(np.sin(angle)) * abs(np.sin(angle)) ** 0.6,
        ]
    )
    motif = [Part(lathe(profile, 128), "stone", 0)]
    rise = outer + 2.4
    depth = thick / 2 + 0.5
    loop = [
        (0, inner - 0.2, 0),
        (0, inner + 0.6, depth),
        (0, outer * 0.6, depth + 0.25),
        (0, outer + 0.5, depth * 0.7),
        (0, rise, 0.5),
        (0, rise, -0.5),
        (0, outer + 0.5, -depth * 0.7),
        (0, outer * 0.6, -depth - 0.1),
        (0, inner + 0.6, -depth),
        (0, inner - 0.2, 0),
    ]
    if design.metal.metal is None:
        return hung(design, [*motif, Part(wire(loop, 0.7), "cord")])
    return hung(design, [*motif, metal(wire(loop, 0.45))])


def emblem(design: Design) -> list[Part]:
    """A drawing of `emblems` made solid, `size_mm` tall, in metal or cut from the first stone where
    that is carved; further stones sit at its setting points, and `bells` hang under a lock.
    """
    figure, size = str(design.shape["figure"]), design.mm("size_mm", 20.0)
    thick = design.mm("thickness_mm", 3.0)
    in_stone = bool(design.stones) and design.stones[0].cut == "carved"
    back = 0.5 if in_stone else 0.0
    wall = design.mm("wall_mm", 0.35 if in_stone else 0.8)
    sheet = EMBLEMS[figure](thick / size, int(design.shape.get("cells", 220)))
    solid = sheet.solid(size, back, wall / size)
    motif = [Part(solid, "stone", 0) if in_stone else metal(solid)]
    for index in range(1 if in_stone else 0, len(design.stones)):
        gem = design.stones[index]
        points = setting_points(figure, gem.count)
        rise = sheet.height_at(points) * size + wall / 2 + 0.3 * gem.width_mm
        spots = np.column_stack([points * size, rise])
        motif += row_of_melee(index, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    if in_stone and design.shape.get("rim"):
        motif.append(beaded_rim(solid, size))
    if design.shape.get("bells"):
        motif += bells(solid, int(design.shape["bells"]), size)
    return hung(design, [*motif, hanger(design, solid)])


def hanger(design: Design, solid: Mesh) -> Part:
    """A loop over the middle of the motif's top edge; of cord where there is no metal."""
    v = solid.vertices
    middle = v[abs(v[:, 0] - design.mm("loop_x_mm", 0.0)) < 0.09 * np.ptp(v[:, 0]) + 0.3]
    peak = middle[np.argmax(middle[:, 1])]
    loop = bail(float(peak[1]) - 0.7, 3.0)
    at = {"x": design.mm("loop_x_mm", 0.0), "z": float(peak[2]) * 0.5}
    if design.metal.metal is None:
        return Part(loop, "cord").moved(**at)
    return metal(loop.moved(**at))


def beaded_rim(solid: Mesh, size: float) -> Part:
    """Small metal beads round the edge of a flat stone slab, and a gallery behind it."""
    v = solid.vertices[:, :2]
    angle = np.linspace(0, 2 * np.pi, 721)[:-1]
    rays = np.column_stack([np.cos(angle), np.sin(angle)])
    heading = np.round(np.arctan2(v[:, 1], v[:, 0]) / (2 * np.pi) * 720).astype(int) % 720
    away = np.zeros(720)
    np.maximum.at(away, heading, np.hypot(v[:, 0], v[:, 1]))
    edge = np.column_stack([rays * (away[:, None] + 0.1), np.zeros(720)])
    bead = 0.028 * size
    spots, _ = stations(edge, int(path_length(edge) / (2.0 * bead)))
    balls = [ellipsoid(bead, bead, bead, 7).moved(*at) for at in spots]
    wall = sweep(stations(edge, 300)[0] - UP * bead * 0.6, round_profile(bead * 0.7, 8), True)
    return metal(*balls, wall)


def bells(solid: Mesh, count: int, size: float) -> list[Part]:
    """Little hollow bells on jump rings along the motif's lower edge."""
    v = solid.vertices
    parts: list[Part] = []
    for x in np.linspace(-0.62, 0.62, count) * v[:, 0].max() if count > 1 else [0.0]:
        near = v[abs(v[:, 0] - x) < 0.03 * size]
        at = near[np.argmin(near[:, 1])]
        radius = 0.075 * size
        ring = jump_ring(0.12 * size, 0.02 * size + 0.1)
        ball = ellipsoid(radius, radius, radius, 16).moved(y=-0.1 * size - radius)
        inner = ellipsoid(0.78 * radius, 0.78 * radius, 0.78 * radius, 10)
        slit = ellipsoid(0.2 * radius, 0.2 * radius, radius * 1.02, 10).moved(
            y=-0.1 * size - 1.6 * radius
        )
        inside = inner.moved(y=-0.1 * size - radius).flipped()
        parts.append(metal(ring, ball, inside, slit).moved(at[0], at[1] + 0.35, 0.4))
    return parts


def locket(design: Design) -> list[Part]:
    """Two lids on a three-knuckled hinge, with a catch opposite; a small stone in the flower where
    one is listed.
    """
    figure, size = str(design.shape["figure"]), design.mm("size_mm", 20.0)
    thick, gap = design.mm("thickness_mm", 3.0), 0.25
    sheet = EMBLEMS[figure](thick / size, 160)
    lid = sheet.solid(size, 0.0, 0.5 / size)
    inner = sheet.solid(0.93 * size, 0.0, 0.1 / size).moved(z=-0.35).flipped()  # hollowed out
    half = metal(lid.moved(z=0.25 + gap / 2), inner.moved(z=0.25 + gap / 2))
    behind = [half.turned(turn("y", 180.0))]
    waist = lid.vertices[abs(lid.vertices[:, 1] - 0.06 * size) < 0.03 * size]
    edge = float(waist[:, 0].max())
    knuckles = [
        wire([(-edge - 0.25, y, 0), (-edge - 0.25, y + 0.06 * size, 0)], 0.62)
        for y in np.array([-0.05, 0.03, 0.11]) * size
    ]
    catch_knob = ellipsoid(0.7, 0.9, 0.75, 12).moved(edge + 0.2, 0.06 * size, 0.0)
    motif = [half, *behind, metal(*knuckles, catch_knob)]
    for index, gem in enumerate(design.stones):
        at = np.array([0.0, 0.02 * size, thick + 0.5 + 0.3 * gem.width_mm])
        motif += place(melee(index, gem.width_mm), at, UP)
    return hung(design, [*motif, hanger(design, lid)])


def open_heart(design: Design) -> list[Part]:
    """A heart drawn in one round wire, leaning a little; small stones run down one side."""
    size, thick = design.mm("size_mm", 15.0), design.mm("wire_mm", 1.8)
    rim = smooth_path(heart_outline(60)[::-1] * size, 6, True)
    path = np.column_stack([rim, np.zeros(len(rim))])
    swell = 1 + 0.25 * np.sin(np.linspace(0, 2 * np.pi, len(path)))
    motif = [metal(sweep(path, round_profile(thick / 2, 18), True, SweepFrame(scale=swell)))]
    for index, gem in enumerate(design.stones):
        start = 0.56 if index == 0 else 0.06
        reach = start * path_length(path) + 1.08 * gem.width_mm * np.arange(gem.count)
        spots = stations_at(path, reach) + UP * (0.5 * thick + 0.3 * gem.width_mm)
        motif += row_of_melee(index, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    lean = turn("z", design.mm("tilt_deg", 0.0))
    motif = [part.turned(lean) for part in motif]
    solid = motif[0].mesh
    return hung(design, [*motif, hanger(design, solid)])


def pearl_drop(design: Design) -> list[Part]:
    """A pearl under a small cap, with melee above it where listed."""
    gem = design.stones[0]
    radius = gem.length_mm / 2
    cap = ellipsoid(0.42 * radius, 0.22 * radius, 0.42 * radius, 14).moved(y=radius * 0.9)
    motif = [stone(0, "bead", gem.length_mm, gem.width_mm), metal(cap)]
    top = radius * 1.05
    if len(design.stones) > 1:
        small = design.stones[1]
        for k in range(small.count):
            motif += place(
                melee(1, small.width_mm),
                np.array([0.0, top + small.width_mm * (0.62 + 1.16 * k), 0.0]),
                UP,
            )
        top += small.width_mm * 1.16 * small.count + 0.2
    return hung(design, [*motif, metal(bail(top - 0.3))])


def bar(design: Design) -> list[Part]:
    """An upright bar, with stones down its face where listed."""
    length, width = design.mm("bar_mm", 22.0), design.mm("bar_width_mm", 2.4)
    body = relief(
        outline("baguette", length, width),
        lambda f, _p: 1.4 - 0.25 * np.maximum(0, (f - 0.8) / 0.2) ** 2,
    )
    motif = [metal(body)]
    for index, gem in enumerate(design.stones):
        ys = np.linspace(length / 2 - gem.width_mm, -length / 2 + gem.width_mm, gem.count)
        spots = np.column_stack(
            [np.zeros(gem.count), ys, np.full(gem.count, 1.35 + 0.45 * gem.width_mm)]
        )
        motif += row_of_melee(index, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    return hung(design, [*motif, metal(bail(length / 2 - 0.4).moved(z=0.7))])


def open_circle(design: Design) -> list[Part]:
    """A ring of melee as a motif, open in the middle."""
    gem = design.stones[0]
    reach = design.mm("circle_mm", 14.0) / 2
    angle = 2 * np.pi * np.arange(gem.count) / gem.count
    spots = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), np.zeros(gem.count)])
    motif = row_of_melee(0, spots, np.tile(UP, (gem.count, 1)), gem.width_mm)
    hoop = lathe(
        round_profile(gem.width_mm * 0.24, 14) + np.array([reach, -gem.width_mm * 0.42]), 128
    )
    return hung(design, [*motif, metal(hoop), metal(bail(reach + gem.width_mm * 0.5 - 0.2))])
