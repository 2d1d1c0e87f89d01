"""Descriptions and alternative texts, built from the record's own fields in English and Chinese.

A description is the form in the designer's words and one sentence of facts (`frames.yaml`). The
slots are filled from the public row alone, so that no number or term can differ from it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from assets.studio.designs import Design
from assets.studio.terms import (
    CATEGORY_ZH,
    COLOUR_ZH,
    GRADES_ZH,
    ORIGIN_EN,
    ORIGIN_ZH,
    PLURALS,
    SIMULANTS,
    SPOKEN_AS_STONES,
    STONE_ZH,
    TREATMENT_ZH,
    USUAL_COLOUR,
    metal_words,
    stone_words,
)

Row = Mapping[str, Any]
SMALL_NUMBERS = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
UNTREATED_IS_SAID = {"jadeite", "nephrite"}  # where the trade asks for it
ARTICLE_ZH = {
    "ring": "这枚", "necklace": "这条", "pendant": "这件", "earrings": "这对", "bracelet": "这条",
    "bangle": "这只", "brooch": "这枚", "anklet": "这条",
}  # fmt: skip
JADES = {"jadeite", "nephrite"}
OF_THE_MAIN = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
OF_THE_REST = re.compile(r"<([^|>]+)\|([^>]+)>")


def describe(design: Design, row: Row, frame: Mapping[str, str]) -> dict[str, str]:
    """The form in the designer's words, then metal and stones as recorded."""
    pair = design.category == "earrings" or design.model == "pair"
    return {
        "en": f"{design.form['en']}. {fill_en(frame['en'], row, pair)}",
        "zh": f"{design.form['zh']}。{fill_zh(frame['zh'], row, pair)}",
    }


def fill_en(frame: str, row: Row, pair: bool = False) -> str:
    """An English sentence with its slots filled and its verbs in the number of their stones."""
    stones = row["stones"]
    metal = metal_words(row)[0]
    slots = {
        "ring": "pair" if pair else row["category"],
        "metal": metal,
        "Metal": capital(metal),
        "grams": f"{row['metal_weight_g'] or 0:g} g",
        "length": f"{row['length_mm'] or 0:g} mm",
    }
    if stones:
        phrases = [stone_en(stone) for stone in stones]
        opening = spelled(stones[0]["count"], phrases[0])
        whole = " ".join(phrases[0].split(" ")[1:]) if is_one_carving(stones[0]) else phrases[0]
        slots |= {
            "first": phrases[0],
            "First": capital(opening),
            "rest": listed(phrases[1:], "and"),
            "all": listed(phrases, "and"),
            "All": capital(listed([opening, *phrases[1:]], "and")),
            "whole": whole.removeprefix("carved piece of "),
            "Whole": capital(whole.removeprefix("carved piece of ")),
            "gem": gem_en(stones[0]),
        }
    frame = OF_THE_MAIN.sub(r"\1" if is_single(stones[:1]) else r"\2", frame)
    frame = OF_THE_REST.sub(r"\1" if is_single(stones[1:]) else r"\2", frame)
    return frame.format(**slots)


def fill_zh(frame: str, row: Row, pair: bool = False) -> str:
    """A Chinese sentence with its slots filled."""
    stones, category = row["stones"], row["category"]
    slots = {
        "metal": metal_words(row)[1],
        "this": ("这对" if pair else ARTICLE_ZH[category]) + CATEGORY_ZH[category],
        "grams": f"{row['metal_weight_g'] or 0:g}克",
        "length": f"{row['length_mm'] or 0:g}毫米",
    }
    if stones:
        phrases = [stone_zh(stone) for stone in stones]
        slots |= {
            "first": phrases[0],
            "rest": "、".join(phrases[1:]),
            "all": "、".join(phrases),
            "whole": phrases[0].removeprefix("一件") if is_one_carving(stones[0]) else phrases[0],
            "gem": gem_zh(stones[0]),
            "lead": "主珠" if "pearl" in stones[0]["stone"] else "主石",
        }
    return frame.format(**slots)


def is_single(stones: Sequence[Row]) -> bool:
    """Are these one stone, for a verb?"""
    return sum(stone["count"] for stone in stones) <= 1


def is_one_carving(stone: Row) -> bool:
    return bool(stone["cut"] == "carved" and stone["count"] == 1)


def stone_en(stone: Row) -> str:
    """'two heated natural rubies totalling 1.20 ct', with an article where there is one."""
    words = [*qualities_en(stone), noun(stone)]
    many = stone["count"] > 1
    lead = number_en(stone["count"]) if many else article(words[0])
    text = " ".join([lead, *words])
    if stone["carat"] is not None:
        text += f" {'totalling' if many else 'of'} {stone['carat']:.2f} ct"
    elif stone["cut"] in ("bead", "cabochon"):
        text += f" of {size(stone)} mm"
    grades = grades_en(stone)
    return f"{text} ({', '.join(grades)})" if grades else text


def qualities_en(stone: Row) -> list[str]:
    """Treatment, origin and colour, in the order English asks for."""
    words = []
    if stone["cut"] == "carved":
        words += ["carved piece of" if stone["count"] == 1 else "carved pieces of"]
    treatment = stone["treatment"]
    if treatment in (None, "none"):
        told = treatment == "none" and stone["stone"] in UNTREATED_IS_SAID
        words += ["untreated"] if told else []
    else:
        words.append(treatment)
    if stone["origin"] and stone["stone"] not in SIMULANTS:
        words.append(ORIGIN_EN[stone["origin"]])
    if stone["colour"] and USUAL_COLOUR.get(stone["stone"]) != stone["colour"]:
        words.append(stone["colour"])
    return words


def noun(stone: Row) -> str:
    """The stone's name, singular or plural; beads and cabochons are called so."""
    kind = stone["stone"]
    name = stone_words(kind)[0]
    if stone["cut"] == "carved":
        return name
    if stone["cut"] == "bead" and "pearl" not in kind:
        name += " bead"
    elif stone["cut"] == "cabochon":
        name += " cabochon"
    elif kind in SPOKEN_AS_STONES:
        name += " stone"
    return name if stone["count"] == 1 else PLURALS.get(name, f"{name}s")


def grades_en(stone: Row) -> list[str]:
    words = {"colour_grade": "colour", "clarity": "clarity", "cut_grade": "cut"}
    return [f"{stone[field]} {word}" for field, word in words.items() if stone[field]]


def stone_zh(stone: Row) -> str:
    """'一颗0.99克拉的培育钻石（E色，VS1净度）'; treatments and totals stand in the brackets."""
    many, notes = stone["count"] > 1, []
    treatment = stone["treatment"]
    if treatment and (treatment != "none" or stone["stone"] in UNTREATED_IS_SAID):
        notes.append(TREATMENT_ZH[treatment])
    weight = ""
    if stone["carat"] is not None:
        weight = f"{stone['carat']:.2f}克拉"
        if many:
            notes.insert(0, f"共{weight}")
    elif stone["cut"] in ("bead", "cabochon"):
        weight = f"{size(stone)}毫米"
    if stone["colour_grade"]:
        notes.append(f"{stone['colour_grade']}色")
    if stone["clarity"]:
        notes.append(f"{stone['clarity']}净度")
    if stone["cut_grade"]:
        notes.append(f"切工{GRADES_ZH.get(stone['cut_grade'], stone['cut_grade'])}")
    before = "" if many and stone["carat"] is not None else weight and f"{weight}的"
    text = f"{number_zh(stone['count'])}{measure_word(stone)}{before}{qualities_zh(stone)}"
    return text + (f"（{'，'.join(notes)}）" if notes else "")


def qualities_zh(stone: Row) -> str:
    kind = stone["stone"]
    origin = "" if kind in SIMULANTS else ORIGIN_ZH.get(stone["origin"], "")
    unusual = stone["colour"] and USUAL_COLOUR.get(kind) != stone["colour"]
    colour = COLOUR_ZH[stone["colour"]] if unusual else ""
    kinds = {"cabochon": "蛋面", "carved": "雕件", "bead": "" if "pearl" in kind else "珠"}
    return f"{origin}{colour}{STONE_ZH[kind]}{kinds.get(stone['cut'], '')}"


def gem_en(stone: Row) -> str:
    """What the main stones are called in general, in their number."""
    if stone["stone"] in JADES:
        return "jade"
    name = "pearl" if "pearl" in stone["stone"] else "stone"
    return name if stone["count"] == 1 else f"{name}s"


def gem_zh(stone: Row) -> str:
    if stone["stone"] in JADES:
        return "玉石"
    return "珍珠" if "pearl" in stone["stone"] else "宝石"


def measure_word(stone: Row) -> str:
    return "件" if stone["cut"] == "carved" else "颗"


def size(stone: Row) -> str:
    """'7.5', or '10 × 7.6' where the two sides differ."""
    length, width = stone["length_mm"], stone["width_mm"]
    return f"{width:g}" if length == width else f"{length:g} × {width:g}"


def number_en(number: int) -> str:
    return SMALL_NUMBERS[number] if number <= 12 else str(number)


def number_zh(number: int) -> str:
    return {1: "一", 2: "两"}.get(number, str(number))


def spelled(count: int, phrase: str) -> str:
    """A phrase that may open a sentence: its number in words."""
    digits = str(count)
    return number_words(count) + phrase[len(digits) :] if phrase.startswith(digits) else phrase


def number_words(number: int) -> str:
    """A whole number under 1000 in English words."""
    if number < 20:
        return SMALL_NUMBERS[number]
    if number < 100:
        unit = f"-{SMALL_NUMBERS[number % 10]}" if number % 10 else ""
        return TENS[number // 10 - 2] + unit
    rest = f" and {number_words(number % 100)}" if number % 100 else ""
    return f"{SMALL_NUMBERS[number // 100]} hundred{rest}"


def article(word: str) -> str:
    return "an" if word[0].lower() in "aeiou" else "a"


def listed(phrases: Sequence[str], joiner: str) -> str:
    if len(phrases) < 2:
        return "".join(phrases)
    return f"{', '.join(phrases[:-1])} {joiner} {phrases[-1]}"


def capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def image_alt(design: Design) -> dict[str, str]:
    """What the front picture shows."""
    pair = design.category == "earrings"
    form = design.form["en"]
    return {
        "en": f"{design.name['en']}{', the pair' if pair else ''}, on a pale background: "
        f"{form[0].lower()}{form[1:]}.",
        "zh": f"{design.name['zh']}{'（一对）' if pair else ''}，浅色背景：{design.form['zh']}。",
    }
