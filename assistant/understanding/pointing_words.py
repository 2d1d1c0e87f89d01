"""The words that point at pieces: 'it', 'both', 'the other one', 'of these', the dearer one."""

from __future__ import annotations

import re

from assistant.understanding.places import MEASURE

_THIS = rf"(?:这|那)(?:一)?{MEASURE}"
BOTH = re.compile(
    r"\b(?:(?<!love )(?<!like )(?<!likes )(?<!loves )(?<!adores )(?<!adore )both(?: of (?:them|"
    r"these|those))?|(?:these|those|the) two|the pair of them)\b"
    rf"|(?:这|那|上面)(?:两|俩|二|2){MEASURE}|(?:两|俩){MEASURE}(?:都|之间|对比|比|有|哪|"
    rf"帮)|它(?:们)?俩"
)
# What is in a photo that is sent with it.
THIS = re.compile(rf"\b(?:this|that)\b(?! (?:one )?you showed)|(?:这|那)(?:一)?{MEASURE}|这种|这样")
PLURAL = re.compile(
    r"\b(?:them|these|those|they|all of them|ones|pairs)\b|"
    rf"它们|这些|那些|(?:这|那)几{MEASURE}|都比"
)
PRONOUN = re.compile(
    r"\b(?:it|its|this|that|this one|that one|this piece|the same one)\b"
    r"|它|(?:这|那)(?:一)?[款件只对条枚副串块颗]|(?:这|那)(?:一)?个"
    r"(?=$|[的是有能可怎多几贵重好会要吗呢呀啊?？,，。镶含带]|什么|啥|跟|和|比|就)|"
    r"刚才(?:那|的)(?!个?操作)"
)
# What is counted by the pair: 那对贵一点的, 'that pair'; 那对我来说 and 那对比 count nothing.
PAIR = re.compile(
    r"\b(?:that|this) pair\b|\bthe pair(?= (?:cost|in|made|come|weigh)|\W*$)|"
    r"(?:这|那)(?:一)?对(?=$|[\s,，.。?？!！的多几贵便有是什怎呢吧要能可大小长短重好也还更新价现镶收耳呀啊]|"
    r"加到|拿|帮)"
)
# 'It' that stands for no piece: 'it's for my dad', 'keep it under 3000', 'jadeite it is'.
EXPLETIVE = re.compile(
    r"\b(?:it|that|this)(?:'s| is| was|'ll be| will be) "
    r"(?:for|our|my|her|his|their|a (?:gift|birthday|present|surprise)|an? anniversary|"
    r"an engagement|not for|about|to|ok(?:ay)?|fine|all|it|great|good|too|right|better|perfect|"
    r"lovely|nice|enough|(?:a )?(?:bit|little|way)|what|why|how|because|just)\b"
    r"|\b(?:make|keep|call|leave|put|set|bring|take|give|get|have|got|do) (?:it|that|this)(?: to)? "
    r"(?:under|below|within|around|at|to|gold|silver|platinum|a|an|the|in)\b"
    r"(?! (?:my )?(?:list|first|second|third))"
    r"|\b(?:it|that|this) (?:doesn't|does not|needn't|need not|has to|must|should|can|could|would|"
    r"might|won't) (?:have to |not )?be\b"
    r"|\b\w+ (?:it|that) is\b(?!.)|\bis it not\b|\bisn't it\b|"
    r"\bif (?:you(?:'ve)?|u) (?:have |got |'ve got )?(?:it|any)\b|"
    r"\bis it (?:true|possible|ok|okay|worth|that)\b"
    r"|\b(?:undo|scrap|cancel|forget|clear|ignore|all|like|of|than|besides|after|for|mind) "
    r"(?:of )?(?:that|this|it)\b(?! (?:one|ring|pair|piece))"
    r"|\b(?!(?:is|was|like|about|of|and|but|so|does|with|for|on|to|in|what|how|or|"
    r"then) )[a-z]+ that "
    r"(?:fits?|has|have|looks?|goes|match(?:es)?|suits?|costs?|works?|comes?|would|will|can|isn't|"
    r"doesn't|won't|i|she|he|we|they|my)\b"
    r"|\b(?:ones?|pieces?|things?|[a-z]+(?:ngs|ces|nts|les|ets|hes)) that(?: is| are|'s)\b"
    r"|\b(?:what|which)(?:ever)? (?:metal|stone|colou?r|size|style|shape|price|length) (?:it|"
    r"they)(?:'s|"
    r" is| are)?\b"
    r"|\b(?:is|was) it about\b|\bhow is (?:that|this|it) done\b|"
    r"\bthat (?:much|many|is|way|sort|kind|last|says|means)\b|"
    r"\b(?:says?|said|true|think|know|sure|heard|so|means?|hope|believe|now|bit|such|one) that\b"
    r"|\bthis (?:year|month|week|time|christmas|weekend|evening|way|shop|store)\b|"
    r"\b(?:these|those|this) (?:things?|days|kinds?|sorts?)\b|\bhow's it\b|\bgot it\b|\bthat'?ll\b"
    r"|这(?:个)?(?:价|预算|颜色|时候|样)|那(?:个)?(?:价|颜色|种|时候|样)|不管它|就是那个|"
    r"那个那个|那个你们"
)
POINTING_BEFORE = re.compile(
    r"(?<!true )(?<!says )(?<!said )(?<!know )(?<!think )(?<!heard )(?<!so )(?<!make )"
    r"\b(?:that|those|these|this)(?: pair of| nice| little| pretty| lovely| one)?\s*"
    r"(?:(?!(?:to|into|in|with|for|of|made|under|over|is|are|was|or|and|but|comes?|not|has|"
    r"have) )[a-z]+ )?$"
    rf"|(?:这|那)(?:一)?{MEASURE}\s*$"
)
THE_BEFORE = re.compile(r"\bthe (?:[a-z]+ ){0,2}$")
ONE_AFTER = re.compile(r"^ ?(?:[a-z]+ )?one\b")
LOOK_AFTER = re.compile(
    r"^ (?:looks?|styles?|vibes?|feel|aesthetic|design)\b(?! (?:one|piece|ring))"
)
ONES_AFTER = re.compile(r"^ ?(?:[a-z]+ )?(?:ones|pairs)\b")
MEASURE_AFTER = re.compile(rf"^(?:色|质)?的?(?:这|那)(?:一)?{MEASURE}")
ASKS_OF_PIECE = re.compile(r"\?|？|\b(?:how much|what|is|are)\b|吗|多少|什么|啥")
KIND_ASKED = re.compile(r"^(?:的)?(?:是|多|几|有多|什么|啥|有没有|含)")
EARLIER = re.compile(
    r"\b(?:earlier|before|previous(?:ly)?|at the (?:start|beginning)|you showed (?:me)?|i saw|"
    r"we (?:saw|looked at)|a while ago|just now)\b"
    r"|之前|刚才|刚刚|前面|一开始|上次|早先|看过的|给我看的"
)
OTHER = re.compile(
    r"\b(?:the|that) other (?:one|pair|ring|piece|necklace|bracelet)?\b"
    rf"(?! (?:ones|options|pieces|day))|(?:另外|另)(?:的|那)?(?:一)?{MEASURE}"
)
OF_THE_TABLE = re.compile(
    r"\b(?:of|among|between|from|out of) (?:these|those|them|the (?:two|three|four|lot|bunch)|"
    r"what you(?:'ve)? show\w*)\b|\bon the (?:table|page|screen)\b"
    rf"|(?:这|那|它们)(?:几|两|三|些)?{MEASURE}?(?:里|中|当中|之中)|其中|里面(?:最|哪|那)|这里面"
)
PHOTO = re.compile(
    r"\b(?:in|from|on) (?:the|my|this|that) (?:photo|picture|image|pic|screenshot)\b|"
    r"(?:照片|图片|图|相片|截图)(?:里|上|中|片里)"
)
COUNTED = re.compile(
    r"\b(two|three|2|3) (?:cheapest|dearest|most expensive)\b|"
    rf"\b(?:cheapest|dearest|expensive) (two|three|2|3)\b|最(?:便宜|贵)的?(两|三|2|3){MEASURE}"
)
# 'Compare the cheapest two' is of the table.
COMPARED = re.compile(r"\bcompare|\bbetween\b|\b(?:vs|versus)\b|对比|比一?比|比较")
SUPERLATIVE = re.compile(
    r"\b(?:most|least)\b|\b(?:cheap|dear|prici|heavi|light|bigg|larg|small|long|short)est\b|最"
)
# '那对贵一点的', 'the cheaper pearl one': a degree that points.
DEGREE_POINTS = re.compile(
    r"\bthe (?:[a-z]+ ){1,4}(?:one|pair|ring|necklace|bracelet|bangle|brooch|pendant|anklet|"
    r"earrings)s?\b|\bwhich (?:one |of (?:them|these|those) )?is the\b|"
    rf"{_THIS}.{{0,6}}(?:点|些)?的|(?:点|些|的){_THIS}|最.{{1,4}}的?{_THIS}"
)
# A description right after a place: 'second SILVER one'; in Chinese also right before it.
PLACE_BEFORE = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|sixth|last|\d(?:st|nd|rd|th))"
    r"(?: pair of| pair| piece of)?|"
    rf"第[一二三四五六七八九十\d]{{1,2}}{MEASURE}?|头一{MEASURE})\s*$"
)
# '第二个钻石多大' asks of the second one's diamond; '第二条银的' counts the silver ones.
CHINESE_PLACE_BEFORE = re.compile(
    rf"第[一二三四五六七八九十\d]{{1,2}}{MEASURE}?\s*$|"
    rf"头一{MEASURE}\s*$"
)
PLACE_AFTER = re.compile(rf"^(?:色|质)?的?(?:里(?:面)?)?第[一二三四五六七八九十\d]{{1,2}}{MEASURE}")
