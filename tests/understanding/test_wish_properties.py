"""Promises of the wish parsers on any text: order, languages, nonsense."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.constraints import Constraints
from assistant.terms import LANGUAGES, Vocabulary
from assistant.understanding.mending import Mender
from tests.understanding.wish_reading import WishReader

# Refinements that touch different slots, or bounds that agree: order is nobody's business.
REFINEMENTS = (
    "rings",
    "要金的",
    "with a diamond",
    "圆形的钻",
    "under 9000",
    "不低于2000",
    "for my wife",
    "生日",
    "no pearls",
    "不要复古的",
    "要GIA证书",
    "nickel free",
    "in stock",
    "爪镶",
    "lab grown",
    "US size 6",
)
WISH = Constraints.from_json(
    {
        "category": "ring",
        "metal": "gold",
        "price_max_minor": 300000,
        "currency": "CNY",
        "exclude": {"stone": ["pearl"]},
    }
)


@given(
    st.lists(st.sampled_from(REFINEMENTS), unique=True, max_size=8).flatmap(
        lambda said: st.tuples(st.just(said), st.permutations(said))
    )
)
@settings(deadline=None)
def test_any_order_of_the_same_refinements_gives_the_same_wishes(
    wish_reader: WishReader, orders: tuple[list[str], list[str]]
) -> None:
    one, other = (wish_reader.after(Constraints(), *order) for order in orders)
    assert (one.values, one.exclude) == (other.values, other.exclude)


@given(st.text(max_size=300))
@settings(deadline=None, max_examples=200)
def test_any_text_is_read_without_error(wish_reader: WishReader, text: str) -> None:
    wish_reader.after(WISH, text)
    wish_reader.unknown(text)


NONSENSE = "xqzvwkjp"


@given(st.lists(st.text(NONSENSE, min_size=3, max_size=9), max_size=6))
@settings(deadline=None)
def test_nonsense_changes_nothing(wish_reader: WishReader, words: list[str]) -> None:
    assert wish_reader.after(WISH, " ".join(words)) == WISH


SLOTS = ("metal", "stone", "category", "clasp", "certificate", "treatment", "plating", "setting")


@pytest.mark.parametrize("slot", SLOTS)
def test_every_term_is_wished_for_by_its_name_in_both_languages(
    wish_reader: WishReader, vocabulary: Vocabulary, slot: str
) -> None:
    for value in vocabulary.values(slot):
        for language in LANGUAGES:
            said = vocabulary.label(slot, value, language)
            frame = f"I want {said}" if language == "en" else f"我要{said}"
            assert wish_reader(frame).get(slot) == value, frame


def test_synonyms_give_the_wishes_of_what_they_stand_for(
    wish_reader: WishReader, vocabulary: Vocabulary
) -> None:
    checked = 0
    for phrase in vocabulary.phrases:
        if not phrase.means or len(phrase.means) > 1 or not set(phrase.means) & set(SLOTS):
            continue
        ((slot, terms),) = phrase.means.items()
        wished = wish_reader(phrase.words).get(slot)
        assert wished in (list(terms), *terms), phrase.words
        checked += 1
    assert checked > 500


def test_a_term_one_slip_away_is_found_again(vocabulary: Vocabulary) -> None:
    mender = Mender(vocabulary)
    words = ["necklace", "bracelet", "sapphire", "platinum", "moissanite", "amethyst", "engagement"]
    for word in words:
        for at in range(1, len(word) - 2):
            swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
            assert mender.mend(swapped) == word, swapped
            assert mender.mend(word[:at] + word[at + 1 :]) == word
