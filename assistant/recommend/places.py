"""What each place of a wished set asks for: its own wishes over those of the whole set.

三金 (three_gold) is ring, necklace and earrings, in gold; 五金 (five_gold) adds bangle
and bracelet. Regions differ: some count an anklet or a pendant among the five, some a bangle among
the three; where the shopper names the pieces, ``SetWish.members`` does, and what it says holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.constraints import (
    DEPENDENT_SLOTS,
    PRICE_SLOTS,
    Avoid,
    Constraints,
    Edit,
    Want,
    apply_edits,
)
from assistant.money import Money
from assistant.turn import Member, SetWish

Convert = Callable[[Money, str], Money | None]

COUPLE = "couple"
_CATEGORIES: Mapping[str, tuple[str, ...]] = {
    "three_gold": ("ring", "necklace", "earrings"),
    "five_gold": ("ring", "necklace", "earrings", "bangle", "bracelet"),
    COUPLE: ("ring", "ring"),
    "matching": ("necklace", "earrings"),
}
_GOLD = ("three_gold", "five_gold")
_OF_STONES = frozenset({"stone", *DEPENDENT_SLOTS["stone"]})
# What stands in for a piece of which there is none: a necklace is a necklace, and only where
# none is to be had a pendant on its chain will do.
_STANDS_IN: Mapping[str, str] = {"necklace": "pendant"}
# A size is that of one kind of piece, and a clasp is looked up in the catalogue.
_SIZE_OF: Mapping[str, tuple[str, ...]] = {
    "ring_size_mm": ("ring",),
    "bangle_mm": ("bangle",),
    "length_mm": ("necklace", "pendant"),
}
_MEN = frozenset(
    {"man", "husband", "boyfriend", "father", "son", "grandfather", "brother", "uncle", "nephew"}
)
_WOMEN = frozenset(
    {"woman", "wife", "girlfriend", "mother", "daughter", "grandmother", "sister", "aunt", "niece"}
)


@dataclass(frozen=True)
class Bounds:
    """A budget in minor units of the shop's currency, both ends included."""

    least: int | None = None
    most: int | None = None


@dataclass(frozen=True)
class Place:
    """One place of a set: the hard wishes for its piece, price aside, and its own budget.
    ``instead`` are those for what stands in where no piece satisfies them; ``is_plain`` where a
    piece without stones is meant, as one of 三金 is unless stones are asked for."""

    category: str
    wishes: Constraints
    budget: Bounds
    instead: Constraints | None = None
    is_plain: bool = False


def members_of(wish: SetWish) -> tuple[Member, ...]:
    """The wished pieces, or those that the kind of set stands for where none are named."""
    return wish.members or tuple(Member(one) for one in _CATEGORIES.get(wish.kind, ()))


def read_bounds(wishes: Constraints, convert: Convert, currency: str) -> Bounds | None:
    """The price wishes in the shop's currency; None where no rate leads there."""
    ends: dict[str, int] = {}
    for slot in ("price_min_minor", "price_max_minor"):
        wish = wishes.number(slot)
        if wish is None:
            continue
        amount = convert(Money(round(wish), wishes.currency or currency), currency)
        if amount is None:
            return None
        ends[slot] = amount.minor
    return Bounds(ends.get("price_min_minor"), ends.get("price_max_minor"))


class Placer:
    """Reads set wishes over one catalogue. ``convert`` turns money into another currency."""

    def __init__(self, products: Mapping[str, Product], convert: Convert, currency: str) -> None:
        self._clasps = {(one.category, one.clasp) for one in products.values() if one.clasp}
        self._convert = convert
        self._currency = currency

    def places(self, wish: SetWish, constraints: Constraints) -> tuple[Place, ...] | None:
        """The places of a set, in the wish's order; None where a budget cannot be converted."""
        members = members_of(wish)
        common = constraints.without(*PRICE_SLOTS)
        if wish.kind == COUPLE:
            members = _as_couple(members)
        if wish.kind in _GOLD and not common.terms("metal"):
            common = apply_edits(common, [Want("metal", ("gold",))])
        places = []
        for member in members:
            budget = read_bounds(member.wishes, self._convert, self._currency)
            if budget is None:
                return None
            wishes = self._wishes(member, common, wish.kind).without(*PRICE_SLOTS)
            is_plain = wish.kind in _GOLD and _OF_STONES.isdisjoint(wishes.values)
            places.append(
                Place(member.category, wishes, budget, _instead(member, wishes), is_plain)
            )
        return tuple(places)

    def _wishes(self, member: Member, common: Constraints, kind: str) -> Constraints:
        """The member's own wishes over the common ones: a switch drops what hung on the other."""
        categories = member.wishes.terms("category") or (member.category,)
        foreign = [
            slot
            for slot, owners in _SIZE_OF.items()
            if set(owners).isdisjoint(categories) or kind == COUPLE
        ]
        if not self._has_clasp(categories, common.terms("clasp")):
            foreign.append("clasp")
        common = common.without(*foreign)
        values = {slot: value for slot, value in common.values.items() if slot != "category"}
        own = member.wishes
        edits: list[Edit] = [
            *(Avoid(slot, terms) for slot, terms in own.exclude.items()),
            *(Want(slot, value) for slot, value in own.values.items() if slot != "category"),
        ]
        merged = apply_edits(Constraints(values, common.exclude), edits)
        return Constraints({**merged.values, "category": categories}, merged.exclude)

    def _has_clasp(self, categories: tuple[str, ...], clasps: tuple[str, ...]) -> bool:
        """Is a wished clasp one that such pieces have, as far as this shop knows?"""
        return any((one, clasp) in self._clasps for one in categories for clasp in clasps)


def _instead(member: Member, wishes: Constraints) -> Constraints | None:
    other = _STANDS_IN.get(member.category)
    if other is None or member.wishes.terms("category"):
        return None
    if other in wishes.exclude.get("category", ()):
        return None
    return Constraints({**wishes.values, "category": (other,)}, wishes.exclude)


def _as_couple(members: tuple[Member, ...]) -> tuple[Member, ...]:
    """Two rings, one to suit a woman and one to suit a man, unless the shopper named the two. A
    ring for nobody in particular is for the other of the two, or for her where it is smaller."""
    sizes = [member.wishes.number("ring_size_mm") for member in members]
    known = [size for size in sizes if size is not None]
    his = sizes.index(max(known)) if len(known) == len(sizes) > 0 else len(members) - 1
    named = [_wearer(member) for member in members]
    for place, wearer in enumerate(named):
        if wearer:
            his = place if wearer == "man" else len(members) - 1 - place
    couple = []
    for place, member in enumerate(members):
        wearer = "man" if place == his else "woman"
        edit = Want("recipient", (named[place] or wearer,))
        couple.append(Member(member.category, apply_edits(member.wishes, [edit])))
    return tuple(couple)


def _wearer(member: Member) -> str | None:
    recipients = member.wishes.terms("recipient")
    if not _MEN.isdisjoint(recipients):
        return "man"
    return "woman" if not _WOMEN.isdisjoint(recipients) else None
