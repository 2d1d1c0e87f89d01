"""Slots by their everyday names, customs, topics marked by 的话, and slips that grammar hides."""

from __future__ import annotations

import pytest

from tests.reading import Reader
from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    "said",
    [
        "any type of back is good",
        "the backs don't matter",
        "whatever style of fastening",
        "any kind of clasp",
        "什么扣都行",
    ],
)
def test_a_clasp_is_let_go_by_its_everyday_names(said: str, wish_reader: WishReader) -> None:
    after = wish_reader(said, category="earrings", clasp="screw back")
    assert after == {"category": "earrings"}


def test_coming_back_lets_no_clasp_go(wish_reader: WishReader) -> None:
    assert wish_reader("please get back to me", clasp="hook") == {"clasp": "hook"}


@pytest.mark.parametrize("said", ["any type of stone", "whatever kind of gem"])
def test_a_type_of_something_is_the_thing(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="ring", stone="ruby") == {"category": "ring"}


@pytest.mark.parametrize("verb", ["change", "switch", "swap"])
def test_that_is_changed_to_a_metal_and_points_at_no_piece(verb: str, reader: Reader) -> None:
    session = reader.session(("R-001", "R-002", "R-003"), category="ring", metal="platinum")
    understood = reader(f"{verb} that to rose gold", session)
    assert understood.intent == "refine"
    assert understood.references == ()
    assert {edit.slot for edit in understood.edits} == {"metal", "metal_colour"}


@pytest.mark.parametrize(
    "said",
    [
        "bangles are traditional where we come from",
        "a bangle is a traditional present in our village",
        "bangles are very classic for babies",
    ],
)
def test_a_custom_is_no_style(said: str, wish_reader: WishReader) -> None:
    assert "style" not in wish_reader(said)


@pytest.mark.parametrize("said", ["something classic in gold", "a traditional ring"])
def test_a_style_wished_for_stays_one(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["style"] == "classic"


@pytest.mark.parametrize("said", ["宝宝满月", "宝宝周岁", "宝宝百日送的"])
def test_a_babys_first_days_are_for_the_baby(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said) == {"recipient": "baby", "occasion": "new baby"}


@pytest.mark.parametrize("said", ["不要镀金的", "别给我看镀金", "no gold plating"])
def test_gold_plate_turned_away_leaves_other_plating(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said) == {"exclude": {"plating": ["gold plate"]}}


@pytest.mark.parametrize("said", ["她快 graduate 了", "my niece just graduated"])
def test_who_graduates_has_a_graduation(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["occasion"] == "graduation"


def test_graduated_pearls_are_of_no_graduation(wish_reader: WishReader) -> None:
    assert wish_reader("graduated pearls") == {"stone": "pearl"}


@pytest.mark.parametrize(("said", "who"), [("送男朋有", "boyfriend"), ("给女朋有买", "girlfriend")])
def test_a_slip_may_end_in_a_word_of_grammar(said: str, who: str, wish_reader: WishReader) -> None:
    assert wish_reader(said) == {"recipient": who}


@pytest.mark.parametrize("said", ["不要玟瑰金", "不要玖瑰金"])
def test_a_look_alike_of_rose_is_read(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said) == {"exclude": {"metal_colour": ["rose"]}}


@pytest.mark.parametrize(
    ("said", "slot"), [("金属的话我要那个铂金", "metal"), ("石头的话想要那个红宝石", "stone")]
)
def test_what_a_topic_names_is_a_value_and_no_piece(said: str, slot: str, reader: Reader) -> None:
    session = reader.session(("R-001", "R-002", "R-003"), category="ring")
    understood = reader(said, session)
    assert understood.intent == "refine"
    assert [edit.slot for edit in understood.edits] == [slot]


@pytest.mark.parametrize("scale", ["european", "uh european", "eu"])
def test_a_size_in_words_follows_its_scale(scale: str, wish_reader: WishReader) -> None:
    assert wish_reader(f"his size is {scale} sixty four") == {"ring_size_mm": 64.0}


def test_a_size_scratched_is_let_go_and_no_care(reader: Reader) -> None:
    session = reader.session(("R-001", "R-002"), category="ring", ring_size_mm=54.4)
    understood = reader("scratch her ring size, no idea yet", session)
    assert understood.intent == "refine"
    assert "ring_size_mm" in {edit.slot for edit in understood.edits}


@pytest.mark.parametrize(
    "said", ["will 16 inches reach the collarbone", "does 45 cm hang low", "45厘米戴到哪"]
)
def test_where_a_length_falls_is_asked_and_not_wished(said: str, reader: Reader) -> None:
    understood = reader(said, reader.session(("N-001", "N-002"), category="necklace"))
    assert (understood.intent, understood.edits) == ("sizing", ())


@pytest.mark.parametrize("said", ["金和银有什么不一样", "nephrite 跟 jadeite 有啥不一样啊"])
def test_how_kinds_differ_asks_for_advice(said: str, reader: Reader) -> None:
    assert reader(said, reader.session(("R-001", "R-002"))).intent == "advice"


@pytest.mark.parametrize("said", ["你哋間舖喺邊", "你哋店喺邊度"])
def test_cantonese_asks_where_the_shop_is(said: str, reader: Reader) -> None:
    assert reader(said).topics == ("address",)
