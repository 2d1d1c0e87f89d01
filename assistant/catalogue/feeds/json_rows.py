"""JSON Lines, a JSON array, or an object that holds one (``{"products": [...]}``)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from assistant.catalogue.feeds.encoding import read_lines
from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.formats import LONGEST_CELL, Feed, RawRow, is_own_record

_LOOKED_AT = 200
_FIRST_LINES = 5
_DEEPEST = 4
OWN_LINE = "line"  # the column that carries a line of Facet's own format, unread


def open_json(path: Path, encoding: str) -> Feed:
    """The feed; numbers stay as they are written. Raises FeedError for a broken array."""
    start = list(islice(filter(str.strip, read_lines(path, encoding)), _FIRST_LINES))
    if any(map(is_own_record, start)):
        return Feed(path, "facet", (OWN_LINE,), lambda: _own_lines(path, encoding))
    rows = _lines if _are_records(start) else _array
    columns: dict[str, None] = {}
    for row in islice(rows(path, encoding), _LOOKED_AT):
        columns.update(dict.fromkeys(row.values))
    if not columns:
        raise FeedError(f"{path.name} holds no JSON objects with products")
    return Feed(path, "json", tuple(columns), lambda: rows(path, encoding))


def _load(words: str) -> object:
    """JSON with its numbers as texts: '89.90' stays '89.90'."""
    return json.loads(words, parse_float=str, parse_int=str, parse_constant=lambda _: None)


def _are_records(lines: Sequence[str]) -> bool:
    """Is each line a product by itself, rather than a piece of a list of them? The first line may
    be a broken one."""
    return _is_record(lines[0]) or (
        lines[0].lstrip().startswith("{") and sum(map(_is_record, lines)) > 1
    )


def _is_record(line: str) -> bool:
    try:
        record = _load(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(record, dict) and _products_in(record) is None


def _products_in(record: Mapping[str, object]) -> list[object] | None:
    for key in ("products", "items", "data"):
        held = record.get(key)
        if isinstance(held, list) and held and all(isinstance(one, dict) for one in held):
            return held
    return None


def _own_lines(path: Path, encoding: str) -> Iterator[RawRow]:
    for number, line in enumerate(read_lines(path, encoding), start=1):
        if line.strip():
            yield RawRow(number, {OWN_LINE: line})


def _lines(path: Path, encoding: str) -> Iterator[RawRow]:
    for number, line in enumerate(read_lines(path, encoding), start=1):
        if line.strip():
            yield _line(number, line)


def _line(number: int, line: str) -> RawRow:
    try:
        record = _load(line)
    except (ValueError, RecursionError):
        return RawRow(number, {}, "the line is no JSON object")
    return _object(number, record)


def _object(number: int, record: object) -> RawRow:
    if not isinstance(record, dict):
        return RawRow(number, {}, "not a JSON object")
    values = dict(_flatten(record))
    if any(len(value) > LONGEST_CELL for value in values.values()):
        return RawRow(number, {}, f"a cell of more than {LONGEST_CELL} characters")
    return RawRow(number, values)


def _array(path: Path, encoding: str) -> Iterator[RawRow]:
    try:
        held = _load("".join(read_lines(path, encoding)))
    except (ValueError, RecursionError) as error:
        raise FeedError(f"{path.name} is no JSON: {error}") from error
    if isinstance(held, dict):
        held = _products_in(held) or [held]
    if not isinstance(held, list):
        raise FeedError(f"{path.name} holds no list of products")
    yield from (_object(number, record) for number, record in enumerate(held, start=1))


def _flatten(
    record: Mapping[str, object], prefix: str = "", depth: int = 0
) -> Iterator[tuple[str, str]]:
    """Nested objects as 'meta.barcode'; lists as values with | between them."""
    for key, value in record.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flatten(value, f"{name}.", depth + 1)
        elif isinstance(value, list):
            yield name, " | ".join(_as_text(one) for one in value)
        else:
            yield name, _as_text(value)


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
