"""What happened in a turn, as events: the only way in which a turn changes a session."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.actions import (
    Action,
    Ask,
    BuildSet,
    Converse,
    Count,
    Deliver,
    HandOver,
    KeepMemo,
    Save,
    Search,
    Survey,
    Undo,
)
from assistant.constraints import Constraints, Want, apply_edits
from assistant.dialogue.profiles import person_of
from assistant.session import (
    Event,
    HandedOver,
    MemoKept,
    MemosForgotten,
    PhotoSeen,
    ProductSaved,
    ProductsFocused,
    ProductsShown,
    QuestionAsked,
    Restarted,
    SearchWorded,
    Session,
    SetWished,
    WishesChanged,
    WishesUndone,
)
from assistant.turn import Findings, GroundedReply, Understanding, Vector


def events_of(  # noqa: PLR0913 - each argument is one stage's result
    action: Action,
    understanding: Understanding,
    findings: Findings,
    grounded: GroundedReply,
    session: Session,
    photo: Vector | None,
) -> list[Event]:
    """The events of one turn, in the order in which they count."""
    is_judged = "from_photo" in understanding.topics  # a hand: no piece that could be looked for
    events: list[Event] = [] if photo is None or is_judged else [PhotoSeen(photo)]
    events += _by_action(action, understanding, findings, session)
    events += _on_the_table(action, findings, grounded)
    if grounded.question:
        events.append(QuestionAsked(grounded.question))
    return events


def memory_events(action: KeepMemo) -> list[Event]:
    """What is remembered or forgotten."""
    if action.forget_all:
        return [MemosForgotten()]
    return [MemoKept(memo) for memo in action.memos]


def _by_action(
    action: Action, understanding: Understanding, findings: Findings, session: Session
) -> Iterator[Event]:
    match action:
        case Converse("restart"):
            yield Restarted()
        case Undo():
            yield WishesUndone()
        case Search(constraints=constraints, words=words):
            yield from _wishes(constraints, session)
            if words != session.words:
                yield SearchWorded(words)
        case BuildSet():
            yield from _set(action, findings, session)
        case Save(product_ids):
            yield from (ProductSaved(one) for one in product_ids)
        case KeepMemo():
            yield from memory_events(action)
            yield from _wishes(_with_memos(action, session), session)
        case HandOver():
            if findings.card is not None:
                yield HandedOver(findings.card)
        case Count() | Survey():
            pass  # a question about the shop changes no wish
        case Ask() if understanding.intent in ("count", "survey"):
            pass
        case _:
            yield from _wishes(apply_edits(session.constraints, understanding.edits), session)


def _with_memos(action: KeepMemo, session: Session) -> Constraints:
    """The wishes with what was recalled into them as it is remembered from now on."""
    before = {(memo.about, memo.slot): memo.value for memo in session.memory}
    edits = [
        Want(memo.slot, memo.value)
        for memo in action.memos
        if memo.value is not None
        and memo.about == person_of(session.constraints)
        and session.constraints.values.get(memo.slot) == before.get((memo.about, memo.slot))
        and memo.slot in session.constraints.values
    ]
    return apply_edits(session.constraints, edits)


def _set(action: BuildSet, findings: Findings, session: Session) -> Iterator[Event]:
    if _stays(action, findings):
        return
    yield from _wishes(action.constraints, session)
    pieces = findings.piece_set.products if findings.piece_set else ()
    yield SetWished(action.wish, tuple(product.id for product in pieces))


def _stays(action: BuildSet, findings: Findings) -> bool:
    """Does the set stay as it was, for want of a piece that would do?"""
    return findings.piece_set is None and bool(action.standing)


def _wishes(now: Constraints, session: Session) -> Iterator[Event]:
    if now != session.constraints:
        yield WishesChanged(now)


def _on_the_table(action: Action, findings: Findings, grounded: GroundedReply) -> Iterator[Event]:
    """What is shown lies on the table; what is told about is what 'it' means."""
    if isinstance(action, BuildSet):
        if _stays(action, findings):
            return
        pieces = findings.piece_set.products if findings.piece_set else ()
        yield ProductsShown(tuple(product.id for product in pieces))
    elif isinstance(action, Undo) and findings.piece_set:
        yield ProductsShown(tuple(product.id for product in findings.piece_set.products))
    elif findings.ranked and grounded.products:
        yield ProductsShown(tuple(shown.product.id for shown in grounded.products))
    elif findings.products and not (isinstance(action, Deliver) and len(findings.products) > 1):
        yield ProductsFocused(tuple(product.id for product in findings.products))
    elif isinstance(action, HandOver) and action.product_ids:
        yield ProductsFocused(action.product_ids)
