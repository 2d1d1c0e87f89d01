"""Numbers of one record that have to agree, and documents that have to be whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.catalogue.lint.rule import GENERAL, Hit, Rule
from assistant.catalogue.lint.words import labelling
from assistant.catalogue.product import Product, Stone
from assistant.measures import GRAMS_PER_CARAT
from assistant.money import Money, format_money
from assistant.terms import Vocabulary

TOO_FAR = 2.0  # a stone's weight may differ from that of its measures by this factor
SPECIFIC_GRAVITY = {  # g/cm3: GIA Gem Reference Guide and the usual gemmological tables
    "diamond": 3.52, "moissanite": 3.22, "cubic zirconia": 5.80, "ruby": 4.00, "sapphire": 4.00,
    "emerald": 2.72, "jadeite": 3.34, "nephrite": 2.95, "akoya pearl": 2.72, "pearl": 2.70,
    "freshwater pearl": 2.70, "south sea pearl": 2.72, "tahitian pearl": 2.72, "amethyst": 2.66,
    "citrine": 2.66, "garnet": 3.95, "aquamarine": 2.72, "morganite": 2.74, "topaz": 3.53,
    "peridot": 3.34, "opal": 2.10, "turquoise": 2.76, "tourmaline": 3.06, "tanzanite": 3.35,
    "onyx": 2.60, "agate": 2.60, "moonstone": 2.58, "lapis lazuli": 2.75, "amber": 1.08,
    "coral": 2.65, "alexandrite": 3.73, "spinel": 3.60, "malachite": 3.95, "rose quartz": 2.66,
    "labradorite": 2.70, "iolite": 2.61, "zircon": 4.70, "quartz": 2.66,
}  # fmt: skip
# Share of the box length x width x depth that a cut fills, and its depth as a share of its width,
# from the weight formulas of the trade (GIA): a round of 6.5 mm comes to one carat of diamond.
FILLED = {
    "round": (0.36, 0.60), "oval": (0.40, 0.60), "cushion": (0.44, 0.62), "princess": (0.46, 0.72),
    "emerald cut": (0.50, 0.62), "asscher": (0.50, 0.64), "radiant": (0.49, 0.64),
    "pear": (0.36, 0.60), "marquise": (0.33, 0.60), "heart": (0.37, 0.58), "baguette": (0.54, 0.55),
    "cabochon": (0.52, 0.50), "bead": (0.5236, 1.0),
}  # fmt: skip
_ADJUSTABLE = re.compile(r"\badjust(?:able|s)\b|\bopen(?:-ended)? (?:ring|band)\b|可调|开口", re.I)


def expected_carat(stone: Stone) -> float | None:
    """Weight in carat of all stones of a group by their measures; None where too little is known.

    mm3 x g/cm3 is mg. ``length_mm`` and ``width_mm`` are one stone's.
    """
    gravity, cut = SPECIFIC_GRAVITY.get(stone.stone), FILLED.get(stone.cut or "")
    if not gravity or not cut or not stone.length_mm or not stone.width_mm or not stone.count:
        return None
    share, depth = cut
    shorter, longer = sorted((stone.length_mm, stone.width_mm))
    volume_mm3 = share * longer * shorter * shorter * depth
    return stone.count * volume_mm3 * gravity / (GRAMS_PER_CARAT * 1000)


def carat_against_size(product: Product, vocabulary: Vocabulary) -> Iterator[Hit]:
    for stone in product.stones:
        expected = expected_carat(stone)
        if expected is None or stone.carat is None:
            continue
        if not expected / TOO_FAR <= stone.carat <= expected * TOO_FAR:
            name = vocabulary.label("stone", stone.stone, "en")
            yield Hit(
                "stones.carat",
                f"{stone.carat:g} ct",
                f"{stone.count} × {name} of {stone.length_mm:g} × {stone.width_mm:g} mm weigh "
                f"about {expected:.2g} ct. Check carat, which is that of all stones, measures "
                "and count.",
            )


def certificate_without_number(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.certificate and not product.certificate_number:
        yield Hit(
            "certificate_number",
            "not stated",
            f"A {product.certificate.upper()} report is named and cannot be looked up. Copy its "
            "number from the document.",
        )


def ring_without_sizes(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.category != "ring" or product.sizes:
        return
    if any(_ADJUSTABLE.search(text) for _, _, text in labelling(product)):
        return
    yield Hit(
        "sizes",
        "none",
        "A ring nobody can order: give the inner circumference in mm of each size, or say that it "
        "is adjustable.",
    )


def weight_price(product: Product, _: Vocabulary) -> Iterator[Hit]:
    pricing = product.pricing
    if pricing is None or pricing.mode != "by weight":
        return
    parts = (pricing.metal_minor_per_g, pricing.labour_minor, product.metal_weight_g)
    if parts[0] is None or parts[1] is None or parts[2] is None:
        yield Hit(
            "pricing",
            "by weight",
            "A price by weight shows the metal's price a gram, the grams and the labour; one of "
            "them is missing.",
        )
        return
    total = round(parts[0] * parts[2]) + parts[1]
    if abs(total - product.price.minor) > 1:  # a minor unit of rounding
        yield Hit(
            "price",
            format_money(product.price),
            f"Grams times the price a gram plus labour come to "
            f"{format_money(Money(total, product.price.currency))}. Correct price, rate, grams or "
            "labour.",
        )


def price_of_nothing(product: Product, _: Vocabulary) -> Iterator[Hit]:
    if product.price.minor <= 0:
        yield Hit("price", str(product.price.minor), "A price of nothing. Fill in the price.")


RULES = (
    Rule(
        "carat-against-size",
        "Carats agree with millimetres to a factor of two.",
        f"{GENERAL}: weight formulas by specific gravity",
        carat_against_size,
    ),
    Rule(
        "certificate-without-number",
        "A named report has its number.",
        GENERAL,
        certificate_without_number,
    ),
    Rule("ring-without-sizes", "A ring has sizes.", GENERAL, ring_without_sizes),
    Rule("weight-price", "A price by weight adds up.", GENERAL, weight_price),
    Rule("price-of-nothing", "A price is above zero.", GENERAL, price_of_nothing),
)
