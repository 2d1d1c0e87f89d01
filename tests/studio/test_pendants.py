"""Pendants and brooches: closed solids of the stated size, jade that carries no metal unstated."""

from __future__ import annotations

import numpy as np
import pytest

from assets.studio.build import build, measure
from assets.studio.carvings import Sheet
from assets.studio.designs import Design, read_designs
from assets.studio.emblems import EMBLEMS, setting_points
from assets.studio.mesh import Mesh

DESIGNS = {design.id: design for design in read_designs()}
FIRST = {design.geometry: design for design in reversed(DESIGNS.values())}
MOTIFS = [d for d in FIRST.values() if d.category in ("pendant", "brooch")]
EMBLEM_PIECES = [d for d in MOTIFS if d.model == "emblem"]


def gap_in_surface(mesh: Mesh) -> float:
    """How far a surface is from closed: the areas of a closed one cancel; as a share of all."""
    a, b, c = (mesh.vertices[mesh.faces[:, i]] for i in range(3))
    areas = np.cross(b - a, c - a) / 2
    return float(np.abs(areas.sum(axis=0)).max() / np.linalg.norm(areas, axis=1).sum())


def test_there_are_enough_pendants_and_brooches() -> None:
    count = {c: sum(d.category == c for d in DESIGNS.values()) for c in ("pendant", "brooch")}
    kinds = {c: sum(d.category == c for d in FIRST.values()) for c in ("pendant", "brooch")}
    assert count["pendant"] >= 56
    assert kinds["pendant"] >= 16
    assert count["brooch"] >= 25
    assert kinds["brooch"] >= 7


def test_names_and_forms_are_never_said_twice() -> None:
    own = [d for d in DESIGNS.values() if d.id[0] in "NPBGOA"]
    forms = {d.geometry: d.form for d in own}
    for language in ("en", "zh"):
        assert len({d.name[language] for d in own}) == len(own)
        assert len({form[language] for form in forms.values()}) == len(forms)


@pytest.mark.parametrize("figure", EMBLEMS)
def test_an_emblem_is_a_closed_solid_of_its_size(figure: str) -> None:
    solid = EMBLEMS[figure](0.1, 120).solid(20.0, 0.3, 0.02)
    assert solid.volume_mm3() > 0
    assert gap_in_surface(solid) < 1e-9
    assert 0.88 < solid.extent_mm()[1] / 20.0 < 1.08


@pytest.mark.parametrize("figure", ["heart", "cross", "moon", "key", "butterfly", "sunburst"])
def test_small_stones_sit_on_the_emblem_and_not_beside_it(figure: str) -> None:
    sheet = EMBLEMS[figure](0.1, 160)
    points = setting_points(figure, 4)
    assert points.shape == (4, 2)
    assert (sheet.height_at(points) > 0).all()


def test_a_relief_of_a_plain_boss_has_the_volume_of_its_cylinder() -> None:
    sheet = Sheet(1.0, 1.0, 200)
    sheet.boss((0.0, 0.0), 0.4, 0.4, 0.1, 0.001)
    volume = sheet.solid(10.0, 0.0, 0.1).volume_mm3()
    assert volume == pytest.approx(np.pi * 4.0**2 * 2.0, rel=0.02)


def test_sawing_a_hole_takes_its_volume_away() -> None:
    sheet = Sheet(1.0, 1.0, 200)
    sheet.boss((0.0, 0.0), 0.4, 0.4, 0.1, 0.001)
    whole = sheet.solid(10.0, 0.0, 0.1).volume_mm3()
    sheet.cut(sheet.disc((0.0, 0.0), 0.2))
    assert sheet.solid(10.0, 0.0, 0.1).volume_mm3() == pytest.approx(0.75 * whole, rel=0.02)


@pytest.mark.parametrize("design", EMBLEM_PIECES, ids=[d.geometry for d in EMBLEM_PIECES])
def test_an_emblem_pendant_is_about_as_tall_as_stated(design: Design) -> None:
    tall = measure(design, build(design)).sides_mm[1]
    bells = 0.35 if "bells" in design.shape else 0.0
    assert 0.9 < tall / design.mm("size_mm", 0.0) < 1.26 + bells


@pytest.mark.parametrize("design", MOTIFS, ids=[d.geometry for d in MOTIFS])
def test_stones_are_set_as_counted_and_have_volume(design: Design) -> None:
    parts = build(design)
    for index, gem in enumerate(design.stones):
        own = [part for part in parts if part.stone == index]
        assert len(own) == gem.count
        assert min(part.mesh.volume_mm3() for part in own) > 0


def test_a_piece_without_metal_is_built_and_weighed_without_any() -> None:
    bare = [d for d in DESIGNS.values() if d.category == "pendant" and d.metal.metal is None]
    assert len(bare) >= 6
    for geometry in {d.geometry for d in bare}:
        design = FIRST[geometry]
        parts = build(design)
        assert not [part for part in parts if part.material.startswith("metal")]
        assert measure(design, parts).metal_g is None


def test_a_locket_is_hollow() -> None:
    for design in (d for d in MOTIFS if d.model == "locket"):
        lids = [p.mesh for p in build(design) if p.material == "metal" and not p.chain][:2]
        width, height, _ = measure(design, build(design)).sides_mm
        filled = width * height * 2 * design.mm("thickness_mm", 0.0) * 0.5
        assert 0 < sum(lid.volume_mm3() for lid in lids) < filled
