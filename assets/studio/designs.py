"""One piece as its designer wrote it, read from `designs/*.yaml` into frozen dataclasses.

An entry is a geometry: what the solids are. Its `pieces` are the products made of it, alike but for
metal, stone and the like, because a shopper asks for "this one in rose gold" and the search has to
tell them apart. A piece may change everything that leaves the solids as they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

DESIGNS_DIR = Path(__file__).with_name("designs")
CATEGORIES = {
    "R": "ring", "N": "necklace", "P": "pendant", "E": "earrings", "B": "bracelet", "G": "bangle",
    "O": "brooch",
    "A": "anklet",
}  # fmt: skip


@dataclass(frozen=True)
class Stone:
    """A group of like stones; length and width are those of one stone in mm."""

    stone: str
    colour: str
    cut: str
    length_mm: float
    width_mm: float
    count: int = 1
    origin: str | None = None
    treatment: str | None = None
    colour_grade: str | None = None
    clarity: str | None = None
    cut_grade: str | None = None


@dataclass(frozen=True)
class Metal:
    """What the metal parts are made of; all None for a piece cut whole from stone."""

    metal: str | None = None
    colour: str | None = None
    purity: str | None = None
    plating: str | None = None


@dataclass(frozen=True)
class Design:
    """Everything the studio needs to build, weigh, price, name and draw one piece."""

    id: str
    geometry: str
    model: str
    name: Mapping[str, str]
    form: Mapping[str, str]
    metal: Metal
    stones: tuple[Stone, ...]
    shape: Mapping[str, Any]
    sale: Mapping[str, Any]
    setting: str | None = None
    clasp: str | None = None

    @property
    def category(self) -> str:
        return CATEGORIES[self.id[0]]

    def mm(self, key: str, default: float) -> float:
        """A measure of the shape in mm."""
        return float(self.shape.get(key, default))

    @property
    def inner_mm(self) -> float:
        """Inner diameter in mm: rings give their circumference as `inner_mm`, bangles their
        diameter.
        """
        if "bangle_mm" in self.shape:
            return float(self.shape["bangle_mm"])
        return self.mm("inner_mm", 52.0) / np.pi

    def with_shape(self, **changes: Any) -> Design:
        return replace(self, shape={**self.shape, **changes})

    def picture_hash(self, engine: str) -> str:
        """Digest of all that decides the picture: the geometry's inputs and the renderer's own
        revision.
        """
        seen: list[Any] = [
            self.id,
            self.model,
            vars(self.metal),
            [vars(s) for s in self.stones],
            dict(self.shape),
        ]
        seen += [self.setting, self.clasp, engine]
        text = json.dumps(seen, sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def read_stone(entry: Mapping[str, Any]) -> Stone:
    """One stone group; `size_mm` is [length, width], or one number for round stones."""
    fields = dict(entry)
    size = fields.pop("size_mm")
    length, width = (size, size) if isinstance(size, int | float) else size
    return Stone(length_mm=float(length), width_mm=float(width), **fields)


def read_metal(text: str | None) -> Metal:
    """'gold / white / 18k / rhodium' in the closed terms; '-' stands for none given."""
    if text is None:
        return Metal()
    metal, colour, purity, plating = (
        None if part.strip() == "-" else part.strip() for part in text.split("/")
    )
    return Metal(metal, colour, purity, plating or "none")


def read_designs(folder: Path = DESIGNS_DIR) -> list[Design]:
    """All pieces, by category and then in the order of its file. Raises ValueError for an id or a
    geometry that is there twice, and for a piece that would change its geometry.
    """
    entries = [entry for path in sorted(folder.glob("*.yaml")) for entry in read_entries(path)]
    refuse_twins("geometry", [str(entry["geometry"]) for entry in entries])
    designs = [read_piece(geometry, piece) for geometry in entries for piece in geometry["pieces"]]
    refuse_twins("id", [design.id for design in designs])
    order = list(CATEGORIES)
    return sorted(designs, key=lambda design: order.index(design.id[0]))


def read_entries(path: Path) -> list[Mapping[str, Any]]:
    entries: list[Mapping[str, Any]] = yaml.safe_load(path.read_text(encoding="utf-8")) or []
    return entries


def refuse_twins(what: str, names: list[str]) -> None:
    twins = sorted({name for name in names if names.count(name) > 1})
    if twins:
        raise ValueError(f"every {what} stands once in the designs; {', '.join(twins)} repeats")


def read_piece(geometry: Mapping[str, Any], piece: Mapping[str, Any]) -> Design:
    """One product: the geometry's fields, with the piece's own laid over them.

    `look` holds what changes the surface and not the solid (finish, cord colour, jade's shade); it
    is read as part of the shape.
    """
    if "shape" in piece or "model" in piece:
        raise ValueError(f"{piece['id']} changes its shape: that is another geometry, not a piece")
    return Design(
        id=piece["id"],
        geometry=geometry["geometry"],
        model=geometry["model"],
        name=piece["name"],
        form=piece.get("form") or geometry["form"],
        metal=read_metal(piece.get("metal", geometry.get("metal"))),
        stones=tuple(map(read_stone, laid_over(geometry, piece))),
        shape={**geometry.get("shape", {}), **piece.get("look", {})},
        sale={**geometry.get("sale", {}), **piece.get("sale", {})},
        setting=geometry.get("setting"),
        clasp=geometry.get("clasp"),
    )


def laid_over(geometry: Mapping[str, Any], piece: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The stones of a piece: what it says of each group over what the geometry says, in order."""
    base = geometry.get("stones", [])
    own = piece.get("stones", [])
    if len(own) > len(base):
        raise ValueError(f"{piece['id']} has more stone groups than its geometry")
    for change in own:
        if fixed := {"cut", "size_mm", "count"} & set(change):
            raise ValueError(f"{piece['id']} changes {', '.join(sorted(fixed))} of a stone")
    own = [*own, *({} for _ in base[len(own) :])]
    return [{**stone, **change} for stone, change in zip(base, own, strict=True)]
