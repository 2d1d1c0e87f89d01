"""Reads the catalogue: one JSON object a line, every field checked, errors named by row and field.

A wrong row stops the load (``load_catalogue``) or is left out and reported (``read_catalogue``): a
shop would rather open without one ring than not at all, but it must be told.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from assistant.catalogue.product import Product
from assistant.catalogue.record import read_record
from assistant.errors import CatalogueError
from assistant.terms import Vocabulary


@dataclass(frozen=True)
class CatalogueReport:
    """The products that can be trusted, and an error for each row that cannot."""

    products: tuple[Product, ...]
    errors: tuple[CatalogueError, ...]


def load_catalogue(path: Path, vocabulary: Vocabulary) -> tuple[Product, ...]:
    """Every product of a JSON Lines file. Raises the first CatalogueError."""
    report = read_catalogue(path, vocabulary)
    if report.errors:
        raise report.errors[0]
    return report.products


def read_catalogue(path: Path, vocabulary: Vocabulary) -> CatalogueReport:
    """The trusted products and the errors. Rows count from 1; blank lines are passed over."""
    products: dict[str, Product] = {}
    errors = []
    with path.open(encoding="utf-8") as lines:
        for row, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            try:
                product = read_row(row, line, vocabulary)
                if product.id in products:
                    raise CatalogueError(row, "id", product.id, "an id no earlier row has")
            except CatalogueError as error:
                errors.append(error)
            else:
                products[product.id] = product
    return CatalogueReport(tuple(products.values()), tuple(errors))


def read_row(row: int, line: str, vocabulary: Vocabulary) -> Product:
    """One line as a Product. Raises CatalogueError(row, field, value)."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise CatalogueError(row, "(row)", line[:80], "one JSON object") from error
    if not isinstance(record, dict):
        raise CatalogueError(row, "(row)", line[:80], "one JSON object")
    return read_record(row, record, vocabulary)
