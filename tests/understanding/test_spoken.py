"""What people say as they speak: second thoughts, who it is for, orders and questions."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.constraints import apply_edits
from assistant.session import MemoKept, apply
from assistant.turn import Memo
from tests.reading import Reader
from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    "said",
    ["a necklace for my daughter for her graduation", "something for my wife for her birthday"],
)
def test_her_of_a_person_named_is_nobody_else(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["recipient"] in ("daughter", "wife")


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("红宝石啊不蓝宝石", {"stone": "sapphire"}),
        ("silver no wait gold actually", {"metal": "gold"}),
        ("就是不要那个 diamond 的", {"exclude": {"stone": ["diamond"]}}),
    ],
)
def test_a_second_thought_counts(
    said: str, wishes: dict[str, Any], wish_reader: WishReader
) -> None:
    assert wish_reader(said) == wishes


def test_beads_of_a_pearl_are_no_cut(wish_reader: WishReader) -> None:
    assert wish_reader("珠子要白色", stone="akoya pearl") == {
        "stone": "akoya pearl",
        "stone_colour": "white",
    }


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("can you make it eighteen karat", "refine"),
        ("it should be GIA certified", "refine"),
        ("no go back to what we had before", "undo"),
        ("put it back to the way it was", "undo"),
        ("邮费怎么算的", "policy"),
        ("刻字怎么收费怎么算", "policy"),
        ("engagement ring 有哪些", "refine"),
        ("婚戒有哪些款", "refine"),
    ],
)
def test_orders_and_questions_in_speech_are_told_apart(
    said: str, intent: str, reader: Reader
) -> None:
    assert reader(said, reader.session(metal="gold")).intent == intent


@pytest.mark.parametrize("said", ["show 多几款", "多看几款", "再多推荐几个"])
def test_a_few_more_is_no_count(said: str, reader: Reader) -> None:
    understanding = reader(said, reader.session(metal="gold"))
    assert (understanding.intent, understanding.more) == ("refine", True)


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("roes gold", {"metal": "gold", "metal_colour": "rose"}),
        ("at lest 300", {"price_min_minor": 30000, "currency": "CNY"}),
        ("less then 300", {"price_max_minor": 30000, "currency": "CNY"}),
        ("cna you show me gold", {"metal": "gold"}),
        ("lpease, les than 10 grams", {"weight_g_max": 10.0}),
        ("钻石的话就不要了", {"exclude": {"stone": ["diamond"]}}),
        ("有证书的，GIA的", {"certificate": "gia"}),
        ("长度嘛四十到四十五吧", {"length_mm": 425.0}),
        ("预算的话就是一千以内", {"price_max_minor": 100000, "currency": "CNY"}),
        ("1k5 以内", {"price_max_minor": 150000, "currency": "CNY"}),
        ("100道200", {"price_min_minor": 10000, "price_max_minor": 20000, "currency": "CNY"}),
        ("克重三十以内", {"weight_g_max": 30.0}),
        ("a god ring", {"category": "ring", "metal": "gold"}),
        ("can we do platinum instead", {"metal": "platinum"}),
        ("you know what forget the silver", {}),
        ("在便宜点的，要金的", {"metal": "gold"}),
    ],
)
def test_a_slip_that_is_a_word_is_told_by_its_neighbours(
    said: str, wishes: dict[str, Any], reader: Reader
) -> None:
    session = reader.session(metal="silver")
    after = apply_edits(session.constraints, reader(said, session).edits).to_json()
    assert after == ({"metal": "silver"} | wishes if wishes else {})


def test_the_last_thing_remembered_can_be_forgotten(reader: Reader) -> None:
    kept = [Memo("self", "metal", ("gold",)), Memo("self", "style", ("vintage",))]
    session = apply(reader.session(), [MemoKept(memo) for memo in kept])
    assert reader("把这条忘掉", session).memos == (Memo("self", "style", None),)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("u r stupd", "insult"),
        ("刚才那个不算", "undo"),
        ("取消 last change", "undo"),
        ("从来吧", "restart"),
        ("地二个多少钱", "describe"),
        ("那个我的尺寸你忘掉吧", "forget"),
        ("forget 我的 size", "forget"),
        ("你们 shop 在哪里", "policy"),
        ("重新开史", "restart"),
        ("can you compare one and two for me", "compare"),
        ("i want to complain", "handover"),
        ("what if it breaks", "policy"),
        ("你是 robot 吗", "help"),
        ("找 staff 聊", "handover"),
        ("全部 clear 掉", "restart"),
        ("太 expensive 了", "refine"),
        ("不喜欢这几个换几个", "refine"),
        ("刚才说的那个条件去掉", "undo"),
        ("便宜的就行", "refine"),
        ("取肖", "undo"),
        ("再间", "goodbye"),
        ("are you like a real person or a robot", "help"),
    ],
)
def test_acts_said_with_slips_or_in_two_languages_are_told(
    said: str, intent: str, reader: Reader
) -> None:
    shown = tuple(list(reader.products)[:3])
    assert reader(said, reader.session(shown, metal="silver")).intent == intent


@pytest.mark.parametrize("said", ["送我妈妈的金戒指", "金戒指，价格无所谓", "i'd like a gold ring"])
def test_nothing_is_left_over_of_words_that_were_understood(said: str, reader: Reader) -> None:
    assert reader(said).words == ""
