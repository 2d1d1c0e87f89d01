"""Answers that mean something only because a question was asked."""

from __future__ import annotations

import pytest

from assistant.constraints import Constraints, apply_edits
from assistant.session import QuestionAsked, Session, apply
from assistant.turn import Question
from tests.reading import Reader

WHITE = Question("metal", ("platinum", "gold+white"))
SIZE = Question("ring_size_mm", ("cn:12", "hk:12"))


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
