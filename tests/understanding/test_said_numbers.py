"""Numbers as they are typed in haste and spoken on second thought."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.understanding.text import fold_text
from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    ("said", "slot", "value"),
    [
        ("最多五佰", "price_max_minor", 50000),
        ("叁仟以内", "price_max_minor", 300000),
        ("三千快以内", "price_max_minor", 300000),
        ("20公克以下", "weight_g_max", 20.0),
        ("五可以上", "weight_g_min", 5.0),
        ("链长四十五里米", "length_mm", 450.0),
        ("一克啦以上", "carat_min", 1.0),
    ],
)
def test_a_number_typed_by_its_sound_is_read(
    said: str, slot: str, value: Any, wish_reader: WishReader
) -> None:
    assert wish_reader(said)[slot] == value


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("圈口五十六啊不五十七", "圈口57"),
        ("预算五千不对八千以内", "预算8000以内"),
        ("欧码五十六 oh sorry 五十五", "欧码55"),
        ("eu size 52 no wait 54", "eu size 54"),
        ("under two hundred sorry three hundred dollars", "under 300 dollars"),
        ("18 inches no 16", "16 inches"),
        ("四十五厘米说错了四十", "40厘米"),
    ],
)
def test_a_number_corrected_in_the_same_breath_is_left_out(said: str, meant: str) -> None:
    assert fold_text(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "大陆码16号",
        "120 not 100",
        "under 500, actually 14k gold",
        "第一个不是第二个",
        "500 dollars, sorry, 18 inches",
        "between you and me i like one or two of them",
        "收拾一下",
    ],
)
def test_numbers_of_two_things_both_stand(said: str) -> None:
    assert fold_text(said) == said


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("三千以类", "3000以内"),
        ("五百一下", "500以下"),
        ("两千块坐右", "2000块左右"),
        ("300r以下", "300元以下"),
        ("no more than two fifty", "no more than 250"),
        ("between like five hundred and maybe a thousand", "between 500 and 1000"),
        ("a u s six", "a us 6"),
        ("g i a certified", "gia certified"),
        ("compare one and three", "compare number 1 and number 3"),
        ("which is heavier one or two", "which is heavier number 1 or number 2"),
        ("seven fifty tops", "750 tops"),
        ("one point five carats", "1.5 carats"),
        ("three quarters of a carat", "0.75 carat"),
        ("五月十八号结婚", "5月18号结婚"),
        ("i'm a fifty two european", "i'm a 52 european"),
    ],
)
def test_speech_and_slang_come_out_in_digits(said: str, meant: str) -> None:
    assert fold_text(said) == meant
