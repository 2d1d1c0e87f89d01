"""How many threads a network may use: a decision, not a default."""

from __future__ import annotations


def set_threads(count: int) -> None:
    """Threads inside one operation, for every torch network of the process (``count`` >= 1).

    Two on a two-core machine: a 5 s utterance takes about a fifth less than on one (models/LOG.md).
    """
    import torch

    torch.set_num_threads(count)
