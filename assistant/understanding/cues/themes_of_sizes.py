"""Themes of questions about sizes, by the key that their cards are filed under."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PLACE = (
    r"(?:us|uk|eu|jp|american|british|english|european|japanese|chinese|mainland|"
    r"hong kong|美|英|欧|日|港|国内|国外|大陆|内地|香港)"
)

SIZES: Mapping[str, re.Pattern[str]] = {
    "ring_size": re.compile(
        r"\brings? siz\w*|\bsiz\w* (?:of )?(?:my |her |his |a |the |this |that |your )?"
        r"(?:ring|finger)s?\b|\bfinger size|"
        r"\b(?:measur\w+|girth|around) .{0,16}\b(?:finger|ring)s?\b|"
        r"\b(?:finger|ring)s?\b.{0,24}\b(?:measur\w+|sizes?|mm|cm|millimet\w+|inch\w*|us|uk|"
        r"eu|jp)\b|\bsize \d|\b(?:us|uk|eu|jp) (?:size )?(?:\d{1,2}(?:\.\d+)?|[a-z]½?)(?![a-z\d])|"
        r"手寸|指围|"
        r"戒.{0,8}(?:尺寸|尺码|大小|号|量|测|内径|圈)|(?:号|量|测|尺寸|尺码|大小).{0,6}戒|"
        r"(?:量|测).{0,4}(?:手指|指头)|手指.{0,8}(?:量|测|号|毫米|mm|厘米)|"
        r"[美英欧日港]码|港[号度]|(?:大陆|内地|国内|香港).{0,2}[码号]|\d ?号"
    ),
    "ring_scale": re.compile(
        rf"\bsizes? .{{0,16}}\bscales?\b|\bscales?\b.{{0,20}}\bsizes?|"
        rf"\bbetween countries|\bcountry to country|"
        rf"\b{_PLACE}\b.{{0,30}} (?:and|to|vs|or|from|in|into|as)(?: an?| the)? {_PLACE}\b|"
        rf"各国|各个国家|(?:号|码|尺寸).{{0,6}}换算|换算.{{0,6}}(?:号|码|尺寸)|"
        rf"{_PLACE}.{{0,8}}(?:和|跟|与|vs).{{0,2}}{_PLACE}|"
        r"\bring siz\w* .{0,12}(?:scales?|systems?|standards?)\b|尺码.{0,6}标准|"
        r"尺码(?:表|对照)|\bsize (?:chart|conversion|table)"
        r"|\bscales?\b.{0,16}\brings?\b|\bscale\b.{0,24}\bsizes?\b|\bsizes? .{0,12}\binternational|"
        r"(?:欧|美|英|日|中)[国洲]?码.{0,4}[和跟与]|号.{0,6}(?:统一|怎么定)|国际.{0,6}(?:戒|号)|"
        r"戒指?.{0,6}用字母|\b(?:american|british|european|japanese) .{0,24}\bring|\b(?:european|"
        r"american|british|us|uk) scale"
    ),
    "hk_scale": re.compile(r"\bhong kong\b|\bhk\b|港[码号度]|香港.{0,4}[码号]"),
    "ring_fit": re.compile(
        r"\bwide(?:r|st)? .{0,10}(?:bands?|rings?)\b|\bcomfort fit\b|\bsize (?:up|down)\b|"
        r"\bhalf a size\b|\brings? .{0,24}(?:too )?(?:tight|loose|snug)(?:er|ly)?\b|"
        r"\b(?:tight|loose|snug) .{0,12}\brings?\b|\b\d+ ?mm (?:wide )?(?:wide )?band\b|"
        r"宽(?:的)?(?:戒|版|圈|面)|内弧|舒适圈|戒.{0,6}(?:松紧|太[松紧]|有点[松紧])|"
        r"松紧.{0,6}(?:合适|刚好)|[大小](?:半|1|一|0\.5)个?号"
        r"|\b\d+ ?mm (?:wide )?band\b|\bbands? .{0,16}\b(?:wide|broad)\b|"
        r"粗.{0,4}戒指?.{0,8}[大小号]|多[紧松]|[加大]半号"
        r"|\b(?:chunky|thick) (?:bands?|rings?)\b|\bgo up (?:a|half)\b"
    ),
    "ring_season": re.compile(
        r"^(?=.*(?:\bfingers?\b|\brings?\b|\bsized?\b|\bmeasur|手指|指头|戒|手寸|手.{0,2}肿|指围))"
        r".*(?:\bswell|\bswollen\b|\bshr[iua]nk|\bsummer|\bwinter|\bcold\b|\bheat\b|"
        r"\bhot (?:weather|days?)|"
        r"\bin the (?:evening|morning|afternoon)|\btime of (?:the )?(?:day|year)|\bpregnan|"
        r"\bseason|"
        r"夏天|冬天|天气?[冷热]|热胀冷缩|[水浮]?肿|怀孕|孕期|变[粗细]|早[上晨]|晚上|傍晚|"
        r"什么时候.{0,2}[量测]|季节)"
        r"|\bfingers?\b.{0,16}\b(?:puffy|bloated|swell)|\b(?:morning|evening)\b.{0,24}\bmeasur|"
        r"手指.{0,6}[胀肿]"
        r"|几点.{0,2}量|(?:冬天|夏天).{0,8}(?:量|号).{0,8}(?:冬天|夏天)"
    ),
    "ring_knuckle": re.compile(
        r"\bknuckles?\b|\barthriti\w+.{0,20}\b(?:ring|size)|指关节|骨节|关节.{0,4}(?:粗|大|突)|"
        r"[过卡].{0,4}关节"
    ),
    "ring_surprise": re.compile(
        r"\bwithout (?:asking|(?:her|him|them) (?:knowing|noticing|finding out)|"
        r"giving it away|telling)|"
        r"\b(?:secret(?:ly)?|sneak(?:y|ily)|discreetly)\b|\b(?:spoil|ruin) (?:the|my) surprise|"
        r"^(?=.*\bsize).*\b(?:surprise|can(?:'t|not) ask|guess (?:her|his|their))|"
        r"\bdon't know (?:her|his|their) (?:ring |finger )?size|"
        r"偷偷|悄悄|(?<!款)不(?:问|让|告诉)(?:她|他|对方|女友|男友)|趁(?:她|他)|"
        r"(?:惊喜|求婚).{0,8}不知道.{0,8}(?:尺寸|号|手寸|指围)|"
        r"不知道(?:她|他|对方|女朋友|女友|老婆|男朋友).{0,8}(?:尺寸|号|手寸|指围)"
        r"|\bon the sly\b|\bwhile (?:he|she|they) sleeps?\b|\btrick to (?:find|get|learn)|不知情|"
        r"不被发现|不好意思.{0,4}问|\b(?:guess|find|figure) out (?:his|her|their) size|不想(?:让|"
        r"被)(?:她|他).{0,4}知道"
        r"|\bmust(?:n't| not) know|\bring (?:she|he) (?:owns|has|wears)|没法问|偷.{0,2}[量测]"
    ),
    "ring_photo": re.compile(
        r"^(?=.*(?:\bsiz\w+|\bmeasur)).*\b(?:photos?|pictures?|pics?|cameras?|bank card|credit "
        r"card)"
        r"\b|(?:拍照|照片|拍张|相片|银行卡).{0,12}(?:量|测|手寸|指围|尺寸|几号|戒指号)"
    ),
    "couple_rings": re.compile(
        r"\bcouples?'?s? (?:rings?|bands?)|\bmatching (?:rings|bands)|对戒|情侣戒"
    ),
    "bangle_size": re.compile(
        r"\bbangles?\b.{0,30}(?:siz\w+|fit|over (?:my|her|the) hand|measur\w+|diameter|\d ?mm|wide)"
        r"|\b(?:siz\w+|measur\w+|diameter|fit)\b.{0,30}\bbangles?|"
        r"\b\d+ ?mm\b.{0,12}\bbangles?|圈口|镯.{0,8}(?:尺寸|大小|多大|号|量|毫米|mm)|(?:多大|量|"
        r"尺寸).{0,6}镯"
        r"|\binner diameter\b.{0,16}\bhand\b|镯.{0,6}量|量.{0,6}镯"
        r"|\b\d{2}\b.{0,16}\bbangles?|手多大.{0,6}镯"
    ),
    "bangle_shape": re.compile(
        r"\b(?:oval|round|flat|shape)\w*\b.{0,16}\bbangles?|\bbangles?\b.{0,20}"
        r"\b(?:shapes?|ovals?|rounds?)\b|\bgui ?fei\b|平安镯|贵妃(?:镯|的)|圆条|正圈|"
        r"镯.{0,4}(?:形状|款型)"
    ),
    "necklace_length": re.compile(
        r"\b(?:necklaces?|chains?|pendants?)\b.{0,24}(?:\blong\b|\blengths?|\bshort\b|\d ?(?:cm|"
        r"in))|"
        r"\b(?:long|lengths?|short|\d+ ?(?:cm|inch(?:es)?|in))\b.{0,24}\b(?:necklaces?|chains?)\b|"
        r"\b(?:princess|matinee|opera|choker|collar|rope)\b.{0,12}(?:\blengths?|\blong|"
        r"\bnecklaces?)|"
        r"\b(?:long|length) is an? (?:princess|matinee|opera|choker|collar|rope)|"
        r"\b(?:matinee|opera|princess) (?:length|mean)|"
        r"\b\d+ ?(?:cm|in|inch|inches) (?:a |an )?(?:matinee|opera|princess|choker|collar|rope)|"
        r"(?:项|吊坠|锁骨|毛衣)链.{0,8}(?:多长|长度|长短|厘米|cm|公分|尺寸|选多)|链长|"
        r"(?:多长|长度|厘米|cm|公分|\d)的?(?:项|锁骨|毛衣)?链|"
        r"(?:公主|马天尼|歌剧|贴颈|颈|锁骨|绳|毛衣)链.{0,8}(?:什么|啥|多长|意思|区别)"
        r"|\blengths?\b.{0,24}\b(?:collar ?bone|neck|chest)\b|\bchain lengths?\b|\bchoker\b"
        r"|\b\d+ ?(?:cm|in|inch(?:es)?)\b.{0,16}\b(?:sit|fall|hang|reach|land|hit|drop|rest)s?\b"
        r"|\d ?(?:cm|厘米|公分|inch(?:es)?).{0,4}(?:戴|垂|落|会?到)[^多]{0,4}(?:哪|锁骨|胸)"
        r"|\blengths?\b.{0,24}\bpendants?\b|链子?.{0,4}\d{2}.{0,3}还是"
    ),
    "bracelet_size": re.compile(
        r"\bbracelets?\b.{0,20}(?:siz\w+|long\b|length|loose|tight|fit)|"
        r"\b(?:siz\w+|long|length|loose|measur\w+)\b.{0,16}\b(?:bracelets?|wrists?)\b|"
        r"手链.{0,8}(?:尺寸|多长|长度|余量|量|松|选多|厘米)|手腕.{0,10}(?:手链|量)|量手腕"
    ),
    "anklet_size": re.compile(
        r"\b(?:anklets?|ankles?)\b.{0,16}(?:siz\w+|long\b|length|measur\w+)|"
        r"\b(?:siz\w+|long|length|measur\w+)\b.{0,16}\b(?:anklets?|ankles?)\b|"
        r"脚链.{0,8}(?:尺寸|多长|长度|量)|脚踝.{0,6}(?:量|围)|量脚踝"
    ),
}
