"""Pieces wanted together: 三金, 五金, couple rings, a necklace with matching earrings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.constraints import DEPENDENT_SLOTS, Clear, Constraints, Edit, Value, Want
from assistant.measures import RingScale
from assistant.session import Session
from assistant.turn import Member, SetWish
from assistant.understanding.amount import Amount
from assistant.understanding.cues.goods import CHEAPER
from assistant.understanding.halves import HERS, HIS
from assistant.understanding.mentions import Mention
from assistant.understanding.places import find_places
from assistant.understanding.ring_sizes import bare_scale, on_another_scale
from assistant.understanding.settling import is_owned
from assistant.understanding.whose_piece import (
    Spoken,
    TogetherWish,
    owner_of,
    place_of_hers,
    with_halves,
    with_own_wishes,
)
from assistant.understanding.wish_of_one import looks_anew, with_wish_of_one

_THREE = re.compile(
    r"三金(?!.{0,3}(?:店|行))|\bsan ?jin\b|"
    r"\b(?:three|3)[ -]gold(?:s|[ -](?:pieces|items|jewell?ery|sets?))\b"
)
GOLD_SETS = ("three_gold", "five_gold")
AROUND = "around"  # a matching set around the piece talked of, which the policy looks up
# 三金先不看了, 'forget the set for now': what was wished together is left behind.
_NAMES_A_SET = r"(?:三金|五金|对戒|套装|全套|一套|san ?jin|(?:three|five) golds?|set|couple rings)"
_LEAVES_SET = re.compile(
    rf"{_NAMES_A_SET}(?:我|就|先|还是|回家|回去|暂时|的话|,|，)*(?:再)?(?:商量|考虑|想想|不看|不要|不买|不挑|"
    r"放|算了|再说|免了)(?:商量|考虑|一放|放|一边|了|吧|着|一下)*[,，]?|"
    r"\b(?:forget|leave|skip|drop|never ?mind|park)(?: about)? (?:the |that |this )?(?:whole )?"
    rf"{_NAMES_A_SET}(?: for (?:now|the moment|today)| then| idea)*[,.;]?(?: and)?"
)
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
# 'What would go with it', 搭配什么好: pieces around the one that is talked of; not clothes.
_GOES_WITH = re.compile(
    r"\bwhat(?:'s| is| else)?\b.{0,24}\b(?:goes|go|pairs?|wear|looks? (?:good|nice))\b.{0,12}"
    r"\bwith (?:it|this|that|them|these|the \w+(?: one)?)\W*$|"
    r"\bwhat (?:else )?(?:matches|(?:would|could|might) match) (?:it|this|that)\b|"
    r"\b(?:something|anything)(?: else)? (?:to|that) (?:goes?|match(?:es)?)(?: well)? "
    r"(?:with )?(?:it|this|that)\b|"
    r"(?:搭|配|搭配)(?:点|个|些)?(?:什么|啥|哪)|(?:什么|啥)(?:首饰|东西)?(?:能|可以|适合)?(?:和|跟|与)"
    r"(?:它|这[个款条对枚只件]|那[个款条对枚只件])(?:一起)?(?:搭|配)"
)
_CLOTHES = re.compile(r"\b(?:dress|outfit|shirt|suit|clothes|gown)\b|衣|裙|裤|衫|西装|礼服|肤|妆")
_SWAP = re.compile(
    r"\b(?:swap|switch|replace|change)(?: out)?(?: for| the| that| this| my)?\b|"
    r"\b(?:a |an)?(?:different|another|other)\b|换(?!回)(?:掉|一|个|条|对|只|副|枚|了)?|不(?:要|"
    r"喜欢)(?:这|那)"
)
_SECOND = re.compile(r"\b(?:second|2nd)\b|第(?:二|2)")
_ASKS_TOTAL = re.compile(
    r"\btotal\b|\baltogether\b|\ball together\b|\bin all\b|总价|总额|合计|加起来|"
    r"(?:一共|总共)(?:是|要)?多少"
)
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


def without_left_set(text: str) -> str:
    """Folded ``text`` without the clause that leaves a set behind, where it says something more."""
    left = _LEAVES_SET.sub(" ", text).strip(" ,，")
    return left or text


def read_pieces_wished(
    text: str,
    mentions: Sequence[Mention],
    amounts: Sequence[Amount],
    session: Session,
    shop_currency: str,
) -> TogetherWish | None:
    """The set that folded ``text`` wishes for or changes; None where it does neither."""
    spoken = Spoken(text, mentions, amounts, shop_currency)
    kind = _kind(spoken)
    if kind is None and _asks_what_goes_with(text, session):
        named = tuple(Member(one) for one in _categories(mentions))
        return TogetherWish(SetWish(AROUND, named), spoken_for=("category",))
    if kind is None:
        return _change_of_standing(spoken, session)
    members = tuple(Member(one) for one in _MEMBERS.get(kind) or _categories(mentions))
    is_gold = kind in GOLD_SETS
    together = with_own_wishes(SetWish(kind, members), spoken, least_budgets=1 if is_gold else 2)
    if is_gold:  # 三金，项链要玫瑰金的; 'a pearl necklace and matching earrings' is of both
        together = with_wish_of_one(together, spoken)
    return replace(with_halves(together, spoken), is_ceiling=_is_ceiling(amounts))


def _is_ceiling(amounts: Sequence[Amount]) -> bool:
    """Is the only sum one without a bound?"""
    sums = [one for one in amounts if one.kind == "money"]
    return len(sums) == 1 and sums[0].exact


def _asks_what_goes_with(text: str, session: Session) -> bool:
    """Is it asked which pieces go with the one that is talked of?"""
    has_piece = bool(session.focus or session.shown) and not session.has_set_on_table
    return has_piece and bool(_GOES_WITH.search(text)) and not _CLOTHES.search(text)


def _kind(spoken: Spoken) -> str | None:
    if _ABOUT_CUSTOM.search(spoken.text):
        return None
    for kind, pattern in (("five_gold", _FIVE), ("three_gold", _THREE), ("couple", _COUPLE)):
        if pattern.search(spoken.text):
            return kind
    sizes = [one for one in spoken.amounts if one.kind == "ring"]
    if len(sizes) > 1 and _TWO_SIZES.search(spoken.text):
        places = {owner_of(one, spoken, SetWish("couple", ())) for one in sizes}
        return "couple" if places == {0, 1} else None
    free = [one for one in spoken.mentions if not is_owned(spoken.text, one.start)]
    several = len(_categories(free)) > 1
    return "matching" if several and _MATCHING.search(spoken.text) else None


def _categories(mentions: Iterable[Mention]) -> tuple[str, ...]:
    named = (term for one in mentions for term in one.means.get("category", ()) if term != "set")
    return tuple(dict.fromkeys(named))


def _change_of_standing(spoken: Spoken, session: Session) -> TogetherWish | None:
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
    if scale := bare_scale(spoken.text):
        return _on_scale(wish, scale)
    rest = tuple(one for at, one in enumerate(wish.members) if at not in places)
    if _LEAVE_OUT.search(spoken.text) and named and wish.kind != "couple" and len(rest) > 1:
        if not places:
            return None
        return TogetherWish(SetWish("matching", _still_gold(wish, rest)), spoken_for=("category",))
    asks_other = _SWAP.search(spoken.text) or CHEAPER.search(spoken.text)
    if asks_other and places and session.set_pieces:
        whose = ("recipient",) if wish.kind == "couple" else ()  # '换女戒': whose, not for whom
        at = _place_of(spoken.text, places, wish)
        changed = with_halves(with_own_wishes(wish, spoken, least_budgets=1), spoken)
        changed = with_wish_of_one(changed, spoken, at)
        return replace(changed, swap=at, spoken_for=(*changed.spoken_for, *whose))
    if _ASKS_TOTAL.search(spoken.text) and not spoken.amounts and not named:
        return TogetherWish(wish)  # nothing to change: it is told again, with its total
    if wish.kind != "couple" and looks_anew(spoken, wish):
        return None
    changed = with_halves(with_own_wishes(wish, spoken, least_budgets=1), spoken)
    changed = with_wish_of_one(changed, spoken)
    if wish.kind == "couple" and _names_a_half(spoken.mentions):  # '女款带钻': whose, not for whom
        return replace(changed, spoken_for=(*changed.spoken_for, "recipient"))
    is_ceiling = _is_ceiling(spoken.amounts)
    return replace(changed, is_ceiling=is_ceiling) if changed.spoken_for else None


def _on_scale(wish: SetWish, scale: RingScale) -> TogetherWish | None:
    """'It's Hong Kong sizes', said of numbers that were taken for the mainland's."""
    members, is_sized = list(wish.members), False
    for at, member in enumerate(members):
        mm = member.wishes.number("ring_size_mm")
        if mm is not None and (other := on_another_scale(mm, scale)):
            values: dict[str, Value] = {**member.wishes.values, "ring_size_mm": other}
            members[at] = replace(member, wishes=Constraints(values, member.wishes.exclude))
            is_sized = True
    said_again = replace(wish, members=tuple(members))
    return TogetherWish(said_again, spoken_for=("ring_size_mm",)) if is_sized else None


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
        hers = place_of_hers(wish)
        return hers if HERS.search(text) else len(wish.members) - 1 - hers
    return places[1] if _SECOND.search(text) else places[0]


def left_behind(
    together: TogetherWish, session: Session, edits: Iterable[Edit]
) -> tuple[Edit, ...]:
    """What was wished of the piece talked of before and is not meant for a set asked for now: all
    that is of a piece where none of the set is such a piece; of golds the stone, and a metal that
    is not gold. 三金 are pieces of gold unless the sentence says more."""
    if session.has_set_on_table:
        return ()
    standing, slots = session.constraints, list[str]()
    kinds = set(standing.terms("category"))
    if kinds and kinds.isdisjoint(one.category for one in together.wish.members):
        slots += [one for one in standing.values if one not in _OF_THE_PERSON]
    if together.wish.kind in GOLD_SETS:
        slots += ["stone", *DEPENDENT_SLOTS["stone"]]
        if standing.terms("metal") not in ((), ("gold",)):
            slots += ["metal", *DEPENDENT_SLOTS["metal"]]
    said = {edit.slot for edit in edits} - set(together.spoken_for)
    if said & {"price_min_minor", "price_max_minor"}:
        said.add("currency")
    gone = dict.fromkeys(one for one in slots if one in standing.values and one not in said)
    return tuple(map(Clear, gone))


# What is said of whom the piece is for stays true of any other piece.
_OF_THE_PERSON = frozenset({"recipient", "occasion", "allergies", "in_stock", "deliver_by"})


def of_the_whole(together: TogetherWish, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Without what the members have for themselves: kinds of piece, sizes, budgets."""
    own = set(together.spoken_for)
    if together.swap is not None or together.wish.kind != "couple":
        own.add("category")
    return (
        _capped(edit for edit in edits if edit.slot not in own)
        if together.is_ceiling
        else (tuple(edit for edit in edits if edit.slot not in own))
    )


def _capped(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """'About 30,000' as 'up to 30,000': the range around a sum ends at the sum."""
    edits = tuple(edits)
    ends = {
        one.slot: one.value
        for one in edits
        if isinstance(one, Want) and isinstance(one.value, int | float)
    }
    low, high = ends.get("price_min_minor"), ends.get("price_max_minor")
    if low is None or high is None:
        return edits
    rest = (one for one in edits if one.slot not in ("price_min_minor", "price_max_minor"))
    most = Want("price_max_minor", round((low + high) / 2))
    return (Clear("price_min_minor"), most, *rest)
