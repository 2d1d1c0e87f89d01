"""One amount of a sentence: what it counts, between which bounds, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["money", "carat", "weight", "length", "ring", "bangle", "girth"]


@dataclass(frozen=True)
class Amount:
    """A bounded amount at [start, end). ``low``/``high`` None where open. Money is in major
    units with ``currency`` (None: a bare amount); carat ct; weight g; the rest mm.

    ``exact``: the sentence gives no bound ('3000'). ``scale`` and ``number`` are a ring size as it
    was said; scale 'hao' is a bare '12号', which has no bounds until its scale is known.
    """

    kind: Kind
    low: float | None
    high: float | None
    start: int
    end: int
    currency: str | None = None
    exact: bool = False
    scale: str | None = None
    number: float | None = None
    is_step: bool = False  # adds to the greatest price that stands
