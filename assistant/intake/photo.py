"""From bytes to a photo: any common format, upright, opaque, RGB, and no larger than needed."""

from __future__ import annotations

import io
import struct
from typing import TYPE_CHECKING

import numpy as np

from assistant.errors import PhotoError
from assistant.intake.limits import Limits
from assistant.turn import Photo

if TYPE_CHECKING:
    from PIL import Image

_PAPER = (255, 255, 255)
# Only these decoders ever see a stranger's bytes: Pillow knows forty more, one runs Ghostscript.
_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "HEIF", "AVIF")
_SIXTEEN_BIT = ("I;16", "I;16L", "I;16B", "I;16N")
_TRANSPARENT = ("RGBA", "LA", "PA", "La", "RGBa")
# What Pillow's decoders raise for damaged files; UnidentifiedImageError is an OSError.
_DECODER_ERRORS = (
    OSError,
    ValueError,
    TypeError,
    SyntaxError,
    EOFError,
    LookupError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    MemoryError,
    struct.error,
)


def read_photo(data: bytes, limits: Limits) -> Photo:
    """The photo in ``data``: JPEG, PNG, WebP, GIF (its first frame), BMP, TIFF, HEIC or AVIF.

    EXIF rotation is applied, transparency put on white, CMYK, grey and 16 bits turned into RGB, and
    the longer side reduced to ``limits.photo_side_px``. Raises PhotoError: photo_too_large by bytes
    or pixels, photo_broken where it cannot be decoded.
    """
    if len(data) > limits.photo_bytes:
        raise _too_large(f"{len(data)} bytes", limits)
    from pi_heif import register_heif_opener
    from PIL import Image, ImageOps

    register_heif_opener()
    side = (limits.photo_side_px, limits.photo_side_px)
    try:
        image: Image.Image = Image.open(io.BytesIO(data), formats=_FORMATS)
        width, height = image.size
        if width * height > limits.photo_pixels:
            raise _too_large(f"{width} x {height} pixels", limits)
        image.draft("RGB", side)  # a JPEG is decoded at the size it is needed in
        image = _eight_bits(image)
        image.thumbnail(side)  # before anything else is copied: 50 megapixels are 200 MB
        rgb = _on_paper(ImageOps.exif_transpose(image))
    except Image.DecompressionBombError as error:
        raise _too_large(str(error), limits) from error
    except _DECODER_ERRORS as error:
        raise _broken(data) from error
    return Photo(np.asarray(rgb, dtype=np.uint8).copy())


def _eight_bits(image: Image.Image) -> Image.Image:
    """The image in L, RGB, CMYK or RGBA, eight bits a channel. Its EXIF data stay."""
    from PIL import Image

    if image.mode in (*_SIXTEEN_BIT, "I", "F"):
        values = np.nan_to_num(np.asarray(image, dtype=np.float32)).clip(min=0)
        white = _white_level(image.mode, float(values.max(initial=0.0)))
        grey = Image.fromarray((values / white * 255).astype(np.uint8))
        grey.info = image.info
        return grey
    if "transparency" in image.info or image.mode in _TRANSPARENT:
        return image.convert("RGBA")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _white_level(mode: str, peak: float) -> float:
    """The value that is white in deep grey: what 16 bits hold; for 32 bits, what holds the peak."""
    if mode in _SIXTEEN_BIT:
        return 65535.0
    if mode == "F" and peak <= 1.0:
        return 1.0
    return next((level for level in (255.0, 65535.0) if peak <= level), peak)


def _on_paper(image: Image.Image) -> Image.Image:
    """RGB; what was transparent is white."""
    from PIL import Image

    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGBA", image.size, (*_PAPER, 255))
    return Image.alpha_composite(paper, image).convert("RGB")


def _too_large(what: str, limits: Limits) -> PhotoError:
    return PhotoError(
        f"a photo of {what}; at most {limits.photo_bytes} bytes and {limits.photo_pixels} pixels",
        code="photo_too_large",
        limit_mb=limits.photo_bytes // 1_000_000,
        limit_megapixels=limits.photo_pixels // 1_000_000,
    )


def _broken(data: bytes) -> PhotoError:
    return PhotoError(
        f"{len(data)} bytes that are no picture (they begin {data[:8]!r}); "
        "send a JPEG, PNG, WebP or HEIC file",
        code="photo_broken",
    )
