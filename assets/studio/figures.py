"""What the carver draws in jade and gold: figures, gourds, tablets, locks, leaves, each on a
`Sheet` about one unit tall.

Every drawing is stylised low relief: forms are a few domes and strokes, lines are grooves. Each
gives the sheet ready to be made solid; its top edge lies near y = 0.5.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assets.studio.carvings import Sheet
from assets.studio.fittings import smooth_path
from assets.studio.mesh import Floats


def both_sides(points: Sequence[Sequence[float]]) -> list[Floats]:
    """A line and its mirror image."""
    right = np.asarray(points, dtype=float)
    return [right, right * [-1, 1]]


def ring_line(at: tuple[float, float], rx: float, ry: float, start: float, end: float) -> Floats:
    """An arc as points; degrees anticlockwise from +x."""
    angle = np.radians(np.linspace(start, end, 14))
    return np.column_stack([at[0] + rx * np.cos(angle), at[1] + ry * np.sin(angle)])


def buddha(thick: float, cells: int = 210) -> Sheet:
    """The laughing Maitreya: a round head with long ears, a bare round belly, an open robe."""
    sheet = Sheet(1.16, 1.0, cells)
    t = thick
    sheet.oval((0, -0.33), 0.52, 0.16, 0.55 * t)
    sheet.oval((0, -0.1), 0.43, 0.36, 0.6 * t)
    for side in (1, -1):
        sheet.oval((0.31 * side, -0.31), 0.24, 0.15, 0.8 * t, 12 * side)
        sheet.stroke(
            [(0.2 * side, 0.14), (0.4 * side, 0.02), (0.45 * side, -0.14), (0.34 * side, -0.26)],
            [0.1, 0.125, 0.11, 0.07],
            0.78 * t,
        )
        sheet.oval((0.3 * side, -0.27), 0.075, 0.06, 0.95 * t)
        sheet.oval((0.205 * side, 0.27), 0.045, 0.12, 0.5 * t)
        sheet.oval((0.12 * side, 0.06), 0.12, 0.085, 0.76 * t)
    sheet.oval((0, -0.13), 0.27, 0.2, 1.0 * t)
    sheet.oval((0, 0.29), 0.195, 0.205, 0.92 * t)
    for side in (1, -1):
        sheet.oval((0.1 * side, 0.22), 0.07, 0.06, 0.9 * t)
        sheet.groove(ring_line((0.08 * side, 0.275), 0.055, 0.035, 25, 155), 0.011, 0.16 * t)
        sheet.groove(ring_line((0.08 * side, 0.335), 0.06, 0.03, 35, 145), 0.009, 0.07 * t)
        for drop in (0.0, 0.07, 0.14):
            sheet.groove(
                [(0.3 * side, 0.1 - drop), (0.4 * side, 0.0 - drop), (0.4 * side, -0.1 - drop)],
                0.011,
                0.1 * t,
            )
        sheet.groove(
            [(0.1 * side, 0.13), (0.27 * side, 0.05), (0.33 * side, -0.1), (0.24 * side, -0.29)],
            0.014,
            0.16 * t,
        )
        for k in range(3):
            at = 0.18 + 0.12 * k
            sheet.groove(
                [(at * side, -0.42), ((at + 0.05) * side, -0.34), ((at + 0.03) * side, -0.27)],
                0.01,
                0.09 * t,
            )
    sheet.oval((0, 0.245), 0.032, 0.034, 1.02 * t)
    sheet.groove(ring_line((0, 0.21), 0.08, 0.055, 205, 335), 0.014, 0.2 * t)
    sheet.groove([(0, -0.17), (0, -0.165)], 0.02, 0.14 * t)
    sheet.groove(ring_line((0, -0.14), 0.26, 0.19, 200, 340), 0.012, 0.12 * t)
    sheet.soften(3)
    return sheet


def guanyin(thick: float, cells: int = 230) -> Sheet:
    """Guanyin seated on a lotus before a leaf-shaped halo, a veil falling from the crown."""
    sheet = Sheet(0.72, 1.0, cells)
    t = thick
    lean = np.linspace(0, 2 * np.pi, 72, endpoint=False)
    leaf = np.column_stack(
        [0.33 * np.sin(lean) * (1 - 0.2 * np.cos(lean) ** 3), 0.02 + 0.47 * np.cos(lean)]
    )
    sheet.polygon(leaf, 0.4 * t, 0.06)
    sheet.groove(0.9 * leaf + [0, 0.002], 0.008, 0.08 * t, 1)
    sheet.boss((0, 0.24), 0.17, 0.17, 0.5 * t, 0.02)
    sheet.groove(ring_line((0, 0.24), 0.15, 0.15, -60, 240), 0.007, 0.08 * t)
    sheet.boss((0, -0.4), 0.3, 0.085, 0.55 * t, 0.04)
    for row, (count, low, long) in enumerate(((7, -0.335, 0.075), (8, -0.4, 0.065))):
        for k in range(count):
            at = (k - (count - 1) / 2) * 0.6 / count
            sheet.oval((at, low), 0.052, long, (0.72 + 0.1 * row) * t, -60 * at)
            sheet.groove([(at, low - 0.04), (at, low + 0.045)], 0.006, 0.08 * t, 1)
    sheet.oval((0, -0.05), 0.2, 0.24, 0.74 * t)
    sheet.oval((0, -0.255), 0.3, 0.085, 0.86 * t)
    for side in (1, -1):
        sheet.oval((0.17 * side, -0.235), 0.13, 0.075, 0.92 * t, -10 * side)
        sheet.stroke(
            [(0.06 * side, 0.36), (0.12 * side, 0.24), (0.15 * side, 0.1), (0.2 * side, -0.06)],
            [0.03, 0.04, 0.06, 0.05],
            0.66 * t,
        )
        sheet.stroke(
            [(0.1 * side, 0.09), (0.16 * side, -0.04), (0.13 * side, -0.13), (0.02 * side, -0.09)],
            [0.06, 0.08, 0.075, 0.032],
            0.86 * t,
        )
        for k in range(4):
            sheet.groove(
                [
                    ((0.09 + 0.035 * k) * side, 0.06 - 0.05 * k),
                    ((0.17 + 0.02 * k) * side, -0.06 - 0.03 * k),
                    (0.07 * side, -0.165 - 0.012 * k),
                ],
                0.007,
                0.09 * t,
            )
        sheet.groove(
            [(0.02 * side, -0.21), (0.14 * side, -0.2), (0.26 * side, -0.25)], 0.008, 0.1 * t
        )
        sheet.groove(
            [(0.02 * side, -0.28), (0.14 * side, -0.25), (0.25 * side, -0.28)], 0.008, 0.1 * t
        )
    sheet.stroke([(0, -0.1), (0, 0.0), (0, 0.03)], [0.036, 0.026, 0.018], 1.0 * t)
    sheet.stroke([(-0.06, 0.12), (0, 0.08), (0.06, 0.12)], 0.016, 0.85 * t)
    sheet.oval((0, 0.15), 0.05, 0.06, 0.8 * t)
    sheet.oval((0, 0.235), 0.085, 0.1, 0.98 * t)
    sheet.oval((0, 0.355), 0.05, 0.06, 0.85 * t)
    for k in range(5):
        at = 0.03 * (k - 2)
        sheet.oval((at, 0.325 - 6 * at * at), 0.02, 0.045, 0.95 * t, -250 * at)
    for side in (1, -1):
        sheet.groove(ring_line((0.033 * side, 0.24), 0.022, 0.012, 200, 340), 0.006, 0.11 * t)
        sheet.oval((0.083 * side, 0.215), 0.014, 0.045, 0.7 * t)
    sheet.groove(ring_line((0, 0.193), 0.022, 0.012, 205, 335), 0.006, 0.1 * t)
    sheet.oval((0, 0.222), 0.011, 0.03, 1.01 * t)
    sheet.soften(2)
    return sheet


def gourd(thick: float, cells: int = 210) -> Sheet:
    """A bottle gourd with its stalk, one leaf and a curling tendril."""
    sheet = Sheet(0.66, 1.0, cells)
    t = thick
    turn = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    rise = np.cos(turn) * 0.42 - 0.06
    half = 0.31 * np.sqrt(np.maximum(0, 1 - ((rise + 0.19) / 0.29) ** 2))
    upper = 0.205 * np.sqrt(np.maximum(0, 1 - ((rise - 0.19) / 0.2) ** 2))
    waist = 0.11 * np.exp(-(((rise - 0.06) / 0.09) ** 2))
    reach = np.maximum.reduce([half, upper, waist])
    sheet.polygon(np.column_stack([np.sign(np.sin(turn)) * reach, rise]), 0.25 * t, 0.05)
    sheet.oval((0, -0.19), 0.31, 0.29, 1.0 * t)
    sheet.oval((0, 0.19), 0.205, 0.19, 0.8 * t)
    sheet.stroke([(0, 0.35), (0.02, 0.43), (0.0, 0.49)], [0.05, 0.03, 0.035], 0.5 * t)
    leaf = smooth_path(
        np.array([(0.0, 0.41), (0.1, 0.43), (0.2, 0.38), (0.29, 0.2), (0.2, 0.22), (0.1, 0.29)]),
        8,
        True,
    )
    sheet.polygon(leaf, 0.86 * t, 0.05, 0.012)
    sheet.groove([(0.04, 0.4), (0.16, 0.35), (0.28, 0.24)], 0.009, 0.14 * t)
    for at in (0.1, 0.16, 0.22):
        sheet.groove(
            [(at, 0.385 - 0.4 * (at - 0.1)), (at + 0.05, 0.4 - 0.7 * (at - 0.1))], 0.006, 0.1 * t
        )
    spiral = np.radians(np.linspace(0, 560, 30))
    curl = np.column_stack([np.cos(spiral), np.sin(spiral)]) * np.linspace(0.07, 0.015, 30)[:, None]
    sheet.stroke(
        np.concatenate([[(-0.02, 0.4)], [(-0.1, 0.3)], curl + np.array([-0.16, 0.2])]),
        0.014,
        0.9 * t,
        3,
    )
    sheet.soften(3)
    return sheet


def rectangle(width: float, height: float, power: float = 0.32, points: int = 96) -> Floats:
    """A rectangle with softly rounded corners, centred."""
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    x, y = np.cos(t), np.sin(t)
    return np.column_stack(
        [
            width / 2 * np.sign(x) * abs(x) ** power,
            height / 2 * np.sign(y) * abs(y) ** power,
        ]
    )


def ruyi_head(sheet: Sheet, at: tuple[float, float], size: float, rise: float) -> None:
    """A ruyi cloud: two inward scrolls under a pointed lobe."""
    for side in (1, -1):
        angle = np.radians(np.linspace(100, -330, 22))
        curl = np.column_stack([side * np.cos(angle), np.sin(angle)])
        curl = curl * np.linspace(0.3, 0.09, 22)[:, None] * size
        sheet.stroke(
            curl + np.array([at[0] + 0.34 * side * size, at[1]]), [0.1 * size, 0.06 * size], rise, 2
        )
        sheet.stroke(
            [
                (at[0], at[1] + 0.52 * size),
                (at[0] + 0.13 * side * size, at[1] + 0.36 * size),
                (at[0] + 0.3 * side * size, at[1] + 0.3 * size),
            ],
            0.09 * size,
            rise,
        )


def tablet(thick: float, cells: int = 220) -> Sheet:
    """A safe-and-sound tablet: a plain field within a rounded frame, ruyi clouds at its head."""
    sheet = Sheet(0.66, 1.0, cells)
    t = thick
    rim = sheet.polygon(rectangle(0.62, 0.98, 0.2), 1.0 * t, 0.085)
    field = np.clip((rim - 0.062) / 0.018, 0, 1)
    sheet.top -= 0.32 * t * field * field * (3 - 2 * field)
    pillow = np.clip((rim - 0.08) / 0.2, 0, 1)
    sheet.top += 0.1 * t * np.sqrt(1 - (1 - pillow) ** 2)
    ruyi_head(sheet, (0, 0.27), 0.27, 1.15 * t)
    for side in (1, -1):
        sheet.stroke(
            [(0.2 * side, 0.37), (0.225 * side, 0.37), (0.228 * side, 0.31)], 0.011, 1.0 * t
        )
    sheet.groove([(-0.21, 0.15), (0.21, 0.15)], 0.006, 0.07 * t)
    sheet.cut(sheet.disc((0, 0.452), 0.018))
    sheet.soften(2)
    return sheet


def flower_boss(sheet: Sheet, at: tuple[float, float], size: float, rise: float) -> None:
    """A many-petalled flower in two rows round a beaded middle."""
    for count, reach, long, wide, high, start in (
        (8, 0.62, 0.38, 0.25, 0.9, 0.0),
        (6, 0.34, 0.27, 0.2, 1.05, 20.0),
    ):
        for k in range(count):
            degrees = start + 360 / count * k
            angle = np.radians(degrees)
            spot = (at[0] + reach * size * np.cos(angle), at[1] + reach * size * np.sin(angle))
            sheet.oval(spot, long * size, wide * size, high * rise, degrees)
            sheet.groove(
                [at, (at[0] + 0.9 * size * np.cos(angle), at[1] + 0.9 * size * np.sin(angle))],
                0.045 * size,
                0.12 * rise,
            )
    sheet.oval(at, 0.17 * size, 0.17 * size, 1.25 * rise)


def longevity_lock(thick: float, cells: int = 210) -> Sheet:
    """A child's longevity lock: a ruyi-lobed body with a corded rim, a peony and scrolls, and the
    lock's bar arching over it. Drawn 1.3 wide; the body hangs low so that bells can follow.
    """
    sheet = Sheet(1.3, 1.0, cells)
    t = thick
    lobes = [
        ((0, -0.1), 0.5, 0.27), ((0.42, 0.0), 0.2, 0.21), ((-0.42, 0.0), 0.2, 0.21),
        ((0.24, -0.2), 0.26, 0.2), ((-0.24, -0.2), 0.26, 0.2), ((0, -0.27), 0.2, 0.2),
        ((0.26, 0.1), 0.2, 0.15), ((-0.26, 0.1), 0.2, 0.15),
    ]  # fmt: skip
    for at, rx, ry in lobes:
        sheet.boss(at, rx, ry, 0.5 * t, 0.03)
    body = sheet.inside.copy()
    rim = np.exp(-(((body - 0.03) / 0.016) ** 2))
    inner = np.exp(-(((body - 0.075) / 0.008) ** 2))
    sheet.top += t * (0.34 * rim + 0.16 * inner) * (body > 0)
    flower_boss(sheet, (0, -0.1), 0.2, 0.95 * t)
    for side in (1, -1):
        angle = np.radians(np.linspace(200, -200, 20))
        curl = np.column_stack([side * np.cos(angle), np.sin(angle)])
        curl = curl * np.linspace(0.1, 0.03, 20)[:, None] + [0.4 * side, 0.0]
        sheet.stroke(np.concatenate([[(0.2 * side, -0.2)], curl]), [0.02, 0.016], 0.8 * t, 2)
        for k, (x, y, lean) in enumerate(((0.25, -0.24, -25), (0.27, 0.02, 35), (0.14, -0.3, -60))):
            sheet.oval((x * side, y), 0.075 - 0.01 * k, 0.03, 0.8 * t, lean * side)
        sheet.oval((0.3 * side, 0.19), 0.055, 0.05, 0.9 * t)
    sheet.stroke(
        [
            (-0.3, 0.19),
            (-0.27, 0.3),
            (-0.14, 0.4),
            (0, 0.43),
            (0.14, 0.4),
            (0.27, 0.3),
            (0.3, 0.19),
        ],
        0.034,
        0.75 * t,
    )
    sheet.soften(1)
    return sheet


def leaf(thick: float, cells: int = 220) -> Sheet:
    """A serrated leaf, its tip drawn out below, with a midrib and five pairs of veins."""
    sheet = Sheet(0.6, 1.0, cells)
    t = thick
    down = np.linspace(0, 1, 60)
    half = 0.28 * np.sin(np.pi * down**0.72) ** 0.85 + 0.006 * (np.arange(60) % 4 == 0)
    y = 0.44 - 0.92 * down
    right = np.column_stack([half, y])
    rim = sheet.polygon(np.concatenate([right, (right * [-1, 1])[::-1][1:-1]]), 0.7 * t, 0.05)
    bulge = np.clip(rim / 0.2, 0, 1)
    sheet.top += np.where(rim > 0, 0.25 * t * bulge, 0.0)
    spine = [(0, 0.44), (0.012, 0.1), (-0.006, -0.2), (0, -0.46)]
    sheet.groove(spine, 0.014, 0.34 * t)
    for k in range(6):
        at = 0.3 - 0.12 * k
        for side in (1, -1):
            out = (0.26 - 0.028 * k) * side
            sheet.groove([(0, at), (0.5 * out, at - 0.015), (out, at + 0.07)], 0.009, 0.2 * t)
    sheet.stroke([(0, 0.42), (0.005, 0.5)], [0.03, 0.026], 0.7 * t)
    sheet.soften(2)
    return sheet
