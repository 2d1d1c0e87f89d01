"""Plain questions of knowledge: 'what does 750 mean', 'should I size up', 对戒怎么选尺寸.

Their words name kinds of pieces, materials and sizes as wishes do, so they are read before any act
that would take those for a wish. A sentence is one of them where it is about a theme of the cards,
has the form of a question that wants telling, and asks neither for goods nor about a piece that is
on the table.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.turn import Intent
from assistant.understanding.acts_of_asking import buys_for_somebody
from assistant.understanding.cues import goods, lore
from assistant.understanding.cues.fields import SHORT_QUESTION
from assistant.understanding.cues.service import POLICY
from assistant.understanding.cues.themes_of_sizes import SIZES
from assistant.understanding.cues.themes_of_wear import KEEPING
from assistant.understanding.reading import Reading, Said, keys_in
from assistant.understanding.topics import THEMES

# A theme outweighs the rule of the shop that its words would name: 国外的戒指号 posts nothing.
_NO_POLICY: Mapping[str, frozenset[str]] = {
    "shipping": frozenset({"ring_scale", "hk_scale", "gift_days"}),
    "repairs": frozenset({"pearl_knots"}),
    "payment": frozenset({"before_buying"}),
    "resizing": frozenset({"ring_fit", "ring_season"}),
}
_OF_US = re.compile(r"\b(?:you|your)\b|你们|您们|店里|我的|帮我|能修|可以修")

_ADDS = re.compile(r"\b(?:add|must be|make it)\b|加(?:个|一|上|多)")
_SMARTER = re.compile(
    r"\b(?:is|are|would) (?:it|gold|jewell?e?ry|buying \w+) (?:\w+ ){0,2}(?:smart(?:er)?|"
    r"wise(?:r)?|better|"
    r"worth|good|clever|safe(?:r)?)\b"
)
_SO_MANY_GRAMS = re.compile(r"\d ?(?:g|gr|grams?|克)(?![a-z])")
_IN_IT = re.compile(
    r"\bwhat's the (?:deal|story|point|thing) with\b|\b(?:are|is) (?:they|it) (?:like |any |"
    r"really |even )*"
    r"(?:safer|better|worse|worth it|comfier|stronger|harder|softer)\b|"
    r"\bdo(?:es)? (?!it\b|this|that|they|these|those|the\b).{1,24} (?:have|contain) .{1,20} in "
    r"it\b|"
    r"\b(?:know|tell|sure) if it\b|\b(?:lose|keep|hold)s? its\b|"
    r"\b(?:does|is) it (?:matter|fine|ok|okay|safe to|true|normal|possible|bad|better|a good) |"
    r"\d.{0,30}\b(?:is|would|does|are) (?:that|it)\b"  # 'a Japanese 13, what is that in US'
)


_WILL_IT = re.compile(
    r"\b(?:will|would|does|do) (?:it|they|this|that|these)\b|会不?会?(?=.{0,6}[升增保]值)"
)


# What no shop may promise, and what a record alone can state.
_OF_TRUTH = frozenset({"authenticity", "origin"})


_TO_COME = re.compile(
    r"\bwill\b|\bnext\b|\bfuture\b|明年|以后|将来|下个?月|未来|过几年|年底|会不会|[会能].{0,4}[涨跌]"
)
# How the genuine is told from the false, or how the shop goes about it: of no piece.
_HOW_TO_TELL = re.compile(
    r"\bhow\b|\bcan you\b|\bdo you\b|\byour?\b|\btell\b|\bspot\b|\bphotos?\b|\bpictures?\b|"
    r"怎么|如何|咋|辨|鉴定|照|图|你能|你们|[卖买]"
)


def read_lore_question(said: Said) -> Reading | None:
    """Care, sizing or advice where the sentence asks to be told; None where it does not."""
    themes = tuple(key for key in said.cues.topics if key in THEMES)
    if honest := _to_be_answered_honestly(said, themes):
        return honest
    if not themes or _points(said) or _names_a_sum(said, themes) or said.turns_to:
        return None
    if said.cues.has_edits and buys_for_somebody(said):
        return None  # 我孙女今年本命年,给她买个什么好
    if "best_seller" in themes and not said.cues.has_edits:
        return Reading("advice")  # 'do you have a bestseller': no wish that a record could meet
    tells = lore.TELL_ME.search(said.asking) is not None or said.has(lore.TROUBLE)
    if not tells or _asks_for_goods(said):
        return None
    adds_to_a_set = said.cues.set_wished and said.has(_ADDS)
    if adds_to_a_set or _is_of_the_shop(said, themes) or _is_of_a_piece(said):
        return None
    return None if _is_of_a_price(said, themes) else Reading(_room(said, themes), said.fields)


def _to_be_answered_honestly(said: Said, themes: tuple[str, ...]) -> Reading | None:
    """What gold will be worth, and whether a piece is genuine: no promise is made."""
    if "investment" in themes and said.has(_SMARTER):
        return Reading("advice")
    if "investment" in themes and _WILL_IT.search(said.text) and not _asks_for_goods(said):
        return Reading("advice")
    if "never_say" in themes and said.asks and said.has(_TO_COME):
        return Reading("advice")  # what gold will cost: no price of ours tells
    if _OF_TRUTH.intersection(themes) and _asks_of_nothing_shown(said):
        return Reading("advice")
    if _OF_TRUTH.intersection(themes) and said.asks and not said.cues.has_terms:
        return Reading("advice") if said.has(_HOW_TO_TELL) else _of_a_piece_shown(themes)
    return None


def _is_of_a_price(said: Said, themes: tuple[str, ...]) -> bool:
    """怎么算 of a price, 'what are 20 grams worth'; not what the mark 750 means."""
    if not said.has(lore.GOLD_MATHS):
        return False
    of_no_price = any(key in SIZES or key == "purity" for key in themes)
    return said.has(_SO_MANY_GRAMS) or not (of_no_price or said.has(lore.MEANING))


def _asks_of_nothing_shown(said: Said) -> bool:
    """'Is it real', with nothing on the table that could be meant."""
    cues = said.cues
    is_asked = said.asks or said.has(lore.TELL_ME)
    return is_asked and not (cues.has_table or cues.explicit_reference)


def _of_a_piece_shown(themes: tuple[str, ...]) -> Reading:
    """'Is it real', '产地是哪里' with pieces on the table: what the record of one states."""
    fields = ("metal", "stone") if "authenticity" in themes else ("origin",)
    return Reading("describe", (*fields, "certificate"))


def _points(said: Said) -> bool:
    """At a piece, be it by 'it'; 'does rose gold have copper in it' points at nothing."""
    return said.cues.explicit_reference or (said.pointed and not said.has(_IN_IT))


def _names_a_sum(said: Said, themes: tuple[str, ...]) -> bool:
    """Money is for goods; the number of GB 11887 is none."""
    return said.cues.has_amounts and "china_standard" not in themes


def _asks_for_goods(said: Said) -> bool:
    extremes = (goods.CHEAPEST, goods.DEAREST, goods.NEWEST)
    return said.has(lore.GOODS) or "price" in said.fields or any(map(said.has, extremes))


def _is_of_the_shop(said: Said, themes: tuple[str, ...]) -> bool:
    named = [
        key
        for key in keys_in(POLICY, said.text)
        if not _NO_POLICY.get(key, frozenset()).intersection(themes)
    ]
    return bool(named) or (bool(keys_in(POLICY, said.text)) and said.has(_OF_US))


def _is_of_a_piece(said: Said) -> bool:
    """With pieces on the table 'what is the clarity' is about one of them, and 是A货吗 too."""
    if not said.cues.has_table:
        return False
    if said.has(SHORT_QUESTION) and not said.has(lore.MEANING):
        return True
    return bool(said.fields) and not said.has(lore.GENERAL)


def _room(said: Said, themes: tuple[str, ...]) -> Intent:
    """Where the card is kept: sizes and care have shelves of their own."""
    if any(key in SIZES for key in themes) and not said.has(lore.MATTERS_MORE):
        return "sizing"
    is_care = any(key in KEEPING for key in themes) or said.has(lore.CLEANS)
    return "care" if is_care else "advice"
