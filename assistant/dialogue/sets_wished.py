"""From the wish for a set to the action that puts it together: which pieces of the standing one
stay, and what a cheaper one in the place of another may cost.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.actions import BuildSet
from assistant.catalogue.product import Product
from assistant.constraints import Clear, Constraints, Want, apply_edits
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.turn import Member, SetWish, Understanding


def build_set(
    wish: SetWish,
    understanding: Understanding,
    session: Session,
    products: Mapping[str, Product],
) -> BuildSet:
    """The set wished for, with what stands of it kept; ``products`` are the shop's, by id."""
    if wish.kind == "around":
        return _set_around(wish, understanding, session, products)
    wishes = apply_edits(session.constraints, understanding.edits)
    if wish.kind != "couple" and understanding.swap is None:
        wishes = wishes.without("category")
    standing = session.set_pieces if understanding.swap is not None else ()
    if understanding.swap is None and wishes == session.constraints:
        standing = _pieces_kept(wish, session)
    if understanding.order == "price_up" and standing:
        at = understanding.swap or 0
        if len(standing) == len(wish.members):
            wish = _cheaper_member(wish, standing, at, products)
        elif len(standing) == 1 and standing[0] in products:  # a pair is one piece for both
            wishes = _below(wishes, products[standing[0]])
    return BuildSet(wish, wishes, standing, understanding.swap)


def _set_around(
    wish: SetWish,
    understanding: Understanding,
    session: Session,
    products: Mapping[str, Product],
) -> BuildSet:
    """The piece that is talked of, and what matches it: the kinds that were named, else two that
    are worn with such a piece. What was wished of the piece is no wish for the others."""
    talked_of = (*understanding.references, *session.focus, *session.shown)
    piece = next((products[one] for one in talked_of if one in products), None)
    kind = piece.category if piece else "ring"
    others = tuple(one for one in wish.members if one.category != kind)
    others = others or tuple(map(Member, _WORN_WITH.get(kind, _WORN_WITH_ANY)))
    before = session.constraints
    lasting = {slot: value for slot, value in before.values.items() if slot in _OF_THE_PERSON}
    wishes = apply_edits(Constraints(lasting, before.exclude), understanding.edits)
    around = SetWish("matching", (Member(kind), *others))
    return BuildSet(around, wishes, (piece.id,) if piece else ())


_OF_THE_PERSON = ("recipient", "occasion", "allergies", "in_stock", "deliver_by")
_WORN_WITH_ANY = ("necklace", "earrings")
_WORN_WITH: Mapping[str, tuple[str, ...]] = {
    "necklace": ("earrings", "bracelet"),
    "pendant": ("earrings", "ring"),
    "earrings": ("necklace", "ring"),
}


def _cheaper_member(
    wish: SetWish, standing: tuple[str, ...], at: int, products: Mapping[str, Product]
) -> SetWish:
    """The wish with the piece at one place below the price of the one that stands there."""
    if standing[at] not in products:
        return wish
    members = list(wish.members)
    own = _below(members[at].wishes, products[standing[at]])
    members[at] = replace(members[at], wishes=own)
    return replace(wish, members=tuple(members))


def _below(wishes: Constraints, piece: Product) -> Constraints:
    """The wishes at less than the price of a piece."""
    price = piece.price
    most = Want("price_max_minor", price.minor - minor_per_major(price.currency))
    return apply_edits(wishes, [Clear("price_min_minor"), most, Want("currency", price.currency)])


def _pieces_kept(wish: SetWish, session: Session) -> tuple[str, ...]:
    """The standing pieces of the set on the table where its members are the same, whatever is now
    wished of one of them, or a member is only left out."""
    before = session.set_wish
    if before is None or not session.has_set_on_table:
        return ()
    if [one.category for one in wish.members] == [one.category for one in before.members]:
        is_apart = len(session.set_pieces) == len(wish.members)
        return session.set_pieces if is_apart or wish == before else ()
    if len(before.members) != len(session.set_pieces):
        return session.set_pieces if wish == before else ()
    standing, kept = list(zip(before.members, session.set_pieces, strict=True)), list[str]()
    for member in wish.members:
        at = next((at for at, (one, _) in enumerate(standing) if _is_same(one, member)), None)
        if at is None:
            return ()
        kept.append(standing[at][1])
        standing = standing[at + 1 :]
    return tuple(kept)


def _is_same(one: Member, other: Member) -> bool:
    """One member of a set, whatever says that it is gold."""
    alike = one.wishes.without("metal") == other.wishes.without("metal")
    return one.category == other.category and alike
