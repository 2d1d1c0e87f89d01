"""The database file: migrations, pragmas, and what is left of an erased session."""

from __future__ import annotations

import multiprocessing
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, inspect, text

from assistant.conversation import Feedback
from assistant.errors import StorageError
from assistant.session import ProductsShown, SearchWorded, TurnEnded
from assistant.storage import tables
from assistant.storage.database import open_database
from assistant.storage.folds import RecentSessions
from assistant.storage.migrations import MIGRATIONS, migrate
from assistant.storage.session_store import SqlSessionStore

SECRET = "rubies for Wilhelmina 鸽血红"


def rows(database: Path, query: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(database)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def fill(store: SqlSessionStore, said: str, turns: int = 1) -> str:
    session = store.create()
    for number in range(turns):
        reply = {"reply": said * 500}
        ended = TurnEnded(datetime.now(UTC), "en", said, ("text",), reply)
        store.append(session.id, number * 2, (ProductsShown(("R-001", "R-002")), ended))
    store.add_feedback(Feedback(session.id, 1, -1, said))
    return session.id


def on_disk(database: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(database.parent.iterdir()))


def test_the_tables_are_those_that_the_migrations_leave(database: Path) -> None:
    engine = open_database(f"sqlite:///{database}")
    found = inspect(engine)
    for table in tables.metadata.sorted_tables:
        assert {column["name"] for column in found.get_columns(table.name)} == set(
            table.columns.keys()
        )
        assert set(found.get_pk_constraint(table.name)["constrained_columns"]) == set(
            table.primary_key.columns.keys()
        )


def test_migrating_again_changes_nothing(database: Path) -> None:
    engine = open_database(f"sqlite:///{database}")
    before = rows(database, "SELECT * FROM schema_version")
    assert migrate(engine) == len(MIGRATIONS)
    assert rows(database, "SELECT * FROM schema_version") == before
    assert [row[0] for row in before] == list(range(1, len(MIGRATIONS) + 1))


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_database_of_an_older_program_is_brought_up_with_what_it_holds(
    database: Path, version: int
) -> None:
    database.parent.mkdir()
    old = create_engine(f"sqlite:///{database}")
    migrate(old, MIGRATIONS[:version])
    with old.begin() as connection:
        connection.execute(text("INSERT INTO sessions VALUES ('old', '2025-01-01T00:00:00+00:00')"))
        connection.execute(
            text("INSERT INTO events VALUES ('old', 1, 'SearchWorded', 'then', :body)"),
            {"body": '{"kind": "SearchWorded", "words": "jade"}'},
        )
    old.dispose()
    store = SqlSessionStore(open_database(f"sqlite:///{database}"))
    session = store.load("old")
    assert session is not None
    assert session.words == "jade"
    store.append("old", 1, (ProductsShown(("R-001",)),))
    store.add_feedback(Feedback("old", 1, 1))


def test_a_migration_that_fails_leaves_no_trace(database: Path) -> None:
    def broken(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half_done (id INTEGER)"))
        raise ValueError("a mistake")

    engine = open_database(f"sqlite:///{database}")
    with pytest.raises(ValueError, match="a mistake"):
        migrate(engine, (*MIGRATIONS, broken))
    assert "half_done" not in inspect(engine).get_table_names()
    assert migrate(engine) == len(MIGRATIONS)


def test_a_database_of_a_newer_program_is_refused(database: Path) -> None:
    engine = open_database(f"sqlite:///{database}")
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO schema_version VALUES (99, 'later')"))
    with pytest.raises(StorageError, match="newer program"):
        open_database(f"sqlite:///{database}")


def _open_in_a_process(url: str) -> int:
    store = SqlSessionStore(open_database(url))
    return store.create().sequence


def test_processes_that_start_at_once_migrate_once(database: Path) -> None:
    database.parent.mkdir()
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert pool.map(_open_in_a_process, [f"sqlite:///{database}"] * 6, chunksize=1) == [0] * 6
    versions = rows(database, "SELECT version FROM schema_version")
    assert len(versions) == len(MIGRATIONS)
    assert rows(database, "SELECT count(*) FROM sessions") == [(6,)]


def test_sqlite_keeps_a_write_ahead_log_and_its_foreign_keys(database: Path) -> None:
    with open_database(f"sqlite:///{database}").connect() as connection:
        pragmas = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "foreign_keys", "secure_delete", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 10_000,
    }


@pytest.mark.parametrize(
    "url",
    [
        "not a url",
        "sqlite://",
        "sqlite:///:memory:",
        "nosuch://host/facet",
        "sqlite:////proc/no/facet.sqlite3",
    ],
)
def test_a_database_that_cannot_be_opened_says_so(url: str) -> None:
    with pytest.raises(StorageError):
        open_database(url)


def test_a_file_that_is_no_database_says_so(database: Path) -> None:
    database.parent.mkdir()
    database.write_bytes(b"these are not the bytes of a database" * 100)
    with pytest.raises(StorageError):
        open_database(f"sqlite:///{database}")


def test_what_was_shown_can_be_counted(sql_store: SqlSessionStore, database: Path) -> None:
    fill(sql_store, "hello")
    shown = rows(database, "SELECT sequence, place, product_id FROM shown_products ORDER BY 1, 2")
    assert shown == [(1, 1, "R-001"), (1, 2, "R-002")]


def test_a_thumb_is_kept_once_a_turn(sql_store: SqlSessionStore, database: Path) -> None:
    session_id = fill(sql_store, "hello")
    sql_store.add_feedback(Feedback(session_id, 1, 1, "changed my mind"))
    kept = rows(database, "SELECT turn, vote, reason FROM feedback")
    assert kept == [(1, 1, "changed my mind")]


def test_nothing_of_an_erased_session_is_left_in_the_files(
    sql_store: SqlSessionStore, database: Path
) -> None:
    kept = fill(sql_store, "pearls for Cornelia")
    erased = fill(sql_store, SECRET, turns=20)
    assert b"rubies for Wilhelmina" in on_disk(database)
    sql_store.erase(erased)
    left = on_disk(database)
    for trace in (SECRET.encode(), b"rubies for Wilhelmina", "鸽血红".encode(), erased.encode()):
        assert trace not in left
    assert b"pearls for Cornelia" in left
    assert sql_store.load(kept) is not None


def test_nothing_is_left_even_where_the_log_had_been_written_to_the_file(
    sql_store: SqlSessionStore, database: Path
) -> None:
    erased = fill(sql_store, SECRET, turns=5)
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    assert b"rubies for Wilhelmina" in database.read_bytes()
    sql_store.erase(erased)
    assert b"rubies for Wilhelmina" not in on_disk(database)


def test_a_database_that_fails_raises_storage_error(
    sql_store: SqlSessionStore, database: Path
) -> None:
    session_id = fill(sql_store, "hello")
    connection = sqlite3.connect(database)
    connection.execute("ALTER TABLE events RENAME TO gone")
    connection.close()
    with pytest.raises(StorageError):
        sql_store.history(session_id)
    with pytest.raises(StorageError):
        sql_store.append(session_id, 2, (SearchWorded("x"),))


def test_another_process_appends_are_seen(sql_store: SqlSessionStore, database: Path) -> None:
    session_id = fill(sql_store, "hello")
    assert sql_store.load(session_id) is not None
    other = SqlSessionStore(open_database(f"sqlite:///{database}"))
    other.append(session_id, 2, (SearchWorded("from elsewhere"),))
    session = sql_store.load(session_id)
    assert session is not None
    assert session.words == "from elsewhere"


def test_another_process_erasing_is_seen(sql_store: SqlSessionStore, database: Path) -> None:
    session_id = fill(sql_store, "hello")
    assert sql_store.load(session_id) is not None
    SqlSessionStore(open_database(f"sqlite:///{database}")).erase(session_id)
    assert sql_store.load(session_id) is None


def test_only_so_many_recent_sessions_are_remembered(sql_store: SqlSessionStore) -> None:
    recent = RecentSessions(most=2)
    sessions = [sql_store.load(fill(sql_store, str(number))) for number in range(3)]
    for session in sessions:
        assert session is not None
        recent.keep(session, "then")
    found = [recent.find(session.id, "then").turns for session in sessions if session]
    assert found == [0, 1, 1]
