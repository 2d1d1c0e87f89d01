"""What a piece costs by weight: metal price x grams + labour, and prices a gram or a carat.

Weights are read as the decimals they are written with, so that 1,179 a gram times 8.02 g is exact;
one rounding, half up, makes whole minor units. Money in minor units, metal in g, gems in carat.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from assistant.catalogue.product import Product
from assistant.money import Money

ROUNDING_MINOR = 1  # a stated price may be rounded down as well as to the nearest

# Parts of noble metal in a thousand, as hallmarked: ISO 9202 and GB 11887 (24k is sold as 999).
_FINENESS_OF_KARAT = {"9k": 375, "10k": 417, "14k": 585, "18k": 750, "22k": 916, "24k": 999}


@dataclass(frozen=True)
class MetalPrice:
    """What one gram of a metal in a fineness costs, as ``source`` has it for ``day``. ``source`` is
    None where it is the record of a piece, whose id is ``product_id``."""

    metal: str
    purity: str | None
    per_gram: Money
    day: date
    source: str | None = None
    product_id: str | None = None


@dataclass(frozen=True)
class ByWeight:
    """A price by weight, taken apart. ``total_minor`` is metal and labour; ``stated`` the price in
    the record; ``priced_on`` the day of the metal's price, None where the record has none."""

    weight_g: float
    metal_minor_per_g: int
    metal_minor: int
    labour_minor: int
    total_minor: int
    stated: Money
    priced_on: date | None

    @property
    def adds_up(self) -> bool:
        """Is the stated price the sum, but for the rounding?"""
        return abs(self.total_minor - self.stated.minor) <= ROUNDING_MINOR


def metal_cost(minor_per_g: int, weight_g: float) -> int:
    """Minor units that ``weight_g`` of metal costs at ``minor_per_g``."""
    return _half_up(minor_per_g * _exact(weight_g))


def by_weight(product: Product) -> ByWeight | None:
    """How the price of a piece sold by weight comes about; None where it is sold at a fixed price
    or its record leaves out the grams, the metal's price or the labour."""
    pricing, weight_g = product.pricing, product.metal_weight_g
    if pricing is None or pricing.mode != "by weight" or weight_g is None:
        return None
    per_g, labour = pricing.metal_minor_per_g, pricing.labour_minor
    if per_g is None or labour is None:
        return None
    metal = metal_cost(per_g, weight_g)
    return ByWeight(
        weight_g, per_g, metal, labour, metal + labour, product.price, pricing.priced_on
    )


def latest_price(
    products: Iterable[Product], set_prices: Iterable[MetalPrice], metal: str, purity: str | None
) -> MetalPrice | None:
    """The price a gram of a metal: the one of the latest day among the records of pieces sold by
    weight and ``set_prices``, which the shop has set and which win where they are newer. Where no
    fineness is named it is that of the finest there is. None: nobody states one."""
    known = [*_recorded(products), *set_prices]
    meant = [one for one in known if one.metal == metal and purity in (None, one.purity)]
    finest = max((fineness(one.purity) or 0 for one in meant), default=0)
    return max(
        (one for one in meant if (fineness(one.purity) or 0) == finest),
        key=lambda one: (one.day, one.source is None, one.product_id or ""),
        default=None,
    )


def _recorded(products: Iterable[Product]) -> Iterator[MetalPrice]:
    for one in products:
        parts = by_weight(one)
        if parts is not None and parts.priced_on is not None and one.metal is not None:
            per_gram = Money(parts.metal_minor_per_g, one.price.currency)
            yield MetalPrice(one.metal, one.purity, per_gram, parts.priced_on, None, one.id)


def price_per_gram(product: Product) -> Money | None:
    """The whole price over the grams of metal: what a fixed price (一口价) comes to a gram, stones
    and labour in it. None where no weight is stated."""
    return _share(product.price, product.metal_weight_g)


def per_gram(price: Money, weight_g: float) -> Money | None:
    """The same for a price and a weight that somebody names; None for no weight."""
    return _share(price, weight_g)


def price_per_carat(product: Product) -> Money | None:
    """The whole price over the carats of all stones, metal and labour in it. None where a stone's
    weight is not stated, or there is no stone."""
    return _share(product.price, product.total_carat)


def fineness(purity: str | None) -> int | None:
    """Parts of noble metal in a thousand that a purity of the vocabulary stands for: 750 for 18k,
    950 for pt950, 999 for 999; 9999 is 999 and nine tenths, given as 999. None if not known."""
    if purity is None:
        return None
    if purity in _FINENESS_OF_KARAT:
        return _FINENESS_OF_KARAT[purity]
    digits = purity.removeprefix("pt").removeprefix("pd")
    return int(digits[:3]) if digits.isascii() and digits.isdigit() and len(digits) >= 3 else None


def pure_metal_g(product: Product) -> float | None:
    """Grams of noble metal in the piece: its metal weight times its fineness."""
    parts, weight_g = fineness(product.purity), product.metal_weight_g
    return None if parts is None or weight_g is None else float(_exact(weight_g) * parts / 1000)


def _share(price: Money, amount: float | None) -> Money | None:
    if amount is None or amount <= 0:
        return None
    return Money(_half_up(price.minor / _exact(amount)), price.currency)


def _exact(amount: float) -> Fraction:
    """The decimal that the record has, not its nearest binary fraction."""
    return Fraction(str(round(amount, 6)))


def _half_up(amount: Fraction) -> int:
    return int(amount + Fraction(1, 2))
