"""Exports of shop systems: Shopify's rows a variant, Google's feeds, a Chinese price list."""

from __future__ import annotations

import json
from pathlib import Path

from assistant.catalogue.feeds.formats import open_feed
from assistant.catalogue.feeds.report import ImportReport
from assistant.catalogue.product import Product, Size
from assistant.catalogue.staff import Variant
from assistant.money import Money
from tests.catalogue.feeds.conftest import FEEDS, Import

MADE = FEEDS / "handmade"


def by_id(report: ImportReport) -> dict[str, Product]:
    return {product.id: product for product in report.products}


def test_shopify_rows_of_one_handle_are_one_product_in_sizes(bring: Import) -> None:
    report = bring(MADE / "shopify.csv")
    ring = by_id(report)["halo-ring"]
    assert ring.sizes == (
        Size("ring_size_mm", 51.9, "in_stock"),
        Size("ring_size_mm", 54.4, "last_one"),
    )
    assert (ring.metal, ring.metal_colour, ring.purity) == ("gold", "rose", "14k")
    assert (ring.price, ring.brand) == (Money(45000, "CNY"), "Maison Test")
    assert ring.styles == ("vintage",)
    assert ring.occasions == ("engagement",)
    record = next(one for one in report.staff if one.product_id == "halo-ring")
    assert record.variants == (Variant("HR-6-R", 51.9, 3), Variant("HR-7-R", 54.4, 1))
    assert record.cost == Money(18000, "CNY")


def test_a_variant_of_other_metal_and_price_is_a_product_of_its_own(bring: Import) -> None:
    report = bring(MADE / "shopify.csv")
    white = by_id(report)["halo-ring-18K-White-Gold"]
    assert (white.name["en"], white.price) == ("Halo Ring (18K White Gold)", Money(65000, "CNY"))
    assert (white.metal_colour, white.purity) == ("white", "18k")
    assert [one.stone for one in white.stones] == ["diamond"]
    assert report.pictures["halo-ring-18K-White-Gold"] == ("https://cdn.example/halo-white.jpg",)
    assert report.pictures["halo-ring"] == ("https://cdn.example/halo-rose.jpg",)


def test_a_piece_that_is_gone_but_may_be_ordered_is_made_to_order(bring: Import) -> None:
    assert by_id(bring(MADE / "shopify.csv"))["halo-ring-18K-White-Gold"].availability == "to_order"


def test_html_is_text_and_scripts_are_gone(bring: Import) -> None:
    ring = by_id(bring(MADE / "shopify.csv"))["halo-ring"]
    assert ring.description["en"] == "A halo of light & one stone."


def test_lengths_make_two_products_and_untracked_stock_is_unknown(bring: Import) -> None:
    products = by_id(bring(MADE / "shopify.csv"))
    short, long = products["chain"], products["chain-18-inch"]
    assert (short.length_mm, short.availability) == (406.4, "sold_out")
    assert (long.length_mm, long.availability) == (457.2, None)


def test_an_oversold_piece_is_sold_out_and_uncounted(bring: Import) -> None:
    report = bring(MADE / "shopify.csv")
    assert by_id(report)["drop"].availability == "sold_out"
    record = next(one for one in report.staff if one.product_id == "drop")
    assert [one.count for one in record.variants] == [None]


def test_a_draft_is_left_out_and_a_mug_is_a_bad_row(bring: Import) -> None:
    report = bring(MADE / "shopify.csv")
    assert [(one.row, one.severity) for one in report.problems] == [
        (9, "left_out"),
        (10, "bad_row"),
    ]


def test_google_variants_of_a_group_are_sizes_with_their_own_stock(bring: Import) -> None:
    report = bring(MADE / "google.tsv")
    assert open_feed(MADE / "google.tsv").format == "google"
    band = by_id(report)["RB-52"]
    assert band.sizes == (
        Size("ring_size_mm", 52.0, "in_stock"),
        Size("ring_size_mm", 54.0, "sold_out"),
    )
    assert (band.price, band.wearer, band.brand) == (Money(129900, "USD"), "women", "Rubis")
    assert (band.metal, band.metal_colour, band.purity) == ("gold", "yellow", "18k")
    assert report.pictures["RB-52"] == tuple(
        f"https://shop.example/{name}.jpg" for name in ("rb", "rb2", "rb3")
    )


def test_a_sale_that_is_on_sets_the_price(bring: Import) -> None:
    cuff = by_id(bring(MADE / "google.tsv"))["SC-1"]
    assert (cuff.price, cuff.availability) == (Money(9900, "USD"), "to_order")


def test_a_price_of_zero_is_a_bad_row(bring: Import) -> None:
    report = bring(MADE / "google.tsv")
    assert [(one.row, one.field, one.value) for one in report.bad_rows] == [
        (5, "price", "0.00 USD")
    ]


def test_an_rss_feed_is_read_with_googles_fields_first(bring: Import) -> None:
    report = bring(MADE / "google_rss.xml")
    studs, brooch = report.products
    assert studs.name == {"en": "Opal Studs"}
    assert (studs.category, studs.price) == ("earrings", Money(24050, "EUR"))
    assert (studs.metal, studs.purity, studs.availability) == ("gold", "14k", "in_stock")
    assert (brooch.description["en"], brooch.availability) == ("Brass brooch", "sold_out")
    assert report.pictures["E-1"] == (
        "https://shop.example/e1.jpg?a=1,2",
        "https://shop.example/e1b.jpg",
        "https://shop.example/e1c.jpg",
    )


def test_an_atom_feed_is_read(bring: Import) -> None:
    (bangle,) = bring(MADE / "google_atom.xml").products
    assert (bangle.category, bangle.price) == ("bangle", Money(880000, "CNY"))
    assert bangle.description == {"en": "Jadeite."}
    assert bangle.stones == ()


def test_a_chinese_list_in_gb18030_is_read_in_chinese(bring: Import) -> None:
    products = by_id(bring(MADE / "chinese_gb18030.csv"))
    bangle = products["J001"]
    assert bangle.name == {"zh": "足金999古法手镯"}
    assert (bangle.metal, bangle.purity, bangle.metal_weight_g) == ("gold", "999", 28.5)
    assert bangle.sizes == (Size("bangle_mm", 58.0, "last_one"),)
    assert (bangle.price, bangle.wearer) == (Money(2188800, "CNY"), "women")
    ring = products["J002"]
    assert (ring.price, ring.purity) == (Money(999900, "CNY"), "18k")
    assert ring.sizes == (Size("ring_size_mm", 53.0, "in_stock"),)


def test_gilt_silver_is_silver_with_a_layer(bring: Import) -> None:
    chain = by_id(bring(MADE / "chinese_gb18030.csv"))["J003"]
    assert (chain.metal, chain.purity, chain.plating) == ("silver", "925", "gold plate")
    assert (chain.stones, chain.wearer) == ((), "unisex")


def test_ten_thousands_and_a_price_on_request(bring: Import) -> None:
    report = bring(MADE / "chinese_gb18030.csv")
    assert by_id(report)["J004"].price == Money(1280000, "CNY")
    assert [(one.row, one.field, one.value) for one in report.bad_rows] == [(6, "price", "面议")]


def test_staff_facts_of_the_chinese_list(bring: Import) -> None:
    report = bring(MADE / "chinese_gb18030.csv")
    record = next(one for one in report.staff if one.product_id == "J001")
    assert (record.case_location, record.cost) == ("A1-3", Money(1800000, "CNY"))


def test_json_of_a_shops_api_keeps_its_digits(bring: Import, tmp_path: Path) -> None:
    held = {
        "products": [
            {"id": n, "title": f"Opal Ring {n}", "price": 89.90, "category": "rings",
             "meta": {"barcode": "1"}, "images": ["https://a.example/1.jpg", "b.png"]}
            for n in (1, 2, 3)
        ],
        "total": 3,
    }  # fmt: skip
    path = tmp_path / "products.json"
    path.write_text(json.dumps(held, indent=1), encoding="utf-8")
    report = bring(path)
    assert [(one.id, one.price) for one in report.products] == [
        (str(n), Money(8990, "CNY")) for n in (1, 2, 3)
    ]
    assert report.pictures["2"] == ("https://a.example/1.jpg", "b.png")


def test_a_shop_system_that_counts_with_decimals_and_ones(bring_rows: Import) -> None:
    report = bring_rows(
        "sku,product_type,categories,name,price,special_price,qty,is_in_stock,metal\n"
        "M1,simple,Default/Jewelry/Earrings,Garnet Studs,120.0000,99.0000,3.0000,1,14k gold\n"
    )
    (studs,) = report.products
    assert (studs.category, studs.price.minor, studs.availability) == ("earrings", 9900, "in_stock")
    assert [one.count for one in report.staff[0].variants] == [3]
    assert report.problems == ()


def test_a_price_by_size_makes_products_named_by_size(bring_rows: Import) -> None:
    report = bring_rows(
        "Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,"
        "Variant Price\n"
        "band,Plain Band,Rings,Ring Size,6,B6,1,100\nband,,,,7,B7,1,110\nband,,,,8,B8,4,110\n"
    )
    first, second = report.products
    assert (first.id, first.name["en"], first.price.minor) == ("band", "Plain Band (6)", 10000)
    assert (second.id, second.name["en"]) == ("band-7-8", "Plain Band (7, 8)")
    assert [one.availability for one in second.sizes] == ["last_one", "in_stock"]


def test_small_and_medium_are_one_product_whose_size_is_not_stated(bring_rows: Import) -> None:
    report = bring_rows(
        "Handle,Title,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,"
        "Variant Price\ntie,Silk Bracelet,Bracelets,Size,S,T-S,1,80\ntie,,,,M,T-M,0,80\n"
    )
    (tie,) = report.products
    assert (tie.name["en"], tie.length_mm, tie.sizes) == ("Silk Bracelet", None, ())
    assert tie.availability == "last_one"
    assert [one.sku for one in report.staff[0].variants] == ["T-S", "T-M"]


def test_json_lists_and_camel_case_keys_are_read(bring: Import, tmp_path: Path) -> None:
    record = {
        "sku": "W1", "title": "Green Earring", "category": "womens-jewellery", "price": 29.99,
        "availabilityStatus": "In Stock", "returnPolicy": "30 days", "tags": ["green", "for work"],
    }  # fmt: skip
    path = tmp_path / "one.json"
    path.write_text(json.dumps([record]), encoding="utf-8")
    (earring,) = bring(path).products
    assert (earring.category, earring.wearer) == ("earrings", "women")
    assert (earring.availability, earring.service.return_days) == ("in_stock", 30)
    assert earring.tags == ("green", "for work")


def test_json_lines_are_counted_as_lines(bring: Import, tmp_path: Path) -> None:
    path = tmp_path / "products.jsonl"
    good = {"sku": "A1", "name": "Jade Bangle", "type": "bangle", "price": "¥1,299"}
    path.write_text(f"{json.dumps(good)}\n\n[1, 2\n", encoding="utf-8")
    report = bring(path)
    assert [one.id for one in report.products] == ["A1"]
    assert [(one.row, one.severity) for one in report.problems] == [(3, "bad_row")]
