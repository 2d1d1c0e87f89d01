"""Everything that can be set, read once from the environment and never changed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path

import platformdirs

from assistant.errors import SettingsError
from assistant.gold_maths import MetalPrice
from assistant.metal_price_file import read_metal_prices
from assistant.money import Rate

PROJECT = Path(__file__).parent.parent

# Euro reference rates of 31 December 2024: one euro in each currency. The next dated table
# replaces this one whole; a reply always shows which day it used.
_RATE_DAY = date(2024, 12, 31)
_RATE_SOURCE = "European Central Bank, euro foreign exchange reference rates"
_PER_EURO = {
    "EUR": "1",
    "USD": "1.0389",
    "CNY": "7.5833",
    "GBP": "0.82918",
    "HKD": "8.0686",
    "JPY": "163.06",
    "SGD": "1.4164",
}


def cross_rates(shop_currency: str) -> tuple[Rate, ...]:
    """What one unit of each other currency buys in the shop's, through the euro."""
    per_euro = {code: Fraction(value) for code, value in _PER_EURO.items()}
    if shop_currency not in per_euro:
        return ()
    return tuple(
        Rate(code, shop_currency, per_euro[shop_currency] / value, _RATE_DAY, _RATE_SOURCE)
        for code, value in per_euro.items()
        if code != shop_currency
    )


@dataclass(frozen=True)
class Limits:
    """What one turn may hold. Megabytes are 1,000,000 bytes."""

    text_characters: int = 4000
    photo_bytes: int = 20_000_000
    photo_pixels: int = 50_000_000
    photo_side_px: int = 1024  # larger photos are reduced to this before they are encoded
    audio_bytes: int = 30_000_000
    audio_seconds: float = 60.0


@dataclass(frozen=True)
class Settings:
    """One shop's settings."""

    home: Path
    database_url: str
    catalogue: Path = PROJECT / "assets" / "catalogue"
    knowledge: Path = PROJECT / "assets" / "knowledge"
    shop_currency: str = "CNY"
    rates: tuple[Rate, ...] = field(default_factory=lambda: cross_rates("CNY"))
    limits: Limits = field(default_factory=Limits)
    metal_prices: tuple[MetalPrice, ...] = ()
    model_threads: int = 1
    host: str = "127.0.0.1"
    port: int = 7860

    @property
    def picture_folders(self) -> Mapping[str, Path]:
        """Where pictures lie, by the first part of their name in a record."""
        return {
            "pictures": self.catalogue / "pictures",
            "cutouts": self.catalogue / "cutouts",
            "imported": self.home / "catalogue" / "imported",
        }

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """FACET_HOME: the folder for weights, vectors and the database (else the user's cache).
        FACET_DATABASE: a database URL. FACET_THREADS: threads of a model, 1 by default.
        FACET_METAL_PRICES: a file with the day's prices of metal (``metal_price_file``). A name
        that is set to nothing counts as not set. Raises SettingsError for what cannot be used."""
        known = os.environ if environment is None else environment
        chosen = known.get("FACET_HOME")
        home = Path(chosen).expanduser() if chosen else Path(platformdirs.user_cache_dir("facet"))
        default_url = f"sqlite:///{home / 'facet.sqlite3'}"
        prices = known.get("FACET_METAL_PRICES")
        return cls(
            home=home,
            database_url=known.get("FACET_DATABASE") or default_url,
            metal_prices=read_metal_prices(Path(prices).expanduser(), "CNY") if prices else (),
            model_threads=_read_threads(known.get("FACET_THREADS") or "1"),
        )


def _read_threads(value: str) -> int:
    if not (value.isascii() and value.isdigit() and int(value) >= 1):
        raise SettingsError(
            f"FACET_THREADS is {value!r}; expected a whole number from 1. Set it so, or unset it."
        )
    return int(value)
