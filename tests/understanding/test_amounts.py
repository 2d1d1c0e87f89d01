"""Money, sizes and weights as shoppers write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.understanding.amounts import find_amounts
from assistant.understanding.text import fold_text, read_cn_number


def read(text: str, **about: bool) -> list[tuple[str, float | None, float | None, str | None]]:
    options = {"about_bangle": False, "answers_price": False} | about
    return [
        (one.kind, one.low, one.high, one.currency)
        for one in find_amounts(fold_text(text), **options)
    ]


@pytest.mark.parametrize(
    ("said", "low", "high", "currency"),
    [
        ("under 4000", None, 4000, None),
        ("around $500", 450, 550, "USD"),
        ("1,500 to 2,000", 1500, 2000, None),
        ("between 1500 and 2000 dollars", 1500, 2000, "USD"),
        ("2k", 1800, 2200, None),
        ("less than 2.5k", None, 2500, None),
        ("two thousand five hundred dollars or less", None, 2500, "USD"),
        ("under$60", None, 60, "USD"),
        ("between eighty and a hundred and fifty pounds", 80, 150, "GBP"),
        ("两千到呃两千到三千五之间", 2000, 3500, None),
        ("2500 rand is my limit", None, 2500, "ZAR"),
        ("Budget五萬港紙以內", None, 50000, "HKD"),
        ("not more than let's say two thousand", None, 2000, None),
        ("at least 3,000 yuan", 3000, None, "CNY"),
        ("my budget is 3000", None, 3000, None),
        ("HK$5,000 or less", None, 5000, "HKD"),
        ("两千块", 1800, 2200, "CNY"),
        ("两千块以内", None, 2000, "CNY"),
        ("预算三千到五千", 3000, 5000, None),
        ("一万二左右", 10800, 13200, None),
        ("1.5万以下", None, 15000, None),
        ("两三千的", 2000, 3000, None),
        ("3000 for both of them", None, 3000, None),
        ("一共8000", None, 8000, None),
        ("不超过5000元", None, 5000, "CNY"),
        ("三千以上", 3000, None, None),
        ("100欧元以内", None, 100, "EUR"),
    ],
)
def test_money_is_read(said: str, low: float, high: float, currency: str | None) -> None:
    assert read(said) == [("money", low, high, currency)]


@pytest.mark.parametrize(
    ("said", "kind", "value"),
    [
        ("size 7", "ring", 54.4),
        ("US 7.5", "ring", 55.7),
        ("EU 54", "ring", 54.0),
        ("大陆码16号", "ring", 56.0),
        ("内地十八号", "ring", 58.0),
        ("UK N 1/2", "ring", 54.7),
        ("圈口56", "bangle", 56.0),
        ("56mm圈口", "bangle", 56.0),
        ("手围17厘米", "girth", 170.0),
        ("45cm", "length", 450.0),
        ("18 inch", "length", 457.2),
        ("0.5 carat", "carat", 0.5),
        ("50分", "carat", 0.5),
        ("一克拉", "carat", 1.0),
        ("5克", "weight", 5.0),
    ],
)
def test_sizes_and_weights_are_read(said: str, kind: str, value: float) -> None:
    ((found, low, high, _),) = read(said)
    assert (found, low, high) == (kind, value, value)


@pytest.mark.parametrize(
    "said",
    [
        "the second one",
        "第二个",
        "千足金",
        "14 carat gold",
        "18k gold",
        "925 silver",
        "三石戒指",
        "one more thing",
        "show me 3 rings",
        "520礼物",
        "第三款",
        "两个都要",
        "my phone number is 13800138000",
        "order 20391 hasn't arrived",
        "能不能便宜两百",
        "给我优惠200块",
        "50 dollars off",
    ],
)
def test_numbers_that_are_no_amounts_are_left_alone(said: str) -> None:
    assert read(said) == []


def test_a_bare_number_answers_the_budget_question() -> None:
    assert read("3000", answers_price=True) == [("money", None, 3000, None)]


def test_a_size_is_a_bangles_when_bangles_are_talked_of() -> None:
    assert read("size 56", about_bangle=True)[0][0] == "bangle"


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("两千五", 2500),
        ("一万二", 12000),
        ("十八", 18),
        ("一千零五", 1005),
        ("三百二十", 320),
        ("二十万", 200_000),
        ("一万零五百", 10500),
    ],
)
def test_chinese_numerals(word: str, number: int) -> None:
    assert read_cn_number(word) == number


@given(st.text(max_size=300))
def test_any_text_is_read_without_error(text: str) -> None:
    for kind, low, high, _ in read(text):
        assert kind
        assert low is None or high is None or low <= high


@given(st.integers(min_value=200, max_value=99_999_999))
def test_a_written_price_comes_back_whatever_its_separators(price: int) -> None:
    for written in (f"under {price}", f"under {price:,}", f"{price}元以内"):
        ((kind, low, high, _),) = read(written)
        assert (kind, low, high) == ("money", None, price)
