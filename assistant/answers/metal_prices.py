"""What metal costs by weight: the price a gram, with its day and source, times the grams named.

The price is the latest that the shop states: in the record of a piece sold by weight in that metal
and fineness, or in its settings (``assistant/metal_price_file.py``). Where there is none, that is
said, and nothing is reckoned from another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from assistant import gold_maths
from assistant.actions import PriceMetal
from assistant.answers.desk import Desk, Draft
from assistant.answers.sources import Sources, Turn, money_tokens, says_only
from assistant.gold_maths import MetalPrice, latest_price, metal_cost
from assistant.money import Money, format_money
from assistant.terms import Language, Vocabulary
from assistant.turn import Claim, GroundedReply

_METAL = "gold"  # what is meant where no metal is named
_SHOP = "shop"


def price_metal(action: PriceMetal, desk: Desk) -> GroundedReply:
    """The shopper's own sum first, then the price a gram of our records and what it comes to."""
    draft, figures = Draft(desk), action.figures
    if "fixed_minor" in figures and "weight_g" in figures:
        _fixed(draft, int(figures["fixed_minor"]), figures["weight_g"])
    metal, purity = _material(action.materials, desk)
    quote = latest_price(desk.products.values(), desk.metal_prices, metal, purity)
    if quote is None:
        _none(draft, metal, purity)
        return draft.reply()
    weight_g = None if "fixed_minor" in figures else figures.get("weight_g")
    _by_weight(draft, quote, weight_g, _labour(figures, weight_g))
    return draft.reply(suggestions=[desk.tap(_SOLD_SO)] if metal == "gold" else ())


_SOLD_SO = ("Fine gold bangles", "999 gold bangles", "足金手镯", "足金手镯")


def _material(materials: Iterable[str], desk: Desk) -> tuple[str, str | None]:
    """The metal and the fineness that are named."""
    known = desk.vocabulary.by_key
    metals = [one for one in materials if ("metal", one) in known]
    purities = [one for one in materials if ("purity", one) in known]
    return (metals[0] if metals else _METAL), (purities[0] if purities else None)


def _labour(figures: Mapping[str, float], weight_g: float | None) -> int | None:
    """Minor units of labour that the shopper names, a gram or in all."""
    if weight_g is not None and "labour_minor_per_g" in figures:
        return metal_cost(int(figures["labour_minor_per_g"]), weight_g)
    return int(figures["labour_minor"]) if "labour_minor" in figures else None


def _fixed(draft: Draft, minor: int, weight_g: float) -> None:
    """'¥1,280 over 1.1 g comes to ¥1,163.64 a gram.'"""
    desk, price = draft.desk, Money(minor, draft.desk.currency)
    share = gold_maths.per_gram(price, weight_g)
    if share is None:
        return
    text = desk.say(
        f"{format_money(price)} over {weight_g:g} g comes to {format_money(share)} a gram",
        f"{format_money(price)}除以{weight_g:g}克，折合每克{format_money(share)}",
    )
    claim = Claim(text, "sum", "price_per_gram", {"price_minor": minor, "weight_g": weight_g})
    draft.add(desk.say(f"{text}, labour included.", f"{text}（已含工费）。"), claim)


def _by_weight(draft: Draft, quote: MetalPrice, weight_g: float | None, labour: int | None) -> None:
    """'In our records 999 gold sold by weight is ¥1,179 a gram, the price of 2026-11-20.'"""
    desk, value = draft.desk, _value(quote, weight_g, labour)
    name = _material_words(desk.vocabulary, quote.metal, quote.purity, desk.language)
    per_g, *sums = (
        format_money(Money(int(str(value[one])), quote.per_gram.currency))
        for one in ("metal_minor_per_g", "metal_minor", "labour_minor", "total_minor")
        if one in value
    )
    day, published = quote.day.isoformat(), quote.source
    said = desk.say(
        f"{name} sold by weight is {per_g} a gram, the price of {day}",
        f"{name}按克计价每克{per_g}，价格日期{day}",
    )
    if published is None:
        lead = desk.say("In our records ", "店里记录中")
    else:
        lead = desk.say("As our shop has set it, ", "本店公布的")
        said += desk.say(f" ({published})", f"（{published}）")
    claim = Claim(said, _source_of(quote), "metal_minor_per_g", value)
    other = desk.say("; another day's may differ.", "，其他日子可能不同。")
    draft.add(f"{lead}{said}{other}", claim)
    if sums:
        worked = _worked(desk, weight_g or 0.0, [per_g, *sums])
        draft.add(desk.say(f"{worked}.", f"{worked}。"), replace(claim, text=worked))
    if labour is None:
        draft.add(
            desk.say(
                "Labour comes on top; each piece's record states its own.",
                "工费另计，每件的工费以该商品记录为准。",
            )
        )


def _worked(desk: Desk, weight_g: float, amounts: Sequence[str]) -> str:
    """'10 g × ¥1,179 = ¥11,790, plus ¥300 labour, makes ¥12,090'."""
    per_g, metal, *more = amounts
    worked = desk.say(
        f"{weight_g:g} g × {per_g} = {metal}", f"{weight_g:g}克 × 每克{per_g} = {metal}"
    )
    if more:
        labour, total = more
        worked += desk.say(f", plus {labour} labour, makes {total}", f"，加工费{labour}，共{total}")
    return worked


def _source_of(quote: MetalPrice) -> str:
    """'metal:G-001' of a record, 'metal:shop' of what the shop has set."""
    return f"metal:{quote.product_id or _SHOP}"


def _value(quote: MetalPrice, weight_g: float | None, labour: int | None) -> dict[str, object]:
    """All that is said of a metal's price, and what it comes to."""
    per_g = quote.per_gram.minor
    value: dict[str, object] = {
        "metal": quote.metal,
        "purity": quote.purity,
        "metal_minor_per_g": per_g,
        "priced_on": quote.day.isoformat(),
    }
    if quote.source is not None:
        value["published_by"] = quote.source
    if weight_g is not None:
        metal = metal_cost(per_g, weight_g)
        value |= {"weight_g": weight_g, "metal_minor": metal}
        if labour is not None:
            value |= {"labour_minor": labour, "total_minor": metal + labour}
    return value


def _material_words(
    vocabulary: Vocabulary, metal: str, purity: str | None, language: Language
) -> str:
    """'999 gold', '999金'."""
    words = [vocabulary.label("purity", purity, language)] if purity else []
    words.append(vocabulary.label("metal", metal, language))
    return (" " if language == "en" else "").join(words)


def _none(draft: Draft, metal: str, purity: str | None) -> None:
    desk = draft.desk
    name = _material_words(desk.vocabulary, metal, purity, desk.language)
    claim = Claim(name, "metal:none", "metal", {"metal": metal, "purity": purity})
    draft.add(
        desk.say(
            f"We have no piece in {name} that is sold by weight, so I have no price a gram for it; "
            "I will not guess one.",
            f"店里没有按克计价的{name}首饰，所以没有它的每克价格，我不乱估。",
        ),
        claim,
    )


def verify_metal(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The price a gram is the latest that is stated, and what it comes to is worked out again; or
    none is stated."""
    value, lang = claim.value, turn.language
    if not isinstance(value, Mapping):
        return False
    if claim.source == "metal:none":
        metal, purity = str(value.get("metal")), value.get("purity")
        fine = str(purity) if purity else None
        words = _material_words(sources.vocabulary, metal, fine, lang)
        allowed = sources.tokens.of(words, lang)
        is_none = _stated(sources, metal, fine) is None
        return is_none and says_only(claim, allowed, sources, lang)
    weight_g, labour = value.get("weight_g"), value.get("labour_minor")
    quote = _stated(sources, str(value.get("metal")), value.get("purity"))
    if quote is None or claim.source != _source_of(quote):
        return False
    again = _value(
        quote,
        float(weight_g) if weight_g is not None else None,
        int(labour) if labour is not None else None,
    )
    minors = [int(str(one)) for key, one in again.items() if "minor" in key]
    amounts = [Money(minor, quote.per_gram.currency) for minor in minors]
    allowed = money_tokens(lang, sources, *amounts)
    said = [quote.day.isoformat(), quote.source or ""]
    said += [_material_words(sources.vocabulary, quote.metal, quote.purity, lang)]
    said += [f"{weight_g:g} g"] if weight_g is not None else []
    for one in said:
        allowed |= sources.tokens.of(one, lang)
    return again == dict(value) and says_only(claim, allowed, sources, lang)


def _stated(sources: Sources, metal: str, purity: str | None) -> MetalPrice | None:
    return latest_price(sources.products.values(), sources.metal_prices, metal, purity)


def verify_sum(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """A price the shopper named over the grams they named, divided again."""
    value, lang = claim.value, turn.language
    if claim.field != "price_per_gram" or not isinstance(value, Mapping):
        return False
    price = Money(int(value["price_minor"]), sources.currency)
    weight_g = float(value["weight_g"])
    allowed = money_tokens(lang, sources, price, gold_maths.per_gram(price, weight_g))
    allowed |= sources.tokens.of(f"{weight_g:g} g", lang)
    return says_only(claim, allowed, sources, lang)
