"""The service that every edge calls: sessions open, turns are stored, nobody is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from assistant.conversation import Conversations, Feedback, SessionStore
from assistant.errors import SequenceConflict, UnknownSession
from assistant.respond import Answered
from assistant.session import SearchWorded, Session
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import RawTurn, Transcript, UserTurn
from tests.fakes import FakeResponder, read_plainly, run_at_once


def service(
    responder: FakeResponder | None = None,
    store: SessionStore | None = None,
    read: Callable[[RawTurn], UserTurn] = read_plainly,
) -> Conversations:
    return Conversations(responder or FakeResponder(), store or MemorySessionStore(), read)


def test_no_id_opens_a_new_session_and_it_is_not_a_lost_one() -> None:
    session, is_lost = service().open(None)
    assert session.id
    assert not is_lost


def test_a_known_id_opens_the_session_as_it_stands() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    conversations.take(session.id, RawTurn("leaf"))
    again, is_lost = conversations.open(session.id)
    assert (again.turns, again.constraints.terms("style"), is_lost) == (1, ("leaf",), False)


def test_an_unknown_id_gets_an_id_of_our_own_and_is_told_so() -> None:
    session, is_lost = service().open("made-up-by-somebody")
    assert session.id != "made-up-by-somebody"
    assert is_lost


def test_an_unknown_id_is_taken_where_it_is_trusted() -> None:
    session, _ = service().open("s1", trust_id=True)
    assert session.id == "s1"


def test_a_turn_is_answered_numbered_and_stored() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    replies = [conversations.take(session.id, RawTurn(text)) for text in ("one", "two")]
    assert [reply.turn for reply in replies] == [1, 2]
    told = [turn.reply["reply"] for turn in conversations.store.history(session.id)]
    assert told == ["You said: one", "You said: two"]


def test_steps_come_before_the_answer() -> None:
    def with_speech(raw: RawTurn) -> UserTurn:
        return UserTurn(raw.text, speech=object())  # type: ignore[arg-type]

    conversations = service(read=with_speech)
    session, _ = conversations.open(None)
    steps = list(conversations.stream(session.id, RawTurn("ring")))
    assert [type(step) for step in steps] == [Transcript, Answered]


def test_another_writer_in_between_is_noticed_and_the_turn_answered_anew() -> None:
    store = MemorySessionStore()
    before: list[int] = []

    def intrude(_turn: UserTurn, session: Session) -> None:
        before.append(session.sequence)
        if len(before) == 1:
            store.append(session.id, session.sequence, (SearchWorded("theirs"),))

    conversations = service(FakeResponder(before_answer=intrude), store)
    session, _ = conversations.open(None)
    conversations.take(session.id, RawTurn("mine"))
    assert before == [0, 1]
    after = store.load(session.id)
    assert after is not None
    assert (after.words, after.constraints.terms("style"), after.turns) == ("theirs", ("mine",), 1)


def test_a_session_that_never_holds_still_gives_up_with_a_conflict() -> None:
    store = MemorySessionStore()

    def intrude(_turn: UserTurn, session: Session) -> None:
        store.append(session.id, session.sequence, (SearchWorded("theirs"),))

    conversations = service(FakeResponder(before_answer=intrude), store)
    session, _ = conversations.open(None)
    with pytest.raises(SequenceConflict):
        conversations.take(session.id, RawTurn("mine"))


def test_a_session_erased_during_a_turn_stays_erased() -> None:
    store = MemorySessionStore()

    def erase(_turn: UserTurn, session: Session) -> None:
        store.erase(session.id)

    conversations = service(FakeResponder(before_answer=erase), store)
    session, _ = conversations.open(None)
    with pytest.raises(UnknownSession):
        conversations.take(session.id, RawTurn("mine"))
    assert store.load(session.id) is None


def test_many_turns_at_once_on_one_session_are_all_kept_in_order() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    jobs = [lambda n=n: conversations.take(session.id, RawTurn(f"turn {n}")) for n in range(12)]
    assert run_at_once(jobs) == []
    turns = conversations.store.history(session.id)
    assert [turn.reply["turn"] for turn in turns] == list(range(1, 13))
    assert {turn.user_text for turn in turns} == {f"turn {n}" for n in range(12)}


def test_two_services_on_one_store_lose_nothing_without_a_common_lock() -> None:
    store = MemorySessionStore()
    session = store.create()
    services = [service(store=store), service(store=store)]
    jobs = [lambda n=n: services[n % 2].take(session.id, RawTurn(f"turn {n}")) for n in range(4)]
    assert run_at_once(jobs) == []
    assert len(store.history(session.id)) == 4


def test_one_shoppers_failing_turn_does_not_touch_another_or_their_own_past() -> None:
    conversations = service()
    one, _ = conversations.open(None)
    other, _ = conversations.open(None)
    conversations.take(one.id, RawTurn("before"))
    raised = run_at_once(
        [
            lambda: conversations.take(one.id, RawTurn("crash")),
            lambda: conversations.take(other.id, RawTurn("fine")),
        ]
    )
    assert [type(error) for error in raised] == [ZeroDivisionError]
    assert len(conversations.store.history(one.id)) == 1
    assert len(conversations.store.history(other.id)) == 1
    assert conversations.take(one.id, RawTurn("after")).turn == 2


def test_one_slow_shopper_does_not_hold_up_another() -> None:
    go_on, began = threading.Event(), threading.Event()

    def wait(turn: UserTurn, _session: Session) -> None:
        if turn.text == "slow":
            began.set()
            go_on.wait(10)

    conversations = service(FakeResponder(before_answer=wait))
    slow, quick = conversations.open(None)[0], conversations.open(None)[0]
    thread = threading.Thread(target=conversations.take, args=(slow.id, RawTurn("slow")))
    thread.start()
    assert began.wait(10)
    assert conversations.take(quick.id, RawTurn("quick")).turn == 1
    assert conversations.store.history(slow.id) == ()
    go_on.set()
    thread.join()
    assert len(conversations.store.history(slow.id)) == 1


def test_a_page_that_goes_away_during_a_turn_frees_its_session() -> None:
    def with_speech(raw: RawTurn) -> UserTurn:
        return UserTurn(raw.text, speech=object())  # type: ignore[arg-type]

    conversations = service(read=with_speech)
    session, _ = conversations.open(None)
    steps = conversations.stream(session.id, RawTurn("ring"))
    next(steps)
    steps.close()
    assert conversations.take(session.id, RawTurn("again")).turn == 1


def test_no_lock_is_left_when_nobody_uses_it() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    conversations.take(session.id, RawTurn("ring"))
    with pytest.raises(ZeroDivisionError):
        conversations.take(session.id, RawTurn("crash"))
    assert conversations._locks == {}


def test_saving_and_forgetting_are_events_like_any_other() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    conversations.take(session.id, RawTurn("leaf"))
    assert conversations.save(session.id, "R-001").saved == ("R-001",)
    assert conversations.save(session.id, "R-001", saved=False).saved == ()
    assert not conversations.forget_wish(session.id, ("style",)).constraints


def test_a_thumb_goes_to_the_store() -> None:
    conversations = service()
    session, _ = conversations.open(None)
    conversations.store.add_feedback(Feedback(session.id, 1, 1))
    with pytest.raises(UnknownSession):
        conversations.store.add_feedback(Feedback("nobody", 1, 1))
