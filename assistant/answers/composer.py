"""From an action and its findings to a grounded reply: each action has its own module.

Everything a sentence states comes with the claim that backs it; ``grounding.py`` checks them all
again before anything is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.actions import (
    Action,
    Advise,
    Ask,
    BuildSet,
    Compare,
    Converse,
    Count,
    Deliver,
    Describe,
    HandOver,
    KeepMemo,
    PriceMetal,
    Save,
    Search,
    Survey,
    Undo,
    WorkOut,
)
from assistant.answers import (
    advice,
    asking,
    comparisons,
    courtesies,
    delivery,
    descriptions,
    handovers,
    keeping,
    metal_prices,
    offers,
    sets,
    surveys,
    workings,
)
from assistant.answers.apologies import explain_error
from assistant.answers.desk import Desk
from assistant.answers.facts import Facts
from assistant.answers.options import option_words
from assistant.answers.sources import Matcher
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.gold_maths import MetalPrice
from assistant.money import Rate
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, GroundedReply, Problem, Understanding


class TemplateComposer:
    """Implements ``stages.Composer`` with sentences in both languages. ``shelf`` tells what else
    is there: what was left out, and what meets a need; ``metal_prices`` are those that the shop has
    set."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        products: Mapping[str, Product],
        rates: Sequence[Rate],
        shelf: Matcher,
        metal_prices: Sequence[MetalPrice] = (),
    ) -> None:
        self._facts = Facts(vocabulary)
        self._products = products
        self._rates = tuple(rates)
        self._shelf = shelf
        self._metal_prices = tuple(metal_prices)

    def compose(  # noqa: PLR0912 - one case an action
        self, action: Action, findings: Findings, understanding: Understanding
    ) -> GroundedReply:
        """What to say about ``findings``, with claims, products, a question and suggestions."""
        language = understanding.language
        desk = Desk(
            self._facts, self._products, self._rates, self._shelf, language, self._metal_prices
        )
        match action:
            case Search():
                return offers.offer(action, findings, understanding, desk)
            case Count(wishes):
                return offers.count(wishes, findings, desk)
            case Undo(wishes, wish, pieces) if wish is not None and findings.piece_set:
                again = BuildSet(wish, wishes, pieces)
                return sets.build_set(again, findings, desk, is_back=True)
            case Undo(wishes):
                return offers.back_again(wishes, findings, desk)
            case Describe(fields=fields, size_mm=size_mm):
                return descriptions.describe(findings.products, fields, desk, size_mm)
            case Compare():
                return comparisons.compare(action, findings, desk)
            case Deliver():
                return delivery.deliver(action, findings, desk)
            case Save():
                return descriptions.confirm_saved(findings.products, desk)
            case Advise():
                return advice.advise(
                    action, findings, self._facts, language, understanding.ambiguity
                )
            case Survey():
                return surveys.survey(action, findings, desk)
            case BuildSet():
                return sets.build_set(action, findings, desk)
            case WorkOut(fields=fields):
                return workings.work_out(findings, desk, fields)
            case PriceMetal():
                return metal_prices.price_metal(action, desk)
            case HandOver():
                return handovers.hand_over(action, findings, desk)
            case KeepMemo():
                return keeping.keep(action, findings, desk)
            case Ask():
                return asking.ask(action, desk)
            case Converse(kind):
                return courtesies.converse(kind, language)

    def apologise(self, problems: tuple[Problem, ...], language: Language) -> GroundedReply:
        """One sentence a problem, and something to tap."""
        text = " ".join(dict.fromkeys(problem.message for problem in problems))
        return courtesies.with_starters(text, language)

    def explain(self, error: Exception, language: Language) -> Problem:
        """The problem in the shopper's language."""
        return explain_error(error, language)

    def wishes_of(self, action: Action) -> Constraints:
        """The wishes that an action rests on; the check holds claims against them."""
        if isinstance(action, Search | Count | Survey | BuildSet | Compare | Deliver | Undo):
            return action.constraints
        return (action.wishes if isinstance(action, KeepMemo) else None) or Constraints()

    def option_words(self, slot: str, option: str, language: Language) -> str:
        """An answer of a question as a shopper reads it, and says it."""
        return option_words(self._facts.vocabulary, slot, option, language)
