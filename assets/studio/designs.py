"""One piece as its designer wrote it: an entry of `designs.yaml`, read into frozen dataclasses."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import yaml

DESIGNS_PATH = Path(__file__).with_name("designs.yaml")
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


def read_designs(path: Path = DESIGNS_PATH) -> list[Design]:
    """All pieces, in the file's order."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [
        Design(
            id=entry["id"],
            model=entry["model"],
            name=entry["name"],
            form=entry["form"],
            metal=read_metal(entry.get("metal")),
            stones=tuple(read_stone(s) for s in entry.get("stones", [])),
            shape=entry.get("shape", {}),
            sale=entry["sale"],
            setting=entry.get("setting"),
            clasp=entry.get("clasp"),
        )
        for entry in entries
    ]
