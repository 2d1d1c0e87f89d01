"""The standing wishes as a phrase: 'gold rings under ¥4,000', '¥4,000以内的黄金戒指'."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answers.facts import metal_name
from assistant.constraints import Constraints, Value
from assistant.measures import mm_to_ring
from assistant.money import Money, format_money
from assistant.terms import Language, Vocabulary

_BEFORE_NOUN = ("style", "stone_origin", "purity", "metal_colour", "metal", "stone_colour", "stone")
_SIBILANTS = ("ch", "sh", "s", "x", "z")  # a shop may add categories of its own
_NO_PLURAL = ("earrings",)
# How Chinese counts a kind of piece; 件 counts anything.
_COUNTED_BY = {
    "ring": "枚",
    "necklace": "条",
    "bracelet": "条",
    "anklet": "条",
    "earrings": "对",
    "bangle": "只",
    "pendant": "个",
    "brooch": "枚",
    "set": "套",
}


def wishes_in_words(
    wishes: Constraints, vocabulary: Vocabulary, language: Language, *, of_one: bool = False
) -> str:
    """The wishes as a noun phrase in the language; ``of_one`` for a single piece."""
    parts = [
        words
        for slot in _BEFORE_NOUN
        if (terms := tuple(t for t in wishes.terms(slot) if t != "none"))
        and not (slot == "stone_colour" and not wishes.terms("stone"))
        and not (slot == "metal_colour" and wishes.terms("metal") == ("gold",))
        and (words := _adjective(slot, terms, wishes, vocabulary, language))
    ]
    category = wishes.terms("category")
    tail = [*_tail(wishes, vocabulary, language)]
    if language == "en":
        nouns = [vocabulary.label("category", one, "en") for one in category] or ["piece"]
        noun = " or ".join(nouns if of_one else map(_plural, nouns))
        return " ".join([*parts, noun, *tail])
    noun = vocabulary.labels("category", category, "zh") or "首饰"
    return "".join([f"{'、'.join(tail)}的" if tail else "", *parts, noun])


def classifier(categories: tuple[str, ...]) -> str:
    """What Chinese counts these pieces by."""
    return _COUNTED_BY.get(categories[0], "件") if len(categories) == 1 else "件"


def _plural(noun: str) -> str:
    if noun in _NO_PLURAL:
        return noun
    return f"{noun}es" if noun.endswith(_SIBILANTS) else f"{noun}s"


def _adjective(
    slot: str,
    terms: tuple[str, ...],
    wishes: Constraints,
    vocabulary: Vocabulary,
    language: Language,
) -> str:
    colours = wishes.terms("metal_colour")
    if slot == "metal" and terms == ("gold",) and colours:
        joiner = " or " if language == "en" else "或"
        return joiner.join(metal_name(vocabulary, "gold", one, language) for one in colours)
    return vocabulary.labels(slot, terms, language)


def price_in_words(wishes: Constraints, language: Language) -> str | None:
    """'under ¥4,000', 'around ¥2,000 (¥1,800 to ¥2,200)', None without a price wish."""
    low, high = (wishes.number(slot) for slot in ("price_min_minor", "price_max_minor"))
    currency, english = wishes.currency or "CNY", language == "en"
    least = None if low is None else format_money(Money(int(low), currency))
    most = None if high is None else format_money(Money(int(high), currency))
    if low is not None and high is not None:
        between = f"{least} to {most}" if english else f"{least}至{most}"
        middle = round((low + high) / 2)
        if (round(middle * 0.9), round(middle * 1.1)) != (round(low), round(high)):
            return f"from {between}" if english else between
        about = format_money(Money(middle, currency))
        return f"around {about} ({between})" if english else f"{about}左右（{between}）"
    if most:
        return f"up to {most}" if english else f"{most}以内"
    if least:
        return f"from {least}" if english else f"{least}以上"
    return None


def memo_words(
    slot: str,
    value: Value,
    vocabulary: Vocabulary,
    language: Language,
    currency: str | None = None,
) -> str:
    """One wish by itself: 'ring size US 7 (54.4 mm inside)', 'silver'; a price in ``currency``."""
    wish = Constraints({slot: value} | ({"currency": currency} if currency else {}))
    if slot in ("price_min_minor", "price_max_minor"):
        return price_in_words(wish, language) or ""
    if terms := wish.terms(slot):
        return vocabulary.labels(slot, terms, language)
    return next(_tail(wish, vocabulary, language), "")


def _tail(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    english = language == "en"
    yield from _build(wishes, vocabulary, language)
    if recipients := wishes.terms("recipient"):
        yield for_whom(recipients, vocabulary, language)
    if occasions := wishes.terms("occasion"):
        words = occasions_in_words(occasions, vocabulary, language)
        yield f"for {words}" if english else f"适合{words}"
    if price := price_in_words(wishes, language):
        yield price
    if wishes.values.get("in_stock"):
        stock = vocabulary.label("availability", "in_stock", language)
        yield f"{stock} now" if english else f"有{stock}"
    if isinstance(day := wishes.values.get("deliver_by"), str):
        yield f"to have by {day}" if english else f"{day}前能到"
    if "nickel" in wishes.terms("allergies"):
        free = vocabulary.label("nickel", "nickel-free", language)
        yield f"recorded {free}" if english else f"注明{free}"
    for slot, terms in wishes.exclude.items():
        words = vocabulary.labels(slot, terms, language)
        before = _LEAVING_OUT.get(slot, ("other than", "不要"))
        yield f"{before[0]} {words}" if english else f"{before[1]}{words}"


_LEAVING_OUT = {
    "stone": ("without", "不带"),
    "plating": ("not", "非"),
    "metal": ("not in", "非"),
    "metal_colour": ("not in", "非"),
    "purity": ("not in", "非"),
    "category": ("other than", "非"),
}


def occasions_in_words(
    occasions: tuple[str, ...], vocabulary: Vocabulary, language: Language
) -> str:
    """'a birthday or an anniversary', '生日或纪念日'."""
    if language == "zh":
        return vocabulary.labels("occasion", occasions, "zh")
    labels = [(one, vocabulary.label("occasion", one, "en")) for one in occasions]
    return " or ".join(f"{_ARTICLES.get(one, '')}{label}" for one, label in labels)


_ARTICLES = {
    "wedding": "a ",
    "engagement": "an ",
    "anniversary": "an ",
    "birthday": "a ",
    "graduation": "a ",
    "party": "a ",
    "zodiac year": "a ",
    "new baby": "a ",
}


def for_whom(terms: tuple[str, ...], vocabulary: Vocabulary, language: Language) -> str:
    """'for your wife', '送妻子'."""
    if language == "zh":
        return (
            "自己戴" if terms == ("self",) else f"送{vocabulary.labels('recipient', terms, 'zh')}"
        )
    said = []
    for term in terms:
        label = vocabulary.label("recipient", term, "en")
        if term == "self":
            said.append("yourself")
        else:
            said.append(label if " " in label else f"{_OF.get(term, 'your')} {label}")
    return f"for {' or '.join(said)}"


_OF = {"baby": "a", "colleague": "a", "friend": "a", "couple": "a"}


def _build(wishes: Constraints, vocabulary: Vocabulary, language: Language) -> Iterator[str]:
    """Cut, setting and the like, sizes and weights."""
    english = language == "en"
    if (colours := wishes.terms("stone_colour")) and not wishes.terms("stone"):
        words = vocabulary.labels("stone_colour", colours, language)
        yield f"with a {words} stone" if english else f"带{words}宝石"
    if "none" in wishes.terms("stone"):
        yield "without stones" if english else vocabulary.label("stone", "none", "zh")
    for slot, before, after in _WITH:
        if terms := wishes.terms(slot):
            words = vocabulary.labels(slot, terms, language)
            ending = "" if words.endswith(after.strip()) else after
            yield f"{before}{words}{ending}" if english else words
    if (size := wishes.number("ring_size_mm")) is not None:
        yield _ring_size(size, language)
    if (size := wishes.number("bangle_mm")) is not None:
        yield f"with an inner diameter of {size:g} mm" if english else f"圈口{size:g} mm"
    if (length := wishes.number("length_mm")) is not None:
        yield f"about {length:g} mm long" if english else f"长约{length:g} mm"
    for low, high, unit, names in (
        ("carat_min", "carat_max", "ct", ("gem weight", "宝石重")),
        ("weight_g_min", "weight_g_max", "g", ("metal weight", "金属重")),
    ):
        yield from _bounds(wishes, low, high, unit, names, language)


_WITH = (
    ("cut", "in ", " cut"),
    ("setting", "in ", " setting"),
    ("plating", "", ""),
    ("treatment", "", ""),
    ("certificate", "with ", " certificate"),
    ("clasp", "with ", ""),
)


def _ring_size(size_mm: float, language: Language) -> str:
    if language == "en":
        us = mm_to_ring("us", size_mm)
        return f"in size US {us} ({size_mm:g} mm inside)" if us else f"{size_mm:g} mm inside"
    cn = mm_to_ring("cn", size_mm)
    return f"内地{cn}号（内周长{size_mm:g} mm）" if cn else f"内周长{size_mm:g} mm"


def _bounds(  # noqa: PLR0913
    wishes: Constraints, low: str, high: str, unit: str, names: tuple[str, str], language: Language
) -> Iterator[str]:
    least, most = wishes.number(low), wishes.number(high)
    english = language == "en"
    if least is not None and most is not None:
        span = f"{least:g} to {most:g}" if english else f"{least:g}至{most:g}"
    elif most is not None:
        span = f"up to {most:g}" if english else f"不超过{most:g}"
    elif least is not None:
        span = f"from {least:g}" if english else f"至少{least:g}"
    else:
        return
    yield f"with a {names[0]} {span} {unit}" if english else f"{names[1]}{span} {unit}"
