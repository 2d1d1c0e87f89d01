"""What is told beside a wish: 'silver, that is our custom', 要银的，铁的会生锈吧.

A sentence of several clauses, of which one wishes and none asks, is a wish. Its other clauses bring
up care, sizes, sums or the weather in passing, and are not answered as if they had been asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from assistant.session import Session
from assistant.understanding.heard import Heard
from assistant.understanding.intents import read_intent
from assistant.understanding.reading import Reading

_CLAUSE_END = re.compile(
    r"[,，;；。!！…]+|(?<!\d)\.+|\.+(?!\d)|"
    r"\b(?:because|'?cause|cuz|cos|coz|since|though|although)\b|因为|但是?|不过"
)
_ASKS = re.compile(
    r"[?？]|吗|[呢么]\s*$|什么|怎么|咋|如何|多少|哪|几[个款号种克]|为啥|(\S)不\1|能不能|可不可以|是不是|"
    r"还是.{1,12}好|"
    r"^(?:(?:and|but|so|ok|okay|well|um|wait|hi|hello|also|right|hang on|hey)[ ,]+)*"
    r"(?:what|how|which|why|when|where|who|whose|is|are|am|do|does|did|can|could|should|shall|will|"
    r"would|has|have|may|isn't|aren't|doesn't|don't (?:you|they|these)|what's|how's|who's)\b|"
    r"\b(?:tell me|explain|wonder(?:ing)?|curious|want to know|compare|remember|remind|forget|undo|"
    r"save|reserve|list)\b|说说|讲讲|介绍|比较|对比|记住|记下|忘|撤|收藏|预留|请问|想问|问一?下"
)

# What a clause beside a wish may be taken for, and whom and what day it may speak of in passing.
_TOLD_BESIDE = frozenset(
    {"care", "sizing", "advice", "gold_maths", "off_topic", "chat", "insult", "unclear"}
)
_BACKGROUND = frozenset({"recipient", "occasion", "deliver_by"})

Hear = Callable[[str, Session, bool], Heard]


def clauses_of(text: str) -> tuple[str, ...]:
    """The clauses of folded ``text``, without what parts them."""
    parts = (part.strip() for part in _CLAUSE_END.split(text) if part)
    return tuple(part for part in parts if part)


def asks_or_orders(text: str) -> bool:
    """Does a clause of folded ``text`` ask to be told something, or order something done?"""
    return any(_ASKS.search(clause) for clause in (text, *clauses_of(text)))


def wish_alone(heard: Heard, reading: Reading, hear: Hear) -> tuple[Heard, Reading] | None:
    """The wish of a sentence that tells something beside it; None where it is read as more than
    that, wishes nothing, asks something, or is all of one piece."""
    is_variant = reading.intent == "similar" and not heard.pointing.explicit
    is_of_a_piece = reading.intent == "describe" and heard.edits
    if reading.intent not in _TOLD_BESIDE and not (is_variant or is_of_a_piece):
        return None
    clauses = clauses_of(heard.text)
    if len(clauses) < 2 or asks_or_orders(heard.text):
        return None
    wishing = [one for one in clauses if _wishes_by_itself(hear(one, heard.session, False))]
    if not wishing or len(wishing) == len(clauses):
        return None
    alone = hear(",".join(wishing), heard.session, heard.with_photo)
    its_reading = read_intent(alone.text, alone.cues())
    return (alone, its_reading) if its_reading.intent in ("search", "refine") else None


def _wishes_by_itself(clause: Heard) -> bool:
    tells_more = {edit.slot for edit in clause.edits} - _BACKGROUND
    intent = read_intent(clause.text, clause.cues()).intent
    return bool(tells_more) and not clause.pointing.explicit and intent in ("search", "refine")
