"""Couple rings sold as one piece: which records mean two rings for one price."""

from __future__ import annotations

import re

from assistant.catalogue.product import Product

# A merchant's own words, in the name or a tag. 男款 and 'his ring' are one half, sold singly.
_PAIR = re.compile(
    r"对戒|情侣戒|夫妻戒|\b(?:couple|his (?:and|&) hers|pair of)\b.{0,30}\b(?:rings|bands)\b"
    r"|\bwedding bands\b|\b(?:ring|band) pair\b",
    re.I,
)
_HALF = re.compile(
    r"男款|女款|男戒|女戒|单只|单枚|\b(?:men'?s|women'?s|ladies'?|single|half)\b", re.I
)


def is_pair(product: Product) -> bool:
    """Is this record two rings, sold together at its one price?"""
    if product.category != "ring" or product.wearer in ("men", "women"):
        return False
    words = (*product.name.values(), *product.tags)
    return any(map(_PAIR.search, words)) and not any(map(_HALF.search, words))
