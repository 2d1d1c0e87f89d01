"""A set on the table and what is said of one of its pieces: only that piece changes."""

from __future__ import annotations

import pytest

from assistant.assembly import Facet
from assistant.catalogue.product import Product
from assistant.evaluation.dialogue import words_only
from assistant.respond import Answered
from assistant.session import Session
from assistant.turn import UserTurn

GOLDS = ("三金，预算三万", "three golds, budget 30000")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("sets"))


def talk(shop: Facet, *sentences: str) -> list[Answered]:
    session, said = Session("sets"), []
    for words in sentences:
        said.append(shop.assistant.respond(UserTurn(text=words), session))
        session = said[-1].session
    return said


def pieces(answered: Answered) -> dict[str, Product]:
    return {shown.product.category: shown.product for shown in answered.reply.products}


@pytest.mark.parametrize(
    ("set_wish", "change", "kind"),
    [
        ("三金，预算三万", "项链一万以内", "necklace"),
        ("三金，预算三万", "项链要玫瑰金的", "necklace"),
        ("三金，预算三万", "把耳环换成珍珠的", "earrings"),
        ("three golds, budget 30000", "the necklace up to 10000", "necklace"),
        ("three golds, budget 30000", "the necklace in rose gold", "necklace"),
        ("three golds, budget 30000", "swap the earrings for pearl ones", "earrings"),
    ],
)
def test_a_wish_of_one_piece_changes_that_piece_alone(
    set_wish: str, change: str, kind: str, shop: Facet
) -> None:
    before, after = talk(shop, set_wish, change)
    was, now = pieces(before), pieces(after)
    assert after.reply.intent == "set"
    assert {one for one in was if was[one] != now[one]} == {kind}
    assert after.reply.constraints == before.reply.constraints


def test_a_piece_that_does_already_stays_when_its_wish_is_said(shop: Facet) -> None:
    before, after = talk(shop, "三金，预算三万", "耳环两万以内")
    assert pieces(after) == pieces(before)


@pytest.mark.parametrize(
    ("set_wish", "search"),
    [
        (GOLDS[0], "五千以内的珍珠耳环"),
        (GOLDS[1], "pearl earrings under 5000"),
        (GOLDS[1], "show me a pearl pendant under 5000"),
    ],
)
def test_a_phrase_with_its_own_kind_and_price_looks_for_such_pieces(
    set_wish: str, search: str, shop: Facet
) -> None:
    wishes = talk(shop, set_wish, search)[-1].reply.constraints
    assert (wishes.terms("stone"), wishes.number("price_max_minor")) == (("pearl",), 500_000)
    assert wishes.terms("category")


@pytest.mark.parametrize("set_wish", ["三金三万", "三金3万", "three gold set 30000"])
def test_a_bare_sum_beside_a_set_is_the_most_it_may_cost(set_wish: str, shop: Facet) -> None:
    wishes = talk(shop, set_wish)[-1].reply.constraints
    assert wishes.number("price_min_minor") is None
    assert wishes.number("price_max_minor") == 3_000_000


def test_a_sum_said_to_be_about_right_stays_a_range(shop: Facet) -> None:
    wishes = talk(shop, "三金三万左右")[-1].reply.constraints
    assert wishes.number("price_min_minor") == 2_700_000


@pytest.mark.parametrize("budget", ["一万", "两万", "三万", "五万"])
def test_golds_are_plain_until_stones_are_asked_for(budget: str, shop: Facet) -> None:
    plain = talk(shop, f"三金{budget}")[-1]
    assert pieces(plain)
    assert not any(one.stones for one in pieces(plain).values())


@pytest.mark.parametrize(
    ("search", "set_wish"),
    [
        ("pearl earrings under 5000", "couple rings, hers US 6 his US 10"),
        ("五千以内的珍珠耳环", "对戒，女款12号，男款20号"),
    ],
)
def test_wishes_of_another_search_are_none_for_a_set(
    search: str, set_wish: str, shop: Facet
) -> None:
    after = talk(shop, search, set_wish)[-1]
    assert after.reply.products
    assert after.reply.constraints.slots() == ("category",)


@pytest.mark.parametrize(
    ("set_wish", "change"),
    [
        ("couple rings, hers US 6 his US 8", "his ring in silver"),
        ("对戒，女款12号，男款17号", "男款要银的"),
    ],
)
def test_his_ring_changes_and_hers_stays(set_wish: str, change: str, shop: Facet) -> None:
    before, after = talk(shop, set_wish, change)
    was, now = before.session.set_pieces, [shown.product for shown in after.reply.products]
    assert len(now) == 2
    assert [one.metal for one in now if one.id not in was] == ["silver"]


@pytest.mark.parametrize(
    ("set_wish", "change", "undo"),
    [
        ("三金，预算三万", "把耳环换成珍珠的", "撤销"),
        ("couple rings, hers US 6 his US 10", "swap his", "undo"),
        ("three golds, budget 30000", "under 20000 in total", "undo"),
    ],
)
def test_undo_lays_the_set_before_the_change_on_the_table(
    set_wish: str, change: str, undo: str, shop: Facet
) -> None:
    before, changed, after = talk(shop, set_wish, change, undo)
    assert changed.session.set_pieces != before.session.set_pieces
    assert after.session.set_pieces == before.session.set_pieces
    assert after.session.set_wish == before.session.set_wish
    assert after.session.has_set_on_table
    assert after.reply.constraints == before.reply.constraints
    assert [one.product.id for one in after.reply.products] == list(before.session.set_pieces)


def test_a_wish_of_one_gold_leaves_the_others_plain(shop: Facet) -> None:
    golds = pieces(talk(shop, "三金三万，项链要玫瑰金的")[-1])
    assert golds["necklace"].metal_colour == "rose"
    assert not golds["ring"].stones
    assert not golds["earrings"].stones


@pytest.mark.parametrize(
    ("search", "look", "ask"),
    [
        ("gold rings", "tell me about the first", "what would go with it"),
        ("金戒指", "第一个怎么样", "搭配什么好"),
        ("银项链", "第二条怎么样", "跟它搭配什么"),
    ],
)
def test_what_goes_with_a_piece_is_a_set_around_it(
    search: str, look: str, ask: str, shop: Facet
) -> None:
    _, looked, after = talk(shop, search, look, ask)
    (piece,) = looked.reply.products
    shown = [one.product for one in after.reply.products]
    assert after.reply.intent == "set"
    assert shown[0] == piece.product
    assert len({one.category for one in shown}) == len(shown) > 2
    assert {one.metal for one in shown} == {piece.product.metal}


def test_the_kind_that_is_named_is_what_goes_with_a_piece(shop: Facet) -> None:
    after = talk(shop, "pearl necklaces under 8000", "what earrings go with the first one")[-1]
    assert [one.product.category for one in after.reply.products] == ["necklace", "earrings"]


def test_clothes_are_no_pieces_that_go_with_one(shop: Facet) -> None:
    assert talk(shop, "金戒指", "第一个怎么样", "配什么衣服好")[-1].reply.intent != "set"
