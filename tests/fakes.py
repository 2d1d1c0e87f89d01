"""Stand-ins written by hand: one seam each, so that the whole shop runs without weights."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime

import numpy as np
from numpy.typing import NDArray

from assistant.answers.apologies import explain_error
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.contract import reply_to_json
from assistant.respond import Answered, Step
from assistant.session import Event, ProductsShown, Session, TurnEnded, WishesChanged, apply
from assistant.terms import Language
from assistant.turn import (
    Problem,
    Question,
    RawTurn,
    Reason,
    Reply,
    ShownProduct,
    Suggestion,
    Transcript,
    UserTurn,
)


def read_plainly(raw: RawTurn) -> UserTurn:
    """A turn of the words alone; files are left unread."""
    return UserTurn(raw.text, locale=raw.locale, problems=raw.problems)


@dataclass
class FakeResponder:
    """Says the words back; remembers them as a style wish. 'crash' raises ZeroDivisionError.

    ``before_answer`` runs before each answer: where a test lets others act meanwhile.
    """

    products: Sequence[Product] = ()
    before_answer: Callable[[UserTurn, Session], None] = lambda _turn, _session: None
    seen: list[UserTurn] = field(default_factory=list)

    def respond_stream(self, turn: UserTurn, session: Session) -> Iterator[Step]:
        self.seen.append(turn)
        if turn.text == "crash":
            raise ZeroDivisionError("secret detail of the machine")
        self.before_answer(turn, session)
        language: Language = turn.locale or "en"
        if turn.speech:
            yield Transcript("heard", language, 0.9)
        wishes = Constraints({"style": (turn.text or "",)}) if turn.text else session.constraints
        error = explain_error(turn.problems[0], language) if turn.problems else None
        reply = Reply(
            session=session.id,
            turn=session.turns + 1,
            text=f"You said: {turn.text or ''}",
            language=language,
            intent="search",
            constraints=wishes,
            products=tuple(
                ShownProduct(product, (Reason("words", 0.5, "it fits"),))
                for product in self.products
            ),
            question=Question("stone", ("diamond", "jade")),
            suggestions=(Suggestion("More", "show me more"),),
            timings_ms={"search": 1.25},
            error=error,
        )
        ended = TurnEnded(datetime.now(UTC), language, turn.text, ("text",), reply_to_json(reply))
        shown = ProductsShown(tuple(product.id for product in self.products))
        events: tuple[Event, ...] = (WishesChanged(wishes), shown, ended)
        yield Answered(reply, events, apply(session, events))


@dataclass
class FakeStatus:
    """What is loaded, as told."""

    waiting: tuple[str, ...] = ()
    broken: dict[str, str] = field(default_factory=dict)

    def loading(self) -> tuple[str, ...]:
        return self.waiting

    def failed(self) -> dict[str, str]:
        return self.broken


def explain(error: Exception, language: Language) -> Problem:
    """The shop's own sentences."""
    return explain_error(error, language)


@dataclass(frozen=True)
class FakeSpan:
    """Speech from ``start_s`` to ``end_s``."""

    start_s: float
    end_s: float


@dataclass(frozen=True)
class FakeHeard:
    """What a recogniser heard, trustworthy unless said otherwise."""

    text: str
    language: Language = "en"
    confidence: float = 0.9
    no_speech_probability: float = 0.01
    avg_logprob: float = -0.2
    compression_ratio: float = 1.1


class FakeEar:
    """A speech finder and a recogniser that find and hear what they are given."""

    def __init__(self, heard: FakeHeard, *spans: tuple[float, float]) -> None:
        self.heard = heard
        self.spans = [FakeSpan(start, end) for start, end in spans]
        self.given: list[int] = []

    def find_speech(self, samples_16k: NDArray[np.float32], /) -> Sequence[FakeSpan]:
        return self.spans

    def transcribe(
        self, samples_16k: NDArray[np.float32], language: Language | None = None, /
    ) -> FakeHeard:
        self.given.append(len(samples_16k))
        return self.heard


def run_at_once(jobs: Sequence[Callable[[], object]]) -> list[BaseException]:
    """Runs each job in a thread, started together; gives what they raised."""
    start = threading.Barrier(len(jobs))

    def run(job: Callable[[], object]) -> None:
        start.wait()
        job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        running = [pool.submit(run, job) for job in jobs]
    return [error for one in running if (error := one.exception())]
