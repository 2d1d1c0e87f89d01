"""One sentence with all that was found in it, before its intent is read."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.constraints import Edit
from assistant.session import Session
from assistant.understanding.amount import Amount
from assistant.understanding.memos import amends_memo, rescaled_memo
from assistant.understanding.mentions import Mention
from assistant.understanding.open_question import Answer
from assistant.understanding.reading import Cues
from assistant.understanding.references import Pointing
from assistant.understanding.ring_sizes import size_ambiguity
from assistant.understanding.sizes_asked import asks_of_two_rings, gives_a_girth
from assistant.understanding.whose_piece import TogetherWish


@dataclass(frozen=True)
class Heard:
    """One sentence, folded, with all that was found in it."""

    text: str
    session: Session
    amounts: tuple[Amount, ...]
    mentions: tuple[Mention, ...]
    pointing: Pointing
    answer: Answer | None
    together: TogetherWish | None
    edits: tuple[Edit, ...]
    topics: tuple[str, ...]
    with_photo: bool

    @property
    def has_two_meanings(self) -> bool:
        """'12号' and 白金 wish for something, though it must be asked what."""
        is_ambiguous = any(one.phrase.ambiguous for one in self.mentions)
        return is_ambiguous or size_ambiguity(self.text, self.amounts) is not None

    def cues(self) -> Cues:
        """What the reading of the intent rests on."""
        session, pointing = self.session, self.pointing
        return Cues(
            slots=tuple(dict.fromkeys(slot for one in self.mentions for slot in one.means)),
            topics=self.topics,
            has_edits=bool(self.edits) or self.has_two_meanings,
            has_amounts=any(one.kind == "money" for one in self.amounts),
            has_reference=bool(pointing.product_ids and not pointing.several) or pointing.dangling,
            explicit_reference=pointing.explicit
            and (bool(pointing.product_ids) or (pointing.dangling and not pointing.never_shown)),
            points_at_many=len(pointing.product_ids) > 1,
            superlative=pointing.superlative,
            of_the_table=pointing.of_the_table,
            never_shown=pointing.never_shown,
            several=pointing.several,
            described=pointing.several and bool(pointing.product_ids),
            has_table=bool(session.shown) or len(session.focus) > 1,
            has_wishes=bool(session.constraints),
            set_wished=self.together is not None,
            open_question=session.question is not None,
            answered=bool(self.answer and self.answer.edits),
            told_scale=bool(self.answer and self.answer.size),
            with_photo=self.with_photo,
            remembers=bool(session.memory),
            two_rings=asks_of_two_rings(self.amounts),
            gives_girth=gives_a_girth(self.amounts),
            rescales_memo=rescaled_memo(self.text, session) is not None,
            amends_memo=amends_memo(self.text, self.mentions, session.constraints, session.memory),
        )
