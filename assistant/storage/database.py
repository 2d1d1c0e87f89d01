"""The database: an engine by URL, and SQLite set up for many readers and one writer."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import SQLAlchemyError

from assistant.errors import StorageError
from assistant.storage.migrations import migrate

_BUSY_MS = 10_000  # how long a writer waits for another before it gives up


def open_database(url: str) -> Engine:
    """An engine with every migration applied. SQLite by default; any SQLAlchemy URL works, with
    its driver installed.

    SQLite keeps a write-ahead log, so readers never wait, and overwrites what is deleted. Raises
    StorageError where the URL cannot be read, the database not reached, or it is too new.
    """
    try:
        parsed = make_url(url)
        engine = _engine(parsed)
        migrate(engine)
    except (SQLAlchemyError, ImportError, OSError) as error:
        raise StorageError(
            f"the database cannot be opened: {error}. FACET_DATABASE is an SQLAlchemy URL such as "
            "sqlite:////var/lib/facet.sqlite3 or postgresql+psycopg://user@host/facet, and its "
            "driver has to be installed."
        ) from error
    return engine


def _engine(url: URL) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    if url.database in (None, "", ":memory:"):
        raise StorageError("SQLite in memory is one database a thread; name a file")
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url, connect_args={"timeout": _BUSY_MS / 1000})
    event.listen(engine, "connect", _set_up_sqlite)
    return engine


def _set_up_sqlite(connection: DBAPIConnection, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {_BUSY_MS}",
        "journal_mode = WAL",
        "foreign_keys = ON",
        "secure_delete = ON",
        "synchronous = NORMAL",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
