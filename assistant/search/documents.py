"""A product as text: what the lexical index reads and the text encoder embeds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.product import Product
from assistant.terms import Language, Vocabulary

_LATIN = re.compile(r"[a-z0-9]+")
_CJK_RUN = re.compile(r"[\u3400-\u9fff]+")


def product_terms(product: Product) -> Iterator[tuple[str, str]]:
    """Every (slot, value) that the record states."""
    for slot in ("category", "metal", "metal_colour", "purity", "plating", "setting", "clasp"):
        value = getattr(product, slot)
        if value is not None:
            yield slot, value
    for stone in product.stones:
        yield "stone", stone.stone
        for slot, value in (
            ("stone_colour", stone.colour),
            ("cut", stone.cut),
            ("stone_origin", stone.origin),
        ):
            if value is not None:
                yield slot, value
    yield from (("style", style) for style in product.styles)
    yield from (("occasion", occasion) for occasion in product.occasions)


def product_text(product: Product, vocabulary: Vocabulary, language: Language) -> str:
    """Name, description and every term in one language."""
    words = dict.fromkeys(
        vocabulary.label(slot, value, language)
        for slot, known in product_terms(product)
        for value in vocabulary.lineage(slot, known)
        if value != "none"
    )
    stop = ". " if language == "en" else "。"
    return stop.join([product.name[language], product.description[language], ", ".join(words)])


def tokenise(text: str) -> list[str]:
    """English words without plural s, and Chinese character bigrams (a lone one stays)."""
    folded = text.lower()
    tokens = [
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in _LATIN.findall(folded)
    ]
    for run in _CJK_RUN.findall(folded):
        tokens += [run[i : i + 2] for i in range(len(run) - 1)] or [run]
    return tokens
