"""What a cell says of a metal, and what only resembles it."""

from __future__ import annotations

import pytest

from assistant.catalogue.feeds.errors import Unreadable
from assistant.catalogue.feeds.facts import read_category
from assistant.catalogue.feeds.wording import TermReader, read_wearer


@pytest.mark.parametrize(
    ("cell", "stated"),
    [
        ("14K Gold", {"metal": "gold", "purity": "14k"}),
        ("14 kt. Gold", {"metal": "gold", "purity": "14k"}),
        ("Sterling Silver", {"metal": "silver", "purity": "925"}),
        ("Rose Gold", {"metal": "gold", "metal_colour": "rose"}),
        ("18K White Gold", {"metal": "gold", "metal_colour": "white", "purity": "18k"}),
        ("Goldtone", {"metal_colour": "yellow"}),
        ("gold-toned", {"metal_colour": "yellow"}),
        ("Golden", {"metal_colour": "yellow"}),
        ("Silvertone", {"metal_colour": "white"}),
        ("Gold-plated", {"plating": "gold plate"}),
        ("18K Gold-Plated", {"plating": "gold plate"}),
        ("14k rose gold plated", {"plating": "rose gold plate"}),
        (
            "14K Gold Plated Sterling Silver",
            {"metal": "silver", "purity": "925", "plating": "gold plate"},
        ),
        ("Gold Vermeil", {"metal": "silver", "plating": "gold vermeil"}),
        ("14K Gold Filled", {}),
        ("Silver-plated", {}),
        ("White gold plated", {}),
        ("Brass, gold finish", {"metal": "brass", "metal_colour": "yellow"}),
        ("18K金", {"metal": "gold", "purity": "18k"}),
        ("镀18K金", {"plating": "gold plate"}),
        ("925银镀金", {"metal": "silver", "purity": "925", "plating": "gold plate"}),
        ("足金999", {"metal": "gold", "purity": "999"}),
        ("750 gold", {"metal": "gold", "purity": "18k"}),
        ("Pt950铂金", {"metal": "platinum", "purity": "pt950"}),
    ],
)
def test_a_material(terms: TermReader, cell: str, stated: dict[str, str]) -> None:
    found: dict[str, str] = {}
    for mention in terms.mentions(cell):
        found.update({slot: values[0] for slot, values in mention.means.items()})
    assert found == stated


@pytest.mark.parametrize(
    "cell", ["faux pearl", "imitation pearls", "simulated diamond", "diamond-cut", "ruby-colored",
             "Ruby red", "crystal", "glass pearl", "mother-of-pearl"]
)  # fmt: skip
def test_what_resembles_a_stone_is_none(terms: TermReader, cell: str) -> None:
    assert terms.terms(cell, "stone") == []


@pytest.mark.parametrize(
    ("cell", "stone"),
    [("Rubies", "ruby"), ("rubies", "ruby"), ("Freshwater Pearls", "freshwater pearl"),
     ("翡翠", "jadeite"), ("Lab-grown diamond", "diamond")],
)  # fmt: skip
def test_a_stone_in_the_plural_and_in_chinese(terms: TermReader, cell: str, stone: str) -> None:
    assert terms.terms(cell, "stone") == [(stone,)]


@pytest.mark.parametrize(
    ("cell", "category"),
    [
        ("Earrings", "earrings"),
        ("earring", "earrings"),
        ("mens-watches", "watch"),
        ("Apparel & Accessories > Jewelry > Necklaces", "necklace"),
        ("196", "necklace"),
        ("Charms & Pendants", "pendant"),
        ("Charm Bracelets", "bracelet"),
        ("Pendant with ring", "pendant"),
        ("Pendant Necklace", "pendant"),
        ("Brooches", "brooch"),
        ("钻石戒指", "ring"),
        ("腕表", "watch"),
    ],
)
def test_a_category_is_the_head_of_its_phrase(terms: TermReader, cell: str, category: str) -> None:
    assert read_category(cell, terms) == category


@pytest.mark.parametrize(
    "cell",
    [
        "Jewelry",
        "womens-jewellery",
        "Rings, Necklaces",
        "188",
        "Mugs",
        "Ring Dish",
        "Earring Holders",
    ],
)
def test_a_cell_of_no_or_several_categories_is_refused(terms: TermReader, cell: str) -> None:
    with pytest.raises(Unreadable):
        read_category(cell, terms)


@pytest.mark.parametrize(
    ("cell", "wearer"),
    [("F", "women"), ("M", "men"), ("mens-watches", "men"), ("womens-watches", "women"),
     ("Women's", "women"), ("unisex", "unisex"), ("女款", "women"), ("男", "men"),
     ("男女同款", "unisex"), ("men, women", "unisex"), ("kids", None), ("watch", None)],
)  # fmt: skip
def test_who_wears_it(cell: str, wearer: str | None) -> None:
    assert read_wearer(cell) == wearer
