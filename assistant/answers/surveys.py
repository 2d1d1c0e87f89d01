"""Which values of a slot there are among the pieces that match, and how many of each."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import Survey
from assistant.answers.claims import tally_claim, wish_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.options import option_words
from assistant.answers.wishes_in_words import wishes_in_words
from assistant.constraints import NUMBER_SLOTS
from assistant.turn import Findings, GroundedReply, ShownProduct, Suggestion

_KINDS: Mapping[str, tuple[str, str]] = {
    "category": ("kinds of piece", "品类"),
    "metal": ("metals", "材质"),
    "metal_colour": ("metal colours", "金属颜色"),
    "purity": ("finenesses", "成色"),
    "stone": ("stones", "宝石"),
    "stone_colour": ("stone colours", "宝石颜色"),
    "style": ("styles", "风格"),
    "occasion": ("occasions", "场合"),
    "recipient": ("wearers", "佩戴者"),
    "cut": ("cuts", "切工"),
    "setting": ("settings", "镶嵌"),
    "stone_origin": ("origins of stones", "宝石来源"),
    "treatment": ("treatments", "优化处理"),
    "plating": ("platings", "镀层"),
    "certificate": ("certificates", "证书"),
    "clasp": ("clasps", "扣头"),
    "ring_size_mm": ("ring sizes", "戒指号"),
    "bangle_mm": ("inner diameters", "圈口"),
    "length_mm": ("lengths", "长度"),
}
_OTHER = ("choices", "选择")
_TAPPED = ("category", "metal", "stone", "style", "metal_colour", "stone_colour")
_MOST_TOLD = 8
_MOST_TAPS = 3


def survey(action: Survey, findings: Findings, desk: Desk) -> GroundedReply:
    """'For rings we have these metals: gold (12), silver (8) and platinum (3).'"""
    draft, wishes = Draft(desk), action.constraints
    kinds = desk.say(*_KINDS.get(action.slot, _OTHER))
    phrase = wishes_in_words(wishes, desk.vocabulary, desk.language) if wishes else ""
    backing = [wish_claim(phrase, wishes)] if phrase else []
    if not findings.tally:
        draft.add(
            desk.say(
                f"Our records say nothing of {kinds} for {phrase or 'these pieces'}.",
                f"{phrase or '这些首饰'}的记录中没有注明{kinds}。",
            ),
            *backing,
        )
        return draft.reply()
    told = _in_order(action.slot, findings.tally[:_MOST_TOLD])
    parts = []
    for value, count in told:
        label = option_words(desk.vocabulary, action.slot, value, desk.language)
        text = desk.say(f"{label} ({count})", f"{label}（{count}）")
        parts.append(text)
        backing.append(tally_claim(text, action.slot, value, count))
    others = desk.say(", and others" if len(findings.tally) > _MOST_TOLD else "", "")
    listed = desk.say(", ".join(parts), "、".join(parts)) if others else desk.listed(parts)
    more = "等" if len(findings.tally) > _MOST_TOLD else ""
    among = desk.say(f"For {phrase} we have" if phrase else "We have", f"{phrase}有")
    if not phrase:
        among = desk.say(among, "店里有")
    draft.add(
        desk.say(
            f"{among} these {kinds}: {listed}{others}.", f"{among}这些{kinds}：{listed}{more}。"
        ),
        *backing,
    )
    ranked = findings.ranked
    shown = [ShownProduct(item.product) for item in ranked.items] if ranked else []
    return draft.reply(shown, suggestions=_taps(action, findings, desk))


def _in_order(slot: str, told: tuple[tuple[str, int], ...]) -> tuple[tuple[str, int], ...]:
    """Sizes by size; other values with the most pieces first."""
    return tuple(sorted(told, key=lambda one: float(one[0]))) if slot in NUMBER_SLOTS else told


def _taps(action: Survey, findings: Findings, desk: Desk) -> tuple[Suggestion, ...]:
    """The most common values, to look at; every one of them leads to pieces."""
    if action.slot not in _TAPPED:
        return ()
    labels = [
        option_words(desk.vocabulary, action.slot, value, desk.language)
        for value, _ in findings.tally[:_MOST_TAPS]
        if value != "none"
    ]
    return tuple(Suggestion(label[:1].upper() + label[1:], label) for label in labels)
