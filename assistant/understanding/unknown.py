"""Words of a wish that neither the vocabulary nor ordinary language explains: said aloud as
unknown, and searched for by meaning.

Precision comes first: a word that people use of anything is no unknown word, and of Chinese only
what the dictionary itself takes for a name (沙弗莱, 帕拉伊巴), where a material or a maker would
stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.understanding.amount import Amount
from assistant.understanding.lexicon import cut_chinese, is_common_english, is_english
from assistant.understanding.mentions import Mention
from assistant.understanding.unknown_looks import find_unknown_looks

_LATIN = re.compile(r"(?<![a-z0-9'./@#-])[a-z]{3,}(?![a-z0-9@/'-]|\.[a-z])")
_CJK_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_ENDINGS = ("s", "es", "ed", "ing", "er", "est", "ly", "ish", "y", "d", "able", "ness", "less")
# Short forms and shop talk that a list of printed words lacks.
_PLAIN = frozenset(
    re.findall(
        r"\w+",
        "ish pls plz thx tks btw omg tbh idk imo lol lmao rofl asap etc nvm kinda sorta gonna "
        "wanna gotta gimme lemme dunno cuz coz cos bday xmas prezzie pressie fiance fiancee "
        "hubby wifey hiya yep yup nope yeah yay hmm umm err ahh ooh aww haha hehe app wifi "
        "online website webpage url email chatbot ai gpt bot emoji selfie insta instagram "
        "tiktok pinterest youtube whatsapp wechat weibo taobao tmall cny usd eur gbp hkd rmb "
        "sgd yuan kuai quid gifting giftable stackable wearable resize resized birthstone "
        "birthstones wishlist alipay paypal resizing resizable engraving engravable dangly "
        "dangle blingy shimmery twinkly sparkly chunky dainty filigree heirloom keepsake "
        "hypoallergenic allergic metallic gemstones gemstone jewellery jewelry jeweller jeweler "
        "karat karats carat carats hallmark budget budgets colour coloured colours favourite "
        "grey jewellers unisex adjustable size sizes thirtieth fortieth fiftieth sixtieth "
        "seventieth eightieth ninetieth hundredth qixi mum mums mumma nan gran grannies auntie "
        "aunties anot leh lah lor liao sia meh hor owt nowt summat howya howdy fixin gonna "
        "innit luv ducky "
        "hiii heya sup wassup yallah ji bhai arre acha accha kindly teen tween preteen toddler ",
    )
)
# jieba's tags of names: people, transliterations, places, makers.
_NAME_TAGS = frozenset({"nr", "nrt", "nrfg", "nz", "nt"})
_MADE_OF_SOMETHING = frozenset({"category", "metal", "stone", "stone_colour", "metal_colour"})
_HEAD_AFTER = re.compile(r"^\s*(?:的|款|家的|牌的?|风格的?|品牌的?)?\s*$")
_ASKS_BEFORE = re.compile(
    r"(?:要|找|买|看|有|有没有|来|卖|带|镶|喜欢|戴)(?:一?[个条对枚只款颗]|点|些)?$"
)
_NOT_NAMES = re.compile(
    r"^(?:宝石|小红书?|小米|双十一|小仙女|明星|阿姨|老师|小姐|先生|宝宝|亲爱|安娜|小样|小巧|高级|"
    r"高档|显白|"
    r"百搭|大牌|周年|万元|千元|多少|马上|明天|今天|昨天|白天|时候)"
)


def find_unknown(
    text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]
) -> tuple[str, ...]:
    """The unknown words of a wish in folded, mended ``text``, in reading order.

    Only what is left beside ``mentions`` and ``amounts`` is looked at, and ``mentions`` that the
    vocabulary lists as strangers ('tiger eye').
    """
    mentions = tuple(mentions)
    strange = [(one.start, text[one.start : one.end]) for one in mentions if one.phrase.is_stranger]
    left = _blank(
        text, [*((m.start, m.end) for m in mentions), *((a.start, a.end) for a in amounts)]
    )
    looks = find_unknown_looks(left, text, mentions)
    left = _blank(left, [(at, at + len(words)) for at, words in looks])
    strange += looks
    strange += _unknown_latin(left)
    strange += _unknown_chinese(left, mentions)
    return tuple(dict.fromkeys(words for _, words in sorted(strange)))


def find_looks(
    text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]
) -> list[tuple[int, str]]:
    """The unknown looks and shades of folded ``text`` and where they stand."""
    mentions = tuple(mentions)
    spans = [(m.start, m.end) for m in mentions] + [(a.start, a.end) for a in amounts]
    return find_unknown_looks(_blank(text, spans), text, mentions)


_SHARE = 0.4  # of what is said, for the rest are words like 'with a ... vibe'


def is_an_unknown_look(text: str, mentions: Iterable[Mention], amounts: Iterable[Amount]) -> bool:
    """Is folded ``text`` hardly more than an unknown look or shade: '走韩系的', 'old money vibe'?
    Between shopper and jeweller that wishes for it."""
    looks = find_looks(text, mentions, amounts)
    said = sum(not one.isspace() for one in text)
    return sum(len(name) for _, name in looks) >= _SHARE * said > 0


def _blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    chars = list(text)
    for start, end in spans:
        chars[start:end] = "\0" * (end - start)
    return "".join(chars)


def _unknown_latin(text: str) -> list[tuple[int, str]]:
    """Unknown Latin words; neighbours are one name: 'paraiba tsavorite'."""
    found: list[tuple[int, str]] = []
    end = -2
    for match in _LATIN.finditer(text):
        word = match[0]
        if _is_explained(word) or (is_english(word) and not _modifies(text, match.end())):
            continue
        if found and match.start() == end + 1:
            start, before = found[-1]
            found[-1] = (start, f"{before} {word}")
        else:
            found.append((match.start(), word))
        end = match.end()
    return found


def _modifies(text: str, end: int) -> bool:
    """A rare word is somebody's tea or town; right before a term it is what the term is made of."""
    return text[end : end + 2] == " \0"


def _is_explained(word: str) -> bool:
    if word in _PLAIN or is_common_english(word) or not re.search(r"[aeiouy]", word):
        return True
    stems = [word.removesuffix(end) for end in _ENDINGS if word.endswith(end)]
    stems += [stem + "e" for stem in stems] + [
        stem[:-1] for stem in stems if stem[-2:-1] == stem[-1:]
    ]
    return any(len(stem) >= 3 and (stem in _PLAIN or is_common_english(stem)) for stem in stems)


def _unknown_chinese(text: str, mentions: Sequence[Mention]) -> list[tuple[int, str]]:
    """Names in the place of a material: right before a term, or right after 'want' at the end."""
    found: list[tuple[int, str]] = []
    for run in _CJK_RUN.finditer(text):
        at = run.start()
        name, start = "", at
        for word, tag in [*cut_chinese(run[0]), ("", "")]:
            if _could_be_name(word, tag, bool(name)):
                start = start if name else at
                name += word
            elif name:
                if _stands_for_a_material(text, start, at, mentions) and len(name) >= 2:
                    found.append((start, name))
                name = ""
            at += len(word)
    return found


def _could_be_name(word: str, tag: str, goes_on: bool) -> bool:
    if not word or _NOT_NAMES.match(word):
        return False
    return tag in _NAME_TAGS or (goes_on and tag in ("n", "ns", "ng") and len(word) <= 2)


def _stands_for_a_material(text: str, start: int, end: int, mentions: Sequence[Mention]) -> bool:
    after = next((one for one in mentions if one.start >= end and one.means), None)
    is_piece = after is not None and bool(_MADE_OF_SOMETHING & after.means.keys())
    if after is not None and is_piece and _HEAD_AFTER.match(text[end : after.start]):
        return True
    rest = text[end:].strip(" 的吗呢吧啊嘛么有没?？!！。.,，")
    return not rest and bool(_ASKS_BEFORE.search(text[:start].rstrip()))
