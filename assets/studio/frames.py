"""Which hand-written sentence tells a piece's facts, dealt out so that none is heard too often.

A piece belongs to the group that fits what it is made of; within a group the pieces take the
sentences in turn, in the order of the designs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml

from assets.studio.designs import Design

FRAMES_PATH = Path(__file__).with_name("frames.yaml")
STRUNG = ("necklace", "bracelet", "anklet")
Frame = Mapping[str, str]  # language -> sentence with slots


@cache
def read_frames() -> dict[str, dict[str, list[str]]]:
    """Group -> language -> sentences."""
    frames: dict[str, dict[str, list[str]]] = yaml.safe_load(
        FRAMES_PATH.read_text(encoding="utf-8")
    )
    return frames


def assign_frames(designs: Iterable[Design]) -> dict[str, Frame]:
    """Id -> its sentence in each language."""
    frames = read_frames()
    dealt: Counter[str] = Counter()
    assigned = {}
    for design in designs:
        group = frame_group(design)
        turn = dealt[group]
        assigned[design.id] = {
            language: sentences[turn % len(sentences)]
            for language, sentences in frames[group].items()
        }
        dealt[group] += 1
    return assigned


def frame_group(design: Design) -> str:
    """The group of frames.yaml that fits the piece."""
    several, cord = len(design.stones) > 1, "cord_colour" in design.shape
    if is_strand(design):
        return ("strand" if design.metal.metal else "beads") + ("_several" if several else "")
    if design.metal.metal is None:
        return "stone_several" if several else "stone_cord" if cord else "stone"
    if cord:
        return "cord_stones" if design.stones else "cord"
    if design.category == "earrings":
        return "pair_several" if several else "pair_one" if design.stones else "metal_pair"
    if several:
        return "several"
    if design.stones:
        return "one" if design.stones[0].count == 1 else "many"
    return "metal"


def is_strand(design: Design) -> bool:
    """Beads one after another on a thread, with at most a clasp of metal."""
    beads = all(stone.cut == "bead" for stone in design.stones) and bool(design.stones)
    return design.category in STRUNG and beads and design.model == "bead_strand"
