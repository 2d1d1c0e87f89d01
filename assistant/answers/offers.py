"""Search results, nothing-matches, and counts."""

from __future__ import annotations

from dataclasses import replace

from assistant.actions import Search
from assistant.answers.asides import (
    add_left_out,
    add_preferences,
    add_rate,
    add_unknown_words,
)
from assistant.answers.asking import add_question, skip
from assistant.answers.claims import (
    count_claim,
    extreme_claim,
    name_claim,
    product_claim,
    wish_claim,
)
from assistant.answers.desk import Desk, Draft, SuggestionWords
from assistant.answers.gifts import add_remembered, add_unrecalled
from assistant.answers.reasons import shown_with_reasons
from assistant.answers.relaxing import add_none_found
from assistant.answers.wishes_in_words import classifier, wishes_in_words
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.turn import (
    Claim,
    Findings,
    GroundedReply,
    RankedProducts,
    ShownProduct,
    Suggestion,
    Understanding,
)

_FEW = 6  # pieces that a table shows at once
_CHEAPER: SuggestionWords = ("Something cheaper", "something cheaper", "便宜一点", "便宜一点")
_COMPARE: SuggestionWords = (
    "Compare the first two",
    "compare the first two",
    "对比前两件",
    "前两个对比一下",
)
_OTHERS: SuggestionWords = ("Show me others", "show me others", "换一批", "换一批")


def offer(action: Search, findings: Findings, meant: Understanding, desk: Desk) -> GroundedReply:
    """The pieces found, or which wish to relax. Words that ``meant`` does not know are said aloud,
    and so is what is remembered of the person that it is for."""
    wishes, ranked, draft = action.constraints, findings.ranked, Draft(desk)
    if ranked is None or not ranked.items:
        return _nothing(action, findings, meant.unknown, draft)
    best = ranked.items[0].product
    liked = desk.products.get(action.like or "")
    if liked is not None and liked.id != best.id and _counted(wishes):
        _closest(draft, action, ranked, liked)
    else:
        _lead(draft, action, ranked)
        _start_with(draft, action, ranked, best)
    add_unknown_words(draft, meant.unknown, ranked)
    add_left_out(draft, wishes)
    add_preferences(draft, wishes, ranked)
    add_rate(draft, wishes, best.price.currency)
    profile = add_remembered(draft, findings.memory)
    if meant.unrecalled:
        profile = (*profile, *add_unrecalled(draft, meant.unrecalled, wishes))
    question = findings.follow_up
    if question:
        add_question(draft, question)
    shown = tuple(shown_with_reasons(item, wishes, desk) for item in ranked.items)
    skips = skip(question, desk) if question else ()
    steps = (*profile, *_next_steps(action, ranked, desk), *skips)
    return draft.reply(shown, question, steps)


def count(wishes: Constraints, findings: Findings, desk: Desk) -> GroundedReply:
    """How many there are, and from which price."""
    ranked, total, draft = findings.ranked, findings.count or 0, Draft(desk)
    if not total or ranked is None:
        steps = add_none_found(draft, wishes, findings)
        add_left_out(draft, wishes)
        return draft.reply(suggestions=steps)
    least = ranked.items[0].product
    said, claims = _how_many(wishes, total, desk)
    draft.add(desk.say(f"We have {said}.", f"我们有{said}。"), *claims)
    name, price = name_claim(least, desk.language), _price(least, desk)
    lowest = desk.say("The least expensive is", "最便宜的是")
    draft.add(
        desk.say(
            f"{lowest} the {name.text}, at {price.text}.", f"{lowest}{name.text}，{price.text}。"
        ),
        extreme_claim(lowest, least, "least"),
        name,
        price,
    )
    add_left_out(draft, wishes)
    add_preferences(draft, wishes, ranked)
    shown = [ShownProduct(item.product) for item in ranked.items]
    return draft.reply(shown, suggestions=[desk.tap(_COMPARE)] if len(shown) > 1 else ())


def back_again(wishes: Constraints, findings: Findings, desk: Desk) -> GroundedReply:
    """A change was taken back: the wishes that stand again, and their pieces where there are."""
    draft = Draft(desk)
    phrase = wishes_in_words(_counted(wishes), desk.vocabulary, desk.language)
    if not wishes:
        draft.add(
            desk.say(
                "I took that back. No wishes stand now; what shall we look for?",
                "好的，已撤回，现在没有任何条件。您想找什么？",
            )
        )
        return draft.reply(suggestions=())
    ranked = findings.ranked
    if ranked is None or not ranked.items:
        draft.add(
            desk.say(
                f"I took that back. We are looking for {phrase} again.",
                f"好的，已撤回，回到：{phrase}。",
            ),
            wish_claim(phrase, wishes),
        )
        if ranked is None:
            return draft.reply()
        return draft.reply(suggestions=add_none_found(draft, wishes, findings))
    said, claims = _how_many(wishes, ranked.total, desk)
    draft.add(
        desk.say(f"I took that back. We are at {said} again.", f"好的，已撤回，回到{said}。"),
        *claims,
    )
    action = Search(wishes)
    _start_with(draft, action, ranked, ranked.items[0].product)
    shown = [shown_with_reasons(item, wishes, desk) for item in ranked.items]
    return draft.reply(shown, suggestions=_next_steps(action, ranked, desk))


def _how_many(
    wishes: Constraints, total: int, desk: Desk, more: bool = False
) -> tuple[str, list[Claim]]:
    """'3 gold rings under ¥4,000', with its claims."""
    counted = _counted(wishes)
    phrase = wishes_in_words(counted, desk.vocabulary, desk.language, of_one=total == 1)
    number = desk.say("one", "1") if total == 1 else str(total)
    another = desk.say("other ", "") if more else ""
    if desk.english:
        is_pairs = counted.terms("category") == ("earrings",)
        pairs = f"pair{'s' if total > 1 else ''} of " if is_pairs else ""
        said = f"{number} {another}{pairs}{phrase}"
    else:
        said = f"{'另外' if more else ''}{number}{classifier(counted.terms('category'))}{phrase}"
    claims = [count_claim(number, total)]
    return said, [*claims, wish_claim(phrase, wishes)] if counted else claims


def _lead(draft: Draft, action: Search, ranked: RankedProducts) -> None:
    desk, wishes = draft.desk, action.constraints
    if not _counted(wishes) and not action.leave_out:
        total = str(ranked.total)
        draft.add(
            desk.say(f"There are {total} pieces to look through.", f"一共有{total}件可以看。"),
            count_claim(total, ranked.total),
        )
        return
    said, claims = _how_many(wishes, ranked.total, desk, more=bool(action.leave_out))
    draft.add(desk.say(f"I found {said}.", f"为您找到{said}。"), *claims)


def _closest(draft: Draft, action: Search, ranked: RankedProducts, liked: Product) -> None:
    """'Of 14 other rings, the closest to the Halo Ring is the Crown Ring, ¥4,980.'"""
    desk, best = draft.desk, ranked.items[0].product
    said, claims = _how_many(action.constraints, ranked.total, desk)
    like, name, price = (
        name_claim(liked, desk.language),
        name_claim(best, desk.language),
        _price(best, desk),
    )
    draft.add(
        desk.say(
            f"Of {said}, the closest to the {like.text} is the {name.text}, {price.text}.",
            f"{said}里，与{like.text}最接近的是{name.text}，{price.text}。",
        ),
        *claims,
        like,
        name,
        price,
    )


def _start_with(draft: Draft, action: Search, ranked: RankedProducts, best: Product) -> None:
    """The first piece by name and price, and why it is the first."""
    desk = draft.desk
    name, price = name_claim(best, desk.language), _price(best, desk)
    by_photo = any(why.part == "photo" for why in ranked.items[0].why)
    claims = [name, price]
    if action.order == "price_up":
        lead = desk.say("The least expensive is", "最便宜的是")
        claims.append(extreme_claim(lead, best, "least"))
    elif action.order == "newest":
        _newest(draft, best, ranked)
        return
    elif action.order == "price_down":
        lead = desk.say("The most expensive is", "最贵的是")
        claims.append(extreme_claim(lead, best, "most"))
    elif by_photo:
        lead = desk.say("Closest to your photo is", "与照片最接近的是")
    elif ranked.total == 1:
        lead = desk.say("It is", "就是")
    else:
        lead = desk.say("I would start with", "可以先看看")
    sentence = desk.say(
        f"{lead} the {name.text}, {price.text}.", f"{lead}{name.text}，{price.text}。"
    )
    draft.add(sentence, *claims)


def _newest(draft: Draft, best: Product, ranked: RankedProducts) -> None:
    """The piece that came in last, and the day; said to be unknown only where no record of those
    found has a day."""
    desk = draft.desk
    if best.listed_on is None:
        draft.add(
            desk.say(
                "Our records do not say when these came in, so I cannot tell which is newest.",
                "记录里没有写这些的上架时间，说不出哪件最新。",
            )
        )
        return
    is_alone = sum(one.listed_on == best.listed_on for one in ranked.found) == 1
    lead = desk.say("The newest is", "最新的是")
    if not is_alone:
        lead = desk.say("Among the newest is", "最新的一批里有")
    name, price = name_claim(best, desk.language), _price(best, desk)
    since = product_claim(best, "listed_on", desk.facts, desk.language)
    draft.add(
        desk.say(
            f"{lead} the {name.text}, {price.text}, in our shop since {since.text}.",
            f"{lead}{name.text}，{price.text}，{since.text}上架。",
        ),
        extreme_claim(lead, best, "newest"),
        name,
        price,
        since,
    )


def _price(product: Product, desk: Desk) -> Claim:
    return product_claim(product, "price", desk.facts, desk.language)


def _nothing(
    action: Search, findings: Findings, unknown: tuple[str, ...], draft: Draft
) -> GroundedReply:
    desk, wishes = draft.desk, action.constraints
    if action.leave_out:
        draft.add(desk.say("You have now seen all that match.", "符合条件的都看过了。"))
        return draft.reply()
    steps = add_none_found(draft, wishes, findings)
    add_unknown_words(draft, unknown, None)
    add_left_out(draft, wishes)
    add_rate(draft, wishes, desk.currency)
    return draft.reply(suggestions=steps)


def _counted(wishes: Constraints) -> Constraints:
    """The wishes that a count rests on: style and occasion only decide what comes first."""
    values = {
        slot: value for slot, value in wishes.values.items() if slot not in ("style", "occasion")
    }
    return replace(wishes, values=values)


def _next_steps(action: Search, ranked: RankedProducts, desk: Desk) -> tuple[Suggestion, ...]:
    """What leads somewhere: something cheaper only where there is, others only where there are."""
    shown = [item.product for item in ranked.items]
    steps = []
    least = min(one.price.minor for one in shown)
    currency = shown[0].price.currency
    if any(one.price.minor < least and one.price.currency == currency for one in ranked.found):
        steps.append(_CHEAPER)
    if len(shown) > 1:
        steps.append(_COMPARE)
    if action.order == "relevance" and ranked.total > len(shown) >= _FEW:
        steps.append(_OTHERS)
    return tuple(map(desk.tap, steps))
