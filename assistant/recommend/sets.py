"""Sets of pieces that belong together within one budget: 三金, 五金, couple rings, matching pieces.

Every piece satisfies the hard wishes of its place and of the whole set; the total keeps to the
standing budget. Of such sets the one with the best score is taken: its harmony, less what it leaves
of a budget that was named (``Problem.score``: five hundredths of it weigh as much as a point, for
every piece beyond the first). A range is kept to and costs nothing. What the score leaves
open is settled by the total, as near as may be to the budget (to the middle of a range, or
of what there is without a budget). Where no set keeps to its budgets, the one with the least gap is
given and the gap told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import zip_longest

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.money import Money
from assistant.recommend.candidates import (
    POINT,
    Candidate,
    Choice,
    Pool,
    Problem,
    gap,
    total_of,
)
from assistant.recommend.childs import is_for_a_child
from assistant.recommend.choosing import best_choice, nearest_choice
from assistant.recommend.harmony import MADE_FOR_ONE_ANOTHER, Value, values_of
from assistant.recommend.nearest_sizes import SIZES, of_one_metal, sizes_beside
from assistant.recommend.pairs import is_pair
from assistant.recommend.places import COUPLE, Bounds, Convert, Place, Placer, read_bounds
from assistant.recommend.purses import joint, payable, target_of
from assistant.turn import PieceSet, SetWish, SizesBeside


@dataclass(frozen=True)
class _Request:
    """A wish, read: the places, the budget of the whole, and the wishes for all of it."""

    places: tuple[Place, ...]
    budget: Bounds
    wishes: Constraints
    is_couple: bool
    one_metal: bool  # a couple's two rings, unless a metal is wished for one of them

    @property
    def purse(self) -> Bounds:
        """What there is to spend: the budget of the whole, else what its places' own add up to."""
        is_open = self.budget == Bounds()
        return joint([place.budget for place in self.places]) if is_open else self.budget

    def problem(self, pools: tuple[Pool, ...], target: int | None = None) -> Problem:
        """The problem over these pools, whose total should come to ``target`` (by default to what
        there is to spend)."""
        aim = target_of(pools, self.purse) if target is None else target
        is_ceiling = self.purse.most is not None and self.purse.least is None
        return Problem(pools, self.budget, aim, self.wishes, self.one_metal, is_ceiling)


class SetBuilder:
    """Builds sets over one catalogue. ``matching`` gives every piece to be had that satisfies hard
    wishes; ``convert`` turns money into another currency; ``currency`` is the shop's."""

    def __init__(
        self,
        products: Mapping[str, Product],
        matching: Callable[[Constraints], tuple[Product, ...]],
        convert: Convert,
        currency: str,
    ) -> None:
        self._products = products
        self._matching = matching
        self._convert = convert
        self._currency = currency
        self._placer = Placer(products, convert, currency)
        self._values: dict[str, tuple[Value, ...]] = {}  # read once a product

    def build(
        self,
        wish: SetWish,
        constraints: Constraints,
        standing: tuple[str, ...] = (),
        swap: int | None = None,
    ) -> PieceSet | None:
        """The best set, or with ``swap`` the standing one with another piece at that place (from
        0); None where a place has no piece at all, or a budget's currency has no rate.

        With ``standing`` and no ``swap`` each standing piece that still does for its place stays,
        and the other places are filled anew; ``standing`` may name the first few alone. Swapping
        goes through the pieces that fit, best first, and begins again after the last: a piece
        comes back only when every other had its turn.
        """
        request = self._request(wish, constraints)
        if request is None:
            return None
        if swap is not None and self._stands(standing, swap, request):
            return self._swapped(request, standing, swap)
        if swap is None and (kept := self._kept(request, standing)):
            return self._around(kept, request)
        passed = _given_up(standing, swap, request)
        pair = self._pair(request, passed) if request.is_couple else None
        found = self._chosen(request, passed)
        if pair is None or found is None:
            return pair or found
        return pair if self._is_better(pair, found, request) else found

    def lacking(
        self,
        wish: SetWish,
        constraints: Constraints,
        standing: tuple[str, ...] = (),
        swap: int | None = None,
    ) -> tuple[str, ...]:
        """Why there is no set: the categories of the places that no piece can take whatever it
        costs, once each. Where each place has a piece and they do not go together, all of them."""
        request = self._request(wish, constraints)
        if request is None or self.build(wish, constraints, standing, swap) is not None:
            return ()
        if swap is not None and self._stands(standing, swap, request):
            return (request.places[swap].category,)
        kept = self._kept(request, standing) if swap is None else ()
        pools = self._pools(request, _given_up(standing, swap, request))
        if kept and any(one is None for one in kept):
            missing = zip(kept, request.places, strict=True)
            return tuple(dict.fromkeys(place.category for one, place in missing if one is None))
        empty = [one.category for one, pool in zip(request.places, pools, strict=True) if not pool]
        return tuple(dict.fromkeys(empty or [one.category for one in request.places]))

    def sizes_beside(self, wish: SetWish, constraints: Constraints) -> tuple[SizesBeside, ...]:
        """The nearest sizes to those that no piece for a place comes in, of pieces that meet the
        other wishes for it."""
        request = self._request(wish, constraints)
        if request is None:
            return ()
        of_any_size = self._choice_of(request, *SIZES)
        known = [{one.id for one in pieces} for pieces in of_any_size]
        fitting = [
            [one for one in self._fitting(place) if one.id in names]
            for place, names in zip(request.places, known, strict=True)
        ]
        return sizes_beside(request.places, fitting, of_any_size)

    def _choice_of(self, request: _Request, *leave_open: str) -> list[list[Product]]:
        """What each place can take with some wishes left open. A couple takes two rings of one
        metal, or a pair that does for both."""
        wishes = [place.wishes.without(*leave_open) for place in request.places]
        found = [list(self._matching(one)) for one in wishes]
        if not request.is_couple:
            return [[one for one in pieces if not is_pair(one)] for pieces in found]
        singles = of_one_metal([[one for one in pieces if not is_pair(one)] for pieces in found])
        for_all = set.intersection(*({one.id for one in pieces} for pieces in found))
        pairs = [one for one in found[0] if is_pair(one) and one.id in for_all]
        return [[*pieces, *pairs] for pieces in singles]

    def _request(self, wish: SetWish, constraints: Constraints) -> _Request | None:
        budget = read_bounds(constraints, self._convert, self._currency)
        places = self._placer.places(wish, constraints)
        if budget is None or not places:
            return None
        is_couple = wish.kind == COUPLE
        is_apart = any(member.wishes.terms("metal") for member in wish.members)
        return _Request(places, budget, constraints, is_couple, is_couple and not is_apart)

    def _stands(self, standing: tuple[str, ...], swap: int, request: _Request) -> bool:
        """Is every piece of the standing set still there, one a place, and ``swap`` one of them?"""
        is_apart = len(standing) == len(request.places) and 0 <= swap < len(standing)
        return is_apart and all(
            one in self._products and self._price(self._products[one]) is not None
            for one in standing
        )

    def _chosen(self, request: _Request, passed: frozenset[str]) -> PieceSet | None:
        pools = self._pools(request, passed)
        return self._plain_first(pools, request.places, request)

    def _plain_first(
        self, pools: tuple[Pool, ...], places: Iterable[Place], request: _Request
    ) -> PieceSet | None:
        """The best set with plain pieces where they are meant; with any where that keeps to no
        budget."""
        plain = _plain_where_meant(pools, places)
        if plain != pools:
            found = self._best_of(plain, request)
            if found and found.over_minor == 0:
                return found
        return self._best_of(pools, request)

    def _best_of(self, pools: tuple[Pool, ...], request: _Request) -> PieceSet | None:
        """The best set of one piece of each pool, else the one that comes nearest."""
        if not all(pools):
            return None
        target = target_of(pools, request.purse)
        within = tuple(payable(at, pools, request.budget) for at in range(len(pools)))
        choice = best_choice(request.problem(within, target)) if all(within) else None
        choice = choice or nearest_choice(request.problem(pools, target))
        return self._as_set(choice, request.budget) if choice else None

    def _is_better(self, pair: PieceSet, found: PieceSet, request: _Request) -> bool:
        """Is one piece that is both rings better than two of one metal? Its rings are alike in
        everything and made for one another, so it is but where its price is well off the budget."""
        gaps = abs(pair.over_minor), abs(found.over_minor)
        if gaps[0] != gaps[1]:
            return gaps[0] < gaps[1]
        places = zip(found.products, request.places, strict=True)
        rings = tuple(one for each, place in places if (one := self._candidate(each, place)))
        both = self._candidate(pair.products[0], request.places[0])
        if both is None or len(rings) < len(request.places):
            return True
        problem = request.problem(tuple((one,) for one in rings), request.purse.most or 0)
        alike = problem.points((both, both)) + MADE_FOR_ONE_ANOTHER
        return POINT * alike - problem.unspent(pair.total.minor) >= problem.score(rings)

    def _swapped(self, request: _Request, standing: tuple[str, ...], swap: int) -> PieceSet | None:
        kept = [
            one
            for at, (name, place) in enumerate(zip(standing, request.places, strict=True))
            if at != swap and (one := self._candidate(self._products[name], place))
        ]
        pool = self._pools(request, frozenset(one.id for one in kept))[swap]
        if request.one_metal:
            metals = {one.product.metal for one in kept}
            pool = tuple(one for one in pool if one.product.metal in metals)
        if not pool:
            return None
        others = [(one,) for one in kept]
        problem = request.problem((*others[:swap], pool, *others[swap:]))
        choices = {one.id: (*kept[:swap], one, *kept[swap:]) for one in pool}
        stones_last = request.places[swap].is_plain
        ranked = sorted(
            choices,
            key=lambda name: (
                stones_last and bool(choices[name][swap].product.stones),
                problem.rank(choices[name]),
            ),
        )
        fitting = [name for name in ranked if problem.keeps_budget(choices[name])]
        turn = fitting if set(fitting) - {standing[swap]} else ranked
        after = turn.index(standing[swap]) + 1 if standing[swap] in turn else 0
        others_first = [name for name in (*turn[after:], *turn[:after]) if name != standing[swap]]
        if not others_first:
            return None
        chosen = choices[others_first[0]]
        before = next((one for one in pool if one.id == standing[swap]), None)
        if before and 0 < before.over_minor <= chosen[swap].over_minor:
            return None  # a cheaper one is wished, and there is none
        return self._as_set(chosen, request.budget)

    def _kept(self, request: _Request, standing: tuple[str, ...]) -> tuple[Candidate | None, ...]:
        """The standing pieces that do for their places, None where another is needed; empty where
        none stays, or a pair is both rings."""
        if not standing or (request.is_couple and len(standing) < len(request.places)):
            return ()
        kept: list[Candidate | None] = []
        for name, place in zip_longest(standing[: len(request.places)], request.places):
            piece = self._products.get(name or "")
            one = self._candidate(piece, place) if piece else None
            fits = one and not one.over_minor and one.product in self._fitting(place)
            kept.append(one if fits else None)
        return tuple(kept) if any(kept) else ()

    def _around(self, kept: tuple[Candidate | None, ...], request: _Request) -> PieceSet | None:
        """The set with the pieces that stay, and the best for the places that are open."""
        taken = frozenset(one.id for one in kept if one)
        metals = {one.product.metal for one in kept if one}
        pools = tuple(
            (one,)
            if one
            else tuple(
                other for other in pool if not request.one_metal or other.product.metal in metals
            )
            for one, pool in zip(kept, self._pools(request, taken), strict=True)
        )
        open_places = [
            replace(place, is_plain=place.is_plain and one is None)
            for one, place in zip(kept, request.places, strict=True)
        ]
        return self._plain_first(pools, open_places, request)

    def _pair(self, request: _Request, passed: frozenset[str]) -> PieceSet | None:
        """One piece that is both rings, at one price."""
        first, *rest = (
            {one.id: one for one in self._matching(place.wishes) if is_pair(one)}
            for place in request.places
        )
        place = replace(request.places[0], budget=joint([one.budget for one in request.places]))
        pairs = tuple(
            one
            for name, product in first.items()
            if name not in passed
            and all(name in other for other in rest)
            and (one := self._candidate(product, place))
        )
        if not pairs:
            return None
        problem = request.problem((pairs,))
        return self._as_set(min(((one,) for one in pairs), key=problem.rank), request.budget)

    def _pools(self, request: _Request, passed: frozenset[str]) -> tuple[Pool, ...]:
        """Every single piece for each place, whatever it costs. Couple rings are of one metal,
        which a record that states none cannot be."""
        return tuple(
            tuple(
                one
                for product in self._fitting(place)
                if product.id not in passed
                and not is_pair(product)
                and not is_for_a_child(product, place.wishes)
                and not (request.is_couple and product.metal is None)
                and (one := self._candidate(product, place))
            )
            for place in request.places
        )

    def _fitting(self, place: Place) -> tuple[Product, ...]:
        """Every piece for a place; where there is none, pendants that come on a chain (their record
        states its length) for a necklace."""
        found = self._matching(place.wishes)
        if found or place.instead is None:
            return found
        return tuple(one for one in self._matching(place.instead) if one.length_mm is not None)

    def _candidate(self, product: Product, place: Place) -> Candidate | None:
        """The piece at its price in the shop's currency; None where no rate leads there."""
        price = self._price(product)
        if price is None:
            return None
        values = self._values.get(product.id)
        if values is None:
            values = self._values[product.id] = values_of(product)
        least, most = place.budget.least, place.budget.most
        over = max(0, price - most) if most is not None else 0
        short = max(0, least - price) if least is not None else 0
        return Candidate(product, price, values, over, short)

    def _price(self, product: Product) -> int | None:
        price = self._convert(product.price, self._currency)
        return price.minor if price else None

    def _as_set(self, choice: Choice, budget: Bounds) -> PieceSet:
        over, short = gap(choice, budget)
        total = Money(total_of(choice), self._currency)
        return PieceSet(tuple(one.product for one in choice), total, over or -short)


def _plain_where_meant(pools: tuple[Pool, ...], places: Iterable[Place]) -> tuple[Pool, ...]:
    """The pools without what has stones, for the places of plain pieces that can be had."""
    plain = (tuple(one for one in pool if not one.product.stones) for pool in pools)
    return tuple(
        (without or pool) if place.is_plain else pool
        for pool, without, place in zip(pools, plain, places, strict=True)
    )


def _given_up(standing: tuple[str, ...], swap: int | None, request: _Request) -> frozenset[str]:
    """What a set built anew leaves out: the piece that was to be swapped, or the pair."""
    if swap is None:
        return frozenset()
    is_apart = len(standing) == len(request.places)
    return frozenset(standing[swap : swap + 1] if is_apart else standing)
