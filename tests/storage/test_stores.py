"""What every store promises, whichever it is."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from assistant.constraints import Constraints
from assistant.conversation import Feedback, SessionStore
from assistant.errors import SequenceConflict, UnknownSession
from assistant.session import (
    Event,
    PhotoSeen,
    ProductSaved,
    ProductsShown,
    QuestionAsked,
    SearchWorded,
    TurnEnded,
    WishesChanged,
    apply,
)
from assistant.turn import Question
from tests.fakes import run_at_once

WISHES = Constraints({"metal": ("gold",), "price_max_minor": 500_000}, {"stone": ("diamond",)})


def ended(said: str) -> TurnEnded:
    return TurnEnded(datetime.now(UTC), "zh", said, ("text",), {"reply": f"好的:{said}"})


def test_a_new_session_is_empty_and_its_id_cannot_be_guessed(store: SessionStore) -> None:
    ids = {store.create().id for _ in range(20)}
    assert len(ids) == 20
    assert all(len(one) >= 20 for one in ids)
    session = store.load(ids.pop())
    assert session is not None
    assert (session.sequence, session.turns, bool(session.constraints)) == (0, 0, False)


def test_an_unknown_session_is_none(store: SessionStore) -> None:
    assert store.load("nobody") is None
    assert store.history("nobody") == ()


def test_creating_a_session_again_keeps_what_it_holds(store: SessionStore) -> None:
    session = store.create()
    store.append(session.id, 0, (WishesChanged(WISHES),))
    assert store.create(session.id).constraints == WISHES


def test_what_is_appended_is_loaded_again(store: SessionStore) -> None:
    session = store.create()
    events: tuple[Event, ...] = (
        WishesChanged(WISHES),
        SearchWorded("飞燕 'quoted' \"words\""),
        PhotoSeen(np.eye(1, 1280, dtype=np.float32)[0]),
        ProductsShown(("R-001", "R-002")),
        ProductSaved("R-002"),
        QuestionAsked(Question("stone", ("jade",))),
        ended("戒指"),
    )
    store.append(session.id, 0, events)
    loaded, expected = store.load(session.id), apply(session, events)
    assert loaded is not None
    assert loaded.photo is not None
    np.testing.assert_array_equal(loaded.photo, expected.photo)
    for name in ("sequence", "turns", "constraints", "words", "shown", "saved", "question"):
        assert getattr(loaded, name) == getattr(expected, name), name


def test_a_session_grows_over_many_appends(store: SessionStore) -> None:
    session = store.create()
    for number in range(30):
        known = store.load(session.id)
        assert known is not None
        assert known.sequence == number
        store.append(session.id, number, (ProductSaved(f"R-{number:03d}"),))
    known = store.load(session.id)
    assert known is not None
    assert len(known.saved) == 30


@pytest.mark.parametrize("expected", [0, 2, 99])
def test_an_append_with_another_sequence_conflicts_and_adds_nothing(
    store: SessionStore, expected: int
) -> None:
    session = store.create()
    store.append(session.id, 0, (SearchWorded("first"),))
    with pytest.raises(SequenceConflict):
        store.append(session.id, expected, (SearchWorded("second"),))
    known = store.load(session.id)
    assert known is not None
    assert (known.sequence, known.words) == (1, "first")


def test_an_append_to_a_session_that_never_began_is_refused(store: SessionStore) -> None:
    with pytest.raises(UnknownSession):
        store.append("nobody", 0, (SearchWorded("x"),))


def test_history_is_the_finished_turns_in_order(store: SessionStore) -> None:
    session = store.create()
    store.append(session.id, 0, (SearchWorded("a"), ended("one")))
    store.append(session.id, 2, (ended("two"), ProductSaved("R-001")))
    assert [turn.user_text for turn in store.history(session.id)] == ["one", "two"]
    assert store.history(session.id)[0].reply == {"reply": "好的:one"}


def test_sessions_do_not_see_each_other(store: SessionStore) -> None:
    one, other = store.create(), store.create()
    store.append(one.id, 0, (WishesChanged(WISHES), ended("mine")))
    known = store.load(other.id)
    assert known is not None
    assert (known.sequence, bool(known.constraints)) == (0, False)
    assert store.history(other.id) == ()


def test_erasing_forgets_everything_of_one_session_only(store: SessionStore) -> None:
    one, other = store.create(), store.create()
    for session in (one, other):
        store.append(session.id, 0, (ProductsShown(("R-001",)), ended("hello")))
        store.add_feedback(Feedback(session.id, 1, -1, "no"))
    store.erase(one.id)
    assert store.load(one.id) is None
    assert store.history(one.id) == ()
    assert len(store.history(other.id)) == 1


def test_an_erased_session_is_not_brought_back_by_a_turn_still_on_its_way(
    store: SessionStore,
) -> None:
    session = store.create()
    store.append(session.id, 0, (SearchWorded("x"),))
    store.erase(session.id)
    with pytest.raises(UnknownSession):
        store.append(session.id, 1, (SearchWorded("y"),))


def test_a_session_that_takes_an_erased_ones_id_begins_empty(store: SessionStore) -> None:
    session = store.create()
    store.append(session.id, 0, (WishesChanged(WISHES),))
    assert store.load(session.id) is not None
    store.erase(session.id)
    again = store.create(session.id)
    assert (again.sequence, bool(again.constraints)) == (0, False)


def test_erasing_a_session_that_is_not_there_is_no_error(store: SessionStore) -> None:
    store.erase("nobody")


def test_a_second_thumb_on_a_turn_replaces_the_first(store: SessionStore) -> None:
    session = store.create()
    store.add_feedback(Feedback(session.id, 1, 1))
    store.add_feedback(Feedback(session.id, 1, -1, "太贵 'quote'"))


def test_a_thumb_on_a_session_that_never_began_is_refused(store: SessionStore) -> None:
    with pytest.raises(UnknownSession):
        store.add_feedback(Feedback("nobody", 1, 1))


def test_two_writers_at_once_lose_nothing(store: SessionStore) -> None:
    session = store.create()

    def write(name: str) -> None:
        done = 0
        while done < 15:
            known = store.load(session.id)
            assert known is not None
            try:
                store.append(
                    session.id, known.sequence, (ProductSaved(f"{name}-{done}"), SearchWorded(name))
                )
            except SequenceConflict:
                continue
            done += 1

    assert run_at_once([lambda: write("a"), lambda: write("b")]) == []
    known = store.load(session.id)
    assert known is not None
    assert known.sequence == 60
    assert sorted(known.saved) == sorted(f"{name}-{n}" for name in "ab" for n in range(15))


def test_one_sequence_number_goes_to_one_of_many_writers(store: SessionStore) -> None:
    session = store.create()
    jobs = [lambda n=n: store.append(session.id, 0, (SearchWorded(str(n)),)) for n in range(8)]
    raised = run_at_once(jobs)
    assert len(raised) == 7
    assert all(isinstance(error, SequenceConflict) for error in raised)


def test_one_id_created_many_times_at_once_is_one_session(store: SessionStore) -> None:
    chosen = store.create().id + "-again"
    assert run_at_once([lambda: store.create(chosen) for _ in range(8)]) == []
    known = store.load(chosen)
    assert known is not None
    assert known.sequence == 0
    store.erase(chosen)
