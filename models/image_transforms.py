"""Pixels as the image encoder wants them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from models.errors import BadInput

SIDE_PX = 224
MEAN = 0.5  # EfficientNet-Lite was trained on (x - 0.5) / 0.5
STD = 0.5
_PAPER = 255  # product photos stand on white: padding continues it


def to_input(pixels: NDArray[np.uint8]) -> NDArray[np.float32]:
    """uint8 (H, W, 3) RGB -> float32 (3, 224, 224), mean 0.5 and std 0.5 taken out.

    The whole picture is kept: it is padded to a square with white before it is resized, for a
    necklace reaches into the corners that a centre crop would cut off.
    """
    if pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.dtype != np.uint8 or not pixels.size:
        raise BadInput("pixels", f"{pixels.dtype} {pixels.shape}", "uint8 of shape (H, W, 3)")
    from PIL import Image

    height, width = pixels.shape[:2]
    side = max(height, width)
    canvas = Image.new("RGB", (side, side), (_PAPER, _PAPER, _PAPER))
    canvas.paste(Image.fromarray(pixels), ((side - width) // 2, (side - height) // 2))
    small = canvas.resize((SIDE_PX, SIDE_PX), Image.Resampling.BICUBIC)
    scaled = (np.asarray(small, dtype=np.float32) / 255.0 - MEAN) / STD
    return np.ascontiguousarray(scaled.transpose(2, 0, 1))
