"""From several rankings to one, by reciprocal-rank fusion, with a reason for every place.

Scores of different kinds (BM25, cosines) are never added or sorted together: only places are.
A piece at place r of a ranking earns 1 / (60 + r) (Cormack, Clarke & Buettcher, SIGIR 2009,
"Reciprocal rank fusion outperforms Condorcet"). A preference that the record meets earns a part of
a first place.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.turn import Why

RRF_K = 60
FIRST_PLACE = 1 / (RRF_K + 1)

# What a met preference is worth, in first places: a style was asked for in so many words, a
# recipient only makes a piece likelier.
# A piece known by the wished stone comes before one that has it as an accent.
LEADING_STONE = 1.0
PREFERENCE_WEIGHTS: Mapping[str, float] = {"style": 1.0, "occasion": 0.5, "recipient": 0.25}
_MADE_FOR = {"men", "women"}


@dataclass(frozen=True)
class Placed:
    """A candidate's row, its fused score in [0, 1], and the preferences it meets."""

    row: int
    score: float
    preferences: tuple[Why, ...]


def reciprocal_ranks(
    scores: NDArray[np.float32], id_places: NDArray[np.intp]
) -> NDArray[np.float64]:
    """1 / (60 + place) of each row, best score first, ties by the place of its id; 0 for NaN."""
    order = np.lexsort((id_places, -scores))  # NaN sorts last
    earned = np.zeros(len(scores), dtype=np.float64)
    ranked = order[: int(np.count_nonzero(~np.isnan(scores)))]
    earned[ranked] = 1 / (RRF_K + np.arange(1, len(ranked) + 1))
    return earned


def fuse(
    products: Sequence[Product],
    rankings: Sequence[NDArray[np.float32]],
    wishes: Constraints,
    leads: Sequence[bool] = (),
) -> list[Placed]:
    """Candidates, best first; ties keep the order of their ids.

    Each of ``rankings`` scores the candidates, float32 (candidates,), NaN where it knows nothing.
    ``leads``, where a stone was wished for, tells which candidates are known by such a stone.
    The score is the share of all that a piece could earn: a first place in every ranking and
    every preference met is 1.
    """
    ids = np.array([product.id for product in products])
    id_places = np.argsort(np.argsort(ids, kind="stable"), kind="stable")
    earned = np.zeros(len(ids), dtype=np.float64)
    for ranking in rankings:
        earned += reciprocal_ranks(ranking, id_places)
    wished = [slot for slot in PREFERENCE_WEIGHTS if wishes.terms(slot)]
    met = [preferences_met(product, wishes) if wished else () for product in products]
    most = FIRST_PLACE * (len(rankings) + sum(PREFERENCE_WEIGHTS[slot] for slot in wished))
    if leads:
        most += FIRST_PLACE * LEADING_STONE
        earned += FIRST_PLACE * LEADING_STONE * np.asarray(leads, dtype=np.float64)
    earned += [FIRST_PLACE * sum(PREFERENCE_WEIGHTS[w.part] * w.score for w in one) for one in met]
    order = np.lexsort((id_places, -earned))
    return [Placed(int(row), float(earned[row] / most) if most else 0.0, met[row]) for row in order]


def preferences_met(product: Product, wishes: Constraints) -> tuple[Why, ...]:
    """The style, occasion and recipient wishes that the record meets; score is their share."""
    met = []
    for slot, recorded in (("style", product.styles), ("occasion", product.occasions)):
        wanted = wishes.terms(slot)
        terms = tuple(term for term in wanted if term in recorded)
        if terms:
            met.append(Why(slot, len(terms) / len(wanted), terms))
    if wishes.terms("recipient") and product.wearer in _MADE_FOR:
        met.append(Why("recipient", 1.0, (product.wearer,)))
    return tuple(met)
