"""The vocabulary of one turn: what each stage takes and gives. Frozen values, no behaviour.

Units, stated once: money is integer minor units + ISO 4217; lengths mm; gem weight carat; metal
weight g; image uint8 (H, W, 3) RGB; audio float32 mono in [-1, 1] + sample_rate_hz; vectors
float32 of unit length; times UTC-aware.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from assistant.catalogue.product import Product
from assistant.constraints import Constraints, Edit, Value
from assistant.errors import TurnError
from assistant.knowledge.card import Card
from assistant.money import Money
from assistant.terms import Language

Vector = NDArray[np.float32]

# ---------------------------------------------------------------- step 0: what came in


@dataclass(frozen=True)
class RawTurn:
    """What an edge received: words, and files as bytes. Nothing is checked yet."""

    text: str | None = None
    image: bytes | None = None
    audio: bytes | None = None
    locale: Language | None = None
    problems: tuple[TurnError, ...] = ()  # what the edge itself could not read


@dataclass(frozen=True)
class Photo:
    """A photo, upright, on white where it was transparent. ``pixels`` uint8 (H, W, 3) RGB."""

    pixels: NDArray[np.uint8]


@dataclass(frozen=True)
class Speech:
    """A recording. ``samples`` float32 mono in [-1, 1]."""

    samples: NDArray[np.float32]
    sample_rate_hz: int


@dataclass(frozen=True)
class UserTurn:
    """One turn of the shopper. ``problems`` are parts that could not be used; the rest can."""

    text: str | None = None
    photo: Photo | None = None
    speech: Speech | None = None
    locale: Language | None = None
    problems: tuple[TurnError, ...] = ()


# ---------------------------------------------------------------- step 1: hearing


@dataclass(frozen=True)
class Transcript:
    """What was heard. ``confidence`` in [0, 1]: the mean probability of a word piece."""

    text: str
    language: Language
    confidence: float


# ---------------------------------------------------------------- step 2: understanding

Intent = Literal[
    "greet",
    "chat",
    "insult",
    "search",
    "refine",
    "undo",
    "similar",
    "describe",
    "compare",
    "save",
    "count",
    "survey",
    "extreme",
    "set",
    "gold_maths",
    "care",
    "sizing",
    "advice",
    "policy",
    "handover",
    "remember",
    "recall",
    "forget",
    "thanks",
    "goodbye",
    "help",
    "restart",
    "off_topic",
    "unclear",
]

Order = Literal["relevance", "price_up", "price_down", "newest"]


HandOverKind = Literal["person", "reserve", "enquire", "viewing", "order_status"]


@dataclass(frozen=True)
class Meaning:
    """One thing that ambiguous words may mean. ``value`` is what a shopper taps ('gold+white',
    'cn:12'), ``edits`` what it stands for."""

    value: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Ambiguity:
    """Words that mean several things ('白金', a bare '12号'): asked about before anything else."""

    words: str
    slot: str
    meanings: tuple[Meaning, ...]


@dataclass(frozen=True)
class Member:
    """One piece of a wished set, with the wishes that are its own (a size, a budget)."""

    category: str
    wishes: Constraints = field(default_factory=Constraints)


@dataclass(frozen=True)
class SetWish:
    """Pieces wanted together. ``kind`` is three_gold (三金), five_gold (五金), couple (对戒) or
    matching; wishes of the whole set, its total budget among them, are standing wishes."""

    kind: str
    members: tuple[Member, ...]


@dataclass(frozen=True)
class Visit:
    """When somebody wants to come: ``days`` (ISO 8601; any of them will do), ``part`` of the day
    (morning, noon, afternoon, evening) and ``time``, 'HH:MM' of 24 hours, or 'H:MM' where nobody
    said in which half of the day. Each is empty or None where it was not said."""

    days: tuple[str, ...] = ()
    part: str | None = None
    time: str | None = None


@dataclass(frozen=True)
class Memo:
    """Something a shopper asks to be remembered: ``about`` is self or a recipient, ``slot`` a slot
    of the contract, ``value`` its value; None to forget it. ``said`` is how a ring's size was told
    ('hk:14'), to be said back so; what is remembered is the same however it was told."""

    about: str
    slot: str
    value: Value | None
    said: str | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Understanding:
    """What the turn means. ``references`` are product ids that its words point to."""

    language: Language
    intent: Intent
    words: str = ""
    edits: tuple[Edit, ...] = ()
    references: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()  # product fields asked about: ('nickel',)
    topics: tuple[str, ...] = ()  # knowledge keys asked about: ('pearl',)
    order: Order = "relevance"
    ambiguity: Ambiguity | None = None
    unknown: tuple[str, ...] = ()  # words that no term stands for; searched for by meaning
    survey: str | None = None  # the slot whose values are asked for: 'which metals do you have'
    pieces_wished: SetWish | None = None
    swap: int | None = None  # which piece of the set on the table to change, from 0
    memos: tuple[Memo, ...] = ()
    handover: HandOverKind | None = None
    visit: Visit | None = None  # when they want to come, or to be called
    dangling: bool = False  # a product was pointed at and none fits
    several: bool = False  # 'it', with more than one piece on the table
    more: bool = False  # other pieces than those on the table
    whole_shop: bool = False  # 'in your shop', '店里': standing wishes do not count
    asks_arrival: bool = False  # 'will it be here in time', about pieces on the table
    due: str | None = None  # the day that is named, ISO 8601
    # Whose size was asked for though none is remembered; of a memo, whose value (in ``fields``) is
    # to be kept though none was told.
    unrecalled: str | None = None
    # Sizes to convert, in mm (other_ring_size_mm is held against ring_size_mm); of a sum over
    # metal: weight_g, and in minor units of the shop's currency fixed_minor, labour_minor and
    # labour_minor_per_g.
    figures: Mapping[str, float] = field(default_factory=dict)


# ---------------------------------------------------------------- step 3: deciding (actions.py)


@dataclass(frozen=True)
class Question:
    """The one question of a turn. ``options`` are canonical values to tap; ``counts`` how many of
    the pieces found each would leave, empty where nothing was counted."""

    slot: str
    options: tuple[str, ...]
    counts: tuple[int, ...] = ()


# ---------------------------------------------------------------- steps 4 and 5: searching


@dataclass(frozen=True)
class Query:
    """A search ready to run: hard filters, words for the lexical index, a fused vector."""

    constraints: Constraints
    language: Language
    words: str = ""
    vector: Vector | None = None
    order: Order = "relevance"
    limit: int = 6
    leave_out: tuple[str, ...] = ()
    with_photo: bool = False


@dataclass(frozen=True)
class Why:
    """One part of a score. ``part`` is words, meaning, photo, style, occasion or recipient;
    ``score`` in [0, 1]; ``terms`` the values it rests on."""

    part: str
    score: float
    terms: tuple[str, ...] = ()


@dataclass(frozen=True)
class RankedProduct:
    """A product with the parts of its score."""

    product: Product
    score: float
    why: tuple[Why, ...]


@dataclass(frozen=True)
class Relaxation:
    """Dropping ``slot`` would leave ``matches`` pieces, the least expensive at ``from_minor``."""

    slot: str
    matches: int
    from_minor: int


@dataclass(frozen=True)
class RankedProducts:
    """The best pieces first. ``found`` are all that pass the filters, ``total`` their number."""

    items: tuple[RankedProduct, ...]
    total: int
    relaxations: tuple[Relaxation, ...] = ()
    found: tuple[Product, ...] = ()


@dataclass(frozen=True)
class PieceSet:
    """A set of real pieces in the wish's order, with its exact total in the shop's currency. Where
    no set keeps to the budget this is the nearest, and ``over_minor`` what it costs beyond it."""

    products: tuple[Product, ...]
    total: Money
    over_minor: int = 0


@dataclass(frozen=True)
class SizesBeside:
    """A size in mm that no piece comes in, of those that meet the other wishes for it, and the
    nearest that they come in; ``slot`` is ring_size_mm or bangle_mm."""

    slot: str
    wished_mm: float
    sizes_mm: tuple[float, ...]


@dataclass(frozen=True)
class Findings:
    """What an action found: ranked pieces, the pieces named, cards, a count, counts by value, or a
    set (None: some piece of it is not to be had at all; ``lacking`` says which categories, and
    ``sizes_beside`` where it is for want of a size).
    ``memory`` is what is remembered once the action is done, ``card`` what was written for the
    staff."""

    ranked: RankedProducts | None = None
    products: tuple[Product, ...] = ()
    cards: tuple[Card, ...] = ()
    count: int | None = None
    follow_up: Question | None = None
    tally: tuple[tuple[str, int], ...] = ()  # values of a survey and their counts, most first
    piece_set: PieceSet | None = None
    lacking: tuple[str, ...] = ()
    sizes_beside: tuple[SizesBeside, ...] = ()
    memory: tuple[Memo, ...] = ()
    card: Mapping[str, object] | None = None


# ---------------------------------------------------------------- step 6: answering


@dataclass(frozen=True)
class Claim:
    """A checked statement. ``source`` is ``product:ID``, ``card:ID``, ``count``, ``wish``,
    ``rate``, ``measure`` (a formula of measures.py), ``figure:ID`` (a formula of gold_maths.py),
    ``metal:ID`` (the price a gram in a record; ``metal:shop``: in the settings), ``sum`` (over the
    shopper's own figures), ``comparison``, ``delivery:ID`` (the record's days, from today),
    ``set``, ``memo``, ``handover``, ``words`` (the shopper's own, said back) or ``photo``; ``text``
    stands in the reply."""

    text: str
    source: str
    field: str
    value: object


@dataclass(frozen=True)
class Reason:
    """Why a product is there, in the shopper's language."""

    part: str
    score: float
    text: str


@dataclass(frozen=True)
class ShownProduct:
    """A product in a reply, with its reasons."""

    product: Product
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Suggestion:
    """A reply to tap: ``say`` is sent as if typed."""

    label: str
    say: str


@dataclass(frozen=True)
class GroundedReply:
    """What to say, and what backs it. Of the ``suggestions`` the first ``most_taps`` that lead
    somewhere are offered."""

    text: str
    claims: tuple[Claim, ...] = ()
    products: tuple[ShownProduct, ...] = ()
    question: Question | None = None
    suggestions: tuple[Suggestion, ...] = ()
    most_taps: int = 6


@dataclass(frozen=True)
class Problem:
    """Something that went wrong, in the shopper's language."""

    code: str
    message: str


@dataclass(frozen=True)
class Reply:
    """The whole answer to one turn; ``contract.py`` renders it as the JSON object."""

    session: str
    turn: int
    text: str
    language: Language
    intent: Intent
    constraints: Constraints
    transcript: str | None = None
    products: tuple[ShownProduct, ...] = ()
    claims: tuple[Claim, ...] = ()
    question: Question | None = None
    suggestions: tuple[Suggestion, ...] = ()
    timings_ms: Mapping[str, float] = field(default_factory=dict)
    error: Problem | None = None
