"""Questions over all that lies on the table: which is larger, which is to be had in a size."""

from __future__ import annotations

import pytest

from assistant.answers.extents import face_mm2, thickness_mm
from assistant.assembly import Facet
from assistant.catalogue.product import Product
from assistant.evaluation.dialogue import words_only
from assistant.respond import Answered
from assistant.session import Session
from assistant.turn import Claim, UserTurn


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Facet:
    return words_only(tmp_path_factory.mktemp("table"))


def talk(shop: Facet, *sentences: str) -> Answered:
    session = Session("table")
    for words in sentences:
        answered = shop.assistant.respond(UserTurn(text=words), session)
        session = answered.session
    return answered


def table_of(shop: Facet, answered: Answered) -> list[Product]:
    return [shop.products[one] for one in answered.session.shown]


def verdicts(answered: Answered, field: str) -> dict[str, list[str]]:
    """The pieces that were said to have the least and the most."""
    told: dict[str, list[str]] = {}
    for claim in answered.reply.claims:
        value = claim.value
        if claim.source == "comparison" and claim.field == field and isinstance(value, dict):
            pick = value.get("pick", [])
            told[str(value.get("end"))] = [pick] if isinstance(pick, str) else pick
    return told


def fitting(answered: Answered) -> Claim:
    found = [one for one in answered.reply.claims if "fits" in str(one.value)]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    "words", ["which has the larger stone", "哪个钻更大", "哪颗大", "哪个 diamond 更大"]
)
def test_the_larger_stone_is_the_heavier_one_of_all_on_the_table(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me diamond rings", words)
    carats = {one.id: one.total_carat for one in table_of(shop, answered) if one.total_carat}
    heaviest = max(carats.values())
    assert verdicts(answered, "carat")["most"] == [
        one for one, carat in carats.items() if carat == heaviest
    ]


@pytest.mark.parametrize("words", ["which has the bigger pearl", "哪个珍珠更大"])
def test_pearls_without_a_weight_are_held_by_their_diameter(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me pearl rings", words)
    sizes = {
        one.id: stone.length_mm for one in table_of(shop, answered) if (stone := one.main_stone)
    }
    largest = max(size for size in sizes.values() if size)
    picked = verdicts(answered, "stone_mm")["most"]
    assert picked == [one for one, size in sizes.items() if size == largest]


@pytest.mark.parametrize("words", ["which is thicker", "哪只更厚", "哪个 bangle 更厚"])
def test_the_thicker_one_is_told_by_its_dimensions(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me gold bangles", words)
    depths = {one.id: thickness_mm(one) or 0.0 for one in table_of(shop, answered)}
    assert verdicts(answered, "thickness_mm")["most"] == [max(depths, key=lambda one: depths[one])]


@pytest.mark.parametrize("words", ["which is bigger", "哪个大", "哪只更大"])
def test_the_bigger_one_has_the_larger_face(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me gold bangles", words)
    faces = {one.id: face_mm2(one) or 0.0 for one in table_of(shop, answered)}
    assert verdicts(answered, "face_mm2")["most"] == [max(faces, key=lambda one: faces[one])]


@pytest.mark.parametrize("words", ["which is longer", "哪条长", "哪条更短"])
def test_the_longer_of_all_necklaces_is_told_and_nothing_else(words: str, shop: Facet) -> None:
    answered = talk(shop, "看看项链", words)
    lengths = {one.id: one.length_mm or 0.0 for one in table_of(shop, answered)}
    told = verdicts(answered, "length_mm")
    assert told["most"] == [one for one, mm in lengths.items() if mm == max(lengths.values())]
    assert told["least"] == [one for one, mm in lengths.items() if mm == min(lengths.values())]
    assert {claim.field for claim in answered.reply.claims} == {"name", "length_mm"}


@pytest.mark.parametrize(
    ("goods", "words", "field"),
    [
        ("看看手链", "哪条最长", "length_mm"),
        ("看看手链", "哪条手链长", "length_mm"),
        ("看看手链", "哪个手链更粗", "thickness_mm"),
        ("看看手链", "这几条里哪个最重", "metal_weight_g"),
        ("show me bracelets", "which of these is the narrowest", "width_mm"),
        ("show me sapphire rings", "which has the biggest stone of these", "carat"),
        ("show me sapphire rings", "哪个更大颗", "carat"),
        ("show me sapphire rings", "which is the heaviest", "metal_weight_g"),
    ],
)
def test_who_has_the_most_is_asked_of_all_on_the_table(
    goods: str, words: str, field: str, shop: Facet
) -> None:
    answered = talk(shop, goods, words)
    assert set(verdicts(answered, field)) == {"least", "most"}
    assert len(answered.reply.products) == len(answered.session.shown) > 2


@pytest.mark.parametrize("words", ["compare the cheapest two", "比较一下最便宜的两个"])
def test_the_cheapest_two_are_compared_and_no_others(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me sapphire rings under 10000", words)
    prices = sorted(one.price.minor for one in table_of(shop, answered))
    compared = sorted(shown.product.price.minor for shown in answered.reply.products)
    assert compared == prices[:2]


@pytest.mark.parametrize("words", ["which can I take today", "哪个能今天拿"])
def test_what_is_to_be_had_today_is_told(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me diamond rings", words)
    here = [
        one.id for one in table_of(shop, answered) if one.availability in ("in_stock", "last_one")
    ]
    value = fitting(answered).value
    assert isinstance(value, dict)
    assert value["fits"] == here


@pytest.mark.parametrize("words", ["which is in stock in size 6", "哪个有美码6号的现货"])
def test_what_is_in_stock_in_a_size_is_told_from_the_records(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me diamond rings", words)
    here = [
        one.id
        for one in table_of(shop, answered)
        if one.availability in ("in_stock", "last_one")
        and any(
            abs(size.mm - 51.9) < 0.8 and size.availability in ("in_stock", "last_one")
            for size in one.sizes
        )
    ]
    value = fitting(answered).value
    assert isinstance(value, dict)
    assert value["fits"] == here
    assert "ring_size_mm" not in answered.reply.constraints.values


@pytest.mark.parametrize("words", ["which comes in size 54 mm", "哪个有54mm的"])
def test_a_size_in_mm_is_looked_up_in_the_records(words: str, shop: Facet) -> None:
    answered = talk(shop, "show me diamond rings", words)
    assert "54 mm" in fitting(answered).text


def test_a_bare_chinese_size_is_said_with_its_scale(shop: Facet) -> None:
    text = fitting(talk(shop, "看看钻戒", "哪个有12号的现货")).text
    assert "内地12号" in text


@pytest.mark.parametrize("words", ["which is bigger", "哪颗钻更大"])
def test_pieces_that_are_alike_in_what_was_asked_are_said_to_be(words: str, shop: Facet) -> None:
    looks: dict[object, list[str]] = {}
    for one in shop.products.values():
        if one.category == "ring" and one.total_carat:
            looks.setdefault((one.total_carat, face_mm2(one)), []).append(one.id)
    first, second, *_ = next(ids for ids in looks.values() if len(ids) > 1)
    answered = talk(shop, f"compare {first} and {second}", words)
    assert any("shared" in str(claim.value) for claim in answered.reply.claims)
    assert answered.reply.error is None


@pytest.mark.parametrize("words", ["which has the better price per carat", "哪个每克拉更便宜"])
@pytest.mark.parametrize("goods", ["show me silver rings", "看看银戒指", "show me pearl rings"])
def test_a_price_a_carat_is_told_of_those_with_stones_and_the_rest_have_none(
    goods: str, words: str, shop: Facet
) -> None:
    answered = talk(shop, goods, words)
    assert answered.reply.error is None
    stated = {
        claim.source.partition(":")[2]
        for claim in answered.reply.claims
        if claim.field == "price_per_carat" and claim.source.startswith("figure")
    }
    without = {
        claim.source.partition(":")[2]
        for claim in answered.reply.claims
        if claim.field == "stone" and claim.value == "none"
    }
    table = table_of(shop, answered)
    assert stated == {one.id for one in table if one.total_carat}
    assert without == {one.id for one in table if not one.stones}


@pytest.mark.parametrize(
    ("words", "intent"),
    [
        ("what is 4C", "advice"),
        ("is a bigger diamond better", "advice"),
        ("钻石越大越好吗", "advice"),
        ("哪个更重，金还是铂金", "advice"),
        ("what is US 6 in mm", "sizing"),
    ],
)
def test_a_question_of_jewellery_is_none_of_the_table(words: str, intent: str, shop: Facet) -> None:
    assert talk(shop, "show me diamond rings", words).reply.intent == intent
