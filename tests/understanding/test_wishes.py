"""Wishes with their scope: negations, lists, corrections, switches, and what is taken back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.understanding.wish_reading import WishReader

GOLD, SILVER = {"metal": "gold"}, {"metal": "silver"}
UP_TO_3000 = {"price_max_minor": 300000, "currency": "CNY"}


def no(slot: str, *terms: str) -> dict[str, Any]:
    return {"exclude": {slot: list(terms)}}


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        (
            "no gold, no silver, only platinum",
            {"metal": "platinum", **no("metal", "gold", "silver")},
        ),
        ("nothing with pearls, jade or coral", no("stone", "pearl", "jade", "coral")),
        ("不要珍珠、翡翠和琥珀", no("stone", "pearl", "jadeite", "amber")),
        ("anything but a halo", no("style", "halo")),
        ("I can't stand opals", no("stone", "opal")),
        ("不太喜欢玫瑰金", no("metal_colour", "rose")),
        ("钻石就不用了", no("stone", "diamond")),
        (
            "ring without diamonds in white gold",
            {
                "category": "ring",
                "metal": "gold",
                "metal_colour": "white",
                **no("stone", "diamond"),
            },
        ),
        ("没有钻的 platinum 款", {"metal": "platinum", **no("stone", "diamond")}),
        ("earrings 不要 gold", {"category": "earrings", **no("metal", "gold")}),
        (
            "不要黄金的，银的或者铂金都可以",
            {"metal": ["silver", "platinum"], **no("metal", "gold")},
        ),
        ("not a fan of rose gold", no("metal_colour", "rose")),
        ("除了珍珠什么都行", no("stone", "pearl")),
        ("without any gemstones", {"stone": "none"}),
        ("no lab diamonds", no("stone_origin", "laboratory")),
        (
            "我想要珍珠，不要淡水的那种淡水珍珠",
            {"stone": "pearl", **no("stone", "freshwater pearl")},
        ),
        ("not silver gold", {"metal": "gold", **no("metal", "silver")}),
        ("唔要钻石", no("stone", "diamond")),
        ("没有 nickel 的耳钉", {"category": "earrings", "allergies": ["nickel"]}),
        ("nothing with a plating", {"plating": "none"}),
    ],
)
def test_a_negation_reaches_its_list_and_no_further(
    wish_reader: WishReader, said: str, wishes: dict[str, Any]
) -> None:
    assert wish_reader(said) == wishes


def test_no_gold_rings_leaves_rings_in(wish_reader: WishReader) -> None:
    wishes = wish_reader("no gold rings", category="ring")
    assert wishes == {"category": "ring", **no("metal", "gold")}


@pytest.mark.parametrize(
    ("said", "standing", "wishes"),
    [
        ("gold... no wait, I meant silver", {}, SILVER),
        ("rose gold, sorry, platinum", {}, {"metal": "platinum"}),
        ("要翡翠，不对，要和田玉", {}, {"stone": "nephrite"}),
        ("oh no, I mean gold", SILVER, GOLD),
        ("under 200, sorry, 2000", {}, {"price_max_minor": 200000, "currency": "CNY"}),
        ("I can't wait, show me gold", {}, GOLD),
        ("铂金换成玫瑰金", {"metal": "platinum"}, {"metal": "gold", "metal_colour": "rose"}),
        ("change the gold to silver", GOLD, SILVER),
        (
            "lavender rather than that green",
            {"stone": "jade", "stone_colour": "green"},
            {"stone": "jade", "stone_colour": "lavender"},
        ),
        ("earrings, not rings", {"category": "ring"}, {"category": "earrings"}),
        ("对不对，银的", GOLD, SILVER),
    ],
)
def test_a_sentence_corrects_itself(
    wish_reader: WishReader, said: str, standing: dict[str, Any], wishes: dict[str, Any]
) -> None:
    assert wish_reader(said, **standing) == wishes


@pytest.mark.parametrize(
    ("said", "standing", "wishes"),
    [
        ("pearls are fine after all", no("stone", "pearl"), {}),
        ("珍珠也可以看了，不排除了", no("stone", "pearl", "opal"), no("stone", "opal")),
        ("scrap the oval", {"cut": "oval", **GOLD}, GOLD),
        ("it doesn't need to be gold", GOLD, {}),
        ("never mind the size", {"ring_size_mm": 54.4}, {}),
        ("money is no object", UP_TO_3000, {}),
        ("no budget", UP_TO_3000, {}),
        ("钱不是问题", UP_TO_3000, {}),
        ("价钱就不管它了", UP_TO_3000, {}),
        ("occasion 和 style 都不限", {"occasion": "work", "style": "classic", **GOLD}, GOLD),
        ("remove the certificate requirement", {"certificate": "gia"}, {}),
        ("any stone colour", {"stone": "ruby", "stone_colour": "red"}, {"stone": "ruby"}),
        ("drop the lower limit", {"price_min_minor": 1, **UP_TO_3000}, UP_TO_3000),
        ("不要下限了", {"price_min_minor": 1, **UP_TO_3000}, UP_TO_3000),
        ("不用现货", {"in_stock": True}, {}),
        ("石头不挑了 镶法也不挑", {"stone": "ruby", "setting": "bezel", **GOLD}, GOLD),
    ],
)
def test_what_was_wished_is_let_go(
    wish_reader: WishReader, said: str, standing: dict[str, Any], wishes: dict[str, Any]
) -> None:
    assert wish_reader(said, **standing) == wishes


@pytest.mark.parametrize(
    "said",
    [
        "my son says these can be bought by telephone",
        "mum's paying",
        "my late husband used to choose these for me",
        "compare those two for me",
        "not for me",
        "我 boyfriend 说她会很喜欢",
        "老板，在吗",
        "朋友推荐的",
        "黄先生",
        "你好啊老板",
    ],
)
def test_people_who_pay_tell_or_help_get_nothing(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said) == {}


@pytest.mark.parametrize(
    ("said", "recipient"),
    [
        ("a treat for me", "self"),
        ("my wife loves surprises", "wife"),
        ("跟女朋友求婚", "girlfriend"),
        ("for my mum, my sister is paying", "mother"),
        ("送丈母娘", "mother"),
    ],
)
def test_people_who_get_the_piece_are_recipients(
    wish_reader: WishReader, said: str, recipient: str
) -> None:
    assert wish_reader(said)["recipient"] == recipient


@pytest.mark.parametrize(
    ("said", "standing", "low", "high"),
    [
        ("but no more than 20k", (8000, None), 8000, 20000),
        ("at least two thousand though", (None, 6500), 2000, 6500),
        ("at least 3k but no more than 5k", (None, None), 3000, 5000),
        ("over 5000", (None, 3000), 5000, None),
        ("3000到5000", (None, 2000), 3000, 5000),
        ("under 900", (900, 1100), None, 900),
        ("make it 4000", (None, 3000), None, 4000),
        ("nothing over 3,500 if you don't mind", (None, None), None, 3500),
        ("nothing under 1000", (None, None), 1000, None),
        ("不要低于两千", (None, None), 2000, None),
        ("超过三千的不要", (None, None), None, 3000),
        ("raise the top to seven thousand", (2000, 6500), 2000, 7000),
        ("预算放宽到五千吧", (None, 3000), None, 5000),
        ("three and a half thousand is as high as I'll go", (None, None), None, 3500),
        ("最少也要六千块钱", (None, 12000), 6000, 12000),
        ("价格再放宽一千", (None, 3000), None, 4000),
        ("raise it by 500", (None, 3000), None, 3500),
        ("my budget's 800", (None, None), None, 800),
        ("不到一千", (None, None), None, 1000),
    ],
)
def test_bounds_of_price_combine_where_they_agree(
    wish_reader: WishReader,
    said: str,
    standing: tuple[int | None, int | None],
    low: int | None,
    high: int | None,
) -> None:
    slots = ("price_min_minor", "price_max_minor")
    before = {slot: 100 * one for slot, one in zip(slots, standing, strict=True) if one}
    wishes = wish_reader(said, **(before | {"currency": "CNY"} if before else {}))
    assert [wishes.get(slot) for slot in slots] == [one and one * 100 for one in (low, high)]


def test_a_bare_sum_is_in_the_currency_that_stands(wish_reader: WishReader) -> None:
    assert wish_reader("under 500", price_max_minor=90000, currency="USD") == {
        "price_max_minor": 50000,
        "currency": "USD",
    }


def test_another_currency_starts_afresh(wish_reader: WishReader) -> None:
    wishes = wish_reader("over 500 dollars", price_max_minor=900000, currency="CNY")
    assert wishes == {"price_min_minor": 50000, "currency": "USD"}


def test_a_purity_of_another_metal_brings_its_metal(wish_reader: WishReader) -> None:
    assert wish_reader("还是18K的吧", metal="platinum", purity="pt950") == {
        "metal": "gold",
        "purity": "18k",
    }


def test_of_a_term_and_its_parent_in_one_sentence_the_narrower_is_meant(
    wish_reader: WishReader,
) -> None:
    assert wish_reader("他爱盘玉 看看和田玉吊坠") == {"category": "pendant", "stone": "nephrite"}


def test_ears_that_go_red_are_no_red_stone(wish_reader: WishReader) -> None:
    assert wish_reader("my ears go red, gold earrings please") == {"category": "earrings", **GOLD}
