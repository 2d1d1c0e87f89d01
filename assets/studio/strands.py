"""Chains, strings of beads and lines of stones, laid along a curve on the table.

Face axes: the strand lies in the x-y plane with its middle at the origin and its clasp at the top;
motifs hang towards -y. All lengths are mm, and a strand's mesh has the whole stated length, so its
weight is that of the real thing.
"""

from __future__ import annotations

import numpy as np

from assets.studio.chains import (
    UP,
    Gap,
    catch,
    chain,
    headings_at,
    lay,
    link,
    path_length,
    stations,
    stations_at,
)
from assets.studio.designs import Design, Stone
from assets.studio.fittings import (
    Part,
    bezel,
    melee,
    metal,
    mounted,
    place,
    round_profile,
    slab_profile,
    stone,
    wire,
)
from assets.studio.gems import cut_gem
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep, turn


def fastened(path: Floats, width: float) -> Part:
    """The strand's catch: weighed, never measured."""
    return Part(catch(path, width), "metal", chain=True, fastening=True)


def plain_strand(design: Design, kind: str, gaps: tuple[Gap, ...] = ()) -> list[Part]:
    """The design's chain laid along the named curve, with its catch."""
    width = design.mm("chain_mm", 1.2)
    path = lay(kind, design.mm("length_mm", 450.0))
    laid = metal(chain(str(design.shape.get("chain", "cable")), path, width, gaps), chain=True)
    return [laid, fastened(path, width)]


def lay_of(design: Design) -> str:
    """How a strand is laid: drawn out long where only its front is framed, else as it is worn."""
    if "front_mm" in design.shape:
        return "narrow"
    return "drape" if design.category == "necklace" else "oval"


def chain_piece(design: Design) -> list[Part]:
    """A chain on its own or set with stones at even stations; with `second_mm`, a longer chain
    hangs below it from the same clasp.
    """
    parts = plain_strand(design, lay_of(design)) + station_stones(design, 0)
    if "second_mm" not in design.shape:
        return parts + [p for k in range(1, len(design.stones)) for p in station_stones(design, k)]
    path = lay(lay_of(design), design.mm("length_mm", 450.0))
    longer = lay(lay_of(design), design.mm("second_mm", 500.0))
    drop = float(path[:, 1].max() - longer[:, 1].max())
    kind = str(design.shape.get("second_chain", design.shape.get("chain", "cable")))
    second = metal(chain(kind, longer, design.mm("second_chain_mm", 1.2)), chain=True)
    return [*parts, second.moved(y=drop)] + [
        part.moved(y=drop)
        for index in range(1, len(design.stones))
        for part in station_stones(design.with_shape(length_mm=design.shape["second_mm"]), index)
    ]


def station_stones(design: Design, index: int) -> list[Part]:
    """One group of stones, in collars or as beads, at its stations along the chain."""
    parts: list[Part] = []
    for gem in design.stones[index : index + 1]:
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
    return stations_at(path, length / 2 + away), headings_at(path, length / 2 + away)


def bar_strand(design: Design) -> list[Part]:
    """A chain interrupted by `bars` plates that follow its curve, each `bar_mm` by `bar_width_mm`,
    with stones along their faces where listed.
    """
    length, long = design.mm("length_mm", 450.0), design.mm("bar_mm", 30.0)
    wide, thick = design.mm("bar_width_mm", 3.0), design.mm("bar_thick_mm", 1.2)
    path = lay(lay_of(design), length)
    bars = int(design.shape.get("bars", 1))
    step = design.mm("station_mm", 40.0)
    middles = length / 2 + step * (np.arange(bars) - (bars - 1) / 2)
    gaps = tuple((float(m) - long / 2 - 0.6, float(m) + long / 2 + 0.6) for m in middles)
    parts = plain_strand(design, lay_of(design), gaps)
    for low, high in gaps:
        spots = stations_at(path, np.linspace(low + 0.6, high - 0.6, 60))
        normals = np.tile(UP, (60, 1))
        plate = sweep(spots, slab_profile(thick, wide, 28, 7.0), False, SweepFrame(normals=normals))
        ends = [wire([spots[k], stations_at(path, np.array([at]))[0]], min(0.5, thick * 0.4))
                for k, at in ((0, low - 0.8), (-1, high + 0.8))]  # fmt: skip
        parts.append(metal(plate, *ends))
    for index, gem in enumerate(design.stones):
        share = gem.count // bars
        reach = (share - 1) / 2 * gem.width_mm * 1.16
        away = np.concatenate([m + np.linspace(-reach, reach, share) for m in middles])
        lift = UP * (thick / 2 + 0.36 * gem.width_mm)
        for at, along in zip(stations_at(path, away), headings_at(path, away), strict=True):
            parts += place(melee(index, gem.width_mm), at + lift, UP, np.cross(UP, along))
    return parts


def lariat(design: Design) -> list[Part]:
    """A Y: the chain meets in front, and a length `drop_mm` of it falls to the last stone or to a
    small bar; an earlier stone sits at the meeting.
    """
    drop, width = design.mm("drop_mm", 55.0), design.mm("chain_mm", 1.2)
    parts = plain_strand(design, "v")
    there_and_back = np.array([(0.05, 0.0, 0.0), (0.05, -drop, 0.0)])
    fall = np.linspace(there_and_back[0], there_and_back[1], 240)
    folded = np.concatenate([fall, fall[::-1][1:-1]])
    kind = str(design.shape.get("chain", "cable"))
    parts.append(metal(chain(kind, folded, width, ((drop, 2 * drop + 1),)), chain=True))
    if not design.stones:
        bead = ellipsoid(1.3, 1.3, 1.3, 14)
        parts += [metal(bead), metal(wire([(0, -drop, 0), (0, -drop - 14, 0)], 0.9))]
    for index, gem in enumerate(design.stones):
        low = index == len(design.stones) - 1
        at = np.array([0.0, -drop - gem.length_mm / 2 - 0.8 if low else 0.0, 0.32 * gem.width_mm])
        if gem.cut == "bead":
            cap = ellipsoid(0.34 * gem.width_mm, 0.16 * gem.width_mm, 0.34 * gem.width_mm, 12)
            parts.append(stone(index, "bead", gem.length_mm, gem.width_mm).moved(*at))
            parts.append(metal(cap.moved(*(at + np.array([0, 0.47 * gem.length_mm, 0])))))
        else:
            parts += place(mounted(index, gem, "bezel"), at, UP)
            parts.append(metal(bail(float(at[1]) + gem.length_mm / 2, 1.2)))
    return parts


def bead_strand(design: Design) -> list[Part]:
    """Beads or pearls knotted on a thread; `graduated` is the size of the end beads as a share of
    the middle one, `uneven` how far their shapes wander, `spacers` how many small metal balls stand
    evenly among them.
    """
    length = design.mm("length_mm", 450.0)
    path = lay(lay_of(design), length)
    thread = sweep(stations(path, 500)[0], round_profile(0.35, 8), True)
    parts = [Part(thread, "cord", chain=True)]
    spacers, ball = int(design.shape.get("spacers", 0)), design.mm("spacer_mm", 4.0)
    order = bead_order(design.stones, sum(gem.count for gem in design.stones))
    sizes = bead_widths(design, order)
    kinds, widths = with_spacers(order, sizes, spacers, ball)
    gap = (length * 0.985 - widths.sum()) / len(widths)
    centres = np.cumsum(widths + gap) - (widths + gap) / 2 + 0.0075 * length
    spots, along = stations_at(path, centres), headings_at(path, centres)
    random = np.random.default_rng(sum(ord(c) for c in design.geometry))
    balls: list[Mesh] = []
    for i, at, heading, wide in zip(kinds, spots, along, widths, strict=True):
        if i < 0:
            balls.append(ellipsoid(ball / 2, ball / 2, ball / 2, 14).moved(*at))
            continue
        gem = design.stones[i]
        bead = cut_gem("bead", round(wide * gem.length_mm / gem.width_mm, 2), round(float(wide), 2))
        bead = bead.turned(turn("z", float(np.degrees(np.arctan2(heading[1], heading[0]))) - 90))
        if design.mm("uneven", 0.0):
            bead = uneven(bead, design.mm("uneven", 0.0), random)
        parts.append(Part(bead.moved(*at), "stone", i, chain=bool(wide < max(widths) * 0.999)))
    if balls:
        parts.append(metal(*balls))
    if design.metal.metal and design.clasp:
        parts.append(fastened(path, 2.6))
    return parts


def bead_widths(design: Design, order: list[int]) -> Floats:
    """The beads' widths in mm in the order they are strung."""
    end_share = design.mm("graduated", 1.0)
    share = end_share + (1 - end_share) * (1 - abs(np.linspace(-1, 1, len(order))))
    return np.array([design.stones[i].width_mm for i in order]) * share


def with_spacers(
    order: list[int], widths: Floats, count: int, ball_mm: float
) -> tuple[list[int], Floats]:
    """The beads with `count` metal balls (marked -1) set evenly among them."""
    if not count:
        return order, widths
    cuts = np.round((np.arange(count) + 0.5) * len(order) / count).astype(int)
    return list(np.insert(order, cuts, -1)), np.insert(widths, cuts, ball_mm)


def uneven(bead: Mesh, share: float, random: np.random.Generator) -> Mesh:
    """A baroque pearl: the sphere swollen and drawn in along a few random directions."""
    radius = np.linalg.norm(bead.vertices, axis=1, keepdims=True)
    unit = bead.vertices / radius
    swell = np.zeros_like(radius)
    for _ in range(4):
        axis = random.normal(size=3)
        axis /= np.linalg.norm(axis)
        swell += random.uniform(-1, 1) * (unit @ axis)[:, None] ** int(random.integers(2, 5))
    return Mesh(bead.vertices * (1 + share * swell), bead.faces)


def bead_order(stones: tuple[Stone, ...], total: int) -> list[int]:
    """Which stone group each bead belongs to: the first throughout, the others spaced evenly among
    it.
    """
    order = [0] * total
    for index, gem in enumerate(stones[1:], start=1):
        for k in range(gem.count):
            order[int((k + 0.5) * total / gem.count + index - 1) % total] = index
    return order


def tennis(design: Design) -> list[Part]:
    """A flexible line of stones in bead settings, all facing up; further groups stand outwards
    from the first, so that a riviera falls away in size to the clasp.
    """
    path = lay(lay_of(design), design.mm("length_mm", 180.0))
    order = [k for k, gem in enumerate(design.stones) for _ in range(gem.count)]
    line = order[1::2][::-1] + order[::2]  # the first group in the middle of the front
    widths = np.array([design.stones[k].width_mm for k in line])
    reached = (np.cumsum(widths) - widths / 2) * path_length(path) / widths.sum()
    units = [melee(k, gem.width_mm) for k, gem in enumerate(design.stones)]
    parts: list[Part] = []
    for k, at, tangent in zip(
        line, stations_at(path, reached), headings_at(path, reached), strict=True
    ):
        parts += place(units[k], at, UP, np.cross(UP, tangent))
    spots, _ = stations(path, 500)
    size = np.interp(np.linspace(0, path_length(path), 500), reached, widths)
    rail = sweep(
        spots - UP * 0.42 * size[:, None],
        slab_profile(0.24, 0.4, 12),
        True,
        SweepFrame(normals=np.tile(UP, (500, 1)), scale=size),
    )
    return [*parts, Part(rail, "metal", chain=True), fastened(path, float(widths.min()) * 0.6)]


def jump_ring(size: float, wire_mm: float = 0.3) -> Mesh:
    """A small ring seen from the side, its top at the origin, to hang a charm from."""
    ring = link(size, size, wire_mm / 2 + 0.1, 16)
    return ring.turned(turn("y", 70.0)).moved(y=-size / 2)


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
