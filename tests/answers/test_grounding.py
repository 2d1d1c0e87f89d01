"""The check: every honest reply passes, every planted lie is withheld, in both languages."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.actions import Action, Advise, Ask, Compare, Converse, Count, Describe, Save, Search
from assistant.constraints import TERM_SLOTS, Constraints
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import Claim, GroundedReply, Question, Reason, ShownProduct
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, reclaim

FIELDS = """
price metal purity metal_colour plating metal_weight_g stone carat origin treatment clarity
colour_grade cut setting clasp dimensions_mm length_mm sizes nickel certificate care availability
styles occasions
"""
KINDS = """
greet thanks goodbye help restart off_topic unclear dangling two_needed chat insult nothing_to_undo
"""
both = pytest.mark.parametrize("language", LANGUAGES)


# ---------------------------------------------------------------- honest replies


@both
def test_every_piece_can_be_described_field_by_field(counter: Counter, language: Language) -> None:
    for one in counter.products:
        counter.answer(Describe((one,)), language)
        for field in FIELDS.split():
            counter.answer(Describe((one,), (field,)), language)
        counter.answer(Save((one,)), language)
        counter.answer(Advise("care", (), (one,)), language)


@both
@pytest.mark.parametrize("away", [1, 5, 37, 101])
def test_any_piece_can_be_compared_with_others_near_and_far(
    counter: Counter, language: Language, away: int
) -> None:
    """Each with four others, since all the pairs of a large shop would take minutes."""
    ids = tuple(counter.products)
    for at, one in enumerate(ids):
        counter.answer(Compare((one, ids[(at + away) % len(ids)])), language)


@both
def test_every_card_can_be_told(counter: Counter, language: Language) -> None:
    for card in counter.cards:
        for key in card.keys:
            assert counter.answer(Advise(card.topic, (key,)), language).text


@both
@pytest.mark.parametrize("slot", TERM_SLOTS)
def test_every_wish_can_be_answered(
    counter: Counter, vocabulary: Vocabulary, slot: str, language: Language
) -> None:
    for term in vocabulary.values(slot):
        for wishes in (
            {slot: [term]},
            {slot: [term], "category": "ring", "price_max_minor": 400_000, "currency": "CNY"},
            {slot: [term], "price_min_minor": 9_900, "price_max_minor": 50_000, "currency": "USD"},
            {"category": "brooch", "exclude": {slot: [term]}},
        ):
            counter.answer(Search(Constraints.from_json(wishes)), language)
            counter.answer(Count(Constraints.from_json(wishes)), language)


@both
@pytest.mark.parametrize(
    "wishes",
    [
        {"ring_size_mm": 54.4},
        {"bangle_mm": 56},
        {"length_mm": 450},
        {"carat_min": 0.5, "carat_max": 1.0},
        {"weight_g_max": 5},
        {"in_stock": True},
        {"deliver_by": "2027-01-24"},
        {"price_max_minor": 50_000, "currency": "EUR"},
    ],
)
def test_every_measured_wish_can_be_answered(
    counter: Counter, wishes: dict[str, Any], language: Language
) -> None:
    counter.answer(Search(Constraints.from_json(wishes)), language)


@both
@pytest.mark.parametrize(
    "action",
    [
        *map(Converse, KINDS.split()),
        Ask(Question("metal", ("platinum", "gold+white")), "白金"),
        Ask(Question("product", ("R-001", "N-004")), "which"),
        Advise("sizing", ("ring_size",), (), {"ring_size_mm": 54.4}),
        Advise("sizing", ("bangle_size",), (), {"hand_girth_mm": 170}),
    ],
)
def test_courtesies_questions_and_measures_pass(
    counter: Counter, action: Action, language: Language
) -> None:
    assert counter.answer(action, language).text


@both
@pytest.mark.parametrize("slot", ["category", "metal", "stone", "metal_colour"])
def test_a_follow_up_question_passes(
    counter: Counter, vocabulary: Vocabulary, slot: str, language: Language
) -> None:
    question = Question(slot, vocabulary.values(slot)[:4])
    reply = counter.draft(Search(Constraints()), language, question)
    counter.check(reply, Search(Constraints()), language)
    assert reply.question == question


# ---------------------------------------------------------------- planted lies

RING: dict[str, Any] = {"category": "ring", "metal": "gold", "stone": "diamond"}
SEARCH = Search(Constraints.from_json(RING))
DESCRIBE = Describe(("R-002",), ("price", "metal", "stone", "nickel", "availability"))


def shop_price(counter: Counter, product_id: str) -> str:
    return f"{counter.products[product_id].price.minor // 100:,}"


@both
def test_a_price_off_by_one_in_the_text_is_withheld(counter: Counter, language: Language) -> None:
    reply, price = counter.draft(DESCRIBE, language), shop_price(counter, "R-002")
    wrong = f"{int(price.replace(',', '')) + 1:,}"
    lie = replace(reply, text=reply.text.replace(price, wrong))
    assert_withheld(counter, lie, DESCRIBE, language)
    assert_withheld(counter, reclaim(reply, price, wrong), DESCRIBE, language)


@both
def test_a_price_off_by_one_in_the_value_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(DESCRIBE, language)
    claims = tuple(
        replace(claim, value=claim.value + 100) if isinstance(claim.value, int) else claim
        for claim in reply.claims
    )
    assert_withheld(counter, replace(reply, claims=claims), DESCRIBE, language)


@both
def test_another_currency_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(DESCRIBE, language)
    assert_withheld(counter, reclaim(reply, "¥", "$"), DESCRIBE, language)


@pytest.mark.parametrize(
    ("language", "old", "new"),
    [
        ("en", "platinum", "gold"),
        ("en", "platinum", "sterling silver"),
        ("en", "pt950", "18k"),
        ("en", "natural diamond", "natural sapphire"),
        ("en", "natural diamond", "moissanite"),
        ("en", "nickel-free", "low nickel release"),
        ("en", "made to order", "in stock"),
        ("zh", "铂金", "黄金"),
        ("zh", "天然钻石", "天然红宝石"),
        ("zh", "不含镍", "低镍释放"),
        ("zh", "需订制", "现货"),
    ],
)
def test_a_wrong_fact_is_withheld_even_if_a_claim_repeats_it(
    counter: Counter, language: Language, old: str, new: str
) -> None:
    reply = counter.draft(DESCRIBE, language)
    found = old if old in reply.text else old.capitalize()
    assert_withheld(counter, reclaim(reply, found, new), DESCRIBE, language)
    assert_withheld(
        counter, replace(reply, text=reply.text.replace(found, new)), DESCRIBE, language
    )


@pytest.mark.parametrize(
    ("language", "addition"),
    [
        ("en", "It is the last one."),
        ("en", "It is in stock."),
        ("en", "There are three left."),
        ("en", "It is GIA certified."),
        ("en", "The stone is untreated."),
        ("en", "It is rhodium plated."),
        ("en", "It weighs 5 g."),
        ("en", "It is 100% hypoallergenic."),
        ("en", "It will hold its value."),
        ("en", "The stone heals."),
        ("zh", "有现货。"),
        ("zh", "只剩两件。"),
        ("zh", "附GIA证书。"),
        ("zh", "未经处理。"),
        ("zh", "重5克。"),
        ("zh", "很保值。"),
        ("zh", "能辟邪。"),
    ],
)
def test_an_unbacked_sentence_is_withheld(
    counter: Counter, language: Language, addition: str
) -> None:
    reply = counter.draft(SEARCH, language)
    assert_withheld(counter, replace(reply, text=f"{reply.text} {addition}"), SEARCH, language)


@both
def test_a_fact_of_one_piece_said_of_another_is_withheld(
    counter: Counter, language: Language
) -> None:
    action = Compare(("R-001", "R-007"))
    reply = counter.draft(action, language)
    one, other = (counter.products[two].name[language] for two in action.product_ids)
    text = reply.text.replace(one, "@").replace(other, one).replace("@", other)
    assert_withheld(counter, replace(reply, text=text), action, language)


@both
def test_a_wish_said_of_a_piece_as_a_fact_is_withheld(counter: Counter, language: Language) -> None:
    action = Search(Constraints.from_json({"metal": "platinum", "category": "ring"}))
    reply = counter.draft(Search(Constraints.from_json({"category": "bangle"})), language)
    product = counter.products["G-002"]
    word = "platinum" if language == "en" else "铂金"
    claims = (
        Claim(product.name[language], "product:G-002", "name", dict(product.name)),
        Claim(word, "wish", "constraints", action.constraints.to_json()),
    )
    lie = replace(reply, text=f"{product.name[language]}: {word}.", claims=claims, products=())
    assert_withheld(counter, lie, action, language)


@both
def test_not_stated_is_withheld_where_the_record_states_it(
    counter: Counter, language: Language
) -> None:
    reply = counter.draft(Describe(("R-002",), ("metal",)), language)
    word = next(claim.text for claim in reply.claims if claim.field == "metal")
    silence = "not stated in our records" if language == "en" else "记录中未注明"
    assert_withheld(counter, reclaim(reply, word, silence), DESCRIBE, language)


def test_an_unstated_fact_cannot_be_claimed(counter: Counter) -> None:
    action = Describe(("R-001",), ("treatment",))
    reply = counter.draft(action)
    lie = reclaim(reply, "not stated in our records", "untreated")
    assert_withheld(counter, lie, action)


@both
def test_an_invented_card_is_withheld(counter: Counter, language: Language) -> None:
    action = Advise("care", ("pearl",))
    reply = counter.draft(action, language)
    unknown = tuple(replace(claim, source="card:nobody-wrote-this") for claim in reply.claims)
    assert_withheld(counter, replace(reply, claims=unknown), action, language)
    text = "Pearls like ultrasonic baths."
    reworded = (replace(reply.claims[0], text=text, value=text),)
    assert_withheld(counter, GroundedReply(text, reworded), action, language)


@pytest.mark.parametrize(
    "claim",
    [
        Claim("gold", "product:X-999", "metal", "gold"),
        Claim("gold", "product:R-001", "colour_of_the_box", "gold"),
        Claim("gold", "hearsay", "metal", "gold"),
        Claim("gold", "", "metal", "gold"),
    ],
)
def test_a_claim_without_a_known_source_is_withheld(counter: Counter, claim: Claim) -> None:
    assert_withheld(counter, GroundedReply("It is gold.", (claim,)), SEARCH)


def test_a_claim_that_the_reply_does_not_say_is_withheld(counter: Counter) -> None:
    reply = counter.draft(SEARCH)
    spare = Claim("925 silver", "product:R-007", "metal", "silver")
    assert_withheld(counter, replace(reply, claims=(*reply.claims, spare)), SEARCH)


@both
def test_a_wrong_count_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(SEARCH, language)
    total = next(claim for claim in reply.claims if claim.field == "matches")
    assert isinstance(total.value, int)
    wrong = str(total.value + 1)
    text = reply.text.replace(total.text, wrong, 1)
    claims = tuple(
        replace(total, text=wrong, value=total.value + 1) if claim == total else claim
        for claim in reply.claims
    )
    assert_withheld(counter, replace(reply, text=text, claims=claims), SEARCH, language)


@both
def test_a_wrong_promise_about_relaxing_is_withheld(counter: Counter, language: Language) -> None:
    wishes = {"category": "ring", "price_max_minor": 100, "currency": "CNY"}
    action = Search(Constraints.from_json(wishes))
    reply = counter.draft(action, language)
    claim = next(claim for claim in reply.claims if claim.field == "relaxation")
    assert isinstance(claim.value, dict)
    matches = str(claim.value["matches"])
    wrong = claim.text.replace(matches, "99", 1)
    lie = reclaim(reply, claim.text, wrong)
    assert_withheld(counter, lie, action, language)


@both
def test_a_wrong_rate_is_withheld(counter: Counter, language: Language) -> None:
    wishes = {"category": "ring", "price_max_minor": 100_000, "currency": "USD"}
    action = Search(Constraints.from_json(wishes))
    reply = counter.draft(action, language)
    assert_withheld(counter, reclaim(reply, "7.1000", "6.1000"), action, language)


@both
def test_a_wrong_conversion_of_a_size_is_withheld(counter: Counter, language: Language) -> None:
    action = Advise("sizing", ("ring_size",), (), {"ring_size_mm": 54.4})
    reply = counter.draft(action, language)
    assert_withheld(counter, reclaim(reply, "17.3", "18.1"), action, language)


def test_a_reason_that_the_record_denies_is_withheld(counter: Counter) -> None:
    reply = counter.draft(SEARCH)
    first = reply.products[0]
    lie = ShownProduct(first.product, (Reason("wishes", 1.0, "Matches: platinum"),))
    assert_withheld(counter, replace(reply, products=(lie,)), SEARCH)


def test_a_doctored_record_is_withheld(counter: Counter) -> None:
    reply = counter.draft(SEARCH)
    doctored = replace(reply.products[0].product, metal="platinum")
    assert_withheld(counter, replace(reply, products=(ShownProduct(doctored),)), SEARCH)
