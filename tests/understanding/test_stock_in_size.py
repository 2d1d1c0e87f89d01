"""A question about stock in one size, of the piece that is talked of."""

from __future__ import annotations

import pytest

from tests.reading import Reader


@pytest.mark.parametrize(
    "said",
    [
        "is it in stock in her size",
        "is it available in US 8?",
        "do you have this in stock in size 7?",
        "她的尺寸有现货吗",
        "这个尺码有没有现货",
        "美码8号有现货吗",
    ],
)
def test_stock_is_asked_of_the_size(reader: Reader, said: str) -> None:
    session = reader.session(("R-013", "R-128"), ("R-128",), category="ring", ring_size_mm=51.9)
    meant = reader(said, session)
    assert (meant.intent, meant.fields, meant.edits) == ("describe", ("in_size",), ())


@pytest.mark.parametrize(
    "said", ["silver rings in stock in US 7", "which of these are in stock in her size", "有现货吗"]
)
def test_what_is_asked_of_the_shop_or_of_no_size_is_not(reader: Reader, said: str) -> None:
    session = reader.session(("R-013", "R-128"), ("R-128",), category="ring", ring_size_mm=51.9)
    assert "in_size" not in reader(said, session).fields


def test_with_no_piece_talked_of_it_is_a_wish(reader: Reader) -> None:
    session = reader.session(("R-013", "R-128"), category="ring", ring_size_mm=51.9)
    assert "in_size" not in reader("她的尺寸有现货吗", session).fields
