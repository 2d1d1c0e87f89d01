"""What a sentence takes back or leaves out: corrections, switches, negations and their scope.

Works on folded text. ``mask_corrections`` blanks 'no wait' and '不对' first, so that their 'no' and
'不' negate nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding.mentions import Mention

_CORRECTION = re.compile(
    r"\b(?:"
    r"(?:(?:oh|ah|um|no|nah|sorry|hmm)\b[,. ]*)*wait\b(?:,? no\b)?"
    r"(?:[,. ]*(?:i mean(?:t)?|make (?:it|that)|sorry)\b)?|"
    r"(?:(?:no|sorry|sry|oops)\b[,. ]*)*i (?:actually |really )?(?:mean|meant|ment)\b"
    r"(?: to say\b)?(?! it\b)|"
    r"(?:scratch|strike|scrap) that|(?:no,? )?(?:sorry|sry)(?=,? (?!for|about|to)\w)|"
    r"my (?:mistake|bad)|oops|whoops|correction|no,? (?:make (?:it|that)|rather)|or rather|"
    r"(?:or )?actually,? no\b(?! [a-z]+(?:\W*$|[,.;]))|or (?:let's |maybe )?say|(?:no|nah|hmm|"
    r"oh)[,. "
    r"]+actually|no actually|on second thoughts?|"
    r"(?:(?:i(?:'ve)? )?changed my mind)|"
    r"(?<=[a-z0-9][,.] )(?:no|nah|nope),(?= )|(?<=[a-z0-9][,.;] )actually|(?<=\.\.\. )actually"
    r")(?![a-z])"
    r"|(?:[啊哦噢唉哎]\s*)?(?:(?<!对)不对(?!称|劲|的)[,，\s]*)+(?:是|应该是)?|不是不是|"
    r"(?:我)?(?:说|讲)错(?:了|话)?|(?:说)?秃噜(?:了)?嘴了?|嘴瓢了?|口误|我是说|我说的是|我(?:的)?意思是|"
    r"应该是|(?<![没不])(?:弄|讲|写|打|搞|记)?错了|等等|等一下|哦不是?|[啊噢呃哎诶]不(?:是)?(?=[,，\s])|"
    r"[啊哦噢呃哎诶]不(?=[\u3400-\u9fffa-z])(?![要用想带戴含看买行好太喜需能会可贵是过管介在限错同得])|"
    r"(?<=[,，。… ])不(?=[,，])|(?<=[,，。…吧啊 ])算了[,，]?(?=.)|"
    r"(?<=[,，。… ])还是(?=[^,，]{1,12}(?:吧|好了?|算了)$)"
)
_NOT_WAIT = re.compile(r"(?:can't|cannot|couldn't|to|the|no need to|without a?) $")
_SWITCH = re.compile(
    r"还是(?:看|要|选|来|买|找|挑)|(?:switch|change) ?(?:成|到|to)|"
    r"^\W*(?:的)?(?:就|还是|都|给我|帮我|全)?(?:换成?|改成|改为|改看|改要|变成|换做|换为)|"
    r"(?:换成?|改成|改为|改看|改要|变成|换做|换为)\s*(?:看)?$"
)
_SWITCH_EN = re.compile(
    r"\b(?:change|swap|switch|replace|trade|exchange)(?: out)?(?: the| my| from)?\b[^,.]{0,16}$"
)
_SWITCH_REACH = 24
_SWITCH_TO = re.compile(r"^(?: \w+)? (?:to|for|with|into|by)\b")

_CLAUSE_END = re.compile(
    r"[.;!?。；！？]|(?<!anything )(?<!nothing )(?<!all )(?<!everything )\bbut\b|\bjust\b|"
    r"(?<!not )\bonly\b|\binstead\b|而是|但是|但|"
    r"(?<!不)(?<!唔)(?<!不想)(?<!需)(?<!重)(?<!主)(?<!别)(?<!只)(?:想)?要|换成|改成|只要|"
    r"还是(?:看|要|选|来|买|找|挑)|\b(?:i|we)(?:'d|"
    r" would)? (?:want|need|like|love|prefer)\b|"
    r"(?<!n't )(?<!not )(?<!to )\b(?:give me|show me|show|make it|go for|prefer|let's (?:do|"
    r"go|try|see|keep|stick (?:to|with)|stay with))\b|\bmust be\b|\bshould be\b"
)
_COMMA = re.compile(r"[,，]")
_NEGATOR = re.compile(
    r"\b(?:not|no|non|without|don't want|dont want|do not want|don't like|dont like|"
    r"do not like|except(?: for)?|"
    r"(?:anything|everything|all) (?:but|except)|nothing|none of (?:those|these|the|your|them)|"
    r"hate|hates|dislike|dislikes|avoid|"
    r"avoiding|skip|other than|apart from|"
    r"isn't|isnt|aren't|never|neither|nor|sans|minus|exclude|excluding|excludes|leave out|omit|"
    r"omitting|"
    r"steer clear of|keep away from|"
    r"stay away from|free of|"
    r"(?:can't|cannot|can not|cant|couldn't) (?:stand|bear|wear|have|do)|(?:not|"
    r"n't) (?:keen on|into|a fan of|fond of)|"
    r"(?:don't|dont|do not|doesn't|doesnt|does not|didn't|did not|wouldn't|won't|can't|cannot|"
    r"never) "
    r"(?:really |actually |even |ever )?(?:want|wear|like|wears|fancy|need|show|do|care for)|"
    r"(?<!you )(?:didn't|doesn't|don't|did not|does not) have|"
    r"no more|rid of|allergic to|pass on|"
    r"(?:take|filter|cut|weed) out)\b"
    r"|不要|不想要|不想看|不(?:太|大|怎么|咋|是很|是特别|很|是太)?(?:喜欢|考虑|爱|中意|钟意|"
    r"感冒|感兴趣)|不戴|不接受|不能戴|(?<!要)不看(?!看)|不用|"
    r"(?<!区)(?<!特)(?<!级)(?<!分)(?<!告)别(?!的|人|针|致|款|家|样)|除了|除开|不是|"
    r"不带|不含|没有|没带|讨厌|剔除|排除|过滤(?:掉)?|筛掉|避开|避免|pass(?:掉)?(?=\s*[\u3400-\u9fff])|"
    r"(?<!不)排除|避开|拒绝|千万别|受不了|不想戴|勿|唔要|唔钟意|冇"
)
_WHO = r"(?:i|we|she|he|they|my \w+|她|他|我)"
_NEGATED_AFTER = re.compile(
    r"^\s*(?:的?话|的|色|质|类|款|造型|形状|图案|元素|样式|嘛|呢|那种|这种|什么的)*[,，\s]*(?:我|就|你|她|他|给我|倒)?(?:都|就|也|还是|真)?(?:先)?(?:不要|"
    r"不(?:太|怎么|是很)?喜欢|不行|算了|不考虑|除外|不好|免谈|不看|不戴|排除|剔除|过滤掉|筛掉|不想要|唔要|"
    r"就不用了|不用|免了?|不来|别来|别(?!的)|不感兴趣|不合适|不适合|pass(?:掉)?|out了?)(?!看|太|紧|管|说|人)"
    r"(?=$|[,，.。;；!！?？、]|[了吧啊哦哈呀的嘛呢啦|]|\s*(?:hor|lah?|leh|lor|ah|liao|meh|please|pls|thanks?)\b|\s*(?:要|换|改|来|给|看|有|我|就|只))"
    r"|^\s*(?:is|are|'s)(?:n't| not)? (?:out|not for me|off the table|a no(?: go)?)\b|"
    r"^ (?:excluded|aside|apart)\b|"
    r"^(?: ones?)? (?:is|are|'s|looks?|feels?) (?:a bit |so |too |just |really |kinda |kind of |"
    r"pretty )*"
    r"(?:naff|tacky|cheesy|ugly|overdone|cringey?|dated|tat|childish|gross|hideous|cheap looking|"
    r"old hat|not (?:me|her|him|us))\b|"
    r"^ out of (?:it|this|that|the (?:question|running|picture))\b|"
    r"^\s*[,，]? ?no(?: (?:thanks|thank you|way|go)\b|(?=\s*(?:$|[,，.;!])))|"
    r"^,? not (?:really|please|at all|for (?:me|her|him))\b|"
    r"^ (?:is|are)(?:n't| not) (?:really |quite )?(?:(?:my|her|his) (?:thing|style|taste|"
    r"cup of tea)|"
    r"for (?:me|her|him)|what (?:i|she|he))\b|"
    rf"^,? {_WHO}(?:'d| would| could| can| do| does| really| just| actually)* ?"
    r"(?:rather not|hates?|dislikes?|avoids?|(?:don't|dont|do not|doesn't|doesnt|does not|didn't|"
    r"wouldn't|won't|can't|cannot|could not|never)(?: really| ever)? "
    r"(?:want|like|wear|wears|stand|bear|fancy|need|do|care for))\b"
    r"(?! (?:to|it|much|any|anything|nothing|what|too)\b)|"
    r"^ (?:don't|dont|doesn't|do not|does not) (?:really )?(?:do it|work|suit|appeal|go down)\b"
)
_NOT_NEGATED = re.compile(
    r"不限于?$|没有?关系$|是不是$|有没有$|\bwhy not$|\bif not$|\bor not$|\bwhether or not$|"
    r"不用说$|要不$|\bnot (?:only|just)$|不只是?$|不光是?$|有冇$|\bno problem$|\bno doubt$|"
    r"\b(?:nothing|none) but$|\bno other than$"
)
# 'Aren't opals soft?' asks of opals.
_ASKED_AS_NOT = re.compile(
    r"(?:^|[,.;!] ?)(?:isn't|isnt|aren't|don't|doesn't|won't|can't)[^,.;!?]*$"
)
_STARTS_QUESTION = re.compile(r"\b(?:is|are|do|does|have|has)\s+there\b.*$")
_LISTED = re.compile(
    r"^\s*(?:的)?\s*(?:,|，|/|、|\bor\b|\band\b|\bnor\b|&|\+|和|跟|与|及|或者?|还有|以及|"
    r"同)\s*(?:,|or|and|nor|any|the|a)?\s*(?:any |the |a )?$"
)
_JOINED = re.compile(r"\b(?:or|nor|and)\b|[/、和跟与及或同]|还有|以及")
_TOUCHING = re.compile(r"^\s*(?:色|质|cut|coloured|colored)?\s*$")
_WELCOME_AFTER = re.compile(
    r"^ (?:(?:is|are|would be|will) )?(?:fine|ok|okay|good|great|do|instead|please)\b|"
    r"^(?:的)?(?:都|也)(?:行|可以|好|成)"
)
_NEGATED_AT_ITS_END = re.compile(
    r"(?:不想?要|不喜欢|不考虑|不需要|(?<!是)不是(?:来|在|想)?要(?:买|找|看)?|"
    r"没(?:有)?(?:说|打算|想)(?:过)?要(?:买|找|看)?)\s*$"
)
_NEGATED_REACH = 30


@dataclass(frozen=True)
class Scope:
    """How mentions of one sentence stand to each other."""

    text: str  # with corrections blanked
    marks: tuple[int, ...]  # where corrections end

    def part(self, at: int) -> int:
        """How many corrections stand before ``at``."""
        return sum(mark <= at for mark in self.marks)

    def is_switched(self, earlier: Mention, later: Mention) -> bool:
        """'Platinum changed to gold': does the later one take the earlier one's place?"""
        between = self.text[earlier.end : later.start]
        if len(between) < _SWITCH_REACH and _SWITCH.search(between):
            return True
        if not _SWITCH_TO.match(between):
            return False
        return bool(_SWITCH_EN.search(self.text[: earlier.start]))


def mask_corrections(text: str) -> Scope:
    """``text`` with 'no wait', 'I mean', '不对' blanked, and where each ends."""
    marks: list[int] = []
    masked = text
    for match in _CORRECTION.finditer(text):
        if _NOT_WAIT.search(text[: match.start()]):
            continue
        marks.append(match.end())
        blank = "|" * (match.end() - match.start())
        masked = masked[: match.start()] + blank + masked[match.end() :]
    return Scope(masked, tuple(marks))


def negated_mentions(scope: Scope, mentions: Sequence[Mention]) -> frozenset[Mention]:
    """The mentions that the sentence turns away, with the lists and noun phrases they stand in."""
    text = scope.text
    negated = {one for one in mentions if _is_negated_itself(text, one, mentions)}
    for run in listed_mentions(text, mentions):
        after = any(_NEGATED_AFTER.match(text[one.end :]) for one in run[-1:])
        if (run[0] in negated and not _is_welcome(text, run)) or after:
            negated.update(run)
    return frozenset(negated)


def listed_mentions(text: str, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one slot that are listed: 'pearls, jade or diamonds'."""
    runs: list[list[Mention]] = []
    for one in mentions:
        last = runs[-1][-1] if runs else None
        between = text[last.end : one.start] if last else ""
        chinese_clause = "," in between and not text[one.start].isascii()
        if (
            last
            and set(last.means) & set(one.means)
            and _LISTED.match(between)
            and not chinese_clause
        ):
            runs[-1].append(one)
        else:
            runs.append([one])
    return [run for run in runs if len(run) > 1 and _has_joiner(text, run)]


def _is_welcome(text: str, run: list[Mention]) -> bool:
    """'No gold, silver or platinum is fine': the end of a list may start a clause of its own."""
    return bool(_WELCOME_AFTER.match(text[run[-1].end :]))


def _has_joiner(text: str, run: list[Mention]) -> bool:
    return any(_JOINED.search(text[one.end : other.start]) for one, other in pairwise(run))


def _is_negated_itself(text: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    if _NEGATED_AFTER.match(text[mention.end :]):
        return True
    start = max((match.end() for match in _CLAUSE_END.finditer(text[: mention.start])), default=0)
    clause = text[start : mention.start]
    comma = max((match.end() for match in _COMMA.finditer(clause)), default=0)
    if _NOT_NEGATED.search(clause.rstrip()):
        return False
    if _ASKED_AS_NOT.search(text[: mention.start]) and re.match(r"[^.;!]*\?", text[mention.end :]):
        return False
    negators = [
        match
        for match in _NEGATOR.finditer(clause)
        if not _NOT_NEGATED.search(clause[: match.end()])
        and not any(one.start <= start + match.start() < one.end for one in mentions)  # 'no heat'
    ]
    # '不想要金' is cut at its own '要'
    if _NEGATED_AT_ITS_END.search(text[: mention.start]):
        return True
    if not negators or negators[-1].start() < comma:
        return False
    between = clause[negators[-1].end() :]
    if re.search(r"\S\s*的\s*$", between):
        return False  # '没有 nickel 的耳钉' wants ear studs
    if len(between) > _NEGATED_REACH or _STARTS_QUESTION.search(between) or "|" in between:
        return False
    return _reaches(text, start + negators[-1].end(), mention, mentions)


def _reaches(text: str, start: int, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """A negation goes through the noun phrase and the list after it, and no further: 'without
    diamonds in white gold' wants white gold."""
    at: int | None = None
    last: set[str] = set()
    for one in mentions:
        if one.start < start or one.start > mention.start:
            continue
        if at is not None:
            gap = text[at : one.start]
            if _TOUCHING.match(gap) and last & set(one.means):
                return False  # 'not silver uh gold'
            if not (_TOUCHING.match(gap) or _LISTED.match(gap)):
                return False
        at, last = one.end, set(one.means)
    return True
