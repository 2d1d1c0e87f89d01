"""The staff's command: which cards it prints, and that an erased one is gone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant import staff_cards
from assistant.cli import main
from assistant.session import HandedOver, SearchWorded
from assistant.storage.database import open_database
from assistant.storage.session_store import SqlSessionStore


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SqlSessionStore:
    url = f"sqlite:///{tmp_path / 'facet.sqlite3'}"
    monkeypatch.setenv("FACET_DATABASE", url)
    monkeypatch.setenv("FACET_HOME", str(tmp_path))
    return SqlSessionStore(open_database(url))


def hand_over(store: SqlSessionStore, note: str) -> str:
    session = store.create()
    store.append(session.id, 0, (SearchWorded("x"), HandedOver({"kind": "person", "note": note})))
    return session.id


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, object]]:
    assert main(["cards", *arguments], staff_cards.COMMANDS, staff_cards.add_parsers) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_card_is_a_line_the_oldest_first(
    store: SqlSessionStore, capsys: pytest.CaptureFixture[str]
) -> None:
    sessions = [hand_over(store, note) for note in ("周六下午", "second")]
    cards = printed(capsys)
    assert [card["note"] for card in cards] == ["周六下午", "second"]
    assert all(str(card["at"]).endswith("+00:00") for card in cards)
    assert not any(one in json.dumps(cards) for one in sessions)


def test_a_card_of_an_erased_conversation_is_gone(
    store: SqlSessionStore, capsys: pytest.CaptureFixture[str]
) -> None:
    erased = hand_over(store, "first")
    hand_over(store, "second")
    store.erase(erased)
    assert [card["note"] for card in printed(capsys)] == ["second"]


def test_only_cards_from_a_day_on_are_printed(
    store: SqlSessionStore, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_over(store, "today")
    assert len(printed(capsys, "--since", "2020-01-01")) == 1
    assert printed(capsys, "--since", "9999-01-01") == []


def test_a_day_that_is_none_is_refused(
    store: SqlSessionStore, capsys: pytest.CaptureFixture[str]
) -> None:
    del store
    with pytest.raises(SystemExit):
        printed(capsys, "--since", "yesterday")
