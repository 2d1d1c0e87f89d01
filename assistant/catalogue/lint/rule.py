"""What a trade rule is, and the sources that rules rest on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.catalogue.product import Product
from assistant.terms import Vocabulary

# Chinese standards, as the trade press and test houses report them (their text is sold, not free).
GB_11887 = "GB 11887-2012 with change 1 (in force 2016-05-04): names of precious metals"
GB_16552 = "GB/T 16552-2017: names of gems; treated stones carry the word 处理"
GB_16553 = "GB/T 16553-2017: gem testing; a report states species and treatment"
GB_16554 = "GB/T 16554-2017: diamond grading"
GB_38821 = "GB/T 38821-2020: Hetian jade; the name does not state an origin"
# United States, 16 CFR part 23 as revised 2018-08-16.
FTC_GOLD = "FTC Jewelry Guides, 16 CFR 23: gold content, plating and filled gold"
FTC_SILVER = "FTC Jewelry Guides, 16 CFR 23.5: silver content"
FTC_VERMEIL = "FTC Jewelry Guides, 16 CFR 23: vermeil is sterling with 2.5 µm of 10k gold or finer"
FTC_DIAMOND = "FTC Jewelry Guides, 16 CFR 23.12: the word diamond"
FTC_FLAWLESS = "FTC Jewelry Guides, 16 CFR 23.13 and 23.28: flawless, perfect"
FTC_PEARL = "FTC Jewelry Guides, 16 CFR 23.20 and 23.21: pearls, cultured and imitation"
FTC_TREATMENT = "FTC Jewelry Guides, 16 CFR 23.24: treatments of gemstones"
FTC_GEM = "FTC Jewelry Guides, 16 CFR 23.25 and 23.26: gem names, laboratory-grown, natural"
# Europe and trade bodies.
REACH_NICKEL = "EU REACH Annex XVII entry 27: nickel released, not nickel contained"
UK_HALLMARKING = "UK Hallmarking Act 1973: fineness is part of a description of precious metal"
CIBJO = "CIBJO Blue Books (diamond, gemstone, pearl): disclosure in plain words"
GENERAL = "general knowledge of the trade"


@dataclass(frozen=True)
class Hit:
    """What one rule saw in one product. ``why`` says what is wrong and what to do about it."""

    field: str
    value: str
    why: str


@dataclass(frozen=True)
class Finding:
    """A hit with its product, its rule and the rule's source."""

    product_id: str
    rule: str
    field: str
    value: str
    why: str
    source: str


@dataclass(frozen=True)
class Rule:
    """A trade rule: its stable name, what it asks for, where it comes from, and the check."""

    name: str
    asks: str
    source: str
    check: Callable[[Product, Vocabulary], Iterator[Hit]]
