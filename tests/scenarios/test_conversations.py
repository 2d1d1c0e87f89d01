"""Scripted conversations over the real catalogue, vocabulary, cards and text encoder.

They assert state, products and claims; never wording.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.assembly import Facet
from assistant.catalogue.product import Product
from assistant.storage.memory_store import MemorySessionStore
from assistant.terms import Vocabulary
from assistant.turn import RawTurn

HERE = Path(__file__).parent
SCRIPTS = [
    pytest.param(script, id=script["name"])
    for path in (HERE / "english.yaml", HERE / "chinese.yaml")
    for script in yaml.safe_load(path.read_text(encoding="utf-8"))
]


def test_there_are_forty_conversations_and_half_are_chinese() -> None:
    chinese = [p for p in SCRIPTS if any("\u4e00" <= char <= "\u9fff" for char in str(p.id))]
    assert len(SCRIPTS) >= 40
    assert len(chinese) * 2 >= len(SCRIPTS)


@pytest.mark.weights
@pytest.mark.parametrize("script", SCRIPTS)
def test_conversation(script: Mapping[str, Any], facet: Facet) -> None:
    conversations = facet.conversations(MemorySessionStore())
    session, _ = conversations.open("scripted", trust_id=True)
    seen: list[str] = []
    before: list[Product] = []
    for number, turn in enumerate(script["turns"], start=1):
        reply = conversations.take(session.id, RawTurn(text=turn["say"]))
        shown = [one.product for one in reply.products]
        where = f"turn {number}, {turn['say']!r} -> {reply.text!r}"
        assert reply.error is None, where
        assert reply.text.strip(), where
        _check_state(turn, reply.intent, reply.language, reply.constraints.to_json(), where)
        _check_products(turn, shown, before, seen, facet.front.vocabulary, where)
        _check_claims(turn, reply.claims, where)
        _check_question(turn, reply, where)
        if shown:
            before = shown
            seen += [product.id for product in shown]


def _check_state(
    turn: Mapping[str, Any], intent: str, language: str, wishes: dict[str, object], where: str
) -> None:
    assert intent == turn.get("intent", intent), f"{where}: intent {intent}"
    assert language == turn.get("language", language), where
    if "wishes" in turn:
        assert wishes == turn["wishes"], where
    assert turn.get("wishes_has", {}).items() <= wishes.items(), f"{where}: {wishes}"


def _check_products(
    turn: Mapping[str, Any],
    shown: list[Product],
    before: list[Product],
    seen: list[str],
    vocabulary: Vocabulary,
    where: str,
) -> None:
    expected = turn.get("shows")
    if expected == "some":
        assert shown, where
    elif expected == "none":
        assert not shown, where
    elif expected is not None:
        assert len(shown) == expected, where
    prices = [product.price.minor for product in shown]
    for product in shown:
        for slot, value in turn.get("every", {}).items():
            assert _has(product, slot, value, vocabulary), f"{where}: {product.id} {slot}"
        for slot, value in turn.get("never", {}).items():
            assert not _has(product, slot, value, vocabulary), f"{where}: {product.id} {slot}"
        assert product.price.minor <= turn.get("under", product.price.minor), where
        assert product.price.minor >= turn.get("over", product.price.minor), where
    if turn.get("cheapest_first"):
        assert prices == sorted(prices), where
    if turn.get("dearest_first"):
        assert prices == sorted(prices, reverse=True), where
    if turn.get("cheaper_than_before") and prices:
        assert max(prices) < min(product.price.minor for product in before), where
    if turn.get("unseen"):
        assert shown, where
        assert not {product.id for product in shown} & set(seen), where
    if turn.get("unseen_first"):
        assert before[0].id not in {product.id for product in shown}, where


def _has(product: Product, slot: str, value: str, vocabulary: Vocabulary) -> bool:
    if slot == "stone":
        return any(vocabulary.satisfies("stone", s.stone, (value,)) for s in product.stones)
    return bool(getattr(product, slot) == value)


def _check_claims(turn: Mapping[str, Any], claims: Any, where: str) -> None:
    for source, field in turn.get("claims", []):
        backed = [c for c in claims if c.source.startswith(source) and c.field == field]
        found = [(c.source, c.field) for c in claims]
        assert backed, f"{where}: no claim {source} {field} in {found}"


def _check_question(turn: Mapping[str, Any], reply: Any, where: str) -> None:
    asked = reply.question.slot if reply.question else None
    expected = turn.get("asks", "unsaid")
    if expected == "any":
        assert asked, where
    elif expected != "unsaid":
        assert asked == expected, where
    if turn.get("suggests"):
        assert reply.suggestions, where
