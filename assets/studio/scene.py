"""The studio: a pale sweep of paper, soft boxes and small lamps, and the piece posed before a lens.

Lengths are mm; the table is z = 0 and the camera looks along +y from -y.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import mitsuba as mi
import numpy as np

from assets.studio.designs import Design
from assets.studio.dressing import (
    SMOOTH_EDGE_DEG,
    dressed,
    merged,
    shape_of,
    split_edges,
    with_bsdf,
)
from assets.studio.gem_colours import is_clear
from assets.studio.mesh import Mesh
from assets.studio.optics import indices
from assets.studio.views import Camera, Shot

PAPER = (0.86, 0.846, 0.825)
LAMPS = (  # azimuth, elevation, half width in degrees: small and bright, for the stones to flash in
    (-62, 50, 3.6), (-100, 72, 1.4), (-28, 66, 1.3), (24, 58, 1.5), (70, 64, 1.3), (115, 48, 1.6),
    (160, 70, 1.4), (-150, 56, 1.4), (-8, 80, 1.3), (48, 36, 1.3), (-82, 30, 1.3), (178, 38, 1.6),
    (-40, 38, 1.2), (96, 76, 1.3), (12, 44, 1.2), (-120, 40, 1.4),
)  # fmt: skip
LAMP_RADIANCE = 60.0
PIECE = "part"  # how the names of the piece's own shapes begin
Radiance = np.ndarray[Any, np.dtype[np.float32]]


@dataclass(frozen=True)
class Stage:
    """A scene, the size of its picture, and the refractive indices (red, green, blue) of each clear
    stone in it by the name of Mitsuba's parameter.
    """

    scene: mi.Scene
    size_px: tuple[int, int]  # width, height
    alpha: bool = False
    clear: dict[str, tuple[float, float, float]] = field(default_factory=dict)


def soft_boxes(design: Design, room_level: float = 0.2) -> Radiance:
    """An environment (H, W, 3): warm grey room, a large box overhead, one at each side, dark gaps
    between, and lamps.

    Rows run from the zenith down; columns round the horizon. Radiance is relative: the picture is
    exposed afterwards.
    """
    height, width = 512, 1024
    elevation = np.linspace(90, -90, height)[:, None] * np.ones(width)
    azimuth = np.linspace(-180, 180, width, endpoint=False)[None, :] * np.ones((height, 1))
    room = np.full((height, width), room_level)
    room *= 0.55 + 0.45 * np.sin(np.radians(np.clip(elevation, 0, 90)))

    def box(centre_az: float, half_az: float, low: float, high: float, power: float) -> None:
        away = np.abs((azimuth - centre_az + 180) % 360 - 180)
        inside = np.clip((half_az - away) / 5 + 0.5, 0, 1) * np.clip(
            (elevation - low) / 5 + 0.5, 0, 1
        )
        inside *= np.clip((high - elevation) / 5 + 0.5, 0, 1)
        room[:] = room * (1 - inside) + power * inside

    box(0, 180, 64, 95, 2.6)
    overhead = np.clip((elevation - 60) / 8, 0, 1)
    room *= 1 - overhead * (0.42 - 0.42 * np.cos(np.radians(azimuth + 70)))
    box(-75, 32, 8, 58, 3.4)
    box(80, 26, 5, 52, 2.2)
    box(178, 30, 18, 50, 1.2)
    box(-20, 16, -5, 60, 0.02)
    box(38, 16, -5, 60, 0.02)
    box(130, 22, -5, 60, 0.02)
    box(-130, 22, -5, 60, 0.02)
    for lamp_azimuth, lamp_elevation, half in LAMPS:
        across = (azimuth - lamp_azimuth + 180) % 360 - 180
        across *= np.cos(np.radians(lamp_elevation))
        lit = np.clip((half - np.hypot(across, elevation - lamp_elevation)) / 0.6 + 0.5, 0, 1)
        room[:] = room * (1 - lit) + LAMP_RADIANCE * lit
    if design.mm("light", 1.0) != 1.0:
        room **= design.mm("light", 1.0)
    return np.stack([room * 1.02, room, room * 0.965], axis=-1).astype(np.float32)


def paper_sweep(size: float) -> Mesh:
    """Floor curving up into a wall far behind the piece."""
    bend = np.linspace(0, np.pi / 2, 24)
    radius = 1.2 * size
    profile = np.concatenate(
        [
            [[-6 * size, 0.0]],
            np.column_stack([2.2 * size + radius * np.sin(bend), radius * (1 - np.cos(bend))]),
            [[2.2 * size + radius, 7 * size]],
        ]
    )
    rows = np.stack(
        [np.column_stack([np.full(len(profile), x), profile]) for x in (-9 * size, 9 * size)]
    )
    count = len(profile)
    cell = np.arange(count - 1)
    faces = np.concatenate(
        [
            np.column_stack([cell, cell + count, cell + 1]),
            np.column_stack([cell + 1, cell + count, cell + count + 1]),
        ]
    )
    return Mesh(rows.reshape(-1, 3), faces)


def sensor_of(camera: Camera) -> dict[str, Any]:
    """Mitsuba's sensor for a camera of ours."""
    width, height = camera.size_px
    toward = mi.ScalarTransform4f().look_at(
        origin=camera.origin.tolist(), target=camera.target.tolist(), up=camera.up.tolist()
    )
    sensor: dict[str, Any] = {
        "near_clip": 1.0,
        "far_clip": 1e5,
        "film": {
            "type": "hdrfilm",
            "width": width,
            "height": height,
            "rfilter": {"type": "box"},
            "pixel_format": "rgb",
        },
    }
    if camera.fov_deg is not None:
        return sensor | {"type": "perspective", "fov": camera.fov_deg, "to_world": toward}
    half = width * camera.mm_per_px / 2
    scaled = toward @ mi.ScalarTransform4f().scale([half, half, 1.0])
    return sensor | {"type": "orthographic", "to_world": scaled}


def environment(radiance: Radiance) -> dict[str, Any]:
    return {
        "type": "envmap",
        "bitmap": mi.Bitmap(radiance),
        "to_world": mi.ScalarTransform4f().rotate([1, 0, 0], 90),
    }


def paper(size: float) -> mi.Mesh:
    return with_bsdf(
        shape_of("paper", split_edges(paper_sweep(max(size, 20.0)), SMOOTH_EDGE_DEG)),
        {
            "type": "twosided",
            "inner": {"type": "diffuse", "reflectance": {"type": "rgb", "value": list(PAPER)}},
        },
    )


def staged(design: Design, shot: Shot, around: dict[str, Any], alpha: bool = False) -> Stage:
    """The piece before its camera, with whatever stands and shines around it."""
    everything: dict[str, Any] = {
        "type": "scene",
        "integrator": {"type": "path", "max_depth": 14, "rr_depth": 6, "hide_emitters": alpha},
        "sensor": sensor_of(shot.camera),
        **around,
    }
    clear = {}
    for i, part in enumerate(merged(shot.parts)):
        everything[f"{PIECE}{i}"] = dressed(f"{PIECE}{i}", part, design)
        if part.material == "stone" and is_clear(gem := design.stones[part.stone]):
            clear[f"{PIECE}{i}.bsdf.eta"] = indices(gem.stone)
    return Stage(mi.load_dict(everything), shot.camera.size_px, alpha, clear)


def on_paper(design: Design, shot: Shot) -> Stage:
    """A catalogue picture: paper below and behind, soft boxes and lamps."""
    size = float(np.linalg.norm(np.ptp(np.concatenate([p.mesh.vertices for p in shot.parts]), 0)))
    return staged(design, shot, {"light": environment(soft_boxes(design)), "paper": paper(size)})


def in_the_air(design: Design, shot: Shot) -> Stage:
    """A cutout: light alone, in a brighter room, since no paper throws any back."""
    return staged(design, shot, {"light": environment(soft_boxes(design, 1.3))}, alpha=True)
