"""Merchants' products in the database: revisions, whole feeds, owners, sources."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from assistant.catalogue.batch import STARTER, Batch, Changes, Source
from assistant.errors import StorageError
from assistant.storage.catalogue_store import SqlCatalogueStore
from assistant.storage.database import open_database


@pytest.fixture
def shop(database: Path) -> SqlCatalogueStore:
    return SqlCatalogueStore(open_database(f"sqlite:///{database}"))


def batch(*ids: str, source: str = "venia", price: int = 100, is_whole: bool = False) -> Batch:
    records = tuple({"id": one, "price_minor": price} for one in ids)
    return Batch(source, records, is_whole=is_whole)


def ids(shop: SqlCatalogueStore, since: int = 0) -> list[str]:
    return [row.product_id for row in shop.rows(since)]


def test_an_empty_shop_is_at_revision_zero(shop: SqlCatalogueStore) -> None:
    assert shop.revision() == 0
    assert shop.rows() == ()


def test_products_come_back_in_the_order_of_the_feed(shop: SqlCatalogueStore) -> None:
    assert shop.put(batch("b", "a", "c")) == Changes(added=3)
    assert ids(shop) == ["b", "a", "c"]


def test_only_what_changed_is_newer(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a", "b"))
    seen = shop.revision()
    changes = shop.put(Batch("venia", ({"id": "a", "price_minor": 100}, {"id": "b", "x": 1})))
    assert changes == Changes(changed=1, unchanged=1)
    assert ids(shop, since=seen) == ["b"]


def test_the_same_feed_again_changes_nothing(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a"))
    seen = shop.revision()
    assert not shop.put(batch("a")).any
    assert shop.revision() == seen


def test_a_whole_feed_withdraws_what_it_no_longer_lists(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a", "b"))
    shop.put(batch("z", source="other"))
    seen = shop.revision()
    assert shop.put(batch("b", is_whole=True)).withdrawn == 1
    assert [(row.product_id, row.record) for row in shop.rows(seen)] == [("a", None)]
    assert set(ids(shop)) == {"b", "z"}


def test_a_part_of_a_feed_withdraws_nothing(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a", "b"))
    shop.put(batch("c"))
    assert set(ids(shop)) == {"a", "b", "c"}


def test_an_id_belongs_to_one_source(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a", "b"))
    with pytest.raises(StorageError, match="'a' came from 'venia'"):
        shop.put(batch("c", "a", source="other"))
    assert set(ids(shop)) == {"a", "b"}, "nothing of a refused batch is kept"
    assert shop.owners(["a", "c"]) == {"a": "venia"}


def test_a_withdrawn_id_may_come_from_another_source(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a"))
    assert shop.withdraw(["a", "unknown"]) == 1
    assert shop.put(batch("a", source="other")) == Changes(added=1)
    assert shop.owners(["a"]) == {"a": "other"}


def test_the_starter_catalogue_is_not_overwritten(shop: SqlCatalogueStore) -> None:
    with pytest.raises(StorageError, match="another name"):
        shop.put(batch("a", source=STARTER))


def test_a_source_can_be_hidden_and_shown_again(shop: SqlCatalogueStore) -> None:
    shop.put(batch("a", "b"))
    seen = shop.revision()
    shop.show(STARTER, is_shown=False)
    assert shop.sources() == (Source(STARTER, 0, False), Source("venia", 2, True))
    assert shop.revision() > seen
    shop.show(STARTER, is_shown=True)
    assert shop.sources()[0].is_shown


def test_a_source_keeps_the_vocabulary_it_brought(shop: SqlCatalogueStore) -> None:
    words = "terms: {category: {watch: {en: Watch, zh: 腕表}}}"
    shop.put(Batch("clocks", ({"id": "w"},), vocabulary=words))
    seen = shop.revision()
    shop.put(Batch("clocks", ({"id": "w"},)))
    assert shop.vocabularies() == (words,)
    assert shop.revision() == seen
    shop.put(Batch("clocks", ({"id": "w"},), vocabulary=words.replace("腕表", "手表")))
    assert shop.revision() > seen, "new words are a change of the shop"


def test_what_staff_know_goes_with_the_product(shop: SqlCatalogueStore) -> None:
    record = {"product_id": "a", "case_location": "C3"}
    shop.put(Batch("venia", ({"id": "a"},), staff=(record,)))
    assert shop.staff_record("a") == record
    shop.withdraw(["a"])
    assert shop.staff_record("a") is None


def test_thousands_of_ids_are_no_problem(shop: SqlCatalogueStore) -> None:
    many = [f"P{number}" for number in range(2500)]
    assert shop.put(batch(*many)).added == 2500
    assert len(shop.owners(many)) == 2500
    assert shop.put(batch(many[0], is_whole=True)).withdrawn == 2499


def test_writers_at_once_each_get_a_revision(database: Path) -> None:
    url = f"sqlite:///{database}"
    SqlCatalogueStore(open_database(url))

    def put(number: int) -> None:
        SqlCatalogueStore(open_database(url)).put(batch(f"P{number}", source=f"s{number}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(put, range(12)))
    shop = SqlCatalogueStore(open_database(url))
    assert shop.revision() == 12
    assert len(shop.rows()) == 12
