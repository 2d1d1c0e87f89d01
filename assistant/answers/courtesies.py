"""Greetings, thanks, limits, and the one question of a turn."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import Ask
from assistant.catalogue.product import Product
from assistant.terms import Language, Vocabulary
from assistant.turn import Claim, GroundedReply, Question, Suggestion

_SENTENCES: Mapping[str, Mapping[Language, str]] = {
    "greet": {
        "en": "Welcome to Facet. Tell me who it is for, a material you love or a "
        "budget; a photo works too.",
        "zh": "欢迎来到Facet。告诉我送给谁、喜欢的材质或预算，也可以发一张照片。",
    },
    "thanks": {
        "en": "You are welcome. I am here when you need me.",
        "zh": "不客气，有需要随时叫我。",
    },
    "goodbye": {"en": "Goodbye, and come back any time.", "zh": "再见，欢迎随时回来。"},
    "help": {
        "en": "I am Facet, the shop's assistant, a program and not a person. I "
        "find pieces by words, voice or photo, "
        "tell you what our records say, compare pieces, and answer on care, sizes "
        "and the shop's rules.",
        "zh": "我是Facet，店里的导购助手，是程序不是真人。"
        "我可以按文字、语音或照片找首饰，告诉您记录里写了什么，"
        "做对比，也能回答保养、尺寸和店里规定的问题。",
    },
    "restart": {
        "en": "We start afresh. What are you looking for?",
        "zh": "好的，我们重新开始。您想找什么？",
    },
    "off_topic": {
        "en": "I only know jewellery, so I will leave that to others. Shall we "
        "look at something for you?",
        "zh": "我只懂首饰，这个就不乱说了。要不要看看首饰？",
    },
    "unclear": {
        "en": "I am not sure what you mean. Could you name a kind of piece, a "
        "material or a budget?",
        "zh": "没太明白您的意思。可以说说品类、材质或预算吗？",
    },
    "dangling": {
        "en": "I cannot tell which piece you mean; nothing on the table fits. "
        "Please name it, or count from the first.",
        "zh": "不确定您说的是哪一件，眼前没有对应的。请说名称，或从头数第几件。",
    },
    "two_needed": {
        "en": "To compare I need at least a pair of pieces. Which ones?",
        "zh": "对比需要不止一件，您想比哪几件？",
    },
}
_ASKS: Mapping[str, Mapping[Language, str]] = {
    "category": {"en": "What kind of piece: {options}?", "zh": "想要哪一类：{options}？"},
    "metal": {"en": "Which metal: {options}?", "zh": "想要哪种金属：{options}？"},
    "metal_colour": {"en": "Which metal colour: {options}?", "zh": "金属喜欢哪种颜色：{options}？"},
    "stone": {"en": "Which stone: {options}?", "zh": "想要哪种宝石：{options}？"},
    "product": {"en": "Which one do you mean: {options}?", "zh": "您说的是哪一件：{options}？"},
}


def converse(kind: str, language: Language) -> GroundedReply:
    """A courtesy or a limit, with something to tap."""
    text = _SENTENCES.get(kind, _SENTENCES["unclear"])[language]
    return GroundedReply(text, suggestions=() if kind == "goodbye" else starters(language))


def ask(
    action: Ask, products: Mapping[str, Product], vocabulary: Vocabulary, language: Language
) -> GroundedReply:
    """A question that must be answered before anything else."""
    question = action.question
    labels = [
        _label(question.slot, one, products, vocabulary, language) for one in question.options
    ]
    text, claim = _sentence(question, labels, language)
    suggestions = tuple(
        Suggestion(label, one if question.slot == "product" else _say(one, vocabulary, language))
        for label, one in zip(labels, question.options, strict=True)
    )
    return GroundedReply(text, (claim,), (), question, suggestions)


def question_sentence(
    question: Question, vocabulary: Vocabulary, language: Language
) -> tuple[str, Claim]:
    """A follow-up question in words, with the claim that its options come from the results."""
    labels = [_label(question.slot, one, {}, vocabulary, language) for one in question.options]
    return _sentence(question, labels, language)


def starters(language: Language) -> tuple[Suggestion, ...]:
    """Things to say first."""
    if language == "en":
        return tuple(
            Suggestion(say, say)
            for say in ("Gold rings under 4000", "Pearl earrings", "A gift for my mother")
        )
    return tuple(Suggestion(say, say) for say in ("四千以内的金戒指", "珍珠耳环", "送妈妈的礼物"))


def _sentence(question: Question, labels: list[str], language: Language) -> tuple[str, Claim]:
    template = _ASKS.get(question.slot, _ASKS["category"])[language]
    text = template.format(options=(", " if language == "en" else "、").join(labels))
    return text, Claim(text, "question", question.slot, list(question.options))


def _label(
    slot: str,
    option: str,
    products: Mapping[str, Product],
    vocabulary: Vocabulary,
    language: Language,
) -> str:
    if option in products:
        return products[option].name[language]
    if "+" in option:  # 'gold+white': one meaning of an ambiguous word
        return _say(option, vocabulary, language)
    return vocabulary.label(slot, option, language)


def _say(option: str, vocabulary: Vocabulary, language: Language) -> str:
    metal, _, colour = option.partition("+")
    name = vocabulary.label("metal", metal, language)
    if not colour:
        return name
    tint = vocabulary.label("metal_colour", colour, language)
    return f"{tint} {name}" if language == "en" else f"{tint}K{name}"
