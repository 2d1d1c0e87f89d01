"""A session is a fold of immutable events: what stands after everything that happened.

``apply`` gives the next Session; nothing is changed in place. Events travel as JSON through
``event_to_json`` and ``event_from_json``, so that storage needs to know none of them.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np

from assistant.constraints import Constraints
from assistant.terms import Language
from assistant.turn import Question, Vector


@dataclass(frozen=True)
class WishesChanged:
    """The standing wishes are now these."""

    constraints: Constraints


@dataclass(frozen=True)
class SearchWorded:
    """The descriptive words that the next search goes on with."""

    words: str


@dataclass(frozen=True)
class PhotoSeen:
    """A photo's vector, float32 of unit length; its pixels are not kept."""

    vector: Vector


@dataclass(frozen=True)
class ProductsShown:
    """These products are on the table, in this order."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class ProductsFocused:
    """The talk is about these products: 'it' means them."""

    product_ids: tuple[str, ...]


@dataclass(frozen=True)
class ProductSaved:
    """The shopper put a product on their list (or took it off)."""

    product_id: str
    saved: bool = True


@dataclass(frozen=True)
class QuestionAsked:
    """One question is open."""

    question: Question


@dataclass(frozen=True)
class Restarted:
    """The shopper started over; the saved list stays."""


@dataclass(frozen=True)
class TurnEnded:
    """One turn is done. ``reply`` is the contract's JSON object, as shown."""

    at: datetime
    language: Language
    user_text: str | None
    modalities: tuple[str, ...]  # of text, photo, speech
    reply: Mapping[str, object]


Event = (
    WishesChanged
    | SearchWorded
    | PhotoSeen
    | ProductsShown
    | ProductsFocused
    | ProductSaved
    | QuestionAsked
    | Restarted
    | TurnEnded
)


@dataclass(frozen=True)
class Session:
    """One shopper's conversation. ``sequence`` counts events, ``turns`` finished turns."""

    id: str
    sequence: int = 0
    turns: int = 0
    language: Language | None = None
    constraints: Constraints = field(default_factory=Constraints)
    words: str = ""
    photo: Vector | None = None
    shown: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    saved: tuple[str, ...] = ()
    question: Question | None = None
    asked: tuple[str, ...] = ()


def apply(session: Session, events: Iterable[Event]) -> Session:
    """The session after these events."""
    for event in events:
        session = replace(_apply_one(session, event), sequence=session.sequence + 1)
    return session


def _apply_one(session: Session, event: Event) -> Session:
    match event:
        case WishesChanged(constraints):
            return replace(session, constraints=constraints)
        case SearchWorded(words):
            return replace(session, words=words)
        case PhotoSeen(vector):
            return replace(session, photo=vector)
        case ProductsShown(product_ids):
            return replace(session, shown=product_ids, focus=())
        case ProductsFocused(product_ids):
            return replace(session, focus=product_ids)
        case ProductSaved(product_id, saved):
            others = tuple(known for known in session.saved if known != product_id)
            return replace(session, saved=(*others, product_id) if saved else others)
        case QuestionAsked(question):
            return replace(session, question=question, asked=(*session.asked, question.slot))
        case Restarted():
            return Session(
                session.id, session.sequence, session.turns, session.language, saved=session.saved
            )
        case TurnEnded(language=language, reply=reply):
            open_question = session.question if reply.get("question") else None
            return replace(
                session, turns=session.turns + 1, language=language, question=open_question
            )


def event_to_json(event: Event) -> dict[str, object]:
    """An event as plain JSON values, with its ``kind``."""
    kind = type(event).__name__
    match event:
        case WishesChanged(constraints):
            body: dict[str, object] = {"constraints": constraints.to_json()}
        case SearchWorded(words):
            body = {"words": words}
        case PhotoSeen(vector):
            raw = np.asarray(vector, dtype="<f4").tobytes()
            body = {"vector": base64.b64encode(raw).decode("ascii")}
        case ProductsShown(product_ids) | ProductsFocused(product_ids):
            body = {"product_ids": list(product_ids)}
        case ProductSaved(product_id, saved):
            body = {"product_id": product_id, "saved": saved}
        case QuestionAsked(question):
            body = {"slot": question.slot, "options": list(question.options)}
        case Restarted():
            body = {}
        case TurnEnded():
            body = {
                "at": event.at.isoformat(),
                "language": event.language,
                "user_text": event.user_text,
                "modalities": list(event.modalities),
                "reply": dict(event.reply),
            }
    return {"kind": kind, **body}


def event_from_json(record: Mapping[str, object]) -> Event:
    """The inverse of ``event_to_json``. Raises ValueError for a kind it does not know."""
    body = dict(record)
    kind = body.pop("kind", None)
    reader = _READERS.get(str(kind))
    if reader is None:
        raise ValueError(f"'{kind}' is not an event; known events are {', '.join(_READERS)}")
    return reader(body)


def _read_vector(body: Mapping[str, object]) -> PhotoSeen:
    raw = base64.b64decode(str(body["vector"]))
    return PhotoSeen(np.frombuffer(raw, dtype="<f4").astype(np.float32))


def _read_turn(body: Mapping[str, object]) -> TurnEnded:
    reply, user_text = body["reply"], body["user_text"]
    if not isinstance(reply, Mapping):
        raise ValueError(f"a TurnEnded reply is an object, not {reply!r}")
    return TurnEnded(
        at=datetime.fromisoformat(str(body["at"])),
        language="zh" if body["language"] == "zh" else "en",
        user_text=None if user_text is None else str(user_text),
        modalities=_strings(body["modalities"]),
        reply=reply,
    )


def _read_wishes(body: Mapping[str, object]) -> WishesChanged:
    shown = body["constraints"]
    if not isinstance(shown, Mapping):
        raise ValueError(f"constraints are an object, not {shown!r}")
    return WishesChanged(Constraints.from_json(shown))


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"expected a list of strings, got {value!r}")
    return tuple(map(str, value))


_READERS: dict[str, Callable[[Mapping[str, object]], Event]] = {
    "WishesChanged": _read_wishes,
    "SearchWorded": lambda body: SearchWorded(str(body["words"])),
    "PhotoSeen": _read_vector,
    "ProductsShown": lambda body: ProductsShown(_strings(body["product_ids"])),
    "ProductsFocused": lambda body: ProductsFocused(_strings(body["product_ids"])),
    "ProductSaved": lambda body: ProductSaved(str(body["product_id"]), bool(body["saved"])),
    "QuestionAsked": lambda body: QuestionAsked(
        Question(str(body["slot"]), _strings(body["options"]))
    ),
    "Restarted": lambda _: Restarted(),
    "TurnEnded": _read_turn,
}
