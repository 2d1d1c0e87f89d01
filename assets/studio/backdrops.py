"""What shoppers' pieces lie on, and the light they lie in; procedural, no picture of anyone's.

Surfaces are height fields with a colour at each point, in mm, never above z = 0 where the piece
rests. Lights are small environments. numpy alone; `photos` hands them to Mitsuba.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from assets.studio.gem_colours import cells, waves
from assets.studio.mesh import Floats, grid_faces

GRID = 230
Rgb = tuple[float, float, float]


@dataclass(frozen=True)
class Surface:
    """Corner positions, normals and linear colours, (3F, 3) each, and how the surface shines."""

    positions: Floats
    normals: Floats
    colours: Floats
    bsdf: dict[str, Any]


@dataclass(frozen=True)
class Cover:
    """Height (mm) and colours over a plane, for points (N, 3) of it and a piece `size` mm large."""

    colours: Callable[[Floats, int], Floats]
    height: Callable[[Floats, float, int], Floats]
    bsdf: dict[str, Any]


def flat(points: Floats, _size: float, _seed: int) -> Floats:
    return np.zeros(len(points))


def folds(points: Floats, size: float, seed: int) -> Floats:
    """Soft folds of a cloth, deeper away from the piece."""
    away = np.clip(np.hypot(points[:, 0], points[:, 1]) / (1.6 * size) - 0.35, 0, 1)
    ridge = waves(points * [1.0, 0.35, 1.0], seed, 1.5 * size)
    return np.asarray(-0.12 * size * away * np.abs(ridge))


def hand(points: Floats, size: float, _seed: int) -> Floats:
    """The back of a hand or a forearm: rounded, falling off to both sides."""
    return np.asarray(-(points[:, 1] ** 2) / (2 * max(2.2 * size, 38.0)))


def tray(points: Floats, _size: float, _seed: int) -> Floats:
    """The padded rolls of a jewellery box."""
    return np.asarray(-2.2 * (1 - np.abs(np.sin(np.pi * points[:, 1] / 16.0 + np.pi / 2))))


def toned(points: Floats, seed: int, tones: list[Rgb], unrest: float, scale: float) -> Floats:
    """One of some tones, drawn by the seed, with a little unrest."""
    tone = np.array(tones[seed % len(tones)])
    return np.asarray(np.clip(tone * (1 + unrest * waves(points, seed, scale)[:, None]), 0.005, 1))


def wood(points: Floats, seed: int) -> Floats:
    """Grain along x, in the colour of oak, walnut or beech."""
    light, dark = np.array(
        [
            [(0.46, 0.27, 0.13), (0.30, 0.16, 0.07)],
            [(0.17, 0.085, 0.045), (0.08, 0.04, 0.022)],
            [(0.62, 0.42, 0.25), (0.48, 0.30, 0.16)],
        ]
    )[seed % 3]
    bent = points[:, 1] + 5.0 * waves(points * [0.15, 1.0, 1.0], seed, 60.0)
    rings = 0.5 + 0.5 * np.sin(2 * np.pi * bent / (5.0 + seed % 5))
    fibre = 0.16 * waves(points * [0.05, 1.0, 1.0], seed + 1, 1.2)
    share = np.clip(rings**2 + fibre, 0, 1)[:, None]
    return np.asarray(light + (dark - light) * share)


def marble(points: Floats, seed: int) -> Floats:
    """White or black with veins."""
    vein = np.exp(-((waves(points, seed, 70.0) / 0.07) ** 2))
    cloud = 0.5 + 0.25 * waves(points, seed + 1, 40.0)
    white = seed % 4 > 0
    ground, line = (0.74, 0.34) if white else (0.03, 0.32)
    value = ground + (line - ground) * np.clip(0.75 * vein + 0.15 * cloud, 0, 1)
    return np.asarray(value[:, None] * np.array([1.0, 0.99, 0.97]))


def weave(points: Floats, seed: int) -> Floats:
    """Linen or wool: threads over and under."""
    colours = toned(
        points, seed, [(0.62, 0.55, 0.44), (0.34, 0.36, 0.40), (0.70, 0.68, 0.64),
                       (0.42, 0.12, 0.12), (0.16, 0.22, 0.34)], 0.1, 30.0,
    )  # fmt: skip
    thread = np.sin(points[:, 0] * 2 * np.pi / 1.3) * np.sin(points[:, 1] * 2 * np.pi / 1.3)
    return np.asarray(colours * (1 + 0.16 * thread[:, None]))


def skin(points: Floats, seed: int) -> Floats:
    """Six skin tones, from light to deep, mottled."""
    tones: list[Rgb] = [
        (0.66, 0.42, 0.32), (0.58, 0.35, 0.25), (0.50, 0.29, 0.19), (0.40, 0.21, 0.13),
        (0.25, 0.125, 0.075), (0.13, 0.062, 0.038),
    ]  # fmt: skip
    _, wall = cells(points, seed, 1.1)
    lines = 1 - 0.07 * np.clip(1 - wall / 0.12, 0, 1)
    return np.asarray(toned(points, seed, tones, 0.06, 22.0) * lines[:, None])


def velvet(points: Floats, seed: int) -> Floats:
    return toned(
        points, seed, [(0.02, 0.03, 0.10), (0.14, 0.012, 0.02), (0.014, 0.014, 0.016),
                       (0.02, 0.09, 0.06), (0.30, 0.28, 0.26)], 0.14, 12.0,
    )  # fmt: skip


def desk(points: Floats, seed: int) -> Floats:
    return toned(
        points, seed, [(0.30, 0.31, 0.32), (0.14, 0.145, 0.15), (0.55, 0.55, 0.54),
                       (0.78, 0.77, 0.75)], 0.03, 50.0,
    )  # fmt: skip


def shiny(roughness: float, specular: float, sheen: float = 0.0) -> dict[str, Any]:
    return {
        "type": "principled",
        "base_color": {"type": "mesh_attribute", "name": "vertex_color"},
        "roughness": roughness,
        "specular": specular,
        "sheen": sheen,
    }


COVERS = {
    "wood": Cover(wood, flat, shiny(0.42, 0.4)),
    "marble": Cover(marble, flat, shiny(0.16, 0.5)),
    "cloth": Cover(weave, folds, shiny(0.9, 0.1, 0.4)),
    "skin": Cover(skin, hand, shiny(0.5, 0.35)),
    "velvet": Cover(velvet, folds, shiny(0.9, 0.05, 1.0)),
    "box": Cover(velvet, tray, shiny(0.9, 0.05, 1.0)),
    "desk": Cover(desk, flat, shiny(0.55, 0.3)),
}


def surface(kind: str, size: float, seed: int) -> Surface:
    """A square of one cover under a piece `size` mm large, far wider than any picture of it."""
    cover = COVERS[kind]
    # Dense in the middle, where the piece is, and wide enough to fill a slanting view.
    line = np.linspace(-1, 1, GRID)
    line = 9.0 * size * (0.16 * line + 0.84 * line**5)
    x, y = np.meshgrid(line, line, indexing="ij")
    points = np.column_stack([x.ravel(), y.ravel(), np.zeros(x.size)])
    spin = np.radians(seed * 37 % 180)
    turned = points @ np.array(
        [[np.cos(spin), -np.sin(spin), 0], [np.sin(spin), np.cos(spin), 0], [0, 0, 1.0]]
    )
    z = cover.height(turned, size, seed).reshape(GRID, GRID)
    slope_x, slope_y = np.gradient(z, line, line)
    normals = np.column_stack([-slope_x.ravel(), -slope_y.ravel(), np.ones(x.size)])
    normals /= np.linalg.norm(normals, axis=1, keepdims=True)
    points[:, 2] = z.ravel()
    faces = grid_faces(GRID, GRID, False)
    faces = faces[np.ptp(faces % GRID, axis=1) < 2].ravel()
    colours = cover.colours(turned, seed)
    corners = (points[faces], normals[faces], colours[faces])
    if np.cross(*(corners[0][k] - corners[0][0] for k in (1, 2)))[2] < 0:
        order = np.arange(len(faces)).reshape(-1, 3)[:, ::-1].ravel()
        corners = (corners[0][order], corners[1][order], corners[2][order])
    return Surface(*corners, cover.bsdf)


def room_light(kind: str, turn_deg: float, seed: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    """An environment (128, 256, 3): window, lamp, office or a dim room for the flash."""
    height, width = 128, 256
    elevation = np.linspace(90, -90, height)[:, None] * np.ones(width)
    azimuth = np.linspace(-180, 180, width, endpoint=False)[None, :] * np.ones((height, 1))
    unrest = np.random.default_rng(seed).uniform(0.7, 1.3, (4, 8))
    patches = np.repeat(np.repeat(unrest, height // 4, axis=0), width // 8, axis=1)
    level = {"window": 0.3, "lamp": 0.16, "office": 0.45, "flash": 0.24}[kind]
    room = level * patches * (0.7 + 0.3 * np.sin(np.radians(np.clip(elevation, 0, 90))))

    def lit(at: float, half: float, low: float, high: float, power: float) -> None:
        away = np.abs((azimuth - at - turn_deg + 180) % 360 - 180)
        inside = (away < half) & (elevation > low) & (elevation < high)
        room[inside] = power

    warm = (1.0, 1.0, 1.0)
    if kind == "window":
        lit(0.0, 26.0, 14.0, 62.0, 5.0)
        lit(0.0, 1.2, 14.0, 62.0, 0.2)  # the window's bar
        warm = (0.94, 1.0, 1.1)
    elif kind == "lamp":
        lit(20.0, 9.0, 48.0, 66.0, 34.0)
        warm = (1.25, 0.95, 0.62)
    elif kind == "office":
        for at in (-50.0, 40.0, 140.0):
            lit(at, 9.0, 52.0, 76.0, 9.0)
        warm = (1.0, 1.02, 0.98)
    return (room[..., None] * np.array(warm)).astype(np.float32)
