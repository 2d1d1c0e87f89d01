"""Why a piece is shown: its record's own words for the wishes it meets, and how near it is."""

from __future__ import annotations

from assistant.answers.desk import Desk
from assistant.answers.wishes_in_words import price_in_words
from assistant.constraints import Constraints
from assistant.turn import RankedProduct, Reason, ShownProduct

_ORDER = {"photo": 0, "style": 1, "occasion": 2, "recipient": 3, "wishes": 4, "words": 5}
_LAST = 9
_WORDS = {
    "photo": ("Close to your photo", "与您的照片相近"),
    "style": ("Style: {}", "风格：{}"),
    "occasion": ("Suits: {}", "适合：{}"),
    "recipient": ("For {}", "适合{}"),
    "words": ("Close to your words", "与您的描述相符"),
    "meaning": ("Close in meaning", "意思相近"),
}


def shown_with_reasons(item: RankedProduct, wishes: Constraints, desk: Desk) -> ShownProduct:
    """The piece and why it is there, the strongest reason first."""
    reasons = []
    for why in item.why:
        slot = "wearer" if why.part == "recipient" else why.part
        labels = [desk.vocabulary.label(slot, term, desk.language) for term in why.terms]
        words = _WORDS.get(why.part, _WORDS["meaning"])
        text = desk.say(*words).format(desk.say(", ", "、").join(labels))
        reasons.append(Reason(why.part, why.score, text))
    if met := _met(item, wishes, desk):
        reasons.append(Reason("wishes", 1.0, met))
    reasons.sort(key=lambda reason: _ORDER.get(reason.part, _LAST))
    return ShownProduct(item.product, tuple(reasons))


def _met(item: RankedProduct, wishes: Constraints, desk: Desk) -> str | None:
    """The record's own words for the wishes it meets."""
    product, parts = item.product, []
    for slot in ("metal", "stone", "purity", "stone_colour", "cut", "setting", "clasp"):
        if slot in wishes.values:
            parts.append(desk.facts.words(product, slot, desk.language))
    if "nickel" in wishes.terms("allergies"):
        parts.append(desk.facts.words(product, "nickel", desk.language))
    price = price_in_words(wishes, desk.language)
    if price and wishes.currency == product.price.currency:
        parts.append(price)
    stated = dict.fromkeys(part for part in parts if part)
    joined = desk.say(", ", "、").join(stated)
    return desk.say(f"Meets your wishes: {joined}", f"符合您的要求：{joined}") if joined else None
