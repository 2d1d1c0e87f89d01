"""The one door between the models and the shop: plain numpy vectors come out of it.

Each encoder is loaded by a function of its own, so that a shop can open with the first and go on
loading; ``Embedder`` joins those that are there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from models.audio_features import mfcc_summary
from models.fusion.concat import ConcatFusion
from models.fusion.inputs import Fusion, FusionInput, Vector
from models.image_encoder import ImageEncoder
from models.progress import ProgressListener
from models.registry import EFFICIENTNET_LITE0
from models.text_encoder import TextEncoder, load_text_encoder
from models.weights import fetch

__all__ = ["Embedder", "FusionInput", "load_embedder", "load_image_encoder", "load_text_encoder"]


class Embedder:
    """Encodes queries and products. All vectors are float32 of unit length."""

    def __init__(
        self, text: TextEncoder, photos: ImageEncoder, fusion: Fusion | None = None
    ) -> None:
        self._text = text
        self._photos = photos
        self._fusion = fusion or ConcatFusion()

    @property
    def name(self) -> str:
        """Names the encoders and the fusion: vectors of another name do not compare."""
        return f"{self._text.name}+{EFFICIENTNET_LITE0.name}+{type(self._fusion).__name__}"

    def encode_text_query(self, text: str) -> Vector:
        """(384,) of a question."""
        vector: Vector = self._text.encode_queries([text])[0]
        return vector

    def encode_text_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, 384) of texts that answer questions."""
        return self._text.encode_passages(texts)

    def encode_photo(self, pixels: NDArray[np.uint8]) -> Vector:
        """(1280,) of a uint8 (H, W, 3) photo."""
        vector: Vector = self._photos.encode([pixels])[0]
        return vector

    def encode_photos(self, photos: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """(n, 1280)."""
        return self._photos.encode(photos)

    def encode_speech(self, samples_16k: NDArray[np.float32]) -> Vector:
        """(52,) MFCC summary of float32 mono at 16 kHz."""
        return mfcc_summary(samples_16k)

    def encode_query(self, parts: FusionInput) -> Vector:
        """The fused query vector."""
        return self._fusion.fuse_query(parts)

    def encode_product(self, text: Vector | None, photo: Vector | None) -> Vector:
        """The fused product vector, in the space of the queries."""
        return self._fusion.fuse_product(FusionInput(text=text, photo=photo))


def load_image_encoder(
    progress: ProgressListener | None = None, *, home: Path | None = None
) -> ImageEncoder:
    """The photo encoder, its weights fetched first where needed."""
    return ImageEncoder.load(fetch(EFFICIENTNET_LITE0, progress, home=home))


def load_embedder(
    progress: ProgressListener | None = None, *, home: Path | None = None
) -> Embedder:
    """Everything but speech to text, loaded now."""
    return Embedder(load_text_encoder(progress, home=home), load_image_encoder(progress, home=home))
