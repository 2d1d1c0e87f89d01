"""Hard wishes: does a piece satisfy them? Pure functions over the public record.

A value that the record does not state never satisfies a positive wish, and an allergy is only
answered by a record that says so. Style and occasion are preferences (``ranking.py``), unless the
shopper excluded one. Wishes that are judged together stand in one *facet*: the colour is that of
the stone that was wished for, and a ring is in stock when the wished size is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.catalogue.product import Product, Size, Stone
from assistant.constraints import PRICE_SLOTS, Constraints
from assistant.money import Money
from assistant.terms import Vocabulary

SIZE_TOLERANCE_MM = 0.8  # a third of a US ring size
LENGTH_TOLERANCE_MM = 15.0
_EXACT = 1e-6

Convert = Callable[[Money, str], Money | None]

_MEN = frozenset(
    {"father", "husband", "boyfriend", "son", "brother", "grandfather", "uncle", "nephew", "man"}
)
_WOMEN = frozenset(
    {"mother", "wife", "girlfriend", "daughter", "sister", "grandmother", "aunt", "niece", "woman"}
)
_STONE_TERMS: Mapping[str, Callable[[Stone], str | None]] = {
    "stone": lambda stone: stone.stone,
    "stone_colour": lambda stone: stone.colour,
    "cut": lambda stone: stone.cut,
    "stone_origin": lambda stone: stone.origin,
    "treatment": lambda stone: stone.treatment,
}


@dataclass(frozen=True)
class Rules:
    """What judging a wish takes: the terms' parents, dated rates, and today's date."""

    vocabulary: Vocabulary
    convert: Convert
    today: date


Judge = Callable[[Product, Constraints, Rules], bool]


@dataclass(frozen=True)
class Facet:
    """Wishes that are judged together, and the judge."""

    slots: tuple[str, ...]
    judge: Judge

    def part_of(self, constraints: Constraints) -> Constraints:
        """Only this facet's wishes and exclusions."""
        return Constraints(
            {slot: constraints.values[slot] for slot in self.slots if slot in constraints.values},
            {slot: constraints.exclude[slot] for slot in self.slots if slot in constraints.exclude},
        )


def matches(product: Product, constraints: Constraints, rules: Rules) -> bool:
    """Does the piece satisfy every hard wish?"""
    return all(
        facet.judge(product, part, rules)
        for facet in FACETS
        if (part := facet.part_of(constraints))
    )


def wearers_for(recipients: Iterable[str]) -> frozenset[str]:
    """Whom a piece may be made for: a gift for a father is not a woman's ring."""
    allowed: set[str] = set()
    for recipient in recipients:
        if recipient in _MEN:
            allowed |= {"men", "unisex"}
        elif recipient in _WOMEN:
            allowed |= {"women", "unisex"}
        else:
            allowed |= {"men", "women", "unisex"}
    return frozenset(allowed)


def _judge_term(slot: str) -> Judge:
    def judge(product: Product, constraints: Constraints, rules: Rules) -> bool:
        value = getattr(product, slot)
        satisfies = rules.vocabulary.satisfies
        wanted, unwanted = constraints.terms(slot), constraints.exclude.get(slot, ())
        return (not wanted or satisfies(slot, value, wanted)) and not satisfies(
            slot, value, unwanted
        )

    return judge


def _judge_stones(product: Product, constraints: Constraints, rules: Rules) -> bool:
    """Some stone is of the wished kind, colour and cut. Of those, the first in the record (the one
    the piece is known by) settles origin, treatment and weight."""
    satisfies = rules.vocabulary.satisfies
    for slot, read in _STONE_TERMS.items():
        unwanted = constraints.exclude.get(slot, ())
        if any(satisfies(slot, read(stone), unwanted) for stone in product.stones):
            return False
    if "none" in constraints.exclude.get("stone", ()) and not product.stones:
        return False
    kinds = constraints.terms("stone")
    if "none" in kinds and not product.stones:  # and a weight or a cut is of no stone at all
        return not any(slot in constraints.values for slot in STONE_SLOTS if slot != "stone")
    if not any(slot in constraints.values for slot in STONE_SLOTS):
        return True
    candidates = [
        stone
        for stone in product.stones
        if all(
            satisfies(slot, _STONE_TERMS[slot](stone), wanted)
            for slot in ("stone", "stone_colour", "cut")
            if (wanted := constraints.terms(slot))
        )
    ]
    if not candidates:
        return False
    lead = candidates[0]
    settled = all(
        satisfies(slot, _STONE_TERMS[slot](lead), wanted)
        for slot in ("stone_origin", "treatment")
        if (wanted := constraints.terms(slot))
    )
    return settled and _is_within(lead.carat, constraints, "carat_min", "carat_max")


def _is_within(value: float | None, constraints: Constraints, least: str, most: str) -> bool:
    low, high = constraints.number(least), constraints.number(most)
    if low is None and high is None:
        return True
    if value is None:
        return False
    return (low is None or value >= low - _EXACT) and (high is None or value <= high + _EXACT)


_HERE = ("in_stock", "last_one")


def _judge_stock(product: Product, constraints: Constraints, rules: Rules) -> bool:
    """A wished size exists; if the piece is wished soon, that very size is there soon."""
    sizes: tuple[Size, ...] | None = None
    for slot in ("ring_size_mm", "bangle_mm"):
        wish = constraints.number(slot)
        if wish is not None:
            sizes = tuple(
                size
                for size in product.sizes
                if size.slot == slot
                and abs(size.mm - wish) <= SIZE_TOLERANCE_MM + _EXACT
                and size.availability != "sold_out"
            )
            if not sizes:
                return False
    is_here = product.availability in _HERE and (
        sizes is None or any(size.availability in _HERE for size in sizes)
    )
    if constraints.values.get("in_stock") is True and not is_here:
        return False
    day = constraints.values.get("deliver_by")
    if not isinstance(day, str):
        return True
    days_left = timedelta(days=0) if is_here else _lead_time(product)
    return days_left is not None and rules.today + days_left <= date.fromisoformat(day)


def _lead_time(product: Product) -> timedelta | None:
    return None if product.lead_time_days is None else timedelta(days=product.lead_time_days)


def _judge_length(product: Product, constraints: Constraints, _: Rules) -> bool:
    wish = constraints.number("length_mm")
    if wish is None:
        return True
    length = product.length_mm
    return length is not None and abs(length - wish) <= LENGTH_TOLERANCE_MM + _EXACT


def _judge_price(product: Product, constraints: Constraints, rules: Rules) -> bool:
    """Bounds are converted to the record's currency; without a rate nothing is compared."""
    currency = constraints.currency or product.price.currency
    for slot, sign in (("price_min_minor", 1), ("price_max_minor", -1)):
        wish = constraints.number(slot)
        if wish is None:
            continue
        bound = rules.convert(Money(round(wish), currency), product.price.currency)
        if bound is None or sign * (product.price.minor - bound.minor) < 0:
            return False
    return True


def _judge_weight(product: Product, constraints: Constraints, _: Rules) -> bool:
    return _is_within(product.metal_weight_g, constraints, "weight_g_min", "weight_g_max")


_POSTS_WITH_NICKEL = frozenset({"stainless steel"})


def _judge_allergies(product: Product, constraints: Constraints, _: Rules) -> bool:
    """Only nickel is recorded; any other allergy is one that no record can answer for. A post of
    steel may hold nickel whatever is said of the piece: the post goes through the skin."""
    is_safe = product.nickel == "nickel-free" and product.post_metal not in _POSTS_WITH_NICKEL
    return all(allergy == "nickel" and is_safe for allergy in constraints.terms("allergies"))


def _judge_recipient(product: Product, constraints: Constraints, _: Rules) -> bool:
    """A record that names no wearer suits anyone, as far as the shop knows."""
    recipients = constraints.terms("recipient")
    return not recipients or product.wearer is None or product.wearer in wearers_for(recipients)


def _judge_preferences(product: Product, constraints: Constraints, _: Rules) -> bool:
    unwanted_styles = constraints.exclude.get("style", ())
    unwanted_occasions = constraints.exclude.get("occasion", ())
    return set(product.styles).isdisjoint(unwanted_styles) and set(product.occasions).isdisjoint(
        unwanted_occasions
    )


STONE_SLOTS = (*_STONE_TERMS, "carat_min", "carat_max")
FACETS: tuple[Facet, ...] = (
    *(
        Facet((slot,), _judge_term(slot))
        for slot in (
            "category",
            "metal",
            "metal_colour",
            "purity",
            "plating",
            "setting",
            "certificate",
            "clasp",
        )
    ),
    Facet(STONE_SLOTS, _judge_stones),
    Facet(("ring_size_mm", "bangle_mm", "in_stock", "deliver_by"), _judge_stock),
    Facet(("length_mm",), _judge_length),
    Facet(PRICE_SLOTS, _judge_price),
    Facet(("weight_g_min", "weight_g_max"), _judge_weight),
    Facet(("allergies",), _judge_allergies),
    Facet(("recipient",), _judge_recipient),
    Facet(("style", "occasion"), _judge_preferences),
)
