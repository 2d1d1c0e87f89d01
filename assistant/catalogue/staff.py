"""What only the shop's staff may know of a piece.

A record of its own, so that no shopper's path can carry it by accident: a test of the architecture
keeps this module out of every stage that a shopper's turn walks through, the page and the contract.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.money import Money
from assistant.terms import Language


@dataclass(frozen=True)
class Variant:
    """One size of a piece on the shelf. ``size_mm`` as in ``Size.mm``; None for pieces without
    sizes. ``count`` is how many there are, None where nobody has counted."""

    sku: str
    size_mm: float | None
    count: int | None


@dataclass(frozen=True)
class StaffRecord:
    """The staff's record of one product. Margin is not kept: it follows from price and cost."""

    product_id: str
    variants: tuple[Variant, ...]
    case_location: str | None
    cost: Money | None
    talking_points: Mapping[Language, tuple[str, ...]]

    def margin(self, price: Money) -> float | None:
        """Share of the price that is not cost, at most 1; None without a cost in its currency."""
        if self.cost is None or self.cost.currency != price.currency:
            return None
        return 1 - self.cost.minor / price.minor
