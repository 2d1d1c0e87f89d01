"""The counter that answers are given over."""

from __future__ import annotations

import pytest

from assistant.catalogue.product import Product
from assistant.terms import Vocabulary
from tests.answers.counter import Counter


@pytest.fixture(scope="session")
def counter(vocabulary: Vocabulary, products: dict[str, Product]) -> Counter:
    return Counter(vocabulary, products)
