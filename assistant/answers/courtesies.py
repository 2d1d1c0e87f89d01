"""Greetings, small talk, thanks and limits; the assistant says that it is an AI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assistant.terms import Language
from assistant.turn import GroundedReply, Suggestion

_SENTENCES: Mapping[str, Mapping[Language, str]] = {
    "greet": {
        "en": "Welcome to Facet. I am the shop's AI assistant. Tell me who it is for, a material "
        "you love or a budget; a photo works too.",
        "zh": "欢迎来到Facet，我是店里的AI导购助手。"
        "告诉我送给谁、喜欢的材质或预算，也可以发一张照片。",
    },
    "chat": {
        "en": "Kind of you to ask. I am an AI, so I have no weather and no weekends, but I do "
        "enjoy finding the right piece. What may I look for?",
        "zh": "谢谢您和我聊天。我是AI，没有周末也不怕天气，就喜欢帮人挑首饰。想看点什么？",
    },
    "insult": {
        "en": "I am sorry that this has not gone well. Tell me what was wrong, and I will try "
        "again; our staff can help you too.",
        "zh": "很抱歉没让您满意。告诉我哪里不对，我再试一次；也可以请店员来帮您。",
    },
    "thanks": {
        "en": "You are welcome. I am here when you need me.",
        "zh": "不客气，有需要随时叫我。",
    },
    "goodbye": {"en": "Goodbye, and come back any time.", "zh": "再见，欢迎随时回来。"},
    "help": {
        "en": "I am Facet, the shop's AI assistant: a program and not a person. I find pieces by "
        "words, voice or photo, tell you what our records say, compare pieces, put sets together, "
        "and answer on care, sizes and the shop's rules. If you would rather talk to a person, "
        "say so and I write a card for our staff.",
        "zh": "我是Facet，店里的AI导购助手，是程序，不是真人。"
        "我可以按文字、语音或照片找首饰，"
        "告诉您记录里写了什么，做对比、配套装，也能回答保养、尺寸和店里规定的问题。"
        "想找真人，说一声，我会写卡片转给店员。",
    },
    "restart": {
        "en": "We start afresh. What are you looking for?",
        "zh": "好的，我们重新开始。您想找什么？",
    },
    "off_topic": {
        "en": "I only know jewellery, so I will leave that to others. Shall we look at something "
        "for you?",
        "zh": "我只懂首饰，这个就不乱说了。要不要看看首饰？",
    },
    "unclear": {
        "en": "I am not sure what you mean. Could you name a kind of piece, a metal or a budget?",
        "zh": "没太明白您的意思。可以说说品类、材质或预算吗？",
    },
    "dangling": {
        "en": "I cannot tell which piece you mean; nothing on the table fits. Please name it, or "
        "count from the first.",
        "zh": "不确定您说的是哪一件，眼前没有对应的。请说名称，或从头数第几件。",
    },
    "nothing_to_undo": {
        "en": "There is nothing to take back: your wishes have not changed yet.",
        "zh": "没有可以撤回的，您的条件还没有改动过。",
    },
    "nothing_saved": {
        "en": "Nothing is on your list yet. Of a piece you like, say “save it”.",
        "zh": "清单里还没有首饰。喜欢哪件，说“收藏这件”就好。",
    },
    "how_to_share": {
        "en": "Open your list on the page and tap “Share this list”: that makes a link which "
        "anyone who has it can open, and you can stop it any time.",
        "zh": "打开页面上的清单，点“分享清单”，会生成一个链接，"
        "拿到的人都能打开；随时可以停止分享。",
    },
    "two_needed": {
        "en": "To compare I need at least a pair of pieces. Which ones?",
        "zh": "对比需要不止一件，您想比哪几件？",
    },
}
# More than are offered: those that find nothing beside the standing wishes are passed over.
_STARTERS: Mapping[Language, tuple[str, ...]] = {
    "en": (
        "Gold rings under 4000",
        "Pearl earrings",
        "A gift for my mother",
        "Silver necklaces",
        "Jade bangles",
        "Bracelets",
        "Start over",
    ),
    "zh": (
        "四千以内的金戒指",
        "珍珠耳环",
        "送妈妈的礼物",
        "银项链",
        "翡翠手镯",
        "手链",
        "重新开始",
    ),
}
_MOST_STARTERS = 3
_PERSON: Mapping[Language, str] = {"en": "Talk to a person", "zh": "找真人店员"}


def converse(kind: str, language: Language) -> GroundedReply:
    """A courtesy or a limit, with something to tap."""
    text = _SENTENCES.get(kind, _SENTENCES["unclear"])[language]
    if kind in ("goodbye", "nothing_to_undo", "how_to_share"):
        return GroundedReply(text)
    reply = with_starters(text, language)
    if kind in ("insult", "help"):
        person = _PERSON[language]
        taps = (Suggestion(person, person), *reply.suggestions)
        return replace(reply, suggestions=taps)
    return reply


def with_starters(text: str, language: Language) -> GroundedReply:
    """``text``, and things to say first."""
    starters = tuple(Suggestion(say, say) for say in _STARTERS[language])
    return GroundedReply(text, suggestions=starters, most_taps=_MOST_STARTERS)
