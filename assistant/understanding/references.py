"""Which products the words point at: ids, names, ordinals, 'it', 'that pair of earrings'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.understanding.mentions import Mention
from assistant.understanding.names import ProductNames
from assistant.understanding.text import read_cn_number

_PLACES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]
_EN_ORDINALS = {word: number for number, word in enumerate(_PLACES, start=1)}
_ORDINAL = re.compile(
    rf"\b({'|'.join(_EN_ORDINALS)})\b(?! (?:of|time|anniversary))"
    r"|\b(\d{1,2})(?:st|nd|rd|th)\b(?! anniversary)|(?:\bnumber|\bno\.?|#|"
    r"\boption|\bitem) ?(\d{1,2}|one|two|three|four|five|six)\b"
    r"|第([一二三四五六七八九十]|\d{1,2})(?!大|年|次|步)"
)
_LAST = re.compile(
    r"\b(?:the )?last (?:one|two|piece|item|pair)?\b(?! (?:year|week|time|month))|"
    r"最后(?:一|那|的)?(?:个|款|件|只|对|条|枚)?|倒数第一"
)
_FIRST_FEW = re.compile(r"\bfirst (two|three|2|3)\b|前(两|二|三|2|3)(?:个|款|件|只|对|条|枚)?")
_BOTH = re.compile(
    r"\b(?:both|these two|those two|the two|the pair of them)\b|(?:这|那)?(?:两|"
    r"俩)(?:个|款|件|只|对|条|枚)?(?:都|之间|对比|比)?"
)
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_PRONOUN = re.compile(
    r"\b(?:it|its|this|that|this one|that one|this piece|the same)\b(?! (?:is|was) (?:all|it)\b)"
    r"|它|(?:这|那)(?:一)?(?:个|款|件|只|对|条|枚|副|串|块)(?!价|预算|颜色)|这枚|刚才(?:那|的)"
)
_PLURAL = re.compile(
    r"\b(?:them|these|those|they|all of them)\b|它们|这些|那些|这几(?:个|款|件)|都比"
)
_POINTING_BEFORE = re.compile(
    r"(?:\b(?:that|those|these|this)(?: (?:pair of|first|nice|little|pretty|"
    r"one))?|(?:这|那)(?:一)?(?:个|款|件|只|对|条|枚|副|串|块)?)"
    r"\s*(?:[a-z]+ )?$"
)
_THE_ONE_AFTER = re.compile(r"^\s*(?:\w+ )?ones?\b|^(?:的)?(?:那|这)(?:个|款|件|只|对|条|枚)")
_CHEAPEST_ONE = re.compile(
    r"\b(?:cheap(?:er|est)|least expensive) (?:one|of (?:these|them|those|the))|"
    r"(?:最|更)?便宜(?:的)?(?:那|这)(?:个|款|件|只|对|条|枚)|(?:里面|其中)最便宜"
)
_DEAREST_ONE = re.compile(
    r"\b(?:(?:more|most) expensive|dear(?:er|est)|priciest) (?:one|of (?:these|"
    r"them|those|the))|(?:最|更)?贵(?:的)?(?:那|这)(?:个|款|件|只|对|条|枚)|(?:里面|其中)最贵"
)


@dataclass(frozen=True)
class Pointing:
    """Products pointed at, and the mentions used up in doing so. ``dangling``: something was
    pointed at that is not there; ``several``: 'it', with more than one piece on the table."""

    product_ids: tuple[str, ...] = ()
    used: tuple[Mention, ...] = ()
    dangling: bool = False
    several: bool = False
    explicit: bool = False  # an id, a name, an ordinal: more than a pronoun


@dataclass(frozen=True)
class Pieces:
    """What there is to point at: the products by id, what they are called, what words mean."""

    products: Mapping[str, Product]
    names: ProductNames
    vocabulary: Vocabulary


def find_references(
    text: str, mentions: Iterable[Mention], session: Session, pieces: Pieces
) -> Pointing:
    """The products that folded ``text`` points at, given what is on the table."""
    products, vocabulary = pieces.products, pieces.vocabulary
    named, used = _named(text, mentions, pieces.names)
    if named:
        return Pointing(named, used, explicit=True)
    table = [products[one] for one in session.shown if one in products]
    by_place = _by_place(text, table)
    if by_place:
        return by_place
    by_price = _by_price(text, table)
    if by_price:
        return by_price
    by_words = _by_description(text, mentions, table, vocabulary)
    if by_words:
        return by_words
    return _by_pronoun(text, table, session)


def _named(
    text: str, mentions: Iterable[Mention], names: ProductNames
) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    found = tuple(names.find(text))
    used = tuple(m for m in mentions if any(one.start <= m.start < one.end for one in found))
    return tuple(one.product_id for one in found), used


def _by_place(text: str, table: list[Product]) -> Pointing | None:
    few = _FIRST_FEW.search(text)
    places: list[int] = []
    if few:
        count = 3 if few[0].endswith(("three", "3")) or "三" in few[0] or "3" in few[0] else 2
        places = list(range(1, count + 1))
    else:
        for match in _ORDINAL.finditer(text):
            places.append(_place(match))
        if (_LAST.search(text) and not places) or _LAST.search(text):
            places.append(len(table))
    if not places and re.search(r"\b\d and \d\b|\d\s*(?:和|跟|与)\s*\d(?!\d)", text) and table:
        places = [int(one) for one in re.findall(r"(?<!\d)\d(?!\d)", text)]
    if not places:
        return None
    there = tuple(table[place - 1].id for place in places if 1 <= place <= len(table))
    if len(there) < len(places):
        return Pointing(there, dangling=not there, explicit=True)
    return Pointing(tuple(dict.fromkeys(there)), explicit=True)


def _place(match: re.Match[str]) -> int:
    word, digits, number, chinese = match.groups()
    if word:
        return _EN_ORDINALS[word]
    if digits:
        return int(digits)
    if number:
        return _NUMBER_WORDS.get(number) or int(number)
    return int(chinese) if chinese.isdigit() else read_cn_number(chinese)


def _by_price(text: str, table: list[Product]) -> Pointing | None:
    for pattern, pick in ((_CHEAPEST_ONE, min), (_DEAREST_ONE, max)):
        if pattern.search(text) and table:
            chosen = pick(table, key=lambda product: product.price.minor)
            return Pointing((chosen.id,), explicit=True)
    return None


def _by_description(
    text: str, mentions: Iterable[Mention], table: list[Product], vocabulary: Vocabulary
) -> Pointing | None:
    """'that pair of earrings', '那对珍珠耳环', 'the pearl one'."""
    wanted: dict[str, tuple[str, ...]] = {}
    used: list[Mention] = []
    pointed = False
    for mention in mentions:
        before, after = text[: mention.start], text[mention.end :]
        follows = bool(used) and not text[used[-1].end : mention.start].strip(" 的")
        points = (
            bool(_POINTING_BEFORE.search(before))
            or (
                bool(re.search(r"\bthe (?:[a-z]+ )?$", before))
                and bool(_THE_ONE_AFTER.match(after))
            )
            or bool(re.match(r"^(?:的)?(?:那|这)(?:个|款|件|只|对|条|枚)", after))
        )
        if (points or follows) and mention.means:
            pointed = True
            used.append(mention)
            wanted.update(mention.means)
    if not pointed:
        return None
    fits = tuple(
        product.id
        for product in table
        if all(_has(product, slot, terms, vocabulary) for slot, terms in wanted.items())
    )
    if not fits and not table:
        return None
    return Pointing(
        fits[:1] if len(fits) > 1 and not _PLURAL.search(text) else fits,
        tuple(used),
        dangling=not fits,
        explicit=bool(fits),
    )


def _has(product: Product, slot: str, terms: tuple[str, ...], vocabulary: Vocabulary) -> bool:
    if slot in ("stone", "stone_colour", "cut"):
        field = "colour" if slot == "stone_colour" else slot
        return any(
            vocabulary.satisfies(slot, getattr(stone, field), terms) for stone in product.stones
        )
    if slot == "style":
        return not set(terms).isdisjoint(product.styles)
    if slot in ("category", "metal", "metal_colour", "purity", "plating", "clasp", "setting"):
        return vocabulary.satisfies(slot, getattr(product, slot), terms)
    return True


def _by_pronoun(text: str, table: list[Product], session: Session) -> Pointing:
    if _BOTH.search(text) and len(table) >= 2:
        pair = session.focus if len(session.focus) == 2 else tuple(p.id for p in table[:2])
        return Pointing(pair, explicit=True)
    if _PLURAL.search(text):
        return Pointing(session.focus if len(session.focus) > 1 else session.shown)
    if _PRONOUN.search(text):
        if session.focus:
            return Pointing(session.focus)
        if len(table) == 1:
            return Pointing((table[0].id,))
        return Pointing(several=len(table) > 1, dangling=not table)
    return Pointing()
