"""Bangles: jade hoops turned from one stone, and metal ones. The wrist runs along y, as the finger
does for rings.
"""

from __future__ import annotations

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import Part, arc, metal, round_profile, row_of_melee, slab_profile
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep

AROUND = 240


def bar_profile(kind: str, thickness: float, width: float) -> Floats:
    """Round bar (yuan tiao), flat inside and round outside (zheng quan), or a flat ribbon; normal
    outwards.
    """
    if kind == "round":
        return slab_profile(thickness, width, 48, 2.0)
    if kind == "flat":
        return slab_profile(thickness, width, 40, 6.0)
    profile = slab_profile(thickness, width, 64, 2.0)
    profile[:, 0] = np.where(profile[:, 0] < 0, profile[:, 0] * 0.35, profile[:, 0])
    profile[:, 0] *= thickness / np.ptp(profile[:, 0])
    return profile


def circle(
    design: Design, thickness: float, start: float = 0.0, end: float = 360.0
) -> tuple[Floats, Floats]:
    """Centreline of the bar and its outward normals; the design's `oval` squeezes it sideways."""
    points, normals = arc(design.inner_mm / 2 + thickness / 2, start, end, AROUND + 1)
    squeeze = design.mm("oval", 1.0)
    path = points * [1.0 / np.sqrt(squeeze), 1.0, np.sqrt(squeeze)]
    return path, normals


def stone_bangle(design: Design) -> list[Part]:
    """A bangle cut whole from jade; any metal is a sleeve at the back."""
    gem = design.stones[0]
    thickness, width = design.mm("thickness_mm", 8.0), gem.width_mm
    profile = bar_profile(str(design.shape.get("bar", "zheng")), thickness, width)
    low = float(profile[:, 0].min())
    path, normals = circle(design, 0.0)
    return [
        Part(
            sweep(path[:-1] - normals[:-1] * low, profile, True, SweepFrame(normals=normals[:-1])),
            "stone",
            0,
        )
    ]


def bar_bangle(design: Design) -> list[Part]:
    """A closed metal bangle, solid or hollow, plain, ridged by a twist, or set along the top."""
    thickness, width = design.mm("thickness_mm", 3.0), design.mm("band_mm", 4.0)
    profile = bar_profile(str(design.shape.get("bar", "round")), thickness, width)
    profile[:, 0] -= (profile[:, 0].max() + profile[:, 0].min()) / 2
    turning = design.mm("twist_turns", 0.0) > 0  # corners then come round to the inside
    path, normals = circle(design, 2 * np.hypot(*profile.T).max() if turning else thickness)
    frame = SweepFrame(normals=normals[:-1], twist_turns=design.mm("twist_turns", 0.0))
    meshes = [sweep(path[:-1], profile, True, frame)]
    if design.shape.get("hollow_mm"):
        shrink = 1 - 2 * design.mm("hollow_mm", 0.5) / thickness
        meshes.append(sweep(path[:-1], profile * shrink, True, frame).flipped())
    parts = [metal(*meshes)]
    for index, gem in enumerate(design.stones):
        step = np.degrees(gem.width_mm * 1.14 / (design.inner_mm / 2 + thickness))
        half = step * (gem.count - 1) / 2
        spots, out = arc(
            design.inner_mm / 2 + thickness + 0.34 * gem.width_mm, -half, half, gem.count
        )
        parts += row_of_melee(index, spots, out, gem.width_mm)
    return parts


def open_cuff(design: Design) -> list[Part]:
    """A bangle with a gap at the top, closed off by balls or by stones; `ball_mm` 0 leaves the ends
    of a flat cuff as they were cut, and `gap_below` opens it under the wrist.
    """
    thickness, width = design.mm("thickness_mm", 2.6), design.mm("band_mm", 2.6)
    gap = design.mm("gap_deg", 16.0)
    turned = 180.0 if design.shape.get("gap_below") else 0.0
    path, normals = circle(design, thickness, gap - turned, 360.0 - gap - turned)
    profile = bar_profile(str(design.shape.get("bar", "round")), thickness, width)
    profile[:, 0] -= (profile[:, 0].max() + profile[:, 0].min()) / 2
    taper = 1 - (1 - design.mm("taper", 1.0)) * abs(np.linspace(-1, 1, len(path))) ** 2
    twist = design.mm("twist_turns", 0.0)
    frame = SweepFrame(normals=normals, twist_turns=twist, scale=taper)
    parts: list[Part] = [metal(sweep(path, profile, False, frame))]
    for k, at in enumerate((path[0], path[-1])):
        if design.stones:
            gem = design.stones[0]
            bead = ellipsoid(gem.width_mm / 2, gem.width_mm / 2, gem.width_mm / 2, 28)
            toward = np.array([-1.0 if k == 0 else 1.0, 0.0, 0.0]) * gem.width_mm * 0.45
            cup = ellipsoid(gem.width_mm * 0.3, gem.width_mm * 0.3, gem.width_mm * 0.3, 14)
            parts += [
                Part(bead.moved(*(at + toward)), "stone", 0),
                metal(cup.moved(*(at + toward * 0.15))),
            ]
        elif ball := design.mm("ball_mm", 4.4) / 2:
            parts.append(metal(ellipsoid(ball, ball, ball, 20).moved(*at)))
    return parts


def bamboo(design: Design) -> list[Part]:
    """A round bar swelling at each of `joints` bamboo nodes; hollow by its wall `hollow_mm`."""
    thickness, joints = design.mm("thickness_mm", 4.4), int(design.shape.get("joints", 8))
    points, normals = arc(design.inner_mm / 2 + thickness * 0.62, 0.0, 360.0, 721)
    turns = joints * np.arange(720) / 720 + 0.5
    away = abs(turns - np.round(turns)) * 2 * np.pi * (design.inner_mm / 2) / joints
    scale = 1 - 0.1 * np.cos(2 * np.pi * turns) * 0.5
    scale += 0.26 * np.exp(-(((away - 0.75) / 0.42) ** 2)) - 0.12 * np.exp(-((away / 0.3) ** 2))
    frame = SweepFrame(normals=normals[:-1], scale=scale)
    profile = round_profile(thickness / 2, 32)
    meshes = [sweep(points[:-1], profile, True, frame)]
    if design.shape.get("hollow_mm"):
        shrink = 1 - 2 * design.mm("hollow_mm", 0.5) / thickness
        meshes.append(sweep(points[:-1], profile * shrink, True, frame).flipped())
    return [metal(*meshes)]


def cable_bangle(design: Design) -> list[Part]:
    """Three round wires wound about each other; the third is the second colour of a two-tone
    piece.
    """
    wire_mm, turns = design.mm("wire_mm", 1.9), int(design.shape.get("turns", 13))
    reach = 0.58 * wire_mm
    angle = np.linspace(0, 2 * np.pi, 901)[:-1]
    radius = design.inner_mm / 2 + reach + wire_mm / 2
    parts: list[Part] = []
    for k in range(3):
        wind = turns * angle + 2 * np.pi * k / 3
        out = radius + reach * np.cos(wind)
        path = np.column_stack([out * np.sin(angle), reach * np.sin(wind), out * np.cos(angle)])
        body = sweep(path, round_profile(wire_mm / 2, 18), True)
        parts.append(Part(body, "metal2" if k == 2 else "metal"))
    return parts


def hinged(design: Design) -> list[Part]:
    """A bangle in two halves, with a barrel hinge at one side and a tongue catch at the other; its
    upper half is set with rows of small stones.
    """
    thickness, width = design.mm("thickness_mm", 2.2), design.mm("band_mm", 4.0)
    profile = bar_profile(str(design.shape.get("bar", "flat")), thickness, width)
    profile[:, 0] -= (profile[:, 0].max() + profile[:, 0].min()) / 2
    parts: list[Part] = []
    for start in (-89.3, 90.7):
        path, normals = circle(design, thickness, start, start + 178.6)
        parts.append(metal(sweep(path, profile, False, SweepFrame(normals=normals))))
    reach = design.inner_mm / 2 + thickness
    barrel = [
        ellipsoid(0.45 * thickness, width / 6.6, 0.45 * thickness, 14).moved(reach - 0.3, y, 0)
        for y in np.array([-1, 0, 1]) * width / 3.1
    ]
    tongue = ellipsoid(0.3 * thickness, 0.3 * width, 0.9, 12).moved(-reach + 0.2, 0, 0)
    parts.append(metal(*barrel, tongue))
    for index, gem in enumerate(design.stones):
        rows = int(design.shape.get("rows", 1))
        share = gem.count // rows
        step = np.degrees(gem.width_mm * 1.12 / reach)
        for row in range(rows):
            half = step * (share - 1) / 2
            spots, out = arc(reach + 0.3 * gem.width_mm, -half, half, share)
            spots[:, 1] += (row - (rows - 1) / 2) * gem.width_mm * 1.1
            parts += row_of_melee(index, spots, out, gem.width_mm)
    return parts


def baby_bangle(design: Design) -> list[Part]:
    """A child's sliding bangle: overlapping ends wound on each other, with two bells."""
    thickness = design.mm("thickness_mm", 2.4)
    path, normals = circle(design, thickness)
    meshes: list[Mesh] = [
        sweep(path[:-1], round_profile(thickness / 2, 20), True, SweepFrame(normals=normals[:-1]))
    ]
    for start in (35.0, 297.0):
        angle = np.radians(np.linspace(start, start + 28, 260))
        reach = design.inner_mm / 2 + thickness / 2
        wind = np.linspace(0, 2 * np.pi * 7, 260)
        out = reach + (thickness / 2 + 0.35) * np.cos(wind)
        coil = np.column_stack(
            [out * np.sin(angle), (thickness / 2 + 0.35) * np.sin(wind), out * np.cos(angle)]
        )
        meshes.append(sweep(coil, round_profile(0.45, 10), False))
    for degrees in (140.0, 220.0):
        at = np.radians(degrees)
        reach = design.inner_mm / 2 + thickness + 2.0
        bell = ellipsoid(2.3, 2.3, 2.3, 18).moved(reach * np.sin(at), 0, reach * np.cos(at))
        hollow = (
            ellipsoid(1.9, 1.9, 1.9, 14).moved(reach * np.sin(at), 0, reach * np.cos(at)).flipped()
        )
        meshes += [bell, hollow]
    return [metal(*meshes)]
