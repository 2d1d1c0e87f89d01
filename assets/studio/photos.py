"""Photos of the pieces as shoppers take them: other angles, tables, lights, a phone's faults.

`python -m assets.studio photos [--split ...] [--per-product 4] [--seed 7] [--out DIR]
[--only ID ...]`

Every condition of a photo is drawn from a generator keyed by the seed, the piece and the photo's
number, and written to `photos.json` beside the photos; a run may be killed and started again.
"""

from __future__ import annotations

import hashlib
import json
import logging
import time
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import mitsuba as mi
import numpy as np

from assets.studio.backdrops import COVERS, room_light, surface
from assets.studio.build import build
from assets.studio.darkroom import develop_all
from assets.studio.designs import Design, read_designs
from assets.studio.dressing import shape_of, with_bsdf
from assets.studio.fittings import Part
from assets.studio.ledger import Ledger
from assets.studio.mesh import turn
from assets.studio.phone import Handling, developed
from assets.studio.scene import Stage, environment, staged
from assets.studio.splits import assigned, by_piece, families, read_geometries
from assets.studio.tracing import Effort, denoised, traced
from assets.studio.views import (
    FRONT,
    Camera,
    Shot,
    Stand,
    framed_points,
    grounded,
    lens,
    pair_posed,
    stood,
)

logger = logging.getLogger(__name__)
PHOTOS_DIR = Path(__file__).parent.parent / "photos"
REVISION = "1"  # raise it when a photo would come out otherwise for the same conditions
EFFORT = Effort(piece=16, elsewhere=6, clear=10)
SHAPES = ((240, 320), (320, 240), (288, 288))  # width, height
LIGHTS = ("window", "lamp", "office", "flash")


@dataclass(frozen=True)
class Conditions:
    """All that was chosen for one photo; degrees, shares of the frame, and `Handling`'s units."""

    backdrop: str
    backdrop_seed: int
    light: str
    light_deg: float
    size_px: tuple[int, int]
    elevation_deg: float
    yaw_deg: float
    lean_deg: float
    lying: bool
    fill: float
    fov_deg: float
    shift: tuple[float, float]
    roll_deg: float
    handling: Handling


def drawn(seed: int, product: str, number: int) -> Conditions:
    """The conditions of one photo; the same three arguments always give the same."""
    key = hashlib.sha256(f"{seed}/{product}/{number}".encode()).digest()
    random = np.random.default_rng(int.from_bytes(key[:8], "big"))

    def between(low: float, high: float) -> float:
        return round(float(random.uniform(low, high)), 3)

    def one_of(choices: Iterable[Any], shares: list[float] | None = None) -> Any:
        listed = list(choices)
        return listed[int(random.choice(len(listed), p=shares))]

    light = one_of(LIGHTS, [0.4, 0.25, 0.2, 0.15])
    return Conditions(
        backdrop=one_of(COVERS),
        backdrop_seed=int(random.integers(1, 10_000)),
        light=light,
        light_deg=between(-180, 180),
        size_px=one_of(SHAPES, [0.5, 0.25, 0.25]),
        elevation_deg=between(24, 74),
        yaw_deg=between(-62, 62),
        lean_deg=between(-22, 6),
        lying=bool(random.uniform() < 0.3),
        fill=between(0.42, 0.86),
        fov_deg=between(38, 62),
        shift=(between(-0.1, 0.1), between(-0.1, 0.1)),
        roll_deg=between(-9, 9),
        handling=handled(random, light),
    )


def handled(random: np.random.Generator, light: str) -> Handling:
    """How the phone was held, and what it made of the light."""

    def between(low: float, high: float) -> float:
        return round(float(random.uniform(low, high)), 3)

    blur = random.choice(["none", "defocus", "motion"], p=[0.55, 0.25, 0.2])
    red, blue = {"window": (0.98, 1.04), "lamp": (0.92, 1.3)}.get(light, (1.0, 1.0))
    return Handling(
        exposure_ev=between(-0.6, 0.6),
        red_gain=round(red * between(0.9, 1.1), 3),
        blue_gain=round(blue * between(0.86, 1.14), 3),
        defocus_px=between(0.6, 2.2) if blur == "defocus" else 0.0,
        motion_px=between(1.5, 5.0) if blur == "motion" else 0.0,
        motion_deg=between(0, 180),
        noise=between(0.004, 0.05 if light in ("lamp", "flash") else 0.03),
        vignette=between(0.0, 0.3),
        jpeg_quality=int(random.integers(40, 86)),
        frame=str(random.choice(["none", "light", "dark"], p=[0.85, 0.08, 0.07])),
        noise_seed=int(random.integers(1, 2**31)),
    )


def laid(design: Design, parts: list[Part], chosen: Conditions) -> list[Part]:
    """The piece as someone put it down."""
    if design.category == "earrings":
        if chosen.lying:
            return flat_pair(parts, chosen.yaw_deg)
        return pair_posed(parts, (chosen.yaw_deg, 0.5 * chosen.yaw_deg - 18.0), 0.75)
    if design.category in ("ring", "bangle") and chosen.lying:
        tipped = [part.turned(turn("x", 90.0 - 0.6 * chosen.lean_deg)) for part in parts]
        return grounded([part.turned(turn("z", 2.0 * chosen.yaw_deg)) for part in tipped])
    return stood(design, parts, Stand(0.0, chosen.yaw_deg, chosen.lean_deg))


def flat_pair(parts: list[Part], yaw_deg: float) -> list[Part]:
    """Two earrings on their backs, not quite alike."""
    points = np.concatenate([part.mesh.vertices for part in parts])
    gap = 0.65 * float(np.ptp(points[:, 0])) + 1.0
    pair = []
    for side, spin in ((-1.0, 0.35 * yaw_deg), (1.0, 0.35 * yaw_deg - 24.0)):
        one = grounded([part.turned(turn("z", spin)) for part in parts])
        pair += [part.moved(x=side * gap) for part in one]
    return pair


def aimed(camera: Camera, chosen: Conditions) -> Camera:
    """The camera a little off the middle and not quite level."""
    roll = np.radians(chosen.roll_deg)
    across = 2 * camera.distance_mm * np.tan(np.radians(chosen.fov_deg / 2))
    shift = across * (chosen.shift[0] * camera.right + chosen.shift[1] * camera.up)
    return Camera(
        camera.target + shift,
        camera.backward,
        np.cos(roll) * camera.up + np.sin(roll) * camera.right,
        camera.size_px,
        camera.distance_mm,
        camera.fov_deg,
    )


def photo_stage(design: Design, chosen: Conditions) -> Stage:
    """The piece on its backdrop in its light, before the phone."""
    parts = laid(design, build(design), chosen)
    near = 0.45 if design.category == "necklace" and chosen.fill > 0.62 else 1.0
    points = framed_points(design, parts, near)
    middle = (points.min(axis=0) + points.max(axis=0)) / 2
    parts = [part.moved(-middle[0], -middle[1]) for part in parts]
    points = points - [middle[0], middle[1], 0.0]
    size = max(float(np.ptp(points, axis=0).max()), 12.0)
    width, height = chosen.size_px
    elevation = max(chosen.elevation_deg, FRONT[design.category].elevation_deg - 24.0)
    fill = chosen.fill * min(1.0, height / width)
    stand = Stand(elevation, fill=fill, fov_deg=chosen.fov_deg)
    camera = aimed(lens(stand, points, chosen.size_px), chosen)
    cover = surface(chosen.backdrop, size, chosen.backdrop_seed)
    ground = shape_of("ground", (cover.positions, cover.normals), colours=cover.colours)
    around: dict[str, Any] = {
        "light": environment(room_light(chosen.light, chosen.light_deg, chosen.backdrop_seed)),
        "ground": with_bsdf(ground, {"type": "twosided", "inner": cover.bsdf}),
    }
    if chosen.light == "flash":
        around["flash"] = flash(camera)
    return staged(design, Shot(parts, camera), around)


def flash(camera: Camera) -> dict[str, Any]:
    """A phone's lamp: a small bright ball beside the lens."""
    reach = camera.distance_mm
    centre = camera.origin + 0.06 * reach * camera.up - 0.04 * reach * camera.right
    return {
        "type": "sphere",
        "center": centre.tolist(),
        "radius": 0.02 * reach,
        "emitter": {"type": "area", "radiance": {"type": "rgb", "value": [2600.0] * 3}},
    }


@dataclass(frozen=True)
class Task:
    """A photo to take: of which piece, its number, under which conditions."""

    design: Design
    number: int
    conditions: Conditions
    inputs: str


def take(task: Task) -> bytes:
    """One photo's JPEG bytes."""
    mi.set_log_level(mi.LogLevel.Error)
    stage = photo_stage(task.design, task.conditions)
    return developed(denoised(traced(stage, EFFORT)), task.conditions.handling)


def split_by_piece() -> dict[str, str]:
    members = families()
    return by_piece(members, assigned(members, read_geometries()))


def take_all(split: str | None, only: Iterable[str], per_product: int, seed: int, out: Path) -> int:
    """Takes the photos that are missing or whose piece has changed; returns how many."""
    chosen_ids, splits = set(only), split_by_piece()
    ledger = Ledger.read(out / "photos.json", out)
    due = []
    for design in read_designs():
        if (chosen_ids and design.id not in chosen_ids) or split not in (None, splits[design.id]):
            continue
        for number in range(per_product):
            conditions = drawn(seed, design.id, number)
            told = json.dumps(asdict(conditions), sort_keys=True)
            inputs = design.picture_hash(f"{REVISION}/{EFFORT}/{told}")
            if not ledger.holds(f"{design.id}/{number}", inputs):
                due.append(Task(design, number, conditions, inputs))
    made, started = 0, time.perf_counter()
    for done, (task, data) in enumerate(develop_all(take, due), start=1):
        name = f"{task.design.id}-{task.number}"
        if isinstance(data, str):
            logger.warning("%s cannot be taken: %s", name, data)
            continue
        more = {
            "product": task.design.id,
            "split": splits[task.design.id],
            "conditions": asdict(task.conditions),
        }
        key = f"{task.design.id}/{task.number}"
        ledger.write(key, task.inputs, f"{name}.jpg", data, **more)
        made += 1
        each = (time.perf_counter() - started) / done
        logger.info(
            "%s %d kB, %d of %d, %.1f s each, %.0f min left",
            name, len(data) // 1024, done, len(due), each, each * (len(due) - done) / 60,
        )  # fmt: skip
    return made
