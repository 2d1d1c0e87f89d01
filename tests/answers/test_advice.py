"""Answers from cards, from care records and from size formulas."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.actions import Advise
from assistant.answers.advice import advise
from assistant.answers.facts import Facts
from assistant.constraints import Want
from assistant.errors import UngroundedReply
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import Ambiguity, Findings, GroundedReply, Meaning, Understanding
from tests.answers.counter import Counter

both = pytest.mark.parametrize("language", LANGUAGES)
TWELVE = Ambiguity(
    "12号",
    "ring_size_mm",
    (
        Meaning("cn:12", (Want("ring_size_mm", 52.0),)),
        Meaning("hk:12", (Want("ring_size_mm", 51.3),)),
    ),
)


def sized(counter: Counter, language: Language, key: str, **figures: float) -> GroundedReply:
    return counter.answer(Advise("sizing", (key,), (), figures), language)


@both
@pytest.mark.parametrize(
    ("topic", "key", "card"),
    [
        ("care", "pearl", "care-pearl"),
        ("care", "emerald", "care-emerald"),
        ("care", "platinum", "care-platinum"),
        ("care", "storage", "care-storage"),
        ("sizing", "bangle_size", "sizing-bangle"),
        ("sizing", "necklace_length", "sizing-necklace"),
        ("sizing", "ring_surprise", "sizing-ring-surprise"),
        ("sizing", "ring_season", "sizing-ring-season"),
        ("sizing", "ring_knuckle", "sizing-ring-knuckle"),
        ("advice", "nickel", "allergy-nickel"),
        ("advice", "vermeil", "metal-vermeil"),
        ("advice", "filled", "metal-filled"),
        ("advice", "hallmark", "metal-hallmarks"),
        ("advice", "laboratory", "stone-laboratory-diamond"),
        ("advice", "hetian", "stone-hetian"),
        ("advice", "may", "occasion-birthstone-may"),
        ("advice", "year_25", "occasion-anniversary-25"),
        ("advice", "san_jin", "occasion-san-jin"),
        ("advice", "jade_grades", "stone-jade-grades"),
        ("advice", "layering", "advice-layering"),
        ("advice", "before_buying", "advice-before-buying"),
        ("advice", "never_say", "advice-never-say"),
        ("policy", "returns", "shop-returns"),
        ("policy", "trade_in", "shop-trade_in"),
        ("policy", "payment", "shop-payment"),
    ],
)
def test_a_question_is_answered_by_its_card(
    counter: Counter, topic: str, key: str, card: str, language: Language
) -> None:
    reply = counter.answer(Advise(topic, (key,)), language)
    assert reply.claims[0].source == f"card:{card}"
    assert reply.claims[0].text in reply.text


@both
def test_a_nickel_allergy_is_answered_with_the_rule_the_shop_filters_by(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(Advise("advice", ("nickel",)), language)
    assert [claim.source for claim in reply.claims] == ["card:allergy-nickel", "card:allergy-rule"]


@both
def test_care_of_a_piece_is_the_records_own(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("care", ("onyx", "silver"), ("R-007",)), language)
    assert counter.products["R-007"].care[language] in reply.text


@both
def test_the_most_delicate_part_of_a_piece_decides_its_care(
    counter: Counter, vocabulary: Vocabulary, language: Language
) -> None:
    pearls = next(
        one
        for one in counter.products.values()
        if len(one.stones) > 1
        and any("pearl" in stone.stone for stone in one.stones)
        and any(stone.stone == "diamond" for stone in one.stones)
    )
    keys = ("gold", "diamond", "pearl")
    reply = counter.answer(Advise("care", keys, (pearls.id,)), language)
    cards = [claim.source for claim in reply.claims if claim.source.startswith("card:")]
    assert cards == ["card:care-pearl"]
    part = next(stone.stone for stone in pearls.stones if "pearl" in stone.stone)
    assert vocabulary.label("stone", part, language) in reply.text
    assert "decides" in reply.text or "最娇贵的部分" in reply.text


@both
def test_a_coating_decides_where_the_stone_is_hardier(
    vocabulary: Vocabulary, counter: Counter, language: Language
) -> None:
    plain = next(one for one in counter.products.values() if one.metal == "silver")
    coated = replace(plain, plating="gold vermeil", stones=())
    cards = tuple(card for card in counter.cards if card.id in ("care-silver", "care-plating"))
    reply = advise(
        Advise("care", ("silver", "gold vermeil"), (coated.id,)),
        Findings(products=(coated,), cards=cards),
        Facts(vocabulary),
        language,
    )
    assert [c.source for c in reply.claims if c.source.startswith("card:")] == ["card:care-plating"]
    assert vocabulary.label("plating", "gold vermeil", language) in reply.text


@both
def test_the_same_care_is_told_once_for_two_pieces(counter: Counter, language: Language) -> None:
    pieces = [
        one
        for one in counter.products.values()
        if one.metal == "gold" and any(stone.stone == "diamond" for stone in one.stones)
    ][:2]
    ids = tuple(one.id for one in pieces)
    reply = counter.answer(Advise("care", ("diamond", "gold"), ids), language)
    cards = [claim.source for claim in reply.claims if claim.source.startswith("card:")]
    assert len(cards) == len(set(cards)) == 1


@both
def test_every_piece_of_the_catalogue_can_be_cared_for(
    counter: Counter, language: Language
) -> None:
    for product in counter.products.values():
        keys = [stone.stone for stone in product.stones]
        keys += [one for one in (product.plating, product.metal) if one and one != "none"]
        reply = counter.answer(Advise("care", tuple(keys), (product.id,)), language)
        assert product.care[language] in reply.text
        if len(keys) > 1:
            assert reply.claims[-1].source.startswith("card:care-"), product.id


@both
def test_a_ring_size_is_told_on_every_scale_with_its_millimetres(
    counter: Counter, language: Language
) -> None:
    reply = sized(counter, language, "ring_size", ring_size_mm=54.4)
    (claim,) = (claim for claim in reply.claims if claim.source == "measure")
    assert claim.value == 54.4
    sizes = (
        "54.4",
        "17.3",
        "7",
        "N½",
        "EU 54" if language == "en" else "欧码54",
        "14",
        "14.5",
        "14-15",
    )
    assert all(size in reply.text for size in sizes)


@both
def test_a_ring_size_comes_with_its_tolerance_and_the_wide_bands_own(
    counter: Counter, language: Language
) -> None:
    reply = sized(counter, language, "ring_size", ring_size_mm=54.4)
    assert ("half a size" if language == "en" else "半号") in reply.text
    assert "55.7" in reply.text


@both
@pytest.mark.parametrize(("measured", "around"), [(54.4, "54.4"), (17.3, "54.3")])
def test_a_measured_finger_or_ring_is_a_ring_size(
    counter: Counter, measured: float, around: str, language: Language
) -> None:
    reply = sized(counter, language, "ring_size", length_mm=measured)
    assert around in reply.text
    assert ("US 7," if language == "en" else "美码7，") in reply.text


@both
def test_a_hand_girth_gives_a_range_of_inner_diameters(
    counter: Counter, language: Language
) -> None:
    reply = sized(counter, language, "bangle_size", hand_girth_mm=170.0)
    assert "55.1" in reply.text
    assert "56.1" in reply.text


@both
def test_a_bangle_gives_the_hands_that_it_suits(counter: Counter, language: Language) -> None:
    reply = sized(counter, language, "bangle_size", bangle_mm=56.0)
    assert "170" in reply.text
    assert "173" in reply.text


@both
def test_a_necklace_length_gets_its_name_and_the_others(
    counter: Counter, language: Language
) -> None:
    reply = sized(counter, language, "necklace_length", length_mm=450.0)
    assert ("princess" if language == "en" else "公主链") in reply.text.split("。")[0]
    assert [claim.source for claim in reply.claims] == ["measure", "card:sizing-necklace"]


@both
def test_a_worked_out_size_keeps_the_advice_asked_for_with_it(
    counter: Counter, language: Language
) -> None:
    action = Advise("sizing", ("ring_size", "ring_knuckle"), (), {"ring_size_mm": 54.4})
    sources = [claim.source for claim in counter.answer(action, language).claims]
    assert sources == ["measure", "card:sizing-ring-knuckle"]


@both
def test_a_number_without_a_scale_is_asked_about_in_millimetres(
    counter: Counter, language: Language
) -> None:
    action = Advise("sizing", ("ring_size",))
    meant = Understanding(language, "sizing", ambiguity=TWELVE)
    reply = counter.composer.compose(action, Findings(), meant)
    counter.check(reply, action, language)
    assert reply.question is not None
    assert reply.question.options == ("cn:12", "hk:12")
    assert all(mm in reply.text for mm in ("52.0", "50.8", "51.9"))


@both
def test_another_ambiguity_does_not_stop_a_size(vocabulary: Vocabulary, language: Language) -> None:
    action = Advise("sizing", ("ring_size",), (), {"ring_size_mm": 54.4})
    white = Ambiguity("白金", "metal", ())
    reply = advise(action, Findings(), Facts(vocabulary), language, white)
    assert reply.question is None
    assert "54.4" in reply.text


@both
def test_what_no_card_knows_is_not_guessed(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("advice", ("phlogiston",)), language)
    assert reply.claims[0].source == "card:advice-general"


@both
def test_a_size_names_the_charts_that_it_is_worked_out_by(
    counter: Counter, language: Language
) -> None:
    text = sized(counter, language, "ring_size", ring_size_mm=54.0).text
    assert "ISO 8653" in text
    assert all(chart in text for chart in ("ringsizely", "buzzrecipe", "siudz", "oisogo"))


@both
def test_a_size_warns_of_fingers_in_the_cold(counter: Counter, language: Language) -> None:
    text = sized(counter, language, "ring_size", ring_size_mm=54.0).text
    assert ("cold" if language == "en" else "天冷") in text


@both
@pytest.mark.parametrize("matter", ["water", "storage", "tarnish", "ultrasonic"])
def test_what_is_asked_of_a_piece_is_answered_beside_its_own_care(
    counter: Counter, matter: str, language: Language
) -> None:
    piece = next(one for one in counter.products.values() if one.care and one.stones)
    keys = (matter, *(stone.stone for stone in piece.stones), piece.metal or "gold")
    reply = counter.answer(Advise("care", keys, (piece.id,)), language)
    sources = [claim.source for claim in reply.claims]
    assert f"product:{piece.id}" in sources
    assert f"card:care-{matter}" in sources


@both
def test_care_of_several_materials_says_that_the_most_delicate_decides(
    counter: Counter, language: Language
) -> None:
    reply = counter.answer(Advise("care", ("diamond", "emerald", "gold")), language)
    assert [claim.source for claim in reply.claims][:2] == ["card:care-mixed", "card:care-emerald"]


@both
def test_a_size_on_two_scales_is_told_on_these_with_their_charts(
    counter: Counter, language: Language
) -> None:
    keys = ("scale_cn", "scale_us")
    text = counter.answer(Advise("sizing", keys, (), {"ring_size_mm": 52.0}), language).text
    assert ("US 6" if language == "en" else "美码6") in text
    assert ("mainland China 12" if language == "en" else "内地12号") in text
    assert all(chart in text for chart in ("ringsizely", "buzzrecipe"))
    assert not any(other in text for other in ("UK", "英码", "siudz", "ISO"))


@both
@pytest.mark.parametrize(
    ("second", "verdict"),
    [
        (54.0, {"en": "not the same: 54.0 mm is 2.0 mm larger", "zh": "54.0 mm比52.0 mm周长大2.0"}),
        (50.0, {"en": "not the same: 52.0 mm is 2.0 mm larger", "zh": "52.0 mm比50.0 mm周长大2.0"}),
        (52.4, {"en": "0.4 mm apart around: the same size", "zh": "相差0.4 mm，可以当作同一个号"}),
    ],
)
def test_two_sizes_are_held_against_each_other(
    counter: Counter, language: Language, second: float, verdict: dict[str, str]
) -> None:
    figures = {"ring_size_mm": 52.0, "other_ring_size_mm": second}
    reply = counter.answer(Advise("sizing", ("scale_cn",), (), figures), language)
    assert verdict[language] in reply.text


@both
def test_a_forged_verdict_on_two_sizes_is_withheld(counter: Counter, language: Language) -> None:
    figures = {"ring_size_mm": 52.0, "other_ring_size_mm": 54.0}
    action = Advise("sizing", ("scale_cn",), (), figures)
    reply = counter.answer(action, language)
    verdict = next(one for one in reply.claims if one.field == "ring_sizes_mm")
    forged = replace(verdict, value=[54.0, 54.0])
    claims = tuple(forged if one == verdict else one for one in reply.claims)
    with pytest.raises(UngroundedReply):
        counter.check_with(replace(reply, claims=claims), Findings(), action, language)


@both
def test_a_wrist_gives_the_length_of_a_bracelet(counter: Counter, language: Language) -> None:
    reply = sized(counter, language, "bracelet_size", wrist_mm=165.1)
    assert all(length in reply.text for length in ("16.5", "17.5", "18.5"))


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "港码12号的内周长是50.8-51.9 mm"), ("en", "Hong Kong 12 is 50.8-51.9 mm")],
)
def test_a_size_on_two_charts_is_told_as_a_range_of_its_own_number(
    counter: Counter, language: Language, words: str
) -> None:
    action = Advise("sizing", ("ring_size", "size_hk:12"), (), {"ring_size_mm": 51.3})
    assert counter.answer(action, language).text.startswith(words)


@both
def test_a_kind_that_has_no_size_is_said_to_have_none(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("sizing", ("sizeless",)), language)
    assert ("no size" if language == "en" else "不分尺码") in reply.text


@both
def test_what_suits_somebody_is_not_judged_by_a_photo(counter: Counter, language: Language) -> None:
    reply = counter.answer(Advise("advice", ("from_photo",)), language)
    assert ("cannot judge" if language == "en" else "判断不了") in reply.text
    assert reply.products == ()
