"""The real vocabulary and catalogue: understanding is about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.catalogue.ingest import load_catalogue
from assistant.catalogue.product import Product
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.session import ProductsFocused, ProductsShown, Session, WishesChanged, apply
from assistant.constraints import Constraints
from assistant.terms import Vocabulary
from assistant.turn import Understanding
from assistant.understanding.understand import RuleUnderstander

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")


@pytest.fixture(scope="session")
def products(vocabulary: Vocabulary) -> dict[str, Product]:
    return {p.id: p for p in load_catalogue(ASSETS / "catalogue" / "products.jsonl", vocabulary)}


class Reader:
    """Understands a sentence with pieces on the table and wishes standing."""

    def __init__(self, vocabulary: Vocabulary, products: dict[str, Product]) -> None:
        self.products = products
        self._understander = RuleUnderstander(vocabulary, products, "CNY")

    def session(
        self,
        shown: tuple[str, ...] = (),
        focus: tuple[str, ...] = (),
        **wishes: object,
    ) -> Session:
        events = [WishesChanged(Constraints.from_json(wishes)), ProductsShown(shown)]
        return apply(Session("s"), [*events, ProductsFocused(focus)] if focus else events)

    def __call__(
        self, words: str, session: Session | None = None, with_photo: bool = False
    ) -> Understanding:
        return self._understander.understand(
            words, session or Session("s"), locale=None, with_photo=with_photo
        )


@pytest.fixture(scope="session")
def reader(vocabulary: Vocabulary, products: dict[str, Product]) -> Reader:
    return Reader(vocabulary, products)
