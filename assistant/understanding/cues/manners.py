"""Courtesies, small talk and talk about the talk itself: start over, take back, ask a person."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.turn import HandOverKind
from assistant.understanding.cues import chinese, chinese_service

RESTART = re.compile(
    r"\b(?:(?:re)?start(?:ing)? (?:it all |all |right )?(?:over|again|a?fresh|anew)|restart|"
    r"begin (?:again|afresh|anew)|from the (?:very )?(?:beginning|start)|from scratch|"
    r"reset|clear (?:everything|(?:it |that )?all)|"
    r"(?:remove|drop|clear|delete|lose) (?:all |every )(?:of )?(?:the |my |these )?"
    r"(?:filters?|wishes|conditions|criteria)|wipe (?:the slate|everything)|"
    r"clean slate|new search|forget (?:everything|it all|all (?:of )?(?:that|this)))\b"
    r"|[重从]新(?:开始|来|找|选)|从(?:头|零)(?:再)?(?:开始|来|找)|(?:推倒|统统|全部|全都|全)?重来"
    r"|重置|重头(?:再)?(?:开始|来|找)|清空|全部?(?:都)?(?:清除|清了|清掉|忘)|都忘(?:了|掉)"
    rf"|{chinese.RESTART}"
)
UNDO = re.compile(
    r"\bundo\b|\bgo(?:ing)? back(?! to (?:the )?[a-z]+ ?(?:ones?)?\b(?<!previous)(?<!before))"
    r"|\b(?:take|move|one) (?:a |one )?steps? back\b|\b(?:a|one) step back\b"
    r"|\b(?:revert|reverse (?:that|it|the last)|rewind|roll (?:it |that )?back|"
    r"take (?:that|it) back|back (?:up )?one step)\b"
    r"|\bprevious (?:step|state|search|wishes)\b|\bcancel (?:that|the last|my last)\b"
    r"|\b(?:cancel|scrap|forget|drop|remove|ignore|never mind|reverse|discard)(?: about)? "
    r"(?:the |that |my )last (?:change|bit|thing|one|step|filter|wish|request|part|update|edit)\b"
    r"(?: (?:i|you) \w+)?"
    r"|\b(?:as|like|how|way) (?:it was|they were|things were)(?: before)?\b"
    r"|\b(?:go(?:ing)?|get|take (?:me|us|it|that)|bring (?:me|us|it|that)|put (?:it|that|things)|"
    r"switch|change (?:it|that)|turn (?:it|that)|return|revert) back(?: again)?(?: to)? (?:what|"
    r"how|"
    r"where|the way|before|(?:the |my |our )?(?:previous|last|earlier|old|original|former)(?: "
    r"(?:one|"
    r"ones|search|step|version|wishes|choices?|results?|selection))?$)"
    r"|\bwhat (?:i|we|you|it|there) (?:had|was|were|showed(?: me)?) (?:just |right )?(?:before|a "
    r"moment ago)\b"
    r"|撤(?:销|回|消)|退回(?:去|上|到|一)|退一步|(?:返回|回到?|退到|退)(?:到)?上(?:一|"
    r"个)(?:步|条|次|个)"
    r"|上一步|(?:回到?|返回)(?:到)?(?:刚才|之前|原来)|取消(?:刚才|上一|上次|最后)|"
    r"恢复(?:到)?(?:刚才|之前|上)|倒回去|"
    r"刚才?(?:那个|那条|的|说的)*(?:条件|修改|改动)?(?:不算|作废|算了|不要了|去掉|取消|删掉|撤掉)|^取消(?:吧|掉|了)?$|"
    r"(?:不要|去掉|删掉)(?:刚才|上一个|上一条|最后)(?:的|那个|那条)*(?:条件|修改|改动)"
    rf"|{chinese.UNDO}"
)
# 刚才换手镯那步退回去: the step is named, with what it asked for.
NAMED_UNDO = re.compile(
    r"(?:刚才?|刚刚|上一|之前)[^,，。]{1,14}那 ?(?:一)?(?:步|下|次|条)[^,，。]{0,6}?(?:退|撤|"
    r"undo|取消|不算|收回)|"
    r"\bundo (?:the|that|my) (?:\w+ ){1,3}(?:step|change|one|bit|thing)\b"
)
AGAIN = re.compile(
    r"\b(?:show (?:me )?(?:them|those|these|it) again|(?:search|look) again|"
    r"(?:what|who) are you (?:looking|searching) for|what (?:did|have) i (?:ask(?:ed)?|"
    r"look(?:ed)?) for|what (?:am i|are we) looking for|"
    r"where (?:were|are) we)\b"
    r"|再看看(?!.)|再看一(?:遍|下)(?!.)|重新搜|(?:现在|你)在(?:找|搜)(?:什么|啥)"
)
THANKS = re.compile(
    r"\b(?:thanks?|thank (?:you|u)|thankyou|thx|tks|tysm|ty|ta(?! )|cheers|"
    r"thn?k(?:s|x)|thanx|tq|cheers|much (?:appreciated|obliged)|"
    r"many thanks|ta very much|appreciate (?:it|that|your))\b"
    r"|谢谢|多谢|感谢|谢(?:了|啦|过|泥)|辛苦(?:了|你|啦)|感恩|唔该|蟹蟹|3q(?![a-z0-9])|栓q|有心了|你人真好|麻烦你了|太感谢"
    rf"|{chinese.THANKS}"
)
PRAISE = re.compile(
    r"\byou(?:'re| are| were| have been)? (?:so |very |most |too )*(?:kind|helpful|great|awesome|"
    r"the best|a star|a gem|lovely)\b|^(?:great|perfect|brilliant|wonderful|awesome|lovely)\b|"
    r"^(?:(?:ok|oh|ah|wow|that's|that is|very|so|really)[ ,]+)*"
    r"(?:nice|cool|sweet|lovely|great|good|pretty|beautiful|gorgeous|excellent|fab|"
    r"fantastic)[.! ]*$"
    r"|\bthat(?:'s| is) (?:so |really |absolutely |just )?"
    r"(?:gorgeous|lovely|class|deadly|beautiful|stunning|unreal|perfect|brilliant)\W*$"
    r"|爱了|你真(?:好|棒|贴心)|太棒了|真不错"
)
GOODBYE = re.compile(
    r"\b(?:bye(?: ?bye)?|byee+|goodbye|laters?(?=\W*$)|late?rs?[, ]+(?:gator|mate|babe|dude|guys|"
    r"friend)|cu$|toodles|toodle ?(?:oo|pip)|"
    r"cheerio|peace out|(?:^|ok |okay |alright |bye )peace(?=\W*$)|over and out|catch (?:you|ya|"
    r"u)(?: guys)?(?: all)? later|ta ?ra\b|hooroo|"
    r"night night|"
    r"nighty night|hasta la vista|adios|au revoir|adieu|deuces|good (?:evening|afternoon|"
    r"day) to you|that will do(?: nicely)?(?=\W*$|,)|"
    r"i(?:'ll| will) leave it (?:so|there|at that)|sl[aá]n(?: leat| abhaile)?|cheers then|"
    r"signing off|farewell|"
    r"(?:right|ok|okay|well)[, ]+(?:i'm|im|i am) off|off i (?:go|pop|trot)|(?:i'm|"
    r"i am) out(?=\W*$)|"
    r"(?:i )?(?:must|have to|need to|should|better|gotta|got to) (?:dash|run|fly|scoot|head off|"
    r"be off|"
    r"get going|bounce)|that's me (?:done|sorted|off)|(?:i'm|we're) all (?:set|sorted|done)|"
    r"catch up later|till (?:next time|tomorrow|then)|until next time|be back (?:later|tomorrow|"
    r"soon)|"
    r"ciao|so long|take care|good bye|"
    r"see you|see ya|cya|that's all|that (?:is|will be|'?ll be) all|good day$|good night|"
    r"i'm done|gotta go|got to go|ttyl|talk (?:to you )?later|have a (?:good|nice|"
    r"lovely) (?:day|one|evening))\b"
    r"|再见|拜拜|回头见|回见|(?:就)?先这样|下次再|改天再|晚安|溜了|不买了|我?先走|走了$|^拜|拜$|88$|886|掰{1,2}(?:了|啦)?$|白白(?:了|"
    r"啦)?$|886?$|告辞|"
    r"(?:今天)?(?:就)?(?:先)?(?:到这|聊到这)"
    rf"|{chinese.GOODBYE}"
)
PLAIN_GOODBYE = re.compile(r"\b(?:good ?bye|bye(?: ?bye)?)\b|再见|拜拜")
GREET = re.compile(
    r"^(?:um+ |uh+ |well |oh )*(?:hi+|hello+|hey+|yo|hiya|howdy|greetings|"
    r"good (?:morning|afternoon|evening|day))\b"
    r"|^(?:你好|您好|妳好|哈喽|哈啰|嗨|嘿|早上好|下午好|晚上好|早安|"
    r"哈[罗咯]|在(?:吗|么|不在|嘛)|有人(?:吗|在)|hello)"
    r"|在不在"
    rf"|{chinese.GREET}"
)
# Nothing but a greeting: 'evening!' is no occasion then.
GREETING = re.compile(
    r"(?:(?:请问)?有人(?:在)?(?:吗|么|不)?|在(?:吗|么|不)|(?:good )?(?:morning|afternoon|evening|"
    r"day)|hi+|hello+|hey+|yo|hiya|你好|您好|哈喽|嗨+)"
    r"(?: (?:there|all|everyone|again))?[!.~。！ ]*"
)
THANKING = re.compile(
    r"(?:ok(?:ay)?|great|brilliant|perfect|lovely|cool|good|super|fab|excellent)[,!. ]*"
    r"(?:thanks|thank you|cheers|ta)[.! ]*"
)
HELP = re.compile(
    r"^help\b|\b(?:(?:can|could) you help(?! me (?:find|choose|pick|get|buy))|"
    r"what can (?:you|i) (?:do|ask|say)|what (?:do|are) you(?: able to)? do|"
    r"how (?:does|do) (?:this|you|it) work|how (?:to|do (?:i|we|you)) use (?:this|it|you)|"
    r"who (?:are you|made you|built you)|(?:do|can) you (?:speak|understand|talk)|what are you$|"
    r"who am i talking to|"
    r"(?:are|is|r) (?:you|u|this|that)(?: really| even| actually| like| just)* (?:an? )?(?:real |"
    r"actual )?"
    r"(?:human|person|robot|bot|chatbot|machine|ai|computer|real|program|people|bloke|guy|lad|"
    r"chap|lady|woman|man(?= or\b))|"
    r"(?:am i|are we) (?:talking|speaking|chatting) (?:to|with) (?:an? )?(?:real |actual )?"
    r"(?:human|person|robot|bot|machine|ai))\b"
    r"|你(?:都|到底)?(?:能|会|可以)(?:做|干|帮|提供)(?:我|些)?(?:什么|啥|哪些)|"
    r"会(?:些)?(?:啥|什么|哪些)(?!.)|怎么用(?!.*(?:洗|布))|你是谁|"
    r"你(?:们)?是(?:不是)?(?:个|一个)? ?(?:real |actual )?(?:person|human|ai|bot|robot)\b|"
    r"你们?是(?:不是)?(?:个)? ?(?:真人|机器人|人工|ai|人|程序|客服)|"
    r"(?:真人|机器人|人工智能|ai)(?:还是|吗|么|客服吗)|^(?:帮助|使用说明|功能)$"
    rf"|{chinese.HELP}"
)
# Told apart from a question about the weather: a remark wants a remark back.
CHAT = re.compile(
    r"\bcan(?:'t|not|t) wait\b(?! (?:till|until|for (?:the|my) (?:delivery|parcel)|that long|"
    r"so long|"
    r"any longer|\d))|\bfingers crossed\b|\bwish me luck\b|"
    r"\b(?:she|he|they|mum|mom|dad|nan|my \w+)(?:'ll| will|'s going to|s gonna|'s gonna|"
    r" is going to) "
    r"(?:be )?(?:so |really |absolutely |just )?(?:cry|love (?:it|this|that|them)|freak|scream|"
    r"die|be over the moon|"
    r"thrilled|happy|pleased|chuffed|delighted|surprised|made up|stoked)\b|"
    r"\bsorry (?:for|about) (?:being|that|earlier|before|my|all|the (?:attitude|rudeness|"
    r"language))|"
    r"\b(?:my )?apologies\b(?! (?:for the typo))|\bi (?:was|am being) (?:rude|a jerk|a pain|"
    r"difficult)\b|"
    r"\bdidn't mean to (?:snap|be rude|shout|swear)\b|"
    r"\bhow(?:'s| is| are| r)? (?:it going|you|u|ya|things|life|your day)\b|\bhow you doing\b|"
    r"\bwhat's up\b|\b(?:tell|know|got) .{0,16}\bjokes?\b|"
    r"\b(?:nice|lovely|beautiful|terrible|awful|rainy|sunny|grand|cracking|glorious|gorgeous|"
    r"fine|miserable|"
    r"soft|hot|cold|wet) (?:weather|day|morning)\b|"
    r"\byour (?:own )?favou?rite\b|\bhope you(?:'re| are)\b|\bhow old are you\b|"
    r"\bdo you (?:like|love|wear|sleep|dream|get bored)\b|"
    r"\b(?:let me|i(?:'ll| will| need to|'d like to)?|gotta) (?:just )?(?:think|sleep on it|ponder|"
    r"have (?:a|another) think|mull (?:it|this|that) over|have a ponder|talk (?:it|this) over)"
    r"\b|\bhmm+\b|\b(?:rough|bad|long|tough|hard) day\b|\b(?:ha)+ha\b|\blol\b|"
    r"\b(?:i'm|i am|feeling) (?:so )?(?:bored|tired|sad|happy|excited|nervous)\b|"
    r"\b(?:cat|kid|dog|child) (?:on|at|with) (?:the |my )?keyboard\b"
    r"|讲个笑话|说个笑话|笑话|你(?:吃|睡)了?(?:吗|没)|你几岁|最近(?:怎么样|好吗)|你好吗|"
    r"(?:今天|外面|最近|这天|这几天).{0,6}[热冷晒潮闷冻](?:死|到|得|炸|爆|成)|"
    r"今天天气(?:真|好|不错|太)|(?:今天|最近)?过得(?:怎么样|好吗|如何|还好)|(?:再)?(?:想想|想一想|考虑(?:一下|考虑)?)(?:吧|啊|看)?$|emo|"
    r"吵架|心情|好(?:无聊|累|开心|难过)|哈哈哈|陪我聊"
    rf"|{chinese.CHAT}"
)
# Asked for a joke, of diamonds or of anything.
JOKE = re.compile(
    r"\b(?:tell|know|got|have|say|crack|make)\b.{0,16}\bjokes?\b|\bmake me (?:laugh|smile)\b|"
    r"(?:讲|说|来|听).{0,4}(?:笑话|段子)|逗我(?:笑|开心)"
)
NOT_UNDERSTOOD = re.compile(
    r"\bwhat do you mean\b|\bsay (?:that|it) again\b|\bnot what i meant\b|"
    r"\b(?:don't|do not|didn't) (?:get|understand) (?:it|you|that|me)\b"
    rf"|{chinese.NOT_UNDERSTOOD}"
)
ABOUT_YOU = re.compile(chinese.ABOUT_YOU)
ARE_YOU_HUMAN = re.compile(chinese.ARE_YOU_HUMAN)
INSULT = re.compile(
    r"\b(?:stupid|idiots?|useless|dumb|moron|rubbish|garbage|trash|crap|shit(?:ty)?|fuck\w*|"
    r"hideous|ugly|awful|terrible|pathetic|worthless|"
    r"(?:you|this|it|these|they) (?:all )?(?:sucks?|stinks?)|"
    r"hate you|shut up|wtf|worst|screw you|damn you|bullshit|piece of junk)\b"
    r"|(?:太|真|好|很|死|超)?(?:丑|垃圾|傻|蠢|笨)(?:死|爆|逼|啊|了|$|[,，!！]|玩意)|垃圾|傻[逼叉x瓜]|智障|"
    r"白痴|废物|滚(?:蛋|开|$)|(?:什么|啥)(?:破|烂|鬼)|破(?:玩意|东西|机器)|"
    r"(?:真|太|好)没用|没用的?(?:东西|玩意)|"
    r"脑残|有病|骗(?:子|人)|闭嘴|他妈|妈的|去死"
    rf"|{chinese.INSULT}"
)
# Nothing that a jeweller answers: the price of a share, tomorrow's weather, a line of code.
OFF_TOPIC = re.compile(
    r"\b(?:weather|forecast|rain(?:ing)?|football|footy|who won|cricket (?:score|match)|rugby|"
    r"soccer|basketball|president|election|politics|"
    r"recipes?|cook(?:ing)?|poems?|homework|python|javascript|code|coding|movies?|films?|netflix|"
    r"bitcoin|crypto|stock (?:market|price)|shares|news|flights?|hotels?|pizza|restaurants?|"
    r"(?:brunch|lunch|dinner|breakfast|coffee|drinks?|beer)(?: (?:place|spot|somewhere|near))|"
    r"(?:place|somewhere|spot)s? (?:to|for) (?:eat|drink|stay|park|brunch|lunch|dinner|coffee)|"
    r"capital of|translate|horoscope|lottery|maths? problem|square root|taxi|doctor|"
    r"printer|laptop|computer|cover letter|essay|cv|what time is it(?! (?:open|close))|"
    r"car insurance)"
    r"\b|天气|下雨|下雪|气温|足球|篮球|股(?:票|市)|基金|新闻|写.{0,3}(?:诗|作文|代码|"
    r"论文)|诗歌|代码|"
    r"电影|电视剧|做饭|菜谱|外卖|餐厅|饭店|火锅|机票|酒店|比特币|政治|总统|作业|翻译|首都|"
    r"彩票|算命|打车|"
    r"游戏|数学题"
    rf"|{chinese.OFF_TOPIC}"
)
HANDOVER: Mapping[HandOverKind, re.Pattern[str]] = {
    "order_status": re.compile(
        r"\b(?:where(?:'s| is| are) my (?:order|parcel|package|ring|delivery|things)|"
        r"track(?:ing)?(?: number| my| an?)? ?(?:order|parcel|package)?|order (?:status|number)|"
        r"my order|order .{0,20}(?:hasn't|has not|not|never) (?:arrived|come)|has (?:my|"
        r"it) (?:order )?(?:been )?shipped|status of my)\b"
        r"|我的?(?:订单|快递|包裹|单子)|订单(?:号|状态|到|查)|下的单|"
        r"单(?:子)?.{0,3}(?:到哪|发了)|查(?:一下)?(?:订单|物流|快递)|"
        r"(?:发货|寄出|到哪)(?:了)?(?:没|吗|里了)|什么时候发(?:给我|出)"
        rf"|{chinese_service.HANDOVER['order_status']}"
    ),
    "viewing": re.compile(
        r"\b(?:come|pop|drop|swing|stop)(?: \w+){0,3} (?:in|into|to|by|round|over)(?: to)? "
        r"(?:the |your )?"
        r"(?:shop|store|boutique)?\b.{0,20}\b(?:see|look|try|view)\b|"
        r"\b(?:book|arrange|schedule|make|set up|have|get) (?:me )?(?:a |an )?(?:\w+ )?"
        r"(?:viewing|appointment|visit|fitting|(?:time|slot)(?= (?:on|at|to|this|next|for|"
        r"tomorrow)))|\b(?:viewing|appointment)s?\b|"
        r"\b(?:see|try|look at) (?:it|them|this|these|that|one)(?: on)? "
        r"in (?:person|the (?:shop|store)|real life|store)\b|\bcome in (?:and|to) (?:see|"
        r"try|look)|\bvisit (?:and|to|you|the|your)\b"
        r"|约(?:个|一个|下|一下)?[^,，。]{0,6}(?:到店|来店|去店|过去|试戴|看货)|预约|到店(?:看|试|体验)|约(?:个|一个|下)?(?:时间|到店|看)|"
        r"(?:去|来)店里(?:试|看)(?:一下|戴|实物)|线下(?:看|试)"
        rf"|{chinese_service.HANDOVER['viewing']}"
    ),
    "reserve": re.compile(
        r"\b(?:keep|put|set|hold|leave|save) (?:it|this|that|them|the|number|no)\b[^.?!]{0,24}"
        r"\b(?:aside|on hold|behind the counter)\b|"
        r"\b(?:reserve|reservation|hold (?:it|this|that|one|them|the \w+(?: one| pair| piece| "
        r"ring| necklace)?) for me|on hold|"
        r"put (?:number \w+|no\.? ?\d) aside|hold (?:it|this|that|one|number \w+|them|these|those|"
        r"both|the (?:first|last) (?:two|three|four)|"
        r"the \w+(?: one| pair| piece| ring| necklace)?) (?:until|till|for|over)|"
        r"put (?:it|this|that|one|the \w+(?: one)?) aside|set (?:it|this|that) aside|"
        r"lay away|layaway|keep it for me)\b"
        r"|预留|预定|预订|留(?:着|一下|一件|给我)|帮我留|给我留|订下|先订|定下(?:来)?(?:这|它|吧)?"
        rf"|{chinese_service.HANDOVER['reserve']}"
    ),
    "enquire": re.compile(
        r"\b(?:enquir\w+|inquir\w+ (?:about|with)|get (?:a )?quote|"
        r"custom(?:i[sz]ed?|(?! (?:is|of|the|in|for|differ|vary)))|bespoke|made to measure|"
        r"ask the (?:shop|store|jeweller|jeweler|staff|seller)|"
        r"(?:bulk|wholesale) (?:order|price))\b"
        r"|(?:定制|订做|定做)(?!的?(?:话|就|可|我)*(?:等不|太[久慢]|来不及|不[要行用看]|别|也|都))|询价|问(?:一下|下)?(?:店家|商家|店员|客服|老板)|批发|私人订制"
        rf"|{chinese_service.HANDOVER['enquire']}"
    ),
    "person": re.compile(
        r"\b(?:talk|speak|chat|connect|put|pass|transfer|hand|switch)(?: me)?"
        r"(?: over| on| through)? (?:to|with) (?:an? |the |your |some)?"
        r"(?:actual |real |live |human )*"
        r"(?:human(?: being)?|person|people|member of (?:the |your )?(?:staff|team)|agent|"
        r"someone|somebody|one|staff|manager|assistant|"
        r"representative|rep|sales ?(?:person|man|woman|assistant)|jeweller|jeweler|advisor|"
        r"adviser|colleague)\b|"
        r"\b(?:complain|complaints?)\b|"
        r"\b(?:talk|speak|chat) (?:to|with) ?(?:真人|人工|店员|客服)|"
        r"\b(?:real|live|human|actual) (?:person|agent|human|being|staff)\b(?! or)|"
        r"\b(?:is|are) there (?:an? |any )?(?:actual |real )?(?:human|person|someone|"
        r"staff|people)\b|"
        r"\bcustomer service\b|\b(?:call|phone|ring) me\b|\bhuman please\b|\bask a person\b|"
        r"\b(?:get|give|find|fetch|bring|need|want|send|put on|pass me|rather have|prefer|"
        r"like)(?: me| us)? "
        r"(?:an? |the |your |some |any )?(?:real |actual |live |proper |"
        r"human )*(?:human(?: being)?|person|"
        r"manager|agent|representative|rep|sales ?(?:person|assistant|rep)|shop assistant|"
        r"staff member|member of staff|supervisor)\b(?! (?:who|to (?:wear|give)|like|i))|"
        r"\bget me (?:someone|somebody)\b|\b(?:someone|somebody|anyone|anybody) (?:real|human|"
        r"there|in charge) "
        r"(?:to|i can|who)|\b(?:any|are there) humans? (?:about|around|there|here|on|available)|"
        r"\b(?:someone|somebody|a colleague|one of (?:you|your)\b.{0,20}?) (?:to |can |"
        r"could |might )?(?:call|ring|phone|telephone|"
        r"email|contact|message|text) me\b|\b(?:have|ask|get|tell) (?:\w+ ){1,4}(?:call|ring|"
        r"phone|email|"
        r"contact|message) me\b"
        r"|转(?:接)?(?:人工|真人|客服)|人工(?:客服|服务)?(?!智能|合成|养殖|培育)|"
        r"(?:找|叫|要|换)(?:个|一个|一下|你们)?(?:真人|人工|客服|店员|导购|经理|老板|店长)|"
        r"有没有(?:真人|人工|客服)|真人(?:客服| ?[a-z]* ?聊|来)|跟(?:人|真人|店员|客服)(?:聊|说|"
        r"谈)|"
        r"给我打电话|电话联系"
        rf"|{chinese.PERSON}"
    ),
}
