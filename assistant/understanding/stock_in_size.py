"""'Is it in stock in her size', 她的尺寸有现货吗: asked of one piece and answered for that size."""

from __future__ import annotations

import re

from assistant.session import Session
from assistant.understanding.references import Pointing

_STOCK = r"(?:\bin stock\b|\bavailable\b|现货|有货)"
_SIZE = (
    r"(?:\b(?:in|for) (?:(?:her|his|my|their|that|this|the right|the same) (?:ring |finger )?size|"
    r"(?:a )?(?:size|us|uk|eu|hk|japanese|hong kong) ?(?:size )?[\da-z½.]+)\b|"
    r"(?:她|他|我|这个|那个|这|那)的?(?:尺寸|尺码|码|号|手寸|圈口|size)|"
    r"(?:[美欧英日港]码|内地|大陆)?\d[\d.]*(?:号|码)(?!楼|店))"
)
_ASKS = re.compile(
    r"\?|^(?:(?:and|but|so|ok|okay)[ ,]+)*(?:is|are|do|does|have|has|would|can)\b|"
    r"吗|么|有没有|没有$|有无|呢"
)
_IN_SIZE = re.compile(rf"{_STOCK}.{{0,16}}{_SIZE}|{_SIZE}.{{0,16}}{_STOCK}")
_OF_MANY = re.compile(
    r"\b(?:which|any|what|others?|rings|bangles|ones|these|those|them)\b|哪|别的|其他|些"
)


def asks_stock_in_size(text: str, session: Session, pointing: Pointing) -> bool:
    """Does folded ``text`` ask whether the one piece that is pointed at, or talked of, is there in
    a size?"""
    pieces = pointing.product_ids or session.focus
    if len(pieces) != 1 or pointing.dangling or _OF_MANY.search(text):
        return False
    return _ASKS.search(text) is not None and _IN_SIZE.search(text) is not None
