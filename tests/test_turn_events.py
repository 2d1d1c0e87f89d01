"""What a turn leaves behind in the session."""

from __future__ import annotations

import numpy as np

from assistant.actions import (
    Advise,
    Ask,
    BuildSet,
    Converse,
    Count,
    HandOver,
    KeepMemo,
    Search,
    Undo,
)
from assistant.constraints import Constraints, Want
from assistant.money import Money
from assistant.session import MemoKept, ProductsShown, Session, WishesChanged, apply
from assistant.turn import (
    Findings,
    GroundedReply,
    Intent,
    Member,
    Memo,
    PieceSet,
    Question,
    SetWish,
    Understanding,
)
from assistant.turn_events import events_of
from tests.reading import Reader

RING = Constraints({"category": ("ring",)})
GOLD = Constraints({"category": ("ring",), "metal": ("gold",)})


def _after(
    session: Session,
    action: object,
    *,
    findings: Findings | None = None,
    reply: GroundedReply | None = None,
    intent: Intent = "refine",
    edits: tuple[Want, ...] = (),
) -> Session:
    understanding = Understanding("en", intent, edits=edits)
    events = events_of(
        action,  # type: ignore[arg-type]
        understanding,
        findings or Findings(),
        reply or GroundedReply("x"),
        session,
        None,
    )
    return apply(session, events)


def test_undo_goes_back_past_turns_that_changed_nothing() -> None:
    session = apply(Session("s"), [WishesChanged(RING), WishesChanged(GOLD)])
    session = _after(session, Converse("thanks"), intent="thanks")
    session = _after(session, Undo(RING), intent="undo")
    assert session.constraints == RING
    assert _after(session, Undo(Constraints()), intent="undo").constraints == Constraints()


def test_a_search_that_changes_no_wish_is_nothing_to_undo() -> None:
    session = apply(Session("s"), [WishesChanged(RING)])
    assert _after(session, Search(RING)).past == session.past


def test_counting_changes_no_wish() -> None:
    session = apply(Session("s"), [WishesChanged(RING)])
    wanted = (Want("metal", ("gold",)),)
    assert _after(session, Count(GOLD), intent="count", edits=wanted).constraints == RING


def test_what_was_clear_of_an_unclear_wish_stands_while_it_is_asked_about() -> None:
    question = Question("metal", ("platinum", "gold+white"))
    after = _after(
        Session("s"),
        Ask(question, "白金"),
        reply=GroundedReply("x", question=question),
        intent="search",
        edits=(Want("category", ("ring",)),),
    )
    assert after.constraints == RING
    assert after.question == question


def test_a_set_lies_on_the_table_in_the_wishes_order(reader: Reader) -> None:
    wish = SetWish("matching", (Member("necklace"), Member("earrings")))
    pieces = tuple(reader.products[one] for one in ("N-001", "E-001"))
    built = PieceSet(pieces, Money(1, "CNY"))
    after = _after(
        Session("s"),
        BuildSet(wish, Constraints()),
        findings=Findings(piece_set=built),
        intent="set",
    )
    assert after.shown == after.set_pieces == ("N-001", "E-001")
    assert after.has_set_on_table


def test_a_set_that_cannot_be_had_clears_the_table() -> None:
    session = apply(Session("s"), [ProductsShown(("R-001",))])
    wish = SetWish("couple", (Member("ring"), Member("ring")))
    after = _after(session, BuildSet(wish, Constraints()), intent="set")
    assert after.shown == ()
    assert after.set_wish == wish


def test_a_memo_is_kept_and_forgotten() -> None:
    kept = _after(Session("s"), KeepMemo((Memo("self", "ring_size_mm", 54.4),)), intent="remember")
    assert kept.memory == (Memo("self", "ring_size_mm", 54.4),)
    assert _after(kept, KeepMemo(forget_all=True), intent="forget").memory == ()


def test_starting_over_keeps_memory_and_hand_overs() -> None:
    session = _after(
        Session("s"), KeepMemo((Memo("self", "ring_size_mm", 54.4),)), intent="remember"
    )
    card = {"kind": "person"}
    session = _after(session, HandOver("person"), findings=Findings(card=card), intent="handover")
    session = apply(session, [WishesChanged(RING)])
    after = _after(session, Converse("restart"), intent="restart")
    assert after.constraints == Constraints()
    assert (after.memory, after.handovers) == (session.memory, (card,))


def test_a_recalled_size_goes_with_the_memory_that_is_put_right() -> None:
    session = apply(
        Session("s"),
        [MemoKept(Memo("self", "ring_size_mm", 51.9)), WishesChanged(_sized(51.9))],
    )
    put_right = KeepMemo((Memo("self", "ring_size_mm", 54.4),))
    assert _after(session, put_right, intent="remember").constraints == _sized(54.4)


def test_a_size_wished_for_apart_from_the_memory_stays() -> None:
    session = apply(
        Session("s"),
        [MemoKept(Memo("self", "ring_size_mm", 51.9)), WishesChanged(_sized(57.0))],
    )
    put_right = KeepMemo((Memo("self", "ring_size_mm", 54.4),))
    assert _after(session, put_right, intent="remember").constraints == _sized(57.0)


def _sized(mm: float) -> Constraints:
    return Constraints({"category": ("ring",), "ring_size_mm": mm})


def _photo_after(topics: tuple[str, ...]) -> bool:
    """Is a photo of this turn kept to search by, where the turn is about ``topics``?"""
    understanding, photo = Understanding("en", "advice", topics=topics), np.ones(4, np.float32)
    action, reply = Advise("advice", topics), GroundedReply("x")
    events = events_of(action, understanding, Findings(), reply, Session("s"), photo)
    return apply(Session("s"), events).photo is not None


def test_a_photo_of_a_hand_is_not_searched_by_later() -> None:
    assert not _photo_after(("from_photo",))
    assert _photo_after(("pearl",))
