"""No set, or no other piece for one: what there is none of, and which sizes come nearest."""

from __future__ import annotations

from assistant.answers.claims import set_claim
from assistant.answers.desk import Draft
from assistant.answers.options import option_words
from assistant.answers.verify_counts import sizes_value
from assistant.turn import Findings, GroundedReply, SizesBeside


def no_other(draft: Draft, kind: str, findings: Findings) -> GroundedReply:
    """The piece that was to be changed stays: nothing else would do in its place."""
    desk = draft.desk
    claims = [
        set_claim(desk.vocabulary.label("category", one, desk.language), "lacking", one)
        for one in findings.lacking
    ]
    named = desk.listed([claim.text for claim in claims]) or desk.say("piece", "首饰")
    draft.add(
        desk.say(
            f"I have no other {named} that would do there, so the {kind} stays as it is.",
            f"没有别的{named}符合这个条件，这套{kind}先保持不变。",
        ),
        *claims,
    )
    return draft.reply(suggestions=list(map(desk.tap, _WAYS_OUT)))


def none_at_all(draft: Draft, kind: str, findings: Findings) -> GroundedReply:
    """No set can be made: which kinds of piece there are none of, and which sizes, said plainly."""
    desk = draft.desk
    claims = [
        set_claim(desk.vocabulary.label("category", one, desk.language), "lacking", one)
        for one in findings.lacking
    ]
    if claims:
        named = desk.listed([claim.text for claim in claims], ("or", "或"))
        draft.add(
            desk.say(
                f"I cannot put a {kind} together: nothing we have will do as the {named}.",
                f"暂时配不出一套{kind}：没有符合这些条件的{named}。",
            ),
            *claims,
        )
    else:
        draft.add(
            desk.say(
                f"I cannot put a {kind} together from what we have.",
                f"以现有的货品，暂时配不出一套{kind}。",
            )
        )
    for beside in findings.sizes_beside:
        _no_such_size(draft, beside)
    return draft.reply(suggestions=list(map(desk.tap, _WAYS_OUT)))


_WAYS_OUT = (
    ("Any budget", "any price", "不限预算", "不限预算"),
    ("Any metal", "any metal", "材质不限", "材质不限"),
)


def _no_such_size(draft: Draft, beside: SizesBeside) -> None:
    """'None that meets your other wishes comes in US 8 3/4 / 58 mm; the nearest sizes are ...'."""
    desk = draft.desk
    wished, *others = (
        option_words(desk.vocabulary, beside.slot, f"{one:g}", desk.language)
        for one in (beside.wished_mm, *beside.sizes_mm)
    )
    listed = desk.listed(others)
    text = desk.say(
        f"None that meets your other wishes comes in {wished}; "
        f"the nearest {'are' if len(others) > 1 else 'is'} {listed}",
        f"符合其他条件的没有{wished}的，最接近的有{listed}",
    )
    claim = set_claim(text, "nearest_sizes", sizes_value(beside))
    draft.add(desk.say(f"{text}.", f"{text}。"), claim)
