"""Themes of questions about stones, their settings and their papers, by the key of their cards."""

from __future__ import annotations

import re
from collections.abc import Mapping

STONES: Mapping[str, re.Pattern[str]] = {
    "4cs": re.compile(
        r"\b(?:4|four) ?c'?s?\b|[4四]c|"
        r"\b(?:grade|judge|quality|good|rate)[ds]?\b.{0,20}\bdiamonds?\b|"
        r"\bdiamonds?\b.{0,16}\b(?:graded|quality|grading|rated)\b|"
        r"\bdiamonds?\b.{0,20}\bcut\b|\bcut\b.{0,20}\bdiamonds?\b|切工|"
        r"钻.{0,8}(?:好坏|等级|分级|怎么分|几级|级别|品质)|(?:怎么|如何|咋).{0,2}(?:挑|选|看)钻"
        r"|\bdiamond.{0,12}\b(?:grading|quality|matters)|\bmatters? .{0,8}\bdiamond|\b(?:four|4) "
        r"cs\b|钻石?.{0,6}(?:评级|看什么|怎么看|主要看)|[4四]个?c"
        r"|\bcut\b.{0,12}\bcolou?r\b|挑钻.{0,4}看"
    ),
    "colour_clarity": re.compile(
        r"\bclarity\b|\bcolou?r grades?\b|\b(?:vvs|vs|si)[12]?\b|"
        r"\b[d-j](?: (?:and|or|vs) [d-j])? colou?r\b|"
        r"净度|(?<![a-z])[d-j]色|钻石?(?:的)?颜色"
        r"|(?<![a-z])(?:vvs|vs|si)[12](?!\d)|\beye ?-?clean|净度|(?<![a-z])(?:fl|if)是|肉眼看"
    ),
    "diamond_shape": re.compile(
        r"\bcut (?:and|or|vs) (?:the )?shape|\bshape (?:and|or|vs) (?:the )?cut|"
        r"\bfancy (?:shapes?|cuts?)\b|\bdiamonds?\b.{0,16}\bshapes?\b|"
        r"\bshapes?\b.{0,16}\bdiamonds?\b|"
        r"\b(?:cushion|pear|oval|princess|emerald|marquise|radiant|asscher|baguette) cut\b|"
        r"钻.{0,6}形状|异形|[垫梨方圆]形?(?:切割|明亮)|(?:公主方|祖母绿|雷迪恩)切"
    ),
    "carat_size": re.compile(
        r"\bhow (?:big|large|wide|many mm|much)\b.{0,24}\bcarats?\b|\bcarats?\b.{0,10}(?:mm|"
        r"across)|"
        r"\bwhat(?:'s| is| does) (?:a |one |1 )?carat\b|"
        r"克拉.{0,8}(?:多大|毫米|mm|直径|多少克)|多大.{0,4}克拉|克拉(?:是|指)|什么是克拉|"
        r"\d+分.{0,6}(?:多大|毫米|mm|直径)"
    ),
    "laboratory": re.compile(
        r"\blab[- ]?(?:grown|created|made)|\blaborator(?:y|ies)(?: grown)?\b.{0,4}diamond|"
        r"\blab diamonds?\b|\bcvd\b|\bhpht\b|\bman made diamond|培育|合成钻|实验室.{0,6}钻|人造钻|"
        r"人工.{0,4}钻"
        r"|(?<![a-z])cvd|人造.{0,4}钻|\bman ?made .{0,4}diamond"
    ),
    "lab_report": re.compile(
        r"\bpremium\b|^(?=.*\b(?:gia|igi|reports?|certificat\w+|graded?)\b).*"
        r"(?:\blab(?:orator\w+)?(?: grown| created)? ?(?:grown|created|diamonds?)|培育)|"
        r"培育.{0,12}(?:证书|分级)|(?:证书|分级).{0,12}培育"
    ),
    "laboratory_name": re.compile(r"\bsynthetics?\b|合成"),
    "jade_grades": re.compile(
        r"(?<![a-z])(?:[abc]\+)?[abc]货|\b(?:type|grade) [abc]\b|\b[abc] (?:goods|grade|type|jade)|"
        r"\ba, ?b (?:and|or) c\b.{0,8}jade|"
        r"\b(?:jade(?:ite)?) .{0,8}(?:grades?|types?|graded|treated|bleached)\b|"
        r"翡翠.{0,6}(?:分级|等级|级别|怎么分|处理|注胶)"
        r"|\bjade grading\b|\b[abc] jade\b|(?<![a-z])abc货"
    ),
    "jade_texture": re.compile(
        r"\bic(?:y|e) .{0,8}jade|\bjade(?:ite)?\b.{0,16}\b(?:translucen\w+|texture|water|"
        r"transparen\w+)|"
        r"\b(?:translucen\w+|texture|water)\b.{0,12}\bjade(?:ite)?|"
        r"\b(?:glass(?:y)?|ice|icy|sticky rice|bean) (?:type |kind )?(?:of )?jade|"
        r"种水|种[老嫩]|水头|(?:冰|糯|豆|玻璃|油青)种|飘花"
        r"|\b(?:ice|icy|glassy?) (?:variety|jade|type)|\bjade .{0,4}(?:ice|icy|glassy?)\b|"
        r"\bvariety of jade\b|\btranslucen\w+.{0,8}jade|种 in jade|翡翠的种"
        r"|种.{0,2}水.{0,3}(?:好|什么|意思)"
    ),
    "hetian": re.compile(
        r"\bhe ?tian\b|\bhotan\b|\bkhotan\b|\bxinjiang\b|和田|籽料|新疆|[俄青]料"
        r"|山料|青海料|俄料"
    ),
    "pearl_knots": re.compile(
        r"\bknot(?:s|ted)?\b|\bre ?string|\bre ?strung|打结.{0,4}(?:有|用|吗)|(?:珠|"
        r"珍珠).{0,10}打结|"
        r"(?:重新)?穿线|重新?串"
    ),
    "treatment": re.compile(
        r"\btreat(?:ed|ments?)\b|\b(?:un)?heat(?:ed|ing)\b|\boil(?:ed|ing)\b|\bdyed\b|\birradiat|"
        r"\benhance(?:d|ment)|优化|(?:经过|有|无|没|宝石)处理|[有无]烧|[注浸泡]油|染色|加热|充填|"
        r"注胶"
        r"|\benhanc\w+|\bheat treat|辐照|优化|加热|注油"
        r"|\bno heat\b"
    ),
    "origin": re.compile(
        r"\bwhere (?:are|is|do|does|did|were|was) (?:\w+ ){0,5}(?:mined|come(?:s)? from|from|"
        r"sourced|originate)\b|\bwhere .{0,24} (?:mined|sourced|come from)\b|"
        r"\b(?:which|what) (?:country|countries|mines?)\b|\bcountr(?:y|ies) of origin\b|"
        r"\b(?:ethical(?:ly)?|responsibl[ey]) (?:sourced|mined|sourcing)|"
        r"\bconflict[ -]?free\b|\bblood diamonds?\b|\borigins? of (?:your|the|these)\b|"
        r"产地|原产|产自|哪(?:里|儿|国|个国家|个地方|个矿)(?:产|出产|来|开采|挖)的?|"
        r"(?:什么|啥)地方(?:产|出产|来)的|来自哪|(?<!生)产的[吗么不嘛]|(?:哪里|哪儿|哪个矿|哪个国家)来的|血钻"
    ),
    "natural": re.compile(r"\bnatural\b|天然"),
    "hardness": re.compile(
        r"\bhard(?:er|est|ness)\b|\bmohs\b|\bscratch(?:es|ed|ing)?\b|\bhow hard\b|\bsoft(?:er|"
        r"est)?\b|"
        r"\btough(?:er|est)\b|硬度|耐磨|[最更个]硬|硬不硬|摩氏|刮花|磨花|划伤|刮伤"
        r"|\bhard stone|硬吗"
    ),
    "daily_wear": re.compile(
        r"\bevery ?day\b|\bdaily\b|\bday to day\b|日常|(?<![今明昨])天天|平时戴|每天戴|每天佩戴"
    ),
    "settings": re.compile(
        r"\bsettings?\b(?! up)|\bprongs?\b|\bbezels?\b|\bclaws?\b|\bchannel set|\bpav[eé]\b|"
        r"镶嵌|[爪包密轨逼槽]道?镶|镶法|怎么镶"
    ),
    "earring_backs": re.compile(
        r"\b(?:earring |stud |screw |push |lever |butterfly |omega )backs?\b|\bbacks? for earrings|"
        r"\bomega\b|\blever ?backs?|耳背|耳堵|耳塞|耳扣"
        r"|\bbacks?\b.{0,20}\b(?:earrings?|fall off|secure|heavy)\b|\b(?:which|what|kinds? of) "
        r"backs\b|耳[扣堵背针]"
    ),
    "clasps": re.compile(
        r"\bclasps?\b|\blobster\b|\bspring ring|\btoggle|扣头|搭扣|扣子|哪种扣|[龙虾弹簧磁]扣|"
        r"龙虾扣|ot扣"
    ),
    "certificate": re.compile(
        r"\bcertificat\w+|\b(?:gia|igi|hrd|ngtc|gic)\b|\b(?:grading|gem|lab) reports?\b|证书|鉴定|"
        r"国检"
    ),
}
