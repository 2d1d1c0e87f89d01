"""By what pieces on the table are held against each other: 'which is heavier', 哪个每克拉便宜."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PIECE = r"[个款件只条枚对颗套支串]"
_WHICH = rf"(?:\bwhich\b|\bwhat one\b|\bwhose\b|哪 ?(?:一 ?)?{_PIECE}|谁)"
_MORE = (
    r"(?:cheaper|dearer|pricier|heavier|lighter|bigger|larger|longer|shorter|better value|"
    r"less expensive|more expensive|best value|smaller|thicker|thinner|chunkier|slimmer|wider|"
    r"narrower|broader|taller|"
    r"(?<!最)(?:[更比]较?)?(?:便宜|贵|重(?!要|点|量|复)|轻|长|短|大|小|粗|细|厚|薄|宽|窄|高(?!级|档|端)|划算|值))"
)
# 'Which is the longest', 哪条最长: who has the most of what is on the table.
WHICH_MOST = re.compile(
    rf"{_WHICH}.{{0,24}}(?:\b(?:long|short|heavi|light|bigg|larg|small|thick|thinn|wid|narrow|"
    rf"tall|chunki|slimm)est\b|最[长短重轻大小粗细厚薄宽窄高](?!级|档|端))"
)
_A_UNIT = r"(?:\b(?:per|a|each) ?(?:gram|carat|ct|g)\b|每克拉?|[一1] ?克拉?|克价)"
# 'Which is cheaper' and 'which has the better price per carat', of pieces on the table.
WHICH_OF = re.compile(rf"{_WHICH}.{{0,24}}(?:{_MORE}|{_A_UNIT})|{_A_UNIT}.{{0,8}}{_WHICH}")
_STONE = r"(?:stone|diamond|gem|pearl|rock)"
_CN_STONE = rf"(?:钻石?|石头?|主石|宝石|珍珠|珠子?| ?{_STONE} ?)"
# 'Which has the larger stone', 哪个钻更大: of the pieces on the table, and no question of the 4Cs.
LARGER_STONE = re.compile(
    rf"{_WHICH}.{{0,16}}\b(?:bigger|larger|biggest|largest|smaller|smallest|more) "
    rf"(?:{_STONE}|carats?)s?\b"
    rf"|\b(?:which|whose) {_STONE} (?:is|looks) (?:the )?(?:bigger|larger|biggest|largest|smaller)"
    rf"|{_WHICH}(?:的)?{_CN_STONE}(?:更|最|比较)?[大小]"
    rf"|{_CN_STONE}(?:更|最|比较)?[大小]的?是{_WHICH}"
    rf"|哪颗(?:{_CN_STONE})?(?:更|最|比较)?[大小]|{_WHICH}(?:更|最|比较)?大[颗粒]"
)
# 'Which is in stock in size 6', 哪个有12号: of the pieces on the table, and no question of charts.
HAD_IN = re.compile(
    r"\bwhich (?:one|ones|of (?:them|these|those)|of the (?:two|three|four)|piece)?s? ?"
    r"(?:is|are|do you have|have you(?: got)?|can i (?:get|have|buy|take|collect|pick up)|"
    r"comes?|has|have|"
    r"would be|could i have)\b(?! (?:the|a)\b).{0,24}"
    r"(?:in stock|available|\b(?:today|right now|straight away)\b|"
    r"\bin (?:size|us|uk|eu|my size|her size|his size)\b|\bsize \w+)"
    rf"|(?:哪 ?(?:一|几|些)? ?(?:{_PIECE}|些)).{{0,6}}"
    r"(?:有|是|能买到?|in stock).{0,10}(?:现货|货|号|圈口|码|尺寸|stock|mm)"
    rf"|(?:哪 ?(?:一|几|些)? ?(?:{_PIECE}|些)).{{0,4}}"
    r"(?:今天|马上|现在|立刻).{0,3}[拿买提取]"
)
IN_STOCK = re.compile(
    r"\b(?:in stock|available|now|today|straight away)\b|现货|有货|in stock|今天|马上|现在|立刻"
)
# 'Which necklace', 哪条项链, before what it is held by; a stone is held by its weight.
_WHAT = (
    rf"哪 ?一?{_PIECE}(?:的)?"
    r"(?:项链|链子?|手链|脚链|手镯|镯子?|戒指|吊坠|坠子?|耳环|耳钉|胸针)(?:更|最|比较)?"
)
WHICH_KIND = re.compile(rf"{_WHAT}[长短粗细厚薄宽窄大小重轻](?!方|巧|众|号|码|气)")
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
        r"[更最比哪个款件较][^,，。钻石]{0,3}(?:重(?!要|点|复)|轻)"
    ),
    "carat": re.compile(
        rf"\b(?:bigger|larger|biggest|largest|smaller|smallest|more) (?:{_STONE}|carat)|"
        rf"\b{_STONE} (?:is |looks )?(?:the )?(?:bigger|larger|biggest|largest|smaller)|"
        rf"(?:{_CN_STONE}|克拉|哪颗)[^,，。]{{0,4}}(?:更|最|比较)?[大小]|大[颗粒]"
    ),
    "length_mm": re.compile(
        rf"\b(?:longer|longest|shorter|shortest)\b|[更最比哪个条串较][长短]|{_WHAT}[长短]"
    ),
    "thickness_mm": re.compile(
        r"\b(?:thick(?:er|est)|thinn(?:er|est)|chunki(?:er|est)|slimm(?:er|est))\b|"
        rf"[更最比哪个条只枚对款件较][粗细厚薄]|{_WHAT}[粗细厚薄]"
    ),
    "width_mm": re.compile(
        r"\b(?:wid(?:er|est)|broad(?:er|est)|narrow(?:er|est))\b|[更最比哪个条只枚对款件较][宽窄]|哪[^,，。]{0,6}[宽窄]"
    ),
    "height_mm": re.compile(r"\b(?:tall(?:er|est))\b|[更最比哪个条只枚对款件较][高矮](?!级|档|端)"),
    "face_mm2": re.compile(
        rf"\b(?:bigger|larger|biggest|largest|smaller|smallest)\b(?! (?:{_STONE}|carat))|"
        r"(?:[更最较]|哪 ?一?[个条只枚对款件串支])[大小](?!方|巧|众|号|码|气)"
        rf"|{_WHAT}[大小](?!方|巧|众|号|码|气)"
    ),
    "price": re.compile(
        r"\b(?:cheap(?:er|est)|dearer|pricier|(?:less|more|least|most) expensive)\b|"
        r"便宜|[更最]贵|哪.贵"
    ),
}
UNITS = ("price_per_carat", "price_per_gram")
