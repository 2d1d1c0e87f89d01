"""Pieces made for a child's hand, which no set for a grown one should hold."""

from __future__ import annotations

from assistant.catalogue.product import Product
from assistant.constraints import Constraints

# A slender hand of 145 mm round takes a bangle of 47 mm: girth / 3.14 + 1 to 2 mm
# (hunlipic.com, how to measure 圈口).
_LEAST_BANGLE_MM = 47
_CHILDREN = frozenset({"baby", "grandchild", "godchild", "son", "daughter", "niece", "nephew"})


def is_for_a_child(product: Product, wishes: Constraints) -> bool:
    """Is it a bangle in children's sizes alone, where ``wishes`` name no child to give it to?"""
    if product.category != "bangle" or not _CHILDREN.isdisjoint(wishes.terms("recipient")):
        return False
    widths = [one.mm for one in product.sizes if one.slot == "bangle_mm"]
    return bool(widths) and max(widths) < _LEAST_BANGLE_MM
