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
from assistant.constraints import Constraints, Edit
from assistant.errors import TurnError
from assistant.knowledge.card import Card
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
    "search",
    "refine",
    "similar",
    "describe",
    "compare",
    "save",
    "count",
    "extreme",
    "care",
    "sizing",
    "advice",
    "policy",
    "thanks",
    "goodbye",
    "help",
    "restart",
    "off_topic",
    "unclear",
]

Order = Literal["relevance", "price_up", "price_down"]


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
    ambiguity: str | None = None  # a word with two meanings: '白金'
    dangling: bool = False  # a product was pointed at and none fits
    several: bool = False  # 'it', with more than one piece on the table
    more: bool = False  # other pieces than those on the table
    whole_shop: bool = False  # 'in your shop', '店里': standing wishes do not count
    figures: Mapping[str, float] = field(default_factory=dict)  # sizes to convert, in mm


# ---------------------------------------------------------------- step 3: deciding


@dataclass(frozen=True)
class Question:
    """The one question of a turn. ``options`` are canonical values to tap."""

    slot: str
    options: tuple[str, ...]


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
    """Tell what the record says of these pieces; ``fields`` empty means the main facts."""

    product_ids: tuple[str, ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Compare:
    """Set pieces side by side."""

    product_ids: tuple[str, ...]


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
class Converse:
    """Courtesies and limits: greet, thanks, goodbye, help, restart, off_topic, unclear, dangling,
    two_needed (a comparison that names fewer than two pieces)."""

    kind: str


Action = Search | Ask | Describe | Compare | Save | Count | Advise | Converse


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
class Findings:
    """What an action found: ranked pieces, the pieces named, cards, or a count."""

    ranked: RankedProducts | None = None
    products: tuple[Product, ...] = ()
    cards: tuple[Card, ...] = ()
    count: int | None = None
    follow_up: Question | None = None


# ---------------------------------------------------------------- step 6: answering


@dataclass(frozen=True)
class Claim:
    """A checked statement. ``source`` is ``product:ID``, ``card:ID``, ``count``, ``wish``,
    ``rate``, ``measure`` (a formula of measures.py) or ``photo``; ``text`` stands in the reply."""

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
    """What to say, and what backs it."""

    text: str
    claims: tuple[Claim, ...] = ()
    products: tuple[ShownProduct, ...] = ()
    question: Question | None = None
    suggestions: tuple[Suggestion, ...] = ()


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
