"""A shared list over HTTP: its page, its headers, and who can take it back."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.answers.facts import Facts
from assistant.api.lists import add_lists
from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.money import format_money
from assistant.terms import Vocabulary
from assistant.ui.launch import add_privacy, guard_api
from assistant.ui.list_page import ListPage
from assistant.ui.wording import say

_EVIL = '"><img src=x onerror=alert(1)>&'


@pytest.fixture
def shelf(products: dict[str, Product]) -> dict[str, Product]:
    """A few pieces, which a test may change while the shop is open."""
    return {one: products[one] for one in ("R-004", "R-013", "N-004")}


@pytest.fixture
def client(
    app: FastAPI, conversations: Conversations, shelf: dict[str, Product], vocabulary: Vocabulary
) -> TestClient:
    add_lists(app, conversations, ListPage(shelf, Facts(vocabulary).words))
    add_privacy(app)
    return TestClient(app, raise_server_exceptions=False)


@pytest.fixture
def session(conversations: Conversations) -> str:
    opened = conversations.open(None)[0].id
    for one in ("R-004", "N-004"):
        conversations.save(opened, one)
    return opened


def share(client: TestClient, session: str, locale: str = "en") -> str:
    answer = client.post(f"/api/sessions/{session}/list", json={"locale": locale})
    assert answer.status_code == 200
    return str(answer.json()["path"])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_page_shows_each_piece_in_the_lists_language(
    client: TestClient, session: str, shelf: dict[str, Product], language: str
) -> None:
    page = client.get(share(client, session, language))
    assert page.status_code == 200
    assert page.headers["content-type"].startswith("text/html")
    for one in ("R-004", "N-004"):
        assert shelf[one].name[language] in page.text
        assert format_money(shelf[one].price) in page.text
    assert shelf["R-013"].name[language] not in page.text


def test_the_reader_may_choose_the_other_language(
    client: TestClient, session: str, shelf: dict[str, Product]
) -> None:
    page = client.get(share(client, session, "en") + "?lang=zh").text
    assert shelf["R-004"].name["zh"] in page
    assert 'href="?lang=en"' in page


class Reader(HTMLParser):
    """What a browser without scripts would fetch."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        assert not [name for name, _ in attrs if name.startswith("on")]
        self.fetched += [str(value) for name, value in attrs if name == "src"]


def test_the_page_needs_no_script_and_nobody_else(client: TestClient, session: str) -> None:
    reader = Reader()
    reader.feed(client.get(share(client, session)).text)
    assert not reader.tags & {"script", "link", "iframe", "form", "object"}
    assert reader.fetched
    for address in reader.fetched:
        assert address.startswith("/media/catalogue/")
        assert client.get(address).status_code == 200


def test_no_search_engine_keeps_it_and_no_link_carries_it_on(
    client: TestClient, session: str
) -> None:
    page = client.get(share(client, session))
    assert "noindex" in page.headers["x-robots-tag"]
    assert "noindex" in page.text
    assert page.headers["referrer-policy"] == "no-referrer"
    assert "no-store" in page.headers["cache-control"]
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "@media print" in page.text


def test_the_page_tells_nothing_of_the_conversation(client: TestClient, session: str) -> None:
    client.post("/api/turn", json={"text": "a secret for Wilhelmina", "session": session})
    page = client.get(share(client, session)).text
    assert "Wilhelmina" not in page
    assert session not in page


@pytest.mark.parametrize("token", ["nothing", "%2e%2e%2fapi", "x" * 300])
def test_a_link_that_leads_nowhere_says_so_kindly(client: TestClient, token: str) -> None:
    page = client.get(f"/list/{token}", headers={"accept-language": "zh-CN"})
    assert page.status_code == 404
    if "%" not in token:
        assert say("list_gone", "zh") in page.text
        assert "noindex" in page.headers["x-robots-tag"]


def test_a_list_that_was_taken_back_is_gone(client: TestClient, session: str) -> None:
    path = share(client, session)
    assert client.delete(f"/api/sessions/{session}/list").status_code == 204
    page = client.get(path)
    assert page.status_code == 404
    assert say("list_gone", "en") in page.text


def test_erasing_the_session_erases_its_list(client: TestClient, session: str) -> None:
    path = share(client, session)
    assert client.get(path).status_code == 200
    client.delete(f"/api/sessions/{session}")
    assert client.get(path).status_code == 404


def test_a_piece_that_is_no_longer_shown_is_counted(
    client: TestClient, session: str, shelf: dict[str, Product]
) -> None:
    path = share(client, session)
    del shelf["N-004"]
    assert say("list_missing", "en").format(1) in client.get(path).text
    shelf.clear()
    assert say("list_none", "en") in client.get(path).text


def test_prices_are_those_of_the_moment(
    client: TestClient, session: str, shelf: dict[str, Product]
) -> None:
    path = share(client, session)
    shelf["R-004"] = replace(shelf["R-004"], price=replace(shelf["R-004"].price, minor=123_456_00))
    assert "¥123,456" in client.get(path).text


def test_a_merchants_own_page_is_linked_without_telling_where_from(
    client: TestClient, session: str, shelf: dict[str, Product]
) -> None:
    shelf["R-004"] = replace(shelf["R-004"], link="https://www.shop.example/r?a=1&b=2")
    page = client.get(share(client, session)).text
    assert 'href="https://www.shop.example/r?a=1&amp;b=2"' in page
    assert 'rel="noopener noreferrer nofollow"' in page
    assert say("see_at", "en").format("shop.example") in page


def test_nothing_in_a_record_becomes_markup(
    client: TestClient, session: str, shelf: dict[str, Product]
) -> None:
    both = {"en": _EVIL, "zh": _EVIL}
    shelf["R-004"] = replace(shelf["R-004"], name=both, description=both, image_alt=both)
    assert "<img src=x" not in client.get(share(client, session)).text


def test_sharing_needs_a_session_and_something_saved(
    client: TestClient, conversations: Conversations
) -> None:
    assert client.post("/api/sessions/nobody/list", json={}).status_code == 404
    empty = conversations.open(None)[0].id
    assert client.post(f"/api/sessions/{empty}/list", json={}).status_code == 422


def test_a_link_opens_where_the_shop_asks_for_a_login(
    app: FastAPI, client: TestClient, session: str
) -> None:
    guarded = FastAPI()
    guard_api(guarded, ("staff", "secret"))
    guarded.mount("/", app)
    reader = TestClient(guarded)
    assert reader.post(f"/api/sessions/{session}/list", json={}).status_code == 401
    assert reader.get(share(client, session)).status_code == 200
