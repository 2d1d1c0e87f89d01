"""Reads catalogue terms out of a feed's cells, by the phrases of the closed vocabulary.

A cell states a fact where a shopper's sentence states a wish, so what merchants write of a
surface is kept apart from what a piece is made of: 'gold-tone' is a colour, '14K gold plated' a
plating, 'faux pearl' and 'diamond-cut' no stone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.catalogue.product import Wearer
from assistant.terms import Vocabulary

_TOKEN = re.compile(r"[a-z0-9]+(?:'[a-z]+)?|[^\W_a-z0-9]", re.UNICODE)
# 14 kt, 14-karat, 14 K as one word.
_KARAT = re.compile(r"\b(9|10|14|18|22|24)[ -]?(?:kt|karat|kgold|k)\b")
_KARATS = ("9k", "10k", "14k", "18k", "22k", "24k")
_SHINES = ("tone", "toned", "tones", "color", "colored", "colour", "coloured", "finish", "hue")
_SURFACES = {(word,) for word in (*_SHINES, *["plated", "plate", "plating", "filled", "coated"])}
_NOTHING: Mapping[str, tuple[str, ...]] = {}
_LOOKS = {
    **{"ruby red": "ruby", "emerald green": "emerald", "sapphire blue": "sapphire"},
    **{"turquoise blue": "turquoise", "coral pink": "coral", "pearl white": "pearl"},
}
_MAKESHIFT = ("faux", "fake", "imitation", "simulated", "artificial", "glass", "shell", "acrylic")


@dataclass(frozen=True)
class Mention:
    """Words of a cell that the vocabulary knows. ``means`` maps slots to terms; several terms of a
    slot mean any one of them, and none at all that the words state no fact. ``denies`` is the term
    that the words resemble and do not state: gold, of 'gold-tone'."""

    words: str
    means: Mapping[str, tuple[str, ...]]
    note: str | None = None
    denies: str | None = None


class TermReader:
    """Longest match over a cell's words, English plurals and Chinese without spaces included."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._phrases: dict[tuple[str, ...], Mention] = {}
        for phrase in vocabulary.phrases:
            note = "has two meanings" if phrase.ambiguous else None
            self._add(Mention(phrase.words, phrase.means, note))
        for mention in _feed_phrases(vocabulary):
            self._add(mention)
        lengths: dict[str, set[int]] = {}
        for words in self._phrases:
            if len(words) > 1:
                lengths.setdefault(words[0], set()).add(len(words))
        self._lengths = {word: sorted(known, reverse=True) for word, known in lengths.items()}
        self.mentions = lru_cache(maxsize=8_192)(self._mentions)

    def _add(self, mention: Mention) -> None:
        words = _tokens(mention.words)
        if words:
            self._phrases[words] = mention

    def _mentions(self, cell: str) -> tuple[Mention, ...]:
        words = _tokens(cell)
        found, at = [], 0
        while at < len(words):
            mention, length = self._match(words, at)
            if mention and "metal" in mention.means and words[at + length :][:1] in _SURFACES:
                denied = mention.means["metal"][0]
                mention = Mention(mention.words, _NOTHING, "a surface, not the metal", denied)
            if mention:
                found.append(mention)
            at += length
        return tuple(found)

    def _match(self, words: tuple[str, ...], at: int) -> tuple[Mention | None, int]:
        """The longest phrase that begins here; only its last word may be a plural."""
        for length in (*self._lengths.get(words[at], ()), 1):
            if at + length > len(words):
                continue
            head = words[at : at + length - 1]
            for last in _singulars(words[at + length - 1]):
                if mention := self._phrases.get((*head, last)):
                    return mention, length
        return None, 1

    def terms(self, cell: str, slot: str) -> list[tuple[str, ...]]:
        """The terms of one slot in the order of the words, each once."""
        found = [one.means[slot] for one in self.mentions(cell) if slot in one.means]
        return list(dict.fromkeys(found))

    def label(self, slot: str, value: str) -> str:
        """The term's English name, for a report."""
        return self.vocabulary.label(slot, value, "en")


def _tokens(words: str) -> tuple[str, ...]:
    """Lower-case words and single characters of Chinese; hyphens and dots part words."""
    plain = words.lower()
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).replace("’", "'")
        parts = unicodedata.normalize("NFD", plain)
        plain = "".join(char for char in parts if not unicodedata.combining(char))
    return tuple(_TOKEN.findall(_KARAT.sub(r" \1k ", plain)))


def _singulars(word: str) -> Iterator[str]:
    yield word
    if word[-1] != "s":
        return
    for ending in ("'s", "s", "es"):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield word.removesuffix(ending)
    if word.endswith("ies") and len(word) > 4:
        yield f"{word[:-3]}y"


def _feed_phrases(vocabulary: Vocabulary) -> Iterator[Mention]:
    """What cells say that sentences do not; known to the vocabulary's terms or left unstated."""
    yield from _shines(vocabulary)
    yield from _platings(vocabulary)
    yield Mention("crystal", _NOTHING, "glass or quartz: the feed does not say which")
    for words in ("mother of pearl", "gold accent", "silver accent", "gold detail"):
        yield Mention(words, _NOTHING, "not the whole piece")
    yield Mention("diamond cut", _NOTHING, "a look, not a stone")
    for words, stone in _LOOKS.items():
        yield Mention(words, _NOTHING, "a look, not a stone", stone)
    for stone in vocabulary.values("stone"):
        for makeshift in _MAKESHIFT if stone != "none" else ():
            yield Mention(f"{makeshift} {stone}", _NOTHING, "an imitation", stone)
        for shine in _SHINES:
            yield Mention(f"{stone} {shine}", _NOTHING, "a look, not a stone", stone)
    yield from _chinese_labels(vocabulary)
    for fineness in ("850", "900", "950", "990", "999"):
        means = {"metal": "platinum", "purity": f"pt{fineness}"}
        for said in (f"platinum {fineness}", f"{fineness} platinum", f"{fineness}铂金"):
            yield _known(vocabulary, said, means)
    for fineness, karat in (("375", "9k"), ("585", "14k"), ("750", "18k"), ("916", "22k")):
        # Millesimal fineness of gold, ISO 8654: 750 parts in a thousand are 18 of 24.
        yield _known(vocabulary, f"{fineness} gold", {"metal": "gold", "purity": karat})


def _chinese_labels(vocabulary: Vocabulary) -> Iterator[Mention]:
    """What a Chinese label states exactly, and a shopper's wish leaves open (GB 11887)."""
    for said in ("足金999", "999足金", "千足金", "足金千足"):
        yield _known(vocabulary, said, {"metal": "gold", "purity": "999"})
    yield _known(vocabulary, "足金990", {"metal": "gold", "purity": "990"})
    for said in ("足银999", "999足银", "千足银", "999银", "999纯银"):
        yield _known(vocabulary, said, {"metal": "silver", "purity": "999"})
    yield _known(vocabulary, "足银990", {"metal": "silver", "purity": "990"})
    gilt = {"metal": "silver", "plating": "gold plate"}
    for said in ("银镀金", "纯银镀金", "银镀k金"):
        yield _known(vocabulary, said, gilt)
        for before in ("925", "s925"):
            yield _known(vocabulary, f"{before}{said}", {**gilt, "purity": "925"})


def _shines(vocabulary: Vocabulary) -> Iterator[Mention]:
    """'gold-tone' tells a colour; so does 'golden', which may be mere poetry and denies nothing."""
    colours = {
        "gold": "yellow",
        "yellow gold": "yellow",
        "rose gold": "rose",
        "white gold": "white",
    }
    note = "a colour, not the metal"
    for metal, colour in {**colours, "silver": "white", "white gold": "white"}.items():
        said = [f"{metal} {shine}" for shine in _SHINES]
        said += [f"{metal}tone", f"{metal}toned", *(f"{karat} {metal} tone" for karat in _KARATS)]
        denied = metal.split()[-1]
        for words in said:
            yield _known(vocabulary, words, {"metal_colour": colour}, note, denied)
    yield _known(vocabulary, "golden", {"metal_colour": "yellow"}, note)


def _platings(vocabulary: Vocabulary) -> Iterator[Mention]:
    """'14K gold plated': the karat is the layer's, and the piece is of something else."""
    coats = {"gold": "gold plate", "yellow gold": "gold plate", "rose gold": "rose gold plate"}
    note = "a layer, not the metal"
    for metal, plating in coats.items():
        for before in ("", *(f"{karat} " for karat in _KARATS)):
            for after in ("plated", "plate", "plating", "over"):
                words = f"{before}{metal} {after}"
                yield _known(vocabulary, words, {"plating": plating}, note, "gold")
            vermeil = {"plating": "gold vermeil", "metal": "silver"}  # vermeil is gold over silver
            yield _known(vocabulary, f"{before}{metal} vermeil", vermeil, denies="gold")
            for after in ("filled", "bonded", "dipped", "overlay", "wash", "washed"):
                yield Mention(f"{before}{metal} {after}", _NOTHING, note, "gold")
    for words in ("silver plated", "silver plate", "silver plating", "silverplated", "镀银"):
        yield Mention(words, _NOTHING, note, "silver")
    for words in ("包金", "鎏金"):
        yield Mention(words, _NOTHING, note, "gold")
    for karat in ("", *_KARATS):
        for words, plating in (("金", "gold plate"), ("玫瑰金", "rose gold plate")):
            for said in (f"镀{karat}{words}", f"{karat}镀{words}", f"{karat}{words}镀层"):
                yield _known(vocabulary, said, {"plating": plating}, note, "gold")


def _known(
    vocabulary: Vocabulary,
    words: str,
    means: Mapping[str, str],
    note: str | None = None,
    denies: str | None = None,
) -> Mention:
    """A mention of those terms that the vocabulary has."""
    known = {slot: (value,) for slot, value in means.items() if vocabulary.has(slot, value)}
    return Mention(words, known, note, denies)


_WOMEN = {
    *("f", "w", "female", "women", "woman", "womens", "women's", "lady", "ladies", "girl", "girls"),
    *("her", "女"),
}
_MEN = {
    *("m", "male", "men", "man", "mens", "men's", "gents", "gent", "gentleman", "boy", "boys"),
    *("him", "男"),
}
_BOTH = {"unisex", "neutral", "everyone"}
_HAN = re.compile(r"中性|通用|男女|情侣")


def read_wearer(cell: str) -> Wearer | None:
    """'F', 'mens', 'Unisex', '女款' as women, men or unisex; None for anything else."""
    words = set(_tokens(cell))
    if words & _BOTH or _HAN.search(cell) or (words & _WOMEN and words & _MEN):
        return "unisex"
    if words & _WOMEN:
        return "women"
    return "men" if words & _MEN else None


def one_of(found: Iterable[tuple[str, ...]]) -> set[str]:
    """Terms that are certain: a mention that may mean several is none of them."""
    return {values[0] for values in found if len(values) == 1}
