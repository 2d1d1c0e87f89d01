"""Rings: the mesh has the size stated, nothing floats, and pieces tell each other apart."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations

import numpy as np
import pytest
from scipy.spatial import cKDTree

from assets.studio.build import build, measure
from assets.studio.designs import Design, read_designs
from assets.studio.fittings import Part
from assets.studio.textures import TEXTURES

RINGS = [design for design in read_designs() if design.category == "ring"]
GEOMETRIES = {design.geometry: design for design in reversed(RINGS)}  # the first piece of each
CASES = pytest.mark.parametrize("design", GEOMETRIES.values(), ids=list(GEOMETRIES))


def held(parts: list[Part]) -> bool:
    """Whether each cut, domed or round stone has corners of metal close to its own: nearer than
    0.3 mm, or somewhat farther for large beads, whose corners lie wide apart.
    """
    metal = cKDTree(
        np.concatenate([p.mesh.vertices for p in parts if p.material.startswith("metal")])
    )
    for part in parts:
        if part.material == "stone":
            limit = 0.3 + 0.03 * float(part.mesh.extent_mm()[0])
            if metal.query(part.mesh.vertices)[0].min() > limit:
                return False
    return True


def test_there_are_many_rings_of_many_kinds() -> None:
    assert len(RINGS) >= 84
    assert len(GEOMETRIES) >= 22
    models = Counter(design.model for design in GEOMETRIES.values())
    assert models["solitaire"] >= 8 <= models["band"]
    assert {"halo", "three_stone", "eternity", "signet", "pair", "open_ring"} <= set(models)


def test_no_geometry_has_more_than_six_pieces_and_no_two_are_alike() -> None:
    pieces = Counter(design.geometry for design in read_designs())
    assert max(pieces.values()) <= 6
    looks = [(d.geometry, d.metal, d.stones, d.shape.get("finish")) for d in RINGS]
    assert len({repr(look) for look in looks}) == len(RINGS)


@CASES
def test_the_finger_fits_the_size_stated(design: Design) -> None:
    parts = [part for part in build(design) if not part.chain]
    shank = [p for p in parts if p.material != "stone" or design.model == "jade_band"]
    inside = min(np.hypot(p.mesh.vertices[:, 0], p.mesh.vertices[:, 2]).min() for p in shank)
    assert 2 * np.pi * inside == pytest.approx(design.mm("inner_mm", 0.0), abs=0.6)
    stones = [p for p in parts if p.material == "stone"]
    for part in stones:
        assert np.hypot(part.mesh.vertices[:, 0], part.mesh.vertices[:, 2]).min() > inside - 0.01


@CASES
def test_every_stone_is_held_by_metal(design: Design) -> None:
    parts = build(design)
    if design.metal.metal is None:
        assert [part.material for part in parts] == ["stone"]
        return
    assert held(parts)


@CASES
def test_solids_have_substance_and_the_stones_are_all_there(design: Design) -> None:
    parts = build(design)
    assert all(part.mesh.volume_mm3() > 0 for part in parts)
    drawn = Counter(part.stone for part in parts if part.material == "stone")
    assert drawn == {index: stone.count for index, stone in enumerate(design.stones)}


@pytest.mark.parametrize(
    ("model", "purities", "low", "high"),
    [("solitaire", ("14k", "18k"), 1.5, 4.0), ("halo", ("14k", "18k"), 1.8, 4.5),
     ("pair", ("18k", "999"), 5.0, 18.0), ("eternity", ("14k", "18k"), 1.5, 4.5)],
)  # fmt: skip
def test_gold_rings_weigh_what_such_rings_weigh(
    model: str, purities: tuple[str, ...], low: float, high: float
) -> None:
    chosen = [
        d
        for d in RINGS
        if (d.model, d.metal.metal) == (model, "gold") and d.metal.purity in purities
    ]
    assert chosen
    for design in chosen:
        assert low <= float(measure(design, build(design)).metal_g or 0.0) <= high


@pytest.mark.parametrize("texture", TEXTURES)
def test_a_texture_cuts_into_the_face_and_closes_round_the_band(texture: str) -> None:
    along = np.linspace(0.0, 60.0, 721)[:, None] * np.ones(41)
    across = np.ones((721, 1)) * np.linspace(-2.0, 2.0, 41)
    height = TEXTURES[texture](along, across, 60.0, 4.0)
    assert height.shape == along.shape
    assert -0.5 < height.min() < height.max() < 0.3
    assert np.ptp(height) > 0.15
    assert np.abs(height[0] - height[-1]).max() < 1e-6


def test_the_two_arms_of_a_bypass_ring_pass_without_touching() -> None:
    design = next(d for d in RINGS if d.geometry == "crosswinds-bypass-ring")
    first, second = (p.mesh.vertices for p in build(design) if p.material == "stone")
    gaps = np.linalg.norm(first[:, None, :] - second[None, :, :], axis=2)
    assert gaps.min() > 0.2


def test_grown_diamonds_are_named_so_and_simulants_never_called_diamond() -> None:
    for design in RINGS:
        names = f"{design.name['en']} {design.name['zh']}".lower()
        diamonds = {s.origin for s in design.stones if s.stone == "diamond"}
        if not diamonds:
            assert not re.search("diamond|钻", names), design.id
        if diamonds == {"laboratory"} and re.search("diamond|钻", names):
            assert "培育" in names, design.id
            assert "laboratory-grown" in names or "diamond" not in names, design.id


def test_usual_treatments_are_told() -> None:
    usual = {("emerald", "natural"): "oiled", ("onyx", "natural"): "dyed",
             ("topaz", "natural"): "irradiated", ("ruby", "natural"): "heated",
             ("sapphire", "natural"): "heated", ("tanzanite", "natural"): "heated"}  # fmt: skip
    told = [
        (stone.treatment, usual[stone.stone, str(stone.origin)])
        for design in RINGS
        for stone in design.stones
        if (stone.stone, stone.origin) in usual
    ]
    assert len(told) > 30
    assert all(said == expected for said, expected in told)


def test_every_geometry_is_described_in_words_of_its_own() -> None:
    for language in ("en", "zh"):
        forms = [design.form[language] for design in GEOMETRIES.values()]
        assert len(set(forms)) == len(forms)
        openings = Counter(form[:4] if language == "zh" else form.split()[0] for form in forms)
        assert max(openings.values()) <= 0.2 * len(forms)
    names = [design.name[language] for design in RINGS for language in ("en", "zh")]
    assert len(set(names)) == len(names)


NAMED_METALS = {
    "rose": lambda m: m.colour == "rose", "玫瑰金": lambda m: m.colour == "rose",
    "platinum": lambda m: m.metal == "platinum", "铂金": lambda m: m.metal == "platinum",
    "silver": lambda m: m.metal == "silver", "银": lambda m: m.metal == "silver",
    "titanium": lambda m: m.metal == "titanium", "钛": lambda m: m.metal == "titanium",
    "vermeil": lambda m: m.plating == "gold vermeil",
    "厚镀金": lambda m: m.plating == "gold vermeil",
    "K金": lambda m: m.metal == "gold" and m.purity in ("9k", "14k", "18k", "22k"),
    "足金": lambda m: m.metal == "gold" and m.purity in ("990", "999"),
    "黄色K金": lambda m: m.colour == "yellow", "白色K金": lambda m: m.colour == "white",
    "white gold": lambda m: (m.metal, m.colour) == ("gold", "white"),
}  # fmt: skip


@pytest.mark.parametrize("word", NAMED_METALS)
def test_a_metal_in_a_name_is_the_metal_of_the_piece(word: str) -> None:
    said = [
        design
        for design in read_designs()
        if design.category in ("ring", "earrings")
        and word in f"{design.name['en'].lower()} {design.name['zh']}".replace("rose quartz", "")
    ]
    assert said
    wrong = [design.id for design in said if not NAMED_METALS[word](design.metal)]
    assert not wrong


def test_many_pieces_have_a_sibling_that_differs_in_the_metal_or_in_the_stone_alone() -> None:
    alone = {"metal": 0, "stone": 0}
    designs = [d for d in read_designs() if d.category in ("ring", "earrings")]
    for geometry in {design.geometry for design in designs}:
        pieces = [design for design in designs if design.geometry == geometry]
        for first, second in combinations(pieces, 2):
            same_metal = first.metal == second.metal
            same_stones = [(s.stone, s.colour) for s in first.stones] == [
                (s.stone, s.colour) for s in second.stones
            ]
            if same_metal != same_stones:
                alone["stone" if same_metal else "metal"] += 1
    assert min(alone.values()) >= 40, alone
