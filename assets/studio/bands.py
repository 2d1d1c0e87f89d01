"""Ring bands: cross-sections, shanks, plain and stone-set bands.

The finger runs along y and the top of the ring is +z; the origin is the finger's centre.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.studio.designs import Design, Stone
from assets.studio.fittings import (
    Part,
    arc,
    bezel,
    metal,
    mounted,
    place,
    round_profile,
    row_of_melee,
    slab_profile,
    stone,
)
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep, turn
from assets.studio.textures import textured_band

AROUND = 200  # steps round a band
UP = np.array([0.0, 0.0, 1.0])


def profile_of(kind: str, thickness: float, width: float) -> Floats:
    """The band's cross-section: normal outwards first, along the finger second."""
    if kind == "flat":
        return slab_profile(thickness, width, 40, 7.0)
    if kind == "d":  # domed outside, flat inside with eased edges
        rise = np.linspace(0.0, np.pi, 25)
        dome = np.column_stack([-0.2 + 0.7 * np.sin(rise) ** 0.8, 0.5 * np.cos(rise)])
        return np.concatenate(
            [dome, [(-0.42, -0.49), (-0.5, -0.42), (-0.5, 0.42), (-0.42, 0.49)]]
        ) * [thickness, width]
    if kind == "knife":
        return np.array(
            [
                (0.5, 0.0),
                (0.42, 0.06),
                (0.0, 0.44),
                (-0.4, 0.5),
                (-0.5, 0.42),
                (-0.5, -0.42),
                (-0.4, -0.5),
                (0.0, -0.44),
                (0.42, -0.06),
            ]
        ) * [thickness, width]
    if kind == "bevelled":
        return np.array(
            [
                (0.5, 0.36),
                (0.16, 0.5),
                (-0.4, 0.5),
                (-0.5, 0.45),
                (-0.5, -0.45),
                (-0.4, -0.5),
                (0.16, -0.5),
                (0.5, -0.36),
            ]
        ) * [thickness, width]
    if kind == "concave":  # a broad hollow between two rims
        across = np.linspace(-0.43, 0.43, 25)
        hollow = np.column_stack([0.16 + 0.34 * (across / 0.43) ** 2, across])[::-1]
        return np.concatenate(
            [
                hollow,
                [(0.42, -0.5), (-0.4, -0.5), (-0.5, -0.42), (-0.5, 0.42), (-0.4, 0.5), (0.42, 0.5)],
            ]
        ) * [thickness, width]
    if kind == "channel":
        return np.array(
            [
                (0.5, 0.3),
                (0.5, 0.47),
                (0.44, 0.5),
                (-0.44, 0.5),
                (-0.5, 0.44),
                (-0.5, -0.44),
                (-0.44, -0.5),
                (0.44, -0.5),
                (0.5, -0.47),
                (0.5, -0.3),
                (-0.38, -0.3),
                (-0.38, 0.3),
            ]
        ) * [thickness, width]
    profile = slab_profile(thickness, width, 36, 2.6)
    profile[:, 0] = np.maximum(profile[:, 0], -thickness * 0.36)  # eased flat against the finger
    profile[:, 0] = (profile[:, 0] + 0.36 * thickness) / 0.86 - 0.5 * thickness
    return profile


def shank(design: Design, taper: float = 1.0) -> Mesh:
    """The band; `taper` is its size at the head as a share of its size at the back."""
    thickness, width = design.mm("thickness_mm", 1.7), design.mm("band_mm", 2.0)
    profile = profile_of(str(design.shape.get("band", "court")), thickness, width)
    points, normals = arc(design.inner_mm / 2 + thickness / 2, 0, 360, AROUND + 1)
    angle = np.linspace(0, 2 * np.pi, AROUND, endpoint=False)
    scale = taper + (1 - taper) * (1 - np.cos(angle)) / 2
    centre = points[:-1] - normals[:-1] * ((1 - scale) * thickness / 2)[:, None]
    return sweep(centre, profile, True, SweepFrame(normals=normals[:-1], scale=scale))


def top_of(design: Design) -> float:
    """Height of the band's outer face above the finger's centre, mm."""
    return design.inner_mm / 2 + design.mm("thickness_mm", 1.7)


def body(design: Design) -> Mesh:
    """A band of one thickness: smooth, or worked where the design names a texture."""
    if "texture" in design.shape:
        return textured_band(design)
    return shank(design)


def band(design: Design) -> list[Part]:
    """A plain or worked band; listed stones stand in collars along the top, `inlay_mm` is a ring of
    the second metal colour let into the face, `inlay_stone_mm` one of stone.
    """
    parts = [metal(body(design), *edge_beads(design))]
    width, top = design.mm("band_mm", 4.0), top_of(design)
    if "inlay_mm" in design.shape:
        parts.append(Part(hoop_rail(top - 0.16, 0.44, design.mm("inlay_mm", 1.0)), "metal2"))
    if "inlay_stone_mm" in design.shape:
        rail = hoop_rail(top - 0.25, 0.7, design.mm("inlay_stone_mm", 2.0))
        return [*parts, Part(rail, "stone", 0)]
    if design.shape.get("groove"):
        for offset in (-0.27 * width, 0.27 * width):
            parts.append(metal(hoop_wire(top - 0.02, offset, 0.16)))
    if design.stones:
        gem = design.stones[0]
        spread = design.mm("spacing_deg", float(np.degrees(gem.width_mm * 1.5 / top)))
        half = spread * (gem.count - 1) / 2
        spots, normals = arc(top + 0.12 * gem.width_mm, -half, half, gem.count)
        for at, normal in zip(spots, normals, strict=True):
            collar = metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))
            parts += place([stone(0, gem.cut, gem.length_mm, gem.width_mm), collar], at, normal)
    return parts


def hoop_rail(radius: float, thickness: float, width: float) -> Mesh:
    """A rounded rectangle carried round the finger, its middle at a radius."""
    points, normals = arc(radius, 0, 360, AROUND + 1)
    rail = slab_profile(thickness, width, 20, 6.0)
    return sweep(points[:-1], rail, True, SweepFrame(normals=normals[:-1]))


def hoop_wire(radius: float, offset: float, wire_mm: float) -> Mesh:
    """A round wire round the finger, moved along it."""
    points, normals = arc(radius, 0, 360, AROUND + 1)
    path = points[:-1] + np.array([0.0, offset, 0.0])
    return sweep(path, round_profile(wire_mm, 10), True, SweepFrame(normals=normals[:-1]))


def edge_beads(design: Design) -> list[Mesh]:
    """Milgrain: a row of fine beads along each edge of the face."""
    if "milgrain_mm" not in design.shape:
        return []
    size, top = design.mm("milgrain_mm", 0.5), top_of(design)
    count = int(2 * np.pi * top / (size * 1.02))
    points, _ = arc(top - 0.12 * size, 0, 360, count + 1)
    offset = design.mm("band_mm", 4.0) / 2 - 0.55 * size
    bead = ellipsoid(size / 2, size / 2, size / 2, 7)
    return [bead.moved(*at).moved(y=y) for y in (-offset, offset) for at in points[:-1]]


def twisted(design: Design) -> list[Part]:
    """Two round wires wound into a band; in two-tone pieces the second is the other colour."""
    radius = design.mm("band_mm", 2.6) / 4
    middle = design.inner_mm / 2 + 2 * radius
    angle = np.linspace(0, 2 * np.pi, 360, endpoint=False)
    turns = int(design.shape.get("turns", 14))
    parts = []
    for phase, material in (
        (0.0, "metal"),
        (np.pi, "metal2" if design.metal.colour == "two-tone" else "metal"),
    ):
        out = middle + radius * np.cos(turns * angle + phase)
        path = np.column_stack(
            [out * np.sin(angle), radius * np.sin(turns * angle + phase), out * np.cos(angle)]
        )
        parts.append(Part(sweep(path, round_profile(radius * 1.05, 16), True), material))
    return parts


def eternity(design: Design) -> list[Part]:
    """Stones all the way round, or over the upper part, in channel rails or bead seats."""
    gem = design.stones[0]
    thickness = design.mm("thickness_mm", 1.6)
    top = top_of(design)
    full = design.shape.get("full", True)
    lift = 0.05 * gem.width_mm if design.setting == "channel" else 0.34 * gem.width_mm
    large = gem.width_mm > 2.6
    circle = top + 0.5 * gem.width_mm if large else top  # heads of their own stand higher
    spread = (
        180.0 - 180.0 / gem.count
        if full
        else np.degrees(gem.width_mm * 1.14 / circle) * (gem.count - 1) / 2
    )
    spots, normals = arc(top + lift, -spread, spread, gem.count)
    if large:
        return [metal(shank(design, 0.95)), *row_of_heads(gem, spots, normals)]
    if design.setting != "channel":
        return [metal(shank(design)), *row_of_melee(0, spots, normals, gem.width_mm)]
    parts = [metal(shank(design))]
    unit = [stone(0, gem.cut, gem.length_mm, gem.width_mm)]  # its length runs along the finger
    for at, normal in zip(spots - normals * (0.12 * thickness), normals, strict=True):
        parts += place(unit, at, normal, np.array([0.0, 1.0, 0.0]))
    return parts


def row_of_heads(gem: Stone, spots: Floats, normals: Floats) -> list[Part]:
    """Larger stones in a row, each in a prong head that stands in the band."""
    unit = mounted(0, gem, "prong")
    raised = spots + normals * (0.14 * gem.width_mm - 0.2)
    return [
        part
        for at, normal in zip(raised, normals, strict=True)
        for part in place(unit, at, normal, np.array([0.0, 1.0, 0.0]))
    ]


def jade_band(design: Design) -> list[Part]:
    """A ring turned wholly from one stone."""
    return [Part(shank(design), "stone", 0)]


def pair(design: Design) -> list[Part]:
    """Two bands sold together; the measures are the broad one's, the weight is that of both.

    A listed stone is sunk into the slim band, which stands to the right and in front.
    """
    slim = design.with_shape(
        band_mm=design.mm("slim_mm", 3.0), inner_mm=design.mm("slim_inner_mm", 52.0)
    )
    beside = [metal(body(slim), *edge_beads(slim))]
    if design.stones:
        gem = design.stones[0]
        collar = metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))
        sunk = [stone(0, gem.cut, gem.length_mm, gem.width_mm), collar]
        beside += place(sunk, UP * (top_of(slim) + 0.1 * gem.width_mm), UP)
    x, y = 0.52 * design.inner_mm, -1.5 * design.mm("band_mm", 4.5)
    z = (slim.inner_mm - design.inner_mm) / 2
    turned = [part.turned(turn("z", 24)).moved(x, y, z) for part in beside]
    broad = metal(body(design), *edge_beads(design))
    return [broad, *(replace(part, chain=True) for part in turned)]
