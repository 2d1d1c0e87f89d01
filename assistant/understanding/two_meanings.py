"""Words with two meanings, 白金 and a bare 12号: what settles them, and what must be asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.constraints import Edit, Want
from assistant.terms import Vocabulary
from assistant.turn import Ambiguity, Meaning, Question
from assistant.understanding.heard import Heard
from assistant.understanding.mentions import Mention
from assistant.understanding.open_question import is_about_meaning
from assistant.understanding.ring_sizes import size_ambiguity


def settled_meaning(
    mentions: Iterable[Mention],
    edits: Iterable[Edit],
    asked: Question | None,
    vocabulary: Vocabulary,
) -> tuple[Edit, ...]:
    """'18K白金', and 'K金' to the question which 白金: the metal said settles the meaning."""
    metals = [one.value for one in edits if isinstance(one, Want) and one.slot == "metal"]
    meanings = [
        _meaning(terms)
        for mention in mentions
        if mention.phrase.ambiguous
        for terms in vocabulary.ambiguities.get(mention.phrase.ambiguous, ())
    ]
    if not meanings and asked and asked.slot == "metal" and is_about_meaning(asked):
        known = vocabulary.ambiguities.values()
        every = [_meaning(terms) for one in known for terms in one]
        meanings = [one for one in every if one.value in asked.options]
    fitting = [
        one
        for one in meanings
        if any(isinstance(edit, Want) and edit.value in metals for edit in one.edits)
    ]
    return fitting[0].edits if len(fitting) == 1 else ()


def ambiguity_in(heard: Heard, vocabulary: Vocabulary) -> Ambiguity | None:
    """Words with two meanings, unless the sentence itself settles them."""
    settled = {edit.slot for edit in heard.edits if isinstance(edit, Want)}
    for mention in heard.mentions:
        words = mention.phrase.ambiguous
        if words and "metal" not in settled:
            known = vocabulary.ambiguities.get(words, ())
            return Ambiguity(words, "metal", tuple(map(_meaning, known)))
    return None if "ring_size_mm" in settled else size_ambiguity(heard.text, heard.amounts)


def _meaning(terms: Mapping[str, tuple[str, ...]]) -> Meaning:
    value = "+".join(term for some in terms.values() for term in some)
    return Meaning(value, tuple(Want(slot, some) for slot, some in terms.items()))
