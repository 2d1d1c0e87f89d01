"""Reads the wishes of a sentence alone: no intent, no table, for tests of the wish parsers."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from assistant.constraints import Constraints, apply_edits
from assistant.terms import Vocabulary
from assistant.understanding.amount import Amount
from assistant.understanding.amounts import find_amounts
from assistant.understanding.mending import Mender
from assistant.understanding.mentions import Mention, PhraseBook
from assistant.understanding.text import fold_text
from assistant.understanding.unknown import find_looks, find_unknown
from assistant.understanding.wishes import read_edits


class WishReader:
    """What one sentence after another does to the standing wishes."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._book = PhraseBook(vocabulary)
        self._mender = Mender(vocabulary)
        self.folded = cache(lambda said: self._mender.mend(fold_text(said)))

    def find(
        self, said: str, standing: Constraints | None = None
    ) -> tuple[str, tuple[Mention, ...], tuple[Amount, ...]]:
        """The folded text, the vocabulary's words in it, and its amounts."""
        text = self.folded(said)
        bangle = standing is not None and "bangle" in standing.terms("category")
        about_bangle = bangle or bool(re.search(r"bangle|镯", text))
        amounts = find_amounts(text, about_bangle=about_bangle, answers_price=False)
        return text, self._book.find(text, [(one.start, one.end) for one in amounts]), amounts

    def after(self, standing: Constraints, *sentences: str) -> Constraints:
        """The wishes after these sentences."""
        for said in sentences:
            text, mentions, amounts = self.find(said, standing)
            edits = read_edits(text, mentions, amounts, standing, "CNY")
            standing = apply_edits(standing, edits)
        return standing

    def __call__(self, said: str, **standing: Any) -> dict[str, Any]:
        """The wishes after one sentence, as JSON."""
        return self.after(Constraints.from_json(standing), said).to_json()

    def unknown(self, said: str) -> tuple[str, ...]:
        """The words of a sentence that nothing explains."""
        return find_unknown(*self.find(said))

    def unknown_looks(self, said: str) -> tuple[str, ...]:
        """Those of them that are looks and shades: 'y2k', 雾霾蓝."""
        return tuple(words for _, words in find_looks(*self.find(said)))
