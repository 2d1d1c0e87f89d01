"""Sessions in a database: events in order, what was shown, and feedback."""

from __future__ import annotations

import json
import logging
import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine, delete, func, insert, select, text

from assistant.conversation import Feedback
from assistant.errors import SequenceConflict, UnknownSession
from assistant.event_json import event_from_json, event_to_json
from assistant.session import (
    Event,
    HandedOver,
    ProductsShown,
    Session,
    TurnEnded,
    apply,
)
from assistant.storage import tables
from assistant.storage.folds import RecentSessions
from assistant.storage.list_store import SqlListStore
from assistant.storage.transactions import reading, writing

log = logging.getLogger(__name__)


class SqlSessionStore:
    """Implements ``conversation.SessionStore``; safe for many threads and processes."""

    def __init__(self, engine: Engine) -> None:
        self.lists = SqlListStore(engine)
        self._engine = engine
        self._recent = RecentSessions()

    def create(self, session_id: str | None = None) -> Session:
        """A new session, under an unguessable id of our own unless one is given; the one that
        stands where the id is taken."""
        chosen = session_id or secrets.token_urlsafe(16)
        try:
            with writing(self._engine) as connection:
                if self._created_at(connection, chosen) is None:
                    connection.execute(insert(tables.sessions).values(id=chosen, created_at=_now()))
        except SequenceConflict:  # somebody else created it at this moment
            log.info("session %s was created twice at once", chosen)
        return self.load(chosen) or Session(chosen)

    def load(self, session_id: str) -> Session | None:
        """The session as it stands, None for an unknown id."""
        with reading(self._engine) as connection:
            created_at = self._created_at(connection, session_id)
            if created_at is None:
                self._recent.forget(session_id)
                return None
            seen = self._recent.find(session_id, created_at)
            session = apply(seen, self._events(connection, session_id, after=seen.sequence))
        self._recent.keep(session, created_at)
        return session

    def append(self, session_id: str, expected_sequence: int, events: tuple[Event, ...]) -> None:
        """Adds events, all or none. Raises SequenceConflict where others came first,
        UnknownSession for one that was never begun or was erased meanwhile, StorageError for a
        database that fails."""
        with writing(self._engine) as connection:
            self._require(connection, session_id)
            last = select(func.max(tables.events.c.sequence))
            stands = connection.scalar(last.where(tables.events.c.session_id == session_id)) or 0
            if stands != expected_sequence:
                raise SequenceConflict(
                    f"session '{session_id}' is at {stands}, not {expected_sequence}"
                )
            for sequence, event in enumerate(events, start=expected_sequence + 1):
                self._append_one(connection, session_id, sequence, event)

    def history(self, session_id: str) -> tuple[TurnEnded, ...]:
        """Finished turns, oldest first."""
        with reading(self._engine) as connection:
            events = self._events(connection, session_id, kind=TurnEnded.__name__)
            return tuple(event for event in events if isinstance(event, TurnEnded))

    def cards(self, since: date | None = None) -> tuple[tuple[str, Mapping[str, object]], ...]:
        """(moment, card) of every card that shoppers handed over, oldest first; moments are UTC,
        in ISO 8601."""
        table = tables.events
        query = select(table.c.at, table.c.body).where(table.c.kind == HandedOver.__name__)
        if since:
            query = query.where(table.c.at >= since.isoformat())
        with reading(self._engine) as connection:
            rows = connection.execute(query.order_by(table.c.at)).all()
        return tuple((row.at, json.loads(row.body)["card"]) for row in rows)

    def add_feedback(self, feedback: Feedback) -> None:
        """Keeps a thumb; a second one on the same turn replaces the first. Raises
        UnknownSession."""
        table = tables.feedback
        with writing(self._engine) as connection:
            self._require(connection, feedback.session_id)
            connection.execute(
                delete(table).where(
                    table.c.session_id == feedback.session_id, table.c.turn == feedback.turn
                )
            )
            connection.execute(
                insert(table).values(
                    session_id=feedback.session_id,
                    turn=feedback.turn,
                    vote=feedback.vote,
                    reason=feedback.reason,
                    at=_now(),
                )
            )

    def erase(self, session_id: str) -> None:
        """Deletes every row of a session, and its bytes: SQLite overwrites what is deleted and
        the write-ahead log is emptied."""
        with writing(self._engine) as connection:
            for table in (
                tables.feedback,
                tables.shared_lists,
                tables.shown_products,
                tables.events,
            ):
                connection.execute(delete(table).where(table.c.session_id == session_id))
            connection.execute(delete(tables.sessions).where(tables.sessions.c.id == session_id))
        self._recent.forget(session_id)
        if self._engine.dialect.name == "sqlite":
            with reading(self._engine) as connection:
                busy = connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)")).scalar()
            if busy:
                log.warning("a reader held the write-ahead log; the next checkpoint empties it")

    def _append_one(
        self, connection: Connection, session_id: str, sequence: int, event: Event
    ) -> None:
        body = event_to_json(event)
        connection.execute(
            insert(tables.events).values(
                session_id=session_id,
                sequence=sequence,
                kind=str(body["kind"]),
                at=_now(),
                body=json.dumps(body, ensure_ascii=False),
            )
        )
        if isinstance(event, ProductsShown) and event.product_ids:
            connection.execute(
                insert(tables.shown_products),
                [
                    {
                        "session_id": session_id,
                        "sequence": sequence,
                        "place": place,
                        "product_id": product_id,
                    }
                    for place, product_id in enumerate(event.product_ids, start=1)
                ],
            )

    def _events(
        self, connection: Connection, session_id: str, *, after: int = 0, kind: str | None = None
    ) -> Iterator[Event]:
        table = tables.events
        query = select(table.c.body).where(
            table.c.session_id == session_id, table.c.sequence > after
        )
        if kind:
            query = query.where(table.c.kind == kind)
        for body in connection.scalars(query.order_by(table.c.sequence)):
            yield event_from_json(json.loads(body))

    def _created_at(self, connection: Connection, session_id: str) -> str | None:
        table = tables.sessions
        return connection.scalar(select(table.c.created_at).where(table.c.id == session_id))

    def _require(self, connection: Connection, session_id: str) -> None:
        if self._created_at(connection, session_id) is None:
            raise UnknownSession(f"session '{session_id}' does not exist; create it first")


def _now() -> str:
    return datetime.now(UTC).isoformat()
