"""Asking to be remembered: to keep something, to hear what is kept, to forget it."""

from __future__ import annotations

import re

from assistant.understanding.cues import chinese

REMEMBER = re.compile(
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
    r"what you (?:remember|know) about me)\b"
    r"|(?:你|都|还)?(?:都)?(?:记(?:得|了|住|着)|remember)(?:了)? ?(?:我)?(?:些|"
    r"的)?(?:什么|啥|哪些)|"
    r"还记得(?:我|吗)|"
    r"我(?:的)?(?:尺寸|尺码|戒指号|圈口|戒围|手寸)是(?:多少|几|什么)(?:来着)?$|"
    r"我(?:之前|让你)(?:说|记)(?:过|的|了)?(?:什么|啥)|(?:看看|列出)(?:你)?记(?:的|了|住)"
    rf"|{chinese.RECALL}"
)
# 'I forget my size' and 'don't forget my size' ask for no such thing.
FORGET = re.compile(
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
# A remembered value enters the wishes only when it is asked for.
MY_SIZE = re.compile(
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:my|our) "
    r"(?:usual |ring |bangle |wrist |finger |own )?sizes?\b|"
    r"^(?:all |only |any )?my (?:usual )?size\b(?! (?:is|=|:))|\bthat fits? me\b"
    rf"|(?:按|照|用|有|要|找)(?:照)?我的? ?{_SIZE_ZH}|"
    r"我(?:的)?(?:尺寸|尺码|码数|圈口|手寸|戒指号)(?:的|能戴)|我能戴(?:的|得)|"
    r"适合我(?:的)?(?:尺寸|手寸)"
)
THEIR_SIZE = re.compile(
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:her|his|their) "
    r"(?:usual |ring |bangle |finger )?sizes?\b|\bthat fits? (?:her|him)\b|"
    r"\b(?:in|for|of|with|that fit|to fit|fits?) (?:my|the|our) [a-z]+(?:-in-law)?(?:'s|s'?) "
    r"(?:usual |ring |bangle |finger )?sizes?\b"
    rf"|(?:按|照|用|有)(?:照)?(?:她|他)的? ?{_SIZE_ZH}|"
    rf"(?:按|照|用)(?:照)?(?!我的|季)(?:我|咱)?家?[\u4e00-\u9fff]{{1,4}}?的? ?"
    rf"{_SIZE_ZH} ?(?:来?(?:找|挑|选|看|推荐)|$)|"
    r"(?:她|他)的?(?:尺寸|尺码|码数|圈口|手寸|戒指号)的|(?:她|他)能戴的"
)
