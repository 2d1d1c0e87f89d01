"""A piece of jewellery as the shop's public record states it.

Nothing here is guessed: None means "not stated in our records". Cost, margin and exact counts are
not part of a Product. Units: money in minor units, lengths in mm, gem weight in carat, metal in g.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from assistant.money import Money
from assistant.terms import Language

Availability = Literal["in_stock", "last_one", "to_order", "sold_out"]
Nickel = Literal["nickel-free", "low-release", "not-stated"]
Wearer = Literal["women", "men", "unisex"]
Resizing = Literal["free", "charged", "not possible"]


@dataclass(frozen=True)
class Stone:
    """One kind of stone in a piece. ``carat`` is the total weight of all ``count`` of them;
    ``count`` is None where only the kind is stated."""

    stone: str
    colour: str | None
    cut: str | None
    count: int | None
    carat: float | None
    length_mm: float | None
    width_mm: float | None
    origin: str | None
    treatment: str | None
    colour_grade: str | None
    clarity: str | None
    cut_grade: str | None


@dataclass(frozen=True)
class Size:
    """A size the piece comes in: ring inner circumference or bangle inner diameter, in mm."""

    slot: Literal["ring_size_mm", "bangle_mm"]
    mm: float
    availability: Availability | None


@dataclass(frozen=True)
class Pricing:
    """How the price came about: a fixed price (一口价), or by weight: the day's price of the metal
    times its grams, plus labour (按克计价). Money is in minor units of the price's currency."""

    mode: Literal["fixed", "by weight"]
    metal_minor_per_g: int | None = None
    labour_minor: int | None = None
    priced_on: date | None = None


@dataclass(frozen=True)
class Service:
    """The shop's rules for this piece. ``return_days`` of 0: it cannot be returned.
    ``resize_steps`` is how many half sizes (US) up or down."""

    ships_in_days: int | None = None
    resizing: Resizing | None = None
    resize_steps: int | None = None
    return_days: int | None = None


@dataclass(frozen=True)
class Cutout:
    """The piece alone, RGBA with straight alpha, seen square-on as it is worn: every pixel is
    ``mm_per_px`` wide and high. ``anchors`` are (x, y) pixels from the top left corner."""

    image: str
    mm_per_px: float
    anchors: Mapping[str, tuple[float, float]]


@dataclass(frozen=True)
class Product:
    """One public catalogue record. A text is there in at least one language; ``terms.spoken``
    picks. ``link`` is the merchant's own page of the piece (http or https), ``listed_on`` the day
    the shop first offered it. Fields with a default are those that most feeds leave out."""

    id: str
    name: Mapping[Language, str]
    description: Mapping[Language, str]
    category: str
    wearer: Wearer | None
    styles: tuple[str, ...]
    occasions: tuple[str, ...]
    metal: str | None
    metal_colour: str | None
    purity: str | None
    plating: str | None
    metal_weight_g: float | None
    stones: tuple[Stone, ...]
    setting: str | None
    clasp: str | None
    dimensions_mm: Mapping[str, float]
    length_mm: float | None
    sizes: tuple[Size, ...]
    price: Money
    nickel: Nickel
    certificate: str | None
    certificate_number: str | None
    care: Mapping[Language, str]
    availability: Availability | None
    lead_time_days: int | None
    image: str | None
    image_alt: Mapping[Language, str]
    more_images: tuple[str, ...] = ()
    cutout: Cutout | None = None
    pricing: Pricing | None = None
    service: Service = Service()
    post_metal: str | None = None
    hypoallergenic: bool | None = None
    brand: str | None = None
    link: str | None = None
    listed_on: date | None = None
    tags: tuple[str, ...] = ()

    @property
    def main_stone(self) -> Stone | None:
        """The stone the piece is known by: the record lists it first."""
        return self.stones[0] if self.stones else None

    @property
    def total_carat(self) -> float | None:
        """Weight of all stones in carat, None if any of them is not stated."""
        weights = [stone.carat for stone in self.stones]
        if not weights or any(weight is None for weight in weights):
            return None
        return sum(weight for weight in weights if weight is not None)
