"""What a word turned away shuts out, and where it only switches or corrects: 'earrings, not rings',
'no rose gold', 'for Christmas, not her birthday'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from assistant.constraints import Avoid, Clear, Constraints, Edit, Want
from assistant.understanding.settling import Use

# Words for a kind of earrings, necklaces, rings: turned away, they shut out no category.
_KINDS_WITHIN = {
    "choker", "lariat", "locket", "charm", "stud", "studs", "hoop", "hoops", "drop earring",
    "danglers", "ear stud", "ear studs", "ear cuff", "cuff", "signet ring", "cocktail ring",
    "dress ring", "tennis bracelet", "charm bracelet", "cuff bracelet", "drop pendant", "huggie",
    "huggie earring", "huggie hoop", "耳钉", "耳坠", "耳圈", "耳线", "耳骨钉", "耳扣", "锁骨链",
    "毛衣链", "颈圈", "项圈", "手串", "手绳", "串珠手链", "转运珠手链", "尾戒", "食指戒",
    "素圈戒",
}  # fmt: skip
_QUALIFIERS = ("metal_colour", "stone_origin", "treatment", "stone_colour", "purity")


def avoid_edits(
    use: Use,
    turned_away: list[Use],
    wanted: Mapping[str, object],
    standing: Constraints,
) -> Iterator[tuple[int, Edit]]:
    """The edits of a use turned away, among others ``turned_away`` and slots ``wanted``."""
    means, at = use.means, use.mention.start
    if "allergies" in means:  # 'no nickel' asks for care, not for less of it
        yield at, Want("allergies", means["allergies"])
        return
    if "recipient" in means and len(means) == 1:  # 'not for me': nobody is shut out
        if set(means["recipient"]) & set(standing.terms("recipient")):
            yield at, Clear("recipient")
        return
    if "occasion" in means and len(means) == 1 and _corrects(means["occasion"], wanted, standing):
        if "occasion" not in wanted:
            yield at, Clear("occasion")
        return
    if "category" in means and _shuts_out_no_category(use, turned_away, wanted):
        return
    for slot in _QUALIFIERS:  # 'not rose gold' leaves other gold in, 'no lab diamonds' mined ones
        is_usual = slot == "purity" and means.get("metal") == ("silver",)
        if slot in means and len(means) > 1 and not is_usual:
            yield at, Avoid(slot, means[slot])
            return
    for slot, terms in means.items():
        if slot in ("category", "metal", "stone") or len(means) == 1:
            if slot == "category" and len(means) > 1:
                continue  # 'no diamond rings'
            yield at, Avoid(slot, terms)


def _shuts_out_no_category(use: Use, turned_away: list[Use], wanted: Mapping[str, object]) -> bool:
    """'No hoops' still wants earrings, 'earrings, not rings' switches, and 'no gold rings' is of
    gold."""
    if use.mention.phrase.words in _KINDS_WITHIN:
        return True
    is_head = any(other is not use and _touches(other, use) for other in turned_away)
    return len(use.means) == 1 and ("category" in wanted or is_head)


def _touches(modifier: Use, head: Use) -> bool:
    return 0 <= head.mention.start - modifier.mention.end <= 2


def _corrects(
    occasions: tuple[str, ...], wanted: Mapping[str, object], standing: Constraints
) -> bool:
    """'For Christmas, not her birthday' puts an occasion right and shuts none out."""
    return "occasion" in wanted or is_wished("occasion", occasions, standing)


def is_wished(slot: str, terms: Iterable[str], standing: Constraints) -> bool:
    """Is any of ``terms`` wished for so far?"""
    return not set(terms).isdisjoint(standing.terms(slot))
