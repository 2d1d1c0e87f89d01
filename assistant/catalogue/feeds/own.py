"""Facet's own products.jsonl, read as a feed: no mapping, no loss."""

from __future__ import annotations

from assistant.catalogue.feeds.formats import Feed
from assistant.catalogue.feeds.json_rows import OWN_LINE
from assistant.catalogue.feeds.report import ImportReport, Problem
from assistant.catalogue.feeds.text import clip
from assistant.catalogue.ingest import read_row
from assistant.catalogue.product import Product
from assistant.errors import CatalogueError
from assistant.terms import Vocabulary


def import_own(feed: Feed, vocabulary: Vocabulary) -> ImportReport:
    """Every line as the product that it is. The pictures are where the lines say: a re-import
    from the shop's own folder finds them."""
    products: dict[str, Product] = {}
    row_of: dict[str, int] = {}
    problems: list[Problem] = []
    rows = 0
    for row in feed.rows():
        rows += 1
        try:
            product = read_row(row.number, row.values[OWN_LINE], vocabulary)
            if product.id in products:
                raise CatalogueError(row.number, "id", product.id, "an id no earlier row has")
        except (CatalogueError, RecursionError) as error:
            problems.append(_problem(row.number, error))
        else:
            products[product.id] = product
            row_of[product.id] = row.number
    pictures = {
        one.id: tuple(filter(None, (one.image, *one.more_images))) for one in products.values()
    }
    return ImportReport(tuple(products.values()), (), tuple(problems), (), pictures, rows, row_of)


def _problem(row: int, error: CatalogueError | RecursionError) -> Problem:
    if isinstance(error, RecursionError):
        return Problem(row, "(row)", "", "nested too deep", "bad_row")
    value = clip(str(error.value))
    return Problem(row, error.field, value, f"expected {error.expected}", "bad_row")
