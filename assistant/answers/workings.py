"""How a price comes about: metal by weight plus labour, or a fixed price turned into one a gram."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from assistant.answers.claims import figure_claim, name_claim, product_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.extremes import add_extremes
from assistant.catalogue.product import Product
from assistant.gold_maths import ByWeight, by_weight, price_per_carat, price_per_gram
from assistant.money import Money, format_money
from assistant.turn import Findings, GroundedReply, ShownProduct

_A_UNIT = ("price_per_gram", "price_per_carat")


def work_out(findings: Findings, desk: Desk, fields: Sequence[str] = ()) -> GroundedReply:
    """Each piece's price taken apart as far as its record goes; of several, who has the least a
    gram comes first, or a carat where ``fields`` asks for it."""
    draft, pieces = Draft(desk), findings.products
    asked = [one for one in _A_UNIT if one in fields]
    if len(pieces) > 1:
        add_extremes(draft, pieces, asked or _A_UNIT[:1], always=())
    for product in pieces:
        piece = Draft(desk)
        if len(pieces) > 1 and asked:
            _a_unit(piece, product, asked)
        elif (parts := by_weight(product)) is not None:
            _by_weight(piece, product, parts)
        else:
            _whole(piece, product)
        told = piece.reply()
        draft.add(told.text, *told.claims)
    return draft.reply([ShownProduct(one) for one in pieces], by_line=len(pieces) > 1)


def _a_unit(draft: Draft, product: Product, asked: Sequence[str]) -> None:
    """'Halo Ring, ¥4,980: over its 0.5 ct of stones that is ¥9,960 a carat.'"""
    desk = draft.desk
    name = name_claim(product, desk.language)
    price = product_claim(product, "price", desk.facts, desk.language)
    draft.add(desk.say(f"{name.text}, {price.text}.", f"{name.text}，{price.text}。"), name, price)
    if "price_per_gram" in asked:
        _a_gram(draft, product)
    if "price_per_carat" in asked:
        _a_carat(draft, product)


def _by_weight(draft: Draft, product: Product, parts: ByWeight) -> None:
    """'8.02 g × ¥1,179 = ¥9,455.58, plus ¥900 labour: ¥10,355.58.'"""
    desk = draft.desk
    name = name_claim(product, desk.language)
    money = [
        format_money(Money(minor, parts.stated.currency))
        for minor in (
            parts.metal_minor_per_g,
            parts.metal_minor,
            parts.labour_minor,
            parts.total_minor,
        )
    ]
    per_g, metal, labour, total = money
    grams = f"{parts.weight_g:g}"
    worked = desk.say(
        f"{grams} g × {per_g} a gram = {metal}, plus {labour} labour, makes {total}",
        f"{grams}克 × 每克{per_g} = {metal}，加工费{labour}，共{total}",
    )
    value = {
        "weight_g": parts.weight_g,
        "metal_minor_per_g": parts.metal_minor_per_g,
        "metal_minor": parts.metal_minor,
        "labour_minor": parts.labour_minor,
        "total_minor": parts.total_minor,
    }
    draft.add(
        desk.say(
            f"The {name.text} is sold by weight: {worked}.", f"{name.text}按克计价：{worked}。"
        ),
        name,
        figure_claim(worked, product, "by_weight", value),
    )
    if not parts.adds_up:
        price = product_claim(product, "price", desk.facts, desk.language)
        draft.add(
            desk.say(
                f"The price in our records is {price.text}; that one counts, "
                "and our staff can say why it differs.",
                f"记录中的售价是{price.text}，以此为准，差额可以请店员说明。",
            ),
            price,
        )
    if parts.priced_on is None:
        draft.add(
            desk.say(
                "The record does not say of which day the metal's price is.",
                "记录没有写明是哪一天的金属价格。",
            )
        )
        return
    day = parts.priced_on.isoformat()
    draft.add(
        desk.say(
            f"The price a gram is that of {day} in the piece's own record; "
            "another day's may differ.",
            f"每克价格取自该商品记录，日期{day}，其他日子可能不同。",
        ),
        figure_claim(day, product, "by_weight", value),
    )


def _whole(draft: Draft, product: Product) -> None:
    """A fixed price, or one whose breakdown is not all there: what it comes to a gram, a carat."""
    desk = draft.desk
    name = name_claim(product, desk.language)
    price = product_claim(product, "price", desk.facts, desk.language)
    is_fixed = product.pricing is not None and product.pricing.mode == "fixed"
    known = desk.say("The {0} has a fixed price, {1}.", "{0}是一口价，{1}。")
    open_ = desk.say(
        "The {0} costs {1}; how that comes about is not all stated in its record.",
        "{0}售价{1}，记录没有写全价格怎么算出来的。",
    )
    draft.add((known if is_fixed else open_).format(name.text, price.text), name, price)
    _a_gram(draft, product)
    if len(product.stones) == 1 and price_per_carat(product) is not None:
        _a_carat(draft, product)  # a price over several kinds of stone says little


def _a_gram(draft: Draft, product: Product) -> None:
    desk, share = draft.desk, price_per_gram(product)
    if share is None or product.metal_weight_g is None:
        draft.add(
            desk.say(
                "Its metal weight is not stated, so there is no price a gram.",
                "记录没有写明金属重量，所以折不出每克价格。",
            )
        )
        return
    weight = product_claim(product, "metal_weight_g", desk.facts, desk.language)
    about = _about(share, product.price, product.metal_weight_g, desk)
    amount = format_money(share)
    all_in = desk.say(", stones and labour included", "（已含宝石和工费）")
    if not product.stones:
        all_in = desk.say(", labour included", "（已含工费）")
    draft.add(
        desk.say(
            f"Over its {weight.text} of metal that is {about}{amount} a gram{all_in}.",
            f"金属重{weight.text}，折合每克{about}{amount}{all_in}。",
        ),
        weight,
        figure_claim(amount, product, "price_per_gram", share.minor),
    )


def _a_carat(draft: Draft, product: Product) -> None:
    desk, share, carat = draft.desk, price_per_carat(product), product.total_carat
    if not product.stones:
        none = product_claim(product, "stone", desk.facts, desk.language)
        known = desk.say("It has {} to reckon a carat by.", "{}，没有每克拉价格。")
        said = known.format(none.text)
        draft.add(said, none)
        return
    if share is None or carat is None:
        draft.add(
            desk.say(
                "The weight of its stones is not stated, so there is no price a carat.",
                "记录没有写明宝石重量，所以折不出每克拉价格。",
            )
        )
        return
    weight = product_claim(product, "carat", desk.facts, desk.language)
    about, amount = _about(share, product.price, carat, desk), format_money(share)
    draft.add(
        desk.say(
            f"Over its {weight.text} of stones that is {about}{amount} a carat, metal included.",
            f"宝石总重{weight.text}，折合每克拉{about}{amount}（已含金属）。",
        ),
        weight,
        figure_claim(amount, product, "price_per_carat", share.minor),
    )


def _about(share: Money, price: Money, amount: float, desk: Desk) -> str:
    """'about ' where the share was rounded to a whole minor unit."""
    is_exact = share.minor * Fraction(str(round(amount, 6))) == price.minor
    return "" if is_exact else desk.say("about ", "约")
