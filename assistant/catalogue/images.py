"""The products' pictures, as files and as pixels."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product

log = logging.getLogger(__name__)
IMPORTED = "imported"  # folder of merchants' pictures; their names are digests of their bytes


class ProductPictures:
    """Finds a record's pictures. ``folders`` are those that the first part of a picture's name
    stands for: 'pictures/R-001.jpg' is R-001.jpg in folders["pictures"]."""

    def __init__(self, folders: Mapping[str, Path]) -> None:
        self._folders = folders

    def find(self, image: str) -> Path | None:
        """The file of a record's picture; None where there is none, or where the name would leave
        its folder."""
        part, _, name = image.partition("/")
        folder = self._folders.get(part)
        path = folder / name if folder and name else None
        if folder is None or path is None or not path.is_file():
            return None
        return path if path.resolve().is_relative_to(folder.resolve()) else None

    def digest(self, product: Product) -> str:
        """Changes when the picture does; "" for a product without one."""
        if not product.image:
            return ""
        if product.image.startswith(f"{IMPORTED}/"):
            return product.image
        path = self.find(product.image)
        return hashlib.sha256(path.read_bytes()).hexdigest() if path else ""

    def pixels(self, product: Product) -> NDArray[np.uint8] | None:
        """uint8 (H, W, 3) RGB; None where there is no picture that opens."""
        from PIL import Image

        path = self.find(product.image) if product.image else None
        if path is None:
            return None
        try:
            with Image.open(path) as image:
                return np.asarray(image.convert("RGB"), dtype=np.uint8)
        except OSError as error:
            log.warning("%s has no picture that opens: %s", product.id, error)
            return None
