"""Trade rules: each with pieces that break it and neighbours that do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.catalogue.ingest import load_catalogue
from assistant.catalogue.lint import RULES, Finding, format_findings, lint
from assistant.catalogue.lint.figures import expected_carat
from assistant.catalogue.lint.metals import marks
from assistant.catalogue.product import Pricing, Product, Size, Stone
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.money import Money

ASSETS = Path(__file__).parents[2] / "assets"
VOCABULARY = load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")


def stone(kind: str = "ruby", **changes: Any) -> Stone:
    plain = Stone(
        stone=kind,
        colour=None,
        cut="oval",
        count=1,
        carat=None,
        length_mm=None,
        width_mm=None,
        origin="natural",
        treatment=None,
        colour_grade=None,
        clarity=None,
        cut_grade=None,
    )
    return replace(plain, **changes)


def piece(en: str = "Plain Ring", zh: str = "素圈戒指", **changes: Any) -> Product:
    """A gold ring that no rule minds; ``en`` and ``zh`` are its descriptions."""
    fields: dict[str, Any] = {
        "id": "T-1",
        "name": {"en": "Court Ring", "zh": "圆弧戒指"},
        "description": {"en": en, "zh": zh},
        "category": "ring",
        "wearer": None,
        "styles": (),
        "occasions": (),
        "metal": "gold",
        "metal_colour": "yellow",
        "purity": "18k",
        "plating": "none",
        "metal_weight_g": 4.0,
        "stones": (),
        "setting": None,
        "clasp": None,
        "dimensions_mm": {},
        "length_mm": None,
        "sizes": (Size("ring_size_mm", 52.0, "in_stock"),),
        "price": Money(480_000, "CNY"),
        "nickel": "not-stated",
        "certificate": None,
        "certificate_number": None,
        "care": {},
        "availability": None,
        "lead_time_days": None,
        "image": None,
        "image_alt": {},
    }
    return Product(**{**fields, **changes})


def silver(en: str, zh: str = "银戒指", **changes: Any) -> Product:
    alloy = {"metal": "silver", "metal_colour": "white", "purity": "925"}
    return piece(en, zh, **{**alloy, **changes})


def platinum(en: str, zh: str = "铂金戒指", **changes: Any) -> Product:
    alloy = {"metal": "platinum", "metal_colour": "white", "purity": "pt950"}
    return piece(en, zh, **{**alloy, **changes})


def fine(en: str, zh: str, **changes: Any) -> Product:
    return piece(en, zh, purity="999", **changes)


def with_stone(kind: str, en: str, zh: str, certificate: str | None = None, **of: Any) -> Product:
    number = None if certificate is None else "1234567"
    one = stone(kind, **of)
    return piece(en, zh, stones=(one,), certificate=certificate, certificate_number=number)


def named(en: str, zh: str, **changes: Any) -> Product:
    return piece(name={"en": en, "zh": zh}, **changes)


WEIGHED = Pricing("by weight", 117_900, 26_000, date(2026, 11, 20))
ONE_CARAT = {"cut": "round", "length_mm": 6.5, "width_mm": 6.5}

BREAKS: list[tuple[str, Product]] = [
    ("retired-metal-name", fine("24k gold ring", "千足金戒指")),
    ("retired-metal-name", named("Gold Ring", "万足金戒指", purity="9999")),
    ("retired-metal-name", piece(tags=("千足金",), purity="999")),
    ("fine-gold-below-990", piece("18k ring", "足金戒指")),
    ("fine-gold-below-990", piece("A ring of pure gold", "K金戒指", purity="14k")),
    ("fine-gold-below-990", silver("Ring", "足金戒指")),
    ("purity-missing", piece(purity=None)),
    ("purity-missing", silver("Ring", purity=None)),
    ("purity-against-metal", piece(purity="925")),
    ("purity-against-metal", piece(metal="titanium", purity="18k")),
    ("purity-against-words", piece("Earrings with an 18K gold fish hook", "耳环", purity="14k")),
    ("purity-against-words", named("14k Gold Ring", "戒指")),
    ("purity-against-words", piece("Ring", "S925银戒指")),
    ("purity-against-words", platinum("Ring of Pt900", "戒指")),
    ("purity-against-words", platinum("Ring", "Pt900铂金戒指")),
    ("purity-against-words", fine("Ring", "足金（含金量990‰）戒指")),
    ("called-platinum", piece("Ring", "18K白金戒指", metal_colour="white")),
    ("called-platinum", silver("Platinum ring")),
    ("called-platinum", piece("Ring", "铂金戒指", metal="palladium", purity="pd950")),
    ("called-palladium", platinum("A palladium ring")),
    ("called-palladium", platinum("Ring", "钯金戒指")),
    ("called-gold", silver("A gold ring", plating="gold plate")),
    ("called-gold", silver("Ring", "玫瑰金戒指", plating="rose gold plate")),
    ("called-gold", silver("Ring", "金戒指", plating="gold plate")),
    ("called-gold", silver("A gold ring", plating="none")),
    ("called-gold", piece("Ring", "黄金戒指", metal="brass", purity=None, plating="none")),
    ("gold-called-plated", piece("Goldtone lobster clasp", "戒指")),
    ("gold-called-plated", piece("Gold-filled ring", "戒指")),
    ("gold-called-plated", piece("Ring", "镀金戒指")),
    ("vermeil", piece(metal="brass", purity=None, plating="gold vermeil")),
    ("vermeil", silver("Vermeil with 1 micron of gold", plating="gold vermeil")),
    ("vermeil", silver("Vermeil ring", plating="gold plate")),
    ("nickel-free", piece(nickel="nickel-free", metal_colour="white", plating=None)),
    ("nickel-free", piece("A nickel-free ring", "戒指")),
    ("nickel-free", piece("Ring", "无镍戒指", nickel="low-release")),
    ("laboratory-undisclosed", with_stone("diamond", "A diamond", "钻戒", origin="laboratory")),
    (
        "laboratory-undisclosed",
        with_stone("ruby", "A synthetic ruby", "红宝石", origin="laboratory"),
    ),
    (
        "cultured-diamond",
        with_stone("diamond", "A cultured diamond", "培育钻石", origin="laboratory"),
    ),
    ("simulant-called-diamond", with_stone("moissanite", "A moissanite", "莫桑钻戒指")),
    ("simulant-called-diamond", with_stone("cubic zirconia", "A sparkling diamond ring", "戒指")),
    ("simulant-called-diamond", with_stone("zircon", "Zircon", "锆石钻戒")),
    ("zirconia-called-zircon", with_stone("cubic zirconia", "Zirconia", "锆石戒指")),
    ("zirconia-called-zircon", with_stone("cubic zirconia", "A white zircon", "戒指")),
    ("origin-against-words", with_stone("ruby", "A lab-created oval ruby", "红宝石")),
    ("origin-against-words", with_stone("diamond", "Diamond", "培育白色钻石")),
    (
        "origin-against-words",
        with_stone(
            "diamond", "A natural diamond, laboratory-grown", "培育钻石", origin="laboratory"
        ),
    ),
    ("hetian-origin", with_stone("nephrite", "Nephrite", "新疆和田玉籽料")),
    ("hetian-origin", with_stone("nephrite", "Nephrite from Hetian", "和田玉")),
    ("jade-letters", with_stone("jadeite", "Jadeite", "A货翡翠", treatment="none")),
    (
        "jade-letters",
        with_stone("jadeite", "Dyed type A jade", "翡翠（处理）", "ngtc", treatment="dyed"),
    ),
    ("jade-letters", with_stone("jadeite", "Jadeite", "B货翡翠", treatment="none")),
    (
        "treatment-undisclosed",
        with_stone("jadeite", "Jadeite", "翡翠", treatment="bleached and filled"),
    ),
    ("treatment-undisclosed", with_stone("emerald", "Oiled emerald", "祖母绿", treatment="oiled")),
    (
        "treatment-undisclosed",
        with_stone("ruby", "Unheated, not heated ruby", "热处理红宝石", treatment="heated"),
    ),
    ("pearl-kind", with_stone("akoya pearl", "Akoya pearl", "阿古屋珍珠", origin=None)),
    ("sure-of-skin", piece("100% hypoallergenic", "戒指")),
    ("sure-of-skin", piece("Ring", "绝对不过敏的戒指", hypoallergenic=True)),
    ("sure-of-skin", piece("A hypoallergenic ring", "戒指")),
    ("healing", piece("Heals the heart", "戒指")),
    ("healing", piece("Ring", "佩戴可辟邪、改善睡眠")),
    ("investment", piece("A sound investment", "戒指")),
    ("investment", piece("Ring", "保值增值之选")),
    ("flawless", with_stone("diamond", "A flawless diamond", "钻石", clarity="VS1")),
    ("flawless", with_stone("emerald", "Emerald", "完美无瑕的祖母绿")),
    ("wrong-language", piece("Plain ring", "Plain ring")),
    ("wrong-language", piece("圆弧素圈戒指", "圆弧素圈戒指")),
    ("carat-against-size", with_stone("diamond", "Diamond", "钻石", carat=3.0, **ONE_CARAT)),
    (
        "carat-against-size",
        with_stone(
            "pearl", "Cultured pearl", "珍珠", cut="bead", carat=0.5, length_mm=8.0, width_mm=8.0
        ),
    ),
    ("certificate-without-number", piece(certificate="gia")),
    ("ring-without-sizes", piece(sizes=())),
    ("weight-price", fine("Ring", "足金戒指", pricing=WEIGHED, price=Money(500_000, "CNY"))),
    ("weight-price", fine("Ring", "足金戒指", pricing=Pricing("by weight"))),
    ("price-of-nothing", piece(price=Money(0, "CNY"))),
]

FINE: list[tuple[str, Product]] = [
    ("retired-metal-name", fine("24k gold ring", "足金999戒指")),
    ("fine-gold-below-990", fine("999 fine gold", "足金戒指")),
    ("fine-gold-below-990", piece("On a fine gold chain", "比足金更硬的18K金")),
    ("fine-gold-below-990", silver("24k gold-plated", "镀金", plating="gold plate")),
    ("purity-missing", piece(metal="titanium", purity=None)),
    ("purity-missing", piece(metal=None, purity=None)),
    ("purity-against-metal", piece(metal="silver", purity="999")),
    ("purity-against-words", piece("18 karat, stamped Au750", "18K金")),
    (
        "purity-against-words",
        silver("925 sterling, 18k gold plated", "S925银镀18K金", plating="gold plate"),
    ),
    ("purity-against-words", fine("24K gold", "足金（含金量999‰）")),
    ("purity-against-words", piece("A 0.9 ct stone in 18ct gold", "14颗碎石")),
    ("purity-against-words", piece("Ring", "戒指", purity=None)),
    ("called-platinum", platinum("Platinum", "白金戒指")),
    ("called-platinum", piece("Whiter than platinum", "白色18K金，不是铂金")),
    ("called-platinum", piece("Ring", "白金色戒指", metal_colour="white")),  # a colour, no metal
    ("called-palladium", piece("Palladium-plated", "戒指", plating=None)),
    ("called-gold", silver("Gold-plated silver", "镀金银戒", plating="gold plate")),
    ("called-gold", silver("The golden hour", "金色", plating="gold plate")),
    (
        "called-gold",
        silver("Rose gold-plated 925 silver", "镀玫瑰金", plating="rose gold plate"),
    ),
    ("called-gold", silver("A gold ring", plating=None)),  # nobody said what lies on it
    ("called-gold", platinum("Ring", "铂金戒指，钛金戒圈", plating="none")),
    ("called-gold", piece("A gold ring", metal=None, purity=None)),
    ("gold-called-plated", piece("Rhodium-plated white gold", "镀铑", plating="rhodium")),
    ("vermeil", silver("Vermeil, 3 microns", plating="gold vermeil")),
    ("vermeil", silver("Gold-plated with 0.5 microns", plating="gold plate")),
    ("nickel-free", piece("A nickel-free ring", "不含镍", nickel="nickel-free")),
    ("nickel-free", piece(nickel="nickel-free", metal_colour="white", plating="rhodium")),
    ("laboratory-undisclosed", with_stone("diamond", "Lab-grown", "培育钻石", origin="laboratory")),
    (
        "laboratory-undisclosed",
        with_stone("moissanite", "Moissanite", "莫桑石", origin="laboratory"),
    ),
    ("laboratory-undisclosed", with_stone("diamond", "Diamond", "钻石", origin=None)),
    (
        "cultured-diamond",
        with_stone(
            "diamond", "A cultured, laboratory-grown diamond", "培育钻石", origin="laboratory"
        ),
    ),
    ("simulant-called-diamond", with_stone("moissanite", "Not a diamond", "莫桑石，并非钻石")),
    ("simulant-called-diamond", with_stone("cubic zirconia", "A simulated diamond", "仿钻")),
    ("simulant-called-diamond", with_stone("cubic zirconia", "Diamond-cut", "合成立方氧化锆")),
    ("zirconia-called-zircon", with_stone("cubic zirconia", "Zirconia", "锆石（人造）戒指")),
    ("zirconia-called-zircon", with_stone("cubic zirconia", "Zirconia", "合成立方氧化锆")),
    ("zirconia-called-zircon", with_stone("zircon", "Blue zircon", "锆石")),
    ("origin-against-words", with_stone("ruby", "Created by our goldsmith: a ruby", "天然红宝石")),
    (
        "origin-against-words",
        piece(
            "A natural ruby with laboratory-grown ruby beads",
            "天然红宝石配培育红宝石",
            stones=(stone("ruby"), stone("ruby", origin="laboratory")),
        ),
    ),
    ("hetian-origin", with_stone("nephrite", "Nephrite", "和田玉（软玉）")),
    ("hetian-origin", with_stone("nephrite", "Nephrite", "新疆和田玉", "ngtc")),
    ("jade-letters", with_stone("jadeite", "Jadeite", "A货翡翠", "ngtc", treatment="none")),
    (
        "jade-letters",
        with_stone("jadeite", "Jadeite", "B货翡翠（处理）", treatment="bleached and filled"),
    ),
    (
        "treatment-undisclosed",
        with_stone("jadeite", "Bleached jadeite", "翡翠（处理）", treatment="bleached and filled"),
    ),
    (
        "treatment-undisclosed",
        with_stone("ruby", "Heated ruby", "热处理红宝石", treatment="heated"),
    ),
    ("treatment-undisclosed", with_stone("ruby", "Ruby", "红宝石", treatment="none")),
    ("pearl-kind", with_stone("akoya pearl", "Cultured Akoya pearl", "珍珠", origin=None)),
    ("pearl-kind", with_stone("akoya pearl", "Akoya pearl", "珍珠", origin="cultured")),
    ("sure-of-skin", piece("A hypoallergenic ring", "戒指", hypoallergenic=True)),
    ("healing", piece("A healthy shine", "光泽健康")),
    ("investment", piece("Invested with care", "投入心意")),
    ("flawless", with_stone("diamond", "A flawless diamond", "无瑕钻石", clarity="FL")),
    ("flawless", piece("The perfect gift", "完美的礼物")),
    ("wrong-language", piece("In the 中式 manner", "中式戒指 R-1")),
    ("wrong-language", piece(description={})),
    ("carat-against-size", with_stone("diamond", "Diamond", "钻石", carat=1.0, **ONE_CARAT)),
    ("carat-against-size", with_stone("diamond", "Diamond", "钻石", carat=9.0)),
    (
        "carat-against-size",
        with_stone("diamond", "Diamond", "钻石", count=None, carat=9.0, **ONE_CARAT),
    ),
    ("certificate-without-number", piece(certificate="gia", certificate_number="2141438172")),
    ("ring-without-sizes", piece("An adjustable ring", "可调戒指", sizes=())),
    ("ring-without-sizes", piece(category="pendant", sizes=())),
    ("weight-price", fine("Ring", "足金戒指", pricing=WEIGHED, price=Money(497_600, "CNY"))),
    ("weight-price", piece(pricing=Pricing("fixed"))),
    ("price-of-nothing", piece(price=Money(1, "CNY"))),
]


def rules_broken(product: Product) -> set[str]:
    return {finding.rule for finding in lint([product], VOCABULARY)}


@pytest.mark.parametrize(("rule", "product"), BREAKS)
def test_a_piece_that_breaks_a_rule_is_found(rule: str, product: Product) -> None:
    assert rule in rules_broken(product)


@pytest.mark.parametrize(("rule", "product"), FINE)
def test_its_neighbour_is_left_alone(rule: str, product: Product) -> None:
    assert rule not in rules_broken(product)


def test_every_rule_is_shown_broken_and_kept() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert {rule for rule, _ in BREAKS} == set(names) == {rule for rule, _ in FINE}


def test_a_plain_piece_has_no_findings() -> None:
    assert lint([piece(), silver("Ring"), platinum("Ring"), fine("Ring", "戒指")], VOCABULARY) == ()


def test_the_starter_catalogue_has_no_findings() -> None:
    products = load_catalogue(ASSETS / "catalogue" / "products.jsonl", VOCABULARY)
    assert format_findings(lint(products, VOCABULARY)) == "No findings.\n"


def test_a_finding_tells_what_to_do_and_where_the_rule_is_from() -> None:
    for rule, product in BREAKS:
        for finding in lint([product], VOCABULARY):
            assert finding.product_id == "T-1"
            assert finding.field, rule
            assert finding.value, rule
            assert len(finding.why) > 20, rule
            assert finding.why.endswith("."), rule
            assert any(
                word in finding.source
                for word in ("GB", "FTC", "CIBJO", "REACH", "UK", "general knowledge")
            )


def test_a_name_used_again_under_the_picture_is_found_once() -> None:
    name = {"en": "Healing Ring", "zh": "戒指"}
    found = lint([piece(name=name, image_alt=name)], VOCABULARY)
    assert [one.field for one in found] == ["name.en"]
    told = {"en": "A healing ring on white", "zh": "戒指"}
    found = lint([piece(name=name, image_alt=told)], VOCABULARY)
    assert [one.field for one in found] == ["name.en", "image_alt.en"]


def test_findings_keep_the_order_of_the_products() -> None:
    second = replace(piece(sizes=()), id="T-2")
    found = lint([piece(purity=None, sizes=()), second], VOCABULARY)
    assert [(one.product_id, one.rule) for one in found] == [
        ("T-1", "purity-missing"),
        ("T-1", "ring-without-sizes"),
        ("T-2", "ring-without-sizes"),
    ]


def test_findings_read_well_in_a_terminal() -> None:
    finding = Finding("T-1", "ring-without-sizes", "sizes", "none", "Give sizes.", "the trade")
    assert format_findings([finding]) == (
        "T-1\n"
        "  ring-without-sizes  sizes: none\n"
        "    Give sizes.\n"
        "    Source: the trade\n"
        "1 finding in 1 product.\n"
    )
    assert format_findings([finding, finding]).endswith("2 findings in 1 product.\n")
    assert format_findings([]) == "No findings.\n"


def test_a_missing_purity_is_told_with_the_words_that_state_one() -> None:
    (found,) = lint([named("14k Gold Ring", "戒指", purity=None)], VOCABULARY)
    assert "14k" in found.why


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("14K yellow gold with 18k accents", {"14k", "18k"}),
        ("18k gold vermeil on sterling", {"925"}),
        ("Au 750 and Pt950", {"18k", "pt950"}),
        ("a 10 kg anvil, 14 kinds, 18 kt gold", {"18k"}),
        ("9ct gold with a 9 ct stone", {"9k"}),
        ("含金量999.9‰", {"9999"}),
        ("not sterling, of sterling quality", set()),
    ],
)
def test_marks_are_read_from_words(text: str, told: set[str]) -> None:
    assert marks(text) == told


@pytest.mark.parametrize(
    ("kind", "cut", "length_mm", "width_mm", "carat"),
    [
        ("diamond", "round", 6.5, 6.5, 1.0),  # the trade's one-carat round
        ("diamond", "princess", 5.5, 5.5, 1.0),
        ("sapphire", "oval", 7.0, 5.0, 0.84),
        ("emerald", "emerald cut", 7.0, 5.0, 0.76),
        ("freshwater pearl", "bead", 7.5, 7.5, 2.98),
    ],
)
def test_weights_by_measures_are_the_trades(
    kind: str, cut: str, length_mm: float, width_mm: float, carat: float
) -> None:
    one = stone(kind, cut=cut, length_mm=length_mm, width_mm=width_mm)
    assert expected_carat(one) == pytest.approx(carat, rel=0.15)
    assert expected_carat(replace(one, count=3)) == pytest.approx(3 * (expected_carat(one) or 0))
