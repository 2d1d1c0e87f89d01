"""Earrings in tiers and tassels: chandeliers, chain tassels and threaders."""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design
from assets.studio.ear_fittings import fine_chain, link, post, suspension
from assets.studio.earrings import half
from assets.studio.fittings import Part, melee, metal, mounted, round_profile, wire
from assets.studio.hoops import hung
from assets.studio.mesh import Floats, Mesh, ellipsoid, lathe, sweep, turn


def chandelier(design: Design) -> list[Part]:
    """Crescents hung one under the other, each wider, with stones swinging below them.

    Groups: the drops, the melee along the crescents, and, if listed, one stone at the top.
    """
    drops, small = half(design, 0), half(design, 1)
    tiers = int(design.shape.get("tiers", 2))
    first, growth = design.mm("first_mm", 11.0), design.mm("growth_mm", 8.0)
    y = -design.mm("rise_mm", 4.2)
    stays = [wire([(0, -0.3, 0), (s * first / 2, y, 0)], 0.32) for s in (-1.0, 1.0)]
    parts: list[Part] = [metal(*stays, link(0.7, 0.22, False).moved(y=0.3))]
    hanging, set_small = shared_out(drops.count, tiers), shared_out(small.count, tiers)
    for tier in range(tiers):
        width = first + growth * tier
        parts += crescent(design, width, y, hanging[tier], set_small[tier])
        below = y - drops.length_mm - 3.6
        if tier + 1 < tiers:
            wider = (width + growth) / 2
            parts += [
                metal(chain_between((s * width / 2, y), (s * wider, below))) for s in (-1.0, 1.0)
            ]
        y = below
    return [*parts, *top_stone(design, 2)]


def top_stone(design: Design, index: int) -> list[Part]:
    """A stone on a post above the origin, or a hook where none is listed."""
    if len(design.stones) <= index:
        return [part.moved(y=1.2) for part in suspension(design.clasp, 0.0)]
    gem = half(design, index)
    setting = "bezel" if design.shape.get("bezelled") else "prong"
    held = mounted(index, gem, setting)
    lift = gem.length_mm / 2 + 1.2
    return [
        *(part.moved(y=lift) for part in held),
        metal(post(-0.6 * gem.width_mm, design.clasp).moved(y=lift)),
    ]


def shared_out(count: int, tiers: int) -> list[int]:
    """How many of one earring's stones each tier carries: the lower, the more."""
    share = np.arange(tiers) + 2
    split = [round(count * s / share.sum()) for s in share]
    return [*split[:-1], count - sum(split[:-1])]


def crescent(design: Design, width: float, y: float, hanging: int, set_small: int) -> list[Part]:
    """A sagging bow of wire, its ends at height `y`, with drops below it and melee along it."""
    small = half(design, 1)
    share = np.linspace(-1.0, 1.0, 61)
    bow = np.column_stack([width / 2 * share, y - 0.2 * width * (1 - share**2), 0 * share])
    ends = [ellipsoid(0.62, 0.62, 0.62, 10).moved(*bow[i]) for i in (0, -1)]
    parts = [metal(sweep(bow, round_profile(0.42, 14), False), *ends)]
    for x, at_y in along(bow, share, hanging, 0.96):
        parts += [part.moved(x=x, y=at_y - 0.2) for part in hung(design, 0)]
    unit = melee(1, small.width_mm)
    for x, at_y in along(bow, share, set_small, 0.84):
        parts += [part.moved(x=x, y=at_y, z=0.4 + 0.2 * small.width_mm) for part in unit]
    return parts


def along(bow: Floats, share: Floats, count: int, reach: float) -> list[tuple[float, float]]:
    """Points (x, y) spread evenly over a bow, symmetric about its middle."""
    spread = np.linspace(-reach, reach, count) if count > 1 else np.zeros(count)
    return [
        (float(np.interp(s, share, bow[:, 0])), float(np.interp(s, share, bow[:, 1])))
        for s in spread
    ]


def chain_between(start: tuple[float, float], end: tuple[float, float]) -> Mesh:
    """A fine chain drawn straight from one point of the face plane to another."""
    across, down = end[0] - start[0], start[1] - end[1]
    swing = float(np.degrees(np.arctan2(across, down)))
    chain = fine_chain(float(np.hypot(across, down)), 1.7, 0.19)
    return chain.turned(turn("z", swing)).moved(x=start[0], y=start[1])


def tassel(design: Design) -> list[Part]:
    """Fine chains, longest in the middle, falling from a cap; a stone or pearl above."""
    strands = int(design.shape.get("strands", 9))
    longest, across = design.mm("tassel_mm", 42.0), design.mm("across_mm", 6.0)
    cap = lathe(
        np.array([(0.0, 0.0), (0.5 * across + 0.5, -2.6), (0.5 * across + 0.5, -3.2), (0.0, -3.0)]),
        48,
    ).turned(turn("x", -90.0))
    parts: list[Part] = [metal(cap, link(0.8, 0.24, False).moved(y=0.5))]
    random = np.random.default_rng(3)
    for k in range(strands):
        angle = 2 * np.pi * k / (strands - 1)
        reach = 0.0 if k == strands - 1 else 0.4 * across
        length = longest * (1.0 if k == strands - 1 else random.uniform(0.9, 0.99))
        chain = fine_chain(length, 1.6, 0.19, bool(k % 2))
        parts.append(metal(chain.moved(x=reach * np.cos(angle), y=-2.8, z=reach * np.sin(angle))))
    if design.stones:
        gem = half(design, 0)
        if gem.cut == "bead":
            bead = [p.moved(y=gem.length_mm + 2.5) for p in hung(design, 0)]
            loop = metal(link(0.7, 0.2, False).moved(y=gem.length_mm + 2.3))
            return [
                *parts,
                *bead,
                loop,
                *(p.moved(y=gem.length_mm + 3.2) for p in suspension(design.clasp, 0.0)),
            ]
        return [*parts, *top_stone(design, 0)]
    return [*parts, *(p.moved(y=1.4) for p in suspension(design.clasp, 0.0))]


def threader(design: Design) -> list[Part]:
    """A chain drawn through the lobe: a stone or bar at the front end, a thin pin at the back."""
    front, back = design.mm("front_chain_mm", 26.0), design.mm("back_mm", 44.0)
    chain = fine_chain(front, 1.5, 0.17)
    behind = fine_chain(back, 1.5, 0.17).moved(z=-3.6)
    arch = wire(
        [(0, -0.3, 0), (0, 1.5, -0.5), (0, 2.2, -1.8), (0, 1.5, -3.1), (0, -0.3, -3.6)], 0.3
    )
    pin = wire([(0, -back, -3.6), (0, -back - 11.0, -3.6)], 0.34)
    parts: list[Part] = [metal(chain, behind, arch, pin)]
    if design.stones:
        parts += [part.moved(y=-front + 0.2) for part in hung(design, 0)]
    else:
        bar = wire([(0, -front, 0), (0, -front - 14.0, 0)], 0.62)
        parts.append(metal(bar))
    return parts
