"""Feeds are read with the real vocabulary and the watches of the test shop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from assistant.catalogue.feeds.convert import import_feed
from assistant.catalogue.feeds.formats import open_feed
from assistant.catalogue.feeds.mapping import load_mapping, read_mapping
from assistant.catalogue.feeds.propose import propose_mapping
from assistant.catalogue.feeds.report import ImportReport
from assistant.catalogue.feeds.wording import TermReader
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.terms import Vocabulary
from tests.reading import ASSETS

FEEDS = Path(__file__).parents[2] / "data" / "feeds"
TODAY = date(2026, 11, 25)
Import = Callable[..., ImportReport]


@pytest.fixture(scope="session")
def shop_vocabulary() -> Vocabulary:
    watches = (FEEDS / "watches.yaml").read_text(encoding="utf-8")
    return load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml", [watches])


@pytest.fixture(scope="session")
def terms(shop_vocabulary: Vocabulary) -> TermReader:
    return TermReader(shop_vocabulary)


@pytest.fixture(scope="session")
def bring(shop_vocabulary: Vocabulary) -> Import:
    """Imports a file by a mapping (a path or YAML), or by the one that is proposed for it."""

    def bring_in(path: Path, mapping: Path | str | None = None) -> ImportReport:
        feed = open_feed(path)
        if mapping is None and feed.format != "facet":
            mapping = propose_mapping(feed, shop_vocabulary, "CNY")
        read = load_mapping(mapping) if isinstance(mapping, Path) else mapping
        chosen = read_mapping(read) if isinstance(read, str) else read
        return import_feed(feed, chosen, shop_vocabulary, TODAY)

    return bring_in


@pytest.fixture
def bring_rows(bring: Import, tmp_path: Path) -> Import:
    """Imports rows of CSV text by a mapping in YAML."""

    def bring_in(text: str, mapping: str | None = None) -> ImportReport:
        path = tmp_path / "feed.csv"
        path.write_text(text, encoding="utf-8")
        return bring(path, mapping)

    return bring_in
