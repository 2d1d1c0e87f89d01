"""Which field of a record a question asks about."""

from __future__ import annotations

import re
from collections.abc import Mapping

FIELDS: Mapping[str, re.Pattern[str]] = {
    "price": re.compile(
        r"\bhow much(?! (?:gold|silver|does it weigh|water))|\bwhat(?:'s| is) the damage\b|"
        r"\bwhat (?:would|will|does|do) (?:it|that|this|they|the \w+(?: one)?) set me back\b|"
        r"\b(?:what(?:'s| is|s| was) the )?price(?: of| for)\b|\bwhat(?:'s| is|s) the price\b|"
        r"\bcosts?\b(?! (?:less|more|under|below))|"
        r"多少钱|多钱|贵不贵|什么价|啥价|price ?(?:是)?多少|价格(?:是)?(?:多少|呢|吗|怎)|几钱|"
        r"怎么卖|咋卖|(?:总价|一共|总共|合计|加起来)(?:是|要|得)?多少|多少(?:块|元|米)"
    ),
    "metal_weight_g": re.compile(
        r"\b(?:how heavy|heaviest|lightest|(?:does|do) .{0,20}weigh|weighs|what(?:'s|"
        r" is) the weight|weight of|"
        r"how many grams?|how much (?:gold|silver|platinum|metal) is (?:in|there))\b|"
        r"weight ?(?:是)?多少|多重|重不重|最重(?!要|点)|最轻|几克|多少克|克重(?:是)?多少|"
        r"重量(?:是)?(?:多少|呢)|有多重"
    ),
    "carat": re.compile(
        r"\b(?:how many carats?|carat weight of|how (?:big|large) is the (?:stone|diamond|main)|"
        r"what carat|what(?:'s| is) the carat)\b|几克拉|多少克拉|多少分|几分的?(?:钻|石)?|主石多大|"
        r"钻(?:石)?多大"
    ),
    "metal": re.compile(
        r"\b(?:what (?:kind of )?metals?|which metals?|made (?:of|from|out of)|what material|"
        r"material is|what(?:'s| is| are) (?:it|they|this) made|"
        r"(?:is|are) (?:it|they|this|that) (?:real|solid|pure) (?:gold|silver|platinum)|"
        r"solid gold)\b|(?:什么|啥|哪种)(?:材质|材料|金属|做的|金(?:的)?)|材质(?:是|呢|怎|来着)|"
        r"是(?:不是)?(?:真金|纯金|金的|银的)|(?:什么|啥) metal"
    ),
    "purity": re.compile(
        r"\b(?:purity|what karats?|how many karats?|which karat|fineness|hallmark\w*)\b|成色|"
        r"纯度(?!不|无|随|没)|含金量|多少k|几k"
    ),
    "plating": re.compile(
        r"\b(?:(?:is|are) .{0,24}(?:gold )?plated|what plating|plating (?:is|on))\b|"
        r"镀(?:层|的是|了什么)|是(?:不是)?(?:镀|电镀)"
    ),
    "stone": re.compile(
        r"\b(?:what (?:kind of |sort of )?stones?|which stones?|what gems?(?:tone)?|"
        r"what (?:is|are) the (?:main )?stones?)\b|(?:什么|啥|哪种)(?:石头|宝石|石)|主石是|"
        r"(?:镶|带)的(?:是)?(?:什么|啥)|(?:石头|宝石)是(?:什么|啥)"
    ),
    "origin": re.compile(
        r"\b(?:natural or|lab[- ]grown or|(?:is|are) (?:it|they|the (?:stone|diamond|pearl)s?) "
        r"(?:natural|lab|real|mined|grown|cultured)|real diamonds?|mined|"
        r"where (?:is|are|does|do) .{0,20}(?:from|come from)|origin of)\b|"
        r"天然(?:的)?(?:还是|吗)|是(?:不是)?(?:天然|培育|人工)|产地|哪里(?:产|来)的"
    ),
    "treatment": re.compile(
        r"\b(?:(?:is|are|was|been) .{0,24}(?:treated|heated|enhanced|oiled|dyed)|treatment|"
        r"untreated\?)\b|处理过|优化(?:过)?|有没有(?:烧|处理|加热|染色|注胶)|"
        r"是(?:不是)?[abc]货(?:吗|么|呢|\?)?"
    ),
    "clarity": re.compile(
        r"\bclarity (?:of|is|grade)\b|\b(?:what|which)(?:'s| is)?(?: the)? clarity\b|"
        r"净度(?:是|多少|怎|几|呢|如何)"
    ),
    "colour_grade": re.compile(r"\bcolou?r grade\b|颜色(?:级别|等级)|什么色级|成色等级|几级色"),
    "cut": re.compile(
        r"\b(?:what cut|which cut|cut grade|what shape|shape is)\b|切工(?:是|怎|如何|呢)|"
        r"(?:什么|啥)(?:形状|切割)"
    ),
    "certificate": re.compile(
        r"\b(?:certificates?|certs?|certified|certification|graded by|(?:graded|certified|"
        r"lab)(?= (?:the|it|this|that|first|graded)\b)|(?:which|what) lab|gia|igi)\b|证书|鉴定|国检"
    ),
    "nickel": re.compile(
        r"\b(?:nickel|hypoallergenic|allerg\w+|sensitive (?:skin|ears))\b|镍|过敏|敏感"
    ),
    "dimensions_mm": re.compile(
        r"\b(?:dimensions?|how (?:big|wide|large|tall|thick|high|small)"
        r"(?! (?:is (?:the|your) (?:range|selection)))|measurements?|width|height|diameter of)\b|"
        r"(?<!主石)(?<!钻)多大(?!号|圈口|的圈口)|大不大|多宽|多高|多厚|尺寸(?:是|多|呢|怎么样)|"
        r"直径(?:是)?多少|(?:几|多少) ?(?:个)?(?:毫米|公厘|mm)(?!的?(?:链|项链))|(?:珠子|珍珠|"
        r"珠)多大"
    ),
    "length_mm": re.compile(
        r"\b(?:how long(?:'s| is| are| was)|longest|shortest|(?:what|which) length|length of|"
        r"chain length)\b|"
        r"length ?(?:是)?多少|多长|最长|最短|长度(?:是|多|呢)|几(?:厘米|公分)长"
    ),
    "sizes": re.compile(
        r"\b(?:what (?:ring |other )?sizes?(?: (?:does|do|is|are|have|you|it|they|available))|"
        r"which sizes?|sizes? (?:available|in stock|do)|"
        r"(?:available|come|comes|have it|got it|stock) in "
        r"(?:my|her|his|a|what|which|other|size) ?sizes?|"
        r"(?:does|do|is|are) (?:it|they|this|that|the .{0,20}) "
        r"(?:come|available|be had) in (?:a )?size)\b|"
        r"有(?:什么|哪些|几个|啥)(?:尺寸|尺码|号|圈口|码)|有(?:没有)?(?:我|她|"
        r"他)的(?:尺寸|号|码|尺码)|"
        r"(?:圈口|尺码|号码|几号)(?:是|有|的)?(?:多少|几|哪些|什么)|是几号|有几号"
    ),
    "availability": re.compile(
        r"\b(?:(?:is|are) .{0,24}in stock|in stock\?|available(?: now)?\?|availability|how soon|"
        r"how long (?:does|will|would) (?:it|they) take|when can i (?:get|have)|"
        r"(?:do|have) you (?:still )?(?:have|got) (?:it|this|that|them)(?: in stock)?\b(?! in)|"
        r"sold out)\b|有(?:没有)?现?货(?:吗|么|没)?|现货(?:吗|么)|库存|"
        r"多久(?:能|可以)(?:拿|有|做|出)|什么时候(?:能|可以)(?:拿|有|到)|卖完|还有没有货|"
        r"in stock ?(?:吗|么|不|没)|还有 ?stock"
    ),
    "clasp": re.compile(
        r"\b(?:what (?:kind of )?clasp|which clasp|clasp (?:is|does)|closure|fasten\w*|"
        r"earring backs?|what backs?|(?:how|does) .{0,12}close)\b|"
        r"(?:什么|啥|哪种)(?:扣|耳背|耳针)|耳背|扣(?:子|头)?(?:是|怎)(?:什么|样|么)|怎么(?:戴|扣)"
    ),
    "setting": re.compile(
        r"\b(?:what setting|which setting|setting (?:is|of)|how is it set|"
        r"how are (?:they|the stones) set|knotted|strung)\b|(?:怎么|什么|啥)镶|镶法(?:是|呢)|"
        r"镶嵌(?:方式|工艺)|打结"
    ),
    "care": re.compile(r"\bcare instructions?\b|保养说明"),
}
DETAILS = re.compile(
    r"\b(?:tell me (?:all|more|everything|something)? ?(?:about|on)|more about|details?|describe|"
    r"information|info|more on|what about|how about|look at|let me see|show me|i like|i love|"
    r"i'll take|interested in|talk me through)\b|"
    r"介绍|详细|详情|说说|讲讲|具体|看(?:一下|看)|怎么样|信息|如何$|好看吗|"
    r"(?:我)?(?:要|喜欢)(?:第|这|那)|就(?:它|这|那)"
)
# '是A货吗', '有证书吗' with pieces on the table: about them, and no new wish.
SHORT_QUESTION = re.compile(
    r"^是(?:什么|啥).{1,4}$|^(?:有没有|含不含|是不是|带不带).{1,5}$|"
    r"^(?:这|它)?(?:是|有|带|镀|含).{1,7}(?:吗|么|不)[?？]?$"
)
# 'What would you wear it with' asks for taste, not for the record.
WORN_WITH = re.compile(
    r"\b(?:what|how) (?:else )?(?:would|should|could|can|do|does|might) (?:you|u|i|she|he|one|we) "
    r"(?:even )?(?:wear|pair|match|combine|put|style|layer|stack|dress)\b|"
    r"\bwhat (?:goes|looks good|looks nice|works|pairs) (?:well )?(?:with|together with)\b|"
    r"\bwhat (?:outfits?|clothes|dress|neckline) "
)
# 'Do clips pinch': of all of a kind.
IN_WEAR = re.compile(
    r"\b(?:do|does|will|would|can|are) (?!the\b|these\b|those\b|this\b|that\b|it\b|they\b|you\b|"
    r"i\b|we\b)"
    r"(?:[a-z]+ ){1,3}?(?:really |actually |ever |always )?(?:pinch|hurt|ache|irritate|itch|tug|"
    r"pull|slip|"
    r"snag|fall (?:off|out)|come (?:undone|off|loose)|stay (?:put|on|up)|poke|dig in|get heavy|"
    r"wobble|spin)\b"
)
# 'She was born in May, what stone is that?': of the month, not of the piece.
OF_A_MONTH = re.compile(
    r"\bborn (?:in|on)\b|\b(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december)(?: (?:baby|babies|birthday|girl|boy|child|born)|'s (?:birth)?stone)\b|"
    r"\bbirth ?months?\b|生日?在?\d+月|\d+月(?:出?生|的?生日|份生)"
)
IS_IT = re.compile(
    r"^(?:(?:and|so|but|ok|um|uh|wait)[ ,]+)*(?:is|are|does|do|has|have|was|r)\b|吗|是不是|么$|"
    r"[含带有是].{0,6}不$|(?:是|为|用|镶|扣)的?[^,，。]{1,8}还是[^,，。]{1,8}$"
)
# 'Has it a certificate' asks about it; 'have you emeralds' (有祖母绿吗) asks for goods.
HAD_BY_A_PIECE = frozenset({"certificate", "allergies", "plating"})
BEGINS_WITH_HAVE = re.compile(r"^(?:这|它)?有")
PLAIN_DETAILS = re.compile(
    r"\b(?:details?|more (?:about|info\w*)|tell me more|describe)\b|详情|介绍|详细|具体"
)
# 'Is the first one natural?' asks for the field that holds such terms.
ASKED_SLOT: Mapping[str, str] = {
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
    "allergies": "nickel",
}
