"""Sentences to intents, wishes and references, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.constraints import Constraints, apply_edits
from tests.reading import Reader


def wishes_after(reader: Reader, said: str, **standing: object) -> dict[str, Any]:
    understanding = reader(said, reader.session(**standing))  # type: ignore[arg-type]
    return apply_edits(Constraints.from_json(standing), understanding.edits).to_json()


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("gold rings", {"category": "ring", "metal": "gold"}),
        ("white gold ring", {"category": "ring", "metal": "gold", "metal_colour": "white"}),
        ("玫瑰金项链", {"category": "necklace", "metal": "gold", "metal_colour": "rose"}),
        ("jade bangle", {"category": "bangle", "stone": "jade"}),
        ("翡翠手镯", {"category": "bangle", "stone": "jadeite"}),
        ("和田玉吊坠", {"category": "pendant", "stone": "nephrite"}),
        ("钻戒", {"category": "ring", "stone": "diamond"}),
        ("足金999", {"metal": "gold", "purity": "999"}),
        ("silver or platinum", {"metal": ["silver", "platinum"]}),
        ("rings or earrings", {"category": ["ring", "earrings"]}),
        ("a chain bracelet", {"category": "bracelet"}),
        ("engagement ring", {"category": "ring", "occasion": "engagement"}),
        ("a gift for my mum", {"recipient": "mother"}),
        ("送给女朋友的耳环", {"category": "earrings", "recipient": "girlfriend"}),
        ("培育钻石", {"stone": "diamond", "stone_origin": "laboratory"}),
        ("I'm allergic to nickel", {"allergies": ["nickel"]}),
        ("我对镍过敏", {"allergies": ["nickel"]}),
        ("a ring with a blue stone", {"category": "ring", "stone_colour": "blue"}),
        ("S925 earrings", {"category": "earrings", "metal": "silver", "purity": "925"}),
        ("brooches in stock", {"category": "brooch", "in_stock": True}),
        ("emerald cut diamond", {"stone": "diamond", "cut": "emerald cut"}),
        ("not gold", {"exclude": {"metal": ["gold"]}}),
        ("不要黄金", {"exclude": {"metal": ["gold"]}}),
        ("黄金的不要", {"exclude": {"metal": ["gold"]}}),
        ("a ring without diamonds", {"category": "ring", "exclude": {"stone": ["diamond"]}}),
        ("not gold but silver", {"metal": "silver", "exclude": {"metal": ["gold"]}}),
        ("不要金的，要银的", {"metal": "silver", "exclude": {"metal": ["gold"]}}),
        ("silver instead of gold", {"metal": "silver"}),
    ],
)
def test_wishes_are_read(reader: Reader, said: str, wishes: dict[str, object]) -> None:
    assert wishes_after(reader, said) == wishes


@pytest.mark.parametrize(
    ("said", "standing", "wishes"),
    [
        (
            "actually any metal",
            {"category": "ring", "metal": "gold", "purity": "18k"},
            {"category": "ring"},
        ),
        ("材质不限", {"category": "ring", "metal": "gold"}, {"category": "ring"}),
        ("any price", {"price_max_minor": 5, "currency": "CNY"}, {}),
        ("不限预算", {"price_max_minor": 5, "currency": "CNY"}, {}),
        ("预算无所谓", {"price_min_minor": 5, "currency": "CNY"}, {}),
        ("in silver", {"metal": "gold", "metal_colour": "rose"}, {"metal": "silver"}),
        ("not gold", {"metal": "gold", "purity": "18k"}, {"exclude": {"metal": ["gold"]}}),
        ("gold is fine", {"exclude": {"metal": ["gold"]}}, {}),
        ("also silver", {"metal": "gold"}, {"metal": ["gold", "silver"]}),
        ("银的也可以", {"metal": "gold"}, {"metal": ["gold", "silver"]}),
        ("sapphire", {"stone": "ruby", "stone_colour": "red"}, {"stone": "sapphire"}),
        (
            "earrings",
            {"category": "ring", "ring_size_mm": 54.4, "metal": "gold"},
            {"category": "earrings", "metal": "gold"},
        ),
        ("it doesn't have to be gold", {"metal": "gold"}, {}),
        (
            "over 5000",
            {"price_max_minor": 400000, "currency": "CNY"},
            {"price_min_minor": 500000, "currency": "CNY"},
        ),
    ],
)
def test_a_sentence_changes_what_stands(
    reader: Reader, said: str, standing: dict[str, object], wishes: dict[str, object]
) -> None:
    assert wishes_after(reader, said, **standing) == wishes


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("hello", "greet"),
        ("你好", "greet"),
        ("thanks a lot", "thanks"),
        ("谢谢", "thanks"),
        ("bye", "goodbye"),
        ("start over", "restart"),
        ("重新开始", "restart"),
        ("what's the weather", "off_topic"),
        ("写一首诗", "off_topic"),
        ("what can you do?", "help"),
        ("how do I clean pearls?", "care"),
        ("珍珠怎么保养", "care"),
        ("how do I measure my ring size?", "sizing"),
        ("怎么量圈口", "sizing"),
        ("手围17厘米戴多大圈口的手镯", "sizing"),
        ("how many jade bangles do you have", "count"),
        ("有几款翡翠手镯", "count"),
        ("what's the cheapest ring", "extreme"),
        ("店里最便宜的是什么", "extreme"),
        ("什么是莫桑石", "advice"),
        ("birthstone for May", "advice"),
        ("do you ship to Canada", "policy"),
        ("能刻字吗", "policy"),
        ("可以退货吗", "policy"),
        ("show me gold rings", "search"),
        ("想买个戒指", "search"),
        ("asdf", "unclear"),
    ],
)
def test_intents_are_read(reader: Reader, said: str, intent: str) -> None:
    assert reader(said).intent == intent


TABLE = ("R-001", "R-002", "E-001", "E-002")


@pytest.mark.parametrize(
    ("said", "intent", "ids"),
    [
        ("tell me about the second one", "describe", ("R-002",)),
        ("第二个多少钱", "describe", ("R-002",)),
        ("the last one", "describe", ("E-002",)),
        ("那对耳环是什么材质", "describe", ("E-001", "E-002")),
        ("compare the first two", "compare", ("R-001", "R-002")),
        ("第一个和第三个比较一下", "compare", ("R-001", "E-001")),
        ("save the third one", "save", ("E-001",)),
        ("收藏第一个", "save", ("R-001",)),
        ("something like the second one", "similar", ("R-002",)),
        ("similar to B-001", "similar", ("B-001",)),
    ],
)
def test_references_are_resolved(
    reader: Reader, said: str, intent: str, ids: tuple[str, ...]
) -> None:
    understanding = reader(said, reader.session(TABLE))
    assert (understanding.intent, understanding.references) == (intent, ids)


def test_it_is_the_piece_just_talked_of(reader: Reader) -> None:
    understanding = reader("is it nickel free?", reader.session(TABLE, focus=("R-002",)))
    assert understanding.references == ("R-002",)
    assert understanding.fields == ("nickel",)


@pytest.mark.parametrize(("said", "field"), [("是A货吗", "treatment"), ("有证书吗", "certificate")])
def test_a_short_question_is_about_the_piece_on_the_table(
    reader: Reader, said: str, field: str
) -> None:
    understanding = reader(said, reader.session(("G-001",)))
    assert understanding.intent == "describe"
    assert field in understanding.fields
    assert understanding.edits == ()


def test_what_jewellery_will_be_worth_is_never_promised(reader: Reader) -> None:
    understanding = reader("will gold go up in value?")
    assert understanding.intent == "advice"
    assert "investment" in understanding.topics


def test_a_question_about_a_piece_that_is_not_there_changes_no_wish(reader: Reader) -> None:
    understanding = reader("what about the ninth one, is it gold?", reader.session(TABLE))
    assert understanding.dangling
    assert understanding.edits == ()


def test_it_with_several_pieces_on_the_table_is_several(reader: Reader) -> None:
    assert reader("how much is it", reader.session(TABLE)).several


def test_a_place_that_is_not_on_the_table_dangles(reader: Reader) -> None:
    assert reader("the ninth one", reader.session(TABLE)).dangling


def test_cheaper_is_below_all_that_is_on_the_table(reader: Reader) -> None:
    understanding = reader("便宜一点", reader.session(TABLE))
    wishes = apply_edits(Constraints(), understanding.edits)
    least = min(reader.products[one].price.minor for one in TABLE)
    assert wishes.number("price_max_minor") == least - 100


def test_bai_jin_has_two_meanings(reader: Reader) -> None:
    unclear = reader("白金戒指").ambiguity
    assert unclear is not None
    assert (unclear.words, unclear.slot) == ("白金", "metal")
    assert [one.value for one in unclear.meanings] == ["platinum", "gold+white"]


def test_the_reply_language_follows_the_words(reader: Reader) -> None:
    assert reader("你们有 rings 吗").language == "zh"
    assert reader("rings").language == "en"


@pytest.mark.parametrize(
    "said",
    [
        "like this",
        "do you have something like this?",
        "有没有类似的",
        "找这个款式的",
        "this but in silver",
    ],
)
def test_this_beside_a_photo_is_the_photo(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(TABLE), with_photo=True)
    assert understanding.intent in ("search", "refine")
    assert understanding.references == ()
    assert not understanding.dangling


def test_a_photo_without_words_is_a_search(reader: Reader) -> None:
    assert reader("", with_photo=True).intent == "search"


@given(st.text(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_is_understood_without_error(reader: Reader, text: str) -> None:
    understanding = reader(text, reader.session(TABLE))
    apply_edits(Constraints(), understanding.edits).to_json()


def test_a_very_long_text_is_read(reader: Reader) -> None:
    assert reader("gold ring " * 400).intent == "search"
