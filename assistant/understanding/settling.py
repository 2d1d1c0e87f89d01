"""One meaning for each word of a wish: 'white' is a metal's or a stone's, 'round' a cut where
stones are the talk, 'for her' nobody new where the daughter is talked of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.constraints import Constraints
from assistant.understanding.mentions import Mention
from assistant.understanding.recipients import is_recipient, is_relative_of

# 'Round' is a stone's cut only where stones or cuts are the talk.
_TALKS_CUT = re.compile(
    r"\b(?:cuts?|shaped?|brilliant|diamonds?|stones?|carats?|solitaires?|halo|prongs?)\b|形|切|钻|石|克拉"
)
_STONE_WORD = re.compile(r"\b(?:stones?|gems?|gemstones?)\b|宝石|石头|主石")
_TIME_OF_DAY = re.compile(r"evening\s*[.,!]")
_COLOURS = {"metal_colour", "stone_colour"}
_OWNED = re.compile(
    r"\b(?:match(?:es)?|go(?:es)? (?:well |nicely |together )?with|pair with|wear(?:s|ing)? (?:it |"
    r"them )?with|alongside) "
    r"(?:(?:my|her|his|the|their|our)\b|\w+'s\b)(?:(?! (?:in|of|for|and|or|but|under|with|"
    r"is)\b)[ a-z'])*$"
)
_FOR_THEM = re.compile(r"for (?:her|him)\b")
_BECOMES = re.compile(
    r"\b(?:go|goes|going|gone|went|turn|turns|turned|turning|get|gets|"
    r"(?:makes?|leaves?|dyes?) (?:my|her|his|a|the) \w+) "
    r"(?:(?:all|so|very|really|bright|deep|dark|completely|totally|a bit|a little|kind of|"
    r"sort of) )*$"
    r"|[变发]$"
)
# 'A bangle is traditional in our family' tells of a custom.
_IS = re.compile(
    r"\b(?:is|are|was|were|been|be|it's|that's|an?) (?:(?:very|quite|so|really|always) )*$"
)
_CUSTOM = re.compile(
    r"^ (?:in (?!style|design|look|shape|feel|silver|gold|platinum|white|yellow|rose)|"
    r"(?:with|among|for) (?:us|our|my|her|his|their|the|babies|brides|weddings?|christenings?)\b|"
    r"where (?:i|we|she|he|they)\b|(?:back|at) home\b|round here\b|"
    r"(?:gift|present|thing|choice|custom)s? (?:in|for|with|where|here|back|at)\b)"
)
# 'The ring she wears every day is a 6' tells of what she has.
_WORN_NOW = re.compile(r"^(?:都|总|经常)?(?:会)?戴?的(?:那|这)?[^,，。?？]{0,8}(?:是|为|大概|\d)")
_SHE_WEARS = re.compile(
    r"\b(?:the|her|his|my) (?:\w+ )?(?:ring|bangle|one|bracelet|necklace|chain)s? "
    r"(?:that )?(?:she|he|i)(?:'s)? (?:usually |normally |already |always )?(?:wears?|has|have|"
    r"wearing) "
    r"(?:on |for |as )?(?:an |her |his |my )?$"
)
_EXCLAIMS = re.compile(
    r"brilliant(?=\s*(?:[,!.]|$| (?:thanks?|thank|cheers|ta|we|i|that|so|ok)\b))"
)
_THE_FLOWERS = re.compile(r"\b(?:the|my|her) flowers$")
# 'The party is the day after'; 'it leaves marks'.
_IS_THEN = re.compile(
    r"^(?:'s| is| was| will be)(?: on| in| at)? (?:the|this|next|tomorrow|soon|a)\b"
)
_LEAVES = re.compile(r"\blea(?:ves|f)$")
_MARKS = re.compile(r"^ (?:marks?|stains?|lines?|traces?|a|my|no|green|black|dirt|rust|behind)\b")
# 'She has green eyes' tells of her.
_OF_THE_BODY = re.compile(
    r" (?:eyes?|hair|haired|skin|skinned|cheeks|dress|suit|gown|nails|sofa|car)\b"
)


@dataclass(frozen=True)
class Use:
    """A mention with the one meaning that the sentence gives it."""

    mention: Mention
    means: Mapping[str, tuple[str, ...]]


def settle(text: str, mentions: Sequence[Mention], standing: Constraints) -> list[Use]:
    """One meaning for each mention: 'white' is the metal's or the stone's by what is talked of."""
    slots = {slot for mention in mentions for slot in mention.means if len(mention.means) == 1}
    slots |= {
        slot
        for mention in mentions
        if len(mention.means) > 1
        for slot in mention.means
        if slot in ("metal", "stone")
    }
    has_stone = "stone" in slots or bool(_STONE_WORD.search(text))
    stands_stone = bool(set(standing.terms("stone")) - {"none"})
    talks_stone = has_stone or (stands_stone and not slots & {"metal", "purity"})
    has_category = "category" in slots or bool(standing.terms("category"))
    uses = []
    for mention in mentions:
        if _wishes_nothing(text, mention, mentions, standing):
            continue
        means = mention.means
        if set(means) == {"metal_colour", "stone_colour"}:
            slot = "stone_colour" if talks_stone else "metal_colour"
            means = {slot: means[slot]}
        elif means.get("stone") == ("none",) and "category" in means and has_category:
            means = {"stone": means["stone"]}  # 素圈 is a ring, unless it tells of a bangle
        elif set(means) == {"style", "cut"}:
            means = {"style": means["style"]}
        elif set(means) == {"cut"}:
            talks_cut = (
                talks_stone
                or any(standing.values.get(slot) for slot in ("cut", "carat_min", "carat_max"))
                or standing.terms("occasion") == ("engagement",)
                or _TALKS_CUT.search(text)
            )
            means = means if talks_cut else {}
        elif set(means) == {"recipient"}:
            means = means if is_recipient(text, mention) else {}
            if _is_known(standing) and is_relative_of(text, mention):
                means = {}
            said = text[mention.start : mention.end]
            if _FOR_THEM.match(said) and (_is_known(standing) or _names_another(mention, mentions)):
                means = {}  # 'for her birthday' of the daughter talked of
        if means:
            uses.append(Use(mention, means))
    return uses


def is_owned(text: str, start: int) -> bool:
    """'To match my wife's necklace': does what begins at ``start`` belong to somebody?"""
    return bool(_OWNED.search(text[:start]))


def _wishes_nothing(
    text: str, mention: Mention, mentions: Sequence[Mention], standing: Constraints
) -> bool:
    """Is the word there for something else: 'my ears go red', 'she has green eyes'?"""
    before, after = text[: mention.start], text[mention.end :]
    if any(_owns(text, mention, other) for other in mentions):
        return True  # of 'my girlfriend's mother' it is for the mother
    slots = set(mention.means)
    if slots != {"recipient"} and is_owned(text, mention.start):
        return True
    if slots & _COLOURS and _BECOMES.search(before):
        return True
    if slots <= _COLOURS and _OF_THE_BODY.match(after):
        return True
    if slots == {"style"} and _IS.search(before) and _CUSTOM.match(after):
        return True
    if slots == {"occasion"} and (_WORN_NOW.match(after) or _SHE_WEARS.search(before)):
        return True
    if slots == {"occasion"} and standing.terms("occasion") and _IS_THEN.match(after):
        return True
    if slots == {"style"} and _LEAVES.search(before + text[mention.start : mention.end]):
        return bool(_MARKS.match(after))
    if "cut" in slots and not before and _EXCLAIMS.match(text):
        return True
    if slots == {"style"} and _THE_FLOWERS.search(before + text[mention.start : mention.end]):
        return True
    if not before and _TIME_OF_DAY.match(text):
        return True  # 'Evening. Any garnets?' greets
    # pearls are beads: 珠子要白色
    return mention.means.get("cut") == ("bead",) and _is_of_pearls(mentions, standing)


def _is_of_pearls(mentions: Sequence[Mention], standing: Constraints) -> bool:
    named = [term for one in mentions for term in one.means.get("stone", ())]
    return any(term.endswith("pearl") for term in (*named, *standing.terms("stone")))


def _owns(text: str, owner: Mention, other: Mention) -> bool:
    """Are they two persons, the first named to say whose the second is?"""
    if not (set(owner.means) == set(other.means) == {"recipient"}):
        return False
    said, between = text[owner.start : owner.end], text[owner.end : other.start]
    is_possessive = between == "'s " or (between == " " and said.endswith("'s"))
    return is_possessive or between.strip() == "的"


def _names_another(mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Does the sentence say itself who 'her' is: 'my daughter, for her graduation'?"""
    named = {
        who for one in mentions if one is not mention for who in one.means.get("recipient", ())
    }
    return bool(named - {"self", "man", "woman"})


def _is_known(standing: Constraints) -> bool:
    """Is it known already whom the piece is for?"""
    return bool(set(standing.terms("recipient")) - {"self"})


def with_narrower_standing(wished: list[Use], standing: Constraints) -> list[Use]:
    """'玉要白色的', 'the jade should be white' of the nephrite looked for: it stays nephrite."""
    tells_more = any(set(use.means) & {"stone_colour", "cut", "treatment"} for use in wished)
    kept = []
    for use in wished:
        is_topic = set(use.means) == {"stone"} and tells_more and bool(standing.terms("stone"))
        wider = use.means.get("stone", ())
        if is_topic and all(_is_kind_of(term, wider) for term in standing.terms("stone")):
            continue
        kept.append(use)
    return kept


def _is_kind_of(term: str, wider: tuple[str, ...]) -> bool:
    """Is ``term`` one of the kinds of what is named more widely?"""
    return any(
        term != one and (one in term.split() or term in _KINDS.get(one, ())) for one in wider
    )


_KINDS: Mapping[str, tuple[str, ...]] = {"jade": ("jadeite", "nephrite", "hetian jade")}


def narrowest(wished: list[Use]) -> list[Use]:
    """Of 'jade' and 'hetian jade' in one sentence the narrower one is meant, and of a wedding and
    its anniversary the anniversary."""
    kept = []
    for use in wished:
        is_broader = any(
            set(use.means.get(slot, ())) & set(broader)
            for other in wished
            for slot, broader in other.mention.phrase.broader.items()
        )
        vague = {
            slot
            for slot, terms in use.means.items()
            if any(set(other.means.get(slot, terms)) < set(terms) for other in wished)
        }  # of 'certified, GIA' the GIA, of 990的足银 the 990
        is_past = use.means == {"occasion": ("wedding",)} and any(
            other.means.get("occasion") == ("anniversary",) for other in wished
        )
        left = {slot: terms for slot, terms in use.means.items() if slot not in vague}
        if left and not (is_broader and len(use.means) == 1) and not is_past:
            kept.append(Use(use.mention, left) if vague else use)
    return kept
