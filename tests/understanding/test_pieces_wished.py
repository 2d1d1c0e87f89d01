"""Pieces wanted together: kinds of set, whose size, whose budget, and what is swapped."""

from __future__ import annotations

import pytest

from assistant.constraints import Clear, Constraints
from assistant.session import ProductsShown, Session, SetWished, WishesChanged, apply
from assistant.turn import Member, SetWish
from tests.reading import Reader

PAIR = SetWish("matching", (Member("necklace"), Member("earrings")))


def _with_set(reader: Reader, wish: SetWish, *pieces: str) -> Session:
    return apply(reader.session(), [SetWished(wish, pieces), ProductsShown(pieces)])


@pytest.mark.parametrize(
    ("said", "kind", "categories"),
    [
        ("三金", "three_gold", ("ring", "necklace", "earrings")),
        ("结婚要买五金", "five_gold", ("ring", "necklace", "earrings", "bangle", "bracelet")),
        ("couple rings", "couple", ("ring", "ring")),
        ("情侣对戒", "couple", ("ring", "ring")),
        ("a bracelet and a matching necklace", "matching", ("bracelet", "necklace")),
        ("项链耳环要一套的", "matching", ("necklace", "earrings")),
    ],
)
def test_a_set_has_its_kind_and_members(
    reader: Reader, said: str, kind: str, categories: tuple[str, ...]
) -> None:
    wish = reader(said).pieces_wished
    assert wish is not None
    assert (wish.kind, tuple(member.category for member in wish.members)) == (kind, categories)


@pytest.mark.parametrize("said", ["三金是哪三样", "what do the three golds mean", "对戒是什么意思"])
def test_a_question_about_the_custom_wishes_for_no_set(reader: Reader, said: str) -> None:
    assert reader(said).pieces_wished is None


def test_two_kinds_that_need_not_match_are_no_set(reader: Reader) -> None:
    assert reader("a necklace or earrings").pieces_wished is None


def test_a_total_stands_in_the_wishes_of_the_whole(reader: Reader) -> None:
    understanding = reader("a necklace and matching earrings under 9000")
    wish = understanding.pieces_wished
    assert wish is not None
    assert all(not member.wishes for member in wish.members)
    assert ("price_max_minor", 900000) in {
        (edit.slot, edit.value)  # type: ignore[union-attr]
        for edit in understanding.edits
    }


def test_budgets_said_of_members_are_theirs(reader: Reader) -> None:
    understanding = reader("a set: necklace under 6000, earrings under 3000")
    wish = understanding.pieces_wished
    assert wish is not None
    assert [member.wishes.number("price_max_minor") for member in wish.members] == [600000, 300000]
    assert understanding.edits == ()


@pytest.mark.parametrize(
    "said", ["couple rings, his is US 10, hers is US 6", "对戒 他戴美码10号，她戴美码6号"]
)
def test_each_of_a_couple_has_a_size(reader: Reader, said: str) -> None:
    understanding = reader(said)
    wish = understanding.pieces_wished
    assert wish is not None
    assert [member.wishes.number("ring_size_mm") for member in wish.members] == [62.1, 51.9]
    assert "ring_size_mm" not in {edit.slot for edit in understanding.edits}


def test_sizes_may_be_said_once_the_rings_are_on_the_table(reader: Reader) -> None:
    session = _with_set(reader, SetWish("couple", (Member("ring"), Member("ring"))), "R-014")
    wish = reader("my finger is a US 6, his is a US 10", session).pieces_wished
    assert wish is not None
    assert [member.wishes.number("ring_size_mm") for member in wish.members] == [62.1, 51.9]


@pytest.mark.parametrize("said", ["swap the earrings", "换一对耳环", "different earrings please"])
def test_one_piece_of_the_set_is_swapped(reader: Reader, said: str) -> None:
    understanding = reader(said, _with_set(reader, PAIR, "N-001", "E-001"))
    assert (understanding.intent, understanding.swap) == ("set", 1)
    assert understanding.edits == ()


def test_without_a_set_on_the_table_nothing_is_swapped(reader: Reader) -> None:
    assert reader("swap the earrings", reader.session(("N-001", "E-001"))).swap is None


@pytest.mark.parametrize("said", ["三金预算三万", "san jin set, 30000 in all"])
def test_golds_are_asked_for_without_the_stone_of_the_bangle_talked_of_before(
    reader: Reader, said: str
) -> None:
    before = Constraints.from_json(
        {"category": "bangle", "stone": "jadeite", "stone_colour": "green"}
    )
    session = apply(reader.session(), [WishesChanged(before)])
    cleared = {edit.slot for edit in reader(said, session).edits if isinstance(edit, Clear)}
    assert {"stone", "stone_colour"} <= cleared


def test_a_stone_said_of_the_golds_stands(reader: Reader) -> None:
    before = Constraints.from_json({"stone": "jadeite", "metal": "silver"})
    session = apply(reader.session(), [WishesChanged(before)])
    edits = reader("三金，要带珍珠的", session).edits
    assert Clear("stone") not in edits
    assert Clear("metal") in edits


def test_what_is_said_of_golds_on_the_table_leaves_their_stone(reader: Reader) -> None:
    golds = SetWish("three_gold", (Member("ring"), Member("necklace"), Member("earrings")))
    session = _with_set(reader, golds, "R-001", "N-001", "E-001")
    session = apply(session, [WishesChanged(Constraints.from_json({"stone": "pearl"}))])
    assert Clear("stone") not in reader("三金三万以内", session).edits


@pytest.mark.parametrize(
    ("said", "sizes"),
    [
        ("港码", [49.1, 55.6]),
        ("it is Hong Kong sizes", [49.1, 55.6]),
        ("哦，是日码", [50.3, 56.5]),
        ("mainland", [50.0, 56.0]),
    ],
)
def test_a_scale_alone_is_that_of_both_rings_of_a_couple(
    reader: Reader, said: str, sizes: list[float]
) -> None:
    rings = [Member("ring", Constraints({"ring_size_mm": mm})) for mm in (50.0, 56.0)]
    session = _with_set(reader, SetWish("couple", tuple(rings)), "R-001", "R-002")
    understanding = reader(said, session)
    assert understanding.intent == "set"
    assert understanding.pieces_wished is not None
    members = understanding.pieces_wished.members
    assert [one.wishes.number("ring_size_mm") for one in members] == sizes
