"""Filters first, then the index, then ranking; and why each product is there."""
