"""Asking to be remembered: to keep something, to hear what is kept, to forget it."""

from __future__ import annotations

import re

from assistant.understanding.cues import chinese

PLEASE_REMEMBER = re.compile(
    r"\b(?:can|could|will) (?:you|u) (?:please )?(?:remember|keep in mind|note)\b(?! me\b)|"
    r"(?:能|可以|麻烦)(?:你|您)?(?:帮我)?记(?:住|下|一下)"
)
REMEMBER = re.compile(
    rf"{PLEASE_REMEMBER.pattern}|"
    r"\b(?:(?:please |do |can you |could you |pls )?"
    r"(?:remember|memori[sz]e)(?! me\b)(?! (?:what|anything|me saying))|"
    r"make a note|note (?:that|down|my|her|his)|write (?:down|that down)|"
    r"keep (?:in mind|a note)|"
    r"(?:save|store|keep) (?:my|her|his|our|the) (?:ring |bangle |finger )?"
    r"(?:size|budget|allerg\w+|details)|don't forget (?:that|my|i))\b"
    r"|记(?:住|下|一下|着|得(?!.*吗)|录)|帮我记|别忘(?:了|记)?(?:我|她|他)|备注(?:一下)?"
    rf"|{chinese.REMEMBER}"
)
RECALL = re.compile(
    r"\b(?:what (?:do|did|have) you "
    r"(?:remember|know|note|keep|store|got saved|have (?:on|about|saved))(?:ed|d)?|"
    r"what(?:'ve| have|'s| do| is| did)? (?:you|u|ya)(?:'ve| have)? (?:(?:got|have|already|"
    r"actually) )*"
    r"(?:written|noted|jotted|saved|stored|scribbled|marked|put|filed|recorded)"
    r"(?: down)?(?: on file)?(?: about| on| for| down)\b|"
    r"what(?:'ve| have| do)? (?:you|u)(?: have| got)* (?:on file|on record|down) (?:about|for|"
    r"on)\b|"
    r"what(?:'s| is) (?:in )?(?:your memory|my (?:ring |bangle |saved )?size(?: again)?$|"
    r"remembered|saved about me|my profile)|"
    r"do you (?:still )?remember (?:me|my|what|anything|her|his)|what (?:do|did) i (?:tell|say)|"
    r"(?:show|list|tell me) (?:me )?"
    r"(?:what you (?:remember|know)|my (?:profile|memory|details|saved (?:size|info)\w*))|"
    r"what you (?:remember|know) about me|"
    r"(?:what|which) (?:\w+ )?(?:size|budget|length)s? did i (?:give|tell|say|mention))\b"
    r"|(?:跟|和|同)你(?:说|讲)(?:过|的|了)?[我她他]的?(?:戒围|手寸|尺码|尺寸|圈口|预算|号)(?:是)?(?:多少|几|什么)"
    r"|(?:尺寸|尺码|戒围|手寸|圈口|预算)你?(?:存|记|留)(?:的|了|下)?(?:是)?(?:多少|几|什么)"
    r"|还 ?(?:remember|记(?:住|得)) ?[^,，。]{1,14}吗|(?:存|记|留|登记)(?:了|下|着|住)?的? "
    r"?[^,，。?？]{0,8}?(?:尺寸|尺码|戒指号|圈口|戒围|手寸|"
    r"预算|号)"
    r"(?:是|有)?(?:多少|几|什么|多大)"
    r"|(?:你|都|还)?(?:都)?(?:记(?:得|了|住|着)|remember)(?:了)? ?(?:我)?(?:些|"
    r"的)?(?:什么|啥|哪些)|"
    r"还记得(?:我|吗)|"
    r"我(?:的)?(?:尺寸|尺码|戒指号|圈口|戒围|手寸)是(?:多少|几|什么)(?:来着)?$|"
    r"我(?:之前|让你)(?:说|记)(?:过|的|了)?(?:什么|啥)|(?:看看|列出)(?:你)?记(?:的|了|住)"
    rf"|{chinese.RECALL}"
)
# What was wished for up to now: 'what have I asked for', 我说过什么要求.
_WISHED = r"(?:要求|条件|需求|筛选|想法)"
_WISHES = r"(?:current |standing |present )?(?:wishes|filters?|criteria|requirements|conditions)"
RECALL_WISHES = re.compile(
    r"\bwhat (?:(?:all )?(?:have|had|did) i (?:already |just |actually )*"
    r"(?:ask(?:ed)?|wish(?:ed)?|look(?:ed)?) for|"
    r"(?:was|am|were|are) (?:i|we) (?:currently |actually |now )?"
    r"(?:looking|searching|asking) for(?! in| when)|"
    rf"(?:are|were) (?:all )?(?:my|the|our) {_WISHES}|"
    rf"{_WISHES} (?:are set|stand|have i|did i|do i have))\b|"
    r"\b(?:remind me|tell me|repeat|read back|sum up|summari[sz]e|list) (?:of )?"
    r"(?:what i(?:'ve| have)? (?:asked|wished|been looking|was looking|am looking|'m looking) for|"
    rf"(?:all )?(?:my|the) {_WISHES})\b"
    rf"|我(?:都|已经|刚才|之前|前面|到底|一共)?(?:说|提|讲|要|给)(?:过|了|的)?(?:些)?"
    rf"(?:什么|哪些|啥|几个)(?:样的)?{_WISHED}|"
    rf"(?:我|现在|目前|当前|到现在|已有)(?:的|有|都有|一共有)*{_WISHED}(?:都)?(?:是|有)(?:些)?"
    rf"(?:什么|哪些|啥)|"
    rf"(?:现在|目前|当前)(?:都)?(?:有|是)(?:什么|哪些|啥){_WISHED}|"
    rf"(?:重复|复述|总结|列出?|回顾|说)(?:一下|一遍)?我(?:的|说过的|提过的|刚才的)*{_WISHED}|"
    r"我(?:刚才|之前|到底)?(?:要|想)找?的是(?:什么|啥)来着"
)
# 'I forget my size' and 'don't forget my size' ask for no such thing.
FORGET = re.compile(
    r"(?:那|这)(?:条|个|句|项)(?:就|也|都|先)?(?:忘|删)(?:了|掉|除)|"
    r"(?:她|他|我)的?(?:你|就|先|都|给|帮|我)*(?:删|忘)(?:了|掉|除)(?!没|吗)|"
    r"(?<!i )(?<!don't )(?<!not )\b(?:forget|erase|delete|remove|wipe|clear)(?: about)? "
    r"(?:(?:that )?(?:i'm|i am)|(?:my|her|his|our)\b(?! (?:last|first|list|wish|budget limit))|"
    r"what (?:you|i|(?:my|her|his|our|she|he|they)\b.{0,24}\b"
    r"(?:likes?|loves?|prefers?|wears?|takes?|wants?|needs?|said)|(?:size|ring|stone|metal|"
    r"style)s? "
    r"(?:i|(?:my )?\w+) (?:wears?|takes?|likes?|prefers?))|"
    r"(?:that |the |those |what i said )?(?:thing|bit|stuff|part|note|info|details?)?s? ?about "
    r"(?:my|her|his) "
    r"(?:ring |bangle )?(?:sizes?|allerg\w+|likes|tastes?|preferences?)|"
    r"everything (?:you|about)|(?:all )?(?:that )?you (?:know|remember))\b|"
    r"\bdon't remember my\b|\bforget me\b|\bstop remembering\b"
    r"|(?<!我)(?<!别)(?<!刚)忘(?:掉|了|记)(?:我|她|他|关于|你记)|"
    r"(?:别|不要|不用)(?:再)?记(?:我|着|住)|(?:删(?:掉|除)|清(?:除|掉))(?:我|你记|记忆|关于)|"
    r"把(?:记|我|她|他|你记|关于).{1,8}(?:忘|删)|记(?:住|得|着)的.{0,4}(?:忘|删)"
    rf"|{chinese.FORGET}"
)
FORGET_ALL = re.compile(
    r"\b(?:everything|all|anything|what you (?:know|remember)|forget me|"
    r"my (?:memory|profile|data|details))\b|全部|所有|一切|都(?:忘|删)|记忆|关于我"
)
_SIZE_ZH = r"(?:戒指)?(?: ?size|尺寸|尺码|号|圈口|手寸|码数?|戒围|指围)"
# The memory, or what was told to be kept, named as what is to be forgotten.
_MEMORY = (
    r"(?:your memor(?:y|ies)|my (?:whole |entire )?(?:memor(?:y|ies)|profile|details|info\w*)|"
    r"(?:every|any)thing (?:that )?(?:you|i)(?:'ve| have)? (?:know|remember\w*|noted|kept|stored|"
    r"saved|told you|got|have|asked you to)|what(?:ever)? (?:you|i)(?:'ve| have)? "
    r"(?:know|remember\w*|noted|kept|stored|saved|told you))"
)
FORGET_MEMORY = re.compile(
    rf"\b(?:forget|erase|delete|remove|wipe|clear|empty|reset)\b(?: about)?(?: all(?: of)?)?"
    rf"(?: the)? {_MEMORY}\b|"
    r"(?:清空|清除|清掉|删除|删掉|抹掉|抹去|忘掉|忘记)(?:所有的?|全部的?|一切|你的?|您的?|关于我的?|"
    r"我的?)*(?:记忆|记录|资料|个人信息)|"
    r"(?:记忆|记(?:住|得|着|下)的?(?:东西|内容|那些|所有|一切)?)[^,，。]{0,6}(?:忘|删|清|抹)"
)
# Everything, of whatever kind: of the memory where there is one.
FORGET_IT_ALL = re.compile(
    r"\bforget (?:about )?(?:everything|it all|all (?:of )?(?:it|that|this|about it)|"
    r"the (?:whole )?lot)\b|"
    r"(?:全部?|全都|都|统统|通通|一切|所有的?|一概)(?:给我|都|请|就)*忘(?:掉|了|记|光)?(?!我)|"
    r"忘(?:掉|了|记|光)(?:所有|全部|一切)"
)
# The wishes are meant, and not the memory.
BEGINS_ANEW = re.compile(
    r"\b(?:start(?:ing)?|begin(?:ning)?|try) (?:it |all |right )*(?:over|again|a?fresh|anew)\b|"
    r"\brestart\b|\bfrom (?:scratch|the (?:very )?(?:start|beginning|top))\b|\bnew search\b|"
    r"\bi(?:'ve| have)? (?:asked|wanted|was looking) (?:for|after)\b|"
    r"\b(?:wishes|filters?|criteria|conditions)\b|"
    r"重新|从[头零新]|重来|重头|另起炉灶|条件|要求|(?:前面|之前|刚才)(?:说|选|提|要)的"
)
# What is remembered asked for by its name: 'what's my ring size', 我老婆手寸多少.
ASKS_KEPT = re.compile(
    r"\b(?:what(?:'s| is| was)|do you (?:know|have|remember)|remind me of|tell me) "
    r"(?:my|her|his|my [a-z]+'s) (?:ring |bangle |finger |necklace |usual )?"
    r"(?:size|length|budget|allerg(?:y|ies))\b(?! (?:in|if|when|by|from|chart|called))|"
    r"\bwhat (?:does|do) (?:she|he|i|my [a-z]+) (?:like|love|prefer)\b|"
    r"(?:我|她|他|婆|妈|爸|友|公|妹|姐|女儿|儿子)(?:的)? ?(?:戒指|手镯|ring ?|bangle ?)?"
    r"(?:手寸|尺寸|尺码|号码|指围|圈口|预算|"
    r"戒指号|(?:ring )?size) ?(?:到底)?(?:是)?(?:多少|几号|多大|几)(?:来着|呀|啊)?[?？]?$|"
    r"(?:知道|记得|清楚)(?:我|她|他)(?:\S{0,4}的)?(?:手寸|尺寸|尺码|圈口|预算|喜好)[吗么不]|"
    r"(?:我|她|他|婆|妈|爸|友|公|妹|姐|女儿|儿子)(?:喜欢|爱|对)(?:什么|啥)(?:过敏)?(?:来着)?[?？]?$"
)
# Another value for what is remembered: 'change my ring size to', 把我的手寸改成.
_KEPT_THING = (
    r"(?:(?:usual|saved|remembered|stored|ring|bangle|finger|wrist|necklace|bracelet|hand) )*"
    r"(?:sizes?|length|budget|allerg(?:y|ies))"
)
_KEPT_THING_ZH = (
    r"(?:戒指|手镯|手链|项链|手指|镯子)?(?:的)?(?:手寸|尺寸|尺码|码数|号码|指围|戒围|圈口|手围|"
    r"戒指号|号数|长度|链长|预算|过敏|(?:ring |bangle )?size)"
)
AMENDS = re.compile(
    rf"\b(?:change|update|correct|amend|edit|set|fix|make|switch|adjust|put)\b.{{0,12}}"
    rf"\b(?:my|her|his|their|[a-z]+'s?) {_KEPT_THING}\b|"
    rf"\b(?:my|her|his|their|[a-z]+'s?) {_KEPT_THING} (?:is|was|has|should be|needs to be)"
    rf"(?: been)? (?:now|actually|changed|really|wrong)\b|"
    rf"(?:我|她|他|妈|爸|婆|友|公|妹|姐|女儿|儿子)(?:的)? ?{_KEPT_THING_ZH}"
    r" ?(?:号)?(?:请|帮我|给我)? ?"
    rf"(?:改|换|更新|更正|更改|修改|调整?|变)(?:成|为|到|做|一下|了|是)|"
    rf"(?:改|换|更新|更正|更改|修改|调整)(?:一下)?(?:我|她|他)(?:的)? ?{_KEPT_THING_ZH}"
)
# A remembered value enters the wishes only when it is asked for.
MY_SIZE = re.compile(
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:my|our) "
    r"(?:usual |ring |bangle |wrist |finger |own )?sizes?\b|"
    r"^(?:all |only |any )?my (?:usual )?size\b(?! (?:is|=|:))|\bthat fits? me\b"
    rf"|(?:按|照|用|有|要|找)(?:照)?我的? ?{_SIZE_ZH}|"
    r"我(?:的)?(?: ?size ?|尺寸|尺码|码数|圈口|手寸|戒指号)(?:的|能戴|有的)|我能戴(?:的|得)|"
    r"适合我(?:的)?(?:尺寸|手寸)"
)
THEIR_SIZE = re.compile(
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:her|his|their) "
    r"(?:usual |ring |bangle |finger )?sizes?\b|\bthat fits? (?:her|him)\b|"
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:my|the|our) [a-z]+(?:-in-law)?(?:'s|s'?) "
    r"(?:usual |ring |bangle |finger )?sizes?\b"
    rf"|(?:按|照|用|有)(?:照)?(?:她|他)的? ?{_SIZE_ZH}|"
    rf"{_SIZE_ZH}(?:就)?(?:按|照)(?!我的)[^,，。]{{1,5}}的(?:来|找|选|$)|"
    rf"(?:按|照|用)(?:照)?(?!我的|季)(?:我|咱)?家?[\u4e00-\u9fff]{{1,4}}?的? ?"
    rf"{_SIZE_ZH} ?(?:来?(?:找|挑|选|看|推荐|show)|$|[,，])|"
    r"(?:她|他)的?(?:尺寸|尺码|码数|圈口|手寸|戒指号)的|(?:她|他)能戴的"
)
