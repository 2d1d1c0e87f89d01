"""Answers from knowledge cards, from a piece's own care record, and from size formulas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.actions import Advise
from assistant.answers.claims import card_claim, name_claim, product_claim
from assistant.answers.facts import Facts
from assistant.answers.options import option_words
from assistant.answers.sizing import size_claims
from assistant.catalogue.product import Product
from assistant.knowledge.card import CARE_MATTERS, Card
from assistant.terms import Language, Vocabulary
from assistant.turn import Ambiguity, Claim, Findings, GroundedReply, Question, Suggestion

# What no record and no formula answers, said as it is.
_FROM_PHOTO: Mapping[Language, str] = {
    "en": "I cannot judge from a photo what suits somebody; that would be a guess. What helps is "
    "the size, and how wide or long a piece is: name one and I look that up in its record, or ask "
    "me how to measure.",
    "zh": "光看照片我判断不了适不适合，不敢乱说。有用的是尺码、宽度和长度："
    "告诉我是哪一件，我查它的记录；也可以问我怎么量尺寸。",
}
_SIZELESS: Mapping[Language, str] = {
    "en": "Pieces of this kind come in no size, so your wishes stay as they are. A size counts for "
    "rings and bangles.",
    "zh": "这类首饰不分尺码，条件不变。看戒指、手镯时才用得上尺码。",
}
# Cards on how to measure: beside a size that is worked out they would answer nobody.
_HOW_TO_MEASURE = ("ring_size", "ring_scale", "bangle_size", "bracelet_size")


def advise(
    action: Advise,
    findings: Findings,
    facts: Facts,
    language: Language,
    ambiguity: Ambiguity | None = None,
) -> GroundedReply:
    """A size worked out or asked about, the care of these very pieces, or what cards say."""
    is_told = "ring_size_mm" in action.figures  # 'is US 6 or US 7 larger'
    asks_scale = ambiguity is not None and ambiguity.slot == "ring_size_mm" and not is_told
    if action.topic == "sizing" and ambiguity and asks_scale:
        return _ask_scale(ambiguity, facts.vocabulary, language)
    if "from_photo" in action.keys:
        return GroundedReply(_FROM_PHOTO[language])
    if action.topic == "sizing" and "sizeless" in action.keys:
        return GroundedReply(_SIZELESS[language])
    if action.topic == "sizing":
        claims = size_claims(action.figures, action.keys, language)
        told = [card for card in findings.cards if card.subject not in _HOW_TO_MEASURE]
        cards: Sequence[Card] = told if claims else findings.cards
        sentences = [claim.text for claim in claims]
    else:
        is_care = action.topic == "care"
        care = tuple(_care_of_pieces(findings, facts, language)) if is_care else ()
        claims = tuple(claim for _, backing in care for claim in backing)
        sentences = [sentence for sentence, _ in care]
        cards = _matters(action, findings) if care else findings.cards
    said = [card_claim(card, language) for card in cards]
    return GroundedReply(
        _join([*sentences, *(claim.text for claim in said)], language),
        (*claims, *said),
        suggestions=_suggestions(action, language),
    )


def _ask_scale(ambiguity: Ambiguity, vocabulary: Vocabulary, language: Language) -> GroundedReply:
    """'12号' is another ring on another scale: both in millimetres, and which is meant."""
    options = tuple(meaning.value for meaning in ambiguity.meanings)
    labels = [option_words(vocabulary, ambiguity.slot, one, language) for one in options]
    listed = (" or " if language == "en" else "还是").join(labels)
    text = (
        f"That depends on the scale. Do you mean {listed}?"
        if language == "en"
        else f"要看是哪种标准：您说的是{listed}？"
    )
    return GroundedReply(
        text,
        (Claim(text, "question", ambiguity.slot, list(options)),),
        question=Question(ambiguity.slot, options),
        suggestions=tuple(Suggestion(label, label) for label in labels),
    )


def _matters(action: Advise, findings: Findings) -> tuple[Card, ...]:
    """Beside a piece's own care, the cards on what was asked: water, storage, tarnish."""
    asked = CARE_MATTERS.intersection(action.keys)
    return tuple(card for card in findings.cards if card.subject in asked)


def _care_of_pieces(
    findings: Findings, facts: Facts, language: Language
) -> Iterator[tuple[str, tuple[Claim, ...]]]:
    """Each piece's own care, and the card of the part that must be treated most gently."""
    told: set[str] = set()
    for product in findings.products:
        name = name_claim(product, language)
        if product.care:
            care = product_claim(product, "care", facts, language)
            yield f"{name.text}{_colon(language)}{care.text}", (name, care)
        parts = _parts(product, facts, language)
        card, field, words = _gentlest(parts, findings.cards)
        if card is None or card.id in told or (product.care and len(parts) < 2):
            continue
        told.add(card.id)
        part = product_claim(product, field, facts, language, text=words)
        yield (
            (
                f"For {name.text} the most delicate part decides, {words}."
                if language == "en"
                else f"{name.text}要按最娇贵的部分来打理：{words}。"
            ),
            (name, part),
        )
        said = card_claim(card, language)
        yield said.text, (said,)


def _parts(product: Product, facts: Facts, language: Language) -> tuple[tuple[str, str, str], ...]:
    """What the piece is made of, as (field, term, words): its stones, its coating, its metal."""
    parts = []
    for stone in product.stones:
        alone = replace(product, stones=(stone,))  # so that its origin is told with it
        parts.append(("stone", stone.stone, facts.stone_words(alone, language) or ""))
    if product.plating and product.plating != "none":
        parts.append(("plating", product.plating, facts.words(product, "plating", language) or ""))
    if product.metal:
        parts.append(("metal", product.metal, facts.words(product, "metal", language) or ""))
    return tuple(dict.fromkeys(parts))


def _gentlest(
    parts: Sequence[tuple[str, str, str]], cards: Sequence[Card]
) -> tuple[Card | None, str, str]:
    """The card that asks for the gentlest care, and the field and words of the part it is about."""
    about = [
        (card, field, words) for field, term, words in parts for card in cards if term in card.keys
    ]
    return max(about, key=lambda one: one[0].gentleness, default=(None, "", ""))


def _colon(language: Language) -> str:
    return ": " if language == "en" else "："


def _join(sentences: Sequence[str], language: Language) -> str:
    return (" " if language == "en" else "").join(sentences)


# What a shopper may want next, by what was asked about: label and words, English and Chinese.
_NEXT: Mapping[str, tuple[tuple[str, str], tuple[str, str]]] = {
    "ring_size": (("Show rings", "show me rings"), ("看戒指", "看看戒指")),
    "bracelet_size": (("Show bracelets", "show me bracelets"), ("看手链", "看看手链")),
    "bangle_size": (("Show bangles", "show me bangles"), ("看手镯", "看看手镯")),
    "necklace_length": (("Show necklaces", "show me necklaces"), ("看项链", "看看项链")),
}


def _suggestions(action: Advise, language: Language) -> tuple[Suggestion, ...]:
    if action.topic != "sizing":
        return ()
    asked = [key for key in _NEXT if key in action.keys] or ["ring_size", "bangle_size"]
    return tuple(Suggestion(*_NEXT[key][0 if language == "en" else 1]) for key in asked)
