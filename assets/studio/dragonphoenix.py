"""The wedding bangle of dragon and phoenix (long feng zhuo): two reliefs swept round a band, their
heads meeting at a pearl on top.

The band is drawn flat, one unit for its width, then bent: x runs along the wrist's circle.
"""

from __future__ import annotations

import numpy as np

from assets.studio.carvings import Sheet
from assets.studio.designs import Design
from assets.studio.fittings import Part, arc, metal, slab_profile
from assets.studio.mesh import Floats, Mesh, SweepFrame, ellipsoid, sweep

CELLS = 56  # grid steps to the band's width


def bent(mesh: Mesh, radius: float) -> Mesh:
    """A flat solid wrapped round the y axis: its x becomes arc length at `radius`, its z reaches
    outwards.
    """
    x, y, z = mesh.vertices.T
    reach, angle = radius + z, x / radius
    return Mesh(np.column_stack([reach * np.sin(angle), y, reach * np.cos(angle)]), mesh.faces)


def weave(start: float, end: float, swing: float, waves: float, points: int = 60) -> Floats:
    """A line that winds along x, swinging less towards its start."""
    share = np.linspace(0, 1, points)
    y = swing * np.sin(2 * np.pi * waves * share) * np.minimum(1, 3 * share)
    return np.column_stack([start + (end - start) * share, y])


def dragon_band(length: float, thick: float) -> Sheet:
    """A dragon from tail (at x = -length/2) to head, scaled and finned, clouds in its bends."""
    sheet = Sheet(length + 0.4, 1.0, CELLS)
    t, head = thick, length / 2 - 1.15
    body = weave(-length / 2 + 0.15, head, 0.2, length / 3.0)
    radii = np.interp(np.linspace(0, 1, len(body)), [0, 0.25, 0.8, 1], [0.04, 0.16, 0.25, 0.2])
    for k in range(4, len(body) - 2, 2):
        step = body[k + 1] - body[k - 1]
        side = np.array([-step[1], step[0]]) / np.hypot(*step)
        root = body[k] + side * radii[k] * 0.8
        sheet.stroke(np.array([root, root + side * 0.11 - step * 0.4]), [0.06, 0.012], 0.7 * t)
    sheet.stroke(body, list(radii), 0.9 * t, 2, scales=9.0)
    for share in (0.35, 0.5, 0.68, 0.86):
        k = int(share * len(body))
        side = -np.sign(body[k][1]) or 1.0
        knee = body[k] + np.array([0.12, 0.24 * side])
        foot = knee + np.array([0.24, 0.05 * side])
        sheet.stroke(np.array([body[k], knee, foot]), [0.1, 0.07, 0.05], 0.95 * t)
        for dy in (-0.08, 0.0, 0.08):
            sheet.stroke(np.array([foot, foot + np.array([0.12, dy])]), [0.035, 0.01], 0.85 * t)
    for x, y in (
        (-0.42, 0.36),
        (-0.32, -0.36),
        (-0.2, 0.37),
        (-0.06, -0.37),
        (0.1, 0.38),
        (0.24, -0.38),
    ):
        for k in range(1, 4):
            sheet.oval((x * length + 0.17 * k, y), 0.12, 0.1, (0.5 + 0.1 * (k % 2)) * t)
    dragon_head(sheet, head, t)
    sheet.soften(1)
    return sheet


def dragon_head(sheet: Sheet, at: float, t: float) -> None:
    """Brow, muzzle, jaw, horns and mane, the muzzle towards +x."""
    sheet.stroke(
        [(at - 0.1, 0.0), (at + 0.3, 0.06), (at + 0.75, 0.06)], [0.22, 0.24, 0.15], 1.15 * t
    )
    sheet.stroke([(at + 0.2, -0.12), (at + 0.65, -0.2)], [0.12, 0.06], 0.95 * t)
    sheet.oval((at + 0.82, 0.1), 0.11, 0.12, 1.3 * t)
    for y in (0.16, 0.0):
        sheet.oval((at + 0.36, y + 0.03), 0.075, 0.06, 1.4 * t)
    for line in (
        [(at + 0.15, 0.2), (at - 0.2, 0.36), (at - 0.55, 0.36)],
        [(at + 0.05, 0.1), (at - 0.3, 0.2), (at - 0.6, 0.16)],
        [(at, -0.12), (at - 0.3, -0.24), (at - 0.6, -0.2)],
        [(at + 0.1, -0.2), (at - 0.15, -0.36), (at - 0.5, -0.4)],
    ):
        sheet.stroke(line, [0.07, 0.06, 0.015], 1.05 * t)
    sheet.stroke([(at + 0.8, 0.0), (at + 0.95, -0.22), (at + 0.75, -0.38)], [0.035, 0.02], 0.9 * t)
    sheet.groove([(at + 0.3, -0.06), (at + 0.8, -0.08)], 0.03, 0.35 * t)


def phoenix_band(length: float, thick: float) -> Sheet:
    """A phoenix from trailing tail (at x = -length/2) to crested head, wings half spread."""
    sheet = Sheet(length + 0.4, 1.0, CELLS)
    t, chest = thick, length / 2 - 1.7
    for k, (swing, phase) in enumerate(((0.3, 0.0), (0.26, 2.1), (0.3, 4.2))):
        share = np.linspace(0, 1, 40)
        x = -length / 2 + 0.15 + (chest + length / 2 - 0.5) * share
        y = swing * np.sin(2 * np.pi * 1.35 * share + phase) * (1 - 0.7 * share)
        plume = np.column_stack([x, y])
        radii = [0.09, 0.1, 0.08, 0.06]
        sheet.stroke(plume, radii, (0.6 + 0.1 * k) * t, 2, scales=7.0)
        for j in (0, 7, 15, 24):  # an eye in the feather
            sheet.oval(plume[j] + np.array([0.1, 0]), 0.17, 0.12, (0.78 + 0.08 * k) * t)
            sheet.oval(plume[j] + np.array([0.1, 0]), 0.07, 0.055, 1.05 * t)
    for side in (1, -1):
        for k in range(6):
            root = np.array([chest - 0.05 - 0.1 * k, 0.06 * side])
            tip = root + np.array([-0.55 - 0.05 * k, (0.36 - 0.045 * k) * side])
            sheet.stroke(
                np.array([root, (root + tip) / 2 + [0.08, 0.1 * side], tip]),
                [0.07, 0.085, 0.03], (0.8 + 0.05 * k) * t,
            )  # fmt: skip
    sheet.stroke(
        [(chest - 0.75, 0), (chest, 0), (chest + 0.45, 0.04)],
        [0.1, 0.22, 0.15],
        1.1 * t,
        scales=8.0,
    )
    sheet.stroke(
        [(chest + 0.4, 0.02), (chest + 0.75, 0.16), (chest + 1.05, 0.1)], [0.14, 0.1, 0.1], 1.1 * t
    )
    sheet.oval((chest + 1.12, 0.1), 0.15, 0.13, 1.25 * t)
    sheet.stroke([(chest + 1.2, 0.1), (chest + 1.45, 0.0)], [0.08, 0.02], 1.1 * t)
    sheet.oval((chest + 1.15, 0.14), 0.045, 0.045, 1.5 * t)
    for line in (
        [(chest + 1.05, 0.2), (chest + 0.9, 0.36), (chest + 0.62, 0.4)],
        [(chest + 1.0, 0.18), (chest + 0.8, 0.28), (chest + 0.5, 0.3)],
        [(chest + 1.1, 0.22), (chest + 1.08, 0.38), (chest + 0.95, 0.44)],
        [(chest + 1.15, 0.0), (chest + 1.1, -0.18), (chest + 0.9, -0.26)],
    ):
        sheet.stroke(line, [0.05, 0.045, 0.03], 1.0 * t)
    sheet.soften(1)
    return sheet


def dragon_phoenix(design: Design) -> list[Part]:
    """The bangle: a plain band within beaded edges, the two reliefs on it, a pearl between the
    heads.
    """
    width, base = design.mm("band_mm", 9.0), design.mm("thickness_mm", 0.9)
    outer = design.inner_mm / 2 + base
    points, normals = arc(outer - base / 2, 0.0, 360.0, 361)
    profile = slab_profile(base, width, 28, 8.0)
    band = sweep(points[:-1], profile, True, SweepFrame(normals=normals[:-1]))
    meshes = [band]
    half = np.pi * outer / width - 0.35
    rise = design.mm("relief_mm", 1.1) / width
    for draw, turned in ((dragon_band, 1.0), (phoenix_band, -1.0)):
        solid = draw(half, rise).solid(width * 0.86, 0.0, 0.12 / width)
        stretched = solid.scaled(1 / 0.86, 1.0, 1.0).moved(x=-(half / 2 + 0.16) * width)
        meshes.append(bent(stretched, outer).scaled(turned, 1.0, 1.0))
    bead = 0.035 * width
    count = int(2 * np.pi * outer / (2.15 * bead))
    ball = ellipsoid(bead, bead, bead, 6)
    for at in arc(outer, 0.0, 360.0 * (1 - 1 / count), count)[0]:
        meshes += [ball.moved(*at).moved(y=y) for y in (0.46 * width, -0.46 * width)]
    pearl = 0.13 * width
    meshes.append(ellipsoid(pearl, pearl, pearl, 16).moved(z=outer + 0.4 * pearl))
    return [metal(*meshes)]
