"""The shop that the page's tests visit."""

from __future__ import annotations

import pytest

from assistant.assembly import build
from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.settings import Settings
from assistant.storage.memory_store import MemorySessionStore
from assistant.terms import Vocabulary
from assistant.ui.handlers import PageHandlers
from tests.ui.visitor import make_handlers


@pytest.fixture(scope="module")
def conversations(tmp_path_factory: pytest.TempPathFactory) -> Conversations:
    """The real shop without its models: words still search."""
    home = tmp_path_factory.mktemp("home")
    facet = build(Settings(home=home, database_url=f"sqlite:///{home / 'shop.sqlite3'}"))
    return facet.conversations(MemorySessionStore())


@pytest.fixture
def handlers(
    conversations: Conversations, products: dict[str, Product], vocabulary: Vocabulary
) -> PageHandlers:
    return make_handlers(conversations, products, vocabulary)
