"""From the amounts of a sentence to edits: bounds of price, carats and weight, sizes, lengths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from assistant.constraints import Clear, Constraints, Edit, Want, bound_edits
from assistant.measures import bracelet_from_wrist_mm
from assistant.money import minor_per_major
from assistant.understanding.amount import Amount
from assistant.understanding.scope import Scope

_NOT_BEFORE = re.compile(r"(?:\bnot|不是|唔系)\s*(?:a |an |the )?$")

# '2500 is too much, 2000 at most', 三万有点悬，放到四万: a sum found wanting.
_TOO_MUCH = re.compile(
    r"^(?:块|元|欧|刀)? ?(?:is |was |are |'s |will be |would be )?(?:a (?:bit|little|tad|lot) |"
    r"way |far |still |"
    r"just |really |"
    r"probably )*too (?:much|expensive|dear|steep|pricey|high|little|low|tight|heavy|long|short)\b|"
    r"^(?:块|元)?(?:的)?(?:好像|还是|也|可能|实在|确实|真的?)*(?:有点|太|偏|略|稍微|有些)?"
    r"(?:悬|紧|少了|多了|高了|低了|贵了|吃力|够呛|不够|(?:选|挑|买)不)"
)


def corrected_amounts(scope: Scope, amounts: Iterable[Amount]) -> list[Amount]:
    """The amounts without those that the sentence corrects: of 'under 200, sorry, 2000' the bound
    stays and the sum is the later."""
    kept: list[Amount] = []
    for amount in _unless_turned_away(scope.text, tuple(amounts)):
        part = scope.part(amount.start)
        corrected = [
            one for one in kept if one.kind == amount.kind and scope.part(one.start) < part
        ]
        kept = [one for one in kept if one not in corrected]
        kept.append(_bounded_like(amount, corrected[-1]) if corrected else amount)
    rings = [one for one in kept if one.kind == "ring"]
    return [one for one in kept if one.kind != "ring" or one in rings[:1]]


def _unless_turned_away(text: str, amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    """'120, not 100': a sum said not to be meant, beside one that is."""
    away = [
        one
        for one in amounts
        if _NOT_BEFORE.search(text[: one.start]) or _TOO_MUCH.match(text[one.end :])
    ]
    return tuple(
        one
        for one in amounts
        if one not in away
        or not any(other.kind == one.kind and other not in away for other in amounts)
    )


def _bounded_like(amount: Amount, other: Amount) -> Amount:
    """A bare sum takes over the bounds of the one it stands for."""
    if not amount.exact or other.exact or amount.number is None:
        return amount
    factor = 1.0 if amount.kind == "money" else (amount.low or 0) / (amount.number or 1)
    sum_ = amount.number * (factor or 1.0)
    low = sum_ if other.low is not None and other.high is None else None
    high = sum_ if other.high is not None and other.low is None else None
    if low is None and high is None:
        return amount
    return Amount(amount.kind, low, high, amount.start, amount.end, amount.currency)


def amount_edits(
    amount: Amount, named: tuple[str, ...], standing: Constraints, shop_currency: str
) -> Iterator[Edit]:
    """What ``amount`` asks for, where the sentence names these categories."""
    category = named or standing.terms("category")
    match amount.kind:
        case "money":
            yield from _price_edits(amount, standing, shop_currency)
        case "carat" | "weight":
            pair = (
                ("carat_min", "carat_max")
                if amount.kind == "carat"
                else ("weight_g_min", "weight_g_max")
            )
            low, high = amount.low, amount.high
            if amount.exact and low:  # 'half a carat' in a shop means about that
                low, high = round(low * 0.9, 3), round(low * 1.1, 3)
            yield from bound_edits(standing, pair, low, high)
        case "ring" if amount.low:
            yield Want("ring_size_mm", amount.low)
        case "bangle" if amount.low:
            yield Want("bangle_mm", amount.low)
        case "length" if amount.number and "bangle" in category and _is_one_sided(amount):
            if 45 <= amount.number <= 80:  # 'inside 56 mm' tells how wide it is inside
                yield Want("bangle_mm", amount.number)
        case "length" if amount.low and amount.high:
            middle = round((amount.low + amount.high) / 2, 1)
            if "bangle" in category and middle < 80:
                yield Want("bangle_mm", middle)
            elif "ring" in category and 40 <= middle <= 75:
                yield Want("ring_size_mm", middle)
            elif middle >= 100:
                yield Want("length_mm", middle)
        case "girth" if amount.scale == "wrist" and amount.low and "bracelet" in named:
            close, loose = bracelet_from_wrist_mm(amount.low)  # a wrist is no length
            yield Want("length_mm", round((close + loose) / 2))


def _is_one_sided(amount: Amount) -> bool:
    return (amount.low is None) != (amount.high is None)


def _price_edits(amount: Amount, standing: Constraints, shop_currency: str) -> Iterator[Edit]:
    """Bounds in minor units; a bare sum is in the currency that stands, else the shop's."""
    pair = ("price_min_minor", "price_max_minor")
    if amount.is_step:
        yield from _stepped(amount, standing)
        return
    stands = tuple(standing.number(slot) is not None for slot in pair)
    if amount.exact and amount.number and stands in ((True, False), (False, True)):
        low, high = (amount.number, None) if stands[0] else (None, amount.number)
        amount = Amount("money", low, high, amount.start, amount.end, amount.currency)
    currency = amount.currency or standing.currency or shop_currency
    factor = minor_per_major(currency)
    low_minor, high_minor = (
        None if bound is None else round(bound * factor) for bound in (amount.low, amount.high)
    )
    if currency != standing.currency:
        yield from (Clear(slot) for slot in pair if slot in standing.values)
        standing = standing.without(*pair)
    yield from bound_edits(standing, pair, low_minor, high_minor)
    yield Want("currency", currency)


def currency_edits(code: str, standing: Constraints) -> Iterator[Edit]:
    """The sums that stand, in another currency: they were meant in it all along."""
    before = standing.currency
    if before is None or before == code:
        return
    for slot in ("price_min_minor", "price_max_minor"):
        minor = standing.number(slot)
        if minor is not None:
            yield Want(slot, round(minor * minor_per_major(code) / minor_per_major(before)))
    yield Want("currency", code)


def _stepped(amount: Amount, standing: Constraints) -> Iterator[Edit]:
    """'Raise it by 500' from what stands; from nothing there is nothing to raise."""
    most, currency = standing.number("price_max_minor"), standing.currency
    if most is None or currency is None or amount.number is None:
        return
    if amount.currency in (None, currency):
        yield Want("price_max_minor", round(most + amount.number * minor_per_major(currency)))
