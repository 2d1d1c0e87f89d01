"""By when a piece can be had: counted from its record, and forged promises withheld."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assistant.actions import Deliver
from assistant.answers.delivery import outlook
from assistant.catalogue.product import Product, Service, Size
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.terms import LANGUAGES, Language
from tests.answers.counter import Counter
from tests.answers.forging import assert_withheld

TODAY = date(2026, 11, 25)
FREE = Constraints()
both = pytest.mark.parametrize("language", LANGUAGES)


def day(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture(scope="module")
def piece(products: dict[str, Product]) -> Product:
    """A piece in stock that leaves the shop within two days."""
    return replace(
        next(iter(products.values())),
        availability="in_stock",
        lead_time_days=None,
        service=Service(ships_in_days=2),
        sizes=(),
    )


@pytest.mark.parametrize(
    ("days", "verdict"), [(10, "reachable"), (3, "reachable"), (2, "collect"), (0, "collect")]
)
def test_a_piece_in_stock_is_sent_in_time_or_collected(
    days: int, verdict: str, piece: Product
) -> None:
    assert outlook(piece, day(days), FREE, TODAY).verdict == verdict


@pytest.mark.parametrize(("days", "verdict"), [(30, "ready"), (20, "ready"), (19, "too late")])
def test_a_piece_made_to_order_takes_its_days(days: int, verdict: str, piece: Product) -> None:
    made = replace(piece, availability="to_order", lead_time_days=20, service=Service(20))
    found = outlook(made, day(days), FREE, TODAY)
    assert (found.verdict, found.ready) == (verdict, day(20))


def test_what_the_record_does_not_say_is_neither_promised_nor_refused(piece: Product) -> None:
    silent = replace(piece, availability="to_order", service=Service())
    assert outlook(silent, day(99), FREE, TODAY).verdict == "not stated"
    unknown = replace(piece, availability=None, service=Service())
    assert outlook(unknown, day(99), FREE, TODAY).verdict == "not stated"


def test_a_piece_that_is_sold_out_is_not_to_be_had(piece: Product) -> None:
    gone = replace(piece, availability="sold_out")
    assert outlook(gone, day(99), FREE, TODAY).verdict == "sold out"


def test_a_size_that_has_to_be_made_is_not_in_stock(piece: Product) -> None:
    sizes = (Size("ring_size_mm", 51.9, "in_stock"), Size("ring_size_mm", 54.4, "to_order"))
    ring = replace(piece, sizes=sizes)
    here = outlook(ring, day(9), Constraints({"ring_size_mm": 51.9}), TODAY)
    made = outlook(ring, day(9), Constraints({"ring_size_mm": 54.4}), TODAY)
    assert (here.verdict, made.verdict) == ("reachable", "not stated")


@both
@pytest.mark.parametrize("days", [None, 1, 400])
def test_every_answer_stands_up_to_the_check(
    days: int | None, language: Language, counter: Counter
) -> None:
    by = (date.today() + timedelta(days=days)).isoformat() if days else None
    some = tuple(counter.products)[:40]
    for ids in (some[:1], some[:6], *((one,) for one in some)):
        reply = counter.answer(Deliver(ids, by), language)
        told = [claim for claim in reply.claims if claim.source.startswith("delivery:")]
        assert {claim.source.partition(":")[2] for claim in told} == set(ids)
        is_to_be_had = any(one.value["verdict"] != "sold out" for one in told)
        assert by is None or not is_to_be_had or by in reply.text


@both
def test_a_promise_that_the_record_does_not_keep_is_withheld(
    language: Language, counter: Counter
) -> None:
    here = next(p for p in counter.products.values() if p.availability == "in_stock")
    action = Deliver((here.id,), (date.today() + timedelta(days=1)).isoformat())
    reply = counter.answer(action, language)
    forged = tuple(
        replace(claim, value={**claim.value, "verdict": "reachable"})
        if isinstance(claim.value, dict)
        else claim
        for claim in reply.claims
    )
    assert_withheld(counter, replace(reply, claims=forged), action, language)


@both
def test_a_refusal_made_a_promise_is_withheld(language: Language, counter: Counter) -> None:
    here = next(p for p in counter.products.values() if p.availability == "in_stock")
    late = Deliver((here.id,), (date.today() - timedelta(days=1)).isoformat())
    reply = counter.answer(late, language)
    no, yes = ("cannot", "can") if language == "en" else ("拿不到", "能拿到")
    assert no in reply.text
    claims = tuple(replace(one, text=one.text.replace(no, yes)) for one in reply.claims)
    with pytest.raises(UngroundedReply):
        counter.check(
            replace(reply, text=reply.text.replace(no, yes), claims=claims), late, language
        )


@both
@pytest.mark.parametrize("by", ["2026-12-25", None])
def test_of_no_piece_it_is_said_to_depend_on_the_piece(
    counter: Counter, language: Language, by: str | None
) -> None:
    reply = counter.answer(Deliver((), by), language)
    assert reply.claims[0].source.startswith("card:")
    assert bool(by) == any(by is not None and by in one.say for one in reply.suggestions)
