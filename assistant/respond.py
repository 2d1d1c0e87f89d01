"""One turn, top to bottom.

``Assistant.respond`` takes what the shopper sent and the session as it stands, and gives the reply
and the events that happened. It changes nothing: ``conversation.py`` stores the events.

    hear -> see -> understand -> decide -> gather -> compose -> check -> answer

Each stage comes in through ``Stages``, picked in ``assembly.py``; what a stage must be able to do
is written here as a one-method Protocol.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from assistant.actions import (
    Action,
    Advise,
    BuildSet,
    Compare,
    Count,
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
from assistant.constraints import Constraints
from assistant.contract import reply_to_json
from assistant.dialogue.handover import make_card
from assistant.dialogue.questions import ValuesOf, tally
from assistant.errors import AssistantError, EmptyTurn, NotReady, TurnError, UngroundedReply
from assistant.knowledge.card import Card
from assistant.session import Event, Session, TurnEnded, apply
from assistant.stopwatch import Stopwatch
from assistant.terms import Language
from assistant.turn import (
    Findings,
    GroundedReply,
    PieceSet,
    Problem,
    Query,
    Question,
    RankedProducts,
    Reply,
    SetWish,
    Speech,
    Transcript,
    Understanding,
    UserTurn,
    Vector,
)
from assistant.turn_events import events_of, memory_events

log = logging.getLogger(__name__)


class Transcriber(Protocol):
    """Speech to words. Raises AudioError where nothing can be heard, NotReady while loading."""

    def transcribe(self, speech: Speech, locale: Language | None) -> Transcript: ...


class Understander(Protocol):
    """Words and the session to an intent, wishes and references."""

    def understand(
        self, words: str, session: Session, *, locale: Language | None, with_photo: bool
    ) -> Understanding: ...


class Policy(Protocol):
    """What to do, and what to ask after it."""

    def decide(self, understanding: Understanding, session: Session) -> Action: ...
    def follow_up(
        self,
        action: Action,
        understanding: Understanding,
        ranked: RankedProducts,
        session: Session,
    ) -> Question | None: ...


class QueryPlanner(Protocol):
    """A search action as a query, its words, photo and speech fused into one vector."""

    def plan(
        self, action: Search, language: Language, photo: Vector | None, speech: Speech | None
    ) -> Query: ...


class PhotoReader(Protocol):
    """A photo as a unit vector. Raises NotReady while its model loads."""

    def read_photo(self, turn: UserTurn) -> Vector | None: ...


class Searcher(Protocol):
    """Filters first, then ranking."""

    def search(self, query: Query) -> RankedProducts: ...
    def count(self, query: Query) -> int: ...


class SetBuilder(Protocol):
    """Pieces that belong together; ``lacking`` are the kinds of which there are none."""

    def build(
        self, wish: SetWish, constraints: Constraints, standing: tuple[str, ...], swap: int | None
    ) -> PieceSet | None: ...
    def lacking(
        self, wish: SetWish, constraints: Constraints, standing: tuple[str, ...], swap: int | None
    ) -> tuple[str, ...]: ...


class Library(Protocol):
    """Knowledge cards by topic and key."""

    def find(self, topic: str, keys: tuple[str, ...]) -> tuple[Card, ...]: ...


class Composer(Protocol):
    """Results to claims to sentences, and problems to apologies."""

    def compose(
        self, action: Action, findings: Findings, understanding: Understanding
    ) -> GroundedReply: ...
    def apologise(self, problems: tuple[Problem, ...], language: Language) -> GroundedReply: ...
    def explain(self, error: Exception, language: Language) -> Problem: ...
    def wishes_of(self, action: Action) -> Constraints: ...


class GroundingCheck(Protocol):
    """Passes a reply on, or raises UngroundedReply."""

    def check(
        self,
        reply: GroundedReply,
        findings: Findings,
        wishes: Constraints,
        language: Language,
    ) -> GroundedReply: ...


@dataclass(frozen=True)
class Stages:
    """Everything a turn walks through."""

    transcriber: Transcriber
    photo_reader: PhotoReader
    understander: Understander
    policy: Policy
    planner: QueryPlanner
    searcher: Searcher
    sets: SetBuilder
    values_of: ValuesOf
    library: Library
    composer: Composer
    grounding: GroundingCheck
    products: Mapping[str, Product]


@dataclass(frozen=True)
class Answered:
    """The end of a turn: the reply, the events that happened, and the session after them."""

    reply: Reply
    events: tuple[Event, ...]
    session: Session


Step = Transcript | Understanding | Findings | Answered


class Assistant:
    """Answers turns. Holds no shopper's data: many threads may call it at once."""

    def __init__(self, display: Callable[[], Stages]) -> None:
        self._display = display

    @property
    def stages(self) -> Stages:
        """The stages of this moment; a turn keeps those that it began with."""
        return self._display()

    def respond(self, turn: UserTurn, session: Session) -> Answered:
        """The answer to one turn."""
        for step in self.respond_stream(turn, session):
            if isinstance(step, Answered):
                return step
        raise RuntimeError("respond_stream ended without an answer")  # its last step is one

    def respond_stream(self, turn: UserTurn, session: Session) -> Iterator[Step]:
        """The same, giving each stage's result as soon as it stands; the answer comes last."""
        stages = self.stages
        watch = Stopwatch()
        problems: list[AssistantError] = list(turn.problems)

        # 1. Hear. A recording that cannot be used costs only itself.
        transcript = None
        with watch.lap("hear"):
            try:
                if turn.speech:
                    transcript = stages.transcriber.transcribe(turn.speech, turn.locale)
            except (TurnError, NotReady) as error:
                problems.append(error)
        if transcript:
            yield transcript
        heard = transcript.text if transcript else ""
        words = f"{turn.text or ''} {heard}".strip()

        # See. The photo becomes a vector; its pixels go no further.
        photo = None
        with watch.lap("see"):
            try:
                photo = stages.photo_reader.read_photo(turn)
            except NotReady as error:
                problems.append(error)

        # 2. Understand, in the language the shopper used.
        spoken_in = turn.locale or (transcript.language if transcript else None)
        with watch.lap("understand"):
            understanding = stages.understander.understand(
                words, session, locale=spoken_in, with_photo=photo is not None
            )
        language = understanding.language
        told = tuple(stages.composer.explain(error, language) for error in problems)
        if not words and photo is None:
            told = told or (stages.composer.explain(EmptyTurn("nothing came"), language),)
            yield self._finish(
                turn,
                session,
                understanding,
                transcript,
                watch,
                [],
                stages.composer.apologise(told, language),
                told,
            )
            return
        yield understanding

        # 3. Decide on one action.
        with watch.lap("decide"):
            action = stages.policy.decide(understanding, session)

        # 4 and 5. Plan the query and search, or look up what was named.
        with watch.lap("search"):
            seen = photo if photo is not None else _earlier_photo(action, session)
            findings = _gather(stages, action, understanding, session, turn, seen)
        yield findings

        # 6 and 7. Compose from claims, and let nothing ungrounded out.
        with watch.lap("answer"):
            draft = stages.composer.compose(action, findings, understanding)
            try:
                wishes = stages.composer.wishes_of(action)
                grounded = stages.grounding.check(draft, findings, wishes, language)
            except UngroundedReply as error:
                log.exception("a reply was withheld")
                told = (*told, stages.composer.explain(error, language))
                grounded = GroundedReply("")
        if told:
            apology = stages.composer.apologise(told, language)
            grounded = _prefix(apology, grounded)

        # 9. What happened, as events.
        events = events_of(action, understanding, findings, grounded, session, photo)
        yield self._finish(turn, session, understanding, transcript, watch, events, grounded, told)

    def _finish(  # noqa: PLR0913 - the one place where a turn's threads meet
        self,
        turn: UserTurn,
        session: Session,
        understanding: Understanding,
        transcript: Transcript | None,
        watch: Stopwatch,
        events: list[Event],
        grounded: GroundedReply,
        problems: tuple[Problem, ...],
    ) -> Answered:
        after = apply(session, events)
        reply = Reply(
            session=session.id,
            turn=session.turns + 1,
            text=grounded.text,
            language=understanding.language,
            intent=understanding.intent,
            constraints=after.constraints,
            transcript=transcript.text if transcript else None,
            products=grounded.products,
            claims=grounded.claims,
            question=grounded.question,
            suggestions=grounded.suggestions,
            timings_ms=watch.laps_ms(),
            error=problems[0] if problems else None,
        )
        ended = TurnEnded(
            at=datetime.now(UTC),
            language=understanding.language,
            user_text=turn.text,
            modalities=tuple(
                name for name in ("text", "photo", "speech") if getattr(turn, name) is not None
            ),
            reply=reply_to_json(reply),
        )
        return Answered(reply, (*events, ended), apply(after, [ended]))


def _gather(  # noqa: PLR0913 - one return an action, one argument a stage's result
    stages: Stages,
    action: Action,
    understanding: Understanding,
    session: Session,
    turn: UserTurn,
    photo: Vector | None,
) -> Findings:
    """What the action needs to be answered: searched, counted, looked up or put together."""
    language = understanding.language
    match action:
        case Search():
            query = stages.planner.plan(action, language, photo, turn.speech)
            ranked = stages.searcher.search(query)
            follow_up = stages.policy.follow_up(action, understanding, ranked, session)
            return Findings(ranked=ranked, follow_up=follow_up)
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
            lacking = stages.sets.lacking(wish, constraints, standing, swap) if not built else ()
            return Findings(piece_set=built, lacking=lacking)
        case Describe(ids) | Compare(ids) | Save(ids) | WorkOut(ids):
            return Findings(products=_pieces(stages, ids))
        case Advise(topic, keys, product_ids):
            cards = stages.library.find(topic, keys)
            return Findings(cards=cards, products=_pieces(stages, product_ids))
        case HandOver():
            return Findings(card=make_card(action, session, language))
        case KeepMemo():
            return Findings(memory=apply(session, memory_events(action)).memory)
    return Findings()


def _pieces(stages: Stages, ids: tuple[str, ...]) -> tuple[Product, ...]:
    """The products of these ids; one that was withdrawn since it was shown is passed over."""
    return tuple(stages.products[one] for one in ids if one in stages.products)


def _earlier_photo(action: Action, session: Session) -> Vector | None:
    """The photo of an earlier turn still counts, until the talk turns to another kind of piece."""
    was = session.constraints.terms("category")
    if isinstance(action, Search) and was and action.constraints.terms("category") != was:
        return None
    return session.photo


def _prefix(apology: GroundedReply, reply: GroundedReply) -> GroundedReply:
    text = f"{apology.text} {reply.text}".strip()
    return GroundedReply(
        text,
        (*apology.claims, *reply.claims),
        reply.products,
        reply.question,
        reply.suggestions or apology.suggestions,
    )
