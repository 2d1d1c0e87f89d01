"""Pieces as they are worn, seen square on without perspective: the cutouts' poses; numpy alone.

In a worn piece's axes x is to the right, y up and z towards the viewer. A cutout's camera is
parallel, so `mm_per_px` is exact and the same everywhere in it.

- Ring and bangle: along the stone's own axis, the finger or wrist running up the picture. Only the
  half towards the viewer is there; the finger hides the other.
- Bracelet and anklet: the same, with the strand rolled so that what lay face up now faces outwards.
- Earrings: one, hanging upright from its lobe; a hoop is turned out of the profile.
- Necklace and pendant: the front drape as it hangs. The strand is cut where it is widest, which is
  where it turns round the sides of the neck; `left` and `right` are there.
- Brooch: upright, from in front.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from assets.studio.designs import Design
from assets.studio.fittings import Part
from assets.studio.mesh import Floats, Mesh, turn
from assets.studio.views import Camera, Shot, is_hoop

LONGEST_PX = 512
MARGIN_PX = 8
FINEST_MM_PER_PX = 0.03  # a stud need not fill the frame
HOOP_YAW_DEG = 38.0
ELEVATION_DEG = 52.0  # the light's tilt: the piece faces that high into the studio's environment
WRIST_OVAL = 0.86  # height of the oval that strands are laid in, as a share of its width
TOWARDS_VIEWER, DOWN = np.array([0.0, 0.0, 1.0]), np.array([0.0, -1.0, 0.0])
BEHIND_EAR = ("push back", "screw back", "clip")

Anchors = Mapping[str, Floats]


@dataclass(frozen=True)
class Worn:
    """Parts and anchors (3,) in worn axes, mm."""

    parts: list[Part]
    anchors: Anchors


def worn(design: Design, parts: list[Part]) -> Worn:
    """The piece as it is worn, by its category."""
    if design.category in ("ring", "bangle"):
        return worn_round_finger(design, parts)
    if design.category in ("bracelet", "anklet"):
        return worn_round_wrist(design, parts)
    if design.category == "earrings":
        return worn_on_ear(design, parts)
    if design.category in ("necklace", "pendant"):
        return worn_at_neck(design, parts)
    points = corners_of(parts)
    return Worn(parts, {"pin": pin_at(parts), "bottom": lowest(points)})


def worn_design(design: Design) -> Design:
    """The design as it is built for wearing: a necklace laid in its full width, not narrow."""
    shape = {key: value for key, value in design.shape.items() if key != "front_mm"}
    return replace(design, shape=shape)


def corners_of(parts: list[Part]) -> Floats:
    return np.concatenate([part.mesh.vertices for part in parts])


def lowest(points: Floats) -> Floats:
    return np.asarray(points[np.argmin(points[:, 1])])


def kept(parts: list[Part], direction: Floats, above: float) -> list[Part]:
    """The triangles whose middle lies on or beyond a distance along a direction (3,)."""
    halves = []
    for part in parts:
        middle = part.mesh.vertices[part.mesh.faces].mean(axis=1) @ direction
        faces = part.mesh.faces[middle >= above]
        if len(faces):
            used, renamed = np.unique(faces, return_inverse=True)
            mesh = Mesh(part.mesh.vertices[used], renamed.reshape(-1, 3))
            halves.append(replace(part, mesh=mesh))
    return halves


def near_half(parts: list[Part]) -> list[Part]:
    """What is not hidden by the finger: stones whole or not at all, metal cut at the middle."""
    stones = [p for p in parts if p.material == "stone" and np.ptp(p.mesh.vertices[:, 2]) < 12.0]
    others = [p for p in parts if not any(p is one for one in stones)]
    return [p for p in stones if p.mesh.vertices[:, 2].mean() >= 0.0] + kept(
        others, TOWARDS_VIEWER, 0.0
    )


def worn_round_finger(design: Design, parts: list[Part]) -> Worn:
    """Builders already run the finger along y with the head at +z; of a pair the first is worn."""
    shown = near_half([part for part in parts if not part.chain])
    points = corners_of(shown)
    radius = design.inner_mm / 2
    return Worn(
        shown,
        {
            "left": np.array([-radius, 0.0, 0.0]),
            "right": np.array([radius, 0.0, 0.0]),
            "centre": np.zeros(3),
            "top": np.array([0.0, 0.0, float(points[:, 2].max())]),
        },
    )


def worn_round_wrist(design: Design, parts: list[Part]) -> Worn:
    """A strand laid flat in an oval, each cross-section rolled outwards by a quarter turn."""
    length = design.mm("length_mm", 180.0)
    half = length / oval_length(1.0, WRIST_OVAL)
    rolled = [replace(part, mesh=rolled_out(part.mesh, half)) for part in parts]
    to_viewer = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, -1.0, 0.0]])
    shown = near_half([part.turned(to_viewer) for part in rolled])
    return Worn(
        shown,
        {
            "left": np.array([-half, 0.0, 0.0]),
            "right": np.array([half, 0.0, 0.0]),
            "centre": np.array([0.0, 0.0, half * WRIST_OVAL]),
        },
    )


def oval_length(a: float, b: float) -> float:
    """Perimeter of an ellipse (Ramanujan 1914)."""
    h = ((a - b) / (a + b)) ** 2
    return float(np.pi * (a + b) * (1 + 3 * h / (10 + np.sqrt(4 - 3 * h))))


def rolled_out(mesh: Mesh, half: float) -> Mesh:
    """Points turned about the oval's line, face up becoming face out; small solids stay rigid."""
    points = mesh.vertices
    small = np.ptp(points, axis=0).max() < 0.5 * half
    at = points.mean(axis=0, keepdims=True) if small else points
    angle = np.arctan2(at[:, 1] / WRIST_OVAL, at[:, 0])
    cosine, sine = np.cos(angle), np.sin(angle)
    spot = half * np.column_stack([cosine, WRIST_OVAL * sine, np.zeros_like(angle)])
    outward = np.column_stack([WRIST_OVAL * cosine, sine, np.zeros_like(angle)])
    outward /= np.linalg.norm(outward, axis=1, keepdims=True)
    along = np.column_stack([-outward[:, 1], outward[:, 0], np.zeros_like(angle)])
    away = points - spot
    out, ahead = (away * outward).sum(axis=1), (away * along).sum(axis=1)
    turned = spot + along * ahead[:, None] + outward * away[:, 2:]
    turned[:, 2] -= out
    return Mesh(turned, mesh.faces)


def worn_on_ear(design: Design, parts: list[Part]) -> Worn:
    """One earring upright; its lobe is where the post runs, or the top of its hook or hoop."""
    if is_hoop(design):
        parts = [part.turned(turn("y", HOOP_YAW_DEG)) for part in parts]
    points = corners_of(parts)
    metal = corners_of([part for part in parts if part.material != "stone"] or parts)
    if design.clasp in BEHIND_EAR and not is_hoop(design):
        behind = metal[metal[:, 2] < metal[:, 2].min() + 0.6].mean(axis=0)
        lobe = np.array([behind[0], behind[1], 0.0])
    else:
        top = metal[metal[:, 1] > metal[:, 1].max() - 0.3].mean(axis=0)
        lobe = np.array([top[0], metal[:, 1].max(), top[2]])
    return Worn(parts, {"lobe": lobe, "bottom": lowest(points)})


def worn_at_neck(design: Design, parts: list[Part]) -> Worn:
    """The drape below the strand's widest place; a pendant sold without a chain hangs by its bail,
    which is then its left and right too.
    """
    strand = [part for part in parts if part.chain] or parts
    has_strand = design.category == "necklace" or "length_mm" in design.shape
    motif = [part for part in parts if not part.chain] or parts
    bail = np.array([0.0, float(corners_of(motif)[:, 1].max()), 0.0])
    anchors = {"left": bail, "right": bail, "bottom": lowest(corners_of(parts))}
    if has_strand:
        points = corners_of(strand)
        height = float(points[np.argmax(points[:, 0]), 1])
        if not is_open(points, height):
            parts = kept(parts, DOWN, -height)
        ends = points[np.abs(points[:, 1] - height) < 3.0]
        for name, side in (("left", -1.0), ("right", 1.0)):
            x = ends[ends[:, 0] * side > 0, 0]
            anchors[name] = np.array([(x.min() + x.max()) / 2, height, 0.0])
    if design.category == "pendant":
        anchors["bail"] = bail
    return Worn(parts, anchors)


def is_open(points: Floats, height: float) -> bool:
    """Whether the strand already ends at its widest place."""
    return bool(points[:, 1].max() - height < 1.0)


def pin_at(parts: list[Part]) -> Floats:
    """The middle of a brooch's pin: its rearmost metal."""
    points = corners_of([part for part in parts if part.material != "stone"] or parts)
    behind = points[points[:, 2] < points[:, 2].min() + 0.5]
    return np.asarray((behind.min(axis=0) + behind.max(axis=0)) / 2)


@dataclass(frozen=True)
class Cutout:
    """A worn piece before its parallel camera, and where its anchors fall in px."""

    shot: Shot
    anchors_px: dict[str, tuple[float, float]]


def cutout(design: Design, parts: list[Part], longest_px: int = LONGEST_PX) -> Cutout:
    """The piece framed tightly, turned towards the studio's light; `parts` are those of
    `worn_design(design)`.
    """
    piece = worn(design, parts)
    elevation = np.radians(ELEVATION_DEG)
    backward = np.array([0.0, -np.cos(elevation), np.sin(elevation)])
    up = np.array([0.0, np.sin(elevation), np.cos(elevation)])
    to_studio = np.column_stack([[1.0, 0.0, 0.0], up, backward])
    points = corners_of(piece.parts)
    low, high = points.min(axis=0), points.max(axis=0)
    scale = max(float((high - low)[:2].max()) / (longest_px - 2 * MARGIN_PX), FINEST_MM_PER_PX)
    width, height = (int(np.ceil(side / scale)) + 2 * MARGIN_PX for side in (high - low)[:2])
    camera = Camera(
        target=to_studio @ ((low + high) / 2),
        backward=backward,
        up=up,
        size_px=(min(width, longest_px), min(height, longest_px)),
        distance_mm=float(np.linalg.norm(high - low)) + 50.0,
        fov_deg=None,
        mm_per_px=scale,
    )
    placed = {
        name: tuple(np.round(camera.project(to_studio @ at)[0], 2).tolist())
        for name, at in piece.anchors.items()
    }
    return Cutout(Shot([part.turned(to_studio) for part in piece.parts], camera), placed)
