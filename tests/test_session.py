"""A session is the fold of its events, and every event survives JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.constraints import Constraints
from assistant.event_json import event_from_json, event_to_json
from assistant.session import (
    Event,
    MemoKept,
    PhotoSeen,
    ProductSaved,
    ProductsFocused,
    ProductsShown,
    QuestionAsked,
    Restarted,
    SearchWorded,
    Session,
    TurnEnded,
    WishesChanged,
    apply,
)
from assistant.turn import Memo, Question

GOLD = Constraints({"metal": ("gold",), "ring_size_mm": 52.3}, {"stone": ("diamond",)})
words = st.text(max_size=20)
ids = st.lists(st.sampled_from(["R-001", "R-002", "N-001"]), max_size=3, unique=True).map(tuple)
moments = st.datetimes(timezones=st.just(UTC))
vectors = st.lists(st.floats(-1, 1, width=32), min_size=1, max_size=8).map(
    lambda values: np.array(values, np.float32)
)
events: st.SearchStrategy[Event] = st.one_of(
    st.just(WishesChanged(GOLD)),
    st.builds(SearchWorded, words),
    st.builds(PhotoSeen, vectors),
    st.builds(ProductsShown, ids),
    st.builds(ProductsFocused, ids),
    st.builds(ProductSaved, st.sampled_from(["R-001", "N-001"]), st.booleans()),
    st.builds(QuestionAsked, st.builds(Question, words, ids)),
    st.just(Restarted()),
    st.builds(
        TurnEnded,
        moments,
        st.sampled_from(["en", "zh"]),
        st.none() | words,
        st.just(("text", "photo")),
        st.just({"reply": "好", "question": None}),
    ),
)


def ended(**reply: object) -> TurnEnded:
    return TurnEnded(datetime.now(UTC), "zh", "hello", ("text",), reply)


@given(events)
def test_every_event_survives_json(event: Event) -> None:
    again = event_from_json(json.loads(json.dumps(event_to_json(event))))
    assert type(again) is type(event)
    if isinstance(event, PhotoSeen):
        assert isinstance(again, PhotoSeen)
        assert again.vector.dtype == np.float32
        np.testing.assert_array_equal(again.vector, event.vector)
    else:
        assert again == event


@given(st.lists(events, max_size=8), st.lists(events, max_size=8))
def test_folding_in_two_goes_is_folding_in_one(first: list[Event], second: list[Event]) -> None:
    once, twice = apply(Session("s"), first + second), apply(apply(Session("s"), first), second)
    for name in Session.__dataclass_fields__:
        if name != "photo":
            assert getattr(once, name) == getattr(twice, name), name


@given(st.lists(events, max_size=12))
def test_sequence_counts_events_and_turns_count_ends(happened: list[Event]) -> None:
    session = apply(Session("s"), happened)
    assert session.sequence == len(happened)
    assert session.turns == sum(isinstance(event, TurnEnded) for event in happened)


@given(st.lists(events, max_size=8))
def test_folding_changes_nothing_in_place(happened: list[Event]) -> None:
    start = Session("s")
    apply(start, happened)
    assert start == Session("s")


def test_new_pieces_on_the_table_end_the_talk_about_an_old_one() -> None:
    session = apply(Session("s"), [ProductsShown(("R-001",)), ProductsFocused(("R-001",))])
    assert session.focus == ("R-001",)
    assert apply(session, [ProductsShown(("N-001",))]).focus == ()


def test_a_piece_is_on_the_list_once_and_can_be_taken_off() -> None:
    twice = apply(Session("s"), [ProductSaved("R-001"), ProductSaved("N-001")])
    twice = apply(twice, [ProductSaved("R-001")])
    assert twice.saved == ("N-001", "R-001")
    assert apply(twice, [ProductSaved("R-001", saved=False)]).saved == ("N-001",)


def test_starting_over_forgets_all_but_the_list() -> None:
    before = [WishesChanged(GOLD), SearchWorded("leaf"), ProductsShown(("R-001",)), ended()]
    session = apply(Session("s"), [*before, ProductSaved("R-001"), Restarted()])
    assert session == Session("s", sequence=6, turns=1, language="zh", saved=("R-001",))


def test_a_question_stands_until_a_turn_ends_without_one() -> None:
    question = Question("stone", ("jade",))
    asked = apply(Session("s"), [QuestionAsked(question), ended(question={"slot": "stone"})])
    assert asked.question == question
    later = apply(asked, [ended(question=None)])
    assert later.question is None
    assert later.asked == ("stone",)


def test_a_time_in_another_zone_is_the_same_moment_again() -> None:
    moment = datetime(2026, 1, 1, 8, tzinfo=timezone(timedelta(hours=8)))
    event = TurnEnded(moment, "en", None, (), {})
    again = event_from_json(event_to_json(event))
    assert isinstance(again, TurnEnded)
    assert again.at == moment


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"kind": "Exploded"},
        {"kind": None},
        {"kind": "ProductsShown", "product_ids": "R-001"},
        {"kind": "WishesChanged", "constraints": [1]},
    ],
)
def test_what_is_no_event_is_refused(record: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"event|list|object"):
        event_from_json(record)


def test_how_a_size_was_told_survives_json() -> None:
    kept = MemoKept(Memo("self", "ring_size_mm", 53.5, "hk:14"))
    again = event_from_json(json.loads(json.dumps(event_to_json(kept))))
    assert isinstance(again, MemoKept)
    assert again.memo.said == "hk:14"
