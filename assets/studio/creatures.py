"""Animals of the zodiac, and the butterfly and feather of the brooches, each drawn on a `Sheet`
about one unit tall. Stylised low relief: a few domes and strokes, lines as grooves.
"""

from __future__ import annotations

import numpy as np

from assets.studio.carvings import Sheet, polygon_reach
from assets.studio.figures import ring_line
from assets.studio.fittings import smooth_path


def rabbit(thick: float, cells: int = 200) -> Sheet:
    """A sitting rabbit from the side, ears laid back, one eye, a round tail."""
    sheet = Sheet(0.94, 1.0, cells)
    t = thick
    sheet.oval((0.06, -0.17), 0.34, 0.26, 0.8 * t, 12)
    sheet.oval((0.19, -0.24), 0.22, 0.2, 1.0 * t, 20)
    sheet.oval((-0.15, -0.1), 0.18, 0.25, 0.78 * t, -18)
    sheet.oval((-0.2, 0.13), 0.185, 0.15, 0.95 * t, -14)
    sheet.oval((-0.29, 0.08), 0.1, 0.085, 0.95 * t, -20)
    sheet.stroke([(-0.13, 0.22), (0.0, 0.36), (0.1, 0.47)], [0.05, 0.075, 0.03], 0.72 * t)
    sheet.stroke([(-0.09, 0.2), (0.09, 0.28), (0.24, 0.37)], [0.05, 0.075, 0.03], 0.9 * t)
    sheet.groove([(-0.04, 0.225), (0.09, 0.28), (0.2, 0.345)], 0.02, 0.22 * t)
    sheet.groove([(-0.1, 0.27), (0.0, 0.37), (0.07, 0.44)], 0.015, 0.14 * t)
    sheet.oval((0.4, -0.22), 0.09, 0.09, 0.9 * t)
    sheet.stroke([(-0.19, -0.2), (-0.23, -0.36), (-0.33, -0.42)], [0.075, 0.055, 0.05], 0.85 * t)
    sheet.stroke([(0.22, -0.39), (0.05, -0.42), (-0.1, -0.425)], [0.07, 0.06, 0.045], 0.95 * t)
    sheet.groove(ring_line((0.19, -0.24), 0.21, 0.19, 60, 230), 0.013, 0.16 * t)
    sheet.groove([(-0.21, 0.155), (-0.205, 0.155)], 0.024, 0.4 * t)
    sheet.groove([(-0.37, 0.06), (-0.33, 0.045), (-0.3, 0.055)], 0.009, 0.16 * t)
    for k in range(3):
        sheet.groove([(0.36 + 0.03 * k, -0.25), (0.4 + 0.03 * k, -0.19)], 0.008, 0.12 * t)
    sheet.soften(2)
    return sheet


def horse(thick: float, cells: int = 200) -> Sheet:
    """A horse at the canter, mane and tail streaming, one foreleg raised."""
    sheet = Sheet(1.22, 1.0, cells)
    t = thick
    tail = [
        [(0.34, 0.08), (0.46, 0.14), (0.55, 0.05), (0.58, -0.12)],
        [(0.34, 0.07), (0.44, 0.09), (0.5, -0.02), (0.5, -0.2)],
        [(0.34, 0.06), (0.42, 0.04), (0.45, -0.08), (0.43, -0.22)],
    ]
    for line in tail:
        sheet.stroke(line, [0.035, 0.05, 0.045, 0.012], 0.6 * t)
    legs = [
        ([(0.24, -0.02), (0.32, -0.2), (0.22, -0.3), (0.34, -0.43)], 0.62),
        ([(-0.16, -0.05), (-0.08, -0.22), (-0.13, -0.33), (-0.07, -0.45)], 0.62),
        ([(0.27, 0.0), (0.24, -0.18), (0.13, -0.27), (0.17, -0.44)], 0.9),
        ([(-0.19, -0.03), (-0.33, -0.12), (-0.43, -0.08), (-0.46, -0.22)], 0.9),
    ]
    for line, high in legs:
        sheet.stroke(line, [0.1, 0.06, 0.04, 0.036], high * t)
        foot = line[-1]
        sheet.oval(foot, 0.055, 0.036, high * t, 30)
    sheet.oval((0.03, 0.02), 0.32, 0.15, 0.9 * t, 4)
    sheet.oval((0.22, 0.02), 0.16, 0.165, 1.0 * t)
    sheet.oval((-0.17, 0.02), 0.15, 0.16, 0.96 * t)
    sheet.stroke([(-0.18, 0.06), (-0.29, 0.2), (-0.36, 0.32)], [0.14, 0.1, 0.075], 0.92 * t)
    sheet.stroke([(-0.35, 0.34), (-0.45, 0.25), (-0.52, 0.17)], [0.08, 0.06, 0.045], 0.96 * t)
    sheet.stroke([(-0.32, 0.38), (-0.3, 0.47)], [0.03, 0.012], 0.8 * t)
    sheet.stroke([(-0.36, 0.39), (-0.36, 0.48)], [0.03, 0.012], 0.95 * t)
    for k in range(6):
        start = np.array([-0.3 + 0.034 * k, 0.39 - 0.055 * k])
        sheet.stroke(
            [start, start + np.array([0.09, 0.03]), start + np.array([0.17, -0.03])],
            [0.03, 0.035, 0.01],
            0.75 * t,
        )
    sheet.groove([(-0.405, 0.315), (-0.4, 0.315)], 0.016, 0.35 * t)
    sheet.groove([(-0.52, 0.185), (-0.515, 0.185)], 0.012, 0.25 * t)
    sheet.groove(ring_line((-0.33, 0.27), 0.09, 0.09, -70, 60), 0.01, 0.12 * t)
    for line in tail:
        sheet.groove(line, 0.008, 0.12 * t)
    sheet.groove(ring_line((0.22, 0.02), 0.16, 0.17, 120, 250), 0.012, 0.12 * t)
    sheet.soften(4)
    return sheet


def dragon(thick: float, cells: int = 230) -> Sheet:
    """A dragon coiled round a flaming pearl on a beaded disc."""
    sheet = Sheet(1.0, 1.0, cells)
    t = thick
    sheet.boss((0, 0), 0.49, 0.49, 0.3 * t, 0.02)
    beads = 44
    for k in range(beads):
        angle = 2 * np.pi * k / beads
        sheet.oval((0.455 * np.cos(angle), 0.455 * np.sin(angle)), 0.024, 0.024, 0.62 * t)
    angle = np.radians(np.linspace(110, 470, 26))
    reach = np.interp(np.linspace(0, 1, 26), [0, 0.55, 0.85, 1], [0.3, 0.31, 0.27, 0.18])
    body = np.column_stack([reach * np.cos(angle), reach * np.sin(angle)])
    radii = np.interp(np.linspace(0, 1, 26), [0, 0.3, 0.75, 1], [0.05, 0.085, 0.06, 0.012])
    for k in range(2, 22, 2):  # the fin along the back
        out = body[k] / np.hypot(*body[k])
        sheet.stroke([body[k], body[k] + out * (radii[k] + 0.045)], [0.03, 0.008], 0.6 * t)
    sheet.stroke(body, list(radii), 0.95 * t, 3, scales=24.0)
    for degrees, reach_out in ((235, 0.06), (330, -0.02)):
        a = np.radians(degrees)
        root = 0.31 * np.array([np.cos(a), np.sin(a)])
        knee = root * 0.62 + [0.04, 0.05]
        sheet.stroke([root, knee, knee * 0.6 + [reach_out, 0]], [0.05, 0.036, 0.03], 0.9 * t)
        foot = knee * 0.6 + [reach_out, 0]
        for spread in (-40, 0, 40):
            toe = np.radians(degrees + 180 + spread)
            sheet.stroke(
                [foot, foot + 0.065 * np.array([np.cos(toe), np.sin(toe)])],
                [0.018, 0.005],
                0.85 * t,
            )
    head = np.array([-0.09, 0.23])
    sheet.stroke([(-0.15, 0.3), head, (0.01, 0.13)], [0.1, 0.105, 0.065], 1.1 * t)
    sheet.stroke([(-0.13, 0.17), (-0.05, 0.08)], [0.055, 0.03], 0.9 * t)
    sheet.oval((0.02, 0.13), 0.05, 0.045, 1.22 * t)
    for line in (
        [(-0.13, 0.31), (-0.02, 0.35), (0.1, 0.33)],
        [(-0.08, 0.3), (0.03, 0.28), (0.11, 0.24)],
    ):
        sheet.stroke(line, [0.026, 0.02, 0.01], 1.0 * t)
    for k in range(5):
        start = np.array([-0.2 - 0.015 * k, 0.3 - 0.045 * k])
        sheet.stroke(
            [start, start + np.array([-0.05, -0.03]), start + np.array([-0.08, -0.1])],
            [0.03, 0.022, 0.006],
            0.8 * t,
        )
    sheet.stroke([(0.0, 0.12), (0.1, 0.13), (0.16, 0.06)], [0.012, 0.008, 0.005], 0.85 * t)
    sheet.oval((-0.07, 0.255), 0.03, 0.03, 1.35 * t)
    sheet.groove([(-0.06, 0.17), (-0.01, 0.115)], 0.012, 0.25 * t)
    sheet.oval((0.03, -0.03), 0.062, 0.062, 1.05 * t)
    for k in range(5):
        a = np.radians(40 + 35 * k)
        root = np.array([0.03, -0.03]) + 0.06 * np.array([np.cos(a), np.sin(a)])
        sheet.stroke(
            [root, root + 0.05 * np.array([np.cos(a + 0.5), np.sin(a + 0.5)])],
            [0.016, 0.004],
            0.65 * t,
        )
    sheet.soften(1)
    return sheet


def feather(thick: float, cells: int = 260) -> Sheet:
    """A feather in a slow curve: barbs slanting from the quill, the vane parted in places."""
    sheet = Sheet(0.46, 1.0, cells)
    quill = smooth_path(
        np.array([(0.06, -0.48), (0.02, -0.25), (-0.02, 0.05), (0.0, 0.3), (0.08, 0.47)]), 16
    )
    share = np.linspace(0, 1, len(quill))
    half = (
        0.155
        * np.clip((share - 0.14) / 0.2, 0, 1) ** 0.7
        * np.clip((1.0 - share) / 0.4, 0, 1) ** 0.6
    )
    step = np.gradient(quill, axis=0)
    side = np.column_stack([-step[:, 1], step[:, 0]]) / np.hypot(*step.T)[:, None]
    vane = np.concatenate(
        [quill + half[:, None] * side, (quill - 0.85 * half[:, None] * side)[::-1]]
    )
    sheet.polygon(vane, 0.55 * thick, 0.05, 0.004)
    for k in range(8, len(quill) - 3, 2):
        along = step[k] / np.hypot(*step[k])
        for hand, wide in ((1.0, half[k]), (-0.85, half[k])):
            tip = quill[k] + hand * side[k] * wide * 1.05 + along * wide * 0.9
            sheet.groove(
                [quill[k], (quill[k] + tip) / 2 + 0.15 * along * wide, tip], 0.005, 0.26 * thick, 3
            )
    for k, hand in ((22, 1.0), (34, -0.85), (44, 1.0)):
        along = step[k] / np.hypot(*step[k])
        rim = quill[k] + hand * side[k] * half[k] * 1.2 + along * half[k]
        notch = np.array(
            [
                rim,
                quill[k] + 0.45 * hand * side[k] * half[k] + 0.5 * along * half[k],
                rim + along * 0.035,
            ]
        )
        sheet.cut(polygon_reach(sheet.x, sheet.y, notch))
    sheet.stroke(quill, [0.014, 0.011, 0.004], 1.0 * thick, 1)
    sheet.soften(1)
    return sheet


def butterfly(thick: float, cells: int = 220) -> Sheet:
    """A butterfly seen from above: two pairs of veined wings with rims, a jointed body."""
    sheet = Sheet(1.4, 1.0, cells)
    upper = [
        (0.03, 0.06),
        (0.14, 0.3),
        (0.36, 0.47),
        (0.6, 0.46),
        (0.66, 0.33),
        (0.55, 0.12),
        (0.34, 0.0),
        (0.06, -0.03),
    ]
    lower = [
        (0.04, -0.04),
        (0.3, -0.03),
        (0.47, -0.1),
        (0.5, -0.24),
        (0.4, -0.36),
        (0.3, -0.4),
        (0.26, -0.48),
        (0.2, -0.36),
        (0.08, -0.2),
    ]
    for side in (1, -1):
        for shape, high in ((lower, 0.55), (upper, 0.7)):
            wing = smooth_path(np.array(shape) * [side, 1], 8, True)
            rim = sheet.polygon(wing, high * thick, 0.03)
            line = np.exp(-(((rim - 0.022) / 0.014) ** 2)) * 0.3 * thick
            sheet.top = np.maximum(sheet.top, np.where(rim > 0, high * thick + line, 0.0))
        for tip in ((0.3, 0.4), (0.46, 0.41), (0.58, 0.34), (0.52, 0.18)):
            sheet.groove(
                [
                    (0.06 * side, 0.04),
                    (0.5 * tip[0] * side, 0.55 * tip[1] + 0.01),
                    (tip[0] * side, tip[1]),
                ],
                0.008,
                0.2 * thick,
            )
        for tip in ((0.44, -0.14), (0.42, -0.28), (0.28, -0.38)):
            sheet.groove([(0.06 * side, -0.05), (tip[0] * side, tip[1])], 0.008, 0.18 * thick)
        sheet.stroke(
            [(0.01 * side, 0.16), (0.06 * side, 0.33), (0.14 * side, 0.42)],
            [0.012, 0.008, 0.012],
            0.7 * thick,
        )
    sheet.stroke([(0, 0.19), (0, 0.0), (0, -0.3)], [0.04, 0.05, 0.018], 1.5 * thick, scales=16.0)
    sheet.oval((0, 0.2), 0.042, 0.045, 1.6 * thick)
    sheet.soften(1)
    return sheet
