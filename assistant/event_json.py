"""Events of a session as plain JSON and back, so that storage needs to know none of them."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from datetime import datetime

import numpy as np

from assistant.constraints import Constraints
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
    SetWished,
    TurnEnded,
    WishesChanged,
    WishesUndone,
)
from assistant.turn import Member, Memo, Question, SetWish


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
        case SetWished(wish, product_ids):
            members = [
                {"category": one.category, "wishes": one.wishes.to_json()} for one in wish.members
            ]
            body = {"wish": wish.kind, "members": members, "product_ids": list(product_ids)}
        case MemoKept(memo):
            value = list(memo.value) if isinstance(memo.value, tuple) else memo.value
            body = {"about": memo.about, "slot": memo.slot, "value": value}
            body |= {"said": memo.said} if memo.said else {}
        case HandedOver(card):
            body = {"card": dict(card)}
        case Restarted() | WishesUndone() | MemosForgotten():
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


def _read_set(body: Mapping[str, object]) -> SetWished:
    members = body["members"]
    if not isinstance(members, list):
        raise ValueError(f"a set's members are a list, not {members!r}")
    wish = SetWish(
        str(body["wish"]),
        tuple(Member(str(m["category"]), Constraints.from_json(m["wishes"])) for m in members),
    )
    return SetWished(wish, _strings(body["product_ids"]))


def _read_memo(body: Mapping[str, object]) -> MemoKept:
    slot, value = str(body["slot"]), body["value"]
    wishes = Constraints() if value is None else Constraints.from_json({slot: value})
    said = body.get("said")
    told = str(said) if said is not None else None
    return MemoKept(Memo(str(body["about"]), slot, wishes.values.get(slot), told))


def _read_card(body: Mapping[str, object]) -> HandedOver:
    card = body["card"]
    if not isinstance(card, Mapping):
        raise ValueError(f"a hand-over card is an object, not {card!r}")
    return HandedOver(card)


def _strings(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise ValueError(f"expected a list of strings, got {value!r}")
    return tuple(map(str, value))


_READERS: dict[str, Callable[[Mapping[str, object]], Event]] = {
    "WishesChanged": _read_wishes,
    "WishesUndone": lambda _: WishesUndone(),
    "SetWished": _read_set,
    "MemoKept": _read_memo,
    "MemosForgotten": lambda _: MemosForgotten(),
    "HandedOver": _read_card,
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
