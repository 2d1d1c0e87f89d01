"""One piece or several in words, and a saved piece confirmed."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answers.claims import name_claim, not_stated, product_claim
from assistant.answers.desk import Desk, Draft
from assistant.catalogue.product import Product, Size
from assistant.turn import GroundedReply, ShownProduct, Suggestion

_SIZE_TOLERANCE_MM = 0.8  # a third of a US ring size, as the search has it
_MAIN = ("price_minor", "metal", "stone", "carat", "sizes", "availability")


def describe(
    products: Sequence[Product], fields: Sequence[str], desk: Desk, size_mm: float | None = None
) -> GroundedReply:
    """The fields asked for, or the main facts that the record states; of the sizes the one that is
    asked about, in mm, where the piece comes in it."""
    draft = Draft(desk)
    for product in products:
        size = _nearest_size(product, size_mm)
        if size is None:
            _one(draft, product, fields)
        else:
            _in_a_size(draft, product, size)
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


def _nearest_size(product: Product, size_mm: float | None) -> Size | None:
    """The size of the piece that is the wished one, as the search takes it; None for none."""
    if size_mm is None:
        return None
    near = [one for one in product.sizes if abs(one.mm - size_mm) <= _SIZE_TOLERANCE_MM]
    return min(near, key=lambda one: abs(one.mm - size_mm), default=None)


def _in_a_size(draft: Draft, product: Product, size: Size) -> None:
    """'Halo Ring — in that size: 51.9 mm (US 6, made to order); made to order, 30 days.' The days
    of the record are those of the piece, so they are told where its stock is the size's."""
    desk = draft.desk
    words = desk.facts.size_words(size, desk.language)
    text = desk.say(f"in that size: {words}", f"这个尺码：{words}")
    parts = [text]
    claims = [name_claim(product, desk.language)]
    claims.append(product_claim(product, "sizes", desk.facts, desk.language, text))
    is_told = size.availability == product.availability and product.lead_time_days
    stock = desk.facts.words(product, "availability", desk.language) if is_told else None
    if stock:
        parts.append(stock)
        claims.append(product_claim(product, "availability", desk.facts, desk.language, stock))
    name = desk.name(product)
    draft.add(desk.say(f"{name} — {'; '.join(parts)}.", f"{name}——{'；'.join(parts)}。"), *claims)


def _steps(product: Product, fields: Sequence[str], desk: Desk) -> tuple[Suggestion, ...]:
    one = product.id
    steps = [("Something similar", f"similar to {one}", "类似的", f"类似{one}")]
    if "care" not in fields:
        steps.append(("How to care for it", "how do I clean it", "怎么保养", "它怎么保养"))
    steps.append(("Save it", f"save {one}", "收藏", f"收藏{one}"))
    return tuple(map(desk.tap, steps))
