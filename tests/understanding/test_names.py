"""Pieces called by id or name; common words stay wishes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from assistant.catalogue.product import Product
from assistant.terms import Language, Vocabulary
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.names import ProductNames
from assistant.understanding.text import fold_text
from tests.search.shelf import PLAIN_RING


def called(vocabulary: Vocabulary, sentence: str, **names: str | dict[Language, str]) -> list[str]:
    products = {
        one: replace(PLAIN_RING, id=one, name={"en": name} if isinstance(name, str) else name)
        for one, name in ((key.replace("_", "-"), name) for key, name in names.items())
    }
    book = ProductNames(products, PhraseBook(vocabulary))
    return [one.product_id for one in book.find(fold_text(sentence))]


@pytest.mark.parametrize(
    ("sentence", "product_id"),
    [
        ("tell me about VA15-SI-NA please", "VA15-SI-NA"),
        ("what is va15-si-na made of", "VA15-SI-NA"),
        ("VA15-SI-NA是什么材质", "VA15-SI-NA"),
        ("371cef78-adf2-4cb0-8e78-02f8cb7ee013", "371cef78-adf2-4cb0-8e78-02f8cb7ee013"),
        ("R-001的价格", "R-001"),
    ],
)
def test_a_merchants_id_calls_its_piece(
    vocabulary: Vocabulary, sentence: str, product_id: str
) -> None:
    products = {product_id: replace(PLAIN_RING, id=product_id)}
    book = ProductNames(products, PhraseBook(vocabulary))
    assert [one.product_id for one in book.find(fold_text(sentence))] == [product_id]


def test_a_number_alone_is_no_name(vocabulary: Vocabulary) -> None:
    products = {"93": replace(PLAIN_RING, id="93")}
    book = ProductNames(products, PhraseBook(vocabulary))
    assert list(book.find(fold_text("a ring under 93 dollars"))) == []


def test_common_words_are_wishes_and_not_names(vocabulary: Vocabulary) -> None:
    assert called(vocabulary, "a gold ring please", A1="Gold Ring") == []
    assert called(vocabulary, "珍珠项链", A1={"zh": "珍珠项链"}) == []


def test_a_name_of_its_own_calls_its_piece(vocabulary: Vocabulary) -> None:
    assert called(vocabulary, "the Carmina earrings", A1="Carmina Earrings") == ["A1"]
    assert called(vocabulary, "晨曦戒指多少钱", A1={"zh": "晨曦戒指"}) == ["A1"]


def test_the_longer_name_wins(vocabulary: Vocabulary) -> None:
    found = called(vocabulary, "the Carmina Gold Ring", A1="Carmina", A2="Carmina Gold Ring")
    assert found == ["A2"]


def test_pieces_of_one_name_are_all_called(vocabulary: Vocabulary) -> None:
    assert called(vocabulary, "Carmina hoops", A1="Carmina Hoops", A2="Carmina Hoops") == [
        "A1",
        "A2",
    ]


def test_an_id_inside_a_longer_one_is_not_called(vocabulary: Vocabulary) -> None:
    assert called(vocabulary, "VA15-SI", VA1="Carmina", VA15_SI="Augusta") == ["VA15-SI"]


def test_names_of_a_former_stock_are_not_read_again(
    vocabulary: Vocabulary, products: dict[str, Product]
) -> None:
    class Counting(PhraseBook):
        asked = 0

        def find(self, text: str, taken: Iterable[tuple[int, int]] = ()) -> tuple[Mention, ...]:
            self.asked += 1
            return super().find(text, taken)

    book = Counting(vocabulary)
    before = ProductNames(products, book)
    first, book.asked = book.asked, 0
    piece = replace(products["R-001"], name={"en": "Quetzalcoatl Ring"})
    after = ProductNames({**products, "R-001": piece}, book, before)
    assert book.asked == 1 < first
    assert [one.product_id for one in after.find("the quetzalcoatl ring or r-002")] == [
        "R-001",
        "R-002",
    ]
