"""Which pieces a model learns from, is tuned on and is tested on; pure, and stable.

Pieces of one geometry stay together: composed search is tested with pairs that differ in one thing,
and a model must not have met the test's forms. Every category stands in every split. A geometry
that has its place in `splits.json` keeps it when pieces are added.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assets.studio.designs import read_designs
from assets.studio.ledger import write_bytes
from assets.studio.records import CATALOGUE_DIR

SPLITS_PATH = CATALOGUE_DIR / "splits.json"
SHARES = {"train": 0.7, "validation": 0.1, "test": 0.2}
FIRST = ("train", "test", "validation")  # where a category's first geometries go
SEED = "facet-splits-1"


@dataclass(frozen=True)
class Family:
    """A geometry with the ids of its pieces."""

    geometry: str
    category: str
    pieces: tuple[str, ...]


def families() -> list[Family]:
    """The catalogue's geometries, in the order of the designs."""
    by_geometry: dict[str, list[str]] = {}
    category: dict[str, str] = {}
    for design in read_designs():
        by_geometry.setdefault(design.geometry, []).append(design.id)
        category.setdefault(design.geometry, design.category)
    return [Family(name, category[name], tuple(ids)) for name, ids in by_geometry.items()]


def draw(geometry: str) -> str:
    """A geometry's place in the drawing of lots, the same on every machine."""
    return hashlib.sha256(f"{SEED}/{geometry}".encode()).hexdigest()


def assigned(members: list[Family], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """geometry -> split. The known ones stay; each other, in the order of its lot, goes to the
    split that its category's pieces fall furthest short of.
    """
    splits: dict[str, str] = {}
    for category in sorted({family.category for family in members}):
        own = sorted((f for f in members if f.category == category), key=lambda f: draw(f.geometry))
        splits |= assigned_category(own, known or {})
    return splits


def assigned_category(own: list[Family], known: Mapping[str, str]) -> dict[str, str]:
    splits = {f.geometry: known[f.geometry] for f in own if f.geometry in known}
    total = sum(len(f.pieces) for f in own)
    held = dict.fromkeys(SHARES, 0)
    for family in own:
        if family.geometry in splits:
            held[splits[family.geometry]] += len(family.pieces)
    for family in own:
        if family.geometry in splits:
            continue
        empty = [split for split in FIRST if not held[split]]
        short = {split: SHARES[split] * total - held[split] for split in SHARES}
        chosen = empty[0] if empty else max(short, key=lambda split: short[split])
        splits[family.geometry] = chosen
        held[chosen] += len(family.pieces)
    return splits


def by_piece(members: list[Family], splits: Mapping[str, str]) -> dict[str, str]:
    """id -> split."""
    return {piece: splits[family.geometry] for family in members for piece in family.pieces}


def read_geometries(path: Path = SPLITS_PATH) -> dict[str, str]:
    if not path.exists():
        return {}
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["geometries"]
    return found


def read_splits(path: Path = SPLITS_PATH) -> dict[str, str]:
    """id -> split, as written."""
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["products"]
    return found


def write_splits(path: Path = SPLITS_PATH) -> int:
    """Writes the file, keeping every place it already gives; returns the number of pieces."""
    members = families()
    splits = assigned(members, read_geometries(path))
    pieces = by_piece(members, splits)
    content = {
        "products": dict(sorted(pieces.items())),
        "geometries": dict(sorted(splits.items())),
    }
    write_bytes(path, (json.dumps(content, indent=1) + "\n").encode())
    return len(pieces)
