"""Cameras and cutouts: what is projected stands where the piece is, and at its true size."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from assets.studio.build import build
from assets.studio.cutouts import cutout_row
from assets.studio.designs import CATEGORIES, Design, read_designs
from assets.studio.views import Camera, angle_shot, front_shot
from assets.studio.worn import LONGEST_PX, Cutout, cutout, worn_design

DESIGNS = read_designs()
FIRST_OF = {category: next(d for d in DESIGNS if d.category == category) for category in
            dict.fromkeys(CATEGORIES.values())}  # fmt: skip
ANCHORS = {
    "ring": {"left", "right", "centre", "top"},
    "bangle": {"left", "right", "centre", "top"},
    "bracelet": {"left", "right", "centre"},
    "anklet": {"left", "right", "centre"},
    "earrings": {"lobe", "bottom"},
    "necklace": {"left", "right", "bottom"},
    "pendant": {"left", "right", "bottom", "bail"},
    "brooch": {"pin", "bottom"},
}


def cut(design: Design) -> Cutout:
    return cutout(design, build(worn_design(design)))


def projected(framed: Cutout) -> np.ndarray:
    points = np.concatenate([part.mesh.vertices for part in framed.shot.parts])
    return framed.shot.camera.project(points)


@pytest.mark.parametrize("category", ANCHORS)
def test_a_cutout_gives_its_categorys_anchors_inside_the_frame(category: str) -> None:
    row = cutout_row(FIRST_OF[category])
    assert set(row["anchors"]) == ANCHORS[category]
    at = np.array(list(row["anchors"].values()))
    assert (at >= 0).all()
    assert (at <= np.array(row["size_px"])).all()


@pytest.mark.parametrize("category", ANCHORS)
def test_the_whole_piece_lies_inside_its_cutout(category: str) -> None:
    framed = cut(FIRST_OF[category])
    spots = projected(framed)
    assert (spots >= 0).all()
    assert (spots <= np.array(framed.shot.camera.size_px)).all()
    assert max(framed.shot.camera.size_px) <= LONGEST_PX


@pytest.mark.parametrize("category", ["ring", "bangle"])
def test_the_distance_between_left_and_right_is_the_inner_diameter(category: str) -> None:
    design = FIRST_OF[category]
    row = cutout_row(design)
    (left, _), (right, _) = row["anchors"]["left"], row["anchors"]["right"]
    assert (right - left) * row["mm_per_px"] == pytest.approx(design.inner_mm, rel=0.002)


def test_a_pearl_is_as_wide_in_its_cutout_as_in_the_record() -> None:
    design = next(
        d for d in DESIGNS if d.model == "stud" and d.stones[0].cut == "bead" and len(d.stones) == 1
    )
    framed = cut(design)
    pearl = next(part for part in framed.shot.parts if part.material == "stone")
    wide = np.ptp(framed.shot.camera.project(pearl.mesh.vertices)[:, 0])
    assert wide * framed.shot.camera.mm_per_px == pytest.approx(design.stones[0].width_mm, rel=0.01)


def test_only_the_half_of_a_ring_towards_the_viewer_is_cut_out() -> None:
    framed = cut(FIRST_OF["ring"])
    camera = framed.shot.camera
    centre = camera.project(camera.target[None])[0]
    points = np.concatenate([part.mesh.vertices for part in framed.shot.parts])
    depth = (points - camera.target) @ camera.backward
    # The finger's middle is half the ring's depth behind the frame's middle: nothing lies further.
    assert np.allclose(centre, np.array(camera.size_px) / 2)
    assert -depth.min() < FIRST_OF["ring"].inner_mm / 2 + 8.0


def test_a_pendant_hangs_below_its_bail_and_between_its_ends() -> None:
    design = next(d for d in DESIGNS if d.category == "pendant" and "length_mm" in d.shape)
    anchors = cutout_row(design)["anchors"]
    assert anchors["left"][0] < anchors["bail"][0] < anchors["right"][0]
    assert max(anchors["left"][1], anchors["right"][1]) < anchors["bail"][1] < anchors["bottom"][1]


def test_a_hook_passes_the_lobe_at_its_top_and_a_post_at_its_own_height() -> None:
    hooked = next(d for d in DESIGNS if d.clasp == "fish hook")
    framed = cut(hooked)
    assert framed.anchors_px["lobe"][1] == pytest.approx(projected(framed)[:, 1].min(), abs=1.0)
    posted = next(d for d in DESIGNS if d.model == "stud" and d.clasp == "push back")
    framed = cut(posted)
    assert framed.anchors_px["lobe"][1] < framed.anchors_px["bottom"][1] - 10


def test_a_fine_necklace_is_worn_in_its_full_width() -> None:
    narrow = next(d for d in DESIGNS if d.category == "necklace" and "front_mm" in d.shape)
    assert "front_mm" not in worn_design(narrow).shape
    anchors = cutout_row(narrow)["anchors"]
    wide_mm = (anchors["right"][0] - anchors["left"][0]) * cutout_row(narrow)["mm_per_px"]
    assert wide_mm > 90.0


def test_a_lens_shows_near_things_larger_and_a_parallel_camera_does_not() -> None:
    lens = Camera(np.zeros(3), np.array([0.0, 0.0, 1.0]), np.array([0.0, 1.0, 0.0]), (100, 100), 10)
    parallel = replace(lens, fov_deg=None, mm_per_px=0.1)
    near, far = np.array([1.0, 0.0, 2.0]), np.array([1.0, 0.0, -2.0])
    assert lens.project(near)[0, 0] > lens.project(far)[0, 0] > 50.0
    assert parallel.project(near)[0, 0] == parallel.project(far)[0, 0] == pytest.approx(60.0)
    assert lens.project(np.array([0.0, 1.0, 0.0]))[0, 1] < 50.0  # up is up


@pytest.mark.parametrize("category", ["ring", "earrings", "pendant", "brooch", "bangle"])
def test_the_angle_view_looks_from_elsewhere_than_the_front(category: str) -> None:
    design = FIRST_OF[category]
    parts = build(design)
    front, angle = (shot(design, parts, 200) for shot in (front_shot, angle_shot))
    first, second = (
        s.camera.project(np.concatenate([p.mesh.vertices for p in s.parts])) for s in (front, angle)
    )
    assert np.abs(first - second).mean() > 6.0
