"""The shelf: starter and merchants' products as one stock, read again only where it changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from assistant.catalogue.batch import STARTER, Source, StoredRow
from assistant.catalogue.shelf import Shelf
from tests.reading import ASSETS

LINES = (ASSETS / "catalogue" / "products.jsonl").read_text(encoding="utf-8").splitlines()
WATCHES = "terms: {category: {watch: {en: Watch, zh: 腕表, say: [timepiece]}}}"


@dataclass
class FakeStore:
    """Rows with the revision at which each changed."""

    changed: dict[str, tuple[int, StoredRow]] = field(default_factory=dict)
    hidden: set[str] = field(default_factory=set)
    words: tuple[str, ...] = ()
    at: int = 0
    asked: list[int] = field(default_factory=list)

    def put(self, product_id: str, record: str | None, source: str = "venia") -> None:
        self.at += 1
        self.changed[product_id] = self.at, StoredRow(product_id, source, len(self.changed), record)

    def revision(self) -> int:
        return self.at

    def rows(self, since: int = 0) -> tuple[StoredRow, ...]:
        self.asked.append(since)
        return tuple(row for at, row in self.changed.values() if at > since)

    def sources(self) -> tuple[Source, ...]:
        names = {row.source for _, row in self.changed.values()} | {STARTER}
        return tuple(Source(name, 0, name not in self.hidden) for name in sorted(names))

    def vocabularies(self) -> tuple[str, ...]:
        return self.words


def record(product_id: str, **changes: object) -> str:
    return json.dumps({**json.loads(LINES[0]), "id": product_id, **changes})


@pytest.fixture
def store() -> FakeStore:
    return FakeStore()


@pytest.fixture
def shelf(store: FakeStore, tmp_path: Path) -> Shelf:
    starter = tmp_path / "products.jsonl"
    starter.write_text("\n".join(LINES[:3]), encoding="utf-8")
    return Shelf(starter, ASSETS / "knowledge" / "vocabulary.yaml", store)


def ids(shelf: Shelf) -> list[str]:
    return [product.id for product in shelf.read().products]


def test_merchants_pieces_stand_after_the_starter(shelf: Shelf, store: FakeStore) -> None:
    store.put("V-1", record("V-1"))
    assert ids(shelf) == [*(json.loads(line)["id"] for line in LINES[:3]), "V-1"]


def test_a_hidden_source_is_out_of_the_shop(shelf: Shelf, store: FakeStore) -> None:
    store.put("V-1", record("V-1"))
    store.hidden = {STARTER}
    assert ids(shelf) == ["V-1"]


def test_an_unchanged_record_is_the_same_object(shelf: Shelf, store: FakeStore) -> None:
    store.put("V-1", record("V-1"))
    before = {product.id: product for product in shelf.read().products}
    store.put("V-2", record("V-2"))
    after = {product.id: product for product in shelf.read().products}
    assert all(after[one] is before[one] for one in before)
    assert store.asked == [0, 1]


def test_a_withdrawn_piece_is_gone(shelf: Shelf, store: FakeStore) -> None:
    store.put("V-1", record("V-1"))
    shelf.read()
    store.put("V-1", None)
    assert "V-1" not in ids(shelf)


def test_the_digest_follows_the_content_and_not_the_revision(
    shelf: Shelf, store: FakeStore
) -> None:
    first = shelf.read().digest
    store.put("V-1", record("V-1"))
    second = shelf.read().digest
    store.put("V-1", None)
    assert shelf.read().digest == first != second


def test_a_wrong_record_costs_only_itself(shelf: Shelf, store: FakeStore) -> None:
    store.put("V-1", record("V-1", metal="unobtainium"))
    store.put("V-2", record("V-2"))
    stock = shelf.read()
    assert "V-2" in {product.id for product in stock.products}
    assert [error.field for error in stock.errors] == ["metal"]


def test_an_id_of_the_starter_is_not_taken_over(shelf: Shelf, store: FakeStore) -> None:
    twin = json.loads(LINES[0])["id"]
    store.put(twin, record(twin, price_minor=1))
    stock = shelf.read()
    assert next(one for one in stock.products if one.id == twin).price.minor != 1
    assert [error.field for error in stock.errors] == ["id"]


def test_a_category_comes_in_as_data(shelf: Shelf, store: FakeStore) -> None:
    store.put("W-1", record("W-1", category="watch"))
    assert "W-1" not in ids(shelf)
    store.words = (WATCHES,)
    store.at += 1
    stock = shelf.read()
    assert stock.products[-1].category == "watch"
    assert stock.vocabulary.label("category", "watch", "zh") == "腕表"


def test_nothing_has_changed_until_something_does(shelf: Shelf, store: FakeStore) -> None:
    assert shelf.has_changed()
    shelf.read()
    assert not shelf.has_changed()
    store.put("V-1", record("V-1"))
    assert shelf.has_changed()
