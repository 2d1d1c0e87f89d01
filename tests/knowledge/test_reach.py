"""Every card can be asked for, and every question of the shop's counter has its card."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from assistant.catalogue.product import Product
from assistant.knowledge.cards import load_cards
from assistant.knowledge.library import Library
from assistant.terms import Vocabulary
from tests.reading import ASSETS, Reader

QUESTIONS: dict[str, list[str]] = yaml.safe_load(
    (Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8")
)
CARDS = load_cards(ASSETS / "knowledge" / "cards")
# Asked for by a word of its own: a month, a year, or a term of the vocabulary.
_NAMED = re.compile(r"year_\d+|(?:jan|febr)uary|march|april|may|june|july|august|\w+ber|general")

# Cards whose questions the understander does not know yet: it emits no key for them.
WAITING = {
    "authenticity",
    "bangle_shape",
    "before_buying",
    "bracelet_size",
    "carat_size",
    "certificate",
    "check_up",
    "china_standard",
    "clasps",
    "colour_clarity",
    "couple_rings",
    "diamond_shape",
    "filled",
    "fine_gold",
    "first_earrings",
    "for_children",
    "for_men",
    "gift_choice",
    "gold_price",
    "hallmark",
    "hallmark_abroad",
    "hard_gold",
    "hardness",
    "healing",
    "hk_scale",
    "hypoallergenic",
    "investment",
    "jade_texture",
    "lab_report",
    "laboratory_name",
    "layering",
    "made_to_order",
    "metal_choice",
    "neckline",
    "pearl_knots",
    "ring_fit",
    "ring_knuckle",
    "ring_photo",
    "ring_scale",
    "ring_season",
    "ring_surprise",
    "rose_gold",
    "san_jin_regions",
    "settings",
    "storage",
    "tarnish",
    "treatment",
    "ultrasonic",
    "water",
    "wear_habits",
    "which_finger",
    "zodiac_animal",
}


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary, products: dict[str, Product]) -> Reader:
    return Reader(vocabulary, products)


def subjects(vocabulary: Vocabulary) -> list[str]:
    """The subjects of cards that are themes, asked about in sentences of their own."""
    terms = {value for _, value in vocabulary.by_key} - {"engagement", "wedding", "anniversary"}
    return [
        card.subject
        for card in CARDS
        if not _NAMED.fullmatch(card.subject) and card.subject not in terms
    ]


def test_every_theme_has_a_question_that_it_answers(vocabulary: Vocabulary) -> None:
    assert set(subjects(vocabulary)) <= set(QUESTIONS) | {"rhodium"}


def test_every_question_has_a_card() -> None:
    assert set(QUESTIONS) <= {card.subject for card in CARDS}


@pytest.mark.parametrize("subject", QUESTIONS)
def test_the_key_of_a_question_finds_its_own_card_first(subject: str) -> None:
    own = [card for card in CARDS if card.subject == subject]
    found = Library(CARDS).find(own[0].topic, (subject,))
    assert found[0] in own


def is_reached(subject: str, question: str, read: Reader) -> bool:
    """Do the keys that the understander reads in ``question`` lead to a card on ``subject``?"""
    own = [card for card in CARDS if card.subject == subject]
    return any(card in Library(CARDS).find(card.topic, read(question).topics) for card in own)


@pytest.mark.parametrize("subject", [one for one in QUESTIONS if one not in WAITING])
def test_a_shoppers_question_reaches_its_card(subject: str, read: Reader) -> None:
    missed = [words for words in QUESTIONS[subject] if not is_reached(subject, words, read)]
    assert not missed


def test_what_waits_for_its_words_is_a_card_of_the_shelf() -> None:
    assert not WAITING - set(QUESTIONS)
