"""Facet's page and HTTP route: ``python app.py --host --port --auth NAME:PASSWORD --share``."""

from __future__ import annotations

import argparse
import os
import sys
import threading

os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")  # read when gradio is imported

from assistant.cli import add_serve_options


def serve(options: argparse.Namespace) -> int:
    """Settings, shop, page, port."""
    from assistant.answers.wishes_in_words import price_in_words
    from assistant.api.app import create_api
    from assistant.api.lists import add_lists
    from assistant.assembly import build, card_words, open_store
    from assistant.knowledge.cards import load_cards
    from assistant.settings import Settings
    from assistant.ui import launch
    from assistant.ui.cards import CardWriter
    from assistant.ui.handlers import PageHandlers
    from assistant.ui.list_page import ListPage
    from assistant.ui.page import build_page
    from assistant.ui.uploads import UploadBox

    auth = launch.parse_auth(options.auth)
    settings = Settings.from_environment()
    facet = build(settings)
    conversations = facet.conversations(open_store(settings))
    explain = facet.assistant.stages.composer.explain
    app = create_api(conversations, facet.status, explain, settings.picture_folders)
    uploads = UploadBox()
    words, names = card_words(facet)
    cards = CardWriter(words, names)
    add_lists(app, conversations, ListPage(facet.products, words))
    handlers = PageHandlers(
        conversations,
        facet.products,
        lambda: facet.front.vocabulary,
        cards,
        uploads,
        price_in_words,
        {card.id: card for card in load_cards(settings.knowledge / "cards")},
    )
    pictured = [product for product in facet.products.values() if product.image]
    strip = pictured[:: max(1, len(pictured) // 8)][:8]
    secret = launch.page_secret(settings.home)
    page = build_page(handlers, facet.status, strip, secret, settings.limits.photo_bytes)
    threading.Thread(target=facet.rehearse, name="rehearsal", daemon=True).start()
    facet.status.warm()
    facet.front.watch()
    return launch.run(launch.mount_page(app, page, uploads, auth), options)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    add_serve_options(parser)
    sys.exit(serve(parser.parse_args()))
