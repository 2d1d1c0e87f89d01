"""The next question worth asking: the slot whose answer would split what was found best.

Expected information (Shannon entropy, in bits) of each open slot over the pieces that were found;
a slot that nearly all pieces share, or that was asked before, is not worth the shopper's time.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.turn import Question, RankedProducts

_ASK_ABOVE = 6  # pieces that fit on the table need no narrowing
_LEAST_BITS = 0.8
_MOST_OPTIONS = 4

_VALUE: Mapping[str, Callable[[Product], str | None]] = {
    "category": lambda product: product.category,
    "metal": lambda product: product.metal,
    "stone": lambda product: product.main_stone.stone if product.main_stone else "none",
    "metal_colour": lambda product: product.metal_colour,
}


def next_question(
    wishes: Constraints, ranked: RankedProducts, asked: Sequence[str]
) -> Question | None:
    """The most informative open question over ``ranked.found``, None if none is worth asking."""
    if ranked.total <= _ASK_ABOVE:
        return None
    best: tuple[float, str, Counter[str]] | None = None
    for slot, value in _VALUE.items():
        if slot in wishes.values or slot in asked:
            continue
        counts = Counter(found for product in ranked.found if (found := value(product)))
        bits = entropy_bits(counts)
        if slot == "category" and len(counts) > 1:  # without it nothing else can be settled
            bits += 10
        if bits >= _LEAST_BITS and (best is None or bits > best[0]):
            best = (bits, slot, counts)
    if best is None:
        return None
    options = tuple(value for value, _ in best[2].most_common(_MOST_OPTIONS))
    return Question(best[1], options)


def entropy_bits(counts: Mapping[str, int]) -> float:
    """Shannon entropy in bits of a distribution given by counts; 0 for none."""
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values() if n)
