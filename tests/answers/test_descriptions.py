"""One piece in words, and several side by side."""

from __future__ import annotations

import pytest

from assistant.actions import Compare, Describe, Save
from assistant.money import format_money
from assistant.terms import LANGUAGES, Language
from tests.answers.counter import Counter

both = pytest.mark.parametrize("language", LANGUAGES)
SILENCE: dict[Language, str] = {"en": "not stated in our records", "zh": "记录中未注明"}


@both
def test_a_description_states_price_and_metal_with_claims(
    counter: Counter, language: Language
) -> None:
    product = counter.products["R-002"]
    reply = counter.answer(Describe(("R-002",)), language)
    assert format_money(product.price) in reply.text
    by_field = {claim.field: claim.value for claim in reply.claims}
    assert by_field["price_minor"] == product.price.minor
    assert by_field["metal"] == "platinum"
    assert all(claim.source == "product:R-002" for claim in reply.claims)


@both
def test_only_the_fields_asked_for_are_told(counter: Counter, language: Language) -> None:
    reply = counter.answer(Describe(("R-002",), ("nickel",)), language)
    assert {claim.field for claim in reply.claims} == {"name", "nickel"}


@both
def test_what_the_record_does_not_state_is_said_to_be_unstated(
    counter: Counter, language: Language
) -> None:
    silent = next(one for one in counter.products.values() if one.nickel == "not-stated")
    reply = counter.answer(Describe((silent.id,), ("nickel",)), language)
    assert SILENCE[language] in reply.text
    assert [claim.value for claim in reply.claims if claim.field == "nickel"] == [None]


@both
def test_a_piece_to_order_tells_its_lead_time(counter: Counter, language: Language) -> None:
    made = next(one for one in counter.products.values() if one.availability == "to_order")
    reply = counter.answer(Describe((made.id,), ("availability",)), language)
    assert str(made.lead_time_days) in reply.text


def test_ring_sizes_are_told_in_millimetres_and_a_scale(counter: Counter) -> None:
    reply = counter.answer(Describe(("R-001",), ("sizes",)))
    assert "54.4 mm" in reply.text
    assert "US 7" in reply.text


@both
def test_a_comparison_shows_every_piece_and_claims_each_price(
    counter: Counter, language: Language
) -> None:
    pair = ("R-001", "R-007")
    reply = counter.answer(Compare(pair), language)
    assert tuple(shown.product.id for shown in reply.products) == pair
    priced = {claim.source for claim in reply.claims if claim.field == "price_minor"}
    assert priced >= {f"product:{one}" for one in pair}


@both
def test_saving_confirms_by_name(counter: Counter, language: Language) -> None:
    reply = counter.answer(Save(("R-001",)), language)
    assert counter.products["R-001"].name[language] in reply.text


@both
def test_a_size_that_is_asked_about_is_told_alone(counter: Counter, language: Language) -> None:
    reply = counter.answer(Describe(("R-130",), ("sizes", "availability"), 51.9), language)
    assert "51.9 mm" in reply.text
    assert "46.8 mm" not in reply.text


@both
def test_of_a_size_that_is_not_made_all_that_are_made_are_told(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(Describe(("R-130",), ("sizes", "availability"), 66.0), language)
    assert "51.9 mm" in reply.text
    assert "46.8 mm" in reply.text
