"""Numbered migrations, each applied once and in order.

A migration is never edited after a release: a change is a new one at the end.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, inspect, text

from assistant.errors import StorageError

Migration = Callable[[Connection], None]
_LOCK_KEY = 0x0FACE7  # any number that other users of a PostgreSQL server do not take


def migrate(engine: Engine, migrations: Sequence[Migration] | None = None) -> int:
    """Applies what is missing; returns the version reached.

    Each step is one transaction, and one process at a time does it: the others wait, then find it
    done. Raises StorageError for a database that a newer program has changed.
    """
    steps = MIGRATIONS if migrations is None else migrations
    for number, migration in enumerate(steps, start=1):
        with engine.connect() as connection:
            _wait_for_turn(connection)
            reached = _version(connection)
            if reached > len(steps):
                raise StorageError(
                    f"the database is at version {reached}, and this program knows {len(steps)}; "
                    "run the newer program, or another database"
                )
            if reached >= number:
                connection.rollback()
                continue
            migration(connection)
            connection.execute(
                text("INSERT INTO schema_version (version, applied_at) VALUES (:v, :at)"),
                {"v": number, "at": datetime.now(UTC).isoformat()},
            )
            connection.commit()
    return len(steps)


def _wait_for_turn(connection: Connection) -> None:
    """Holds the right to migrate until the transaction ends."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})


def _version(connection: Connection) -> int:
    if not inspect(connection).has_table("schema_version"):
        connection.execute(
            text(
                "CREATE TABLE schema_version "
                "(version INTEGER PRIMARY KEY, applied_at VARCHAR(40) NOT NULL)"
            )
        )
        return 0
    return int(connection.scalar(text("SELECT MAX(version) FROM schema_version")) or 0)


def _sessions_and_events(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE sessions (id VARCHAR(64) PRIMARY KEY, created_at VARCHAR(40) NOT NULL)",
        "CREATE TABLE events (session_id VARCHAR(64) NOT NULL REFERENCES sessions(id) "
        "ON DELETE CASCADE, sequence INTEGER NOT NULL, kind VARCHAR(40) NOT NULL, "
        "at VARCHAR(40) NOT NULL, body TEXT NOT NULL, PRIMARY KEY (session_id, sequence))",
    ):
        connection.execute(text(statement))


def _shown_products(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE shown_products (session_id VARCHAR(64) NOT NULL REFERENCES sessions(id) "
        "ON DELETE CASCADE, sequence INTEGER NOT NULL, place INTEGER NOT NULL, "
        "product_id VARCHAR(32) NOT NULL, PRIMARY KEY (session_id, sequence, place))",
        "CREATE INDEX shown_products_by_product ON shown_products (product_id)",
    ):
        connection.execute(text(statement))


def _feedback(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE feedback (session_id VARCHAR(64) NOT NULL REFERENCES sessions(id) "
        "ON DELETE CASCADE, turn INTEGER NOT NULL, vote INTEGER NOT NULL, "
        "reason TEXT NOT NULL, at VARCHAR(40) NOT NULL, PRIMARY KEY (session_id, turn))",
    ):
        connection.execute(text(statement))


def _catalogue(connection: Connection) -> None:
    for statement in (
        "CREATE TABLE products (id VARCHAR(64) PRIMARY KEY, source VARCHAR(64) NOT NULL, "
        "place INTEGER NOT NULL, record TEXT, digest VARCHAR(64) NOT NULL, "
        "revision INTEGER NOT NULL)",
        "CREATE INDEX products_by_source ON products (source)",
        "CREATE INDEX products_by_revision ON products (revision)",
        "CREATE TABLE sources (name VARCHAR(64) PRIMARY KEY, is_shown INTEGER NOT NULL, "
        "vocabulary TEXT)",
        "CREATE TABLE staff_records (product_id VARCHAR(64) PRIMARY KEY, "
        "source VARCHAR(64) NOT NULL, record TEXT NOT NULL)",
        "CREATE TABLE catalogue_state (id INTEGER PRIMARY KEY, revision INTEGER NOT NULL)",
        "INSERT INTO catalogue_state (id, revision) VALUES (1, 0)",
    ):
        connection.execute(text(statement))


def _longer_product_ids(connection: Connection) -> None:
    """Merchants' ids may be UUIDs. SQLite never enforced the length that PostgreSQL does."""
    if connection.dialect.name == "postgresql":
        statement = "ALTER TABLE shown_products ALTER COLUMN product_id TYPE VARCHAR(64)"
        connection.execute(text(statement))


def _shared_lists(connection: Connection) -> None:
    """One shortlist a session, under a token of its own; erasing the session erases it."""
    connection.execute(
        text(
            "CREATE TABLE shared_lists (token VARCHAR(64) PRIMARY KEY, "
            "session_id VARCHAR(64) NOT NULL UNIQUE REFERENCES sessions(id) ON DELETE CASCADE, "
            "product_ids TEXT NOT NULL, language VARCHAR(2) NOT NULL, "
            "created_at VARCHAR(40) NOT NULL)"
        )
    )


MIGRATIONS: tuple[Migration, ...] = (
    _sessions_and_events,
    _shown_products,
    _feedback,
    _catalogue,
    _longer_product_ids,
    _shared_lists,
)
