"""What stands around the page: login over the API, uploads, the sealed session id."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.ui.launch import add_uploads, guard_api, page_secret, parse_auth
from assistant.ui.uploads import UploadBox


@pytest.fixture
def guarded() -> TestClient:
    app = FastAPI()

    @app.get("/api/turn")
    def turn() -> str:
        return "answered"

    @app.get("/api/health")
    def health() -> str:
        return "well"

    guard_api(app, ("staff", "secret"))
    return TestClient(app)


def test_the_api_asks_for_the_pages_login(guarded: TestClient) -> None:
    assert guarded.get("/api/turn").status_code == 401
    assert guarded.get("/api/turn", auth=("staff", "wrong")).status_code == 401
    assert guarded.get("/api/turn", auth=("staff", "secret")).json() == "answered"


def test_health_needs_no_login(guarded: TestClient) -> None:
    assert guarded.get("/api/health").json() == "well"


def test_a_login_is_a_name_and_a_password() -> None:
    assert parse_auth("staff:a:b") == ("staff", "a:b")
    with pytest.raises(SystemExit, match="NAME:PASSWORD"):
        parse_auth("staff")


def test_an_upload_gives_a_token_for_its_bytes() -> None:
    app, uploads = FastAPI(), UploadBox()
    add_uploads(app, uploads)
    token = TestClient(app).post("/page/upload", content=b"photo").json()["token"]
    assert uploads.take(token) == b"photo"


def test_the_page_secret_outlives_a_restart_and_is_private(tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert page_secret(home) == page_secret(home)
    assert (home / "page-secret").stat().st_mode & 0o077 == 0
