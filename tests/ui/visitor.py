"""A visitor of the page without a browser: events in, views out."""

from __future__ import annotations

import json

from assistant.answers.facts import Facts
from assistant.answers.wishes_in_words import price_in_words
from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.terms import Vocabulary
from assistant.ui.cards import CardWriter
from assistant.ui.handlers import PageHandlers
from assistant.ui.uploads import UploadBox
from assistant.ui.view import View


def make_handlers(
    conversations: Conversations, products: dict[str, Product], vocabulary: Vocabulary
) -> PageHandlers:
    facts = Facts(vocabulary)
    return PageHandlers(
        conversations,
        products,
        lambda: vocabulary,
        CardWriter(facts.words, facts.name),
        UploadBox(),
        price_in_words,
    )


def act(handlers: PageHandlers, session: str, **event: object) -> list[View]:
    """What the page shows, step by step, after one event of its script."""
    return list(handlers.handle(json.dumps({"lang": "en", **event}), session))
