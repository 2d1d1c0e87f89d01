"""Sizes by formula: the trade's known points, and there and back on every scale."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant import measures
from assistant.measures import RING_SCALES, RING_TOLERANCE_MM, RingScale

FINGERS_MM = st.floats(min_value=42, max_value=72)


@pytest.mark.parametrize(
    ("us", "across_mm", "around_mm"),
    [(5, 15.7, 49.3), (6, 16.5, 51.9), (7, 17.3, 54.4), (8, 18.1, 57.0), (10, 19.8, 62.1)],
)
def test_us_sizes_have_the_trades_known_diameters(
    us: float, across_mm: float, around_mm: float
) -> None:
    around = measures.us_ring_to_mm(us)
    assert around == pytest.approx(around_mm, abs=0.06)
    assert measures.circumference_to_diameter_mm(around) == pytest.approx(across_mm, abs=0.06)


@pytest.mark.parametrize(
    ("scale", "size"), [("us", "7"), ("eu", "54"), ("jp", "14"), ("uk", "N½"), ("cn", "14.5")]
)
def test_us_7_is_known_on_every_scale(scale: RingScale, size: str) -> None:
    assert measures.mm_to_ring(scale, measures.us_ring_to_mm(7)) == size


def test_the_mainland_number_is_the_circumference_less_40_mm() -> None:
    assert measures.cn_ring_to_mm(16) == 56
    assert measures.mm_to_cn_ring(56) == 16


def test_italy_counts_as_the_mainland_does() -> None:
    assert measures.ring_to_mm("it", "14") == measures.ring_to_mm("cn", "14")


def test_the_two_hong_kong_charts_clash_by_a_size() -> None:
    smaller, larger = measures.hk_ring_to_mm(12)
    assert larger == pytest.approx(measures.us_ring_to_mm(6), abs=0.15)
    assert measures.hk_ring_to_mm(13)[0] == pytest.approx(math.pi * 16.5, abs=0.15)
    assert 1.0 < larger - smaller < 1.2
    assert measures.mm_to_hk_ring(51.9) == (12, 13)


@pytest.mark.parametrize(
    ("letter", "half", "mm"),
    [
        ("A", False, 37.8),
        ("n", True, 54.675),
        ("Z", False, 69.05),
        ("Z+1", False, 70.3),
        ("Z+6", True, 77.175),
    ],
)
def test_uk_letters_go_up_by_an_eighth_of_a_centimetre(letter: str, half: bool, mm: float) -> None:
    assert measures.uk_ring_to_mm(letter, half) == pytest.approx(mm)


@pytest.mark.parametrize("letter", ["", "AA", "5", "M+1", "Z+7", "é"])
def test_what_is_no_uk_letter_is_refused(letter: str) -> None:
    with pytest.raises(ValueError, match="UK ring size"):
        measures.uk_ring_to_mm(letter)


@pytest.mark.parametrize("mm", [30.0, 90.0])
def test_beyond_the_uk_letters_there_is_no_size(mm: float) -> None:
    assert measures.mm_to_ring("uk", mm) is None


@pytest.mark.parametrize("scale", ["us", "cn", "jp", "hk", "it"])
def test_below_the_first_number_there_is_no_size(scale: RingScale) -> None:
    assert measures.mm_to_ring(scale, 36.5) is None


@pytest.mark.parametrize("scale", RING_SCALES)
@given(mm=FINGERS_MM)
def test_a_size_and_back_is_the_same_ring_within_the_tolerance(scale: RingScale, mm: float) -> None:
    said = measures.mm_to_ring(scale, mm)
    assert said is not None
    for number in said.split("-") if scale == "hk" else (said,):
        low, high = measures.ring_to_mm(scale, number)
        assert low - RING_TOLERANCE_MM <= mm <= high + RING_TOLERANCE_MM


@pytest.mark.parametrize("scale", RING_SCALES)
@given(first=FINGERS_MM, second=FINGERS_MM)
def test_a_larger_ring_never_has_a_smaller_size(
    scale: RingScale, first: float, second: float
) -> None:
    less, more = sorted((first, second))
    one, two = measures.mm_to_ring(scale, less), measures.mm_to_ring(scale, more)
    assert one is not None
    assert two is not None
    one, two = one.split("-")[0], two.split("-")[0]
    assert measures.ring_to_mm(scale, one) <= measures.ring_to_mm(scale, two)


@given(quarters=st.integers(min_value=12, max_value=64))
def test_a_us_quarter_size_survives_the_millimetres(quarters: int) -> None:
    assert measures.mm_to_us_ring(measures.us_ring_to_mm(quarters / 4)) == quarters / 4


@given(halves=st.integers(min_value=0, max_value=63))
def test_a_uk_half_letter_survives_the_millimetres(halves: int) -> None:
    said = measures.mm_to_uk_ring(37.8 + 0.625 * halves)
    assert measures.ring_to_mm("uk", said)[0] == pytest.approx(37.8 + 0.625 * halves)


@given(size=st.integers(min_value=1, max_value=30))
def test_a_japanese_size_survives_the_millimetres(size: int) -> None:
    assert measures.mm_to_jp_ring(measures.jp_ring_to_mm(size)) == size


@given(size=st.integers(min_value=2, max_value=33))
def test_a_hong_kong_size_is_one_of_the_two_it_comes_back_as(size: int) -> None:
    smaller, larger = measures.hk_ring_to_mm(size)
    assert measures.mm_to_hk_ring(smaller)[1] == size
    assert measures.mm_to_hk_ring(larger)[0] == size


def test_a_wide_band_is_half_a_us_size_more() -> None:
    wide = measures.wide_band_mm(measures.us_ring_to_mm(7))
    assert measures.mm_to_us_ring(wide) == 7.5


@pytest.mark.parametrize(
    ("measured", "around"), [(54.4, 54.4), (17.3, 54.35), (450, None), (5, None)]
)
def test_a_measured_length_is_around_the_finger_or_across_the_ring(
    measured: float, around: float | None
) -> None:
    found = measures.ring_from_measured_mm(measured)
    assert found == (around if around is None else pytest.approx(around, abs=0.01))


def test_a_hand_of_170_mm_takes_a_bangle_of_55_to_56() -> None:
    low, high = measures.bangle_from_hand_girth_mm(170)
    assert (round(low), round(high)) == (55, 56)


@given(girth=st.floats(min_value=140, max_value=230))
def test_a_bangle_that_fits_a_hand_is_fitted_by_it(girth: float) -> None:
    for diameter in measures.bangle_from_hand_girth_mm(girth):
        low, high = measures.hand_girth_for_bangle_mm(diameter)
        assert low - 1e-9 <= girth <= high + 1e-9


@pytest.mark.parametrize(
    ("centimetres", "name"),
    [
        (33, "collar"),
        (40, "choker"),
        (45, "princess"),
        (56, "matinee"),
        (80, "opera"),
        (150, "rope"),
    ],
)
def test_a_necklace_has_its_lengths_name(centimetres: float, name: str) -> None:
    assert measures.necklace_name(centimetres * 10) == name


def test_necklace_names_come_with_their_centimetres() -> None:
    low, high = measures.necklace_range_mm("choker")
    assert (round(low / 10), round(high / 10)) == (36, 41)
    assert measures.necklace_range_mm("rope")[1] == math.inf


@given(inches=st.floats(min_value=0.1, max_value=100))
def test_inches_survive_the_millimetres(inches: float) -> None:
    assert measures.mm_to_inches(measures.inches_to_mm(inches)) == pytest.approx(inches)


@given(st.floats(120, 230))
def test_a_bracelet_is_one_to_two_centimetres_longer_than_the_wrist(wrist: float) -> None:
    close, loose = measures.bracelet_from_wrist_mm(wrist)
    assert (close - wrist, loose - wrist) == (pytest.approx(10), pytest.approx(20))
