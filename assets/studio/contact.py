"""One sheet of all front pictures, for the README."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
from PIL import Image

from assets.studio.ledger import write_bytes
from assets.studio.records import CATALOGUE_DIR, PRODUCTS_PATH

CONTACT_PATH = CATALOGUE_DIR.parent / "brand" / "catalogue.jpg"
MOST_BYTES = 600_000
THUMB_PX = 92
MARGIN = 0.09  # of each picture, cut off so that the pieces stand larger


def sheet(pictures: list[Path]) -> Image.Image:
    """The pictures side by side, in rows about half as many again wide as they are high."""
    columns = max(1, round(np.sqrt(len(pictures) * 1.6)))
    rows = -(-len(pictures) // columns)
    whole = Image.new("RGB", (columns * THUMB_PX, rows * THUMB_PX), (240, 238, 232))
    for place, path in enumerate(pictures):
        with Image.open(path) as picture:
            cut = round(MARGIN * picture.width)
            box = (cut, cut, picture.width - cut, picture.height - cut)
            thumb = picture.convert("RGB").resize(
                (THUMB_PX, THUMB_PX), Image.Resampling.LANCZOS, box
            )
        whole.paste(thumb, (place % columns * THUMB_PX, place // columns * THUMB_PX))
    return whole


def write_contact(path: Path = CONTACT_PATH) -> int:
    """Writes the sheet of all published pieces at the best quality under the limit; returns how
    many it shows."""
    rows = map(json.loads, PRODUCTS_PATH.read_text(encoding="utf-8").splitlines())
    pictures = [CATALOGUE_DIR / row["image"] for row in rows]
    whole = sheet(pictures)
    for quality in range(88, 30, -6):
        written = io.BytesIO()
        whole.save(written, "JPEG", quality=quality, optimize=True)
        if len(written.getvalue()) < MOST_BYTES:
            break
    write_bytes(path, written.getvalue())
    return len(pictures)
