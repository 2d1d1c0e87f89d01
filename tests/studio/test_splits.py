"""Train, validation and test: apart, stable, and each with every category."""

from __future__ import annotations

from collections import Counter

import pytest

from assets.studio.splits import (
    SHARES,
    SPLITS_PATH,
    Family,
    assigned,
    by_piece,
    families,
    read_geometries,
    read_splits,
    write_splits,
)


def made_up(count: int, category: str = "ring") -> list[Family]:
    return [
        Family(f"{category}-{n}", category, tuple(f"{category}-{n}-{k}" for k in range(1 + n % 4)))
        for n in range(count)
    ]


def test_every_piece_of_the_catalogue_has_exactly_one_split() -> None:
    pieces = [piece for family in families() for piece in family.pieces]
    assert sorted(read_splits()) == sorted(pieces)
    assert set(read_splits().values()) == set(SHARES)


def test_the_written_splits_keep_geometries_together() -> None:
    splits, geometries = read_splits(), read_geometries()
    for family in families():
        assert {splits[piece] for piece in family.pieces} == {geometries[family.geometry]}


def test_every_category_stands_in_every_split() -> None:
    splits = read_splits()
    for category in {family.category for family in families()}:
        own = [f for f in families() if f.category == category]
        found = {splits[piece] for family in own for piece in family.pieces}
        assert len(found) == min(3, len(own)), category


@pytest.mark.parametrize("count", [30, 80])
def test_a_category_is_shared_out_nearly_as_asked(count: int) -> None:
    members = made_up(count)
    pieces = Counter(by_piece(members, assigned(members)).values())
    for split, share in SHARES.items():
        assert pieces[split] / pieces.total() == pytest.approx(share, abs=0.05)


def test_the_order_of_the_designs_does_not_matter() -> None:
    members = made_up(20) + made_up(9, "brooch")
    assert assigned(members) == assigned(members[::-1])


def test_geometries_keep_their_place_when_others_are_added() -> None:
    before = assigned(made_up(20))
    after = assigned(made_up(35), before)
    assert {name: after[name] for name in before} == before


def test_writing_again_changes_nothing(tmp_path) -> None:
    path = tmp_path / "splits.json"
    path.write_bytes(SPLITS_PATH.read_bytes())
    write_splits(path)
    assert path.read_bytes() == SPLITS_PATH.read_bytes()
