"""Slips are mended; ordinary words, names and exact words stay as they are."""

from __future__ import annotations

import pytest

from assistant.terms import Vocabulary
from assistant.understanding.lexicon import _english
from assistant.understanding.mending import Mender
from assistant.understanding.text import fold_text


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("platnium braclets", "platinum bracelets"),
        ("a dimond neckalce", "a diamond necklace"),
        ("emrald earings", "emerald earrings"),
        ("undr 3000", "under 3000"),
        ("bugdet 7k", "budget 7000"),
        ("saphire pendent", "sapphire pendant"),
        ("银手琢", "银手镯"),
        ("价格不线", "价格不限"),
        ("玫瑰今项练", "玫瑰金项链"),
        ("no pearsl", "no pearls"),
        ("18 inchs", "18 inches"),
        ("two topazz brooches", "two topaz brooches"),
        ("谢榭", "谢谢"),
    ],
)
def test_slips_are_mended(vocabulary: Vocabulary, said: str, meant: str) -> None:
    assert Mender(vocabulary).mend(fold_text(said)) == meant


def test_no_english_word_ever_becomes_a_term(vocabulary: Vocabulary) -> None:
    mender = Mender(vocabulary)
    words = [word for word in _english() if word.isalpha() and len(word) >= 4][::40]
    assert len(words) > 3000
    slips = vocabulary.slips
    assert [word for word in words if mender.mend(word) != word and word not in slips] == []


def test_every_word_of_the_vocabulary_stays_itself(vocabulary: Vocabulary) -> None:
    mender = Mender(vocabulary)
    for phrase in vocabulary.phrases:
        folded = fold_text(phrase.words)
        assert mender.mend(folded) == folded


def test_a_merchants_own_names_are_no_slips(vocabulary: Vocabulary) -> None:
    assert Mender(vocabulary).mend("carvina ring") != "carvina ring"
    assert Mender(vocabulary, ["Carvina Ring"]).mend("carvina ring") == "carvina ring"


def test_no_phrase_is_a_latin_word_with_a_chinese_particle(vocabulary: Vocabulary) -> None:
    """'GIA的' would be a term of its own, which a reply that says 'GIA的戒指' could not back."""
    odd = [one.words for one in vocabulary.phrases if one.words[:-1].isascii()]
    assert [words for words in odd if words.endswith("的")] == []
