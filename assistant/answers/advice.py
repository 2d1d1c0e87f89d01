"""Answers from knowledge cards, from a piece's own care record, and from size formulas."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import Advise
from assistant.answers.claims import card_claim, name_claim, product_claim
from assistant.answers.facts import Facts
from assistant.measures import bangle_from_hand_girth_mm, mm_to_cn_ring, mm_to_us_ring
from assistant.terms import Language, spoken
from assistant.turn import Claim, Findings, GroundedReply, Suggestion


def advise(action: Advise, findings: Findings, facts: Facts, language: Language) -> GroundedReply:
    """Measures first (they were asked for in numbers), then the piece's own care, then cards."""
    sentences: list[str] = []
    claims: list[Claim] = []
    for claim in _measures(action.figures, language) if action.topic == "sizing" else ():
        sentences.append(claim.text)
        claims.append(claim)
    if action.topic == "care":
        for product in filter(lambda one: one.care, findings.products):
            name, care = name_claim(product, language), spoken(product.care, language)
            claims += [name, product_claim(product, "care", facts, language)]
            sentences.append(f"{name.text}: {care}" if language == "en" else f"{name.text}：{care}")
    if not sentences:
        for card in findings.cards:
            claims.append(card_claim(card, language))
            sentences.append(card.text[language])
    joiner = " " if language == "en" else ""
    return GroundedReply(
        joiner.join(sentences), tuple(claims), suggestions=_suggestions(action, language)
    )


def _measures(figures: Mapping[str, float], language: Language) -> list[Claim]:
    english = language == "en"
    claims = []
    if (ring := figures.get("ring_size_mm")) is not None:
        us, cn, across = mm_to_us_ring(ring), mm_to_cn_ring(ring), ring / 3.141592653589793
        text = (
            f"An inner circumference of {ring:g} mm is {across:.1f} mm across, US {us:g}, "
            f"and {cn:g} on the mainland Chinese scale."
            if english
            else f"内周长{ring:g} mm，内直径{across:.1f} mm，相当于美码{us:g}、内地{cn:g}号。"
        )
        claims.append(Claim(text, "measure", "ring_size_mm", ring))
    girth = figures.get("hand_girth_mm")
    if girth is not None:
        low, high = bangle_from_hand_girth_mm(girth)
        text = (
            f"A hand {girth:g} mm around takes an inner diameter of {low:.1f} to {high:.1f} mm."
            if english
            else f"手围{girth:g} mm，适合圈口{low:.1f}至{high:.1f} mm。"
        )
        claims.append(Claim(text, "measure", "bangle_mm", girth))
    return claims


def _suggestions(action: Advise, language: Language) -> tuple[Suggestion, ...]:
    english = language == "en"
    if action.topic == "sizing":
        return (
            (
                Suggestion("Show rings", "show me rings"),
                Suggestion("Show bangles", "show me bangles"),
            )
            if english
            else (Suggestion("看戒指", "看看戒指"), Suggestion("看手镯", "看看手镯"))
        )
    return ()
