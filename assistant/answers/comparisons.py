"""Two to four pieces side by side: what differs first, then facts for the need that was stated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.actions import Compare
from assistant.answers.claims import (
    card_claim,
    figure_claim,
    fits_claim,
    name_claim,
    product_claim,
    shared_claim,
)
from assistant.answers.desk import Desk, Draft
from assistant.answers.extents import face_mm2
from assistant.answers.extremes import add_extremes
from assistant.answers.facts import FIELD_NAMES
from assistant.answers.verify_comparisons import (
    ALL_NEEDS,
    ALL_OF_THEM,
    COMPARABLE,
    NEED_SLOTS,
    fitting,
)
from assistant.answers.verify_records import figure
from assistant.answers.wishes_in_words import memo_words, price_in_words
from assistant.catalogue.product import Product
from assistant.constraints import Constraints
from assistant.money import format_money
from assistant.turn import Findings, GroundedReply, ShownProduct

_COMPARED = (
    "price_minor",
    "metal",
    "stone",
    "carat",
    "metal_weight_g",
    "length_mm",
    "nickel",
    "availability",
    "certificate",
)
_BY_THEMSELVES = ("metal", "stone", "nickel", "availability")  # fields whose words need no name
_FIGURES = {
    "price_per_gram": ("price a gram", "折合每克"),
    "price_per_carat": ("price a carat", "折合每克拉"),
}
_FOR_USE = ("stone", "setting")  # what decides how a piece stands daily wear
_MEASURED_AS = {"face_mm2": ("width_mm", "height_mm")}
_OF_STONES = ("carat", "stone_mm")
_STOCK = frozenset({"availability", "sizes"})
_HAD_IN = frozenset({"ring_size_mm", "bangle_mm", "in_stock"})


def compare(action: Compare, findings: Findings, desk: Desk) -> GroundedReply:
    """What differs, piece by piece; what they share; and who meets the shopper's need."""
    pieces, draft = findings.products, Draft(desk)
    asked = [one for one in _told_by(action.fields, pieces) if one in FIELD_NAMES]
    if action.topics:
        asked += [one for one in _FOR_USE if one not in asked]
    fields = [*dict.fromkeys([*asked, *_COMPARED])]
    if "ring_size_mm" in action.constraints.values or "bangle_mm" in action.constraints.values:
        fields.append("sizes")
    words = {
        one: [desk.facts.words(piece, one, desk.language) for piece in pieces] for one in fields
    }
    stated = [one for one in fields if any(words[one])]
    differing = [one for one in stated if len(set(words[one])) > 1]
    shown = [one for one in fields if one in differing or (one in asked and one not in stated)]
    figures = [one for one in _FIGURES if _is_told(one, pieces, action.fields)]
    questions = _questions(action.fields, pieces)
    if action.brief and action.topics:
        return _for_use(draft, findings)
    if action.brief and (asked or questions or _of_stock(action)):
        return _brief(draft, pieces, action, questions)
    add_extremes(draft, pieces, questions, always=())  # what was asked is answered first
    for piece in pieces:
        _line(draft, piece, shown, figures)
    _shared(draft, pieces, [one for one in stated if one not in differing])
    add_extremes(draft, pieces, figures, but=questions)
    _needs(draft, pieces, action.constraints)
    for card in findings.cards:
        draft.add(card.text[desk.language], card_claim(card, desk.language))
    return draft.reply([ShownProduct(piece) for piece in pieces], by_line=True)


def _brief(
    draft: Draft, pieces: Sequence[Product], action: Compare, questions: Sequence[str]
) -> GroundedReply:
    """Only what was asked: who has the most of it, or who is to be had so; then each record."""
    if _of_stock(action):
        _stock(draft, pieces, action.constraints)
    add_extremes(draft, pieces, questions, always=())
    fields = [one for one in _told_by(action.fields, pieces) if one in FIELD_NAMES]
    figures = [one for one in questions if one in _FIGURES]
    for piece in pieces:
        _line(draft, piece, fields, figures)
    alike = [one for one in fields if one != "availability" and _are_alike(pieces, one, draft.desk)]
    _shared(draft, pieces, alike)
    return draft.reply([ShownProduct(piece) for piece in pieces], by_line=True)


def _of_stock(action: Compare) -> bool:
    """Is it asked which of the pieces are to be had, or to be had in a size?"""
    wished = set(action.constraints.values)
    return not _STOCK.isdisjoint(action.fields) and bool(wished) and wished <= _HAD_IN


def _stock(draft: Draft, pieces: Sequence[Product], wishes: Constraints) -> None:
    """'In stock in US 6 / 51.9 mm: the Halo Ring.'"""
    desk = draft.desk
    sizes = [
        memo_words(slot, value, desk.vocabulary, desk.language)
        for slot, value in wishes.values.items()
        if slot != "in_stock"
    ]
    if "in_stock" in wishes.values:
        here = desk.vocabulary.label("availability", "in_stock", desk.language)
        words = desk.say(" ".join([here.capitalize(), *sizes]), "".join([*sizes, here, "的有"]))
    else:
        words = desk.say(" ".join(["To be had", *sizes]), "".join(["有", *sizes, "的"]))
    fits = fitting(pieces, wishes, (*wishes.values,), desk.shelf)
    _fits(draft, ALL_NEEDS, words, fits, pieces)


def _are_alike(pieces: Sequence[Product], field: str, desk: Desk) -> bool:
    """Do all of them state the same?"""
    words = {desk.facts.words(piece, field, desk.language) for piece in pieces}
    return len(words) == 1 and None not in words and len(pieces) > 1


def _for_use(draft: Draft, findings: Findings) -> GroundedReply:
    """How each piece is set and with what, then what the cards say of such wear."""
    for piece in findings.products:
        _line(draft, piece, _FOR_USE, ())
    for card in findings.cards:
        draft.add(card.text[draft.desk.language], card_claim(card, draft.desk.language))
    return draft.reply([ShownProduct(piece) for piece in findings.products], by_line=True)


def _questions(fields: Sequence[str], pieces: Sequence[Product]) -> tuple[str, ...]:
    """What may be said of some pieces alone, of the fields that were asked about. Where no stone's
    weight is stated, as of pearls, the larger stone is the wider one."""
    canonical = ["price_minor" if one == "price" else one for one in fields]
    if "carat" in canonical and not any(piece.total_carat for piece in pieces):
        canonical[canonical.index("carat")] = "stone_mm"
    if "face_mm2" in canonical and all(face_mm2(piece) is None for piece in pieces):
        canonical[canonical.index("face_mm2")] = "length_mm"  # a strand is as large as it is long
    return tuple(one for one in canonical if one in COMPARABLE)


def _told_by(fields: Sequence[str], pieces: Sequence[Product]) -> list[str]:
    """The record's fields that answer what was asked."""
    questions = _questions(fields, pieces)
    others = [one for one in fields if one != "price" and one not in COMPARABLE]
    told = [side for one in questions for side in _MEASURED_AS.get(one, (one,))]
    return [*dict.fromkeys([*told, *others])]


def _is_told(field: str, pieces: Sequence[Product], asked: Sequence[str]) -> bool:
    """Is the figure there for all, and does it set like beside like: one metal, one stone?"""
    if not all(figure(piece, field) for piece in pieces):
        return False
    if field == "price_per_gram":
        plain = not any(piece.stones for piece in pieces)
        is_like = plain and len({piece.metal for piece in pieces}) == 1
        return is_like or not {field, "pricing"}.isdisjoint(asked)
    return field in asked or len({stone.stone for piece in pieces for stone in piece.stones}) == 1


def _line(draft: Draft, piece: Product, fields: Sequence[str], figures: Sequence[str]) -> None:
    """'Halo Ring — price: ¥4,980; metal: 18k gold.'"""
    desk, parts, silence = draft.desk, list[str](), draft.desk.say("not stated", "未注明")
    claims = [name_claim(piece, desk.language)]
    for field in fields:
        if field in _OF_STONES and not piece.stones:
            if "stone" in fields:
                continue  # its line says that it has no stone
            field = "stone"  # noqa: PLW2901 - what there is to say instead
        words = desk.facts.words(piece, field, desk.language) or silence
        name = desk.facts.name(field, desk.language)
        parts.append(desk.say(f"{name}: {words}", f"{name}：{words}"))
        claims.append(product_claim(piece, field, desk.facts, desk.language, parts[-1]))
    for field in figures:
        share = figure(piece, field)
        if share is None:
            continue
        name, amount = desk.say(*_FIGURES[field]), format_money(share)
        parts.append(desk.say(f"{name}: {amount}", f"{name}：{amount}"))
        claims.append(figure_claim(parts[-1], piece, field, share.minor))
    name = desk.name(piece)
    line = desk.say(f"{name} — {'; '.join(parts)}.", f"{name}——{'；'.join(parts)}。")
    draft.add(line if parts else desk.say(f"{name}.", f"{name}。"), *claims)


def _shared(draft: Draft, pieces: Sequence[Product], fields: Sequence[str]) -> None:
    desk, parts, claims = draft.desk, [], []
    for field in fields:
        words = desk.facts.words(pieces[0], field, desk.language)
        if not words or field == "sizes":
            continue
        name = "" if field in _BY_THEMSELVES else desk.facts.name(field, desk.language)
        text = desk.say(f"{name} {words}".strip(), f"{name}{words}")
        parts.append(text)
        claims.append(shared_claim(text, field, pieces, desk.facts.value(pieces[0], field)))
    if parts:
        listed = desk.say("; ".join(parts), "；".join(parts))
        draft.add(desk.say(f"The same for all: {listed}.", f"相同之处：{listed}。"), *claims)


def _needs(draft: Draft, pieces: Sequence[Product], wishes: Constraints) -> None:
    """Which of the pieces meet each need that the shopper stated, and which meet all they wished
    for; a fact, not a preference."""
    desk = draft.desk
    told = list(_stated_needs(wishes, desk))
    for slots, words in told:
        fits = fitting(pieces, wishes, slots, desk.shelf)
        _fits(draft, slots[0], words, fits, pieces)
    every = (*wishes.values, *wishes.exclude)
    fits = fitting(pieces, wishes, every, desk.shelf)
    if every and (len(told) > 1 or len(fits) < len(pieces)):
        words = desk.say("Meets all you asked for", "符合您全部要求的")
        _fits(draft, ALL_NEEDS, words, fits, pieces)


def _fits(
    draft: Draft, need: str, words: str, fits: Sequence[Product], pieces: Sequence[Product]
) -> None:
    desk = draft.desk
    names = desk.listed([desk.say(f"the {desk.name(one)}", desk.name(one)) for one in fits])
    if len(fits) == len(pieces) > 1:
        names = desk.say(*ALL_OF_THEM)
    text = desk.say(f"{words}: {names or 'none of them'}", f"{words}：{names or '这几件都没有'}")
    draft.add(desk.say(f"{text}.", f"{text}。"), fits_claim(text, need, fits, pieces))


def _stated_needs(wishes: Constraints, desk: Desk) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, slots in NEED_SLOTS.items():
        if slots[0] not in wishes.values and slots[-1] not in wishes.values:
            continue
        if name == "price":
            words = price_in_words(wishes, desk.language) or ""
            yield slots, desk.say(f"Within your budget, {words}", f"符合您{words}的预算")
        elif name == "allergies":
            free = desk.vocabulary.label("nickel", "nickel-free", desk.language)
            yield slots, desk.say(f"Recorded as {free}", f"记录注明{free}")
        elif name == "deliver_by":
            day = wishes.values[name]
            yield slots, desk.say(f"To be had by {day}", f"{day}前能拿到的")
        elif name == "in_stock":
            stock = desk.vocabulary.label("availability", "in_stock", desk.language)
            yield slots, desk.say(f"To be had today ({stock})", f"现在有（{stock}）")
        else:
            words = memo_words(name, wishes.values[name], desk.vocabulary, desk.language)
            yield slots, desk.say(f"To be had {words}", f"有{words}的")
