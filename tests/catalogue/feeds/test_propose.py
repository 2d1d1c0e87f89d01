"""A proposal is read from headers and cells, says what it decided, and never guesses a price."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.catalogue.feeds.errors import MappingError
from assistant.catalogue.feeds.formats import open_feed
from assistant.catalogue.feeds.mapping import FeedMapping, read_mapping
from assistant.catalogue.feeds.propose import propose_mapping
from assistant.catalogue.product import Size
from assistant.money import Money
from assistant.terms import Vocabulary
from tests.catalogue.feeds.conftest import Import

Propose = Callable[..., str]


@pytest.fixture
def propose(tmp_path: Path, shop_vocabulary: Vocabulary) -> Propose:
    def text_of(rows: str, currency: str | None = None) -> str:
        path = tmp_path / "feed.csv"
        path.write_text(rows, encoding="utf-8")
        return propose_mapping(open_feed(path), shop_vocabulary, currency)

    return text_of


def columns(mapping: FeedMapping) -> dict[str, tuple[str, ...]]:
    names = (*mapping.fields, *mapping.staff)
    return {name: mapping.columns(name) for name in names}


GERMAN_STYLE = """SKU;Title;Type;Metal Type;Stone Type;Total Carat Weight;Ring Size;Price (EUR);Qty
R1;Oval Ring;Rings;18K Yellow Gold;Sapphire;1.25;US 6;1.299,00;2
R2;Solitaire;Rings;Platinum 950;Lab-Grown Diamond;1 ct;7;2.450,50 €;
R3;Duo;Rings;Platinum & 18K Gold;Diamond and Ruby;0.5;8;980,00;1
"""


def test_headers_units_currency_and_decimals_are_found(bring_rows: Import) -> None:
    first, second, third = bring_rows(GERMAN_STYLE).products
    assert (first.id, first.price) == ("R1", Money(129900, "EUR"))
    assert (first.stones[0].stone, first.stones[0].carat) == ("sapphire", 1.25)
    assert first.sizes == (Size("ring_size_mm", 51.9, "in_stock"),)
    assert (second.metal, second.purity) == ("platinum", "pt950")
    assert (second.stones[0].origin, second.price) == ("laboratory", Money(245050, "EUR"))
    assert second.sizes[0].availability is None
    assert third.metal is None  # platinum and gold: which is the ring's?
    assert [one.carat for one in third.stones] == [None, None]


def test_an_article_number_is_the_id_and_stays_with_the_staff(propose: Propose) -> None:
    mapping = read_mapping(propose(GERMAN_STYLE))
    assert columns(mapping)["id"] == columns(mapping)["sku"] == ("SKU",)


def test_chinese_headers_are_known(bring_rows: Import) -> None:
    rows = (
        "商品编号,商品标题,品类,材质,颜色,主石,主石重量(克拉),净度,证书,价格(元)\n"
        "A1,六爪钻戒,戒指,PT950铂金,白色,钻石,0.5,VS1,GIA,25800\n"
        "A2,和田玉手镯,手镯,,,和田玉,,,国检,8800\n"
        "A4,玫瑰金项链,项链,18K金,玫瑰金,无,,,,3280\n"
    )
    ring, bangle, chain = bring_rows(rows).products
    assert (ring.metal, ring.purity, ring.certificate) == ("platinum", "pt950", "gia")
    assert (ring.stones[0].carat, ring.stones[0].clarity) == (0.5, "VS1")
    assert [one.stone for one in bangle.stones] == ["nephrite"]
    assert (chain.purity, chain.metal_colour, chain.price) == ("18k", "rose", Money(328000, "CNY"))


def test_a_column_is_known_by_its_cells_where_its_header_says_nothing(propose: Propose) -> None:
    rows = "id,name,price,x,y,z\n" + "".join(
        f"{n},Piece {n},5,{kind},{metal},https://a.example/{n}.jpg\n"
        for n, kind, metal in (
            (1, "rings", "gold"),
            (2, "earrings", "silver"),
            (3, "brooch", "18k gold"),
        )
    )
    found = columns(read_mapping(propose(rows, "USD")))
    assert (found["category"][0], found["material"], found["image"]) == ("x", ("y",), ("z",))


def test_every_column_is_mapped_or_ignored_with_a_reason(propose: Propose) -> None:
    rows = "id,name,price,type,rating,warehouse\n1,A,5,ring,4.5,B7\n"
    text = propose(rows, "USD")
    assert "- rating  # opinions" in text
    assert "- warehouse  # no fact" in text
    assert "currency: USD  # the feed names none: this is the shop's own" in text


def test_a_column_of_words_is_no_price_by_its_header(propose: Propose) -> None:
    with pytest.raises(MappingError, match="no column looks like price"):
        propose("id,name,price,type\n1,A,ask,ring\n2,B,call us,ring\n")


def test_a_feed_without_ids_asks_for_a_mapping(propose: Propose) -> None:
    with pytest.raises(MappingError, match="no column looks like id"):
        propose("Name,Price,Category\nRing,$50,ring\n")


def test_columns_with_names_that_yaml_would_misread_are_quoted(propose: Propose) -> None:
    rows = 'id,name,price,type,"a: b # c","yes","- x"\n1,A,5,ring,1,2,3\n'
    assert set(read_mapping(propose(rows, "USD")).ignore) == {"a: b # c", "yes", "- x"}
