"""Three product files from elsewhere come in whole, and what they contradict is not stated."""

from __future__ import annotations

from collections import Counter

import pytest

from assistant.catalogue.feeds.convert import import_feed
from assistant.catalogue.feeds.formats import open_feed
from assistant.catalogue.feeds.mapping import load_mapping
from assistant.catalogue.feeds.report import ImportReport, format_report
from assistant.catalogue.product import Product
from assistant.money import Money
from assistant.terms import Vocabulary
from tests.catalogue.feeds.conftest import FEEDS, Import

NAMES = ("venia", "aws-retail-demo-store", "dummyjson")


def by_id(report: ImportReport) -> dict[str, Product]:
    return {product.id: product for product in report.products}


def bring_by_its_mapping(bring: Import, name: str) -> ImportReport:
    return bring(FEEDS / name / "products.csv", FEEDS / name / "mapping.yaml")


@pytest.mark.parametrize(
    ("name", "categories"),
    [
        ("venia", {"earrings": 6, "necklace": 2, "bangle": 4}),
        ("aws-retail-demo-store", {"bracelet": 37, "necklace": 30, "watch": 24, "earrings": 23}),
        ("dummyjson", {"watch": 11, "earrings": 3}),
    ],
)
def test_every_row_comes_in_under_its_category(
    bring: Import, name: str, categories: dict[str, int]
) -> None:
    report = bring_by_its_mapping(bring, name)
    assert Counter(product.category for product in report.products) == categories
    assert report.bad_rows == ()
    assert {product.price.currency for product in report.products} == {"USD"}


@pytest.mark.parametrize("name", NAMES)
def test_the_proposal_alone_brings_the_same(bring: Import, name: str) -> None:
    by_mapping, proposed = bring_by_its_mapping(bring, name), bring(FEEDS / name / "products.csv")
    assert proposed.products == by_mapping.products
    assert proposed.staff == by_mapping.staff
    assert proposed.pictures == by_mapping.pictures
    assert proposed.problems == by_mapping.problems


@pytest.mark.parametrize("name", NAMES)
def test_no_column_goes_unmentioned(bring: Import, name: str) -> None:
    assert bring_by_its_mapping(bring, name).unused_columns == ()


@pytest.mark.parametrize("name", NAMES)
def test_the_report_fits_a_screen(bring: Import, name: str) -> None:
    assert len(format_report(bring_by_its_mapping(bring, name)).splitlines()) < 80


def test_a_purity_that_the_row_contradicts_is_not_stated(bring: Import) -> None:
    report = bring_by_its_mapping(bring, "venia")
    earrings = by_id(report)["VA11-GO-NA"]
    assert (earrings.metal, earrings.purity, earrings.metal_colour) == ("gold", None, "yellow")
    warning = next(one for one in report.warnings if one.row == 2)
    assert (warning.field, warning.value) == ("purity", "14k")
    assert "18k" in warning.reason


def test_agreeing_rows_keep_their_purity(bring: Import) -> None:
    products = by_id(bring_by_its_mapping(bring, "venia"))
    assert (products["VA18-GO-NA"].metal, products["VA18-GO-NA"].purity) == ("gold", "14k")
    assert (products["VA12-SI-NA"].metal, products["VA12-SI-NA"].purity) == ("silver", "925")


def test_goldtone_and_silver_plate_are_not_the_metal(bring: Import) -> None:
    products = by_id(bring_by_its_mapping(bring, "venia"))
    for one in ("VA13-GO-NA", "VA14-SI-NA", "VA17-SI-NA"):
        assert (products[one].metal, products[one].purity) == (None, None)


def test_a_colour_that_contradicts_the_metal_is_not_stated(bring: Import) -> None:
    products = by_id(bring_by_its_mapping(bring, "venia"))
    assert (products["VA20-SI-NA"].metal, products["VA20-SI-NA"].metal_colour) == ("gold", None)


def test_special_prices_measures_stones_and_pictures_of_venia(bring: Import) -> None:
    report = bring_by_its_mapping(bring, "venia")
    products = by_id(report)
    assert products["VA13-GO-NA"].price == Money(7800, "USD")
    assert products["VA11-GO-NA"].price == Money(5800, "USD")
    assert products["VA13-GO-NA"].length_mm == 508.0
    assert products["VA11-GO-NA"].dimensions_mm == {"height": 63.5}
    assert products["VA15-SI-NA"].dimensions_mm == {"diameter": 9.525}
    assert products["VA19-GO-NA"].dimensions_mm == {}
    assert [one.stone for one in products["VA21-GO-NA"].stones] == ["turquoise", "onyx"]
    assert [one.count for one in products["VA21-GO-NA"].stones] == [None, None]
    assert report.pictures["VA11-GO-NA"] == ("images/va11-sg_main.jpg", "images/va11-sg_alt.jpg")
    assert products["VA11-GO-NA"].image is None


def test_a_vague_category_is_read_from_the_name(bring: Import) -> None:
    assert by_id(bring_by_its_mapping(bring, "venia"))["VA21-GO-NA"].category == "bangle"


def test_service_and_wearer_of_dummyjson(bring: Import) -> None:
    report = bring_by_its_mapping(bring, "dummyjson")
    watch, overnight, last = (by_id(report)[one] for one in ("94", "190", "192"))
    assert (watch.wearer, watch.service.return_days, watch.service.ships_in_days) == ("men", 7, 2)
    assert (overnight.service.return_days, overnight.service.ships_in_days) == (0, 1)
    assert (last.wearer, last.service.ships_in_days) == ("women", 14)
    assert watch.price == Money(149999, "USD")
    assert overnight.metal == "stainless steel"
    assert report.pictures["94"][0].startswith("https://cdn.dummyjson.com/")


def test_a_gold_plated_case_is_not_gold(bring: Import) -> None:
    assert by_id(bring_by_its_mapping(bring, "dummyjson"))["193"].metal is None


def test_crystal_alone_is_no_stone_that_we_could_name(bring: Import) -> None:
    assert by_id(bring_by_its_mapping(bring, "dummyjson"))["182"].stones == ()


def test_counts_are_for_staff_and_shoppers_learn_only_what_they_mean(bring: Import) -> None:
    report = bring_by_its_mapping(bring, "aws-retail-demo-store")
    bamboo = "371cef78-adf2-4cb0-8e78-02f8cb7ee013"
    assert by_id(report)[bamboo].availability == "in_stock"
    record = next(one for one in report.staff if one.product_id == bamboo)
    assert [one.count for one in record.variants] == [9]
    assert len(report.staff) == 114


def test_stones_and_colours_of_the_demo_store(bring: Import) -> None:
    products = {p.name["en"]: p for p in bring_by_its_mapping(bring, NAMES[1]).products}
    watch = products["Elegance Rose Gold Watch"]
    assert (watch.metal, watch.metal_colour, watch.wearer) == ("gold", "rose", "women")
    assert [s.stone for s in products["Luxe Diamond Barrel Watch"].stones] == ["diamond"]
    # Its text speaks of 'ruby-colored gems'.
    assert products["Regal Ruby Gold Necklace Set"].stones == ()
    assert products["Bohemian Charm Tassel Bangle"].metal is None


def test_a_name_that_speaks_of_another_category_is_reported(bring: Import) -> None:
    report = bring_by_its_mapping(bring, "aws-retail-demo-store")
    told = {one.reason for one in report.warnings if one.field == "category"}
    assert "the name speaks of earrings; column kept" in told


def test_without_the_vocabulary_file_watches_are_named_as_bad_rows(
    vocabulary: Vocabulary,
) -> None:
    folder = FEEDS / "aws-retail-demo-store"
    mapping = load_mapping(folder / "mapping.yaml")
    report = import_feed(open_feed(folder / "products.csv"), mapping, vocabulary)
    assert len(report.products) == 90
    assert {one.field for one in report.bad_rows} == {"category"}
    assert all("a vocabulary file can add one" in one.reason for one in report.bad_rows)
