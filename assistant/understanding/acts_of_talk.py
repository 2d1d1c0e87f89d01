"""Acts of the talk itself: courtesies, answers, taking back, a person asked for, chat.

Each is offered the sentence by ``intents`` and claims it or passes."""

from __future__ import annotations

import re

from assistant.turn import Intent
from assistant.understanding.cues import goods, manners
from assistant.understanding.cues.themes_of_sizes import SIZES
from assistant.understanding.cues.themes_of_wear import KEEPING
from assistant.understanding.reading import Reading, Said, keys_in
from assistant.understanding.visits import wants_to_visit

_SMALL_TALK: tuple[tuple[re.Pattern[str], Intent], ...] = (
    (manners.GOODBYE, "goodbye"),
    (manners.HELP, "help"),
    (manners.CHAT, "chat"),
    (manners.OFF_TOPIC, "off_topic"),
    (manners.PRAISE, "thanks"),
)
_OF_THE_TALK = re.compile(f"{manners.CHAT.pattern}|{manners.HELP.pattern}")
_ASKS_WHO = re.compile(r"\bwho\b|谁")
_FEW_WORDS = 4


def silence(said: Said) -> Reading | None:
    """Nothing said: a photo alone is looked for."""
    if said.text:
        return None
    return Reading("search" if said.cues.with_photo else "unclear")


def greeting(said: Said) -> Reading | None:
    """Nothing but a courtesy, whatever else its words may mean ('evening!', 'brilliant, ta')."""
    if manners.GREETING.fullmatch(said.text):
        return Reading("greet")
    return Reading("thanks") if manners.THANKING.fullmatch(said.text) else None


def answer(said: Said) -> Reading | None:
    """An answer to the open question; 'either' and 'skip' are answers too."""
    if said.cues.answered or (said.cues.open_question and said.has(goods.EITHER)):
        return Reading("refine")
    return None


def about_the_talk(said: Said) -> Reading | None:
    """Start over, or take back."""
    if said.has(manners.RESTART) and not said.cues.explicit_reference:
        begins_with = set(said.cues.slots) & {"category", "metal", "stone"}
        if said.cues.has_edits and begins_with:  # 'start over: silver earrings'
            return Reading("search", anew=True)
        return Reading("restart")
    if said.has(manners.NAMED_UNDO) or (said.has(manners.UNDO) and not said.cues.has_edits):
        return Reading("undo")
    return None


def joke(said: Said) -> Reading | None:
    """A joke asked for, of diamonds or of anything."""
    return Reading("chat") if said.has(manners.JOKE) else None


def handover(said: Said) -> Reading | None:
    """Somebody of the shop asked for: a person, a viewing, an order."""
    if said.has(manners.HELP):
        return None  # 'are you a real person' asks for the truth and for nobody else
    kinds = keys_in(manners.HANDOVER, said.text)
    if not kinds and not said.cues.slots and not said.cues.has_edits and wants_to_visit(said.text):
        kinds = ("viewing",)
    return Reading("handover", handover=kinds[0]) if kinds else None


def talk_of_the_helper(said: Said) -> Reading | None:
    """'Have you a girlfriend' asks the helper, and is no wish for one's own."""
    if said.has(manners.ARE_YOU_HUMAN):
        return Reading("help")
    return Reading("chat") if said.has(manners.ABOUT_YOU) else None


def nothing_of_ours(said: Said) -> Reading | None:
    """A question of the weather or the news; with a word of jewellery in it, it is of ours."""
    if said.cues.has_terms or _is_of_wear(said) or said.pointed or said.has(_OF_THE_TALK):
        return None
    return Reading("off_topic") if said.has(manners.OFF_TOPIC) else None


def _is_of_wear(said: Said) -> bool:
    """'Does rain hurt it': the weather, but for what it does to jewellery and fingers."""
    return any(topic in KEEPING or topic in SIZES for topic in said.cues.topics)


def insult(said: Said) -> Reading | None:
    """A rude word and no wish beside it."""
    rude = said.has(manners.INSULT) and not (said.cues.has_edits or said.fields)
    return Reading("insult") if rude else None


def thanks(said: Said) -> Reading | None:
    """Thanks are thanks, unless the same breath wishes or asks for something; so is a good-bye."""
    busy = said.cues.has_edits or said.fields or said.cues.explicit_reference
    if (
        said.has(manners.PLAIN_GOODBYE)
        and not said.has(manners.THANKS)
        and not busy
        and not said.asks
    ):
        return Reading("goodbye")
    return Reading("thanks") if said.has(manners.THANKS) and not busy else None


def small_talk(said: Said) -> Reading | None:
    """Chat, praise, a good-bye, a call for help."""
    if said.has(manners.GREET) and not said.asks:
        return Reading("greet")
    if said.has(manners.OFF_TOPIC) and said.has(_ASKS_WHO):
        return Reading("off_topic")
    for pattern, intent in _SMALL_TALK:
        if said.has(pattern):
            return Reading(intent)
    return None


def anything_wanted(said: Said) -> Reading | None:
    """A wish without a word that the vocabulary knows is searched for by meaning."""
    if said.cues.with_photo or (said.asks_for_goods and not said.is_noise):
        return said.wishes
    return None


def far_from_jewellery(said: Said) -> Reading | None:
    """What no other act claims."""
    if said.has(manners.GREET):
        return Reading("greet")
    is_little = said.length < _FEW_WORDS or said.has(manners.NOT_UNDERSTOOD)
    return Reading("unclear" if said.is_noise or is_little else "off_topic")


def is_small_talk(said: Said) -> bool:
    """Is it chat, praise, a good-bye, a call for help?"""
    return any(said.has(pattern) for pattern, _ in _SMALL_TALK)
