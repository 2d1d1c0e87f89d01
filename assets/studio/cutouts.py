"""The cutouts' one file, `cutouts.json`: how large a pixel is and where each anchor falls.

numpy is enough: anchors are projected from known points, not found in the picture.
"""

from __future__ import annotations

import json
import logging
from pathlib import Path
from typing import Any

from assets.studio.build import build
from assets.studio.designs import Design, read_designs
from assets.studio.ledger import write_bytes
from assets.studio.records import CATALOGUE_DIR
from assets.studio.worn import cutout, worn_design

logger = logging.getLogger(__name__)
CUTOUTS_PATH = CATALOGUE_DIR / "cutouts.json"


def cutout_row(design: Design) -> dict[str, Any]:
    """{"image", "mm_per_px", "anchors": {name: [x, y]}} of one piece; px from the top left."""
    framed = cutout(design, build(worn_design(design)))
    return {
        "image": f"cutouts/{design.id}.webp",
        "mm_per_px": round(framed.shot.camera.mm_per_px, 6),
        "size_px": list(framed.shot.camera.size_px),
        "anchors": {name: list(at) for name, at in sorted(framed.anchors_px.items())},
    }


def write_cutouts(path: Path = CUTOUTS_PATH) -> int:
    """Rows of all pieces that can be built, one a line; returns how many there are."""
    lines = []
    for design in sorted(read_designs(), key=lambda design: design.id):
        try:
            row = cutout_row(design)
        except (ValueError, KeyError, TypeError, IndexError) as problem:
            logger.warning("%s cannot be built: %r", design.id, problem)
            continue
        lines.append(f"{json.dumps(design.id)}: {json.dumps(row)}")
    write_bytes(path, ("{\n" + ",\n".join(lines) + "\n}\n").encode())
    return len(lines)
