"""The shop's own prices of metal: read to the minor unit, or refused with what to do."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from assistant.assembly import build
from assistant.errors import SettingsError
from assistant.gold_maths import MetalPrice
from assistant.metal_price_file import read_metal_prices
from assistant.money import Money
from assistant.session import Session
from assistant.settings import Settings
from assistant.turn import UserTurn

GOOD = """
date: 2090-11-25
source: Shanghai Gold Exchange, Au99.99
currency: CNY
per_gram:
  gold: {"999": 1201.5, 18k: 905}
  platinum: {pt950: 415}
"""


def written(folder: Path, text: str) -> Path:
    file = folder / "prices.yaml"
    file.write_text(text, encoding="utf-8")
    return file


def test_prices_are_read_with_their_day_and_source(tmp_path: Path) -> None:
    day, source = date(2090, 11, 25), "Shanghai Gold Exchange, Au99.99"
    assert read_metal_prices(written(tmp_path, GOOD), "CNY") == (
        MetalPrice("gold", "999", Money(120_150, "CNY"), day, source),
        MetalPrice("gold", "18k", Money(90_500, "CNY"), day, source),
        MetalPrice("platinum", "pt950", Money(41_500, "CNY"), day, source),
    )


def test_the_environment_names_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, GOOD)
    settings = Settings.from_environment({"FACET_METAL_PRICES": str(file)})
    assert settings.metal_prices == read_metal_prices(file, "CNY")
    assert Settings.from_environment({"FACET_METAL_PRICES": ""}).metal_prices == ()


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [
        ("date: 2090-11-25\n", "", "date missing"),
        ("2090-11-25", "last Tuesday", "last Tuesday"),
        ("Shanghai Gold Exchange, Au99.99", "", "source"),
        ("CNY", "USD", "USD"),
        ("gold:", "glod:", "glod"),
        ("18k", "shiny", "shiny"),
        ("905", "-905", "-905"),
        ("905", "905.001", "905.001"),
        ("905", "dear", "dear"),
        ("905", "true", "True"),
        ('{"999": 1201.5, 18k: 905}', "1201.5", "1201.5"),
        ("per_gram:", "per_gram: [", "no YAML"),
        (GOOD, "just words", "str"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_what_came_and_what_to_do(
    tmp_path: Path, old: str, new: str, named: str
) -> None:
    file = written(tmp_path, GOOD.replace(old, new))
    with pytest.raises(SettingsError) as caught:
        read_metal_prices(file, "CNY")
    told = str(caught.value)
    assert named in told
    assert all(part in told for part in (str(file), "expected", "Mend the file"))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"prices\.yaml"):
        Settings.from_environment({"FACET_METAL_PRICES": str(tmp_path / "prices.yaml")})


@pytest.mark.parametrize(
    "words", ["what is the gold price today", "今天金价多少", "999 gold 今天多少钱一克"]
)
def test_the_shop_tells_the_price_that_it_has_set(tmp_path: Path, words: str) -> None:
    chosen = {"FACET_METAL_PRICES": str(written(tmp_path, GOOD)), "FACET_HOME": str(tmp_path)}
    shop = build(Settings.from_environment(chosen))
    reply = shop.assistant.respond(UserTurn(text=words), Session("gold")).reply
    assert reply.error is None
    assert {claim.source for claim in reply.claims} == {"metal:shop"}
    assert "¥1,201.50" in reply.text
    assert "Shanghai Gold Exchange, Au99.99" in reply.text
