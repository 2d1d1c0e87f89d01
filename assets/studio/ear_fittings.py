"""What goes through or round the ear, and what hangs from it: posts, hooks, lever backs, links,
fine chains. In an earring's own axes: x across, y up, z towards the viewer; the lobe is behind
z = 0.
"""

from __future__ import annotations

import numpy as np

from assets.studio.fittings import Part, metal, round_profile, slab_profile, wire
from assets.studio.gems import outline
from assets.studio.mesh import Mesh, ellipsoid, join, lathe, relief, turn


def post(from_z: float, back: str | None) -> Mesh:
    """A 10 mm post behind a stud with its back: butterfly, screw, or clip paddle."""
    if back == "clip":
        return clip(from_z)
    shaft = wire([(0, 0, from_z + 0.4), (0, 0, from_z - 9.5)], 0.4)
    wide, flat = (2.4, 0.9) if back == "screw back" else (2.9, 1.3)
    nut = lathe(
        slab_profile(wide * 0.8, flat, 20, 4.0) + np.array([wide * 0.42 + 0.35, 0.0]), 40
    ).moved(z=from_z - 6.5)
    return join([shaft, nut])


def clip(from_z: float) -> Mesh:
    """A sprung paddle behind the lobe, for ears without a hole."""
    paddle = relief(outline("oval", 11.0, 6.5), lambda f, _p: 1.0 - 0.4 * f**4)
    arm = wire([(0, 4.2, from_z), (0, 5.2, from_z - 3.0), (0, 4.4, from_z - 5.5)], 0.5)
    return join([paddle.moved(z=from_z - 6.4), arm])


def suspension(clasp: str | None, y: float) -> list[Part]:
    """What a drop hangs from, its lowest loop at height `y`: hook, lever back or ball stud."""
    if clasp in ("push back", "screw back", "clip"):
        ball = ellipsoid(1.6, 1.6, 1.6, 14).moved(y=y + 1.5)
        return [metal(ball, post(-1.2, clasp).moved(y=y + 1.5))]
    return [metal(lever_back(y) if clasp == "lever back" else fish_hook(y))]


def fish_hook(y: float) -> Mesh:
    """A shepherd's crook that slips through the lobe and hangs free behind it."""
    curve = [
        (0, y - 0.2, 0.2),
        (0, y + 3.0, 0.9),
        (0, y + 6.5, -0.2),
        (0, y + 8.0, -2.6),
        (0, y + 6.5, -5.2),
        (0, y, -6.2),
        (0, y - 5.0, -5.6),
    ]
    return wire(curve, 0.38)


def lever_back(y: float) -> Mesh:
    """A wire that goes through the lobe and a sprung leaf that closes it behind."""
    front = [
        (0, y - 0.2, 0.3),
        (0, y + 3.6, 0.9),
        (0, y + 8.0, -0.3),
        (0, y + 10.0, -3.0),
        (0, y + 9.0, -5.6),
    ]
    leaf = [(0, y + 0.6, 0.2), (0, y - 0.6, -2.6), (0, y + 3.0, -5.2), (0, y + 9.2, -5.7)]
    hinge = ellipsoid(0.9, 0.55, 0.55, 10).moved(y=y + 0.6, z=0.1)
    return join([wire(front, 0.4), wire(leaf, 0.45), hinge])


def link(radius: float, wire_mm: float = 0.22, flat: bool = True) -> Mesh:
    """A round link about the origin, in the face plane or at right angles to it."""
    ring = lathe(round_profile(wire_mm, 10) + np.array([radius, 0.0]), 24)
    return ring if flat else ring.turned(turn("y", 90.0))


def fine_chain(
    length: float, link_mm: float = 1.5, wire_mm: float = 0.17, start_flat: bool = False
) -> Mesh:
    """Oval links, each through the next, hanging from the origin down to -length."""
    inner = link_mm - 4 * wire_mm  # each link overlaps the next by two wires at either end
    count = max(1, round((length - 2 * wire_mm) / (inner + 2 * wire_mm)))
    pitch = length / count
    oval = lathe(round_profile(wire_mm, 8) + np.array([0.5 * link_mm - wire_mm, 0.0]), 20)
    oval = oval.scaled(0.66, 1.0, 1.0)
    links = []
    for k in range(count):
        one = oval if (k % 2 == 0) == start_flat else oval.turned(turn("y", 90.0))
        links.append(one.moved(y=-(k + 0.5) * pitch))
    return join(links)
