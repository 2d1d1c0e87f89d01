"""Names and fineness of metals."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import (
    FTC_GOLD,
    GB_11887,
    UK_HALLMARKING,
    Hit,
    Rule,
)
from assistant.catalogue.lint.words import first_meant, labelling, meant, public_words
from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

FINE = ("990", "999", "9999")
PURITIES = {  # the finenesses that each precious metal is sold in
    "gold": ("9k", "10k", "14k", "18k", "22k", *FINE),
    "silver": ("925", *FINE),
    "platinum": ("pt850", "pt900", "pt950", "pt990", "pt999"),
    "palladium": ("pd950",),
}

_RETIRED = re.compile(r"[千万]足(?:金|银|铂|钯)")
_FINE_GOLD = re.compile(
    r"(?<![千万])足金|(?<!\ba )(?<!\bthe )\b(?:fine|pure|24\s?(?:k|kt|karat)) gold\b"
    r"(?![\s-]*(?:plat|vermeil|filled|tone))",
    re.I,
)
_PLATING_AFTER = re.compile(r"\s*(?:\w+\s+)?gold?[\s-]*(?:plat|vermeil|filled|wash|tone)", re.I)
_PLATING_BEFORE = re.compile(r"(?:镀|包|plated (?:in|with)|vermeil of)\s*$", re.I)
_KARAT = re.compile(
    r"(?<![\d.])(9|10|14|18|22|24)[\s-]?(?:kt?|karats?)(?![a-z])"
    r"|(?<![\d.])(9|14|18|22)\s?ct\.?(?=\s+(?:\w+\s+)?gold)",
    re.I,
)
_GOLD_MARK = re.compile(
    r"(?<![a-z])au\s?(375|417|585|750|916|990|9999|999)(?!\d)|含金量\s?(999\.9|9999|999|990)", re.I
)
# Not \b: a Chinese character counts as a letter, and S925银 is written without a space.
_SILVER_MARK = re.compile(r"(?<![a-z\d.])s?925(?![a-z\d])|\bsterling\b(?! quality)", re.I)
_PLATINUM_MARK = re.compile(r"(?<![a-z])(p[td])\s?(850|900|950|990|999)(?!\d)", re.I)
_AU = {"375": "9k", "417": "10k", "585": "14k", "750": "18k", "916": "22k"}
_PLATINUM = re.compile(
    r"\bplatinum\b(?![\s-]*(?:plat|colou?r|tone|finish))|铂金|(?<!镀)白金(?!色)", re.I
)
_PALLADIUM = re.compile(r"\bpalladium\b(?![\s-]*plat)|钯金", re.I)


def retired_names(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, _language, text in public_words(product):
        if match := _RETIRED.search(text):
            plain = match[0][1:]
            yield Hit(
                field,
                match[0],
                f"'{match[0]}' is no official name any more. Write {plain} and state the content "
                f"beside it, for instance {plain}（含量999‰）.",
            )


def fine_gold_below_990(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.metal is None or (product.metal == "gold" and product.purity in (None, *FINE)):
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _FINE_GOLD):
            recorded = " ".join(filter(None, [product.purity, product.metal]))
            yield Hit(
                field,
                said,
                f"Only gold of 990 and finer may be called so; the record says {recorded}. "
                "Correct the words or the record.",
            )


def purity_missing(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.metal not in PURITIES or product.purity is not None:
        return
    told = [mark for _, _, text in labelling(product) for mark in sorted(marks(text))]
    hint = f" The words say {told[0]}: is that it?" if told else ""
    yield Hit(
        "purity",
        "not stated",
        f"{product.metal.capitalize()} is sold by its fineness. Fill in purity from the mark on "
        f"the piece.{hint}",
    )


def purity_against_metal(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.purity is None:
        return
    if product.purity not in PURITIES.get(product.metal or "", ()):
        metal = product.metal or "no metal"
        yield Hit(
            "purity",
            product.purity,
            f"{product.purity} is no fineness of {metal}. One of the two fields is wrong.",
        )


def marks(text: str) -> set[str]:
    """The finenesses that a text states for the alloy itself, in the record's terms. What names
    a plating ('18k gold plated', '镀18K金') is left out."""
    found = set()
    for match in _KARAT.finditer(text):
        if _PLATING_AFTER.match(text[match.end() :]) or _PLATING_BEFORE.search(
            text[: match.start()]
        ):
            continue
        karats = match[1] or match[2]
        found.add("24k" if karats == "24" else f"{karats}k")
    for match in _GOLD_MARK.finditer(text):
        mark = (match[1] or match[2]).replace(".", "")
        found.add(_AU.get(mark, mark))
    if next(meant(text, _SILVER_MARK), None):
        found.add("925")
    found |= {f"{match[1]}{match[2]}".lower() for match in _PLATINUM_MARK.finditer(text)}
    return found


def purity_against_words(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.purity is None:
        return
    fits = {product.purity} | ({"24k"} if product.purity in FINE else set())
    for field, _language, text in labelling(product):
        told = marks(text)
        if told and not told & fits:
            said = ", ".join(sorted(told))
            yield Hit(
                field,
                said,
                f"The words say {said}, the record says {product.purity}. Look at the mark on the "
                "piece and correct whichever is wrong; until then neither should be shown.",
            )


def called_platinum(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.metal in (None, "platinum"):
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _PLATINUM):
            better = "白色18K金" if product.metal == "gold" else "the metal's own name"
            yield Hit(
                field,
                said,
                f"The record says {product.metal}; '{said}' is read as platinum. Write {better}.",
            )


def called_palladium(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.metal in (None, "palladium"):
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _PALLADIUM):
            yield Hit(
                field,
                said,
                f"The record says {product.metal}; palladium is another metal at another price. "
                "Correct the words or the record.",
            )


RULES = (
    Rule("retired-metal-name", "No 千足金 or 万足金 in a name.", GB_11887, retired_names),
    Rule(
        "fine-gold-below-990",
        "足金 and fine gold mean 990‰ or more.",
        GB_11887,
        fine_gold_below_990,
    ),
    Rule(
        "purity-missing",
        "Precious metal states its fineness.",
        f"{GB_11887}; {UK_HALLMARKING}",
        purity_missing,
    ),
    Rule(
        "purity-against-metal", "The fineness is one of that metal.", GB_11887, purity_against_metal
    ),
    Rule(
        "purity-against-words",
        "Words and record state one fineness.",
        f"{FTC_GOLD}; {GB_11887}",
        purity_against_words,
    ),
    Rule(
        "called-platinum",
        "Only platinum is called platinum, 铂金 or 白金.",
        GB_11887,
        called_platinum,
    ),
    Rule("called-palladium", "Only palladium is called palladium.", GB_11887, called_palladium),
)
