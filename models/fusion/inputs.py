"""What is fused: a vector for each modality that is there, and a mask of which are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float32]
MODALITIES = ("text", "photo", "speech")


@dataclass(frozen=True)
class FusionInput:
    """Unit vectors float32: text (384,), photo (1280,), speech (52,); None where absent."""

    text: Vector | None = None
    photo: Vector | None = None
    speech: Vector | None = None

    @property
    def presence(self) -> NDArray[np.bool_]:
        """(3,) bool in the order of MODALITIES."""
        return np.array([getattr(self, name) is not None for name in MODALITIES], dtype=np.bool_)


class Fusion(Protocol):
    """Joins modalities so that a query's and a product's vectors compare by dot product."""

    dim: int

    def fuse_query(self, parts: FusionInput) -> Vector: ...
    def fuse_product(self, parts: FusionInput) -> Vector: ...
