"""How a merchant's price came about: by weight with its parts, or one price."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.catalogue.product import Pricing
from tests.catalogue.feeds.conftest import Import

HEAD = "货号,品名,类别,材质,金重(克),售价(元),计价方式,金价,工费,金价日期\n"


def test_a_price_by_weight_comes_in_with_its_parts(bring_rows: Import) -> None:
    row = "Z1,足金素圈戒指,戒指,足金999,3.20,4012.80,按克,1179,240,2026-11-20\n"
    (product,) = bring_rows(HEAD + row).products
    assert product.pricing == Pricing("by weight", 117_900, 24_000, date(2026, 11, 20))
    assert product.price.minor == 401_280


def test_one_price_has_no_parts(bring_rows: Import) -> None:
    row = "Z1,足金素圈戒指,戒指,足金999,3.20,4999,一口价,1179,240,\n"
    (product,) = bring_rows(HEAD + row).products
    assert product.pricing == Pricing("fixed")


def test_labour_alone_says_nothing_of_how_the_price_came_about(bring_rows: Import) -> None:
    row = "Z1,足金素圈戒指,戒指,足金999,3.20,4999,,,240,\n"
    (product,) = bring_rows(HEAD + row).products
    assert product.pricing is None


@pytest.mark.parametrize(("mode", "per_gram"), [("看心情", ""), ("按克", "free")])
def test_what_cannot_be_read_is_told_and_stays_unknown(
    bring_rows: Import, mode: str, per_gram: str
) -> None:
    report = bring_rows(HEAD + f"Z1,足金素圈戒指,戒指,足金999,3.20,4999,{mode},{per_gram},240,\n")
    (product,) = report.products
    assert product.pricing in (None, Pricing("by weight", None, 24_000, None))
    assert len(report.problems) == 1
