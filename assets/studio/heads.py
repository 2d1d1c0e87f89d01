"""What rises from a ring's band: a set stone, small stones on the shoulders, halos round a stone.

Axes as in `bands`: the finger along y, the head at +z. `halo_round` works in the stone's own frame
and serves earrings and pendants too.
"""

from __future__ import annotations

import numpy as np

from assets.studio.bands import top_of
from assets.studio.designs import Design, Stone
from assets.studio.fittings import (
    Part,
    arc,
    metal,
    mounted,
    place,
    ring_of,
    row_of_melee,
    slab_profile,
)
from assets.studio.gems import outline
from assets.studio.mesh import Floats

UP = np.array([0.0, 0.0, 1.0])
ALONG_FINGER = np.array([0.0, 1.0, 0.0])


def head(
    design: Design, index: int, at: Floats, normal: Floats, up: Floats = ALONG_FINGER
) -> list[Part]:
    """One stone in the design's setting, its girdle at `at` and its length along `up`."""
    gem = design.stones[index]
    prongs = int(design.shape.get("prongs", 4))
    return place(mounted(index, gem, design.setting, prongs), at, normal, up)


def shoulder_stones(design: Design, index: int, reach_mm: float) -> list[Part]:
    """Melee along both shoulders from `reach_mm` off the middle, a little proud of the band."""
    gem = design.stones[index]
    top = top_of(design)
    radius = top + 0.28 * gem.width_mm
    first = np.degrees(np.arctan2(reach_mm, top))
    gap = np.degrees(gem.width_mm * 1.12 / top)
    per_side = gem.count // 2
    parts: list[Part] = []
    for side in (1, -1):
        spots, normals = arc(radius, side * first, side * (first + gap * (per_side - 1)), per_side)
        parts += row_of_melee(index, spots, normals, gem.width_mm)
    return parts


def spaced(shape: Floats, count: int, shift: float = 0.0) -> tuple[Floats, Floats]:
    """Evenly spaced points (N, 2) along a closed outline, and their outward normals (N, 2)."""
    dense = np.concatenate([shape, shape[:1]])
    steps = np.concatenate([[0], np.cumsum(np.linalg.norm(np.diff(dense, axis=0), axis=1))])

    def at(distance: Floats) -> Floats:
        return np.column_stack([np.interp(distance, steps, dense[:, i]) for i in (0, 1)])

    even = (np.arange(count) + shift) / count * steps[-1]
    ahead = at((even + 0.01 * steps[-1]) % steps[-1]) - at((even - 0.01 * steps[-1]) % steps[-1])
    outward = np.column_stack([ahead[:, 1], -ahead[:, 0]])
    return at(even), outward / np.linalg.norm(outward, axis=1, keepdims=True)


def halo_round(
    index: int, centre: Stone, small: Stone, z: float, inner_rows_mm: float = 0.0
) -> list[Part]:
    """Melee in a closed row just outside a centre stone's girdle, in that stone's frame; a second
    row starts `inner_rows_mm` farther out.
    """
    grow = small.width_mm * 1.08 + 0.2 + 2 * inner_rows_mm
    rim = outline(centre.cut, centre.length_mm + grow, centre.width_mm + grow, 240)
    around, _ = spaced(rim, small.count)
    spots = np.column_stack([around, np.full(small.count, z)])
    parts = row_of_melee(index, spots, np.tile(UP, (small.count, 1)), small.width_mm)
    rail = slab_profile(small.width_mm * 1.05, small.width_mm * 0.3, 20, 5.0)
    return [*parts, metal(ring_of(rim, rail, z - 0.42 * small.width_mm))]


def hidden_halo(index: int, centre: Stone, small: Stone) -> list[Part]:
    """Melee set sideways in a collar under the girdle, seen only from the side."""
    z = -0.3 * centre.width_mm
    collar = outline(centre.cut, 0.84 * centre.length_mm, 0.84 * centre.width_mm, 240)
    around, outward = spaced(collar, small.count, 0.5)
    spots = np.column_stack([around, np.full(small.count, z)])
    normals = np.column_stack([outward, np.full(small.count, 0.12)])
    rail = slab_profile(0.45, small.width_mm * 1.15, 20, 5.0)
    parts = row_of_melee(index, spots, normals, small.width_mm)
    return [*parts, metal(ring_of(collar, rail, z, 1 - 0.5 * small.width_mm / centre.width_mm))]
