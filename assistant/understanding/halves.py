"""What one of a couple wishes for the own ring: 'no stones in his', '她的要玫瑰金'.

The clause says whose ring it is of; what it wishes is that ring's alone. A clause that names both
('his and hers in gold') or neither speaks of the two.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from assistant.constraints import apply_edits
from assistant.turn import Member
from assistant.understanding.mentions import Mention
from assistant.understanding.wishes import read_edits

HIS = re.compile(
    r"\b(?:his(?! (?:mother|mum|mom|father|dad|sister|brother|family|parents|friend))|he|him|"
    r"he's|husband's|groom's|boyfriend's|man's|men's)\b|"
    r"他|男(?!票|朋友)(?:款|戒|的|方|士|生)?|老公|新郎|男友"
)
HERS = re.compile(
    r"\b(?:her(?! (?:mother|mum|mom|father|dad|sister|brother|family|parents|friend))|hers|she|"
    r"she's|wife's|bride's|girlfriend's|woman's|women's|ladies')\b|"
    r"她|女(?:款|戒|的|方|士|生)?|老婆|新娘|女友"
)
_BOTH = re.compile(
    r"\b(?:his|him) (?:and|&|n) hers?\b|\bhers? (?:and|&|n) hi[sm]\b|\b(?:both|each)\b|"
    r"男女|两[个枚只人]都|都要"
)
_CLAUSE = re.compile(
    r"[,，.。;；、]|\b(?:and|but|while|whereas|with(?= (?:his|hers?)\b))\b| (?=[他她男女])"
)
# Of the whole pair, whoever says so, or none of a ring's.
OF_THE_PAIR = frozenset(
    {"category", "recipient", "occasion", "in_stock", "deliver_by", "ring_size_mm", "allergies"}
)


def wishes_of_halves(
    text: str,
    mentions: Sequence[Mention],
    members: Sequence[Member],
    whose: Callable[[str], int | None],
) -> tuple[tuple[Member, ...], tuple[str, ...]]:
    """The two members with what folded ``text`` wishes for one of them, and the slots it spoke of.
    ``whose`` tells the place of the one that a clause names."""
    own, slots = list(members), list[str]()
    if _BOTH.search(text):
        return tuple(own), ()
    for start, end in _clauses(text):
        place = whose(text[start:end])
        inside = [one for one in mentions if start <= one.start < end]
        if place is None:
            continue
        clause = " " * start + text[start:end]
        edits = [
            edit
            for edit in read_edits(clause, inside, (), own[place].wishes, "")
            if edit.slot not in OF_THE_PAIR
        ]
        if edits:
            own[place] = Member(own[place].category, apply_edits(own[place].wishes, edits))
            slots += [edit.slot for edit in edits]
    return tuple(own), tuple(dict.fromkeys(slots))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _CLAUSE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
