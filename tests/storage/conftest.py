"""Both stores, and a database file of one's own.

With FACET_TEST_DATABASE set to the URL of an empty database (a PostgreSQL, say), the store's
contract is tested on it as well.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from assistant.conversation import SessionStore
from assistant.storage.database import open_database
from assistant.storage.memory_store import MemorySessionStore
from assistant.storage.session_store import SqlSessionStore

KINDS = ["memory", "sqlite", *(["other"] if os.environ.get("FACET_TEST_DATABASE") else [])]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "shop" / "facet.sqlite3"


@pytest.fixture
def sql_store(database: Path) -> SqlSessionStore:
    return SqlSessionStore(open_database(f"sqlite:///{database}"))


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> SessionStore:
    if request.param == "memory":
        return MemorySessionStore()
    if request.param == "other":
        return SqlSessionStore(open_database(os.environ["FACET_TEST_DATABASE"]))
    return SqlSessionStore(open_database(f"sqlite:///{tmp_path / 'facet.sqlite3'}"))
