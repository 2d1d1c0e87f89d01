"""The next question worth asking: the slot whose answer would split what was found best.

Expected information (Shannon entropy, in bits) of each open slot over the pieces that were found;
a slot that nearly all pieces share, or that was asked before, is not worth the shopper's time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.turn import Question, RankedProducts

ValuesOf = Callable[[Product, str], tuple[str, ...]]  # a record's values of a slot, main one first

_ASK_ABOVE = 6  # pieces that fit on the table need no narrowing
_LEAST_BITS = 0.8
_FEWEST_OPTIONS, _MOST_OPTIONS = 3, 5
_MOST_IGNORED = 2  # a shopper who let this many pass wants no more of them
_CATEGORY_BONUS = 10.0  # without the kind of piece nothing else can be settled

# What may be asked, and the slot that must be settled before it makes sense.
_ASKED_AFTER: Mapping[str, str | None] = {
    "category": None,
    "metal": None,
    "stone": None,
    "metal_colour": None,
    "stone_colour": "stone",
    "purity": "metal",
    "cut": "stone",
}


def next_question(
    wishes: Constraints, ranked: RankedProducts, asked: Sequence[str], values_of: ValuesOf
) -> Question | None:
    """The most informative open question over ``ranked.found``, with how many pieces each answer
    leaves; None if none is worth asking or the shopper lets questions pass."""
    ignored = {slot for slot in asked if slot != "product" and slot not in wishes.values}
    if ranked.total <= _ASK_ABOVE or len(ignored) >= _MOST_IGNORED:
        return None
    best: tuple[float, str] | None = None
    for slot, before in _ASKED_AFTER.items():
        is_settled = slot in wishes.values or slot in asked
        if is_settled or (before and before not in wishes.values):
            continue
        bits = _expected_bits(slot, ranked.found, values_of)
        if bits >= _LEAST_BITS and (best is None or bits > best[0]):
            best = (bits, slot)
    return _question(best[1], wishes, ranked.found, values_of) if best else None


def tally(
    products: Iterable[Product], slot: str, values_of: ValuesOf
) -> tuple[tuple[str, int], ...]:
    """How many of ``products`` have each value of a slot, most first."""
    counts = Counter(value for product in products for value in values_of(product, slot))
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def entropy_bits(counts: Mapping[str, int]) -> float:
    """Shannon entropy in bits of a distribution given by counts; 0 for none."""
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values() if n)


def _expected_bits(slot: str, found: Sequence[Product], values_of: ValuesOf) -> float:
    """Bits an answer is expected to give, or 0 where fewer answers than a question needs. Only the
    pieces that state a value can be told apart by it."""
    counts = Counter(values[0] for product in found if (values := values_of(product, slot)))
    if len(counts) < _FEWEST_OPTIONS:
        return 0.0
    share = sum(counts.values()) / len(found)
    return entropy_bits(counts) * share + (_CATEGORY_BONUS if slot == "category" else 0.0)


def _question(
    slot: str, wishes: Constraints, found: Sequence[Product], values_of: ValuesOf
) -> Question | None:
    unwanted = wishes.exclude.get(slot, ())
    counts = [pair for pair in tally(found, slot, values_of) if pair[0] not in unwanted]
    told = counts[:_MOST_OPTIONS]
    if len(told) < _FEWEST_OPTIONS:
        return None
    return Question(slot, tuple(value for value, _ in told), tuple(count for _, count in told))
