"""Which pieces the words point at: on the table, earlier, in the photo, or nowhere."""

from __future__ import annotations

import pytest

from assistant.session import ProductsShown, apply
from tests.reading import Reader

TABLE = ("R-001", "R-002", "E-001", "E-002", "N-002")


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("how much is the third", ("E-001",)),
        ("the second to last, what metal is it", ("E-002",)),
        ("第三对多少钱", ("E-001",)),
        ("倒数第二个多重", ("E-002",)),
        ("头一个是什么材质", ("R-001",)),
        ("the middle one, how much", ("E-001",)),
        ("tell me about the last two", ("E-002", "N-002")),
        ("compare 1 and 3", ("R-001", "E-001")),
        ("what is the necklace made of?", ("N-002",)),
        ("项链多少钱", ("N-002",)),
    ],
)
def test_places_and_kinds_point_at_the_table(
    reader: Reader, said: str, ids: tuple[str, ...]
) -> None:
    assert reader(said, reader.session(TABLE)).references == ids


def _prices(reader: Reader, *ids: str) -> list[int]:
    return [reader.products[one].price.minor for one in ids]


@pytest.mark.parametrize("said", ["how big is the cheaper ring", "那枚便宜一点的戒指多大"])
def test_a_degree_picks_among_those_described(reader: Reader, said: str) -> None:
    rings = ("R-001", "R-002")
    chosen = reader(said, reader.session(TABLE)).references
    assert len(chosen) == 1
    assert _prices(reader, *chosen) == [min(_prices(reader, *rings))]


def test_the_dearest_of_these_is_on_the_table(reader: Reader) -> None:
    understanding = reader("which of these is the most expensive?", reader.session(TABLE))
    assert understanding.intent == "extreme"
    assert _prices(reader, *understanding.references) == [max(_prices(reader, *TABLE))]


def test_the_cheapest_ring_is_looked_for_in_the_shop(reader: Reader) -> None:
    understanding = reader("the cheapest ring", reader.session(TABLE))
    assert (understanding.intent, understanding.references) == ("extreme", ())


def test_a_place_counts_those_described(reader: Reader) -> None:
    assert reader("the second pair of earrings, how much", reader.session(TABLE)).references == (
        "E-002",
    )


def test_a_chinese_topic_after_a_place_counts_nothing(reader: Reader) -> None:
    """'第二个钻石多大' asks of the second piece's diamond."""
    assert reader("第二个钻石多大", reader.session(TABLE)).references == ("R-002",)


def test_a_description_that_several_fit_is_asked_about(reader: Reader) -> None:
    understanding = reader("that ring, how heavy is it?", reader.session(TABLE))
    assert understanding.several
    assert understanding.references == ("R-001", "R-002")


def test_of_several_that_fit_the_one_talked_of_is_meant(reader: Reader) -> None:
    session = reader.session(TABLE, focus=("R-002",))
    assert reader("that ring, how heavy is it?", session).references == ("R-002",)


@pytest.mark.parametrize("said", ["the ring you showed me, what metal is it?", "刚才那枚戒指多重"])
def test_what_was_shown_turns_ago_is_remembered(reader: Reader, said: str) -> None:
    session = apply(reader.session(("R-001",)), [ProductsShown(("E-001", "E-002"))])
    understanding = reader(said, session)
    assert (understanding.intent, understanding.references) == ("describe", ("R-001",))


def test_the_table_comes_before_what_was_shown_earlier(reader: Reader) -> None:
    session = apply(reader.session(("R-001",)), [ProductsShown(("R-002", "E-002"))])
    assert reader("how heavy is that ring", session).references == ("R-002",)


@pytest.mark.parametrize("said", ["how much is that brooch?", "那枚胸针多少钱"])
def test_a_piece_that_was_never_shown_is_searched_for(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(TABLE))
    assert understanding.intent in ("search", "refine")
    assert [edit.slot for edit in understanding.edits] == ["category"]


def test_the_other_one_is_what_is_left_of_a_pair(reader: Reader) -> None:
    session = reader.session(("R-001", "R-002"), focus=("R-001",))
    assert reader("and the other one?", session).references == ("R-002",)


def test_the_other_one_in_another_metal_is_a_like_one(reader: Reader) -> None:
    session = reader.session(("R-001", "R-002"), focus=("R-001",))
    understanding = reader("no, the other one, in silver", session)
    assert (understanding.intent, understanding.references) == ("similar", ("R-002",))


@pytest.mark.parametrize(
    "said",
    [
        "it's for my dad",
        "keep it under 3000",
        "make it gold",
        "it's our first anniversary",
        "it needn't be pearl",
        "那个价钱就八千以内",
    ],
)
def test_it_that_stands_for_no_piece_points_at_none(reader: Reader, said: str) -> None:
    understanding = reader(said, reader.session(TABLE))
    assert understanding.references == ()
    assert not understanding.several
    assert understanding.edits


def test_words_about_a_photo_point_at_no_piece(reader: Reader) -> None:
    understanding = reader("like the one in the photo", reader.session(TABLE), with_photo=True)
    assert (understanding.intent, understanding.references) == ("search", ())


@pytest.mark.parametrize(
    "said", ["I'll discuss it with my husband first", "first things first, a ring"]
)
def test_first_of_all_counts_no_piece(reader: Reader, said: str) -> None:
    assert reader(said, reader.session(TABLE, category="ring")).references != (TABLE[0],)


def test_the_second_of_one_is_asked_about_and_not_wished_for(reader: Reader) -> None:
    read = reader("第二个是金的还是银的", reader.session(TABLE[:1], category="ring"))
    assert (read.intent, read.edits, read.dangling) == ("describe", (), True)


def test_a_piece_of_the_photo_dangles_without_one(reader: Reader) -> None:
    assert reader("how much is the ring in my photo", reader.session(TABLE)).dangling


@pytest.mark.parametrize("said", ["那对贵一点的多少钱", "那对多少钱", "how much was that pair?"])
def test_a_pair_is_the_earrings_shown_before(reader: Reader, said: str) -> None:
    session = apply(reader.session(("E-001", "N-001")), [ProductsShown(("A-008",))])
    assert reader(said, session).references == ("E-001",)


def test_of_several_pairs_shown_before_the_dearer_is_told_by_its_price(reader: Reader) -> None:
    earrings = tuple(one for one in reader.products if one.startswith("E-"))[:2]
    dearer = max(earrings, key=lambda one: reader.products[one].price.minor)
    session = apply(reader.session(earrings), [ProductsShown(("A-008",))])
    assert reader("那对贵一点的多少钱", session).references == (dearer,)


def test_of_several_pairs_one_question_is_asked(reader: Reader) -> None:
    session = apply(reader.session(("E-001", "E-002")), [ProductsShown(("A-008",))])
    meant = reader("那对多少钱", session)
    assert meant.several
    assert set(meant.references) == {"E-001", "E-002"}


def test_what_is_no_pair_is_not_told_of_as_one(reader: Reader) -> None:
    meant = reader("那对多少钱", reader.session(("A-008",)))
    assert meant.dangling
    assert meant.references == ()


def test_toward_somebody_is_no_pair(reader: Reader) -> None:
    session = apply(reader.session(("E-001",)), [ProductsShown(("A-008",))])
    assert "E-001" not in reader("那对我来说太贵了", session).references
