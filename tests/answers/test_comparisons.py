"""Pieces side by side: what differs, what they share, who meets the need; and forged verdicts."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from assistant.actions import Compare
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import Claim, GroundedReply
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, changed, find_claim, with_claim

both = pytest.mark.parametrize("language", LANGUAGES)
TRIO = ("R-001", "R-002", "R-007")


def compared(*ids: str, fields: tuple[str, ...] = (), **need: Any) -> Compare:
    return Compare(ids, Constraints.from_json(need), fields)


NEEDY = compared(
    *TRIO, price_max_minor=1_000_000, currency="CNY", allergies=["nickel"], ring_size_mm=54.4
)


@both
def test_three_and_four_pieces_can_be_compared_for_a_need(
    counter: Counter, language: Language
) -> None:
    rings = [one for one in counter.products if one.startswith("R-")]
    for ids in (*combinations(rings[:6], 3), tuple(rings[:4])):
        action = compared(*ids, in_stock=True, bangle_mm=56, length_mm=450)
        reply = counter.answer(action, language)
        assert tuple(shown.product.id for shown in reply.products) == ids


@both
def test_what_is_the_same_is_not_told_piece_by_piece(counter: Counter, language: Language) -> None:
    reply = counter.answer(compared("P-005", "G-005"), language)
    shared = {claim.field for claim in reply.claims if "shared" in str(claim.value)}
    told = {claim.field for claim in reply.claims if claim.source == "product:P-005"}
    assert "metal" in shared
    assert shared.isdisjoint(told)


@both
def test_a_need_is_answered_by_the_shops_own_filter(counter: Counter, language: Language) -> None:
    reply = counter.answer(NEEDY, language)
    fits = {
        claim.field: claim.value["fits"]
        for claim in reply.claims
        if isinstance(claim.value, dict) and "fits" in claim.value
    }
    assert fits == {
        "price_min_minor": ["R-007"],
        "ring_size_mm": ["R-001", "R-002"],
        "allergies": ["R-002", "R-007"],
        "needs": [],
    }


@both
def test_the_least_expensive_is_named(counter: Counter, language: Language) -> None:
    reply = counter.answer(compared(*TRIO), language)
    verdict = find_claim(reply, "comparison", "price_minor").value
    assert isinstance(verdict, dict)
    assert (verdict["pick"], verdict["end"]) == ("R-007", "least")


@both
def test_weight_is_judged_where_it_is_asked_about(counter: Counter, language: Language) -> None:
    reply = counter.answer(compared("P-005", "G-005", fields=("metal_weight_g",)), language)
    ends = {
        claim.value["end"]: claim.value["pick"]
        for claim in reply.claims
        if claim.source == "comparison" and claim.field == "metal_weight_g"
        if isinstance(claim.value, dict)
    }
    assert ends == {"least": "P-005", "most": "G-005"}


@both
def test_a_price_a_gram_is_compared_between_plain_pieces_of_one_metal(
    counter: Counter, language: Language
) -> None:
    like = counter.answer(compared("P-005", "G-005"), language)
    unlike = counter.answer(compared("R-001", "R-007"), language)
    assert any(claim.field == "price_per_gram" for claim in like.claims)
    assert not any(claim.field == "price_per_gram" for claim in unlike.claims)


@both
def test_a_field_that_one_record_lacks_is_said_to_be_unstated(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(compared(*TRIO), language)
    assert find_claim(reply, "product:R-007", "certificate").value is None


@both
def test_two_pieces_of_one_name_can_be_compared(
    vocabulary: Vocabulary, products: dict[str, Product], language: Language
) -> None:
    twin = replace(products["R-002"], name=products["R-001"].name)
    counter = Counter(vocabulary, {**products, "R-002": twin})
    reply = counter.answer(compared("R-001", "R-002", allergies=["nickel"]), language)
    priced = {one.source: one.value for one in reply.claims if one.field == "price_minor"}
    assert priced["product:R-001"] == products["R-001"].price.minor
    assert priced["product:R-002"] == twin.price.minor


# ---------------------------------------------------------------- forged


@pytest.mark.parametrize("change", [{"pick": "R-001"}, {"end": "most"}, {"among": ["R-007"]}])
def test_a_wrong_extreme_is_withheld(counter: Counter, change: dict[str, object]) -> None:
    action = compared(*TRIO)
    reply = counter.draft(action)
    verdict = find_claim(reply, "comparison", "price_minor")
    forged = changed(verdict.value, **change)
    assert_withheld(counter, with_claim(reply, verdict, value=forged), action)


def test_a_verdict_over_other_pieces_than_those_compared_is_withheld(counter: Counter) -> None:
    action = compared(*TRIO)
    reply = counter.draft(action)
    verdict = find_claim(reply, "comparison", "price_minor")
    forged = changed(verdict.value, among=["R-002", "R-007"])
    assert_withheld(counter, with_claim(reply, verdict, value=forged), action)


@pytest.mark.parametrize("field", ["nickel", "beauty", "name"])
def test_what_has_no_amount_has_no_extreme(counter: Counter, field: str) -> None:
    action = compared(*TRIO)
    reply = counter.draft(action)
    verdict = find_claim(reply, "comparison", "price_minor")
    assert_withheld(counter, with_claim(reply, verdict, field=field), action)


@pytest.mark.parametrize("field", ["price_min_minor", "ring_size_mm", "allergies", "needs"])
@pytest.mark.parametrize("fits", [list(TRIO), ["R-003"], ["R-001"]])
def test_a_wrong_verdict_for_a_need_is_withheld(
    counter: Counter, field: str, fits: list[str]
) -> None:
    reply = counter.draft(NEEDY)
    verdict = find_claim(reply, "comparison", field)
    forged = changed(verdict.value, fits=fits)
    assert_withheld(counter, with_claim(reply, verdict, value=forged), NEEDY)


def test_a_verdict_may_not_name_a_piece_that_does_not_fit(counter: Counter) -> None:
    reply = counter.draft(NEEDY)
    verdict = find_claim(reply, "comparison", "allergies")
    ring = counter.products["R-001"].name["en"]
    assert_withheld(counter, with_claim(reply, verdict, text=f"{verdict.text}, the {ring}"), NEEDY)


def test_a_need_that_nobody_stated_has_no_verdict(counter: Counter) -> None:
    reply = counter.draft(NEEDY)
    assert_withheld(counter, reply, compared(*TRIO))


def test_what_differs_cannot_be_called_shared(counter: Counter) -> None:
    action = compared(*TRIO)
    reply = counter.draft(action)
    claim = Claim("18k white gold", "comparison", "metal", {"among": [*TRIO], "shared": "gold"})
    text = f"The same for all: 18k white gold.\n{reply.text}"
    assert_withheld(counter, GroundedReply(text, (claim, *reply.claims)), action)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "It is cheaper than the other."),
        ("en", "It costs less."),
        ("en", "It is the heaviest we have."),
        ("en", "It is the least expensive."),
        ("zh", "这件更便宜。"),
        ("zh", "这件最重。"),
    ],
)
def test_a_comparison_that_no_claim_makes_is_withheld(
    counter: Counter, language: Language, words: str
) -> None:
    assert_withheld(counter, GroundedReply(words), compared(*TRIO), language)


@both
def test_who_meets_all_the_wishes_is_said_in_the_end(counter: Counter, language: Language) -> None:
    wishes = Constraints({"metal": ("gold",), "in_stock": True}, {"stone": ("pearl",)})
    fitting = {one.id for one in counter.products.values() if fits(one)}
    chosen = (*sorted(fitting)[:1], *sorted(set(counter.products) - fitting)[:1])
    verdict = find_claim(counter.answer(Compare(chosen, wishes), language), "comparison", "needs")
    assert isinstance(verdict.value, dict)
    assert verdict.value["fits"] == [chosen[0]]


def fits(piece: Product) -> bool:
    """Gold, here, and without pearls."""
    pearls = any("pearl" in stone.stone for stone in piece.stones)
    here = piece.availability in ("in_stock", "last_one")
    return piece.metal == "gold" and here and not pearls


@both
def test_a_day_that_is_needed_is_judged_too(counter: Counter, language: Language) -> None:
    wishes = Constraints({"deliver_by": "2099-01-01"})
    reply = counter.answer(Compare(TRIO, wishes), language)
    assert "2099-01-01" in find_claim(reply, "comparison", "deliver_by").text


@both
def test_what_was_asked_is_answered_first_and_alone_where_it_was_compared_before(
    counter: Counter, language: Language
) -> None:
    action = Compare(("P-005", "G-005"), fields=("metal_weight_g",), brief=True)
    reply = counter.answer(action, language)
    assert reply.claims[0].source == "comparison"
    assert {claim.field for claim in reply.claims} == {"name", "metal_weight_g"}


@both
def test_a_piece_without_stones_is_said_to_have_none(counter: Counter, language: Language) -> None:
    plain = next(one for one in counter.products.values() if not one.stones)
    stoned = next(one for one in counter.products.values() if one.stones)
    reply = counter.answer(Compare((plain.id, stoned.id)), language)
    told = find_claim(reply, f"product:{plain.id}", "stone")
    assert told.value == "none"
    assert ("not stated" if language == "en" else "未注明") not in told.text


@both
def test_pieces_for_daily_wear_are_told_by_stone_and_setting_with_the_card(
    counter: Counter, language: Language
) -> None:
    action = Compare(("R-001", "R-002"), brief=True, topics=("daily_wear",))
    reply = counter.answer(action, language)
    assert {claim.field for claim in reply.claims} == {"name", "stone", "setting", "text"}
