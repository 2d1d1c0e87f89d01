"""Files that were made to harm, or that simply broke, cost nothing but themselves."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.catalogue.feeds import formats
from assistant.catalogue.feeds.errors import FeedError, Unreadable
from assistant.catalogue.feeds.formats import open_feed
from assistant.catalogue.feeds.pictures import check_address, local_path, split_pictures
from assistant.catalogue.feeds.text import clean_text
from tests.catalogue.feeds.conftest import FEEDS, Import

HEAD = "id,name,category,price,description\n"
MAPPING = (
    "currency: USD\n"
    "fields: {id: id, name: name, category: category, price: price, description: description}"
)
BOMB = """<?xml version="1.0"?>
<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss><channel><item><id>1</id><title>&b;</title></item></channel></rss>"""


def test_a_document_type_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xml"
    path.write_text(BOMB, encoding="utf-8")
    with pytest.raises(FeedError, match="DOCTYPE"):
        open_feed(path)


def test_a_broken_xml_is_named_by_line(tmp_path: Path) -> None:
    path = tmp_path / "broken.xml"
    path.write_text("<rss><item><id>1</id></item>\n<item><id>2", encoding="utf-8")
    with pytest.raises(FeedError, match="line 2"):
        open_feed(path)


def test_xml_nested_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "deep.xml"
    path.write_text("<rss>" + "<item>" * 5000, encoding="utf-8")
    with pytest.raises(FeedError, match="nested"):
        open_feed(path)


@pytest.mark.parametrize("ending", ["", '"'])
def test_a_cell_of_ten_megabytes_is_one_bad_row(bring_rows: Import, ending: str) -> None:
    huge = f"2,B,ring,5,{ending}{'x' * 10_000_000}{ending}\n"
    report = bring_rows(f"{HEAD}1,A,ring,5,a\n{huge}3,C,ring,5,c\n", MAPPING)
    assert [one.id for one in report.products] == ["1", "3"]
    assert [(one.row, one.severity) for one in report.problems] == [(3, "bad_row")]


def test_a_text_of_over_twenty_thousand_characters_is_a_bad_row(bring_rows: Import) -> None:
    report = bring_rows(f"{HEAD}1,A,ring,5,{'word ' * 5000}\n2,B,ring,5,{'w ' * 9000}\n", MAPPING)
    assert [one.id for one in report.products] == ["2"]
    assert [(one.row, one.field) for one in report.bad_rows] == [(2, "description")]


def test_nothing_is_cut_to_fit(bring_rows: Import) -> None:
    mapping = MAPPING[:-1] + ", brand: brand, tags: tags}"
    rows = f"1,A,ring,5,a,{'b' * 101},ok;{'t' * 61}\n2,{'n' * 301},ring,5,a,b,c\n"
    report = bring_rows(f"{HEAD[:-1]},brand,tags\n{rows}", mapping)
    (ring,) = report.products
    assert (ring.brand, ring.tags) == (None, ("ok",))
    assert [(one.row, one.field) for one in report.problems] == [
        (2, "brand"),
        (2, "tags"),
        (3, "name"),
    ]


def test_control_and_direction_characters_are_gone(bring_rows: Import) -> None:
    report = bring_rows(f"{HEAD}1,A\x00 r\u202ei\u200bng\x07,ring,5,<b>x</b>\u2066y\n", MAPPING)
    (ring,) = report.products
    assert (ring.name["en"], ring.description["en"]) == ("A ring", "xy")


def test_markup_never_reaches_a_shopper(bring_rows: Import) -> None:
    cell = (
        '"<img src=x onerror=alert(1)>A <script>alert(1)</script>ring<style>p{}</style> &lt;b&gt;"'
    )
    (ring,) = bring_rows(f"{HEAD}1,{cell},ring,5,\n", MAPPING).products
    assert "alert" not in ring.name["en"]
    assert ring.name["en"].startswith("A ring")


def test_a_formula_is_only_text(bring_rows: Import) -> None:
    (ring,) = bring_rows(f'{HEAD}1,"=HYPERLINK(""x"")",ring,5,\n', MAPPING).products
    assert ring.name["en"] == '=HYPERLINK("x")'


def test_a_row_with_a_cell_too_many_is_named_and_the_rest_come_in(bring_rows: Import) -> None:
    report = bring_rows(f"{HEAD}1,A,ring,5,a\n2,B, red,ring,5,b\n3,C,ring,5,c\n", MAPPING)
    assert [one.id for one in report.products] == ["1", "3"]
    assert [(one.row, one.field) for one in report.bad_rows] == [(3, "(row)")]


def test_the_later_of_two_equal_ids_is_a_bad_row(bring_rows: Import) -> None:
    report = bring_rows(f"{HEAD}1,A,ring,5,a\n1,B,ring,6,b\n", MAPPING)
    assert [one.name["en"] for one in report.products] == ["A"]
    assert [(one.row, one.field, one.value) for one in report.bad_rows] == [(3, "id", "1")]


def test_an_id_that_no_address_can_carry_is_fitted_with_a_warning(bring_rows: Import) -> None:
    report = bring_rows(f"{HEAD}../etc/R 1#,A,ring,5,a\n戒指,B,ring,5,b\n", MAPPING)
    assert [one.id for one in report.products] == ["etc-R-1"]
    assert [(one.row, one.severity) for one in report.problems] == [
        (2, "warning"),
        (3, "bad_row"),
    ]


@pytest.mark.parametrize("cell", ["", "N/A", "-", "null", "unknown", "未知", "  ", "None"])
def test_a_stand_in_states_nothing(bring_rows: Import, cell: str) -> None:
    report = bring_rows(
        f"{HEAD[:-1]},metal,qty,len,sale\n1,A,ring,5,{cell},{cell},{cell},{cell},{cell}\n",
        MAPPING[:-1]
        + ", metal: metal, length_mm: {column: len, unit: mm}, sale_price: sale}"
        + "\nstaff: {stock: qty}",
    )
    (ring,) = report.products
    assert (ring.description, ring.metal, ring.length_mm, ring.availability) == (
        {},
        None,
        None,
        None,
    )
    assert (ring.price.minor, report.staff, report.problems) == (500, (), ())


@pytest.mark.parametrize("price", ["", "0", "-5", "N/A", "on request"])
def test_no_price_is_a_bad_row_and_never_zero(bring_rows: Import, price: str) -> None:
    report = bring_rows(f"{HEAD}1,A,ring,{price},a\n2,B,ring,5,b\n", MAPPING)
    assert [one.id for one in report.products] == ["2"]
    assert [(one.row, one.field) for one in report.bad_rows] == [(2, "price")]


@pytest.mark.parametrize(
    ("start", "told"),
    [(b"PK\x03\x04xx", "workbook"), (b"%PDF-1.7", "PDF"), (b"\x00\x00\x00\x01" * 20, "no text"),
     (b"", "empty"), (b"\n\n\n", "header"), (b"[1, 2", "no JSON"), (b"{}", "no JSON objects")],
)  # fmt: skip
def test_what_is_no_feed_says_what_to_do(tmp_path: Path, start: bytes, told: str) -> None:
    path = tmp_path / "feed.bin"
    path.write_bytes(start)
    with pytest.raises(FeedError, match=told):
        list(open_feed(path).rows())


def test_a_missing_file_and_a_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(FeedError, match="cannot be read"):
        open_feed(tmp_path / "none.csv")
    with pytest.raises(FeedError, match="no file"):
        open_feed(tmp_path)


def test_a_file_or_a_table_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "feed.csv"
    path.write_text("a,b\n" + "1,2\n" * 50, encoding="utf-8")
    monkeypatch.setattr(formats, "MOST_ROWS", 40)
    with pytest.raises(FeedError, match="more than 40 rows"):
        list(open_feed(path).rows())
    monkeypatch.setattr(formats, "LARGEST_FILE_BYTES", 100)
    with pytest.raises(FeedError, match="at most 100"):
        open_feed(path)


def test_deep_json_is_a_bad_row(bring: Import, tmp_path: Path) -> None:
    path = tmp_path / "deep.jsonl"
    good = json.dumps({"id": "1", "name": "A", "category": "ring", "price": "5", "description": ""})
    path.write_text(f"{good}\n{'[' * 100_000}\n", encoding="utf-8")
    report = bring(path, MAPPING)
    assert [one.id for one in report.products] == ["1"]
    assert [(one.row, one.field) for one in report.bad_rows] == [(2, "(row)")]


@pytest.mark.parametrize(
    "written", ["/etc/passwd", "../secret.jpg", "a/../../b.jpg", "C:\\x.jpg", "..\\b.jpg", "", "\0"]
)
def test_a_picture_outside_the_feeds_folder_is_refused(tmp_path: Path, written: str) -> None:
    with pytest.raises(Unreadable):
        local_path(tmp_path, written)


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "feed").mkdir()
    (tmp_path / "feed" / "out").symlink_to("/etc")
    with pytest.raises(Unreadable):
        local_path(tmp_path / "feed", "out/passwd")
    inside = tmp_path / "feed" / "images" / "a.jpg"
    assert local_path(tmp_path / "feed", "images/a.jpg") == inside.resolve()


@pytest.mark.parametrize(
    "address",
    ["ftp://a.example/x", "https://", "javascript:x", "https://u:p@a.example/", "http://["],
)
def test_an_address_of_another_kind_is_refused(address: str) -> None:
    with pytest.raises(Unreadable):
        check_address(address)


def test_commas_inside_an_address_belong_to_it() -> None:
    assert split_pictures("https://a.example/1,2.jpg, https://a.example/3.jpg") == [
        "https://a.example/1,2.jpg",
        "https://a.example/3.jpg",
    ]
    assert split_pictures("a.jpg, b.jpg|c.jpg") == ["a.jpg", "b.jpg", "c.jpg"]


@given(st.text(max_size=200))
def test_clean_text_is_one_line_without_controls(cell: str) -> None:
    words = clean_text(cell)
    assert words == words.strip()
    assert not any(ord(char) < 32 or char in "\u202e\u2066\u200b" for char in words)


CELLS = st.one_of(
    st.text(max_size=25),
    st.sampled_from(
        ["ring", "58", "0", "14K Gold", "-", "N/A", "½", "7", "US 7", "<b>", "in stock", "1.299,00",
         "https://x/a.jpg", "goldtone", "diamond, ruby", "2026-01-01/2026-02-01", "30 days"]
    ),
)  # fmt: skip
FIELDS = (
    *("id", "name", "category", "price", "sale_price", "sale_period", "currency", "material"),
    *("metal_colour", "purity", "stones", "carat", "cut", "size", "length_mm", "metal_weight_g"),
    *(
        "availability",
        "wearer",
        "return_days",
        "ships_in_days",
        "nickel",
        "tags",
        "status",
        "image",
    ),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(CELLS, min_size=len(FIELDS), max_size=len(FIELDS)), max_size=4))
def test_any_table_is_imported_or_its_rows_are_named(
    bring_rows: Import, rows: list[list[str]]
) -> None:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([FIELDS, *rows])
    mapping = "currency: USD\nfields: {" + ", ".join(f"{one}: {one}" for one in FIELDS) + "}"
    try:
        report = bring_rows(text.getvalue().encode("utf-8", "replace").decode(), mapping)
    except FeedError:
        return
    for product in report.products:
        assert product.price.minor > 0
        assert product.id
        assert all(words for words in (*product.name.values(), *product.description.values()))
        numbers = [product.length_mm, product.metal_weight_g, *(s.mm for s in product.sizes)]
        assert all(number is None or number > 0 for number in numbers)
    assert (
        len(report.products)
        + len({one.row for one in report.problems if one.severity != "warning"})
        == report.rows
    )


def test_the_samples_open_as_what_they_are() -> None:
    kinds = {
        "shopify.csv": "shopify",
        "google.tsv": "google",
        "google_rss.xml": "google-xml",
        "google_atom.xml": "google-xml",
        "chinese_gb18030.csv": "csv",
    }
    for name, kind in kinds.items():
        assert open_feed(FEEDS / "handmade" / name).format == kind
