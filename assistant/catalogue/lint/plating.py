"""What lies on the metal, and what of it reaches the skin."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import FTC_GOLD, FTC_VERMEIL, REACH_NICKEL, Hit, Rule
from assistant.catalogue.lint.words import first_meant, labelling
from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

GOLD_PLATING = ("gold plate", "rose gold plate", "gold vermeil")
VERMEIL_LEAST_UM = 2.5
_GOLD = re.compile(
    r"\bgold\b(?![\s-]*(?:plat|vermeil|filled|tone|colou?r|wash|dipp))|黄金|玫瑰金|K金|足金"
    r"|(?<![镀包仿铂钯钨钛合])金(?=戒|项|耳|手|镯|链|吊|胸)",
    re.I,
)
_PLATED = re.compile(r"\b(?:plat(?:ed|ing)|vermeil|gold[\s-]filled|gold[\s-]?tone)\b|镀|包金", re.I)
_GOLD_SKIN = re.compile(
    r"\bgold[\s-]?(?:plat(?:ed|ing|e)|filled|tone|dipped)\b|镀金|包金|仿金", re.I
)
_VERMEIL = re.compile(r"\bvermeil\b|银镀厚金|厚镀金", re.I)
_MICRONS = re.compile(r"(\d+(?:\.\d+)?)\s?(?:µm|μm|um\b|microns?\b|微米)", re.I)
_NICKEL_FREE = re.compile(r"\bnickel[\s-]free\b|无镍|不含镍", re.I)


def called_gold(product: Product, _: Vocabulary) -> Iterator[Hit]:
    """Gold said of plated pieces without the plating, and of pieces with no gold at all."""
    plated = product.plating in GOLD_PLATING
    bare = product.metal is not None and product.plating not in (None, *GOLD_PLATING)
    if product.metal == "gold" or not (plated or bare):
        return
    for field, _language, text in labelling(product):
        said = first_meant(text, _GOLD)
        if said and not _PLATED.search(text):
            coat = "no plating" if product.plating == "none" else product.plating
            yield Hit(
                field,
                said,
                f"The record says {product.metal or 'a base'} with {coat}, this text says gold "
                "without a word on a coat of it. Write gold-plated, vermeil or 镀金 where it is, "
                "and name the metal underneath.",
            )


def gold_called_plated(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.metal != "gold" or product.plating in GOLD_PLATING:
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _GOLD_SKIN):
            yield Hit(
                field,
                said,
                "The record says solid gold, the words say a coat of it. If it is plated, set "
                "metal to what lies underneath and plating to gold plate.",
            )


def vermeil(product: Product, _: Vocabulary) -> Iterator[Hit]:
    named = product.plating == "gold vermeil"
    if named and (
        product.metal != "silver" or product.purity not in (None, "925", "990", "999", "9999")
    ):
        base = product.metal or "no metal"
        yield Hit(
            "plating",
            "gold vermeil",
            f"Vermeil lies on sterling silver; the record says {base}. Call it gold plate.",
        )
    for field, _language, text in labelling(product):
        said = first_meant(text, _VERMEIL)
        if said and product.plating is not None and not named:
            yield Hit(
                field,
                said,
                f"The words say vermeil, the record says plating '{product.plating}'.",
            )
        thick = _MICRONS.search(text)
        if (said or named) and thick and float(thick[1]) < VERMEIL_LEAST_UM:
            yield Hit(
                field,
                thick[0],
                f"Vermeil needs {VERMEIL_LEAST_UM} µm of gold; this is less. Call it gold-plated.",
            )


def nickel_free(product: Product, _: Vocabulary) -> Iterator[Hit]:
    white = product.metal == "gold" and product.metal_colour in ("white", "two-tone")
    if product.nickel == "nickel-free" and white and product.plating is None:
        yield Hit(
            "nickel",
            "nickel-free",
            "White gold is often whitened with nickel, and this record does not say what plating "
            "lies on it. Ask the maker for alloy and plating, or set nickel to not-stated.",
        )
    if product.nickel == "nickel-free":
        return
    for field, _language, text in labelling(product):
        if said := next((match[0] for match in _NICKEL_FREE.finditer(text)), None):
            yield Hit(
                field,
                said,
                f"The words promise it, the record says nickel '{product.nickel}'. Take the words "
                "out, or fill in the field from the maker's test report.",
            )


RULES = (
    Rule(
        "called-gold",
        "Only gold is called gold; plated pieces say that they are plated.",
        FTC_GOLD,
        called_gold,
    ),
    Rule(
        "gold-called-plated",
        "A record of solid gold is not described as plated.",
        FTC_GOLD,
        gold_called_plated,
    ),
    Rule("vermeil", "Vermeil is 2.5 µm of gold on sterling silver.", FTC_VERMEIL, vermeil),
    Rule(
        "nickel-free",
        "Nickel-free is said only where alloy and plating are known.",
        REACH_NICKEL,
        nickel_free,
    ),
)
