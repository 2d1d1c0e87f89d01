"""Reasons given beside a wish: 天然的真买不起, 三十克有点吃力, 黑的显老.

What a shopper says to explain a change names terms and sums that are not wished for. Such a clause
is left out where the rest of the sentence wishes for something: alone, or of a piece on the table
('第一个太贵了'), it is no mere reason.
"""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[^,，。;；!！?？]+")
# Typed or spoken without a comma: '看耳环吧我项链有好几条了'.
_PAUSE = re.compile(
    r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])|(?<=[吧啦呗嘛])(?=[我她他它咱])|(?<=[吧啦])(?=刚)|"
    r"(?<=[\u3400-\u9fff])(?=那就|那还是|所以)"
)
_ADVERBS = (
    r"(?:的|了|吧|呢|我|你|他|她|人|实在|真的?|确实|还是|好像|可能|有点儿?|有些|稍微|略|未免|太|"
    r"也太|"
    r" |already |家里|我家|自己|比较|偏|挺|蛮|好|够|特别|会|显得?|看着|看起来|戴着|戴起来|都|也|"
    r"就|是|要|得|嘛|那)*"
)
_DISMISSED = (
    r"(?:买不起|负担不起|承受不[起了住]|吃不消|吃力|够呛|勉强|心疼|肉疼|肉痛|太?贵|贵了|超预算|"
    r"超支|舍不得|"
    r"显?老气?|显黑|显胖|俗气?|土气?|浮夸|夸张|轻浮|扎眼|张扬|招摇|幼稚|老土|单调|沉闷|寡淡|普通|"
    r"死板|厚重|笨重|重了|轻了|短了|长了|大了|小了|细了|粗了|勒脖子|勒手|硌手|晃眼|不耐脏|不显白|"
    r"硌着?娃|娇气|娇贵|麻烦|碍事|不方便|不耐看|不衬我|不好搭|不搭|不适合我?|不太合适|不合适|戴腻|腻|看腻|看厌|家里有|已经有|有了|"
    r"容易丢|容易断|(?:有|存|放)?(?:了)?(?:一大?堆|好多|很多|不少|一抽屉|(?:好)?几[只条个对枚件串])(?:了)?|"
    r"(?:回家|回去|以后|下次|改天|先)*(?:再)?(?:商量|考虑|研究|合计|琢磨)(?:商量|考虑|研究|一下)?|"
    r"差不多了|(?:看|选|挑|定)好了|(?:我[^,，。]{0,2}|她|他|老婆)?[说讲嫌](?:太|有点|过于)?素|太素|"
    r"一下就[掉断坏]|over ?budget|too (?:expensive|ex|heavy|much)|(?:怕|担心)[^,，。]{1,10}|"
    r"(?:选|挑|买|找)不[出到着](?:[^,，。]{0,4}(?:好|像样|合适|满意|喜欢)[的货]?)?)"
)
_REASON = re.compile(
    rf"^\s*(?:因为|毕竟|主要是?|反正|其实|感觉|觉得|怕|老婆说|她说|"
    rf"我妈说)*(?P<what>.{{1,12}}?|[a-z][a-z ]{{1,30}}?){_ADVERBS}"
    rf"{_DISMISSED}(?:了|啦|吧|啊|呀|的|点|一点|些)*\s*$"
)
_TURNED_AWAY = re.compile(
    r"(?:就|那|所以|还是|给我|帮我|都|先|我)*(?:不要|不考虑|不看|不选|算了|免了|pass|排除|去掉|"
    r"剔除|换掉)(?:它|了|吧|啦)*"
)
# A piece on the table, or words of a wish: no mere reason.
_POINTS = re.compile(
    r"第[一二三四五六七八九十\d]|[这那哪]|它|前面|后面|上面|最(?:贵|便宜)|价格|价钱|刚才|不要|别|"
    r"除了|\?|吗"
)


# 'My daughter say rose nicer but I want yellow': what she thinks is not wished for.
_OPINION = re.compile(
    r"^(?:(?:well|so|and|ok|okay|but)[, ]+)*(?:my|the|her|his) [a-z' ]{2,24}? "
    r"(?:keeps? saying|says?|saying|said|thinks?|thought|reckons?|told me|suggested|suggests?|"
    r"recommend(?:s|ed)?)\b"
    r"[^.;!?]{0,60}?[, ]+but (?=(?:actually |honestly |personally )?(?:i|we)(?:'d| would)? "
    r"(?:actually |really |still |much )?(?:want|prefer|rather|like|love|fancy|think|need|go)\b"
    r"(?! to (?:spend|pay)))"
)
# '999 sounds so soft': found wanting, and not wished for.
_FOUND_WANTING = re.compile(
    r"(?:^|(?<=[,.;!?] ))(?:the |those |that |a )?[a-z0-9][a-z0-9 ]{1,20} (?:sounds?|looks?|"
    r"feels?|seems?|is|are|"
    r"gets?)(?: a bit| a little| so| too| kinda| kind of| rather| pretty| really| just| very| "
    r"way)+ "
    r"(?:soft|hard|cheap|heavy|dull|plain|old|dear|fussy|big|small|flashy|loud|common|bright|dark|"
    r"boring|delicate|fragile|girly|formal|pricey|expensive|yellow|pale|cold|chunky|thin|thick)"
    r"(?: for (?:me|her|him|us))?(?=\s*(?:[,.;!]|$))[,.;!]?"
)
# 'A bloke at work got moissanite for his missus', 'earrings she always loses one'.
_OTHERS_DO = re.compile(
    r"(?:^|(?<=[.;!?] ))(?:a |my |the |some )?(?:bloke|guy|mate|friend|colleague|man|woman|lady|"
    r"girl|"
    r"neighbou?r|boss|cousin|co-?worker)\b[^.;!?]{0,24}\b(?:got|bought|has|had|wears|chose|went "
    r"for)\b"
    r"[^.;!?]*[.;!] |(?:^|(?<=[,.;] ))[a-z]{3,20} (?:she|he|i) (?:always|keeps?|never) [^,.;!?]+"
)
_BECAUSE = re.compile(
    r"[,. ]*\b(?:because|cause|'cause|cos|coz|cuz|bc|(?<!high )(?<!much )(?<!far )(?<!low "
    r")(?<!soon )(?<!long )as i|since i)\b(?! of\b)"
    r"(?![^,.;!?]*\b(?:allerg\w+|react\w*|sensitive|hates?|likes?|loves?|prefers?|wants?|wears?|"
    r"needs?|"
    r"birthday|anniversary|wedding|graduat\w+|turn(?:s|ing)|size|stock|budget|afford|spend|skin|"
    r"for (?:my|her|him|me|a)|it's (?:my|for|her|his|our)|present|gift|don't|doesn't|can't|"
    r"isn't)\b)"
    r"[^,.;!?]+"
)


# 'Freshwater is fine, scrap what I said about them': the rest says it.
_TAKEN_BACK = re.compile(
    r"[,.; ]*\b(?:scrap|forget|ignore|never ?mind|disregard|scratch|drop)(?: about)? (?:what|"
    r"everything) "
    r"i (?:said|told you|asked|wrote)(?: (?:just now|before|earlier))?"
    r"(?: (?:about|on|of) (?:them|that|it|those|this|these|her|him))?(?: (?:before|"
    r"earlier))?(?=\W*$)"
)


def _drop_english(text: str) -> str:
    """Folded ``text`` without 'because I snag prongs' and what others think."""
    if "but " in text:
        text = _OPINION.sub("", text)
    left = _TAKEN_BACK.sub("", _BECAUSE.sub("", text)).strip(" ")
    left = _FOUND_WANTING.sub("", _OTHERS_DO.sub("", left)).strip(" ,;.") or left
    return left or text


def drop_reasons(text: str) -> str:
    """Folded ``text`` without the clauses that only give a reason; a sentence of one clause, or of
    reasons alone, as it is. 'X显老,不要' turns X away."""
    text = _drop_english(text)
    clauses = [
        match[0].strip() for match in _CLAUSE.finditer(_PAUSE.sub(",", text)) if match[0].strip()
    ]
    kept: list[str] = []
    for at, clause in enumerate(clauses):
        reason = _reason(clause)
        if reason is None:
            kept.append(clause)
        elif at + 1 < len(clauses) and _TURNED_AWAY.fullmatch(clauses[at + 1]):
            kept.append(reason["what"])
            clauses[at + 1] = "不要"
    if not kept or kept == clauses:
        return text
    return ",".join(kept).replace(",不要", "不要") if "不要" in kept else ",".join(kept)


def _reason(clause: str) -> re.Match[str] | None:
    match = _REASON.match(clause)
    return None if _POINTS.search(clause) else match
