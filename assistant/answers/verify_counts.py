"""Claims that count or add up, counted and added again over the records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from assistant.answers.options import option_words, slot_values
from assistant.answers.sources import Sources, Turn, money_tokens, says_only, wish_tokens
from assistant.answers.tokens import numbers_of
from assistant.catalogue.product import Product
from assistant.constraints import PRICE_SLOTS, TERM_SLOTS, Want, apply_edits
from assistant.money import Money
from assistant.turn import Claim, PieceSet, RankedProducts, SizesBeside

_ONE = re.compile(r"\bone\b", re.IGNORECASE)
# Counts that are said without a figure.
_SPELLED = {0: ("no", "没有"), 1: ("one",)}


def verify_count(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """One of the kinds of count, by the claim's field."""
    verify = {
        "matches": _verify_matches,
        "recorded": _verify_recorded,
        "relaxation": _verify_relaxation,
        "tally": _verify_tally,
        "left_out": _verify_left_out,
        "extreme": _verify_extreme,
    }.get(claim.field)
    return verify is not None and verify(claim, sources, turn)


def _verify_matches(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """As many as were found, which are no more than the shelf has for these wishes."""
    findings, ranked = turn.findings, turn.findings.ranked
    if findings.count is not None:
        total = findings.count
        if total != len(sources.shelf.matching(turn.wishes)):
            return False
    elif ranked is not None:
        total = ranked.total
        on_shelf = {one.id for one in sources.shelf.matching(turn.wishes)}
        if total != len(ranked.found) or not {one.id for one in ranked.found} <= on_shelf:
            return False
    else:
        return False
    if not numbers_of(claim.text) and claim.text.casefold() not in _SPELLED.get(total, ()):
        return False
    allowed = {str(total)} | wish_tokens(turn.wishes, sources, turn.language)
    return claim.value == total and says_only(claim, allowed, sources, turn.language)


def _verify_recorded(claim: Claim, sources: Sources, turn: Turn) -> bool:
    ranked, lang = turn.findings.ranked, turn.language
    if ranked is None:
        return False
    for slot, field in (("style", "styles"), ("occasion", "occasions")):
        terms = turn.wishes.terms(slot)
        matches = sum(
            any(term in getattr(product, field) for term in terms) for product in ranked.found
        )
        if claim.value == {"slot": slot, "terms": list(terms), "matches": matches}:
            none_said = "None" in claim.text or "没有" in claim.text
            allowed = {str(matches)} | wish_tokens(turn.wishes, sources, lang)
            return says_only(claim, allowed, sources, lang) and none_said == (matches == 0)
    return False


def _verify_relaxation(claim: Claim, sources: Sources, turn: Turn) -> bool:
    ranked, lang = turn.findings.ranked, turn.language
    for one in ranked.relaxations if ranked else ():
        if claim.value == {
            "slot": one.slot,
            "matches": one.matches,
            "from_minor": one.from_minor,
        }:
            allowed = money_tokens(lang, sources, Money(one.from_minor, sources.currency))
            return says_only(claim, allowed | {str(one.matches)}, sources, lang)
    return False


def _verify_tally(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """So many of the pieces that match have this value: as their main one, or at all."""
    value, lang = claim.value, turn.language
    if not isinstance(value, Mapping):
        return False
    slot, term, count = str(value.get("slot")), str(value.get("value")), value.get("count")
    if value != {"slot": slot, "value": term, "count": count} or isinstance(count, bool):
        return False
    found = turn.findings.ranked.found if turn.findings.ranked else ()
    pools: list[Iterable[Product]] = [sources.shelf.matching(turn.wishes)]
    if {one.id for one in found} <= {one.id for one in sources.shelf.matching(turn.wishes)}:
        pools.append(found)
    counted = any(count in _counts(slot, term, pool, sources) for pool in pools)
    if not counted and count not in _left_by(slot, term, pools, sources, turn):
        return False
    label = option_words(sources.vocabulary, slot, term, lang)
    allowed = sources.tokens.of(label, lang) | {str(count)}
    return label in claim.text and says_only(claim, allowed, sources, lang)


def _counts(slot: str, term: str, pool: Iterable[Product], sources: Sources) -> set[int]:
    pieces = tuple(pool)
    anywhere = main = 0
    for piece in pieces:
        values = slot_values(piece, slot)
        anywhere += any(_is(slot, one, term, sources) for one in values)
        main += bool(values) and _is(slot, values[0], term, sources)
    return {anywhere, main}


def _left_by(
    slot: str, term: str, pools: Iterable[Iterable[Product]], sources: Sources, turn: Turn
) -> set[int]:
    """How many of each pool the value would leave as one more wish."""
    if slot not in TERM_SLOTS:
        return set()
    left = sources.shelf.matching(apply_edits(turn.wishes, [Want(slot, (term,))]))
    ids = {one.id for one in left}
    return {sum(one.id in ids for one in pool) for pool in pools}


def _is(slot: str, value: str, term: str, sources: Sources) -> bool:
    return value == term or sources.vocabulary.satisfies(slot, value, (term,))


def _verify_left_out(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """So many pieces fit all but the allergy, and their record does not state nickel."""
    silent = nickel_unstated(sources.shelf.matching(turn.wishes.without("allergies")))
    allergic = "nickel" in turn.wishes.terms("allergies")
    if not allergic or claim.value != {"field": "nickel", "matches": silent}:
        return False
    if _ONE.search(claim.text) and silent != 1:
        return False
    nickel = sources.facts.name("nickel", turn.language)
    allowed = {str(silent)} | sources.tokens.of(nickel, turn.language)
    return says_only(claim, allowed, sources, turn.language)


def nickel_unstated(pieces: Iterable[Product]) -> int:
    """How many records do not state nickel."""
    return sum(one.nickel == "not-stated" for one in pieces)


def _verify_extreme(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """No piece found costs less (or more), prices compared in the shop's money; or none came in
    later."""
    ranked, value = turn.findings.ranked, claim.value
    if ranked is None or not isinstance(value, Mapping):
        return False
    if value.get("end") == "newest":
        days = {one.id: one.listed_on for one in ranked.found if one.listed_on}
        picked = days.get(str(value.get("id")))
        is_last = picked is not None and picked == max(days.values())
        return is_last and says_only(claim, set(), sources, turn.language)
    prices = _prices(ranked, sources)
    end, picked = value.get("end"), value.get("id")
    if picked not in prices or end not in ("least", "most"):
        return False
    best = min(prices.values()) if end == "least" else max(prices.values())
    return prices[str(picked)] == best and says_only(claim, set(), sources, turn.language)


def _prices(ranked: RankedProducts, sources: Sources) -> dict[str, int]:
    prices = {one.id: sources.in_shop_money(one.price) for one in ranked.found}
    return {one: price.minor for one, price in prices.items() if price is not None}


def verify_set(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """The sum over the pieces of a set, its distance from the budget, or the sum without one."""
    if claim.field == "lacking":
        return _verify_lacking(claim, sources, turn)
    if claim.field == "nearest_sizes":
        return _verify_nearest_sizes(claim, sources, turn)
    pieces, lang = turn.findings.piece_set, turn.language
    total = pieces and set_total(pieces, sources)
    if pieces is None or total is None or pieces.total != total:
        return False
    if claim.field == "total":
        allowed = money_tokens(lang, sources, total)
        return claim.value == total.minor and says_only(claim, allowed, sources, lang)
    if claim.field == "pieces":
        number = len(pieces.products)
        allowed = {str(number), _COUNTED.get(number, "")}
        return claim.value == number and says_only(claim, allowed, sources, lang)
    if claim.field in ("over", "short", "left"):
        return _verify_gap(claim, pieces, total, sources, turn)
    return claim.field == "without" and _verify_without(claim, pieces, total, sources, turn)


_COUNTED = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


def _verify_gap(claim: Claim, pieces: PieceSet, total: Money, sources: Sources, turn: Turn) -> bool:
    """Beyond the budget (or the members' own, which only the finding knows), short of the least
    wanted, or left of the budget. The whole budget is held against the sum in any case."""
    budget = budget_of(turn, sources)
    beyond = 0 if budget is None else total.minor - budget.minor
    amount = {
        "over": pieces.over_minor if pieces.over_minor >= beyond else None,
        "short": -pieces.over_minor if beyond <= 0 else None,
        "left": -beyond if budget is not None and pieces.over_minor == 0 else None,
    }[claim.field]
    least = 0 if claim.field == "left" else 1
    if amount is None or amount < least or claim.value != amount:
        return False
    allowed = money_tokens(turn.language, sources, Money(amount, total.currency), budget)
    allowed |= wish_tokens(turn.wishes, sources, turn.language)
    return says_only(claim, allowed, sources, turn.language)


def _verify_lacking(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """No set could be made, and for want of this kind of piece."""
    is_lacking = claim.value in turn.findings.lacking and turn.findings.piece_set is None
    return is_lacking and says_only(claim, set(), sources, turn.language)


def _verify_without(
    claim: Claim, pieces: PieceSet, total: Money, sources: Sources, turn: Turn
) -> bool:
    value, lang = claim.value, turn.language
    if not isinstance(value, Mapping):
        return False
    gone = [one for one in pieces.products if one.id == value.get("product_id")]
    price = sources.in_shop_money(gone[0].price) if len(gone) == 1 else None
    if price is None or value.get("total_minor") != total.minor - price.minor:
        return False
    rest = Money(total.minor - price.minor, total.currency)
    return says_only(claim, money_tokens(lang, sources, rest), sources, lang)


def set_total(pieces: PieceSet, sources: Sources) -> Money | None:
    """The exact sum in the shop's money of pieces that are the catalogue's own records."""
    prices = []
    for piece in pieces.products:
        price = sources.in_shop_money(piece.price)
        if price is None or sources.products.get(piece.id) != piece:
            return None
        prices.append(price.minor)
    return Money(sum(prices), sources.currency) if prices else None


def budget_of(turn: Turn, sources: Sources) -> Money | None:
    """The most that the whole set may cost, in the shop's money."""
    most = turn.wishes.number("price_max_minor")
    if most is None:
        return None
    return sources.in_shop_money(Money(int(most), turn.wishes.currency or sources.currency))


def _verify_nearest_sizes(claim: Claim, sources: Sources, turn: Turn) -> bool:
    """No piece for the place comes in the size, and these are beside it: pieces that meet the
    wishes for the whole set come in each of them."""
    value, lang = claim.value, turn.language
    if turn.findings.piece_set is not None or not isinstance(value, Mapping):
        return False
    found = [one for one in turn.findings.sizes_beside if sizes_value(one) == value]
    if len(found) != 1:
        return False
    told = found[0]
    wishes = turn.wishes.without(*PRICE_SLOTS, "recipient", "category")
    is_there = all(
        sources.shelf.matching(apply_edits(wishes, [Want(told.slot, one)])) for one in told.sizes_mm
    )
    words = [
        option_words(sources.vocabulary, told.slot, f"{one:g}", lang)
        for one in (told.wished_mm, *told.sizes_mm)
    ]
    return (
        is_there
        and all(one in claim.text for one in words)
        and says_only(claim, sources.tokens.of(" ".join(words), lang), sources, lang)
    )


def sizes_value(beside: SizesBeside) -> dict[str, object]:
    """A size wished in vain as a claim has it."""
    return {
        "slot": beside.slot,
        "wished_mm": beside.wished_mm,
        "sizes_mm": list(beside.sizes_mm),
    }
