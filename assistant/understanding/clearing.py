"""Slots that a sentence lets go of: 'any metal', '材质不限', 'money is no object', 'never mind the
size'. Works on folded text; a slot may be called by its name in either language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.mentions import Mention

_PRICE = ("price_min_minor", "price_max_minor", "currency")
_SLOT_WORDS: Mapping[str, tuple[str, ...]] = {
    r"metals?|materials?|材质|金属|材料|质地|料子": ("metal", "metal_colour", "purity", "plating"),
    (
        r"(?:lower |minimum |bottom )(?:price|limit|budget|bound)|price floor|minimum|"
        r"floor|下限|最低价|最低限"
    ): ("price_min_minor",),
    (
        r"(?:upper |maximum |top )(?:price|limit|budget|bound)|price (?:cap|ceiling)|"
        r"ceiling|上限|最高价|最高限"
    ): ("price_max_minor",),
    (
        r"prices?|pricing|budgets?|costs?|money|amount|price ?(?:range|limit|tag)|"
        r"budget limit|spending limit|价格|预算|价位|价钱|钱|多少钱"
    ): _PRICE,
    r"(?:gem)?stones?|gems?|石头|宝石|镶石|主石": ("stone",),
    r"colou?rs?|shades?|hues?|颜色|色|色系": ("metal_colour", "stone_colour"),
    r"(?:gem)?stone colou?rs?|宝石颜色|石头颜色": ("stone_colour",),
    r"(?:metal|gold) colou?rs?|colou?rs? of (?:the )?(?:gold|metal)|金属颜色|金的颜色|金色泽": (
        "metal_colour",
    ),
    r"styles?|designs?|风格|款式|样式|设计": ("style",),
    r"occasions?|场合": ("occasion",),
    (
        r"(?:ring |bangle |finger )?sizes?|(?:chain )?lengths?|尺寸|尺码|大小|长度|长短|圈口|手寸|"
        r"戒指号|号数"
    ): (
        "ring_size_mm",
        "bangle_mm",
        "length_mm",
    ),
    (
        r"(?:types?|kinds?|sorts?) of (?:jewell?e?ry|pieces?|things?)|(?:jewell?e?ry )?types?|"
        r"kinds?|category|categories|pieces?|jewell?e?ry|类型|品类|"
        r"种类|首饰|类别"
    ): ("category",),
    r"purity|purities|karats?|fineness|成色|纯度|含金量": ("purity",),
    r"cuts?|shapes?|切工|形状|切割|切型": ("cut",),
    r"(?:gold |metal )?weights?|grams?|重量|克重|克数|分量": ("weight_g_min", "weight_g_max"),
    r"carats?|carat (?:weight|size)|stone size|克拉数|克拉|石头大小|主石大小": (
        "carat_min",
        "carat_max",
    ),
    r"certificates?|certification|certs?|证书|鉴定证书": ("certificate",),
    r"platings?|镀层|电镀": ("plating",),
    r"settings?|镶嵌|镶法|镶嵌方式|镶工": ("setting",),
    (
        r"clasps?|closures?|fastenings?|fasteners?|(?:ear(?:ring)? )?backs?(?! (?:to|in|out|up)\b)|"
        r"backings?|扣子|扣头|搭扣|耳扣|耳背|扣型|扣法|(?<![^么种个何的啥])扣"
    ): ("clasp",),
    r"origins?|来源|产地": ("stone_origin",),
    r"treatments?|处理": ("treatment",),
    r"availability|stock|in stock|库存|现货": ("in_stock",),
    r"deliver(?:y|y dates?| by)|dates?|deadline|日期|时间|送达时间": ("deliver_by",),
    r"recipients?|person|送谁|给谁|收礼人": ("recipient",),
    r"allerg(?:y|ies)|过敏": ("allergies",),
}
_WORDS = "(?:" + "|".join(f"(?:{pattern})" for pattern in _SLOT_WORDS) + ")"
_WORDS += r"(?!\s*(?:colou?rs?|sizes?|weights?|颜色|大小))"  # 'stone colour' is no 'stone'
_AND = r"(?:\s*(?:,|/|、|or|and|&|和|跟|与|还有|或)\s*(?:the |any )?)"
_LIST = rf"(?P<{{0}}>{_WORDS}(?:{_AND}{_WORDS})*)"
_ARTICLE = (
    r"(?:\s+(?:the|my|that|your|her|his|our|about|of|on|particular|specific|it|with|which|what|old|"
    r"(?:types?|kinds?|sorts?|styles?) of))*"
)

_BEFORE_EN = (
    rf"\b(?:(?:ignore|forget|scrap|disregard|never mind) what i (?:said|told you) (?:about|on)|"
    rf"any|whatever|whichever|all|every|forget|ignore|disregard|drop|remove|lose|clear|scrap|strike|scratch|"
    rf"ditch|skip|take (?:off|away|out)|leave (?:off|out|aside)|leave|turn off|lift|do away with|"
    rf"get rid of|"
    rf"rid of|"
    rf"(?:i )?no longer (?:have|need|want|care about|mind)(?: a| any)?|"
    rf"(?:don't|do not) have(?: a| any)?(?: fixed| set)?|never said(?: a| any)?|"
    rf"(?:open|flexible|relaxed|easy) (?:on|about|as to|regarding|with|to any)|"
    rf"never ?mind|nvm|bother|cancel|delete|reset|undo|"
    rf"(?:don't|do not|dont|doesn't|didn't) (?:really |actually |much )?(?:care|mind|worry|"
    rf"bother|matter|fuss)|"
    rf"(?:let's|lets|let us|best) not (?:worry|bother|care|fuss)(?: about)?|"
    rf"not (?:fussed|fussy|bothered|picky|worried|concerned)|"
    rf"regardless|flexible|open|easy|relaxed|no(?: real| fixed| set| particular| specific)?|"
    rf"without(?: a| any)?|"
    rf"no (?:limit|preference|restriction|constraint|requirement)s?|(?:don't|"
    rf"do not) need(?: a| any)?|no need for(?: a| any)?){_ARTICLE}"
    rf"\s+{_LIST.format('en1')}\b(?! (?:of|over|under|above|below|between|than|around|about)\b)"
)
_MATTERS_NOT = (
    r"(?:(?:really |actually |just |also )*(?:doesn't|does not|don't|do not|doesnt|dont|"
    r"isn't|is not|aren't|are not|not) "
    r"(?:really |that |an? |so )*(?:matter|important|issue|problem|required|needed|"
    r"necessary|factor|concern|fussy)|"
    r"(?:is|are)?\s*(?:really |totally |completely )?(?:no|not an?) (?:object|issue|problem|"
    r"matter|concern)|"
    r"(?:is|are|'s)?\s*(?:really |totally |completely )?(?:whatever|flexible|open|"
    r"irrelevant|unimportant|up to you|negotiable|any|unlimited|no matter)|"
    r"(?:requirements?|limits?|restrictions?|filters?)? ?(?:can go(?! (?:up|down|to|as|higher|"
    r"lower|over|beyond|upto|a)\b)|can be anything|goes out|"
    r"off|aside|be damned))"
)
_AFTER_EN = (
    rf"\b{_LIST.format('en2')}(?: requirements?| limits?)?\s*[,?:-]?\s*(?:{_MATTERS_NOT}|"
    r"anything goes|anything (?:is|will|would|works?)(?: be)? ?(?:fine|do|ok|okay|good)?|whatever|"
    r"(?:i )?(?:don't|do not|dont) (?:really )?(?:mind|care)|you (?:choose|decide|pick)|"
    r"surprise me|"
    r"(?:blank|open|out)\b)(?![a-z])"
)
_MANNER = r"(?:的|话|那|就|也|都|上|方面|这块|了|我|先|倒|其实|没|是|,|，|要求|它|嘛|呢|咱|\s)*"
_LETS_GO = (
    r"(?:(?:多少|几|多大|多长|多重)(?:克|钱|号|毫米|厘米)?(?:也|都)(?:行|可以|好|成|ok|没关系|无所谓)|"
    r"都行|都可以|都好|都成|都ok|不限制?|无所谓|随便|随意|不重要|没要求|没有要求|不要求|"
    r"不作要求|不管|不挑|不挑剔|不讲究|"
    r"不用限制|没限制|没有限制|不设限|没关系|不是问题|没所谓|不在乎|不在意|不计较|不考虑|不介意|"
    r"不care|whatever|any|不拘|不论|放开|"
    r"不卡|不重要|取消|去掉|删掉|清掉|不要了|别管|冇所谓|唔紧要|都得|没讲究|不用管|不用看|可有可无|不用了?(?=$|[,，。吧啦哈])|不必了?(?=$|[,，。吧])|免了|"
    r"用不着|无上限|没上限|没有上限|上不封顶|不封顶|有没有都(?:行|可以|成|好|ok)|有无(?:都|皆)可|"
    r"都没(?:关系|事|问题)|"
    r"算了(?!吗)|随便(?:啥子|什么|啥)?(?:都(?:行|可以|好|成))?|doesn't matter)"
)
_AFTER_ZH = rf"(?<!别的)(?<!其他)(?<!其它)(?<!颜){_LIST.format('zh1')}{_MANNER}{_LETS_GO}"
_BEFORE_ZH = (
    rf"(?:(?:什么|哪种|啥|哪个)(?=[^,，。?？]{{1,8}}(?:都|也|无所谓|随便))|任何|随便(?:什么)?|随意|不限制?|不管(?:什么)?|"
    rf"无论(?:什么)?|不论|去掉|"
    rf"忽略|不考虑|取消|清掉|删掉|清除|别管|不挑|不看|先不管|"
    rf"不在乎|不在意|不介意|放开|撤掉|不设|不要(?=下限|上限)|不需要|用不着|(?:不要|别)(?:再)?"
    rf"(?:限制|卡着?|管|filter|limit)|(?:不用|不必|无需|毋须)(?:再|太)?(?:管|看|考虑|理会?|在意|在乎|担心|限制?|卡)|"
    rf"不用(?=证书|现货))(?:掉)?(?:的)?\s*{_LIST.format('zh2')}(?:了|都行|都可以|都好|"
    rf"无所谓)?"
)
# '没有证书也行': with or without it.
_EVEN_WITHOUT = (
    rf"(?:没有?|无|不带|不镶|\bwithout(?: an?| any| the)?)\s*{_LIST.format('zh3')}\s*"
    r"(?:(?:的)?(?:也|都)(?:行|可以|成|好|没关系|没事|无所谓|ok|要)|"
    r"(?:is|would be|are) (?:also )?(?:fine|ok|okay|alright|good)|(?:also )?(?:fine|ok|okay) too)"
)
_CLEAR = re.compile(rf"{_EVEN_WITHOUT}|{_BEFORE_EN}|{_AFTER_EN}|{_BEFORE_ZH}|{_AFTER_ZH}")
# '不是钱的问题', 'the sky is the limit'
_NO_PRICE = re.compile(
    r"\bsky'?s? is the limit\b|\bno budget\b|\bbudget'?s? (?:is )?(?:unlimited|open|"
    r"flexible)\b|\bmoney'?s? (?:is )?no (?:object|issue|problem)\b|"
    r"不是钱的问题|不差钱|多少钱都(?:行|可以|好)|贵(?:一?点)?(?:也|都)?(?:没关系|没事|无所谓|行|"
    r"可以)|"
    r"\bprice whatever\b|\bspend (?:whatever|anything)\b|"
    r"\b(?:don't|do not|dont|not|never) (?:care|worry|mind|bother)(?: about)? (?:how much|what) "
    r"(?:it|they|i|that) (?:costs?|spend)|\bno matter (?:the (?:price|cost)|(?:how much|"
    r"what) it costs)|"
    r"\bwhatever it (?:costs|takes)\b|花多少(?:钱)?都(?:行|可以|好)|价格(?:好|随便)说"
)
_NO_RECIPIENT = re.compile(
    r"\b(?:it's |it is |they're )?not for any(?:one|body)(?: in particular| special)?\b|"
    r"\b(?:forget|ignore|never mind|doesn't matter|does not matter) who (?:it's|it is|"
    r"they're) for\b|"
    r"不送人了?|不是送人的?|送谁(?:都行|都可以|还没定|没想好)|不管送谁"
)
_NO_STOCK = re.compile(
    r"\b(?:out of stock|sold out|not in stock|to order) (?:is|are|"
    r"pieces are) (?:also )?(?:fine|ok|okay|good)\b|"
    r"\b(?:doesn't|does not|don't|needn't) (?:have|need) to be (?:in stock|available)\b|"
    r"\bmade to order is (?:fine|ok|okay)\b|"
    r"\b(?:can|happy to|don't mind) wait\b|(?:预订|预定|订做|定制|定做|没货|没有现货|"
    r"不是现货|等)也?(?:也)(?:行|可以|好|没关系|成)|不一定(?:要)?(?:是)?现货|不用现货|不要求现货"
)
_LET_GO_AS_A_WHOLE: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (_NO_PRICE, _PRICE),
    (_NO_STOCK, ("in_stock",)),
    (_NO_RECIPIENT, ("recipient",)),
)
# 'No stones' and 'nothing with a plating' want none of it, and let nothing go.
_NONE_WORDS: Mapping[str, str] = {
    "stone": r"(?:gem)?stones?|gems?|石头|宝石|镶嵌|石(?![头榴英子])",
    "plating": r"platings?|镀层|电镀",
    "treatment": r"treatments?|enhancements?|优化处理|优化",
}
_NONE_OF = {
    slot: re.compile(
        rf"(?:\b(?:no|not any|nothing with|without|free of|sans|don't want|"
        rf"do not want)(?: any| a| the| kind of| sort of)*\s+"
        rf"|(?:不要|不带|没有|别带|无|不想要|不镶嵌?|不嵌)"
        rf"(?:有|任何)?)(?:{words})(?![a-z])(?! (?:preference|"
        rf"limit|in particular))"
    )
    for slot, words in _NONE_WORDS.items()
}
# Letting go of a value: 'scrap the oval', 'forget the diamonds', '钻石不强求'.
_DROP_TERM = re.compile(
    r"\b(?:scrap|forget|drop|ditch|lose|skip|remove|cancel|leave|flick|bin|nix|axe|kill|"
    r"can(?= the)|"
    r"enough of|done with|(?:remove|drop|exclude|cut|take out) (?:anything|everything|all|those|"
    r"any) (?:with|in)|"
    r"(?:leave|take) (?:off|out|away|aside)|get rid of|rid of)(?: about)?"
    r"(?: (?:the|that|this|my|all|any|those))?\s*$"
    r"|(?:去掉|取消|删掉|清掉|撤掉|不强求|不用非得|不限定)\s*$"
)
_DROP_AFTER = re.compile(r"^(?: (?:off|out|away)\b|(?:的)?(?:去掉|取消|删掉|清掉|撤掉|拿掉))")
_TAKE = re.compile(r"(?:\b(?:take|leave)(?: the)? $|把$)")
_LEAVE = re.compile(r"\b(?:leave|keep|leaving|keeping)(?: the| any| all)? $")
_OUT = re.compile(
    r" out (?:of (?:it|this|that|the)\b|this time|please|altogether|completely|entirely)|"
    r" out(?: then)?$"
)
_NEVER_MIND = re.compile(
    r"\b(?:never ?mind|nvm|bother|bother with)(?: about)?(?: the| that)?[, ]*$"
    r"|\b(?:can|could|i'd|i'll|would|will) (?:happily |easily |always )?"
    r"(?:live|do|manage|cope|be (?:fine|ok|okay|happy)) without(?: an?| any| the| that)? $"
)
_OPEN_MIND = re.compile(
    r"(?:doesn't|does not|don't|need not|needn't|doesnt|dont) (?:necessarily )?(?:have|"
    r"need)? ?(?:to )?(?:be|look|feel|seem|have|come|contain|include|match) "
    r"(?:made )?(?:in |of |a |an |for |from |like |with )*$"
    r"|\bnot (?:necessarily|only|just)(?: in| a| for)? $|\b(?:no need for|no longer need|"
    r"don't need|do not need)(?: a| an| any| the)?(?: \w+)? $|"
    r"\bno need (?:for (?:it|them|that|this) )?to (?:be|have)(?: made)?(?: in| of| an?)? $"
    r"|不一定(?:非)?(?:要|得)?(?:是)?$|不非要$|不必(?:是|要)?$|不用非(?:得|要)(?:是)?$|"
    r"不只要?$|不限于$|不局限于$"
)
_OPEN_AFTER = re.compile(
    r"^\s*(?:的)?(?:就|也|都)?(?:不强求|不要求|不做要求|不是必须|不必须|可有可无|无所谓|随意|不限)|"
    r"^\s*(?:(?:is|are)(?: not|n't)|not) (?:really )?(?:a must|essential|necessary|required|"
    r"needed|important|that important|vital)|"
    r"^ (?:doesn't|don't) matter|^ optional\b"
)
_WITHOUT_BEFORE = re.compile(r"(?:没有?|无|不带|不镶|不是|\bwithout(?: an?| any| the)?)\s*$")
_IS_FINE_AFTER = re.compile(
    r"^(?:的)?(?:也|都)(?:行|可以|成|没关系|没事|无所谓|ok)|"
    r"^ (?:is|are|would be) (?:also )?(?:fine|ok|okay|alright)"
)


@dataclass(frozen=True)
class Cleared:
    """Slots let go of by the words at [start, end)."""

    start: int
    end: int
    slots: tuple[str, ...]


def find_cleared(text: str) -> Iterator[Cleared]:
    """What masked, folded ``text`` lets go of by the slot's name, in reading order."""
    for match in _CLEAR.finditer(text):
        said = next(group for group in match.groupdict().values() if group)
        slots = tuple(dict.fromkeys(slot for word in _split(said) for slot in _slots_of(word)))
        wants_none = any(_NONE_OF[slot].match(match[0]) for slot in slots if slot in _NONE_OF)
        if slots and not wants_none:
            yield Cleared(match.start(), match.end(), slots)
    for pattern, slots in _LET_GO_AS_A_WHOLE:
        for match in pattern.finditer(text):
            yield Cleared(match.start(), match.end(), slots)


def find_none_of(text: str) -> Iterator[tuple[int, str]]:
    """Slots of which the shopper wants none, and where that is said: 'without any stones'."""
    for slot, pattern in _NONE_OF.items():
        for match in pattern.finditer(text):
            yield match.start(), slot


def is_let_go(text: str, mention: Mention, *, stands: bool, all_stands: bool) -> bool:
    """'Scrap the oval', 'it doesn't have to be gold': the value is neither wanted nor avoided.
    ``stands``: some of it is wished so far; of what was never wished nothing can be dropped.
    ``all_stands``: 'never mind white gold' drops it, and else turns to it."""
    before, after = text[: mention.start], text[mention.end :]
    if (stands and _is_dropped(before, after)) or (all_stands and _NEVER_MIND.search(before)):
        return True
    even_without = _WITHOUT_BEFORE.search(before) and _IS_FINE_AFTER.match(after)
    return bool(even_without or _OPEN_MIND.search(before) or _OPEN_AFTER.match(after))


def is_struck_out(text: str, mention: Mention) -> bool:
    """'Skip the rubies', '把珍珠去掉', where no rubies and no pearls were wished: none of them."""
    return _is_dropped(text[: mention.start], text[mention.end :])


def _is_dropped(before: str, after: str) -> bool:
    """'Leave opals out of it' shuts opals out (``scope``), and drops no mere wish."""
    if _LEAVE.search(before) and _OUT.match(after):
        return False
    return bool(_DROP_TERM.search(before) or (_TAKE.search(before) and _DROP_AFTER.match(after)))


def _split(said: str) -> Sequence[str]:
    return re.split(_AND, said) if not _slots_of(said) else (said,)


def _slots_of(word: str) -> tuple[str, ...]:
    for pattern, slots in _SLOT_WORDS.items():
        if re.fullmatch(pattern, word.strip()):
            return slots
    return ()
