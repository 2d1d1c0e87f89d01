"""Looking for pieces: asking, narrowing, comparing, and questions about what the shop has."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.understanding.cues import chinese

_UNIT = "[个款件只对条枚种样串副颗]"

COMPARE = re.compile(
    r"\b(?:compare|(?:decide|choose|pick|torn) between|comparison|versus|vs|(?:what's|"
    r"what is)? ?(?:the )?differences? between|"
    r"how do (?:they|these|those) (?:differ|compare)|"
    r"how (?:are|r) (?:they|these|those|the two) different|side by side|"
    r"which (?:one |of (?:them|these|those|the two) )?(?:'s|is|are|would be|looks?) "
    r"(?:the )?(?:better|nicer|heavier|cheaper|bigger|lighter|best)|"
    r"which one's (?:better|nicer|heavier|cheaper|bigger|lighter|best)|"
    r"which (?:one |of (?:them|these|those|the two) )?(?:do you (?:think|reckon|feel) |"
    r"would you say )"
    r"(?:is|are|looks?|would be|'s) (?:the )?(?:\w+er\b|best|more \w+)|"
    r"which (?:one |of (?:them|these|those|the two) )?(?:'s|is|are|looks?) (?:the )?"
    r"(?:prettiest|nicest|cutest|classiest|sturdiest|strongest|prettier|cuter|classier|fancier|"
    r"daintier|sparklier|stronger|more \w+)|"
    r"which (?:one |of (?:them|these|those|the two) )?(?:should|would|do) (?:i|you) "
    r"(?:get|buy|choose|pick|go for|go with|take|prefer|recommend|like))\b"
    r"|对比|比较(?:一)?下|比一比|比一下|比比|pk|比较(?=第|这|那|它|前|头|后面|一|[a-z]-)|[作做]个?比较|^比较(?:吧|呢)?$|"
    r"(?:有)?(?:什么|啥|咩)(?:区别|不同|不一样|差别|分别)|差在哪|"
    r"哪个(?:更)?(?:好|划算|值|重|便宜|贵|大|合适)|选哪(?:个|款|一)"
    rf"|{chinese.COMPARE}"
)
SAVE = re.compile(
    r"\b(?:save|bookmark|favou?rites?|shortlist|wish ?list|"
    r"keep (?:it|this|that|the (?:first|second|third|fourth|fifth|sixth|last|\w+ (?:one|pair)))"
    r"(?! (?:under|below|within|to|clean|nice|shiny|safe|dry|simple|from|in|at|looking|around|"
    r"bright|on|plain|small|classic|white|polished|mind)\b)|"
    r"(?:add|put|pop|stick|chuck|throw|bung|whack|slap|place|drop|toss|get) .{0,40}(?:list|"
    r"favou?rites|basket|cart|bag))\b"
    r"|收藏|保存|存(?:下|一下|起来|着)|加(?:到|入|进|个)(?:.{0,6})?(?:收藏|清单|心愿|"
    r"购物车|列表|单)|"
    r"加入|放(?:到|进)(?:清单|心愿|收藏|购物车)|种草"
    rf"|{chinese.SAVE}"
)
SIMILAR = re.compile(
    r"\b(?:similar|(?:something|anything|more|one|ones|pieces?|any) (?:\w+ )?like (?:it|this|"
    r"that|these|those|the)|look(?:s|ing)? like (?:this|that|the)|"
    r"same (?:style|design|kind|sort)(?: of)?|"
    r"(?:in|along) (?:the same|that|this|the) (?:vein|style|lines?)(?: of)?|resembl\w+|"
    r"lookalike)\b|"
    r"类似|相似|差不多(?:的|款)|(?:和|跟|像).{0,8}(?:(?<!不)(?<!不是)一样|似的|这样)|同款|相近|"
    r"这种(?:风格|款式|样式)|这个(?:风格|款式)|(?:这|那)样(?:式)?的(?!话)"
    rf"|{chinese.SIMILAR}"
)
VARIANT = re.compile(
    r"\b(?:(?:does|do|is|are|can|could)\b.{0,30})?\b"
    r"(?:come|comes|available|have|get|do|make|but|same)"
    r"(?: it| this| that| one| they| them| thing| but| just| only)* in\b"
    r"|换成|(?:有|出)(?:没有)?.{0,6}(?:色|金|银)的?(?:吗|么|呢|版)|同款.{0,8}(?:色|金|银)"
)
COUNT = re.compile(
    r"\bhow many\b(?! (?:carats?|karats?|grams?|days|weeks|hours|mm|cm|stones|diamonds are in))"
    r"|\bnumber of (?!days)|\bcount (?:of|them|the)\b|"
    r"\bhow (?:big|large) is (?:your|the) (?:range|selection|collection)\b"
    rf"|(?<![哪来看荐这那前后多换找挑选给拿没])(?:多少|几){_UNIT}(?!颜色|材质|款式|风格|金属|石头|宝石|成色|证书|"
    rf"月|星期|小时|天|人|样(?:来着|啊|呀|呢|"
    rf"是))(?!.{{0,3}}(?:里|中)|里)"
    r"|(?:多少|几) ?(?:pieces?|items?)\b|有多少(?:[^,，。?？]{0,6})(?:戒指?|项链|耳[环钉坠夹]|"
    r"手[镯链串]|吊坠|胸针|脚链|首饰|对戒)"
)
CHEAPEST = re.compile(
    r"\b(?:(?:cheapest|most cheap)|least (?:expensive|pricey)|lowest[ -]?pric\w*|most affordable|"
    r"lowest price|(?:sort|order)(?:ed)? (?:them |these |it |those )?by price(?! (?:from )?high)|"
    r"(?:from )?low(?:est|er)?(?: price)? to high(?:est|er)?|best value|entry price)\b|最(?:便宜|"
    r"低价|实惠|平|"
    r"cheap)|最 cheap|(?:价格)?(?:从|由)低到高|按(?:价格|价钱)(?:排|从低|由低)|便宜的(?:排|"
    r"放)?在?前|"
    r"价格最低|性价比最高"
)
DEAREST = re.compile(
    r"\b(?:most expensive|priciest|dearest|highest[ -]?pric\w*|most luxurious|top of the range|"
    r"(?:from )?high(?:est)? to low(?:est)?)\b|(?:价格)?(?:从|由)高到低|贵的(?:排|放)?在?前|"
    r"最贵|最 ?expensive|价格最高|最高价|最高档|镇店"
)
NEWEST = re.compile(
    r"\b(?:newest|latest|most recent|just (?:in|arrived)|new (?:arrivals?|in|stuff|pieces|"
    r"products)|"
    r"what(?:'s|s| is) new)\b|(?:came|come|got) in (?:the )?(?:most )?(?:recent(?:ly)?|last)|"
    r"最新|新(?:到|品|款|上)|上新|刚到"
)
CHEAPER = re.compile(
    r"便宜的(?:就|有|吗|来)|\b(?:cheaper|more cheap|less (?:expensive|pricey|costly|money)|more "
    r"affordable|"
    r"lower(?: in)? price|"
    r"(?:too|bit|rather|quite|so|way|pretty|little) (?:expensive|pricey|dear|steep|costly)|"
    r"too much(?= money|$|[,.!])|(?:over|beyond|above) my (?:budget|means)|can't afford|"
    r"save (?:some|a bit of) money|out of (?:my|our) (?:budget|price range|range|league|reach)|"
    r"(?:bit|little) less)\b"
    r"|便宜(?:一)?(?:点|些)(?!不)|(?:更|再|还要|稍微?)便宜|(?:更|再|太) ?(?:cheap|"
    r"expensive)(?= ?一?(?:点|些)|了|$)|(?<!别)(?<!不要)(?<!不能)太贵|(?:有点|好|偏|嫌)贵|贵了|"
    r"实惠(?:一)?(?:点|些)|价(?:格|位)?(?:再)?低(?:一)?(?:点|些)|平(?:价)?(?:一)?(?:点|些)|"
    r"买不起|超(?:出)?预算|降(?:一)?(?:点|些|降)价?"
)
DEARER = re.compile(
    r"\b(?:more (?:expensive|luxurious|premium)|pricier|higher end|fancier|(?:a )?step up|upgrade|"
    r"higher price|(?:bit|little|something) (?:more special|nicer|better)|"
    r"spend (?:a bit |a little )?more(?! than))\b"
    r"|贵(?:一)?(?:点|些)(?!了)|(?:更|再)贵|高档(?:一)?(?:点|些)|更好(?:一)?(?:点|些)?的|"
    r"档次(?:再)?高|上(?:个)?档次|升级(?!.{0,6}\d)"
)
MORE = re.compile(
    r"\b(?:(?:show|see|give) (?:me )?(?:some |any |a few )?more|any(?:thing)? (?:more|"
    r"else|others?)|"
    r"something (?:else|different)|(?:some |any |the )?other (?:ones|options|pieces|"
    r"styles|designs)|"
    r"(?:the |any )?others|next(?: page| ones?)?$|what else|"
    r"more (?:options|choices|ones|of (?:them|these|those))|see more|none of (?:these|those|them)|"
    r"(?:don't|do not) like (?:any(?: of)? )?(?:these|those|them))\b"
    r"|\bdifferent (?:ones|pieces|options|styles)\b|不喜欢(?:这些|它们|这几)|这些(?:都)?不(?:喜欢|"
    r"行|好看)|"
    r"换(?:一)?(?:批|组|换)|换几[个款件对条只]|还有(?:别的|其他|其它|吗|没有|没|更多|什么)|其[他它]的?(?:款|呢|吗)?$|"
    r"别的(?:款|呢|吗|看看)?|再(?:来|看)(?:几|一些|点|多)|更多|下一(?:页|批|组)|"
    r"都不(?:喜欢|满意|好看|行)|(?:再|想|要|给我|帮我|可以|能)?多(?:看|来|给|给我|推荐|推|找|show|"
    r"拿|列) ?"
    r"(?:几|一些|些|一点|点|两|三)|(?:看|来|推荐|推|找|show|给|给我|拿) ?多(?:几|两|三|些|一些|"
    r"点)(?!.{0,3}钱)"
    rf"|{chinese.MORE}"
)
# The slot whose values are asked for: 'which metals do you have'.
_SURVEYED: Mapping[str, str] = {
    "metal_colour": r"metal colou?rs?|colou?rs? of gold|gold colou?rs?|金属颜色|金的颜色|金色",
    "stone_colour": r"(?:stone|gem) colou?rs?|宝石颜色|石头颜色",
    "metal": r"metals?|materials?|材质|金属|材料|质地",
    "stone": r"(?:gem ?)?stones?|gems?|宝石|石头|主石",
    "style": r"styles?|designs?|风格|款式|样式",
    "purity": r"purit(?:y|ies)|karats?|fineness(?:es)?|成色|纯度|含金量",
    "cut": r"cuts|shapes|切工|形状|切割",
    "setting": r"settings|镶嵌|镶法",
    "clasp": r"clasps|扣头|扣子",
    "certificate": r"certificates|labs|证书",
    "category": r"(?:types?|kinds?|sorts?|categor(?:y|ies))"
    r"(?: of (?:jewell?e?ry|pieces?|things?))?|jewell?e?ry|首饰|品类|类型|种类|类目|东西",
    "colour": r"colou?rs?|颜色|色",
}
# 本命年首饰有什么讲究 asks for a custom and surveys nothing.
_NO_LORE = "(?!讲究|区别|不同|说法|寓意|意思|用|好处|关系|特点|要求)"
_HAVE = (
    r"(?:do|have|can|are|does|did|would) ?(?:you|u|they|these|those|there|your|the|i)\b.{0,40}?"
    r"(?:have|got|sell|stock|carry|come|offer|available|get|do|choose|there|in|use)\b"
)
SURVEY: Mapping[str, re.Pattern[str]] = {
    slot: re.compile(
        rf"\b(?:which|what)(?: other| different| sorts? of| kinds? of| types? of)? (?:{words})\b "
        rf"?{_HAVE}|\b(?:list|show me|tell me) (?:all |which |what )?(?:the |"
        rf"your )?(?:available )?(?:{words})"
        rf"(?: (?:you|that|there|available|in|of)\b.{{0,20}})$"
        rf"|^(?:(?:and|so|ok|okay|what about)[ ,]+)*(?:which|what) (?:{words})\s*\??$"
        rf"|\bwhat(?: are| r)? (?:the|your) (?:available )?(?:{words})(?: options| choices)?\s*\??$"
        rf"|\b(?:which|what)(?: (?:sort|kind|type)s? of)? (?:{words}) (?:are|"
        rf"is) (?:available|there|in stock|on offer|possible)"
        rf"|\bwhat's (?:the |your )?(?:range|choice|selection) of (?:{words})"
        rf"|(?:有|都有|卖)(?:些|的|镶|带)?(?:哪些|什么|哪几种|几种|啥)(?:样的)? "
        rf"?(?:{words})(?!的[^?？\s])"
        rf"|(?:{words})(?:都|一共|总共)?有(?:哪些|什么|哪几|几种|啥){_NO_LORE}"
        rf"|(?:哪些|哪几种)(?:{words})(?:可选|可以选|有)?"
    )
    for slot, words in _SURVEYED.items()
}
SELLS = re.compile(
    r"\bwhat (?:do|all do|else do|kind of things do|jewell?e?ry do) "
    r"(?:you|u) (?:sell|have|stock|carry)\b|"
    r"(?:你们|店里)?(?:家)?都?(?:卖|有)(?:些)?(?:什么|啥|哪些)[呀啊呢]?(?!.)"
)
# Asking for goods, as against asking about them.
WANT = re.compile(
    r"\b(?:have|take|get) (?:a |another )?(?:look|peek|browse)\b|\b(?:ideas|suggestions)\b|"
    r"\b(?:can|could|may|shall) (?:i|we) (?:see|try|get|do|go|have|look)\b|"
    r"\b(?:do|have) you (?:[a-z]+ ){0,3}(?:have|sell|carry|stock|got|do)\b|"
    r"\b(?:show|find|look(?:ing|in)? for|search(?:ing)?(?: for)?|want(?:s|ed)?|wanna|"
    r"need(?:s|ed)?|got (?:any|a|some|it)|have (?:you )?(?:any|got)|"
    r"(?:do|have) (?:you|u|ya) (?:have|sell|carry|stock|got|do)|is there|are there|"
    r"recommend\w*|suggest\w*|gifts?|presents?|buy(?:ing)?|shopping for|hunting for|"
    r"after (?:(?:a|an|some)(?! (?:while|bit|few|day|week|month|year|shower|wash|swim|long|"
    r"time))|something|men's|women's)|get (?:a|an|some|her|him|my|me)|"
    r"something|anything|see|browse|prefer|"
    r"(?:i|i'd|we|we'd|he|she|they) (?:would |really |should |might )?(?:like|love|fancy|adore)|"
    r"interested in|jewell?e?ry|wondering if you|how about|what about|"
    r"(?:can|could|shall) (?:you|u|we) (?:maybe |please |just )?(?:do|go with|go for)\b(?! (?:it|"
    r"that|this|them|with|something|anything|to)\b)|"
    r"(?:can|could|would|will) (?:you|u|we) (?:please )?(?:make|do|change|switch|swap|turn) (?:it|"
    r"that|this|them)\b(?! (?:smaller|bigger|larger|look|shine|clean|fit))|"
    r"let's (?:see|go|do|try)|go (?:with|for)|(?:give|get|buy) (?:my|her|him|them)|"
    r"(?:got|have) (?:or )?(?:not|anot)|can show|any .{2,20}\?$|instead|please|pls)\b|^for (?:my|"
    r"a|an|our) [a-z]+"
    r"|想(?:要|买|看|找|送|入|挑|选)|要(?:买|一|个|找|送|看|的|有)|买|找|推荐|有(?:没有|木有|没)|"
    r"有.{1,12}(?:吗|么|嘛|没|不|嗎)|有(?:什么|啥|哪些)|有哪些|看看|看一下|瞧瞧|瞅瞅|"
    r"来(?:一|个|点|几|条|对|款)|送(?:给|礼|人|我|啥|什么)|礼物|^求|求(?:推荐|一|个)|挑|选|给我|"
    r"不要|入手|改看|换成|呢$|呢[??]?$|的有吗|有吗"
)
# The whole shop, whatever stands: 'in your shop', 全店; 'you have' says so of the cheapest only.
SHOP = re.compile(
    r"\b(?:in|of|across) (?:the|your) (?:whole |entire )?"
    r"(?:shop|store|catalogue|catalog|collection|range)\b|"
    r"\boverall\b|\ball your\b|店里|你们(?:店|家|这)|全店|整个店|全场"
)
YOU_HAVE = re.compile(
    r"\b(?:you|u)(?:'ve| have)? (?:have|got|sell|stock|carry|do)\b|你们(?:有|卖)|"
    r"\byour (?:most|least|cheap)"
)
EITHER = re.compile(
    r"^(?:no preference|any(?: of them| one| is fine)?|either(?: one| is fine| way)?|"
    r"both(?: are fine| please)?|anything|whatever|whichever|(?:i )?don't (?:mind|care)|"
    r"(?:i'm )?not sure|(?:i )?don't know|idk|dunno|up to you|you (?:choose|pick|decide)|"
    r"skip(?: it| this| that)?|pass|next|no thanks?|none|never mind|nvm|doesn't matter|"
    r"都(?:可以|行|好|成|要|能|看看)|哪个都行|随便|随意|无所谓|不限|没(?:要求|所谓|想好|关系)|"
    r"不(?:确定|知道|清楚|挑|介意)|跳过|算了|先不(?:说|选|管)|你(?:定|推荐|看着办|帮我选)|"
    r"两(?:种|个|者)都(?:行|可以|看看))(?:吧|啦|啊|呀|的|了)*[.!。!]?$"
)
