"""Bangles: their inner diameter is the size stated, and gold ones weigh what gold ones weigh."""

from __future__ import annotations

import numpy as np
import pytest

from assets.studio.build import build, measure
from assets.studio.designs import Design, read_designs
from assets.studio.dragonphoenix import bent
from assets.studio.mesh import ellipsoid

DESIGNS = {design.id: design for design in read_designs()}
BANGLES = [design for design in DESIGNS.values() if design.category == "bangle"]
FIRST = list({design.geometry: design for design in reversed(BANGLES)}.values())


def inner_mm(design: Design) -> float:
    """Twice the distance from the wrist's axis (y) to the nearest metal or stone of the lower half,
    clear of what is set at an opening.
    """
    points = np.concatenate([part.mesh.vertices for part in build(design)])
    points = points[points[:, 2] < -0.2 * design.mm("bangle_mm", 0.0)]
    return 2 * float(np.hypot(points[:, 0], points[:, 2]).min())


def test_there_are_enough_bangles() -> None:
    assert len(BANGLES) >= 27
    assert len(FIRST) >= 8


@pytest.mark.parametrize(
    "design",
    [d for d in FIRST if "oval" not in d.shape and d.model != "baby_bangle"],
    ids=lambda d: d.geometry,
)
def test_the_inner_diameter_is_the_size_stated(design: Design) -> None:
    assert inner_mm(design) == pytest.approx(design.mm("bangle_mm", 0.0), abs=0.6)


@pytest.mark.parametrize("model", ["stone_bangle", "dragon_phoenix"])
def test_turned_bangles_keep_their_size_to_a_tenth(model: str) -> None:
    for design in (d for d in FIRST if d.model == model and "oval" not in d.shape):
        assert inner_mm(design) == pytest.approx(design.mm("bangle_mm", 0.0), abs=0.1)


def test_an_oval_bangle_is_narrower_than_high() -> None:
    design = next(d for d in FIRST if "oval" in d.shape)
    points = np.concatenate([part.mesh.vertices for part in build(design)])
    across, along = np.ptp(points[:, 0]), np.ptp(points[:, 2])
    assert 0.8 < along / across < 0.95


def test_a_bangle_cut_from_stone_has_no_metal_weight() -> None:
    stone = [d for d in FIRST if d.model == "stone_bangle"]
    assert len(stone) >= 5
    for design in stone:
        assert measure(design, build(design)).metal_g is None


@pytest.mark.parametrize(
    ("piece", "low", "high"),
    [
        ("G-019", 30.0, 50.0),  # dragon and phoenix, fine gold
        ("G-023", 25.0, 45.0),  # solid round bar, fine gold
        ("G-005", 15.0, 35.0),  # twisted, hollow
        ("G-026", 15.0, 35.0),  # bamboo, hollow
        ("G-007", 5.0, 15.0),  # a child's, silver
    ],
)
def test_metal_bangles_weigh_what_such_bangles_weigh(piece: str, low: float, high: float) -> None:
    design = DESIGNS[piece]
    assert low < (measure(design, build(design)).metal_g or 0.0) < high


def test_bending_a_relief_round_the_band_keeps_its_volume() -> None:
    flat = ellipsoid(6.0, 3.0, 1.0, 40)
    assert bent(flat, 30.0).volume_mm3() == pytest.approx(flat.volume_mm3(), rel=0.01)


def test_dragon_and_phoenix_each_take_half_the_band() -> None:
    design = DESIGNS["G-019"]
    points = np.concatenate([part.mesh.vertices for part in build(design)])
    raised = np.hypot(points[:, 0], points[:, 2]) > design.inner_mm / 2 + 1.2
    right, left = points[raised & (points[:, 0] > 3)], points[raised & (points[:, 0] < -3)]
    assert min(len(right), len(left)) > 2000


@pytest.mark.parametrize("design", BANGLES, ids=[d.id for d in BANGLES])
def test_sizes_are_those_of_a_wrist_and_hold_the_pictured_one(design: Design) -> None:
    sizes = [int(size) for size in design.sale["sizes"]]
    assert sizes
    assert all(40 <= size <= 60 for size in sizes)
    assert (
        abs(
            min(sizes, key=lambda s: abs(s - design.mm("bangle_mm", 0.0)))
            - design.mm("bangle_mm", 0.0)
        )
        <= 2
    )
