"""From bytes to a photo: any common format, upright, opaque, RGB, and no larger than needed."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import PhotoError
from assistant.intake.limits import Limits
from assistant.turn import Photo

if TYPE_CHECKING:
    from PIL import Image

_PAPER = (255, 255, 255)


def read_photo(data: bytes, limits: Limits) -> Photo:
    """The photo in ``data``: JPEG, PNG, WebP, GIF (its first frame), BMP, TIFF, HEIC or AVIF.

    EXIF rotation is applied, transparency put on white, CMYK and grey turned into RGB, and the
    longer side reduced to ``limits.photo_side_px``. Raises PhotoError: photo_too_large by bytes or
    pixels, photo_broken where it cannot be decoded.
    """
    if len(data) > limits.photo_bytes:
        raise _too_large(f"{len(data)} bytes", limits)
    from pi_heif import register_heif_opener
    from PIL import Image, ImageOps, UnidentifiedImageError

    register_heif_opener()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # we judge the size ourselves, just below
            image: Image.Image = Image.open(io.BytesIO(data))
            width, height = image.size
            if width * height > limits.photo_pixels:
                raise _too_large(f"{width} x {height} pixels", limits)
            image.draft("RGB", (limits.photo_side_px, limits.photo_side_px))
            upright = ImageOps.exif_transpose(image)
            rgb = _on_paper(upright)
    except (UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise _broken(data) from error
    except (OSError, ValueError, SyntaxError, EOFError, TypeError, MemoryError) as error:
        raise _broken(data) from error  # what Pillow's decoders raise for damaged files
    rgb.thumbnail((limits.photo_side_px, limits.photo_side_px))
    return Photo(np.asarray(rgb, dtype=np.uint8).copy())


def _on_paper(image: Image.Image) -> Image.Image:
    """RGB; what was transparent is white."""
    from PIL import Image

    if image.mode in ("I", "I;16", "I;16B", "F"):  # 16-bit grey: scale, or it would clip to white
        values = np.asarray(image, dtype=np.float32)
        span = float(values.max() - values.min()) or 1.0
        scaled = ((values - values.min()) / span * 255).astype(np.uint8)
        return Image.fromarray(scaled).convert("RGB")
    if "transparency" in image.info or image.mode in ("RGBA", "LA", "PA", "La", "RGBa"):
        layered = image.convert("RGBA")
        paper = Image.new("RGBA", layered.size, (*_PAPER, 255))
        return Image.alpha_composite(paper, layered).convert("RGB")
    return image.convert("RGB")


def _too_large(what: str, limits: Limits) -> PhotoError:
    return PhotoError(
        f"a photo of {what}; at most {limits.photo_bytes} bytes and {limits.photo_pixels} pixels",
        code="photo_too_large",
        limit_mb=limits.photo_bytes // 1_000_000,
    )


def _broken(data: bytes) -> PhotoError:
    return PhotoError(
        f"{len(data)} bytes that are no picture (they begin {data[:8]!r}); "
        "send a JPEG, PNG, WebP or HEIC file",
        code="photo_broken",
    )
