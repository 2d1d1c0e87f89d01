"""Ring bands: cross-sections, shanks, plain and stone-set bands.

The finger runs along y and the top of the ring is +z; the origin is the finger's centre.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import (
    Part,
    arc,
    bezel,
    metal,
    place,
    round_profile,
    row_of_melee,
    slab_profile,
    stone,
)
from assets.studio.mesh import Floats, Mesh, SweepFrame, sweep, turn

AROUND = 200  # steps round a band
UP = np.array([0.0, 0.0, 1.0])


def profile_of(kind: str, thickness: float, width: float) -> Floats:
    """The band's cross-section: normal outwards first, along the finger second."""
    if kind == "flat":
        return slab_profile(thickness, width, 40, 7.0)
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
    inner = profile[:, 0] < 0
    profile[inner, 0] = np.maximum(profile[inner, 0], -thickness * 0.36) * 1.0
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


def band(design: Design) -> list[Part]:
    """A plain band; a listed stone is sunk flush at the top, an inlay ring is the second metal
    colour.
    """
    parts = [metal(shank(design))]
    width, top = design.mm("band_mm", 4.0), top_of(design)
    if "inlay_mm" in design.shape:
        points, normals = arc(top - 0.16, 0, 360, AROUND + 1)
        rail = slab_profile(0.44, design.mm("inlay_mm", 1.0), 20, 6.0)
        parts.append(
            Part(sweep(points[:-1], rail, True, SweepFrame(normals=normals[:-1])), "metal2")
        )
    if design.shape.get("groove"):
        for offset in (-0.27 * width, 0.27 * width):
            points, normals = arc(top - 0.02, 0, 360, AROUND + 1)
            bead = sweep(
                points[:-1] + np.array([0, offset, 0]),
                round_profile(0.16, 10),
                True,
                SweepFrame(normals=normals[:-1]),
            )
            parts.append(metal(bead))
    if design.stones:
        gem = design.stones[0]
        spread = np.degrees(gem.width_mm * 1.5 / top)
        half = spread * (gem.count - 1) / 2
        spots, normals = arc(top + 0.12 * gem.width_mm, -half, half, gem.count)
        for at, normal in zip(spots, normals, strict=True):
            collar = metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))
            parts += place([stone(0, gem.cut, gem.length_mm, gem.width_mm), collar], at, normal)
    return parts


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
    spread = (
        180.0 - 180.0 / gem.count
        if full
        else np.degrees(gem.width_mm * 1.14 / top) * (gem.count - 1) / 2
    )
    spots, normals = arc(top + lift, -spread, spread, gem.count)
    if design.setting != "channel":
        thinner = [metal(shank(design))]
        return thinner + row_of_melee(0, spots, normals, gem.width_mm)
    parts = [metal(shank(design))]
    unit = [stone(0, gem.cut, gem.length_mm, gem.width_mm)]
    for at, normal in zip(spots - normals * (0.12 * thickness), normals, strict=True):
        parts += place(unit, at, normal, np.array([0.0, 1.0, 0.0]))
    return parts


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
    beside = [metal(shank(slim))]
    if design.stones:
        gem = design.stones[0]
        collar = metal(bezel("round", gem.length_mm, gem.width_mm, 0.3))
        sunk = [stone(0, gem.cut, gem.length_mm, gem.width_mm), collar]
        beside += place(sunk, UP * (top_of(slim) + 0.1 * gem.width_mm), UP)
    x, y = 0.52 * design.inner_mm, -1.5 * design.mm("band_mm", 4.5)
    z = (slim.inner_mm - design.inner_mm) / 2
    turned = [part.turned(turn("z", 24)).moved(x, y, z) for part in beside]
    return [metal(shank(design)), *(replace(part, chain=True) for part in turned)]
