"""Draws a picture again and holds it against the file: does this machine make what was committed?

`python -m assets.studio check [--only ID ...]`. It needs the renderer, so it stands outside the
tests, which have to run where Mitsuba is not installed.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PIL import Image

from assets.studio.designs import read_designs
from assets.studio.records import CATALOGUE_DIR
from assets.studio.render import KINDS
from assets.studio.tracing import choose_variant

MOST_DIFFERENCE = 2.5  # of 255, in the mean: compression, and another processor's rounding


def differences(only: Iterable[str]) -> dict[str, float]:
    """id -> mean absolute difference of its front from the committed one, of 255."""
    choose_variant()
    wanted, kind, found = set(only), KINDS["front"], {}
    for design in read_designs():
        if design.id in wanted:
            with Image.open(CATALOGUE_DIR / kind.file.format(id=design.id)) as picture:
                committed = np.asarray(picture.convert("RGB"), dtype=float)
            again = kind.draw(design, kind).astype(float)
            found[design.id] = float(np.abs(again - committed).mean())
    return found
