"""The page's handlers without a browser: events in, views out."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.catalogue.product import Product
from assistant.conversation import Conversations
from assistant.errors import StorageError
from assistant.intake.reading import read_turn
from assistant.respond import Step
from assistant.session import Session
from assistant.settings import Limits
from assistant.storage.memory_store import MemorySessionStore
from assistant.terms import Vocabulary
from assistant.turn import UserTurn
from assistant.ui.handlers import PageHandlers, View
from assistant.ui.uploads import UploadBox
from assistant.ui.wording import say
from tests.ui.visitor import act, make_handlers


def new_session(conversations: Conversations) -> str:
    return conversations.open(None)[0].id


def test_earlier_turns_stay_while_the_next_is_answered(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    session = new_session(conversations)
    act(handlers, session, act="send", text="pearl earrings")
    first, *_, last = act(handlers, session, act="send", text="under 5000")
    assert "pearl earrings" in (first.thread or "")
    assert 'class="taps"' not in (first.thread or "")
    assert last.thread is None
    assert "pearl earrings" not in (last.live or "")


def test_a_turn_carries_the_pages_number_and_ends_once(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    views = act(handlers, new_session(conversations), act="send", text="gold rings", n=7)
    lives = [view.live or "" for view in views]
    assert all('data-n="7"' in live for live in lives)
    assert ["done" in live.split(">")[0] for live in lives] == [False] * (len(lives) - 1) + [True]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_ids_in_what_was_said_show_as_names(
    handlers: PageHandlers,
    conversations: Conversations,
    products: dict[str, Product],
    language: str,
) -> None:
    session = new_session(conversations)
    view = act(handlers, session, act="compare", sku="R-004,R-013", lang=language)[-1]
    said = (view.live or "").split("</p>")[0]
    assert products["R-004"].name[language] in said
    assert "R-0" not in said
    assert 'class="versus"' in (view.live or "")


@pytest.mark.parametrize(("language", "said"), [("en", "{}, {} and {}"), ("zh", "{}、{}和{}")])
def test_three_pieces_are_compared_as_one_would_say_it(
    handlers: PageHandlers,
    conversations: Conversations,
    products: dict[str, Product],
    language: str,
    said: str,
) -> None:
    ids = ["R-004", "R-013", "R-089"]
    session = new_session(conversations)
    view = act(handlers, session, act="compare", sku=",".join(ids), lang=language)[-1]
    names = [products[one].name[language] for one in ids]
    assert said.format(*names) in (view.live or "")
    assert (view.live or "").count('scope="col"') == 3


def test_starting_over_clears_the_page_and_keeps_the_list(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    session = new_session(conversations)
    act(handlers, session, act="send", text="gold rings under 4000")
    act(handlers, session, act="save", sku="R-004")
    view = act(handlers, session, act="restart")[-1]
    assert view.thread == ""
    assert view.pills == ""
    assert 'data-saved="R-004"' in (view.saved_count or "")
    reloaded = handlers.load(session, "en")
    assert "gold rings" not in (reloaded.thread or "")


def test_a_lost_upload_is_said(handlers: PageHandlers, conversations: Conversations) -> None:
    view = act(handlers, new_session(conversations), act="send", text="", photo="gone")[-1]
    assert "problem" in (view.live or "")
    assert "photo" in (view.live or "").lower()


def test_a_failing_save_leaves_the_conversation_where_it_is(
    handlers: PageHandlers, conversations: Conversations, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise StorageError("the disk is full")

    session = new_session(conversations)
    monkeypatch.setattr(conversations, "save", refuse)
    (view,) = act(handlers, session, act="save", sku="R-004", lang="zh")
    assert view.live is None
    assert say("failed_act", "zh") in (view.notice or "")


def test_a_drawer_is_named_by_the_event_that_asked(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    session = new_session(conversations)
    first, second = (act(handlers, session, act="facts", sku="R-004", n=n)[-1] for n in (1, 2))
    assert first.drawer != second.drawer


def test_a_turn_shows_the_shoppers_words_first_and_cards_last(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    views = act(handlers, new_session(conversations), act="send", text="gold rings under 4000")
    assert "gold rings under 4000" in (views[0].live or "")
    assert "card" not in (views[0].live or "")
    assert 'data-act="facts"' in (views[-1].live or "")
    assert "pill" in (views[-1].pills or "")


def test_what_a_shopper_types_is_escaped(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    views = act(handlers, new_session(conversations), act="send", text="<img src=x onerror=a()>")
    assert all("<img src=x" not in (view.live or "") for view in views)


def test_a_wish_is_forgotten_and_searched_again(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    session = new_session(conversations)
    act(handlers, session, act="send", text="gold rings under 4000")
    views = act(handlers, session, act="forget", slots="price_min_minor,price_max_minor,currency")
    assert "4,000" not in (views[-1].pills or "")
    assert "card" in (views[-1].live or "")


def test_save_toggles(handlers: PageHandlers, conversations: Conversations) -> None:
    session = new_session(conversations)
    assert ">1<" in (act(handlers, session, act="save", sku="R-001")[-1].saved_count or "")
    assert ">1<" not in (act(handlers, session, act="save", sku="R-001")[-1].saved_count or "")


@pytest.mark.parametrize(
    "event",
    [
        {"act": "facts", "sku": "../../etc/passwd"},
        {"act": "facts", "sku": "<script>"},
        {"act": "save", "sku": "R-999999"},
        {"act": "similar", "sku": ""},
        {"act": "delete_everything"},
        {},
    ],
)
def test_an_event_that_is_not_ours_does_nothing(
    handlers: PageHandlers, conversations: Conversations, event: dict[str, object]
) -> None:
    assert act(handlers, new_session(conversations), **event) == []


def test_bytes_that_are_no_event_get_one_kind_sentence(handlers: PageHandlers) -> None:
    (view,) = handlers.handle("{", "s")
    assert say("failed_act", "en") in (view.notice or "")


def test_one_shoppers_failure_is_not_anothers(
    products: dict[str, Product], vocabulary: Vocabulary
) -> None:
    class Broken:
        def respond_stream(self, turn: UserTurn, session: Session) -> Iterator[Step]:
            raise StorageError("the disk is full")
            yield  # pragma: no cover

    store = MemorySessionStore()
    broken = Conversations(Broken(), store, lambda raw: read_turn(raw, Limits()))
    handlers = make_handlers(broken, products, vocabulary)
    other = store.create()
    views = act(handlers, store.create().id, act="send", text="gold")
    assert 'data-state="failed"' in (views[-1].live or "")
    assert say("failed", "en") in (views[-1].live or "")
    assert store.load(other.id) == other


def test_an_unknown_session_is_said(handlers: PageHandlers) -> None:
    view = handlers.load("long-gone", "zh")
    assert say("unknown_session", "zh") in (view.notice or "")
    assert view.session_id != "long-gone"


def test_erasing_gives_a_new_session(handlers: PageHandlers, conversations: Conversations) -> None:
    session = new_session(conversations)
    act(handlers, session, act="send", text="gold")
    view = act(handlers, session, act="erase")[-1]
    assert view.session_id not in (None, session)
    assert conversations.store.load(session) is None


def test_a_thumb_is_only_for_a_turn_that_was(
    handlers: PageHandlers, conversations: Conversations
) -> None:
    session = new_session(conversations)
    act(handlers, session, act="send", text="gold")
    for turn in ("1", "7", "x", "-1"):
        assert act(handlers, session, act="thumb", turn=turn, vote="1") == [View()]


def test_an_upload_is_taken_once() -> None:
    box = UploadBox()
    token = box.put(b"photo")
    assert box.take(token) == b"photo"
    assert box.take(token) is None
    assert box.take("guess") is None
