"""The catalogue's own pictures, as pixels."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product

log = logging.getLogger(__name__)


def load_pictures(
    products: Iterable[Product], folder: Path
) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """(product id, uint8 (H, W, 3) RGB) of every product whose picture can be opened."""
    from PIL import Image

    for product in products:
        if product.image is None:
            continue
        try:
            with Image.open(folder / product.image) as image:
                yield product.id, np.asarray(image.convert("RGB"), dtype=np.uint8)
        except OSError as error:
            log.warning("%s has no picture that opens: %s", product.id, error)
