"""A viewing asked for in a conversation: the card and the reply say when."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from assistant.assembly import Facet
from assistant.evaluation.dialogue import words_only
from assistant.respond import Answered
from assistant.session import Session
from assistant.turn import UserTurn


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("viewing"))


def talk(shop: Facet, *sentences: str) -> Answered:
    session = Session("viewing")
    for words in sentences:
        answered = shop.assistant.respond(UserTurn(text=words), session)
        session = answered.session
    return answered


def tomorrow() -> str:
    return (datetime.now(UTC).date() + timedelta(days=1)).isoformat()


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("book a viewing tomorrow at 3", "15:00"),
        ("can I come by tomorrow at 3pm to see it", "15:00"),
        ("明天下午3点想来看", "15:00"),
        ("明天三点去看可以吗", "15:00"),
        ("我想预约明天下午三点来看第一条", "15:00"),
        ("想 book 个 viewing 明天 3pm", "15:00"),
    ],
)
def test_the_card_and_the_reply_say_when(words: str, hour: str, shop: Facet) -> None:
    answered = talk(shop, "show me pearl necklaces", words)
    (card,) = answered.session.handovers
    visit = card["visit"]
    assert isinstance(visit, dict)
    assert (card["kind"], visit["days"], visit["time"]) == ("viewing", [tomorrow()], hour)
    assert tomorrow() in answered.reply.text
    told = "3:00 pm" if answered.reply.language == "en" else hour
    assert told in answered.reply.text


@pytest.mark.parametrize("words", ["are you open tomorrow", "can I get it tomorrow", "明天能到吗"])
def test_a_day_of_something_else_makes_no_card(words: str, shop: Facet) -> None:
    assert not talk(shop, "show me pearl necklaces", words).session.handovers


@pytest.mark.parametrize(
    "words", ["can you hold these until Sunday", "帮我留着，周日来看", "reserve 这一套，周日来取"]
)
def test_a_set_on_the_table_is_what_a_reservation_is_about(words: str, shop: Facet) -> None:
    answered = talk(shop, "三金，预算两万", words)
    (card,) = answered.session.handovers
    assert card["kind"] == "reserve"
    assert card["about"] == list(answered.session.set_pieces)
    assert len(answered.session.set_pieces) == 3
    visit = card["visit"]
    assert isinstance(visit, dict)
    assert len(visit["days"]) == 1


def test_the_first_two_can_be_held_until_a_day(shop: Facet) -> None:
    answered = talk(shop, "show me silver earrings", "hold the first two until Friday")
    (card,) = answered.session.handovers
    assert card["about"] == list(answered.session.shown[:2])
