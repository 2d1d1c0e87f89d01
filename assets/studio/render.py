"""The catalogue's pictures: front, angle and cutout of each piece; what has not changed is skipped.

`python -m assets.studio render [--only ID ...] [--views front angle cutout] [--force]`
"""

from __future__ import annotations

import io
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PIL import Image

from assets.studio.build import build
from assets.studio.darkroom import develop_all
from assets.studio.designs import Design, read_designs
from assets.studio.develop import PAPER_LEVEL, Bytes, cut_out, exposed
from assets.studio.ledger import Ledger
from assets.studio.records import CATALOGUE_DIR
from assets.studio.scene import in_the_air, on_paper
from assets.studio.tracing import Effort, denoised, traced
from assets.studio.views import angle_shot, front_shot
from assets.studio.worn import cutout, worn_design

logger = logging.getLogger(__name__)
REVISION = "2"  # raise it when lights, materials or builders change what a picture shows
AIR_GAIN = PAPER_LEVEL / 1.5  # a cutout has no paper to be exposed by; this is its usual level


@dataclass(frozen=True)
class Kind:
    """One kind of picture: its file, longest side, the file's quality and the paths traced."""

    file: str
    size_px: int
    quality: int
    effort: Effort
    draw: Callable[[Design, Kind], Bytes]


def draw_front(design: Design, kind: Kind) -> Bytes:
    stage = on_paper(design, front_shot(design, build(design), kind.size_px))
    return exposed(denoised(traced(stage, kind.effort)))


def draw_angle(design: Design, kind: Kind) -> Bytes:
    stage = on_paper(design, angle_shot(design, build(design), kind.size_px))
    return exposed(denoised(traced(stage, kind.effort)))


def draw_cutout(design: Design, kind: Kind) -> Bytes:
    framed = cutout(design, build(worn_design(design)), kind.size_px)
    linear = traced(in_the_air(design, framed.shot), kind.effort)
    linear[..., :3] = denoised(linear[..., :3])
    return cut_out(linear, AIR_GAIN)


KINDS = {
    "front": Kind("pictures/{id}.jpg", 640, 86, Effort(), draw_front),
    "angle": Kind("pictures/{id}-angle.webp", 480, 82, Effort(24, 8, 12), draw_angle),
    "cutout": Kind("cutouts/{id}.webp", 512, 82, Effort(24, 0, 14), draw_cutout),
}


def file_bytes(pixels: Bytes, kind: Kind) -> bytes:
    """JPEG or WebP, as the kind's name ends."""
    written = io.BytesIO()
    image = Image.fromarray(pixels)
    if kind.file.endswith(".jpg"):
        image.save(written, "JPEG", quality=kind.quality, optimize=True)
    else:
        image.save(written, "WEBP", quality=kind.quality, method=6, alpha_quality=90)
    return written.getvalue()


def inputs_of(design: Design, view: str) -> str:
    """Digest of all that decides a picture."""
    kind = KINDS[view]
    return design.picture_hash(f"{REVISION}/{view}/{kind.size_px}/{kind.effort}/{kind.quality}")


@dataclass
class Report:
    """What a run made, and what it could not."""

    made: int = 0
    broken: tuple[str, ...] = ()


def picture_of(task: tuple[Design, str]) -> bytes:
    """The file of one view of one piece."""
    design, view = task
    return file_bytes(KINDS[view].draw(design, KINDS[view]), KINDS[view])


def render_all(only: Sequence[str], views: Iterable[str], force: bool = False) -> Report:
    """Draws what is new or changed, in the order of ``only`` where it names pieces; a piece that
    cannot be built is reported and passed over.
    """
    ledger, report = Ledger.read(), Report()
    catalogue = {design.id: design for design in read_designs()}
    for file in ledger.forget_others({f"{one}/{view}" for one in catalogue for view in KINDS}):
        (CATALOGUE_DIR / file).unlink(missing_ok=True)
    due = [
        (catalogue[one], view)
        for one in (only or catalogue)
        for view in views
        if force or not ledger.holds(f"{one}/{view}", inputs_of(catalogue[one], view))
    ]
    started = time.perf_counter()
    for number, ((design, view), data) in enumerate(develop_all(picture_of, due), start=1):
        if isinstance(data, str):
            logger.warning("%s/%s cannot be drawn: %s", design.id, view, data)
            report.broken += (f"{design.id}/{view}",)
            continue
        file = KINDS[view].file.format(id=design.id)
        ledger.write(f"{design.id}/{view}", inputs_of(design, view), file, data)
        report.made += 1
        spent = time.perf_counter() - started
        left = spent / number * (len(due) - number) / 60
        logger.info(
            "%s/%s %d kB, %d of %d, %.1f s each, %.0f min left",
            design.id, view, len(data) // 1024, number, len(due), spent / number, left,
        )  # fmt: skip
    return report
