"""Sums, sizes and words put right in a later breath."""

from __future__ import annotations

import pytest

from assistant.understanding.amounts import find_amounts
from assistant.understanding.text import fold_text
from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    ("said", "stone"),
    [
        ("turquoise no wait moonstone", "moonstone"),
        ("turquoise... actually moonstone", "moonstone"),
        ("turquoise or rather moonstone", "moonstone"),
        ("绿松石，不，月光石", "moonstone"),
        ("绿松石吧，算了月光石", "moonstone"),
        ("绿松石，还是月光石吧", "moonstone"),
        ("唔係綠松石，係月光石", "moonstone"),
    ],
)
def test_the_later_word_stands(said: str, stone: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["stone"] == stone


@pytest.mark.parametrize(
    "said", ["no, 120", "make that 120", "120 rather", "120 not 100", "not 100, 120", "改成120"]
)
def test_a_small_bare_number_puts_a_sum_right_where_one_stands(said: str) -> None:
    text = fold_text(said)
    stands = find_amounts(text, about_bangle=False, answers_price=False, price_stands=True)
    assert [one.number for one in stands if one.kind == "money"][:1] in ([120.0], [])
    assert any(one.number == 120 for one in stands)
    assert not find_amounts(text, about_bangle=False, answers_price=False)


@pytest.mark.parametrize(
    ("said", "code", "most"),
    [
        ("I meant dollars", "USD", 10000),
        ("euros, not pounds", "EUR", 10000),
        ("我说的是美元", "USD", 10000),
        ("in yen please", "JPY", 100),
    ],
)
def test_the_currency_alone_can_be_put_right(
    said: str, code: str, most: int, wish_reader: WishReader
) -> None:
    after = wish_reader(said, price_max_minor=10000, currency="GBP")
    assert after == {"price_max_minor": most, "currency": code}


@pytest.mark.parametrize(
    ("said", "before", "after"),
    [
        ("make it 58", {"bangle_mm": 56}, {"bangle_mm": 58.0}),
        ("56 is too small, 58", {"bangle_mm": 56}, {"bangle_mm": 58.0}),
        ("还是58吧", {"bangle_mm": 56}, {"bangle_mm": 58.0}),
        ("no, 7", {"ring_size_mm": 51.9}, {"ring_size_mm": 54.4}),
        ("7 not 6", {"ring_size_mm": 51.9}, {"ring_size_mm": 54.4}),
        ("sorry, it's a P", {"ring_size_mm": 54.0}, {"ring_size_mm": 56.5}),
    ],
)
def test_a_size_is_said_again_by_its_number(
    said: str, before: dict[str, float], after: dict[str, float], wish_reader: WishReader
) -> None:
    assert wish_reader(said, **before) == after


def test_a_number_alone_is_no_size_where_none_stands(wish_reader: WishReader) -> None:
    assert wish_reader("make it 58", category="ring") == {"category": "ring"}


@pytest.mark.parametrize(
    ("said", "bounds"),
    [
        ("between eight hundred and twelve hundred", (800, 1200)),
        ("between one thousand and two thousand dollars", (1000, 2000)),
        ("three four hundred", (300, 400)),
        ("maximal 600 euro", (None, 600)),
        ("1.5 lakh rupees at most", (None, 150000)),
        ("€1.200 or less", (None, 1200)),
        ("sub 600", (None, 600)),
        ("> 600", (600, None)),
        ("500 and below", (None, 500)),
        ("I should not like to exceed 2000", (None, 2000)),
        ("my budget is around 500", (450, 550)),
        ("I've got 1500 to spend", (None, 1500)),
        ("别超三千", (None, 3000)),
        ("我只有五千", (None, 5000)),
        ("唔好貴過五千", (None, 5000)),
        ("五千樓下", (None, 5000)),
    ],
)
def test_sums_are_bounded_as_they_are_said(
    said: str, bounds: tuple[float | None, float | None]
) -> None:
    (found,) = find_amounts(fold_text(said), about_bangle=False, answers_price=False)
    assert (found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("said", "purity"),
    [("eighteen karat", "18k"), ("22 carat", "22k"), ("twenty two karat only", "22k")],
)
def test_carats_of_gold_are_a_purity(said: str, purity: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, metal="gold") == {"metal": "gold", "purity": purity}


def test_carats_of_a_stone_are_its_weight(wish_reader: WishReader) -> None:
    after = wish_reader("at least 2 carats", stone="diamond")
    assert after == {"stone": "diamond", "carat_min": 2.0}


@pytest.mark.parametrize(
    ("said", "mm"),
    [
        ("size l", 51.5),
        ("I'm a size M", 52.8),
        ("she wears size K and a half", 50.9),
        ("尺寸是 L", 51.5),
        ("size L please", 51.5),
    ],
)
def test_with_a_ring_wished_for_a_letter_is_its_size(
    said: str, mm: float, wish_reader: WishReader
) -> None:
    assert wish_reader(said, category="ring")["ring_size_mm"] == mm


@pytest.mark.parametrize("said", ["size l", "尺寸是 L"])
def test_with_no_ring_wished_for_a_letter_is_none(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="necklace") == {"category": "necklace"}


@pytest.mark.parametrize(
    "said", ["我不是要戒指", "不是想买戒指", "我没说要戒指", "我不是来看戒指的", "我不是要 ring"]
)
def test_what_was_never_wished_for_is_excluded(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="ring", metal="gold") == {
        "metal": "gold",
        "exclude": {"category": ["ring"]},
    }


@pytest.mark.parametrize("said", ["我不是要戒指，是项链", "不是想找戒指，要项链"])
def test_one_kind_instead_of_another_is_a_switch(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="ring") == {"category": "necklace"}


@pytest.mark.parametrize("said", ["我不是只要戒指", "是不是要买戒指", "是不是要戒指"])
def test_words_that_only_sound_so_exclude_nothing(said: str, wish_reader: WishReader) -> None:
    assert "exclude" not in wish_reader(said)
