"""The stages of a turn: what each must be able to do, as a Protocol, and all of them together.

``respond.py`` walks through them; ``assembly.py`` picks the classes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant.actions import Action, Search
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.dialogue.questions import ValuesOf
from assistant.knowledge.card import Card
from assistant.session import Session
from assistant.terms import Language
from assistant.turn import (
    Findings,
    GroundedReply,
    PieceSet,
    Problem,
    Query,
    Question,
    RankedProducts,
    SetWish,
    SizesBeside,
    Speech,
    Transcript,
    Understanding,
    UserTurn,
    Vector,
)


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
    """Pieces that belong together; ``lacking`` are the kinds of which there are none, and
    ``sizes_beside`` the sizes nearest to those wished in vain."""

    def build(
        self, wish: SetWish, constraints: Constraints, standing: tuple[str, ...], swap: int | None
    ) -> PieceSet | None: ...
    def lacking(
        self, wish: SetWish, constraints: Constraints, standing: tuple[str, ...], swap: int | None
    ) -> tuple[str, ...]: ...
    def sizes_beside(self, wish: SetWish, constraints: Constraints) -> tuple[SizesBeside, ...]: ...


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
    def option_words(self, slot: str, option: str, language: Language) -> str: ...


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
