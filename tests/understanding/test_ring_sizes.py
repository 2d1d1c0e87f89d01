"""Sizes of fingers and wrists, on the scale that is named."""

from __future__ import annotations

import pytest

from assistant import measures
from assistant.understanding.amounts import find_amounts
from assistant.understanding.ring_sizes import named_scale, size_ambiguity
from assistant.understanding.text import fold_text


def sizes(said: str) -> list[tuple[str, float | None]]:
    found = find_amounts(fold_text(said), about_bangle=False, answers_price=False)
    return [(one.kind, one.low) for one in found]


@pytest.mark.parametrize(
    ("said", "mm"),
    [
        ("my European size is 58", 58.0),
        ("I'm a UK size S", 60.3),
        ("ring size M and a half", 53.4),
        ("US size 6", 51.9),
        ("6 and a half US", 53.1),
        ("美码7号半", 55.7),
        ("美国尺寸 size 9", 59.5),
        ("大陆的12号", 52.0),
        ("16号，内地的", 56.0),
        ("日本11号", 51.3),
        ("italian size 14", 54.0),
        ("手寸是58毫米", 58.0),
        ("inside diameter of 18 mm", 56.5),
        ("I wear a 54", 54.0),
    ],
)
def test_a_ring_size_is_read_on_its_scale(said: str, mm: float) -> None:
    assert sizes(said) == [("ring", mm)]


def test_a_hong_kong_size_lies_between_its_two_charts() -> None:
    low, high = measures.hk_ring_to_mm(13)
    ((kind, mm),) = sizes("港码13号")
    assert kind == "ring"
    assert mm is not None
    assert low < mm < high


@pytest.mark.parametrize(
    "said", ["12号之前要", "3月12号", "12号生日", "第12号", "二十分钟", "十分喜欢"]
)
def test_days_and_degrees_are_no_sizes(said: str) -> None:
    assert sizes(said) == []


def test_a_bare_hao_is_the_mainlands_or_hong_kongs() -> None:
    text = fold_text("我戴12号")
    amounts = find_amounts(text, about_bangle=False, answers_price=False)
    unclear = size_ambiguity(text, amounts)
    assert unclear is not None
    assert (unclear.words, unclear.slot) == ("12号", "ring_size_mm")
    assert [one.value for one in unclear.meanings] == ["cn:12", "hk:12"]
    cn, hk = (one.edits[0].value for one in unclear.meanings)  # type: ignore[union-attr]
    assert cn == measures.cn_ring_to_mm(12)
    assert measures.hk_ring_to_mm(12)[0] < hk < measures.hk_ring_to_mm(12)[1]  # type: ignore[operator]


def test_a_size_with_its_scale_is_not_ambiguous() -> None:
    text = fold_text("大陆码12号")
    amounts = find_amounts(text, about_bangle=False, answers_price=False)
    assert size_ambiguity(text, amounts) is None


@pytest.mark.parametrize(("said", "scale"), [("内地的", "cn"), ("hong kong", "hk"), ("好的", None)])
def test_a_scale_answers_by_its_name(said: str, scale: str | None) -> None:
    assert named_scale(said) == scale
