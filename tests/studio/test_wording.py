"""Descriptions: no sentence is heard too often, and none says more than its record."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from assets.studio.designs import read_designs
from assets.studio.frames import assign_frames, frame_group, read_frames
from assets.studio.records import Made
from assets.studio.terms import ORIGIN_ZH, SIMULANTS, STONE_ZH, TREATMENT_ZH, metal_words
from assets.studio.wording import article, fill_en, fill_zh, number_words, stone_en, stone_zh
from assistant.catalogue.vocabulary import load_vocabulary

Row = dict[str, Any]
LANGUAGES = ("en", "zh")
DESIGNS = read_designs()
FORMS = {design.id: design.form for design in DESIGNS}
VOCABULARY = load_vocabulary(Path(__file__).parents[2] / "assets" / "knowledge" / "vocabulary.yaml")
MASKED_SLOTS = (
    "metal", "metal_colour", "purity", "plating", "stone", "stone_colour", "stone_origin",
    "treatment", "cut", "category", "clasp", "setting",
)  # fmt: skip
MOST = 0.05
SENTENCE_END = {"en": r"(?<=[.])\s+", "zh": r"(?<=。)"}
NUMBER = re.compile(r"\d+(?:\.\d+)?")
GRADES = re.compile(
    r"\b(?:[D-J] colour|(?:VVS|VS|SI)\d clarity|FL|IF)\b|[D-J]色|(?:VVS|VS|SI)\d净度"
)


@pytest.fixture
def rows(made: list[Made]) -> list[Row]:
    return [one.row for one in made]


def facts(row: Row, language: str) -> str:
    """The description without the form clause."""
    form = FORMS[row["id"]][language]
    text = str(row["description"][language])
    assert text.startswith(form)
    return text[len(form) :]


def spoken_terms(language: str) -> list[str]:
    """Every word that stands for a term, longest first, as the generator and the shop say them."""
    from assets.studio import terms

    words = {
        term.label[language] for term in VOCABULARY.by_key.values() if term.slot in MASKED_SLOTS
    }
    if language == "zh":
        tables = (terms.STONE_ZH, terms.COLOUR_ZH, terms.METAL_ZH, terms.TREATMENT_ZH)
        words |= {word for table in tables for word in table.values()}
        words |= {*terms.ORIGIN_ZH.values(), *terms.GRADES_ZH.values(), "玫瑰金", "足金", "足银"}
        words |= {
            "镀厚金",
            "镀铑",
            "镀金",
            "双色",
            "含金量",
            "含银量",
            "S925",
            "雕件",
            "蛋面",
            "珠",
        }
        words |= {"这枚", "这条", "这件", "这对", "这只", "一件", "一颗", "两颗", "两件"}
    else:
        words |= {"fine", "sterling", "vermeil on", "plated", "totalling", "carved piece of"}
        words |= {"carved pieces of", "an", "a", "pair", "excellent", "very good", "good"}
        words |= {number_words(number) for number in range(1, 300)}
    return sorted(words, key=len, reverse=True)


def masked(sentence: str, words: list[str], language: str) -> str:
    """The sentence with everything that comes from the record as one mark."""
    text = GRADES.sub("#", sentence)
    text = NUMBER.sub("#", text)
    edge = r"\b" if language == "en" else ""
    plural = "(?:e?s)?" if language == "en" else ""
    said = "|".join(re.escape(word) for word in words)
    said = re.sub(r"\|金\|", "|金(?!属)|", said)  # 金属 is 'metal', not 'gold'
    text = re.sub(f"{edge}(?:{said}){plural}{edge}", "#", text, flags=re.I)
    text = re.sub(r"[（(][^）)]*[）)]", "#", text)
    text = re.sub(
        r"#(?:[\s,、，×x-]|of|and|mm|ct|cuts?|克拉|毫米|颗|件|的|K|‰|[Pp]t|k)*", "#", text
    )
    return re.sub(r"#+", "#", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_frame_is_heard_in_more_than_a_twentieth(
    rows: list[Row], language: str
) -> None:
    words = spoken_terms(language)
    heard: Counter[str] = Counter()
    for row in rows:
        sentences = re.split(SENTENCE_END[language], row["description"][language])
        heard.update({masked(sentence, words, language) for sentence in sentences if sentence})
    assert {frame: n for frame, n in heard.items() if n > MOST * len(rows)} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_forty_frames_and_no_two_alike(language: str) -> None:
    frames = [frame for group in read_frames().values() for frame in group[language]]
    assert len(frames) == len(set(frames)) >= 100


def test_frames_are_dealt_evenly() -> None:
    dealt = assign_frames(DESIGNS)
    by_group: dict[str, Counter[str]] = {}
    for design in DESIGNS:
        by_group.setdefault(frame_group(design), Counter())[dealt[design.id]["en"]] += 1
    for group, turns in by_group.items():
        assert max(turns.values()) - min(turns.values()) <= 1, group


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_of_the_facts_is_a_field(rows: list[Row], language: str) -> None:
    for row in rows:
        known = {
            row["metal_weight_g"],
            row["length_mm"],
            999.9 if row["purity"] == "9999" else None,
        }
        known |= {float(part) for part in NUMBER.findall(row["purity"] or "")}
        for stone in row["stones"]:
            known |= {stone["carat"], stone["count"], stone["length_mm"], stone["width_mm"]}
            known |= {float(part) for part in NUMBER.findall(stone["clarity"] or "")}
        told = {float(number) for number in NUMBER.findall(facts(row, language))}
        assert told <= known, (row["id"], told - known)


def test_every_stone_of_the_record_is_told_and_no_other(rows: list[Row]) -> None:
    names = {language: VOCABULARY.values("stone") for language in LANGUAGES}["en"]
    for row in rows:
        told = facts(row, "en").lower().replace("rubies", "ruby").replace("rose gold", "")
        own = {stone["stone"] for stone in row["stones"]}
        for name in own:
            assert name in told, (row["id"], name)
        for name in set(names) - own - {"none", "pearl", "jade", "quartz"}:
            if not any(name in one for one in own):
                assert not re.search(rf"\b{name}s?\b", told), (row["id"], name)


def test_chinese_facts_name_metal_stones_origin_and_treatment(rows: list[Row]) -> None:
    for row in rows:
        told = facts(row, "zh")
        assert metal_words(row)[1] in told, row["id"]
        own = {STONE_ZH[one["stone"]] for one in row["stones"]}
        for name in STONE_ZH.values():
            if not any(name in one for one in own):
                assert name not in told, (row["id"], name)
        for one in row["stones"]:
            assert STONE_ZH[one["stone"]] in told, row["id"]
            if one["treatment"] not in (None, "none"):
                assert TREATMENT_ZH[one["treatment"]] in told, row["id"]
            if one["origin"] and one["stone"] not in SIMULANTS:
                assert ORIGIN_ZH[one["origin"]] in told, row["id"]


def test_metal_treatment_origin_and_grades_are_told(rows: list[Row]) -> None:
    for row in rows:
        told = facts(row, "en")
        assert row["metal"] is None or row["metal"] in told.lower()
        if row["metal"] == "gold" and row["purity"][-1] == "k":
            assert f"{row['purity']} {row['metal_colour']} gold" in told.replace("18K", "18k")
        for stone in row["stones"]:
            if stone["treatment"] not in (None, "none"):
                assert stone["treatment"] in told.lower()
            if stone["clarity"]:
                assert f"{stone['clarity']} clarity" in told
            if stone["origin"] == "laboratory" and stone["stone"] == "diamond":
                assert "laboratory-grown" in told.lower()


def test_articles_and_numbers_are_english(rows: list[Row]) -> None:
    for row in rows:
        text = facts(row, "en")
        assert not re.search(r"\ba [aeiou]", text), text
        assert not re.search(r"\ban [^aeiouAEIOU]", text), text
        assert "{" not in text
        assert "|" not in text
        assert not re.search(r"[.:] [a-z]?\d+ [a-z]+ (?:diamonds|stones)\b.*\bare\b", text)
        assert text.rstrip().endswith(".")


def stone(**changes: Any) -> Row:
    plain = {
        "stone": "ruby", "colour": "red", "cut": "oval", "count": 1, "carat": 1.2, "length_mm": 7.0,
        "width_mm": 5.0, "origin": "natural", "treatment": "heated", "colour_grade": None,
        "clarity": None, "cut_grade": None,
    }  # fmt: skip
    return {**plain, **changes}


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        ({}, "a heated natural ruby of 1.20 ct", "一颗1.20克拉的天然红宝石（热处理）"),
        (
            {"count": 2, "carat": 0.3},
            "two heated natural rubies totalling 0.30 ct",
            "两颗天然红宝石（共0.30克拉，热处理）",
        ),
        (
            {"stone": "sapphire", "colour": "pink", "treatment": None, "origin": "laboratory"},
            "a laboratory-grown pink sapphire of 1.20 ct",
            "一颗1.20克拉的培育粉色蓝宝石",
        ),
        (
            {"stone": "emerald", "colour": "green", "treatment": "oiled"},
            "an oiled natural emerald of 1.20 ct",
            "一颗1.20克拉的天然祖母绿（浸油）",
        ),
        (
            {"stone": "moissanite", "colour": "colourless", "origin": "laboratory",
             "treatment": None},
            "a moissanite of 1.20 ct",
            "一颗1.20克拉的莫桑石",
        ),
        (
            {"stone": "jadeite", "colour": "green", "cut": "carved", "carat": None,
             "treatment": "none"},
            "a carved piece of untreated natural green jadeite",
            "一件天然绿色翡翠雕件（未经处理）",
        ),
        (
            {"stone": "onyx", "colour": "black", "cut": "bead", "carat": None, "count": 30,
             "length_mm": 8.0, "width_mm": 8.0, "treatment": "dyed"},
            "30 dyed natural onyx beads of 8 mm",
            "30颗8毫米的天然黑玛瑙珠（染色处理）",
        ),
    ],
)  # fmt: skip
def test_a_stone_is_named_as_a_jeweller_names_it(changes: Row, english: str, chinese: str) -> None:
    assert stone_en(stone(**changes)) == english
    assert stone_zh(stone(**changes)) == chinese


def test_verbs_agree_with_their_stones() -> None:
    row = {
        "category": "ring", "metal": "gold", "metal_colour": "rose", "purity": "18k",
        "plating": "none", "metal_weight_g": 2.5, "length_mm": None,
        "stones": [stone(), stone(count=6, carat=0.1)],
    }  # fmt: skip
    frame = "{First} [is|are] here, {rest} <follows|follow>, in {metal}."
    assert fill_en(frame, row) == (
        "A heated natural ruby of 1.20 ct is here, six heated natural rubies totalling 0.10 ct "
        "follow, in 18k rose gold."
    )
    row["stones"].reverse()
    assert " are here" in fill_en(frame, row)
    assert "of 1.20 ct follows" in fill_en(frame, row)
    assert fill_zh("{this}重{grams}。", row) == "这枚戒指重2.5克。"


@pytest.mark.parametrize(
    ("number", "words"),
    [(7, "seven"), (13, "thirteen"), (40, "forty"), (57, "fifty-seven"),
     (122, "one hundred and twenty-two")],
)  # fmt: skip
def test_a_number_that_opens_a_sentence_is_spelled(number: int, words: str) -> None:
    assert number_words(number) == words
    assert article(words) in ("a", "an")
