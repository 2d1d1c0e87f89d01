"""Slips of the ear in Chinese: a wrong character of the right sound."""

from __future__ import annotations

import pytest

from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("篮宝石戒指", {"category": "ring", "stone": "sapphire"}),
        ("银的胸真有吗", {"category": "brooch", "metal": "silver"}),
        ("有没有红保石的项恋", {"category": "necklace", "stone": "ruby"}),
        ("和田余手镯", {"category": "bangle", "stone": "nephrite"}),
        ("箔金的", {"metal": "platinum"}),
        ("不要带转石的", {"exclude": {"stone": ["diamond"]}}),
        ("三千以类", {"price_max_minor": 300000, "currency": "CNY"}),
        ("8干以内", {"price_max_minor": 800000, "currency": "CNY"}),
        ("生曰礼物", {"occasion": "birthday"}),
        ("自已戴的戒指", {"category": "ring", "recipient": "self"}),
        ("买个玉躅", {"category": "bangle", "stone": "jade"}),
    ],
)
def test_a_homophone_of_a_term_is_read_as_the_term(
    wish_reader: WishReader, said: str, wishes: dict[str, object]
) -> None:
    assert wish_reader(said) == wishes


@pytest.mark.parametrize(
    ("said", "meant"),
    [("能开法票吗", "能开发票吗"), ("包庄怎么样", "包装怎么样"), ("尺村是多少", "尺寸是多少")],
)
def test_the_words_of_questions_are_mended_too(
    wish_reader: WishReader, said: str, meant: str
) -> None:
    assert wish_reader.folded(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "最近的门店在哪",  # 近的 sounds as 金的
        "看一下这个",  # 一下 sounds as 以下
        "不显老的",  # 不显 sounds as 不限
        "对了,不要带钻的",  # 带 may be read as 大
        "玫瑰金吊坠",  # 玫瑰金吊 sounds as 玫瑰金调
        "想买个白金的戒指",  # 白 may be read as 铂
        "我想恋爱了",
        "收拾一下",  # 收拾 sounds as 首饰
    ],
)
def test_ordinary_words_stay_as_they_are(wish_reader: WishReader, said: str) -> None:
    assert wish_reader.folded(said) == said
