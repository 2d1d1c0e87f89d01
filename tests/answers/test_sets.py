"""What is said of a set: its pieces, its exact sum, the gap to a budget; and forged sums."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.actions import BuildSet
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.money import Money, format_money
from assistant.terms import LANGUAGES, Language
from assistant.turn import Claim, Findings, GroundedReply, Member, SetWish, Understanding
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, changed, find_claim, reclaim, with_claim

both = pytest.mark.parametrize("language", LANGUAGES)
THREE = SetWish("three_gold", (Member("bracelet"), Member("ring"), Member("necklace")))


def three_gold(**wishes: Any) -> BuildSet:
    return BuildSet(THREE, Constraints.from_json({"metal": "gold", **wishes}))


OPEN, TIGHT = three_gold(), three_gold(price_max_minor=300_000, currency="CNY")
AMPLE = three_gold(price_max_minor=30_000_000, currency="CNY")


@both
def test_a_set_shows_each_piece_with_its_price_and_sums_them_exactly(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(OPEN, language)
    prices = [shown.product.price.minor for shown in reply.products]
    assert len(prices) == 3
    assert find_claim(reply, "set", "total").value == sum(prices)
    for shown in reply.products:
        price = find_claim(reply, f"product:{shown.product.id}", "price_minor")
        assert price.value == shown.product.price.minor
        assert shown.product.name[language] in reply.text


@both
def test_what_is_left_of_a_budget_is_told(counter: Counter, language: Language) -> None:
    reply = counter.answer(AMPLE, language)
    total = find_claim(reply, "set", "total").value
    assert isinstance(total, int)
    assert find_claim(reply, "set", "left").value == 30_000_000 - total


@both
def test_the_nearest_set_says_what_would_close_the_gap(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(TIGHT, language)
    total = find_claim(reply, "set", "total").value
    assert isinstance(total, int)
    gap = find_claim(reply, "set", "over")
    assert gap.value == total - 300_000
    assert total > 300_000


def just_short(counter: Counter) -> tuple[BuildSet, int]:
    """A set with one cent too little for the least expensive one, and what that one costs."""
    least = find_claim(counter.draft(TIGHT), "set", "total").value
    assert isinstance(least, int)
    return three_gold(price_max_minor=least - 1, currency="CNY"), least


@both
def test_a_piece_that_may_be_left_out_is_named_with_the_rest(
    counter: Counter, language: Language
) -> None:
    action, least = just_short(counter)
    reply = counter.answer(action, language)
    rest = find_claim(reply, "set", "without")
    assert isinstance(rest.value, dict)
    gone = counter.products[str(rest.value["product_id"])]
    total = find_claim(reply, "set", "total").value
    assert isinstance(total, int)
    assert rest.value["total_minor"] == total - gone.price.minor
    assert rest.value["total_minor"] < least


@both
def test_each_piece_can_be_swapped_by_a_tap(counter: Counter, language: Language) -> None:
    assert len(counter.answer(OPEN, language).suggestions) == 3


@both
def test_a_kind_of_piece_that_is_lacking_is_said_plainly(
    counter: Counter, language: Language
) -> None:
    wish = SetWish("matching", (Member("necklace"), Member("earrings")))
    reply = counter.answer(BuildSet(wish, Constraints.from_json({"metal": "copper"})), language)
    lacking = [claim.value for claim in reply.claims if claim.field == "lacking"]
    assert lacking == ["necklace", "earrings"]
    assert not reply.products


@both
def test_a_pair_sold_as_one_piece_claims_no_sum(counter: Counter, language: Language) -> None:
    couple = BuildSet(SetWish("couple", (Member("ring"), Member("ring"))), Constraints())
    reply = counter.answer(couple, language)
    assert len(reply.products) == 1
    assert not [claim for claim in reply.claims if claim.source == "set"]


# ---------------------------------------------------------------- forged


@both
def test_a_sum_off_by_one_fen_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(OPEN, language)
    total = find_claim(reply, "set", "total")
    assert isinstance(total.value, int)
    assert_withheld(counter, with_claim(reply, total, value=total.value + 1), OPEN, language)


@both
def test_another_sum_in_words_is_withheld(counter: Counter, language: Language) -> None:
    reply = counter.draft(OPEN, language)
    piece_set = counter.gather(OPEN, language).piece_set
    assert piece_set is not None
    lie = reclaim(reply, format_money(piece_set.total), "¥9,999")
    assert_withheld(counter, lie, OPEN, language)


def test_a_finding_whose_total_is_wrong_is_withheld(counter: Counter) -> None:
    """A builder that cannot add is found out, though composer and claim agree with it."""
    found = counter.gather(OPEN, "en").piece_set
    assert found is not None
    wrong = Findings(piece_set=replace(found, total=Money(found.total.minor - 100, "CNY")))
    reply = counter.composer.compose(OPEN, wrong, Understanding("en", "set"))
    with pytest.raises(UngroundedReply):
        counter.check_with(reply, wrong, OPEN)


@pytest.mark.parametrize("action", [TIGHT, AMPLE])
@pytest.mark.parametrize("change", [-100, 100])
def test_a_wrong_distance_from_the_budget_is_withheld(
    counter: Counter, action: BuildSet, change: int
) -> None:
    reply = counter.draft(action)
    gap = next(one for one in reply.claims if one.field in ("over", "left"))
    assert isinstance(gap.value, int)
    assert_withheld(counter, with_claim(reply, gap, value=gap.value + change), action)


def test_over_budget_cannot_be_called_left_of_it(counter: Counter) -> None:
    reply = counter.draft(TIGHT)
    gap = find_claim(reply, "set", "over")
    assert_withheld(counter, with_claim(reply, gap, field="left"), TIGHT)


def test_a_wrong_rest_without_a_piece_is_withheld(counter: Counter) -> None:
    action, _ = just_short(counter)
    reply = counter.draft(action)
    rest = find_claim(reply, "set", "without")
    forged = changed(rest.value, total_minor=1)
    assert_withheld(counter, with_claim(reply, rest, value=forged), action)
    stranger = changed(rest.value, product_id="R-002")
    assert_withheld(counter, with_claim(reply, rest, value=stranger), action)


@both
def test_a_set_is_not_called_larger_than_it_is(counter: Counter, language: Language) -> None:
    reply = counter.draft(OPEN, language)
    pieces = find_claim(reply, "set", "pieces")
    assert_withheld(counter, with_claim(reply, pieces, value=4), OPEN, language)
    four = "four" if language == "en" else "4"
    assert_withheld(counter, with_claim(reply, pieces, text=four), OPEN, language)


def test_nothing_is_called_lacking_while_there_is_a_set(counter: Counter) -> None:
    text = "We have no bracelet."
    lie = GroundedReply(text, (Claim("bracelet", "set", "lacking", "bracelet"),))
    assert_withheld(counter, lie, OPEN)


def test_a_sum_needs_a_set(counter: Counter) -> None:
    lie = GroundedReply("Together: ¥1.", (Claim("Together: ¥1", "set", "total", 100),))
    action = BuildSet(THREE, Constraints.from_json({"metal": "copper"}))
    assert_withheld(counter, lie, action)
