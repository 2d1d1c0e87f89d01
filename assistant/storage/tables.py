"""The tables as the newest migration leaves them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, MetaData, String, Table, Text

metadata = MetaData()


def _session_id() -> Column[str]:
    return Column(
        "session_id",
        String(64),
        ForeignKey("sessions.id", ondelete="CASCADE"),
        primary_key=True,
    )


sessions = Table(
    "sessions",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("created_at", String(40), nullable=False),
)
events = Table(
    "events",
    metadata,
    _session_id(),
    Column("sequence", Integer, primary_key=True),
    Column("kind", String(40), nullable=False),
    Column("at", String(40), nullable=False),
    Column("body", Text, nullable=False),
)
shown_products = Table(
    "shown_products",
    metadata,
    _session_id(),
    Column("sequence", Integer, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("product_id", String(64), nullable=False, index=True),
)
feedback = Table(
    "feedback",
    metadata,
    _session_id(),
    Column("turn", Integer, primary_key=True),
    Column("vote", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", String(40), nullable=False),
)
shared_lists = Table(
    "shared_lists",
    metadata,
    Column("token", String(64), primary_key=True),
    Column(
        "session_id",
        String(64),
        ForeignKey("sessions.id", ondelete="CASCADE"),
        nullable=False,
        unique=True,
    ),
    Column("product_ids", Text, nullable=False),
    Column("language", String(2), nullable=False),
    Column("created_at", String(40), nullable=False),
)
products = Table(
    "products",
    metadata,
    Column("id", String(64), primary_key=True),
    Column("source", String(64), nullable=False, index=True),
    Column("place", Integer, nullable=False),
    Column("record", Text),
    Column("digest", String(64), nullable=False),
    Column("revision", Integer, nullable=False, index=True),
)
sources = Table(
    "sources",
    metadata,
    Column("name", String(64), primary_key=True),
    Column("is_shown", Integer, nullable=False),
    Column("vocabulary", Text),
)
staff_records = Table(
    "staff_records",
    metadata,
    Column("product_id", String(64), primary_key=True),
    Column("source", String(64), nullable=False),
    Column("record", Text, nullable=False),
)
catalogue_state = Table(
    "catalogue_state",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("revision", Integer, nullable=False),
)
