"""One piece in words, several side by side, and a saved piece confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.claims import name_claim, not_stated, product_claim
from assistant.answers.facts import Facts
from assistant.catalogue.product import Product
from assistant.terms import Language, spoken
from assistant.turn import Claim, GroundedReply, Reason, ShownProduct, Suggestion

_MAIN = ("price_minor", "metal", "stone", "carat", "sizes", "availability")
_COMPARED = ("price_minor", "metal", "stone", "carat", "metal_weight_g", "nickel", "availability")


def describe(
    products: Sequence[Product], fields: Sequence[str], facts: Facts, language: Language
) -> GroundedReply:
    """The fields asked for, or the main facts that the record states."""
    sentences, claims = [], []
    for product in products:
        sentence, backing = _one(product, fields, facts, language)
        sentences.append(sentence)
        claims += backing
    joiner = " " if language == "en" else ""
    suggestions = _suggestions(products[0], language) if len(products) == 1 else ()
    return GroundedReply(
        joiner.join(sentences), tuple(claims), _shown(products), suggestions=suggestions
    )


def compare(products: Sequence[Product], facts: Facts, language: Language) -> GroundedReply:
    """The pieces side by side, what differs first, and which costs least."""
    english = language == "en"
    lines, claims = [], []
    for product in products:
        stated = [f for f in _COMPARED if any(facts.value(one, f) is not None for one in products)]
        parts, backing = _parts(product, stated, facts, language)
        lines.append(_line(product, parts, language))
        claims += [name_claim(product, language), *backing]
    least = min(products, key=lambda product: product.price.minor)
    if len({product.price.minor for product in products}) > 1:
        lines.append(
            f"The {spoken(least.name, language)} costs less."
            if english
            else f"{spoken(least.name, language)}价格更低。"
        )
    same = [
        field
        for field in ("metal", "stone", "nickel")
        if len({str(facts.value(product, field)) for product in products}) == 1
        and facts.value(products[0], field) is not None
    ]
    if same:
        names = ", ".join(facts.name(field, language) for field in same)
        lines.append(f"They share: {names}." if english else f"相同之处：{names}。")
    return GroundedReply("\n".join(lines), tuple(claims), _shown(products))


def confirm_saved(products: Sequence[Product], language: Language) -> GroundedReply:
    """Said when pieces were put on the shopper's list."""
    names = (", " if language == "en" else "、").join(spoken(p.name, language) for p in products)
    text = f"Saved to your list: {names}." if language == "en" else f"已收藏：{names}。"
    claims = tuple(name_claim(product, language) for product in products)
    return GroundedReply(text, claims, _shown(products))


def _one(
    product: Product, fields: Sequence[str], facts: Facts, language: Language
) -> tuple[str, list[Claim]]:
    parts, claims = _parts(product, fields or _MAIN, facts, language, silent=not fields)
    return _line(product, parts, language), [name_claim(product, language), *claims]


def _parts(
    product: Product,
    fields: Sequence[str],
    facts: Facts,
    language: Language,
    *,
    silent: bool = False,
) -> tuple[list[str], list[Claim]]:
    """'price ¥4,980' a field; ``silent`` leaves out what is not stated."""
    parts, claims = [], []
    for field in dict.fromkeys(fields):
        words = facts.words(product, field, language)
        if words is None and silent:
            continue
        name = facts.name(field, language)
        stated = words or not_stated(language)
        text = f"{name}: {stated}" if language == "en" else f"{name}：{stated}"
        parts.append(text)
        claims.append(product_claim(product, field, facts, language, text))
    return parts, claims


def _line(product: Product, parts: Sequence[str], language: Language) -> str:
    if language == "en":
        return f"{spoken(product.name, language)} — {'; '.join(parts)}."
    return f"{spoken(product.name, language)}——{'；'.join(parts)}。"


def _shown(products: Sequence[Product]) -> tuple[ShownProduct, ...]:
    return tuple(ShownProduct(product, _no_reason()) for product in products)


def _no_reason() -> tuple[Reason, ...]:
    return ()


def _suggestions(product: Product, language: Language) -> tuple[Suggestion, ...]:
    if language == "en":
        return (
            Suggestion("Something similar", f"similar to {product.id}"),
            Suggestion("How to care for it", "how do I clean it"),
            Suggestion("Save it", f"save {product.id}"),
        )
    return (
        Suggestion("类似的", f"类似{product.id}"),
        Suggestion("怎么保养", "它怎么保养"),
        Suggestion("收藏", f"收藏{product.id}"),
    )
