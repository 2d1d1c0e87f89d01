"""Shared shortlists: what every store promises, and that erasing a session leaves none behind."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from assistant.conversation import SessionStore
from assistant.errors import UnknownSession
from assistant.session import ProductSaved
from assistant.storage.database import open_database
from assistant.storage.migrations import MIGRATIONS, migrate
from assistant.storage.session_store import SqlSessionStore


def test_a_link_leads_to_the_pieces_and_their_language(store: SessionStore) -> None:
    session = store.create()
    shared = store.lists.share(session.id, ("R-002", "R-001"), "zh")
    found = store.lists.find(shared.token)
    assert found is not None
    assert (found.product_ids, found.language) == (("R-002", "R-001"), "zh")
    assert store.lists.of_session(session.id) == found


def test_a_token_cannot_be_guessed_and_is_not_the_session(store: SessionStore) -> None:
    sessions = [store.create().id for _ in range(20)]
    tokens = {store.lists.share(one, ("R-001",), "en").token for one in sessions}
    assert len(tokens) == 20
    assert all(len(one) >= 30 for one in tokens)
    assert not tokens & set(sessions)


def test_sharing_again_keeps_the_link_and_changes_what_it_shows(store: SessionStore) -> None:
    session = store.create()
    first = store.lists.share(session.id, ("R-001",), "en")
    second = store.lists.share(session.id, ("R-001", "P-004"), "zh")
    assert second.token == first.token
    assert store.lists.find(first.token) == second


def test_a_revoked_link_leads_nowhere_and_the_next_is_another(store: SessionStore) -> None:
    session = store.create()
    first = store.lists.share(session.id, ("R-001",), "en")
    store.lists.revoke(session.id)
    assert store.lists.find(first.token) is None
    assert store.lists.of_session(session.id) is None
    assert store.lists.share(session.id, ("R-001",), "en").token != first.token


def test_erasing_the_session_takes_its_link_along_and_nobody_elses(store: SessionStore) -> None:
    mine, other = store.create(), store.create()
    gone = store.lists.share(mine.id, ("R-001",), "en")
    kept = store.lists.share(other.id, ("R-001",), "en")
    store.erase(mine.id)
    assert store.lists.find(gone.token) is None
    assert store.lists.find(kept.token) == kept


def test_only_a_session_that_exists_can_share(store: SessionStore) -> None:
    with pytest.raises(UnknownSession):
        store.lists.share("nobody", ("R-001",), "en")
    assert store.lists.of_session("nobody") is None
    assert store.lists.find("nothing") is None


def test_the_database_holds_no_word_of_the_talk_beside_a_list(
    sql_store: SqlSessionStore, database: Path
) -> None:
    session = sql_store.create()
    sql_store.append(session.id, 0, (ProductSaved("R-001"),))
    sql_store.lists.share(session.id, ("R-001",), "en")
    connection = sqlite3.connect(database)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(shared_lists)")]
    connection.close()
    assert columns == ["token", "session_id", "product_ids", "language", "created_at"]


def test_no_byte_of_a_token_is_left_after_erasing(
    sql_store: SqlSessionStore, database: Path
) -> None:
    session = sql_store.create()
    token = sql_store.lists.share(session.id, ("R-001",), "en").token.encode()
    files = [database, database.with_name(f"{database.name}-wal")]
    assert any(token in file.read_bytes() for file in files if file.exists())
    sql_store.erase(session.id)
    assert not any(token in file.read_bytes() for file in files if file.exists())


def test_a_database_of_before_gets_the_table_and_keeps_its_sessions(database: Path) -> None:
    database.parent.mkdir(parents=True)
    old = create_engine(f"sqlite:///{database}")
    migrate(old, MIGRATIONS[:5])
    with old.begin() as connection:
        connection.execute(text("INSERT INTO sessions (id, created_at) VALUES ('s1', 'then')"))
    old.dispose()
    store = SqlSessionStore(open_database(f"sqlite:///{database}"))
    shared = store.lists.share("s1", ("R-001",), "en")
    assert store.lists.find(shared.token) == shared
