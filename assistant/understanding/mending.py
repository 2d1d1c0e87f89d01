"""Slips in the vocabulary's own words: 'braclet', 'neckalce', 'platnium', 'undr 3000', '价格不线'.

A word is mended where it is no word of English, of the vocabulary or of a merchant's names, and one
term's word lies a slip away (two in a long word), nearer than any other. So an exact word is never
beaten, and an ordinary one never becomes a term. Slips that lie further off, or in Chinese, are
data of the vocabulary.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from assistant.terms import Vocabulary
from assistant.understanding.homophones import Homophones
from assistant.understanding.lexicon import is_english
from assistant.understanding.mandarin import read_mandarin
from assistant.understanding.spelling import CUE_WORDS

# Words that wishes are made of beside the vocabulary's: amounts, bounds, letting go.
_WISH_WORDS = re.findall(
    r"\w+",
    "under below over above between around about budget price cheaper expensive maximum minimum "
    "thousand hundred dollars pounds euros yuan carat carats grams inch inches size without "
    "except instead anything whatever matter metal metals stone stones colour color style "
    "certificate weight length clasp setting jewellery jewelry looking present stock available "
    "delivery actually stupid ",
)
_SHORT = {
    "loking": "looking", "lookin": "looking", "undr": "under", "undre": "under", "abve": "above",
    "wthout": "without", "wihtout": "without", "w/o": "without", "w/": "with", "ment": "meant",
    "poss": "possible", "wich": "which", "inchs": "inches", "fien": "fine", "不线": "不限",
    "预标": "预算", "预祘": "预算", "予算": "预算", "简月": "简约", "圈口安": "圈口按",
    "尺寸安": "尺寸按", "撒子": "什么", "啥子": "什么", "无所胃": "无所谓", "一块儿": "一起",
    "百色": "白色", "gday": "hello", "无所位": "无所谓", "怎么良": "怎么量", "信用咔": "信用卡",
    "咔麻": "卡吗", "声日": "生日", "线货": "现货", "砖石": "钻石", "第一各": "第一个",
    "第二各": "第二个", "第三各": "第三个", "陪育": "培育",
}  # fmt: skip
_WORD = re.compile(r"(?<![a-z0-9'.-])[a-z]{4,}(?![a-z0-9'.-]|\d)")
_ANY_WORD = re.compile(r"[a-z]+")
_CJK = re.compile(r"[\u3400-\u9fff]")
_SHORTEST = 4
_LONG = 8


class Mender:
    """Mends slips in folded text. ``names`` are a merchant's own, whose words stay as they are."""

    def __init__(self, vocabulary: Vocabulary, names: Iterable[str] = ()) -> None:
        said = (word for phrase in vocabulary.phrases for word in _ANY_WORD.findall(phrase.words))
        terms = {word for word in (*said, *_WISH_WORDS, *CUE_WORDS) if len(word) >= _SHORTEST}
        self._terms = sorted(terms.union(map(_plural, terms)))
        names = tuple(names)
        own = {word for name in names for word in _ANY_WORD.findall(name.lower())}
        self._known = own.union(self._terms)
        slips = {**_SHORT, **vocabulary.slips}
        self._slips = {slip: word for slip, word in slips.items() if slip not in own}
        self._slip = _any_of(self._slips)
        meant = (phrase.words for phrase in vocabulary.phrases if phrase.means)
        known = (phrase.words for phrase in vocabulary.phrases)
        self._homophones = Homophones(meant, known, names)
        self._nearest = lru_cache(maxsize=4096)(self._find_nearest)

    def mend(self, text: str) -> str:
        """Folded ``text`` with the slips in its wishes mended."""
        text = self._slip.sub(lambda match: self._slips[match[0]], text)
        heard = self._homophones.mend(text)
        text = text if heard == text else read_mandarin(heard)
        return _WORD.sub(lambda match: self._mend(match[0]), text)

    def _mend(self, word: str) -> str:
        if word in self._known or is_english(word):
            return word
        return self._nearest(word) or word

    def _find_nearest(self, word: str) -> str | None:
        from rapidfuzz.distance import OSA

        most = 2 if len(word) >= _LONG else 1
        near: list[tuple[int, str]] = []
        for term in self._terms:
            if term[0] == word[0] and abs(len(term) - len(word)) <= most:
                distance = OSA.distance(word, term, score_cutoff=most)
                if distance <= most:
                    near.append((distance, term))
        if not near:
            return None
        near.sort(key=lambda one: (one[0], abs(len(one[1]) - len(word))))
        best = near[0]
        nearest = [term for distance, term in near if distance == best[0]]
        for is_likelier in (_has_letters_of, _is_swapped):  # a letter lost or doubled, two swapped
            if len({_root(term) for term in nearest}) > 1:
                nearest = [term for term in nearest if is_likelier(word, term)]
        return nearest[0] if len({_root(term) for term in nearest}) == 1 else None


def _any_of(slips: Iterable[str]) -> re.Pattern[str]:
    """Finds each slip: a Chinese one anywhere, a Latin one as a whole word."""
    by_length = sorted(slips, key=len, reverse=True)
    return re.compile(
        "|".join(
            re.escape(slip)
            if _CJK.search(slip)
            else rf"(?<![a-z0-9']){re.escape(slip)}(?![a-z0-9'])"
            for slip in by_length
        )
    )


def _has_letters_of(word: str, term: str) -> bool:
    """Does one of them hold the other's letters, as when a letter is lost, doubled or swapped?"""
    said, meant = Counter(word), Counter(term)
    return not said - meant or not meant - said


def _is_swapped(word: str, term: str) -> bool:
    return Counter(word) == Counter(term)


def _plural(word: str) -> str:
    if word.endswith(("ch", "sh", "x", "z")):
        return f"{word}es"
    return word if word[-1] in "sy" else f"{word}s"


def _root(word: str) -> str:
    word = re.sub(r"(?<=ch|sh|.x|.z)es$", "", word)
    return word.removesuffix("s").replace("colour", "color").replace("fibre", "fiber")
