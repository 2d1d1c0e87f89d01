"""Makers of claims: each pairs the words of a sentence with what the source says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.answers.facts import Facts
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.knowledge.card import Card
from assistant.terms import Language, Vocabulary, spoken
from assistant.turn import Claim, Memo, Relaxation

_MOST_SAID_BACK = 60  # characters
_FIELD_ALIASES = {"price": "price_minor"}


def product_claim(
    product: Product, field: str, facts: Facts, language: Language, text: str | None = None
) -> Claim:
    """The record's field in words (or in ``text``); 'not stated' where it is not."""
    words = text or facts.words(product, field, language) or not_stated(language)
    field = _FIELD_ALIASES.get(field, field)
    return Claim(words, f"product:{product.id}", field, facts.value(product, field))


def name_claim(product: Product, language: Language) -> Claim:
    """The product's name."""
    return Claim(
        spoken(product.name, language), f"product:{product.id}", "name", dict(product.name)
    )


def card_claim(card: Card, language: Language) -> Claim:
    """A card's text, word for word."""
    return Claim(card.text[language], f"card:{card.id}", "text", card.text[language])


def count_claim(text: str, count: int) -> Claim:
    """How many pieces match."""
    return Claim(text, "count", "matches", count)


def relaxation_claim(text: str, relaxation: Relaxation) -> Claim:
    """What dropping one wish would leave."""
    value = {
        "slot": relaxation.slot,
        "matches": relaxation.matches,
        "from_minor": relaxation.from_minor,
    }
    return Claim(text, "count", "relaxation", value)


def recorded_claim(text: str, slot: str, terms: tuple[str, ...], matches: int) -> Claim:
    """How many of the pieces found are recorded with a wished style or occasion."""
    return Claim(
        text, "count", "recorded", {"slot": slot, "terms": list(terms), "matches": matches}
    )


def count_recorded(found: Iterable[Product], slot: str, terms: Iterable[str]) -> int:
    """The pieces whose record names one of ``terms``; ``slot`` is style or occasion."""
    wanted = set(terms)
    return sum(
        not wanted.isdisjoint(product.styles if slot == "style" else product.occasions)
        for product in found
    )


def wish_claim(text: str, wishes: Constraints) -> Claim:
    """The shopper's own wishes, said back."""
    return Claim(text, "wish", "constraints", wishes.to_json())


def tally_claim(text: str, slot: str, value: str, count: int) -> Claim:
    """So many of the pieces that match have this value."""
    return Claim(text, "count", "tally", {"slot": slot, "value": value, "count": count})


def left_out_claim(text: str, count: int) -> Claim:
    """So many pieces were left out because their record does not state nickel."""
    return Claim(text, "count", "left_out", {"field": "nickel", "matches": count})


def figure_claim(text: str, product: Product, field: str, value: object) -> Claim:
    """What a formula of ``gold_maths`` gives for the record."""
    return Claim(text, f"figure:{product.id}", field, value)


def most_claim(
    text: str, field: str, end: str, picked: Sequence[str], among: Iterable[Product]
) -> Claim:
    """The piece ``picked`` has the least or the most of a field; a list of ids where several do."""
    pick = picked[0] if len(picked) == 1 else list(picked)
    ids = [product.id for product in among]
    return Claim(text, "comparison", field, {"pick": pick, "end": end, "among": ids})


def shared_claim(text: str, field: str, among: Iterable[Product], value: object) -> Claim:
    """All of the pieces have this value of a field."""
    ids = [product.id for product in among]
    return Claim(text, "comparison", field, {"among": ids, "shared": value})


def fits_claim(text: str, slot: str, fits: Iterable[Product], among: Iterable[Product]) -> Claim:
    """These of the pieces meet the wish of a slot, and the others do not."""
    value = {"among": [one.id for one in among], "fits": [one.id for one in fits]}
    return Claim(text, "comparison", slot, value)


def set_claim(text: str, field: str, value: object) -> Claim:
    """About a set as a whole: total, pieces, over, short, left, without, lacking."""
    return Claim(text, "set", field, value)


def memo_claim(text: str, memo: Memo) -> Claim:
    """What is remembered (or, with no value, no longer is)."""
    value = list(memo.value) if isinstance(memo.value, tuple) else memo.value
    return Claim(text, "memo", memo.slot, {"about": memo.about, "value": value})


def nothing_kept_claim(text: str) -> Claim:
    """Nothing is remembered."""
    return Claim(text, "memo", "memory", [])


def handover_claim(text: str, field: str, value: object) -> Claim:
    """What stands on the card for the staff."""
    return Claim(text, "handover", field, value)


def unknown_claim(words: str) -> Claim:
    """The shopper's own words, which no term stands for, said back in quotation marks."""
    return Claim(quoted(words), "words", "unknown", words)


def is_sayable(words: str, vocabulary: Vocabulary) -> bool:
    """May these words be said back as not known? Not where they are known, or run on."""
    known = any(phrase.means and phrase.words == words.casefold() for phrase in vocabulary.phrases)
    return bool(words.strip()) and len(words) <= _MOST_SAID_BACK and not known


def quoted(words: str) -> str:
    """Words said back as the shopper's, not as the shop's."""
    return f"“{words}”"


def extreme_claim(text: str, product: Product, end: str) -> Claim:
    """No piece found costs less (``end`` least) or more (most), or came in later (newest)."""
    return Claim(text, "count", "extreme", {"id": product.id, "end": end})


def not_stated(language: Language) -> str:
    """What is said where the record is silent."""
    return "not stated in our records" if language == "en" else "记录中未注明"


def is_silence(text: str, language: Language) -> bool:
    """Does the text say that something is not stated?"""
    return ("not stated" if language == "en" else "未注明") in text
