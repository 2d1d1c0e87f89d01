"""Names, origins and treatments of stones and pearls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import (
    CIBJO,
    FTC_DIAMOND,
    FTC_GEM,
    FTC_PEARL,
    FTC_TREATMENT,
    GB_16552,
    Hit,
    Rule,
)
from assistant.catalogue.lint.words import first_meant, label_text, labelling, meant, words
from assistant.catalogue.product import Product, Stone
from assistant.terms import LANGUAGES, Language, Vocabulary

SIMULANTS = ("moissanite", "cubic zirconia")
JADES = ("jadeite", "nephrite", "jade")

_MADE: dict[Language, re.Pattern[str]] = {
    "en": words(r"lab(?:oratory)?[\s-]?(?:grown|created|made)", "synthetic", r"man[\s-]made"),
    "zh": re.compile(r"培育|合成|实验室|人工|人造"),
}
_CULTURED_DIAMOND = words(r"cultured\s+(?:\w+\s+)?diamonds?")
_DIAMOND = re.compile(
    r"\bdiamonds?\b(?![\s-]*(?:cut|shape|pattern|simulant|alternative|like))|钻(?!研)", re.I
)
_ZIRCON = re.compile(r"\bzircons?\b|(?<!人造)(?<!合成)锆石(?!（人造）)", re.I)
_SIMULATED_BEFORE = re.compile(r"(?:simulated|imitation|faux)\s+$", re.I)
_GROWN = r"(?:synthetic|created|lab(?:oratory)?[\s-]?(?:grown|created|made))"
_UNTREATED = re.compile(
    r"\buntreated\b|\bunheated\b|\bno (?:heat|treatment|oil)\b"
    r"|无烧|未(?:经)?(?:任何)?处理|未加热|无油",
    re.I,
)
_TREATED: dict[str, dict[Language, re.Pattern[str]]] = {
    "heated": {
        "en": words("heat(?:ed|[- ]treat(?:ed|ment))"),
        "zh": re.compile(r"热处理|加热|有烧"),
    },
    "oiled": {"en": words("oil(?:ed)?"), "zh": re.compile(r"油")},
    "dyed": {"en": words("dyed", "treated", r"type[\s-]C"), "zh": re.compile(r"染色|处理|C\s?货")},
    "irradiated": {"en": words("irradiated", "treated"), "zh": re.compile(r"辐照|处理")},
    "bleached and filled": {
        "en": words("bleached", "filled", "impregnated", "treated", r"type[\s-]B"),
        "zh": re.compile(r"漂白|充填|充胶|处理|B\s?(?:\+\s?C\s?)?货"),
    },
}
_PEARL_KIND = re.compile(
    r"\b(?:cultured|cultivated|natural|imitation|simulated|artificial|faux)\b"
    r"|养殖|养珠|天然|仿|人造",
    re.I,
)


def stone_of(product: Product, origin: str) -> Stone | None:
    """The first stone recorded with that origin; simulants are made and never count as natural."""
    return next((stone for stone in product.stones if stone.origin == origin), None)


def written(product: Product) -> Iterator[tuple[Language, str]]:
    """The languages in which the product is named, with name and description as one text."""
    for language in LANGUAGES:
        if text := label_text(product, language):
            yield language, text


def label(vocabulary: Vocabulary, stone: str) -> str:
    return vocabulary.label("stone", stone, "en")


def laboratory_undisclosed(product: Product, vocabulary: Vocabulary) -> Iterator[Hit]:
    grown = [
        stone
        for stone in product.stones
        if stone.origin == "laboratory" and stone.stone not in SIMULANTS
    ]
    if not grown:
        return
    for language, text in written(product):
        if not first_meant(text, _MADE[language]):
            say = "laboratory-grown" if language == "en" else "培育"
            yield Hit(
                f"description.{language}",
                f"{label(vocabulary, grown[0].stone)}, laboratory",
                f"The record says laboratory-grown; neither name nor description does. Put "
                f"'{say}' directly before the stone's name.",
            )


def cultured_diamond(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, _language, text in labelling(product):
        said = first_meant(text, _CULTURED_DIAMOND)
        if said and not first_meant(text, _MADE["en"]):
            yield Hit(
                field,
                said,
                "'Cultured' alone is taken for natural. Add 'laboratory-grown' beside it, just as "
                "plainly.",
            )


def simulant_called_diamond(product: Product, vocabulary: Vocabulary) -> Iterator[Hit]:
    kinds = {stone.stone for stone in product.stones}
    simulants = [stone for stone in (*SIMULANTS, "zircon") if stone in kinds]
    if "diamond" in kinds or not simulants:
        return
    for field, _language, text in labelling(product):
        called = (
            match
            for match in meant(text, _DIAMOND)
            if not _SIMULATED_BEFORE.search(text[: match.start()])
        )
        match = next(called, None)
        if match:
            name = label(vocabulary, simulants[0])
            yield Hit(
                field,
                match[0],
                f"The stone is {name}; calling it a diamond (钻) misnames it. Use its own name.",
            )


def zirconia_called_zircon(product: Product, _: Vocabulary) -> Iterator[Hit]:
    kinds = {stone.stone for stone in product.stones}
    if "cubic zirconia" not in kinds or "zircon" in kinds:
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _ZIRCON):
            yield Hit(
                field,
                said,
                "Zircon (锆石) is a mineral of nature; the record says cubic zirconia, which is "
                "made by man. Write cubic zirconia, 合成立方氧化锆.",
            )


def origin_against_words(product: Product, vocabulary: Vocabulary) -> Iterator[Hit]:
    """Made stones called natural, natural ones called made; only where the record has one kind."""
    made = any(s.origin == "laboratory" or s.stone in SIMULANTS for s in product.stones)
    for stone in product.stones:
        if stone.origin not in ("natural", "laboratory"):
            continue
        twins = {other.origin for other in product.stones if other.stone == stone.stone}
        if len(twins) > 1 or (stone.origin == "natural" and made):
            continue
        for field, language, text in labelling(product):
            if said := first_meant(text, opposite_words(stone, language, vocabulary)):
                yield Hit(
                    field,
                    said,
                    f"The record says the {label(vocabulary, stone.stone)} is {stone.origin}. "
                    "A buyer pays by this word: correct the words or the record.",
                )


def opposite_words(stone: Stone, language: Language, vocabulary: Vocabulary) -> re.Pattern[str]:
    """Words that would give a stone the other origin."""
    name = re.escape(vocabulary.label("stone", stone.stone, language))
    if language == "zh":
        before = "天然" if stone.origin == "laboratory" else "(?:培育|合成|人造|实验室)"
        return re.compile(rf"{before}[^，。；、,;]{{0,4}}{name}")
    before = "natural" if stone.origin == "laboratory" else _GROWN
    return re.compile(rf"\b{before}\s+(?:[\w-]+\s+){{0,2}}?{name}", re.I)


def treatment_undisclosed(product: Product, vocabulary: Vocabulary) -> Iterator[Hit]:
    """A treatment of the record that a language's words leave out or deny."""
    for stone in product.stones:
        if stone.treatment not in _TREATED:
            continue
        name = label(vocabulary, stone.stone)
        for language, text in written(product):
            if not _TREATED[stone.treatment][language].search(text):
                word = vocabulary.label("treatment", stone.treatment, language)
                extra = "（处理）" if stone.stone in JADES and language == "zh" else ""
                yield Hit(
                    f"description.{language}",
                    f"{name}, {stone.treatment}",
                    f"The record says {stone.treatment}; the words do not. Name it beside the "
                    f"stone: {word}{extra}. It bears on price, care and repair.",
                )
            only = {one.treatment for one in product.stones} - {None}
            if (denied := _UNTREATED.search(text)) and only == {stone.treatment}:
                yield Hit(
                    f"description.{language}",
                    denied[0],
                    f"The words say {denied[0]}, the record says {stone.treatment}.",
                )


def pearl_kind(product: Product, _: Vocabulary) -> Iterator[Hit]:
    unknown = [s for s in product.stones if "pearl" in s.stone and s.origin is None]
    if unknown and not any(_PEARL_KIND.search(text) for _, text in written(product)):
        yield Hit(
            "stones.origin",
            unknown[0].stone,
            "A pearl is cultured, natural or an imitation, and the buyer must be told which. "
            "Nearly all are cultured: ask, then fill in origin.",
        )


RULES = (
    Rule(
        "laboratory-undisclosed",
        "Laboratory-grown stones say so in name or description.",
        f"{FTC_GEM}; {GB_16552}; {CIBJO}",
        laboratory_undisclosed,
    ),
    Rule(
        "cultured-diamond",
        "'Cultured diamond' stands beside 'laboratory-grown'.",
        FTC_DIAMOND,
        cultured_diamond,
    ),
    Rule(
        "simulant-called-diamond",
        "Moissanite and zirconia are not called diamond or 钻.",
        f"{FTC_DIAMOND}; {GB_16552}",
        simulant_called_diamond,
    ),
    Rule(
        "zirconia-called-zircon",
        "Cubic zirconia is not called zircon or 锆石.",
        GB_16552,
        zirconia_called_zircon,
    ),
    Rule(
        "origin-against-words",
        "Words and record agree on natural or made.",
        f"{FTC_GEM}; {CIBJO}",
        origin_against_words,
    ),
    Rule(
        "treatment-undisclosed",
        "A recorded treatment is named in every language.",
        f"{FTC_TREATMENT}; {GB_16552}",
        treatment_undisclosed,
    ),
    Rule(
        "pearl-kind",
        "A pearl is said to be cultured, natural or imitation.",
        f"{FTC_PEARL}; {CIBJO}",
        pearl_kind,
    ),
)
