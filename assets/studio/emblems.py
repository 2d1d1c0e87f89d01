"""Small emblems in metal or stone, drawn on a `Sheet` about one unit tall: hearts, stars, crosses,
keys, coins, leaves; and where their stones are set.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from assets.studio.carvings import Sheet
from assets.studio.chains import stations
from assets.studio.creatures import butterfly, dragon, feather, horse, rabbit
from assets.studio.figures import (
    buddha,
    flower_boss,
    gourd,
    guanyin,
    leaf,
    longevity_lock,
    ring_line,
    tablet,
)
from assets.studio.mesh import Floats

Drawing = Callable[[float, int], Sheet]


def heart_outline(points: int = 120) -> Floats:
    """A heart one unit tall, its notch at the top."""
    t = np.linspace(0, 2 * np.pi, points, endpoint=False)
    x = 16 * np.sin(t) ** 3
    y = 13 * np.cos(t) - 5 * np.cos(2 * t) - 2 * np.cos(3 * t) - np.cos(4 * t)
    shape = np.column_stack([x, y])
    shape -= (shape.max(axis=0) + shape.min(axis=0)) / 2
    return np.asarray(shape[::-1] / np.ptp(shape[:, 1]))


def heart(thick: float, cells: int = 180) -> Sheet:
    """A heart domed all over."""
    sheet = Sheet(1.14, 1.0, cells)
    rim = sheet.polygon(0.98 * heart_outline(), 0.3 * thick, 0.04)
    dome = np.clip(rim / 0.34, 0, 1)
    sheet.top += np.where(rim > 0, 0.7 * thick * np.sqrt(1 - (1 - dome) ** 2), 0.0)
    sheet.soften(4)
    return sheet


def star(thick: float, cells: int = 180) -> Sheet:
    """A five-pointed star with ridges from its middle to its points."""
    sheet = Sheet(1.04, 1.0, cells)
    angle = np.radians(90 + 36 * np.arange(10))
    reach = np.where(np.arange(10) % 2 == 0, 0.5, 0.225)
    rim = sheet.polygon(
        np.column_stack([reach * np.cos(angle), reach * np.sin(angle)]), 0.2 * thick, 0.02, 0.012
    )
    sheet.top += np.where(rim > 0, 0.8 * thick * np.clip(rim / 0.2, 0, 1), 0.0)
    return sheet


def moon(thick: float, cells: int = 180) -> Sheet:
    """A crescent holding a small star."""
    sheet = Sheet(1.0, 1.0, cells)
    crescent = np.minimum(sheet.disc((0, 0), 0.48), -sheet.disc((0.17, 0.06), 0.36))
    sheet.add(crescent, 0.8 * thick, 0.12)
    angle = np.radians(100 + 36 * np.arange(10))
    reach = np.where(np.arange(10) % 2 == 0, 0.17, 0.075)
    small = np.column_stack([reach * np.cos(angle), reach * np.sin(angle)]) + np.array([0.2, 0.03])
    rim = sheet.polygon(small, 0.3 * thick, 0.02, 0.01)
    sheet.top += np.where(rim > 0, 0.6 * thick * np.clip(rim / 0.07, 0, 1), 0.0)
    sheet.stroke([(0.22, 0.4), (0.215, 0.17)], 0.018, 0.4 * thick)
    sheet.soften(1)
    return sheet


def key(thick: float, cells: int = 220) -> Sheet:
    """An old key with a trefoil bow."""
    sheet = Sheet(0.5, 1.0, cells)
    bows = [(0, 0.37), (0.115, 0.24), (-0.115, 0.24)]
    for at in bows:
        sheet.boss(at, 0.115, 0.115, 0.7 * thick, 0.03)
    sheet.oval((0, 0.275), 0.06, 0.06, 0.9 * thick)
    sheet.stroke([(0, 0.2), (0, -0.47)], [0.04, 0.034], 0.85 * thick)
    for at in (0.11, 0.055, -0.45):
        sheet.oval((0, at), 0.065, 0.022, thick)
    sheet.polygon(
        [(0, -0.28), (0.17, -0.28), (0.17, -0.36), (0.1, -0.36), (0.1, -0.33), (0, -0.33)],
        0.6 * thick,
        0.02,
    )
    sheet.polygon([(0, -0.37), (0.14, -0.37), (0.14, -0.43), (0, -0.43)], 0.6 * thick, 0.02)
    for at in bows:
        sheet.cut(sheet.disc(at, 0.062))
    return sheet


def cross(thick: float, cells: int = 200) -> Sheet:
    """A Latin cross with bevelled arms that widen a little outwards."""
    sheet = Sheet(0.74, 1.0, cells)
    quarter = np.array(
        [
            (0.062, 0.49),
            (0.052, 0.232),
            (0.33, 0.242),
            (0.33, 0.118),
            (0.052, 0.128),
            (0.062, -0.49),
        ]
    )
    rim = sheet.polygon(
        np.concatenate([quarter, (quarter * [-1, 1])[::-1]]), 0.45 * thick, 0.02, 0.01
    )
    sheet.top += np.where(rim > 0, 0.55 * thick * np.clip(rim / 0.06, 0, 1), 0.0)
    return sheet


def sunburst(thick: float, cells: int = 220) -> Sheet:
    """A coin: a beaded rim and a sun with straight and waved rays."""
    sheet = Sheet(1.0, 1.0, cells)
    sheet.boss((0, 0), 0.49, 0.49, 0.35 * thick, 0.02)
    rim = np.abs(np.hypot(sheet.x, sheet.y) - 0.465)
    sheet.top += 0.45 * thick * np.exp(-((rim / 0.014) ** 2)) * (sheet.inside > 0)
    for k in range(48):
        angle = 2 * np.pi * k / 48
        sheet.oval((0.425 * np.cos(angle), 0.425 * np.sin(angle)), 0.018, 0.018, 0.7 * thick)
    for k in range(16):
        a = 2 * np.pi * (k + 0.5) / 16
        out, side = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
        if k % 2:
            wave = [0.13 * out, 0.2 * out + 0.02 * side, 0.28 * out - 0.02 * side, 0.36 * out]
            sheet.stroke(np.array(wave), [0.035, 0.03, 0.025, 0.012], 1.1 * thick)
        else:
            sheet.stroke(np.array([0.13 * out, 0.385 * out]), [0.045, 0.015], 1.1 * thick)
    sheet.oval((0, 0), 0.15, 0.15, 1.25 * thick)
    return sheet


def disc(thick: float, cells: int = 200) -> Sheet:
    """A round tag beaten all over with a small hammer."""
    sheet = Sheet(1.0, 1.0, cells)
    sheet.boss((0, 0), 0.49, 0.49, 0.8 * thick, 0.05)
    random, dents = np.random.default_rng(7), np.zeros(sheet.x.shape)
    for _ in range(130):
        at = random.uniform(-0.48, 0.48, 2)
        size = random.uniform(0.045, 0.075)
        away = np.hypot(sheet.x - at[0], sheet.y - at[1]) / size
        dents = np.maximum(dents, np.clip(1 - away**2, 0, 1))
    sheet.top -= 0.13 * thick * dents
    sheet.soften(3)
    return sheet


def clover(thick: float, cells: int = 200) -> Sheet:
    """A quatrefoil slab, a hair domed: four round lobes."""
    sheet = Sheet(1.0, 1.0, cells)
    lobes = [
        sheet.disc((0.235 * x, 0.235 * y), 0.245) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    reach = np.maximum.reduce([*lobes, 0.24 - np.maximum(abs(sheet.x), abs(sheet.y))])
    sheet.add(reach, 0.85 * thick, 0.06)
    away = np.hypot(sheet.x, sheet.y)
    sheet.top += np.where(reach > 0, 0.15 * thick * np.clip(1 - (away / 0.5) ** 2, 0, 1), 0.0)
    sheet.soften(3)
    return sheet


def shell(thick: float, cells: int = 200) -> Sheet:
    """A scallop shell, ribs fanning from its hinge."""
    sheet = Sheet(1.06, 1.0, cells)
    fan = np.radians(np.linspace(-28, 208, 110))
    ripple = 1 + 0.03 * np.cos(np.linspace(0, 2 * np.pi * 9, 110))
    rim = np.column_stack([0.5 * ripple * np.cos(fan), 0.02 - 0.47 * ripple * np.sin(fan)])
    hinge = np.array([(-0.16, 0.36), (-0.2, 0.46), (0.2, 0.46), (0.16, 0.36)])
    reach = sheet.polygon(np.concatenate([rim, hinge]), 0.5 * thick, 0.06)
    dome = np.clip(reach / 0.3, 0, 1)
    around = np.arctan2(sheet.x, 0.46 - sheet.y)
    ribs = 0.16 * np.cos(around * 18) * np.clip((0.4 - sheet.y) / 0.3, 0, 1)
    sheet.top += np.where(reach > 0, thick * (0.5 * np.sqrt(1 - (1 - dome) ** 2) + ribs), 0.0)
    sheet.stroke([(-0.17, 0.41), (0.17, 0.41)], 0.045, 0.85 * thick)
    return sheet


def fortune_bag(thick: float, cells: int = 200) -> Sheet:
    """A drawstring purse tied at the neck, a coin with a square hole on its front."""
    sheet = Sheet(0.9, 1.0, cells)
    sheet.oval((0, -0.14), 0.4, 0.33, 1.0 * thick)
    sheet.oval((0, -0.3), 0.34, 0.17, 0.9 * thick)
    for k in range(5):
        lean = (k - 2) * 24.0
        a = np.radians(90 - lean)
        sheet.stroke(
            [(0.03 * (k - 2), 0.2), (0.27 * np.cos(a), 0.2 + 0.24 * np.sin(a))],
            [0.05, 0.08],
            0.7 * thick,
        )
    sheet.stroke([(-0.17, 0.17), (0, 0.145), (0.17, 0.17)], 0.05, 1.0 * thick)
    for side in (1, -1):
        sheet.stroke(
            [(0.05 * side, 0.15), (0.2 * side, 0.05), (0.24 * side, -0.06)],
            [0.025, 0.018],
            1.0 * thick,
        )
    sheet.groove(ring_line((0, -0.17), 0.19, 0.19, 0, 360), 0.016, 0.2 * thick)
    sheet.groove(ring_line((0, -0.17), 0.16, 0.16, 0, 360), 0.01, 0.12 * thick)
    box = np.array(
        [(0.055, 0.055), (-0.055, 0.055), (-0.055, -0.055), (0.055, -0.055), (0.055, 0.055)]
    )
    sheet.groove(box + np.array([0, -0.17]), 0.016, 0.24 * thick, 1)
    for k in range(4):
        a = np.radians(45 + 90 * k)
        sheet.oval((0.115 * np.cos(a), -0.17 + 0.115 * np.sin(a)), 0.025, 0.025, 1.06 * thick)
    sheet.soften(1)
    return sheet


def locket_face(rim: Floats, sheet: Sheet, thick: float) -> Sheet:
    """A locket's lid over a silhouette already laid on: a stepped edge, and a flower between
    scrolls.
    """
    dome = np.clip(rim / 0.26, 0, 1)
    sheet.top += np.where(rim > 0, 0.55 * thick * np.sqrt(1 - (1 - dome) ** 2), 0.0)
    for at, wide, deep in ((0.035, 0.01, 0.28), (0.065, 0.006, 0.14)):
        sheet.top -= deep * thick * np.exp(-(((rim - at) / wide) ** 2))
    flower_boss(sheet, (0, 0.02), 0.1, 1.04 * thick)
    for side in (1, -1):
        for tilt in (1, -1):
            angle = np.radians(np.linspace(200, -120, 16))
            curl = np.column_stack([side * np.cos(angle), tilt * np.sin(angle)])
            curl = curl * np.linspace(0.07, 0.02, 16)[:, None] + [0.17 * side, 0.02 + 0.13 * tilt]
            sheet.groove(curl, 0.009, 0.12 * thick, 2)
            sheet.groove(
                [(0.09 * side, 0.02 + 0.09 * tilt), (0.03 * side, 0.02 + 0.24 * tilt)],
                0.009,
                0.12 * thick,
            )
    sheet.soften(1)
    return sheet


def oval_locket(thick: float, cells: int = 210) -> Sheet:
    sheet = Sheet(0.8, 1.0, cells)
    t = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    rim = sheet.polygon(np.column_stack([0.37 * np.cos(t), 0.49 * np.sin(t)]), 0.45 * thick, 0.03)
    return locket_face(rim, sheet, thick)


def heart_locket(thick: float, cells: int = 210) -> Sheet:
    sheet = Sheet(1.14, 1.0, cells)
    rim = sheet.polygon(0.98 * heart_outline(), 0.45 * thick, 0.03)
    return locket_face(rim, sheet, thick)


EMBLEMS: dict[str, Drawing] = {
    "buddha": buddha,
    "guanyin": guanyin,
    "gourd": gourd,
    "tablet": tablet,
    "lock": longevity_lock,
    "leaf": leaf,
    "rabbit": rabbit,
    "horse": horse,
    "dragon": dragon,
    "heart": heart,
    "star": star,
    "moon": moon,
    "key": key,
    "cross": cross,
    "sunburst": sunburst,
    "disc": disc,
    "clover": clover,
    "shell": shell,
    "fortune bag": fortune_bag,
    "oval locket": oval_locket,
    "heart locket": heart_locket,
    "feather": feather,
    "butterfly": butterfly,
}


def setting_points(figure: str, count: int) -> Floats:
    """Where an emblem's small stones sit (count, 2), in drawing units."""
    if figure == "cross":
        down = round(count * 0.62)
        across = (count - down) // 2
        column = np.column_stack([np.zeros(down), np.linspace(0.42, -0.42, down)])
        arm = np.linspace(0.13, 0.27, across)
        row = np.concatenate([-arm[::-1], arm])
        return np.concatenate([column, np.column_stack([row, np.full(len(row), 0.18)])])[:count]
    if figure == "moon":
        angle = np.radians(np.linspace(95, 290, count))
        return np.column_stack([-0.06 + 0.36 * np.cos(angle), -0.02 + 0.37 * np.sin(angle)])
    if figure == "key":
        return np.array([(0.0, 0.275), (0.0, -0.02), (0.0, -0.12), (0.0, -0.22)])[:count]
    if figure == "heart":
        return stations(np.column_stack([0.8 * heart_outline(400), np.zeros(400)]), count)[0][:, :2]
    if figure == "leaf":
        return np.array([(0.0, 0.485)])
    if figure == "butterfly":
        right = np.array(
            [
                (0.36, 0.32),
                (0.47, 0.36),
                (0.27, 0.2),
                (0.4, -0.2),
                (0.56, 0.28),
                (0.3, -0.14),
                (0.32, -0.3),
            ]
        )
        half = right[: count // 2]
        return np.concatenate([half, half * [-1, 1]])
    if figure == "feather":
        return np.column_stack([np.linspace(0.015, 0.02, count), np.linspace(-0.25, 0.35, count)])
    if figure == "sunburst":
        angle = 2 * np.pi * np.arange(count) / max(count, 1)
        return 0.3 * np.column_stack([np.cos(angle), np.sin(angle)]) * (count > 1)
    return np.zeros((count, 2))
