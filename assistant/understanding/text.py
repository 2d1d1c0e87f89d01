"""Text as the parsers read it: folded, in simplified characters, with its numbers in digits."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from assistant.terms import Language
from assistant.understanding.cantonese import read_cantonese
from assistant.understanding.mandarin import read_mandarin
from assistant.understanding.numerals import read_cn_number, write_digits
from assistant.understanding.said_numbers import read_said_numbers

if TYPE_CHECKING:
    from opencc import OpenCC

__all__ = ["detect_language", "fold_text", "read_cn_number", "space_scripts"]

_CJK = re.compile(r"[\u3400-\u9fff]")
_LETTER = re.compile(r"[a-z]", re.IGNORECASE)
_THOUSANDS = re.compile(r"(?<![\d.])(\d{1,3}(?:,\d{3})+)(?!\d)")

_BARE_POINT = re.compile(r"(?<![\w.])\.(?=\d)")  # '.75 carat'
_STUCK_PRICE = re.compile(  # 'under$60', 'budget3000'
    r"(?<=[a-z]{4})(?=[$€£¥]\d)|(?<=\bunder)(?=\d)|(?<=\bbudget)(?=\d)|(?<=\baround)(?=\d)|"
    r"(?<=\babout)(?=\d)|(?<=\bbelow)(?=\d)|(?<=\bmax)(?=\d)"
)
_HALVES = re.compile(r"(\d)(?: ?½| ?1[/⁄]2(?!\d)|½)")  # before NFKC makes '61⁄2' of '6½'

# Sounds made while thinking. '那个' is one only beside another, or before 'I' and 'you'.
_FILLERS = re.compile(
    r"\b(?:u+h+m*|u+m+|e+r+m*(?! huan)|h+m+|ah+(?! (?:ma|mah|kong|gong)\b)|eh|"
    r"(?:you know what|tell you what|(?:and |so )?you see|thing is|to be (?:honest|fair)|tbh|ngl|"
    r"not gonna lie|if i'm honest|honestly)(?=[, ])(?! (?:is|it|i|we|you|the|a|to|means?|they|"
    r"does|do)\b)|"
    r"(?:and |so |oh |actually |well )*(?:you know what|(?:i'?ll )?tell you what)|"
    r"you know(?=,| (?:nothing|something|a|an|the|like)\b))\b,?"
    r"|(?:[嗯呃]|唔(?=[,，.。…~\s我那就给有呃嗯帮请]|想(?:要|看|买)|$)|然后|(?<![一-龥])额)+[，,\s]*(?:那个(?:[，,\s]|"
    r"(?!戒|项|耳|手|吊|镯|链|坠)))?"
    r"|(?:那个[，,\s]*){2,}|(?<=[得是约概少多])那个(?=[零\d一二两三四五六七八九十])"
    r"|那个(?=[，,\s]*(?:[嗯呃唔]|就是|我|你|价格|预算))|(?<=[看要买找])(一下|"
    r"一个)?就是(?=[\u4e00-\u9fff])"
)
# What a topic names is a value, and no piece: '金属的话我要那个铂金', '改成那个玫瑰金'.
_THAT_VALUE = re.compile(
    r"((?:金属|材质|材料|石头|宝石|主石|颜色|款式|风格|扣子|成色|形状)(?:的话|方面|嘛|呢|啊|吧|上)*[,，\s]*"
    r"(?:我|就|还是|想|给我|那就|那|要|想要|选|用|来|换成|改成|看)+|(?:换成|改成|换做|改为)\s*)"
    r"那[个种](?!.*[的戒项耳手吊镯链坠款?？吗])"
)
# 'Size 53 can?', 'under 2000 ok or not?': asks for leave to wish, as in Singapore.
_TAG_QUESTION = re.compile(r"(?<=[^\s,，]) (?:can|ok|okay)(?: or not| anot)?(?: lah| ah)? ?\?+\s*$")
_DRY = re.compile(r"(?<=[\d一二两三四五六七八九])干(?=以|左右|块|元|吧|到|$)")  # 8干以内 for 8千
# '两千到呃两千到三千五': a range begun again.
_BEGUN_AGAIN = re.compile(r"(\d+)([到至~-])[,，\s]*\1\2")
_LATIN_BEFORE_NUMERAL = re.compile(r"(?<=[a-z]{3})(?=[一二两三四五六七八九十百千万])")
# A Latin word beside a Chinese one: 'rose gold的' is read as 'rose gold 的'.
_SCRIPTS_MEET = re.compile(r"(?<=[\u3400-\u9fff])(?=[a-z]{2})|(?<=[a-z]{2})(?=[\u3400-\u9fff])")


def detect_language(text: str) -> Language | None:
    """zh if any Chinese character stands in it, en if any Latin letter, None for digits alone."""
    if _CJK.search(text):
        return "zh"
    return "en" if _LETTER.search(text) else None


def fold_text(text: str) -> str:
    """Lower case, NFKC width, simplified characters, plain quotes and hyphens, no fillers, numbers
    in digits, single spaces, and a space where a Latin word meets a Chinese one.

    'Two thousand', '2k', '1,500' and '两千五' become 2000, 2000, 1500 and 2500.
    """
    folded = unicodedata.normalize("NFKC", _HALVES.sub(r"\1.5", text)).lower()
    folded = _BARE_POINT.sub("0.", re.sub(r"\.{2,}(?=\w)", "... ", folded))
    folded = _STUCK_PRICE.sub(" ", folded)
    if _CJK.search(folded):
        folded = read_cantonese(_simplifier().convert(folded))
    folded = folded.replace("’", "'").replace("‘", "'").replace("–", "-").replace("—", "-")
    folded = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", folded)
    folded = _THOUSANDS.sub(lambda match: match[1].replace(",", ""), folded)
    folded = _LATIN_BEFORE_NUMERAL.sub(" ", folded)
    folded = _FILLERS.sub(_without_filler, folded)
    folded = _THAT_VALUE.sub(r"\1", re.sub(r"\s+", " ", folded))
    folded = folded.replace("一块儿", "一起")  # and no yuan
    folded = _DRY.sub("千", folded)
    folded = _TAG_QUESTION.sub("", folded)
    folded = write_digits(read_said_numbers(folded))
    folded = _BEGUN_AGAIN.sub(r"\1\2", folded)
    folded = space_scripts(read_mandarin(folded))
    return re.sub(r"\s+", " ", folded).strip(" ")


def _without_filler(match: re.Match[str]) -> str:
    """A pause; a comma after a filler that ends a clause parts the clauses still."""
    ends_clause = (
        match[0].rstrip().endswith(",") and match.string[: match.start()].rstrip()[-1:].isalnum()
    )
    return match[1] or (", " if ends_clause else " ")


def space_scripts(text: str) -> str:
    """A space between Latin words (of two letters or more) and Chinese ones."""
    return _SCRIPTS_MEET.sub(" ", text)


@cache
def _simplifier() -> OpenCC:
    from opencc import OpenCC

    return OpenCC("t2s")
