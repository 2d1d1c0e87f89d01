"""How a price came about, where the feed says so: one price (一口价), or by weight (按克计价)."""

from __future__ import annotations

from typing import Literal

from assistant.catalogue.feeds.cells import Cell, Piece
from assistant.catalogue.feeds.dates import read_day
from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.numbers import read_price
from assistant.catalogue.product import Pricing
from assistant.money import Money

Mode = Literal["fixed", "by weight"]
_FIXED = frozenset({"fixed", "fixed price", "flat", "per piece", "by piece", "一口价", "按件"})
_BY_WEIGHT = frozenset(
    {
        "by weight",
        "weight",
        "per gram",
        "by gram",
        "按克",
        "按克计价",
        "计克",
        "计重",
        "按克重",
        "克价",
    }
)


def read_pricing(piece: Piece, price: Money, decimal: str | None) -> Pricing | None:
    """The mode, and by weight what a gram costs, the labour and the day of that price, each None
    where it is not stated. Parts in another currency than the price are told and left out."""

    def part(name: str) -> int | None:
        def minor(cell: Cell) -> int:
            money = read_price(cell.words, price.currency, decimal)
            return money.minor

        return piece.read(name, minor)

    per_gram, labour = part("metal_per_g"), part("labour")
    mode = piece.read("pricing", _mode)
    if mode is None and per_gram is None:  # labour alone may be part of any price
        return None
    if mode == "fixed":
        return Pricing("fixed")
    priced_on = piece.read("priced_on", lambda cell: read_day(cell.words))
    return Pricing("by weight", per_gram, labour, priced_on)


def _mode(cell: Cell) -> Mode:
    words = cell.words.strip().casefold()
    if words in _FIXED:
        return "fixed"
    if words in _BY_WEIGHT:
        return "by weight"
    raise Unreadable("expected one price (一口价) or by weight (按克)")
