"""Earrings: pairs in every count, a fitting that suits the kind, and nothing that floats."""

from __future__ import annotations

import re
from collections import Counter

import numpy as np
import pytest

from assets.studio.build import build, measure
from assets.studio.designs import Design, read_designs
from assets.studio.ear_fittings import fine_chain, fish_hook, lever_back
from tests.studio.test_rings import held

EARRINGS = [design for design in read_designs() if design.category == "earrings"]
GEOMETRIES = {design.geometry: design for design in reversed(EARRINGS)}
CASES = pytest.mark.parametrize("design", GEOMETRIES.values(), ids=list(GEOMETRIES))
CLASPS = {
    "stud": {"push back", "screw back", "clip"}, "shaped_stud": {"push back", "screw back", "clip"},
    "blossom_stud": {"push back", "screw back"}, "climber": {"push back"},
    "hoop": {"hinged hoop"}, "drop": {"fish hook", "lever back", "push back"},
    "jade_hoop": {"fish hook", "push back"}, "bar_drop": {"push back", "fish hook"},
    "openwork_drop": {"fish hook", "lever back"}, "chandelier": {"push back", "fish hook"},
    "tassel": {"push back", "fish hook"}, "threader": {"hook"},
}  # fmt: skip


def test_there_are_many_earrings_of_many_kinds() -> None:
    assert len(EARRINGS) >= 72
    assert len(GEOMETRIES) >= 19
    assert set(CLASPS) <= {design.model for design in EARRINGS}
    assert {design.clasp for design in EARRINGS} >= {
        "push back", "screw back", "lever back", "hinged hoop", "fish hook", "clip",
    }  # fmt: skip


def test_no_two_pieces_of_a_geometry_are_alike() -> None:
    looks = [(d.geometry, d.metal, d.stones, d.shape.get("finish")) for d in EARRINGS]
    assert len({repr(look) for look in looks}) == len(EARRINGS)


@CASES
def test_one_earring_has_half_the_stones_the_record_counts(design: Design) -> None:
    assert all(stone.count % 2 == 0 for stone in design.stones)
    drawn = Counter(part.stone for part in build(design) if part.material == "stone")
    assert drawn == {index: stone.count // 2 for index, stone in enumerate(design.stones)}


@CASES
def test_the_fitting_suits_the_kind(design: Design) -> None:
    assert design.clasp in CLASPS[design.model]


@CASES
def test_every_stone_is_held_by_metal(design: Design) -> None:
    parts = build(design)
    assert all(part.mesh.volume_mm3() > 0 for part in parts)
    assert held(parts)


@CASES
def test_a_pair_is_light_enough_to_wear(design: Design) -> None:
    weight = float(measure(design, build(design)).metal_g or 0.0)
    assert 0.3 < weight < (14.0 if design.model == "hoop" else 10.0)


def test_hoops_open_at_the_top_only_and_are_as_wide_as_stated() -> None:
    for design in GEOMETRIES.values():
        if design.model == "hoop" and "swell" not in design.shape and not design.stones:
            measured = measure(design, build(design)).sides_mm
            assert measured[0] == pytest.approx(design.mm("hoop_mm", 0.0), abs=0.4)


def test_hammering_takes_metal_away_and_adds_none() -> None:
    design = next(d for d in EARRINGS if d.shape.get("hammered"))
    beaten, smooth = build(design), build(design.with_shape(hammered=False))
    before, after = (sum(p.mesh.volume_mm3() for p in parts) for parts in (smooth, beaten))
    assert 0.8 * before < after < before


def test_a_chain_hangs_as_long_as_asked() -> None:
    chain = fine_chain(40.0)
    assert chain.vertices[:, 1].max() == pytest.approx(0.0, abs=0.6)
    assert chain.vertices[:, 1].min() == pytest.approx(-40.0, abs=0.6)


def test_a_lever_back_closes_and_a_fish_hook_stays_open() -> None:
    for fitting, closed in ((lever_back(0.0), True), (fish_hook(0.0), False)):
        low = fitting.vertices[np.abs(fitting.vertices[:, 2] + 2.6) < 0.6]
        below_the_lobe = (low[:, 1] < 3.0).any()
        assert below_the_lobe == closed


def test_climbers_dwindle_upwards() -> None:
    design = next(d for d in EARRINGS if d.model == "climber")
    stones = [p.mesh for p in build(design) if p.material == "stone"]
    heights = [float(mesh.vertices[:, 1].mean()) for mesh in stones]
    sizes = [round(mesh.volume_mm3(), 6) for mesh in stones]
    assert heights == sorted(heights)
    assert sizes == sorted(sizes, reverse=True)


def test_grown_diamonds_are_named_so_and_simulants_never_called_diamond() -> None:
    for design in EARRINGS:
        names = f"{design.name['en']} {design.name['zh']}".lower()
        diamonds = {s.origin for s in design.stones if s.stone == "diamond"}
        if not diamonds:
            assert not re.search("diamond|钻", names), design.id
        if diamonds == {"laboratory"} and re.search("diamond|钻", names):
            assert "培育" in names, design.id


def test_every_geometry_is_described_in_words_of_its_own() -> None:
    for language in ("en", "zh"):
        forms = [design.form[language] for design in GEOMETRIES.values()]
        assert len(set(forms)) == len(forms)
    names = [design.name[language] for design in EARRINGS for language in ("en", "zh")]
    assert len(set(names)) == len(names)
