"""The standing wishes as a phrase: 'gold rings under ¥4,000', '四千以内的金戒指'."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.facts import metal_name
from assistant.constraints import Constraints
from assistant.money import Money, format_money
from assistant.terms import Language, Vocabulary

_BEFORE_NOUN = ("style", "stone_origin", "purity", "metal_colour", "metal", "stone_colour", "stone")
_AFTER_NOUN = ("cut", "setting", "plating", "treatment", "certificate", "clasp")
_SIBILANTS = ("ch", "sh", "s", "x", "z")  # a shop may add categories of its own


def wishes_in_words(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> str:
    """The wishes as a noun phrase in the language."""
    parts = [
        _adjective(slot, terms, wishes, vocabulary, language)
        for slot in _BEFORE_NOUN
        if (terms := tuple(t for t in wishes.terms(slot) if t != "none"))
        and not (slot == "metal_colour" and wishes.terms("metal") == ("gold",))
    ]
    tail = [*_tail(wishes, vocabulary, language)]
    category = wishes.terms("category")
    if language == "en":
        nouns = [vocabulary.label("category", one, "en") for one in category]
        noun = " or ".join(map(_plural, nouns)) or "pieces"
        return ", ".join([" ".join([*parts, noun]), *tail])
    noun = vocabulary.labels("category", category, "zh") or "首饰"
    return "".join([*(f"{one}的" for one in tail), *parts, noun])


def _plural(noun: str) -> str:
    if noun == "earrings":
        return noun
    return f"{noun}es" if noun.endswith(_SIBILANTS) else f"{noun}s"


def _adjective(
    slot: str,
    terms: tuple[str, ...],
    wishes: Constraints,
    vocabulary: Vocabulary,
    language: Language,
) -> str:
    colours = wishes.terms("metal_colour")
    if slot == "metal" and terms == ("gold",) and len(colours) == 1:
        return metal_name(vocabulary, "gold", colours[0], language)
    return vocabulary.labels(slot, terms, language)


def price_in_words(wishes: Constraints, language: Language) -> str | None:
    """'under ¥4,000', '¥2,000 to ¥3,000', None without a price wish."""
    low, high = (wishes.number(slot) for slot in ("price_min_minor", "price_max_minor"))
    currency = wishes.currency or "CNY"
    least = None if low is None else format_money(Money(int(low), currency))
    most = None if high is None else format_money(Money(int(high), currency))
    if least and most:
        return f"{least} to {most}" if language == "en" else f"{least}至{most}"
    if most:
        return f"up to {most}" if language == "en" else f"{most}以内"
    if least:
        return f"from {least}" if language == "en" else f"{least}以上"
    return None


def _tail(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    english = language == "en"
    if price := price_in_words(wishes, language):
        yield price
    if "none" in wishes.terms("stone"):
        yield vocabulary.label("stone", "none", language)
    yield from _build(wishes, vocabulary, language)
    if occasions := wishes.terms("occasion"):
        words = vocabulary.labels("occasion", occasions, language)
        yield f"for {words}" if english else f"适合{words}"
    if recipients := wishes.terms("recipient"):
        words = vocabulary.labels("recipient", recipients, language)
        yield f"for {words}" if english else f"送{words}"
    if wishes.values.get("in_stock"):
        yield vocabulary.label("availability", "in_stock", language)
    if isinstance(day := wishes.values.get("deliver_by"), str):
        yield f"by {day}" if english else f"{day}前"
    if "nickel" in wishes.terms("allergies"):
        yield vocabulary.label("nickel", "nickel-free", language)
    for slot, terms in wishes.exclude.items():
        words = vocabulary.labels(slot, terms, language)
        yield f"not {words}" if english else f"不要{words}"


def _build(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """Cut, setting and the like, sizes and weights."""
    english = language == "en"
    for slot in _AFTER_NOUN:
        if terms := wishes.terms(slot):
            yield vocabulary.labels(slot, terms, language)
    if (size := wishes.number("ring_size_mm")) is not None:
        yield f"ring size {size:g} mm" if english else f"内周长{size:g} mm"
    if (size := wishes.number("bangle_mm")) is not None:
        yield f"inner diameter {size:g} mm" if english else f"圈口{size:g} mm"
    if (length := wishes.number("length_mm")) is not None:
        yield f"about {length:g} mm long" if english else f"长约{length:g} mm"
    for low, high, unit, names in (
        ("carat_min", "carat_max", "ct", ("gem weight", "宝石重")),
        ("weight_g_min", "weight_g_max", "g", ("metal weight", "金属重")),
    ):
        yield from _bounds(wishes, low, high, unit, names[0 if english else 1])


def _bounds(wishes: Constraints, low: str, high: str, unit: str, name: str) -> Iterator[str]:
    least, most = wishes.number(low), wishes.number(high)
    if least is not None and most is not None:
        yield f"{name} {least:g}-{most:g} {unit}"
    elif most is not None:
        yield f"{name} ≤ {most:g} {unit}"
    elif least is not None:
        yield f"{name} ≥ {least:g} {unit}"
