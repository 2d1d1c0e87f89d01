"""What the shopper wants to do, read from cue words, what was mentioned and what stands.

``_ACTS`` is the design: each act is offered the sentence in turn, from the most to the least
specific, and the first that claims it names the intent. 'Compare the cheapest two' compares; 'the
cheapest ring' searches. The cue words stand in ``cues/``, grouped by act; they run on folded text.

Questions fall in three by what they ask for. One that points at a piece is about its record
(``acts_on_pieces.about_a_piece``); one that asks for goods ('do you have', 有没有) is a wish; any
other question about jewellery is about knowledge (``acts_of_asking``), and changes no wish.
"""

from __future__ import annotations

from collections.abc import Callable

from assistant.understanding import acts_of_asking, acts_of_memory, acts_of_talk, acts_on_pieces
from assistant.understanding.lore_questions import read_lore_question
from assistant.understanding.reading import Cues, Reading, Said


def read_intent(text: str, cues: Cues) -> Reading:
    """The intent of folded ``text``."""
    said = Said(text, cues)
    for act in _ACTS:
        reading = act(said)
        if reading is not None:
            return reading
    return Reading("unclear")


_ACTS: tuple[Callable[[Said], Reading | None], ...] = (
    acts_of_talk.silence,
    acts_of_talk.greeting,
    acts_of_talk.answer,
    acts_of_asking.scale_told,
    acts_of_memory.memo,
    acts_of_talk.about_the_talk,
    acts_of_talk.joke,
    acts_of_talk.talk_of_the_helper,
    acts_of_talk.handover,
    acts_of_talk.nothing_of_ours,
    acts_of_talk.insult,
    acts_on_pieces.save,
    acts_on_pieces.rejected,
    acts_on_pieces.judged_by_a_photo,
    acts_on_pieces.which_of_the_table,
    read_lore_question,
    acts_on_pieces.pieces_together,
    acts_on_pieces.compare,
    acts_on_pieces.similar,
    acts_on_pieces.gold_maths,
    acts_of_asking.policy,
    acts_of_asking.care,
    acts_of_asking.sizing,
    acts_of_asking.count,
    acts_of_asking.survey,
    acts_of_asking.extreme,
    acts_on_pieces.by_price,
    acts_of_talk.thanks,
    acts_on_pieces.how_it_must_be,
    acts_on_pieces.about_a_piece,
    acts_of_asking.knowledge,
    acts_on_pieces.more,
    acts_on_pieces.wish,
    acts_of_talk.small_talk,
    acts_of_talk.anything_wanted,
    acts_of_talk.far_from_jewellery,
)
