"""Single facts of a product out of its cells. What is not stated stays None, () or {}."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.catalogue.feeds.cells import Cell, Piece
from assistant.catalogue.feeds.dates import read_period
from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.mapping import DIMENSIONS, FeedMapping
from assistant.catalogue.feeds.numbers import (
    Kind,
    read_days,
    read_flag,
    read_measure,
    read_price,
    read_return_days,
    unit_fits,
)
from assistant.catalogue.feeds.sizes import LENGTH_CATEGORIES, fits_all
from assistant.catalogue.feeds.variants import Shelf
from assistant.catalogue.feeds.wording import TermReader, read_wearer
from assistant.catalogue.product import Nickel, Product, Service, Wearer
from assistant.catalogue.record import ID_PATTERN, is_page_address
from assistant.catalogue.staff import StaffRecord, Variant
from assistant.money import Money

_MOST_TAGS = 50
_LONGEST_TAG = 60
# Google's product taxonomy by number; the feed may give the number alone.
_TAXONOMY: Mapping[str, str] = {
    **{"189": "anklet", "191": "bracelet", "192": "pendant", "194": "earrings"},
    **{"196": "necklace", "197": "brooch", "200": "ring", "201": "watch"},
    "6463": "jewellery set",
}
_VAGUE = re.compile(r"jewel|jewl|accessor|apparel|fashion|gift|饰|珠宝|礼")
_FOR_JEWELLERY = re.compile(
    r"\b(?:box|dish|tray|stand|holder|hanger|organi[sz]er|sizer|cleaner|cloth|polish|tree)(?:e?s)?$"
    r"|首饰盒|收纳|擦银|展示架|清洁"
)
_ON_A_CHAIN = frozenset({"pendant", "necklace"})  # merchants file one under the other
# What stands after these words is no longer what the piece is: 'pendant with ring'.
_ASIDE = re.compile(r"\b(?:with|for|from|by|on|in|of)\b|\(|配|送")


def read_category_of(piece: Piece, terms: TermReader) -> str:
    """The category, which a product cannot do without. Raises LeftRow.

    A name may tell it where the category column is empty or says 'jewelry' and the like; not
    where it says something else: a 'Ring Dish' filed under 'Homeware' is no ring.
    """
    names = piece.mapping.columns("name")
    strange: list[str] = []

    def category(cell: Cell) -> str:
        if strange and cell.source.column in names:
            raise Unreadable(f"filed under '{strange[0]}'")
        try:
            return read_category(cell.words, terms)
        except Unreadable:
            if not is_vague(cell.words):
                strange.append(cell.words[:40])
            raise

    return piece.need("category", category)


def is_vague(category: str) -> bool:
    """'Jewelry', 'accessories': a category that leaves open what the piece is."""
    return _VAGUE.search(category.casefold()) is not None


def read_category(words: str, terms: TermReader) -> str:
    """'Apparel > Jewelry > Necklaces', 'mens-watches', '钻石戒指' as a category. The last noun of a
    phrase is its head: a charm bracelet is a bracelet. Raises Unreadable."""
    words = _TAXONOMY.get(words, words)
    for level in reversed(words.split(">")):
        head = _ASIDE.split(level, maxsplit=1)[0]
        if _FOR_JEWELLERY.search(head.casefold()):
            raise Unreadable("something for jewellery, not a piece of it")
        several = {
            found[-1][0]
            for part in re.split(r"[,;|/&、，；+]", head)
            if (found := terms.terms(part, "category"))
        }
        if len(several) == 1:
            return several.pop()
        if several:
            raise Unreadable(f"several categories: {', '.join(sorted(several))}")
    known = ", ".join(terms.vocabulary.values("category"))
    raise Unreadable(f"no category of the vocabulary ({known}); a vocabulary file can add one")


def check_category(piece: Piece, terms: TermReader, name: str) -> None:
    """Warns where the name speaks of other categories than the one stated."""
    named = {value for values in terms.terms(name, "category") for value in values}
    if named & _ON_A_CHAIN and piece.category in _ON_A_CHAIN:
        return
    if named and piece.category not in named:
        other = ", ".join(sorted(named))
        piece.warn("category", piece.category or "", f"the name speaks of {other}; column kept")


def check_on_sale(piece: Piece) -> None:
    """Raises LeftRow for a product that the feed itself keeps off sale."""
    for cell in piece.cells("status"):
        if cell.words.casefold() in _OFF_SALE:
            raise piece.left("status", cell.words, "not on sale", "left_out")


_OFF_SALE = frozenset(
    {"draft", "archived", "unlisted", "inactive", "disabled", "hidden", "false", "no", "0"}
    | {"unpublished", "deleted", "-1", "下架", "已下架", "草稿", "停用", "否"}
)


def fit_id(piece: Piece, given: str) -> str:
    """An id as the shop's addresses can carry it; other characters become dashes."""
    if ID_PATTERN.fullmatch(given):
        return given
    fitted = re.sub(r"[^A-Za-z0-9._-]+", "-", given)[:64].strip("-._")
    if not fitted or len(given) > 200:
        raise piece.left("id", given, "expected 1 to 64 letters, digits, dots or dashes")
    piece.warn("id", given, f"stands in the shop as {fitted}")
    return fitted


def read_price_of(piece: Piece, mapping: FeedMapping, today: date) -> Money:
    """The price to pay: a sale price that is lower and whose days have come. Raises LeftRow."""
    row = piece.rows[0]
    stated = piece.cell("currency", row)
    currency = stated.words.upper() if stated else mapping.currency
    if currency is not None and not re.fullmatch("[A-Z]{3}", currency):
        raise piece.left("currency", currency, "expected an ISO 4217 code such as CNY")

    def money(cell: Cell) -> Money:
        return read_price(cell.words, currency, mapping.decimal)

    before = len(piece.problems)
    price = piece.read("price", money, row)
    if price is None:
        told = piece.problems[before:]
        words = (told[0].value, told[0].reason) if told else ("", "no price")
        raise piece.left("price", *words)
    sale = piece.read("sale_price", money, row)
    if sale is None or sale.currency != price.currency or not _is_on(piece, today):
        return price
    if sale.minor > price.minor:
        piece.warn("sale_price", str(sale.minor), "above the price; the price is kept")
        return price
    return sale


def _is_on(piece: Piece, today: date) -> bool:
    """Is the sale on? Without days it is; days that cannot be read leave it off."""

    if piece.cell("sale_period", piece.rows[0]) is None:
        return True
    days = piece.read("sale_period", lambda cell: read_period(cell.words), piece.rows[0])
    return days is not None and days[0] <= today <= days[1]


def read_link(piece: Piece) -> str | None:
    """The merchant's own page of the piece."""

    def link(cell: Cell) -> str:
        if not is_page_address(cell.words):
            raise Unreadable("expected an address such as https://shop.example/ring")
        return cell.words

    return piece.read("link", link)


def read_wearer_of(piece: Piece) -> Wearer | None:
    """Who wears it, where the feed says so."""

    def wearer(cell: Cell) -> Wearer:
        found = read_wearer(cell.words)
        if found is None:
            raise Unreadable("expected women, men or unisex")
        return found

    return piece.read("wearer", wearer)


def read_terms(piece: Piece, name: str, slot: str, terms: TermReader) -> tuple[str, ...]:
    """All terms of a slot that a column names; other words in it are not this column's fault."""
    cell = piece.cell(name)
    found = terms.terms(", ".join(cell.parts()), slot) if cell else []
    return tuple(dict.fromkeys(values[0] for values in found if len(values) == 1))


def read_tags(piece: Piece) -> tuple[str, ...]:
    """The merchant's own tags."""
    cell = piece.cell("tags")
    tags = re.split(r"\s*[,;|，；、]\s*", cell.words) if cell else []
    known = dict.fromkeys(tag for tag in tags if tag and len(tag) <= _LONGEST_TAG)
    if len(known) > _MOST_TAGS or any(len(tag) > _LONGEST_TAG for tag in tags):
        reason = f"more than {_MOST_TAGS} tags, or one over {_LONGEST_TAG} characters"
        piece.warn("tags", cell.words if cell else "", reason)
    return tuple(known)[:_MOST_TAGS]


def read_measured(piece: Piece, name: str, kind: Kind) -> float | None:
    """A measure in mm, carat or g."""
    return piece.read(name, lambda cell: read_measure(cell.words, kind, _unit(cell, kind)))


def _unit(cell: Cell, kind: Kind) -> str | None:
    return cell.unit if cell.unit and unit_fits(cell.unit, kind) else None


def read_dimensions(piece: Piece) -> dict[str, float]:
    """Named measures in mm."""
    read = {name: read_measured(piece, f"dimensions_mm.{name}", "length") for name in DIMENSIONS}
    return {name: mm for name, mm in read.items() if mm is not None}


def read_length(piece: Piece) -> float | None:
    """The length of a chain or bracelet in mm; for those a size is a length too."""
    length = read_measured(piece, "length_mm", "length")
    if length is not None or piece.category not in LENGTH_CATEGORIES:
        return length
    cell = piece.cell("size", piece.rows[0])
    return None if cell is None or fits_all(cell.words) else read_measured(piece, "size", "length")


def read_nickel(piece: Piece) -> Nickel:
    """Only what the feed says in so many words."""

    def nickel(cell: Cell) -> Nickel:
        words = cell.words.casefold()
        if re.search(r"nickel[ -]?free|no nickel|无镍|不含镍", words):
            return "nickel-free"
        if re.search(r"low|低镍", words):
            return "low-release"
        raise Unreadable("expected nickel-free or low release")

    return piece.read("nickel", nickel) or "not-stated"


def read_hypoallergenic(piece: Piece) -> bool | None:
    """Whether the merchant calls it hypoallergenic."""
    return piece.read("hypoallergenic", lambda cell: read_flag(cell.words))


def read_service(piece: Piece) -> Service | None:
    """Shipping and returns of this piece."""
    ships = piece.read("ships_in_days", lambda cell: read_days(cell.words))
    returns = piece.read("return_days", lambda cell: read_return_days(cell.words))
    if ships is None and returns is None:
        return None
    return Service(ships_in_days=ships, return_days=returns)


def with_shelf(piece: Piece, product: Product, shelf: Shelf) -> Product:
    """The product with its sizes and stock, and the days that a piece to order takes."""
    lead = None
    if shelf.availability == "to_order":
        lead = piece.read("lead_time_days", lambda cell: read_days(cell.words))
    return replace(product, sizes=shelf.sizes, availability=shelf.availability, lead_time_days=lead)


def staff_record(
    piece: Piece, product_id: str, variants: Sequence[Variant], price: Money
) -> StaffRecord | None:
    """What only staff may know; None if the feed says nothing of it."""
    cost = piece.read(
        "cost", lambda cell: read_price(cell.words, price.currency, piece.mapping.decimal)
    )
    place = piece.read("case_location", lambda cell: cell.short(80))
    if not variants and cost is None and place is None:
        return None
    return StaffRecord(product_id, tuple(variants), place, cost, {})
