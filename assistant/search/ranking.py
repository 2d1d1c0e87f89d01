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
PREFERENCE_WEIGHTS: Mapping[str, float] = {"style": 1.0, "occasion": 0.5, "recipient": 0.25}
_MADE_FOR = {"men", "women"}


@dataclass(frozen=True)
class Placed:
    """A candidate's row, its fused score in [0, 1], and the preferences it meets."""

    row: int
    score: float
    preferences: tuple[Why, ...]


def reciprocal_ranks(scores: NDArray[np.float32], ids: Sequence[str]) -> NDArray[np.float64]:
    """1 / (60 + place) of each row, best score first, ties by id; 0 for NaN (not ranked)."""
    ranked = [row for row in range(len(ids)) if not np.isnan(scores[row])]
    ranked.sort(key=lambda row: (-float(scores[row]), ids[row]))
    earned = np.zeros(len(ids), dtype=np.float64)
    for place, row in enumerate(ranked, start=1):
        earned[row] = 1 / (RRF_K + place)
    return earned


def fuse(
    products: Sequence[Product],
    rankings: Sequence[NDArray[np.float32]],
    wishes: Constraints,
) -> list[Placed]:
    """Candidates, best first; ties keep the order of their ids.

    Each of ``rankings`` scores the candidates, float32 (candidates,), NaN where it knows nothing.
    The score is the share of all that a piece could earn: a first place in every ranking and
    every preference met is 1.
    """
    ids = [product.id for product in products]
    earned = np.zeros(len(ids), dtype=np.float64)
    for ranking in rankings:
        earned += reciprocal_ranks(ranking, ids)
    preferences = [preferences_met(product, wishes) for product in products]
    wished = [slot for slot in PREFERENCE_WEIGHTS if wishes.terms(slot)]
    most = FIRST_PLACE * (len(rankings) + sum(PREFERENCE_WEIGHTS[slot] for slot in wished))
    for row, met in enumerate(preferences):
        earned[row] += FIRST_PLACE * sum(PREFERENCE_WEIGHTS[why.part] * why.score for why in met)
    order = sorted(range(len(ids)), key=lambda row: (-earned[row], ids[row]))
    return [
        Placed(row, float(earned[row] / most) if most else 0.0, preferences[row]) for row in order
    ]


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
