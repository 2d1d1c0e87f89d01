"""What a phone does to light: exposure, white balance, blur, noise, JPEG, a screenshot's frame.

numpy and Pillow; every number comes from the caller, the noise from a seed, so that a photo can be
made again byte for byte.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from assets.studio.develop import LUMINANCE, Image32, encoded, to_bytes

MIDDLE_GREY = 0.24  # linear level that a phone's meter brings a scene to
SPARED = 0.12  # how bright the brightest hundredth may be: this share of it counts as the level
SCREEN_PX = (180, 320)


@dataclass(frozen=True)
class Handling:
    """How the photo came out. Blur in px; noise as the standard deviation at white; gains of red
    and blue against green; exposure in stops.
    """

    exposure_ev: float = 0.0
    red_gain: float = 1.0
    blue_gain: float = 1.0
    defocus_px: float = 0.0
    motion_px: float = 0.0
    motion_deg: float = 0.0
    noise: float = 0.0
    vignette: float = 0.0
    jpeg_quality: int = 75
    frame: str = "none"  # or "light", "dark": a screenshot of an app
    noise_seed: int = 0


def developed(linear: Image32, handling: Handling) -> bytes:
    """JPEG bytes from linear light (H, W, 3)."""
    light = blurred(np.maximum(np.asarray(linear, np.float64), 0), handling)
    light *= np.array([handling.red_gain, 1.0, handling.blue_gain])
    light *= metered(light) * 2.0**handling.exposure_ev
    light = noisy(light * vignetted(light.shape[:2], handling.vignette), handling)
    pixels = to_bytes(encoded(rolled_off(light)))
    image = Image.fromarray(pixels)
    if handling.frame != "none":
        image = framed(image, handling.frame == "dark")
    written = io.BytesIO()
    image.save(written, "JPEG", quality=handling.jpeg_quality)
    return written.getvalue()


def metered(light: NDArray[np.float64]) -> float:
    """The gain of a centre-weighted meter that also spares what is very bright."""
    height, width = light.shape[:2]
    down, across = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    weight = np.exp(-(down**2 + across**2) / 0.5)
    level = float((np.minimum(light @ LUMINANCE, 4.0) * weight).sum() / weight.sum())
    bright = float(np.percentile(light @ LUMINANCE, 99))
    return MIDDLE_GREY / max(level, SPARED * bright, 1e-6)


def rolled_off(light: NDArray[np.float64]) -> NDArray[np.float64]:
    """A little contrast about middle grey, and highlights compressed above a knee."""
    light = MIDDLE_GREY * (light / MIDDLE_GREY) ** 1.14
    knee = 0.7
    over = np.maximum(light - knee, 0) / (1 - knee)
    return np.minimum(light, knee) + (1 - knee) * over / (1 + over)


def blurred(light: NDArray[np.float64], handling: Handling) -> NDArray[np.float64]:
    """Defocus as a disc, then shake as a line."""
    if handling.defocus_px > 0.3:
        reach = int(np.ceil(handling.defocus_px))
        steps = np.arange(-reach, reach + 1)
        x, y = (grid.ravel() for grid in np.meshgrid(steps, steps))
        share = np.clip(handling.defocus_px + 0.5 - np.hypot(x, y), 0, 1)
        light = shifted_mean(light, x[share > 0], y[share > 0], share[share > 0])
    if handling.motion_px > 0.5:
        along = np.linspace(-0.5, 0.5, 2 * int(handling.motion_px) + 3) * handling.motion_px
        turn = np.radians(handling.motion_deg)
        x, y = np.rint(along * np.cos(turn)), np.rint(along * np.sin(turn))
        light = shifted_mean(light, x.astype(int), y.astype(int), np.ones(len(along)))
    return light


def shifted_mean(
    light: NDArray[np.float64],
    x: NDArray[np.int64],
    y: NDArray[np.int64],
    share: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Weighted mean of the picture shifted by whole pixels, edges repeated."""
    height, width = light.shape[:2]
    reach = int(max(np.abs(x).max(), np.abs(y).max(), 1))
    padded = np.pad(light, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    total = np.zeros_like(light)
    for right, down, weight in zip(x, y, share, strict=True):
        top, left = reach + int(down), reach + int(right)
        total += weight * padded[top : top + height, left : left + width]
    return np.asarray(total / share.sum())


def vignetted(size: tuple[int, ...], amount: float) -> NDArray[np.float64]:
    """Light lost towards the corners, as a share there; (H, W, 1)."""
    down, across = np.mgrid[-1 : 1 : size[0] * 1j, -1 : 1 : size[1] * 1j]
    return np.asarray(1 - amount * (down**2 + across**2)[..., None] / 2)


def noisy(light: NDArray[np.float64], handling: Handling) -> NDArray[np.float64]:
    """Shot noise growing with the root of light, and a floor; a little coarser than one pixel."""
    random = np.random.default_rng(handling.noise_seed)
    grain = random.normal(size=light.shape)
    grain = 0.8 * grain + 0.45 * np.roll(grain, 1, axis=1)
    spread = handling.noise * np.sqrt(np.clip(light, 0, 1) + 0.02)
    return np.maximum(light + spread * grain, 0)


def framed(photo: Image.Image, dark: bool) -> Image.Image:
    """A screenshot: status bar, the photo across the screen, and a caption's lines below it."""
    ground, ink = ((18, 18, 20), (225, 225, 228)) if dark else ((250, 250, 250), (40, 40, 44))
    width, height = SCREEN_PX
    screen = Image.new("RGB", SCREEN_PX, ground)
    drawing = ImageDraw.Draw(screen)
    drawing.text((9, 1), "9:41", fill=ink)
    drawing.rectangle((152, 5, 170, 11), outline=ink)
    drawing.rectangle((153, 6, 165, 10), fill=ink)
    drawing.line((9, 25, 14, 20), fill=ink)
    drawing.line((9, 25, 14, 30), fill=ink)
    drawing.rectangle((62, 22, 118, 27), fill=ink)
    tall = min(round(photo.height * width / photo.width), height - 78)
    crop = min(photo.height, round(photo.width * tall / width))
    top = (photo.height - crop) // 2
    screen.paste(
        photo.resize((width, tall), Image.Resampling.BICUBIC, (0, top, photo.width, top + crop)),
        (0, 36),
    )
    soft = tuple((a + b) // 2 for a, b in zip(ground, ink, strict=True))
    for row, wide in enumerate((120, 150, 90)):
        at = 36 + tall + 9 + 11 * row
        if at + 5 < height:
            drawing.rectangle((9, at, 9 + wide, at + 4), fill=soft)
    return screen
