"""By what pieces on the table are held against each other: 'which is heavier', 哪个每克拉便宜."""

from __future__ import annotations

import re
from collections.abc import Mapping

_WHICH = r"(?:\bwhich\b|\bwhat one\b|哪 ?(?:一 ?)?[个款件只条枚对颗套支串]|谁)"
_MORE = (
    r"(?:cheaper|dearer|pricier|heavier|lighter|bigger|larger|longer|shorter|better value|"
    r"less expensive|more expensive|best value|"
    r"(?<!最)(?:[更比]较?)?(?:便宜|贵|重|轻|长|短|大|划算|值))"
)
_A_UNIT = r"(?:\b(?:per|a|each) ?(?:gram|carat|ct|g)\b|每克拉?|[一1] ?克拉?|克价)"
# 'Which is cheaper' and 'which has the better price per carat', of pieces on the table.
WHICH_OF = re.compile(rf"{_WHICH}.{{0,24}}(?:{_MORE}|{_A_UNIT})|{_A_UNIT}.{{0,8}}{_WHICH}")
# What the answer begins with, by the field or figure that is asked about.
CONTRASTS: Mapping[str, re.Pattern[str]] = {
    "price_per_carat": re.compile(
        r"\b(?:per|a|each) (?:carat|ct)\b|(?:每|[一1]) ?克拉(?:单?价|多少|[更最谁哪便划贵合])|"
        r"每克拉"
    ),
    "price_per_gram": re.compile(
        r"\b(?:per|a|each) (?:gram|g)\b|每克(?!拉)|克价|[一1] ?克(?:多少|几|[更最便划贵])"
    ),
    "metal_weight_g": re.compile(
        r"\b(?:heav(?:ier|iest|y)|light(?:er|est)|weigh\w*)\b|多重|克重|"
        r"[更最比哪个款件较][^,，。钻石]{0,3}[重轻]"
    ),
    "carat": re.compile(
        r"\b(?:bigger|larger|biggest|largest) (?:stone|diamond|gem|carat)|"
        r"\b(?:stone|diamond|gem) (?:is )?(?:bigger|larger)|"
        r"(?:钻石?|石头?|主石|宝石|克拉)[^,，。]{0,4}(?:更|最|比较)?大"
    ),
    "length_mm": re.compile(r"\b(?:longer|longest|shorter|shortest)\b|[更最比哪个条较]长"),
    "price": re.compile(
        r"\b(?:cheap(?:er|est)|dearer|pricier|(?:less|more|least|most) expensive)\b|"
        r"便宜|[更最]贵|哪.贵"
    ),
}
UNITS = ("price_per_carat", "price_per_gram")
