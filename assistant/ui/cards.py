"""Product cards, and the drawer that holds a piece's whole record. All text is escaped."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from html import escape

from assistant.catalogue.product import Product
from assistant.contract import image_url, media_url
from assistant.money import format_money
from assistant.terms import Language, spoken
from assistant.ui.wording import say

# A field of a product in words, None where the record is silent; and the field's name.
InWords = Callable[[Product, str, Language], str | None]
NameOf = Callable[[str, Language], str]

_DRAWER_FIELDS = (
    "category",
    "metal",
    "purity",
    "metal_colour",
    "plating",
    "metal_weight_g",
    "stone",
    "stone_colour",
    "carat",
    "origin",
    "treatment",
    "colour_grade",
    "clarity",
    "cut",
    "setting",
    "clasp",
    "dimensions_mm",
    "length_mm",
    "sizes",
    "nickel",
    "certificate",
    "post_metal",
    "pricing",
    "ships_in_days",
    "resizing",
    "return_days",
    "styles",
    "occasions",
    "care",
)
# Asked of one kind of piece only, or left out by most shops: no row where the record is silent.
_RARE_FIELDS = {"post_metal", "pricing", "ships_in_days", "resizing", "return_days"}
# A band without stones has no clarity, and a bangle cut from one stone no metal.
_STONE_FIELDS = {
    "stone",
    "stone_colour",
    "carat",
    "origin",
    "treatment",
    "colour_grade",
    "clarity",
    "cut",
    "setting",
}
_METAL_FIELDS = {
    "metal",
    "purity",
    "metal_colour",
    "plating",
    "metal_weight_g",
    "setting",
    "clasp",
}
_COMPARED_FIELDS = (
    "price_minor",
    "availability",
    "metal",
    "metal_weight_g",
    "stone",
    "carat",
    "origin",
    "setting",
    "sizes",
    "length_mm",
    "nickel",
    "certificate",
)
_ICONS = {
    "similar": "M4 12a8 8 0 0 1 14-5l2 2M20 12a8 8 0 0 1-14 5l-2-2M20 4v5h-5M4 20v-5h5",
    "compare": "M12 3v18M5 7h14M5 7l-3 7h6zM19 7l-3 7h6z",
    "save": "M6 3h12v18l-6-4.5L6 21z",
}


class CardWriter:
    """Writes cards and drawers as HTML for one shop. What is told of a piece is in ``language``;
    its buttons are in that of the ``page``, where it is another one."""

    def __init__(self, in_words: InWords, name_of: NameOf) -> None:
        self._in_words = in_words
        self._name_of = name_of

    def cards(
        self,
        products: Iterable[tuple[Product, str]],
        saved: Collection[str],
        language: Language,
        page: Language | None = None,
    ) -> str:
        """A grid of cards of (product, why)."""
        page = page or language
        cards = "".join(
            self._card(one, why, self._acts(one, one.id in saved, page), language)
            for one, why in products
        )
        return f'<div class="cards" role="list">{cards}</div>' if cards else ""

    def _card(
        self, product: Product, why: str, acts: str, language: Language, more: str = ""
    ) -> str:
        stock = escape(self._in_words(product, "availability", language) or "")
        facts = " · ".join(
            escape(words)
            for field in ("metal", "stone")
            if (words := self._in_words(product, field, language))
        )
        size = escape(self._size(product, language))
        reason = f'<p class="why">{escape(why)}</p>' if why else ""
        return (
            f'<article class="card" role="listitem" data-sku="{product.id}">'
            f"{self._opener(product, language)}"
            f'<p class="price">{escape(format_money(product.price))}'
            f'<span class="stock {product.availability}">{stock}</span></p>'
            f'<p class="facts">{facts}</p><p class="size">{size}</p>{reason}'
            f'{more}<div class="acts">{acts}</div></article>'
        )

    def _acts(self, product: Product, is_saved: bool, language: Language) -> str:
        name = escape(spoken(product.name, language), quote=True)
        buttons = []
        for act in ("similar", "compare", "save"):
            word = say("unsave" if act == "save" and is_saved else act, language)
            state = self._state(act, is_saved, language)
            buttons.append(
                f'<button class="act {act}" data-act="{act}" data-sku="{product.id}"{state} '
                f'aria-label="{escape(word)}: {name}">'
                f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[act]}"/></svg>'
                f"<span>{escape(word)}</span></button>"
            )
        return "".join(buttons)

    def _state(self, act: str, is_saved: bool, language: Language) -> str:
        """What a button is in; the page's script flips it at once, with the words it brings."""
        if act == "similar":
            return ""
        if act == "compare":
            return ' aria-pressed="false"'
        on, off = (escape(say(key, language), quote=True) for key in ("unsave", "save"))
        return f' aria-pressed="{str(is_saved).lower()}" data-on="{on}" data-off="{off}"'

    def _size(self, product: Product, language: Language) -> str:
        """With a unit that does not stand alone on the next line."""
        if product.sizes:
            shown = ", ".join(f"{size.mm:g}" for size in product.sizes[:4])
            more = "…" if len(product.sizes) > 4 else ""
            words = f"{say('sizes', language)} {shown} mm{more}"
        elif product.length_mm:
            words = f"{self._name_of('length_mm', language)} {product.length_mm:g} mm"
        else:
            words = self._in_words(product, "dimensions_mm", language) or ""
        return words.replace(" mm", "\u00a0mm")

    def set_of_pieces(  # noqa: PLR0913 - what the page shows of a set meets here
        self,
        products: Sequence[Product],
        notes: Sequence[str],
        swaps: Sequence[str],
        total: str,
        saved: Collection[str],
        language: Language,
        page: Language | None = None,
    ) -> str:
        """A set: its pieces, each with its note (whose it is, in which size; '' for none) and a
        button that says ``swaps`` of it; ``total`` in words."""
        page = page or language
        cards = "".join(
            self._card(
                one,
                note,
                self._acts(one, one.id in saved, page),
                language,
                self._swap(one, said, page),
            )
            for one, note, said in zip(products, notes, swaps, strict=True)
        )
        count = escape(say("set_members", language).format(len(products)))
        return (
            f'<div class="set"><div class="cards" role="list">{cards}</div>'
            f'<p class="total"><small>{count}</small> <b>{escape(total)}</b></p></div>'
        )

    def _swap(self, product: Product, said: str, language: Language) -> str:
        if not said:
            return ""
        word, name = escape(say("swap", language)), escape(spoken(product.name, language))
        return (
            f'<button class="swap" data-act="say" data-say="{escape(said, quote=True)}" '
            f'aria-label="{word}: {name}">{word}</button>'
        )

    def comparison(
        self,
        products: Sequence[Product],
        saved: Collection[str],
        language: Language,
        page: Language | None = None,
    ) -> str:
        """Pieces side by side, a row a field, those where they differ marked and first. The roles
        are written out, for a phone lays the rows out as a grid, which would undo them."""
        heads = "".join(
            f'<th scope="col" role="columnheader" class="card" data-sku="{one.id}">'
            f"{self._opener(one, language)}</th>"
            for one in products
        )
        differ, same = [], []
        for field in _COMPARED_FIELDS:
            told = [self._in_words(one, field, language) for one in products]
            if len(set(told)) > 1:
                differ.append(self._row(field, told, language))
            elif any(told):
                same.append(self._row(field, told, language))
        buttons = [self._acts(one, one.id in saved, page or language) for one in products]
        acts = "".join(f'<td role="cell"><div class="acts">{one}</div></td>' for one in buttons)
        corner = '<td role="cell" class="corner"></td>'
        return (
            '<div class="versus" role="region" tabindex="0" '
            f'aria-label="{escape(say("compare", language))}"><table role="table">'
            f'<thead role="rowgroup"><tr role="row">{corner}{heads}</tr></thead>'
            f'<tbody role="rowgroup">{"".join(differ + same)}<tr role="row">{corner}{acts}</tr>'
            "</tbody></table></div>"
        )

    def _row(self, field: str, told: Sequence[str | None], language: Language) -> str:
        cells = "".join(f'<td role="cell">{self._stated(words, language)}</td>' for words in told)
        mark = ' class="differ"' if len(set(told)) > 1 else ""
        name = escape(self._name_of(field, language))
        return f'<tr role="row"{mark}><th scope="row" role="rowheader">{name}</th>{cells}</tr>'

    def _opener(self, product: Product, language: Language) -> str:
        """The picture and name of a piece, opening its facts."""
        name = escape(spoken(product.name, language), quote=True)
        return (
            f'<button class="open" data-act="facts" data-sku="{product.id}" '
            f'aria-label="{name}: {escape(say("facts", language))}">'
            f"{picture(product, language)}"
            f'<span class="name">{name}</span></button>'
        )

    def _stated(self, words: str | None, language: Language) -> str:
        if words:
            return escape(words)
        return f'<i class="silent">{escape(say("not_stated", language))}</i>'

    def drawer(
        self, product: Product, is_saved: bool, language: Language, number: int, steps: str = ""
    ) -> str:
        """The whole record; what it does not state is said. ``steps`` is HTML that goes before."""
        silent = set() if product.stones else _STONE_FIELDS
        silent = silent if product.metal or not product.stones else _METAL_FIELDS
        rows = "".join(
            f"<dt>{escape(self._name_of(field, language))}</dt>"
            f"<dd>{self._stated(self._field(product, field, language), language)}</dd>"
            for field in _DRAWER_FIELDS
            if field not in silent
            and (field not in _RARE_FIELDS or self._in_words(product, field, language))
        )
        body = (
            f'<div class="views">{picture(product, language)}{more_pictures(product)}</div>'
            f'<p class="price"><b>{escape(format_money(product.price))}</b>'
            f'<span class="stock {product.availability}">'
            f"{escape(self._in_words(product, 'availability', language) or '')}</span></p>"
            f'<p class="lead">{escape(spoken(product.description, language))}</p>'
            f'<div class="acts">{self._acts(product, is_saved, language)}</div>{steps}'
            f"<dl>{rows}</dl>"
            f'<p class="id">{product.id}</p>'
        )
        return drawer(spoken(product.name, language), body, language, number)

    def _field(self, product: Product, field: str, language: Language) -> str | None:
        words = self._in_words(product, field, language)
        if field == "certificate" and words and product.certificate_number:
            return f"{words} {product.certificate_number}"
        return words


def picture(product: Product, language: Language) -> str:
    """The piece's picture; a quiet empty frame where the merchant gave none."""
    address = image_url(product)
    if address is None:
        return f'<span class="nopicture">{escape(say("no_picture", language))}</span>'
    alt = escape(spoken(product.image_alt, language), quote=True)
    return (
        f'<img src="{escape(address, quote=True)}" alt="{alt}" loading="lazy" '
        'width="640" height="640">'
    )


def more_pictures(product: Product) -> str:
    """Other views of the piece; the first picture's words already say what they show."""
    return "".join(
        f'<img src="{escape(media_url(one), quote=True)}" alt="" loading="lazy" '
        'width="480" height="480">'
        for one in product.more_images
    )


def drawer(title: str, body: str, language: Language, number: int) -> str:
    """A panel over the page; the page's script opens the one it asked for by ``number``."""
    return (
        '<div class="scrim" data-act="close"></div>'
        f'<aside class="drawer" role="dialog" aria-modal="true" aria-label="{escape(title)}" '
        f'data-n="{number}" '
        f'tabindex="-1"><header><h2>{escape(title)}</h2>'
        f'<button class="close" data-act="close" aria-label="{escape(say("close", language))}">'
        "&times;</button></header>"
        f'<div class="body">{body}</div></aside>'
    )
