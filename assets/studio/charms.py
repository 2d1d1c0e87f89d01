"""Strands that carry charms: links with emblems hung from them, and plaited cords with gold beads
or an emblem tied in the middle.
"""

from __future__ import annotations

import numpy as np

from assets.studio.chains import UP, headings_at, lay, stations, stations_at
from assets.studio.designs import Design
from assets.studio.emblems import EMBLEMS
from assets.studio.fittings import Part, metal, mounted, ring_of, round_profile, stone, wire
from assets.studio.gems import outline
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep
from assets.studio.strands import jump_ring, lay_of, plain_strand

CHARM_CELLS = 96


def small_emblem(figure: str, size: float, thick: float, wall: float = 0.5) -> Mesh:
    """An emblem `size` mm tall, its underside at z = 0."""
    sheet = EMBLEMS[figure](thick / size, CHARM_CELLS)
    return sheet.solid(size, 0.0, wall / size).moved(z=wall / 2)


def charm_strand(design: Design) -> list[Part]:
    """A chain with `charms` hanging outwards, `station_mm` apart about the middle of its front:
    each the name of an emblem, or `stone K` for one stone of group K.
    """
    length = design.mm("length_mm", 180.0)
    path = lay(lay_of(design), length)
    parts = plain_strand(design, lay_of(design))
    charms = [str(name) for name in design.shape["charms"]]
    step = design.mm("station_mm", 18.0)
    reached = length / 2 - step * (np.arange(len(charms)) - (len(charms) - 1) / 2)
    for name, at, heading in zip(
        charms, stations_at(path, reached), headings_at(path, reached), strict=True
    ):
        hung = charm(design, name)
        low = min(float(part.mesh.vertices[:, 2].min()) for part in hung)
        upward = np.cross(heading, UP)
        frame = np.column_stack([np.cross(upward, UP), upward, UP])
        lowered = [part.moved(z=-low - 0.5 * design.mm("chain_mm", 1.2)) for part in hung]
        parts += [part.turned(frame).moved(*at) for part in lowered]
    return parts


def charm(design: Design, name: str) -> list[Part]:
    """One charm on its jump ring, hanging towards -y from the origin."""
    ring, size = metal(jump_ring(2.6)), design.mm("charm_mm", 9.0)
    if not name.startswith("stone"):
        solid = small_emblem(name, size, design.mm("thickness_mm", 1.2))
        v = solid.vertices
        middle = v[abs(v[:, 0]) < 0.12 * size]
        peak = float(middle[:, 1].max())
        return [ring, metal(solid.moved(y=-peak - 1.8))]
    index = int(name.split()[1])
    gem = design.stones[index]
    drop = -2.0 - gem.length_mm / 2
    if gem.cut == "bead":
        cap = ellipsoid(0.35 * gem.width_mm, 0.18 * gem.width_mm, 0.35 * gem.width_mm, 10)
        bead = stone(index, "bead", gem.length_mm, gem.width_mm).moved(y=drop)
        return [ring, bead, metal(cap.moved(y=drop + 0.46 * gem.length_mm))]
    return [ring, *(part.moved(y=drop - 0.3) for part in mounted(index, gem, "bezel"))]


def cord_bracelet(design: Design) -> list[Part]:
    """A plaited cord with metal beads, and in the middle a stone bead or the emblem that `charm`
    names.
    """
    length = design.mm("length_mm", 170.0)
    path, cord = lay("oval", length), design.mm("cord_mm", 2.2)
    parts = [Part(plaited(path, cord), "cord", chain=True)]
    size, beads = design.mm("bead_mm", 5.0), int(design.shape.get("beads", 3))
    clear = 0.0
    if "charm" in design.shape:
        long = design.mm("charm_mm", 12.0)
        solid = small_emblem(str(design.shape["charm"]), long, design.mm("thickness_mm", 1.4))
        half = float(np.ptp(solid.vertices[:, 0])) / 2
        at = stations_at(path, np.array([length / 2]))[0]
        loops = [wire([(x, 0, -0.2), (x + s * 0.8, 0, 0.4), (x + s * 1.6, 0, -0.2)], 0.4)
                 for s, x in ((1, half - 0.5), (-1, 0.5 - half))]  # fmt: skip
        parts.append(metal(solid, *loops).moved(*at).moved(z=0.3 * cord))
        clear = half + 0.8 * size
    elif design.stones:
        clear = design.stones[0].width_mm / 2 + 0.7 * size
    for k in range(beads):
        away = (k - (beads - 1) / 2) * size * 2.2
        if clear:  # beads stand either side of what is in the middle
            side = 1.0 if k >= beads / 2 else -1.0
            rank = k - beads / 2 if side > 0 else beads / 2 - 1 - k
            away = side * (clear + rank * size * 1.25)
        parts.append(threaded(path, length / 2 + away, hollow_bead(size)))
    for index, gem in enumerate(design.stones):
        at = stations_at(path, np.array([length / 2]))[0]
        parts.append(stone(index, "bead", gem.length_mm, gem.width_mm).moved(*at))
    return parts


def plaited(path: Floats, width: float) -> Mesh:
    """A four-strand plait, as a lobed tube twisted."""
    spots, _ = stations(path, 900)
    angle = np.linspace(0, 2 * np.pi, 32, endpoint=False)
    lobe = width / 2 * (0.72 + 0.28 * abs(np.cos(2 * angle)))
    profile = np.column_stack([lobe * np.cos(angle), lobe * np.sin(angle)])
    return sweep(spots, profile, True, SweepFrame(twist_turns=40))


def threaded(path: Floats, reached_mm: float, bead: Part) -> Part:
    """A bead whose hole runs along x, turned to follow the cord."""
    distance = np.array([reached_mm])
    along = headings_at(path, distance)[0]
    frame = np.column_stack([along, np.cross(UP, along), UP])
    return bead.turned(frame).moved(*stations_at(path, distance)[0])


def hollow_bead(size: float) -> Part:
    """A thin-walled metal ball with a collar at its hole, on a cord that runs along x."""
    ball = ellipsoid(size / 2, size / 2, size / 2, 20)
    hollow = ellipsoid(size / 2 - 0.45, size / 2 - 0.45, size / 2 - 0.45, 14).flipped()
    collar = ring_of(
        outline("round", size * 0.5, size * 0.5, 32), round_profile(0.25, 8), 0.0
    ).turned(np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [-1.0, 0.0, 0.0]]))
    return metal(ball, hollow, collar.moved(x=size * 0.48))
