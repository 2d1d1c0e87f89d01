"""One turn, top to bottom.

``Assistant.respond`` takes what the shopper sent and the session as it stands, and gives the reply
and the events that happened. It changes nothing: ``conversation.py`` stores the events.

    hear -> see -> understand -> decide -> gather -> compose -> check -> offer -> answer

Each stage comes in through ``Stages``, picked in ``assembly.py``; what a stage must be able to do
is written in ``stages.py``.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from assistant.contract import reply_to_json
from assistant.errors import AssistantError, EmptyTurn, NotReady, TurnError, UngroundedReply
from assistant.gathering import gather
from assistant.prospects import Prospects
from assistant.session import Event, Session, TurnEnded, apply
from assistant.stages import Stages
from assistant.stopwatch import Stopwatch
from assistant.turn import (
    Findings,
    GroundedReply,
    Problem,
    Reply,
    Transcript,
    Understanding,
    UserTurn,
    Vector,
)
from assistant.turn_events import events_of

log = logging.getLogger(__name__)


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

        # 1. Hear and see. What cannot be used costs only itself; a photo becomes a vector, and its
        # pixels go no further.
        with watch.lap("hear"):
            transcript = _hear(stages, turn, problems)
        if transcript:
            yield transcript
        words = f"{turn.text or ''} {transcript.text if transcript else ''}".strip()
        with watch.lap("see"):
            photo = _see(stages, turn, problems)

        # 2. Understand, in the language the shopper used.
        spoken_in = turn.locale or (transcript.language if transcript else None)
        with watch.lap("understand"):
            understanding = stages.understander.understand(
                words, session, locale=spoken_in, with_photo=photo is not None
            )
        language = understanding.language
        prospects = Prospects(stages, language)
        told = tuple(stages.composer.explain(error, language) for error in problems)
        if not words and photo is None:
            told = told or (stages.composer.explain(EmptyTurn("nothing came"), language),)
            sorry = stages.composer.apologise(told, language)
            sorry = prospects.only_leading(sorry, session)
            yield self._finish(turn, session, understanding, transcript, watch, [], sorry, told)
            return
        yield understanding

        # 3. Decide on one action.
        with watch.lap("decide"):
            action = stages.policy.decide(understanding, session)

        # 4 and 5. Plan the query and search, or look up what was named.
        with watch.lap("search"):
            findings = gather(stages, action, understanding, session, turn, photo)
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

        # 8. What happened, as events; and nothing is offered that leads nowhere from there.
        with watch.lap("offer"):
            events = events_of(action, understanding, findings, grounded, session, photo)
            grounded = prospects.only_leading(grounded, apply(session, events))
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


def _hear(stages: Stages, turn: UserTurn, problems: list[AssistantError]) -> Transcript | None:
    """What was said aloud; a recording that cannot be used joins the problems."""
    try:
        return stages.transcriber.transcribe(turn.speech, turn.locale) if turn.speech else None
    except (TurnError, NotReady) as error:
        problems.append(error)
        return None


def _see(stages: Stages, turn: UserTurn, problems: list[AssistantError]) -> Vector | None:
    """The turn's photo as a vector; that the model still loads joins the problems."""
    try:
        return stages.photo_reader.read_photo(turn)
    except NotReady as error:
        problems.append(error)
        return None


def _prefix(apology: GroundedReply, reply: GroundedReply) -> GroundedReply:
    text = f"{apology.text} {reply.text}".strip()
    return GroundedReply(
        text,
        (*apology.claims, *reply.claims),
        reply.products,
        reply.question,
        reply.suggestions or apology.suggestions,
        reply.most_taps if reply.suggestions else apology.most_taps,
    )
