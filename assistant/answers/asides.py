"""What is said beside a result: words not known, pieces left out, preferences met, the rate."""

from __future__ import annotations

from assistant.answers.claims import (
    count_recorded,
    is_sayable,
    left_out_claim,
    recorded_claim,
    unknown_claim,
)
from assistant.answers.desk import Draft
from assistant.answers.verify_counts import nickel_unstated
from assistant.answers.verify_records import rate_value
from assistant.answers.wishes_in_words import occasions_in_words, price_in_words
from assistant.constraints import Constraints
from assistant.money import Money, convert_by, find_rate, format_money
from assistant.turn import Claim, RankedProducts


def add_unknown_words(
    draft: Draft, unknown: tuple[str, ...], ranked: RankedProducts | None
) -> None:
    """Words that no term stands for are said aloud, and what became of them."""
    desk = draft.desk
    claims = [unknown_claim(one) for one in unknown if is_sayable(one, desk.vocabulary)]
    if not claims:
        return
    words = desk.listed([claim.text for claim in claims])
    parts = {why.part for item in (ranked.items if ranked else ()) for why in item.why}
    if "meaning" in parts:
        did = desk.say("so I searched by its meaning", "只按意思找了相近的")
    elif "words" in parts:
        did = desk.say("so I looked for it in our descriptions", "只在介绍里找了这个词")
    else:
        did = desk.say("so it did not narrow the search", "这次没有按它筛选")
    draft.add(desk.say(f"I don't know {words}, {did}.", f"{words}我不认识，{did}。"), *claims)


def add_left_out(draft: Draft, wishes: Constraints) -> None:
    """Said with a nickel allergy: a record that is silent is not taken for nickel-free."""
    if "nickel" not in wishes.terms("allergies"):
        return
    desk = draft.desk
    silent = nickel_unstated(desk.shelf.matching(wishes.without("allergies")))
    if not silent:
        return
    number = desk.say("one", "1") if silent == 1 else str(silent)
    pieces = desk.say("piece whose record does" if silent == 1 else "pieces whose records do", "")
    draft.add(
        desk.say(
            f"I left out {number} other {pieces} not state nickel.",
            f"另有{number}件的记录没有写明镍，为稳妥起见没有列入。",
        ),
        left_out_claim(number, silent),
    )


def add_preferences(draft: Draft, wishes: Constraints, ranked: RankedProducts) -> None:
    """How many of what was found is recorded in the wished style or for the occasion."""
    desk = draft.desk
    for slot in ("style", "occasion"):
        wanted = wishes.terms(slot)
        if not wanted:
            continue
        matches = count_recorded(ranked.found, slot, wanted)
        is_style = slot == "style"
        words = desk.vocabulary.labels(slot, wanted, desk.language)
        if not is_style:
            words = occasions_in_words(wanted, desk.vocabulary, desk.language)
        start = f"{matches} of them" if matches else "None of them"
        verb = "are" if matches > 1 else "is"
        link = "as" if is_style else "for"
        kind = f"{words}风格" if is_style else f"适合{words}"
        sentence = desk.say(
            f"{start} {verb} recorded {link} {words}.",
            f"其中{matches}件标注{kind}。" if matches else f"这些都没有标注{kind}。",
        )
        draft.add(sentence, recorded_claim(sentence, slot, wanted, matches))


def add_rate(draft: Draft, wishes: Constraints, currency: str) -> None:
    """The rate that a wish in another currency was converted by, with its day and source."""
    desk, wished = draft.desk, wishes.currency
    if not wished or wished == currency or price_in_words(wishes, desk.language) is None:
        return
    rate = find_rate(desk.rates, wished, currency)
    if rate is None:
        draft.add(
            desk.say(
                f"I have no exchange rate for {wished}; please give the price in {currency}.",
                f"没有{wished}的汇率，请用{currency}告诉我预算。",
            )
        )
        return
    bounds = [
        format_money(other)
        for slot in ("price_min_minor", "price_max_minor")
        if (wish := wishes.number(slot)) is not None
        and (other := convert_by(Money(int(wish), wished), currency, desk.rates))
    ]
    joined, value = desk.say(" to ", "至").join(bounds), rate_value(rate)
    day = rate.day.isoformat()
    sentence = desk.say(
        f"That is {joined} at 1 {rate.base} = {value} {rate.quote}, {day} ({rate.source}).",
        f"按{day}的汇率，1 {rate.base} = {value} {rate.quote}，约合{joined}（{rate.source}）。",
    )
    draft.add(sentence, Claim(sentence, f"rate:{rate.base}/{rate.quote}", "value", value))
