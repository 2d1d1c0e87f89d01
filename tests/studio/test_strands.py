"""Chains and strands: as long as the record says, linked, and with the beads that are counted."""

from __future__ import annotations

import numpy as np
import pytest

from assets.studio.build import build, measure
from assets.studio.chains import PATTERNS, chain, lay, path_length, stations_at
from assets.studio.designs import Design, read_designs
from assets.studio.mesh import Mesh

DESIGNS = {design.id: design for design in read_designs()}
FIRST = {design.geometry: design for design in reversed(DESIGNS.values())}
STRANDS = [d for d in FIRST.values() if d.category in ("necklace", "bracelet", "anklet")]
AT_LEAST = {"necklace": 12, "bracelet": 11, "anklet": 6}
PIECES = {"necklace": 42, "bracelet": 42, "anklet": 25}


def bodies(mesh: Mesh) -> list[np.ndarray]:
    """The vertices of each connected solid."""
    owner = np.arange(len(mesh.vertices))
    while True:
        least = owner[mesh.faces].min(axis=1)
        grown = owner.copy()
        np.minimum.at(grown, mesh.faces.ravel(), np.repeat(least, 3))
        grown = grown[grown]
        if (grown == owner).all():
            break
        owner = grown
    return [mesh.vertices[owner == one] for one in np.unique(owner)]


def test_there_are_enough_strands_to_choose_from() -> None:
    for category, wanted in AT_LEAST.items():
        assert sum(d.category == category for d in FIRST.values()) >= wanted
        assert sum(d.category == category for d in DESIGNS.values()) >= PIECES[category]


def test_no_geometry_carries_more_than_six_pieces() -> None:
    for geometry in FIRST:
        assert sum(d.geometry == geometry for d in DESIGNS.values()) <= 6


@pytest.mark.parametrize("kind", ["v", "drape", "narrow", "oval"])
def test_a_laid_curve_has_the_length_asked_for(kind: str) -> None:
    assert path_length(lay(kind, 420.0)) == pytest.approx(420.0)


@pytest.mark.parametrize("kind", ["cable", "rolo", "paperclip", "curb", "figaro", "box", "ball"])
def test_links_laid_end_to_end_make_up_the_stated_length(kind: str) -> None:
    width, length = 2.0, 400.0
    links = bodies(chain(kind, lay("oval", length), width))
    if kind == "ball":
        links = [link for link in links if np.ptp(link[:, 0]) < 3 * width]
        assert len(links) * 1.12 * width == pytest.approx(length, rel=0.02)
        return
    pattern = PATTERNS[kind]
    group = sum(share * width - 3.9 * pattern.wire * width for share in pattern.lengths)
    assert len(links) / len(pattern.lengths) * group == pytest.approx(length, rel=0.02)


@pytest.mark.parametrize("kind", ["cable", "curb", "figaro", "paperclip"])
def test_every_link_reaches_into_the_next(kind: str) -> None:
    links = bodies(chain(kind, lay("oval", 200.0), 3.0))
    middles = np.array([link.mean(axis=0) for link in links])
    reach = np.array([np.linalg.norm(link - m, axis=1).max() for link, m in zip(links, middles)])  # noqa: B905
    for index, middle in enumerate(middles):
        away = np.linalg.norm(middles - middle, axis=1)
        near = np.argsort(away)[1:3]  # one link before, one after
        assert (away[near] < reach[index] + reach[near]).all()


def test_a_gap_is_left_clear_of_links() -> None:
    path = lay("oval", 180.0)
    whole, cut = chain("curb", path, 4.0), chain("curb", path, 4.0, ((70.0, 110.0),))
    middle = stations_at(path, np.array([90.0]))[0]
    assert np.linalg.norm(whole.vertices - middle, axis=1).min() < 3.0
    assert np.linalg.norm(cut.vertices - middle, axis=1).min() > 12.0


@pytest.mark.parametrize("design", STRANDS, ids=[d.geometry for d in STRANDS])
def test_a_strand_spans_its_stated_length(design: Design) -> None:
    """A closed curve of length L is nowhere wider than L / 2, and these never fold back on
    themselves, so they cover at least L / 4.
    """
    points = np.concatenate([part.mesh.vertices for part in build(design) if part.chain])
    length = max(design.mm("length_mm", 0.0), design.mm("second_mm", 0.0))
    widest = float(np.ptp(points, axis=0).max())
    assert length / 4 < widest < length / 2 + 2 * design.mm("drop_mm", 0.0) + 12.0


@pytest.mark.parametrize("design", STRANDS, ids=[d.geometry for d in STRANDS])
def test_beads_and_stones_are_as_many_as_counted(design: Design) -> None:
    parts = build(design)
    for index, gem in enumerate(design.stones):
        assert sum(part.stone == index for part in parts) == gem.count


@pytest.mark.parametrize("design", STRANDS, ids=[d.geometry for d in STRANDS])
def test_a_strand_weighs_what_such_a_strand_weighs(design: Design) -> None:
    weight = measure(design, build(design)).metal_g
    assert weight is None or 0.1 < weight < 90


def test_a_fine_cable_chain_in_18k_weighs_two_to_four_grams() -> None:
    design = DESIGNS["N-013"]
    assert (design.mm("length_mm", 0), design.mm("chain_mm", 0)) == (450, 1.2)
    assert 2.0 < (measure(design, build(design)).metal_g or 0.0) < 4.0
