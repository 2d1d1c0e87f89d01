"""Where an answer's advice comes from: the sources of the cards that its claims name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from assistant.knowledge.card import Card
from assistant.terms import Language
from assistant.ui.wording import say

_CARD = "card:"
# Sources are named as their owners write them; what names nobody is said in the page's language.
_PLAIN_ZH: Mapping[str, str] = {
    "general trade practice": "行业通行做法",
    "general trade knowledge": "行业常识",
    "general gemmology": "宝石学常识",
    "general knowledge of custom": "习俗常识",
    "chinese calendar, general knowledge": "农历常识",
    "demonstration shop policy": "演示店的规定",
    "the shop's own rule": "本店规则",
    "house rule": "本店规则",
    "ring measuring guides": "戒指测量指南",
}
_PLAIN = re.compile("|".join(map(re.escape, _PLAIN_ZH)), re.IGNORECASE)


def sources_line(
    claims: Iterable[Mapping[str, Any]], cards: Mapping[str, Card], language: Language
) -> str:
    """'Source: Rio Grande gem cleaning chart, 2026-11-24' as HTML, each source once with the day
    on which it was read; '' where no claim rests on a card."""
    ids = [str(claim.get("source", "")) for claim in claims]
    told = dict.fromkeys(
        _named(cards[one.removeprefix(_CARD)], language)
        for one in ids
        if one.startswith(_CARD) and one.removeprefix(_CARD) in cards
    )
    if not told:
        return ""
    colon, joiner = (": ", " · ") if language == "en" else ("：", " · ")
    words = say("source", language) + colon + joiner.join(told)
    return f'<p class="sources">{escape(words)}</p>'


def _named(card: Card, language: Language) -> str:
    if language == "en":
        return f"{card.source}, {card.date}"
    plain = _PLAIN.sub(lambda match: _PLAIN_ZH[match[0].lower()], card.source)
    return f"{plain.replace('; ', '；')}，{card.date}"
