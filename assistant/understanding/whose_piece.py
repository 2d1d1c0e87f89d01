"""Which piece of a set an amount or a wish is said of: 'his 60 mm, hers 52', 男戒光面女戒带钻.

A member's own wishes are those said of it alone ('the necklace under 3000'); what is said of the
whole, the total budget among it, stays with the standing wishes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant import measures
from assistant.constraints import PRICE_SLOTS, Constraints, Value
from assistant.money import minor_per_major
from assistant.turn import Member, SetWish
from assistant.understanding.amount import Amount
from assistant.understanding.halves import HERS, HIS, wishes_of_halves
from assistant.understanding.mentions import Mention

_MINE = re.compile(r"\b(?:my|mine|i|i'm|me)\b|我(?!们|俩|想|要)")
_EACH = re.compile(
    r"\b(?:each|apiece|per (?:piece|ring|item))\b|每(?:个|枚|件|只|条|一|人)|各(?= ?\d)|"
    r"单(?:个|件|枚)"
)
_CLAUSE = re.compile(
    r" (?=\b(?:his|hers?)\b)|"
    r"[,，.。;；、]|\band\b|\bbut\b| (?=[他她我男女])|(?<=[号码块元千万])(?=[他她我男女])"
)
_FOR_BOTH = re.compile(
    r"\b(?:total|together|altogether|in all|both|each)\b|一共|总共|总|合计|加起来|两(?:个|枚|人)|"
    r"一起"
)
_FINGER_MM = (40, 76)  # around the inside of a ring


@dataclass(frozen=True)
class TogetherWish:
    """A set wished for, or a piece of the standing one to change; ``spoken_for`` are the slots
    whose values the members took, so that they are no wishes of the whole. ``is_ceiling``: a sum
    without a bound (三金三万) is what there is to spend, not about what it should cost."""

    wish: SetWish
    swap: int | None = None
    spoken_for: tuple[str, ...] = ()
    is_ceiling: bool = False


@dataclass(frozen=True)
class Spoken:
    """One sentence in the parts that it was read in."""

    text: str
    mentions: Sequence[Mention]
    amounts: Sequence[Amount]
    shop_currency: str


def with_own_wishes(wish: SetWish, spoken: Spoken, *, least_budgets: int) -> TogetherWish:
    """The wish with each amount that is said of one member given to that member. Fewer budgets
    than ``least_budgets`` are for the whole: 'a necklace and earrings under 9000'."""
    budgets = [one for one in spoken.amounts if one.kind == "money"]
    members, spoken_for = list(wish.members), list[str]()
    if len(budgets) == 1 and _EACH.search(spoken.text):
        members = [_give(one, budgets[0], spoken) for one in members]
        spoken_for += PRICE_SLOTS
        budgets = []
    owners = [owner_of(one, spoken, wish) for one in budgets]
    known = [place for place in owners if place is not None]
    if budgets and len(known) == len(budgets) == len(set(known)) >= least_budgets:
        for place, amount in zip(known, budgets, strict=True):
            members[place] = _give(members[place], amount, spoken)
            spoken_for += PRICE_SLOTS
    rings = [at for at, one in enumerate(members) if one.category == "ring"]
    sizes = [one for one in spoken.amounts if _is_ring_size(one, wish)] if rings else []
    for at, amount in enumerate(sizes):
        owner = owner_of(amount, spoken, wish) if wish.kind == "couple" else None
        place = rings[min(at, len(rings) - 1)] if owner is None else owner
        members[place] = _give(members[place], amount, spoken)
        spoken_for.append("ring_size_mm")
        if owner is not None:  # the smaller size need not be hers
            wearer: Value = ("man",) if owner == 0 else ("woman",)
            own = members[place].wishes
            own = Constraints({**own.values, "recipient": wearer}, own.exclude)
            members[place] = Member(members[place].category, own)
    people = {term for one in spoken.mentions for term in one.means.get("recipient", ())}
    if wish.kind == "couple" and len(people) > 1:  # '男戒18号女戒12号': whose rings, not for whom
        spoken_for.append("recipient")
    return TogetherWish(replace(wish, members=tuple(members)), spoken_for=tuple(spoken_for))


def _is_ring_size(amount: Amount, wish: SetWish) -> bool:
    """A size by a scale; of a couple's rings also one in mm around the finger."""
    if wish.kind == "couple" and amount.kind == "length":
        return amount.low is not None and _FINGER_MM[0] <= amount.low <= _FINGER_MM[1]
    return amount.kind == "ring"


def with_halves(together: TogetherWish, spoken: Spoken) -> TogetherWish:
    """The wish with what is wished for his ring alone, or for hers."""
    wish = together.wish
    if wish.kind != "couple":
        return together
    hers = place_of_hers(wish) if any(member.wishes for member in wish.members) else 1

    def whose(clause: str) -> int | None:
        his, is_hers = bool(HIS.search(clause)), bool(HERS.search(clause))
        if his == is_hers:
            return None
        return hers if is_hers else len(wish.members) - 1 - hers

    members, slots = wishes_of_halves(spoken.text, spoken.mentions, wish.members, whose)
    if not slots:
        return together
    named = list(members)
    for place, member in enumerate(members):
        wearer: Value = ("woman",) if place == hers else ("man",)
        own = Constraints({**member.wishes.values, "recipient": wearer}, member.wishes.exclude)
        named[place] = Member(member.category, own)
    own_wish = replace(wish, members=tuple(named))
    return replace(together, wish=own_wish, spoken_for=(*together.spoken_for, *slots, "recipient"))


def owner_of(amount: Amount, spoken: Spoken, wish: SetWish) -> int | None:
    """Whose amount it is: the member that its clause names; None for nobody's in particular."""
    start, end = _clause_around(spoken.text, amount)
    clause = spoken.text[start:end]
    if wish.kind == "couple":
        his, hers = bool(HIS.search(clause)), bool(HERS.search(clause))
        if his != hers:
            return 0 if his else 1
        if _MINE.search(clause):
            return 1 if HIS.search(spoken.text) else 0
        if his or hers or _FOR_BOTH.search(clause):
            return None
        return _owner_before(spoken.text[:start])
    named = {
        term
        for one in spoken.mentions
        if start <= one.start < end
        for term in one.means.get("category", ())
    }
    places = [at for at, one in enumerate(wish.members) if one.category in named]
    return places[0] if len(named) == 1 and places else None


def _owner_before(text: str) -> int | None:
    """'男款20号，预算五千': what follows whose ring it is goes on about it."""
    named = [
        (one.end(), place) for place, who in enumerate((HIS, HERS)) for one in who.finditer(text)
    ]
    return max(named)[1] if named else None


def _clause_around(text: str, amount: Amount) -> tuple[int, int]:
    starts = (match.end() for match in _CLAUSE.finditer(text[: amount.start]))
    after = _CLAUSE.search(text, amount.start + len(text[amount.start : amount.end].rstrip()))
    return max(starts, default=0), after.start() if after else len(text)


def _give(member: Member, amount: Amount, spoken: Spoken) -> Member:
    values: dict[str, Value] = dict(member.wishes.values)
    if amount.kind in ("ring", "length") and (amount.low or amount.number):
        # A bare '12号' is taken as the mainland's here: a question back could not tell the two
        # sizes of a couple apart, and the reply says the size in mm.
        values["ring_size_mm"] = amount.low or measures.cn_ring_to_mm(amount.number or 0.0)
    elif amount.kind == "money":
        currency = amount.currency or spoken.shop_currency
        factor = minor_per_major(currency)
        low, high = amount.low, amount.high
        if amount.exact:  # 'her budget 3000, his 4000'
            low, high = None, amount.number
        for slot, bound in (("price_min_minor", low), ("price_max_minor", high)):
            if bound is not None:
                values[slot] = round(bound * factor)
        values["currency"] = currency
    return Member(member.category, Constraints(values, member.wishes.exclude))


def place_of_hers(wish: SetWish) -> int:
    """The ring that is hers: the one said to be, the smaller of two sizes, else the first."""
    last = len(wish.members) - 1
    for place, member in enumerate(wish.members):
        if whose := member.wishes.terms("recipient"):
            return place if whose == ("woman",) else last - place
    sizes = [member.wishes.number("ring_size_mm") for member in wish.members]
    known = [size for size in sizes if size is not None]
    return sizes.index(min(known)) if known and len(known) == len(sizes) else 0
