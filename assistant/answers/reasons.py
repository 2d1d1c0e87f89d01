"""Why a piece is shown: the wishes that its record meets, and how near it is."""

from __future__ import annotations

from assistant.answers.desk import Desk
from assistant.answers.facts import metal_name
from assistant.answers.wishes_in_words import price_in_words
from assistant.catalogue.product import Product
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
    """The wishes that the record meets, and nothing else that it states: 'pearl', not 'freshwater
    pearl, cubic zirconia', where pearl was wished for."""
    product = item.product
    parts = [
        _metal(product, wishes, desk) if slot == "metal" else _term(slot, product, wishes, desk)
        for slot in ("metal", "purity", "stone", "stone_colour", "cut", "setting", "clasp")
        if slot in wishes.values
    ]
    if "nickel" in wishes.terms("allergies"):
        parts.append(desk.facts.words(product, "nickel", desk.language))
    price = price_in_words(wishes, desk.language)
    if price and wishes.currency == product.price.currency:
        parts.append(price)
    stated = dict.fromkeys(part for part in parts if part)
    joined = desk.say(", ", "、").join(stated)
    return desk.say(f"Meets your wishes: {joined}", f"符合您的要求：{joined}") if joined else None


def _metal(product: Product, wishes: Constraints, desk: Desk) -> str | None:
    """'gold' where gold was wished for, 'rose gold' where its colour was."""
    if product.metal is None:
        return None
    colour = product.metal_colour if "metal_colour" in wishes.values else None
    return metal_name(desk.vocabulary, product.metal, colour, desk.language)


def _term(slot: str, product: Product, wishes: Constraints, desk: Desk) -> str | None:
    """The wished term that the piece is; of several, those that its stones are, else the record's
    own words."""
    terms = wishes.terms(slot)
    if slot == "stone" and len(terms) > 1:
        kinds = {
            one for stone in product.stones for one in desk.vocabulary.lineage(slot, stone.stone)
        }
        terms = tuple(one for one in terms if one in kinds)
    elif len(terms) > 1:
        return desk.facts.words(product, slot, desk.language)
    label = desk.vocabulary.labels(slot, terms, desk.language)
    origins = wishes.terms("stone_origin") if slot == "stone" and len(terms) == 1 else ()
    if len(origins) != 1 or not label:
        return label or None
    return desk.say(" ", "").join(
        [desk.vocabulary.label("stone_origin", origins[0], desk.language), label]
    )
