"""What the shopper wants to do, read from cue words, what was mentioned and what stands.

``_ACTS`` is the design: each act is offered the sentence in turn, from the most to the least
specific, and the first that claims it names the intent. 'Compare the cheapest two' compares; 'the
cheapest ring' searches. The cue words stand in ``cues/``, grouped by act; they run on folded text.

Questions fall in three by what they ask for. One that points at a piece is about its record
(``_about_a_piece``); one that asks for goods ('do you have', 有没有) is a wish; any other question
about jewellery is about knowledge (``_knowledge``), and changes no wish.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from assistant.turn import Intent, Order
from assistant.understanding.cues import goods, lore, manners, memory
from assistant.understanding.cues.fields import (
    ASKED_SLOT,
    BEGINS_WITH_HAVE,
    DETAILS,
    HAD_BY_A_PIECE,
    PLAIN_DETAILS,
    SHORT_QUESTION,
)
from assistant.understanding.cues.service import POLICY
from assistant.understanding.lore_questions import read_lore_question
from assistant.understanding.reading import Cues, Reading, Said, keys_in


def read_intent(text: str, cues: Cues) -> Reading:
    """The intent of folded ``text``."""
    said = Said(text, cues)
    for act in _ACTS:
        reading = act(said)
        if reading is not None:
            return reading
    return Reading("unclear")


# ------------------------------------------------------------------ the talk itself


def _silence(said: Said) -> Reading | None:
    if said.text:
        return None
    return Reading("search" if said.cues.with_photo else "unclear")


def _greeting(said: Said) -> Reading | None:
    """Nothing but a courtesy, whatever else its words may mean ('evening!', 'brilliant, ta')."""
    if manners.GREETING.fullmatch(said.text):
        return Reading("greet")
    return Reading("thanks") if manners.THANKING.fullmatch(said.text) else None


def _answer(said: Said) -> Reading | None:
    """An answer to the open question; 'either' and 'skip' are answers too."""
    if said.cues.answered or (said.cues.open_question and said.has(goods.EITHER)):
        return Reading("refine")
    return None


def _memory(said: Said) -> Reading | None:
    if said.has(memory.FORGET):
        return Reading("forget")
    if said.has(memory.RECALL):
        return Reading("recall")
    is_for_the_list = said.cues.explicit_reference and said.has(goods.SAVE)
    if is_for_the_list:
        return None
    if said.has(memory.REMEMBER) and (said.cues.has_edits or not said.asks):
        return Reading("remember")
    return None


def _about_the_talk(said: Said) -> Reading | None:
    if said.has(manners.RESTART) and not said.cues.explicit_reference:
        begins_with = set(said.cues.slots) & {"category", "metal", "stone"}
        if said.cues.has_edits and begins_with:  # 'start over: silver earrings'
            return Reading("search", anew=True)
        return Reading("restart")
    if said.has(manners.UNDO) and not said.cues.has_edits:
        return Reading("undo")
    return None


def _joke(said: Said) -> Reading | None:
    return Reading("chat") if said.has(manners.JOKE) else None


def _handover(said: Said) -> Reading | None:
    if said.has(manners.HELP):
        return None  # 'are you a real person' asks for the truth and for nobody else
    kinds = keys_in(manners.HANDOVER, said.text)
    return Reading("handover", handover=kinds[0]) if kinds else None


def _talk_of_the_helper(said: Said) -> Reading | None:
    """'Have you a girlfriend' asks the helper, and is no wish for one's own."""
    if said.has(manners.ARE_YOU_HUMAN):
        return Reading("help")
    return Reading("chat") if said.has(manners.ABOUT_YOU) else None


def _nothing_of_ours(said: Said) -> Reading | None:
    """A question of the weather or the news; with a word of jewellery in it, it is of ours."""
    if said.cues.has_terms or said.pointed or said.has(manners.CHAT):
        return None
    return Reading("off_topic") if said.has(manners.OFF_TOPIC) else None


def _insult(said: Said) -> Reading | None:
    rude = said.has(manners.INSULT) and not (said.cues.has_edits or said.fields)
    return Reading("insult") if rude else None


# ------------------------------------------------------------------ acts on pieces


def _save(said: Said) -> Reading | None:
    return Reading("save") if said.has(goods.SAVE) and said.pointed else None


def _set(said: Said) -> Reading | None:
    return Reading("set") if said.cues.set_wished else None


def _similar(said: Said) -> Reading | None:
    cues = said.cues
    if said.has(goods.SIMILAR) and (said.pointed or cues.with_photo or cues.has_table):
        return Reading("similar" if said.pointed or not cues.with_photo else "search")
    if not cues.has_edits or said.fields or cues.with_photo:
        return None
    one = cues.explicit_reference and not cues.points_at_many
    if one and not cues.superlative:  # 'the other one, in silver'
        return Reading("similar")
    if said.has(goods.VARIANT) and said.pointed:
        return Reading("similar") if cues.has_reference else said.wishes
    return None


def _gold_maths(said: Said) -> Reading | None:
    asks_meaning = re.search(r"区别|不同|differ|what (?:is|are) (?!that|it|this|the)", said.text)
    return Reading("gold_maths") if said.has(lore.GOLD_MATHS) and not asks_meaning else None


def _compare(said: Said) -> Reading | None:
    cues = said.cues
    if not said.has(goods.COMPARE):
        return None
    names_goods = bool(set(cues.slots) - {"recipient", "occasion"})
    if cues.explicit_reference or (said.pointed and not names_goods):
        return Reading("compare", said.fields)
    if cues.has_table and not cues.has_terms and not cues.has_topic:
        return Reading("compare", said.fields)
    return None


# ------------------------------------------------------------------ rules and knowledge


def _policy(said: Said) -> Reading | None:
    keys = keys_in(POLICY, said.text)
    if not keys or (said.cues.explicit_reference and said.fields and "returns" not in keys):
        return None
    if said.cues.has_edits and not (said.asks or said.has(_ENDS_IN_DOUBT)):
        return None  # 'must arrive by Friday, gold rings please' is a wish
    return Reading("policy", policy=keys)


def _care(said: Said) -> Reading | None:
    if not lore.CARE.search(_TAKES_BACK.sub(" ", said.text)) or (
        said.asks_for_goods and said.cues.has_edits and not said.asks
    ):
        return None
    tells = said.has(lore.CLEANS) or said.has(lore.OWN) or not said.cues.has_edits
    names_goods = said.has(lore.GOODS) or ("category" in said.cues.slots and not said.asks)
    return None if names_goods and not tells else Reading("care")  # 洗澡也能戴的项链 is a wish


def _sizing(said: Said) -> Reading | None:
    about_a_piece = said.cues.explicit_reference or (said.pointed and bool(said.fields))
    if not about_a_piece and said.has(lore.CONVERTS):
        return Reading("sizing")
    if about_a_piece or not said.has(lore.SIZING):
        return None
    return Reading("sizing") if said.asks or not said.cues.has_edits else None


def _knowledge(said: Said) -> Reading | None:
    cues = said.cues
    if not (cues.has_terms or cues.has_topic) or (cues.has_edits and said.has(lore.GOODS)):
        return None
    if cues.has_edits and _is_for_somebody(said):
        return said.wishes
    if said.has(lore.ADVICE) and not _is_wish(said):
        return Reading("advice", said.fields)
    inquires = said.asks and _INQUIRY.search(said.text)
    if inquires and not said.asks_for_goods and not cues.has_amounts:
        return Reading("advice", said.fields)
    return None


# ------------------------------------------------------------------ what the shop has


def _count(said: Said) -> Reading | None:
    if not said.has(goods.COUNT) or (said.cues.explicit_reference and said.fields):
        return None
    return Reading("count")


def _survey(said: Said) -> Reading | None:
    """'Which metals do you have'; about one piece on the table it is a question about it."""
    if said.cues.explicit_reference:
        return None
    slots = keys_in(goods.SURVEY, said.text)
    if slots:
        return Reading("survey", survey=_surveyed(slots[0], said))
    if said.has(goods.SELLS) and not said.cues.has_edits:
        return Reading("survey", survey="category")
    return None


def _extreme(said: Said) -> Reading | None:
    asks_more = said.cues.explicit_reference and set(said.fields) - {"price"}
    for pattern, order in _EXTREMES:
        if said.has(pattern) and not asks_more:
            return Reading("extreme", order=order)
    return None


def _by_price(said: Said) -> Reading | None:
    points = said.cues.explicit_reference or said.cues.never_shown  # 'the cheaper pearl one'
    if points or said.has(goods.CHEAPEST):
        return None
    bounded = said.cues.has_amounts  # 'too expensive, under 3000': the amount says how much
    if said.has(goods.CHEAPER):
        return replace(said.wishes, cheaper=not bounded)
    if said.has(goods.DEARER):
        return replace(said.wishes, dearer=not bounded)
    return None


def _about_a_piece(said: Said) -> Reading | None:
    """A question about the record of what is pointed at, or of the one piece talked of."""
    if said.has(goods.MORE) and not (said.fields or said.cues.explicit_reference):
        return None  # 'none of these'
    cues, fields = said.cues, said.fields
    if cues.never_shown:  # not there to be told about: looked for
        return said.wishes if cues.has_edits and fields else None
    if cues.explicit_reference:
        tells = fields or not cues.has_edits or said.has(DETAILS)
        return Reading("describe", fields) if tells else None
    about_kinds = (cues.has_terms or cues.has_topic) and not cues.described
    knows = said.has(lore.ADVICE) and about_kinds
    if said.pointed and not knows and (fields or (not cues.has_edits and _is_brief(said))):
        return Reading("describe", fields) if fields or not _is_small_talk(said) else None
    if cues.has_table and _is_short_question(said) and (fields or cues.slots):
        return Reading("describe", fields or said.asked_slots)
    if cues.has_table and said.has(PLAIN_DETAILS) and not cues.has_edits and not cues.has_topic:
        return Reading("describe")
    names_kinds = cues.has_terms or cues.has_edits or said.has(lore.ADVICE)
    if fields and cues.has_table and not names_kinds:
        return Reading("describe", fields)
    return None


# ------------------------------------------------------------------ wishes and small talk


def _more(said: Said) -> Reading | None:
    if said.has(goods.MORE) and not said.cues.has_amounts:
        return Reading(said.wishes.intent, more=True)
    if said.has(manners.AGAIN) and not said.cues.has_edits:
        return Reading(said.wishes.intent, again=True)
    return None


def _wish(said: Said) -> Reading | None:
    return said.wishes if said.cues.has_edits else None


def _thanks(said: Said) -> Reading | None:
    """Thanks are thanks, unless the same breath wishes or asks for something."""
    busy = said.cues.has_edits or said.fields or said.cues.explicit_reference
    return Reading("thanks") if said.has(manners.THANKS) and not busy else None


def _small_talk(said: Said) -> Reading | None:
    if said.has(manners.GREET) and not said.asks:
        return Reading("greet")
    for pattern, intent in _SMALL_TALK:
        if said.has(pattern):
            return Reading(intent)
    return None


def _anything_wanted(said: Said) -> Reading | None:
    """A wish without a word that the vocabulary knows is searched for by meaning."""
    if said.cues.with_photo or (said.asks_for_goods and not said.is_noise):
        return said.wishes
    return None


def _far_from_jewellery(said: Said) -> Reading | None:
    if said.has(manners.GREET):
        return Reading("greet")
    is_little = said.length < _FEW_WORDS
    return Reading("unclear" if said.is_noise or is_little else "off_topic")


_ACTS: tuple[Callable[[Said], Reading | None], ...] = (
    _silence,
    _greeting,
    _answer,
    _memory,
    _about_the_talk,
    _joke,
    _talk_of_the_helper,
    _handover,
    _nothing_of_ours,
    _insult,
    _save,
    read_lore_question,
    _set,
    _compare,
    _similar,
    _gold_maths,
    _policy,
    _care,
    _sizing,
    _count,
    _survey,
    _extreme,
    _by_price,
    _thanks,
    _about_a_piece,
    _knowledge,
    _more,
    _wish,
    _small_talk,
    _anything_wanted,
    _far_from_jewellery,
)

_EXTREMES: tuple[tuple[re.Pattern[str], Order], ...] = (
    (goods.CHEAPEST, "price_up"),
    (goods.DEAREST, "price_down"),
    (goods.NEWEST, "relevance"),
)
_SMALL_TALK: tuple[tuple[re.Pattern[str], Intent], ...] = (
    (manners.GOODBYE, "goodbye"),
    (manners.HELP, "help"),
    (manners.CHAT, "chat"),
    (manners.OFF_TOPIC, "off_topic"),
    (manners.PRAISE, "thanks"),
)
# A question by more than its mark: 'silver ones?' wishes, 'is silver soft?' asks.
_INQUIRY = re.compile(
    r"\b(?:what|how|which|why|when|who|is|are|was|does|do|did|can|could|should|will|would|has|"
    r"ought)\b|什么|啥|怎么|咋|如何|多少|哪|为|[会能可算]|吗"
)
_ASKS_WHAT = re.compile(
    r"什么是|是(?:什么|啥)|什么叫|区别|不同|差别|分别|\b(?:vs|versus)\b|(?:选|戴|用)(?:什么|啥|哪)|"
    r"\bwhat (?:is|are|does|do)\b|\bwhat's\b|\bdifferen(?:t|ce)\b"
)
_ASKS_FIRST = re.compile(r"(?:which|what|why|is|are|should|can you promise)\b|为什么|为啥")
_TAKES_BACK = re.compile(r"\bscratch (?:that|it)\b(?! (?:easily|badly))")
_ENDS_IN_DOUBT = re.compile(r"[不没无]\W*$")
_STONES = re.compile(r"\b(?:stones?|gems?(?:tones?)?)\b|宝石|石头")
_FEW_WORDS, _MANY_WORDS = 4, 8


def _is_wish(said: Said) -> bool:
    """'I'm allergic to nickel' and 'I want what suits a birthday' wish; 'what is X' asks."""
    names_persons = set(said.cues.slots) <= {"recipient", "occasion"}
    is_of_custom = names_persons and said.has(lore.CUSTOM)
    if not said.cues.has_edits or is_of_custom or said.has(_ASKS_WHAT):
        return False
    asks_first = _ASKS_FIRST.match(said.text) is not None
    return (said.asks_for_goods and not asks_first) or not said.asks


def _is_for_somebody(said: Said) -> bool:
    """'What's good for my dad's birthday' names nobody's knowledge: it wants a present."""
    names_persons = bool(said.cues.slots) and set(said.cues.slots) <= {"recipient", "occasion"}
    return names_persons and said.has(lore.PRESENT) and not said.has(lore.CUSTOM)


def _is_short_question(said: Said) -> bool:
    """'是A货吗', '有证书吗', '是什么材质': of the piece talked of, and for no other."""
    answers = HAD_BY_A_PIECE if said.has(BEGINS_WITH_HAVE) else frozenset(ASKED_SLOT)
    return said.has(SHORT_QUESTION) and set(said.cues.slots) <= answers


def _is_brief(said: Said) -> bool:
    """'What about this one' asks about it; a long sentence with 'it' in it may say anything."""
    return said.has(DETAILS) or said.length <= _MANY_WORDS


def _is_small_talk(said: Said) -> bool:
    return any(said.has(pattern) for pattern, _ in _SMALL_TALK)


def _surveyed(slot: str, said: Said) -> str:
    """'Which colours' are the stones' where stones are the talk, else the metals'."""
    if slot != "colour":
        return slot
    is_of_stones = "stone" in said.cues.slots or said.has(_STONES)
    return "stone_colour" if is_of_stones else "metal_colour"
