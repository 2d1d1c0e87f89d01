"""Words as they are typed in London, Texas, Singapore, Mumbai, Dublin and Sydney."""

from __future__ import annotations

from typing import Any

import pytest

from assistant.constraints import Constraints, Want, apply_edits
from assistant.money import Rate
from assistant.session import ProductsShown, SetWished, apply
from assistant.settings import cross_rates
from assistant.turn import Member, SetWish
from assistant.understanding.reading import Reading
from assistant.understanding.relative_price import relative_price
from tests.reading import Reader
from tests.understanding.wish_reading import WishReader

BUDGET: dict[str, Any] = {"price_min_minor": 40000, "price_max_minor": 50000, "currency": "GBP"}


@pytest.mark.parametrize(
    "said",
    [
        "£700 is where I stop",
        "I draw the line at £700",
        "£700 and not a penny more",
        "I refuse to pay over £700",
        "the ceiling can rise to £700",
        "my maximum has gone up to £700",
        "the upper limit can go to seven hundred pounds",
        "£700 is the absolute most I'd do",
        "I only got like £700",
        "£700 at the outside",
        "I can do £700",
    ],
)
def test_a_limit_may_be_said_in_many_ways(said: str, wish_reader: WishReader) -> None:
    after = wish_reader(said)
    assert after == {"price_max_minor": 70000, "currency": "GBP"}


def test_a_limit_that_goes_up_leaves_the_lower_bound(wish_reader: WishReader) -> None:
    after = wish_reader("the limit can go to two hundred", **(BUDGET | {"price_min_minor": 8000}))
    assert (after["price_min_minor"], after["price_max_minor"]) == (8000, 20000)


@pytest.mark.parametrize("said", ["oh go on, seventy max", "up to seventy", "seventy tops"])
def test_tens_in_words_beside_a_bound_are_a_sum(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, **BUDGET) == {"price_max_minor": 7000, "currency": "GBP"}


def test_or_seventy_raises_what_stands(reader: Reader) -> None:
    session = reader.session(price_max_minor=6000, currency="GBP")
    edits = reader("or 70, if it's really special", session).edits
    assert Want("price_max_minor", 7000) in edits


@pytest.mark.parametrize(
    ("said", "currency"),
    [
        ("How silly of me, I meant US dollars.", "USD"),
        ("oh I was talking euros", "EUR"),
        ("no more than 500 bucks aussie", "AUD"),
    ],
)
def test_a_currency_is_put_right_in_passing(
    said: str, currency: str, wish_reader: WishReader
) -> None:
    assert wish_reader(said, **BUDGET)["currency"] == currency


def test_cheaper_goes_on_in_the_shoppers_currency(reader: Reader) -> None:
    session = reader.session(("R-001",), price_max_minor=500_000, currency="USD")
    rates: tuple[Rate, ...] = cross_rates("CNY")
    edits = relative_price(Reading("refine", cheaper=True), session, reader.products, rates)
    after = apply_edits(session.constraints, edits)
    yuan = reader.products["R-001"].price.minor
    assert after.currency == "USD"
    assert 0 < (after.number("price_max_minor") or 0) < yuan
    assert (after.number("price_max_minor") or 0) % 100 == 0


@pytest.mark.parametrize(
    "said",
    [
        "my ears turn bright red with cheap studs",
        "my skin goes all green, studs please",
        "my wife has green eyes, she wants studs",
    ],
)
def test_colours_of_the_body_are_no_wish(said: str, wish_reader: WishReader) -> None:
    after = wish_reader(said)
    assert after["category"] == "earrings"
    assert not {"stone_colour", "metal_colour"} & after.keys()


def test_what_is_left_out_of_it_is_shut_out(wish_reader: WishReader) -> None:
    after = wish_reader("best leave opals out of it", stone=["pearl", "opal"])
    assert after == {"stone": "pearl", "exclude": {"stone": ["opal"]}}


@pytest.mark.parametrize(
    "said",
    [
        "I can live without the bezel",
        "could do without the bezel",
        "doesn't have to look bezel set",
        "flick the bezel",
    ],
)
def test_a_wish_may_be_let_go_without_shutting_it_out(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, setting="bezel", stone="ruby") == {"stone": "ruby"}


def test_a_whole_list_is_let_go_of(wish_reader: WishReader) -> None:
    standing = {"stone": "jadeite", "stone_colour": ["lavender", "green"]}
    after = wish_reader("no need for it to be lavender or green", **standing)
    assert after == {"stone": "jadeite"}


@pytest.mark.parametrize("said", ["that's too dark. amethyst?", "too plain, amethyst"])
def test_too_dark_adds_nothing_to_what_stands(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, stone="garnet")["stone"] == "amethyst"


def test_amethyst_too_is_added_to_what_stands(wish_reader: WishReader) -> None:
    assert wish_reader("amethyst too please", stone="garnet")["stone"] == ["garnet", "amethyst"]


@pytest.mark.parametrize(
    ("said", "wishes"),
    [
        ("bezel set because I snag prongs on everything", {"setting": "bezel"}),
        ("my daughter says rose is nicer but I want yellow gold", {"metal_colour": "yellow"}),
        ("studs because I'm allergic to nickel", {"allergies": ["nickel"]}),
    ],
)
def test_reasons_and_others_opinions_are_no_wishes(
    reader: Reader, said: str, wishes: dict[str, Any]
) -> None:
    after = apply_edits(Constraints(), reader(said).edits).to_json()
    assert {slot: after.get(slot) for slot in wishes} == wishes


def test_what_is_said_back_is_let_in_again(reader: Reader) -> None:
    session = reader.session(stone="pearl", exclude={"stone": ["freshwater pearl"]})
    said = reader("freshwater is alright, scrap what I said about them", session)
    assert said.intent == "refine"
    assert apply_edits(session.constraints, said.edits).exclude == {}


@pytest.mark.parametrize(
    ("said", "recipient"),
    [
        ("silver for my auntie", "aunt"),
        ("a bangle for my uncle", "uncle"),
        ("for my niece", "niece"),
        ("my nephew's ring", "nephew"),
        ("送表妹的手链", "cousin"),
        ("给干女儿买条项链", "godchild"),
        ("送外甥女", "niece"),
        ("给姑姑挑个手镯", "aunt"),
        ("for my granddaughter", "grandchild"),
        ("bracelet for my ah ma", "grandmother"),
    ],
)
def test_the_whole_family_may_be_given_to(
    said: str, recipient: str, wish_reader: WishReader
) -> None:
    assert wish_reader(said)["recipient"] == recipient


@pytest.mark.parametrize(
    "said",
    ["silver works for me", "uncle, got silver ring or not", "my husband shouted silver is ok"],
)
def test_who_agrees_or_is_spoken_to_is_given_nothing(said: str, wish_reader: WishReader) -> None:
    after = wish_reader(said)
    assert after["metal"] == "silver"
    assert "recipient" not in after


@pytest.mark.parametrize(
    ("said", "occasion"),
    [
        ("bangle for Diwali", "diwali"),
        ("for Eid", "eid"),
        ("中秋送的项链", "mid-autumn"),
        ("her first communion", "christening"),
        ("for Lunar New Year", "new year"),
        ("he's retiring", "retirement"),
        ("her sweet sixteen", "birthday"),
        ("baby's full month", "new baby"),
    ],
)
def test_feasts_of_every_house_are_known(said: str, occasion: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["occasion"] == occasion


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("laters!", "goodbye"),
        ("peace out", "goodbye"),
        ("very kind of you, cheerio", "goodbye"),
        ("slán", "goodbye"),
        ("gimme a human now", "handover"),
        ("would you ask a colleague to ring me", "handover"),
        ("sorry for being a jerk earlier", "chat"),
        ("she has no idea, can't wait to see her face", "chat"),
        ("so what've you got written down about her?", "recall"),
        ("how long do I have to send earrings back?", "policy"),
        ("when would a package get to Cleveland?", "policy"),
        ("do you folks ship up to Canada at all", "policy"),
        ("Diwali offer is there?", "policy"),
        ("what if it's the wrong size", "policy"),
        ("u got a phone number", "policy"),
        ("do clips pinch if you've them on all day?", "advice"),
        ("which lab graded the first?", "describe"),
        ("what would you wear it with", "advice"),
        ("she was born in September, what stone is that?", "advice"),
        ("which do you think is prettier, the first or the third", "compare"),
        ("chuck the first one on my list", "save"),
        ("how you calculate the price ah", "gold_maths"),
        ("you know what, make it a pendant", "refine"),
        ("steel too, show me both", "refine"),
    ],
)
def test_an_act_is_known_in_lively_words(reader: Reader, said: str, intent: str) -> None:
    session = reader.session(("N-001", "N-002", "N-003"), category="necklace", metal="titanium")
    assert reader(said, session).intent == intent


@pytest.mark.parametrize(
    ("said", "his", "hers"),
    [
        ("no stones in his", {"stone": ("none",)}, {}),
        ("a diamond in hers please", {}, {"stone": ("diamond",)}),
        (
            "his without stones, hers with a sapphire",
            {"stone": ("none",)},
            {"stone": ("sapphire",)},
        ),
        ("她的要玫瑰金", {}, {"metal": ("gold",), "metal_colour": ("rose",)}),
    ],
)
def test_one_of_a_couple_may_have_wishes_of_its_own(
    reader: Reader, said: str, his: dict[str, Any], hers: dict[str, Any]
) -> None:
    wish = SetWish("couple", (Member("ring"), Member("ring")))
    pieces = ("R-014",)
    session = apply(reader.session(), [SetWished(wish, pieces), ProductsShown(pieces)])
    understood = reader(said, session)
    assert understood.pieces_wished is not None
    own = [
        {slot: value for slot, value in member.wishes.values.items() if slot != "recipient"}
        for member in understood.pieces_wished.members
    ]
    assert own == [his, hers]
    assert understood.edits == ()


def test_a_wish_for_his_and_hers_is_for_both(reader: Reader) -> None:
    wish = reader("his and hers rings in white gold").pieces_wished
    assert wish is not None
    assert not any(member.wishes.values for member in wish.members)


def test_what_is_to_be_matched_is_not_wished_for(reader: Reader) -> None:
    understood = reader("sapphire earrings to match my wife's pearl necklace")
    after = apply_edits(Constraints(), understood.edits).to_json()
    assert understood.pieces_wished is None
    assert (after["category"], after["stone"]) == ("earrings", "sapphire")


@pytest.mark.parametrize("said", ["22in long", "22 in long", "22 inches"])
def test_inches_may_be_short(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said, category="necklace")["length_mm"] == 558.8


@pytest.mark.parametrize("said", ["下雨淋到要紧吗", "does rain hurt silver"])
def test_weather_that_wears_jewellery_is_a_question_of_care(reader: Reader, said: str) -> None:
    assert reader(said).intent in ("care", "advice")


@pytest.mark.parametrize("said", ["印记上写GP是什么", "remember what 750 means"])
def test_what_a_mark_means_is_asked_and_not_kept_in_mind(reader: Reader, said: str) -> None:
    assert reader(said).intent == "advice"


@pytest.mark.parametrize("said", ["不镶宝石", "不镶石的", "无宝石"])
def test_no_stone_may_be_said_of_its_setting(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said)["stone"] == "none"


@pytest.mark.parametrize(
    "said", ["hearts are naff", "hearts look a bit tacky", "hearts are so not me"]
)
def test_what_is_looked_down_on_is_shut_out(said: str, wish_reader: WishReader) -> None:
    assert wish_reader(said) == {"exclude": {"style": ["heart"]}}
