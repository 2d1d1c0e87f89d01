"""Path tracing with Mitsuba, one refractive index a colour, and denoising."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import mitsuba as mi
import numpy as np
import pyoidn
from numpy.typing import NDArray

from assets.studio.develop import Image32
from assets.studio.scene import PIECE, Stage

LLVM_PATHS = ("/usr/lib/x86_64-linux-gnu/libLLVM-19.so", "/usr/lib/aarch64-linux-gnu/libLLVM-19.so")
BRIGHTEST = 24.0  # a sample is cut off here, so that a firefly cannot outweigh its neighbours
LANES = 3_000_000  # paths followed at once; more only costs memory
Ints = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Effort:
    """Paths a pixel: where the piece is seen, elsewhere, and for each colour of a clear stone."""

    piece: int = 32
    elsewhere: int = 8
    clear: int = 20


def choose_variant() -> None:
    """LLVM where Debian's libllvm19 is installed, else the slower scalar mode."""
    found = next((path for path in LLVM_PATHS if Path(path).exists()), None)
    if found:
        os.environ.setdefault("DRJIT_LIBLLVM_PATH", found)
    mi.set_variant("llvm_ad_rgb" if "DRJIT_LIBLLVM_PATH" in os.environ else "scalar_rgb")


def traced(stage: Stage, effort: Effort) -> Image32:
    """Linear radiance (H, W, 3), with coverage as a fourth channel where the stage has alpha.

    Where a clear stone is seen first, each colour is traced on its own with the stone's index
    for it, all three with the same random numbers, so that what differs between the colours is
    dispersion and not noise.
    """
    width, height = stage.size_px
    piece, clear = seen(stage)
    piece, clear = widened(piece, 2).ravel(), widened(clear).ravel()
    linear = np.zeros((height * width, 4), np.float32)
    plain = np.flatnonzero(piece & ~clear)
    linear[plain] = followed(stage, plain, effort.piece, 0)
    if not stage.alpha:
        rest = np.flatnonzero(~piece & ~clear)
        linear[rest] = followed(stage, rest, effort.elsewhere, 1)
    stones = np.flatnonzero(clear)
    if len(stones):
        for colour in range(3):
            tune(stage, colour)
            once = followed(stage, stones, effort.clear, 2)
            linear[stones, colour], linear[stones, 3] = once[:, colour], once[:, 3]
    return linear.reshape(height, width, 4)[..., : 4 if stage.alpha else 3]


def tune(stage: Stage, colour: int) -> None:
    """Gives every clear stone its index for one colour."""
    parameters = mi.traverse(stage.scene)
    for name, by_colour in stage.clear.items():
        parameters[name] = by_colour[colour]
    parameters.update()


def followed(stage: Stage, pixels: Ints, paths: int, seed: int) -> Image32:
    """Mean radiance and coverage (N, 4) of pixels given by their place in the flattened picture."""
    if not len(pixels):
        return np.zeros((0, 4), np.float32)
    batch = max(1, LANES // paths)
    pieces = [
        batch_followed(stage, pixels[start : start + batch], paths, seed + 101 * start)
        for start in range(0, len(pixels), batch)
    ]
    return np.concatenate(pieces)


def batch_followed(stage: Stage, pixels: Ints, paths: int, seed: int) -> Image32:
    width, height = stage.size_px
    scene = stage.scene
    count = len(pixels) * paths
    sampler = mi.load_dict({"type": "independent"})
    sampler.seed(seed, count)
    each = np.repeat(pixels, paths)
    corner = mi.Point2f(mi.Float(each % width), mi.Float(each // width))
    at = (corner + sampler.next_2d()) / mi.ScalarPoint2f(width, height)
    ray, _ = scene.sensors()[0].sample_ray_differential(0.0, 0.5, at, mi.Point2f(0.5))
    radiance, covered, _ = scene.integrator().sample(scene, sampler, ray)
    light = np.array(radiance).reshape(3, len(pixels), paths)
    light = np.minimum(np.nan_to_num(light, posinf=0.0), BRIGHTEST).mean(axis=2)
    coverage = np.array(covered).reshape(len(pixels), paths).mean(axis=1)
    return np.column_stack([light.T, coverage]).astype(np.float32)


def seen(stage: Stage) -> tuple[Mask, Mask]:
    """Where the middle of a pixel sees the piece first, and where a clear stone of it; (H, W)."""
    width, height = stage.size_px
    across, down = np.meshgrid((np.arange(width) + 0.5) / width, (np.arange(height) + 0.5) / height)
    at = mi.Point2f(
        mi.Float(across.ravel().astype(np.float32)), mi.Float(down.ravel().astype(np.float32))
    )
    ray, _ = stage.scene.sensors()[0].sample_ray(0.0, 0.5, at, mi.Point2f(0.5))
    hit = stage.scene.ray_intersect(ray)
    clear = hit.is_valid() & mi.has_flag(hit.bsdf().flags(), mi.BSDFFlags.DeltaTransmission)
    piece = hit.is_valid() & ~clear & False
    for shape in stage.scene.shapes():
        if shape.id().startswith(PIECE):
            piece |= hit.is_valid() & (hit.shape == mi.ShapePtr(shape))
    return np.array(piece).reshape(height, width), np.array(clear).reshape(height, width)


def widened(mask: Mask, times: int = 1) -> Mask:
    """The mask grown by some pixels, so that edges and wires thinner than one are not left out."""
    height, width = mask.shape
    for _ in range(times):
        padded = np.pad(mask, 1)
        shifts = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
        mask = np.any(shifts, axis=0)
    return mask


def denoised(linear: Image32) -> Image32:
    """Intel Open Image Denoise on the colour alone: with albedo and normals metal comes out
    streaked.
    """
    noisy = np.ascontiguousarray(linear)
    result = np.zeros_like(noisy)
    device = pyoidn.Device()
    device.commit()
    filter_ = pyoidn.Filter(device, "RT")
    filter_.set_image("color", noisy, pyoidn.OIDN_FORMAT_FLOAT3)
    filter_.set_image("output", result, pyoidn.OIDN_FORMAT_FLOAT3)
    filter_.set_bool("hdr", True)
    filter_.commit()
    filter_.execute()
    return result
