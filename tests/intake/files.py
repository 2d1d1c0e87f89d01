"""Photos and recordings made in memory: good ones, odd ones and broken ones."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import numpy as np
import soundfile
from numpy.typing import NDArray
from PIL import Image

from assistant.settings import Limits

LIMITS = Limits()
SMALL = Limits(photo_bytes=2_000, photo_pixels=10_000, audio_seconds=2.0, audio_bytes=1_000_000)
HEIC = Path(__file__).parents[1] / "data" / "photos_heic" / "two_halves.heic"
RED, BLUE = (220, 20, 30), (20, 40, 220)


def two_halves(width: int = 96, height: int = 64) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def encode(image: Image.Image, kind: str, **options: Any) -> bytes:
    """The file's bytes in a format of Pillow's."""
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def tone(seconds: float = 1.0, rate_hz: int = 16_000, channels: int = 1) -> NDArray[np.float32]:
    """A 440 Hz tone at half of full scale, (frames, channels)."""
    times = np.arange(int(seconds * rate_hz)) / rate_hz
    wave = 0.5 * np.sin(2 * np.pi * 440 * times)
    return np.repeat(wave[:, None], channels, axis=1).astype(np.float32)


def record(
    samples: NDArray[Any], rate_hz: int = 16_000, kind: str = "WAV", subtype: str | None = None
) -> bytes:
    """The recording's bytes."""
    out = io.BytesIO()
    soundfile.write(out, samples, rate_hz, format=kind, subtype=subtype)
    return out.getvalue()
