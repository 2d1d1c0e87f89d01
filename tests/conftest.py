"""Shared by all tests: where a skipped test counts as a failed one, it fails."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import replace

import pytest

from assistant.assembly import Facet, build
from assistant.catalogue.ingest import load_catalogue
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.settings import Settings
from assistant.terms import Vocabulary
from tests.reading import ASSETS, Reader


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, None]:
    """With FACET_SKIPS_FAIL set, a browser or weights test that was skipped is a failure."""
    report = (yield).get_result()  # type: ignore[attr-defined]
    matters = item.get_closest_marker("browser") or item.get_closest_marker("weights")
    if report.skipped and matters and os.environ.get("FACET_SKIPS_FAIL"):
        report.outcome = "failed"
        report.longrepr = f"skipped where it must run: {report.longrepr}"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")


@pytest.fixture(scope="session")
def products(vocabulary: Vocabulary) -> dict[str, Product]:
    return {p.id: p for p in load_catalogue(ASSETS / "catalogue" / "products.jsonl", vocabulary)}


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary, products: dict[str, Product]) -> Reader:
    return Reader(vocabulary, products)


@pytest.fixture(scope="session")
def facet(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    """The whole shop with real weights, loaded as they are needed."""
    home = tmp_path_factory.mktemp("shop")
    settings = Settings.from_environment()
    database = f"sqlite:///{home / 'shop.sqlite3'}"  # what a developer imported stays out
    return build(replace(settings, database_url=database), wait=True)
