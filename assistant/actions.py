"""What a turn can come to: the one action that the dialogue decides on. Frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.constraints import Constraints
from assistant.turn import HandOverKind, Memo, Order, Question, SetWish, Visit


@dataclass(frozen=True)
class Search:
    """Look for pieces. ``like`` is a product id to resemble."""

    constraints: Constraints
    words: str = ""
    order: Order = "relevance"
    like: str | None = None
    limit: int = 6
    leave_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Ask:
    """Ask before doing anything else; ``about`` names what was unclear."""

    question: Question
    about: str


@dataclass(frozen=True)
class Describe:
    """Tell what the record says of these pieces; ``fields`` empty means the main facts. Of the
    sizes only the one nearest to ``size_mm`` is asked about, where that is given."""

    product_ids: tuple[str, ...]
    fields: tuple[str, ...] = ()
    size_mm: float | None = None


@dataclass(frozen=True)
class Compare:
    """Set pieces side by side. ``constraints`` is the need they are judged by, ``fields`` what was
    asked about: ('metal_weight_g',) for which is heavier."""

    product_ids: tuple[str, ...]
    constraints: Constraints = field(default_factory=Constraints)
    fields: tuple[str, ...] = ()
    brief: bool = False  # only what was asked
    topics: tuple[str, ...] = ()  # what it is for, as the cards know it: ('daily_wear',)


@dataclass(frozen=True)
class Deliver:
    """By when these pieces can be had; ``by`` is the day they are needed (ISO 8601), None where
    none was named. ``constraints`` may name the size that is meant."""

    product_ids: tuple[str, ...]
    by: str | None
    constraints: Constraints = field(default_factory=Constraints)


@dataclass(frozen=True)
class Save:
    """Put pieces on the shopper's list."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class Count:
    """How many pieces match."""

    constraints: Constraints


@dataclass(frozen=True)
class Advise:
    """Answer from knowledge cards: ``topic`` care, sizing, advice or policy."""

    topic: str
    keys: tuple[str, ...] = ()
    product_ids: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Survey:
    """Which values of a slot there are among the pieces that match, and how many of each."""

    constraints: Constraints
    slot: str


@dataclass(frozen=True)
class BuildSet:
    """Put a set together: ``constraints`` hold for all of it (the budget for their sum). With
    ``swap`` the piece at that place of ``standing`` (product ids) gives way to another."""

    wish: SetWish
    constraints: Constraints
    standing: tuple[str, ...] = ()
    swap: int | None = None


@dataclass(frozen=True)
class WorkOut:
    """How the price of these pieces comes about: weight, price a gram, labour. ``fields`` are the
    figures of several that are asked for: ('price_per_carat',)."""

    product_ids: tuple[str, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class PriceMetal:
    """What metal costs by weight, at the price a gram that our records state: ``materials`` are
    terms of metal and purity, ``figures`` the shopper's own (Understanding.figures)."""

    materials: tuple[str, ...] = ()
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class HandOver:
    """Write a card for the staff; ``product_ids`` are the pieces it is about, ``visit`` is when the
    shopper wants to come."""

    kind: HandOverKind
    product_ids: tuple[str, ...] = ()
    visit: Visit | None = None


@dataclass(frozen=True)
class KeepMemo:
    """Remember or forget what the shopper said; with neither, tell what is remembered. ``wanted``
    is what should be remembered though its value is not known: it is asked for. ``wishes`` are the
    standing ones, where these are what is asked to be told."""

    memos: tuple[Memo, ...] = ()
    forget_all: bool = False
    wanted: Memo | None = None
    wishes: Constraints | None = None


@dataclass(frozen=True)
class Undo:
    """Take back the last change of the wishes; ``constraints`` are those that stand again. Where a
    set was on the table then, ``wish`` and ``pieces`` (product ids) are those of that set."""

    constraints: Constraints
    wish: SetWish | None = None
    pieces: tuple[str, ...] = ()


@dataclass(frozen=True)
class Converse:
    """Courtesies and limits: greet, thanks, goodbye, chat, insult, help, restart, off_topic,
    unclear, dangling, nothing_to_undo, nothing_saved and how_to_share (of the saved list),
    two_needed (a comparison that names fewer than two pieces)."""

    kind: str


Action = (
    Search
    | Ask
    | Describe
    | Compare
    | Deliver
    | Save
    | Count
    | Survey
    | BuildSet
    | WorkOut
    | PriceMetal
    | Advise
    | HandOver
    | KeepMemo
    | Undo
    | Converse
)
