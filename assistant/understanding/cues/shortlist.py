"""What a shopper keeps and what they turn down: the saved list, sharing it, 'not the first one'."""

from __future__ import annotations

import re

SHARE = re.compile(r"\bshar(?:e|ing)\b|\bsend\b|\blink\b|分享|发给|转发|链接")
SAVED_LIST = re.compile(
    r"\b(?:show|see|view|open|share|sharing|send|what(?:'s|s| is)(?: on| in)?|link to)\b.{0,16}"
    r"\b(?:(?:what i(?:'ve)? |my |the )?saved(?: list| pieces| ones| items)?|"
    r"my (?:short|wish ?)?list|(?:my )?favou?rites)\b(?! for)|\bwhat(?: have| did) i saved?\b|"
    r"(?:看看?|打开|分享|发|转发|显示)(?:一下)?(?:给.{1,4})?我?的? ?"
    r"(?:收藏|清单|心愿单|愿望单|list|saved)|"
    r"(?:我的?|my) ?(?:saved |收藏)? ?(?:list|清单)(?: ?里)?(?:有什么|有啥|有哪些|.{0,2}分享)|"
    r"(?:收藏|清单|心愿单)(?:夹|单)?(?:里)?(?:都)?有(?:什么|啥|哪些|几)|"
    r"我(?:都)?(?:收藏|存)了(?:什么|啥|哪些|几)|"
    r"^我的 ?(?:收藏|清单|心愿单)$|"
    r"(?:show|share|看|分享) ?(?:一下)?(?:我的 ?)?(?:收藏|saved|清单|list)$"
)
# A piece on the table that is turned down.
REJECTS = re.compile(
    r"\b(?:don't|do not|didn't|dont) (?:really |quite )?(?:like|want|fancy|love)\b|"
    r"^(?:no,? )?not (?:keen on |sure about |a fan of |so sure about )?(?:the|this|that)\b|"
    r"\b(?:is|are) not (?:for me|my (?:style|taste))\b|\bisn't (?:for me|my (?:style|taste))\b|"
    r"\bnot (?:for me|my (?:style|taste))\b|"
    r"不(?:太)?(?:要|喜欢|想要|考虑)(?:第|这|那|the)|"
    r"第.{1,4}(?:就)?(?:不要|不(?:太)?喜欢|不行|算了|不好看|不合适)"
)
