"""The same list reads the same in every encoding and with every delimiter."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.catalogue.feeds.encoding import detect_encoding
from assistant.catalogue.feeds.errors import FeedError
from assistant.catalogue.feeds.formats import open_feed

CHINESE = '编号,名称,分类,价格\nA1,足金手镯,手镯,"12,800"\nA2,翡翠吊坠,吊坠,5800\n'
FRENCH = "id,name,category,price\nA1,Bague pavée d'été,ring,58\nA2,Collier Forêt,necklace,78\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])
def test_chinese_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "feed.csv"
    path.write_bytes(CHINESE.encode(encoding))
    feed = open_feed(path)
    assert feed.columns == ("编号", "名称", "分类", "价格")
    assert [row.values["名称"] for row in feed.rows()] == ["足金手镯", "翡翠吊坠"]
    assert [row.number for row in feed.rows()] == [2, 3]


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16-le", "utf-16-be"])
def test_accents_are_read_in_their_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "feed.csv"
    path.write_bytes(FRENCH.encode(encoding))
    names = [row.values["name"] for row in open_feed(path).rows()]
    assert names == ["Bague pavée d'été", "Collier Forêt"]


def test_chinese_that_comes_late_is_still_seen(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    plain = "".join(f"A{n},Plain Ring,ring,{n}\n" for n in range(20_000))
    path.write_bytes(f"id,name,category,price\n{plain}B1,翡翠手镯,手镯,5800\n".encode("gb18030"))
    assert detect_encoding(path) == "gb18030"


def test_a_false_byte_order_mark_does_not_lose_the_file(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    path.write_bytes(b"\xef\xbb\xbfid,name\n1,caf\xe9 \n")
    assert detect_encoding(path) == "latin-1"


def test_an_encoding_that_does_not_fit_is_told(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    path.write_bytes(FRENCH.encode("latin-1"))
    with pytest.raises(FeedError, match="not all utf-8"):
        list(open_feed(path, encoding="utf-8").rows())
    with pytest.raises(FeedError, match="no encoding"):
        open_feed(path, encoding="klingon")


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path: Path, delimiter: str) -> None:
    rows = [("id", "name", "price"), ("1", "a, b; c", "5"), ("2", "d | e", "6")]
    path = tmp_path / "feed.csv"
    lines = (delimiter.join(f'"{cell}"' for cell in row) for row in rows)
    path.write_text("\n".join(lines), encoding="utf-8")
    found = [row.values for row in open_feed(path).rows()]
    assert found == [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_rows_are_counted_as_a_spreadsheet_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    path.write_text('id,name\n\n1,"two\nlines"\n2,b\n', encoding="utf-8")
    assert [(row.number, row.values["id"]) for row in open_feed(path).rows()] == [
        (3, "1"),
        (4, "2"),
    ]


def test_nameless_and_repeated_columns_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "feed.csv"
    path.write_text("id,,price,price\n1,x,5,6\n", encoding="utf-8")
    assert open_feed(path).columns == ("id", "column 2", "price", "price (2)")
