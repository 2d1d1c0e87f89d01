"""The vectors that lie beside the starter catalogue are those that its encoders make."""

from __future__ import annotations

import pytest

from assistant.assembly import Facet
from assistant.catalogue.images import ProductPictures
from assistant.catalogue.product import Product
from assistant.search.index import VectorIndex
from assistant.search.vectors import VectorMaker
from assistant.terms import LANGUAGES, Vocabulary
from models.embedder import Embedder

AGAIN = "python -m assistant index --ship"


@pytest.mark.weights
def test_every_piece_of_the_starter_has_a_shipped_vector_that_is_still_right(
    facet: Facet, products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    encoder = Embedder(facet.parts.text.wait(), facet.parts.photo.wait())
    shipped = VectorIndex.load(facet.settings.catalogue / "vectors.npz", encoder.name)
    assert shipped is not None, AGAIN
    maker = VectorMaker(encoder, ProductPictures(facet.settings.picture_folders))
    pieces = list(products.values())
    kept, missing = maker.carried_over(shipped, pieces, vocabulary, "")
    assert missing == (), AGAIN
    *_, made = maker.completed(None, pieces[::150], vocabulary, "", lambda _: None)
    for piece in pieces[::150]:
        for language in LANGUAGES:
            ours, theirs = (index.vector_of(piece.id, language) for index in (made, kept))
            assert ours is not None
            assert theirs is not None
            assert float(ours @ theirs) > 0.999, piece.id
