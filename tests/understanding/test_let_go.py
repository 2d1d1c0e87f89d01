"""Wishes let go of, struck out, and turned away, wherever the no stands."""

from __future__ import annotations

from typing import Any

import pytest

from tests.understanding.wish_reading import WishReader

STANDING: dict[str, Any] = {
    "category": "ring",
    "metal": "gold",
    "metal_colour": "white",
    "stone": "diamond",
    "cut": "oval",
    "occasion": "birthday",
    "recipient": "wife",
    "certificate": "gia",
    "ring_size_mm": 54.4,
    "price_max_minor": 300000,
    "currency": "USD",
}


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("ignore what I said about price", ("price_max_minor", "currency")),
        ("I no longer have a budget", ("price_max_minor", "currency")),
        ("spend whatever", ("price_max_minor", "currency")),
        ("价格无上限", ("price_max_minor", "currency")),
        ("預算唔緊要", ("price_max_minor", "currency")),
        ("不用管价钱了", ("price_max_minor", "currency")),
        ("不必考虑尺寸", ("ring_size_mm",)),
        ("any colour of gold", ("metal_colour",)),
        ("metal? anything goes", ("metal", "metal_colour")),
        ("I'm open on metal", ("metal", "metal_colour")),
        ("no need for it to be oval", ("cut",)),
        ("oval not needed", ("cut",)),
        ("take diamond off", ("stone", "cut")),
        ("钻石不要求", ("stone", "cut")),
        ("没有证书也行", ("certificate",)),
        ("without certificate is fine too", ("certificate",)),
        ("證書唔使", ("certificate",)),
        ("leave the size out", ("ring_size_mm",)),
        ("take out the occasion", ("occasion",)),
        ("it's no longer for a birthday", ("occasion",)),
        ("it's not for anyone in particular", ("recipient",)),
        ("不送人了", ("recipient",)),
        ("any kind of jewellery", ("category", "ring_size_mm")),
    ],
)
def test_what_is_let_go_is_neither_wanted_nor_avoided(
    said: str, gone: tuple[str, ...], wish_reader: WishReader
) -> None:
    left = {slot: value for slot, value in STANDING.items() if slot not in gone}
    assert wish_reader(said, **STANDING) == left


@pytest.mark.parametrize(
    "said",
    [
        "pearls I don't want",
        "pearls she dislikes",
        "pearls are not for her",
        "pearls aren't really my thing",
        "pearls, no",
        "pearls don't do it for me",
        "my wife doesn't like pearls",
        "skip the pearls",
        "please omit anything with pearls",
        "珍珠免了",
        "珍珠她不喜欢",
        "把珍珠去掉",
        "过滤掉珍珠",
        "珍珠 no",
        "除咗珍珠都得",
        "佢唔戴珍珠",
    ],
)
def test_a_no_before_or_after_shuts_out(said: str, wish_reader: WishReader) -> None:
    after = wish_reader(said, category="necklace", recipient="wife")
    assert after == {
        "category": "necklace",
        "recipient": "wife",
        "exclude": {"stone": ["pearl"]},
    }


def test_indecision_turns_nothing_away(wish_reader: WishReader) -> None:
    assert wish_reader("ruby or sapphire, I can't decide") == {"stone": ["ruby", "sapphire"]}


@pytest.mark.parametrize(
    "said",
    [
        "it's for Christmas, not her birthday",
        "不是生日，是圣诞节",
        "actually not a birthday, christmas",
    ],
)
def test_an_occasion_put_right_is_not_shut_out(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="ring", occasion="birthday") == {
        "category": "ring",
        "occasion": "christmas",
    }


@pytest.mark.parametrize(
    ("said", "metal"), [("nvm white gold", "gold"), ("never mind, platinum", "platinum")]
)
def test_never_mind_turns_to_what_did_not_stand(
    said: str, metal: str, wish_reader: WishReader
) -> None:
    assert wish_reader(said, category="ring", metal="silver")["metal"] == metal


@pytest.mark.parametrize(
    "said",
    ["leave the bracelets, show me rings instead", "bracelet no, ring yes", "手链算了，看看戒指"],
)
def test_a_kind_left_for_another_is_switched(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="bracelet", metal="gold") == {
        "category": "ring",
        "metal": "gold",
    }


def test_her_birthday_keeps_whom_it_is_for(wish_reader: WishReader) -> None:
    after = wish_reader("no wait, it's for her birthday", category="ring", recipient="daughter")
    assert after == {"category": "ring", "recipient": "daughter", "occasion": "birthday"}


@pytest.mark.parametrize(
    ("said", "occasion"),
    [
        ("a brooch for my dad's 60th", "birthday"),
        ("a brooch, she turns 30 next week", "birthday"),
        ("女儿满18岁，想要胸针", "birthday"),
        ("a brooch for our 25th", "anniversary"),
        ("我们结婚二十年了，想要胸针", "anniversary"),
    ],
)
def test_a_number_of_years_names_an_occasion(
    said: str, occasion: str, wish_reader: WishReader
) -> None:
    assert wish_reader(said)["occasion"] == occasion


def test_a_first_pair_is_no_birthday(wish_reader: WishReader) -> None:
    assert "occasion" not in wish_reader("her first pair of earrings")


def test_a_wish_dropped_leaves_shut_out_what_was(wish_reader: WishReader) -> None:
    after = wish_reader(
        "never mind the garnet, ruby would be lovely", stone="garnet", exclude={"stone": ["opal"]}
    )
    assert after == {"stone": "ruby", "exclude": {"stone": ["opal"]}}


@pytest.mark.parametrize("said", ["no hoops", "不要耳钉", "without any studs"])
def test_a_kind_within_a_category_shuts_out_no_category(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="earrings") == {"category": "earrings"}


def test_only_the_nearest_person_gets_the_piece(wish_reader: WishReader) -> None:
    assert wish_reader("a brooch for my girlfriend's mother")["recipient"] == "mother"
    assert wish_reader("送我女朋友的妈妈一个胸针")["recipient"] == "mother"


def test_a_no_within_a_term_turns_nothing_away(wish_reader: WishReader) -> None:
    assert wish_reader("no heat ruby") == {"stone": "ruby", "treatment": "none"}


def test_nothing_but_wants_that_alone(wish_reader: WishReader) -> None:
    assert wish_reader("nothing but sapphires") == {"stone": "sapphire"}
