"""Merchants' products in a database, with a revision that rises whenever the catalogue changes.

A shop that is open asks for the revision every second and reads only the rows that are newer, so a
product is on sale without a restart. Withdrawn products stay as empty rows, because a shop has to
learn of them too. A batch is one transaction: a reader sees all of it or nothing.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, Table, delete, func, insert, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from assistant.catalogue.batch import STARTER, Batch, Changes, JsonRecord, Source, StoredRow
from assistant.errors import StorageError
from assistant.storage import tables

_products, _sources, _staff = tables.products, tables.sources, tables.staff_records
_IDS_A_QUERY = 500  # below the 999 parameters that old SQLite builds allow


class SqlCatalogueStore:
    """Safe for many threads and processes; writers wait for one another."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def revision(self) -> int:
        """Rises with every change of products, sources or vocabulary; 0 for an empty database."""
        with self._read() as connection:
            return _revision(connection)

    def rows(self, since: int = 0) -> tuple[StoredRow, ...]:
        """Every product that changed after revision ``since``, by source and the feed's order."""
        columns = (_products.c.id, _products.c.source, _products.c.place, _products.c.record)
        query = select(*columns).where(_products.c.revision > since)
        if since == 0:
            query = query.where(_products.c.record.is_not(None))
        with self._read() as connection:
            rows = connection.execute(query.order_by(_products.c.source, _products.c.place))
            return tuple(StoredRow(*row) for row in rows)

    def sources(self) -> tuple[Source, ...]:
        """Every source by name, the starter catalogue too once it has been hidden or shown."""
        counted = (
            select(_products.c.source, func.count().label("count"))
            .where(_products.c.record.is_not(None))
            .group_by(_products.c.source)
            .subquery()
        )
        query = (
            select(_sources.c.name, func.coalesce(counted.c.count, 0), _sources.c.is_shown)
            .join_from(_sources, counted, _sources.c.name == counted.c.source, isouter=True)
            .order_by(_sources.c.name)
        )
        with self._read() as connection:
            return tuple(
                Source(name, n, bool(shown)) for name, n, shown in connection.execute(query)
            )

    def vocabularies(self) -> tuple[str, ...]:
        """The vocabulary files (YAML) that sources brought, by source name."""
        query = select(_sources.c.vocabulary).where(_sources.c.vocabulary.is_not(None))
        with self._read() as connection:
            return tuple(connection.scalars(query.order_by(_sources.c.name)))

    def owners(self, ids: Sequence[str]) -> Mapping[str, str]:
        """The source of each id that is in the shop."""
        found: dict[str, str] = {}
        with self._read() as connection:
            for some in _in_parts(ids):
                query = select(_products.c.id, _products.c.source).where(
                    _products.c.id.in_(some), _products.c.record.is_not(None)
                )
                found.update((row.id, row.source) for row in connection.execute(query))
        return found

    def staff_record(self, product_id: str) -> JsonRecord | None:
        """What staff know of a product; never read on a shopper's path."""
        query = select(_staff.c.record).where(_staff.c.product_id == product_id)
        with self._read() as connection:
            record = connection.scalar(query)
        return None if record is None else dict(json.loads(record))

    def put(self, batch: Batch) -> Changes:
        """Adds, changes and (for a whole feed) withdraws products; all or nothing.

        Raises StorageError for the starter's name and for ids that another source holds.
        """
        if batch.source == STARTER:
            raise StorageError(f"'{STARTER}' is Facet's own catalogue; give the feed another name")
        new = {str(record["id"]): _canonical(record) for record in batch.records}
        with self._write() as connection:
            self._refuse_strangers(connection, batch.source, list(new))
            stored = connection.execute(
                select(_products.c.id, _products.c.digest).where(
                    _products.c.source == batch.source, _products.c.record.is_not(None)
                )
            )
            known: dict[str, str] = {row.id: row.digest for row in stored}
            digests = {one: _digest(record) for one, record in new.items()}
            gone = [one for one in known if one not in new] if batch.is_whole else []
            changed = [one for one in new if known.get(one) != digests[one]]
            revision = _revision(connection) + 1
            places = {one: place for place, one in enumerate(new)}
            _replace(
                connection,
                _products,
                [
                    {
                        "id": one,
                        "source": batch.source,
                        "place": places[one],
                        "record": new[one],
                        "digest": digests[one],
                        "revision": revision,
                    }
                    for one in changed
                ],
            )
            _withdraw(connection, gone, revision)
            _replace(
                connection,
                _staff,
                [
                    {
                        "product_id": record["product_id"],
                        "source": batch.source,
                        "record": _canonical(record),
                    }
                    for record in batch.staff
                ],
            )
            is_new_source = _keep_source(connection, batch.source, batch.vocabulary)
            if changed or gone or is_new_source:
                _set_revision(connection, revision)
        added = sum(one not in known for one in changed)
        return Changes(added, len(changed) - added, len(new) - len(changed), len(gone))

    def withdraw(self, ids: Sequence[str]) -> int:
        """Takes products out of the shop, and what staff know of them; how many were there."""
        with self._write() as connection:
            here = [one for one in ids if one in self.owners(ids)]
            revision = _revision(connection) + 1
            _withdraw(connection, here, revision)
            if here:
                _set_revision(connection, revision)
        return len(here)

    def show(self, source: str, *, is_shown: bool) -> None:
        """Shows a source in the shop, or hides it; the starter catalogue can be hidden too."""
        with self._write() as connection:
            _keep_source(connection, source, None)
            connection.execute(
                update(_sources).where(_sources.c.name == source).values(is_shown=int(is_shown))
            )
            _set_revision(connection, _revision(connection) + 1)

    def _refuse_strangers(self, connection: Connection, source: str, ids: list[str]) -> None:
        for some in _in_parts(ids):
            taken = connection.execute(
                select(_products.c.id, _products.c.source).where(
                    _products.c.id.in_(some),
                    _products.c.source != source,
                    _products.c.record.is_not(None),
                )
            ).first()
            if taken:
                raise StorageError(
                    f"product '{taken.id}' came from '{taken.source}'; an id belongs to one source"
                )

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        try:
            with self._engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise StorageError(f"the catalogue could not be read: {error}") from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        """One writer at a time, so that a revision is given once."""
        try:
            with self._engine.connect() as connection:
                if connection.dialect.name == "sqlite":
                    connection.exec_driver_sql("BEGIN IMMEDIATE")
                else:
                    connection.execute(text("LOCK TABLE catalogue_state IN EXCLUSIVE MODE"))
                yield connection
                connection.commit()
        except SQLAlchemyError as error:
            raise StorageError(f"the catalogue could not be changed: {error}") from error


def _revision(connection: Connection) -> int:
    return int(connection.scalar(select(tables.catalogue_state.c.revision)) or 0)


def _set_revision(connection: Connection, revision: int) -> None:
    connection.execute(update(tables.catalogue_state).values(revision=revision))


def _keep_source(connection: Connection, name: str, vocabulary: str | None) -> bool:
    """Notes the source, and its vocabulary if it brought one; whether anything was new."""
    held = connection.execute(select(_sources.c.vocabulary).where(_sources.c.name == name)).first()
    if held is None:
        row = {"name": name, "is_shown": 1, "vocabulary": vocabulary}
        connection.execute(insert(_sources).values(**row))
        return True
    if vocabulary is None or vocabulary == held.vocabulary:
        return False
    connection.execute(
        update(_sources).where(_sources.c.name == name).values(vocabulary=vocabulary)
    )
    return True


def _withdraw(connection: Connection, ids: Sequence[str], revision: int) -> None:
    for some in _in_parts(ids):
        empty = {"record": None, "digest": "", "revision": revision}
        connection.execute(update(_products).where(_products.c.id.in_(some)).values(**empty))
        connection.execute(delete(_staff).where(_staff.c.product_id.in_(some)))


def _replace(connection: Connection, table: Table, rows: Sequence[JsonRecord]) -> None:
    """Writes rows over those with the same key: delete and insert, as every database can."""
    key = next(iter(table.primary_key.columns))
    for some in _in_parts([str(row[key.name]) for row in rows]):
        connection.execute(delete(table).where(key.in_(some)))
    if rows:
        connection.execute(insert(table), [dict(row) for row in rows])


def _in_parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(ids), _IDS_A_QUERY):
        yield ids[start : start + _IDS_A_QUERY]


def _canonical(record: Mapping[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _digest(record: str) -> str:
    return hashlib.sha256(record.encode()).hexdigest()
