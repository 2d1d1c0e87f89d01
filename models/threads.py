"""How many threads a network may use: a decision, not a default."""

from __future__ import annotations


def set_threads(count: int) -> None:
    """Threads inside one operation, for every torch network of the process (``count`` >= 1).

    One on a two-core shop: two are a fifth faster on a quiet machine, and four times slower for
    speech when anything else runs, for they wait for each other (models/LOG.md).
    """
    import torch

    torch.set_num_threads(count)
