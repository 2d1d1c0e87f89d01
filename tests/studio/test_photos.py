"""A phone's faults on light that is known: each does what it says, the same way every time."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from assets.studio.backdrops import COVERS, room_light, surface
from assets.studio.phone import SCREEN_PX, Handling, blurred, developed

PLAIN = Handling(jpeg_quality=95)


def light() -> np.ndarray:
    """A bright square on grey."""
    linear = np.full((60, 80, 3), 0.3, np.float32)
    linear[20:40, 30:50] = 0.9
    return linear


def picture(handling: Handling) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(developed(light(), handling))), dtype=float)


def test_a_photo_can_be_made_again_byte_for_byte() -> None:
    shaken = Handling(0.3, 1.1, 0.9, 1.4, 3.0, 40.0, 0.04, 0.2, 62, "dark", 11)
    assert developed(light(), shaken) == developed(light(), shaken)


def test_another_seed_gives_other_noise() -> None:
    noisy = replace(PLAIN, noise=0.05, noise_seed=1)
    assert developed(light(), noisy) != developed(light(), replace(noisy, noise_seed=2))


@pytest.mark.parametrize("blur", [{"defocus_px": 2.5}, {"motion_px": 6.0, "motion_deg": 90.0}])
def test_blur_softens_an_edge_and_keeps_the_light(blur: dict[str, float]) -> None:
    sharp, soft = light(), blurred(light().astype(float), Handling(**blur))
    assert np.abs(np.diff(soft[:, 40, 0])).max() < np.abs(np.diff(sharp[:, 40, 0])).max() / 2
    assert soft.mean() == pytest.approx(sharp.mean(), rel=0.01)


def test_shake_blurs_along_its_direction_only() -> None:
    soft = blurred(light().astype(float), Handling(motion_px=6.0, motion_deg=0.0))
    across, down = np.abs(np.diff(soft[30, :, 0])).max(), np.abs(np.diff(soft[:, 40, 0])).max()
    assert across < down / 2


def test_noise_roughens_an_even_field() -> None:
    field = (slice(2, 16), slice(2, 26))
    assert picture(replace(PLAIN, noise=0.06))[field].std() > 3 * picture(PLAIN)[field].std() + 1


def test_a_warm_white_balance_makes_grey_reddish() -> None:
    red, _, blue = picture(replace(PLAIN, red_gain=1.2, blue_gain=0.8))[5, 5]
    assert red > blue + 20


def test_a_stop_more_makes_the_photo_brighter() -> None:
    assert picture(replace(PLAIN, exposure_ev=1.0)).mean() > picture(PLAIN).mean() + 20


def test_a_lower_quality_makes_a_smaller_file() -> None:
    noisy = replace(PLAIN, noise=0.03)
    assert len(developed(light(), replace(noisy, jpeg_quality=40))) < len(developed(light(), noisy))


def test_a_screenshot_has_the_screens_size_and_the_photo_inside() -> None:
    framed = picture(replace(PLAIN, frame="light"))
    assert framed.shape[1::-1] == SCREEN_PX
    assert framed[3, 90].mean() > 240  # the app's own ground
    assert framed[40, 5].mean() < 220  # the photo


@pytest.mark.parametrize("kind", COVERS)
def test_a_surface_lies_under_the_piece_and_is_the_same_for_its_seed(kind: str) -> None:
    first, second = surface(kind, 20.0, 5), surface(kind, 20.0, 5)
    assert np.array_equal(first.colours, second.colours)
    assert first.positions[:, 2].max() <= 1e-9
    assert (first.normals[:, 2] > 0).all()
    assert first.colours.min() > 0
    assert first.colours.max() <= 1.0


def test_lamps_are_warm_and_windows_cool() -> None:
    lamp, window = (room_light(kind, 0.0, 3).mean(axis=(0, 1)) for kind in ("lamp", "window"))
    assert lamp[0] > lamp[2]
    assert window[0] < window[2]
