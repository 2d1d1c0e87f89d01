"""POST /api/turn: the contract's object in and out, as JSON or as a form."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from assistant.api.reading import MAX_BODY_BYTES
from assistant.api.schema import TurnOut
from assistant.conversation import Conversations
from assistant.errors import StorageError
from tests.fakes import FakeResponder, run_at_once
from tests.intake.files import encode, record, tone, two_halves

PHOTO, SOUND = encode(two_halves(), "PNG"), record(tone(0.2))
KEYS = [
    "session",
    "turn",
    "reply",
    "language",
    "transcript",
    "intent",
    "constraints",
    "products",
    "claims",
    "question",
    "suggestions",
    "timings_ms",
    "error",
]


def post(client: TestClient, **turn: Any) -> dict[str, Any]:
    answer = client.post("/api/turn", json=turn)
    body: dict[str, Any] = answer.json()
    assert list(body) == KEYS
    TurnOut.model_validate(body)
    return body


def as_base64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_words_are_answered_with_every_key_of_the_contract(client: TestClient) -> None:
    body = post(client, text="a ring", locale="en")
    assert body["reply"] == "You said: a ring"
    assert body["turn"] == 1
    assert body["error"] is None
    assert body["products"][0]["image_url"].startswith("/media/catalogue/")


def test_a_session_goes_on_under_the_id_it_was_given(client: TestClient) -> None:
    first = post(client, text="one")
    second = post(client, text="two", session=first["session"])
    assert (second["session"], second["turn"]) == (first["session"], 2)


def test_an_unknown_session_begins_anew_and_says_so(client: TestClient) -> None:
    body = post(client, text="a ring", session="made-up")
    assert body["session"] != "made-up"
    assert body["turn"] == 1
    assert body["error"]["code"] == "unknown_session"
    assert body["reply"].startswith(body["error"]["message"])
    assert body["reply"].endswith("You said: a ring")


def test_an_unknown_session_is_told_in_the_shoppers_language(client: TestClient) -> None:
    body = post(client, text="戒指", session="made-up", locale="zh")
    assert body["reply"].startswith("没有找到之前的对话")


@pytest.mark.parametrize("prefix", ["", "data:image/png;base64,"])
def test_a_photo_and_a_recording_come_as_base64_or_data_urls(
    client: TestClient, responder: FakeResponder, prefix: str
) -> None:
    sound_prefix = prefix.replace("image/png", "audio/wav;codecs=1")
    body = post(client, image=prefix + as_base64(PHOTO), audio=sound_prefix + as_base64(SOUND))
    assert body["error"] is None
    assert responder.seen[0].photo is not None
    assert responder.seen[0].speech is not None


def test_base64_in_lines_is_read(client: TestClient, responder: FakeResponder) -> None:
    post(client, image=base64.encodebytes(PHOTO).decode())
    assert responder.seen[0].photo is not None


@pytest.mark.parametrize("field", ["image", "audio"])
@pytest.mark.parametrize(
    "value",
    [
        "photo.jpg",
        "/etc/passwd",
        "/srv/abc",
        "../../secret.png",
        "C:\\photo.jpg",
        "file:///etc/passwd",
        "https://example.com/ring.jpg",
        "data:image/png,plain",
    ],
)
def test_a_path_or_a_url_is_never_followed(client: TestClient, field: str, value: str) -> None:
    answer = client.post("/api/turn", json={"text": "a ring", field: value})
    assert answer.status_code == 422
    assert answer.json()["error"]["code"] == "bad_request"


def test_a_broken_photo_costs_only_itself(client: TestClient) -> None:
    body = post(client, text="a ring", image=as_base64(b"no picture" * 10))
    assert body["reply"] == "You said: a ring"
    assert body["error"]["code"] == "photo_broken"


def test_a_form_with_files_is_the_same_turn(client: TestClient, responder: FakeResponder) -> None:
    files = {"image": ("a.png", PHOTO, "image/png"), "audio": ("a.wav", SOUND, "audio/wav")}
    answer = client.post("/api/turn", data={"text": "戒指", "locale": "zh"}, files=files)
    assert answer.status_code == 200
    assert list(answer.json()) == KEYS
    turn = responder.seen[0]
    assert (turn.text, turn.locale) == ("戒指", "zh")
    assert turn.photo is not None
    assert turn.speech is not None


def test_a_form_goes_on_with_its_session(client: TestClient) -> None:
    first = post(client, text="one")
    fields = {"session": (None, first["session"]), "text": (None, "two")}
    answer = client.post("/api/turn", files=fields)
    assert (answer.json()["session"], answer.json()["turn"]) == (first["session"], 2)


@pytest.mark.parametrize(
    "fields",
    [
        {"locale": (None, "fr")},
        {"image": (None, "/etc/passwd")},
        {"text": ("a.txt", b"words", "text/plain")},
        {"session": (None, "x" * 65)},
        {f"image{n}": ("a.png", PHOTO, "image/png") for n in range(3)},
        {f"field{n}": (None, "x") for n in range(20)},
        {"text": (None, "x" * 2_000_000)},
    ],
    ids=["locale", "path", "text as file", "long id", "files", "fields", "long field"],
)
def test_a_form_that_is_no_turn_is_a_bad_request(
    client: TestClient, fields: dict[str, Any]
) -> None:
    answer = client.post("/api/turn", files=fields)
    assert answer.status_code in {400, 422}
    assert answer.json()["error"]["code"] == "bad_request"


@pytest.mark.parametrize("content_type", ["multipart/form-data", "multipart/form-data; boundary=x"])
def test_a_torn_form_is_a_bad_request(client: TestClient, content_type: str) -> None:
    answer = client.post(
        "/api/turn", content=b"--y\r\nnonsense", headers={"content-type": content_type}
    )
    assert answer.status_code == 400
    assert answer.json()["error"]["code"] == "bad_request"


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"\xff\xfe",
        b'{"text": 5}',
        b'{"locale": "fr"}',
        b'{"session": "' + b"x" * 65 + b'"}',
        b'{"text": ' + b"[" * 100_000,
        b'{"text": "\\ud800"}',
    ],
    ids=lambda body: repr(body[:16]),
)
def test_a_body_that_is_no_turn_is_a_bad_request(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/turn", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 422
    assert list(answer.json()) == KEYS
    assert answer.json()["error"]["code"] == "bad_request"


def test_a_bad_request_is_answered_in_the_browsers_language(client: TestClient) -> None:
    answer = client.post("/api/turn", content=b"{", headers={"accept-language": "zh-CN,zh;q=0.9"})
    assert answer.json()["language"] == "zh"
    assert "JSON" in answer.json()["reply"]


def test_twenty_thousand_characters_are_a_problem_and_no_failure(client: TestClient) -> None:
    assert post(client, text="ring " * 4_000)["error"]["code"] == "text_too_long"


def test_unknown_keys_are_ignored(client: TestClient) -> None:
    assert post(client, text="a ring", colour_of_the_sky="blue")["error"] is None


def test_a_body_that_says_it_is_too_large_is_not_read(client: TestClient) -> None:
    headers = {"content-length": str(MAX_BODY_BYTES + 1), "content-type": "application/json"}
    answer = client.post("/api/turn", content=b"{}", headers=headers)
    assert answer.status_code == 413
    assert answer.json()["error"]["code"] == "bad_request"


@pytest.mark.parametrize("content_type", ["application/json", "multipart/form-data; boundary=b"])
def test_a_body_without_a_length_is_cut_off_while_it_comes(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, content_type: str
) -> None:
    monkeypatch.setattr("assistant.api.reading.MAX_BODY_BYTES", 100_000)
    head = b'--b\r\nContent-Disposition: form-data; name="image"; filename="a"\r\n\r\n'

    def endless() -> Iterator[bytes]:
        yield head if "multipart" in content_type else b'{"text": "'
        for _ in range(100):
            yield b"x" * 10_000

    answer = client.post("/api/turn", content=endless(), headers={"content-type": content_type})
    assert answer.status_code == 413


def test_a_turn_that_fails_says_one_kind_sentence_and_nothing_of_the_machine(
    client: TestClient,
) -> None:
    answer = client.post("/api/turn", json={"text": "crash"})
    assert answer.status_code == 500
    assert list(answer.json()) == KEYS
    assert answer.json()["error"]["code"] == "internal"
    for trace in ("secret", "Traceback", "ZeroDivision", ".py"):
        assert trace not in answer.text


def test_a_database_that_fails_is_a_503_and_says_nothing_of_the_machine(
    client: TestClient, conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StorageError("disk of host db-7 is full")

    monkeypatch.setattr(conversations.store, "append", fail)
    answer = client.post("/api/turn", json={"text": "a ring"})
    assert answer.status_code == 503
    assert "db-7" not in answer.text


def test_one_shoppers_failure_does_not_touch_another(client: TestClient) -> None:
    one, other = post(client, text="hello"), post(client, text="hello")

    def crash() -> None:
        turn = {"text": "crash", "session": one["session"]}
        assert client.post("/api/turn", json=turn).status_code == 500

    def go_on() -> None:
        assert post(client, text="go on", session=other["session"])["turn"] == 2

    assert run_at_once([crash, go_on, crash]) == []
    assert post(client, text="after", session=one["session"])["turn"] == 2


def test_many_shoppers_at_once_keep_their_own_sessions(client: TestClient) -> None:
    def shop(name: str) -> None:
        session = post(client, text=f"{name} 0")["session"]
        for number in range(1, 4):
            body = post(client, text=f"{name} {number}", session=session)
            assert body["turn"] == number + 1
            assert body["constraints"] == {"style": f"{name} {number}"}

    assert run_at_once([lambda n=n: shop(f"shopper {n}") for n in range(6)]) == []


@pytest.mark.parametrize(
    "path",
    ["staff.jsonl", "products.jsonl", "pictures/../staff.jsonl", "pictures/%2e%2e/staff.jsonl"],
)
def test_nothing_beside_the_pictures_is_served(client: TestClient, path: str) -> None:
    assert client.get("/media/catalogue/pictures/R-001.jpg").status_code == 200
    assert client.get(f"/media/catalogue/{path}").status_code == 404
