"""The policy over the real catalogue."""

from __future__ import annotations

import pytest

from assistant.answers.options import slot_values
from assistant.catalogue.product import Product
from assistant.dialogue.policy import DialoguePolicy
from assistant.search.searcher import CatalogueSearch
from assistant.terms import Vocabulary


@pytest.fixture(scope="module")
def policy(products: dict[str, Product], vocabulary: Vocabulary) -> DialoguePolicy:
    return DialoguePolicy(
        products, vocabulary, CatalogueSearch(products.values(), vocabulary), slot_values
    )
