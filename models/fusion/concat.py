"""Fusion by weighted, normalised concatenation: the honest baseline.

A query and a product are laid out as [text | photo | speech], absent parts zero. A product's
present parts weigh the same; a query's weigh by ``ConcatWeights``. The dot product is then a
weighted mean of the cosines of the parts that both have, up to one factor for the query, so the
order of products is that of the mean. Products carry no speech: their part is zero, and the MFCC
vector waits for a fusion that can learn from it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from models.audio_features import MFCC_DIM
from models.errors import BadInput
from models.fusion.inputs import MODALITIES, FusionInput, Vector
from models.image_encoder import DIM as PHOTO_DIM
from models.text_encoder import DIM as TEXT_DIM

DIMS = {"text": TEXT_DIM, "photo": PHOTO_DIM, "speech": MFCC_DIM}


@dataclass(frozen=True)
class ConcatWeights:
    """How much each modality of a query counts; only ratios matter.

    E5's cosines lie close together (about 0.75 to 0.9) and the CNN's spread wider, so equal weights
    already let a photo lead where there is one.
    """

    text: float = 1.0
    photo: float = 1.0
    speech: float = 1.0


class ConcatFusion:
    """Implements ``inputs.Fusion``."""

    dim = sum(DIMS.values())

    def __init__(self, weights: ConcatWeights | None = None) -> None:
        self._weights = weights or ConcatWeights()

    def fuse_query(self, parts: FusionInput) -> Vector:
        """float32 (1716,) of unit length. Raises BadInput where nothing is present."""
        weights = {name: float(getattr(self._weights, name)) for name in MODALITIES}
        return _lay_out(parts, weights)

    def fuse_product(self, parts: FusionInput) -> Vector:
        """float32 (1716,) of unit length."""
        return _lay_out(parts, dict.fromkeys(MODALITIES, 1.0))


def _lay_out(parts: FusionInput, weights: dict[str, float]) -> Vector:
    laid: list[Vector] = []
    for name in MODALITIES:
        vector: Vector | None = getattr(parts, name)
        if vector is None:
            laid.append(np.zeros(DIMS[name], dtype=np.float32))
            continue
        if vector.shape != (DIMS[name],):
            raise BadInput(name, f"a vector of shape {vector.shape}", f"({DIMS[name]},)")
        laid.append((weights[name] * vector).astype(np.float32))
    whole = np.concatenate(laid)
    length = float(np.linalg.norm(whole))
    if length == 0:
        raise BadInput("fusion input", "no modality at all", "text, photo or speech")
    fused: Vector = (whole / length).astype(np.float32)
    return fused
