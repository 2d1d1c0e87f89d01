"""Couple rings end to end: two sizes, two budgets and a sum, a swap, and what closes a gap."""

from __future__ import annotations

import pytest

from assistant.assembly import Facet
from assistant.evaluation.dialogue import words_only
from assistant.respond import Answered
from assistant.session import Session
from assistant.turn import UserTurn

US_10, US_6, CN_18, CN_12 = 62.1, 51.9, 58.0, 52.0
TWO_BUDGETS = "gold rings for both of us, his size US 10 under 6000, hers US 6 under 3000"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("couple"))


def talk(shop: Facet, *sentences: str) -> Answered:
    session = Session("couple")
    for words in sentences:
        answered = shop.assistant.respond(UserTurn(text=words), session)
        session = answered.session
    return answered


def sizes_and_tops(answered: Answered) -> list[tuple[float | None, float | None]]:
    wish = answered.session.set_wish
    assert wish is not None
    return [
        (one.wishes.number("ring_size_mm"), one.wishes.number("price_max_minor"))
        for one in wish.members
    ]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "couple rings, his size US 10 under 3000, hers US 6 under 2000",
            [(US_10, 300_000), (US_6, 200_000)],
        ),
        ("his size US 10 under 3000, hers US 6 under 2000", [(US_10, 300_000), (US_6, 200_000)]),
        ("对戒，他的美码10号三千以内，她的美码6号两千以内", [(US_10, 300_000), (US_6, 200_000)]),
        ("男戒18号女戒12号，一共一万以内", [(CN_18, None), (CN_12, None)]),
        ("对戒，男款18号，预算五千以内，女款12号三千以内", [(CN_18, 500_000), (CN_12, 300_000)]),
    ],
)
def test_each_ring_has_its_own_size_and_budget(
    words: str, expected: list[tuple[float | None, float | None]], shop: Facet
) -> None:
    assert sizes_and_tops(talk(shop, words)) == expected


def test_a_sum_for_both_is_a_wish_of_the_whole(shop: Facet) -> None:
    wishes = talk(shop, "男戒18号女戒12号，一共一万以内").reply.constraints
    assert wishes.number("price_max_minor") == 1_000_000
    assert "recipient" not in wishes.values


def test_the_rings_keep_to_sizes_budgets_and_sum(shop: Facet) -> None:
    reply = talk(shop, TWO_BUDGETS, "under 8000 in total").reply
    assert reply.error is None
    pieces = [shown.product for shown in reply.products]
    assert pieces
    if "close the gap" not in reply.text:
        assert sum(one.price.minor for one in pieces) <= 800_000
        tops = (600_000, 300_000) if len(pieces) == 2 else (900_000,)
        assert all(one.price.minor <= top for one, top in zip(pieces, tops, strict=True))
    wanted = ((US_10,), (US_6,)) if len(pieces) == 2 else ((US_10, US_6),)
    for piece, sizes in zip(pieces, wanted, strict=True):
        for size in sizes:
            assert any(abs(one.mm - size) <= 0.81 for one in piece.sizes), piece.id


@pytest.mark.parametrize("words", ["swap hers", "another one for her", "换一下女戒"])
def test_swapping_hers_gives_another_ring_and_keeps_the_wishes(words: str, shop: Facet) -> None:
    before = talk(shop, TWO_BUDGETS)
    after = talk(shop, TWO_BUDGETS, words)
    assert after.reply.intent == "set"
    assert after.session.set_pieces != before.session.set_pieces
    assert sizes_and_tops(after) == sizes_and_tops(before)
    assert after.reply.constraints == before.reply.constraints


def test_where_no_set_keeps_the_budget_the_nearest_is_told_with_its_gap(shop: Facet) -> None:
    reply = talk(shop, TWO_BUDGETS, "under 100 yuan in total").reply
    gaps = [claim for claim in reply.claims if (claim.source, claim.field) == ("set", "over")]
    total = sum(shown.product.price.minor for shown in reply.products)
    assert [claim.value for claim in gaps] == [total - 10_000]


@pytest.mark.parametrize(
    "words",
    ["couple rings, his size US 15 and hers US 6", "对戒，男款内地35号，女款12号"],
)
def test_a_size_that_no_ring_has_is_told_with_the_nearest(words: str, shop: Facet) -> None:
    reply = talk(shop, words).reply
    told = [claim for claim in reply.claims if claim.field == "nearest_sizes"]
    assert reply.error is None
    assert len(told) == 1
    assert not reply.products


@pytest.mark.parametrize(
    "words",
    [
        "couple rings in platinum, hers 50 mm his 60 mm",
        "铂金对戒，女款10号，男款20号",
        "platinum 对戒, 她 50mm 他 60mm",
    ],
)
def test_the_nearest_sizes_told_are_those_of_the_metal_that_is_wished(
    words: str, shop: Facet
) -> None:
    reply = talk(shop, words).reply
    told = [claim.value for claim in reply.claims if claim.field == "nearest_sizes"]
    assert reply.error is None
    assert len(told) == 1
    value = told[0]
    assert isinstance(value, dict)
    of_platinum = {
        size.mm
        for one in shop.products.values()
        if one.category == "ring" and one.metal == "platinum"
        for size in one.sizes
    }
    assert value["sizes_mm"]
    assert set(value["sizes_mm"]) <= of_platinum


@pytest.mark.parametrize(
    "words", ["couple rings, budget 6000", "对戒 预算6000", "对戒 budget 6000"]
)
def test_rings_for_a_budget_come_near_to_it(words: str, shop: Facet) -> None:
    reply = talk(shop, words).reply
    total = sum(shown.product.price.minor for shown in reply.products)
    assert 400_000 <= total <= 600_000


def test_a_ring_is_told_in_the_size_it_is_wished_in(shop: Facet) -> None:
    reply = talk(shop, "couple rings, his size US 10, hers US 6").reply
    sizes = [claim.text for claim in reply.claims if claim.field == "sizes"]
    assert any("US 10" in one for one in sizes)
    assert any("US 6" in one for one in sizes)


@pytest.mark.parametrize("words", ["his is too expensive", "男款太贵了", "他的 ring 太贵了"])
def test_where_no_ring_is_cheaper_the_set_stays_and_that_is_said(words: str, shop: Facet) -> None:
    asked = "couple rings in rose gold under 8000, hers US 6 his US 10"
    before, after = talk(shop, asked), talk(shop, asked, words)
    assert after.reply.error is None
    assert after.session.set_pieces == before.session.set_pieces
    assert [claim.value for claim in after.reply.claims if claim.field == "lacking"] == ["ring"]
    told_again = talk(shop, asked, words, "what is the total")
    assert told_again.session.set_pieces == before.session.set_pieces


@pytest.mark.parametrize("words", ["something cheaper for him", "太贵了，换便宜点的男戒"])
def test_a_cheaper_one_than_a_pair_is_cheaper(words: str, shop: Facet) -> None:
    asked = "wedding rings for me and my fiancé, budget 10000"
    before, after = talk(shop, asked), talk(shop, asked, words)
    totals = [
        sum(shown.product.price.minor for shown in answered.reply.products)
        for answered in (before, after)
    ]
    assert 0 < totals[1] < totals[0]
