"""The grounding check: nothing leaves the shop that no claim backs. It fails closed.

It trusts no composer. Each claim is held against its source again - the record, the card, the
recount, the sum, the shopper's own wishes, the formula, the rate - and then every number, every
word of the closed vocabulary and every superlative left in the reply outside the claims' own text
is an error. A claim backs its words only where they can mean what it says: a piece's facts after
that piece's name, the shopper's wishes and the counts not after any piece's name in the same
sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.answers.delivery import verify_delivery
from assistant.answers.facts import Facts, metal_name
from assistant.answers.metal_prices import verify_metal, verify_sum
from assistant.answers.sources import Matcher, Sources, Turn, Verifier, wish_tokens
from assistant.answers.tokens import NUMBER, Tokens
from assistant.answers.verify_comparisons import verify_comparison
from assistant.answers.verify_counts import verify_count, verify_set
from assistant.answers.verify_measures import verify_measure
from assistant.answers.verify_records import (
    verify_card,
    verify_figure,
    verify_product,
    verify_rate,
)
from assistant.answers.verify_said import (
    verify_handover,
    verify_memo,
    verify_question,
    verify_wish,
    verify_words,
)
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.errors import UngroundedReply
from assistant.gold_maths import MetalPrice
from assistant.knowledge.card import Card
from assistant.money import Rate
from assistant.terms import Language, Vocabulary
from assistant.turn import Claim, Findings, GroundedReply

_VERIFIERS: Mapping[str, Verifier] = {
    "product": verify_product,
    "figure": verify_figure,
    "delivery": verify_delivery,
    "comparison": verify_comparison,
    "card": verify_card,
    "count": verify_count,
    "set": verify_set,
    "wish": verify_wish,
    "words": verify_words,
    "question": verify_question,
    "memo": verify_memo,
    "handover": verify_handover,
    "measure": verify_measure,
    "rate": verify_rate,
    "metal": verify_metal,
    "sum": verify_sum,
}
# Claims about the shelf or the talk: said of a piece by name they would be facts about it.
_NOT_OF_A_PIECE = ("wish", "count", "set", "words", "memo", "handover")
# What no source can back: a shop that says it guesses.
_NEVER_SAID = re.compile(
    r"hypoallergenic|invest|resale|hold(?:s|ing)? (?:its|their) value|heal(?:s|ing)|lucky"
    r"|保值|升值|投资|治病|辟邪|招财|绝不过敏",
    re.IGNORECASE,
)
# Comparisons, which only a claim may make.
_COMPARED = re.compile(
    r"\b(?:cheap|dear|light|heavi|pric|small|larg|bigg)(?:er|est|ier|iest)\b"
    r"|\b(?:costs?|weighs?) (?:less|more)\b|\b(?:least|most) expensive\b"
    r"|\b(?:thick|thinn|narrow|wid|tall|long|short)est\b"
    r"|[更最](?:便宜|贵|低|高|轻|重|大|小|长|短|宽|窄|厚|薄|粗|细|矮)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)|[。！？\n]")


class GroundingCheck:
    """Implements ``stages.GroundingCheck``. ``shelf`` counts again what a claim counts."""

    def __init__(  # noqa: PLR0913 - each argument is one source
        self,
        products: Mapping[str, Product],
        cards: Sequence[Card],
        vocabulary: Vocabulary,
        rates: Sequence[Rate],
        shelf: Matcher,
        metal_prices: Sequence[MetalPrice] = (),
    ) -> None:
        self._sources = Sources(
            products,
            {card.id: card for card in cards},
            vocabulary,
            Facts(vocabulary),
            Tokens(vocabulary),
            tuple(rates),
            shelf,
            tuple(metal_prices),
        )
        self._known: dict[tuple[str, Language], set[str]] = {}

    def check(
        self,
        reply: GroundedReply,
        findings: Findings,
        wishes: Constraints,
        language: Language,
    ) -> GroundedReply:
        """``reply`` itself. Raises UngroundedReply naming what nothing backs."""
        turn = Turn(findings, wishes, language)
        for claim in reply.claims:
            if claim.text not in reply.text:
                raise UngroundedReply(f"the claim {claim} does not stand in {reply.text!r}")
            verify = _VERIFIERS.get(claim.source.partition(":")[0])
            if verify is None or not verify(claim, self._sources, turn):
                raise UngroundedReply(f"the claim {claim} does not agree with its source")
        loose = self._loose(reply, language)
        if loose:
            raise UngroundedReply(f"no claim backs {loose} in {reply.text!r}")
        self._check_reasons(reply, turn)
        return reply

    def _check_reasons(self, reply: GroundedReply, turn: Turn) -> None:
        """A piece's reasons state only its own record and the shopper's limits."""
        lang, sources = turn.language, self._sources
        wished = wish_tokens(turn.wishes, sources, lang)
        limits = {token for token in wished if NUMBER.match(token)}
        for shown in reply.products:
            product = shown.product
            if sources.products.get(product.id) != product:
                raise UngroundedReply(f"{product.id} is not the catalogue's own record")
            known = self._stated(product, lang) | limits
            for reason in shown.why:
                strange = sources.tokens.of(reason.text, lang) - known
                if strange:
                    raise UngroundedReply(f"{product.id}: no record backs {strange}")

    def _stated(self, product: Product, language: Language) -> set[str]:
        """All that the record states, read once: the pieces shown are much the same all day."""
        key = (product.id, language)
        if key not in self._known:
            self._known[key] = self._read(product, language)
        return self._known[key]

    def _read(self, product: Product, language: Language) -> set[str]:
        facts, tokens = self._sources.facts, self._sources.tokens
        stated = tokens.of(facts.stone_words(product, language), language)
        for field in facts.fields():
            stated |= tokens.of(facts.words(product, field, language), language)
        return stated | tokens.of(" ; ".join(self._kinds(product, language)), language)

    def _kinds(self, product: Product, language: Language) -> Iterator[str]:
        """What the record's terms may be called more broadly: a freshwater pearl is a pearl, and
        white gold is gold."""
        vocabulary = self._sources.vocabulary
        terms = [("stone", stone.stone) for stone in product.stones]
        terms += [("stone_colour", stone.colour) for stone in product.stones if stone.colour]
        if product.metal:
            terms.append(("metal", product.metal))
            yield metal_name(vocabulary, product.metal, product.metal_colour, language)
        for slot, term in terms:
            for one in vocabulary.lineage(slot, term):
                yield vocabulary.label(slot, one, language)

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
        compared = {match.group().lower() for match in _COMPARED.finditer(left)}
        return self._sources.tokens.of(left, language) | never | compared


def _name_places(reply: GroundedReply) -> list[tuple[int, str]]:
    """Where pieces are named in the reply, in order: (offset, id of the piece). Pieces that share
    a name are meant in the order of their claims, and the last of them from then on."""
    pieces: dict[str, list[str]] = {}
    for claim in reply.claims:
        if claim.field == "name" and claim.text:
            known = pieces.setdefault(claim.text, [])
            known += [] if _piece_id(claim) in known else [_piece_id(claim)]
    left, places = reply.text, []
    for text in sorted(pieces, key=len, reverse=True):
        named = iter(pieces[text])
        piece = ""
        at = left.find(text)
        while at >= 0:
            piece = next(named, piece)
            places.append((at, piece))
            left = left[:at] + "\0" * len(text) + left[at + len(text) :]
            at = left.find(text)
    return sorted(places)


def _piece_id(claim: Claim) -> str:
    return claim.source.partition(":")[2]


def _backs_at(claim: Claim, at: int, text: str, names: Sequence[tuple[int, str]]) -> bool:
    """Can the claim's words at this place mean what the claim says?"""
    kind = claim.source.partition(":")[0]
    if kind in ("product", "figure"):
        before = [piece for place, piece in names if place < at]
        return claim.field == "name" or (bool(before) and before[-1] == _piece_id(claim))
    if kind in _NOT_OF_A_PIECE:
        ends = [match.end() for match in _SENTENCE_END.finditer(text, 0, at)]
        starts = ends[-1] if ends else 0
        return not any(starts <= place < at for place, _ in names)
    return True
