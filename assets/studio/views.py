"""Where a piece stands and where the camera looks from, for each kind of picture; numpy alone.

Three worlds of axes, all in mm. A builder's: x right, y up the face (or along the finger), z out of
it. The table's: z up, the camera looking along +y. A worn one, for cutouts: x right, y up, z
towards the viewer. Pixels run from the top left corner of the picture, x right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import Part
from assets.studio.mesh import Floats, turn

FIELD_OF_VIEW_DEG = 16.0


@dataclass(frozen=True)
class Camera:
    """A lens, or a parallel one where `fov_deg` is None: then every pixel is `mm_per_px` wide.

    `backward` is the unit vector from the target to the camera; `fov_deg` spans the width.
    """

    target: Floats
    backward: Floats
    up: Floats
    size_px: tuple[int, int]  # width, height
    distance_mm: float
    fov_deg: float | None = FIELD_OF_VIEW_DEG
    mm_per_px: float = 0.0

    @property
    def origin(self) -> Floats:
        return np.asarray(self.target + self.backward * self.distance_mm)

    @property
    def right(self) -> Floats:
        return np.cross(self.up, self.backward)

    def project(self, points: Floats) -> Floats:
        """Pixels (N, 2) of points (N, 3)."""
        away = np.atleast_2d(points) - self.target
        flat = np.column_stack([away @ self.right, -(away @ self.up)])
        middle = np.array(self.size_px) / 2
        if self.fov_deg is None:
            return np.asarray(middle + flat / self.mm_per_px)
        depth = self.distance_mm - away @ self.backward
        focal = middle[0] / np.tan(np.radians(self.fov_deg / 2))
        return np.asarray(middle + focal * flat / depth[:, None])


@dataclass(frozen=True)
class Shot:
    """A posed piece before a camera."""

    parts: list[Part]
    camera: Camera


@dataclass(frozen=True)
class Stand:
    """How a piece stands on the table and how it is seen: the camera's height in degrees, the
    piece's turn about the vertical and its lean, and the share of the frame that it fills.
    """

    elevation_deg: float
    yaw_deg: float = 0.0
    lean_deg: float = 0.0
    fill: float = 0.72
    near: float = 1.0  # share of a strand's depth that is framed, from its front
    fov_deg: float = FIELD_OF_VIEW_DEG


FRONT = {
    "ring": Stand(30.0, 34.0, -14.0, 0.7),
    "bangle": Stand(24.0, 40.0, -6.0),
    "earrings": Stand(19.0, fill=0.8),
    "necklace": Stand(66.0, fill=0.84),
    "pendant": Stand(66.0, fill=0.62),
    "bracelet": Stand(48.0, fill=0.8),
    "anklet": Stand(48.0),
    "brooch": Stand(66.0),
}
ANGLE = {
    "ring": Stand(56.0, -28.0, -14.0, 0.78),
    "bangle": Stand(46.0, -32.0, -6.0, 0.8),
    "earrings": Stand(9.0, fill=0.86),
    "necklace": Stand(44.0, 12.0, fill=0.92, near=0.1),
    "pendant": Stand(34.0, 30.0, fill=0.7),
    "bracelet": Stand(42.0, -18.0, fill=0.94, near=0.14),
    "anklet": Stand(42.0, -18.0, fill=0.94, near=0.14),
    "brooch": Stand(34.0, -32.0, fill=0.78),
}
EAR_YAWS = {"front": (10.0, -20.0), "angle": (38.0, -46.0)}
HOOP_YAWS = {"front": (52.0, 24.0), "angle": (12.0, -30.0)}


def is_hoop(design: Design) -> bool:
    """A hoop lies in the plane of the profile, so from in front it is turned."""
    return design.model == "hoop"


def grounded(parts: list[Part]) -> list[Part]:
    """The parts resting on the table, z = 0."""
    low = min(float(part.mesh.vertices[:, 2].min()) for part in parts)
    return [part.moved(z=-low) for part in parts]


def stood(design: Design, parts: list[Part], stand: Stand) -> list[Part]:
    """The parts on the table as a stand says: rings and bangles upright, all else lying flat."""
    rotation = turn("z", stand.yaw_deg)
    if design.category in ("ring", "bangle"):
        rotation = rotation @ turn("x", -stand.lean_deg)
    return grounded([part.turned(rotation) for part in parts])


def pair_posed(parts: list[Part], yaws: tuple[float, float], gap_share: float = 0.7) -> list[Part]:
    """Two earrings side by side, upright, each turned by its yaw."""
    upright = turn("x", 90.0)
    motif = np.concatenate([part.mesh.vertices for part in parts])
    wide = float(np.ptp(motif[:, 0]))
    gap = wide * gap_share + 0.8
    placed: list[Part] = []
    for side, yaw in zip((-1.0, 1.0), yaws, strict=True):
        rotation = turn("z", yaw) @ upright
        one = grounded([part.turned(rotation) for part in parts])
        placed += [part.moved(x=side * gap, y=0.0 if side < 0 else wide * 0.25) for part in one]
    return placed


def framed_points(design: Design, parts: list[Part], near: float = 1.0) -> Floats:
    """What the camera frames: the motif of a pendant, the front of a necklace, else everything."""
    shown = [p for p in parts if not p.chain] if design.category == "pendant" else parts
    points = np.concatenate([part.mesh.vertices for part in shown or parts])
    front = points[:, 1] - points[:, 1].min()
    if "front_mm" in design.shape and near == 1.0:
        return np.asarray(points[front < design.mm("front_mm", 70.0)])
    return np.asarray(points[front <= near * front.max()])


def lens(stand: Stand, points: Floats, size_px: tuple[int, int]) -> Camera:
    """A long lens that centres the points (N, 3) and lets them fill their share of the frame."""
    elevation = np.radians(stand.elevation_deg)
    backward = np.array([0.0, -np.cos(elevation), np.sin(elevation)])
    up = np.array([0.0, np.sin(elevation), np.cos(elevation)])
    flat = np.column_stack([points[:, 0], points @ up])
    low, high = flat.min(axis=0), flat.max(axis=0)
    middle = (low + high) / 2
    target = (
        np.array([middle[0], 0.0, 0.0]) + middle[1] * up + (points @ backward).mean() * backward
    )
    span = float((high - low).max())
    distance = span / stand.fill / 2 / np.tan(np.radians(stand.fov_deg / 2))
    return Camera(target, backward, up, size_px, distance, stand.fov_deg)


def front_shot(design: Design, parts: list[Part], size_px: int = 640) -> Shot:
    """The catalogue's main picture; a design may ask for its own camera, fill, yaw or lean."""
    usual = FRONT[design.category]
    stand = Stand(
        design.mm("camera_deg", usual.elevation_deg),
        design.mm("yaw_deg", usual.yaw_deg),
        design.mm("lean_deg", usual.lean_deg),
        design.mm("fill", usual.fill),
    )
    return shot_on_table(design, parts, stand, "front", size_px)


def angle_shot(design: Design, parts: list[Part], size_px: int = 480) -> Shot:
    """A second look: rings from above and the other side, strands from close by."""
    return shot_on_table(design, parts, ANGLE[design.category], "angle", size_px)


def shot_on_table(design: Design, parts: list[Part], stand: Stand, view: str, size_px: int) -> Shot:
    if design.category == "earrings":
        hoops = is_hoop(design)
        yaws = HOOP_YAWS[view] if hoops else EAR_YAWS[view]
        placed = pair_posed(parts, yaws, 0.55 if hoops else 0.7)
    else:
        placed = stood(design, parts, stand)
    points = framed_points(design, placed, stand.near)
    return Shot(placed, lens(stand, points, (size_px, size_px)))
