"""A reason given beside a wish names what is not wished for."""

from __future__ import annotations

import pytest

from assistant.understanding.reasons import drop_reasons
from assistant.understanding.text import fold_text
from tests.reading import Reader


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("培育钻就行，天然的真买不起", "培育钻就行"),
        ("三十克有点吃力，二十到二十五克吧", "20到25克吧"),
        ("黑的显老，什么颜色都行吧", "什么颜色都行吧"),
        ("黄金太贵，看看银的", "看看银的"),
        ("珍珠显老，不要", "珍珠不要"),
    ],
)
def test_a_reason_is_left_out_and_its_rejection_kept(said: str, left: str) -> None:
    assert drop_reasons(fold_text(said)) == left


@pytest.mark.parametrize("said", ["第一个太贵了，便宜点的", "太贵了", "这个显老，换一批"])
def test_what_is_said_of_a_piece_is_no_mere_reason(said: str) -> None:
    assert drop_reasons(fold_text(said)) == fold_text(said)


def test_what_cannot_be_afforded_is_not_wished_for(reader: Reader) -> None:
    read = reader("培育钻就行，天然的真买不起")
    assert read.intent == "search"
    assert "natural" not in str(read.edits)
