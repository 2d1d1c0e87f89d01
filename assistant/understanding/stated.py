"""Wishes stated in words of their own: in stock, and an allergy by what nickel does."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.constraints import Edit, Want

_NICKEL_HURTS = re.compile(
    r"\ballerg(?:y|ic|ies)\b[^.;!?]{0,16}\bnickel\b|"
    r"\bnickel\b[^.;!?]{0,30}\b(?:rash(?:es)?|itch\w*|irritat\w+|hives|react\w*|blisters?|swell|burns?)\b|"
    r"\b(?:rash|itch\w*|react\w*|hives)\b[^.;!?]{0,20}\bnickel\b|镍[^,，。]{0,8}(?:痒|起疹|红肿|发红|发炎)"
)
_IN_STOCK = re.compile(
    r"\b(?:in stock|available (?:now|today|right away|immediately)|ready to (?:ship|take|"
    r"go)|ships? today|take (?:it )?home today|in store now)\b"
    r"|现货|有货的|马上能拿|现成的|立刻能拿|当天能拿|今天就能拿"
)
_NOT_IN_STOCK = re.compile(
    r"\b(?:not|isn't|aren't|if|when|whether)\b[^,.]{0,20}$|(?:不是|(?<!有)没有|没|无|缺)$"
)


def allergies_stated(text: str) -> Iterator[tuple[int, Edit]]:
    """'Nickel brings me out in a rash', 一戴含镍的就痒: an allergy by what it does."""
    if match := _NICKEL_HURTS.search(text):
        yield match.start(), Want("allergies", ("nickel",))


def stock_stated(text: str, cleared_slots: set[str]) -> Iterator[tuple[int, Edit]]:
    """'In stock', 有现货的, where that is not being let go of."""
    if "in_stock" in cleared_slots:
        return
    for match in _IN_STOCK.finditer(text):
        if not _NOT_IN_STOCK.search(text[: match.start()]):
            yield match.start(), Want("in_stock", True)
            return
