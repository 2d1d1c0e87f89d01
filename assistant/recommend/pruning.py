"""Which candidates are worth asking the solver about, where a place has hundreds.

What stays: of pieces that differ in nothing, as many as there are places (the first by id); then,
of every look, the piece whose price is nearest to the place's fair share of the target, looks that
more places have first; and always the least and the most expensive, so that the true gap of a
budget that cannot be kept is never lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from itertools import islice, zip_longest
from statistics import median_low

from assistant.recommend.harmony import TRAITS, signature
from assistant.recommend.program import Candidate

Pool = tuple[Candidate, ...]


def prune(
    pools: Sequence[Pool], target_minor: int, most: int, *, by_metal: bool = False
) -> tuple[Pool, ...]:
    """The pools, each of about ``most`` candidates, in the order of their ids. ``by_metal`` keeps
    the ends of each metal's prices, for sets of one metal."""
    pools = [_unlike(pool, len(pools)) for pool in pools]
    if all(len(pool) <= most for pool in pools):
        return tuple(pools)
    spread = [Counter(value for one in pool for value in set(_looks(one))) for pool in pools]
    shared = Counter(value for counts in spread for value in counts)
    middles = [median_low(one.price_minor for one in pool) for pool in pools]
    kept = []
    for pool, middle in zip(pools, middles, strict=True):
        fair = target_minor * middle // max(1, sum(middles))
        ends = dict.fromkeys(_ends(pool, len(pools), by_metal))
        others = (one for one in _by_look(pool, fair, shared) if one not in ends)
        kept.append(_by_id([*ends, *islice(others, max(0, most - len(ends)))]))
    return tuple(kept)


def _unlike(pool: Pool, copies: int) -> Pool:
    """Of pieces alike in look and price, the first few: the others can change no set."""
    alike: dict[Hashable, list[Candidate]] = defaultdict(list)
    for one in _by_id(pool):
        key = (signature(one.product), one.product.metal, one.price_minor)
        if len(alike[key]) < copies:
            alike[key].append(one)
    return _by_id(one for group in alike.values() for one in group)


def _ends(pool: Pool, places: int, by_metal: bool) -> list[Candidate]:
    """The least expensive pieces, one a place, and the most expensive."""
    metals: dict[str | None, list[Candidate]] = defaultdict(list)
    for one in sorted(pool, key=lambda one: (one.price_minor, one.product.id)):
        metals[one.product.metal if by_metal else None].append(one)
    return [
        one for group in metals.values() for one in (*group[:places], *reversed(group[-places:]))
    ]


def _by_look(pool: Pool, fair_minor: int, shared: Counter[tuple[str, str]]) -> list[Candidate]:
    """One piece of each look in turn, nearest to the fair price first."""
    looks: dict[Hashable, list[Candidate]] = defaultdict(list)
    worth: dict[Hashable, int] = {}
    for one in sorted(pool, key=lambda one: (abs(one.price_minor - fair_minor), one.product.id)):
        look = signature(one.product)
        looks[look].append(one)
        worth[look] = _worth(one, shared)
    order = sorted(looks, key=lambda look: (-worth[look], look))
    turns = zip_longest(*(looks[look] for look in order))
    return [one for turn in turns for one in turn if one is not None]


def _worth(one: Candidate, shared: Counter[tuple[str, str]]) -> int:
    """What this piece's look could earn: its traits' weights by the places that have them."""
    return sum(
        trait.weight
        * max((shared[trait.name, value] - 1 for value in trait.read(one.product)), default=0)
        for trait in TRAITS
    )


def _looks(one: Candidate) -> list[tuple[str, str]]:
    return [(trait.name, value) for trait in TRAITS for value in trait.read(one.product)]


def _by_id(pool: Iterable[Candidate]) -> Pool:
    return tuple(sorted(pool, key=lambda one: one.product.id))
