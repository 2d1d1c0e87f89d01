"""What kind of turn a scripted one is, from what it asserts: its intent and what it changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.evaluation.scripts import ScriptTurn

# In the order of the report.
KINDS = (
    "search",
    "refine",
    "exclude",
    "correct",
    "relax",
    "undo",
    "restart",
    "reference",
    "question",
    "advice",
    "policy",
    "set",
    "memory",
    "handover",
    "manners",
    "stay",
    "other",
)
_BY_INTENT: Mapping[str, str] = {
    "undo": "undo",
    "restart": "restart",
    "describe": "reference",
    "compare": "reference",
    "save": "reference",
    "similar": "reference",
    "count": "question",
    "survey": "question",
    "extreme": "question",
    "gold_maths": "question",
    "care": "advice",
    "sizing": "advice",
    "advice": "advice",
    "policy": "policy",
    "set": "set",
    "remember": "memory",
    "recall": "memory",
    "forget": "memory",
    "handover": "handover",
    **dict.fromkeys(
        ("greet", "chat", "insult", "thanks", "goodbye", "help", "off_topic", "unclear"), "manners"
    ),
}


def kind_of(turn: ScriptTurn) -> str:
    """One of KINDS. The intent decides where it is about more than wishes, else the change."""
    for intent in turn.intents:
        if intent in _BY_INTENT:
            return _BY_INTENT[intent]
    sources = [source for source, _ in turn.expected.get("claims", [])]
    if turn.wishes is None:
        return "other"
    if turn.before is None:
        return "search" if "search" in turn.intents else "other"
    if dict(turn.wishes) == dict(turn.before):
        if any(source.startswith("card") for source in sources):
            return "advice"
        return "reference" if any(source.startswith("product") for source in sources) else "stay"
    return _kind_of_change(turn.before, turn.wishes)


def _kind_of_change(before: Mapping[str, Any], after: Mapping[str, Any]) -> str:
    if not after:
        return "restart"
    if not before:
        return "search"
    if before.get("exclude", {}) != after.get("exclude", {}) and after.get("exclude"):
        return "exclude"
    if any(before[slot] != after[slot] for slot in before.keys() & after.keys()):
        return "correct"
    return "refine" if after.keys() - before.keys() else "relax"
