"""A proposal is made with a ring."""

from __future__ import annotations

import pytest

from assistant.constraints import Want
from assistant.session import SetWished, apply
from assistant.turn import Member, SetWish
from tests.reading import Reader

RING = Want("category", ("ring",))


@pytest.mark.parametrize(
    "said",
    [
        "I want to propose to my girlfriend, budget about 20k",
        "something to pop the question with",
        "我打算向女朋友求婚，预算两万",
        "求婚用的，三万以内",
    ],
)
def test_a_proposal_wishes_for_a_ring(reader: Reader, said: str) -> None:
    assert RING in reader(said).edits


@pytest.mark.parametrize(
    "said",
    [
        "a necklace to propose with",
        "求婚用的项链",
        "I propose that we look at pearls",
        "求婚成功了，想买个纪念",
    ],
)
def test_another_piece_and_a_proposal_of_another_kind_wish_for_no_ring(
    reader: Reader, said: str
) -> None:
    assert RING not in reader(said).edits


def test_a_set_on_the_table_stays_a_set(reader: Reader) -> None:
    wish = SetWish("couple", (Member("ring"), Member("ring")))
    session = apply(reader.session(), [SetWished(wish, ("R-001", "R-002"))])
    assert RING not in reader("it is for a proposal", session).edits


def test_the_kind_that_stands_is_kept(reader: Reader) -> None:
    assert RING not in reader("for a proposal", reader.session(category="pendant")).edits
