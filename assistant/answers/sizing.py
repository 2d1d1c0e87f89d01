"""Sizes worked out: a ring on every scale, a bangle for a hand, the name of a length.

Every sentence is one claim, which the grounding check works out again from its millimetres.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from assistant import measures
from assistant.measures import RingScale
from assistant.terms import Language
from assistant.turn import Claim

_SCALES: Sequence[tuple[RingScale, str, str]] = (
    ("us", "US {}", "美码{}"),
    ("uk", "UK {}", "英码{}"),
    ("eu", "EU {}", "欧码{}"),
    ("jp", "Japan {}", "日码{}"),
    ("cn", "mainland China {}", "内地{}号"),
    ("it", "Italy and Switzerland {}", "意大利、瑞士{}"),
    ("hk", "Hong Kong {}", "港码{}"),
)
# Whose charts these are, and what no chart can know of a finger.
_CHARTS_EN = (
    "Charts: EU is ISO 8653, US is by checkringsize and ringsizely, mainland China by buzzrecipe; "
    "the Hong Kong charts, siudz and oisogo, do not agree."
)
_CHARTS_ZH = (
    "对照依据：欧码为ISO 8653，美码按checkringsize和ringsizely，内地号按buzzrecipe；"
    "港码的siudz与oisogo对照表互有出入。"
)
_NECKLACES: Mapping[str, tuple[str, str]] = {
    "collar": ("a collar", "贴颈链"),
    "choker": ("a choker", "颈链"),
    "princess": ("a princess length", "公主链"),
    "matinee": ("a matinee length", "马天尼链"),
    "opera": ("an opera length", "歌剧链"),
    "rope": ("a rope", "绳链"),
}
# Hands are pinched to at least this girth, and no necklace is as short as the largest hand.
_HAND_MM = (120.0, 260.0)


def size_claims(
    figures: Mapping[str, float], keys: Sequence[str], language: Language
) -> tuple[Claim, ...]:
    """What the shopper's measures come to. ``keys`` tell what a bare length is a length of."""
    return tuple(
        _TELL[kind](mm, language) for kind, mm in dict(_known(figures, keys)).items() if mm > 0
    )


def _known(figures: Mapping[str, float], keys: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The measures that can be told about, by kind: ring, hand, bangle, necklace."""
    length = figures.get("length_mm")
    ring, hand = figures.get("ring_size_mm"), figures.get("hand_girth_mm")
    if length is not None:
        if ring is None and "ring_size" in keys:
            around = measures.ring_from_measured_mm(length)
            ring = around and round(around, 1)
        if hand is None and "bangle_size" in keys and _HAND_MM[0] <= length <= _HAND_MM[1]:
            hand = length
        if length > _HAND_MM[1]:
            yield "necklace", length
    if ring is not None:
        yield "ring", ring
    if hand is not None:
        yield "hand", hand
    if "bangle_mm" in figures:
        yield "bangle", figures["bangle_mm"]


def _ring(around_mm: float, language: Language) -> Claim:
    """The ring on every scale, each rounded to its own step, and what a wide band would want."""
    across = measures.circumference_to_diameter_mm(around_mm)
    wide = measures.wide_band_mm(around_mm)
    on = [
        (english if language == "en" else chinese).format(size)
        for scale, english, chinese in _SCALES
        if (size := measures.mm_to_ring(scale, around_mm)) is not None
    ]
    text = (
        f"{around_mm:.1f} mm around the inside is {across:.1f} mm across: {', '.join(on)}. Each is "
        f"rounded to its own scale, so allow half a size; for a wide band take {wide:.1f} mm. "
        f"Fingers shrink in the cold, so measure in the evening. {_CHARTS_EN}"
        if language == "en"
        else f"内周长{around_mm:.1f} mm，内直径{across:.1f} mm：{'，'.join(on)}。"
        f"各标准按自己的级差取整，可有半号出入；宽戒建议{wide:.1f} mm。"
        f"天冷手指会变细，请在傍晚量。{_CHARTS_ZH}"
    )
    return Claim(text, "measure", "ring_size_mm", around_mm)


def _hand(girth_mm: float, language: Language) -> Claim:
    low, high = measures.bangle_from_hand_girth_mm(girth_mm)
    text = (
        f"A hand {girth_mm:g} mm around takes an inner diameter of {low:.1f} to {high:.1f} mm."
        if language == "en"
        else f"手围{girth_mm:g} mm，适合圈口{low:.1f}至{high:.1f} mm。"
    )
    return Claim(text, "measure", "bangle_mm", girth_mm)


def _bangle(across_mm: float, language: Language) -> Claim:
    low, high = measures.hand_girth_for_bangle_mm(across_mm)
    text = (
        f"A closed bangle {across_mm:g} mm across inside suits a pinched hand "
        f"{low:.0f} to {high:.0f} mm around."
        if language == "en"
        else f"圈口{across_mm:g} mm的手镯，适合并拢后手围{low:.0f}至{high:.0f} mm的手。"
    )
    return Claim(text, "measure", "bangle_mm", across_mm)


def _necklace(length_mm: float, language: Language) -> Claim:
    name = _NECKLACES[measures.necklace_name(length_mm)]
    inches = measures.mm_to_inches(length_mm)
    text = (
        f"{length_mm / 10:g} cm ({inches:.1f} in) is nearest to {name[0]}."
        if language == "en"
        else f"{length_mm / 10:g} cm（{inches:.1f}英寸）最接近{name[1]}。"
    )
    return Claim(text, "measure", "length_mm", length_mm)


_TELL = {"ring": _ring, "hand": _hand, "bangle": _bangle, "necklace": _necklace}
