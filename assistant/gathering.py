"""What an action needs to be answered: searched, counted, looked up or put together."""

from __future__ import annotations

from assistant.actions import (
    Action,
    Advise,
    BuildSet,
    Compare,
    Count,
    Deliver,
    Describe,
    HandOver,
    KeepMemo,
    Save,
    Search,
    Survey,
    Undo,
    WorkOut,
)
from assistant.catalogue.product import Product
from assistant.dialogue.handover import make_card
from assistant.dialogue.profiles import unused_facts
from assistant.dialogue.questions import tally
from assistant.prospects import Prospects
from assistant.session import Session, apply
from assistant.stages import Stages
from assistant.turn import Findings, Memo, Query, Understanding, UserTurn, Vector
from assistant.turn_events import memory_events


def gather(  # noqa: PLR0912, PLR0913 - one case an action, one argument a stage's result
    stages: Stages,
    action: Action,
    understanding: Understanding,
    session: Session,
    turn: UserTurn,
    photo: Vector | None,
) -> Findings:
    """The findings of an action. ``photo`` is this turn's, None where it brought none: then that
    of an earlier turn counts."""
    photo = photo if photo is not None else _earlier_photo(action, session)
    language = understanding.language
    match action:
        case Search():
            query = stages.planner.plan(action, language, photo, turn.speech)
            ranked = stages.searcher.search(query)
            asked = stages.policy.follow_up(action, understanding, ranked, session)
            asked = Prospects(stages, language).answerable(asked, action, ranked, session)
            return Findings(ranked=ranked, follow_up=asked, memory=_to_offer(action, session))
        case Undo(constraints, wish, pieces) if wish is not None:
            return Findings(piece_set=stages.sets.build(wish, constraints, pieces, None))
        case Undo(constraints) if constraints:
            again = Search(constraints, session.words)
            query = stages.planner.plan(again, language, photo, None)
            return Findings(ranked=stages.searcher.search(query))
        case Count(constraints):
            query = Query(constraints, language, order="price_up", limit=4)
            return Findings(
                ranked=stages.searcher.search(query), count=stages.searcher.count(query)
            )
        case Survey(constraints, slot):
            ranked = stages.searcher.search(Query(constraints, language, limit=0))
            return Findings(ranked=ranked, tally=tally(ranked.found, slot, stages.values_of))
        case BuildSet(wish, constraints, standing, swap):
            built = stages.sets.build(wish, constraints, standing, swap)
            if built:
                return Findings(piece_set=built)
            lacking = stages.sets.lacking(wish, constraints, standing, swap)
            beside = stages.sets.sizes_beside(wish, constraints)
            return Findings(lacking=lacking, sizes_beside=beside)
        case Compare(ids, topics=topics) if topics:
            cards = stages.library.find("advice", topics)[:1]
            return Findings(products=_pieces(stages, ids), cards=cards)
        case Describe(ids) | Compare(ids) | Save(ids) | WorkOut(ids):
            return Findings(products=_pieces(stages, ids))
        case Deliver(ids):
            cards = stages.library.find("policy", ("shipping",))
            return Findings(products=_pieces(stages, ids), cards=cards)
        case Advise(topic, keys, product_ids):
            cards = stages.library.find(topic, keys)
            return Findings(cards=cards, products=_pieces(stages, product_ids))
        case HandOver():
            return Findings(card=make_card(action, session, language, turn.text or ""))
        case KeepMemo():
            return Findings(memory=apply(session, memory_events(action)).memory)
    return Findings()


def _to_offer(action: Search, session: Session) -> tuple[Memo, ...]:
    """What is remembered of the person and not used yet: told when the talk turns to them, or to
    another kind of piece."""
    was, now = session.constraints, action.constraints
    turned = any(was.terms(slot) != now.terms(slot) for slot in ("recipient", "category"))
    return unused_facts(now, session.memory) if turned else ()


def _pieces(stages: Stages, ids: tuple[str, ...]) -> tuple[Product, ...]:
    """The products of these ids; one that was withdrawn since it was shown is passed over."""
    return tuple(stages.products[one] for one in ids if one in stages.products)


def _earlier_photo(action: Action, session: Session) -> Vector | None:
    """The photo of an earlier turn still counts, until the talk turns to another kind of piece."""
    was = session.constraints.terms("category")
    if isinstance(action, Search) and was and action.constraints.terms("category") != was:
        return None
    return session.photo
