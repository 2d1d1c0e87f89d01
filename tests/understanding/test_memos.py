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


@pytest.mark.parametrize(
    "said",
    [
        "全部忘掉",
        "把记住的都忘了",
        "清空记忆",
        "把你记得的全都删掉",
        "都忘了吧",
        "forget everything you know about me",
        "forget everything",
        "forget it all",
        "wipe your memory",
        "please erase everything I told you",
        "把 memory 清空, forget everything",
    ],
)
def test_where_something_is_remembered_forgetting_all_is_of_the_memory(
    reader: Reader, said: str
) -> None:
    session = _with(reader.session(category="ring"), OWN, HERS)
    understanding = reader(said, session)
    assert understanding.intent == "forget"
    assert [(one.about, one.value) for one in understanding.memos] == [
        ("self", None),
        ("wife", None),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "start over",
        "统统忘掉，重新开始",
        "forget everything and begin again",
        "清空条件",
        "forget everything I asked for",
        "全部清空，从头来",
    ],
)
def test_starting_over_leaves_the_memory_alone(reader: Reader, said: str) -> None:
    assert reader(said, _with(reader.session(category="ring"), OWN)).intent == "restart"


@pytest.mark.parametrize("said", ["forget everything", "全部忘掉", "都忘掉吧"])
def test_with_nothing_remembered_it_is_the_wishes_that_are_forgotten(
    reader: Reader, said: str
) -> None:
    assert reader(said, reader.session(category="ring")).intent == "restart"


@pytest.mark.parametrize(
    ("said", "memo"),
    [
        ("change my ring size to US 6", Memo("self", "ring_size_mm", 51.9)),
        ("update my size to US 6 please", Memo("self", "ring_size_mm", 51.9)),
        ("my ring size is actually US 6", Memo("self", "ring_size_mm", 51.9)),
        ("把我的手寸改成14号港码", Memo("self", "ring_size_mm", 53.5)),
        ("我的戒指号改为大陆码13号", Memo("self", "ring_size_mm", 53.0)),
        ("把我的 ring size 改成 US 6", Memo("self", "ring_size_mm", 51.9)),
        ("change my wife's ring size to US 7", Memo("wife", "ring_size_mm", 54.4)),
        ("把我老婆的手寸改成美码7", Memo("wife", "ring_size_mm", 54.4)),
    ],
)
def test_what_is_remembered_is_put_right(reader: Reader, said: str, memo: Memo) -> None:
    understanding = reader(said, _with(reader.session(), OWN, HERS))
    assert (understanding.intent, understanding.memos) == ("remember", (memo,))
    assert understanding.edits == ()


@pytest.mark.parametrize("said", ["change my ring size to US 7", "把我的手寸改成14号港码"])
def test_with_no_size_remembered_it_is_the_wish_that_changes(reader: Reader, said: str) -> None:
    session = _with(reader.session(category="ring"), Memo("self", "allergies", ("nickel",)))
    understanding = reader(said, session)
    assert understanding.intent == "refine"
    assert "ring_size_mm" in {edit.slot for edit in understanding.edits}


def test_a_budget_that_stands_is_changed_among_the_wishes(reader: Reader) -> None:
    session = reader.session(category="ring", price_max_minor=300000, currency="CNY")
    kept = Memo("self", "price_max_minor", 500000)
    assert reader("change my budget to 8000", _with(session, kept)).intent == "refine"


@pytest.mark.parametrize("said", ["remember her size", "记住她的尺寸", "记住她的 ring size"])
def test_a_size_that_stands_is_kept_for_whom_it_is(reader: Reader, said: str) -> None:
    session = reader.session(category="ring", recipient="wife", ring_size_mm=51.9)
    assert reader(said, session).memos == (HERS,)


def test_a_size_that_stands_for_somebody_else_is_not_kept_as_ones_own(reader: Reader) -> None:
    session = reader.session(category="ring", recipient="wife", ring_size_mm=51.9)
    understanding = reader("remember my ring size", session)
    assert understanding.memos == ()
    assert (understanding.unrecalled, understanding.fields) == ("self", ("ring_size_mm",))


@pytest.mark.parametrize(
    ("said", "category", "slot"),
    [
        ("remember her size", "ring", "ring_size_mm"),
        ("记住她的尺寸", "bangle", "bangle_mm"),
        ("remember her size", "necklace", "length_mm"),
        ("记一下她的过敏", "ring", "allergies"),
    ],
)
def test_a_value_that_nobody_told_is_named_as_wanting(
    reader: Reader, said: str, category: str, slot: str
) -> None:
    understanding = reader(said, reader.session(category=category, recipient="wife"))
    assert understanding.memos == ()
    assert (understanding.unrecalled, understanding.fields) == ("wife", (slot,))


@pytest.mark.parametrize(
    "said",
    [
        "what's my ring size?",
        "do you know my size",
        "我手寸多少来着",
        "我老婆手寸多少",
        "你知道我老婆的手寸吗",
        "我的 ring size 是多少",
        "what does my wife like",
    ],
)
def test_what_is_kept_is_recalled_by_its_name_too(reader: Reader, said: str) -> None:
    assert reader(said, _with(reader.session(), OWN, HERS)).intent == "recall"
    assert reader(said).intent != "recall"


@pytest.mark.parametrize("said", ["what is my ring size in UK", "怎么知道我的手寸"])
def test_a_size_to_be_worked_out_is_not_recalled(reader: Reader, said: str) -> None:
    assert reader(said, _with(reader.session(), OWN)).intent == "sizing"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("记住我的戒指号是港码14号", "hk:14"),
        ("remember my ring size is UK N", "uk:N"),
        ("记住我的戒指号是美码7号", "us:7"),
        ("记住我的戒指号是12号", "cn:12"),
    ],
)
def test_a_size_is_kept_as_it_was_told(reader: Reader, said: str, told: str) -> None:
    assert [one.said for one in reader(said).memos] == [told]


@pytest.mark.parametrize("scale", ["港码", "it's the Hong Kong one", "Hong Kong"])
def test_a_scale_alone_puts_the_size_remembered_last_on_it(reader: Reader, scale: str) -> None:
    session = _with(reader.session(), Memo("self", "ring_size_mm", 67.2, "us:12"))
    meant = reader(scale, session)
    assert meant.intent == "remember"
    assert meant.memos == (Memo("self", "ring_size_mm", 51.3),)
    assert meant.memos[0].said == "hk:12"


def test_a_scale_alone_is_of_the_size_that_is_wished_for(reader: Reader) -> None:
    wishing = reader.session(category="ring", ring_size_mm=52.0)
    session = _with(wishing, Memo("self", "ring_size_mm", 67.2, "us:12"))
    assert reader("港码", session).memos == ()


@pytest.mark.parametrize("said", ["in my size", "按我的尺寸"])
def test_a_pendant_takes_no_remembered_size(reader: Reader, said: str) -> None:
    session = _with(reader.session(category="pendant"), OWN)
    meant = reader(said, session)
    assert (meant.intent, meant.edits) == ("sizing", ())
    assert meant.topics == ("sizeless",)
