"""The words of a sentence that describe and that no rule has read: they feed the search."""

from __future__ import annotations

import re
from collections.abc import Iterable

from assistant.understanding.amount import Amount
from assistant.understanding.clearing import find_cleared
from assistant.understanding.mentions import Mention

# Words that carry no description: what is left of a sentence after them feeds the search.
_PRONOUNS = (
    r"(?:i|you|we|they|he|she|it|that|this|what|who|there|here|how|when|where|let|one|do|does|did|is|"
    r"are|was|has|have|would|should|could|ca|wo)"
)
_STOPWORDS = re.compile(
    rf"\b{_PRONOUNS}(?:n'?t|'(?:s|m|ve|re|ll|d|t))\b|"
    r"\b(?:a|an|the|i|me|my|you|your|we|us|our|it|its|is|are|am|be|been|was|were|to|of|in|on|for|with|"
    r"and|or|but|at|by|from|this|that|these|those|any|some|one|ones|show|find|want|need|looking|"
    r"look|like|please|can|could|would|will|should|might|do|does|did|have|has|had|got|there|"
    r"something|anything|under|over|below|above|about|around|between|less|more|than|then|not|no|"
    r"without|give|see|buy|get|tell|hi|hello|hey|thanks|yes|yeah|ok|okay|actually|maybe|just|only|"
    r"also|too|well|really|very|now|search|recommend|suggest|again|so|um|uh|oh|er|guys|basically|"
    r"she|he|they|her|him|his|their|them|what|which|who|how|where|when|why|if|as|at|most|least|up|"
    r"budget|price|size|make|made|instead|wait|sorry|mean|meant|change|switch|go|let|try|think|"
    r"know|bit|kind|sort|fine|say|good|great|like[sd]|lov(?:e|es|ed)|prefers?|wants|needs|likely|all|"
    r"cheap(?:er|est)?|expensive|dear|max|maximum|minimum|must|may|always|already|though|either|both|"
    r"back|right|after|before|rather|better|keep|keeps|said|says|told|thinks|thinking|wondering|guess|"
    r"gift|present|spend|pay|stock|stones?|metal|weight|length|long|style|thing|things|nothing|nice|"
    r"day|time|out|way|take|pair|forget|th|s|g|lah|la|yo|nah|nvm|alright|wear|wears|measured|newest|"
    r"viewing|reserve|book|order)\b|"
    r"最便宜|最贵|便宜|喜欢|礼物|材质|封顶|之间|现货|必须|重量|打错|瞅瞅|比较|今年|样子|"
    r"(?:香港|港|内地|大陆|美|英|欧|日)(?=[号码]|$)|"
    r"以内|以下|以上|之内|左右|上下|不超过|超过|最多|至少|大概|大约|差不多|预算|价格|价位|价钱|多少钱|"
    r"长度|尺寸|尺码|圈口|手寸|怎么|什么|哪些|哪个|换成|改成|改为|或者|还是|而且|然后|的话|好像|其实|等等|"
    r"说错|第[一二三四五六七八九十]|"
    r"[的了吗呢吧啊呀嘛哦我你您他她它们想要买看找有没是个款件只对条枚给请帮一下些点什么还和或不这那都也就在再能可以好送推荐"
    r"号码行把用换内戴带种哪啦挑先哈算最说按改哎几够才到问别求喂定得去喔人回]"
    r"|[^\w\s]|\d+"
)


def residue(text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]) -> str:
    """What is left of folded ``text`` beside what was understood, at most 300 characters."""
    found: tuple[Mention | Amount, ...] = (*mentions, *amounts)
    spans = [(one.start, one.end) for one in found]
    spans += [(gone.start, gone.end) for gone in find_cleared(text)]
    left = "".join(
        " " if any(start <= at < end for start, end in spans) else char
        for at, char in enumerate(text)
    )
    return " ".join(_STOPWORDS.sub(" ", left).split())[:300]
