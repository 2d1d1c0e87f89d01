"""Search results, nothing-matches, and counts."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.actions import Search
from assistant.answers.claims import (
    count_claim,
    count_recorded,
    name_claim,
    product_claim,
    recorded_claim,
    relaxation_claim,
    wish_claim,
)
from assistant.answers.courtesies import question_sentence
from assistant.answers.facts import Facts
from assistant.answers.grounding import rate_value
from assistant.answers.wishes_in_words import price_in_words, wishes_in_words
from assistant.constraints import Constraints
from assistant.money import Money, Rate, convert_by, find_rate, format_money
from assistant.terms import Language, spoken
from assistant.turn import (
    Claim,
    Findings,
    GroundedReply,
    RankedProduct,
    RankedProducts,
    Reason,
    Relaxation,
    ShownProduct,
    Suggestion,
)

# How a relaxed wish is named, and what a shopper says to drop it.
_WISH_NAMES: dict[str, tuple[str, str, str, str]] = {
    "price": ("price", "any price", "预算", "不限预算"),
    "metal": ("metal", "any metal", "材质", "材质不限"),
    "metal_colour": ("colour", "any metal colour", "金属颜色", "金属颜色不限"),
    "stone": ("stone", "any stone", "宝石", "宝石不限"),
    "stone_colour": ("stone colour", "any stone colour", "宝石颜色", "宝石颜色不限"),
    "category": ("kind of piece", "any category", "品类", "品类不限"),
    "purity": ("purity", "any purity", "成色", "成色不限"),
    "ring_size_mm": ("size", "any size", "尺码", "尺码不限"),
    "bangle_mm": ("inner diameter", "any size", "圈口", "圈口不限"),
    "length_mm": ("length", "any length", "长度", "长度不限"),
    "carat": ("gem weight", "any carat weight", "克拉数", "克拉数不限"),
    "weight_g": ("weight", "any weight", "克重", "克重不限"),
    "cut": ("cut", "any cut", "切工", "切工不限"),
    "setting": ("setting", "any setting", "镶嵌", "镶嵌不限"),
    "stone_origin": ("stone origin", "any origin", "来源", "来源不限"),
    "treatment": ("treatment", "any treatment", "处理", "处理不限"),
    "plating": ("plating", "any plating", "镀层", "镀层不限"),
    "certificate": ("certificate", "any certificate", "证书", "证书不限"),
    "clasp": ("clasp", "any clasp", "扣头", "扣头不限"),
    "in_stock": ("stock", "any availability", "库存", "库存不限"),
    "deliver_by": ("delivery date", "any date", "日期", "日期不限"),
    "recipient": ("recipient", "any recipient", "给谁", "给谁都行"),
}


def offer(  # noqa: PLR0913
    wishes: Constraints,
    action: Search,
    findings: Findings,
    facts: Facts,
    rates: Sequence[Rate],
    language: Language,
) -> GroundedReply:
    """The pieces found, or which wish to relax."""
    ranked = findings.ranked
    if ranked is None or not ranked.items:
        return _nothing(wishes, action, findings, facts, rates, language)
    english = language == "en"
    phrase = wishes_in_words(_counted(wishes), facts.vocabulary, language)
    total = f"{ranked.total}"
    best = ranked.items[0].product
    name, price = spoken(best.name, language), format_money(best.price)
    by_photo = any(why.part == "photo" for why in ranked.items[0].why)
    claims = [
        *([wish_claim(phrase, wishes)] if _counted(wishes) else []),
        count_claim(total, ranked.total),
        name_claim(best, language),
        product_claim(best, "price", facts, language),
    ]
    if english:
        lead = (
            f"I found {total}: {phrase}. "
            if _counted(wishes)
            else f"{total} pieces to look through. "
        )
        verdict = {
            "price_up": "The least expensive is",
            "price_down": "The most expensive is",
        }.get(action.order, "Closest to your photo is" if by_photo else "I would start with")
        text = f"{lead}{verdict} the {name}, {price}."
    else:
        lead = f"{phrase}，找到{total}件。" if _counted(wishes) else f"共有{total}件可以看。"
        verdict = {"price_up": "最便宜的是", "price_down": "最贵的是"}.get(
            action.order, "与照片最接近的是" if by_photo else "先看看"
        )
        text = f"{lead}{verdict}{name}，{price}。"
    text, claims = _with_preferences(text, claims, wishes, ranked, facts, language)
    text, claims = _with_rate(text, claims, wishes, facts, best.price.currency, rates, language)
    if findings.follow_up:
        question, claim = question_sentence(findings.follow_up, facts.vocabulary, language)
        text, claims = _joined(text, question, language), [*claims, claim]
    shown = tuple(
        ShownProduct(item.product, _reasons(item, wishes, facts, language)) for item in ranked.items
    )
    return GroundedReply(
        text, tuple(claims), shown, findings.follow_up, _next_steps(wishes, len(shown), language)
    )


def count(
    wishes: Constraints, findings: Findings, facts: Facts, language: Language
) -> GroundedReply:
    """How many there are, and from which price."""
    ranked, total = findings.ranked, findings.count or 0
    phrase = wishes_in_words(_counted(wishes), facts.vocabulary, language)
    claims = [wish_claim(phrase, wishes), count_claim(str(total), total)]
    if not total or ranked is None:
        text = (
            f"We have none: {phrase}, {total} found."
            if language == "en"
            else f"{phrase}：{total}件，暂时没有。"
        )
        return GroundedReply(text, tuple(claims))
    least = ranked.items[0].product
    claims += [name_claim(least, language), product_claim(least, "price", facts, language)]
    name, price = spoken(least.name, language), format_money(least.price)
    text = (
        f"We have {total}: {phrase}. They begin with the {name} at {price}."
        if language == "en"
        else f"{phrase}共有{total}件，最低的是{name}，{price}。"
    )
    text, claims = _with_preferences(text, claims, wishes, ranked, facts, language)
    shown = tuple(ShownProduct(item.product) for item in ranked.items)
    return GroundedReply(text, tuple(claims), shown)


def _nothing(  # noqa: PLR0913
    wishes: Constraints,
    action: Search,
    findings: Findings,
    facts: Facts,
    rates: Sequence[Rate],
    language: Language,
) -> GroundedReply:
    english = language == "en"
    ranked = findings.ranked
    phrase = wishes_in_words(wishes, facts.vocabulary, language)
    if action.leave_out:
        text = "You have now seen all that match." if english else "符合条件的都看过了。"
        return GroundedReply(text)
    claims: list[Claim] = [wish_claim(phrase, wishes), count_claim("0", 0)]
    text = (
        f"I found nothing for {phrase} (0 pieces)." if english else f"很抱歉，没有{phrase}：0件。"
    )
    suggestions = []
    relaxations = ranked.relaxations if ranked else ()
    currency = next((r.quote for r in rates), "CNY")
    for relaxation in relaxations[:3]:
        sentence, suggestion = _relaxation(relaxation, currency, language)
        text += f" {sentence}" if english else sentence
        claims.append(relaxation_claim(sentence, relaxation))
        suggestions.append(suggestion)
    if not relaxations:
        text += (
            " No single wish stands in the way; shall we start over?"
            if english
            else "放宽任何一项都还是没有，要不要重新开始？"
        )
        suggestions.append(
            Suggestion("Start over", "start over")
            if english
            else Suggestion("重新开始", "重新开始")
        )
    text, claims = _with_rate(text, claims, wishes, facts, currency, rates, language)
    return GroundedReply(text, tuple(claims), suggestions=tuple(suggestions))


def _relaxation(
    relaxation: Relaxation, currency: str, language: Language
) -> tuple[str, Suggestion]:
    entries = [_WISH_NAMES[slot] for slot in relaxation.slot.split("+") if slot in _WISH_NAMES]
    english_name = " and ".join(entry[0] for entry in entries)
    chinese_name = "和".join(entry[2] for entry in entries)
    say_en = ", ".join(entry[1] for entry in entries)
    say_zh = "，".join(entry[3] for entry in entries)
    price = format_money(Money(relaxation.from_minor, currency))
    if language == "en":
        sentence = f"Without the {english_name} wish there are {relaxation.matches}, from {price}."
        return sentence, Suggestion(f"Relax {english_name}", say_en)
    sentence = f"放宽{chinese_name}，有{relaxation.matches}件，{price}起。"
    return sentence, Suggestion(f"放宽{chinese_name}", say_zh)


def _counted(wishes: Constraints) -> Constraints:
    """The wishes that a count rests on: style and occasion only decide what comes first."""
    values = {
        slot: value for slot, value in wishes.values.items() if slot not in ("style", "occasion")
    }
    return Constraints(values, wishes.exclude)


def _with_preferences(  # noqa: PLR0913
    text: str,
    claims: list[Claim],
    wishes: Constraints,
    ranked: RankedProducts,
    facts: Facts,
    language: Language,
) -> tuple[str, list[Claim]]:
    """How many of what was found is recorded in the wished style or for the occasion."""
    for slot in ("style", "occasion"):
        wanted = wishes.terms(slot)
        if not wanted:
            continue
        matches = count_recorded(ranked.found, slot, wanted)
        words = facts.vocabulary.labels(slot, wanted, language)
        if language == "en":
            start = f"{matches} of them" if matches else "None of them"
            verb = "are" if matches > 1 else "is"
            link = "as" if slot == "style" else "for"
            sentence = f"{start} {verb} recorded {link} {words}."
        else:
            sentence = (
                f"其中{matches}件标注为“{words}”。" if matches else f"这些没有标注为“{words}”。"
            )
        text = _joined(text, sentence, language)
        claims = [*claims, recorded_claim(sentence, slot, wanted, matches)]
    return text, claims


def _with_rate(  # noqa: PLR0913
    text: str,
    claims: list[Claim],
    wishes: Constraints,
    facts: Facts,
    currency: str,
    rates: Sequence[Rate],
    language: Language,
) -> tuple[str, list[Claim]]:
    del facts
    wished = wishes.currency
    if not wished or wished == currency or price_in_words(wishes, language) is None:
        return text, claims
    rate = find_rate(rates, wished, currency)
    if rate is None:
        sentence = (
            f"I have no exchange rate for {wished}; please give the price in {currency}."
            if language == "en"
            else f"没有{wished}的汇率，请用{currency}告诉我预算。"
        )
        return _joined(text, sentence, language), claims
    bounds = [
        format_money(other)
        for slot in ("price_min_minor", "price_max_minor")
        if (wish := wishes.number(slot)) is not None
        and (other := convert_by(Money(int(wish), wished), currency, rates))
    ]
    joined = (" to " if language == "en" else "至").join(bounds)
    day, value = rate.day.isoformat(), rate_value(rate)
    sentence = (
        f"That is {joined} at 1 {rate.base} = {value} {rate.quote}, {day} ({rate.source})."
        if language == "en"
        else f"按{day}的汇率，1 {rate.base} = {value} {rate.quote}，约合{joined}（{rate.source}）。"
    )
    claim = Claim(sentence, f"rate:{rate.base}/{rate.quote}", "value", value)
    return _joined(text, sentence, language), [*claims, claim]


def _joined(text: str, sentence: str, language: Language) -> str:
    return f"{text} {sentence}" if language == "en" else f"{text}{sentence}"


def _reasons(
    item: RankedProduct, wishes: Constraints, facts: Facts, language: Language
) -> tuple[Reason, ...]:
    english = language == "en"
    reasons = []
    for why in item.why:
        slot = "wearer" if why.part == "recipient" else why.part
        labels = [facts.vocabulary.label(slot, term, language) for term in why.terms]
        words = ", ".join(labels)
        if why.part == "photo":
            text = "Close to your photo" if english else "与您的照片相近"
        elif why.part == "style":
            text = f"Style: {words}" if english else f"风格：{words}"
        elif why.part == "occasion":
            text = f"Suits: {words}" if english else f"适合：{words}"
        elif why.part == "recipient":
            text = f"For {words}" if english else f"适合{words}"
        elif why.part == "words":
            text = "Close to your words" if english else "与您的描述相符"
        else:
            text = "Close in meaning" if english else "意思相近"
        reasons.append(Reason(why.part, why.score, text))
    met = _met(item, wishes, facts, language)
    if met:
        reasons.append(Reason("wishes", 1.0, met))
    order = {"photo": 0, "style": 1, "occasion": 2, "recipient": 3, "wishes": 4, "words": 5}
    return tuple(sorted(reasons, key=lambda reason: order.get(reason.part, 9)))


def _met(item: RankedProduct, wishes: Constraints, facts: Facts, language: Language) -> str | None:
    """The record's own words for the wishes it meets."""
    product, parts = item.product, []
    for slot in ("metal", "stone", "purity", "stone_colour"):
        if slot in wishes.values:
            parts.append(facts.words(product, slot, language))
    price = price_in_words(wishes, language)
    if price and wishes.currency == product.price.currency:
        parts.append(price)
    stated = dict.fromkeys(part for part in parts if part)
    joined = (", " if language == "en" else "、").join(stated)
    if not joined:
        return None
    return f"Meets your wishes: {joined}" if language == "en" else f"符合您的要求：{joined}"


def _next_steps(wishes: Constraints, shown: int, language: Language) -> tuple[Suggestion, ...]:
    english = language == "en"
    steps = []
    if "price_max_minor" not in wishes.values:
        steps.append(("Something cheaper", "something cheaper", "便宜一点", "便宜一点"))
    if shown > 1:
        steps.append(
            ("Compare the first two", "compare the first two", "对比前两件", "前两个对比一下")
        )
    if shown >= 6:
        steps.append(("Show me others", "show me others", "换一批", "换一批"))
    return tuple(
        Suggestion(en, say) if english else Suggestion(zh, zh_say) for en, say, zh, zh_say in steps
    )
