"""What may be said of jade: places and letters need a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import GB_16552, GB_16553, GB_38821, Hit, Rule
from assistant.catalogue.lint.stones import JADES
from assistant.catalogue.lint.words import first_meant, labelling
from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

_HETIAN_PLACES = re.compile(
    r"新疆|籽料|子料|籽玉|若羌|于田|且末|青海料|俄料|韩料"
    r"|\bxinjiang\b|\b(?:from|mined in) (?:hetian|hotan|khotan)\b"
    r"|\b(?:seed|river)[\s-](?:jade|pebble)",
    re.I,
)
_A_JADE = re.compile(r"A\s?货|\b(?:type|grade)[\s-]A\b|\bA[\s-]?jade\b", re.I)
_BC_JADE = re.compile(r"[BC]\s?(?:\+\s?C\s?)?货|\b(?:type|grade)[\s-][BC]\b", re.I)


def hetian_origin(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.certificate is not None:
        return
    if not any(stone.stone in ("nephrite", "jade") for stone in product.stones):
        return
    for field, _language, text in labelling(product):
        if said := first_meant(text, _HETIAN_PLACES):
            yield Hit(
                field,
                said,
                "和田玉 names a kind of stone, not a place, and no document here backs a place "
                "or a river pebble. Take it out, or record the certificate that states it.",
            )


def jade_letters(product: Product, _: Vocabulary) -> Iterator[Hit]:
    treatments = {stone.treatment for stone in product.stones if stone.stone in JADES}
    if not treatments:
        return
    treated = treatments - {None, "none"}
    for field, _language, text in labelling(product):
        said = first_meant(text, _A_JADE)
        if said and treated:
            yield Hit(
                field,
                said,
                f"A means untreated; the record says {', '.join(sorted(map(str, treated)))}.",
            )
        elif said and product.certificate is None:
            yield Hit(
                field,
                said,
                "A货 is a test result. Record laboratory and report number, or drop it.",
            )
        letters = first_meant(text, _BC_JADE)
        if letters and treatments == {"none"}:
            yield Hit(field, letters, "B and C mean treated; the record says untreated.")


RULES = (
    Rule("hetian-origin", "和田玉 with a place or 籽料 needs a document.", GB_38821, hetian_origin),
    Rule(
        "jade-letters",
        "A货 needs a report; letters agree with the treatment.",
        f"{GB_16552}; {GB_16553}",
        jade_letters,
    ),
)
