"""Any photo a shopper may send becomes upright RGB on white, or a PhotoError."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from assistant.errors import PhotoError
from assistant.intake.photo import read_photo
from tests.intake.files import BLUE, HEIC, LIMITS, RED, SMALL, encode, two_halves

ROTATED_90 = 6  # EXIF: the top of the scene is the right side of what is stored
ORIENTATION = 0x0112


def is_near(pixel: np.ndarray, colour: tuple[int, int, int]) -> bool:
    return bool(np.abs(pixel.astype(int) - colour).max() < 12)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "MPO"])
def test_common_formats_keep_their_colours(kind: str) -> None:
    pixels = read_photo(encode(two_halves(), kind), LIMITS).pixels
    assert pixels.shape == (64, 96, 3)
    assert pixels.dtype == np.uint8
    assert is_near(pixels[32, 10], RED)
    assert is_near(pixels[32, 85], BLUE)


def test_a_heic_photo_of_a_telephone_is_read() -> None:
    pixels = read_photo(HEIC.read_bytes(), LIMITS).pixels
    assert pixels.shape == (64, 96, 3)
    assert is_near(pixels[32, 10], (200, 30, 40))


def test_a_photo_taken_sideways_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = ROTATED_90
    pixels = read_photo(encode(two_halves(), "JPEG", exif=exif), LIMITS).pixels
    assert pixels.shape == (96, 64, 3)
    assert is_near(pixels[10, 32], RED)
    assert is_near(pixels[85, 32], BLUE)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_becomes_white(mode: str) -> None:
    clear = Image.new("RGBA", (8, 8), (0, 0, 0, 0)).convert(mode)
    assert read_photo(encode(clear, "PNG"), LIMITS).pixels.min() == 255


def test_a_transparent_palette_colour_becomes_white() -> None:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([0, 0, 0, 255, 0, 0])
    assert read_photo(encode(image, "PNG", transparency=0), LIMITS).pixels.min() == 255


def test_an_opaque_palette_keeps_its_colours() -> None:
    pixels = read_photo(encode(two_halves().quantize(4), "PNG"), LIMITS).pixels
    assert is_near(pixels[32, 10], RED)


def test_cmyk_from_a_printer_becomes_rgb() -> None:
    pixels = read_photo(encode(two_halves().convert("CMYK"), "JPEG"), LIMITS).pixels
    assert is_near(pixels[32, 10], RED)


def test_grey_and_bilevel_become_rgb() -> None:
    for mode in ("L", "1"):
        white = Image.new(mode, (8, 8), 255)
        assert (read_photo(encode(white, "PNG"), LIMITS).pixels == 255).all()


@pytest.mark.parametrize(("level", "expected"), [(65535, 255), (32768, 127), (0, 0)])
def test_sixteen_bits_keep_their_brightness_even_where_all_is_one_grey(
    level: int, expected: int
) -> None:
    image = Image.fromarray(np.full((8, 8), level, np.uint16))
    for kind in ("PNG", "TIFF"):
        pixels = read_photo(encode(image, kind), LIMITS).pixels
        assert pixels.shape == (8, 8, 3)
        assert (np.abs(pixels.astype(int) - expected) <= 1).all()


def test_floating_point_pixels_survive_nan_and_infinity() -> None:
    values = np.array([[0.0, 0.5], [np.nan, 1.0]], np.float32)
    pixels = read_photo(encode(Image.fromarray(values), "TIFF"), LIMITS).pixels
    assert pixels[0, 1, 0] == 127
    assert pixels[1, 1, 0] == 255


def test_an_animation_shows_its_first_frame() -> None:
    frames = [Image.new("RGB", (8, 8), RED), Image.new("RGB", (8, 8), BLUE)]
    moving = encode(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert is_near(read_photo(moving, LIMITS).pixels[4, 4], RED)


def test_a_large_photo_is_reduced_and_quickly() -> None:
    large = encode(two_halves(7000, 5000), "JPEG")
    start = time.perf_counter()
    pixels = read_photo(large, LIMITS).pixels
    assert pixels.shape == (731, 1024, 3)
    assert time.perf_counter() - start < 3.0


def test_a_small_photo_is_not_enlarged() -> None:
    assert read_photo(encode(two_halves(1, 1), "PNG"), LIMITS).pixels.shape == (1, 1, 3)


def test_too_many_pixels_are_refused_before_they_are_decoded() -> None:
    with pytest.raises(PhotoError, match="200 x 100 pixels") as raised:
        read_photo(encode(two_halves(200, 100), "PNG"), SMALL)
    assert raised.value.code == "photo_too_large"


def test_a_decompression_bomb_is_too_large() -> None:
    bomb = encode(Image.new("1", (20_000, 10_000)), "PNG")  # 25 kB that would be 200 megapixels
    with pytest.raises(PhotoError) as raised:
        read_photo(bomb, LIMITS)
    assert raised.value.code == "photo_too_large"


def test_too_many_bytes_are_refused() -> None:
    with pytest.raises(PhotoError) as raised:
        read_photo(bytes(3_000), SMALL)
    assert raised.value.code == "photo_too_large"
    assert "limit_mb" in raised.value.details


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n%%EndComments\n",
        b"%PDF-1.7\n",
        b"\xff\xd8\xff\xe0",
        HEIC.read_bytes()[:200],
        encode(two_halves(), "PNG")[:60],
        encode(two_halves(), "JPEG")[:300],
        encode(two_halves(), "TIFF")[:40],
    ],
    ids=lambda data: f"{len(data)} bytes",
)
def test_what_is_no_whole_picture_is_broken(data: bytes) -> None:
    with pytest.raises(PhotoError) as raised:
        read_photo(data, LIMITS)
    assert raised.value.code == "photo_broken"


WHOLE = [
    HEIC.read_bytes(),
    *(encode(two_halves(), kind) for kind in ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "BMP")),
]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    whole=st.sampled_from(WHOLE),
    place=st.floats(0, 1),
    junk=st.binary(min_size=1, max_size=12),
    keep=st.floats(0.2, 1),
)
def test_damage_anywhere_raises_nothing_but_a_photo_error(
    whole: bytes, place: float, junk: bytes, keep: float
) -> None:
    at = int(place * len(whole))
    damaged = (whole[:at] + junk + whole[at + len(junk) :])[: int(keep * len(whole))]
    try:
        pixels = read_photo(damaged, LIMITS).pixels
    except PhotoError:
        return
    assert pixels.ndim == 3
    assert pixels.shape[2] == 3
    assert max(pixels.shape[:2]) <= LIMITS.photo_side_px
