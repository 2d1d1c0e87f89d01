"""What stands beside an answer: counts, a set's swaps, the card in words, the merchant's page."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answers.facts import Facts
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.knowledge.card import Card as KnowledgeCard
from assistant.knowledge.cards import load_cards
from assistant.money import Money, format_money
from assistant.session import Session
from assistant.terms import Language, Vocabulary
from assistant.turn import (
    Claim,
    Member,
    Question,
    Reply,
    SetWish,
    ShownProduct,
    Suggestion,
)
from assistant.ui.cards import CardWriter
from assistant.ui.handover import SlipWriter
from assistant.ui.pills import pills_html, set_pills
from assistant.ui.sources import sources_line
from assistant.ui.steps import steps_of_list, steps_of_piece
from assistant.ui.thread import ThreadWriter
from assistant.ui.wording import say

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def thread(products: dict[str, Product], vocabulary: Vocabulary) -> ThreadWriter:
    facts = Facts(vocabulary)
    return ThreadWriter(products, CardWriter(facts.words, facts.name), lambda: vocabulary)


@pytest.fixture
def slips(products: dict[str, Product], vocabulary: Vocabulary) -> SlipWriter:
    return SlipWriter(products, lambda: vocabulary)


def reply(**parts: object) -> Reply:
    told: dict[str, object] = {
        "session": "s",
        "turn": 1,
        "text": "Here.",
        "language": "en",
        "intent": "search",
        "constraints": Constraints(),
        **parts,
    }
    return Reply(**told)  # type: ignore[arg-type]


# ---------------------------------------------------------------- counts


def test_each_answer_to_a_question_bears_how_many_pieces_it_leaves(thread: ThreadWriter) -> None:
    question = Question("stone", ("diamond", "none"), (12, 3))
    html = thread.answer(reply(question=question), Session("s"), "en")
    assert ">diamond<small>12</small></button>" in html
    assert ">no stone<small>3</small></button>" in html


def test_an_answer_that_would_leave_nothing_is_not_offered(thread: ThreadWriter) -> None:
    question = Question("stone", ("diamond", "ruby"), (12, 0))
    html = thread.answer(reply(question=question), Session("s"), "en")
    assert ">diamond<small>" in html
    assert "ruby" not in html


def test_a_question_that_was_not_counted_bears_no_numbers(thread: ThreadWriter) -> None:
    html = thread.answer(reply(question=Question("stone", ("diamond",))), Session("s"), "zh")
    assert "diamond" in html
    assert "<small>" not in html


def test_suggestions_that_are_the_answers_are_not_offered_twice(thread: ThreadWriter) -> None:
    question = Question("metal", ("platinum", "gold+white"), (4, 9))
    taps = (Suggestion("platinum", "platinum"), Suggestion("white gold", "white gold"))
    html = thread.answer(reply(question=question, suggestions=taps), Session("s"), "en")
    assert html.count('data-act="say"') == 2
    assert ">white gold<small>9</small></button>" in html


# ---------------------------------------------------------------- sets

WISH = SetWish("three_gold", (Member("ring"), Member("necklace"), Member("earrings")))
PIECES = ("R-004", "P-004", "E-004")  # a pendant stands for the necklace


def set_reply(products: dict[str, Product], text: str, **parts: object) -> Reply:
    total = sum(products[one].price.minor for one in PIECES)
    lines = "\n".join(f"{products[one].name['en']}, here." for one in PIECES)
    return reply(
        intent="set",
        text=f"A set:\n{lines}\n{text}.\nMore.",
        products=tuple(ShownProduct(products[one]) for one in PIECES),
        claims=(Claim(text, "set", "total", total),),
        **parts,
    )


def on_table(wish: SetWish = WISH, pieces: tuple[str, ...] = PIECES) -> Session:
    return Session("s", set_wish=wish, set_pieces=pieces, shown=pieces)


def test_a_set_shows_its_total_and_a_swap_for_each_piece(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    total = format_money(Money(sum(products[one].price.minor for one in PIECES), "CNY"))
    taps = (Suggestion("Another ring", "swap the ring"), Suggestion("Any budget", "any price"))
    told = set_reply(products, f"Together: {total}", suggestions=taps)
    html = thread.answer(told, on_table(), "en")
    assert f"<b>Together: {total}</b>" in html
    for said in ("swap the ring", "swap the necklace", "swap the earrings"):
        assert html.count(f'data-say="{said}"') == 1
    assert 'data-say="any price"' in html


def test_two_of_a_kind_are_swapped_by_their_place(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    couple = SetWish("couple", (Member("ring"), Member("ring")))
    told = replace(
        set_reply(products, "合计"),
        products=tuple(ShownProduct(products[one]) for one in ("R-004", "R-013")),
    )
    html = thread.answer(told, on_table(couple, ("R-004", "R-013")), "zh")
    assert 'data-say="换第一枚戒指"' in html
    assert 'data-say="换第二枚戒指"' in html


def test_a_set_that_has_left_the_table_has_nothing_to_swap(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    session = replace(on_table(), shown=("N-004",))
    html = thread.answer(set_reply(products, "Together"), session, "en")
    assert "<b>Together</b>" in html
    assert 'class="swap"' not in html


def test_pieces_are_told_in_the_language_of_the_words_that_name_them(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    ring = products["R-004"]
    told = reply(language="zh", text="这件。", products=(ShownProduct(ring, ()),))
    html = thread.answer(told, Session("s"), "en")
    assert f'<span class="name">{ring.name["zh"]}</span>' in html
    assert f"<span>{say('similar', 'en')}</span>" in html  # a button, as on the whole page


def test_a_ring_of_a_couple_says_whose_it_is_and_in_which_size(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    couple = SetWish("couple", (Member("ring"), Member("ring")))
    his, hers = products["R-004"], products["R-013"]
    size = "62.1 mm (US 10, made to order)"
    told = reply(
        intent="set",
        text=f"A set:\nHis ring: {his.name['en']}, ¥1, {size}.\nHer ring: {hers.name['en']}, ¥2.",
        products=(ShownProduct(his), ShownProduct(hers)),
        claims=(
            Claim(size, "product:R-004", "sizes", 62.1),
            Claim("Together: ¥3", "set", "total", 300),
        ),
    )
    html = thread.answer(told, on_table(couple, ("R-004", "R-013")), "en")
    assert f'<p class="why">His ring: {size}</p>' in html
    assert html.count('class="why"') == 1


def test_no_line_of_a_set_hangs_on_a_colon(
    thread: ThreadWriter, products: dict[str, Product]
) -> None:
    names = [products[one].name["zh"] for one in ("N-004", "E-004")]
    told = replace(
        set_reply(products, "合计¥16,260"),
        language="zh",
        text="\n".join(["为您配了一套，共2件：", *names, "合计¥16,260。"]),
    )
    html = re.sub(
        r'<span class="wd"[^>]*>(.*?)</span>', r"\1", thread.answer(told, on_table(), "zh")
    )
    assert "共2件。" in html
    assert "共2件：" not in html


# ---------------------------------------------------------------- where advice comes from


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "Source: Rio Grande chart; general trade practice, 2026-11-24"),
        ("zh", "来源：Rio Grande chart；行业通行做法，2026-11-24"),
    ],
)
def test_advice_is_shown_with_its_source(
    products: dict[str, Product], vocabulary: Vocabulary, language: Language, told: str
) -> None:
    facts = Facts(vocabulary)
    text = {"en": "Wipe it.", "zh": "擦一擦。"}
    card = KnowledgeCard(
        "care-opal",
        "care",
        ("opal",),
        text,
        "Rio Grande chart; general trade practice",
        "2026-11-24",
        "high",
    )
    writer = CardWriter(facts.words, facts.name)
    thread = ThreadWriter(products, writer, lambda: vocabulary, {card.id: card})
    claims = (Claim(text[language], "card:care-opal", "text", text[language]),) * 2
    answer = reply(text=text[language], language=language, claims=claims)
    html = thread.answer(answer, Session("s"), language)
    assert html.count(told) == 1
    bare = thread.answer(reply(language=language), Session("s"), language)
    assert 'class="sources"' not in bare


def test_every_source_that_names_nobody_is_told_in_chinese() -> None:
    cards = load_cards(ASSETS / "knowledge" / "cards")
    for card in cards:
        line = sources_line([{"source": f"card:{card.id}"}], {card.id: card}, "zh")
        assert not re.search(r"general|policy|rule|knowledge|practice", line, re.IGNORECASE), line


# ---------------------------------------------------------------- the card in plain words


def test_the_card_says_sizes_budget_and_what_is_not_wanted(
    slips: SlipWriter, products: dict[str, Product]
) -> None:
    card = {
        "kind": "reserve",
        "language": "zh",
        "about": ["R-004"],
        "needs": {"category": "ring", "metal": "gold", "recipient": "mother"},
        "words": "",
        "shown": ["R-004", "R-013"],
        "rejected": {"terms": {"stone": ["diamond"]}, "pieces": ["R-005"]},
        "sizes": {"mother": {"ring_size_mm": 51.9}, "self": {"ring_size_mm": 54.4}},
        "budget": {"price_max_minor": 800000, "currency": "CNY"},
        "saved": [],
    }
    html = slips.slip(card, "en", is_handed=True)
    for words in (
        say("kind_reserve", "en"),
        products["R-004"].name["en"],
        products["R-005"].name["en"],
        "gold rings",
        "Ring size US 6 (51.9 mm inside), mother",
        "Ring size US 7 (54.4 mm inside), yours",
        "up to ¥8,000",
        "diamond",
        say("in_chinese", "en"),
    ):
        assert words in html
    assert say("row_words", "en") not in html
    assert say("row_saved", "en") not in html


@pytest.mark.parametrize(
    "card",
    [
        {},
        {"kind": 7, "about": "R-004", "needs": "rings", "sizes": [], "rejected": "all"},
        {"needs": {"nothing": "known"}, "budget": None, "set": [], "shown": [None, {}]},
        {"set": {"kind": "couple", "members": [None, {"wishes": 3}], "pieces": ["R-004"]}},
        {"note": '"><script>', "words": "<b>", "sizes": {"<i>": {"ring_size_mm": 50}}},
    ],
)
def test_a_card_of_another_make_is_still_shown_and_never_markup(
    slips: SlipWriter, card: dict[str, object]
) -> None:
    for language in ("en", "zh"):
        html = slips.slip(card, "zh" if language == "zh" else "en", is_handed=False)
        assert say("row_kind", "zh" if language == "zh" else "en") in html
        assert "<script>" not in html
        assert "<i>" not in html


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", "{}: his, ring size US 7 (54.4 mm inside), up to ¥4,000; {}: hers"),
        ("zh", "{}：男款，戒指号内地14.5号（内周长54.4 mm），¥4,000以内；{}：女款"),
    ],
)
def test_the_card_of_a_set_says_what_was_wished_of_each_piece(
    slips: SlipWriter, products: dict[str, Product], language: Language, told: str
) -> None:
    his = {
        "ring_size_mm": 54.4,
        "price_max_minor": 400000,
        "currency": "CNY",
        "recipient": ["man"],
    }
    members = [
        {"category": "ring", "wishes": his},
        {"category": "ring", "wishes": {"recipient": ["woman"]}},
    ]
    card = {"set": {"kind": "couple", "members": members, "pieces": ["R-004", "R-013"]}}
    names = [products[one].name[language] for one in ("R-004", "R-013")]
    assert told.format(*names) in slips.slip(card, language, is_handed=True)
    unmet = {"set": {**card["set"], "pieces": []}}
    assert "¥4,000" in slips.slip(unmet, language, is_handed=True)


def test_a_long_list_of_pieces_is_cut_and_says_so(
    slips: SlipWriter, products: dict[str, Product]
) -> None:
    ids = list(products)[:9]
    html = slips.slip({"kind": "person", "shown": ids}, "en", is_handed=False)
    assert say("and_more", "en").format(3) in html


# ---------------------------------------------------------------- what can be done


def test_a_piece_offers_the_merchants_page_beside_the_card(products: dict[str, Product]) -> None:
    linked = replace(products["R-004"], link="https://www.shop.example/ring?a=1&b=2")
    html = steps_of_piece(linked, "en")
    assert 'href="https://www.shop.example/ring?a=1&amp;b=2"' in html
    assert say("see_at", "en").format("shop.example") in html
    assert 'data-kind="reserve"' in html
    assert "href" not in steps_of_piece(replace(linked, link=None), "en")


def test_a_piece_that_is_sold_out_is_not_offered_to_be_reserved(
    products: dict[str, Product],
) -> None:
    html = steps_of_piece(replace(products["R-004"], availability="sold_out"), "zh")
    assert 'data-kind="reserve"' not in html
    assert 'data-kind="enquire"' in html


def test_without_a_saved_piece_only_a_person_can_be_asked() -> None:
    html = steps_of_list((), "en")
    assert 'data-kind="person"' in html
    assert 'data-kind="reserve"' not in html


def test_a_pill_can_be_changed_and_removed_by_keyboard_and_ear() -> None:
    html = pills_html((("gold", ("metal",)),), "en")
    assert 'data-act="edit" data-slots="metal"' in html
    assert 'data-act="forget" data-slots="metal"' in html
    assert 'aria-label="Change wish: gold"' in html
    assert 'aria-label="Remove wish: gold"' in html


@pytest.mark.parametrize(
    ("language", "label", "begun"),
    [
        ("en", "his, ring size US 7", "his ring "),
        ("zh", "男款，戒指号内地14.5号", "男款"),
    ],
)
def test_what_is_wished_of_one_ring_of_a_couple_is_a_pill_that_begins_its_change(
    vocabulary: Vocabulary, language: Language, label: str, begun: str
) -> None:
    his = Constraints({"ring_size_mm": 54.4, "recipient": ("man",)})
    couple = SetWish("couple", (Member("ring", his), Member("ring")))
    session = on_table(couple, ("R-004", "R-013"))
    assert set_pills(session, vocabulary, language) == ((label, begun),)
    html = pills_html((), language, set_pills(session, vocabulary, language))
    assert f'data-act="draft" data-say="{begun}"' in html
    assert set_pills(replace(session, shown=("R-005",)), vocabulary, language) == ()


def test_stock_stands_or_does_not() -> None:
    html = pills_html((("in stock", ("in_stock",)),), "en")
    assert 'data-act="edit"' not in html
    assert 'data-act="forget"' in html


def test_undo_is_offered_where_there_is_something_to_undo() -> None:
    assert pills_html((), "en") == ""
    assert 'class="undo"' in pills_html((), "en", can_undo=True)
