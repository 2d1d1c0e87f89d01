"""The Mandarin of many towns, and English words in a Chinese sentence."""

from __future__ import annotations

import pytest

from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize("said", ["扣子随便啥样都成", "扣头什么样的都行", "搭扣怎样都可以"])
def test_whatever_it_looks_like_lets_a_slot_go(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said, clasp="lobster") == {}


@pytest.mark.parametrize("said", ["螺丝扣不是非要不可", "螺丝扣也不是刚需", "螺丝扣没必要非得"])
def test_what_is_no_must_is_let_go(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said, clasp="screw back") == {}


@pytest.mark.parametrize("said", ["玫瑰金也别排除了", "玫瑰金不用排除", "刚说的不要玫瑰金取消掉"])
def test_an_exclusion_taken_back_sets_nothing(wish_reader: WishReader, said: str) -> None:
    after = wish_reader(said, metal="gold", exclude={"metal_colour": ["rose"]})
    assert after == {"metal": "gold"}


def test_a_size_said_again_takes_the_place_of_the_first(wish_reader: WishReader) -> None:
    assert wish_reader("美码11说错了，是10.5") == wish_reader("美码10.5")


def test_a_size_that_sits_badly_gives_way_to_the_next(wish_reader: WishReader) -> None:
    assert wish_reader("12号戴着紧，换13号，也是大陆码") == wish_reader("大陆码13号")


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        ("那 price no limit", {"price_max_minor": 80000, "currency": "CNY"}),
        ("shape 我不 care 了，都可以", {"cut": "round"}),
        ("粒石係咩都得", {"stone": "sapphire"}),
    ],
)
def test_a_slot_named_in_english_is_let_go_in_chinese(
    wish_reader: WishReader, said: str, standing: dict[str, object]
) -> None:
    assert wish_reader(said, **standing) == {}


def test_english_verbs_in_chinese_add_and_ask_for_stock(wish_reader: WishReader) -> None:
    both = wish_reader("labradorite 也 show 一下", stone="moonstone")
    assert both == {"stone": ["moonstone", "labradorite"]}
    assert wish_reader("有 stock 的才给我看") == {"in_stock": True}


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("三千来块", {"price_min_minor": 270000, "price_max_minor": 330000, "currency": "CNY"}),
        ("三千多", {"price_min_minor": 300000, "price_max_minor": 400000, "currency": "CNY"}),
        ("四位数的", {"price_min_minor": 100000, "price_max_minor": 999900, "currency": "CNY"}),
        ("一百块能买到啥", {"price_max_minor": 10000, "currency": "CNY"}),
        ("兩萬塊台幣內", {"price_max_minor": 2000000, "currency": "TWD"}),
        ("一万五千蚊人仔以内", {"price_max_minor": 1500000, "currency": "CNY"}),
        ("預算NT$15000以內", {"price_max_minor": 1500000, "currency": "TWD"}),
        ("二三十克", {"weight_g_min": 20, "weight_g_max": 30}),
        ("二十到二十五克吧", {"weight_g_min": 20, "weight_g_max": 25}),
        ("项链长度45到50", {"category": "necklace", "length_mm": 475}),
        ("手镯圈口得58", {"category": "bangle", "bangle_mm": 58}),
    ],
)
def test_sums_and_sizes_are_read_as_they_are_said_in_town(
    wish_reader: WishReader, said: str, wishes: dict[str, object]
) -> None:
    assert wish_reader(said) == wishes


@pytest.mark.parametrize("said", ["没现货也等得起", "冇貨都可以等"])
def test_who_can_wait_needs_nothing_in_stock(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said, in_stock=True) == {}


@pytest.mark.parametrize("said", ["钱不是事儿", "不差钱，贵点没事", "預算好說"])
def test_money_that_does_not_matter_lets_the_price_go(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said, price_max_minor=100000, currency="CNY") == {}


@pytest.mark.parametrize("said", ["是14K不是18K", "不是18K，是14K"])
def test_what_was_misheard_is_put_right_and_not_shut_out(
    wish_reader: WishReader, said: str
) -> None:
    assert wish_reader(said, purity="18k") == {"purity": "14k"}


def test_a_metal_that_itches_is_turned_away(wish_reader: WishReader) -> None:
    assert wish_reader("银的会过敏") == {"exclude": {"metal": ["silver"]}}


def test_a_plain_ring_is_a_ring_unless_it_tells_of_another_piece(wish_reader: WishReader) -> None:
    assert wish_reader("银的素圈") == {"category": "ring", "metal": "silver", "stone": "none"}
    assert wish_reader("素圈的", category="bangle") == {"category": "bangle", "stone": "none"}


def test_white_is_the_metals_where_no_stone_is_talked_of(wish_reader: WishReader) -> None:
    assert wish_reader("颜色白的", metal="gold") == {"metal": "gold", "metal_colour": "white"}
    assert wish_reader("白的", stone="pearl") == {"stone": "pearl", "stone_colour": "white"}


@pytest.mark.parametrize("said", ["珍珠那个别看了", "珍珠那些就不要了"])
def test_that_kind_no_longer_looked_at_is_shut_out(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said, category="brooch") == {
        "category": "brooch",
        "exclude": {"stone": ["pearl"]},
    }


def test_one_kind_given_up_for_another_is_a_switch(wish_reader: WishReader) -> None:
    assert wish_reader("项链不要了还是手链", category="necklace") == {"category": "bracelet"}


@pytest.mark.parametrize(
    ("said", "recipient"),
    [
        ("想给我老汉儿买根金项链", "father"),
        ("送俾老豆", "father"),
        ("帮姆妈买", "mother"),
        ("送細佬嘅", "brother"),
        ("給我家姐", "sister"),
        ("送我个女", "daughter"),
        ("孩子他爸戴的", "husband"),
    ],
)
def test_family_is_called_as_at_home(wish_reader: WishReader, said: str, recipient: str) -> None:
    assert wish_reader(said)["recipient"] == recipient


def test_this_ladies_ring_is_no_daughters(wish_reader: WishReader) -> None:
    assert wish_reader("这个女款") == {"recipient": "woman"}


@pytest.mark.parametrize(
    ("said", "gets"), [("男生送女生第一次纪念日", "woman"), ("谢谢老板，看看戒指", None)]
)
def test_who_gives_or_serves_gets_nothing(
    wish_reader: WishReader, said: str, gets: str | None
) -> None:
    assert wish_reader(said).get("recipient") == gets


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("手指周长五厘米四", {"ring_size_mm": 54}),
        ("内圈16毫米", {"ring_size_mm": 50.3}),
        ("内径一厘米七", {"ring_size_mm": 53.4}),
        ("手镯圈口5.6", {"category": "bangle", "bangle_mm": 56}),
        ("项链18吋", {"category": "necklace", "length_mm": 457.2}),
        ("项链1米", {"category": "necklace", "length_mm": 1000}),
    ],
)
def test_sizes_in_centimetres_and_metres_are_read(
    wish_reader: WishReader, said: str, wishes: dict[str, object]
) -> None:
    assert wish_reader(said) == wishes
