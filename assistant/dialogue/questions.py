"""The next question worth asking: the slot whose answer would split what was found best.

Expected information (Shannon entropy, in bits) of each open slot over the pieces that were found;
a slot that nearly all pieces share, or that was asked before, is not worth the shopper's time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from assistant.catalogue.product import Product
from assistant.constraints import Constraints, Want, apply_edits
from assistant.turn import Question, RankedProducts

ValuesOf = Callable[[Product, str], tuple[str, ...]]  # a record's values of a slot, main one first
# Those of some pieces that satisfy hard wishes, given the wishes that all of them meet.
Among = Callable[[Sequence[Product], Constraints, Constraints], Sequence[Product]]

_ASK_ABOVE = 6  # pieces that fit on the table need no narrowing
_LEAST_BITS = 0.8
_FEWEST_OPTIONS, _MOST_OPTIONS = 3, 5
_MOST_TRIED = 8  # values that are looked into for the options
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
    wishes: Constraints,
    ranked: RankedProducts,
    asked: Sequence[str],
    values_of: ValuesOf,
    among: Among,
) -> Question | None:
    """The most informative open question over ``ranked.found``, with how many pieces each answer
    leaves; None if none is worth asking or the shopper lets questions pass."""
    ignored = {slot for slot in asked if slot != "product" and slot not in wishes.values}
    if ranked.total <= _ASK_ABOVE or len(ignored) >= _MOST_IGNORED:
        return None
    worth: list[tuple[float, str]] = []
    for slot, before in _ASKED_AFTER.items():
        is_settled = slot in wishes.values or slot in asked
        if is_settled or (before and before not in wishes.values):
            continue
        bits = _expected_bits(slot, ranked.found, values_of)
        if bits >= _LEAST_BITS:
            worth.append((bits, slot))
    worth.sort(key=lambda one: -one[0])
    questions = (_question(slot, wishes, ranked.found, values_of, among) for _, slot in worth)
    return next((one for one in questions if one), None)


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
    slot: str,
    wishes: Constraints,
    found: Sequence[Product],
    values_of: ValuesOf,
    among: Among,
) -> Question | None:
    """The question about a slot; each answer is tried as the wish that it would be ('green' of a
    diamond ring may be the colour of another stone in it), and one that leaves nothing dropped."""
    unwanted = wishes.exclude.get(slot, ())
    values = [one for one, _ in tally(found, slot, values_of) if one not in unwanted]
    counts = {
        value: len(among(found, apply_edits(wishes, [Want(slot, (value,))]), wishes))
        for value in values[:_MOST_TRIED]
    }
    told = sorted((one for one in counts if counts[one]), key=lambda one: (-counts[one], one))
    options = tuple(told[:_MOST_OPTIONS])
    if len(options) < _FEWEST_OPTIONS:
        return None
    return Question(slot, options, tuple(counts[one] for one in options))
