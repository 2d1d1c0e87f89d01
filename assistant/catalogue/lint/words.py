"""Reading a product's public words: where a phrase stands, and whether it is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from assistant.catalogue.product import Product
from assistant.terms import LANGUAGES, Language

HAN = re.compile(r"[\u3400-\u9fff]")
# What stands just before a phrase that is denied, or that something is only compared with.
_DENIED = re.compile(
    r"(?:\b(?:not|no|never|isn't|aren't|without|than|unlike|instead of|alternative to|rather than)"
    r"(?:\s+(?:a|an|any|the|real|genuine|like))*|不|不是|非|并非|无|没有|未|勿|比|仿|似|区别于)\s*$",
    re.I,
)
Text = tuple[str, Language, str]


def labelling(product: Product) -> Iterator[Text]:
    """The words that name and describe a product: field, language and text."""
    for field, texts in (("name", product.name), ("description", product.description)):
        yield from _each(field, texts)


def public_words(product: Product) -> Iterator[Text]:
    """Every public text, tags with the language unknown read as English."""
    yield from labelling(product)
    yield from _each("care", product.care)
    if product.image_alt != product.name:  # importers fill the one from the other
        yield from _each("image_alt", product.image_alt)
    for tag in product.tags:
        yield "tags", "zh" if HAN.search(tag) else "en", tag


def _each(field: str, texts: Mapping[Language, str]) -> Iterator[Text]:
    for language in LANGUAGES:
        if texts.get(language):
            yield f"{field}.{language}", language, texts[language]


def label_text(product: Product, language: Language) -> str:
    """Name and description of one language as one text, '' where neither is written."""
    return " ".join(filter(None, [product.name.get(language), product.description.get(language)]))


def meant(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """The places where a pattern stands and is neither denied nor a mere comparison."""
    for match in pattern.finditer(text):
        if not _DENIED.search(text[: match.start()]):
            yield match


def first_meant(text: str, pattern: re.Pattern[str]) -> str | None:
    """The words of the first place where a pattern is meant."""
    match = next(meant(text, pattern), None)
    return match[0] if match else None


def words(*alternatives: str) -> re.Pattern[str]:
    """English words or phrases (regular expressions), whole and in any case."""
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.I)
