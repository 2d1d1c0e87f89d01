"""A reader of sentences over the real vocabulary and catalogue, for tests."""

from __future__ import annotations

from pathlib import Path

from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.session import ProductsFocused, ProductsShown, Session, WishesChanged, apply
from assistant.terms import Vocabulary
from assistant.turn import Understanding
from assistant.understanding.understand import RuleUnderstander

ASSETS = Path(__file__).parents[1] / "assets"


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
