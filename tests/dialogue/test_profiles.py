"""Whose remembered facts count: the recipient's in a talk about a gift, else the shopper's own."""

from __future__ import annotations

import pytest

from assistant.actions import Search
from assistant.constraints import Constraints
from assistant.dialogue.policy import DialoguePolicy
from assistant.dialogue.profiles import person_of, unused_facts
from assistant.session import MemoKept, Session, WishesChanged, apply
from assistant.turn import Memo
from tests.reading import Reader

MINE, HERS = Memo("self", "ring_size_mm", 54.4), Memo("wife", "ring_size_mm", 51.9)
ALLERGIC = Memo("wife", "allergies", ("nickel",))


def _session(*memos: Memo, **wishes: object) -> Session:
    kept = [MemoKept(memo) for memo in memos]
    return apply(Session("s"), [*kept, WishesChanged(Constraints.from_json(wishes))])


def _wishes(policy: DialoguePolicy, reader: Reader, words: str, session: Session) -> Constraints:
    action = policy.decide(reader(words, session), session)
    assert isinstance(action, Search)
    return action.constraints


@pytest.mark.parametrize("words", ["rings for my wife in her size", "送老婆的戒指，按她的尺寸"])
def test_her_size_is_the_recipients_and_never_the_shoppers(
    words: str, policy: DialoguePolicy, reader: Reader
) -> None:
    wishes = _wishes(policy, reader, words, _session(MINE, HERS))
    assert wishes.number("ring_size_mm") == 51.9


@pytest.mark.parametrize("words", ["rings for my wife in her size", "送老婆的戒指，按她的尺寸"])
def test_a_size_that_is_not_known_is_not_made_up_of_the_shoppers(
    words: str, policy: DialoguePolicy, reader: Reader
) -> None:
    session = _session(MINE)
    assert reader(words, session).unrecalled == "wife"
    assert "ring_size_mm" not in _wishes(policy, reader, words, session).values


@pytest.mark.parametrize("words", ["gold rings in her size", "按她的尺寸找金戒指"])
def test_her_size_is_of_the_woman_remembered_where_the_talk_names_nobody(
    words: str, policy: DialoguePolicy, reader: Reader
) -> None:
    father = Memo("father", "ring_size_mm", 62.8)
    wishes = _wishes(policy, reader, words, _session(MINE, HERS, father))
    assert wishes.number("ring_size_mm") == 51.9
    assert wishes.terms("recipient") == ("wife",)


@pytest.mark.parametrize("words", ["it is for myself", "改成给自己买的"])
def test_turning_to_oneself_goes_by_ones_own_size(
    words: str, policy: DialoguePolicy, reader: Reader
) -> None:
    session = _session(MINE, HERS, category="ring", recipient="wife", ring_size_mm=51.9)
    assert _wishes(policy, reader, words, session).number("ring_size_mm") == 54.4


def test_turning_to_somebody_unknown_drops_what_was_recalled(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = _session(MINE, HERS, category="ring", ring_size_mm=54.4)
    assert "ring_size_mm" not in _wishes(policy, reader, "for my mother", session).values


def test_a_size_that_was_said_in_the_talk_stays(policy: DialoguePolicy, reader: Reader) -> None:
    session = _session(MINE, HERS, category="ring", recipient="wife", ring_size_mm=49.3)
    assert _wishes(policy, reader, "it is for myself", session).number("ring_size_mm") == 49.3


def test_the_talk_is_about_the_recipient_else_the_shopper() -> None:
    assert person_of(Constraints({"recipient": ("wife",)})) == "wife"
    assert person_of(Constraints()) == "self"


def test_what_bears_on_the_pieces_and_is_not_used_is_offered() -> None:
    memory = (MINE, HERS, ALLERGIC)
    rings = Constraints({"category": ("ring",), "recipient": ("wife",)})
    assert unused_facts(rings, memory) == (HERS, ALLERGIC)
    sized = Constraints({**rings.values, "ring_size_mm": 51.9})
    assert unused_facts(sized, memory) == (ALLERGIC,)
    necklaces = Constraints({"category": ("necklace",), "recipient": ("wife",)})
    assert unused_facts(necklaces, memory) == (ALLERGIC,)
    assert unused_facts(Constraints({"category": ("ring",)}), memory) == (MINE,)
