"""What in a sentence states a fact: its numbers and its words of the closed vocabulary."""

from __future__ import annotations

import re

from assistant.terms import LANGUAGES, Language, Vocabulary

# Slots whose words state a fact about a piece wherever they stand.
FACT_SLOTS = (
    "metal",
    "purity",
    "stone",
    "stone_colour",
    "metal_colour",
    "plating",
    "treatment",
    "certificate",
    "availability",
    "nickel",
)
NUMBER = re.compile(
    r"(?:HK\$|S\$|JP¥|[¥$€£])?\d[\d,]*(?:\.\d+)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b"
    r"|[两二三四五六七八九十百千万]+(?=[件款对枚条只个套克元天折])",
    re.IGNORECASE,
)
# Names of sets and of this trade's questions: 三金 is a set of pieces and states no metal.
_NEUTRAL = ("三金", "五金", "金价", "san jin", "wu jin", "gold price")


class Tokens:
    """Finds the tokens of a text, as they are held against a source."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        ignored = {phrase.words for phrase in vocabulary.phrases if not phrase.means}
        self._harmless = frozenset(ignored | set(_NEUTRAL))  # 金属 looks like 金 and is not
        self._words = {lang: self._fact_words(vocabulary, lang) for lang in LANGUAGES}

    def of(self, text: str | None, language: Language) -> set[str]:
        """Numbers and vocabulary words of ``text``; none of no text."""
        if not text:
            return set()
        words = {match.group().lower() for match in self._words[language].finditer(text)}
        return numbers_of(text) | (words - self._harmless)

    def _fact_words(self, vocabulary: Vocabulary, language: Language) -> re.Pattern[str]:
        """Labels and synonyms of the terms that state facts, and harmless words that hold one."""
        words = {
            term.label[language].lower()
            for (slot, value), term in vocabulary.by_key.items()
            if slot in FACT_SLOTS and value != "not-stated"
        }
        words |= {
            phrase.words
            for phrase in vocabulary.phrases
            if not set(FACT_SLOTS).isdisjoint(phrase.means)
            and phrase.words.isascii() == (language == "en")
        }
        words |= {word for word in self._harmless if word.isascii() == (language == "en")}
        ordered = sorted((re.escape(word) for word in words), key=len, reverse=True)
        body = "|".join(ordered)
        return re.compile(rf"\b(?:{body})\b" if language == "en" else body, re.IGNORECASE)


def numbers_of(text: str) -> set[str]:
    """The numbers and amounts of a text: '¥10,355.58' is '¥10355.58'."""
    return {match.group().replace(",", "").lower() for match in NUMBER.finditer(text)}
