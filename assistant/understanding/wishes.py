"""From mentions and amounts to edits of the standing wishes: wants, exclusions and clearings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from assistant.constraints import (
    DEPENDENT_SLOTS,
    Allow,
    Avoid,
    Clear,
    Constraints,
    Edit,
    Want,
    apply_edits,
)
from assistant.understanding.amount import Amount
from assistant.understanding.avoiding import avoid_edits, is_wished
from assistant.understanding.clearing import (
    find_cleared,
    find_none_of,
    is_let_go,
    is_struck_out,
)
from assistant.understanding.currencies import says_currency
from assistant.understanding.mentions import Mention
from assistant.understanding.milestones import read_milestone
from assistant.understanding.scope import Scope, listed_mentions, mask_corrections, negated_mentions
from assistant.understanding.settling import Use, narrowest, settle, with_narrower_standing
from assistant.understanding.sizes_again import sizes_again
from assistant.understanding.stated import allergies_stated, stock_stated
from assistant.understanding.wished_amounts import (
    amount_edits,
    corrected_amounts,
    currency_edits,
)

_FOR_BEFORE = re.compile(
    r"\bfor (?:(?:my|our|a|the|his|her) )?(?:\w+ )?$|[给送](?:我|她|他)?(?:的)?$"
)
_INSTEAD = re.compile(
    r"\b(?:instead of|rather than|in place of) (?:the |a |an |that |this |my |those )*$|"
    r"而不是$|代替$"
)
_ALSO = re.compile(
    r"^(?:or|also|and also|maybe also|plus|and maybe|or maybe|or even)\b|"
    r"\b(?:too(?=\W*$|\s*[,.!?;:)]|\s+(?:please|pls|thanks?|then|and|but|if|show|for|i|maybe|la|"
    r"lah|ah|though|actually|or)\b)|as well|(?:is|are|would be) (?:also )?(?:fine|ok|okay|"
    r"good) too|"
    r"also(?!,? (?:make|change|switch|not|no)\b)|(?:don't|do not|wouldn't|"
    r"dont) mind\b.{1,24} either|"
    r"add|include|"
    r"including)\b(?! (?:expensive|much|big|small|heavy|pricey|dear|long|short))"
    r"|^或者?|^还有|也(?:可以|行|要|好|看看|看一下|成|ok|想看|想要|考虑|算|得)|再加(?:上)?|"
    r"加上|一起看|另外(?:再)?(?:看|要)"
)
_REPLACES = re.compile(
    r"换|改|only|just|只要|只看|\binstead\b|\brather\b|\b(?:is|would be|will be|'d be) better\b"
)
_PERMITS = re.compile(
    r"\b(?:fine|ok|okay|alright|all right|acceptable|allowed?|back in|again|after all|"
    r"(?:don't|do not|no longer) mind|welcome|(?:take|took) back what (?:i|we) said|"
    r"not (?:excluded|ruled out)|stop excluding|bring back)\b|可以|也行|也成|"
    r"都行|没问题|不排除|不排斥|能接受|也看|无妨|不介意|也能|不用排除|不必排除|"
    r"也(?:没关系|没事|没所谓|无所谓|不要紧|不打紧)"
)


def read_edits(
    text: str,
    mentions: Iterable[Mention],
    amounts: Iterable[Amount],
    standing: Constraints,
    shop_currency: str,
) -> tuple[Edit, ...]:
    """Every change of the wishes that folded ``text`` asks for, in reading order."""
    scope, mentions = mask_corrections(text), tuple(mentions)
    cleared = tuple(
        gone
        for gone in find_cleared(scope.text)
        if not any(one.start < gone.start < one.end for one in mentions)  # 钛金属的都可以
    )
    mentions = [
        one for one in mentions if not any(gone.start <= one.start < gone.end for gone in cleared)
    ]
    uses = settle(scope.text, mentions, standing)
    placed: list[tuple[int, Edit]] = [
        (gone.start, Clear(slot)) for gone in cleared for slot in gone.slots
    ]
    placed += _term_edits(scope, uses, standing)
    placed += [(at, Want(slot, ("none",))) for at, slot in find_none_of(scope.text)]
    placed += allergies_stated(scope.text)
    placed += stock_stated(scope.text, cleared_slots={s for gone in cleared for s in gone.slots})
    milestone = read_milestone(scope.text)
    named_occasions = {use.means["occasion"] for use in uses if "occasion" in use.means}
    if milestone and named_occasions <= {("wedding",)}:
        placed.append((len(text), Want("occasion", (milestone,))))
    edits = [edit for _, edit in sorted(placed, key=lambda one: one[0])]
    gone_slots = {slot for gone in cleared for slot in gone.slots}
    last = max((gone.end for gone in cleared if "price_max_minor" in gone.slots), default=-1)
    kept = [
        one
        for one in corrected_amounts(scope, amounts)
        if not (one.kind == "money" and one.end <= last)
        and not (one.kind == "weight" and "weight_g_max" in gone_slots)
    ]
    named = tuple(term for use in uses for term in use.means.get("category", ()))
    if not edits and all(amount.kind == "money" for amount in kept):
        again = tuple(sizes_again(text, standing))
        edits, kept = [*again], [] if again else kept
    for amount in kept:
        so_far = apply_edits(standing, edits)
        edits += amount_edits(amount, named, so_far, shop_currency)
    if not kept and (currency := says_currency(text)):
        edits += currency_edits(currency, apply_edits(standing, edits))
    if _leaves_no_price(standing, edits):
        edits.append(Clear("currency"))
    return tuple(edits)


def _leaves_no_price(standing: Constraints, edits: Sequence[Edit]) -> bool:
    after = apply_edits(standing, edits).values
    return "currency" in after and not {"price_min_minor", "price_max_minor"} & after.keys()


def _term_edits(scope: Scope, uses: list[Use], standing: Constraints) -> Iterator[tuple[int, Edit]]:
    text = scope.text
    negated = negated_mentions(scope, [use.mention for use in uses])
    uses = _superseded(scope, uses, negated)
    with_let_go = _listed_with_let_go(text, uses, standing)
    wanted: dict[str, list[tuple[Mention, tuple[str, ...]]]] = {}
    turned_away: list[Use] = []
    wished: list[Use] = []
    allowed: list[Allow] = []
    replaced: list[tuple[int, str, tuple[str, ...]]] = []
    for use in uses:
        at = use.mention.start
        stands = [is_wished(slot, terms, standing) for slot, terms in use.means.items()]
        is_out = all(
            set(terms) <= set(standing.exclude.get(slot, ())) for slot, terms in use.means.items()
        )
        if is_out and is_let_go(text, use.mention, stands=True, all_stands=True):
            allowed += [Allow(slot, terms) for slot, terms in use.means.items()]
            yield from [(at, one) for one in allowed[-len(use.means) :]]
        elif is_let_go(text, use.mention, stands=any(stands), all_stands=all(stands)) or (
            use.mention in with_let_go
        ):
            yield from ((at, one) for slot in use.means for one in _dropped(slot, standing))
        elif _INSTEAD.search(text[:at]):
            replaced += [(at, slot, terms) for slot, terms in use.means.items()]
        elif use.mention in negated or (not any(stands) and is_struck_out(text, use.mention)):
            turned_away.append(use)
        elif _is_let_back(text, use, standing):
            allowed += [Allow(slot, terms) for slot, terms in use.means.items()]
            yield from [(at, one) for one in allowed[-len(use.means) :]]
        else:
            wished.append(use)
    turned_away = [use for use in turned_away if not _is_allowed(use, allowed)]
    away = [use.means for use in turned_away]  # 'no freshwater, those freshwater pearls'
    wished = with_narrower_standing([use for use in wished if use.means not in away], standing)
    for use in narrowest(wished):
        for slot, terms in use.means.items():
            wanted.setdefault(slot, []).append((use.mention, terms))
    for use in turned_away:
        yield from avoid_edits(use, turned_away, wanted, standing)
    for at, slot, terms in replaced:
        if slot not in wanted:
            yield at, Avoid(slot, terms)
    yield from _wants(text, wanted, standing)


def _listed_with_let_go(
    text: str, uses: Sequence[Use], standing: Constraints
) -> frozenset[Mention]:
    """'No need for it to be lavender or green': the whole list is let go of with its first."""
    gone: set[Mention] = set()
    for run in listed_mentions(text, [use.mention for use in uses]):
        first = next(use for use in uses if use.mention is run[0])
        stands = [is_wished(slot, terms, standing) for slot, terms in first.means.items()]
        if is_let_go(text, run[0], stands=any(stands), all_stands=all(stands)):
            gone.update(run)
    return frozenset(gone)


def _dropped(slot: str, standing: Constraints) -> Iterator[Edit]:
    """The wish goes; what was shut out stays out."""
    yield Clear(slot)
    if slot in standing.exclude:
        yield Avoid(slot, standing.exclude[slot])


def _wants(
    text: str, wanted: Mapping[str, list[tuple[Mention, tuple[str, ...]]]], standing: Constraints
) -> Iterator[tuple[int, Edit]]:
    extend = bool(_ALSO.search(text)) and not _REPLACES.search(text)
    for slot, named in wanted.items():
        found = _given_to(text, named) if slot == "recipient" else named
        terms = _join(text, found) if slot == "category" else _all_terms(found)
        yield found[0][0].start, Want(slot, terms, extend=extend)
        if slot == "purity" and "metal" not in wanted:
            yield from _metal_of(found, standing)


def _given_to(
    text: str, people: list[tuple[Mention, tuple[str, ...]]]
) -> list[tuple[Mention, tuple[str, ...]]]:
    """Of 'my daughter is getting married, something for myself' whom it is said to be for."""
    given = [
        one
        for one in people
        if text[one[0].start : one[0].end].startswith("for ")
        or _FOR_BEFORE.search(text[: one[0].start])
    ]
    return given or people


def _superseded(scope: Scope, uses: list[Use], negated: frozenset[Mention]) -> list[Use]:
    """The uses without what the sentence itself corrects ('gold, no wait, silver') or switches
    ('platinum changed to gold')."""
    kept: list[Use] = []
    for place, use in enumerate(uses):
        part = scope.part(use.mention.start)
        gone: set[str] = set()
        for later in uses[place + 1 :]:
            corrects = scope.part(later.mention.start) > part
            switches = (
                later.mention not in negated
                and set(later.means) & set(use.means)
                and scope.is_switched(use.mention, later.mention)
            )
            if corrects or switches:
                gone |= set(later.means)
        if gone & set(use.means):
            gone |= {slot for one in tuple(gone) for slot in DEPENDENT_SLOTS.get(one, ())}
            means = {slot: terms for slot, terms in use.means.items() if slot not in gone}
            if means:
                kept.append(Use(use.mention, means))
        else:
            kept.append(use)
    return kept


def _is_let_back(text: str, use: Use, standing: Constraints) -> bool:
    """'Pearls are fine after all': taking back an exclusion sets nothing."""
    is_out = any(
        set(terms) & set(standing.exclude.get(slot, ())) for slot, terms in use.means.items()
    )
    return is_out and bool(_PERMITS.search(text))


def _is_allowed(use: Use, allowed: Iterable[Allow]) -> bool:
    """'I said no diamonds, diamonds are fine after all': the later word stands."""
    return any(set(one.terms) & set(use.means.get(one.slot, ())) for one in allowed)


def _metal_of(
    found: list[tuple[Mention, tuple[str, ...]]], standing: Constraints
) -> Iterator[tuple[int, Edit]]:
    """18k after platinum is gold: a purity that contradicts the standing metal brings its own."""
    for mention, _ in found:
        metals = mention.phrase.implies.get("metal", ())
        stands = standing.terms("metal")
        if metals and stands and not set(metals) & set(stands):
            yield mention.start, Want("metal", metals)
            return


def _all_terms(uses: list[tuple[Mention, tuple[str, ...]]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term for _, terms in uses for term in terms))


def _join(text: str, uses: list[tuple[Mention, tuple[str, ...]]]) -> tuple[str, ...]:
    """'chain bracelet' is a bracelet (the last noun is the head); 'rings or earrings' are both."""
    kept: list[tuple[Mention, tuple[str, ...]]] = []
    for use in uses:
        if kept and not _are_both(text, kept[-1][0], use[0]):
            kept.pop()
        kept.append(use)
    return _all_terms(kept)


def _are_both(text: str, one: Mention, other: Mention) -> bool:
    between = text[one.end : other.start]
    if re.search(r"\b(?:or|and)\b|[,/、，和或与跟及]|还有", between):
        return True
    return between == " " and not text[one.end - 1].isascii() and not text[other.start].isascii()
