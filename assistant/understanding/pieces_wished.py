"""Pieces wanted together: 三金, 五金, couple rings, a necklace with matching earrings.

A member's own wishes are those said of it alone (his size, hers; 'the necklace under 3000'); what
is said of the whole, the total budget among it, stays with the standing wishes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant import measures
from assistant.constraints import PRICE_SLOTS, Constraints, Value
from assistant.money import minor_per_major
from assistant.session import Session
from assistant.turn import Member, SetWish
from assistant.understanding.amount import Amount
from assistant.understanding.cues.goods import CHEAPER
from assistant.understanding.halves import HERS, HIS, wishes_of_halves
from assistant.understanding.mentions import Mention
from assistant.understanding.places import find_places
from assistant.understanding.settling import is_owned

_THREE = re.compile(
    r"三金(?!.{0,3}(?:店|行))|\bsan ?jin\b|"
    r"\b(?:three|3)[ -]gold(?:s|[ -](?:pieces|items|jewell?ery|sets?))\b"
)
GOLD_SETS = ("three_gold", "five_gold")
_FIVE = re.compile(
    r"五金|\bwu ?jin\b|\b(?:five|5)[ -]gold(?:s|[ -](?:pieces|items|jewell?ery|sets?))\b"
)
_COUPLE = re.compile(
    r"\b(?:couples?'?s? (?:rings|bands)|"
    r"(?:matching|pair of|two|his and hers|couple) (?:\w+ )?(?:wedding |"
    r"engagement )?(?:rings|bands)|"
    r"his and hers(?: rings| bands)?|"
    r"rings for (?:both of us|the two of us|us both|me and my \w+))\b"
    r"|对戒|情侣戒|情侣(?:款)?(?:的)?(?:戒指|指环)|一对(?:儿)?(?:的)?(?:婚戒|戒指|指环)|"
    r"两(?:个|枚)(?:人的)?(?:婚戒|戒指)(?:一起)?|"
    r"男(?:款)?戒.{0,24}女(?:款)?戒|女(?:款)?戒.{0,24}男(?:款)?戒"
)
# 'His size US 10, hers US 6': two rings, whatever else is said.
_TWO_SIZES = re.compile(r"\b(?:his|hers?)\b.{0,40}\b(?:hers?|his)\b|[他男老先].{0,24}[她女老太]")
_MATCHING = re.compile(
    r"\b(?:matching|to match|that match(?:es)?|go(?:es)? (?:together|with)|belong together|"
    r"set of|as a set|in a set|sets?)\b|配套|成套|一套|套(?:装)?|搭配|配成|配一|配(?:个|条|对|副)"
)
# About the custom, not for the pieces: '三金是哪三样', 'what are the three golds'.
_ABOUT_CUSTOM = re.compile(
    r"是(?:什么|啥|哪|指)|指(?:的)?(?:是)?(?:什么|啥|哪)|哪[三五几]样|什么意思|"
    r"包括(?:什么|哪|啥)|讲究|习俗|"
    r"区别|为(?:什么|啥)|多了啥|怎么回事|"
    r"\bwhat (?:is|are|does|do)\b(?!.*\b(?:you|cost)\b)|\bmean(?:s|ing)?\b|\bwhy\b|\btradition"
)
_SWAP = re.compile(
    r"\b(?:swap|switch|replace|change)(?: out)?(?: for| the| that| this| my)?\b|"
    r"\b(?:a |an)?(?:different|another|other)\b|换(?:掉|一|个|条|对|只|副|枚|了)?|不(?:要|"
    r"喜欢)(?:这|那)"
)
_MINE = re.compile(r"\b(?:my|mine|i|i'm|me)\b|我(?!们|俩|想|要)")
_SECOND = re.compile(r"\b(?:second|2nd)\b|第(?:二|2)")
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
_ASKS_TOTAL = re.compile(
    r"\btotal\b|\baltogether\b|\ball together\b|\bin all\b|总价|总额|合计|加起来|"
    r"(?:一共|总共)(?:是|要)?多少"
)
_BUDGET = re.compile(r"\bbudgets?\b|预算")
_FINGER_MM = (40, 76)  # around the inside of a ring
# 'Leave the bangle out', of a set on the table.
_LEAVE_OUT = re.compile(
    r"\b(?:leave out|leave .{2,20} out|without|drop|remove|skip|lose|no need (?:of|for))\b|"
    r"去掉|拿掉|先?不要(?!这|那)|不需要|省掉|去(?=手|项|耳|戒|吊)"
)
_MEMBERS = {
    "three_gold": ("ring", "necklace", "earrings"),
    "five_gold": ("ring", "necklace", "earrings", "bangle", "bracelet"),
    "couple": ("ring", "ring"),
}


@dataclass(frozen=True)
class TogetherWish:
    """A set wished for, or a piece of the standing one to change; ``spoken_for`` are the slots
    whose values the members took, so that they are no wishes of the whole."""

    wish: SetWish
    swap: int | None = None
    spoken_for: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Spoken:
    """One sentence in the parts that it was read in."""

    text: str
    mentions: Sequence[Mention]
    amounts: Sequence[Amount]
    shop_currency: str


def read_pieces_wished(
    text: str,
    mentions: Sequence[Mention],
    amounts: Sequence[Amount],
    session: Session,
    shop_currency: str,
) -> TogetherWish | None:
    """The set that folded ``text`` wishes for or changes; None where it does neither."""
    spoken = _Spoken(text, mentions, amounts, shop_currency)
    kind = _kind(spoken)
    if kind is None:
        return _change_of_standing(spoken, session)
    members = tuple(Member(one) for one in _MEMBERS.get(kind) or _categories(mentions))
    return _with_halves(_with_own_wishes(SetWish(kind, members), spoken, least_budgets=2), spoken)


def _kind(spoken: _Spoken) -> str | None:
    if _ABOUT_CUSTOM.search(spoken.text):
        return None
    for kind, pattern in (("five_gold", _FIVE), ("three_gold", _THREE), ("couple", _COUPLE)):
        if pattern.search(spoken.text):
            return kind
    sizes = [one for one in spoken.amounts if one.kind == "ring"]
    if len(sizes) > 1 and _TWO_SIZES.search(spoken.text):
        places = {_owner(one, spoken, SetWish("couple", ())) for one in sizes}
        return "couple" if places == {0, 1} else None
    free = [one for one in spoken.mentions if not is_owned(spoken.text, one.start)]
    several = len(_categories(free)) > 1
    return "matching" if several and _MATCHING.search(spoken.text) else None


def _categories(mentions: Iterable[Mention]) -> tuple[str, ...]:
    named = (term for one in mentions for term in one.means.get("category", ()) if term != "set")
    return tuple(dict.fromkeys(named))


def _change_of_standing(spoken: _Spoken, session: Session) -> TogetherWish | None:
    """'Swap the bracelet', and sizes or budgets said of the members of the standing set."""
    wish = session.set_wish
    if wish is None or not session.has_set_on_table:
        return None
    named = _categories(spoken.mentions)
    places = [at for at, one in enumerate(wish.members) if one.category in named]
    if not named:  # 第二件换一个
        counted = find_places(spoken.text, len(wish.members))
        places = [at - 1 for at in counted[:1] if at <= len(wish.members)]
    if wish.kind == "couple" and (HIS.search(spoken.text) or HERS.search(spoken.text)):
        places = list(range(len(wish.members)))
    rest = tuple(one for at, one in enumerate(wish.members) if at not in places)
    if _LEAVE_OUT.search(spoken.text) and named and wish.kind != "couple" and len(rest) > 1:
        if not places:
            return None
        return TogetherWish(SetWish("matching", _still_gold(wish, rest)), spoken_for=("category",))
    asks_other = _SWAP.search(spoken.text) or CHEAPER.search(spoken.text)
    if asks_other and places and session.set_pieces:
        whose = ("recipient",) if wish.kind == "couple" else ()  # '换女戒': whose, not for whom
        return TogetherWish(wish, _place_of(spoken.text, places, wish), whose)
    if _ASKS_TOTAL.search(spoken.text) and not spoken.amounts and not named:
        return TogetherWish(wish)  # nothing to change: it is told again, with its total
    changed = _with_halves(_with_own_wishes(wish, spoken, least_budgets=1), spoken)
    if wish.kind == "couple" and _names_a_half(spoken.mentions):  # '女款带钻': whose, not for whom
        return replace(changed, spoken_for=(*changed.spoken_for, "recipient"))
    return changed if changed.spoken_for else None


def _still_gold(wish: SetWish, members: tuple[Member, ...]) -> tuple[Member, ...]:
    """What is left of 三金 or 五金 is gold by its own wish, no longer by its name."""
    if wish.kind not in ("three_gold", "five_gold"):
        return members
    gold: Value = ("gold",)
    own = (Constraints({"metal": gold, **one.wishes.values}, one.wishes.exclude) for one in members)
    return tuple(Member(one.category, its) for one, its in zip(members, own, strict=True))


def _names_a_half(mentions: Iterable[Mention]) -> bool:
    """Is a ring of the couple called his or hers?"""
    named = {term for one in mentions for term in one.means.get("recipient", ())}
    return bool(named) and named <= {"man", "woman"}


def _place_of(text: str, places: Sequence[int], wish: SetWish) -> int:
    """Of two of a kind the one that is counted out; of a couple's rings his or hers."""
    if len(places) < 2:
        return places[0]
    if wish.kind == "couple" and bool(HIS.search(text)) != bool(HERS.search(text)):
        hers = _place_of_hers(wish)
        return hers if HERS.search(text) else len(wish.members) - 1 - hers
    return places[1] if _SECOND.search(text) else places[0]


def _place_of_hers(wish: SetWish) -> int:
    """The ring that is hers: the one said to be, the smaller of two sizes, else the first."""
    last = len(wish.members) - 1
    for place, member in enumerate(wish.members):
        if whose := member.wishes.terms("recipient"):
            return place if whose == ("woman",) else last - place
    sizes = [member.wishes.number("ring_size_mm") for member in wish.members]
    known = [size for size in sizes if size is not None]
    return sizes.index(min(known)) if known and len(known) == len(sizes) else 0


def _with_own_wishes(wish: SetWish, spoken: _Spoken, *, least_budgets: int) -> TogetherWish:
    """The wish with each amount that is said of one member given to that member. Fewer budgets
    than ``least_budgets`` are for the whole: 'a necklace and earrings under 9000'."""
    budgets = [one for one in spoken.amounts if one.kind == "money"]
    members, spoken_for = list(wish.members), list[str]()
    if len(budgets) == 1 and _EACH.search(spoken.text):
        members = [_give(one, budgets[0], spoken) for one in members]
        spoken_for += PRICE_SLOTS
        budgets = []
    owners = [_owner(one, spoken, wish) for one in budgets]
    known = [place for place in owners if place is not None]
    if budgets and len(known) == len(budgets) == len(set(known)) >= least_budgets:
        for place, amount in zip(known, budgets, strict=True):
            members[place] = _give(members[place], amount, spoken)
            spoken_for += PRICE_SLOTS
    rings = [at for at, one in enumerate(members) if one.category == "ring"]
    sizes = [one for one in spoken.amounts if _is_ring_size(one, wish)] if rings else []
    for at, amount in enumerate(sizes):
        owner = _owner(amount, spoken, wish) if wish.kind == "couple" else None
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


def _with_halves(together: TogetherWish, spoken: _Spoken) -> TogetherWish:
    """With what is wished for his ring alone, or for hers."""
    wish = together.wish
    if wish.kind != "couple":
        return together
    hers = _place_of_hers(wish) if any(member.wishes for member in wish.members) else 1

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


def _owner(amount: Amount, spoken: _Spoken, wish: SetWish) -> int | None:
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


def _give(member: Member, amount: Amount, spoken: _Spoken) -> Member:
    values: dict[str, Value] = dict(member.wishes.values)
    if amount.kind in ("ring", "length") and (amount.low or amount.number):
        # A bare '12号' is taken as the mainland's here: a question back could not tell the two
        # sizes of a couple apart, and the reply says the size in mm.
        values["ring_size_mm"] = amount.low or measures.cn_ring_to_mm(amount.number or 0.0)
    elif amount.kind == "money":
        currency = amount.currency or spoken.shop_currency
        factor = minor_per_major(currency)
        low, high = amount.low, amount.high
        if amount.exact and _BUDGET.search(spoken.text):  # 'her budget 3000, his 4000'
            low, high = None, amount.number
        for slot, bound in (("price_min_minor", low), ("price_max_minor", high)):
            if bound is not None:
                values[slot] = round(bound * factor)
        values["currency"] = currency
    return Member(member.category, Constraints(values, member.wishes.exclude))
