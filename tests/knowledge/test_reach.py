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
    assert set(subjects(vocabulary)) <= set(QUESTIONS) | {"rhodium", "mixed"}


def test_every_question_has_a_card() -> None:
    assert set(QUESTIONS) <= {card.subject for card in CARDS}


@pytest.mark.parametrize("subject", QUESTIONS)
def test_the_key_of_a_question_finds_its_own_card_first(subject: str) -> None:
    own = [card for card in CARDS if card.subject == subject]
    found = Library(CARDS).find(own[0].topic, (subject,))
    assert found[0] in own


def reaches(subject: str, question: str, read: Reader, *, with_table: bool = False) -> bool:
    """Does the question lead to a card on ``subject``, with pieces on the table or without?"""
    own = [card for card in CARDS if card.subject == subject]
    shown = tuple(read.products)[:3] if with_table else ()
    meant = read(question, read.session(shown, metal="silver") if with_table else None)
    return any(card in Library(CARDS).find(meant.intent, meant.topics) for card in own)


@pytest.mark.parametrize("subject", QUESTIONS)
def test_a_shoppers_question_reaches_its_card(subject: str, read: Reader) -> None:
    missed = [words for words in QUESTIONS[subject] if not reaches(subject, words, read)]
    assert not missed


@pytest.mark.parametrize("subject", QUESTIONS)
def test_pieces_on_the_table_hide_no_card(subject: str, read: Reader) -> None:
    asked = QUESTIONS[subject]
    missed = [words for words in asked if not reaches(subject, words, read, with_table=True)]
    assert not missed


@pytest.mark.parametrize("subject", QUESTIONS)
def test_a_question_of_knowledge_changes_no_wish(subject: str, read: Reader) -> None:
    assert not [words for words in QUESTIONS[subject] if read(words).edits]


# Wishes made of the same words as the questions: they look for pieces.
WISHES = (Path(__file__).parent / "wishes.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("with_table", [False, True])
@pytest.mark.parametrize("words", WISHES)
def test_no_card_takes_a_wish(words: str, with_table: bool, read: Reader) -> None:
    table = read.session(tuple(read.products)[:3], metal="silver")
    intent = read(words, table if with_table else None).intent
    assert intent not in ("advice", "care", "sizing", "policy", "describe", "off_topic")
