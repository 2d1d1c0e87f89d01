"""Which products the words point at: by id, name, place, price, description, or 'it'.

What is on the table is looked at before what was there earlier. A description that several pieces
fit is ``several`` with those pieces, to be asked about; one that nothing ever shown fits points at
nothing, so that its words are searched for (``never_shown``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.catalogue.product import Product
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.understanding import pointing_words as words
from assistant.understanding.degrees import DEGREES, how_many
from assistant.understanding.mentions import Mention
from assistant.understanding.names import ProductNames
from assistant.understanding.places import find_places

_MOST_ASKED_ABOUT = 6
_ALSO_IN_PAIRS = frozenset({"ring", "bangle", "set"})  # of a couple, or one for each hand


@dataclass(frozen=True)
class Pointing:
    """Products pointed at, and the mentions used up in doing so."""

    product_ids: tuple[str, ...] = ()
    used: tuple[Mention, ...] = ()
    dangling: bool = False  # something was pointed at that is not there
    several: bool = False  # one piece was meant, and several fit: those in product_ids, if any
    explicit: bool = False  # an id, a name, a place, a description: more than a pronoun
    superlative: bool = False  # 'the cheapest'
    of_the_table: bool = False  # 'of these': of what is on the table and not of the shop
    never_shown: bool = False  # a piece was described that was never on the table
    by_words: bool = False  # by neither a name nor a place


@dataclass(frozen=True)
class Pieces:
    """What there is to point at: the products by id, what they are called, what words mean."""

    products: Mapping[str, Product]
    names: ProductNames
    vocabulary: Vocabulary


def find_references(
    text: str, mentions: Iterable[Mention], session: Session, pieces: Pieces
) -> Pointing:
    """The products that folded ``text`` points at, given what was shown."""
    mentions = tuple(mentions)
    named, used = _named(text, mentions, pieces.names)
    if named:
        return Pointing(named, used, explicit=True)
    if words.PHOTO.search(text):
        return Pointing(dangling=session.photo is None)
    table = _known(session.shown, pieces)
    of_the_table = bool(words.OF_THE_TABLE.search(text))
    if by_place := _by_place(text, mentions, table, pieces.vocabulary):
        return replace(by_place, of_the_table=of_the_table and bool(table))
    found = (
        _by_pair(text, mentions, session, pieces)
        or _by_degree(text, mentions, table, pieces.vocabulary)
        or _by_description(text, mentions, session, pieces)
        or _the_only_one(text, mentions, table, session, pieces.vocabulary)
        or _the_other(text, table, session)
        or _by_pronoun(text, table, session)
    )
    return replace(found, of_the_table=of_the_table and bool(table), by_words=True)


def points_at_photo(text: str, pointing: Pointing) -> bool:
    """With a photo in the same turn: is 'this' in folded ``text`` the piece in it? A name and a
    place on the table point where they say."""
    return pointing.by_words and words.THIS.search(text) is not None


def _known(ids: Iterable[str], pieces: Pieces) -> list[Product]:
    return [pieces.products[one] for one in ids if one in pieces.products]


def _named(
    text: str, mentions: Sequence[Mention], names: ProductNames
) -> tuple[tuple[str, ...], tuple[Mention, ...]]:
    found = tuple(names.find(text))
    used = tuple(m for m in mentions if any(one.start <= m.start < one.end for one in found))
    return tuple(one.product_id for one in found), used


# ------------------------------------------------------------------ places


def _by_place(
    text: str, mentions: Sequence[Mention], table: Sequence[Product], vocabulary: Vocabulary
) -> Pointing | None:
    """'The second one'; 'the second silver one' counts the silver ones."""
    places = find_places(text, len(table))
    if not places:
        return None
    used = _beside_a_place(text, mentions)
    counted = _fitting(table, used, vocabulary) if used else list(table)
    there = tuple(counted[place - 1].id for place in places if 1 <= place <= len(counted))
    if len(there) < len(places):
        return Pointing(there, used, dangling=not there, explicit=True)
    return Pointing(tuple(dict.fromkeys(there)), used, explicit=True)


def _beside_a_place(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for mention in mentions:
        after = text[mention.end :]
        stands_after = words.PLACE_BEFORE.search(text[: mention.start]) and (
            not words.CHINESE_PLACE_BEFORE.search(text[: mention.start]) or after.startswith("的")
        )
        stands_before = words.PLACE_AFTER.match(after)
        if mention.means and (stands_after or stands_before or _adjoins(text, found, mention)):
            found.append(mention)
    return tuple(found)


def _adjoins(text: str, found: Sequence[Mention], mention: Mention) -> bool:
    return bool(found) and not text[found[-1].end : mention.start].strip(" 的")


# ------------------------------------------------------------------ degrees


def _by_degree(
    text: str, mentions: Sequence[Mention], table: Sequence[Product], vocabulary: Vocabulary
) -> Pointing | None:
    """'The cheaper pearl one', '那对贵一点的', 'the heaviest of these'."""
    superlative = bool(words.SUPERLATIVE.search(text))
    of_the_table = bool(words.OF_THE_TABLE.search(text))
    points = bool(words.DEGREE_POINTS.search(text)) or (superlative and of_the_table)
    points = points or bool(words.COUNTED.search(text) and words.COMPARED.search(text))
    degree = next((one for one in DEGREES if points and one[0].search(text)), None)
    if degree is None:
        return None
    _, measure, greatest = degree
    described = tuple(one for one in mentions if _describes_a_piece(one))
    candidates = _fitting(table, described, vocabulary) if described else table
    measured = [(value, one.id) for one in candidates if (value := measure(one)) is not None]
    if not measured:
        return None
    measured.sort(key=lambda pair: pair[0], reverse=greatest)
    chosen = tuple(one for _, one in measured[: how_many(text)])
    used = () if superlative and not of_the_table else described
    return Pointing(chosen, used, explicit=True, superlative=superlative)


# ------------------------------------------------------------------ pairs


def _by_pair(
    text: str, mentions: Sequence[Mention], session: Session, pieces: Pieces
) -> Pointing | None:
    """那对 and 'that pair' are earrings: those on the table, else those shown before it. The rings
    of a couple are a pair too; a pair that is told of otherwise is left to its description."""
    if not words.PAIR.search(text) or any(map(_describes_a_piece, mentions)):
        return None
    table = _known(session.shown, pieces)
    earlier = _known((one for one in reversed(session.seen) if one not in session.shown), pieces)
    pairs = _earrings(table)
    if not pairs and session.has_set_on_table:
        return None
    pairs = pairs or _earrings(earlier)
    if not pairs:
        may_be_two = any(one.category in _ALSO_IN_PAIRS for one in table)
        return None if may_be_two or not table else Pointing(dangling=True)
    if degree := _by_degree(text, mentions, pairs, pieces.vocabulary):
        return degree
    ids = tuple(one.id for one in pairs)
    chosen = ids if len(ids) == 1 else tuple(one for one in ids if one in session.focus)
    if len(chosen) == 1:
        return Pointing(chosen, explicit=True)
    return Pointing(ids[:_MOST_ASKED_ABOUT], several=True)


def _earrings(pieces: Iterable[Product]) -> list[Product]:
    return [one for one in pieces if one.category == "earrings"]


# ------------------------------------------------------------------ descriptions


def _by_description(
    text: str, mentions: Sequence[Mention], session: Session, pieces: Pieces
) -> Pointing | None:
    """'That pair of earrings', '那对珍珠耳环', 'the pearl one', of what is or was on the table."""
    described = _pointed_mentions(text, mentions)
    if not described:
        return None
    table = _known(session.shown, pieces)
    earlier = _known((one for one in reversed(session.seen) if one not in session.shown), pieces)
    groups = [table + earlier] if words.EARLIER.search(text) else [table, earlier]
    for group in groups:
        fits = tuple(one.id for one in _fitting(group, described, pieces.vocabulary))
        if not fits:
            continue
        talked_of = tuple(one for one in session.focus if one in fits)
        if len(fits) == 1 or (words.PLURAL.search(text) and group == table):
            return Pointing(fits, described, explicit=True)
        if len(talked_of) == 1:
            return Pointing(talked_of, described, explicit=True)
        return Pointing(fits[:_MOST_ASKED_ABOUT], described, several=True)
    return Pointing(never_shown=True)


def _the_only_one(
    text: str,
    mentions: Sequence[Mention],
    table: Sequence[Product],
    session: Session,
    vocabulary: Vocabulary,
) -> Pointing | None:
    """'What is the necklace made of', '项链多少钱', with one necklace on the table. Of a set it is
    the piece in the necklace's place, be it a pendant."""
    kinds = [one for one in mentions if "category" in one.means]
    if len(kinds) != 1 or len(table) < 2 or not words.ASKS_OF_PIECE.search(text):
        return None
    the_kind = kinds[0]
    is_the = words.THE_BEFORE.search(text[: the_kind.start])
    is_asked = words.KIND_ASKED.match(text[the_kind.end :]) and not text[: the_kind.start].strip()
    described = tuple(one for one in mentions if _describes_a_piece(one))
    fits = [product.id for product in _fitting(table, described, vocabulary)]
    if not fits and session.has_set_on_table and session.set_wish:
        places = zip(session.set_wish.members, session.set_pieces, strict=False)
        fits = [one for member, one in places if member.category in the_kind.means["category"]]
    if (is_the or is_asked) and len(fits) == 1:
        return Pointing(tuple(fits), described, explicit=True)
    return None


def _pointed_mentions(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    asks = bool(words.ASKS_OF_PIECE.search(text))
    seen_before = bool(words.EARLIER.search(text))
    found: list[Mention] = []
    for mention in mentions:
        before, after = text[: mention.start], text[mention.end :]
        the_one = bool(words.THE_BEFORE.search(before)) and bool(
            seen_before or words.ONE_AFTER.match(after) or (asks and words.ONES_AFTER.match(after))
        )
        if words.LOOK_AFTER.match(after):
            continue  # 'that vintage look'
        points = (
            the_one
            or bool(words.POINTING_BEFORE.search(before))
            or bool(words.MEASURE_AFTER.match(after))
        )
        if (points or _adjoins(text, found, mention)) and _describes_a_piece(mention):
            found.append(mention)
    return tuple(found)


def _describes_a_piece(mention: Mention) -> bool:
    return bool(mention.means) and not {"recipient", "occasion"} & set(mention.means)


def _fitting(
    pieces: Iterable[Product], described: Iterable[Mention], vocabulary: Vocabulary
) -> list[Product]:
    wanted: dict[str, tuple[str, ...]] = {}
    for mention in described:
        wanted.update(mention.means)
    return [
        product
        for product in pieces
        if all(_has(product, slot, terms, vocabulary) for slot, terms in wanted.items())
    ]


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


# ------------------------------------------------------------------ pronouns


def _the_other(text: str, table: Sequence[Product], session: Session) -> Pointing | None:
    """'The other one': what is left of the table after the piece talked of."""
    if not words.OTHER.search(text) or len(session.focus) != 1:
        return None
    left = tuple(one.id for one in table if one.id not in session.focus)
    if len(left) == 1:
        return Pointing(left, explicit=True)
    return Pointing(left[:_MOST_ASKED_ABOUT], several=True) if left else None


def _by_pronoun(text: str, table: Sequence[Product], session: Session) -> Pointing:
    if words.BOTH.search(text) and len(table) > 1:
        pair = session.focus if len(session.focus) == 2 else tuple(p.id for p in table[:2])
        return Pointing(pair, explicit=True)
    text = words.EXPLETIVE.sub(" ", text)
    if words.PLURAL.search(text):
        return Pointing(session.focus if len(session.focus) > 1 else session.shown)
    if words.PRONOUN.search(text):
        if session.focus:
            return Pointing(session.focus)
        if len(table) == 1:
            return Pointing((table[0].id,))
        return Pointing(several=len(table) > 1, dangling=not table)
    return Pointing()
