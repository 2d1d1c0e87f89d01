"""'Cheaper' and 'dearer', from what they are said of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.catalogue.product import Product
from assistant.constraints import Clear, Edit, Want
from assistant.money import Money, Rate, convert_by, minor_per_major
from assistant.session import Session
from assistant.understanding.reading import Reading


def relative_price(
    reading: Reading,
    session: Session,
    products: Mapping[str, Product],
    rates: Iterable[Rate] = (),
) -> tuple[Edit, ...]:
    """'Cheaper' is below everything on the table (or below the piece talked of); of a set it
    is below the total. Who named sums in dollars goes on in dollars, where a rate is known."""
    is_set = reading.intent == "set"
    about = session.shown if is_set else session.focus or session.shown
    prices = [products[one].price for one in about if one in products]
    if not prices or not (reading.cheaper or reading.dearer):
        return ()
    currency = prices[0].currency
    minors = [price.minor for price in prices if price.currency == currency]
    minors = [sum(minors)] if is_set else minors
    bound = Money(min(minors) if reading.cheaper else max(minors), currency)
    bound = convert_by(bound, session.constraints.currency or currency, rates) or bound
    step = minor_per_major(bound.currency)
    if bound.currency != currency:  # said in whole dollars
        down = bound.minor // step * step
        bound = Money(down if reading.cheaper else down + step, bound.currency)
    if reading.cheaper:
        return (
            Clear("price_min_minor"),
            Want("price_max_minor", bound.minor - step),
            Want("currency", bound.currency),
        )
    return (
        Clear("price_max_minor"),
        Want("price_min_minor", bound.minor + step),
        Want("currency", bound.currency),
    )
