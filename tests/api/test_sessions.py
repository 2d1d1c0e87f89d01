"""The routes beside the turn: history, erasing, thumbs, health, pictures and docs."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.conversation import Conversations
from assistant.errors import StorageError
from tests.fakes import FakeStatus
from tests.reading import ASSETS


@pytest.fixture
def session(client: TestClient) -> str:
    return str(client.post("/api/turn", json={"text": "a ring"}).json()["session"])


def test_history_gives_each_turn_as_it_was_answered(client: TestClient, session: str) -> None:
    second = client.post("/api/turn", json={"text": "jade", "session": session}).json()
    history = client.get(f"/api/sessions/{session}").json()
    assert history["session"] == session
    assert [turn["turn"] for turn in history["turns"]] == [1, 2]
    assert history["turns"][1] == second


def test_history_of_an_unknown_session_is_empty(client: TestClient) -> None:
    assert client.get("/api/sessions/nobody").json() == {"session": "nobody", "turns": []}


def test_erasing_a_session_leaves_nothing_and_its_id_is_unknown(
    client: TestClient, session: str
) -> None:
    assert client.delete(f"/api/sessions/{session}").status_code == 204
    assert client.get(f"/api/sessions/{session}").json()["turns"] == []
    again = client.post("/api/turn", json={"text": "a ring", "session": session}).json()
    assert again["session"] != session
    assert again["error"]["code"] == "unknown_session"


@pytest.mark.parametrize("vote", [1, -1])
def test_a_thumb_on_a_finished_turn_is_kept(client: TestClient, session: str, vote: int) -> None:
    thumb = {"turn": 1, "vote": vote, "reason": "太贵了"}
    answer = client.post(f"/api/sessions/{session}/feedback", json=thumb)
    assert (answer.status_code, answer.content) == (204, b"")


@pytest.mark.parametrize(
    "thumb",
    [
        {},
        {"turn": 0, "vote": 1},
        {"turn": 2, "vote": 1},
        {"turn": 1, "vote": 5},
        {"turn": 1, "vote": 1, "reason": "x" * 2001},
    ],
)
def test_a_thumb_that_is_none_is_a_bad_request(
    client: TestClient, session: str, thumb: dict[str, Any]
) -> None:
    answer = client.post(f"/api/sessions/{session}/feedback", json=thumb)
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "bad_request"


def test_a_thumb_on_an_unknown_session_is_not_found(client: TestClient) -> None:
    answer = client.post("/api/sessions/nobody/feedback", json={"turn": 1, "vote": 1})
    assert answer.status_code == 404
    assert answer.json()["error"]["code"] == "unknown_session"


def test_a_failing_database_is_a_503_on_these_routes_too(
    client: TestClient, conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("disk of host db-7 is full")

    monkeypatch.setattr(conversations.store, "history", fail)
    monkeypatch.setattr(conversations.store, "erase", fail)
    for answer in (client.get("/api/sessions/x"), client.delete("/api/sessions/x")):
        assert answer.status_code == 503
        assert "db-7" not in answer.text


def test_health_tells_what_is_still_loading(client: TestClient, status: FakeStatus) -> None:
    assert client.get("/api/health").json() == {"ready": True, "loading": [], "failed": {}}
    status.waiting, status.broken = ("voice",), {"voice": "no network"}
    assert client.get("/api/health").json() == {
        "ready": False,
        "loading": ["voice"],
        "failed": {"voice": "no network"},
    }


def test_a_pieces_picture_is_where_its_url_says(client: TestClient, session: str) -> None:
    turn = client.get(f"/api/sessions/{session}").json()["turns"][0]
    picture = client.get(turn["products"][0]["image_url"])
    assert picture.status_code == 200
    assert picture.headers["content-type"] == "image/jpeg"


@pytest.mark.parametrize(
    "path",
    [
        "/media/catalogue/products.jsonl",
        "/media/catalogue/pictures/../products.jsonl",
        "/media/catalogue/pictures/%2e%2e/products.jsonl",
        "/media/catalogue/pictures/..%2fproducts.jsonl",
        "/media/catalogue/pictures/",
    ],
)
def test_nothing_but_pictures_is_served(client: TestClient, path: str) -> None:
    assert (ASSETS / "catalogue" / "products.jsonl").exists()
    assert client.get(path).status_code == 404


def test_the_docs_describe_both_bodies_of_a_turn(client: TestClient) -> None:
    assert client.get("/api/docs").status_code == 200
    operation = client.get("/api/openapi.json").json()["paths"]["/api/turn"]["post"]
    assert set(operation["requestBody"]["content"]) == {"application/json", "multipart/form-data"}
    assert {"200", "400", "413", "422", "500", "503"} <= set(operation["responses"])
