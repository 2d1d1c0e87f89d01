"""Themes of questions about wearing, keeping, giving and buying, by the key of their cards."""

from __future__ import annotations

import re
from collections.abc import Mapping

GIVING: Mapping[str, re.Pattern[str]] = {
    "birthstone": re.compile(
        r"\bbirth ?stones?\b|诞生石|生日石|生辰石|守护石"
        r"|\bgems?\b.{0,24}\bmonths?\b|\bmonths?\b.{0,16}\b(?:gems?|stones?)\b|月份.{0,6}(?:石|宝)"
    ),
    "anniversary": re.compile(r"\banniversar|周年"),
    "san_jin": re.compile(
        r"三金|五金|\b(?:san|wu) ?jin\b|\b(?:three|five|3|5) golds?\b(?! \w+s\b)|"
        r"\bgold\b.{0,12}\b(?:chinese )?brides?\b|结婚.{0,8}(?:哪些|什么|几样)金"
        r"|\b(?:three|five|3|5) gold(?:en|s)?\b.{0,12}\b(?:gifts?|set|pieces)|\bgold "
        r"pieces\b.{0,24}\b(?:groom|bride|famil)|\bgroom.{0,16}\bgold\b"
    ),
    "san_jin_regions": re.compile(
        r"^(?=.*(?:[三五]金|\b(?:san|wu) ?jin\b)).*(?:\bregions?\b|\bdiffers?\b|\beverywhere\b|"
        r"\bprovince|\bguangdong|\bfujian|\bcanton|不同|不1样|不一样|[1一]样吗|各地|地区|地方|"
        r"广东|福建|潮汕|闽南|那边)"
    ),
    "zodiac_year": re.compile(r"本命年|\bzodiac year|\bben ?ming ?nian"),
    "zodiac_animal": re.compile(
        r"\bzodiac animal|\bchinese zodiac\b|"
        r"\byear of the (?:rat|ox|tiger|rabbit|dragon|snake|horse|goat|sheep|monkey|rooster|dog|"
        r"pig)|"
        r"生肖|属(?:什么|啥|相)|什么年[,，\s]|[鼠牛虎兔龙蛇马羊猴鸡狗猪]年"
    ),
    "gift_days": re.compile(
        r"(?<!\d)520(?!\d| ?(?:mm|yuan|rmb|cny|块|元))|\bqi ?xi\b|\bvalentine|\bgift (?:days|"
        r"dates)|"
        r"\bwhen(?:'s| is)? (?:mother|father)'?s day|七夕|情人节|(?:母亲|父亲)节(?:是|在)(?:什么|"
        r"几|哪)"
    ),
    "gift_choice": re.compile(
        r"\b(?:choos\w+|pick\w*|what makes|safe)\b.{0,24}\b(?:gifts?|presents?)\b|"
        r"\bwhat jewell?e?ry\b.{0,12}\bgive\b|\bgive\b.{0,24}\bdon't know well|"
        r"送(?:人|礼物?)?(?:选|挑)?首饰.{0,6}(?:怎么|注意|建议|讲究)|送礼.{0,6}(?:建议|注意|"
        r"怎么挑)|"
        r"不知道(?:对方|她|他).{0,4}(?:喜好|喜欢什么)"
    ),
    "which_finger": re.compile(
        r"\b(?:which|what) (?:finger|hand)\b|\b(?:ring|middle|index|little|fourth|pinky) finger\b|"
        r"\bring on (?:the|my|her|his) \w+ finger|哪(?:根|个|只)?手?指|(?:戴|在)哪只?手|"
        r"(?:中|食|无名|小|尾|拇)指"
        r"|\b(?:left|right) (?:or (?:left|right) )?hand\b|\bmatters? which finger|\bthumb ring|"
        r"(?:左手|右手).{0,6}还是|拇指戒"
    ),
    "wedding": re.compile(
        r"\bengagement (?:rings? )?(?:and|or|vs) .{0,6}wedding|"
        r"\bwedding (?:rings?|bands?) .{0,20}engagement|\bengagement rings? .{0,12}wedding|"
        r"[订求]婚(?:戒指|钻戒)?.{0,3}(?:和|跟|与)结婚|婚戒.{0,2}(?:和|跟|与)(?:钻戒|对戒|订婚)"
    ),
    "engagement": re.compile(r"\bpropos(?:e|al|ing)\b|\bengagement ring\b|求婚|订婚(?:戒|钻)"),
}

WEARING: Mapping[str, re.Pattern[str]] = {
    "layering": re.compile(
        r"\blayer(?:s|ed|ing)?\b|\bstack\w*\b.{0,12}\bnecklaces?|\b(?:two|several|2) necklaces? "
        r"together|"
        r"叠[戴搭]|[两2]条.{0,4}[1一]起戴"
    ),
    "neckline": re.compile(
        r"\b(?:high |low |which |what )?necklines?\b|\bv ?-?necks?\b|\bturtle ?necks?\b|"
        r"\b(?:round|crew|high|polo|scoop|boat) necks?\b|[v圆高方1一]字?领|领口|衬衫领"
    ),
    "first_earrings": re.compile(
        r"\b(?:new|newly|fresh|freshly|just|first|recent\w*)\b.{0,16}\bpierc\w+|"
        r"\bpierc(?:ed|ing)\b.{0,12}\b(?:new|heal\w*|yesterday|last week)|"
        r"(?:刚|新|第一次)[打穿].{0,4}耳|(?:刚|新)打的?耳洞|新耳洞|养耳洞"
    ),
    "for_men": re.compile(
        r"\b(?:men|man|guys?|gentlem[ae]n)\b.{0,12}\b(?:wear|jewell?e?ry|rings?)|"
        r"\b(?:jewell?e?ry|rings?)\b.{0,16}\b(?:men|man|guys?|gentlem[ae]n)\b|"
        r"男(?:士|生|人|的)?.{0,4}(?:戴|适合)"
    ),
    "for_children": re.compile(
        r"\b(?:bab(?:y|ies)|child(?:ren)?|kids?|toddlers?|newborns?|infants?)\b|"
        r"小孩|宝宝|孩子|婴儿|儿童|新生儿|满月|周岁"
    ),
    "before_buying": re.compile(
        r"\bbefore (?:i |we |you )?buy|\b(?:check|look for|look out for|know|careful|tips|"
        r"pitfalls)\b"
        r".{0,16}\b(?:buy|buying)\b|\bon the receipt|"
        r"(?:买|购|选购).{0,8}(?:注意|检查|要看|看什么|看啥|有哪些坑|事项)|避坑|踩坑"
    ),
    "authenticity": re.compile(
        r"\bgenuine\b|\bis (?:really )?real\b|\bauthentic\w*\b|\bfakes?\b|\breal or\b|\b(?:is|are|"
        r"if|whether) (?:it|this|my .{0,12}"
        r"|the .{0,12}|that|they)(?: is| are|'s)? real\b|真假|假货|假的|真的还是|辨别|是不是真|"
        r"真不真|"
        r"\b(?:is|are) (?:all )?(?:your|the|these|those) (?:\w+ ){1,3}(?:real|genuine|legit)\b|"
        r"\blegit\b|\bknock ?-?offs?\b|\bcounterfeits?\b|"
        r"保真|正品|真货|真品|(?:会不会|怕|担心)(?:是|买到)?假|"
        r"^(?:[那这它你您们家店里个些件枚条只款的都卖到底确定真请问]|东西|货|首饰|珠宝|钻石?|黄?金子?|银|玉石?|"
        r"翡翠|珍珠|宝石|戒指|项链|手镯|耳环)*是真的[吗么不嘛吧]"
    ),
    "best_seller": re.compile(
        r"\bbest[- ]?sell\w*|\bmost popular\b|\bwhat sells (?:best|most)\b|\bmost sold\b|"
        r"\b(?:everyone|everybody|people|others?) (?:buy|buying|bought)\b|"
        r"最好卖|卖得?(?:最|比较)?好|热[销卖]|爆款|畅销|销量|人气(?:款|最)|最受欢迎|最火|买的人(?:最)?多"
    ),
    "investment": re.compile(
        r"\b(?:gold|price|prices) (?:go|goes|going|rise|rises|rising)s? up\b.{0,24}\bworth\b|"
        r"\binvest\w*|\bresale|\b(?:hold|keep|retain)(?:s|ing)? (?:its|their|the)? ?value|"
        r"\bin value\b|\bappreciate|\bsave money\b|[保增]值|升值|投资|(?:卖|转手).{0,4}亏"
        r"|\bworth more\b|\bhold value\b|回本|值钱吗|传家.{0,4}保值"
    ),
    "healing": re.compile(
        r"对(?:人|身体|健康|睡眠|血压|皮肤)(?:有)?(?:好处|好不好|好[吗么]|有用|有益)|"
        r"\bgood for (?:my |your |the )?(?:body|sleep|skin|blood)|"
        r"\bheal(?:s|ing)?\b(?! as)|\b(?:good |bring\w* |bad )?luck(?:y)?\b|\bspiritual|"
        r"\benerg(?:y|ies)\b|"
        r"\bgood for (?:wealth|health|love|money)|\bprotects? (?:you|me|against)|\bhelps? (?:me|"
        r"you) sleep|"
        r"\bpowers?\b|招财|辟邪|转运|治病|(?<!照)能量|养人|排毒|养生|开光|安神|好运|助眠"
        r"|\bbring (?:love|luck|wealth|fortune)|\bimprove (?:health|sleep)|\bbad luck\b|\bagainst "
        r"evil|保平安|助眠|安神|貔貅|旺(?:夫|财|运)|开运"
    ),
    "never_say": re.compile(
        r"\bwill (?:the )?(?:price of )?(?:gold|silver|platinum|price)s?\b.{0,12}\b(?:be|cost)\b"
        r".{0,16}\b(?:next|tomorrow|in (?:\d|a|two|five|ten)|later|soon|future)|"
        r"(?:明年|以后|将来|下个?月|未来|过几年|年底).{0,6}(?:金价|银价|黄金|价格).{0,4}(?:多少|怎样|怎么样|如何)|"
        r"(?:金价|银价|黄金).{0,4}(?:明年|以后|将来|下个?月|未来|过几年|年底).{0,6}(?:多少|怎样|怎么样|如何)|"
        r"\b(?:price|gold|value|it)s?\b.{0,20}\bgo(?:es)? up\b|\bprice\b.{0,12}\b(?:fall|drop|rise|"
        r"go)\b|[会能].{0,3}[涨跌]|[涨跌]价"
    ),
}

KEEPING: Mapping[str, re.Pattern[str]] = {
    "tarnish": re.compile(
        r"\btarnish\w*|\b(?:turn(?:s|ed|ing)?|go(?:es|ne|ing)?|went)\b(?! (?:well|nicely|with|"
        r"together)).{0,20}\b(?:black|green|"
        r"dark|dull)\b|"
        r"\bdiscolou?r|[发变]黑|氧化|变[色绿黄暗]|发绿|黑了"
        r"|(?:变|弄|发|就|戴)[黑绿黄]了?|黑了"
    ),
    "storage": re.compile(
        r"\bstor(?:e|ed|ing|age)\b.{0,20}\b(?:it|them|my|jewell?e?ry|pearls?|gold|silver|"
        r"necklaces?|"
        r"rings?)\b|\bkeep\b.{0,30}\b(?:box|drawer|together|apart)\b|\bwhere (?:should|do|can) i "
        r"keep|"
        r"\btangl(?:e|ed|ing)\b|存放|收纳|怎么[收放]|放在?[1一]起|打结"
    ),
    "water": re.compile(
        r"\bsaunas?\b|桑拿|汗蒸|"
        r"\bshower\w*|\bswim\w*|\bpool\b|\bsea\b|(?<!ultrasonic )\bbath(?:e|ing|s)?\b|\bwet\b|"
        r"\bhot springs?|"
        r"\bchlorine|"
        r"\bwash(?:ing)? (?:my|your|her|his) hands|\bwater ?proof|"
        r"洗澡|游泳|泳池|[沾碰遇泡]水|下水|泡温泉|洗手|海边|防水|淋雨"
        r"|\bwash(?:ing)? (?:the )?dishes\b|\bget wet\b|\bhot springs?\b|淋(?:雨|湿|到)|雨淋|洗碗"
    ),
    "ultrasonic": re.compile(r"\bultra ?sonic|\bsteam\w*|超声波?|蒸汽"),
    "wear_habits": re.compile(
        r"\bperfume|\bhair ?spray|\b(?:hand |face |sun ?)?creams?\b|\blotion|\bsleep\w*\b|\bgym\b|"
        r"\bsports?\b|\bwork(?:ing)? ?out\b|\bsweat|\bgarden|\btake (?:.{0,24} )?off .{0,24}(?:at "
        r"night|\bbed\b)|"
        r"香水|护[肤手]|睡觉|运动|健身|汗|化妆品|防晒|做家务"
    ),
    "check_up": re.compile(
        r"\bhow often\b|\b(?:checked|inspect\w*|serviced)\b|\bloose (?:stone|diamond)|"
        r"\bstones?\b.{0,12}\bloose\b|\bprofessional(?:ly)? clean|"
        r"多久.{0,6}(?:检查|保养|清洗|洗)[1一]?次?|(?:石|钻|镶).{0,4}松(?!石)"
    ),
}
