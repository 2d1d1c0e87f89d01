"""Words of both languages, and what BM25 finds by them."""

from __future__ import annotations

from assistant.search.lexical import LexicalIndex, tokenise
from assistant.terms import Vocabulary
from tests.search.shelf import make_product, make_stone


def test_english_plurals_fold_to_the_singular() -> None:
    assert tokenise("Rings, brooches and rubies; brass boxes") == [
        "ring", "brooch", "and", "ruby", "brass", "box",
    ]  # fmt: skip


def test_chinese_runs_become_bigrams() -> None:
    assert tokenise("玫瑰金 戒") == ["玫瑰", "瑰金", "戒"]


def test_a_piece_is_found_by_the_labels_of_either_language(vocabulary: Vocabulary) -> None:
    index = LexicalIndex(
        [make_product("A", metal="silver"), make_product("B", stones=(make_stone("jadeite"),))],
        vocabulary,
    )
    for words in ("jade", "翡翠", "jadeite"):
        scores = index.scores(words)
        assert scores[1] > 0
        assert scores[0] == 0


def test_unknown_words_score_nothing(vocabulary: Vocabulary) -> None:
    index = LexicalIndex([make_product()], vocabulary)
    assert index.scores("zxqv 囍囍").tolist() == [0.0]


def test_found_words_are_a_share_of_the_query(vocabulary: Vocabulary) -> None:
    index = LexicalIndex([make_product()], vocabulary)
    assert index.found_words("plain unicorn", 0) == (("plain",), 0.5)
