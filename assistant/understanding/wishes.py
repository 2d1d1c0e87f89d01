"""From mentions and amounts to edits of the standing wishes: wants, exclusions and clearings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.constraints import Avoid, Clear, Constraints, Edit, Want
from assistant.money import minor_per_major
from assistant.understanding.amounts import Amount
from assistant.understanding.mentions import Mention

_CLAUSE_END = re.compile(
    r"[,.;!?，。；！？、]|\bbut\b|\bjust\b|\bonly\b|而是|但是|但|(?<!不)(?<!不想)(?:想)?要|换成|改成"
)
_NEGATOR = re.compile(
    r"\b(?:not|no|without|don't want|dont want|do not want|don't like|do not like|except|"
    r"anything but|nothing|hate|dislike|avoid|other than|isn't|never)\b"
    r"|不要|不想要|不喜欢|不考虑|别|除了|不是|不带|不含|没有|不爱"
)
_NEGATED_AFTER = re.compile(
    r"^(?:的|色|质)*(?:我)?(?:都|就|也)?(?:不要|不喜欢|不行|算了|不考虑|除外|不好)"
    r"|^\s*(?:is|are)(?:n't| not)? (?:out|not for me)"
)
_NOT_NEGATED = re.compile(r"不限于?$|没有?关系$|是不是$|有没有$|\bwhy not$|\bif not$|\bor not$")
_OPEN_MIND = re.compile(
    r"(?:doesn't|does not|don't|need not|needn't) (?:have|need)? ?(?:to )?be (?:in |of |a |an )?$"
    r"|不一定(?:非)?要(?:是)?$|不非要$|不必(?:是)?$"
)
_INSTEAD = re.compile(r"\b(?:instead of|rather than) (?:the )?$|而不是$")
_ALSO = re.compile(
    r"^(?:or|also|and also|maybe also|plus)\b|\b(?:too|as well|is fine too|"
    r"also ok)$|^或者?|也(?:可以|行|要|好|看看|成)"
)

_SLOT_WORDS: Mapping[str, tuple[str, ...]] = {
    r"metals?|materials?|材质|金属|材料|质地": ("metal", "metal_colour", "purity", "plating"),
    r"prices?|budgets?|cost|money|amount|价格|预算|价位|价钱|钱": (
        "price_min_minor",
        "price_max_minor",
        "currency",
    ),
    r"stones?|gems?|gemstones?|石头|宝石|镶石|主石": ("stone",),
    r"colou?rs?|颜色|色": ("metal_colour", "stone_colour"),
    r"stone colou?rs?|宝石颜色": ("stone_colour",),
    r"metal colou?rs?|金属颜色": ("metal_colour",),
    r"styles?|designs?|风格|款式|样式": ("style",),
    r"occasions?|场合": ("occasion",),
    r"sizes?|lengths?|尺寸|尺码|大小|长度|圈口": ("ring_size_mm", "bangle_mm", "length_mm"),
    r"types?|kinds?|category|categories|piece|jewell?ery|类型|品类|种类|首饰": ("category",),
    r"purity|karat|成色|纯度|含金量": ("purity",),
    r"cuts?|shapes?|切工|形状": ("cut",),
    r"weights?|重量|克重": ("weight_g_min", "weight_g_max"),
    r"carats?|carat weight|克拉数|克拉": ("carat_min", "carat_max"),
    r"certificates?|证书": ("certificate",),
    r"platings?|镀层|电镀": ("plating",),
    r"settings?|镶嵌|镶法": ("setting",),
    r"clasps?|扣子|扣头": ("clasp",),
    r"origins?|来源": ("stone_origin",),
    r"treatments?|处理": ("treatment",),
    r"availability|stock|库存": ("in_stock",),
    r"delivery dates?|dates?|日期": ("deliver_by",),
    r"recipients?|person|送谁|给谁": ("recipient",),
}
_SLOT_WORD = "|".join(sorted("|".join(_SLOT_WORDS).split("|"), key=len, reverse=True))
_CLEAR = re.compile(
    rf"\b(?:any|whatever|all|every|forget(?: about)?(?: the)?|ignore(?: the)?|drop(?: the)?|"
    rf"remove(?: the)?|lose(?: the)?|don't (?:care|mind) about(?: the)?|"
    rf"regardless of(?: the)?|no(?: particular)?)"
    rf" (?P<en1>{_SLOT_WORD})(?:\b|\s|$)(?! of)"
    rf"|\b(?:the )?(?P<en2>{_SLOT_WORD}) (?:doesn't|does not|don't) matter"
    rf"|\b(?P<en3>{_SLOT_WORD}) (?:is|are) not important|\bno (?:limit|"
    rf"preference) (?:on|for|about) (?:the )?(?P<en4>{_SLOT_WORD})"
    rf"|(?:什么|任何|随便(?:什么)?|不限|不管(?:什么)?|无论(?:什么)?|去掉|忽略|不考虑|取消)(?P<zh1>{_SLOT_WORD})"
    rf"|(?P<zh2>{_SLOT_WORD})(?:的)?(?:都行|都可以|都好|不限|无所谓|随便|不重要|没要求|没有要求|不管|没关系)"
)


# 'Round' is a stone's cut only where stones or cuts are the talk.
_TALKS_CUT = re.compile(r"\b(?:cuts?|shaped?|brilliant)\b|形|切|钻")


def read_edits(
    text: str,
    mentions: Iterable[Mention],
    amounts: Iterable[Amount],
    standing: Constraints,
    shop_currency: str,
) -> tuple[Edit, ...]:
    """Every change of the wishes that folded ``text`` asks for, in reading order."""
    clears = tuple(_clears(text))
    mentions = [m for m in mentions if not any(s <= m.start < e for s, e, _ in clears)]
    settled = _settle_colours(text, mentions, standing)
    edits: list[Edit] = [Clear(slot) for _, _, slots in clears for slot in slots]
    edits += _term_edits(text, settled)
    for amount in amounts:
        edits += _amount_edits(amount, settled, shop_currency)
    if re.search(
        r"\bin stock\b|\bavailable now\b|\bready to (?:ship|take)\b|现货|有货的|马上能拿", text
    ):
        edits.append(Want("in_stock", True))
    return tuple(edits)


def _clears(text: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for match in _CLEAR.finditer(text):
        word = next(group for group in match.groupdict().values() if group)
        for pattern, slots in _SLOT_WORDS.items():
            if re.fullmatch(pattern, word):
                yield match.start(), match.end(), slots
                break


def _settle_colours(
    text: str, mentions: list[Mention], standing: Constraints
) -> list[tuple[Mention, Mapping[str, tuple[str, ...]]]]:
    """One meaning for each mention: 'white' is the metal's or the stone's by what is talked of."""
    slots = {slot for mention in mentions for slot in mention.means if len(mention.means) == 1}
    slots |= {
        slot
        for mention in mentions
        if len(mention.means) > 1
        for slot in mention.means
        if slot in ("metal", "stone")
    }
    has_stone = "stone" in slots or bool(re.search(r"\b(?:stones?|gems?)\b|宝石", text))
    talks_stone = has_stone or (bool(standing.terms("stone")) and "metal" not in slots)
    settled = []
    for mention in mentions:
        means = mention.means
        if set(means) == {"metal_colour", "stone_colour"}:
            slot = "stone_colour" if talks_stone else "metal_colour"
            means = {slot: means[slot]}
        elif set(means) == {"style", "cut"}:
            means = {"style": means["style"]}
        elif set(means) == {"cut"} and not (talks_stone or _TALKS_CUT.search(text)):
            continue
        settled.append((mention, means))
    return settled


def _term_edits(
    text: str, settled: list[tuple[Mention, Mapping[str, tuple[str, ...]]]]
) -> Iterator[Edit]:
    wanted: dict[str, list[tuple[Mention, tuple[str, ...]]]] = {}
    replaced: list[tuple[str, tuple[str, ...]]] = []
    for mention, means in settled:
        before = text[: mention.start]
        if _OPEN_MIND.search(before):
            yield from (Clear(slot) for slot in means)
        elif _INSTEAD.search(before):
            replaced += means.items()
        elif _is_negated(text, mention):
            yield from _avoid(means)
        else:
            for slot, terms in means.items():
                wanted.setdefault(slot, []).append((mention, terms))
    for slot, terms in replaced:
        if slot not in wanted:
            yield Avoid(slot, terms)
    extend = bool(_ALSO.search(text))
    for slot, uses in wanted.items():
        terms = _join(text, uses) if slot == "category" else _all_terms(uses)
        yield Want(slot, terms, extend=extend)


def _avoid(means: Mapping[str, tuple[str, ...]]) -> Iterator[Edit]:
    if "allergies" in means:  # 'no nickel' asks for care, not for less of it
        yield Want("allergies", means["allergies"])
        return
    if {"metal", "metal_colour"} <= set(means):  # 'not rose gold' leaves other gold in
        yield Avoid("metal_colour", means["metal_colour"])
        return
    for slot, terms in means.items():
        if slot in ("category", "metal", "stone") or len(means) == 1:
            yield Avoid(slot, terms)
            if "category" in means:  # 'no diamond rings'
                return


def _is_negated(text: str, mention: Mention) -> bool:
    clause = _CLAUSE_END.split(text[: mention.start])[-1]
    full = text[max(0, mention.start - len(clause) - 4) : mention.start]
    if _NOT_NEGATED.search(clause):
        return False
    negators = list(_NEGATOR.finditer(clause))
    if negators and not _NOT_NEGATED.search(clause[: negators[-1].end()]):
        return len(clause) - negators[-1].end() <= 24 and not re.search(
            r"\b(?:is|are|do|does|have|has)\s+there\b.*$", clause[negators[-1].end() :]
        )
    if re.search(r"(?:不想?要|不喜欢|不考虑)$", full):
        return True
    return bool(_NEGATED_AFTER.match(text[mention.end :]))


def _all_terms(uses: list[tuple[Mention, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for _, terms in uses for term in terms))


def _join(text: str, uses: list[tuple[Mention, tuple[str, ...]]]) -> tuple[str, ...]:
    """'chain bracelet' is a bracelet (the last noun is the head); 'rings or earrings' are both."""
    kept: list[tuple[Mention, tuple[str, ...]]] = []
    for use in uses:
        if kept and not re.search(
            r"\b(?:or|and)\b|[,/、和或与跟及]", text[kept[-1][0].end : use[0].start]
        ):
            kept.pop()
        kept.append(use)
    return _all_terms(kept)


def _amount_edits(
    amount: Amount,
    settled: list[tuple[Mention, Mapping[str, tuple[str, ...]]]],
    shop_currency: str,
) -> Iterator[Edit]:
    slots = {slot: terms for _, means in settled for slot, terms in means.items()}
    match amount.kind:
        case "money":
            currency = amount.currency or shop_currency
            factor = minor_per_major(currency)
            yield from _bounds("price_min_minor", "price_max_minor", amount, factor, whole=True)
            yield Want("currency", currency)
        case "carat":
            low, high = amount.low, amount.high
            if amount.exact and low:  # 'half a carat' in a shop means about that
                low, high = round(low * 0.9, 3), round(low * 1.1, 3)
            exact = Amount("carat", low, high, amount.start, amount.end)
            yield from _bounds("carat_min", "carat_max", exact, 1)
        case "weight":
            low, high = amount.low, amount.high
            if amount.exact and low:
                low, high = round(low * 0.9, 3), round(low * 1.1, 3)
            exact = Amount("weight", low, high, amount.start, amount.end)
            yield from _bounds("weight_g_min", "weight_g_max", exact, 1)
        case "ring" if amount.low:
            yield Want("ring_size_mm", amount.low)
        case "bangle" if amount.low:
            yield Want("bangle_mm", amount.low)
        case "length" if amount.low and amount.high:
            middle = round((amount.low + amount.high) / 2, 1)
            if "bangle" in slots.get("category", ()) and middle < 80:
                yield Want("bangle_mm", middle)
            elif "ring" in slots.get("category", ()) and 40 <= middle <= 75:
                yield Want("ring_size_mm", middle)
            elif middle >= 100:
                yield Want("length_mm", middle)


def _bounds(
    low_slot: str, high_slot: str, amount: Amount, factor: int, *, whole: bool = False
) -> Iterator[Edit]:
    """A new bound replaces the old pair: 'under 3000' after 'over 5000' leaves no floor."""
    for slot, bound in ((low_slot, amount.low), (high_slot, amount.high)):
        if bound is None:
            yield Clear(slot)
        else:
            yield Want(slot, round(bound * factor) if whole else bound)
