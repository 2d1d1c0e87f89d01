"""What is said about search results, counts, and nothing found."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant.actions import Count, Search
from assistant.answers.relaxing import WISH_NAMES
from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints
from assistant.search.searcher import WISH_SLOTS
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import GroundedReply
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld, find_claim, with_claim
from tests.reading import Reader

both = pytest.mark.parametrize("language", LANGUAGES)


def search(**wishes: Any) -> Search:
    return Search(Constraints.from_json(wishes))


def claimed(reply: GroundedReply, field: str) -> Any:
    return next(claim.value for claim in reply.claims if claim.field == field)


def rings_to_be_had(counter: Counter) -> list[Product]:
    pieces = counter.products.values()
    return [one for one in pieces if one.category == "ring" and one.availability != "sold_out"]


@both
def test_an_offer_names_the_best_piece_its_price_and_the_count(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(search(category="ring", metal="gold"), language)
    best = reply.products[0].product
    assert best.name[language] in reply.text
    assert claimed(reply, "price_minor") == best.price.minor
    assert claimed(reply, "matches") == sum(one.metal == "gold" for one in rings_to_be_had(counter))
    assert claimed(reply, "constraints") == {"category": "ring", "metal": "gold"}


@both
def test_reasons_name_what_the_record_has_of_the_wish(counter: Counter, language: Language) -> None:
    reply = counter.answer(search(metal="gold", metal_colour="rose"), language)
    for shown in reply.products:
        assert any(reason.part == "wishes" for reason in shown.why)


@both
def test_the_recipient_is_worded_in_the_shoppers_language(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(search(recipient="mother"), language)
    reasons = [r.text for shown in reply.products for r in shown.why if r.part == "recipient"]
    assert reasons
    assert all(text == ("For women" if language == "en" else "适合女士") for text in reasons)


@both
def test_a_style_is_counted_apart_from_what_was_filtered(
    counter: Counter, language: Language
) -> None:
    rings = rings_to_be_had(counter)
    vintage = sum("vintage" in ring.styles for ring in rings)
    wishes = Constraints.from_json({"category": "ring", "style": "vintage"})
    for action in (Search(wishes), Count(wishes)):
        reply = counter.answer(action, language)
        assert claimed(reply, "matches") == len(rings)
        assert claimed(reply, "recorded")["matches"] == vintage


@both
def test_a_style_that_no_piece_has_is_admitted(counter: Counter, language: Language) -> None:
    reply = counter.answer(search(category="anklet", style="art deco"), language)
    assert claimed(reply, "recorded")["matches"] == 0
    assert reply.products


@both
def test_nothing_found_shows_nothing_and_proposes_what_to_relax(
    counter: Counter, language: Language
) -> None:
    wishes = {"category": "brooch", "metal": "titanium"}
    reply = counter.answer(search(**wishes), language)
    assert not reply.products
    assert claimed(reply, "matches") == 0
    assert claimed(reply, "relaxation")["matches"] > 0
    assert reply.suggestions


@both
def test_two_wishes_that_only_help_together_are_both_named(
    counter: Counter, language: Language
) -> None:
    wishes = {
        "category": "brooch",
        "metal": "titanium",
        "price_max_minor": 100,
        "currency": "CNY",
    }
    reply = counter.answer(search(**wishes), language)
    values = [claim.value for claim in reply.claims if claim.field == "relaxation"]
    assert values
    assert all("+" in value["slot"] for value in values if isinstance(value, dict))
    names = ("metal", "price") if language == "en" else ("材质", "预算")
    assert all(name in reply.text for name in names)


def test_an_allergy_is_never_proposed_for_relaxing(counter: Counter) -> None:
    reply = counter.answer(search(category="brooch", metal="titanium", allergies=["nickel"]))
    relaxed = [claim.value for claim in reply.claims if claim.field == "relaxation"]
    assert relaxed
    assert not any("allergies" in str(value) for value in relaxed)


def test_when_all_were_seen_nothing_is_claimed_about_relaxing(counter: Counter) -> None:
    action = replace(search(category="anklet"), leave_out=tuple(counter.products))
    reply = counter.answer(action)
    assert not reply.products
    assert not reply.claims


@both
def test_a_wish_in_another_currency_states_rate_and_date(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(
        search(category="ring", price_max_minor=100_000, currency="USD"), language
    )
    rate = next(claim for claim in reply.claims if claim.source.startswith("rate:"))
    assert "2026-11-20" in rate.text
    assert "¥7,100" in rate.text


@both
def test_without_a_rate_no_price_is_compared_and_the_currency_is_asked_for(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(search(category="ring", price_max_minor=10**9, currency="EUR"), language)
    assert not reply.products
    assert "EUR" in reply.text


@pytest.mark.parametrize(("order", "pick"), [("price_up", min), ("price_down", max)])
def test_the_extreme_piece_is_named_first(counter: Counter, order: Any, pick: Any) -> None:
    reply = counter.answer(replace(search(category="ring"), order=order))
    rings = [one.price.minor for one in counter.products.values() if one.category == "ring"]
    assert reply.products[0].product.price.minor == pick(rings)


@both
def test_a_count_tells_the_number_and_the_least_price(counter: Counter, language: Language) -> None:
    reply = counter.answer(Count(Constraints.from_json({"category": "pendant"})), language)
    pendants = [one for one in counter.products.values() if one.category == "pendant"]
    assert claimed(reply, "matches") == len(pendants)
    assert claimed(reply, "price_minor") == min(one.price.minor for one in pendants)
    assert len(reply.products) <= 4


@both
def test_counting_none_is_an_answer(counter: Counter, language: Language) -> None:
    reply = counter.answer(Count(Constraints.from_json({"metal": "copper"})), language)
    assert claimed(reply, "matches") == 0
    assert not reply.products


@pytest.mark.parametrize("name", sorted(WISH_NAMES))
@both
def test_tapping_a_proposal_clears_that_wish(reader: Reader, name: str, language: Language) -> None:
    english, chinese = WISH_NAMES[name][1], WISH_NAMES[name][3]
    meant = reader(english if language == "en" else chinese, reader.session(category="ring"))
    cleared = {edit.slot for edit in meant.edits if isinstance(edit, Clear)}
    wanted = set(WISH_SLOTS.get(name, (name,)))
    assert wanted <= cleared
    assert meant.intent in ("search", "refine")


@both
def test_the_newest_is_told_with_its_day(counter: Counter, language: Language) -> None:
    action = Search(Constraints({"category": ("ring",)}), order="newest")
    reply = counter.answer(action, language)
    days = [shown.product.listed_on for shown in reply.products]
    assert days == sorted(days, key=str, reverse=True)
    assert find_claim(reply, f"product:{reply.products[0].product.id}", "listed_on").value == str(
        days[0]
    )


@both
def test_an_older_piece_is_not_called_the_newest(counter: Counter, language: Language) -> None:
    action = Search(Constraints({"category": ("ring",)}), order="newest")
    reply = counter.draft(action, language)
    older = min(counter.products.values(), key=lambda one: str(one.listed_on))
    lead = find_claim(reply, "count", "extreme")
    forged = with_claim(reply, lead, value={"id": older.id, "end": "newest"})
    assert_withheld(counter, forged, action, language)


@both
def test_the_newest_is_not_known_where_no_record_has_a_day(
    vocabulary: Vocabulary, products: dict[str, Product], language: Language
) -> None:
    undated = {one.id: replace(one, listed_on=None) for one in list(products.values())[:9]}
    reply = Counter(vocabulary, undated).answer(Search(Constraints(), order="newest"), language)
    assert not [claim for claim in reply.claims if claim.field in ("extreme", "listed_on")]
    assert "do not say" in reply.text or "没有写" in reply.text
