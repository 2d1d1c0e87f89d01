"""Sizes of fingers and wrists, on the scale that is named."""

from __future__ import annotations

import pytest

from assistant import measures
from assistant.constraints import Want
from assistant.understanding.amounts import find_amounts
from assistant.understanding.ring_sizes import named_scale, size_ambiguity
from assistant.understanding.text import fold_text
from tests.reading import Reader


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


@pytest.mark.parametrize(
    ("said", "mm", "scales"),
    [
        ("大陆12号是美码几号", [52.0], ("scale_cn", "scale_us")),
        ("港码14 = US 多少", [53.5], ("scale_hk", "scale_us")),
        ("what is a UK N in US and EU", [54.0], ("scale_uk", "scale_us", "scale_eu")),
        ("is 12 mainland the same as 54 mm round?", [52.0, 54.0], ("scale_cn",)),
        ("is a US 7 bigger than a UK N", [54.4, 54.0], ("scale_us", "scale_uk")),
        ("美码7和港码14一样大吗", [54.4, 53.5], ("scale_us", "scale_hk")),
        ("US 6 和 大陆码12号 一样吗", [51.9, 52.0], ("scale_us", "scale_cn")),
    ],
)
def test_a_question_of_two_scales_or_sizes_is_one_of_sizing(
    reader: Reader, said: str, mm: list[float], scales: tuple[str, ...]
) -> None:
    understanding = reader(said)
    assert (understanding.intent, understanding.edits) == ("sizing", ())
    figures = understanding.figures
    sizes = [figures[one] for one in ("ring_size_mm", "other_ring_size_mm") if one in figures]
    assert sizes == mm
    assert tuple(one for one in understanding.topics if one.startswith("scale_")) == scales


@pytest.mark.parametrize(
    "said", ["do you have rings in US 6 or US 7", "有12号和14号大陆码的戒指吗"]
)
def test_goods_in_two_sizes_are_looked_for(reader: Reader, said: str) -> None:
    assert reader(said).intent == "search"


@pytest.mark.parametrize(
    ("said", "figure", "mm"),
    [
        ("我手围十七厘米", "hand_girth_mm", 170.0),
        ("my hand measures 18 cm around", "hand_girth_mm", 180.0),
        ("my wrist is 17 cm", "wrist_mm", 170.0),
        ("我手腕16厘米", "wrist_mm", 160.0),
        ("my wrist 是 16 cm", "wrist_mm", 160.0),
        ("is that right for an 18cm hand", "hand_girth_mm", 180.0),
    ],
)
def test_a_measure_told_alone_wants_to_know_what_fits(
    reader: Reader, said: str, figure: str, mm: float
) -> None:
    understanding = reader(said, reader.session(category="bracelet"))
    assert (understanding.intent, understanding.edits) == ("sizing", ())
    assert understanding.figures == {figure: mm}


def test_a_finger_told_in_mm_is_converted(reader: Reader) -> None:
    understanding = reader("my finger is 54 mm around, what US size am I")
    assert understanding.intent == "sizing"
    assert understanding.figures == {"length_mm": 54.0}


def test_a_length_that_fits_a_wrist_is_wished_for(reader: Reader) -> None:
    edits = reader("18 cm would fit my wrist", reader.session(category="bracelet")).edits
    assert edits == (Want("length_mm", 180.0),)


@pytest.mark.parametrize(
    ("said", "length_mm"),
    [
        ("bracelet for a 17 cm wrist", 185),
        ("a silver bracelet, my wrist is 6.5 inches", 180),
        ("手腕17厘米的手链", 185),
        ("16厘米的手腕，要手链", 175),
    ],
)
def test_a_bracelet_is_longer_than_the_wrist_that_it_goes_round(
    reader: Reader, said: str, length_mm: float
) -> None:
    assert Want("length_mm", length_mm) in reader(said).edits


@pytest.mark.parametrize("said", ["bangles for a 17 cm wrist", "手腕17厘米的手镯"])
def test_a_wrist_is_no_length_of_a_bangle(reader: Reader, said: str) -> None:
    assert {one.slot for one in reader(said).edits if isinstance(one, Want)} == {"category"}


@pytest.mark.parametrize(
    "said",
    [
        "do you have rings in US 6 or US 7",
        "rings in US 6 or 7",
        "有没有美码6号或者7号的戒指",
        "美码6号还是7号的戒指都行",
    ],
)
def test_of_two_sizes_one_is_asked_for_and_neither_wished(reader: Reader, said: str) -> None:
    meant = reader(said)
    assert meant.ambiguity is not None
    assert [one.value for one in meant.ambiguity.meanings] == ["us:6", "us:7"]
    assert "ring_size_mm" not in {one.slot for one in meant.edits}


def test_a_size_that_is_put_right_is_not_asked_about(reader: Reader) -> None:
    meant = reader("rings in US 6, sorry, US 7")
    assert meant.ambiguity is None
    assert Want("ring_size_mm", 54.4) in meant.edits
