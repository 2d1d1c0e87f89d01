"""Days and addresses in merchants' files: taken over where they are plain, else left unknown."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.catalogue.feeds.dates import read_day, read_period
from assistant.catalogue.feeds.errors import Unreadable
from tests.catalogue.feeds.conftest import Import

HEAD = "id,name,category,price,currency,url,published at\n"


@pytest.mark.parametrize(
    "written",
    ["2026-11-01", "2026/11/1", "2026.11.01", "2026年11月1日", "2026-11-01T23:30:00-08:00"],
)
def test_a_day_with_the_year_first_is_read_as_it_is_written(written: str) -> None:
    assert read_day(written) == date(2026, 11, 1)


@pytest.mark.parametrize("written", ["01/11/2026", "2026-13-01", "November", "20261101", ""])
def test_a_day_that_two_readers_read_differently_is_none(written: str) -> None:
    with pytest.raises(Unreadable):
        read_day(written)


def test_a_period_has_two_days() -> None:
    assert read_period("2026-11-01T00:00+0800/2026-11-30") == (
        date(2026, 11, 1),
        date(2026, 11, 30),
    )
    with pytest.raises(Unreadable):
        read_period("2026-11-01")


def test_a_merchants_page_and_day_come_in_with_the_piece(bring_rows: Import) -> None:
    row = "r1,Gold ring,ring,900,CNY,https://shop.example/r1,2026-05-02 10:00\n"
    (product,) = bring_rows(HEAD + row).products
    assert (product.link, product.listed_on) == ("https://shop.example/r1", date(2026, 5, 2))


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "https://a:b@shop.example/", "/r1", "https://x/\"onclick='"]
)
def test_a_page_that_is_no_safe_address_stays_unknown_and_is_told(
    bring_rows: Import, link: str
) -> None:
    quoted = '"' + link.replace('"', '""') + '"'
    report = bring_rows(HEAD + f"r1,Gold ring,ring,900,CNY,{quoted},2/5/2026\n")
    assert (report.products[0].link, report.products[0].listed_on) == (None, None)
    assert [problem.field for problem in report.problems] == ["link", "listed_on"]
