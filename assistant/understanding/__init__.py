"""From words to intent, wishes and references, by rules over a closed vocabulary.

``understand.py`` is the way through: it hears a sentence (``hearing.py``), reads what it is meant
to do, and leaves out what is only told beside a wish (``asides.py``).

- As the rules read it: ``text`` folds; ``cantonese``, ``mandarin``, ``numerals`` and
  ``said_numbers`` write what was said in plain words and digits; ``mending``, ``spelling`` and
  ``homophones`` mend slips.
- What stands in it: ``mentions`` of the vocabulary, ``amounts`` with their ``bounds``,
  ``ring_sizes`` (``sizes_asked`` as figures), ``names`` and ``references`` of pieces,
  ``recipients``, ``dates``, and what is ``unknown`` (``unknown_looks`` before 'vibe' and 风格).
- What is wished: ``wishes`` makes edits of them, by ``scope`` (negation, correction), ``clearing``,
  ``avoiding``, ``reasons`` and ``settling``; ``pieces_wished`` for sets, ``whose_piece`` and
  ``wish_of_one`` for their members, ``memos`` for memory.
- What is done: ``intents`` asks the ``acts_of_talk``, ``acts_of_memory``, ``acts_of_asking`` and
  ``acts_on_pieces`` in turn, by the patterns of ``cues/``; ``topics`` and ``lore_questions`` say
  which knowledge is meant.
"""
