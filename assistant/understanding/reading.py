"""What the reading of an intent takes and gives: a sentence with its cues, and the intent."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from assistant.turn import HandOverKind, Intent, Order
from assistant.understanding.cues import goods, lore
from assistant.understanding.cues.fields import ASKED_SLOT, FIELDS, IS_IT

Key = TypeVar("Key", bound=str)

_WORDS = re.compile(r"[a-z']+|[\u3400-\u9fff]")
_FILLERS = re.compile(
    r"\b(?:um+|uh+|er+|hmm+|oh|ah|well|like|so|ok(?:ay)?)\b|[啊呀哎嗯呃哦额吧呢啦哈嘿]"
)
_SHOULD_BE = re.compile(
    r"(?:^|(?<=[.!] ))(?:(?:and|but|so|oh|also|ideally|but then|well)[ ,]+)*(?:(?:it|they|that|"
    r"this|these) )?"
    r"(?:should|must|would|ought to|needs? to|ha(?:s|ve)(?: got)? to|"
    r"(?:'s|'ve) got to|got to|gotta) "
    r"(?:ideally |preferably |really |at least |also |definitely )*(?:be|have|come|contain|carry|"
    r"cost|weigh|measure|fit|stay)\b"
)
_TURNS = re.compile(
    r"(?:换(?!货|季)|改)(?:成|为|看|要)?|\b(?:switch|change)(?: it| that)? to\b|\binstead\b|"
    r"\bmake it\b|\btake back what\b|\bchanged? my mind\b|\bit is\W*$"
)
# 'And if it was an emerald?' looks at emeralds.
_WHAT_IF = re.compile(
    r"\b(?:what|how about|and|or|hmm),? if (?:it|they|that|the \w+) (?:was|were|is|are|had|came)"
    r"(?: made)?(?: (?:in|of|with|an?))?\b(?! too| not)|(?:如果|要是|假如)(?:换成|改成|是|"
    r"用).{1,12}呢"
)
_ASKED_AT_THE_END = re.compile(
    r"[?？吗么呢]\s*$|^(?:what|which|how|why|is|are|do|does|can|should)\b"
)
_ANY_WILL_DO = re.compile(
    r"(?:什么|哪|啥|谁|怎么|多少)[^,，。?？]{0,6}?(?:都|也)(?:行|可以|好|成|没关系|无所谓|ok|没问题|要)|"
    r"没有?(?:什么|啥)(?=钱|预算|要求|想法|经验|概念)|(?:中不中|成不成|要得不|得行不)\W*$|"
    r"(?:就|今年|本来|毕竟|[她他])是[^,，。吗什哪]{1,8}嘛\s*$"
)
_VOWEL = re.compile(r"[aeiouy]")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{4,}|[qwzxjk]{2,}|asdf|qwer|zxcv|hjkl")


@dataclass(frozen=True)
class Cues:
    """What else the reading of an intent rests on."""

    slots: tuple[str, ...] = ()  # whose terms were named
    topics: tuple[str, ...] = ()  # what it is about that the cards know
    has_edits: bool = False
    has_amounts: bool = False
    has_reference: bool = False
    explicit_reference: bool = False  # a name or a place, more than a pronoun
    points_at_many: bool = False
    superlative: bool = False  # 'the cheapest': of the table only if it says so
    of_the_table: bool = False  # 'of these', 这里面
    never_shown: bool = False  # a piece was described that was never on the table
    several: bool = False  # 'it' or a description that more than one piece fits
    described: bool = False  # a description pointed, and not a mere pronoun
    has_table: bool = False
    has_wishes: bool = False
    set_wished: bool = False  # pieces wanted together, or one of them to be changed
    open_question: bool = False
    told_scale: bool = False  # the scale of a size that was asked about
    answered: bool = False  # the open question got one of its answers
    with_photo: bool = False
    two_rings: bool = False  # two sizes of a finger are named
    gives_girth: bool = False  # a hand or a wrist is measured
    remembers: bool = False  # something is remembered already
    amends_memo: bool = False  # another value is given for what is remembered
    rescales_memo: bool = False  # the size remembered last was on another scale

    @property
    def has_topic(self) -> bool:
        """Is it about something that the cards know?"""
        return bool(self.topics)

    @property
    def has_terms(self) -> bool:
        """Does the sentence name anything of the vocabulary?"""
        return bool(self.slots)


@dataclass(frozen=True)
class Reading:
    """An intent with what it asks about."""

    intent: Intent
    fields: tuple[str, ...] = ()
    policy: tuple[str, ...] = ()
    order: Order = "relevance"
    survey: str | None = None
    handover: HandOverKind | None = None
    cheaper: bool = False
    dearer: bool = False
    more: bool = False
    again: bool = False
    whole_shop: bool = False  # of all that the shop has, whatever stands
    anew: bool = False  # from nothing, with what the same sentence wishes


@dataclass(frozen=True)
class Said:
    """A folded sentence with its cues."""

    text: str
    cues: Cues

    def has(self, pattern: re.Pattern[str]) -> bool:
        """Does the pattern stand anywhere in the sentence?"""
        return pattern.search(self.text) is not None

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The fields of a record that it asks about."""
        named = keys_in(FIELDS, self.text)
        points = self.cues.explicit_reference or self.cues.has_reference
        is_variant = self.has(goods.VARIANT) and not self.cues.explicit_reference
        if points and not named and self.has(IS_IT) and not is_variant:
            return self.asked_slots
        return named

    @property
    def asked_slots(self) -> tuple[str, ...]:
        """The fields that hold the terms named: 'is it natural' asks for the origin."""
        slots = (ASKED_SLOT[slot] for slot in self.cues.slots if slot in ASKED_SLOT)
        return tuple(dict.fromkeys(slots))

    @property
    def pointed(self) -> bool:
        """Does it point at a piece, if only by 'it'?"""
        return self.cues.has_reference or self.cues.several

    @cached_property
    def asks(self) -> bool:
        """Is it a question by its form?"""
        return lore.ASKS.search(self.asking) is not None and not self.demands

    @cached_property
    def asking(self) -> str:
        """The sentence without words that only look like a question's: 什么风格都行."""
        return _ANY_WILL_DO.sub(" ", self.text)

    @cached_property
    def demands(self) -> bool:
        """Does it say how a piece must be: 'it must have a certificate'?"""
        return _SHOULD_BE.search(self.text) is not None and "?" not in self.text

    @cached_property
    def turns_to(self) -> bool:
        """Does it turn the wish to something: '还是去打耳洞好了，改成螺旋扣的'?"""
        turns = self.has(_TURNS) and not self.has(_ASKED_AT_THE_END)
        return self.cues.has_edits and (turns or self.has(_WHAT_IF))

    @cached_property
    def asks_for_goods(self) -> bool:
        """Does it want to see pieces?"""
        return self.has(goods.WANT)

    @property
    def wishes(self) -> Reading:
        """It read as a change of the wishes: a search where none stood."""
        return Reading("refine" if self.cues.has_wishes else "search")

    @cached_property
    def length(self) -> int:
        """Its words, a Chinese character counting as one; fillers do not count."""
        return len(_WORDS.findall(_FILLERS.sub(" ", self.text)))

    @cached_property
    def is_noise(self) -> bool:
        """Keys struck at random: hardly a word of it could be one."""
        words = re.findall(r"[a-z]+", self.text)
        odd = [word for word in words if not _VOWEL.search(word) or _CLUSTER.search(word)]
        chinese = re.findall(r"[\u3400-\u9fff]", _FILLERS.sub("", self.text))
        return bool(odd) and len(odd) * 2 > len(words) and not chinese


def keys_in(patterns: Mapping[Key, re.Pattern[str]], text: str) -> tuple[Key, ...]:
    """The keys whose patterns stand in folded ``text``."""
    return tuple(name for name, pattern in patterns.items() if pattern.search(text))
