"""What a shopper could say next is tried before it is offered: nothing to tap leads nowhere.

Each tap and each answer of a question is understood and decided on as if it had been said in the
session as it will stand after this turn; it is offered where the action that it would cause finds
something in the shop as it is now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.actions import (
    Action,
    Ask,
    BuildSet,
    Compare,
    Converse,
    Count,
    Deliver,
    Describe,
    Save,
    Search,
    Survey,
    Undo,
    WorkOut,
)
from assistant.constraints import Constraints, Want, apply_edits
from assistant.session import (
    Event,
    ProductsShown,
    QuestionAsked,
    Session,
    WishesChanged,
    apply,
)
from assistant.stages import Stages
from assistant.terms import Language
from assistant.turn import GroundedReply, Query, Question, RankedProducts, Suggestion

_FEWEST_ANSWERS = 3
_NOWHERE = frozenset({"unclear", "dangling", "nothing_to_undo", "nothing_saved", "two_needed"})


@dataclass(frozen=True)
class Prospects:
    """Tries what could be said next, with the stages of this turn and in its language."""

    stages: Stages
    language: Language

    def only_leading(self, reply: GroundedReply, after: Session) -> GroundedReply:
        """``reply`` with the first ``most_taps`` of its taps that lead somewhere from ``after``,
        the session after this turn."""
        after = replace(after, question=reply.question)  # a question is open for one turn
        leading: list[Suggestion] = []
        for tap in reply.suggestions:
            if len(leading) == reply.most_taps:
                break
            if self.leads(tap.say, after):
                leading.append(tap)
        return replace(reply, suggestions=tuple(leading))

    def answerable(
        self, question: Question | None, action: Search, ranked: RankedProducts, session: Session
    ) -> Question | None:
        """``question`` with the answers that are heard as the wish they stand for, so that each
        leaves as many pieces as was counted; None where too few are left."""
        if question is None:
            return None
        shown = tuple(item.product.id for item in ranked.items)
        events: tuple[Event, ...] = (
            WishesChanged(action.constraints),
            ProductsShown(shown),
            QuestionAsked(question),
        )
        after = apply(session, events)
        heard = [
            (option, count)
            for option, count in zip(question.options, question.counts, strict=True)
            if self._is_heard(Want(question.slot, (option,)), action.constraints, after)
        ]
        if len(heard) < _FEWEST_ANSWERS:
            return None
        options, counts = zip(*heard, strict=True)
        return replace(question, options=options, counts=counts)

    def leads(self, say: str, session: Session) -> bool:
        """Would these words, said in this session, find something?"""
        return self._finds(self._action(say, session), session)

    def _action(self, say: str, session: Session) -> Action:
        understander, policy = self.stages.understander, self.stages.policy
        meant = understander.understand(say, session, locale=self.language, with_photo=False)
        return policy.decide(meant, session)

    def _is_heard(self, answer: Want, wishes: Constraints, session: Session) -> bool:
        option = answer.value[0] if isinstance(answer.value, tuple) else str(answer.value)
        say = self.stages.composer.option_words(answer.slot, option, self.language)
        action = self._action(say, session)
        return isinstance(action, Search) and action.constraints == apply_edits(wishes, [answer])

    def _finds(self, action: Action, session: Session) -> bool:
        match action:
            case Search(constraints=wishes, leave_out=leave_out, like=like):
                return self._has(wishes, (*leave_out, like) if like else leave_out)
            case Count(wishes) | Survey(wishes):
                return self._has(wishes)
            case Undo(wishes):
                return not wishes or self._has(wishes)
            case BuildSet(wish, wishes, standing, swap):
                return self.stages.sets.build(wish, wishes, standing, swap) is not None
            case Ask(question):
                return not question.counts or any(question.counts)
            case Describe(ids) | Compare(ids) | Deliver(ids) | Save(ids) | WorkOut(ids):
                return any(one in self.stages.products for one in ids)
            case Converse("restart"):
                return bool(session.constraints or session.shown)
            case Converse(kind):
                return kind not in _NOWHERE
        return True

    def _has(self, wishes: Constraints, leave_out: tuple[str, ...] = ()) -> bool:
        query = Query(wishes, self.language, limit=0, leave_out=leave_out)
        return self.stages.searcher.count(query) > 0
