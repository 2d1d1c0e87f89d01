"""Promises that no jeweller can keep, and texts in the wrong language."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import FTC_FLAWLESS, GB_16554, GENERAL, REACH_NICKEL, Hit, Rule
from assistant.catalogue.lint.words import HAN, first_meant, public_words
from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

FLAWLESS = ("FL", "IF", "LC")  # LC of GB/T 16554 covers FL and IF
MOST_HAN_IN_ENGLISH = 0.3

_SURE = re.compile(
    r"(?:100\s?%|fully|completely|totally|guaranteed|absolutely)\s+"
    r"(?:hypo-?allergenic|allergy[\s-]free)|\b(?:will never|cannot) (?:cause|irritate)"
    r"|(?:100\s?%|绝对|完全|保证|零)\s?(?:防|不|无|抗)?会?(?:过敏|致敏)",
    re.I,
)
_GENTLE = re.compile(r"\bhypo-?allergenic\b|\ballergy[\s-]free\b|防过敏|抗过敏|低敏|不过敏", re.I)
_HEALING = re.compile(
    r"\b(?:heals?|healing|cures?|therapeutic|relieves?|detox\w*|wards? off|chakras?)\b"
    r"|治疗|治愈|治病|疗效|保健|祛病|辟邪|降血压|改善睡眠|安神",
    re.I,
)
_INVESTMENT = re.compile(
    r"\binvest(?:ment|ing)?\b|\b(?:holds?|retains?|keeps?) (?:its|their) value\b"
    r"|\b(?:gains?|rises?|appreciates?|grows?) in value\b|\bstore of value\b"
    r"|投资|保值|增值|升值|理财",
    re.I,
)
_PERFECT = re.compile(
    r"\bflawless\b|\bperfect(?:ly)?[\s-](?:clear |white |cut )?(?:diamond|stone|gem|clarity|"
    r"colou?r|ruby|sapphire|emerald|jade|pearl)s?\b|无瑕|无暇|完美净度|全美",
    re.I,
)


def sure_of_skin(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, _language, text in public_words(product):
        if said := first_meant(text, _SURE):
            yield Hit(
                field,
                said,
                "Nobody can promise that no skin reacts. Say which metal touches the skin and what "
                "is known of its nickel.",
            )
        elif (said := first_meant(text, _GENTLE)) and product.hypoallergenic is not True:
            yield Hit(
                field,
                said,
                "The record does not back this: hypoallergenic is not set. Fill it in from alloy, "
                "plating and post, or take the word out.",
            )


def healing(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, _language, text in public_words(product):
        if said := first_meant(text, _HEALING):
            yield Hit(
                field,
                said,
                "Jewellery has no proven effect on health or fate. Tell what the stone stands for "
                "in custom, or leave it out.",
            )


def investment(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, _language, text in public_words(product):
        if said := first_meant(text, _INVESTMENT):
            yield Hit(
                field,
                said,
                "A shop may not promise what a piece will be worth. Give weight and fineness; let "
                "the buyer judge.",
            )


def flawless(product: Product, _: Vocabulary) -> Iterator[Hit]:
    grades = {stone.clarity for stone in product.stones if stone.clarity}
    if grades and grades <= set(FLAWLESS):
        return
    for field, _language, text in public_words(product):
        if said := first_meant(text, _PERFECT):
            graded = f" (graded {', '.join(sorted(grades))})" if grades else ""
            yield Hit(
                field,
                said,
                f"No stone here is recorded as FL or IF{graded}. Give the graded clarity.",
            )


def wrong_language(product: Product, _: Vocabulary) -> Iterator[Hit]:
    for field, language, text in public_words(product):
        han = len(HAN.findall(text))
        if language == "zh" and not han:
            yield Hit(field, shortened(text), "This Chinese text has no Chinese in it.")
        elif language == "en" and han > MOST_HAN_IN_ENGLISH * len(text.replace(" ", "")):
            yield Hit(field, shortened(text), "This English text is mostly Chinese.")


def shortened(text: str, most: int = 40) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


RULES = (
    Rule(
        "sure-of-skin",
        "No '100% hypoallergenic'; hypoallergenic only where recorded.",
        f"{GENERAL}; {REACH_NICKEL}",
        sure_of_skin,
    ),
    Rule("healing", "No powers over health or fate.", GENERAL, healing),
    Rule("investment", "No promise of value.", GENERAL, investment),
    Rule(
        "flawless",
        "Flawless and perfect only for stones graded FL or IF.",
        f"{FTC_FLAWLESS}; {GB_16554}",
        flawless,
    ),
    Rule(
        "wrong-language", "Each text is in the language it stands under.", GENERAL, wrong_language
    ),
)
