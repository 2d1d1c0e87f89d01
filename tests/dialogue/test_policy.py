"""From an understanding to one action."""

from __future__ import annotations

import pytest

from assistant.actions import (
    Advise,
    Ask,
    BuildSet,
    Compare,
    Converse,
    Count,
    Describe,
    HandOver,
    KeepMemo,
    PriceMetal,
    Save,
    Search,
    Survey,
    Undo,
    WorkOut,
)
from assistant.constraints import Constraints
from assistant.dialogue.policy import DialoguePolicy
from assistant.session import (
    MemoKept,
    ProductSaved,
    ProductsFocused,
    ProductsShown,
    QuestionAsked,
    Session,
    SetWished,
    WishesChanged,
    apply,
)
from assistant.turn import Member, Memo, Question, RankedProducts, SetWish
from tests.reading import Reader

TABLE = ("R-001", "R-002", "E-001")


def test_a_wish_is_searched_with_what_stands(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE, category="ring", metal="gold")
    action = policy.decide(reader("under 4000", session), session)
    assert isinstance(action, Search)
    assert action.constraints.to_json() == {
        "category": "ring",
        "metal": "gold",
        "price_max_minor": 400000,
        "currency": "CNY",
    }


def test_a_count_in_its_own_words_leaves_standing_wishes_out(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(category="ring", metal="gold")
    action = policy.decide(reader("how many jade bangles do you have", session), session)
    assert isinstance(action, Count)
    assert action.constraints.to_json() == {"category": "bangle", "stone": "jade"}


def test_the_cheapest_of_a_kind_is_a_search_by_price(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session()
    action = policy.decide(reader("the cheapest ring", session), session)
    assert isinstance(action, Search)
    assert action.order == "price_up"


def test_the_cheapest_in_the_shop_forgets_standing_wishes(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(category="ring", metal="gold")
    action = policy.decide(reader("what is the cheapest thing in your shop", session), session)
    assert isinstance(action, Search)
    assert not action.constraints


def test_it_among_several_pieces_is_asked_about(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how heavy is it", session), session)
    assert isinstance(action, Ask)
    assert action.question.options == TABLE


def test_an_ambiguous_word_is_asked_about(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session()
    action = policy.decide(reader("白金项链", session), session)
    assert isinstance(action, Ask)
    assert action.about == "白金"


def test_two_named_pieces_are_compared(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("compare the first and the third", session), session)
    assert action == Compare(("R-001", "E-001"))


def test_one_more_piece_is_compared_with_the_one_talked_of(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = apply(reader.session(TABLE), [ProductsFocused(("R-001",))])
    action = policy.decide(reader("compare it with the second one", session), session)
    assert action == Compare(("R-001", "R-002"))


def test_a_comparison_with_nothing_on_the_table_needs_two(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session()
    assert policy.decide(reader("compare R-001", session), session) == Converse("two_needed")


def test_care_for_a_named_piece_asks_for_its_materials(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how do I clean the first one", session), session)
    assert isinstance(action, Advise)
    assert action.product_ids == ("R-001",)
    assert {"diamond", "gold"} <= set(action.keys)


def test_more_leaves_out_what_was_seen(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE, category="ring")
    action = policy.decide(reader("换一批", session), session)
    assert isinstance(action, Search)
    assert action.leave_out == TABLE


def test_similar_keeps_the_kind_and_takes_new_wishes(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("something like the first one but in silver", session), session)
    assert isinstance(action, Search)
    assert action.like == "R-001"
    assert action.constraints.to_json() == {"category": "ring", "metal": "silver"}


def test_a_piece_is_saved(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    assert policy.decide(reader("save the second one", session), session) == Save(("R-002",))


def test_a_question_about_a_piece_names_the_field(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how much is the second one", session), session)
    assert action == Describe(("R-002",), ("price",))


def test_a_place_that_is_not_there_is_said(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("tell me about the ninth one", session), session)
    assert action == Converse("dangling")


def test_undo_brings_back_the_wishes_before_the_last_change(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = apply(reader.session(category="ring"), [WishesChanged(Constraints())])
    action = policy.decide(reader("undo", session), session)
    assert action == Undo(Constraints({"category": ("ring",)}))


def test_with_nothing_changed_there_is_nothing_to_undo(
    policy: DialoguePolicy, reader: Reader
) -> None:
    assert policy.decide(reader("undo"), Session("s")) == Converse("nothing_to_undo")


def test_a_survey_of_metals_leaves_the_metal_open(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(category="ring", metal="gold")
    action = policy.decide(reader("which metals do these come in", session), session)
    assert action == Survey(Constraints({"category": ("ring",)}), "metal")


@pytest.mark.parametrize("words", ["what's the newest ring", "最新的戒指是哪个"])
def test_what_came_in_last_is_searched_for(
    words: str, policy: DialoguePolicy, reader: Reader
) -> None:
    action = policy.decide(reader(words), Session("s"))
    assert action == Search(Constraints({"category": ("ring",)}), order="newest")


def test_a_set_is_built_within_the_standing_budget(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(category="ring", price_max_minor=3000000, currency="CNY")
    action = policy.decide(reader("三金", session), session)
    assert isinstance(action, BuildSet)
    assert action.constraints.to_json() == {"price_max_minor": 3000000, "currency": "CNY"}


PAIR = SetWish("matching", (Member("necklace"), Member("earrings")))


def _with_set(reader: Reader) -> Session:
    pieces = ("N-001", "E-001")
    return apply(reader.session(), [SetWished(PAIR, pieces), ProductsShown(pieces)])


def test_a_wish_said_of_a_set_builds_it_anew(policy: DialoguePolicy, reader: Reader) -> None:
    session = _with_set(reader)
    action = policy.decide(reader("in silver", session), session)
    assert action == BuildSet(PAIR, Constraints({"metal": ("silver",)}))


def test_a_swap_keeps_the_other_pieces(policy: DialoguePolicy, reader: Reader) -> None:
    session = _with_set(reader)
    action = policy.decide(reader("swap the earrings", session), session)
    assert action == BuildSet(PAIR, Constraints(), ("N-001", "E-001"), 1)


def test_another_kind_of_piece_leaves_the_set(policy: DialoguePolicy, reader: Reader) -> None:
    session = _with_set(reader)
    action = policy.decide(reader("show me brooches", session), session)
    assert isinstance(action, Search)


def test_an_unclear_size_is_asked_with_how_many_pieces_each_leaves(
    policy: DialoguePolicy, reader: Reader
) -> None:
    action = policy.decide(reader("我戴12号的戒指"), Session("s"))
    assert isinstance(action, Ask)
    assert action.question.options == ("cn:12", "hk:12")
    assert all(count > 0 for count in action.question.counts)


def test_a_declined_question_is_followed_by_none(policy: DialoguePolicy, reader: Reader) -> None:
    asked = QuestionAsked(Question("metal", ("gold", "silver", "platinum")))
    session = apply(reader.session(), [asked])
    understanding = reader("skip", session)
    action = policy.decide(understanding, session)
    found = tuple(reader.products.values())
    ranked = RankedProducts((), len(found), found=found)
    assert isinstance(action, Search)
    assert policy.follow_up(action, understanding, ranked, session) is None


def test_a_person_is_handed_the_piece_talked_of(policy: DialoguePolicy, reader: Reader) -> None:
    session = reader.session(TABLE, focus=("R-002",))
    action = policy.decide(reader("I'd like to reserve it", session), session)
    assert action == HandOver("reserve", ("R-002",))


def test_a_price_by_weight_is_worked_out_for_the_piece(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("how much per gram is the second", session), session)
    assert action == WorkOut(("R-002",))


def test_all_memos_forgotten_at_once_is_forgetting_everything(
    policy: DialoguePolicy, reader: Reader
) -> None:
    memos = [Memo("self", "ring_size_mm", 54.4), Memo("self", "allergies", ("nickel",))]
    session = apply(Session("s"), [MemoKept(memo) for memo in memos])
    action = policy.decide(reader("forget everything you know about me", session), session)
    assert action == KeepMemo(forget_all=True)


def test_pieces_like_this_one_keep_the_standing_wishes(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE, category="ring", price_max_minor=900000, currency="CNY")
    action = policy.decide(reader("something like the second one", session), session)
    assert isinstance(action, Search)
    assert action.constraints == session.constraints


def test_the_dearest_of_these_is_told_from_the_table(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader("which of these is the most expensive?", session), session)
    dearest = max(TABLE, key=lambda one: reader.products[one].price.minor)
    assert action == Describe((dearest,), ("price",))


def test_a_table_of_earlier_wishes_answers_no_question_about_these(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE, category="brooch", metal="titanium")
    action = policy.decide(reader("which of these is the most expensive?", session), session)
    assert isinstance(action, Search)
    assert action.constraints == session.constraints


def test_cheaper_said_of_a_set_is_below_its_total(policy: DialoguePolicy, reader: Reader) -> None:
    session = _with_set(reader)
    action = policy.decide(reader("something cheaper", session), session)
    total = sum(reader.products[one].price.minor for one in ("N-001", "E-001"))
    assert isinstance(action, BuildSet)
    assert action.constraints.number("price_max_minor") == total - 100


@pytest.mark.parametrize(
    "said",
    ["something cheaper for the necklace", "项链太贵了，换便宜点的", "swap 项链 for a cheaper one"],
)
def test_a_cheaper_piece_of_a_set_costs_less_than_the_one_that_stood(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = _with_set(reader)
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, BuildSet)
    assert action.swap is not None
    bound = action.wish.members[action.swap].wishes.number("price_max_minor")
    assert bound is not None
    assert bound < reader.products[action.standing[action.swap]].price.minor


@pytest.mark.parametrize("said", ["what is the total", "总价", "total多少", "总共多少钱"])
def test_the_total_of_a_set_is_asked_of_the_set_that_stands(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = _with_set(reader)
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, BuildSet)
    assert (action.standing, action.swap) == (session.set_pieces, None)


@pytest.mark.parametrize(
    "said", ["which has the better price per carat", "哪个每克拉更便宜", "哪个 per carat 更便宜"]
)
def test_a_price_a_carat_is_held_against_the_whole_table(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, WorkOut)
    assert action.product_ids == tuple(session.shown)
    assert action.fields == ("price_per_carat",)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ("compare the first two, which is heavier", "metal_weight_g"),
        ("比较前两个，哪个更重", "metal_weight_g"),
        ("前两个哪个 cheaper", "price"),
    ],
)
def test_what_pieces_are_compared_by_is_kept(
    policy: DialoguePolicy, reader: Reader, said: str, field: str
) -> None:
    session = reader.session(TABLE)
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, Compare)
    assert field in action.fields


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ("10克足金，工费每克30，多少钱", {"weight_g": 10, "labour_minor_per_g": 3000}),
        ("20克加工费300一共多少", {"weight_g": 20, "labour_minor": 30000}),
        ("a fixed price of 1280 for 1.1 g", {"weight_g": 1.1, "fixed_minor": 128000}),
        ("how much is 15 g of fine gold", {"weight_g": 15}),
        ("今天金价多少", {}),
    ],
)
def test_a_sum_over_gold_needs_no_piece(
    policy: DialoguePolicy, reader: Reader, said: str, figures: dict[str, float]
) -> None:
    session = reader.session()
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, PriceMetal)
    assert action.figures == figures


@pytest.mark.parametrize("said", ["which is better for everyday wear", "那我日常戴哪个好"])
def test_pieces_just_compared_are_weighed_for_daily_wear(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    pieces = ("R-001", "R-002")
    session = apply(reader.session(TABLE), [ProductsFocused(pieces)])
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, Compare)
    assert (action.product_ids, action.topics) == (pieces, ("daily_wear",))


def test_a_sum_in_thousands_beside_a_bound_is_no_fineness(
    policy: DialoguePolicy, reader: Reader
) -> None:
    action = policy.decide(reader("gold rings, not over 10k"), reader.session())
    assert isinstance(action, Search)
    assert action.constraints.number("price_max_minor") == 1_000_000
    assert not action.constraints.exclude


@pytest.mark.parametrize("said", ["leave out the necklace", "去掉项链", "先不要 necklace"])
def test_a_member_left_out_leaves_the_other_pieces_of_a_set(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    trio = SetWish("three_gold", (Member("ring"), Member("necklace"), Member("earrings")))
    pieces = ("R-004", "N-013", "E-004")
    session = apply(reader.session(), [SetWished(trio, pieces), ProductsShown(pieces)])
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, BuildSet)
    assert action.standing == ("R-004", "E-004")
    assert {one.wishes.terms("metal") for one in action.wish.members} == {("gold",)}


@pytest.mark.parametrize(
    "said",
    [
        "couple rings, hers 52 mm his 62mm, her budget 3000 his 4000",
        "对戒，她52mm，他62mm，她预算3000，他预算4000",
        "对戒 her 52mm 他 62mm, her budget 3000 他 预算 4000",
    ],
)
def test_two_sizes_in_mm_and_two_budgets_go_to_the_rings_of_a_couple(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    action = policy.decide(reader(said), reader.session())
    assert isinstance(action, BuildSet)
    own = {
        (one.wishes.number("ring_size_mm"), one.wishes.number("price_max_minor"))
        for one in action.wish.members
    }
    assert own == {(52, 300_000), (62, 400_000)}
    assert action.constraints.number("price_max_minor") is None


def test_a_size_told_of_one_person_is_not_kept_for_another(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(recipient=["sister"], category="ring", ring_size_mm=49.3)
    action = policy.decide(reader("a ring for my mother", session), session)
    assert isinstance(action, Search)
    assert action.constraints.number("ring_size_mm") is None


@pytest.mark.parametrize(
    "said", ["show my saved list", "what have I saved", "看看我的收藏", "我的 saved list 里有什么"]
)
def test_the_saved_list_is_told_when_asked_for(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = apply(reader.session(TABLE), [ProductSaved("R-001"), ProductSaved("R-002")])
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, Describe)
    assert set(action.product_ids) == {"R-001", "R-002"}


@pytest.mark.parametrize("said", ["share my list", "分享清单", "把我的 list 分享一下"])
def test_sharing_the_list_is_explained(policy: DialoguePolicy, reader: Reader, said: str) -> None:
    session = apply(reader.session(TABLE), [ProductSaved("R-001")])
    assert policy.decide(reader(said, session), session) == Converse("how_to_share")
    assert policy.decide(reader(said), reader.session()) == Converse("nothing_saved")


@pytest.mark.parametrize(
    "said", ["I don't like the first one", "不要第一个", "第一个 not my style"]
)
def test_a_piece_turned_down_gives_way_to_the_others(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = reader.session(TABLE, category="ring")
    action = policy.decide(reader(said, session), session)
    assert isinstance(action, Search)
    assert action.leave_out == (TABLE[0],)
    assert action.constraints == session.constraints


def test_her_size_is_kept_only_once_its_scale_is_known(
    policy: DialoguePolicy, reader: Reader
) -> None:
    asked = Question("ring_size_mm", ("cn:12", "hk:12"))
    session = apply(reader.session(recipient="wife"), [QuestionAsked(asked)])
    action = policy.decide(reader("记住她的尺寸", session), session)
    assert action == Ask(asked, about="which")


def test_a_size_that_nobody_told_is_asked_for_before_it_is_remembered(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(category="ring", recipient="wife")
    action = policy.decide(reader("remember her size", session), session)
    assert action == KeepMemo(wanted=Memo("wife", "ring_size_mm", None))


def test_it_cannot_be_kept_while_its_scale_is_asked_about(
    policy: DialoguePolicy, reader: Reader
) -> None:
    asked = Question("ring_size_mm", ("cn:12", "hk:12"))
    session = apply(reader.session(category="ring"), [QuestionAsked(asked)])
    assert policy.decide(reader("记住它", session), session) == Ask(asked, about="which")


def test_stock_in_her_size_is_told_of_the_size_that_stands(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE, ("R-001",), category="ring", ring_size_mm=51.9)
    action = policy.decide(reader("is it in stock in her size", session), session)
    assert action == Describe(("R-001",), ("sizes", "availability"), 51.9)


def test_stock_in_a_size_that_is_named_is_told_of_that_size(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE, ("R-001",), category="ring", ring_size_mm=51.9)
    action = policy.decide(reader("is it available in US 8?", session), session)
    assert isinstance(action, Describe)
    assert action.size_mm == pytest.approx(57.0, abs=0.1)


def test_stock_in_my_size_is_told_of_the_size_that_is_remembered(
    policy: DialoguePolicy, reader: Reader
) -> None:
    session = reader.session(TABLE, ("R-001",), category="ring")
    session = apply(session, [MemoKept(Memo("self", "ring_size_mm", 54.4))])
    action = policy.decide(reader("is it in stock in my size", session), session)
    assert action == Describe(("R-001",), ("sizes", "availability"), 54.4)


@pytest.mark.parametrize("said", ["what have I asked for", "我说过什么要求"])
def test_the_standing_wishes_are_told_when_asked_for(
    policy: DialoguePolicy, reader: Reader, said: str
) -> None:
    session = reader.session(category="ring", metal="gold")
    assert policy.decide(reader(said, session), session) == KeepMemo(wishes=session.constraints)
