"""The shoppers' photos that are committed: as the ledger says, and none of a piece out of place."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from assets.studio.ledger import Ledger, sha256
from assets.studio.records import PRODUCTS_PATH

PHOTOS = PRODUCTS_PATH.parent.parent / "photos"
SPLITS = json.loads((PRODUCTS_PATH.parent / "splits.json").read_text(encoding="utf-8"))["products"]
LEDGER = Ledger.read(PHOTOS / "photos.json", PHOTOS)
A_PIECE = 4


def test_every_photo_is_the_file_that_was_written() -> None:
    changed = [
        key
        for key, row in LEDGER.rows.items()
        if sha256((PHOTOS / row["file"]).read_bytes()) != row["sha256"]
    ]
    assert changed == []


def test_every_photo_says_whether_it_may_be_learned_from() -> None:
    for row in LEDGER.rows.values():
        assert row["split"] == SPLITS[row["product"]], row["file"]


@pytest.mark.parametrize("split", ["validation", "test"])
def test_every_published_piece_that_is_judged_by_has_its_photos(split: str) -> None:
    pieces = [
        json.loads(line)["id"] for line in PRODUCTS_PATH.read_text(encoding="utf-8").splitlines()
    ]
    wanted = {
        f"{piece}/{number}"
        for piece in pieces
        if SPLITS[piece] == split
        for number in range(A_PIECE)
    }
    assert wanted - set(LEDGER.rows) == set()


def test_photos_are_as_small_as_a_phone_sends_them() -> None:
    for row in list(LEDGER.rows.values())[::20]:
        with Image.open(PHOTOS / row["file"]) as photo:
            assert 200 <= max(photo.size) <= 400, row["file"]
