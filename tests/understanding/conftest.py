"""A reader of wishes over the shop's vocabulary."""

from __future__ import annotations

import pytest

from assistant.terms import Vocabulary
from tests.understanding.wish_reading import WishReader


@pytest.fixture(scope="session")
def wish_reader(vocabulary: Vocabulary) -> WishReader:
    return WishReader(vocabulary)
