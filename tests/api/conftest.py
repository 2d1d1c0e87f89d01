"""The app over a fake responder, with the real catalogue's pictures beside it."""

from __future__ import annotations

from functools import partial

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.api.app import create_api
from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.intake.reading import read_turn
from assistant.settings import Limits
from assistant.storage.memory_store import MemorySessionStore
from tests.fakes import FakeResponder, FakeStatus, explain
from tests.reading import ASSETS


@pytest.fixture
def responder(products: dict[str, Product]) -> FakeResponder:
    return FakeResponder(list(products.values())[:2])


@pytest.fixture
def conversations(responder: FakeResponder) -> Conversations:
    return Conversations(responder, MemorySessionStore(), partial(read_turn, limits=Limits()))


@pytest.fixture
def status() -> FakeStatus:
    return FakeStatus()


@pytest.fixture
def app(conversations: Conversations, status: FakeStatus) -> FastAPI:
    return create_api(
        conversations, status, explain, {"pictures": ASSETS / "catalogue" / "pictures"}
    )


@pytest.fixture
def client(app: FastAPI) -> TestClient:
    return TestClient(app, raise_server_exceptions=False)
