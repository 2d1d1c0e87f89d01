"""What stands on a piece's card and on the staff's: what was wished for, and no crumbs."""

from __future__ import annotations

import pytest

from assistant.assembly import Facet
from assistant.evaluation.dialogue import words_only
from assistant.respond import Answered
from assistant.session import Session
from assistant.terms import Vocabulary
from assistant.turn import UserTurn


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("cards"))


def talk(shop: Facet, *sentences: str) -> Answered:
    session = Session("cards")
    for words in sentences:
        answered = shop.assistant.respond(UserTurn(text=words), session)
        session = answered.session
    return answered


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("pearl earrings under 5000", "Meets your wishes: pearl, up to ¥5,000"),
        ("五千以内的珍珠耳环", "符合您的要求：珍珠、¥5,000以内"),
        ("a rose gold pendant", "Meets your wishes: rose gold"),
        ("我要 rose gold 的 pendant", "符合您的要求：玫瑰金"),
        ("18k gold rings", "Meets your wishes: gold, 18k"),
        ("lab-grown diamond rings", "Meets your wishes: laboratory-grown diamond"),
    ],
)
def test_a_card_tells_of_the_wishes_alone(said: str, why: str, shop: Facet) -> None:
    reply = talk(shop, said).reply
    assert reply.products
    for shown in reply.products:
        assert why in [reason.text for reason in shown.why]


@pytest.mark.parametrize(
    ("search", "compare", "verdict"),
    [
        ("pearl earrings under 5000", "compare the first three", "up to ¥5,000: all of them."),
        ("五千以内的珍珠耳环", "比较一下前三个", "的预算：全部都符合。"),
    ],
)
def test_where_all_compared_meet_a_need_they_are_not_listed(
    search: str, compare: str, verdict: str, shop: Facet
) -> None:
    assert verdict in talk(shop, search, compare).reply.text


@pytest.mark.parametrize(
    ("said", "order"),
    [("where is my order 1234", "order 1234"), ("我的订单20261125到哪了", "订单号20261125")],
)
def test_an_order_asked_about_is_named_to_the_shopper_and_the_staff(
    said: str, order: str, shop: Facet
) -> None:
    answered = talk(shop, said)
    (card,) = answered.session.handovers
    assert order in answered.reply.text
    assert str(card["order"]) in str(card["words"])


@pytest.mark.parametrize(
    "said",
    ["she likes vintage rings, no yellow gold", "最便宜的银戒指有哪些", "戒指港码的有现货吗"],
)
def test_words_that_describe_nothing_leave_no_crumbs_on_the_card(said: str, shop: Facet) -> None:
    (card,) = talk(shop, said, "talk to a person").session.handovers
    assert card["words"] == ""


@pytest.mark.parametrize("term", ["akoya pearl", "tahitian pearl", "south sea pearl"])
def test_a_stone_named_after_a_place_has_a_capital(
    term: str, shop: Facet, vocabulary: Vocabulary
) -> None:
    assert vocabulary.label("stone", term, "en")[0].isupper()
    assert talk(shop, f"a {term} necklace").reply.constraints.terms("stone") == (term,)


def test_zirconia_is_called_made_by_people_and_not_grown(shop: Facet) -> None:
    told = talk(shop, "人造锆石耳环", "第一对怎么样").reply
    assert told.constraints.terms("stone") == ("cubic zirconia",)
    assert "人造锆石" in told.text
    assert "培育人造" not in told.text
