"""What the shopper asked to be remembered, said back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.actions import KeepMemo
from assistant.answers.claims import (
    memo_claim,
    nothing_kept_claim,
    wish_claim,
)
from assistant.answers.desk import Desk, Draft
from assistant.answers.options import option_words
from assistant.answers.wishes_in_words import memo_words, wishes_in_words
from assistant.constraints import Constraints
from assistant.turn import Findings, GroundedReply, Memo, Suggestion

_SLOTS: Mapping[str, tuple[str, str]] = {
    "ring_size_mm": ("ring size", "戒指号"),
    "bangle_mm": ("bangle size", "手镯圈口"),
    "length_mm": ("necklace length", "项链长度"),
    "allergies": ("allergy", "过敏"),
    "metal": ("favourite metal", "喜欢的材质"),
    "metal_colour": ("favourite metal colour", "喜欢的金属颜色"),
    "purity": ("favourite fineness", "喜欢的成色"),
    "stone": ("favourite stone", "喜欢的宝石"),
    "stone_colour": ("favourite stone colour", "喜欢的宝石颜色"),
    "style": ("style", "风格"),
    "occasion": ("occasion", "场合"),
    "price_max_minor": ("budget", "预算"),
    "price_min_minor": ("least budget", "最低预算"),
}
_OTHER = ("wish", "偏好")
_HOW_TO_TELL: Mapping[str, tuple[str, str]] = {
    "ring_size_mm": (
        "Say “remember” with the number and its scale (US, UK, Hong Kong or the mainland's), or "
        "with the millimetres around the inside of a ring that fits.",
        "请说“记住”，加上号数和标准（美码、英码、港码或内地号），或者合适戒指的内周长多少毫米。",
    ),
    "bangle_mm": (
        "Say “remember” with the inner diameter of a bangle that fits, in millimetres.",
        "请说“记住”，加上合适手镯的圈口多少毫米。",
    ),
    "length_mm": (
        "Say “remember” with the length, in centimetres or inches.",
        "请说“记住”，加上长度多少厘米。",
    ),
    "price_max_minor": ("Say “remember” with the amount.", "请说“记住”，加上金额。"),
}
_TELL = ("Say “remember” with what it is.", "请说“记住”，加上具体内容。")
_RECALL = ("What you remember", "what do you remember", "记得什么", "你记住了什么")
_FORGET = ("Forget it all", "forget everything you remember", "全部忘掉", "把记住的全部忘掉")


def keep(action: KeepMemo, findings: Findings, desk: Desk) -> GroundedReply:
    """What was kept, what was forgotten, or all that is remembered."""
    draft = Draft(desk)
    if action.forget_all:
        text = desk.say("I have forgotten everything you asked me to keep", "都忘掉了，不再记着")
        draft.add(desk.say(f"{text}.", f"{text}。"), nothing_kept_claim(text))
        return draft.reply()
    if action.wanted:
        return _ask_value(draft, action.wanted, findings)
    if action.wishes is not None:
        return _tell_wishes(draft, action.wishes, findings)
    if not action.memos:
        return _recall(draft, findings)
    for memo in _said_by_itself(action.memos):
        text = memo_in_words(memo, desk, _currency(action.memos, memo.about))
        if memo.value is None:
            sentence = desk.say(f"I have forgotten {text}.", f"已忘掉{text}。")
        else:
            sentence = desk.say(f"I will remember {text}.", f"记住了：{text}。")
        draft.add(sentence, memo_claim(text, memo))
    if any(memo.value is not None for memo in action.memos):
        draft.add(desk.say("You can have it forgotten any time.", "随时可以让我忘掉。"))
    return draft.reply(suggestions=_steps(findings, desk))


def _tell_wishes(draft: Draft, wishes: Constraints, findings: Findings) -> GroundedReply:
    """What the shopper has asked for up to now; and what is remembered, if anything is."""
    desk = draft.desk
    if wishes:
        phrase = wishes_in_words(wishes, desk.vocabulary, desk.language)
        draft.add(
            desk.say(f"So far you are looking for {phrase}.", f"到现在您要找的是：{phrase}。"),
            wish_claim(phrase, wishes),
        )
    else:
        draft.add(
            desk.say(
                "You have not named any wishes yet; what shall we look for?",
                "您还没有提过条件。想找什么？",
            )
        )
    return _recall(draft, findings) if findings.memory else draft.reply()


def _recall(draft: Draft, findings: Findings) -> GroundedReply:
    desk = draft.desk
    if not findings.memory:
        text = desk.say("You have not asked me to remember anything", "您还没有让我记住什么")
        draft.add(desk.say(f"{text}.", f"{text}。"), nothing_kept_claim(text))
        return draft.reply()
    kept = _said_by_itself(findings.memory)
    texts = [memo_in_words(one, desk, _currency(findings.memory, one.about)) for one in kept]
    listed = desk.say("; ".join(texts), "；".join(texts))
    draft.add(
        desk.say(f"You asked me to remember {listed}.", f"您让我记住的有：{listed}。"),
        *(memo_claim(text, memo) for text, memo in zip(texts, kept, strict=True)),
    )
    return draft.reply(suggestions=[desk.tap(_FORGET)])


def _ask_value(draft: Draft, wanted: Memo, findings: Findings) -> GroundedReply:
    """What should be remembered, or put right, was not told: how to tell it."""
    desk = draft.desk
    kept = [one for one in findings.memory if (one.about, one.slot) == (wanted.about, wanted.slot)]
    if kept:
        text = memo_in_words(kept[0], desk, _currency(findings.memory, wanted.about))
        draft.add(desk.say(f"I remember {text}.", f"我记着{text}。"), memo_claim(text, kept[0]))
    else:
        thing = memo_in_words(wanted, desk)
        if wanted.about == "friend":  # whoever it is, the talk has not said
            slot = slot_name(wanted.slot, desk)
            thing = desk.say(f"that {slot}", slot)
        draft.add(desk.say(f"I do not know {thing} yet.", f"我还不知道{thing}。"))
    draft.add(desk.say(*_HOW_TO_TELL.get(wanted.slot, _TELL)))
    return draft.reply()


def _said_by_itself(memos: Sequence[Memo]) -> list[Memo]:
    """All but the currency of a budget, which is said with its amounts."""
    prices = {(one.about, one.slot) for one in memos}
    return [
        one
        for one in memos
        if one.slot != "currency" or prices.isdisjoint((one.about, slot) for slot in _PRICES)
    ]


_PRICES = ("price_min_minor", "price_max_minor")


def _currency(memos: Sequence[Memo], about: str) -> str | None:
    """What somebody's remembered budget is in."""
    kept = (one.value for one in memos if one.about == about and one.slot == "currency")
    return next((value for value in kept if isinstance(value, str)), None)


def memo_in_words(memo: Memo, desk: Desk, currency: str | None = None) -> str:
    """'your ring size: US 7 (54.4 mm inside)'; without a value 'your ring size'. ``currency`` is
    that of a budget, None for the shop's."""
    slot = slot_name(memo.slot, desk)
    named = f"{whose(memo.about, desk, of='' if slot.startswith('喜欢') else '的')}{slot}"
    if memo.value is None:
        return named
    if memo.said:  # a size as it was told
        words = option_words(desk.vocabulary, memo.slot, memo.said, desk.language)
    else:
        words = memo_words(memo.slot, memo.value, desk.vocabulary, desk.language, currency)
    return desk.say(f"{named}: {_bare(words)}", f"{named}：{words}")


def slot_name(slot: str, desk: Desk) -> str:
    """'ring size', '戒指号'."""
    return desk.say(*_SLOTS.get(slot, _OTHER))


def whose(about: str, desk: Desk, of: str = "的") -> str:
    """'your wife's ', '妻子的', before what is theirs."""
    if about == "self":
        return desk.say("your ", f"您{of}")
    person = desk.vocabulary.label("recipient", about, desk.language)
    return desk.say(f"your {person}'s ", f"{person}{of}")


def _bare(words: str) -> str:
    """A wish's words where no noun stands before them."""
    for lead in ("in size ", "with an ", "about "):
        words = words.removeprefix(lead)
    return words


def _steps(findings: Findings, desk: Desk) -> tuple[Suggestion, ...]:
    return (desk.tap(_RECALL), desk.tap(_FORGET)) if findings.memory else ()
