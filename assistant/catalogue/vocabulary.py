"""Reads the closed vocabulary from its data file and refuses one that contradicts itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import VocabularyError
from assistant.terms import LANGUAGES, Language, Phrase, Term, Vocabulary

# Slots whose terms are shown but never wished for by their bare words.
SHOWN_ONLY = frozenset({"availability", "nickel", "wearer"})


def load_vocabulary(path: Path, additions: Sequence[str] = ()) -> Vocabulary:
    """The vocabulary in ``path`` (YAML), and the terms that merchants brought for their own pieces.

    An addition (YAML text) may bring terms, phrases, words to ignore and ambiguous words, and may
    say more words for a term that is there; it never changes a term's label or parent. Raises
    VocabularyError naming the entry that is wrong.
    """
    data = _read_yaml(path.read_text(encoding="utf-8"), path.name)
    for number, text in enumerate(additions, start=1):
        _add(data, _read_yaml(text, f"addition {number}"))
    terms = {(term.slot, term.value): term for term in _read_terms(data["terms"])}
    phrases = [
        *(Phrase(fold(words), {}, is_stranger=True) for words in data.get("strangers", [])),
        *_term_phrases(data["terms"]),
        *_compound_phrases(data.get("phrases", [])),
        *(Phrase(fold(words), {}) for words in data.get("ignore", [])),
    ]
    ambiguities = {}
    for entry in data.get("ambiguous", []):
        meanings = tuple(_means(meaning) for meaning in entry["meanings"])
        for words in entry["say"]:
            ambiguities[fold(words)] = meanings
            phrases.append(Phrase(fold(words), {}, ambiguous=fold(words)))
    vocabulary = Vocabulary(
        terms, tuple(_merge_same_words(phrases)), ambiguities, _read_slips(data.get("slips", {}))
    )
    _check(vocabulary)
    metals = _metals_of(data["terms"], vocabulary)
    related = (_related(phrase, vocabulary, metals) for phrase in vocabulary.phrases)
    return replace(vocabulary, phrases=tuple(related))


def _read_slips(slips: object) -> dict[str, str]:
    if not isinstance(slips, dict):
        raise VocabularyError(f"slips is an object of miswritten words to words, not {slips!r}")
    return {fold(str(slip)): fold(str(word)) for slip, word in slips.items()}


def _metals_of(
    slots: Mapping[str, Mapping[str, Mapping[str, object]]], vocabulary: Vocabulary
) -> Mapping[str, str]:
    """The metal of each fineness that has one: 18k is of gold."""
    metals = {
        str(value): str(entry["of"]) for value, entry in slots["purity"].items() if "of" in entry
    }
    for value, metal in metals.items():
        if not vocabulary.has("metal", metal):
            raise VocabularyError(f"term purity.{value} is of '{metal}', which is no metal")
    return metals


def _related(phrase: Phrase, vocabulary: Vocabulary, metals: Mapping[str, str]) -> Phrase:
    """The phrase with the parents of its terms and the metal of its fineness."""
    broader = {
        slot: tuple(dict.fromkeys(up for one in terms for up in vocabulary.lineage(slot, one)[1:]))
        for slot, terms in phrase.means.items()
    }
    implied = tuple(
        dict.fromkeys(metals[one] for one in phrase.means.get("purity", ()) if one in metals)
    )
    return replace(
        phrase,
        broader={slot: terms for slot, terms in broader.items() if terms},
        implies={"metal": implied} if implied else {},
    )


def _read_yaml(text: str, name: str) -> dict[str, Any]:
    try:
        data = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise VocabularyError(f"the vocabulary {name} is not YAML: {error}") from error
    if not isinstance(data, dict) or not isinstance(data.get("terms"), dict):
        raise VocabularyError(f"the vocabulary {name} has no 'terms': slot -> term -> en, zh, say")
    return data


def _add(data: dict[str, Any], addition: Mapping[str, Any]) -> None:
    for slot, terms in addition["terms"].items():
        if slot not in data["terms"]:
            known = ", ".join(data["terms"])
            raise VocabularyError(f"'{slot}' is no slot of the vocabulary; slots are {known}")
        if not isinstance(terms, dict) or not all(isinstance(one, dict) for one in terms.values()):
            raise VocabularyError(f"terms.{slot} is an object of terms, each with en, zh and say")
        for value, entry in terms.items():
            known_term = data["terms"][slot].get(value)
            if known_term is None:
                data["terms"][slot][value] = entry
            else:
                known_term["say"] = [*known_term.get("say", []), *entry.get("say", [])]
    for part in ("phrases", "ignore", "strangers", "ambiguous"):
        data[part] = [*data.get(part, []), *addition.get(part, [])]


def fold(words: str) -> str:
    """Words as they are compared: lower case, single spaces, plain apostrophes."""
    return " ".join(words.lower().replace("’", "'").split())


def _read_terms(slots: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Iterator[Term]:
    for slot, terms in slots.items():
        for value, entry in terms.items():
            missing = [language for language in LANGUAGES if language not in entry]
            if missing:
                raise VocabularyError(
                    f"term {slot}.{value} lacks {', '.join(missing)}; every term needs en and zh"
                )
            label: dict[Language, str] = {"en": str(entry["en"]), "zh": str(entry["zh"])}
            parent = entry.get("under")
            yield Term(slot, str(value), label, None if parent is None else str(parent))


def _term_phrases(slots: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Iterator[Phrase]:
    for slot, terms in slots.items():
        if slot in SHOWN_ONLY:
            continue
        for value, entry in terms.items():
            said = entry.get("say", [])
            if not isinstance(said, list):
                raise VocabularyError(f"term {slot}.{value}: 'say' is a list, not {said!r}")
            for words in dict.fromkeys([entry["en"], entry["zh"], *said]):
                yield Phrase(fold(str(words)), {slot: (str(value),)})


def _compound_phrases(entries: list[Mapping[str, object]]) -> Iterator[Phrase]:
    for entry in entries:
        said, means = entry["say"], entry["means"]
        if not isinstance(said, list) or not isinstance(means, Mapping):
            raise VocabularyError(f"phrase {entry!r}: 'say' is a list and 'means' an object")
        for words in said:
            yield Phrase(fold(str(words)), _means(means))


def _means(means: Mapping[str, object]) -> dict[str, tuple[str, ...]]:
    return {
        slot: tuple(map(str, value)) if isinstance(value, list) else (str(value),)
        for slot, value in means.items()
    }


def _merge_same_words(phrases: list[Phrase]) -> Iterator[Phrase]:
    """Later entries (compounds, ignored, ambiguous) win over a term's own words.

    Words that stand for terms of two slots ('white' the metal, 'white' the stone) keep both
    readings: understanding picks by context.
    """
    by_words: dict[str, Phrase] = {}
    for phrase in phrases:
        known = by_words.get(phrase.words)
        both = known and len(phrase.means) == 1 and known.means and not phrase.ambiguous
        if known and both and set(known.means).isdisjoint(phrase.means):
            by_words[phrase.words] = Phrase(phrase.words, {**known.means, **phrase.means})
        else:
            by_words[phrase.words] = phrase
    yield from by_words.values()


def _check(vocabulary: Vocabulary) -> None:
    for term in vocabulary.by_key.values():
        if term.parent and not vocabulary.has(term.slot, term.parent):
            raise VocabularyError(
                f"term {term.slot}.{term.value} stands under '{term.parent}', which is no term"
            )
    for phrase in vocabulary.phrases:
        for slot, values in phrase.means.items():
            for value in values:
                if not vocabulary.has(slot, value):
                    raise VocabularyError(f"phrase '{phrase.words}' means {slot}.{value}: no term")
