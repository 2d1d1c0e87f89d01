"""Ordinary language: which words people use of anything, so that a slip is no term and a term that
the shop lacks is noticed.

English words and how often they are used come from pyspellchecker's list (subtitles, MIT licence),
Chinese ones from the segmenter's dictionary (jieba, MIT licence). Both are read on first use.
"""

from __future__ import annotations

import gzip
import json
from functools import cache
from importlib import resources

_COMMON_AT_LEAST = 400  # times in the list's count; its floor, for words of dictionaries, is 50


def is_english(word: str) -> bool:
    """Is the lower-case ``word`` one that English speakers write on purpose?"""
    return _count(word) > 0


def is_common_english(word: str) -> bool:
    """Is it a word of everyday talk, one that needs no explaining?"""
    return _count(word) >= _COMMON_AT_LEAST


def _count(word: str) -> int:
    counts = _english()
    return counts.get(word, 0) or (counts.get(word[:-2], 0) if word.endswith("'s") else 0)


@cache
def _english() -> dict[str, int]:
    packed = resources.files("spellchecker").joinpath("resources", "en.json.gz").read_bytes()
    counts: dict[str, int] = json.loads(gzip.decompress(packed))
    return counts


def cut_chinese(text: str) -> list[tuple[str, str]]:
    """Chinese ``text`` as words with their parts of speech (jieba's tags: n noun, v verb ...)."""
    import rjieba

    return [(str(word), str(tag)) for word, tag in rjieba.tag(text)]


def is_chinese(word: str) -> bool:
    """Does the dictionary hold this Chinese word?"""
    import rjieba

    return bool(rjieba.has_word(word))
