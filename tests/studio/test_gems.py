"""Cut stones: closed, symmetric where the cut is, and as heavy as the trade's formulae say."""

from __future__ import annotations

import numpy as np
import pytest

from assets.studio.fittings import prong_head
from assets.studio.gems import cut_gem, heart_half, outline
from assets.studio.mesh import Floats, Mesh
from assets.studio.physical import carats

CUTS = {
    "round": (6.0, 6.0), "oval": (8.0, 6.0), "cushion": (6.4, 6.4), "princess": (5.3, 5.3),
    "radiant": (7.0, 5.4), "emerald cut": (7.6, 5.5), "asscher": (6.0, 6.0), "pear": (9.0, 6.0),
    "marquise": (10.0, 5.0), "baguette": (3.0, 1.7), "heart": (6.4, 6.6),
}  # fmt: skip
# Trade estimates of a diamond's weight in ct: length x width x depth x factor (GIA's table).
FACTORS = {"round": 0.0061, "oval": 0.0062, "heart": 0.0059, "pear": 0.0060, "marquise": 0.0058}


def area_vector(mesh: Mesh) -> Floats:
    """Sum (3,) of the faces' area vectors; nothing for a closed surface."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    return np.asarray((np.cross(b - a, c - a) / 2).sum(axis=0))


@pytest.mark.parametrize("cut", CUTS)
def test_a_cut_stone_is_closed_and_as_long_and_wide_as_asked(cut: str) -> None:
    length, width = CUTS[cut]
    gem = cut_gem(cut, length, width)
    assert np.abs(area_vector(gem)).max() < 1e-9
    assert gem.extent_mm()[:2] == pytest.approx([width, length], rel=0.01)


@pytest.mark.parametrize("cut", FACTORS)
def test_a_diamond_weighs_near_its_trade_estimate(cut: str) -> None:
    length, width = CUTS[cut]
    gem = cut_gem(cut, length, width)
    estimate = length * width * gem.extent_mm()[2] * FACTORS[cut]
    assert carats("diamond", gem.volume_mm3()) == pytest.approx(estimate, rel=0.13)


def test_the_halves_of_a_heart_mirror_each_other() -> None:
    gem = cut_gem("heart", 6.4, 6.6)
    corners = {tuple(v) for v in np.round(gem.vertices, 5) + 0.0}
    mirrored = {tuple(v) for v in np.round(gem.vertices * [-1, 1, 1], 5) + 0.0}
    assert corners == mirrored


def test_a_heart_has_a_cleft_between_its_lobes_and_no_wall_inside() -> None:
    gem = cut_gem("heart", 6.6, 6.6)
    girdle = gem.vertices[np.abs(gem.vertices[:, 2]) < 0.15]
    in_the_middle = girdle[np.abs(girdle[:, 0]) < 1e-6][:, 1].max()
    assert in_the_middle < gem.vertices[:, 1].max() - 0.6
    flat = (np.abs(gem.vertices[gem.faces][:, :, 0]) < 1e-6).all(axis=1)
    assert not flat.any()


def test_a_heart_is_ground_from_two_convex_halves() -> None:
    half = np.concatenate([heart_half(48), [(0.0, -1.0)]])
    edges = np.diff(half, axis=0)
    turns = edges[:-1, 0] * edges[1:, 1] - edges[:-1, 1] * edges[1:, 0]
    assert (turns > -1e-9).all()


def test_a_pear_comes_to_one_point_at_the_top() -> None:
    shape = outline("pear", 9.0, 6.0)
    near_the_tip = shape[shape[:, 1] > 4.2]
    assert np.abs(near_the_tip[:, 0]).max() < 0.6
    assert np.abs(shape[shape[:, 1] < -1.0][:, 0]).max() == pytest.approx(3.0, abs=0.02)


@pytest.mark.parametrize("cut", [cut for cut in CUTS if cut not in ("baguette",)])
def test_prongs_touch_the_girdle_and_leave_the_table_free(cut: str) -> None:
    length, width = CUTS[cut]
    gem, head = cut_gem(cut, length, width), prong_head(cut, length, width)
    reach = np.linalg.norm(gem.vertices[:, :2], axis=1).max()
    at_girdle = head.vertices[np.abs(head.vertices[:, 2]) < 0.12 * width]
    shape = outline(cut, length, width)
    onward = np.roll(shape, -1, axis=0) - shape
    edge = np.concatenate([shape + t * onward for t in np.linspace(0, 1, 24)])
    away = np.linalg.norm(at_girdle[:, None, :2] - edge[None, :, :], axis=2).min(axis=1)
    assert away.min() < 0.1
    above = head.vertices[head.vertices[:, 2] > 0.2 * width]
    assert len(above) == 0 or np.linalg.norm(above[:, :2], axis=1).min() > 0.3 * reach
