"""What bounds a number, read from the words around it: at most, at least, about."""

from __future__ import annotations

import re
from typing import Literal

Bound = Literal["most", "least", "about"]

# What may stand between a bound and its number: 'under, like, about 3000'.
_HEDGE = (
    r"(?:(?:about|around|(?:let's |lets |let us |shall we |i'd )?say|maybe|perhaps|like|roughly|"
    r"approximately|um+|uh+|er+|you know|i guess|i think|well|the|a|an|of|is|be|at|"
    r"to|just|:|大概|大约|差不多|就|也要|也得|要|得|在|是|到|改成|改为|换成|调到|调成|变成|给|"
    r"只有|有|只能|只|可以|能|花|出|,)\s*)*$"
)
_MORE = (
    r"(?:over|above|more than|more then|beyond|exceed(?:ing)?|past|north of|higher than|"
    r"dearer than|(?:bigg|larg|heavi)er than|pricier than|more expensive than|greater than|"
    r"upwards? of|a penny over)"
)
_LESS = (
    r"(?:under|below|less than|lower than|cheaper than|beneath|smaller than|south of|lighter than)"
)
_NEGATED = (
    r"(?:\bno|\bnot|\bnever|\bnothing|\bnone|\bwithout|n't|\bcannot|\bcant|\bdont|\bwont|"
    r"\brefuse|\brefuses|\bunwilling|\bunable|\brather not|\bhate|\bloath|\breluctant)\b"
    r"(?:\s(?:going|go|to|like|wish|care|hope|prefer|spend|spending|pay|paying|want|wanna|be|"
    r"costing|that|is|are|it|"
    r"anything|stretch|show|me|for|any|even|a|cost|costs|weigh|weighs|weighing|"
    r"priced)\b){0,5}\s*"
)
_ZH_NOT = r"(?:不|别|莫|不要|不能|不可以?|不想|不会|没有?|无需|唔好?)(?:要|再)?"
_NOT_MORE = re.compile(
    rf"(?:{_NEGATED}{_MORE}|{_ZH_NOT}(?:超过|超出|超(?=\d|\s*$)|高于|大于|多于|贵过|高过|突破))\s*{_HEDGE}"
)
_NOT_LESS = re.compile(rf"(?:{_NEGATED}{_LESS}|{_ZH_NOT}(?:低于|少于|小于|便宜过|低过))\s*{_HEDGE}")
# 'The limit can go to 200', 'my maximum has gone up to 300'.
_MOVES = (
    r"(?:(?: now| just)?(?:(?: can| could| may| might| will| would| should|'ll|'d| has| is|'s)"
    r"(?: go| gone| rise| risen| move| moved| come| be| been| stretch| jump| increase| extend)?|"
    r" goes| rises| moves| went)(?: up| down| on)?(?: as (?:high|far) as)?)?"
)
_AT_MOST = re.compile(
    rf"(?:{_LESS}|\bup to|\bupto|<=?|≤|\bsub[- ]?|"
    r"\bat (?:the )?(?:very )?most|\bmaxim(?:al(?:ly)?|um)(?: of| is|:)?|\bmax(?: of| is|:)?|"
    r"\bwithin|\binside|"
    r"\b(?:cap|ceiling|(?<!lower )(?<!bottom )limit|top|upper limit|max|maximum|top end)"
    rf"(?: (?:it|that|this|me|price|budget))?{_MOVES}|"
    r"\bbudget (?:can|could|may|might|has|goes|went|is now)"
    r"(?: gone| go| be| rise| stretch| extend| move| come)*(?: up)?|"
    r"\b(?:draw|drawing|drew) (?:the|my) line(?: at)?|\b(?:stop|stopping|top(?:ping)? out) at|"
    r"(?<!lower limit can )(?<!floor can )(?<!minimum can )\b(?:go|going|"
    r"goes) (?:up )?(?:as (?:high|far) as|to(?! go))|"
    r"\b(?:max|limit)(?: is|'s| of|:)?|\bspend(?:ing)? up to|\bstretch to|"
    r"\b(?:raise|increase|lift|lower|bring|drop|reduce|extend|push|up|bump)(?: (?:it|that|"
    r"this|the|my|our|top|limit|budget|price|max|maximum|upper|ceiling|cap))*(?: down| up)?|"
    r"低于|少于|不到|不足|最多|顶多|至多|小于|上限|封顶|撑死|"
    rf"控制在|限(?=\d)|放(?:宽|松)?到|放宽|提高到?|提到|加到|涨到|降到|降低到|压到|最高|便宜过)\s*{_HEDGE}"
)
# A budget is what there is at most, unless it is 'around' a sum.
_BUDGET = re.compile(
    r"(?:\b(?:budget|price range|spend limit)(?: for (?!under|over)[a-z ]{1,30}?)?(?: is|'s| of|"
    r":)?|\bspend(?:ing)?|\bafford|"
    r"\b(?:i|we)(?:'ll| can| could| would|'d)? (?:only |just |happily )?(?:do|manage|pay)|"
    rf"\b(?:i|we)(?:'ve| have) (?:only |just )?(?:got )?|"
    rf"\b(?:only|just) (?:got|have|has|brought|saved)(?: up)?|预算|手头|手上有?|"
    rf"(?:我|咱)(?:就|只)有|[凑攒](?:了|够|到|出)?)\s*{_HEDGE}"
)
_TO_SPEND_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:to (?:spend|play with)|(?:的)?预算|"
    r"is (?:all|what) (?:i|we)|budget\b)"
)
_AT_LEAST = re.compile(
    rf"(?:{_MORE}|>=?|≥|\bat least|\bstarting (?:at|from)|\bmin(?:imum)?(?: of|"
    rf" is|:)?|\bfrom|"
    rf"\b(?:floor|lower limit|bottom limit){_MOVES}|"
    r"超过|高于|至少|起码|大于|最少|最低|下限|多于|贵过)\s*"
    rf"{_HEDGE}"
)
_ABOUT = re.compile(
    r"(?:around|about|approximately|approx\.?|roughly|circa|~|somewhere (?:near|around)|near|"
    r"close to|ballpark|in the region of|'?\bbout|\bard|\barnd|"
    r"大概|大约|差不多|约|接近|上下浮动)\s*(?:the |a |是|在|:)?$"
)
_AT_MOST_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:以内|不到|以下|往下|之内|之下|以里|楼下|内(?!径)|封顶|到顶|打住|"
    r"(?:or|and) (?:less|under|"
    r"below|cheaper|smaller|lighter|lower|shorter|down)(?:wards?)?\b|"
    r"(?:at (?:the )?(?:very )?)?(?:max(?:im(?:um|al(?:ly)?))?|most|tops)\b|"
    r"(?:is|as) (?:my|the|our) (?:absolute |very )?(?:limit|max|maximum|ceiling|top|budget|cap)|"
    r"(?:is|'s)? ?(?:about |just )?as (?:high|much|far) as|"
    r"(?:is|'s) (?:where|when) (?:i|we) (?:stop|draw|tap out|bow out)|"
    r"(?:is|'s) (?:it|all|everything|(?:about )?what) (?:i|we|he|she) (?:have|has|got|can|could|"
    r"will|would|want to|'ll|'ve|'d)|(?:is|'s) (?:all i|pushing|stretching)|"
    r",? ?(?:and |but )?(?:not (?:a |one )?(?:penny|cent|dollar|pound|euro|cent|more|rupee)|"
    r"no (?:more|higher)\b(?! than)|that's (?:it|all|my)|end of story|full stop|tops)|"
    r"at a (?:push|stretch|pinch)|at the (?:very )?outside|"
    r"(?:is|'s) (?:the |my |our )?(?:absolute |very |total |final )?(?:most|max|top|line|end)\b|"
    r"(?:is |as )?(?:the |my )?(?:upper )?(?:limit|"
    r"ceiling)|是(?:上限|极限)|最多|顶天)"
)
_AT_LEAST_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:以上|往上|起步|起(?!来)|打底|朝上|or (?:more|over|above|up|"
    r"bigger|larger|heavier|longer|better|higher)|"
    r"and (?:up|above|over)|at least|\+|plus\b|minimum\b|min\b|upwards)"
)
_ABOUT_AFTER = re.compile(
    r"\s*(?:rmb|yuan|kuai)?\s*(?:左右|上下|前后|出头|or so|or thereabouts|give or take|ish\b|"
    r"-ish\b|mark\b)"
)
# 'Raise it by 500', '再加一千': a step from what stands.
_STEP_UP = re.compile(
    r"(?:再|多)(?:放宽|加|提高|增加|出|涨|添)\s*$|"
    r"\b(?:raise|increase|up|bump|extend|lift|stretch)\b[^,.]{0,24} by (?:another )?$|"
    r"\badd another $"
)
# 'Over 3000 is out' bounds from above.
_OVER = re.compile(r"(?:超过|高于|多于|大于|\bover|\babove|\bmore than)\s*$")
_IS_OUT = re.compile(
    r"\s*(?:块|元|的)*(?:都|就|也)?(?:不要|不行|免谈|不考虑|不看|算了)|"
    r" (?:is|are) (?:too much|too expensive|out|too dear|no good|not ok)"
)


# A sum for the whole of a set is what there is to spend: '3000 for both'.
_WHOLE_BEFORE = re.compile(
    r"(?:一共|总共|总预算|加起来|合计|全部|共|\btotal(?: budget)?(?: of| is|:)?)\s*(?:大概|约)?\s*$"
)
_WHOLE_AFTER = re.compile(
    r"\s*(?:for (?:both|the (?:set|pair|two|three|lot|whole)|all|everything)|in total|altogether|"
    r"all in\b|combined|total\b|(?:块|元)?(?:买齐|全包|搞定|两个|一对|一套))"
)


def read_bound(before: str, after: str) -> Bound | None:
    """How the number between ``before`` and ``after`` is bounded; None if it is not."""
    if _ABOUT_AFTER.match(after):
        return "about"
    if _AT_MOST_AFTER.match(after) or (_OVER.search(before) and _IS_OUT.match(after)):
        return "most"
    if _AT_LEAST_AFTER.match(after):
        return "least"
    if _NOT_MORE.search(before):
        return "most"
    if _NOT_LESS.search(before):
        return "least"
    if _AT_MOST.search(before):
        return "most"
    if _AT_LEAST.search(before):
        return "least"
    if _ABOUT.search(before):
        return "about"
    return None


def is_all_there_is(before: str, after: str) -> bool:
    """Is the sum between them a budget, or one for the whole of several pieces?"""
    return bool(
        _BUDGET.search(before)
        or _TO_SPEND_AFTER.match(after)
        or _WHOLE_BEFORE.search(before)
        or _WHOLE_AFTER.match(after)
    )


def steps_up(before: str) -> bool:
    """Does the number after ``before`` add to the budget that stands?"""
    return bool(_STEP_UP.search(before))
