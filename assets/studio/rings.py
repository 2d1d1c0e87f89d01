"""Rings with one face: solitaires, halos, three stones, and cabochons.

Axes as in `bands`: the finger along y, the head at +z.
"""

from __future__ import annotations

import numpy as np

from assets.studio.bands import shank, top_of
from assets.studio.designs import Design
from assets.studio.fittings import Part, bezel, metal, place, prong_head, stone
from assets.studio.gems import outline
from assets.studio.heads import (
    ALONG_FINGER,
    UP,
    halo_round,
    head,
    hidden_halo,
    shoulder_stones,
)
from assets.studio.mesh import ellipsoid, relief, turn


def solitaire(design: Design) -> list[Part]:
    """One stone over a tapering band. A second kind of stone sits on the shoulders, or, where the
    shape says `hidden`, under the girdle with a third on the shoulders.
    """
    gem = design.stones[0]
    lift = (0.52 if design.setting == "prong" else 0.36) * gem.width_mm
    at = UP * (top_of(design) - 0.3 + lift)
    parts = [metal(shank(design, float(design.shape.get("taper", 0.85)))), *head(design, 0, at, UP)]
    shoulders = 1
    if design.shape.get("hidden"):
        parts += place(hidden_halo(1, gem, design.stones[1]), at, UP, ALONG_FINGER)
        shoulders = 2
    if len(design.stones) > shoulders:
        parts += shoulder_stones(design, shoulders, 0.62 * gem.width_mm)
    return parts


def halo(design: Design) -> list[Part]:
    """A centre stone in a ring of melee; a third group goes along the shoulders, or, where the
    shape says `double`, makes a second ring, with a fourth on the shoulders.
    """
    centre, small = design.stones[:2]
    at = UP * (top_of(design) - 0.3 + 0.56 * centre.width_mm)
    crown = halo_round(1, centre, small, -0.02 * centre.width_mm)
    reach = 0.5 * centre.width_mm + small.width_mm + 0.8
    shoulders = 2
    if design.shape.get("double"):
        second = design.stones[2]
        step = 0.56 * (small.width_mm + second.width_mm)
        crown += halo_round(2, centre, second, -0.05 * centre.width_mm, step)
        reach += second.width_mm + 0.2
        shoulders = 3
    parts = [metal(shank(design, 0.85)), *head(design, 0, at, UP), *place(crown, at, UP)]
    if len(design.stones) > shoulders:
        parts += shoulder_stones(design, shoulders, reach)
    return parts


def three_stone(design: Design) -> list[Part]:
    """A centre stone between two of the second kind, which lean outwards; `sideways` lays the side
    stones' length across the finger, their points away from the middle.
    """
    centre, side = design.stones[:2]
    base = top_of(design) - 0.3
    parts = [metal(shank(design, 0.9)), *head(design, 0, UP * (base + 0.56 * centre.width_mm), UP)]
    across = side.length_mm if design.shape.get("sideways") else side.width_mm
    reach = (centre.width_mm + across) / 2 + design.mm("gap_mm", 0.3)
    height = base + 0.55 * side.width_mm
    angle = float(np.degrees(np.arctan2(reach, height)))
    for sign in (1, -1):
        normal = turn("y", sign * angle * 0.62) @ UP
        at = turn("y", sign * angle) @ UP * (height + 0.1 * side.width_mm)
        outward = turn("y", sign * (90 + angle * 0.62)) @ UP
        up = outward if design.shape.get("sideways") else ALONG_FINGER
        parts += head(design, 1, at, normal, up)
    if len(design.stones) > 2:
        parts += shoulder_stones(design, 2, reach + across / 2 + 0.9)
    return parts


def domed(design: Design) -> list[Part]:
    """One cabochon in a collar or prongs, or a pearl or bead on a cup; small stones on the
    shoulders, or round the cabochon where the shape says `ringed`.
    """
    gem = design.stones[0]
    top = top_of(design)
    parts = [metal(shank(design, 0.9))]
    if gem.cut == "bead":
        cup = ellipsoid(0.34 * gem.width_mm, 0.34 * gem.width_mm, 0.22 * gem.width_mm, 16)
        parts.append(metal(cup.moved(z=top + 0.1 * gem.width_mm)))
        pearl = stone(0, "bead", gem.length_mm, gem.width_mm)
        parts.append(pearl.moved(z=top + 0.55 * gem.width_mm))
    else:
        holder = (
            prong_head(gem.cut, gem.length_mm, gem.width_mm)
            if design.setting == "prong"
            else bezel(gem.cut, gem.length_mm, gem.width_mm, 0.55)
        )
        base = relief(
            outline(gem.cut, gem.length_mm, gem.width_mm), lambda f, _p: np.full_like(f, 0.6)
        )
        face = [
            stone(0, gem.cut, gem.length_mm, gem.width_mm),
            metal(holder, base.moved(z=-0.2 * gem.width_mm)),
        ]
        if design.shape.get("ringed"):
            face += halo_round(1, gem, design.stones[1], 0.02 * gem.width_mm)
        parts += place(face, UP * (top + 0.22 * gem.width_mm), UP, ALONG_FINGER)
    if len(design.stones) > 1 and not design.shape.get("ringed"):
        parts += shoulder_stones(design, 1, 0.62 * gem.width_mm)
    return parts
