"""From linear light to a picture's bytes; numpy alone."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

PAPER_LEVEL = 0.86  # linear brightness the paper is exposed to
CONTRAST = 1.28  # power of the tone curve below the paper's level
LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # of linear sRGB (IEC 61966-2-1)
Image32 = NDArray[np.float32]
Bytes = NDArray[np.uint8]


def paper_gain(linear: Image32) -> float:
    """The exposure that brings the paper at the frame's edge to one level."""
    border = np.concatenate(
        [linear[:24].reshape(-1, 3), linear[:, :24].reshape(-1, 3), linear[:, -24:].reshape(-1, 3)]
    )
    return PAPER_LEVEL / max(float(np.median(border @ LUMINANCE)), 1e-6)


def toned(linear: Image32, gain: float) -> Image32:
    """Exposed linear light in [0, 1]: deeper below the paper's level, highlights rolling off."""
    scaled = linear * gain
    scaled = PAPER_LEVEL * np.where(
        scaled < PAPER_LEVEL, (scaled / PAPER_LEVEL) ** CONTRAST, scaled / PAPER_LEVEL
    )
    knee = 0.84
    soft = np.where(
        scaled > knee, knee + (1 - knee) * (1 - np.exp(-(scaled - knee) / (1 - knee) * 0.8)), scaled
    )
    return np.asarray(soft, dtype=np.float32)


def encoded(linear: NDArray[np.floating]) -> NDArray[np.float64]:
    """The sRGB curve (IEC 61966-2-1): linear [0, 1] to encoded [0, 1]."""
    return np.where(
        linear <= 0.0031308, 12.92 * linear, 1.055 * np.maximum(linear, 1e-6) ** (1 / 2.4) - 0.055
    )


def to_bytes(values: NDArray[np.floating]) -> Bytes:
    return np.asarray(np.clip(np.round(values * 255), 0, 255), dtype=np.uint8)


def exposed(linear: Image32) -> Bytes:
    """sRGB bytes of a picture on paper."""
    linear = np.maximum(linear, 0)
    return to_bytes(encoded(toned(linear, paper_gain(linear))))


def cut_out(linear: NDArray[np.floating], gain: float) -> Bytes:
    """sRGB bytes (H, W, 4) with straight alpha from premultiplied linear light.

    Clear pixels next to the piece carry its colour, so that scaling the picture draws no fringe.
    """
    alpha = np.clip(linear[..., 3:], 0, 1)
    colour = np.maximum(linear[..., :3], 0) / np.maximum(alpha, 1e-3)
    values = encoded(toned(np.asarray(colour, np.float32), gain))
    known = (alpha > 0.02).astype(np.float64)
    values = np.where(known > 0, values, 0.0)
    for _ in range(6):
        total, weight = neighbours(values * known), neighbours(known)
        filled = total / np.maximum(weight, 1e-9)
        grown = np.maximum(known, (weight > 0).astype(np.float64))
        values = np.where(known > 0, values, np.where(weight > 0, filled, 0.0))
        known = grown
    return to_bytes(np.concatenate([values, alpha], axis=-1))


def neighbours(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Sum over the 3 x 3 pixels round each, (H, W, C)."""
    height, width = values.shape[:2]
    padded = np.pad(values, ((1, 1), (1, 1), (0, 0)))
    shifts = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    return np.asarray(np.sum(shifts, axis=0))
