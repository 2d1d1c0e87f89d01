"""Asking whether a piece can be had in time: 'will it be here by Friday?', '母亲节前能到吗'.

A day that is only stated ('I need it by Friday') is a wish; a question about pieces on the table is
answered for these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from assistant.constraints import Edit
from assistant.understanding.dates import read_deliver_by

_ARRIVES = re.compile(
    r"\b(?:arrive|be (?:here|ready|there|made|delivered|with (?:me|us|her|him))|"
    r"get (?:here|there|to (?:me|us|her|him))|reach (?:me|us|her|him)|"
    r"(?:have|get|receive|collect|pick up) (?:it|them|this|that|these|those|one|the \w+)|"
    r"make it|in time|on time|deliver(?:ed|y)?|ship(?:ped|ping)?|dispatch(?:ed)?|"
    r"come (?:by|before|in time|on time))\b"
    r"|到(?!底|处|时)|收到|拿到|送达|送到|寄到|来得及|赶得上|赶得及|发货|送货|配送|快递"
)
_ASKS = re.compile(
    r"^(?:(?:and|so|but|ok|okay|then|hi|hello)[, ]+)?"
    r"(?:can|could|will|would|is|are|does|do|might|when|how (?:soon|long|fast|quickly))\b"
    r"|(?:收|拿|到|送|寄|deliver|ship) ?(?:不|得)(?:及|到|了)|\bdeliver.{0,6}[吗么]"
    r"|(?:能|可以|会|可不可以|能不能|会不会|可否).{0,10}(?:到|收|拿|送|寄)|来得及|赶得上|赶得及"
    r"|(?:什么时候|几时|何时|多久|多快|几天).{0,6}(?:到|收|拿|送|发货)|(?:发货|送货|配送|快递).{0,4}(?:多久|几天)"
)
_IN_TIME = re.compile(r"\b(?:in time|on time|by then|before then)\b|来得及|赶得上|赶得及")
_WHEN = re.compile(r"\b(?:when|how (?:soon|long|fast|quickly))\b|什么时候|几时|何时|多久|多快|几天")
# A day asked about needs no 'by': 'can I have it tomorrow', '明天能拿到吗'.
_DAY = re.compile(
    r"(?<!by )(?<!before )\b(?:on |for )?((?:this |next |coming )?"
    r"(?:today|tomorrow|weekend|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day)|next week)\b"
)
_CN_DAY = re.compile(
    r"(今天|明天|大后天|后天|月底|年底|周末|(?:下下?|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天])(?!.{0,2}前)"
)
_BESIDE_THE_DAY = frozenset({"deliver_by", "occasion"})  # 'before Mother's Day' names both


def asks_arrival(text: str, edits: Iterable[Edit]) -> bool:
    """Does folded ``text`` ask by when pieces can be had, be there any on the table or not? It
    wishes for nothing but the day, and says when: a day, 'in time', or asks for it."""
    if {edit.slot for edit in edits} - _BESIDE_THE_DAY:
        return False
    if not (_ASKS.search(text) and _ARRIVES.search(text)):
        return False
    return bool(_IN_TIME.search(text) or _WHEN.search(text) or day_asked(text))


def day_asked(text: str, today: date | None = None) -> date | None:
    """The day that a question names, None if it names none."""
    said = _CN_DAY.sub(r"\1前", _DAY.sub(r"by \1", text))
    return read_deliver_by(text, today) or read_deliver_by(said, today)
