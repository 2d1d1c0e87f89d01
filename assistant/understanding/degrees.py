"""What pieces on the table are told apart by: 'the cheaper', 最重的, 'the longest two'."""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.catalogue.product import Product
from assistant.understanding import pointing_words as words


def _price(product: Product) -> float | None:
    return product.price.minor


def _weight(product: Product) -> float | None:
    return product.metal_weight_g


def _bigness(product: Product) -> float | None:
    carat = product.main_stone.carat if product.main_stone else None
    return carat or max(product.dimensions_mm.values(), default=None)


def _length(product: Product) -> float | None:
    return product.length_mm


_CHEAP = r"\b(?:cheap(?:er|est)?|(?:less|least) expensive|more affordable)\b|便宜|实惠"
_DEAR = (
    r"\b(?:(?:more|most) expensive|dear(?:er|est)|pric(?:ier|iest)|expensive)\b|"
    r"(?:最|更|比?较)?贵(?!妃)"
)
_MORE, _SOME = "(?:最|更|比?较)?", "(?:一)?(?:点|些)?的"
# What pieces on the table are told apart by: pattern, measure, whether the greatest is meant.
DEGREES: tuple[tuple[re.Pattern[str], Callable[[Product], float | None], bool], ...] = tuple(
    (re.compile(pattern), measure, greatest)
    for pattern, measure, greatest in (
        (_CHEAP, _price, False),
        (_DEAR, _price, True),
        (rf"\b(?:heavi(?:er|est)|heavy)\b|{_MORE}重{_SOME}", _weight, True),
        (rf"\blight(?:er|est)\b|{_MORE}轻{_SOME}", _weight, False),
        (rf"\b(?:bigg|larg)(?:er|est)\b|{_MORE}大{_SOME}", _bigness, True),
        (rf"\bsmall(?:er|est)\b|{_MORE}小{_SOME}", _bigness, False),
        (rf"\blong(?:er|est)\b|{_MORE}长{_SOME}", _length, True),
        (rf"\bshort(?:er|est)\b|{_MORE}短{_SOME}", _length, False),
    )
)
_FEW = {"two": 2, "两": 2, "2": 2, "three": 3, "三": 3, "3": 3}


def how_many(text: str) -> int:
    """How many a superlative counts: 'the cheapest two' are two, 'the cheapest' is one."""
    counted = words.COUNTED.search(text)
    word = next((group for group in counted.groups() if group), "") if counted else ""
    return _FEW.get(word, 1)
