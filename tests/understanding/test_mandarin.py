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
