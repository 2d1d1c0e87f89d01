"""What Facet exports it reads back: the same products, none of them changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.catalogue.feeds.export import export_lines, staff_to_json
from assistant.catalogue.ingest import load_catalogue, read_row
from assistant.catalogue.product import Cutout, Pricing, Product, Service, Size, Stone
from assistant.catalogue.staff import StaffRecord, Variant
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.money import Money
from assistant.terms import Vocabulary
from tests.catalogue.feeds.conftest import FEEDS, Import
from tests.reading import ASSETS

KNOWN = load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")
SOURCE = ASSETS / "catalogue" / "products.jsonl"

words = st.text(min_size=1, max_size=20).filter(lambda one: bool(one.strip()))
texts = st.dictionaries(st.sampled_from(["en", "zh"]), words, min_size=1)
amounts = st.floats(0.001, 1e6)
points = st.tuples(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
days = st.none() | st.integers(0, 400)
stock = st.sampled_from(["in_stock", "last_one", "to_order", "sold_out"])


def term(slot: str) -> st.SearchStrategy[str]:
    return st.sampled_from(KNOWN.values(slot))


def several(slot: str) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(term(slot), max_size=3).map(tuple)


stones = st.builds(
    Stone,
    stone=term("stone"),
    colour=st.none() | term("stone_colour"),
    cut=st.none() | term("cut"),
    count=st.none() | st.integers(1, 500),
    carat=st.none() | amounts,
    length_mm=st.none() | amounts,
    width_mm=st.none() | amounts,
    origin=st.none() | term("stone_origin"),
    treatment=st.none() | term("treatment"),
    colour_grade=st.none() | words,
    clarity=st.none() | words,
    cut_grade=st.none() | words,
)
products = st.builds(
    Product,
    id=st.from_regex(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,20}[A-Za-z0-9])?", fullmatch=True),
    name=texts,
    description=st.just({}) | texts,
    category=term("category"),
    wearer=st.sampled_from([None, "women", "men", "unisex"]),
    styles=several("style"),
    occasions=several("occasion"),
    metal=st.none() | term("metal"),
    metal_colour=st.none() | term("metal_colour"),
    purity=st.none() | term("purity"),
    plating=st.none() | term("plating"),
    metal_weight_g=st.none() | amounts,
    stones=st.lists(stones, max_size=3).map(tuple),
    setting=st.none() | term("setting"),
    clasp=st.none() | term("clasp"),
    dimensions_mm=st.dictionaries(st.sampled_from(["width", "height", "depth"]), amounts),
    length_mm=st.none() | amounts,
    sizes=st.lists(
        st.builds(
            Size,
            slot=st.sampled_from(["ring_size_mm", "bangle_mm"]),
            mm=amounts,
            availability=st.none() | stock,
        ),
        max_size=3,
    ).map(tuple),
    price=st.builds(Money, st.integers(1, 10**12), st.sampled_from(["CNY", "USD", "JPY"])),
    nickel=st.sampled_from(["nickel-free", "low-release", "not-stated"]),
    certificate=st.none() | term("certificate"),
    certificate_number=st.none() | words,
    care=st.just({}) | texts,
    availability=st.none() | stock,
    lead_time_days=st.none(),
    image=st.none() | words,
    image_alt=st.just({}) | texts,
    more_images=st.lists(words, max_size=3).map(tuple),
    cutout=st.none()
    | st.builds(Cutout, image=words, mm_per_px=amounts, anchors=st.dictionaries(words, points)),
    pricing=st.none()
    | st.builds(
        Pricing,
        mode=st.sampled_from(["fixed", "by weight"]),
        metal_minor_per_g=days,
        labour_minor=days,
        priced_on=st.none() | st.dates(min_value=date(1970, 1, 1)),
    ),
    service=st.builds(
        Service,
        ships_in_days=days,
        resizing=st.sampled_from([None, "free", "charged", "not possible"]),
        resize_steps=days,
        return_days=days,
    ),
    post_metal=st.none() | term("metal"),
    hypoallergenic=st.sampled_from([None, True, False]),
    brand=st.none() | words,
    link=st.none() | st.just("https://shop.example/piece?id=1"),
    listed_on=st.none() | st.dates(),
    tags=st.lists(words, max_size=3).map(tuple),
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(products)
def test_a_product_comes_back_from_its_line(product: Product) -> None:
    (line,) = export_lines([product])
    assert "\n" not in line
    assert read_row(1, line, KNOWN) == product


def test_the_starter_catalogue_comes_back_through_an_export(
    bring: Import, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    known = load_catalogue(SOURCE, vocabulary)
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(export_lines(known)) + "\n", encoding="utf-8")
    report = bring(path)
    assert report.products == known
    assert report.problems == ()
    assert report.pictures[known[0].id][0] == known[0].image


def test_imported_products_come_back_through_an_export(bring: Import, tmp_path: Path) -> None:
    first = bring(FEEDS / "venia" / "products.csv")
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join(export_lines(first.products)) + "\n", encoding="utf-8")
    assert bring(path).products == first.products


def test_a_wrong_line_of_ones_own_is_named(bring: Import, tmp_path: Path) -> None:
    good, other = SOURCE.read_text(encoding="utf-8").splitlines()[:2]
    record = {**json.loads(other), "metal": "unobtainium"}
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join([good, json.dumps(record), good, "{"]), encoding="utf-8")
    report = bring(path)
    assert len(report.products) == 1
    assert [(one.row, one.field) for one in report.bad_rows] == [
        (2, "metal"),
        (3, "id"),
        (4, "(row)"),
    ]
    assert report.bad_rows[0].reason.startswith("expected a term of metal")


def test_a_broken_first_line_does_not_hide_what_the_file_is(bring: Import, tmp_path: Path) -> None:
    lines = SOURCE.read_text(encoding="utf-8").splitlines()[:3]
    path = tmp_path / "export.jsonl"
    path.write_text("\n".join([lines[0][:40], *lines[1:]]), encoding="utf-8")
    report = bring(path)
    assert len(report.products) == 2
    assert [(one.row, one.field) for one in report.bad_rows] == [(1, "(row)")]


def test_a_staff_record_is_written_as_the_starters_are() -> None:
    record = StaffRecord("R-1", (Variant("R-1-7", 54.4, 2),), "A1", Money(900, "CNY"), {})
    assert staff_to_json(record) == {
        "product_id": "R-1",
        "variants": [{"sku": "R-1-7", "size_mm": 54.4, "count": 2}],
        "case_location": "A1",
        "cost_minor": 900,
        "currency": "CNY",
        "talking_points": {},
    }
    starters = (ASSETS / "catalogue" / "staff.jsonl").read_text(encoding="utf-8").splitlines()
    assert set(json.loads(starters[0])) == set(staff_to_json(record))
