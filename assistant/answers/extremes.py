"""Who has the least and who the most of something, among pieces on the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.answers.claims import most_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.extents import is_strand
from assistant.answers.verify_comparisons import PARTLY, extreme_ids
from assistant.catalogue.product import Product
from assistant.turn import Claim

# Said of the pieces that have the least or the most of a field.
_SAID: Mapping[tuple[str, str], tuple[str, str]] = {
    ("price_minor", "least"): ("Lowest price: {}", "{}价格最低"),
    ("price_minor", "most"): ("Highest price: {}", "{}价格最高"),
    ("metal_weight_g", "least"): ("Lightest: {}", "{}最轻"),
    ("metal_weight_g", "most"): ("Heaviest: {}", "{}最重"),
    ("carat", "least"): ("Least gem weight: {}", "{}宝石最轻"),
    ("carat", "most"): ("Most gem weight: {}", "{}宝石最重"),
    ("stone_mm", "least"): ("Smallest stone: {}", "{}主石最小"),
    ("stone_mm", "most"): ("Largest stone: {}", "{}主石最大"),
    ("length_mm", "least"): ("Shortest: {}", "{}最短"),
    ("length_mm", "most"): ("Longest: {}", "{}最长"),
    ("face_mm2", "least"): ("Smallest face: {}", "{}面积最小"),
    ("face_mm2", "most"): ("Largest face: {}", "{}面积最大"),
    ("width_mm", "least"): ("Narrowest: {}", "{}最窄"),
    ("width_mm", "most"): ("Widest: {}", "{}最宽"),
    ("height_mm", "least"): ("Least high: {}", "{}最矮"),
    ("height_mm", "most"): ("Tallest: {}", "{}最高"),
    ("thickness_mm", "least"): ("Thinnest: {}", "{}最薄"),
    ("thickness_mm", "most"): ("Thickest: {}", "{}最厚"),
    ("price_per_gram", "least"): ("Least expensive a gram: {}", "{}折合每克最低"),
    ("price_per_carat", "least"): ("Least expensive a carat: {}", "{}折合每克拉最低"),
}
# A chain is not thick but 粗.
_SAID_OF_STRANDS: Mapping[tuple[str, str], tuple[str, str]] = {
    ("thickness_mm", "least"): ("Finest: {}", "{}最细"),
    ("thickness_mm", "most"): ("Thickest: {}", "{}最粗"),
}
_ALWAYS = (("price_minor", "least"),)


def add_extremes(
    draft: Draft,
    pieces: Sequence[Product],
    asked: Sequence[str],
    *,
    but: Sequence[str] = (),
    always: Sequence[tuple[str, str]] = _ALWAYS,
) -> None:
    """Who has the least and the most of what was asked about, and of ``always``: one line; ``but``
    has been told. What was asked may be had by several, or not be stated of some; what is told
    unasked is told only of one piece, and where all state it."""
    desk = draft.desk
    claims: list[Claim] = []  # they make one line
    for field, end in _SAID:
        if field in but or not (field in asked or (field, end) in always):
            continue
        ids, is_partial = extreme_ids(pieces, field, end, desk.rates)
        is_plain = len(ids) == 1 and not is_partial
        if ids and (is_plain or field in asked):
            text = _in_words(desk, field, end, [one for one in pieces if one.id in ids], is_partial)
            claims.append(most_claim(text, field, end, ids, pieces))
    if claims:
        sentences = [desk.say(f"{claim.text}.", f"{claim.text}。") for claim in claims]
        draft.add(desk.say(" ", "").join(sentences), *claims)


def _in_words(desk: Desk, field: str, end: str, picked: Sequence[Product], is_partial: bool) -> str:
    names = [desk.say(f"the {desk.name(one)}", desk.name(one)) for one in picked]
    of_strands = _SAID_OF_STRANDS if all(map(is_strand, picked)) else {}
    words = of_strands.get((field, end), _SAID[field, end])
    said = desk.say(*words).format(desk.listed(names))
    return said + (PARTLY[desk.language] if is_partial else "")
