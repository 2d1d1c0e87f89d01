"""Who a piece is for, among the people a sentence names.

'My son says', 'mum is paying' and '老公陪我来' name people who get nothing; 'compare those for me'
asks a favour.
"""

from __future__ import annotations

import re

from assistant.understanding.mentions import Mention

_DOES_SOMETHING = re.compile(
    r"^(?:'s|s)? ?(?:(?:has |had |have |is |was |will |would |'ll |'d |always |already |"
    r"just |once |never |also |really |keeps? )*)"
    r"(?:says?|said|saying|thinks?|thought|told|tells|telling|pay|pays|paid|paying|used to|"
    r"recommend\w*|suggest\w*|mention\w*|insist\w*|reckon\w*|"
    r"gave|give me|bought|buying me|buy me|sent|showed|took|brought|came|comes?|coming|"
    r"treat\w* me|chip(?:s|ped|ping)? in|splitting|go(?:es|ing)? halves|payin|help\w*|asks?|"
    r"asked|knows?|hates? (?:it|shopping|that)|"
    r"shout\w*|yell\w*|scream\w*|announc\w*|whisper\w*|nod(?:s|ded)|approv\w*|swears?|claims?|"
    r"warn\w*|"
    r"jok(?:ed|es|ing)|messag\w*|rang|remind\w*|decid\w*|confirm\w*|repl(?:ied|ies)|"
    r"(?:is|was|'s) right|doesn't know|has no idea|can't|won't mind|is here|is watching|"
    r"agree[sd]?|laugh\w*|text\w*|call\w*|promis\w*|proposed to me|with me|card|credit card|"
    r"money|account|wallet|along)\b"
    r"|^\s*(?:他|她|们)?(?:也|都|总|老|就|又|还|已经|昨天|今天|刚|老是|总是|一直)*(?:说|"
    r"讲|告诉|推荐|建议|觉得|认为|出钱|付钱|付款|买单|掏钱|刷卡|人手|都有|都戴|天天戴|陪|非[说要得]|会(?:骂|打|杀|说|念|生气|不高兴|发火)|寻思|琢磨|合计|惦记|让我|(?:真的?|也|实在)*(?:拿|付|出|负担)不|叫我|催|问|送我|送的|(?:想|要|准备|打算)*送(?:给)?(?=孙|外孙|侄|朋友|[女男她他妈爸婆]|"
    r"老[婆公妈爸]|太太|岳)|"
    r"给我|以前|介绍|带我|等|笑|嫌|不同意|同意|在旁|跟我说|和我说|的卡|的钱)"
)
# '...or the wife will kill me', 'an old lady vibe', 怕他自己扯下来: told of, and given nothing.
_TOLD_OF = re.compile(
    r"^(?:'ll| will| would|'d) (?:kill|murder|divorce|skin|strangle|haunt|never forgive|go mad|"
    r"go spare|be (?:cross|mad|furious|livid))\b|"
    r"^ (?:vibes?|styles?|looks?|energy|feel|chic|core)\b|^ ?(?:味儿?|风格?|气质?|感)(?![一-龥])"
)
_ONESELF = re.compile(r"[他她它]$")
# 我们俩想买一对: who speaks, and for nobody else.
_WE_TWO = re.compile(r"^(?:我们俩|我俩|咱俩|我们两个|咱们俩)$")
_SPEAKS = re.compile(r"^(?:就|都|也|真的?)?(?:想|要|打算|准备|在|商量|看中|喜欢|负担|出|拿)")
# A relative of whom the piece is for: 'her sister has loads', 她姐姐有好多.
_THEIR_RELATIVE = re.compile(
    r"\b(?:her|his|their) (?:late |own |little |big |older |younger )?$|[她他]的?$"
)
# 'My uncle got burned once', 小孩子老丢东西: told of beside the one whom the piece is for.
_TELLS = re.compile(
    r"^ (?:(?!turned|graduated|engaged|married|asked|loved|liked|wanted|needed)[a-z]{2,}ed|got|"
    r"had|did|went|said|lost|"
    r"broke|kept|always|never|once|swears)\b|^子?(?:手|胳膊|脖子|耳朵|不用|不要|不能|不适合|还小|小|老|总|容易|经常|一般|从来|就爱)"
)
_GIVEN = re.compile(
    r"\b(?:for|to|give|giving|gift|get|getting|buy|buying|it's|is|treat)\b[^,.;!?]{0,16}$|[送给帮替为买]"
)
_FROM = re.compile(
    r"\bwith an? (?:(?:old|poor|silly|tired) )*$|"
    r"\b(?:from|by|with|like|thanks to|ask|asked|tell|told|according to|between|my late|"
    r"late|says) (?:my |our |the |your )*(?:late |dear |lovely )?$"
    r"|(?:听|问|听说|告诉|和|跟|与|陪|带着|瞒着|背着|已故|过世)(?:我)?(?:的)?$"
)
# 看我同事戴还蛮好看: what was seen on somebody.
_SEEN_ON = re.compile(r"(?:看|见)(?:到|见|着|过|了)*(?:我|过)?(?:的)?$")
_WEARS_IT = re.compile(r"^(?:也|都|就)?戴")
_WITH = re.compile(r"(?:和|跟|与)(?:我)?(?:的)?$")
_FOR_BOTH = re.compile(r"求婚|结婚|订婚|过|纪念|买|送|挑|选|戴|一起戴")
_FAVOUR = re.compile(
    r"\b(?:compare|choose|choosing|pick|picked|chose|check|search|look|save|keep|reserve|"
    r"hold|calculate|work out|convert|find out|explain|list|sort|put|add|do|"
    r"undo|remember|note|write|translate|wrap|measure|tell|describe|open|clear|remove|"
    r"change|switch|swap|ask|send)\b[^,.;!?]*$"
)
# 'Silver works for me' agrees.
_DOES_FOR_ME = re.compile(
    r"\b(?:works?|do|does|did|(?:is|are|'s|sounds?|looks?|seems?|be) (?:\w+ )?"
    r"(?:fine|ok|okay|alright|good|great|perfect|enough|cool|too \w+|much|important|right|better)|"
    r"does it|do it|fine|ok|okay|enough|too \w+|(?:a )?(?:bit|tad|little) (?:much|\w+y)|matters?) $"
)
_TO_WEAR = re.compile(
    r"\b(?:just|only|something|one|present|gift|treat|it's|its|is|are) (?:just |only )?$|"
    r"\b(?:treat|gift|present)\b"
)


# 'Boss, any rings?': the shopkeeper is spoken to.
_SPOKEN_TO = re.compile(
    r"^(?:老板[娘儿]?|掌柜的?|店家|师傅|美女|帅哥|靓女|靓仔|老妹儿?|老铁|大妹子|闺女|姑娘|妹子|小伙子|老弟|亲|大哥|大姐|先生|小姐|姐姐?|哥哥?|姐妹|"
    r"boss|sister|brother|friend|man|"
    r"uncle(?=[,!])|auntie(?=[,!])|aunty(?=[,!])|阿姨|叔叔|阿叔|"
    r"lady)(?=[,，!\s啊呀哎诶]|在|有|你|请|帮|能|这|那|我|便宜|多|来|看|推荐|打|抹|优惠|问|好|麻烦|还|给我)"
)


# '黄先生', '你好老板': somebody with a surname, or the one who is greeted.
_STRANGER = re.compile(
    r"[王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗郑梁谢宋唐许韩金石白](?:先生|太太)$"
)
_ENDS = re.compile(r"\s*(?:$|[,，。.!！~])")
_HELLO = re.compile(
    r"(?:^(?:ok(?:ay)?|yes|no|sure|so|well|alright|right|my|oh)[, ]+(?:my )?$)|(?:你好|您好|谢谢|"
    r"多谢|请问|早|哈喽|嗨|hi|hello|hey|thanks|cheers|bye)[啊呀哈呢, ]*$"
)


def is_relative_of(text: str, mention: Mention) -> bool:
    """Is it told of as a relative of somebody else: 'her sister has loads of those'?"""
    before = text[: mention.start]
    if _TELLS.match(text[mention.end :]) and not _GIVEN.search(before):
        return True
    return _THEIR_RELATIVE.search(before) is not None and not _GIVEN.search(
        re.split(r"[,.;!?，。；！？]", before)[-1]
    )


def is_recipient(text: str, mention: Mention) -> bool:
    """Is the person of ``mention`` one whom the piece is for?"""
    before, after = text[: mention.start], text[mention.end :]
    said = text[mention.start : mention.end]
    if said == "for me":
        clause = re.split(r"[,.;!?]", before)[-1]
        wears = _TO_WEAR.search(before) or re.match(r" to wear\b", after)
        if _DOES_FOR_ME.search(clause):
            return False
        return not _FAVOUR.search(clause) or bool(wears)
    if _STRANGER.search(before + said) or (_ENDS.match(after) and _HELLO.search(before)):
        return False
    if _DOES_SOMETHING.match(after) or (not before.strip() and _SPOKEN_TO.match(text)):
        return False
    if _SEEN_ON.search(before) and _WEARS_IT.match(after):
        return False
    if _WE_TWO.match(said) and _SPEAKS.match(after):
        return False
    if _TOLD_OF.match(after) or (said == "自己" and _ONESELF.search(before)):
        return False
    if _WITH.search(before) and _FOR_BOTH.search(after[:12]):
        return True
    return not _FROM.search(before)
