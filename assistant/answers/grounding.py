"""The grounding check: nothing leaves the shop that no claim backs. It fails closed.

It trusts no composer. Each claim is held against its source again - the record, the card, the
recount, the shopper's own wishes, the formula, the rate - and then every number and every word of
the closed vocabulary left in the reply outside the claims' own text is an error. A claim backs its
words only where they can mean what it says: a piece's facts after that piece's name, the shopper's
wishes and the counts not after any piece's name in the same sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from assistant import measures
from assistant.answers.claims import not_stated
from assistant.answers.facts import Facts
from assistant.answers.wishes_in_words import wishes_in_words
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.knowledge.card import Card
from assistant.money import Money, Rate, convert_by, format_money
from assistant.terms import LANGUAGES, Language, Vocabulary, spoken
from assistant.turn import Claim, Findings, GroundedReply, RankedProducts

# Slots whose words state a fact about a piece wherever they stand.
FACT_SLOTS = (
    "metal",
    "purity",
    "stone",
    "stone_colour",
    "metal_colour",
    "plating",
    "treatment",
    "certificate",
    "availability",
    "nickel",
)
# Words that hold a term's character and state nothing: 金属 is metal, not gold.
_NEUTRAL = re.compile(r"金属|金饰")
_NUMBER = re.compile(
    r"(?:HK\$|S\$|JP¥|[¥$€£])?\d[\d,]*(?:\.\d+)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?)\b"
    r"|[两二三四五六七八九十百千万]+(?=[件款对枚条只个克元天折])",
    re.IGNORECASE,
)
# What no source can back: a shop that says it guesses.
_NEVER_SAID = re.compile(
    r"hypoallergenic|invest|resale|hold(?:s|ing)? (?:its|their) value|heal(?:s|ing)|lucky"
    r"|保值|升值|投资|治病|辟邪|招财|绝不过敏",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|[。！？\n]")


class GroundingCheck:
    """Implements ``respond.GroundingCheck``."""

    def __init__(
        self,
        products: Mapping[str, Product],
        cards: Sequence[Card],
        vocabulary: Vocabulary,
        rates: Sequence[Rate],
    ) -> None:
        self._products = products
        self._cards = {card.id: card for card in cards}
        self._facts = Facts(vocabulary)
        self._vocabulary = vocabulary
        self._rates = tuple(rates)
        self._harmless = _harmless(vocabulary)
        self._words = {lang: _fact_words(vocabulary, lang) for lang in LANGUAGES}
        self._verify: Mapping[str, Callable[[Claim, Findings, Constraints, Language], bool]] = {
            "product": self._verify_product,
            "card": self._verify_card,
            "count": self._verify_count,
            "wish": self._verify_wish,
            "question": self._verify_question,
            "measure": self._verify_measure,
            "rate": self._verify_rate,
        }

    def check(
        self,
        reply: GroundedReply,
        findings: Findings,
        wishes: Constraints,
        language: Language,
    ) -> GroundedReply:
        """``reply`` itself. Raises UngroundedReply naming what nothing backs."""
        for claim in reply.claims:
            if claim.text not in reply.text:
                raise UngroundedReply(f"the claim {claim} does not stand in {reply.text!r}")
            kind = claim.source.partition(":")[0]
            verify = self._verify.get(kind)
            if verify is None or not verify(claim, findings, wishes, language):
                raise UngroundedReply(f"the claim {claim} does not agree with its source")
        loose = self._loose(reply, language)
        if loose:
            raise UngroundedReply(f"no claim backs {loose} in {reply.text!r}")
        limits = {token for token in self._wish_tokens(wishes, language) if _NUMBER.match(token)}
        for shown in reply.products:
            if self._products.get(shown.product.id) != shown.product:
                raise UngroundedReply(f"{shown.product.id} is not the catalogue's own record")
            known = self._allowed(shown.product, language) | limits
            for reason in shown.why:
                strange = self.tokens(reason.text, language) - known
                if strange:
                    raise UngroundedReply(f"{shown.product.id}: no record backs {strange}")
        return reply

    def tokens(self, text: str, language: Language) -> set[str]:
        """Numbers and vocabulary words of ``text``, as they are held against a source."""
        found = {match.group().replace(",", "").lower() for match in _NUMBER.finditer(text)}
        words = {match.group().lower() for match in self._words[language].finditer(text)}
        return found | (words - self._harmless)

    def _loose(self, reply: GroundedReply, language: Language) -> set[str]:
        """What stands in the reply where no claim backs it."""
        names = _name_places(reply)
        left = reply.text
        for claim in sorted(reply.claims, key=lambda one: len(one.text), reverse=True):
            at = left.find(claim.text) if claim.text else -1
            while at >= 0:
                if _backs_at(claim, at, reply.text, names):
                    left = left[:at] + "\0" * len(claim.text) + left[at + len(claim.text) :]
                at = left.find(claim.text, at + 1)
        never = {match.group().lower() for match in _NEVER_SAID.finditer(left)}
        return self.tokens(left, language) | never

    def _allowed(self, product: Product, language: Language) -> set[str]:
        allowed: set[str] = set()
        for field in self._facts.fields():
            words = self._facts.words(product, field, language)
            allowed |= self.tokens(words, language) if words else set()
        return allowed | self.tokens(self._facts.stone_words(product, language) or "", language)

    def _wish_tokens(self, wishes: Constraints, language: Language) -> set[str]:
        return self.tokens(wishes_in_words(wishes, self._vocabulary, language), language)

    def _verify_product(self, claim: Claim, _f: Findings, _w: Constraints, lang: Language) -> bool:
        product = self._products.get(claim.source.partition(":")[2])
        if product is None:
            return False
        try:
            stated = self._facts.value(product, claim.field)
        except KeyError:
            return False
        words = self._facts.words(product, claim.field, lang)
        allowed = self.tokens(words or "", lang) | self.tokens(spoken(product.name, lang), lang)
        allowed |= self.tokens(self._facts.name(claim.field, lang), lang)
        says_nothing = not_stated(lang) in claim.text
        return (
            claim.value == stated
            and says_nothing == (words is None)
            and self.tokens(claim.text, lang) <= allowed
        )

    def _verify_card(self, claim: Claim, _f: Findings, _w: Constraints, lang: Language) -> bool:
        card = self._cards.get(claim.source.partition(":")[2])
        return card is not None and claim.text == claim.value == card.text[lang]

    def _verify_count(
        self, claim: Claim, findings: Findings, wishes: Constraints, lang: Language
    ) -> bool:
        ranked = findings.ranked
        if ranked is None:
            return False
        if claim.field == "matches":
            total = ranked.total if findings.count is None else findings.count
            return claim.value == total and self.tokens(claim.text, lang) <= (
                {str(total)} | self._wish_tokens(wishes, lang)
            )
        if claim.field == "recorded":
            return self._verify_recorded(claim, ranked, wishes, lang)
        for one in ranked.relaxations:
            value = {"slot": one.slot, "matches": one.matches, "from_minor": one.from_minor}
            if claim.value == value:
                price = format_money(Money(one.from_minor, self._shop_currency()))
                allowed = self.tokens(f"{one.matches} {price}", lang)
                return self.tokens(claim.text, lang) <= allowed
        return False

    def _verify_recorded(
        self, claim: Claim, ranked: RankedProducts, wishes: Constraints, lang: Language
    ) -> bool:
        for slot, field in (("style", "styles"), ("occasion", "occasions")):
            terms = wishes.terms(slot)
            matches = sum(
                any(term in getattr(product, field) for term in terms) for product in ranked.found
            )
            if claim.value == {"slot": slot, "terms": list(terms), "matches": matches}:
                none_said = "None" in claim.text or "没有" in claim.text
                said = self.tokens(claim.text, lang) - self._wish_tokens(wishes, lang)
                return said <= {str(matches)} and none_said == (matches == 0)
        return False

    def _verify_wish(self, claim: Claim, _f: Findings, wishes: Constraints, lang: Language) -> bool:
        return claim.value == wishes.to_json() and (
            self.tokens(claim.text, lang) <= self._wish_tokens(wishes, lang)
        )

    def _verify_question(self, claim: Claim, _f: Findings, _w: Constraints, lang: Language) -> bool:
        if not isinstance(claim.value, list):
            return False
        allowed: set[str] = set()
        for one in map(str, claim.value):
            product = self._products.get(one)
            name = spoken(product.name, lang) if product else self._option(claim.field, one, lang)
            allowed |= self.tokens(name, lang)
        return self.tokens(claim.text, lang) <= allowed

    def _option(self, slot: str, option: str, language: Language) -> str:
        """An option in words; 'gold+white' is one meaning of an ambiguous word."""
        term, _, colour = option.partition("+")
        label = self._vocabulary.label(slot, term, language)
        if not colour:
            return label
        tint = self._vocabulary.label("metal_colour", colour, language)
        return f"{tint} {label}" if language == "en" else f"{tint}K{label}"

    def _verify_measure(self, claim: Claim, _f: Findings, _w: Constraints, lang: Language) -> bool:
        if not isinstance(claim.value, int | float):
            return False
        return self.tokens(claim.text, lang) <= measure_tokens(claim.field, float(claim.value))

    def _verify_rate(self, claim: Claim, _f: Findings, wishes: Constraints, lang: Language) -> bool:
        for rate in self._rates:
            if claim.source != f"rate:{rate.base}/{rate.quote}":
                continue
            allowed = self.tokens(f"{rate_value(rate)} {rate.day.isoformat()} 1", lang)
            for slot in ("price_min_minor", "price_max_minor"):
                wish = wishes.number(slot)
                if wish is not None and wishes.currency:
                    amount = Money(int(wish), wishes.currency)
                    other = convert_by(amount, self._shop_currency(), self._rates)
                    allowed |= self.tokens(format_money(amount), lang)
                    allowed |= self.tokens(format_money(other), lang) if other else set()
            return claim.value == rate_value(rate) and self.tokens(claim.text, lang) <= allowed
        return False

    def _shop_currency(self) -> str:
        return next(iter(self._products.values())).price.currency


def rate_value(rate: Rate) -> str:
    """A rate to four decimals, as it is shown."""
    return f"{float(rate.value):.4f}"


def measure_tokens(field: str, value: float) -> set[str]:
    """Every number that the formulas of ``measures`` give for one measured value in mm."""
    numbers = [value, value / 10]
    if field == "ring_size_mm":
        numbers += [
            measures.mm_to_us_ring(value),
            measures.mm_to_cn_ring(value),
            value / 3.141592653589793,
        ]
    elif field == "bangle_mm":
        numbers += [*measures.bangle_from_hand_girth_mm(value)]
    return {form for number in numbers for form in (f"{number:g}", f"{number:.1f}")}


def _name_places(reply: GroundedReply) -> list[tuple[int, str]]:
    """Where pieces are named in the reply, in order: (offset, source of the claim)."""
    left, places = reply.text, []
    names = {(c.text, c.source) for c in reply.claims if c.field == "name" and c.text}
    for text, source in sorted(names, key=lambda one: (-len(one[0]), one)):
        at = left.find(text)
        while at >= 0:
            places.append((at, source))
            left = left[:at] + "\0" * len(text) + left[at + len(text) :]
            at = left.find(text)
    return sorted(places)


def _backs_at(claim: Claim, at: int, text: str, names: Sequence[tuple[int, str]]) -> bool:
    """Can the claim's words at this place mean what the claim says?"""
    before = [source for place, source in names if place < at]
    if claim.source.startswith("product:"):
        return claim.field == "name" or (bool(before) and before[-1] == claim.source)
    if claim.source in ("wish", "count"):
        ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, at)]
        starts = ends[-1] if ends else 0
        return not any(starts <= place < at for place, _ in names)
    return True


def _harmless(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that look like terms and are none: 金属 is not 金."""
    return frozenset(phrase.words for phrase in vocabulary.phrases if not phrase.means)


def _fact_words(vocabulary: Vocabulary, language: Language) -> re.Pattern[str]:
    """Labels and synonyms of the terms that state facts, and harmless words that hold one."""
    words = {
        term.label[language].lower()
        for (slot, value), term in vocabulary.by_key.items()
        if slot in FACT_SLOTS and value != "not-stated"
    }
    words |= {
        phrase.words
        for phrase in vocabulary.phrases
        if not set(FACT_SLOTS).isdisjoint(phrase.means)
        and phrase.words.isascii() == (language == "en")
    }
    words |= {word for word in _harmless(vocabulary) if word.isascii() == (language == "en")}
    ordered = sorted((re.escape(word) for word in words), key=len, reverse=True)
    body = "|".join(ordered)
    return re.compile(rf"\b(?:{body})\b" if language == "en" else body, re.IGNORECASE)
