"""Shortlists that shoppers share: a token, product ids and a language; no word of the talk."""

from __future__ import annotations

import json
import secrets
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, delete, insert, select, update

from assistant.conversation import SharedList
from assistant.errors import UnknownSession
from assistant.storage import tables
from assistant.storage.transactions import reading, writing
from assistant.terms import Language

_TOKEN_BYTES = 24  # 192 random bits: no link can be guessed


class SqlListStore:
    """Implements ``conversation.ListStore``. The rows of a session go when it is erased."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def share(
        self, session_id: str, product_ids: tuple[str, ...], language: Language
    ) -> SharedList:
        """The session's one link, now to these pieces. Raises UnknownSession."""
        table = tables.shared_lists
        body = {"language": language, "product_ids": json.dumps(product_ids)}
        with writing(self._engine) as connection:
            if not _exists(connection, session_id):
                raise UnknownSession(f"session '{session_id}' does not exist; create it first")
            is_mine = table.c.session_id == session_id
            token = connection.scalar(select(table.c.token).where(is_mine))
            if token is None:
                token = secrets.token_urlsafe(_TOKEN_BYTES)
                row = {"token": token, "session_id": session_id, "created_at": _now(), **body}
                connection.execute(insert(table).values(row))
            else:
                connection.execute(update(table).where(is_mine).values(body))
        return SharedList(token, product_ids, language)

    def find(self, token: str) -> SharedList | None:
        """The list behind a link, None where there is none or it was taken back."""
        return self._read("token", token)

    def of_session(self, session_id: str) -> SharedList | None:
        """What this session shares."""
        return self._read("session_id", session_id)

    def revoke(self, session_id: str) -> None:
        """Takes the link back: it leads nowhere, and no later link is the same."""
        table = tables.shared_lists
        with writing(self._engine) as connection:
            connection.execute(delete(table).where(table.c.session_id == session_id))

    def _read(self, column: str, value: str) -> SharedList | None:
        table = tables.shared_lists
        query = select(table.c.token, table.c.product_ids, table.c.language)
        with reading(self._engine) as connection:
            row = connection.execute(query.where(table.c[column] == value)).one_or_none()
        if row is None:
            return None
        language: Language = "zh" if row.language == "zh" else "en"
        return SharedList(row.token, tuple(map(str, json.loads(row.product_ids))), language)


def _exists(connection: Connection, session_id: str) -> bool:
    table = tables.sessions
    return connection.scalar(select(table.c.id).where(table.c.id == session_id)) is not None


def _now() -> str:
    return datetime.now(UTC).isoformat()
