"""What a shopper has remembered, whose it is, and when it comes back."""

from __future__ import annotations

import pytest

from assistant.constraints import Want
from assistant.session import MemoKept, Session, apply
from assistant.turn import Memo
from tests.reading import Reader

OWN = Memo("self", "ring_size_mm", 54.4)
HERS = Memo("wife", "ring_size_mm", 51.9)


def _with(session: Session, *memos: Memo) -> Session:
    return apply(session, [MemoKept(memo) for memo in memos])


@pytest.mark.parametrize(
    ("said", "memo"),
    [
        ("remember my ring size is US 7", Memo("self", "ring_size_mm", 54.4)),
        ("记住我对镍过敏", Memo("self", "allergies", ("nickel",))),
        ("remember that my wife's ring size is US 6", Memo("wife", "ring_size_mm", 51.9)),
    ],
)
def test_a_memo_says_whose_it_is(reader: Reader, said: str, memo: Memo) -> None:
    assert reader(said).memos == (memo,)


def test_hers_is_the_recipients_that_is_talked_of(reader: Reader) -> None:
    session = reader.session(recipient="wife")
    assert reader("remember her ring size is US 6", session).memos == (HERS,)


def test_remembering_changes_no_wish(reader: Reader) -> None:
    assert reader("remember I'm allergic to nickel").edits == ()


@pytest.mark.parametrize("said", ["gold rings in my size", "按我的尺寸找金戒指"])
def test_a_size_comes_back_when_asked_for(reader: Reader, said: str) -> None:
    assert Want("ring_size_mm", 54.4) in reader(said, _with(reader.session(), OWN, HERS)).edits


@pytest.mark.parametrize(
    "said",
    ["rings in my husband's size", "按我老公的 size 找戒指", "照老公的手寸挑戒指"],
)
def test_anothers_size_comes_back_by_who_it_is(reader: Reader, said: str) -> None:
    his = Memo("husband", "ring_size_mm", 62.0)
    assert Want("ring_size_mm", 62.0) in reader(said, _with(reader.session(), OWN, his)).edits


@pytest.mark.parametrize("said", ["按我的尺寸找几个戒指", "照我的手寸推荐几款戒指"])
def test_a_few_asked_for_in_ones_size_are_looked_for(reader: Reader, said: str) -> None:
    assert reader(said, _with(reader.session(), OWN)).intent == "search"


def test_her_size_is_hers_and_not_the_shoppers(reader: Reader) -> None:
    session = _with(reader.session(recipient="wife"), OWN, HERS)
    assert Want("ring_size_mm", 51.9) in reader("rings in her size", session).edits


@pytest.mark.parametrize("said", ["gold rings", "I forget my size, gold rings please"])
def test_a_size_stays_out_of_wishes_that_do_not_ask_for_it(reader: Reader, said: str) -> None:
    edits = reader(said, _with(reader.session(), OWN)).edits
    assert "ring_size_mm" not in {edit.slot for edit in edits if isinstance(edit, Want)}


def test_a_ring_size_says_nothing_of_bangles(reader: Reader) -> None:
    edits = reader("bangles in my size", _with(reader.session(), OWN)).edits
    assert {edit.slot for edit in edits} == {"category"}


@pytest.mark.parametrize(
    ("said", "forgotten"),
    [
        ("forget my ring size", (("self", "ring_size_mm"),)),
        ("忘掉我的戒指号", (("self", "ring_size_mm"),)),
        ("forget everything you remember", (("self", "ring_size_mm"), ("self", "allergies"))),
        ("把记住的全部忘掉", (("self", "ring_size_mm"), ("self", "allergies"))),
        ("forget my bangle size", ()),
    ],
)
def test_only_what_is_named_is_forgotten(
    reader: Reader, said: str, forgotten: tuple[tuple[str, str], ...]
) -> None:
    session = _with(reader.session(), OWN, Memo("self", "allergies", ("nickel",)))
    memos = reader(said, session).memos
    assert tuple((memo.about, memo.slot) for memo in memos) == forgotten
    assert all(memo.value is None for memo in memos)


@pytest.mark.parametrize("said", ["I forget my size", "don't forget my size is US 8"])
def test_forgetting_by_oneself_asks_for_no_forgetting(reader: Reader, said: str) -> None:
    assert reader(said, _with(reader.session(), OWN)).intent != "forget"


@pytest.mark.parametrize("said", ["forget what my mum likes", "忘掉我妈的喜好"])
def test_what_somebody_likes_is_forgotten_and_nothing_else(reader: Reader, said: str) -> None:
    gold = Memo("mother", "metal", ("gold",))
    size = Memo("mother", "ring_size_mm", 54.4)
    session = _with(reader.session(), gold, size, Memo("self", "metal", ("silver",)))
    understanding = reader(said, session)
    assert understanding.intent == "forget"
    assert understanding.memos == (Memo("mother", "metal", None),)


def test_all_of_somebody_is_forgotten(reader: Reader) -> None:
    session = _with(reader.session(), HERS, OWN)
    assert reader("forget everything about my wife", session).memos == (
        Memo("wife", "ring_size_mm", None),
    )
