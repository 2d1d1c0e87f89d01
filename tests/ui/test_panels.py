"""The panel over the page: cards for the staff, the shared list, memory, and wishes as forms."""

from __future__ import annotations

import pytest

from assistant.catalogue.product import Product
from assistant.constraints import NUMBER_SLOTS, OTHER_SLOTS, TERM_SLOTS
from assistant.conversation import Conversations
from assistant.errors import StorageError
from assistant.session import Session
from assistant.turn import Memo, RawTurn
from assistant.ui.handlers import PageHandlers
from assistant.ui.wording import say
from tests.ui.visitor import act


@pytest.fixture
def session(conversations: Conversations) -> str:
    return conversations.open(None)[0].id


def drawn(handlers: PageHandlers, session: str, **event: object) -> str:
    (view,) = act(handlers, session, **event)
    assert view.drawer is not None
    return view.drawer


def load(conversations: Conversations, session: str) -> Session:
    found = conversations.store.load(session)
    assert found is not None
    return found


def tell(conversations: Conversations, session: str, *words: str) -> Session:
    for one in words:
        conversations.take(session, RawTurn(one))
    return load(conversations, session)


# ---------------------------------------------------------------- the card for the staff


def test_the_card_is_shown_before_anything_is_handed_over(
    handlers: PageHandlers, conversations: Conversations, session: str, products: dict[str, Product]
) -> None:
    tell(conversations, session, "gold rings under 8000 for my mother, no diamonds")
    html = drawn(handlers, session, act="handover", kind="reserve", sku="R-004", n=3)
    assert say("card_title", "en") in html
    for words in (products["R-004"].name["en"], "mother", "gold rings", "¥8,000", "diamond"):
        assert words in html.lower() or words in html
    assert load(conversations, session).handovers == ()


def test_what_is_handed_over_is_what_was_shown_with_the_shoppers_note(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    form = {"kind": ["viewing"], "sku": ["R-004,R-013"], "note": ["  Saturday <afternoon> "]}
    html = drawn(handlers, session, act="handed", form=form)
    (card,) = load(conversations, session).handovers
    assert (card["kind"], card["about"]) == ("viewing", ["R-004", "R-013"])
    assert card["note"] == "Saturday <afternoon>"
    assert "Saturday &lt;afternoon&gt;" in html
    assert say("card_done", "en") in html


@pytest.mark.parametrize("kind", ["", "steal", "order_status", '"><script>'])
def test_a_kind_that_the_page_does_not_have_asks_for_a_person(
    handlers: PageHandlers, conversations: Conversations, session: str, kind: str
) -> None:
    html = drawn(handlers, session, act="handed", form={"kind": [kind], "sku": ["nothing"]})
    (card,) = load(conversations, session).handovers
    assert (card["kind"], card["about"]) == ("person", [])
    assert "<script>" not in html


def test_a_card_that_could_not_be_kept_is_said_in_the_panel(
    handlers: PageHandlers,
    conversations: Conversations,
    session: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    monkeypatch.setattr(conversations.store, "append", refuse)
    html = drawn(handlers, session, act="handed", form={"kind": ["person"]}, n=5)
    assert say("failed_act", "en") in html
    assert 'data-n="5"' in html
    assert "disk" not in html


def test_cards_of_this_talk_are_listed_with_the_saved_pieces(
    handlers: PageHandlers, session: str
) -> None:
    assert say("handed", "en") not in drawn(handlers, session, act="saved")
    drawn(handlers, session, act="handed", form={"kind": ["person"]})
    html = drawn(handlers, session, act="saved")
    assert say("handed", "en") in html
    assert say("card_told", "en") in html


@pytest.mark.parametrize(
    ("language", "words"), [("en", "I would like to talk to a person"), ("zh", "我想找店员聊聊")]
)
def test_a_card_asked_for_by_words_stands_in_the_answer_and_after_a_reload(
    handlers: PageHandlers, session: str, language: str, words: str
) -> None:
    last = act(handlers, session, act="send", text=words, lang=language)[-1]
    title = say("card_told", "zh" if language == "zh" else "en")
    assert title in (last.live or "")
    assert title in (handlers.load(session, language).thread or "")


def test_a_card_by_a_button_does_not_stand_in_an_answer(
    handlers: PageHandlers, session: str
) -> None:
    drawn(handlers, session, act="handed", form={"kind": ["person"]})
    last = act(handlers, session, act="send", text="gold rings")[-1]
    assert say("card_told", "en") not in (last.live or "")


# ---------------------------------------------------------------- the shared list


def test_a_list_is_shared_taken_back_and_shared_anew(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    lists = conversations.store.lists
    assert 'data-act="share"' not in drawn(handlers, session, act="saved")
    act(handlers, session, act="save", sku="R-004")
    html = drawn(handlers, session, act="share", lang="zh")
    shared = lists.of_session(session)
    assert shared is not None
    assert (shared.product_ids, shared.language) == (("R-004",), "zh")
    assert f"/list/{shared.token}" in html
    assert shared.token not in drawn(handlers, session, act="unshare")
    assert lists.find(shared.token) is None


def test_a_link_to_an_older_list_says_so_and_can_be_renewed(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    act(handlers, session, act="save", sku="R-004")
    drawn(handlers, session, act="share")
    act(handlers, session, act="save", sku="R-013")
    assert say("shared_stale", "en") in drawn(handlers, session, act="saved")
    assert say("shared_stale", "en") not in drawn(handlers, session, act="share")
    shared = conversations.store.lists.of_session(session)
    assert shared is not None
    assert shared.product_ids == ("R-004", "R-013")


def test_erasing_the_conversation_on_the_page_takes_the_link_along(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    act(handlers, session, act="save", sku="R-004")
    drawn(handlers, session, act="share")
    shared = conversations.store.lists.of_session(session)
    assert shared is not None
    act(handlers, session, act="erase")
    assert conversations.store.lists.find(shared.token) is None


# ---------------------------------------------------------------- memory


MINE, HERS = Memo("self", "ring_size_mm", 54.4), Memo("mother", "ring_size_mm", 51.9)


def test_what_is_remembered_is_listed_by_person(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    assert say("memory_empty", "en") in drawn(handlers, session, act="memory")
    conversations.keep_memos(session, (HERS, MINE))
    html = drawn(handlers, session, act="memory")
    yours, theirs = html.index(say("about_self", "en")), html.index("About: mother")
    assert yours < html.index("US 7") < theirs < html.index("US 6")


def test_a_memory_is_edited_and_forgotten_alone(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    conversations.keep_memos(session, (MINE, HERS))
    form = {"about": ["self"], "slot": ["ring_size_mm"], "ring_size_mm": ["8"], "scale": ["us"]}
    assert "US 8" in drawn(handlers, session, act="memo", form=form)
    changed = {memo.about: memo.value for memo in load(conversations, session).memory}
    assert changed["self"] == pytest.approx(57, abs=0.1)
    assert changed["mother"] == HERS.value
    drawn(handlers, session, act="unmemo", about="mother", slot="ring_size_mm")
    assert [memo.about for memo in load(conversations, session).memory] == ["self"]


def test_a_remembered_term_is_edited_too(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    conversations.keep_memos(session, (Memo("self", "metal", ("gold",)),))
    form = {"about": ["self"], "slot": ["metal"], "want.metal": ["silver"]}
    drawn(handlers, session, act="memo", form=form)
    assert load(conversations, session).memory == (Memo("self", "metal", ("silver",)),)


def test_an_amount_is_told_in_the_currency_it_was_remembered_in_and_goes_with_it(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    budget, currency = (
        Memo("self", "price_max_minor", 40_000),
        Memo("self", "currency", "USD"),
    )
    conversations.keep_memos(session, (budget, currency))
    assert "$400" in drawn(handlers, session, act="memory")
    form = {"about": ["self"], "slot": ["price_max_minor"], "price_max_minor": ["500"]}
    assert "$500" in drawn(handlers, session, act="memo", form=form)
    drawn(handlers, session, act="unmemo", about="self", slot="price_max_minor")
    assert load(conversations, session).memory == ()


@pytest.mark.parametrize("slot", [*TERM_SLOTS, *NUMBER_SLOTS, *OTHER_SLOTS])
def test_whatever_is_remembered_can_be_shown(
    handlers: PageHandlers, conversations: Conversations, session: str, slot: str
) -> None:
    value = ("gold",) if slot in TERM_SLOTS else 50.0 if slot in NUMBER_SLOTS else "2026-12-24"
    conversations.keep_memos(session, (Memo("self", slot, value),))
    for language in ("en", "zh"):
        assert "drawer" in drawn(handlers, session, act="memory", lang=language)


def test_a_value_that_cannot_be_is_said_and_changes_nothing(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    conversations.keep_memos(session, (MINE,))
    form = {"about": ["self"], "slot": ["ring_size_mm"], "ring_size_mm": ["huge"], "scale": ["us"]}
    assert say("bad_value", "en") in drawn(handlers, session, act="memo", form=form)
    assert load(conversations, session).memory == (MINE,)


def test_only_what_is_remembered_can_be_edited(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    form = {"about": ["self"], "slot": ["ring_size_mm"], "ring_size_mm": ["7"], "scale": ["us"]}
    drawn(handlers, session, act="memo", form=form)
    assert load(conversations, session).memory == ()


def test_everything_is_forgotten_at_once(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    conversations.keep_memos(session, (MINE, HERS))
    assert say("memory_empty", "en") in drawn(handlers, session, act="unmemos")
    assert load(conversations, session).memory == ()


def test_what_was_said_to_be_remembered_stands_in_the_panel(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    tell(conversations, session, "remember my ring size is US 7")
    assert "US 7" in drawn(handlers, session, act="memory")


# ---------------------------------------------------------------- wishes


def test_a_pill_opens_its_form_and_the_form_searches_again(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    tell(conversations, session, "gold rings")
    html = drawn(handlers, session, act="edit", slots="metal")
    assert 'value="gold" checked' in html
    form = {"slots": ["metal"], "want.metal": ["silver"]}
    *_, last = act(handlers, session, act="wish", form=form, n=9)
    assert load(conversations, session).constraints.terms("metal") == ("silver",)
    assert 'data-n="9" data-state="done"' in (last.live or "")
    assert "silver" in (last.pills or "")


def test_not_that_rules_the_value_out(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    tell(conversations, session, "gold rings")
    assert say("not_that", "en").format("gold") in drawn(
        handlers, session, act="edit", slots="metal"
    )
    act(handlers, session, act="wish", form={"slots": ["metal"], "not.metal": ["gold"]})
    wishes = load(conversations, session).constraints
    assert wishes.exclude == {"metal": ("gold",)}
    assert wishes.terms("category") == ("ring",)


def test_an_edited_wish_can_be_undone(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    tell(conversations, session, "gold rings")
    act(handlers, session, act="wish", form={"slots": ["metal"], "want.metal": ["silver"]})
    *_, last = act(handlers, session, act="send", text=say("undo_say", "en"))
    assert load(conversations, session).constraints.terms("metal") == ("gold",)
    assert 'class="undo"' in (last.pills or "")


def test_a_wish_that_cannot_be_is_asked_for_again_and_no_turn_is_taken(
    handlers: PageHandlers, conversations: Conversations, session: str
) -> None:
    before = tell(conversations, session, "gold rings under 8000")
    form = {"slots": ["price_min_minor,price_max_minor,currency"], "price_max_minor": ["?"]}
    (view,) = act(handlers, session, act="wish", form=form, n=4)
    assert say("bad_value", "en") in (view.drawer or "")
    assert 'data-n="4"' in (view.drawer or "")
    assert load(conversations, session) == before


@pytest.mark.parametrize("slots", ["", "nothing", "saved,__class__", "<script>"])
def test_a_slot_that_is_none_opens_an_empty_form(
    handlers: PageHandlers, session: str, slots: str
) -> None:
    html = drawn(handlers, session, act="edit", slots=slots)
    assert "fieldset" not in html
    assert "<script>" not in html


# ---------------------------------------------------------------- gift mode


@pytest.mark.parametrize(
    ("language", "said", "shown"),
    [("en", "gold rings for my mother", "For: mother"), ("zh", "送妈妈的金戒指", "送给：妈妈")],
)
def test_the_pills_say_first_whom_the_talk_is_for_and_end_it(
    handlers: PageHandlers,
    conversations: Conversations,
    session: str,
    language: str,
    said: str,
    shown: str,
) -> None:
    last = act(handlers, session, act="send", text=said, lang=language)[-1]
    pills = last.pills or ""
    assert shown in pills.partition("</span>")[0]
    assert 'class="pill gift"' in pills
    last = act(handlers, session, act="endgift", lang=language)[-1]
    assert "gift" not in (last.pills or "")
    wishes = load(conversations, session).constraints
    assert wishes.terms("recipient") == ()
    assert wishes.terms("category") == ("ring",)


# ---------------------------------------------------------------- what a reload keeps


def test_counts_and_taps_of_the_last_question_outlive_a_reload(
    handlers: PageHandlers, session: str
) -> None:
    last = act(handlers, session, act="send", text="rings")[-1]
    taps = (last.live or "").partition('<div class="taps">')[2].partition("</div>")[0]
    assert "<small>" in taps
    thread = handlers.load(session, "en").thread or ""
    for tap in taps.split("</button>")[:-1]:
        if "<small>" in tap:
            assert tap in thread


def test_a_set_can_still_be_swapped_after_a_reload(handlers: PageHandlers, session: str) -> None:
    last = act(handlers, session, act="send", text="san jin set under 60000")[-1]
    assert (last.live or "").count('class="swap"') == 3
    assert (handlers.load(session, "en").thread or "").count('class="swap"') == 3
