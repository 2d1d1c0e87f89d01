"""How a piece is priced, sent, resized and taken back; None where the record is silent."""

from __future__ import annotations

from functools import partial

from assistant.catalogue.product import Product
from assistant.money import Money, format_money
from assistant.terms import Language


def pricing_words(product: Product, language: Language) -> str | None:
    """'by weight: 1,120 a gram, labour 1,800, on 2026-11-20', in the price's currency."""
    how, english = product.pricing, language == "en"
    if how is None:
        return None
    if how.mode == "fixed":
        return "fixed price" if english else "一口价"
    parts = ["by weight" if english else "按克计价"]
    money = partial(Money, currency=product.price.currency)
    if how.metal_minor_per_g is not None:
        amount = format_money(money(how.metal_minor_per_g))
        parts.append(f"{amount} a gram" if english else f"每克{amount}")
    if how.labour_minor is not None:
        amount = format_money(money(how.labour_minor))
        parts.append(f"labour {amount}" if english else f"工费{amount}")
    if how.priced_on is not None:
        parts.append(how.priced_on.isoformat())
    return (", " if english else "，").join(parts)


def dispatch_words(product: Product, language: Language) -> str | None:
    """How soon it leaves the shop: 'within 2 days'."""
    days = product.service.ships_in_days
    if days is None:
        return None
    return f"within {days} days" if language == "en" else f"{days}天内"


_RESIZING = {
    "free": ("free", "免费改圈"),
    "charged": ("for a charge", "收费改圈"),
    "not possible": ("not possible", "不可改圈"),
}


def resizing_words(product: Product, language: Language) -> str | None:
    """'free, up to 2 half sizes'."""
    service, english = product.service, language == "en"
    if service.resizing is None:
        return None
    words = _RESIZING[service.resizing][0 if english else 1]
    if service.resize_steps:
        steps = service.resize_steps
        words += f", up to {steps} half sizes" if english else f"，上下{steps}个半号以内"
    return words


def return_words(product: Product, language: Language) -> str | None:
    """'within 7 days'."""
    days, english = product.service.return_days, language == "en"
    if days is None:
        return None
    if days == 0:
        return "not returnable" if english else "不支持退货"
    return f"within {days} days" if english else f"{days}天内"
