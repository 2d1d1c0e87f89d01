"""Drops: one stone, ring, bar or frame hanging from a hook, lever back or stud."""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design
from assets.studio.ear_fittings import fine_chain, link, post, suspension
from assets.studio.earrings import UP, half
from assets.studio.fittings import (
    Part,
    melee,
    metal,
    mounted,
    place,
    ring_of,
    round_profile,
    slab_profile,
    stone,
    wire,
)
from assets.studio.gems import outline
from assets.studio.heads import halo_round
from assets.studio.hoops import hung
from assets.studio.mesh import SweepFrame, ellipsoid, lathe, sweep


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
    return [*parts, *suspension(design.clasp, top + gap)]


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
        behind = metal(post(-0.5 * small, design.clasp).moved(y=at[1]))
        return [*parts, *place(melee(1, small), at, UP), behind]
    return [*parts, *suspension(design.clasp, top + 1.2)]


def bar_drop(design: Design) -> list[Part]:
    """A slim bar swinging from a link; melee, where listed, is set at its foot or down its face."""
    length, wide = design.mm("bar_mm", 24.0), design.mm("face_mm", 2.0)
    body = sweep(
        np.column_stack([np.zeros(160), np.linspace(-length, 0, 160), np.zeros(160)]),
        slab_profile(
            wide, design.mm("tube_mm", wide), 40, float(design.shape.get("squareness", 5.0))
        ),
        False,
        SweepFrame(twist_turns=float(design.shape.get("twist_turns", 0.0))),
    )
    parts = [metal(body, link(0.85, 0.22, False).moved(y=0.55))]
    parts += [p.moved(y=1.6) for p in suspension(design.clasp, 0.0)]
    if design.stones:
        gem = half(design, 0)
        for k in range(gem.count):
            y = -length + gem.width_mm * (0.3 + 1.15 * k)
            z = 0.5 * wide + 0.22 * gem.width_mm
            parts += [part.moved(y=y, z=z) for part in melee(0, gem.width_mm)]
    return parts


def openwork_drop(design: Design) -> list[Part]:
    """Teardrop frames one inside the other, hung from one point; a stone may hang in the middle."""
    length, wide = design.mm("frame_mm", 30.0), design.mm("across_mm", 19.0)
    rail = slab_profile(design.mm("tube_mm", 1.3), design.mm("face_mm", 1.3), 16, 3.0)
    parts: list[Part] = []
    for k in range(int(design.shape.get("frames", 2))):
        size = 1 - 0.3 * k
        frame = ring_of(outline("pear", length * size, wide * size, 144), rail, 0.0)
        parts.append(metal(frame.moved(y=-length * size / 2 - 0.5 * k)))
    if design.stones:
        hang = -(1 - 0.3 * (int(design.shape.get("frames", 2)) - 1)) * 0.42 * length
        parts.append(metal(fine_chain(-hang - 0.6, 1.6, 0.18).moved(y=-0.6)))
        parts += [part.moved(y=hang + 0.6) for part in hung(design, 0)]
    ring = link(1.0, 0.26, False).moved(y=0.5)
    return [*parts, metal(ring), *[p.moved(y=1.8) for p in suspension(design.clasp, 0.0)]]
