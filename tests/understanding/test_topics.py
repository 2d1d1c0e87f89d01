"""The knowledge keys in a question: months, years, and the narrower theme before the wider."""

from __future__ import annotations

import re

import pytest

from assistant.catalogue.product import Product
from assistant.terms import Vocabulary
from assistant.understanding.text import fold_text
from assistant.understanding.topics import THEMES, find_topics
from tests.reading import Reader


def topics(words: str) -> tuple[str, ...]:
    return find_topics(fold_text(words), ())


@pytest.mark.parametrize(
    ("words", "month"),
    [
        ("what's the birthstone for May", "may"),
        ("which stone is for October babies", "october"),
        ("I was born in July, what is my stone", "july"),
        ("11月的诞生石是什么", "november"),
        ("五月出生的戴什么石头", "may"),
        ("十二月生日石", "december"),
    ],
)
def test_a_month_of_birth_is_named(words: str, month: str) -> None:
    assert month in topics(words)
    assert "birthstone" in topics(words)


@pytest.mark.parametrize("words", ["may I see it", "送到要3月5号", "in March I fly to Rome"])
def test_a_month_that_is_nobodys_birth_names_no_stone(words: str) -> None:
    assert not {"may", "march"}.intersection(topics(words))


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("our 25th anniversary", "year_25"),
        ("what stone is for the 40th wedding anniversary", "year_40"),
        ("ten years of marriage", "year_10"),
        ("the thirtieth anniversary stone", "year_30"),
        ("a twenty-fifth anniversary", "year_25"),
        ("we have been married forty years", "year_40"),
        ("结婚十周年送什么", "year_10"),
        ("结婚三十年", "year_30"),
        ("二十五周年是什么婚", "year_25"),
        ("金婚是多少年", "year_50"),
        ("what is a ruby wedding", "year_40"),
    ],
)
def test_the_year_of_an_anniversary_is_read_however_it_is_said(words: str, year: str) -> None:
    assert year in topics(words)


@pytest.mark.parametrize(
    ("words", "asked", "wider"),
    [
        ("does white gold contain nickel", "nickel", "white_gold"),
        ("does GIA still grade lab grown diamonds", "lab_report", "laboratory"),
        ("is a UK hallmark required", "hallmark_abroad", "hallmark"),
        ("what's the resale value of a 1 carat diamond", "investment", "carat_size"),
        ("求婚戒指和结婚对戒一样吗", "wedding", "couple_rings"),
        ("翡翠和和田玉哪个硬", "hardness", "hetian"),
    ],
)
def test_a_narrower_question_answers_the_wider_one(words: str, asked: str, wider: str) -> None:
    assert asked in topics(words)
    assert wider not in topics(words)


@pytest.mark.parametrize("theme", THEMES)
def test_a_theme_that_looks_ahead_does_so_once(theme: str) -> None:
    """From every place of a long sentence it would take seconds."""
    assert not re.search(r"(?<!\^)\(\?=\.\*", THEMES[theme].pattern)


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary, products: dict[str, Product]) -> Reader:
    return Reader(vocabulary, products)


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("还是 platinum 吧", "refine"),
        ("gold, I mean rose gold", "refine"),
        ("What's the most expensive platinum ring you have?", "extreme"),
        ("which metals do these come in", "survey"),
        ("what is the making charge on the first one", "gold_maths"),
        ("can you repair a broken clasp", "policy"),
        ("金的还是银的好看", "advice"),
    ],
)
def test_a_question_of_knowledge_is_told_from_what_looks_like_it(
    words: str, intent: str, read: Reader
) -> None:
    table = read.session(tuple(read.products)[:3], metal="silver")
    assert read(words, table).intent == intent


@pytest.mark.parametrize(
    ("said", "topic"),
    [
        ("是真的吗", "authenticity"),
        ("is it real", "authenticity"),
        ("这些是正品吗", "authenticity"),
        ("is this diamond 真的 or fake", "authenticity"),
        ("这个钻石产地哪里", "origin"),
        ("where do your diamonds come from", "origin"),
        ("where is it from, which country", "origin"),
    ],
)
def test_with_no_piece_shown_truth_and_origin_have_an_honest_card(
    reader: Reader, said: str, topic: str
) -> None:
    understanding = reader(said)
    assert understanding.intent == "advice"
    assert topic in understanding.topics


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("is it real", "metal"),
        ("是真的吗", "metal"),
        ("保真吗", "certificate"),
        ("产地是哪里", "origin"),
        ("where was it mined", "origin"),
    ],
)
def test_of_a_piece_talked_of_its_record_is_told(reader: Reader, said: str, field: str) -> None:
    understanding = reader(said, reader.session(("R-001", "R-002"), ("R-001",)))
    assert understanding.intent == "describe"
    assert field in understanding.fields


@pytest.mark.parametrize(
    "words", ["which finger is an engagement ring worn on", "订婚戒指戴哪个手指", "婚戒戴哪根手指"]
)
def test_which_finger_asks_nothing_else_of_the_occasion(reader: Reader, words: str) -> None:
    asked = reader(words).topics
    assert "which_finger" in asked
    assert not {"engagement", "wedding", "ring_size"}.intersection(asked)
