"""From an action and its findings to a grounded reply: each action has its own module.

Everything a sentence states comes with the claim that backs it; ``grounding.py`` checks them all
again before anything is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.actions import Action, Advise, Ask, Compare, Converse, Count, Describe, Save, Search
from assistant.answers import advice, courtesies, descriptions, offers
from assistant.answers.apologies import explain_error
from assistant.answers.facts import Facts
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.money import Rate
from assistant.terms import Language, Vocabulary
from assistant.turn import Findings, GroundedReply, Problem, Understanding


class TemplateComposer:
    """Implements ``respond.Composer`` with sentences in both languages."""

    def __init__(
        self, vocabulary: Vocabulary, products: Mapping[str, Product], rates: Sequence[Rate]
    ) -> None:
        self._facts = Facts(vocabulary)
        self._products = products
        self._rates = tuple(rates)

    def compose(
        self, action: Action, findings: Findings, understanding: Understanding
    ) -> GroundedReply:
        """What to say about ``findings``, with claims, products, a question and suggestions."""
        language = understanding.language
        match action:
            case Search(constraints=wishes):
                return offers.offer(wishes, action, findings, self._facts, self._rates, language)
            case Count(wishes):
                return offers.count(wishes, findings, self._facts, language)
            case Describe(fields=fields):
                return descriptions.describe(findings.products, fields, self._facts, language)
            case Compare():
                return descriptions.compare(findings.products, self._facts, language)
            case Save():
                return descriptions.confirm_saved(findings.products, language)
            case Advise():
                return advice.advise(action, findings, self._facts, language)
            case Ask():
                return courtesies.ask(action, self._products, self._facts.vocabulary, language)
            case Converse(kind):
                return courtesies.converse(kind, language)
        return courtesies.converse("unclear", language)

    def apologise(self, problems: tuple[Problem, ...], language: Language) -> GroundedReply:
        """One sentence a problem, and something to tap."""
        text = " ".join(dict.fromkeys(problem.message for problem in problems))
        return GroundedReply(text, suggestions=courtesies.starters(language))

    def explain(self, error: Exception, language: Language) -> Problem:
        """The problem in the shopper's language."""
        return explain_error(error, language)

    def wishes_of(self, action: Action) -> Constraints:
        """The wishes that an action rests on; the check holds claims against them."""
        return action.constraints if isinstance(action, Search | Count) else Constraints()
