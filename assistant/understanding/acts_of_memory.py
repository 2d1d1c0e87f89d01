"""Acts on what is remembered: to keep something, to put it right, to recall it, to forget it.

'Forget everything' is said of the memory where something is remembered, and of the wishes where
nothing is; the wishes alone are meant wherever the sentence speaks of starting over.
"""

from __future__ import annotations

import re

from assistant.understanding.cues import goods, memory
from assistant.understanding.cues.service import POLICY
from assistant.understanding.reading import Reading, Said, keys_in

_BY_THE_WAY = re.compile(r"\b(?:if|as|as far as) i (?:can |do )?(?:remember|recall)\b|我记得")
_ASKS_MEANING = re.compile(r"是(?:什么|啥)|什么意思|\bwhat (?:does|is|do)\b")


def memo(said: Said) -> Reading | None:
    """Something to be kept in mind, put right, recalled or forgotten."""
    if said.has(memory.FORGET) or _forgets_all(said):
        return Reading("forget")
    if said.cues.amends_memo or said.cues.rescales_memo:
        return Reading("remember")
    if said.has(memory.RECALL_WISHES) and not keys_in(POLICY, said.text):
        return Reading("recall", ("wishes",))
    if said.has(memory.RECALL) or (said.cues.remembers and said.has(memory.ASKS_KEPT)):
        return Reading("recall")
    is_for_the_list = said.cues.explicit_reference and said.has(goods.SAVE)
    if is_for_the_list:
        return None
    asks_meaning = said.cues.has_topic and said.has(_ASKS_MEANING)  # 印记上写GP是什么
    orders = not said.asks or said.has(memory.PLEASE_REMEMBER)
    if said.has(_BY_THE_WAY):
        return None
    if said.has(memory.REMEMBER) and not asks_meaning and (said.cues.has_edits or orders):
        return Reading("remember")
    return None


def _forgets_all(said: Said) -> bool:
    if said.has(memory.BEGINS_ANEW):
        return False
    if said.has(memory.FORGET_MEMORY):
        return True
    return said.cues.remembers and said.has(memory.FORGET_IT_ALL)
