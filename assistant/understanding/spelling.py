"""Slips of the keyboard in the words that give an act away: 'sart over', 'chepest', 'u', 'abt'.

Only cue words: those of the vocabulary are mended where they are looked up. A word is mended where
a cue word lies one slip away (two in a long one) and begins alike, or where its consonants are a
cue word's ('shp'). Words of English and of the vocabulary are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from assistant.understanding.lexicon import is_common_english, is_english

_SHORT = {
    "ur": "your", "ya": "you", "pls": "please", "plz": "please", "abt": "about", "wat": "what",
    "wut": "what", "whats": "what's", "hw": "how", "hv": "have", "hav": "have", "ny": "any",
    "kk": "ok", "ty": "thanks", "thx": "thanks", "tks": "thanks", "bt": "but", "dis": "this",
    "dat": "that", "wanna": "want to", "gimme": "give me", "lemme": "let me", "cos": "because",
    "cuz": "because", "teh": "the", "tht": "that", "hows": "how's", "wheres": "where's",
    "compair": "compare", "hwo": "how", "waht": "what", "wich": "which", "whcih": "which",
    "thsi": "this", "tihs": "this", "taht": "that", "adn": "and", "yuo": "you", "yoru": "your",
    "youre": "you're", "wiht": "with", "iwth": "with", "fro": "for", "thw": "the", "hte": "the",
    "nad": "and", "whta": "what", "wahts": "what's", "wats": "what's", "moer": "more",
    "mroe": "more", "mor": "more", "cheeper": "cheaper", "cheper": "cheaper",
    "nevermnid": "never mind", "remeber": "remember", "rember": "remember",
    "remmeber": "remember", "remeberd": "remembered", "pleas": "please", "doesnt": "doesn't",
    "didnt": "didn't", "isnt": "isn't", "arent": "aren't", "wasnt": "wasn't",
    "wouldnt": "wouldn't", "shouldnt": "shouldn't", "couldnt": "couldn't", "havent": "haven't",
    "hasnt": "hasn't", "thats": "that's", "theyre": "they're", "shes": "she's", "ive": "i've",
    "sav": "save", "les": "less", "iam": "i am", "silverearings": "silver earrings",
    "dosnt": "doesn't", "dosent": "doesn't", "nowt": "nothing", "owt": "anything",
    "gday": "hello", "whatcha": "what have you", "cani": "can i", "canu": "can you",
    "iwant": "i want", "gud": "good", "wnat": "want", "whant": "want", "knwo": "know",
    "sohw": "show", "shwo": "show", "im": "i'm", "ill": "i'll", "dont": "don't", "cant": "can't",
    "nt": "not", "wth": "with",
}  # fmt: skip
CUE_WORDS = tuple(
    """
    about add added address again another appointment arrive available basket before better between
    bigger birthday book box boxes bring cancel care change cheaper cheapest clean compare
    comparison convert cost credit delete deliver delivery difference different discount engrave
    engraved engraving everything exchange expensive favourite favourites fifth finger first forget
    fourth gift goodbye guarantee heavy hello help hours human ignore instalments large larger list
    located long looking looks many mean measure metal metals much newest nickel only open opening
    options order other payment person please policy polish previous price problem question raise
    receive recommend refund remember repair replace reserve reset resize resized restart return
    robot save search second ship shipping show shower similar size small smaller somebody someone
    something speak staff start stock store stupid swap swim take talk tarnish thank thanks their
    these they thinner third those undo useless warranty water waterproof wear weigh weight where
    which wider without wrap wrapping wrong
    """.split()  # noqa: SIM905 - a list of words reads better as words
)
_CUES = frozenset(CUE_WORDS)
_NAMES = frozenset({"alipay", "wechat", "paypal", "klarna", "applepay", "fedex", "whatsapp"})
_BEGINS = frozenset(
    {"a", "i", "an", "my", "to", "in", "of", "so", "no", "we", "it", "if", "or", "on", "do"}
)
_ENDS = frozenset({"be", "it", "me", "up", "to", "in", "is", "u"})
_WORD = re.compile(r"(?<![a-z0-9'])[a-z']+(?![a-z0-9'$])")
# Letters that are ring sizes too: 'UK size R'.
_ARE = re.compile(r"(?<![a-z0-9'])r(?= (?:u|you|ya|they|these|those|there|we)\b)|(?<=how )r\b")
_YOU = re.compile(r"(?<![a-z0-9'])(?<!size )(?<!uk )u(?![a-z0-9'])")
_WITH = re.compile(r"(?<![a-z0-9'.])w(?= [a-z]{2})|(?<![a-z0-9'])w/(?=\s?[a-z]{2})")
# Slips that make another word, told by what stands beside them.
_BESIDE: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(said), meant)
    for said, meant in (
        (  # as it is said in Leeds and Dublin
            r"\bme(?= (?:aunt(?:ie|y)?|uncle|niece|nephew|cousin|nan|nana|gran|granny|grandad|"
            r"mam|mum|ma|da|"
            r"dad|mate|missus|wife|husband|hubby|sis|sister|bro|brother|daughter|son|girlfriend|"
            r"boyfriend|fella|lass|mother|father|old man|budget|finger|ring size|ears)\b)",
            "my",
        ),
        (r"\by'?all(?: all)?\b|\b(?:ye|youse|yous|yiz)\b(?! olde)", "you"),
        (r"(?<=[a-z] )4(?= (?:my|me|her|him|a|the|m[ou]m|dad|us)\b)", "for"),
        (r"\broes(?= gold| quartz)", "rose"),
        (r"\b(?:whit|wight|withe)(?= gold)", "white"),
        (
            r"\b(?:god|gols|goal|glad)(?= (?:rings?|neck\w+|bracelets?|bangles?|earrings?|"
            r"chains?)\b)",
            "gold",
        ),
        (r"\b(?:princes|princesses|princess's)(?= cut)", "princess"),
        (r"(?<=\d )(?:carts?|crats?|carets?|karots?)\b(?! gold)", "carat"),
        (r"(?<=\d)( ?)(?:cmm|cn|ccm|cms)\b", r"\1cm"),
        (r"\bat (?:lest|leats|leest|lease|leas)(?= )", "at least"),
        (r"\bat (?:mots|mosts|mst)\b", "at most"),
        (r"(?<=less |more )then(?= [$€£¥]?\d)|(?<=cheaper )then(?= [$€£¥]?\d)", "than"),
        (
            r"(?<=for )(?:may|me)(?= (?:wife|husband|m[ou]m|mother|dad|father|sister|brother|"
            r"daughter|son|"
            r"girlfriend|boyfriend|friend)\b)",
            "my",
        ),
        (r"\bits(?= (?:for|a|an|my|our|not|too|to|her|his)\b)", "it's"),
        (r"\b(?:wit|wih)(?= (?:a|an|no|the)\b)", "with"),
        (r"(?<=doesn't )mat+er\b|(?<=don't )mat+er\b|(?<=not )mater\b", "matter"),
        (r"\bin (?:steed|stead)(?! of)\b", "instead"),
    )
)
_VOWELS = re.compile(r"[aeiou]")
_SHORTEST, _LONG = 4, 8
_SKELETONS = {_VOWELS.sub("", word): word for word in CUE_WORDS if len(word) > 3}


def mend_cues(text: str, known: Collection[str] = ()) -> str:
    """Folded ``text`` with short forms written out and slips in cue words mended. ``known`` are
    words that stay as they are."""
    text = _WITH.sub("with", _YOU.sub("you", _ARE.sub("are", text)))
    text = _WORD.sub(lambda match: _mend(match[0], known), text)
    for said, meant in _BESIDE:
        text = said.sub(meant, text)
    return text


def _mend(word: str, known: Collection[str]) -> str:
    if word in _SHORT:
        return _SHORT[word]
    stem = word.removesuffix("s")
    if {word, stem} & _CUES or word in known or is_english(word) or is_english(stem):
        return word
    return _nearest(word) or _swapped_back(word) or _parted(word, known) or word


@lru_cache(maxsize=4096)
def _swapped_back(word: str) -> str | None:
    """The everyday word of which two neighbouring letters are swapped: 'cna', 'wehn', 'lpease'."""
    if "'" in word or len(word) < _SHORTEST - 1:
        return None
    swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    meant = [one for one in swaps if one != word and is_common_english(one)]
    return meant[0] if len(meant) == 1 else None


def _parted(word: str, known: Collection[str]) -> str | None:
    """Two everyday words typed as one: 'wouldbe', 'somethingvintage', 'iam'."""
    if "'" in word or len(word) < _SHORTEST - 1 or word in _NAMES:
        return None
    halves = [
        (word[:at], word[at:])
        for at in range(1, len(word))
        if _stands_alone(word[:at], known, _BEGINS) and _stands_alone(word[at:], known, _ENDS)
    ]
    best = max(halves, key=lambda pair: min(map(len, pair)), default=None)
    return " ".join(best) if best else None


def _stands_alone(part: str, known: Collection[str], little: Collection[str]) -> bool:
    if len(part) < _SHORTEST - 1:
        return part in little
    return part in _CUES or part in known or is_common_english(part)


@lru_cache(maxsize=4096)
def _nearest(word: str) -> str | None:
    if "'" in word:
        return None
    if len(word) >= _SHORTEST - 1 and not _VOWELS.search(word):
        return _SKELETONS.get(word)
    if len(word) < _SHORTEST:
        return None
    from rapidfuzz.distance import OSA

    most = 2 if len(word) >= _LONG else 1
    near = [
        (OSA.distance(word, cue), cue)
        for cue in CUE_WORDS
        if cue[0] == word[0] and abs(len(cue) - len(word)) <= most and len(cue) >= _SHORTEST
    ]
    distance, cue = min(near, default=(most + 1, ""))
    return cue if distance <= most else None
