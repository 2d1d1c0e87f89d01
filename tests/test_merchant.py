"""A merchant's commands, from the file to the shelf."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from assistant import merchant
from assistant.assembly import open_catalogue, open_shelf
from assistant.catalogue.product import Product
from assistant.cli import main
from assistant.settings import Settings
from tests.reading import ASSETS

FEEDS = Path(__file__).parent / "data" / "feeds"
Run = Callable[..., int]


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("FACET_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("FACET_DATABASE", raising=False)
    return Settings.from_environment()


@pytest.fixture
def run(settings: Settings) -> Run:
    del settings  # set up first

    def call(*arguments: object) -> int:
        return main([str(one) for one in arguments], merchant.COMMANDS, merchant.add_parsers)

    return call


def products(settings: Settings) -> dict[str, Product]:
    return {one.id: one for one in open_shelf(settings).read().products}


def imported(settings: Settings, source: str) -> set[str]:
    store = open_catalogue(settings)
    return {row.product_id for row in store.rows() if row.source == source and row.record}


def write_feed(path: Path, *rows: dict[str, str]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def row(sku: str, **changes: str) -> dict[str, str]:
    plain = {
        "sku": sku,
        "name": f"Zephyr Ring {sku}",
        "category": "ring",
        "material": "Sterling Silver",
        "price": "58.00",
        "currency": "USD",
        "stock": "3",
        "image": "",
    }
    return {**plain, **changes}


@pytest.mark.parametrize(
    ("feed", "count", "vocabulary"),
    [
        ("venia", 12, None),
        ("aws-retail-demo-store", 114, "watches.yaml"),
        ("dummyjson", 14, "watches.yaml"),
    ],
)
def test_a_real_feed_comes_in_with_its_mapping(
    run: Run, settings: Settings, feed: str, count: int, vocabulary: str | None
) -> None:
    extra = ["--vocabulary", FEEDS / vocabulary] if vocabulary else []
    file, mapping = FEEDS / feed / "products.csv", FEEDS / feed / "mapping.yaml"
    assert run("ingest", file, "--mapping", mapping, "--source", feed, *extra) == 0
    assert len(imported(settings, feed)) == count
    assert imported(settings, feed) <= set(products(settings))


def test_pictures_beside_the_feed_come_in_and_missing_ones_are_named(
    run: Run, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ingest", FEEDS / "venia" / "products.csv", "--source", "venia")
    pictured = [one for one in products(settings).values() if (one.image or "").startswith("imp")]
    assert pictured
    for product in pictured:
        name = Path(str(product.image)).name
        assert (settings.picture_folders["imported"] / name).is_file()
        assert product.image_alt
    assert "no such file" in capsys.readouterr().out


def test_a_bad_row_is_named_and_the_rest_comes_in(
    run: Run, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = write_feed(tmp_path / "f.csv", row("A-1"), row("A-2", price="free"), row("A-3"))
    assert run("ingest", feed, "--json") == 1
    out = capsys.readouterr().out
    report = json.loads(out.splitlines()[-1])
    assert imported(settings, "f") == {"A-1", "A-3"}
    (problem,) = [one for one in report["problems"] if one["severity"] == "bad_row"]
    assert (problem["row"], problem["field"], problem["value"]) == (3, "price", "free")
    assert problem["reason"]


def test_a_dry_run_stores_nothing(run: Run, settings: Settings, tmp_path: Path) -> None:
    feed = write_feed(tmp_path / "f.csv", row("A-1"))
    assert run("ingest", feed, "--dry-run") == 0
    assert imported(settings, "f") == set()
    assert not settings.picture_folders["imported"].exists()


def test_the_proposed_mapping_imports_the_feed(
    run: Run, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = write_feed(tmp_path / "f.csv", row("A-1"))
    assert run("ingest", feed, "--propose-mapping") == 0
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(capsys.readouterr().out, encoding="utf-8")
    assert imported(settings, "f") == set()
    assert run("ingest", feed, "--mapping", mapping) == 0
    assert imported(settings, "f") == {"A-1"}


def test_a_whole_feed_withdraws_what_it_leaves_out(
    run: Run, settings: Settings, tmp_path: Path
) -> None:
    run("ingest", write_feed(tmp_path / "f.csv", row("A-1"), row("A-2")))
    run("ingest", write_feed(tmp_path / "f.csv", row("A-2")))
    assert imported(settings, "f") == {"A-1", "A-2"}
    run("ingest", write_feed(tmp_path / "f.csv", row("A-2")), "--whole")
    assert imported(settings, "f") == {"A-2"}


def test_a_whole_feed_with_bad_rows_withdraws_nothing(
    run: Run, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("ingest", write_feed(tmp_path / "f.csv", row("A-1"), row("A-2")))
    feed = write_feed(tmp_path / "f.csv", row("A-1", price="?"), row("A-3"))
    assert run("ingest", feed, "--whole") == 1
    assert imported(settings, "f") == {"A-1", "A-2", "A-3"}
    assert "Nothing was withdrawn" in capsys.readouterr().out


def test_an_id_that_is_in_the_shop_already_is_a_bad_row(
    run: Run, settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    starter = next(iter(products(settings)))
    run("ingest", write_feed(tmp_path / "f.csv", row("A-1")))
    feed = write_feed(tmp_path / "g.csv", row("A-1"), row(starter), row("B-99"))
    assert run("ingest", feed) == 1
    assert imported(settings, "g") == {"B-99"}
    out = capsys.readouterr().out
    assert "already in the shop, from 'f'" in out
    assert "already in the shop, from 'starter'" in out


def test_what_staff_know_is_kept_apart(run: Run, settings: Settings, tmp_path: Path) -> None:
    run("ingest", write_feed(tmp_path / "f.csv", row("A-1", stock="7")))
    record = open_catalogue(settings).staff_record("A-1")
    assert record is not None
    assert [one["count"] for one in record["variants"]] == [7]  # type: ignore[attr-defined]
    (stored,) = [one.record for one in open_catalogue(settings).rows() if one.product_id == "A-1"]
    assert '"count"' not in str(stored)


def test_an_export_is_read_again_without_loss(run: Run, settings: Settings, tmp_path: Path) -> None:
    run("ingest", FEEDS / "venia" / "products.csv", "--source", "venia")
    before = {one: piece for one, piece in products(settings).items() if one.startswith("VA")}
    out = tmp_path / "out.jsonl"
    assert run("export", out, "--source", "venia") == 0
    assert run("withdraw", *before) == 0
    assert not imported(settings, "venia")
    assert run("ingest", out, "--source", "again") == 0
    after = products(settings)
    assert {one: after[one] for one in before} == before


def test_the_starter_can_be_hidden_and_shown(
    run: Run, settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("sources", "--hide", "starter") == 0
    assert products(settings) == {}
    assert "hidden" in capsys.readouterr().out
    assert run("sources", "--show", "starter") == 0
    assert products(settings)
    assert run("sources", "--hide", "nobody") == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ingest", "missing.csv"], "no file"),
        (["ingest", ASSETS / "page.css", "--source", "x"], ""),
        (["ingest", FEEDS / "venia" / "products.csv", "--source", "starter"], "another name"),
        (["ingest", FEEDS / "venia" / "products.csv", "--mapping", ASSETS / "page.css"], ""),
        (["ingest", FEEDS / "venia" / "products.csv", "--vocabulary", ASSETS / "page.css"], ""),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], arguments: list[object], said: str
) -> None:
    assert run(*arguments) == 2
    error = capsys.readouterr().err
    assert error.startswith("facet: ")
    assert said.removeprefix("another ") in error or not said
    assert "Traceback" not in error


def test_the_starter_catalogue_keeps_the_trades_rules(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("lint-catalogue") == 0, capsys.readouterr().out


def test_a_broken_rule_is_explained(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = (ASSETS / "catalogue" / "products.jsonl").read_text(encoding="utf-8").splitlines()[0]
    record = {**json.loads(line), "id": "X-1", "name": {"en": "Pure Ring", "zh": "千足金戒指"}}
    file = tmp_path / "p.jsonl"
    file.write_text(json.dumps(record), encoding="utf-8")
    assert run("lint-catalogue", file, "--json") == 1
    out = capsys.readouterr().out
    assert "GB 11887" in out
    assert any("千足金" in str(one["value"]) for one in json.loads(out.splitlines()[-1]))
