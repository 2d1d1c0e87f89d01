"""Earrings: one of the pair in face axes, plus the post, hook or catch behind it. `scene` sets out
the two.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.studio.designs import Design, Stone
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
from assets.studio.gems import outline
from assets.studio.mesh import Mesh, SweepFrame, ellipsoid, join, lathe, relief, sweep, turn
from assets.studio.rings import halo_round

UP = np.array([0.0, 0.0, 1.0])


def post(from_z: float, back: str | None) -> Mesh:
    """A 10 mm post behind a stud with its back: butterfly, screw, or clip paddle."""
    if back == "clip":
        paddle = relief(outline("oval", 11.0, 6.5), lambda f, _p: 1.0 - 0.4 * f**4)
        arm = wire([(0, 4.2, from_z), (0, 5.2, from_z - 3.0), (0, 4.4, from_z - 5.5)], 0.5)
        return join([paddle.moved(z=from_z - 6.4), arm])
    shaft = wire([(0, 0, from_z + 0.4), (0, 0, from_z - 9.5)], 0.4)
    wide, flat = (2.4, 0.9) if back == "screw back" else (2.9, 1.3)
    nut = lathe(
        slab_profile(wide * 0.8, flat, 20, 4.0) + np.array([wide * 0.42 + 0.35, 0.0]), 40
    ).moved(z=from_z - 6.5)
    return join([shaft, nut])


def stud(design: Design) -> list[Part]:
    """A stone on a post, in prongs or a bezel; a second group makes a ring of melee round it."""
    gem = design.stones[0]
    length, width = gem.length_mm, gem.width_mm
    if gem.cut == "bead":
        cup = ellipsoid(0.3 * width, 0.3 * width, 0.14 * width, 14).moved(z=-0.46 * width)
        pearl = [stone(0, "bead", length, width), metal(cup, post(-0.5 * width, design.clasp))]
        return pearl + top_accent(design, width)
    parts = mounted(0, gem, design.setting, int(design.shape.get("prongs", 4)))
    parts.append(metal(post(-0.6 * width, design.clasp)))
    if len(design.stones) > 1:
        parts += halo_round(1, gem, half(design, 1), -0.02 * width)
    return parts


def top_accent(design: Design, width: float) -> list[Part]:
    """A melee stone resting at the pearl's upper edge."""
    if len(design.stones) < 2:
        return []
    small = design.stones[1].width_mm
    return place(
        melee(1, small),
        np.array([0.0, 0.5 * width + 0.35 * small, 0.12 * width]),
        np.array([0.0, 0.35, 1.0]),
    )


def half(design: Design, index: int) -> Stone:
    """A stone group as one earring has it: the record counts the pair."""
    gem = design.stones[index]
    return replace(gem, count=gem.count // 2)


def hoop(design: Design) -> list[Part]:
    """A tube bent to a circle in the face plane, with melee along its front where listed."""
    outer, tube = design.mm("hoop_mm", 20.0), design.mm("tube_mm", 2.0)
    reach = (outer - tube) / 2
    angle = np.radians(np.linspace(96, 442, 150))
    path = np.column_stack([reach * np.cos(angle), reach * np.sin(angle), np.zeros(150)])
    shape = slab_profile(
        tube, design.mm("face_mm", tube), 24, float(design.shape.get("squareness", 2.0))
    )
    normals = path / reach
    twist = float(design.shape.get("twist_turns", 0.0))
    frame = SweepFrame(normals=normals, twist_turns=twist)
    body = [sweep(path, shape, False, frame)]
    if design.shape.get("hollow_mm"):
        wall = design.mm("hollow_mm", 0.4)
        body.append(sweep(path, shape * (1 - 2 * wall / tube), False, frame).flipped())
    ends = [tuple(path[0]), tuple((path[0] + path[-1]) / 2 + normals[0] * 0.1), tuple(path[-1])]
    parts = [metal(*body, wire(ends, 0.4))]
    for index, gem in enumerate(design.stones):
        count = gem.count // 2
        step = np.degrees(gem.width_mm * 1.13 / (outer / 2))
        for k in range(count):
            degrees = np.radians(188 + step * (k - (count - 1) / 2))
            outward = np.array([np.cos(degrees), np.sin(degrees), 0.0])
            parts += place(
                melee(index, gem.width_mm), outward * (outer / 2 + 0.3 * gem.width_mm), outward, UP
            )
    return parts


def drop(design: Design) -> list[Part]:
    """A stone or pearl hanging under a hook, a lever back or a small set stone."""
    gem = design.stones[0]
    length, width = gem.length_mm, gem.width_mm
    if gem.cut == "bead":
        cap = ellipsoid(0.2 * width, 0.12 * width, 0.2 * width, 12).moved(y=0.49 * length)
        parts = [stone(0, "bead", length, width), metal(cap)]
    else:
        parts = mounted(0, gem, design.setting)
    top = length / 2 + 0.6
    if len(design.stones) > 1:
        small = design.stones[1]
        if small.count > 4:
            parts += halo_round(1, gem, half(design, 1), -0.02 * width)
            top += small.width_mm + 0.5
        else:
            parts += place(
                melee(1, small.width_mm), np.array([0.0, top + small.width_mm * 0.7 + 0.8, 0.0]), UP
            )
            parts.append(metal(wire([(0, top - 0.5, 0), (0, top + 1.0, 0)], 0.28)))
            top += small.width_mm * 1.4 + 1.0
    gap = design.mm("line_mm", 2.0)
    parts.append(metal(wire([(0, top - 0.8, 0), (0, top + gap, 0)], 0.3)))
    top += gap
    if design.clasp == "push back":
        ball = ellipsoid(1.6, 1.6, 1.6, 14).moved(y=top + 0.9)
        return [*parts, metal(ball, post(-1.2, "push back").moved(y=top + 0.9))]
    curve = [
        (0, top - 0.6, 0.2),
        (0, top + 3.0, 0.9),
        (0, top + 6.5, -0.2),
        (0, top + 8.0, -2.6),
        (0, top + 6.5, -5.2),
        (0, top, -6.2),
        (0, top - 5.0, -5.6),
    ]
    return [*parts, metal(wire(curve, 0.38))]


def jade_hoop(design: Design) -> list[Part]:
    """A small stone ring hanging from a metal top: a ping-an buckle for the ear."""
    gem = design.stones[0]
    tube = 0.26 * gem.width_mm
    ring = lathe(round_profile(tube / 2, 28) + np.array([(gem.width_mm - tube) / 2, 0.0]), 96)
    top = gem.length_mm / 2
    loop = [
        (0, top - tube - 0.3, 0),
        (0, top - tube / 2, tube / 2 + 0.4),
        (0, top + 1.2, 0.3),
        (0, top + 1.2, -0.3),
        (0, top - tube / 2, -tube / 2 - 0.4),
        (0, top - tube - 0.3, 0),
    ]
    parts = [Part(ring, "stone", 0), metal(wire(loop, 0.4))]
    if len(design.stones) > 1:
        small = design.stones[1].width_mm
        at = np.array([0.0, top + 1.4 + small * 0.6, 0.0])
        return [
            *parts,
            *place(melee(1, small), at, UP),
            metal(post(-0.5 * small, design.clasp).moved(y=at[1])),
        ]
    curve = [
        (0, top + 0.8, 0.2),
        (0, top + 5.0, 0.9),
        (0, top + 8.0, -1.6),
        (0, top + 6.0, -5.0),
        (0, top, -5.8),
    ]
    return [*parts, metal(wire(curve, 0.38))]


def shaped_stud(design: Design) -> list[Part]:
    """A small shape in metal on a post: a ball, a disc, a bar or a four-petalled flower."""
    kind, size = str(design.shape.get("stud", "ball")), design.mm("stud_mm", 5.0)
    if kind == "ball":
        hollow = ellipsoid(size / 2 - 0.4, size / 2 - 0.4, size / 2 - 0.4, 16).flipped()
        return [
            metal(
                ellipsoid(size / 2, size / 2, size / 2, 24),
                hollow,
                post(-0.48 * size, design.clasp),
            )
        ]
    if kind == "flower":
        petals = [
            relief(
                outline("pear", size * 0.56, size * 0.46),
                lambda f, _p: 0.5 + 0.55 * np.sqrt(1.0001 - f**2),
            )
            .turned(turn("z", 180.0))
            .moved(y=size * 0.29)
            .turned(turn("z", 72.0 * k))
            for k in range(5)
        ]
        parts = [metal(*petals, post(0.1, design.clasp))]
        if design.stones:
            small = design.stones[0].width_mm
            parts += [p.moved(z=0.9 + 0.2 * small) for p in melee(0, small)]
        return parts
    disc = relief(outline("round", size, size), lambda f, _p: 1.0 - 0.3 * f**8)
    return [metal(disc, post(0.1, design.clasp))]
