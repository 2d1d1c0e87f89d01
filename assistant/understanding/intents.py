"""What the shopper wants to do, read from cue words, what was mentioned and what stands.

Patterns run on folded text. ``read_intent`` tries them from the most to the least specific, so
its order is the design: 'compare the cheapest two' compares; 'the cheapest ring' searches.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.turn import Intent, Order

RESTART = re.compile(
    r"\b(?:start (?:over|again|afresh)|from scratch|reset|clear (?:everything|"
    r"all)|new search|forget (?:everything|it all|all (?:of )?that))\b"
    r"|重新(?:开始|来|找|选)|从头(?:开始|来)?|重来|清空|全部(?:清除|忘)|都忘"
)
COMPARE = re.compile(
    r"\b(?:compare|comparison|versus|vs|difference between|how do (?:they|these|"
    r"those) differ|side by side|which (?:one )?is (?:better|nicer|heavier|cheaper|bigger))\b"
    r"|对比|比较一下|比一比|比一下|比较(?=第|这|那|它|[a-z]-)|作(?:个)?比较|(?:有)?(?:什么|啥)(?:区别|不同|差别)|哪个(?:更)?(?:好|划算|值|重|便宜|贵|大)"
)
SAVE = re.compile(
    r"\b(?:save|bookmark|favou?rite|shortlist|keep (?:it|this|that|the)|"
    r"add .{0,30}(?:list|favou?rites|wish ?list|basket))\b|收藏|保存|加入|存(?:下|一下)|加到"
)
SIMILAR = re.compile(
    r"\b(?:similar|(?:something|anything|more|one|ones|pieces?) like (?:it|this|"
    r"that|these|those|the)|look(?:s|ing)? like (?:this|that|the)|same style)\b|"
    r"类似|相似|差不多(?:的|款)|(?:和|跟|像).{0,8}(?:一样|似的)|同款|相近"
)
COUNT = re.compile(
    r"\bhow many\b|\bnumber of\b|\bcount of\b|(?:有|共|还有|总共)?(?:多少|"
    r"几)(?:个|款|件|只|对|条|枚|种|样)(?!月|星期|小时|天|人)"
)
VARIANT = re.compile(
    r"\b(?:come|available|have|get|do|make|but|same) (?:it|this|that|one|they)? ?in\b"
    r"|换成|(?:有|出)(?:没有)?.{0,6}(?:色|金|银)的?(?:吗|么|呢)"
)
CHEAPEST = re.compile(
    r"\b(?:cheapest|least expensive|lowest[ -]?pric\w*|most affordable|"
    r"lowest price)\b|最便宜|最低价|价格最低|最实惠"
)
DEAREST = re.compile(
    r"\b(?:most expensive|priciest|dearest|highest[ -]?pric\w*|most luxurious)\b|"
    r"最贵|价格最高|最高价"
)
CHEAPER = re.compile(
    r"\b(?:cheaper|less expensive|more affordable|lower price|too (?:expensive|"
    r"pricey|dear|much)|less pricey|bit expensive)\b|便宜(?:一)?(?:点|些)|更便宜|"
    r"太贵|有点贵|实惠(?:一)?(?:点|些)|再便宜"
)
DEARER = re.compile(
    r"\b(?:more expensive|pricier|higher end|more luxurious|fancier|step up|"
    r"higher price)\b|贵(?:一)?(?:点|些)(?!了)|更贵|高档(?:一)?(?:点|些)|"
    r"更好(?:一)?(?:点|些)?的|档次高"
)
MORE = re.compile(
    r"\b(?:show (?:me )?(?:some )?more|any(?:thing)? (?:more|else|others?)|"
    r"something else|other (?:ones|options|pieces)|(?:the )?others|next(?: page)?|"
    r"what else|more options|see more)\b"
    r"|换一批|还有(?:别的|其他|吗|没有)|其他的|别的(?:款|呢|吗)?|再来(?:几|一些)|更多|下一(?:页|批)"
)
AGAIN = re.compile(
    r"\b(?:show (?:me|them|those) again|search again|look again)\b|再看看|再看一(?:遍|下)|重新搜"
)
THANKS = re.compile(
    r"\b(?:thanks?|thank you|thx|cheers|much appreciated|lovely, thank)\b|谢谢|"
    r"多谢|感谢|谢了|辛苦了"
)
GOODBYE = re.compile(
    r"\b(?:bye|goodbye|good bye|see you|that's all|good night|that is all)\b|再见|"
    r"拜拜|回头见|先这样|下次再"
)
GREET = re.compile(
    r"^(?:hi|hello|hey|good (?:morning|afternoon|evening)|hiya|greetings)\b|"
    r"^(?:你好|您好|哈喽|嗨|早上好|下午好|晚上好|在吗)"
)
HELP = re.compile(
    r"\b(?:help|what can you do|how does this work|who are you|what are you|"
    r"are you (?:a )?(?:human|robot|bot|real))\b|你(?:能|会|可以)(?:做|干|帮)什么|"
    r"怎么用|你是谁|帮助|是(?:真人|机器人)"
)
POLICY: Mapping[str, re.Pattern[str]] = {
    "shipping": re.compile(
        r"\b(?:shipping|ship to|do you ship|delivery|deliver (?:to|abroad)|"
        r"postage|courier)\b|发货|快递|包邮|邮费|运费|配送|寄(?:到|送)|物流"
    ),
    "returns": re.compile(
        r"\b(?:returns?|refunds?|exchange (?:it|policy)|money back|"
        r"send it back)\b|退货|退款|退换|换货|能退|可以退"
    ),
    "resizing": re.compile(
        r"\b(?:resiz\w+|re size|adjust the size|size adjust\w*)\b|改(?:圈|尺寸|"
        r"大小|手寸|圈口)|调(?:圈|整尺寸)"
    ),
    "engraving": re.compile(r"\b(?:engrav\w+|inscri\w+)\b|刻字|刻名|刻上"),
    "hours": re.compile(
        r"\b(?:opening (?:hours|times)|open (?:on|today|tomorrow|until|till|now)|"
        r"what time do you|closing time|when (?:do|are) you open)\b|营业|几点(?:开|关)|开门|关门"
    ),
    "address": re.compile(
        r"\b(?:where (?:are you|is (?:the|your) (?:shop|store))|address|"
        r"directions|your (?:shop|store) located)\b|地址|(?:店|你们)(?:在哪|在什么地方)|怎么走|门店"
    ),
    "payment": re.compile(
        r"\b(?:payment|pay (?:by|with|in)|instal?lments?|credit card|paypal|"
        r"apple pay|alipay|wechat pay)\b|付款|支付|分期|花呗|微信支付|支付宝|刷卡"
    ),
    "repairs": re.compile(r"\b(?:repairs?|fix (?:it|my)|broken|mend)\b|维修|修理|断了|坏了|能修"),
    "warranty": re.compile(r"\b(?:warrant(?:y|ies)|guarantees?)\b|保修|质保|售后"),
    "price": re.compile(
        r"\b(?:discounts?|bargain|negotiat\w+|haggle|coupons?|on sale|any offers|"
        r"price match)\b|打折|优惠|折扣|讲价|还价|砍价|活动价"
    ),
    "trade_in": re.compile(r"\btrade ?in\b|以旧换新|回收|旧金换"),
    "gift_wrap": re.compile(r"\bgift ?(?:wrap\w*|box\w*)\b|包装|礼盒"),
    "privacy": re.compile(
        r"\b(?:privacy|my data|store my|delete my|keep my)\b|隐私|我的(?:数据|信息|照片)|删除我"
    ),
}
CARE = re.compile(
    r"\b(?:clean|cleaning|care for|take care|look after|polish\w*|maintain\w*|"
    r"maintenance|shower|bath|swim\w*|wash\w*|store (?:it|them|my|pearls?)|"
    r"tarnish\w*|ultrasonic|get wet|sleep in)\b"
    r"|清洗|清洁|保养|护理|洗澡|沾水|碰水|游泳|怎么洗|打理|存放|氧化|发黑|变色|超声波|擦拭"
)
SIZING = re.compile(
    r"\b(?:measure|ring sizes?|size (?:guide|chart|conversion)|what size (?:am|is|"
    r"should|do|ring)|find (?:out )?my size|know (?:my|her|his) (?:ring )?size|"
    r"convert|my (?:ring )?size)\b"
    r"|怎么(?:量|测)|如何(?:量|测)|量(?:一下)?(?:手|戒指|圈口|尺寸)|测(?:量|手)|"
    r"多大号|几号(?:戒|的|合)|\bin mm\b|戴多大|多大(?:的)?圈口|戴几号|戴多少|"
    r"(?:戒指|手寸|圈口|手镯)(?:的)?(?:尺寸|尺码|大小|号)?(?:怎么|如何)|尺码(?:表|对照)|相当于|换算|等于(?:多少|几)"
)
QUESTION = re.compile(
    r"\?|？|\b(?:what|how|which|why|is it|are they|does|do|can|should|when)\b|吗|"
    r"呢|什么|怎么|如何|多少|几|哪|为什么|多大|多长|多宽|能不能|可以"
)
ADVICE = re.compile(
    r"\b(?:what(?:'s| is| are| does)|explain|meaning of|difference between|"
    r"is it true|should i|worth|suit(?:s|able)?|which .{0,30}(?:better|suits?)|"
    r"birthstones?|fade|hypoallergenic|allerg\w+|invest\w*|resale|hold its value|"
    r"good for|go(?:es)? (?:up|down)|in value|appreciate|safe for|real or fake|"
    r"genuine|authentic|lucky|healing)\b"
    r"|是什么|什么是|什么意思|什么叫|区别|怎么(?:分|选|挑|辨)|如何(?:分|选|挑|辨)|会不会|掉色|过敏|保值|升值|投资|真假|诞生石|生日石|几(?:月|周年)|适合(?:什么|哪)|寓意|辟邪|招财|好不好"
)
SEARCH = re.compile(
    r"\b(?:show|find|looking for|look for|search|want|need|got any|have any|"
    r"do you (?:have|sell|carry|stock)|is there|are there|recommend\w*|suggest\w*|"
    r"gifts?|presents?|buy|buying|shopping for|after (?:a|some)|get (?:a|some|her|"
    r"him|my)|something|anything|see|browse|prefer|like (?:a|some|to)|"
    r"interested in|jewell?e?ry|i'd love)\b"
    r"|想(?:要|买|看|找|送)|要(?:买|一|个|找|送)|买|找|推荐|有没有|有(?:什么|啥|哪些)|看看|看一下|来(?:一|个|点|几)|送(?:给|礼|人|我)|礼物|首饰|珠宝|饰品|求|挑|选|给我"
)
SHOP = re.compile(
    r"\b(?:you have|in (?:the|your) (?:shop|store|catalogue|catalog|collection)|"
    r"you (?:sell|stock|carry)|overall|in total|altogether|all your)\b|店里|"
    r"你们(?:店|家|这|有)?|全店|一共|总共|所有"
)

FIELDS: Mapping[str, re.Pattern[str]] = {
    "price": re.compile(
        r"\bhow much (?:is|are|does|do|for|would|it)\b|\bhow much\?|"
        r"\b(?:what(?:'s| is) the )?price\b|\bcosts?\b|多少钱|什么价|价格|几钱|怎么卖|多钱"
    ),
    "metal_weight_g": re.compile(
        r"\b(?:how heavy|weighs?|weight|grams?)\b|多重|重量|克重|几克|多少克"
    ),
    "carat": re.compile(
        r"\b(?:how many carats?|carat weight|how big is the (?:stone|diamond)|"
        r"what carat)\b|几克拉|多少克拉|多少分|几分|主石多大"
    ),
    "metal": re.compile(
        r"\b(?:what metal|which metal|made (?:of|from|out of)|material|what(?:'s|"
        r" is) it made|real gold|solid gold|solid)\b|什么材质|材质|什么(?:金属|"
        r"做的|金)|是(?:真金|纯金|金的|银的)吗?"
    ),
    "purity": re.compile(
        r"\b(?:purity|what karat|how many karats?|fineness|hallmark\w*)\b|成色|"
        r"纯度|含金量|多少k|几k"
    ),
    "plating": re.compile(r"\b(?:plated|plating)\b|镀(?:层|金|的)|电镀"),
    "stone": re.compile(
        r"\b(?:what stones?|which stones?|what gems?(?:tone)?|"
        r"what kind of stone)\b|什么(?:石头|宝石|石)|主石是"
    ),
    "origin": re.compile(
        r"\b(?:natural or|lab[- ]grown|is it natural|are they natural|"
        r"real diamonds?|mined|origin)\b|天然(?:的|还是)|是(?:不是)?(?:天然|培育)|产地"
    ),
    "treatment": re.compile(
        r"\b(?:treated|treatment|heated|enhanced|untreated)\b|处理过|优化|有没有(?:烧|处理|加热)|a货"
    ),
    "clarity": re.compile(r"\bclarity\b|净度"),
    "colour_grade": re.compile(r"\bcolou?r grade\b|颜色(?:级别|等级)|成色等级"),
    "cut": re.compile(r"\b(?:what cut|which cut|cut grade|shape)\b|切工|什么形状"),
    "certificate": re.compile(
        r"\b(?:certificates?|certified|certification|gia|igi)\b|证书|鉴定|国检"
    ),
    "nickel": re.compile(
        r"\b(?:nickel|hypoallergenic|allerg\w+|sensitive (?:skin|ears))\b|镍|过敏|敏感"
    ),
    "dimensions_mm": re.compile(
        r"\b(?:dimensions?|how (?:big|wide|large|tall|thick)|measurements?|width|"
        r"height)\b|多大|多宽|多高|多厚|尺寸"
    ),
    "length_mm": re.compile(r"\b(?:how long|length|chain length)\b|多长|长度"),
    "sizes": re.compile(
        r"\b(?:what sizes?|which sizes?|sizes? (?:available|in stock|do)|"
        r"in my size|come in (?:what|which))\b|有(?:什么|哪些)(?:尺寸|尺码|号|圈口)|圈口|几号"
    ),
    "availability": re.compile(
        r"\b(?:in stock|available|availability|how soon|how long (?:does|will|"
        r"would) it take|when can i)\b|有货|现货|库存|多久(?:能|可以)?|什么时候(?:能|可以)"
    ),
    "clasp": re.compile(
        r"\b(?:clasp|closure|fasten\w*|earring backs?|what backs?)\b|扣|耳背|怎么戴"
    ),
    "setting": re.compile(r"\b(?:setting|how is it set)\b|镶嵌|怎么镶|镶法"),
    "care": re.compile(r"\b(?:care instructions?)\b|保养说明"),
}
DETAILS = re.compile(
    r"\b(?:tell me (?:more )?about|more about|details?|describe|information|info|"
    r"more on|what about|look at|let me see|show me)\b|介绍|详细|详情|说说|讲讲|"
    r"具体|看(?:一下|看)|怎么样|信息"
)
YES_ANY = re.compile(
    r"^(?:no preference|any|either|anything|whatever|don't mind|i don't mind|"
    r"not sure|up to you|都可以|都行|随便|无所谓|不限|没要求|不确定|你(?:定|推荐))[.!。！]?$"
)
# Unsafe to answer from a shop: the price of gold tomorrow, a valuation, a cure.
OFF_TOPIC = re.compile(
    r"\b(?:weather|football|president|election|recipe|poem|joke|homework|python|"
    r"code|movie|bitcoin|stock market|news|flight|hotel|pizza|capital of|"
    r"translate)\b|天气|足球|股票|新闻|笑话|写.{0,3}诗|代码|电影|做饭|机票|酒店|比特币|政治|作业|翻译|首都"
)


# '是A货吗', '有证书吗' with pieces on the table: about them, and no new wish.
SHORT_QUESTION = re.compile(r"^(?:这|它)?(?:是|有|带|镀).{1,7}吗[?？]?$")
IS_IT = re.compile(r"^(?:is|are|does|do|has|have|was)\b|吗|是不是")
# 'Is the first one natural?' asks for the field that holds such terms.
_ASKED: Mapping[str, str] = {
    "metal": "metal",
    "metal_colour": "metal",
    "purity": "purity",
    "plating": "plating",
    "stone": "stone",
    "stone_colour": "stone_colour",
    "stone_origin": "origin",
    "treatment": "treatment",
    "cut": "cut",
    "setting": "setting",
    "clasp": "clasp",
    "certificate": "certificate",
    "style": "styles",
    "occasion": "occasions",
}


@dataclass(frozen=True)
class Cues:
    """What else the reading of an intent rests on."""

    has_terms: bool  # the sentence names anything of the vocabulary
    slots: tuple[str, ...]  # whose terms were named
    has_topic: bool  # it is about something the cards know
    has_edits: bool
    has_reference: bool
    explicit_reference: bool
    several: bool
    has_table: bool
    has_wishes: bool
    open_question: bool
    with_photo: bool


@dataclass(frozen=True)
class Reading:
    """An intent with what it asks about."""

    intent: Intent
    fields: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    order: Order = "relevance"
    cheaper: bool = False
    dearer: bool = False
    more: bool = False
    again: bool = False


def read_intent(text: str, cues: Cues) -> Reading:  # noqa: PLR0912 - the order is the design
    """The intent of folded ``text``."""
    fields = tuple(name for name, pattern in FIELDS.items() if pattern.search(text))
    policy = tuple(name for name, pattern in POLICY.items() if pattern.search(text))
    pointed = cues.has_reference or cues.several
    if cues.explicit_reference and not fields and IS_IT.search(text):
        fields = tuple(dict.fromkeys(_ASKED[slot] for slot in cues.slots if slot in _ASKED))
    if not text:
        return Reading("search" if cues.with_photo else "unclear")
    if OFF_TOPIC.search(text) and not cues.has_terms and not pointed:
        return Reading("off_topic")
    if RESTART.search(text) and not cues.explicit_reference:
        return Reading("restart")
    if SAVE.search(text) and pointed:
        return Reading("save")
    if SIMILAR.search(text) and (pointed or cues.with_photo or cues.has_table):
        return Reading("similar" if pointed or not cues.with_photo else "search")
    if VARIANT.search(text) and pointed and cues.has_edits and not fields:
        return Reading("similar")
    if COMPARE.search(text) and (pointed or (cues.has_table and not cues.has_terms)):
        return Reading("compare", fields)
    if policy and not (cues.explicit_reference and fields):
        return Reading("policy", policy=policy)
    if CARE.search(text):
        return Reading("care")
    if SIZING.search(text) and QUESTION.search(text) and not cues.explicit_reference:
        return Reading("sizing")
    if COUNT.search(text) and not (pointed and fields):
        return Reading("count")
    if CHEAPEST.search(text) and not cues.explicit_reference:
        return Reading("extreme", order="price_up")
    if DEAREST.search(text) and not cues.explicit_reference:
        return Reading("extreme", order="price_down")
    if CHEAPER.search(text) and not cues.explicit_reference:
        return Reading("refine", cheaper=True)
    if DEARER.search(text) and not cues.explicit_reference:
        return Reading("refine", dearer=True)
    if pointed and (fields or DETAILS.search(text) or not cues.has_edits):
        return Reading("describe", fields)
    if cues.has_table and SHORT_QUESTION.search(text) and set(cues.slots) <= set(_ASKED):
        asked = tuple(dict.fromkeys(_ASKED[slot] for slot in cues.slots))
        return Reading("describe", fields or asked)
    if ADVICE.search(text) and (cues.has_terms or cues.has_topic) and not _is_wish(text, cues):
        return Reading("advice", fields)
    if fields and cues.has_table and not cues.has_terms and not cues.has_edits:
        return Reading("describe", fields)
    if MORE.search(text):
        return Reading("refine" if cues.has_wishes else "search", more=True)
    if AGAIN.search(text):
        return Reading("search", again=True)
    if cues.has_edits:
        return Reading("refine" if cues.has_wishes else "search")
    return _small_talk(text, cues)


def _is_wish(text: str, cues: Cues) -> bool:
    """'I'm allergic to nickel' and 'I want what suits a birthday' wish; 'what is X' asks."""
    if not cues.has_edits or re.search(r"什么是|是什么|什么叫|\bwhat (?:is|are|does)\b", text):
        return False
    return bool(SEARCH.search(text)) or not QUESTION.search(text)


def _small_talk(text: str, cues: Cues) -> Reading:
    for pattern, intent in (
        (THANKS, "thanks"),
        (GOODBYE, "goodbye"),
        (OFF_TOPIC, "off_topic"),
        (HELP, "help"),
    ):
        if pattern.search(text):
            return Reading(intent)  # type: ignore[arg-type]
    if cues.with_photo:
        return Reading("search")
    if cues.open_question and YES_ANY.search(text):
        return Reading("refine")
    if SEARCH.search(text):
        return Reading("search")
    if GREET.search(text):
        return Reading("greet")
    words = re.findall(r"[a-z']+|[\u3400-\u9fff]", text)
    return Reading("off_topic" if len(words) >= 4 else "unclear")
