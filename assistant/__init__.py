"""Facet's shop: everything that knows jewellery and shoppers."""
