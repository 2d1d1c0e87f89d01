"""A photo as a vector: EfficientNet-Lite0 (Tan and Le 2019; the Lite variant by Google)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from models.errors import CheckpointError
from models.image_transforms import to_input

if TYPE_CHECKING:
    from torch import nn

DIM = 1280
_ARCHITECTURE = "tf_efficientnet_lite0"
_BATCH = 16


class ImageEncoder:
    """Encodes photos. Safe to call from many threads: the network is only read."""

    def __init__(self, network: nn.Module) -> None:
        self._network = network

    @classmethod
    def load(cls, path: Path) -> ImageEncoder:
        """From the weights file. Raises CheckpointError where it holds another network."""
        import timm
        import torch

        network = timm.create_model(_ARCHITECTURE, pretrained=False, num_classes=0)
        stored = torch.load(path, map_location="cpu", weights_only=True)
        names = [name for name in network.state_dict() if "num_batches" not in name]
        values = [value for name, value in stored.items() if "num_batches" not in name]
        wanted = network.state_dict()
        # The file's tensors have names of their own but stand in the same order.
        state = dict(zip(names, values, strict=False))
        if len(values) < len(names) or any(
            wanted[name].shape != value.shape for name, value in state.items()
        ):
            raise CheckpointError(path, f"its tensors are not those of {_ARCHITECTURE}")
        network.load_state_dict(state, strict=False)
        return cls(network.eval())

    def encode(self, photos: Sequence[NDArray[np.uint8]]) -> NDArray[np.float32]:
        """uint8 (H, W, 3) photos -> float32 (n, 1280), rows of unit length."""
        import torch

        rows: list[NDArray[np.float32]] = []
        with torch.inference_mode():
            for start in range(0, len(photos), _BATCH):
                batch = np.stack([to_input(photo) for photo in photos[start : start + _BATCH]])
                rows.append(self._network(torch.from_numpy(batch)).numpy())
        if not rows:
            return np.zeros((0, DIM), dtype=np.float32)
        features = np.concatenate(rows)
        lengths = np.linalg.norm(features, axis=1, keepdims=True)
        unit: NDArray[np.float32] = (features / np.maximum(lengths, 1e-12)).astype(np.float32)
        return unit
