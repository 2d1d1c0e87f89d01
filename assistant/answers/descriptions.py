"""One piece or several in words, and a saved piece confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.claims import name_claim, not_stated, product_claim
from assistant.answers.desk import Desk, Draft
from assistant.catalogue.product import Product
from assistant.turn import GroundedReply, ShownProduct, Suggestion

_MAIN = ("price_minor", "metal", "stone", "carat", "sizes", "availability")


def describe(products: Sequence[Product], fields: Sequence[str], desk: Desk) -> GroundedReply:
    """The fields asked for, or the main facts that the record states."""
    draft = Draft(desk)
    for product in products:
        _one(draft, product, fields)
    steps = _steps(products[0], fields, desk) if len(products) == 1 else ()
    shown = [ShownProduct(product) for product in products]
    return draft.reply(shown, suggestions=steps, by_line=len(products) > 1)


def confirm_saved(products: Sequence[Product], desk: Desk) -> GroundedReply:
    """Said when pieces were put on the shopper's list."""
    draft = Draft(desk)
    claims = [name_claim(product, desk.language) for product in products]
    names = desk.listed([claim.text for claim in claims])
    draft.add(desk.say(f"Saved to your list: {names}.", f"已收藏：{names}。"), *claims)
    steps = []
    if len(products) == 1:
        one = products[0].id
        steps.append(
            desk.tap(("Something similar", f"similar to {one}", "看看类似的", f"类似{one}"))
        )
    return draft.reply([ShownProduct(product) for product in products], suggestions=steps)


def _one(draft: Draft, product: Product, fields: Sequence[str]) -> None:
    """'Halo Ring — price: ¥4,980; metal: 18k gold.' What is not stated is said only where asked."""
    desk, parts = draft.desk, []
    claims = [name_claim(product, desk.language)]
    for field in dict.fromkeys(fields or _MAIN):
        words = desk.facts.words(product, field, desk.language)
        if words is None and not fields:
            continue
        name, stated = desk.facts.name(field, desk.language), words or not_stated(desk.language)
        text = desk.say(f"{name}: {stated}", f"{name}：{stated}")
        parts.append(text)
        claims.append(product_claim(product, field, desk.facts, desk.language, text))
    name = desk.name(product)
    line = desk.say(f"{name} — {'; '.join(parts)}.", f"{name}——{'；'.join(parts)}。")
    draft.add(line, *claims)


def _steps(product: Product, fields: Sequence[str], desk: Desk) -> tuple[Suggestion, ...]:
    one = product.id
    steps = [("Something similar", f"similar to {one}", "类似的", f"类似{one}")]
    if "care" not in fields:
        steps.append(("How to care for it", "how do I clean it", "怎么保养", "它怎么保养"))
    steps.append(("Save it", f"save {one}", "收藏", f"收藏{one}"))
    return tuple(map(desk.tap, steps))
