"""A shared shortlist as a page of its own: plain HTML, quick to load, readable without scripts.

It shows public records and nothing of the conversation; whoever has the link can read it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from assistant.catalogue.product import Product
from assistant.conversation import SharedList
from assistant.money import format_money
from assistant.terms import Language, spoken
from assistant.ui.cards import InWords, picture
from assistant.ui.steps import merchant_link
from assistant.ui.wording import say

_STYLE = Path(__file__).parents[2] / "assets" / "list.css"
_FACTS = ("metal", "stone", "carat", "sizes", "length_mm", "certificate")


class ListPage:
    """Writes the pages of one shop's shared lists."""

    def __init__(self, products: Mapping[str, Product], in_words: InWords) -> None:
        self._products = products
        self._in_words = in_words

    def page(self, shared: SharedList, language: Language) -> str:
        """The list as it can be had now; pieces that are no longer shown are counted."""
        pieces = [self._products[one] for one in shared.product_ids if one in self._products]
        missing = len(shared.product_ids) - len(pieces)
        cards = "".join(self._card(one, language) for one in pieces)
        gone = say("list_missing", language).format(missing) if missing else ""
        none = "" if pieces else f"<p>{escape(say('list_none', language))}</p>"
        body = (
            f"<h1>{escape(say('list_title', language))}</h1>"
            f'<p class="intro">{escape(say("list_intro", language))}</p>{none}'
            f'<ul class="pieces">{cards}</ul>'
            + (f'<p class="intro">{escape(gone)}</p>' if gone else "")
            + f'<p class="ask"><a href="/">{escape(say("list_ask", language))}</a></p>'
        )
        return _document(say("list_title", language), body, language)

    def gone(self, language: Language) -> str:
        """What an unknown link, or one that was taken back, leads to."""
        body = (
            f"<h1>{escape(say('list_gone', language))}</h1>"
            f'<p class="intro">{escape(say("list_gone_more", language))}</p>'
            f'<p class="ask"><a href="/">{escape(say("list_shop", language))}</a></p>'
        )
        return _document(say("list_gone", language), body, language)

    def _card(self, product: Product, language: Language) -> str:
        stock = self._in_words(product, "availability", language) or ""
        facts = [self._in_words(product, field, language) for field in _FACTS]
        told = " · ".join(escape(words) for words in dict.fromkeys(facts) if words)
        link = merchant_link(product, language)
        more = f"<p>{link}</p>" if link else ""
        return (
            f"<li>{picture(product, language)}"
            f"<h2>{escape(spoken(product.name, language))}</h2>"
            f'<p class="price">{escape(format_money(product.price))} '
            f"<span>{escape(stock)}</span></p>"
            f'<p class="facts">{told}</p>'
            f'<p class="lead">{escape(spoken(product.description, language))}</p>{more}'
            f'<p class="id">{product.id}</p></li>'
        )


@cache
def _style() -> str:
    return _STYLE.read_text(encoding="utf-8")


def _document(title: str, body: str, language: Language) -> str:
    other = "zh" if language == "en" else "en"
    code, other_code = ("en", "zh-CN") if language == "en" else ("zh-CN", "en")
    return (
        f'<!doctype html><html lang="{code}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex, nofollow">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)} · Facet</title><style>{_style()}</style></head><body>"
        f'<header><a class="brand" href="/">Facet</a>'
        f'<a class="switch" href="?lang={other}" lang="{other_code}" hreflang="{other_code}">'
        f"{escape(say('language', language))}</a></header><main>{body}</main></body></html>"
    )
