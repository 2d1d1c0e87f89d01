"""The shop's own prices of metal, in a small dated file that FACET_METAL_PRICES names:

    date: 2026-11-25
    source: Shanghai Gold Exchange, Au99.99
    currency: CNY
    per_gram:
      gold: {"999": 1179.00, 18k: 868.5}
      platinum: {pt950: 415}

A price is of one gram, in major units of the shop's currency; metals and finenesses are those of
the vocabulary. The file is read once, at the start.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from assistant.errors import SettingsError
from assistant.gold_maths import MetalPrice, fineness
from assistant.money import Money, minor_per_major

METALS = ("gold", "silver", "platinum", "palladium")
_WANTED = ("date", "source", "currency", "per_gram")


def read_metal_prices(path: Path, currency: str) -> tuple[MetalPrice, ...]:
    """The prices in a file, in its order. Raises SettingsError naming the file, what came and what
    was expected."""
    data = _read(path)
    missing = [name for name in _WANTED if name not in data]
    if missing:
        raise _wrong(path, f"{', '.join(missing)} missing", f"the keys {', '.join(_WANTED)}")
    day, source = _read_day(path, data["date"]), data["source"]
    if not isinstance(source, str) or not source.strip():
        raise _wrong(path, f"source is {source!r}", "the name of who published the prices")
    if data["currency"] != currency:
        raise _wrong(path, f"currency is {data['currency']!r}", f"the shop's own, {currency}")
    prices = tuple(
        MetalPrice(
            metal, purity, _read_money(path, f"{metal} {purity}", one, currency), day, source
        )
        for metal, purity, one in _entries(path, data["per_gram"])
    )
    if not prices:
        raise _wrong(path, "per_gram is empty", "at least one metal with a price")
    return prices


def _read(path: Path) -> Mapping[str, object]:
    import yaml

    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise _wrong(path, f"it cannot be read ({error.strerror})", "a file") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise _wrong(path, f"it is no YAML ({error})", "YAML") from error
    if not isinstance(data, dict):
        raise _wrong(path, f"it holds {type(data).__name__}", f"the keys {', '.join(_WANTED)}")
    return data


def _read_day(path: Path, value: object) -> date:
    try:
        day = date.fromisoformat(str(value))
    except ValueError as error:
        raise _wrong(path, f"date is {value!r}", "a day such as 2026-11-25") from error
    return day


def _entries(path: Path, value: object) -> Iterator[tuple[str, str, object]]:
    for metal, prices in _items(path, "per_gram", value):
        if metal not in METALS:
            raise _wrong(path, f"per_gram names {metal!r}", f"one of {', '.join(METALS)}")
        for purity, price in _items(path, f"per_gram.{metal}", prices):
            if fineness(purity) is None:
                raise _wrong(path, f"per_gram.{metal} names {purity!r}", "999, 18k, pt950 ...")
            yield metal, purity, price


def _items(path: Path, name: str, value: object) -> Iterator[tuple[str, object]]:
    if not isinstance(value, dict):
        raise _wrong(path, f"{name} is {value!r}", "names and their prices")
    yield from ((str(key), item) for key, item in value.items())


def _read_money(path: Path, name: str, value: object, currency: str) -> Money:
    try:
        minor = Fraction(str(value)) * minor_per_major(currency)
    except (ValueError, ZeroDivisionError) as error:
        raise _wrong(path, f"the price of {name} is {value!r}", "a number") from error
    if isinstance(value, bool) or minor <= 0 or minor.denominator != 1:
        raise _wrong(path, f"the price of {name} is {value!r}", "a sum above 0, such as 1179.50")
    return Money(int(minor), currency)


def _wrong(path: Path, came: str, expected: str) -> SettingsError:
    return SettingsError(
        f"FACET_METAL_PRICES names {path}: {came}; expected {expected}. "
        "Mend the file, or unset FACET_METAL_PRICES to use the prices in the records."
    )
