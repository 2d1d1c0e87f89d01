"""Nothing matches: which wish to relax, and what that would leave."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answers.claims import count_claim, relaxation_claim, wish_claim
from assistant.answers.desk import Desk, Draft, SuggestionWords
from assistant.answers.wishes_in_words import wishes_in_words
from assistant.constraints import Constraints
from assistant.money import Money, format_money
from assistant.turn import Claim, Findings, Relaxation, Suggestion

# How a relaxed wish is named, and what a shopper says to drop it.
WISH_NAMES: Mapping[str, SuggestionWords] = {
    "price": ("price", "any price", "预算", "不限预算"),
    "metal": ("metal", "any metal", "材质", "材质不限"),
    "metal_colour": ("colour", "any metal colour", "金属颜色", "金属颜色不限"),
    "stone": ("stone", "any stone", "宝石", "宝石不限"),
    "stone_colour": ("stone colour", "any stone colour", "宝石颜色", "宝石颜色不限"),
    "category": ("kind of piece", "any category", "品类", "品类不限"),
    "purity": ("fineness", "any purity", "成色", "成色不限"),
    "ring_size_mm": ("size", "any size", "尺码", "尺码不限"),
    "bangle_mm": ("inner diameter", "any size", "圈口", "圈口不限"),
    "length_mm": ("length", "any length", "长度", "长度不限"),
    "carat": ("gem weight", "any carat weight", "克拉数", "克拉数不限"),
    "weight_g": ("weight", "any weight", "克重", "克重不限"),
    "cut": ("cut", "any cut", "切工", "切工不限"),
    "setting": ("setting", "any setting", "镶嵌", "镶嵌不限"),
    "stone_origin": ("stone origin", "any origin", "来源", "来源不限"),
    "treatment": ("treatment", "any treatment", "处理", "处理不限"),
    "plating": ("plating", "any plating", "镀层", "镀层不限"),
    "certificate": ("certificate", "any certificate", "证书", "证书不限"),
    "clasp": ("clasp", "any clasp", "扣头", "扣头不限"),
    "in_stock": ("stock", "any availability", "库存", "库存不限"),
    "deliver_by": ("delivery date", "any date", "日期", "日期不限"),
    "recipient": ("recipient", "any recipient", "给谁", "给谁都行"),
}
_START_OVER: SuggestionWords = ("Start over", "start over", "重新开始", "重新开始")
_MOST_SHOWN = 3


def add_none_found(draft: Draft, wishes: Constraints, findings: Findings) -> tuple[Suggestion, ...]:
    """Says that nothing matches, and what relaxing one wish would leave; the taps for it."""
    desk = draft.desk
    phrase = wishes_in_words(wishes, desk.vocabulary, desk.language)
    none = desk.say("no", "没有")
    sentence = desk.say(f"I found {none} {phrase}.", f"抱歉，{none}{phrase}。")
    draft.add(sentence, wish_claim(phrase, wishes), count_claim(none, 0))
    relaxations = findings.ranked.relaxations if findings.ranked else ()
    for relaxation in relaxations[:_MOST_SHOWN]:
        draft.add(*_would_leave(relaxation, desk))
    if relaxations:
        return tuple(_tap(one, desk) for one in relaxations[:_MOST_SHOWN])
    draft.add(
        desk.say(
            "No single wish stands in the way; shall we start over?",
            "放宽任何一项都还是没有，要不要重新开始？",
        )
    )
    return (desk.tap(_START_OVER),)


def _would_leave(relaxation: Relaxation, desk: Desk) -> tuple[str, Claim]:
    named = desk.listed([desk.say(one[0], one[2]) for one in _names(relaxation)])
    price = format_money(Money(relaxation.from_minor, desk.currency))
    sentence = desk.say(
        f"Leaving the {named} open gives {relaxation.matches}, from {price}.",
        f"{named}放宽的话有{relaxation.matches}件，{price}起。",
    )
    return sentence, relaxation_claim(sentence, relaxation)


def _tap(relaxation: Relaxation, desk: Desk) -> Suggestion:
    names = _names(relaxation)
    named = desk.listed([desk.say(one[0], one[2]) for one in names])
    said = desk.say(", ".join(one[1] for one in names), "，".join(one[3] for one in names))
    return Suggestion(desk.say(f"Relax {named}", f"放宽{named}"), said)


def _names(relaxation: Relaxation) -> list[SuggestionWords]:
    return [WISH_NAMES[slot] for slot in relaxation.slot.split("+") if slot in WISH_NAMES]
