"""Pictures: trace, denoise, expose, save; skip what has not changed.

`python -m assets.studio render [--only ID ...] [--size 640] [--samples 96] [--force]`
"""

from __future__ import annotations

import json
import logging
import os
import time
from dataclasses import dataclass
from pathlib import Path

import mitsuba as mi
import numpy as np
import pyoidn
from numpy.typing import NDArray
from PIL import Image

from assets.studio.build import build
from assets.studio.designs import Design, read_designs
from assets.studio.records import CATALOGUE_DIR
from assets.studio.scene import studio_scene

logger = logging.getLogger(__name__)
PICTURES_DIR = CATALOGUE_DIR / "pictures"
LEDGER_PATH = CATALOGUE_DIR / "pictures.json"
REVISION = "1"  # raise it when lights, materials or builders change what a picture shows
LLVM_PATHS = ("/usr/lib/x86_64-linux-gnu/libLLVM-19.so", "/usr/lib/aarch64-linux-gnu/libLLVM-19.so")
PAPER_LEVEL = 0.86  # linear brightness the paper is exposed to
CONTRAST = 1.28  # power of the tone curve below the paper's level
Image32 = NDArray[np.float32]


@dataclass(frozen=True)
class Settings:
    """How large and how clean."""

    size_px: int = 640
    samples: int = 96
    quality: int = 88


def choose_variant() -> None:
    """LLVM where Debian's libllvm19 is installed, else the slower scalar mode."""
    found = next((path for path in LLVM_PATHS if Path(path).exists()), None)
    if found:
        os.environ.setdefault("DRJIT_LIBLLVM_PATH", found)
    mi.set_variant("llvm_ad_rgb" if "DRJIT_LIBLLVM_PATH" in os.environ else "scalar_rgb")


def trace(design: Design, settings: Settings) -> Image32:
    """Linear radiance (H, W, 3) of one piece, in passes so that a firefly cannot outweigh its
    neighbours.
    """
    scene = studio_scene(design, build(design), settings.size_px)
    passes = max(1, settings.samples // 32)
    total = np.zeros((settings.size_px, settings.size_px, 3), np.float32)
    for seed in range(passes):
        once = np.array(
            mi.render(scene, spp=settings.samples // passes, seed=seed), dtype=np.float32
        )[..., :3]
        total += np.minimum(np.nan_to_num(once), 12.0)
    return np.asarray(total / passes, dtype=np.float32)


def denoised(linear: Image32) -> Image32:
    """Intel Open Image Denoise on the colour alone: with albedo and normals metal comes out
    streaked.
    """
    noisy, result = np.ascontiguousarray(linear), np.zeros_like(linear)
    device = pyoidn.Device()
    device.commit()
    filter_ = pyoidn.Filter(device, "RT")
    filter_.set_image("color", noisy, pyoidn.OIDN_FORMAT_FLOAT3)
    filter_.set_image("output", result, pyoidn.OIDN_FORMAT_FLOAT3)
    filter_.set_bool("hdr", True)
    filter_.commit()
    filter_.execute()
    return result


def exposed(linear: Image32) -> NDArray[np.uint8]:
    """sRGB bytes: the paper at the frame's edge is brought to one level, highlights roll off
    softly.
    """
    border = np.concatenate(
        [linear[:24].reshape(-1, 3), linear[:, :24].reshape(-1, 3), linear[:, -24:].reshape(-1, 3)]
    )
    level = float(np.median(border @ np.array([0.2126, 0.7152, 0.0722])))
    scaled = linear * (PAPER_LEVEL / max(level, 1e-6))
    scaled = PAPER_LEVEL * np.where(
        scaled < PAPER_LEVEL, (scaled / PAPER_LEVEL) ** CONTRAST, scaled / PAPER_LEVEL
    )
    knee = 0.84
    soft = np.where(
        scaled > knee, knee + (1 - knee) * (1 - np.exp(-(scaled - knee) / (1 - knee) * 0.8)), scaled
    )
    srgb = np.where(
        soft <= 0.0031308, 12.92 * soft, 1.055 * np.maximum(soft, 1e-6) ** (1 / 2.4) - 0.055
    )
    return np.asarray(np.clip(np.round(srgb * 255), 0, 255), dtype=np.uint8)


def read_ledger() -> dict[str, str]:
    return json.loads(LEDGER_PATH.read_text(encoding="utf-8")) if LEDGER_PATH.exists() else {}


def render_all(only: list[str], settings: Settings, force: bool = False) -> int:
    """Draws what is new or changed; returns how many pictures were made."""
    choose_variant()
    PICTURES_DIR.mkdir(parents=True, exist_ok=True)
    made = 0
    for design in read_designs():
        if only and design.id not in only:
            continue
        digest = design.picture_hash(f"{REVISION}/{settings}")
        path = PICTURES_DIR / f"{design.id}.jpg"
        if not force and path.exists() and read_ledger().get(design.id) == digest:
            continue
        started = time.perf_counter()
        pixels = exposed(denoised(trace(design, settings)))
        Image.fromarray(pixels).save(path, quality=settings.quality, optimize=True)
        ledger = read_ledger() | {design.id: digest}
        LEDGER_PATH.write_text(
            json.dumps(dict(sorted(ledger.items())), indent=1) + "\n", encoding="utf-8"
        )
        made += 1
        logger.info(
            "%s %.1f s, %d kB",
            design.id,
            time.perf_counter() - started,
            path.stat().st_size // 1024,
        )
    return made
