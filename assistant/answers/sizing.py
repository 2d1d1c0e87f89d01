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
    ("hk", "Hong Kong {}", "港码{}号"),
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
# The same by scale, for the scales that are asked about.
_CHART: Mapping[RingScale, tuple[str, str]] = {
    "us": ("US is by checkringsize and ringsizely", "美码按checkringsize和ringsizely"),
    "uk": ("UK letters by their own even step", "英码按字母的固定级差"),
    "eu": ("EU is ISO 8653", "欧码为ISO 8653"),
    "jp": ("Japanese numbers by their own definition", "日码按其定义"),
    "cn": ("mainland China is by buzzrecipe", "内地号按buzzrecipe"),
    "it": ("Italy and Switzerland count as ISO 8653 less a constant", "意大利、瑞士按ISO 8653推算"),
    "hk": (
        "the Hong Kong charts, siudz and oisogo, do not agree",
        "港码的siudz与oisogo对照表互有出入",
    ),
}
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
    """What the shopper's measures come to. ``keys`` tell what a bare length is a length of, and
    ('scale_us') which scales are asked about."""
    known = {kind: mm for kind, mm in _known(figures, keys) if mm > 0}
    scales = [scale for scale, *_ in _SCALES if f"scale_{scale}" in keys]
    other = figures.get("other_ring_size_mm")
    if "ring" in known and (other or len(scales) > 1):
        return _rings_on(scales, [known["ring"], *([other] if other else [])], language)
    told = [] if "ring" not in known else [_as_said(known["ring"], keys, language)]
    claims = (_TELL[kind](mm, language) for kind, mm in known.items())
    return (*filter(None, told), *claims)


def _as_said(around_mm: float, keys: Sequence[str], language: Language) -> Claim | None:
    """The size as it was asked about where its scale makes a range of it, 'Hong Kong 12'; None
    where the size in mm says it all."""
    said = next((key.removeprefix("size_") for key in keys if key.startswith("size_")), "")
    named, _, size = said.partition(":")
    for scale, english, chinese in _SCALES:
        on_scale = (measures.mm_to_ring(scale, around_mm) or "").split("-")
        if scale != named or size not in on_scale:
            continue
        low, high = measures.ring_to_mm(scale, size)
        if low == high:
            return None
        name = (english if language == "en" else chinese).format(size)
        text = (
            f"{name} is {low:.1f}-{high:.1f} mm around the inside; between them:"
            if language == "en"
            else f"{name}的内周长是{low:.1f}-{high:.1f} mm；取中间："
        )
        return Claim(text, "measure", "ring_size_mm", around_mm)
    return None


def _rings_on(
    scales: Sequence[RingScale], sizes: Sequence[float], language: Language
) -> tuple[Claim, ...]:
    """Each size on the scales asked about, with their charts; two are held against each other."""
    asked = scales or [scale for scale, *_ in _SCALES]
    claims = [_ring_on(asked, mm, language) for mm in sizes]
    if len(sizes) > 1:
        claims.append(sizes_compared(sizes, language))
    return (*claims, _rounded(asked, sizes[0], language))


def _ring_on(scales: Sequence[RingScale], around_mm: float, language: Language) -> Claim:
    across = measures.circumference_to_diameter_mm(around_mm)
    listed = ", ".join(_on(scales, around_mm, language))
    text = (
        f"{around_mm:.1f} mm around the inside, {across:.1f} mm across, is {listed}."
        if language == "en"
        else f"内周长{around_mm:.1f} mm、内直径{across:.1f} mm，是{listed.replace(', ', '、')}。"
    )
    return Claim(text, "measure", "ring_size_mm", around_mm)


def _rounded(scales: Sequence[RingScale], around_mm: float, language: Language) -> Claim:
    """That sizes are rounded, and whose charts they are by."""
    charts = [_CHART[scale][language != "en"] for scale in scales]
    text = (
        f"Each is rounded to its own scale, so allow half a size. Charts: {'; '.join(charts)}."
        if language == "en"
        else f"各标准按自己的级差取整，可有半号出入。对照依据：{'；'.join(charts)}。"
    )
    return Claim(text, "measure", "ring_size_mm", around_mm)


def sizes_compared(sizes: Sequence[float], language: Language) -> Claim:
    """Whether two inner circumferences in mm are one size, and which is the larger."""
    first, second = sizes
    apart, same = abs(second - first), abs(second - first) <= measures.RING_TOLERANCE_MM
    large, small = max(first, second), min(first, second)
    if language == "en":
        text = (
            f"They are {apart:.1f} mm apart around: the same size for most fingers."
            if same
            else f"They are not the same: {large:.1f} mm is {apart:.1f} mm larger around "
            f"than {small:.1f} mm."
        )
    else:
        text = (
            f"两者周长相差{apart:.1f} mm，可以当作同一个号。"
            if same
            else f"不是同一个号：{large:.1f} mm比{small:.1f} mm周长大{apart:.1f} mm。"
        )
    return Claim(text, "measure", "ring_sizes_mm", list(sizes))


def _on(scales: Sequence[RingScale], around_mm: float, language: Language) -> list[str]:
    """The size as it is said on each scale that reaches it."""
    return [
        (english if language == "en" else chinese).format(size)
        for scale, english, chinese in _SCALES
        if scale in scales and (size := measures.mm_to_ring(scale, around_mm)) is not None
    ]


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
    if "wrist_mm" in figures:
        yield "wrist", figures["wrist_mm"]
    if "bangle_mm" in figures:
        yield "bangle", figures["bangle_mm"]


def _ring(around_mm: float, language: Language) -> Claim:
    """The ring on every scale, each rounded to its own step, and what a wide band would want."""
    across = measures.circumference_to_diameter_mm(around_mm)
    wide = measures.wide_band_mm(around_mm)
    on = _on([scale for scale, *_ in _SCALES], around_mm, language)
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


def _wrist(wrist_mm: float, language: Language) -> Claim:
    close, loose = (f"{mm / 10:.3g}" for mm in measures.bracelet_from_wrist_mm(wrist_mm))
    wrist = f"{wrist_mm / 10:.3g}"
    text = (
        f"A wrist {wrist} cm around takes a bracelet {close} cm long for a close "
        f"fit, {loose} cm for a loose one."
        if language == "en"
        else f"手腕围{wrist}厘米，手链贴手戴{close}厘米，宽松戴{loose}厘米。"
    )
    return Claim(text, "measure", "bracelet_mm", wrist_mm)


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


_TELL = {"ring": _ring, "hand": _hand, "wrist": _wrist, "bangle": _bangle, "necklace": _necklace}
