"""A size said again by its number alone: 'make it 58', 'sorry, it is a V', 'no, 6 and a half';
or its scale by itself: 港码, 'it is the mainland's'.

Which kind of size it is follows from the one that stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant import measures
from assistant.constraints import Constraints, Edit, Want
from assistant.understanding.ring_sizes import bare_scale, on_another_scale

_TURNS = (
    r"(?:(?:no|sorry|sry|oops|wait|hmm|actually|rather|i (?:mean(?:t)?|think|believe)(?: it'?s)?|"
    r"(?:make|change) (?:it|that|the size)(?: to)?|(?:scratch|strike|scrap|forget) (?:that|it)|"
    r"my bad|my mistake|(?:i )?(?:just|double|re)?[ -]?checked(?: again)?|turns out|"
    r"(?:she|he|i)(?:'s|'m| is| am| takes?| wears?)(?: actually| really)?|(?:her|his|my) (?:size|"
    r"finger) is|she|he|"
    r"it(?:'s| is| was| should be)|should be|to|or|"
    r"let's (?:say|do|make it)|more like|maybe|was mistaken|mistaken|i|it|is|not|the size|size|a|"
    r"an|"
    r"不好意思|抱歉|不对|不是|不|是|应该是|说错了|我?记错了|打错了|还是|改成|改为|换成|改|那就|就|圈口|尺寸)(?![a-z])[\s,;，.]*)+"
)
_AFTER = (
    r"(?:[\s,，.]*(?:actually|rather|instead|then|please|i think|mm|毫米|吧|好了|就行|才对|的|了))*"
    r"[\s.!。]*$"
)
_SIZE = r"\d{1,2}(?:\.\d)?"
_OTHER = rf"(?:[\s,，.]*(?:and )?(?:not|不是|instead of|rather than) (?:a )?{_SIZE}(?:号|码)?)"
_NUMBER = re.compile(
    rf"(?:{_TURNS}|(?:not|不是) ?(?:a )?{_SIZE}[\s,，.]*(?:but |是|要)?|"
    rf"{_SIZE}(?:号|码)? ?(?:is|was|太|偏|有点|怕是|好像|可能|估计|似乎|恐怕)* ?(?:too |a bit |a "
    rf"little )?"
    r"(?:small|big|tight|loose|小|大|紧|松)了?"
    rf"[\s,，.]*(?:so |要|换|改)*)(?P<n>{_SIZE}){_OTHER}?{_AFTER}|"
    rf"(?P<m>{_SIZE})(?:{_OTHER}|[\s,]*(?:instead|actually|rather|then|please)){_AFTER}"
)
_LETTER = re.compile(rf"{_TURNS}(?P<l>[h-z])(?P<half> ?(?:½|1/2|and a half))?{_AFTER}")
# With a ring wished for a letter is a British size, and not a garment's.
_FIRST_LETTER = re.compile(
    r"(?:in |a |an |i'm |i am |it's |it is |she's |he's |she is |he is |we need |i need |i wear |"
    r"she wears |he wears |my |her |his |ring |finger |is |,|我|她|他|的|是|戴|要|尺寸|码|号|\s)*"
    r"(?:sizes?|尺寸|尺码|size 是)(?: is| of|:|是|\s)*(?P<l>[g-z])"
    r"(?P<half> ?(?:½|1/2|and a half|半))?"
    r"(?:码|号|的|吧|,|please|\s)*[.!。]*"
)


def sizes_again(text: str, standing: Constraints) -> Iterator[Edit]:
    """The size that folded ``text`` corrects; nothing where no size stands."""
    if (scale := bare_scale(text)) and (mm := standing.number("ring_size_mm")):
        other = on_another_scale(mm, scale)
        if other is not None:
            yield Want("ring_size_mm", other)
        return
    letter = _FIRST_LETTER.fullmatch(text) if "ring" in standing.terms("category") else None
    if letter and standing.number("ring_size_mm") is None:
        mm = measures.uk_ring_to_mm(letter["l"], half=bool(letter["half"]))
        yield Want("ring_size_mm", round(mm, 1))
        return
    ring, bangle = standing.number("ring_size_mm"), standing.number("bangle_mm")
    if ring is None and bangle is None:
        return
    if match := _NUMBER.match(text):
        number = float(match["n"] or match["m"])
        if bangle is not None and 45 <= number <= 75:
            yield Want("bangle_mm", number)
        elif ring is not None and 40 <= number <= 75:
            yield Want("ring_size_mm", number)
        elif ring is not None and 3 <= number <= 16:
            yield Want("ring_size_mm", round(measures.us_ring_to_mm(number), 1))
    elif ring is not None and (match := _LETTER.match(text)):
        mm = measures.uk_ring_to_mm(match["l"], half=bool(match["half"]))
        yield Want("ring_size_mm", round(mm, 1))
