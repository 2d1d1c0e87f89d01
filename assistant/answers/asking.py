"""The one question of a turn, with how many pieces each answer leaves where that was counted."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import Ask
from assistant.answers.claims import tally_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.options import option_words
from assistant.answers.relaxing import WISH_NAMES
from assistant.turn import Claim, GroundedReply, Question, Suggestion

_LEADS: Mapping[str, tuple[str, str]] = {
    "category": ("What kind of piece", "想要哪一类"),
    "metal": ("Which metal", "想要哪种金属"),
    "metal_colour": ("Which metal colour", "金属喜欢哪种颜色"),
    "stone": ("Which stone", "想要哪种宝石"),
    "stone_colour": ("Which stone colour", "宝石喜欢什么颜色"),
    "purity": ("Which fineness", "想要哪种成色"),
    "style": ("Which style", "喜欢哪种风格"),
    "occasion": ("What is the occasion", "是什么场合"),
    "recipient": ("Who is it for", "送给谁"),
    "cut": ("Which cut", "喜欢哪种切工"),
    "setting": ("Which setting", "喜欢哪种镶嵌"),
    "clasp": ("Which clasp", "想要哪种扣头"),
    "ring_size_mm": ("Which ring size do you mean", "您说的是哪种戒指号"),
    "bangle_mm": ("Which inner diameter", "圈口要多大"),
    "length_mm": ("Which length", "要多长"),
    "product": ("Which one do you mean", "您说的是哪一件"),
}
_OTHER = ("Which do you mean", "您指的是哪一种")


def ask(action: Ask, desk: Desk) -> GroundedReply:
    """A question that must be answered before anything else."""
    question, draft = action.question, Draft(desk)
    labels = [_label(question.slot, one, desk) for one in question.options]
    draft.add(*_plain(question, labels, desk))
    suggestions = [
        Suggestion(
            label, one if question.slot == "product" else label.partition(desk.say(" (", "（"))[0]
        )
        for label, one in zip(labels, question.options, strict=True)
    ]
    return draft.reply((), question, suggestions)


def add_question(draft: Draft, question: Question) -> None:
    """A follow-up question as the draft's next sentence."""
    desk = draft.desk
    labels = [_label(question.slot, one, desk) for one in question.options]
    if len(question.counts) != len(question.options):
        draft.add(*_plain(question, labels, desk))
        return
    lead = _lead(question, desk)
    claims, parts = [Claim(lead, "question", question.slot, list(question.options))], []
    for option, label, count in zip(question.options, labels, question.counts, strict=True):
        text = desk.say(f"{label} ({count})", f"{label}（{count}）")
        parts.append(text)
        claims.append(tally_claim(text, question.slot, option, count))
    listed = desk.listed(parts, ("or", "还是"))
    draft.add(desk.say(f"{lead}: {listed}?", f"{lead}：{listed}？"), *claims)


def skip(question: Question, desk: Desk) -> tuple[Suggestion, ...]:
    """A way past the question."""
    names = WISH_NAMES.get(question.slot)
    if names is None:
        return ()
    return (desk.tap(("No preference", names[1], "都可以", names[3])),)


def _plain(question: Question, labels: list[str], desk: Desk) -> tuple[str, Claim]:
    listed, lead = desk.listed(labels, ("or", "还是")), _lead(question, desk)
    text = desk.say(f"{lead}: {listed}?", f"{lead}：{listed}？")
    return text, Claim(text, "question", question.slot, list(question.options))


def _lead(question: Question, desk: Desk) -> str:
    return desk.say(*_LEADS.get(question.slot, _OTHER))


def _label(slot: str, option: str, desk: Desk) -> str:
    if option in desk.products:
        return desk.name(desk.products[option])
    return option_words(desk.vocabulary, slot, option, desk.language)
