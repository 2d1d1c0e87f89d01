"""Knowledge cards: each states its source, in both languages, and never what must not be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.errors import KnowledgeError
from assistant.knowledge.card import Card
from assistant.knowledge.cards import load_cards
from assistant.terms import LANGUAGES, Vocabulary
from assistant.understanding.cues.service import POLICY
from assistant.understanding.topics import THEMES
from tests.reading import ASSETS

GOOD = """
- id: care-test
  keys: [pearl]
  text: {en: Wipe it., zh: 擦拭。}
  source: A test
  date: "2026-11-24"
  confidence: high
"""


@pytest.fixture(scope="module")
def cards() -> tuple[Card, ...]:
    return load_cards(ASSETS / "knowledge" / "cards")


def write(folder: Path, text: str, name: str = "care.yaml") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_cards_topic_is_its_file(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (card,) = load_cards(tmp_path)
    assert (card.topic, card.keys, card.text["zh"]) == ("care", ("pearl",), "擦拭。")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("  keys: [pearl]\n", "keys"),
        ("  source: A test\n", "source"),
        ('  date: "2026-11-24"\n', "date"),
        ("  confidence: high\n", "confidence"),
        ("  text: {en: Wipe it., zh: 擦拭。}\n", "text"),
    ],
)
def test_a_card_without_a_field_is_refused_by_file_and_field(
    tmp_path: Path, line: str, field: str
) -> None:
    write(tmp_path, GOOD.replace(line, ""))
    with pytest.raises(KnowledgeError, match=rf"care\.yaml.*care-test.*{field}"):
        load_cards(tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[pearl]", "pearl"),
        (", zh: 擦拭。", ""),
        ("high", "certain"),
        ("confidence: high", "confidence: high\n  gentleness: 6"),
        ("confidence: high", "confidence: high\n  gentleness: very"),
    ],
)
def test_a_card_of_the_wrong_form_is_refused(tmp_path: Path, old: str, new: str) -> None:
    write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(KnowledgeError, match="care-test"):
        load_cards(tmp_path)


def test_only_care_asks_for_gentleness(tmp_path: Path) -> None:
    write(tmp_path, GOOD + "  gentleness: 5\n", "stones.yaml")
    with pytest.raises(KnowledgeError, match="care-test"):
        load_cards(tmp_path)


def test_an_id_that_stands_twice_is_refused(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    write(tmp_path, GOOD, "stones.yaml")
    with pytest.raises(KnowledgeError, match="twice"):
        load_cards(tmp_path)


def test_a_file_that_is_no_list_is_refused(tmp_path: Path) -> None:
    write(tmp_path, "cards: none")
    with pytest.raises(KnowledgeError, match="list"):
        load_cards(tmp_path)


def test_every_card_says_it_in_both_languages_with_a_dated_source(cards: tuple[Card, ...]) -> None:
    for card in cards:
        assert all(card.text[language].strip() for language in LANGUAGES), card.id
        assert card.source, card.id
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", card.date), card.id
        assert re.search(r"[\u4e00-\u9fff]", card.text["zh"]), card.id


def test_every_stone_and_wearable_metal_has_a_care_card(
    cards: tuple[Card, ...], vocabulary: Vocabulary
) -> None:
    known = {key for card in cards if card.topic == "care" for key in card.keys}
    stones = [one for one in vocabulary.values("stone") if one not in ("none", "coloured stone")]
    metals = [metal for metal in vocabulary.values("metal") if metal not in ("copper", "brass")]
    assert not {*stones, *metals} - known


def test_every_policy_that_can_be_asked_for_has_a_card(cards: tuple[Card, ...]) -> None:
    known = {key for card in cards if card.topic == "policy" for key in card.keys}
    assert set(POLICY) <= known


def test_every_theme_that_can_be_asked_for_has_a_card(cards: tuple[Card, ...]) -> None:
    known = {key for card in cards for key in card.keys}
    assert set(THEMES) <= known


@pytest.mark.parametrize("topic", ["care", "sizing", "advice", "policy"])
def test_every_topic_has_one_general_card(cards: tuple[Card, ...], topic: str) -> None:
    assert len([c for c in cards if c.topic == topic and "general" in c.keys]) == 1


def test_no_card_promises_what_nobody_can(cards: tuple[Card, ...]) -> None:
    promise = re.compile(
        r"100% ?hypoallergenic|will (?:rise|gain)|\bcures?\b|一定升值|包治|绝不过敏"
    )
    for card in cards:
        assert not any(promise.search(card.text[language]) for language in LANGUAGES), card.id


NEVER_A_MACHINE = [
    "emerald",
    "topaz",
    "tanzanite",
    "opal",
    "pearl",
    "coral",
    "turquoise",
    "malachite",
    "tourmaline",
    "iolite",
    "amber",
]


@pytest.mark.parametrize("stone", [*NEVER_A_MACHINE, "lapis lazuli"])
def test_stones_that_must_not_meet_ultrasound_are_told_so(
    cards: tuple[Card, ...], stone: str
) -> None:
    card = next(c for c in cards if c.topic == "care" and stone in c.keys)
    assert re.search(r"(?:never|no) ultrasonic|ultrasonic or steam", card.text["en"], re.IGNORECASE)
    assert "超声波" in card.text["zh"]
    assert card.gentleness >= 4


@pytest.mark.parametrize("stone", ["jade", "jadeite", "nephrite", "moonstone", "labradorite"])
def test_stones_for_which_machines_are_not_recommended_are_kept_from_them(
    cards: tuple[Card, ...], stone: str
) -> None:
    card = next(c for c in cards if c.topic == "care" and stone in c.keys)
    assert card.gentleness >= 3


@pytest.mark.parametrize("stone", ["onyx", "amethyst", "citrine", "garnet"])
def test_stones_that_steam_cracks_are_kept_from_it(cards: tuple[Card, ...], stone: str) -> None:
    card = next(c for c in cards if c.topic == "care" and stone in c.keys)
    assert "steam" in card.text["en"]
    assert card.gentleness >= 2


def test_no_two_cards_say_the_same(cards: tuple[Card, ...]) -> None:
    for language in LANGUAGES:
        texts = [card.text[language] for card in cards]
        assert len(texts) == len(set(texts))


def test_chinese_cards_use_chinese_punctuation(cards: tuple[Card, ...]) -> None:
    for card in cards:
        assert not re.search(r"[\u4e00-\u9fff][,;!?]", card.text["zh"]), card.id
        assert card.text["zh"][-1] in "。？", card.id
        assert card.text["en"][-1] in ".?", card.id
