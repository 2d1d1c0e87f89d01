"""What the environment says, and the rates a reply may use."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.money import Money, convert, find_rate
from assistant.settings import PROJECT, Settings, cross_rates


def test_nothing_set_is_a_database_in_the_users_cache() -> None:
    settings = Settings.from_environment({})
    assert settings.home.name == "facet"
    assert settings.database_url == f"sqlite:///{settings.home / 'facet.sqlite3'}"
    assert (settings.host, settings.port, settings.shop_currency) == ("127.0.0.1", 7860, "CNY")


def test_the_home_and_the_database_can_be_chosen() -> None:
    chosen = {"FACET_HOME": "~/shop", "FACET_DATABASE": "postgresql://db/facet"}
    settings = Settings.from_environment(chosen)
    assert settings.home == Path.home() / "shop"
    assert settings.database_url == "postgresql://db/facet"
    assert Settings.from_environment({"FACET_HOME": "/data"}).database_url.endswith(
        "/data/facet.sqlite3"
    )


def test_a_name_set_to_nothing_is_not_set() -> None:
    empty = {"FACET_HOME": "", "FACET_DATABASE": "", "FACET_THREADS": ""}
    assert Settings.from_environment(empty) == Settings.from_environment({})


@pytest.mark.parametrize("threads", ["two", "0", "-1", "1.5", "²"])
def test_threads_that_are_none_are_refused(threads: str) -> None:
    with pytest.raises(SettingsError, match="FACET_THREADS"):
        Settings.from_environment({"FACET_THREADS": threads})


def test_the_shops_data_lie_in_the_project() -> None:
    settings = Settings.from_environment({})
    assert (settings.catalogue / "products.jsonl").is_file()
    assert settings.knowledge.is_relative_to(PROJECT)


def test_rates_cross_through_the_euro_exactly() -> None:
    rate = find_rate(cross_rates("CNY"), "USD", "CNY")
    assert rate is not None
    assert rate.value == Fraction("7.5833") / Fraction("1.0389")
    assert rate.day == date(2024, 12, 31)
    assert "European Central Bank" in rate.source


@pytest.mark.parametrize(
    ("amount", "yuan_minor"),
    [
        (Money(100_00, "EUR"), 758_33),
        (Money(100_00, "USD"), 729_94),
        (Money(10_000, "JPY"), 465_06),
        (Money(100_00, "GBP"), 914_55),
    ],
)
def test_amounts_convert_to_the_nearest_fen(amount: Money, yuan_minor: int) -> None:
    rate = find_rate(cross_rates("CNY"), amount.currency, "CNY")
    assert rate is not None
    assert convert(amount, rate) == Money(yuan_minor, "CNY")


def test_a_currency_without_a_rate_has_none() -> None:
    assert cross_rates("THB") == ()
    assert find_rate(cross_rates("CNY"), "THB", "CNY") is None
