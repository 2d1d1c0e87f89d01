"""What a jeweller knows: care, sizes, materials, and how a price comes about."""

from __future__ import annotations

import re

from assistant.understanding.cues import chinese

CARE = re.compile(
    r"\b(?:clean(?:s|ed|er|ing)?|cleen|care (?:for|of)|(?:take|taking|takes) care|"
    r"look(?:ed|ing)? after|polish\w*|maintain\w*|maintenance|shower\w*|bath(?:ing|e)?|swim\w*|"
    r"wash\w*|store (?:it|them|my|pearls?|gold|silver)|stored|storing|storage|tarnish\w*|"
    r"turn(?:s|ed|ing)? .{0,20}(?:black|green|dark|dull)|(?:gone|went|go(?:es|ing)?) (?:black|"
    r"green|dull|dark)|ultrasonic|"
    r"get(?:ting)? (?:it |them )?wet|(?:sleep|gym|sauna|work ?out) (?:in|with) (?:it|them|my)|"
    r"chlorine|perfume|hand cream|bleach|scratch\w*|keep(?:ing)? .{0,20}(?:nice|shiny|"
    r"clean|bright)|"
    r"wear(?:s|ing)? off|fade[sd]?|fading|chip(?:s|ped)?|bash(?:ed)? about|fragile|"
    r"delicate enough|hard enough|"
    r"(?:damage|ruin|harm|hurt|spoil|wreck|dull|loosen|corrode)s? (?:the|my|her|his|a|it|"
    r"them)(?! ear))\b"
    r"|清(?:洗|洁|理)|保养|护理|洗(?:澡|手|碗|吗|呢)|沾水|[碰遇]到?(?:水|酒精|汗)|\btouch (?:water|"
    r"alcohol)\b|游泳|泡(?:水|澡|"
    r"温泉)|"
    r"(?:怎么|咋|如何|能|可以|超声波).{0,4}洗|打理|存放|氧化|发黑|[就弄]?[黑绿]了|变(?:色|黑|黄|"
    r"绿)|超声波|"
    r"擦(?:拭|一擦|亮)|香水|掉色|褪色|磕|碎(?:掉|吗|不|裂)|摔|刮花|划痕|磨损"
    rf"|{chinese.CARE}"
)
SIZING = re.compile(
    r"\b(?:us|uk|eu|jp|cn|hk|italian|japanese|british|american|european)\b(?!\$).{0,12} "
    r"(?:in|to) (?:an? )?(?:us|uk|eu|jp|cn|hk|italian|japanese|british|american|european)\b(?!\$)|"
    r"(?:码|号|国内|大陆|内地).{0,10}(?:是|等于|合)(?:国内|大陆|内地|"
    r"[美欧英日港]码)?(?:的)?(?:多少|几)(?:号|码)|"
    r"\b(?:in|to) (?:mm|millimet(?:re|er)s)\b.{0,6}$|"
    r"\b(?:measur(?:e|ing)(?: my| her| his| your| the| a)?|"
    r"(?:ring|bangle|finger|necklace|bracelet) (?:sizes?|sizing)\b.{0,30}"
    r"(?:guide|chart|work|conver|know|find|measure)|size (?:guide|chart|conversion)|"
    r"siz(?:e|ing) up|size down|size of (?:his|her|their|my) finger|"
    r"what (?:ring |bangle |us |uk |eu )?size (?:am|is|should|do|does|ring|would|will)|"
    r"(?:find|work) (?:out )?(?:my|her|his|their) (?:ring |finger )?size|"
    r"(?:know|guess|learn|get) (?:my|her|his|their) (?:ring |finger )?size|"
    r"convert(?:s|ed|ing)?|equivalent|"
    r"(?:between|from) (?:us|uk|eu)\b.{0,20}\bsizes?|which length|what length|"
    r"how long should (?:a|my|the) (?:necklace|chain|bracelet)|"
    r"(?:comfort|wide|tight|loose) (?:fit|band))\b"
    r"|(?:怎么|如何|咋|怎样).{0,4}(?:量|测)(?!价)|量(?:一下)?(?:手|戒指|圈口|尺寸|指)|"
    r"测(?:量|手|指)|"
    r"[戴选]多[长大短]的?(?:会|才)?(?:比较)?(?:合适|好看|好|显)|多大号|多[长大](?:的)?(?:才|比较)?(?:合适|好看|好)|几号(?:戒|的|合|适)|戴(?:多大|"
    r"几号|多少号)|多大(?:的)?圈口|"
    r"(?:戒指|手寸|圈口|手镯|指围)(?:的)?(?:尺寸|尺码|大小|号)?(?:怎么|如何|咋)|"
    r"尺码(?:表|对照)|相当于|换算|等于(?:多少|几)|(?:对应|是)(?:多少|几) ?(?:毫米|号|码|mm)|"
    r"对应.{0,6}(?:毫米|号|码|内径)|几号对应|是几 ?(?:毫米|mm|号|码)|"
    r"(?:港码|港号|美码|欧码|日码|大陆码|内地码|国内码).{0,8}(?:怎么|区别|一样|是什么|几)|"
    r"(?:偷偷|悄悄).{0,6}(?:量|知道)|"
    r"怎么知道(?:她|他|对方|女朋友|老婆).{0,8}(?:号|尺寸|手寸|指围)|宽(?:戒|版).{0,8}(?:大|号)|"
    r"松紧|手指.{0,6}(?:变(?:小|大|粗|细)|肿|缩)|fingers? .{0,12}(?:shrink|swell)"
)
# Knowledge asked for, whatever its form: 'is it true', '寓意', '保值'.
ADVICE = re.compile(
    r"\b(?:explain|mean(?:s|ing)?|difference|differ|is it true|should (?:i|one|we|you)|worth|"
    r"suits?|suitable|birthstones?|hypoallergenic|invest\w*|resale|hold(?:s)? (?:its|their) value|"
    r"good for|go(?:es)? (?:up|down)|in value|appreciate|safe(?:st)? (?:for|metal|choice)|"
    r"real or fake|tell (?:if|whether|real)|genuine|authentic\w*|lucky|luck|healing|promise|"
    r"react|why (?:do|does|is|are)|tougher|harder|hardest|toughest|most (?:important|"
    r"durable|secure|valuable)|better for|best (?:metal|stone|material)s? for|"
    r"gift for (?:a |the )?\d+|vs|versus|"
    r"best for|bad for|good idea|tradition\w*|symboli[sz]\w+|itch\w*)\b"
    r"|是什么(?!颜色)|什么是|(?:什么|啥)意思|什么叫|指(?:啥|什么|的是|哪)|区(?:别|分)|"
    r"不同|有(?:什么|啥)不一样|差别|分别|"
    r"怎么(?:分|选|挑|辨|回事)|咋(?:分|选|挑|辨|区)|如何(?:分|选|挑|辨)|会不会|"
    r"过敏.{0,8}(?:什么|哪|稳|安全)|保值|升值|增值|投资|真假|真的吗|算不算|真钻|诞生石|生日石|"
    r"适合(?:什么|哪)|寓意|辟邪|招财|转运|(?<!不)讲究|好不好|为(?:什么|啥)|是不是(?:亏|真|假)|"
    r"还这么叫|耐磨|"
    r"哪三样|哪五样|哪几样|有哪几样|重要|稳妥|最安全|产的吗|容易(?:坏|碎|断|掉)"
    rf"|{chinese.ADVICE}"
)
PRESENT = re.compile(
    r"\bwhat(?:'s| is| are|s)? (?:good|nice|best|suitable|right|a good|the best)\b|"
    r"\bwhat (?:to|should|can|could|would|do) (?:i|we|you|one)? ?(?:get|give|buy|choose|suggest)\b|"
    r"送(?:什么|啥|点)|买(?:个|点)?(?:什么|啥)|戴什么|选什么"
)
# How a piece would look on somebody, which a photo of them would have to tell.
_BODY = r"(?:hands?|fingers?|wrists?|necks?|face(?: shape)?|ears?|skin(?: tone)?|complexion|me)"
_BODY_ZH = r"(?:手(?!镯|链|表|工)指?|手型|手腕|脖子|颈|脸型?|耳朵|耳垂|肤色|皮肤|气质|我)"
SUITS_ME = re.compile(
    r"\b(?:suits?|flatters?|fits?|work (?:on|with|for)|"
    r"(?:looks?|be) (?:good|nice|right|ok(?:ay)?|great|too (?:big|small)) (?:on|for|with)) "
    rf"(?:my |her |his )?{_BODY}\b|"
    rf"\bwhat (?:would )?(?:suits?|looks? good on) (?:my |her |his )?{_BODY}\b|"
    rf"(?:适合|衬|配|搭)(?:不适合|不衬|不配|不搭)?(?:我|她|他)?(?:的|这)?(?:双|只|个)?{_BODY_ZH}(?:的手)?"
    rf"(?=$|[吗嘛么不?？,，。])|"
    rf"(?:我|她|他)(?:的)?(?:这)?(?:双|只)?{_BODY_ZH}?(?:戴|适合戴|戴上|配)(?!多|几|什么号)[^,，。]{{0,6}}"
    rf"(?:好看|合适|适合|显)(?:吗|嘛|么|不)"
)
# A custom has its own cards: stones of months and years, what is worn in one's zodiac year.
CUSTOM = re.compile(
    r"birthstone|anniversar|tradition|symbol|\bmean|诞生石|生日石|周年|讲究|寓意|习俗|"
    r"本命年|三金|五金"
)
# Asked for without a question: a chart, one scale in another.
CONVERTS = re.compile(
    r"\bsiz(?:e|ing) (?:guide|chart|conversion|table)\b|尺码(?:表|对照)|"
    r"\b(?:us|uk|eu|jp|cn|hk)\b(?!\$).{0,8} (?:in|to) (?:us|uk|eu|jp|cn|hk|mm|cm)\b(?!\$)|"
    r"\bsize [\da-z.]{1,4} (?:in|to) (?:us|uk|eu|jp|cn|hk|mm|cm)\b|"
    r"(?:码|号)\d*(?:是|有)多大|(?:码|号|圈口)\d+是多"
)
GOLD_MATHS = re.compile(
    r"\bgold (?:in|inside|content of) .{1,40}\bworth\b|"
    r"\b(?:what's|what|how much)(?: would| will| do| does| is| are)? (?:\d[\d.]*|a) ?(?:g|gr|"
    r"grams?|"
    r"grammes?)\b.{0,24}"
    r"\b(?:come to|cost|be worth|worth|make|set me back|amount to|go for)\b|"
    r"\bhow did you (?:get|come|arrive) (?:to|at|up with|by) (?:this|that|the|its) price\b|"
    r"\b(?:(?:price|rate|cost|much|yuan|pounds|dollars) (?:per|a|each|by) gram|per gram|"
    r"(?:labou?r|making|workmanship|craft) (?:cost|charge|fee|price)s?|"
    r"how (?:is|was|does|do you|did you|you|u|they|do they|they) .{0,36}(?:worked out|"
    r"calculated?|made up|arrived at|"
    r"come about|break down|calculate|work out)\b(?= ?\??$)|"
    r"how (?:do |did |does |is |was )?(?:you|u|they|it|the price)? ?(?:calculated?|compute|count|"
    r"work out|"
    r"arrive at|come up with|get) (?:the |this |that |its |your )?(?:prices?|total|cost|figure)\b|"
    r"\b(?:weight|grams?) (?:times|x|multiplied by) |"
    r"(?:price|cost) (?:breakdown|break ?down|made up)|break (?:down|it down).{0,12}(?:price|cost)|"
    r"(?:today's |the |current )?gold (?:price|rate)(?: today| now| per)?|price of gold|"
    r"gold (?:weight|value) (?:in it|alone)|melt value|"
    r"why (?:is|does) (?:it|this|that) (?:so |cost))\b"
    r"|(?:多少钱|几钱|价格?|多少)[一1] ?克|[一1] ?克(?:多少|几)|每克|克价|"
    r"(?:今天|今日|现在|当前|实时|目前)?(?:的)?(?:金价|银价|铂金价)|工费|手工费|加工费|"
    r"(?:价格?|价钱|钱)(?:是)?(?:怎么|咋|如何)(?:算|来)|怎么算(?:出来)?的?(?:价|钱)?|折合|"
    r"一口价.{0,8}(?:合|算|相当)|明细|金重.{0,6}(?:值|多少钱)"
    rf"|{chinese.GOLD_MATHS}"
)
# A question, by its form alone.
ASKS = re.compile(
    r"\?|？|\b(?:what|how|which|why|when|who|whats|hows)\b|"
    r"^(?:(?:and|but|so|ok|okay|well|um|uh|oh|wait|hi|hello|also|yeah)[ ,]+)*"
    r"(?:is|are|was|does|do|did|can|could|should|will|would|has|have|may|might|isn't|aren't|"
    r"doesn't|ought)\b|"
    r"吗|呢|么$|嘛$|什么|啥|怎么|咋|如何|多少|(?<![找看换来挑选荐给])几[个款件号克]|哪|为什么|多大|多长|多宽|"
    r"能不能|会不会|"
    r"是不是|算不算|可不可以|要不要|[能好行对]不$|(?<!不)([好值真贵行对])不\1|(?:能|会|可以|"
    r"保证).{1,10}不$"
    rf"|{chinese.ASKS}"
)
# Questions that want telling. A mere question mark may wish: 'silver ones?'.
TELL_ME = re.compile(
    r"(?<!that's )(?<!that is )(?<!exactly )(?<!just )\b(?:what(?! (?:i|we) (?:said|told|asked|"
    r"meant|want|need|came))|what's|whats|why|how|when)\b(?! about)|\bwhere (?:do|does|should|"
    r"can|is|are)\b|"
    r"(?<!mind )(?<!matter )(?<!care )(?<!fussed )\bwhich\b|\btell me (?:about|how|"
    r"what|why)|"
    r"\bexplain|\bwalk me through|\blist of\b|(?<!i )(?<!有 )(?<!more )\bmean(?:s|ing)?\b|"
    r"\bdifferences?\b|\bany "
    r"(?:tips|way|idea how|trick)|\b(?:sneaky "
    r")?ways "
    r"to\b|"
    r"\b(?:left|right) or (?:left|right)\b|, ?(?:ok|okay|safe|fine|right)\b|"
    r"\bshould (?:the|my|i|we|one|you|he|she|they|it)\b|\b(?:do|must|can|could|would|will) (?:i|we|"
    r"one) "
    r"(?!see|have a|get|try)|"
    r"(?:^|[,.;] ?|\b(?:and|but|so|ok|also|well|oh) )(?:is|are|was|does|do|did|can|could|will|"
    r"would|has|have|may)\b"
    r"(?! you (?:have|sell|got|carry|stock))|\bdon't know .{0,20}\bsize\b|\bcan you tell\b|"
    r"什么|啥|为何|怎么|怎样|咋|如何|多[长大久少粗宽紧松厚]|讲讲|左手还是右手|区别|差别|不同|哪|"
    r"(?<![找看换来挑选荐给拿])几 ?(?:[种样级个号码克年]|毫米|"
    r"mm|厘米)|(?<!不)(\S)不\1|(?<!不)讲究|"
    r"(?:吗|么|嘛|不)[?？!。.~]*$|[会能要值有是可好].{0,1}不[会能要值是可好]|会不会|能不能|要不要|"
    r"可不可以|"
    r"有没有(?:必要|讲究|办法|影响|.{0,10}(?:标准|金属|材质))|[^\s那嗯哦我就想先,，] "
    r"?还是.{1,12}(?<!吧)(?<!好了)(?<!就好)$|"
    r"(?:不.{0,2}样|不同|过敏|统一)吧"
    rf"|{chinese.TELL_ME}"
)
_GOODS = (
    r"(?:rings|necklaces|earrings|studs|hoops|bracelets|bangles|pendants|chains|brooches|pieces|"
    r"ones)"
)
# What is asked for is goods, whatever else the sentence is about.
GOODS = re.compile(
    r"\b(?:show|find me|finding|(?<!should i )look(?:ing)? for|search\w*|shopping for|hunting for|"
    r"browse|"
    r"recommend\w*|"
    r"suggest\w*|i'm after)\b|(?<!do )(?<!should )(?<!would )\b(?:i|we)(?:'d| would)?(?: really)? "
    r"(?:want|need|like|love|fancy|"
    r"prefer) (?!to know)|\b(?:do|have|d'|did) (?:you|u|ya) (?:guys )?(?:have|sell|carry|stock|"
    r"got)\b|"
    r"\byou(?:'ve)? (?:have|got|sell|stock|carry)\b|\bhave you (?:any|got|a)\b|\bgot any\b|\bare "
    r"there (?:any )?(?!tradition|rules|standards|"
    r"other ways)|"
    r"(?<!how )(?<!where )\b(?:can|could|may) (?:i|we) (?:see|have|get|try|look)\b|\blet me see\b|"
    r"\b(?:some|any)thing (?:for|in|with)\b|"
    rf"\bany (?:other )?{_GOODS}\b|"
    r"\bis there (?:an?|any) (?!knot|list|way|rule|standard|tradition|difference|custom|chinese|"
    r"national|"
    r"hall)|"
    rf"\b(?:which|what) (?:(?!are\b|is\b|the\b|best\b)\w+ ){{0,3}}{_GOODS} (?!are (?:best|good|"
    rf"safe|right|suit|bad|in (?!stock))|is\b|"
    rf"goes?\b|"
    r"suits?\b|should|would|fit\b|do (?:men|women|people|brides|i|we|you wear))|"
    r"哪(?:些|几[款个枚种条对只])的?(?:戒指|项链|耳[钉环饰]|手[链镯]|吊坠|款)(?!.{0,6}(?:适合|配|好|安全))|"
    r"\bwhat about\b(?! \w+ing\b)|\bhow about\b|(?<!traditional )\bgifts? (?:for|under)\b|"
    r"\b(?:give|get|buy|send) "
    r"(?:me|her|him|"
    r"them) an?\b|"
    r"想(?:要|买|看|找|送|入|挑)(?!.{0,12}(?:怎么|如何|怎样|注意|不知道))|要(?:买|1[个条对枚]|找|"
    r"看)(?!什么|啥|哪|大|小|注意)|推荐|看看|"
    r"看一下|瞧瞧|来(?:1|个|点|几|条|对|款)|给我|帮我(?:找|挑|选)|换成|入手|"
    r"^(?:你们|店里|这里|咱们|家里)?有(?:没有|木有)?+(?!烧|必要|讲究|办法|什么(?:区别|不同|讲究|"
    r"办法|注意)|百分|100|没有办法).{1,16}"
    r"(?:吗|么|嘛|没|的)|有(?:没有|木有).{1,10}(?:的|款)$|有(?!烧).{1,12}[的款](?:.{0,6})(?:吗|么|"
    r"嘛|没|"
    r"呢)|"
    r"(?:你们|店里).{0,3}有|有(?:吗|没有|没|么)[?？]?$|"
    r"\b(?:can|could|shall) (?:you|u|we) (?:maybe |please |just )?(?:do|go with|go for|make (?:it|"
    r"that)|"
    r"switch|change|swap)\b(?! (?:with|something|anything|to (?:clean|make|keep))\b)|"
    r"\bonly (?:show me )?what(?:'s| is) in stock\b|"
    r"(?:戒指?|项链|耳[钉环饰坠]|手[链镯]|吊坠|胸针|脚链|\b(?:ring|band|necklace|earring|bracelet|bangle|"
    r"pendant|brooch|anklet)(?:e?s)?) ?(?:都)?有(?:些)?(?:哪些|什么)(?:款|种|样|款式|可选的?)?\W*$|"
    r"有\d+(?:号|mm|毫米|圈口|克拉|厘米|cm).{0,3}(?:吗|么|没)"
)
# What a word means, or how two things differ: of no piece in particular.
MEANING = re.compile(
    r"(?<!i )\bmeans?\b|\bstands? for\b|\bdiffer\w*|\bexplain|\bwhat (?:is|are) (?!it\b|this|"
    r"that|today|your|"
    r"the|"
    r"these|those)|"
    r"什么是|(?:什么|啥)意思|什么叫|区别|不同|(?:什么|啥|哪里?|怎么)不一?1?样|差别|分别|划算|怎么回事"
)
# With pieces on the table, still a question about kinds of things and not about one of those.
GENERAL = re.compile(
    rf"{MEANING.pattern}|\bwhy\b|\bwhich\b|\bshould\b|\bbest\b|\b(?:is|are|does|do|can|will|how "
    rf"(?:hard|"
    r"big|thick|often) is) (?!it\b|they\b|this|that|these|those|the\b)|\bhow (?:do|does|can|"
    r"should|would|are|often)\b|"
    r"\bwhere\b|\bwhen\b|\brequired\b|\bwhat(?:'s| does| makes)\b|\bnever\b|"
    r"哪|怎么|如何|咋|为什么|为啥|要不要|会不会|还是|一样|1样|保证|百分|合适|最|戴什么|值得|"
    r"[1-9]克拉|"
    r"公主链|锁骨链|马天尼|"
    r"首饰|一般|必须|规定|标准|讲究|GIA|gia|适合|[选耐]|什么.{0,6}[好用]|什么证书|能.{1,6}吗|"
    r"会.{1,6}吗|算|都"
)
# Themes of sizes are often named beside what is really asked: 'which ring metal', 'V领配什么项链'.
MATTERS_MORE = re.compile(
    r"\bwhich metal|\bwhat metal|金属|材质|领|叠|\blayer|\bneck(?:line)?s?\b|"
    r"\b(?:which|what|whose|left|right) (?:\w+ )?finger is\b|"
    r"\bcarats?\b"
)
# Care beyond doubt: a scratch or a fading colour may be asked about for other reasons.
CLEANS = re.compile(
    r"\b(?:(?<!eye )clean\w*|care (?:for|of)|tak(?:e|es|ing) care|look(?:ed|ing)? after|polish\w*|"
    r"maintain\w*|"
    r"maintenance|wash\w*)\b|清[洗洁理]|保养|护理|打理|怎么洗|能洗"
)
# A trouble told wants help as much as a question does.
TROUBLE = re.compile(
    r"\bmy (?:\w+ ){1,3}(?:went|turned|has gone|have gone|keeps?|feels?)\b|"
    r"\bmy (?:\w+ ){1,2}(?:is|are) (?:puffy|swollen|loose|tight)\b|\bi get an? (?:rash|itch)|"
    r"戴.{0,6}就.{0,4}[黑绿痒肿]|[黑绿肿痒]了$"
)
# Of what the shopper has already, or of what has happened to it: told, and not wished for.
OWN = re.compile(
    r"\b(?:my|turned|went|gone|has|got)\b|我的|[黑黄脏绿暗]了|(?<!不)(?<!不会)[变发][黑黄绿暗]|"
    r"掉色了|了[,，。!！]?$"
)
