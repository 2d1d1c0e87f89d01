"""Claims that set pieces side by side: who has the most, what all share, who meets a need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answers.extents import EXTENTS
from assistant.answers.sources import Matcher, Sources, Turn, says_only, wish_tokens
from assistant.answers.verify_records import figure
from assistant.catalogue.product import Product
from assistant.constraints import PRICE_SLOTS, Constraints
from assistant.money import Rate, convert_by
from assistant.terms import Language, spoken
from assistant.turn import Claim

# Fields of which one piece may be said to have the least or the most.
COMPARABLE = (
    "price_minor",
    "metal_weight_g",
    "carat",
    "length_mm",
    *EXTENTS,
    "price_per_gram",
    "price_per_carat",
)
# Said with a verdict that leaves out pieces whose record is silent.
PARTLY: Mapping[Language, str] = {"en": " (of those that state it)", "zh": "（未注明的不算）"}
# Needs that a verdict may be given for, by their first slot.
NEED_SLOTS: Mapping[str, tuple[str, ...]] = {
    "price": PRICE_SLOTS,
    "ring_size_mm": ("ring_size_mm",),
    "bangle_mm": ("bangle_mm",),
    "length_mm": ("length_mm",),
    "allergies": ("allergies",),
    "in_stock": ("in_stock",),
    "deliver_by": ("deliver_by",),
}
ALL_NEEDS = "needs"  # the field of a verdict on all wishes together
ALL_OF_THEM = ("all of them", "全部都符合")
_ONE_CURRENCY = "CNY"  # any would do: amounts are only compared


def verify_comparison(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The records of all pieces compared are read again, and they are those of this turn."""
    value = claim.value
    if not isinstance(value, Mapping):
        return False
    among = [sources.products.get(str(one)) for one in value.get("among", ())]
    pieces = [one for one in among if one is not None]
    if len(pieces) != len(among) or len(pieces) < 2:
        return False
    if {one.id for one in pieces} != {one.id for one in turn.findings.products}:
        return False
    if "pick" in value:
        return _verify_most(claim, value, pieces, sources, turn)
    if "fits" in value:
        return _verify_fits(claim, value, pieces, sources, turn)
    return "shared" in value and _verify_shared(claim, value, pieces, sources, turn)


def _verify_most(
    claim: Claim,
    value: Mapping[str, object],
    pieces: Sequence[Product],
    sources: Sources,
    turn: Turn,
) -> bool:
    """These pieces have the least or the most; and the text says so where some state nothing."""
    pick, end, lang = value["pick"], str(value.get("end")), turn.language
    picked = [pick] if isinstance(pick, str) else pick
    ids, is_partial = extreme_ids(pieces, claim.field, end, sources.rates)
    names = " ".join(spoken(one.name, lang) for one in pieces if one.id in ids)
    allowed = sources.tokens.of(names, lang)
    return (
        bool(ids)
        and picked == ids
        and is_partial == (PARTLY[lang] in claim.text)
        and _names_just(ids, claim, pieces, lang)
        and says_only(claim, allowed, sources, lang)
    )


def extreme_ids(
    pieces: Sequence[Product], field: str, end: str, rates: tuple[Rate, ...]
) -> tuple[list[str], bool]:
    """The pieces at one end of a field, in their order, and whether some of ``pieces`` state none.
    Nobody where fewer than two state it, or where all that do are alike in it."""
    if field not in COMPARABLE or end not in ("least", "most"):
        return [], False
    amounts = {one.id: comparable(one, field, rates) for one in pieces}
    stated = {one: amount for one, amount in amounts.items() if amount is not None}
    if len(set(stated.values())) < 2:
        return [], False
    extreme = min(stated.values()) if end == "least" else max(stated.values())
    return [one for one, amount in stated.items() if amount == extreme], len(stated) < len(amounts)


def _verify_shared(
    claim: Claim,
    value: Mapping[str, object],
    pieces: Sequence[Product],
    sources: Sources,
    turn: Turn,
) -> bool:
    lang, facts = turn.language, sources.facts
    if claim.field not in set(facts.fields()) or value["shared"] is None:
        return False
    words = {facts.words(one, claim.field, lang) for one in pieces}
    same = facts.value(pieces[0], claim.field) == value["shared"]  # of the same words, below
    allowed = sources.tokens.of(facts.name(claim.field, lang), lang)
    for said in words:
        allowed |= sources.tokens.of(said, lang)
    return same and len(words) == 1 and says_only(claim, allowed, sources, lang)


def _verify_fits(
    claim: Claim,
    value: Mapping[str, object],
    pieces: Sequence[Product],
    sources: Sources,
    turn: Turn,
) -> bool:
    """Just these of the pieces pass the shopper's own wish, by the shop's own filter."""
    slots = next((slots for slots in NEED_SLOTS.values() if slots[0] == claim.field), ())
    if claim.field == ALL_NEEDS:
        slots = (*turn.wishes.values, *turn.wishes.exclude)
    if not any(slot in turn.wishes.values or slot in turn.wishes.exclude for slot in slots):
        return False
    fits = [one.id for one in fitting(pieces, turn.wishes, slots, sources.shelf)]
    lang = turn.language
    allowed = wish_tokens(_only(turn.wishes, slots), sources, lang)
    allowed |= sources.tokens.of(sources.vocabulary.label("availability", "in_stock", lang), lang)
    for one in pieces:
        allowed |= sources.tokens.of(spoken(one.name, lang), lang)
    is_of_all = len(fits) == len(pieces) > 1 and ALL_OF_THEM[lang != "en"] in claim.text
    is_told = is_of_all or _names_just(fits, claim, pieces, lang)
    return value["fits"] == fits and is_told and says_only(claim, allowed, sources, lang)


def _names_just(
    ids: Sequence[str], claim: Claim, pieces: Sequence[Product], language: Language
) -> bool:
    """Does the claim name these of the pieces and no others?"""
    names = {one.id: spoken(one.name, language) for one in pieces}
    for one, name in names.items():
        is_part = any(name in names[other] for other in ids if other != one)
        if (name in claim.text) != (one in ids or is_part):
            return False
    return True


def fitting(
    pieces: Sequence[Product], wishes: Constraints, slots: Sequence[str], shelf: Matcher
) -> tuple[Product, ...]:
    """Those of the pieces that meet the wishes of these slots."""
    fit = {one.id for one in shelf.matching(_only(wishes, slots))}
    return tuple(one for one in pieces if one.id in fit)


def _only(wishes: Constraints, slots: Sequence[str]) -> Constraints:
    return wishes.without(
        *(slot for slot in (*wishes.values, *wishes.exclude) if slot not in slots)
    )


def comparable(product: Product, field: str, rates: tuple[Rate, ...]) -> float | None:
    """The amount that two records are compared by; None where it is not stated."""
    if field in ("price_minor", "price_per_gram", "price_per_carat"):
        amount = product.price if field == "price_minor" else figure(product, field)
        shared = amount and convert_by(amount, _ONE_CURRENCY, rates)
        return None if shared is None else float(shared.minor)
    if field in EXTENTS:
        return EXTENTS[field](product)
    stated = product.total_carat if field == "carat" else getattr(product, field, None)
    return float(stated) if isinstance(stated, int | float) else None
