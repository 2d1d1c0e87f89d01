"""How a price comes about, and figures that no record gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assistant.actions import PriceMetal, WorkOut
from assistant.catalogue.product import Product
from assistant.gold_maths import MetalPrice, by_weight, price_per_carat, price_per_gram
from assistant.money import Money
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import Claim, GroundedReply
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, changed, find_claim, reclaim, with_claim

both = pytest.mark.parametrize("language", LANGUAGES)
WEIGHED, FIXED = "P-005", "R-001"
BY_WEIGHT, WHOLE = WorkOut((WEIGHED,)), WorkOut((FIXED,))


@both
def test_every_price_can_be_worked_out_as_far_as_its_record_goes(
    counter: Counter, language: Language
) -> None:
    for one in counter.products:
        reply = counter.answer(WorkOut((one,)), language)
        assert counter.products[one].name[language] in reply.text


@both
def test_a_price_by_weight_is_taken_apart_with_its_day(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(BY_WEIGHT, language)
    parts = by_weight(counter.products[WEIGHED])
    assert parts is not None
    worked = find_claim(reply, f"figure:{WEIGHED}", "by_weight").value
    assert isinstance(worked, dict)
    assert worked["total_minor"] == worked["metal_minor"] + worked["labour_minor"]
    assert worked["total_minor"] == counter.products[WEIGHED].price.minor
    assert parts.priced_on is not None
    assert parts.priced_on.isoformat() in reply.text


@both
def test_a_fixed_price_is_turned_into_one_a_gram_and_a_carat(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(WHOLE, language)
    piece = counter.products[FIXED]
    gram, carat = price_per_gram(piece), price_per_carat(piece)
    assert gram is not None
    assert carat is not None
    assert find_claim(reply, f"figure:{FIXED}", "price_per_gram").value == gram.minor
    assert find_claim(reply, f"figure:{FIXED}", "price_per_carat").value == carat.minor


@both
def test_without_a_weight_no_price_a_gram_is_claimed(counter: Counter, language: Language) -> None:
    silent = [one for one in counter.products.values() if one.metal_weight_g is None]
    assert silent
    for piece in silent:
        reply = counter.answer(WorkOut((piece.id,)), language)
        assert not [claim for claim in reply.claims if claim.field == "price_per_gram"]


@both
def test_of_several_pieces_the_least_a_carat_is_told_first_and_only_that(
    counter: Counter, language: Language
) -> None:
    stoned = [one for one in counter.products.values() if price_per_carat(one) is not None][:3]
    action = WorkOut(tuple(one.id for one in stoned), ("price_per_carat",))
    reply = counter.answer(action, language)
    told = {claim.field for claim in reply.claims}
    assert "price_per_carat" in told
    assert "price_per_gram" not in told
    assert reply.claims[0].source == "comparison"


@both
@pytest.mark.parametrize(
    ("figures", "total_minor"),
    [
        ({"weight_g": 10.0}, None),
        ({"weight_g": 10.0, "labour_minor": 30000.0}, 30000),
        ({"weight_g": 10.0, "labour_minor_per_g": 3000.0}, 30000),
    ],
)
def test_grams_of_metal_are_reckoned_with_the_dated_price_of_a_record(
    counter: Counter, language: Language, figures: dict[str, float], total_minor: int | None
) -> None:
    reply = counter.answer(PriceMetal(("gold", "999"), figures), language)
    claim = next(one for one in reply.claims if one.source.startswith("metal:"))
    parts = by_weight(counter.products[claim.source.removeprefix("metal:")])
    assert parts is not None
    assert parts.priced_on is not None
    assert isinstance(claim.value, dict)
    assert claim.value["metal_minor"] == 10 * parts.metal_minor_per_g
    assert parts.priced_on.isoformat() in reply.text
    if total_minor is not None:
        assert claim.value["total_minor"] == 10 * parts.metal_minor_per_g + total_minor


@both
def test_a_fixed_price_that_a_shopper_names_is_turned_into_one_a_gram(
    counter: Counter, language: Language
) -> None:
    figures = {"weight_g": 1.1, "fixed_minor": 128000.0}
    reply = counter.answer(PriceMetal(("gold",), figures), language)
    assert "¥1,163.64" in reply.text
    assert [claim for claim in reply.claims if claim.source == "sum"]


@both
def test_no_price_a_gram_is_guessed_where_no_record_has_one(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(PriceMetal(("palladium",), {"weight_g": 5.0}), language)
    assert [claim.source for claim in reply.claims] == ["metal:none"]
    assert "¥" not in reply.text


def test_a_forged_price_of_metal_is_withheld(counter: Counter) -> None:
    action = PriceMetal(("gold",), {"weight_g": 10.0})
    reply = counter.answer(action, "en")
    assert_withheld(counter, reclaim(reply, "10 g ×", "9 g ×"), action)


def set_price(day: date, per_gram_minor: int = 120_150) -> MetalPrice:
    return MetalPrice("gold", "999", Money(per_gram_minor, "CNY"), day, "Exchange of Test, Au99.99")


@both
def test_a_price_that_the_shop_has_set_wins_where_it_is_newer(
    vocabulary: Vocabulary, products: dict[str, Product], language: Language
) -> None:
    counter = Counter(vocabulary, products, (set_price(date(2090, 1, 2)),))
    reply = counter.answer(PriceMetal(("gold", "999"), {"weight_g": 10.0}), language)
    assert {claim.source for claim in reply.claims} == {"metal:shop"}
    for said in ("¥1,201.50", "¥12,015", "2090-01-02", "Exchange of Test, Au99.99"):
        assert said in reply.text


@both
def test_a_price_that_the_shop_has_set_yields_to_a_newer_record(
    vocabulary: Vocabulary, products: dict[str, Product], language: Language
) -> None:
    counter = Counter(vocabulary, products, (set_price(date(2020, 1, 2)),))
    reply = counter.answer(PriceMetal(("gold", "999"), {}), language)
    assert "metal:shop" not in {claim.source for claim in reply.claims}
    assert "2020-01-02" not in reply.text


@both
def test_a_metal_that_no_record_prices_is_priced_by_what_the_shop_has_set(
    vocabulary: Vocabulary, products: dict[str, Product], language: Language
) -> None:
    palladium = replace(set_price(date(2026, 1, 2)), metal="palladium", purity="950")
    counter = Counter(vocabulary, products, (palladium,))
    reply = counter.answer(PriceMetal(("palladium",), {}), language)
    assert {claim.source for claim in reply.claims} == {"metal:shop"}


@pytest.mark.parametrize(
    ("old", "new"),
    [("¥1,201.50", "¥1,179"), ("2090-01-02", "2090-01-03"), ("Au99.99", "Au99.95")],
)
def test_a_forged_price_of_the_shop_is_withheld(
    vocabulary: Vocabulary, products: dict[str, Product], old: str, new: str
) -> None:
    counter = Counter(vocabulary, products, (set_price(date(2090, 1, 2)),))
    action = PriceMetal(("gold",), {"weight_g": 10.0})
    reply = counter.answer(action)
    assert_withheld(counter, reclaim(reply, old, new), action)


@both
def test_several_kinds_of_stone_have_no_price_a_carat(counter: Counter, language: Language) -> None:
    mixed = [one for one in counter.products.values() if len(one.stones) > 1]
    assert mixed
    for piece in mixed:
        reply = counter.answer(WorkOut((piece.id,)), language)
        assert not [claim for claim in reply.claims if claim.field == "price_per_carat"]


# ---------------------------------------------------------------- forged


@pytest.mark.parametrize(
    "part", ["metal_minor_per_g", "metal_minor", "labour_minor", "total_minor", "weight_g"]
)
def test_a_wrong_part_of_a_price_is_withheld(counter: Counter, part: str) -> None:
    reply = counter.draft(BY_WEIGHT)
    worked = find_claim(reply, f"figure:{WEIGHED}", "by_weight")
    assert isinstance(worked.value, dict)
    forged = changed(worked.value, **{part: worked.value[part] + 1})
    assert_withheld(counter, with_claim(reply, worked, value=forged), BY_WEIGHT)


@both
@pytest.mark.parametrize(
    ("true", "false"),
    [
        ("¥1,179", "¥1,079"),
        ("¥9,455.58", "¥9,455.59"),
        ("¥900", "¥90"),
        ("2026-11-20", "2026-11-25"),
    ],
)
def test_a_wrong_sum_in_words_is_withheld(
    counter: Counter, true: str, false: str, language: Language
) -> None:
    reply = counter.draft(BY_WEIGHT, language)
    assert_withheld(counter, reclaim(reply, true, false), BY_WEIGHT, language)


@pytest.mark.parametrize("field", ["price_per_gram", "price_per_carat"])
def test_a_wrong_figure_is_withheld(counter: Counter, field: str) -> None:
    reply = counter.draft(WHOLE)
    claim = find_claim(reply, f"figure:{FIXED}", field)
    assert isinstance(claim.value, int)
    assert_withheld(counter, with_claim(reply, claim, value=claim.value + 1), WHOLE)
    assert_withheld(counter, with_claim(reply, claim, text="¥1"), WHOLE)


def test_a_figure_of_a_piece_that_states_no_weight_is_withheld(counter: Counter) -> None:
    silent = next(one for one in counter.products.values() if one.metal_weight_g is None)
    name = Claim(silent.name["en"], f"product:{silent.id}", "name", dict(silent.name))
    per_gram = Claim("¥500", f"figure:{silent.id}", "price_per_gram", 50_000)
    lie = GroundedReply(f"The {name.text} is ¥500 a gram.", (name, per_gram))
    assert_withheld(counter, lie, WorkOut((silent.id,)))


def test_a_fixed_price_cannot_be_taken_apart(counter: Counter) -> None:
    reply = counter.draft(BY_WEIGHT)
    worked = find_claim(reply, f"figure:{WEIGHED}", "by_weight")
    stolen = with_claim(reply, worked, source=f"figure:{FIXED}")
    assert_withheld(counter, stolen, BY_WEIGHT)


def test_a_figure_of_one_piece_cannot_be_said_of_another(counter: Counter) -> None:
    action = WorkOut((FIXED, WEIGHED))
    reply = counter.draft(action)
    one, other = (counter.products[piece].name["en"] for piece in action.product_ids)
    text = reply.text.replace(one, "@").replace(other, one).replace("@", other)
    assert_withheld(counter, replace(reply, text=text), action)


@both
def test_two_worked_out_prices_are_set_side_by_side(counter: Counter, language: Language) -> None:
    priced = [one for one in counter.products.values() if price_per_gram(one)]
    grams = {one.id: price_per_gram(one).minor for one in priced}  # type: ignore[union-attr]
    first, second = sorted(grams, key=lambda one: grams[one])[:: len(grams) - 1]
    reply = counter.answer(WorkOut((second, first)), language)
    verdict = find_claim(reply, "comparison", "price_per_gram").value
    assert isinstance(verdict, dict)
    assert (verdict["pick"], verdict["end"]) == (first, "least")
