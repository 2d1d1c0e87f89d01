"""Questions of no one piece: the shop's rules, what jewellers know, what the shop has."""

from __future__ import annotations

import re

from assistant.turn import Order
from assistant.understanding.cues import goods, lore
from assistant.understanding.cues.service import POLICY
from assistant.understanding.reading import Reading, Said, keys_in

_EXTREMES: tuple[tuple[re.Pattern[str], Order], ...] = (
    (goods.CHEAPEST, "price_up"),
    (goods.DEAREST, "price_down"),
    (goods.NEWEST, "relevance"),
)
# A question by more than its mark: 'silver ones?' wishes, 'is silver soft?' asks.
_INQUIRY = re.compile(
    r"\b(?:what|how|which|why|when|who|is|are|was|does|do|did|can|could|should|will|would|has|"
    r"ought|aren't|isn't)\b|还是.{1,16}好|(?<!不)是不是(?!我)|一样吗|什么|啥|怎么|咋|如何|多少|哪|为|[会能可算]|吗"
)
_ASKS_WHAT = re.compile(
    r"什么是|是(?:什么|啥)|什么叫|区别|不同|不一样|差别|分别|\b(?:vs|versus)\b|(?:选|戴|用)(?:什么|啥|哪)|"
    r"\bwhat (?:is|are|does|do)\b|\bwhat's\b|\bdifferen(?:t|ce)\b"
)
_ASKS_FIRST = re.compile(r"(?:which|what|why|is|are|should|can you promise)\b|为什么|为啥")
_TAKES_BACK = re.compile(
    r"\bscratch (?:(?:that|it)\b(?! (?:easily|badly))|(?:the|my|that|her|his|any) "
    r"(?:[a-z]+ )?(?:size|length|budget|price|limit|metal|stone|colou?r|style|weight|occasion|"
    r"clasp|cut|purity)\b)"
)
_KINDS = re.compile(
    r"\bhow many (?:different )?(?:kinds|types|sorts|categories)(?: of (?:jewell?e?ry|pieces?))?\b"
    r"(?! of)|(?:多少|几)[种类] ?(?:首饰|品类|珠宝|饰品|东西|jewell?e?ry)"
)
# 'How many do you have in total' is of the whole shop, unless it is of these.
_IN_ALL = re.compile(
    r"^(?=.*(?:\b(?:in (?:total|all)|altogether|all told|total (?:number|count|of))\b|"
    r"一共|总共|合共|共有|加起来|全部|总))"
    r"(?=.*(?:\b(?:you|your|pieces?|items?|products?|jewell?e?ry|things?|styles?|designs?|models?)\b|"
    r"你们|您们|贵店|本店|店|你家|您家|首饰|珠宝|商品|产品|货|东西|饰品))"
)
_OF_THESE = re.compile(
    r"\b(?:of|in|among) (?:these|those|them|this|that)\b|\bfit|这(?!里|边|儿|家|个?店)|那些|其中|"
    r"里面|当中|符合|满足"
)
_BOUGHT_HERE = re.compile(
    r"\b(?:you (?:guys )?(?:sold|sent|gave|shipped)|(?:i|we) (?:just |only )?(?:bought|got|ordered|"
    r"purchased|picked up) (?:\w+ ){0,5}(?:here|from you|in your|at your|off you|last|yesterday|"
    r"a)\b)|"
    r"(?:你们?|您)(?:家|这|这里|这儿|店)?(?:里)?(?:卖|寄|发|给)(?:给)?(?:我|的)|"
    r"(?:在)?(?:你们?|您)(?:家|这|这里|这儿|店)(?:里)?买的?|(?:上|前)(?:次|周|个月|回)买"
)
_FAILED = re.compile(
    r"\b(?:snapped|broke|broken|cracked|bent|chipped|faded|tarnished|rusted|scratched|peeled|"
    r"peeling|fell (?:off|out|apart)|fallen (?:off|out|apart)|came (?:off|apart|undone|loose)|"
    r"(?:turned|gone|went) (?:green|black|brown|dull)|lost (?:a|its|the) stone|fell to bits)\b|"
    r"断了|坏了|裂了|弯了|变形|掉(?:了|色|石|钻|漆)|褪色|发黑|变黑|生锈|脱落|散了|开裂|松了"
)
_BUYS_FOR = re.compile(r"给[^,，。]{1,4}(?:买|送|挑|选)(?!.*(?:讲究|习俗|寓意))")
_MAY_I = re.compile(r"[吗么能?]|可以|\b(?:can|could|may|do|if)\b")
_ENDS_IN_DOUBT = re.compile(r"[不没无]\W*$")
_STONES = re.compile(r"\b(?:stones?|gems?(?:tones?)?)\b|宝石|石头")


def policy(said: Said) -> Reading | None:
    """A rule of the shop asked about, or a piece bought here that did not last."""
    if said.has(_BOUGHT_HERE) and said.has(_FAILED):
        return Reading("policy", policy=("repairs", "returns"))
    keys = keys_in(POLICY, said.text)
    if not keys or (said.cues.explicit_reference and said.fields and "returns" not in keys):
        return None
    if keys == ("returns",) and said.has(goods.MORE) and not said.has(_MAY_I):
        return None  # 不喜欢这几个,换几个 is for others to be shown
    if said.cues.has_edits and not (said.asks or said.has(_ENDS_IN_DOUBT)):
        return None  # 'must arrive by Friday, gold rings please' is a wish
    return Reading("policy", policy=keys)


def care(said: Said) -> Reading | None:
    """How a piece is kept."""
    if not lore.CARE.search(_TAKES_BACK.sub(" ", said.text)) or (
        said.asks_for_goods and said.cues.has_edits and not said.asks
    ):
        return None
    tells = said.has(lore.CLEANS) or said.has(lore.OWN) or not said.cues.has_edits
    names_goods = said.has(lore.GOODS) or ("category" in said.cues.slots and not said.asks)
    return None if names_goods and not tells else Reading("care")  # 洗澡也能戴的项链 is a wish


def scale_told(said: Said) -> Reading | None:
    """The scale of a size that was asked about: it is told now, and changes no wish."""
    return Reading("sizing") if said.cues.told_scale else None


def sizing(said: Said) -> Reading | None:
    """Sizes, charts and how to measure."""
    wants_goods = said.asks_for_goods or said.has(lore.GOODS)
    if said.cues.two_rings and said.asks and not wants_goods and not said.cues.set_wished:
        return Reading("sizing")  # 'is 12 mainland the same as 54 mm round'
    if said.cues.gives_girth and not said.cues.has_edits:
        return Reading("sizing")  # 'my wrist is 17 cm'
    about_a_piece = said.cues.explicit_reference or (said.pointed and bool(said.fields))
    if not about_a_piece and said.has(lore.CONVERTS):
        return Reading("sizing")
    if about_a_piece or not said.has(lore.SIZING):
        return None
    return Reading("sizing") if said.asks or not said.cues.has_edits else None


def knowledge(said: Said) -> Reading | None:
    """A question that the cards answer."""
    cues = said.cues
    if not (cues.has_terms or cues.has_topic) or (cues.has_edits and said.has(lore.GOODS)):
        return None
    if said.turns_to or (cues.has_edits and _is_for_somebody(said)):
        return said.wishes
    if said.has(lore.ADVICE) and not _is_wish(said):
        return Reading("advice", said.fields)
    inquires = said.asks and _INQUIRY.search(said.text)
    if inquires and not said.asks_for_goods and not cues.has_amounts:
        return Reading("advice", said.fields)
    return None


def count(said: Said) -> Reading | None:
    """How many the shop has."""
    if not said.has(goods.COUNT) or (said.cues.explicit_reference and said.fields):
        return None
    if said.has(_KINDS):
        return Reading("survey", survey="category")
    return Reading("count", whole_shop=said.has(_IN_ALL) and not said.has(_OF_THESE))


def survey(said: Said) -> Reading | None:
    """'Which metals do you have'; about one piece on the table it is a question about it."""
    if said.cues.explicit_reference or said.has(goods.NEWEST):
        return None
    slots = keys_in(goods.SURVEY, said.text)
    if slots:
        return Reading("survey", survey=_surveyed(slots[0], said))
    if said.has(goods.SELLS) and not said.cues.has_edits:
        return Reading("survey", survey="category")
    return None


def extreme(said: Said) -> Reading | None:
    """The cheapest, the dearest, the newest."""
    asks_more = said.cues.explicit_reference and set(said.fields) - {"price"}
    for pattern, order in _EXTREMES:
        if said.has(pattern) and not asks_more:
            return Reading("extreme", order=order)
    return None


def _is_wish(said: Said) -> bool:
    """'I'm allergic to nickel' and 'I want what suits a birthday' wish; 'what is X' asks."""
    names_persons = set(said.cues.slots) <= {"recipient", "occasion"}
    is_of_custom = names_persons and said.has(lore.CUSTOM)
    if not said.cues.has_edits or is_of_custom or said.has(_ASKS_WHAT):
        return False
    asks_first = _ASKS_FIRST.match(said.text) is not None
    return (said.asks_for_goods and not asks_first) or not said.asks


def buys_for_somebody(said: Said) -> bool:
    """给她买个什么好: a present is wished for, whatever day or year is told beside it."""
    return said.has(_BUYS_FOR) and _is_for_somebody(said)


def _is_for_somebody(said: Said) -> bool:
    """'What's good for my dad's birthday' names nobody's knowledge: it wants a present."""
    names_persons = bool(said.cues.slots) and set(said.cues.slots) <= {"recipient", "occasion"}
    of_custom = said.has(lore.CUSTOM) and not said.has(_BUYS_FOR)
    return names_persons and said.has(lore.PRESENT) and not of_custom


def _surveyed(slot: str, said: Said) -> str:
    """'Which colours' are the stones' where stones are the talk, else the metals'."""
    if slot != "colour":
        return slot
    is_of_stones = "stone" in said.cues.slots or said.has(_STONES)
    return "stone_colour" if is_of_stones else "metal_colour"
