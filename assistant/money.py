"""Money: integer minor units and an ISO 4217 code; conversion only by a dated, sourced rate."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

# Minor units per major unit, ISO 4217 (table A.1). Currencies not listed have two decimals.
_ZERO_DECIMALS = frozenset({"JPY", "KRW"})

_SYMBOLS = {
    "CNY": "¥",
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "HKD": "HK$",
    "JPY": "JP¥",
    "SGD": "S$",
}


@dataclass(frozen=True)
class Money:
    """An amount. ``minor`` is in the currency's smallest unit (fen, cents), never negative."""

    minor: int
    currency: str


@dataclass(frozen=True)
class Rate:
    """One ``base`` buys ``value`` of ``quote``, as published by ``source`` on ``day``."""

    base: str
    quote: str
    value: Fraction
    day: date
    source: str


def minor_per_major(currency: str) -> int:
    """100 for most currencies, 1 for those without decimals (ISO 4217)."""
    return 1 if currency in _ZERO_DECIMALS else 100


def convert(amount: Money, rate: Rate) -> Money:
    """``amount`` in the other currency of ``rate``, rounded to the nearest minor unit.

    Raises ValueError if the rate does not join the amount's currency to another one.
    """
    if amount.currency == rate.base:
        factor, target = rate.value, rate.quote
    elif amount.currency == rate.quote:
        factor, target = 1 / rate.value, rate.base
    else:
        raise ValueError(f"{amount.currency} cannot be converted by {rate.base}/{rate.quote}")
    major = Fraction(amount.minor, minor_per_major(amount.currency)) * factor
    return Money(round(major * minor_per_major(target)), target)


def format_money(amount: Money) -> str:
    """``¥12,800``, ``$499.50``: symbol, thousands separated, decimals only where there are any."""
    per_major = minor_per_major(amount.currency)
    major, minor = divmod(amount.minor, per_major)
    decimals = f".{minor:02d}" if minor else ""
    symbol = _SYMBOLS.get(amount.currency, f"{amount.currency} ")
    return f"{symbol}{major:,}{decimals}"


def find_rate(rates: Iterable[Rate], one: str, other: str) -> Rate | None:
    """The rate that joins two currencies, in either direction; None if there is none."""
    return next((rate for rate in rates if {rate.base, rate.quote} == {one, other}), None)


def convert_by(amount: Money, currency: str, rates: Iterable[Rate]) -> Money | None:
    """``amount`` in ``currency``, itself if it is that already, None without a rate."""
    if amount.currency == currency:
        return amount
    rate = find_rate(rates, amount.currency, currency)
    return convert(amount, rate) if rate else None
