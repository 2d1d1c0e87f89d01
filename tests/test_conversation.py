"""The service that every edge calls: sessions open, turns are stored, nobody is lost."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from assistant.actions import HandOver
from assistant.constraints import Constraints, Want
from assistant.conversation import Conversations, Feedback, SessionStore, handover_card
from assistant.errors import SequenceConflict, UnknownSession
from assistant.respond import Answered
from assistant.session import ProductSaved, SearchWorded, Session, WishesChanged
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import Memo, RawTurn, Transcript, UserTurn
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


# ---------------------------------------------------------------- what is done without a turn

HER_SIZE = Memo("mother", "ring_size_mm", 51.9)
FOR_HER = Constraints({"recipient": ("mother",), "metal": ("gold",), "ring_size_mm": 51.9})


def with_wishes(wishes: Constraints) -> tuple[Conversations, str]:
    conversations = service()
    session, _ = conversations.open(None)
    conversations.store.append(session.id, 0, (WishesChanged(wishes),))
    return conversations, session.id


def test_wishes_are_changed_in_one_step_that_can_be_undone() -> None:
    conversations, session = with_wishes(FOR_HER)
    after = conversations.change_wish(
        session, (Want("metal", ("silver",)), Want("stone", ("ruby",)))
    )
    assert after.constraints.terms("metal") == ("silver",)
    assert after.past[-1] == FOR_HER


def test_a_change_that_changes_nothing_leaves_nothing_to_undo() -> None:
    conversations, session = with_wishes(FOR_HER)
    after = conversations.change_wish(session, (Want("metal", ("gold",)),))
    assert after.sequence == 1


def test_ending_a_gift_takes_along_the_size_that_was_remembered_as_theirs() -> None:
    conversations, session = with_wishes(FOR_HER)
    conversations.keep_memos(session, (HER_SIZE,))
    after = conversations.end_gift(session)
    assert after.constraints == Constraints({"metal": ("gold",)})
    assert after.memory == (HER_SIZE,)


def test_ending_a_gift_keeps_a_size_that_was_said_in_the_talk() -> None:
    conversations, session = with_wishes(FOR_HER)
    conversations.keep_memos(session, (Memo("self", "ring_size_mm", 51.9),))
    after = conversations.end_gift(session)
    assert after.constraints == FOR_HER.without("recipient")


def test_a_memo_is_kept_replaced_and_forgotten() -> None:
    conversations = service()
    session = conversations.open(None)[0].id
    conversations.keep_memos(session, (HER_SIZE, Memo("self", "metal", ("gold",))))
    conversations.keep_memos(session, (Memo("mother", "ring_size_mm", 54.4),))
    after = conversations.keep_memos(session, (Memo("self", "metal", None),))
    assert after.memory == (Memo("mother", "ring_size_mm", 54.4),)
    assert conversations.forget_memos(session).memory == ()


def test_the_card_that_is_handed_over_is_the_one_that_was_shown() -> None:
    conversations, session_id = with_wishes(FOR_HER)
    session = conversations.save(session_id, "R-001")
    action = HandOver("reserve", ("R-001",))
    shown = handover_card(action, session, "zh", "Saturday")
    after = conversations.hand_over(session_id, action, "zh", "Saturday")
    assert after.handovers == (shown,)
    assert (shown["note"], shown["saved"], shown["about"]) == ("Saturday", ["R-001"], ["R-001"])
    assert "note" not in handover_card(action, session, "zh")


def test_a_list_is_shared_only_when_something_is_saved() -> None:
    conversations = service()
    session = conversations.open(None)[0].id
    assert conversations.share(session, "en") is None
    assert conversations.share("nobody", "en") is None
    conversations.save(session, "R-001")
    conversations.save(session, "R-002")
    shared = conversations.share(session, "zh")
    assert shared is not None
    assert (shared.product_ids, shared.language) == (("R-001", "R-002"), "zh")


def test_at_most_a_hundred_pieces_are_shared_the_latest_ones() -> None:
    conversations = service()
    session = conversations.open(None)[0].id
    events = tuple(ProductSaved(f"R-{number:03}") for number in range(130))
    conversations.store.append(session, 0, events)
    shared = conversations.share(session, "en")
    assert shared is not None
    assert (len(shared.product_ids), shared.product_ids[-1]) == (100, "R-129")
