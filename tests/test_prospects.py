"""What is offered to tap, and what a question offers as answers: each of them finds something.

Sessions with random standing wishes in both languages; every tap and every answer is then said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.assembly import Facet
from assistant.constraints import Constraints, Want, apply_edits
from assistant.evaluation.dialogue import words_only
from assistant.prospects import Prospects
from assistant.respond import Answered
from assistant.session import ProductsShown, Session, WishesChanged, apply
from assistant.terms import LANGUAGES, Language
from assistant.turn import GroundedReply, Suggestion, UserTurn

FEW = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
SEARCHES = ("search", "refine", "extreme")
# Greetings and limits offer starters; the others search, find nothing or ask what is meant.
SAID: Mapping[Language, tuple[str, ...]] = {
    "en": ("hello", "what can you do?", "gold rings", "under 2000", "white gold", "show me more"),
    "zh": ("你好", "你会什么", "金戒指", "两千以内", "白金的", "我戴12号", "换一批"),
}
TERMS: Mapping[str, tuple[str, ...]] = {
    "category": ("ring", "necklace", "earrings", "bangle", "brooch"),
    "metal": ("gold", "silver", "platinum"),
    "metal_colour": ("rose", "white", "yellow"),
    "stone": ("diamond", "pearl", "jade", "ruby", "none"),
    "stone_colour": ("green", "white", "blue"),
    "recipient": ("mother", "husband"),
    "allergies": ("nickel",),
    "plating": ("none",),
}


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("prospects"))


@st.composite
def wishes(draw: st.DrawFn) -> Constraints:
    """One to four standing wishes, which may well leave nothing."""
    slots = draw(st.lists(st.sampled_from((*TERMS, "price")), max_size=4, unique=True))
    standing = Constraints()
    for slot in slots:
        if slot == "price":
            most = draw(st.sampled_from((50_000, 300_000, 2_000_000)))
            edits = [Want("price_max_minor", most), Want("currency", "CNY")]
        else:
            edits = [Want(slot, (draw(st.sampled_from(TERMS[slot])),))]
        standing = apply_edits(standing, edits)
    return standing


def say(shop: Facet, words: str, session: Session, language: Language) -> Answered:
    return shop.assistant.respond(UserTurn(text=words, locale=language), session)


def with_wishes(standing: Constraints, *shown: str) -> Session:
    return apply(Session("tried"), [WishesChanged(standing), ProductsShown(shown)])


def taps(shop: Facet, answered: Answered, language: Language) -> Iterator[tuple[str, Answered]]:
    for tap in answered.reply.suggestions:
        yield tap.say, say(shop, tap.say, answered.session, language)


@FEW
@given(standing=wishes(), language=st.sampled_from(LANGUAGES), data=st.data())
def test_every_tap_that_searches_finds_something(
    standing: Constraints, language: Language, data: st.DataObject, shop: Facet
) -> None:
    words = data.draw(st.sampled_from(SAID[language]))
    answered = say(shop, words, with_wishes(standing), language)
    for tap, after in taps(shop, answered, language):
        searched = after.reply.intent in SEARCHES and not after.reply.question
        assert after.reply.products or not searched, f"{standing}, {words!r}, then {tap!r}"
        assert after.reply.intent != "unclear", f"{standing}, {words!r}, then {tap!r}"


@FEW
@given(standing=wishes(), language=st.sampled_from(LANGUAGES))
def test_every_answer_of_a_question_finds_something(
    standing: Constraints, language: Language, shop: Facet
) -> None:
    words = "show me what you have" if language == "en" else "有什么看看"
    answered = say(shop, words, with_wishes(standing), language)
    question = answered.reply.question
    for option in question.options if question else ():
        label = shop.assistant.stages.composer.option_words(question.slot, option, language)
        after = say(shop, label, answered.session, language).reply
        assert after.products, f"{standing}: {label!r} finds nothing"
        assert after.constraints.values[question.slot] == (option,)


@pytest.mark.parametrize(("language", "words"), [("en", "hello"), ("zh", "你好")])
def test_starters_are_offered_where_they_lead_somewhere(
    language: Language, words: str, shop: Facet
) -> None:
    free = say(shop, words, Session("free"), language).reply.suggestions
    tight = Constraints({"price_max_minor": 100, "currency": "CNY"})
    bound = say(shop, words, with_wishes(tight), language)
    assert len(free) == 3
    assert len(bound.reply.suggestions) < 3
    assert all(
        after.reply.products or not after.reply.constraints
        for _, after in taps(shop, bound, language)
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "gold rings under 100"), ("zh", "100元以内的金戒指")],
)
def test_the_ways_out_of_an_empty_result_are_offered_and_lead_out(
    language: Language, words: str, shop: Facet
) -> None:
    answered = say(shop, words, Session("empty"), language)
    assert not answered.reply.products
    followed = list(taps(shop, answered, language))
    assert followed
    assert all(after.reply.products for _, after in followed)


def test_a_meaning_that_leaves_nothing_is_told_but_not_offered(shop: Facet) -> None:
    dear = Constraints({"category": ("ring",), "price_min_minor": 10**9, "currency": "CNY"})
    reply = say(shop, "白金戒指", with_wishes(dear), "zh").reply
    assert reply.question is not None
    assert len(reply.question.options) == 2
    assert reply.question.counts == (0, 0)
    assert reply.suggestions == ()


def test_no_more_taps_are_offered_than_a_reply_wants(shop: Facet) -> None:
    many = tuple(Suggestion(one, one) for one in ("rings", "nonsense", "earrings", "necklaces"))
    kept = Prospects(shop.assistant.stages, "en").only_leading(
        GroundedReply("", suggestions=many, most_taps=2), Session("s")
    )
    assert [tap.say for tap in kept.suggestions] == ["rings", "earrings"]
