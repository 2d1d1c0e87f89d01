"""A mapping that is wrong names its key and what is allowed; patterns stay quick."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.catalogue.feeds.errors import FeedError, MappingError
from assistant.catalogue.feeds.mapping import load_mapping, read_mapping
from assistant.catalogue.feeds.patterns import LONGEST_INPUT, read_pattern
from assistant.money import Money
from tests.catalogue.feeds.conftest import Import

LEAST = "fields: {id: a, name: b, category: c, price: d}\n"


@pytest.mark.parametrize(
    ("mapping", "told"),
    [
        ("fields: {id: a, name: b, category: c}", "lacks price"),
        ("fields: {id: a, nam: b}", "'fields' has the key 'nam'; allowed: id"),
        (LEAST + "staff: {margin: x}", "'staff' has the key 'margin'; allowed: sku"),
        (LEAST + "currency: yuan", "'currency' is 'yuan'; expected an ISO 4217"),
        (LEAST + "language: fr", "'language' is 'fr'; allowed: en, zh"),
        (LEAST + "ignore: all", "'ignore' is 'all'; expected a list"),
        (LEAST.replace("id: a", "id: {colum: a}"), "'id' has the key 'colum'"),
        (LEAST.replace("id: a", "id: {unit: mm}"), "'id' needs a 'column'"),
        (LEAST.replace("id: a", "id: {column: a, unit: ell}"), "the unit 'ell'; allowed"),
        (LEAST.replace("id: a", "id: {column: a, pattern: '('}"), "no regular expression"),
        ("- one\n- two", "'mapping' is"),
        ("fields: {id: [", "no YAML"),
        ("", "'mapping' is empty"),
        ("!!python/object/apply:os.system [ls]", "'mapping' is"),
        ("[" * 3000, "no YAML"),
    ],
)
def test_the_wrong_key_is_named(mapping: str, told: str) -> None:
    with pytest.raises(MappingError, match="(?s)" + told.replace("(", r"\(").replace("[", r"\[")):
        read_mapping(mapping)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(MappingError, match="cannot be read"):
        load_mapping(tmp_path / "none.yaml")


def test_a_column_that_the_feed_lacks_is_named(bring_rows: Import) -> None:
    with pytest.raises(FeedError, match="'price' reads the column 'd', which the feed does not"):
        bring_rows("a,b,c\n1,2,3\n", LEAST)


def test_values_are_replaced_defaulted_and_emptied(bring_rows: Import) -> None:
    mapping = """
currency: USD
fields:
  id: id
  name: name
  category: {column: kind, map: {R: ring, E: earrings}}
  price: price
  wearer: {default: women}
  metal: {column: metal, map: {AU: gold, mix: }}
"""
    report = bring_rows("id,name,kind,price,metal\n1,A,r,5,au\n2,B,E,5,mix\n", mapping)
    first, second = report.products
    assert (first.category, first.metal, first.wearer) == ("ring", "gold", "women")
    assert (second.category, second.metal) == ("earrings", None)
    assert report.problems == ()


def test_a_fact_is_taken_from_prose_only_by_a_pattern(bring_rows: Import) -> None:
    rows = "id,name,kind,price,text\n1,A,necklace,5,A chain of 18 inch length in 14K gold\n"
    base = "currency: USD\nfields: {id: id, name: name, category: kind, price: price, "
    plain = bring_rows(rows, base + "description: text}")
    assert (plain.products[0].length_mm, plain.products[0].metal) == (None, None)
    pattern = r"length_mm: {column: text, pattern: '(\d+ inch) length'}}"
    assert bring_rows(rows, base + pattern).products[0].length_mm == 457.2


def test_a_feed_may_name_its_currency_by_row(bring_rows: Import) -> None:
    mapping = LEAST.replace("price: d", "price: d, currency: e")
    report = bring_rows("a,b,c,d,e\n1,A,ring,5,eur\n2,B,ring,5,GBP\n3,C,ring,5,euro\n", mapping)
    assert [one.price for one in report.products] == [Money(500, "EUR"), Money(500, "GBP")]
    assert [(one.row, one.field) for one in report.bad_rows] == [(4, "currency")]


def test_texts_in_two_languages(bring_rows: Import) -> None:
    mapping = "currency: CNY\nfields: {id: a, name.en: b, name.zh: c, category: d, price: e}"
    (ring,) = bring_rows("a,b,c,d,e\n1,Ring,戒指,ring,5\n", mapping).products
    assert ring.name == {"en": "Ring", "zh": "戒指"}


@pytest.mark.parametrize(
    "pattern",
    [r"(a+)+$", r"(a*)*", r"(?:a+b?)+", r"((a+))+", r"(a+){2,}", r"(.*)\1", r"(?=a+)b", r"a*b*c*",
     r"(?P<n>a)", r"a" * 201, r"(?:a|a)*b", r"(?:a?){9}b", r"a?" * 60, r"(a|b)" * 30],
)  # fmt: skip
def test_a_pattern_that_may_be_slow_is_refused(pattern: str) -> None:
    with pytest.raises(MappingError):
        read_pattern(pattern)


@pytest.mark.parametrize(
    "pattern", [r"a*a*b", r".*.*x", r"[a]+[a]+$x", r"a?a?a?a?a*a*b", r"(?:a|a)(?:a|a)a*a*b"]
)
def test_an_allowed_pattern_is_quick_on_the_worst_cell(pattern: str) -> None:
    allowed = read_pattern(pattern)
    start = time.perf_counter()
    assert allowed.find("a" * 100_000) is None
    assert time.perf_counter() - start < 5


def test_a_pattern_gives_its_group_and_knows_no_case() -> None:
    found = read_pattern(r"(\d+(?:[./]\d+)? inch(?:es)?) length").find("a 2.5 INCH length")
    assert found == "2.5 INCH"
    assert read_pattern(r"[)\]]x{2}").find("])xx") == ")xx"
    assert read_pattern("z").find("a" * LONGEST_INPUT + "z") is None


@given(st.text(alphabet="ab()[]{}*+?|\\.,12^$", max_size=12), st.text(alphabet="ab", max_size=40))
def test_any_pattern_is_refused_or_runs(pattern: str, cell: str) -> None:
    try:
        allowed = read_pattern(pattern)
    except MappingError:
        return
    found = allowed.find(cell)
    assert found is None or found in cell


def test_a_name_tells_the_category_only_where_the_column_is_vague(bring_rows: Import) -> None:
    mapping = """
currency: USD
fields: {id: id, name: name, category: [kind, name], price: price}
"""
    rows = "1,Ruby Ring,Fine Jewelry,5\n2,Ring Print,Posters,5\n3,Opal Ring,,5\n4,Ring Tray,,5\n"
    report = bring_rows(f"id,name,kind,price\n{rows}", mapping)
    assert [one.id for one in report.products] == ["1", "3"]
    assert [(one.row, one.field) for one in report.bad_rows] == [(3, "category"), (5, "category")]
