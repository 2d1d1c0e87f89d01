"""Answers that mean something only because a question was asked."""

from __future__ import annotations

import pytest

from assistant.constraints import Constraints, Want, apply_edits
from assistant.session import QuestionAsked, Session, apply
from assistant.turn import Question
from tests.reading import Reader

WHITE = Question("metal", ("platinum", "gold+white"))
SIZE = Question("ring_size_mm", ("cn:12", "hk:12"), (71, 70))  # asked of pieces looked for


def _asked(reader: Reader, question: Question) -> Session:
    return apply(reader.session(), [QuestionAsked(question)])


@pytest.mark.parametrize(
    ("said", "question", "wishes"),
    [
        ("gold+white", WHITE, {"metal": "gold", "metal_colour": "white"}),
        ("the white gold one", WHITE, {"metal": "gold", "metal_colour": "white"}),
        ("K金的", WHITE, {"metal": "gold", "metal_colour": "white"}),
        ("铂金", WHITE, {"metal": "platinum"}),
        ("the former", WHITE, {"metal": "platinum"}),
        ("either", WHITE, {"metal": ["platinum", "gold"]}),
        ("都行", WHITE, {"metal": ["platinum", "gold"]}),
        ("cn", SIZE, {"ring_size_mm": 52.0}),
        ("大陆码", SIZE, {"ring_size_mm": 52.0}),
        ("the mainland one", SIZE, {"ring_size_mm": 52.0}),
        ("skip", SIZE, {}),
    ],
)
def test_an_answer_settles_the_meaning(
    reader: Reader, said: str, question: Question, wishes: dict[str, object]
) -> None:
    understanding = reader(said, _asked(reader, question))
    assert understanding.intent in ("search", "refine")
    assert apply_edits(Constraints(), understanding.edits).to_json() == wishes


def test_hong_kong_is_the_other_scale(reader: Reader) -> None:
    understanding = reader("港码的", _asked(reader, SIZE))
    (size,) = apply_edits(Constraints(), understanding.edits).values.values()
    assert isinstance(size, float)
    assert 50.5 < size < 52.0


@pytest.mark.parametrize(
    ("said", "mm"),
    [
        ("US", 67.2),
        ("美码", 67.2),
        ("it's the American one", 67.2),
        ("是日本的码", 52.4),
        ("it is the Hong Kong one", 51.3),
        ("港版的吧", 51.3),
        ("嗯, mainland 的", 52.0),
    ],
)
def test_a_scale_alone_settles_the_size_be_it_offered_or_not(
    reader: Reader, said: str, mm: float
) -> None:
    understanding = reader(said, _asked(reader, SIZE))
    assert understanding.intent in ("search", "refine")
    assert apply_edits(Constraints(), understanding.edits).to_json() == {"ring_size_mm": mm}


@pytest.mark.parametrize("said", ["it's for us", "欧码", "英码", "us too"])
def test_a_scale_that_cannot_be_meant_settles_nothing(reader: Reader, said: str) -> None:
    assert apply_edits(Constraints(), reader(said, _asked(reader, SIZE)).edits).to_json() == {}


@pytest.mark.parametrize("said", ["港码", "不对，是港码", "sorry, Hong Kong", "it's the HK scale"])
def test_a_scale_alone_puts_a_size_right_that_stands(reader: Reader, said: str) -> None:
    session = reader.session(category="ring", ring_size_mm=52.0)
    assert apply_edits(Constraints(), reader(said, session).edits).to_json() == {
        "ring_size_mm": 51.3
    }


@pytest.mark.parametrize("said", ["港码", "the mainland's", "US"])
def test_with_no_size_a_scale_alone_wishes_for_nothing(reader: Reader, said: str) -> None:
    assert reader(said, reader.session(category="ring")).edits == ()


def test_the_second_of_the_pieces_asked_about_is_picked(reader: Reader) -> None:
    session = _asked(reader, Question("product", ("R-002", "E-001")))
    assert reader("the second", session).references == ("E-001",)


def test_a_metal_beside_white_gold_settles_it(reader: Reader) -> None:
    understanding = reader("18K白金戒指")
    assert understanding.ambiguity is None
    wishes = apply_edits(Constraints(), understanding.edits).to_json()
    assert (wishes["metal"], wishes["metal_colour"]) == ("gold", "white")


def test_a_bare_hao_is_asked_about(reader: Reader) -> None:
    unclear = reader("我戴12号的戒指").ambiguity
    assert unclear is not None
    assert [meaning.value for meaning in unclear.meanings] == ["cn:12", "hk:12"]


def test_the_scale_of_a_size_asked_about_is_told_and_not_wished_for(reader: Reader) -> None:
    asked = QuestionAsked(Question("ring_size_mm", ("cn:12", "hk:12")))
    meant = reader("港码", apply(reader.session(category="bangle"), [asked]))
    assert (meant.intent, meant.edits) == ("sizing", ())
    assert meant.figures == {"ring_size_mm": 51.3}
    assert "size_hk:12" in meant.topics


def test_the_scale_of_a_size_looked_for_is_a_wish(reader: Reader) -> None:
    asked = QuestionAsked(Question("ring_size_mm", ("cn:12", "hk:12"), (71, 70)))
    meant = reader("港码", apply(reader.session(category="ring"), [asked]))
    assert Want("ring_size_mm", 51.3) in meant.edits


@pytest.mark.parametrize("said", ["6", "6号", "the former", "US 6"])
def test_one_of_two_sizes_is_chosen_by_its_number_or_place(reader: Reader, said: str) -> None:
    asked = QuestionAsked(Question("ring_size_mm", ("us:6", "us:7"), (110, 94)))
    meant = reader(said, apply(reader.session(category="ring"), [asked]))
    assert Want("ring_size_mm", 51.9) in meant.edits
