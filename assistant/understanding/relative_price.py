"""'Cheaper' and 'dearer', from what they are said of."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Edit, Want
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.understanding.reading import Reading


def relative_price(
    reading: Reading, session: Session, products: Mapping[str, Product]
) -> tuple[Edit, ...]:
    """'Cheaper' is below everything on the table (or below the piece talked of); of a set it
    is below the total."""
    is_set = reading.intent == "set"
    about = session.shown if is_set else session.focus or session.shown
    prices = [products[one].price for one in about if one in products]
    if not prices or not (reading.cheaper or reading.dearer):
        return ()
    currency = prices[0].currency
    minors = [price.minor for price in prices if price.currency == currency]
    minors = [sum(minors)] if is_set else minors
    step = minor_per_major(currency)
    if reading.cheaper:
        return (
            Clear("price_min_minor"),
            Want("price_max_minor", min(minors) - step),
            Want("currency", currency),
        )
    return (
        Clear("price_max_minor"),
        Want("price_min_minor", max(minors) + step),
        Want("currency", currency),
    )
