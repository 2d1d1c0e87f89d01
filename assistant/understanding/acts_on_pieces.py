"""Acts on pieces: save, compare, more like this, cheaper, what a record says; and plain wishes."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from assistant.understanding.acts_of_talk import is_small_talk
from assistant.understanding.cues import goods, lore, manners
from assistant.understanding.cues.contrasts import (
    CONTRASTS,
    HAD_IN,
    IN_STOCK,
    LARGER_STONE,
    UNITS,
    WHICH_KIND,
    WHICH_MOST,
    WHICH_OF,
)
from assistant.understanding.cues.fields import (
    ASKED_SLOT,
    BEGINS_WITH_HAVE,
    DETAILS,
    HAD_BY_A_PIECE,
    IN_WEAR,
    OF_A_MONTH,
    PLAIN_DETAILS,
    SHORT_QUESTION,
    WORN_WITH,
)
from assistant.understanding.cues.service import POLICY
from assistant.understanding.cues.shortlist import REJECTS, SAVED_LIST, SHARE
from assistant.understanding.reading import Reading, Said, keys_in
from assistant.understanding.sums import ASKS_SUM

_MANY_WORDS = 8
# 'Only ones with a certificate', 只看有现货的: how they must be.
_ONLY = re.compile(
    r"^(?:(?:ok(?:ay)?|so|then|well|and|hmm|right|please)[ ,]+)*(?:only|just)(?: show me)?(?: "
    r"the)? "
    r"(?:ones?|those|pieces|with|in|from|if)\b|只(?:看|要|找|考虑|给我看|想看)"
)
_EITHER_OR = re.compile(
    r"是.{1,20}还是.{1,20}(?:[呀啊呢吗?？的]\s*)$|\b(?:is|are) .{1,40} or .{1,24}\?"
)
_DIFFERENCE = re.compile(r"(?:什么|啥)(?:不一样|不同|区别|差别)|\bdifferen(?:ce|t) between\b")
_COUNTED = re.compile(r"第|前|这[两几]|\b(?:first|second|third|these|them|two|last)\b|\d")
_OF_SEVERAL = re.compile(r"\bof (?:the (?:two|three|four)|these|those|them)\b|这[两几]")
_COMPARES = re.compile(r"\bcompare|\bversus\b|\bvs\b|对比|比一比|比较一?下")
_OF_KINDS = re.compile(r"\b(?:or|vs|versus|than)\b|还是|和|跟|与|比[^较]")
_SIZED = re.compile(r"\bsize|\b(?:us|uk|eu|hk|jp) ?\d|\d ?mm\b|号|圈口|码|尺寸")
_BOTH_KINDS = re.compile(
    r"\b(?:show|see|give|try|do|want|include|have|like)(?: me| us)? both(?! of)\b|两种都(?:看|要)"
)
# What the shop does for a fee that is no price of gold.
_CHARGED_FOR = frozenset({"shipping", "engraving", "resizing", "repairs", "gift_wrap", "trade_in"})


def save(said: Said) -> Reading | None:
    """A piece put on the shopper's list; or the list asked for, or a link to it."""
    if said.has(SAVED_LIST) and not said.cues.explicit_reference:
        return Reading("save", ("shared",) if said.has(SHARE) else ("saved",))
    return Reading("save") if said.has(goods.SAVE) and said.pointed else None


def rejected(said: Said) -> Reading | None:
    """A piece of the table turned down: the others are shown."""
    cues = said.cues
    if not said.has(REJECTS) or not cues.explicit_reference or cues.points_at_many:
        return None
    if said.asks or cues.has_edits or said.fields or cues.set_wished:
        return None
    return Reading("refine", ("rejected",))


def which_of_the_table(said: Said) -> Reading | None:
    """Which of the pieces on the table is to be had in a size, or has the larger stone: words that
    else ask for a chart, or for what makes a diamond."""
    cues = said.cues
    if not cues.has_table or said.has(_OF_KINDS):
        return None
    if "category" in cues.slots:
        is_which = said.has(WHICH_KIND) and set(cues.slots) == {"category"}
        return Reading("compare", _held_by(said)) if is_which else None
    if said.has(HAD_IN):
        stock = ("availability",) if said.has(IN_STOCK) else ()
        return Reading("compare", (*stock, *(("sizes",) if said.has(_SIZED) else ())) or ("sizes",))
    if said.has(LARGER_STONE) and set(cues.slots) <= {"stone"}:
        return Reading("compare", ("carat",))
    if said.has(WHICH_MOST) and not cues.slots and not cues.has_edits:
        fields = _held_by(said)
        return Reading("compare", fields) if fields else None
    return None


def pieces_together(said: Said) -> Reading | None:
    """Pieces wanted together; of one to be changed, a cheaper one."""
    if not said.cues.set_wished:
        return None
    is_cheaper = said.has(goods.CHEAPER) and not said.cues.has_amounts
    return Reading("set", order="price_up" if is_cheaper else "relevance")


def similar(said: Said) -> Reading | None:
    """More like a piece, or a piece in another metal."""
    cues = said.cues
    if cues.explicit_reference and (said.has(_EITHER_OR) or said.has(_DIFFERENCE)):
        return None  # 第二款是螺丝扣还是耳堵, 那个和田玉跟翡翠有什么不一样
    if said.has(goods.COUNT) and not cues.explicit_reference:
        return None  # 这样的一共有几款
    if said.has(goods.SIMILAR) and (said.pointed or cues.with_photo or cues.has_table):
        return Reading("similar" if said.pointed or not cues.with_photo else "search")
    if not cues.has_edits or said.fields or cues.with_photo:
        return None
    if said.asks and keys_in(POLICY, said.text):
        return None  # 第二只可以改戒围吗 asks for a rule of the shop
    one = cues.explicit_reference and not cues.points_at_many
    if one and not cues.superlative:  # 'the other one, in silver'
        return Reading("similar")
    if said.has(goods.VARIANT) and said.pointed:
        return Reading("similar") if cues.has_reference else said.wishes
    return None


def gold_maths(said: Said) -> Reading | None:
    """How a price of gold comes about."""
    asks_meaning = re.search(
        r"区别|不同|differ|what (?:is|are) (?!that|it|this|the|today|your)", said.text
    )
    if "investment" in said.cues.topics and not said.cues.has_amounts:
        return None
    of_a_service = _CHARGED_FOR & set(keys_in(POLICY, said.text))  # 邮费怎么算
    units = _contrasts(said, UNITS) if said.cues.has_table else ()
    asks_sum = said.has(lore.GOLD_MATHS) or said.has(ASKS_SUM) or bool(units)
    is_sum = asks_sum and not asks_meaning and not of_a_service
    return Reading("gold_maths", units) if is_sum else None


def _contrasts(said: Said, fields: Collection[str] = CONTRASTS) -> tuple[str, ...]:
    """What pieces are held against each other by, of ``fields``; a price a gram is no price."""
    told = tuple(one for one in keys_in(CONTRASTS, said.text) if one in fields)
    return tuple(one for one in told if one in UNITS) or told


def _held_by(said: Said) -> tuple[str, ...]:
    """The fields of a comparison: 'which is bigger' is of the stone where it names one, and the
    words of a stone's size are then none of the piece's."""
    fields = dict.fromkeys((*_contrasts(said), *said.fields))
    if "carat" in fields:
        fields.pop("face_mm2", None)
    return tuple(fields)


def compare(said: Said) -> Reading | None:
    """Pieces held against each other."""
    cues = said.cues
    asks_which = cues.has_table and said.has(WHICH_OF) and not cues.superlative
    if said.has(WHICH_OF) and said.has(_OF_SEVERAL) and not cues.has_table:
        return Reading("compare", _contrasts(said))  # of nothing that is there: so it is told
    if not said.has(goods.COMPARE) and not asks_which:
        return None
    fields = _held_by(said)
    if asks_which and not said.has(_COMPARES) and not set(fields).isdisjoint(UNITS):
        return Reading("gold_maths", fields)
    names_goods = bool(set(cues.slots) - {"recipient", "occasion"})
    if names_goods and said.has(_DIFFERENCE) and not said.has(_COUNTED):
        return None  # 那个 nephrite 跟 jadeite 有什么不一样
    if cues.explicit_reference or (said.pointed and not names_goods):
        return Reading("compare", fields)
    if cues.has_table and not cues.has_terms and not cues.has_topic:
        return Reading("compare", fields)
    is_of_kind = set(cues.slots) == {"category"} and not said.has(_OF_KINDS)
    return Reading("compare", fields) if asks_which and fields and is_of_kind else None


def by_price(said: Said) -> Reading | None:
    """Cheaper or dearer than what is on the table."""
    points = said.cues.explicit_reference or said.cues.never_shown  # 'the cheaper pearl one'
    if points or said.has(goods.CHEAPEST):
        return None
    bounded = said.cues.has_amounts  # 'too expensive, under 3000': the amount says how much
    if said.has(goods.CHEAPER):
        return replace(said.wishes, cheaper=not bounded)
    if said.has(goods.DEARER):
        return replace(said.wishes, dearer=not bounded)
    return None


def judged_by_a_photo(said: Said) -> Reading | None:
    """'Will this suit my hand', with a photo of the hand: no search, and nothing that a photo could
    tell."""
    is_asked = said.cues.with_photo and said.asks and not said.has(lore.GOODS)
    is_asked = is_asked and said.has(lore.SUITS_ME)
    return Reading("advice", policy=("from_photo",)) if is_asked else None


def how_it_must_be(said: Said) -> Reading | None:
    """A wish in the words of a question: 'it must have a certificate', 'steel too, show me both',
    'I have an allergy against nickel'."""
    cues = said.cues
    if not cues.has_edits:
        return None
    states = said.demands or said.has(_ONLY) or (said.fields == ("nickel",) and not said.asks)
    if states and not cues.explicit_reference:
        return said.wishes
    return said.wishes if said.has(_BOTH_KINDS) and not said.fields else None


def about_a_piece(said: Said) -> Reading | None:
    """A question about the record of what is pointed at, or of the one piece talked of."""
    if said.cues.with_photo and not said.cues.explicit_reference:
        return None  # 'how much is this': the piece in the photo, to be looked for
    if said.has(goods.MORE) and not (said.fields or said.cues.explicit_reference):
        return None  # 'none of these'
    cues, fields = said.cues, said.fields
    if cues.never_shown:  # not there to be told about: looked for
        return said.wishes if cues.has_edits and fields else None
    if cues.explicit_reference and said.has(_EITHER_OR) and not fields:
        return Reading("describe", said.asked_slots)
    if cues.explicit_reference:
        tells = fields or not cues.has_edits or said.has(DETAILS)
        return Reading("describe", fields) if tells else None
    if said.has(WORN_WITH) and not cues.has_edits:
        return Reading("advice", fields)
    about_kinds = (cues.has_terms or cues.has_topic) and not cues.described
    asks_to_know = said.has(lore.ADVICE) or said.has(OF_A_MONTH) or said.has(IN_WEAR)
    knows = asks_to_know and about_kinds
    if said.pointed and not knows and (fields or (not cues.has_edits and _is_brief(said))):
        return Reading("describe", fields) if fields or not is_small_talk(said) else None
    if cues.has_table and _is_short_question(said) and (fields or cues.slots):
        return Reading("describe", fields or said.asked_slots)
    if cues.has_table and said.has(PLAIN_DETAILS) and not cues.has_edits and not cues.has_topic:
        return Reading("describe")
    names_kinds = cues.has_terms or cues.has_edits or asks_to_know
    if fields and cues.has_table and not names_kinds:
        return Reading("describe", fields)
    return None


def more(said: Said) -> Reading | None:
    """Other pieces, or the same again."""
    if said.has(goods.MORE) and not said.cues.has_amounts:
        return Reading(said.wishes.intent, more=True)
    if said.has(manners.AGAIN) and not said.cues.has_edits:
        return Reading(said.wishes.intent, again=True)
    return None


def wish(said: Said) -> Reading | None:
    """Any change of the wishes."""
    return said.wishes if said.cues.has_edits else None


def _is_brief(said: Said) -> bool:
    """'What about this one' asks about it; a long sentence with 'it' in it may say anything."""
    return said.has(DETAILS) or said.length <= _MANY_WORDS


def _is_short_question(said: Said) -> bool:
    """'是A货吗', '有证书吗', '是什么材质': of the piece talked of, and for no other."""
    answers = HAD_BY_A_PIECE if said.has(BEGINS_WITH_HAVE) else frozenset(ASKED_SLOT)
    return said.has(SHORT_QUESTION) and set(said.cues.slots) <= answers
