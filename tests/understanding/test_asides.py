"""What is told beside a wish: reasons, custom, other people, sums found wanting."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.understanding.asides import asks_or_orders, clauses_of
from assistant.understanding.reasons import drop_reasons
from tests.reading import Reader
from tests.understanding.wish_reading import WishReader


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("white gold, that's how my family has always done it", "metal_colour"),
        ("18K金的，耐磨点，我干活容易磕", "purity"),
        ("要925银的，铁的会生锈吧", "purity"),
        ("platinum or titanium 都行, 我上班手上老是磕碰", "metal"),
        ("I can pay 400 euro at most, the hotel was dear enough", "price_max_minor"),
    ],
)
def test_what_is_told_beside_a_wish_is_no_question(reader: Reader, said: str, slot: str) -> None:
    read = reader(said, reader.session(category="ring"))
    assert (read.intent, slot in {edit.slot for edit in read.edits}) == ("refine", True)


@pytest.mark.parametrize(
    "said",
    ["silver, but does it tarnish?", "要银的，会不会变黑", "gold, and tell me how to clean it"],
)
def test_a_question_beside_a_wish_is_answered(reader: Reader, said: str) -> None:
    assert reader(said, reader.session(category="ring")).intent != "refine"


def test_a_point_within_a_number_ends_no_clause() -> None:
    assert clauses_of("under 1.5 carats, please. white gold") == (
        "under 1.5 carats",
        "please",
        "white gold",
    )


@pytest.mark.parametrize("said", ["是不是很软", "what about opals", "remember it", "讲讲翡翠"])
def test_questions_and_orders_are_told_from_statements(said: str) -> None:
    assert asks_or_orders(said)


@pytest.mark.parametrize("said", ["she loves pearls", "铁的会生锈吧", "我老磕碰"])
def test_statements_ask_nothing(said: str) -> None:
    assert not asks_or_orders(said)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("就戒指吧,耳环家里一堆了", "就戒指吧"),
        ("看耳环吧我项链有好几条了", "看耳环吧"),
        ("pendant 好了,手镯她已经有几只了", "pendant 好了"),
        ("18k instead. 999 sounds so soft", "18k instead"),
        ("手链吧,脚链怕他自己扯下来", "手链吧"),
    ],
)
def test_what_is_had_already_or_found_wanting_is_not_wished_for(said: str, left: str) -> None:
    assert drop_reasons(said) == left


WIFE: dict[str, Any] = {"category": "ring", "recipient": "wife"}


@pytest.mark.parametrize(
    "said",
    [
        "platinum, her sister has loads of gold",
        "white gold, her mum always wore white gold",
        "under 900 or the mother in law will kill me",
        "untreated, my uncle got burned once",
        "玫瑰金也可以，刚看我同事戴还挺好看的",
        "not silver, it has an old lady vibe",
        "要铂金的，怕她自己弄丢",
    ],
)
def test_people_told_of_do_not_become_whom_it_is_for(reader: Reader, said: str) -> None:
    read = reader(said, reader.session(**WIFE))
    assert "recipient" not in {edit.slot for edit in read.edits}


@pytest.mark.parametrize("said", ["actually it's for her sister", "还是送她妹妹吧"])
def test_a_relative_who_gets_it_is_whom_it_is_for(reader: Reader, said: str) -> None:
    read = reader(said, reader.session(**WIFE))
    assert "recipient" in {edit.slot for edit in read.edits}


@pytest.mark.parametrize(
    ("said", "most"),
    [
        ("2500 is too much after all, 2000 at most", 200000),
        ("三万有点悬，放到四万", 4000000),
    ],
)
def test_a_sum_found_wanting_is_no_bound(wish_reader: WishReader, said: str, most: int) -> None:
    wishes = wish_reader(said)
    assert (wishes.get("price_max_minor"), wishes.get("price_min_minor")) == (most, None)


@pytest.mark.parametrize("said", ["nickel brings me out in a rash", "含镍的戴了会痒"])
def test_what_nickel_does_is_an_allergy(wish_reader: WishReader, said: str) -> None:
    assert wish_reader(said).get("allergies") == ["nickel"]


def test_the_occasion_of_what_she_wears_is_not_wished_for(reader: Reader) -> None:
    session = reader.session(category="ring", occasion="engagement")
    edits = reader("她平时戴的戒指是日本码11号", session).edits
    assert [edit.slot for edit in edits if edit.slot == "occasion"] == []


@pytest.mark.parametrize(
    "said", ["刚才换手镯那一步撤掉吧，手镯怕磕", "sorry，刚才选 akoya 那步帮我 undo"]
)
def test_a_step_is_taken_back_by_what_it_asked_for(reader: Reader, said: str) -> None:
    assert reader(said, reader.session(category="bangle")).intent == "undo"


@pytest.mark.parametrize(
    "said",
    [
        "my son is getting married and I want a brooch for myself",
        "a friend of mine got opals for his wife. a brooch for me",
    ],
)
def test_of_all_people_told_of_it_is_for_whom_it_is_said_to_be(
    wish_reader: WishReader, said: str
) -> None:
    assert wish_reader(drop_reasons(said))["recipient"] == "self"


def test_a_bangles_width_inside_is_its_size(wish_reader: WishReader) -> None:
    assert wish_reader("jade bangle 56mm for mom") == {
        "category": "bangle",
        "stone": "jade",
        "recipient": "mother",
        "bangle_mm": 56.0,
    }


@pytest.mark.parametrize("said", ["hmm, and if it was an emerald?", "要是换成祖母绿呢"])
def test_what_if_looks_for_what_it_names(reader: Reader, said: str) -> None:
    read = reader(said, reader.session(category="ring", stone="sapphire"))
    assert (read.intent, "stone" in {edit.slot for edit in read.edits}) == ("refine", True)


@pytest.mark.parametrize(
    "said", ["the bracelet you sold me snapped last week", "上次在你们家买的耳环掉石头了"]
)
def test_what_did_not_last_is_no_wish_for_another(reader: Reader, said: str) -> None:
    read = reader(said)
    assert (read.intent, read.edits) == ("policy", ())


@pytest.mark.parametrize(
    "said", ["forget the set for now, just a bangle", "三金先不看了，先看一个手镯"]
)
def test_a_set_left_behind_leaves_the_piece_that_is_wanted(reader: Reader, said: str) -> None:
    from assistant.session import SetWished, apply
    from assistant.turn import Member, SetWish

    gold = SetWish("three_gold", (Member("ring"), Member("necklace"), Member("bangle")))
    session = apply(reader.session(("R-001", "N-001", "B-001")), [SetWished(gold, ())])
    assert reader(said, session).intent in ("search", "refine")
