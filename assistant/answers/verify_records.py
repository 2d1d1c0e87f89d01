"""Claims about pieces, cards and formulas, held against the records they name."""

from __future__ import annotations

from assistant import gold_maths
from assistant.answers.claims import is_silence
from assistant.answers.sources import Sources, Turn, money_tokens, piece_named, says_only
from assistant.catalogue.product import Product
from assistant.money import Money, Rate
from assistant.terms import spoken
from assistant.turn import Claim


def verify_product(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The record's field has this value, and the words say no more than it."""
    product, lang = piece_named(claim, sources), turn.language
    if product is None:
        return False
    try:
        stated = sources.facts.value(product, claim.field)
    except KeyError:
        return False
    words = sources.facts.words(product, claim.field, lang)
    allowed = sources.tokens.of(words, lang)
    allowed |= sources.tokens.of(spoken(product.name, lang), lang)
    allowed |= sources.tokens.of(sources.facts.name(claim.field, lang), lang)
    if isinstance(stated, str):  # 'diamond', where its words are 'laboratory-grown diamond'
        allowed |= sources.tokens.of(sources.vocabulary.label(claim.field, stated, lang), lang)
    says_nothing = is_silence(claim.text, lang)
    return (
        claim.value == stated
        and says_nothing == (words is None)
        and says_only(claim, allowed, sources, lang)
    )


def verify_figure(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The figure that ``gold_maths`` gives for the record, worked out again."""
    product, lang = piece_named(claim, sources), turn.language
    if product is None:
        return False
    if claim.field == "by_weight":
        return _verify_by_weight(claim, product, sources, turn)
    share = figure(product, claim.field)
    if share is None:
        return claim.value is None and is_silence(claim.text, lang)
    allowed = money_tokens(lang, sources, share)
    says_nothing = is_silence(claim.text, lang)
    return (
        claim.value == share.minor and not says_nothing and says_only(claim, allowed, sources, lang)
    )


def figure(product: Product, field: str) -> Money | None:
    """Price a gram or a carat of a record; None where it is not stated or no such figure."""
    if field == "price_per_gram":
        return gold_maths.price_per_gram(product)
    return gold_maths.price_per_carat(product) if field == "price_per_carat" else None


def _verify_by_weight(claim: Claim, product: Product, sources: Sources, turn: Turn) -> bool:
    parts, lang = gold_maths.by_weight(product), turn.language
    if parts is None:
        return False
    minors = (parts.metal_minor_per_g, parts.metal_minor, parts.labour_minor, parts.total_minor)
    value = {
        "weight_g": parts.weight_g,
        "metal_minor_per_g": parts.metal_minor_per_g,
        "metal_minor": parts.metal_minor,
        "labour_minor": parts.labour_minor,
        "total_minor": parts.total_minor,
    }
    amounts = [Money(minor, parts.stated.currency) for minor in minors]
    difference = Money(abs(parts.total_minor - parts.stated.minor), parts.stated.currency)
    allowed = money_tokens(lang, sources, *amounts, difference, parts.stated)
    allowed |= sources.tokens.of(f"{parts.weight_g:g} g", lang)
    allowed |= sources.tokens.of(parts.priced_on.isoformat() if parts.priced_on else "", lang)
    return claim.value == value and says_only(claim, allowed, sources, lang)


def verify_card(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """A card's text, word for word."""
    card = sources.cards.get(claim.source.partition(":")[2])
    return card is not None and claim.text == claim.value == card.text[turn.language]


def verify_rate(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The shop's rate on its day, and the wishes converted by it."""
    wishes, lang = turn.wishes, turn.language
    for rate in sources.rates:
        if claim.source != f"rate:{rate.base}/{rate.quote}":
            continue
        value = rate_value(rate)
        allowed = sources.tokens.of(f"{value} {rate.day.isoformat()} 1", lang)
        for slot in ("price_min_minor", "price_max_minor"):
            wish = wishes.number(slot)
            if wish is not None and wishes.currency:
                amount = Money(int(wish), wishes.currency)
                allowed |= money_tokens(lang, sources, amount, sources.in_shop_money(amount))
        return claim.value == value and says_only(claim, allowed, sources, lang)
    return False


def rate_value(rate: Rate) -> str:
    """A rate to four decimals, as it is shown."""
    return f"{float(rate.value):.4f}"
