"""The JSON contract: a Reply as the object that ``converse`` and the HTTP route give.

Other programs and benchmarks rely on these names; they only ever grow.
"""

from __future__ import annotations

from assistant.catalogue.product import Product
from assistant.terms import Language, spoken
from assistant.turn import Problem, Reply, ShownProduct


def reply_to_json(reply: Reply) -> dict[str, object]:
    """The contract's output object."""
    question = reply.question
    return {
        "session": reply.session,
        "turn": reply.turn,
        "reply": reply.text,
        "language": reply.language,
        "transcript": reply.transcript,
        "intent": reply.intent,
        "constraints": reply.constraints.to_json(),
        "products": [shown_to_json(shown, reply.language) for shown in reply.products],
        "claims": [
            {"text": c.text, "source": c.source, "field": c.field, "value": c.value}
            for c in reply.claims
        ],
        "question": question
        and {
            "slot": question.slot,
            "options": list(question.options),
            "counts": list(question.counts),
        },
        "suggestions": [s.say for s in reply.suggestions],
        "timings_ms": {stage: round(ms, 2) for stage, ms in reply.timings_ms.items()},
        "error": reply.error and {"code": reply.error.code, "message": reply.error.message},
    }


def shown_to_json(shown: ShownProduct, language: Language) -> dict[str, object]:
    """One product of a reply, named in the reply's language."""
    product = shown.product
    return {
        "id": product.id,
        "name": spoken(product.name, language),
        "price_minor": product.price.minor,
        "currency": product.price.currency,
        "image_url": image_url(product),
        "available": _is_available(product),
        "facts": product_facts(product),
        "why": [{"part": r.part, "score": round(r.score, 4), "text": r.text} for r in shown.why],
    }


def _is_available(product: Product) -> bool | None:
    """To be had today; None where the record does not state it."""
    if product.availability is None:
        return None
    return product.availability in ("in_stock", "last_one")


def product_facts(product: Product) -> dict[str, object]:
    """The contract's ``facts``: null where the record does not state it."""
    stone = product.main_stone
    return {
        "category": product.category,
        "metal": product.metal,
        "metal_colour": product.metal_colour,
        "purity": product.purity,
        "plating": product.plating,
        "stone": stone.stone if stone else None,
        "stone_colour": stone.colour if stone else None,
        "nickel": None if product.nickel == "not-stated" else product.nickel,
    }


def image_url(product: Product) -> str | None:
    """Path of the product's picture on the shop's own host; None for a piece without one."""
    return media_url(product.image) if product.image else None


def media_url(image: str) -> str:
    """Path of one of a record's pictures on the shop's own host."""
    return f"/media/catalogue/{image}"


def failure_to_json(session: str | None, problem: Problem, language: Language) -> dict[str, object]:
    """The contract's object for a request that could not become a turn."""
    return {
        "session": session,
        "turn": 0,
        "reply": problem.message,
        "language": language,
        "transcript": None,
        "intent": "unclear",
        "constraints": {},
        "products": [],
        "claims": [],
        "question": None,
        "suggestions": [],
        "timings_ms": {},
        "error": {"code": problem.code, "message": problem.message},
    }
