"""Reading and writing with the errors that the shop knows."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from assistant.errors import SequenceConflict, StorageError


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection to read with. Raises StorageError for a database that fails."""
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise StorageError(f"the database could not be read: {error}") from error


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction: all or nothing. Raises SequenceConflict where another writer was first,
    StorageError for a database that fails."""
    try:
        with engine.begin() as connection:
            yield connection
    except IntegrityError as error:
        raise SequenceConflict(f"another writer was first: {error}") from error
    except SQLAlchemyError as error:
        raise StorageError(f"the database could not be written: {error}") from error
