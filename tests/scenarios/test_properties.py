"""What holds for every conversation, tried on sentences built from the closed vocabulary.

The judge of hard wishes here is written anew from the contract, slowly and without the search's
filters, so that a fault in those cannot hide itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.assembly import Facet
from assistant.catalogue.product import Product, Stone
from assistant.catalogue.vocabulary import load_vocabulary
from assistant.constraints import Constraints
from assistant.evaluation.expectations import same_wishes
from assistant.storage.memory_store import MemorySessionStore
from assistant.terms import LANGUAGES, Language, Vocabulary
from assistant.turn import RawTurn, Reply
from tests.reading import ASSETS

VOCABULARY = load_vocabulary(ASSETS / "knowledge" / "vocabulary.yaml")
NO_DEADLINE = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
RING_TOLERANCE_MM = 0.81  # a third of a US size, and rounding
STONE_FACTS = {
    "stone": "stone",
    "stone_colour": "colour",
    "cut": "cut",
    "stone_origin": "origin",
    "treatment": "treatment",
}
# The frame of a wish in each language; {} is the term's own label.
WISHES: Mapping[str, Mapping[Language, str]] = {
    "category": {"en": "I want a {}", "zh": "我想要{}"},
    "metal": {"en": "in {}", "zh": "要{}的"},
    "stone": {"en": "with {}", "zh": "要{}的"},
    "occasion": {"en": "it is for a {}", "zh": "{}用的"},
    "recipient": {"en": "for my {}", "zh": "送给{}"},
    "style": {"en": "in {} style", "zh": "{}风格的"},
    "certificate": {"en": "with a {} certificate", "zh": "要有{}证书"},
}
REFUSALS: Mapping[Language, str] = {"en": "no {}", "zh": "不要{}"}
CATEGORIES = tuple(one for one in VOCABULARY.values("category") if one != "set")
METALS = ("gold", "silver", "platinum", "titanium", "tungsten")
STONES = ("diamond", "ruby", "sapphire", "emerald", "jadeite", "nephrite", "pearl", "garnet")
OPTIONS: Mapping[str, Sequence[str]] = {
    "category": CATEGORIES,
    "metal": METALS,
    "stone": STONES,
    "occasion": ("engagement", "birthday", "anniversary"),
    "recipient": ("mother", "wife", "friend"),
    "style": ("vintage", "minimalist", "art deco"),
    "certificate": ("gia", "igi", "ngtc"),
}
FREE: Mapping[Language, Sequence[str]] = {
    "en": ("any metal", "any stone", "any price", "any size", "something cheaper", "show me more"),
    "zh": ("材质不限", "石头不限", "价格不限", "尺寸不限", "便宜一点", "换一批"),
}
SIZES: Mapping[Language, str] = {"en": "US size {}", "zh": "美码{}号"}
BOUNDS: Mapping[str, Mapping[Language, str]] = {
    "max": {"en": "under {}", "zh": "{}以内"},
    "min": {"en": "over {}", "zh": "{}以上"},
}
PLAIN: Mapping[str, Mapping[Language, str]] = {
    "allergies": {"en": "I am allergic to nickel", "zh": "我对镍过敏"},
    "in_stock": {"en": "only what is in stock", "zh": "只要现货"},
}


@dataclass(frozen=True)
class Refinement:
    """One wish in words; ``slot`` says what it is about."""

    slot: str
    value: str
    words: str


def label(slot: str, value: str, language: Language) -> str:
    return VOCABULARY.label(slot, value, language)


@st.composite
def refinements(draw: st.DrawFn) -> Refinement:
    """A wish, a refusal, a bound, a size or a plain condition, in either language."""
    language = draw(st.sampled_from(LANGUAGES))
    kind = draw(st.sampled_from((*WISHES, "refusal", "max", "min", "size", *PLAIN)))
    if kind in WISHES:
        value = draw(st.sampled_from(OPTIONS[kind]))
        return Refinement(kind, value, WISHES[kind][language].format(label(kind, value, language)))
    if kind == "refusal":
        slot = draw(st.sampled_from(("metal", "stone")))
        value = draw(st.sampled_from(OPTIONS[slot]))
        words = REFUSALS[language].format(label(slot, value, language))
        return Refinement(f"not {slot}", value, words)
    if kind == "size":
        value = str(draw(st.integers(5, 10)))
        return Refinement("size", value, SIZES[language].format(value))
    if kind in BOUNDS:
        value = str(draw(st.integers(*((1, 4) if kind == "min" else (5, 40)))) * 1000)
        return Refinement(kind, value, BOUNDS[kind][language].format(value))
    return Refinement(kind, kind, PLAIN[kind][language])


def talk(shop: Facet, sentences: Sequence[str]) -> Iterator[Reply]:
    conversations = shop.conversations(MemorySessionStore())
    session, _ = conversations.open("tried", trust_id=True)
    for words in sentences:
        yield conversations.take(session.id, RawTurn(text=words))


# ---------------------------------------------------------------- the slow judge


def is_a(slot: str, value: str | None, wanted: Sequence[str]) -> bool:
    """Is the value, or one of its parents, among the wanted?"""
    while value is not None:
        if value in wanted:
            return True
        term = VOCABULARY.by_key.get((slot, value))
        value = term.parent if term else None
    return False


def listed(value: Any) -> list[str]:
    return list(map(str, value)) if isinstance(value, list) else [str(value)]


def broken_wishes(product: Product, wishes: Mapping[str, Any]) -> list[str]:
    """The hard wishes that a piece breaks."""
    broken = []
    for slot in ("category", "metal", "metal_colour", "purity", "plating", "certificate"):
        if slot in wishes and not is_a(slot, getattr(product, slot), listed(wishes[slot])):
            broken.append(slot)
    kinds = {
        slot: listed(wishes[slot]) for slot in ("stone", "stone_colour", "cut") if slot in wishes
    }
    bare = not product.stones and "none" in kinds.get("stone", [])
    if (kinds and not bare) and not any(
        all(is_a(slot, stone_value(stone, slot), wanted) for slot, wanted in kinds.items())
        for stone in product.stones
    ):
        broken.append("stone")
    for slot, terms in wishes.get("exclude", {}).items():
        if any(is_a(slot, value, terms) for value in held_values(product, slot)):
            broken.append(f"not {slot}")
    if product.price.minor > wishes.get("price_max_minor", product.price.minor):
        broken.append("price_max_minor")
    if product.price.minor < wishes.get("price_min_minor", product.price.minor):
        broken.append("price_min_minor")
    if "ring_size_mm" in wishes and not any(
        abs(size.mm - wishes["ring_size_mm"]) <= RING_TOLERANCE_MM
        for size in product.sizes
        if size.slot == "ring_size_mm"
    ):
        broken.append("ring_size_mm")
    if "nickel" in wishes.get("allergies", []) and product.nickel != "nickel-free":
        broken.append("allergies")
    if wishes.get("in_stock") and product.availability not in ("in_stock", "last_one"):
        broken.append("in_stock")
    return broken


def held_values(product: Product, slot: str) -> list[str | None]:
    """What a piece has of a slot: its own value, its stones' or its styles."""
    if slot in STONE_FACTS:
        return [stone_value(stone, slot) for stone in product.stones]
    if slot in ("style", "occasion"):
        return list(product.styles if slot == "style" else product.occasions)
    return [getattr(product, slot)]


def stone_value(stone: Stone, slot: str) -> str | None:
    value: str | None = getattr(stone, STONE_FACTS[slot])
    return value


# ---------------------------------------------------------------- the properties


@NO_DEADLINE
@given(data=st.data())
def test_no_piece_that_is_shown_ever_breaks_a_hard_wish(
    data: st.DataObject, word_shop: Facet
) -> None:
    free = st.sampled_from([*FREE["en"], *FREE["zh"]])
    wish = refinements().map(lambda one: one.words)
    sentences = data.draw(st.lists(st.one_of(wish, wish, wish, free), min_size=3, max_size=8))
    for words, reply in zip(sentences, talk(word_shop, sentences), strict=True):
        assert reply.error is None, sentences
        if reply.intent not in ("search", "refine", "extreme"):
            continue
        wishes = reply.constraints.to_json()
        for shown in reply.products:
            broken = broken_wishes(shown.product, wishes)
            assert not broken, f"{words!r} of {sentences}: {shown.product.id} breaks {broken}"


@NO_DEADLINE
@given(data=st.data())
def test_any_order_of_the_same_refinements_gives_the_same_wishes(
    data: st.DataObject, word_shop: Facet
) -> None:
    chosen = data.draw(
        st.lists(refinements(), min_size=2, max_size=5, unique_by=lambda one: one.slot).filter(
            agree
        )
    )
    other = data.draw(st.permutations(chosen))
    first = [one.words for one in chosen]
    second = [one.words for one in other]
    ours = list(talk(word_shop, first))[-1].constraints.to_json()
    theirs = list(talk(word_shop, second))[-1].constraints.to_json()
    assert same_wishes(ours, theirs), f"{first}: {ours}; {second}: {theirs}"


def agree(chosen: Sequence[Refinement]) -> bool:
    """Nothing is both wished for and refused, and a size is a ring's."""
    wished = {one.slot: one.value for one in chosen}
    for slot in ("metal", "stone"):
        if slot in wished and wished[slot] == wished.get(f"not {slot}"):
            return False
    return "size" not in wished or wished.get("category", "ring") == "ring"


@NO_DEADLINE
@given(one=refinements())
def test_every_wish_in_words_of_the_vocabulary_is_heard(one: Refinement, word_shop: Facet) -> None:
    wishes = next(talk(word_shop, [one.words])).constraints.to_json()
    if one.slot in WISHES:
        assert wishes == {one.slot: one.value}, one
    elif one.slot.startswith("not "):
        assert wishes == {"exclude": {one.slot.removeprefix("not "): [one.value]}}, one
    else:
        key = {"max": "price_max_minor", "min": "price_min_minor", "size": "ring_size_mm"}
        assert key.get(one.slot, one.slot) in wishes, one


@NO_DEADLINE
@given(one=refinements(), other=refinements())
def test_an_undone_refinement_leaves_the_wishes_as_they_were(
    one: Refinement, other: Refinement, word_shop: Facet
) -> None:
    first, second, undone = talk(word_shop, [one.words, other.words, "undo that"])
    changed = first.constraints != second.constraints
    expected = first.constraints if changed else Constraints()
    assert same_wishes(undone.constraints.to_json(), expected.to_json()), (one, other)


def test_the_slow_judge_finds_what_is_broken(products: dict[str, Product]) -> None:
    ring = next(p for p in products.values() if p.category == "ring" and p.metal == "gold")
    assert broken_wishes(ring, {"category": "ring", "metal": "gold"}) == []
    assert broken_wishes(ring, {"category": "necklace"}) == ["category"]
    assert broken_wishes(ring, {"exclude": {"metal": ["gold"]}}) == ["not metal"]
    assert broken_wishes(ring, {"price_max_minor": 1}) == ["price_max_minor"]
    assert broken_wishes(ring, {"ring_size_mm": 99.0}) == ["ring_size_mm"]


def test_the_vocabulary_has_every_term_that_is_tried() -> None:
    vocabulary: Vocabulary = VOCABULARY
    assert all(vocabulary.has(slot, one) for slot, some in OPTIONS.items() for one in some)
