"""What a scripted turn expects, held against what happened: by aspect, and never the wording."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.catalogue.product import Product
from assistant.evaluation.scripts import ScriptTurn
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.turn import Reply

ASPECTS = ("exact", "read", "intent", "language", "shown", "claims", "question", "kept")
_SIZE_STEP_MM = 0.06  # sizes come from formulas; scripts state them to a tenth


@dataclass(frozen=True)
class Happened:
    """One taken turn. ``before`` are the pieces on the table until then, ``stood`` the wishes,
    ``seen`` all ids shown earlier, ``products`` the catalogue."""

    reply: Reply
    session: Session
    before: tuple[Product, ...]
    stood: Mapping[str, Any]
    seen: frozenset[str]
    products: Mapping[str, Product]

    @property
    def shown(self) -> tuple[Product, ...]:
        """The pieces of the reply."""
        return tuple(one.product for one in self.reply.products)


def check_turn(
    turn: ScriptTurn, happened: Happened, vocabulary: Vocabulary
) -> dict[str, tuple[str, ...]]:
    """For each aspect that the turn asserts, what was not as expected; empty is well."""
    want, reply = turn.expected, happened.reply
    found: dict[str, tuple[str, ...]] = {}
    if turn.wishes is not None or "wishes_has" in want:
        found["exact"] = tuple(_check_wishes(turn, reply.constraints.to_json()))
    if turn.wishes is not None:
        found["read"] = tuple(_misread(turn, happened.stood, reply.constraints.to_json()))
    if turn.intents:
        right = reply.intent in turn.intents
        found["intent"] = () if right else (f"{reply.intent}, not {'/'.join(turn.intents)}",)
    if "language" in want:
        right = reply.language == want["language"]
        found["language"] = () if right else (f"answered in {reply.language}",)
    if "claims" in want:
        found["claims"] = tuple(_check_claims(want["claims"], reply))
    if "asks" in want or "suggests" in want:
        found["question"] = tuple(_check_question(want, reply))
    if want.keys() & _SHOWN_KEYS:
        found["shown"] = tuple(_check_shown(want, happened, vocabulary))
    if want.keys() & _KEPT_KEYS:
        found["kept"] = tuple(_check_kept(want, happened))
    return found


def same_wishes(got: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Equal, but for the order of terms and the rounding of sizes."""
    return got.keys() == wanted.keys() and all(_same(got[key], wanted[key]) for key in wanted)


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, Mapping):
        return isinstance(got, Mapping) and same_wishes(got, wanted)
    if isinstance(wanted, list) or isinstance(got, list):
        return sorted(map(str, _listed(got))) == sorted(map(str, _listed(wanted)))
    if isinstance(wanted, float) or isinstance(got, float):
        numbers = isinstance(got, int | float) and isinstance(wanted, int | float)
        return numbers and abs(got - wanted) <= _SIZE_STEP_MM
    return bool(got == wanted)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _check_wishes(turn: ScriptTurn, got: Mapping[str, Any]) -> Iterator[str]:
    if turn.wishes is not None:
        if not same_wishes(got, turn.wishes):
            yield f"wishes {got}, not {dict(turn.wishes)}"
        return
    part: Mapping[str, Any] = turn.expected["wishes_has"]
    if not same_wishes({slot: got[slot] for slot in part if slot in got}, part):
        yield f"wishes {got} lack some of {dict(part)}"


def _misread(turn: ScriptTurn, stood: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[str]:
    """Slots that this very turn got wrong: not those that were wrong before it, that it was not
    about and that it left as they were."""
    wanted, before = turn.wishes or {}, turn.before
    for slot in sorted({*got, *wanted}):
        is_right = _same_in(slot, got, wanted)
        is_carried = (
            before is not None
            and not _same_in(slot, stood, before)
            and _same_in(slot, got, stood)
            and _same_in(slot, wanted, before)
        )
        if not is_right and not is_carried:
            yield slot


def _same_in(slot: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return (slot in one) == (slot in other) and (slot not in one or _same(one[slot], other[slot]))


def _check_claims(claims: Sequence[Sequence[str]], reply: Reply) -> Iterator[str]:
    for source, field in claims:
        if not any(c.source.startswith(source) and c.field == field for c in reply.claims):
            have = sorted({(c.source, c.field) for c in reply.claims})
            yield f"no claim {source} {field} in {have}"


def _check_question(want: Mapping[str, Any], reply: Reply) -> Iterator[str]:
    asked = reply.question.slot if reply.question else None
    expected = want.get("asks")
    if expected == "any" and not asked:
        yield "nothing was asked"
    elif expected == "nothing" and asked:
        yield f"{asked} was asked"
    elif expected not in (None, "any", "nothing", asked):
        yield f"asked {asked}, not {expected}"
    if "suggests" in want and not reply.suggestions:
        yield "nothing was suggested"


_SHOWN_KEYS = frozenset(
    {"shows", "every", "never", "under", "over", "cheapest_first", "dearest_first"}
    | {"cheaper_than_before", "dearer_than_before", "unseen", "unseen_first"}
)


def _check_shown(
    want: Mapping[str, Any], happened: Happened, vocabulary: Vocabulary
) -> Iterator[str]:
    shown = happened.shown
    shows = want.get("shows")
    right = {"some": bool(shown), "none": not shown, None: True}.get(shows, len(shown) == shows)
    if not right:
        yield f"{len(shown)} pieces shown, not {shows}"
    for product in shown:
        for slot, value in want.get("every", {}).items():
            if not has_value(product, slot, value, vocabulary):
                yield f"{product.id} is not {slot} {value}"
        for slot, value in want.get("never", {}).items():
            if has_value(product, slot, value, vocabulary):
                yield f"{product.id} is {slot} {value}"
        minor = product.price.minor
        if not want.get("over", minor) <= minor <= want.get("under", minor):
            yield f"{product.id} costs {minor}"
    yield from _check_order(want, happened)


def _check_order(want: Mapping[str, Any], happened: Happened) -> Iterator[str]:
    prices = [product.price.minor for product in happened.shown]
    before = [product.price.minor for product in happened.before]
    ids = {product.id for product in happened.shown}
    if "cheapest_first" in want and prices != sorted(prices):
        yield f"prices {prices} do not rise"
    if "dearest_first" in want and prices != sorted(prices, reverse=True):
        yield f"prices {prices} do not fall"
    if "cheaper_than_before" in want and prices and max(prices) >= min(before):
        yield f"prices {prices} are not all below {min(before)}"
    if "dearer_than_before" in want and prices and min(prices) <= max(before):
        yield f"prices {prices} are not all above {max(before)}"
    if "unseen" in want and (not ids or ids & happened.seen):
        yield f"{sorted(ids & happened.seen)} were shown before"
    if "unseen_first" in want and happened.before and happened.before[0].id in ids:
        yield f"{happened.before[0].id} was shown before"


def has_value(product: Product, slot: str, value: object, vocabulary: Vocabulary) -> bool:
    """Does the record state this value (or, of a list, one of them)? Of stones, any counts."""
    wanted = tuple(map(str, value)) if isinstance(value, list) else (str(value),)
    if slot == "stone":
        kinds = [stone.stone for stone in product.stones] or ["none"]
        return any(vocabulary.satisfies("stone", kind, wanted) for kind in kinds)
    if slot == "stone_colour":
        return any(stone.colour in wanted for stone in product.stones)
    return getattr(product, slot) in wanted


_KEPT_KEYS = frozenset({"remembers", "handovers", "saved", "pieces", "total_under"})


def _check_kept(want: Mapping[str, Any], happened: Happened) -> Iterator[str]:
    """What the session holds besides the wishes: memory, list, hand-overs, the set on the table."""
    session = happened.session
    if "remembers" in want:
        got: dict[str, dict[str, Any]] = {}
        for memo in session.memory:
            value = list(memo.value) if isinstance(memo.value, tuple) else memo.value
            got.setdefault(memo.about, {})[memo.slot] = value
        if not same_wishes(got, want["remembers"]):
            yield f"remembers {got}, not {want['remembers']}"
    for key, have in (("handovers", session.handovers), ("saved", session.saved)):
        if key in want and len(have) != want[key]:
            yield f"{len(have)} {key}, not {want[key]}"
    pieces = [happened.products[one] for one in session.set_pieces if one in happened.products]
    categories = sorted(product.category for product in pieces)
    if "pieces" in want and categories != sorted(want["pieces"]):
        yield f"a set of {categories}, not {sorted(want['pieces'])}"
    total = sum(product.price.minor for product in pieces)
    if "total_under" in want and not 0 < total <= want["total_under"]:
        yield f"the set costs {total}"
