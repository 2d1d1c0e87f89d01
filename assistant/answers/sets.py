"""A set of pieces: what is in it, what it comes to, what closes a gap, and how to change one."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.actions import BuildSet
from assistant.answers.claims import name_claim, product_claim, set_claim
from assistant.answers.desk import Desk, Draft
from assistant.answers.gifts import recipient_words
from assistant.answers.sets_lacking import no_other, none_at_all
from assistant.answers.wishes_in_words import classifier
from assistant.catalogue.product import Product, Size
from assistant.money import Money, format_money
from assistant.turn import (
    Findings,
    GroundedReply,
    Member,
    PieceSet,
    ShownProduct,
    Suggestion,
)

_NAMES: Mapping[str, tuple[str, str]] = {
    "three_gold": ("san jin set", "三金"),
    "five_gold": ("wu jin set", "五金"),
    "couple": ("couple's set", "对戒"),
    "matching": ("matching set", "首饰"),
}
_OTHER = ("set", "组合")
_COUNTS = {2: ("two", "2"), 3: ("three", "3"), 4: ("four", "4"), 5: ("five", "5"), 6: ("six", "6")}
_MOST_TAPS = 3


def build_set(
    action: BuildSet, findings: Findings, desk: Desk, *, is_back: bool = False
) -> GroundedReply:
    """The pieces with their prices and the exact total; or what there is none of. ``is_back``: the
    set lies on the table again because a change was taken back."""
    draft, pieces = Draft(desk), findings.piece_set
    kind = desk.say(*_NAMES.get(action.wish.kind, _OTHER))
    gift = recipient_words(action.constraints, desk) if action.wish.kind != "couple" else ""
    kind = desk.say(f"{kind} {gift}".strip(), f"{gift}的{kind}" if gift else kind)
    if pieces is None:
        if action.standing:
            return no_other(draft, kind, findings)
        return none_at_all(draft, kind, findings)
    if is_back:
        draft.add(desk.say("I took that back.", "好的，已撤回。"))
    _lead(draft, action, kind, pieces)
    for product, members in zip(pieces.products, _members_of(action, pieces), strict=True):
        _piece(draft, product, members)
    total = format_money(pieces.total)
    if len(pieces.products) > 1:
        text = desk.say(f"Together: {total}", f"合计{total}")
        draft.add(desk.say(f"{text}.", f"{text}。"), set_claim(text, "total", pieces.total.minor))
    _budget(draft, action, pieces)
    if len(pieces.products) > 1:
        draft.add(_how_to_swap(pieces, desk))
    shown = [ShownProduct(product) for product in pieces.products]
    return draft.reply(shown, suggestions=_swaps(pieces, desk), by_line=True)


def _lead(draft: Draft, action: BuildSet, kind: str, pieces: PieceSet) -> None:
    desk, number = draft.desk, len(pieces.products)
    kept = sum(product.id in action.standing for product in pieces.products)
    others = [one for one in pieces.products if one.id not in action.standing]
    if len(action.standing) == number and len(others) == 1 and kept > 0:
        at = pieces.products.index(others[0])
        changed = _whose(action.wish.members[at], _kind(others[0], desk), desk)
        english = changed if changed.startswith(("his ", "her ")) else f"the {changed}"
        draft.add(
            desk.say(
                f"I changed {english} and kept the rest of the {kind}:",
                f"换了{changed}，其他几样不变：",
            )
        )
        return
    if number == 1:
        draft.add(desk.say(f"Both rings of this {kind} come as a pair:", f"这套{kind}成对出售："))
        return
    count = desk.say(*_COUNTS.get(number, (str(number), str(number))))
    if len(action.standing) == 1 and kept == 1 and action.wish.kind == "matching":
        name = name_claim(pieces.products[0], desk.language)
        draft.add(
            desk.say(
                f"To go with the {name.text}, which stays:",
                f"和{name.text}搭配的一套：",
            ),
            name,
        )
        return
    if kept == number:
        draft.add(
            desk.say(f"The {kind} as it stands, {count} pieces:", f"现在这套{kind}共{count}件："),
            set_claim(count, "pieces", number),
        )
        return
    draft.add(
        desk.say(f"Here is a {kind}, {count} pieces:", f"为您配了一套{kind}，共{count}件："),
        set_claim(count, "pieces", number),
    )


def _members_of(action: BuildSet, pieces: PieceSet) -> list[tuple[Member, ...]]:
    """Which of the wished members each piece is: one each, or all of a pair sold as one."""
    members = action.wish.members
    if len(members) == len(pieces.products):
        return [(member,) for member in members]
    return [members if len(pieces.products) == 1 else ()] * len(pieces.products)


def _piece(draft: Draft, product: Product, members: tuple[Member, ...]) -> None:
    """'Ring: Halo Ring, ¥4,980'; with a size wished for 'His ring: ..., 62.1 mm (US 10)'."""
    desk = draft.desk
    name = name_claim(product, desk.language)
    price = product_claim(product, "price", desk.facts, desk.language)
    kind = _kind(product, desk).capitalize()
    if len(members) == 1:
        kind = _whose(members[0], kind, desk).capitalize()
    wished = [member.wishes.number("ring_size_mm") for member in members]
    sizes = [desk.facts.size_words(_nearest(product, one), desk.language) for one in wished if one]
    stated = [product_claim(product, "sizes", desk.facts, desk.language, one) for one in sizes]
    told = "".join(desk.say(f", {one}", f"，{one}") for one in dict.fromkeys(sizes))
    draft.add(
        desk.say(
            f"{kind}: {name.text}, {price.text}{told}.",
            f"{kind}：{name.text}，{price.text}{told}。",
        ),
        name,
        price,
        *stated,
    )


def _whose(member: Member, kind: str, desk: Desk) -> str:
    """'his ring', 男款戒指, of a couple's two; else the kind alone."""
    english, chinese = _WHOSE.get(member.wishes.terms("recipient"), ("{}", "{}"))
    return desk.say(english.format(kind.lower()), chinese.format(kind))


_WHOSE: Mapping[tuple[str, ...], tuple[str, str]] = {
    ("man",): ("his {}", "男款{}"),
    ("woman",): ("her {}", "女款{}"),
}


def _nearest(product: Product, wish_mm: float) -> Size:
    """The size of a piece that comes nearest to the wished one."""
    rings = [size for size in product.sizes if size.slot == "ring_size_mm"]
    return min(rings, key=lambda size: abs(size.mm - wish_mm))


def _kind(product: Product, desk: Desk) -> str:
    return desk.vocabulary.label("category", product.category, desk.language)


def _budget(draft: Draft, action: BuildSet, pieces: PieceSet) -> None:
    """What is left of the budget, or what it lacks and what would close the gap."""
    desk, currency = draft.desk, pieces.total.currency
    if pieces.over_minor > 0:
        over = format_money(Money(pieces.over_minor, currency))
        text = desk.say(
            f"No such set keeps to your budget; this one comes nearest, "
            f"and {over} more would close the gap",
            f"预算内配不齐，这套最接近，再加{over}就够了",
        )
        draft.add(desk.say(f"{text}.", f"{text}。"), set_claim(text, "over", pieces.over_minor))
        if action.wish.kind != "couple":  # half a couple's rings is no couple's rings
            _close_the_gap(draft, pieces)
    elif pieces.over_minor < 0:
        short = format_money(Money(-pieces.over_minor, currency))
        text = desk.say(f"It stays {short} below the least you named", f"比您说的最低预算少{short}")
        draft.add(desk.say(f"{text}.", f"{text}。"), set_claim(text, "short", -pieces.over_minor))
    elif (most := action.constraints.number("price_max_minor")) is not None:
        budget = desk.in_shop_money(Money(int(most), action.constraints.currency or desk.currency))
        if budget is None:
            return
        left = budget.minor - pieces.total.minor
        amount = format_money(Money(left, currency))
        text = desk.say(
            f"That leaves {amount} of your budget" if left else "That is your budget exactly",
            f"预算还剩{amount}" if left else "正好是您的预算",
        )
        draft.add(desk.say(f"{text}.", f"{text}。"), set_claim(text, "left", left))


def _close_the_gap(draft: Draft, pieces: PieceSet) -> None:
    """The least piece to leave out that brings the rest within the budget."""
    desk, over = draft.desk, pieces.over_minor
    prices = [(desk.in_shop_money(one.price), one) for one in pieces.products]
    enough = sorted(
        (price.minor, one.id, one) for price, one in prices if price and price.minor >= over
    )
    if len(prices) < 2:
        return
    if enough:
        minor, product_id, product = enough[0]
        rest = pieces.total.minor - minor
        amount = format_money(Money(rest, pieces.total.currency))
        kind = _kind(product, desk)
        text = desk.say(
            f"Or leave out the {kind}: the rest comes to {amount}",
            f"或者先不要{kind}，其余合计{amount}",
        )
        value = {"product_id": product_id, "total_minor": rest}
        draft.add(desk.say(f"{text}.", f"{text}。"), set_claim(text, "without", value))


def _how_to_swap(pieces: PieceSet, desk: Desk) -> str:
    kind, counted = _kind(pieces.products[0], desk), classifier((pieces.products[0].category,))
    if len({one.category for one in pieces.products}) < len(pieces.products):
        return desk.say(
            "To change one of them, say for example “swap the second one”.",
            "想换哪一枚，说一声就好。",
        )
    return desk.say(
        f"To change one of them, say for example “swap the {kind}”.",
        f"想换其中一件，可以说“换一{counted}{kind}”。",
    )


def _swaps(pieces: PieceSet, desk: Desk) -> tuple[Suggestion, ...]:
    """A tap for each piece; two of a kind go by their place."""
    kinds = [_kind(product, desk) for product in pieces.products]
    taps = []
    for at, kind in enumerate(kinds[:_MOST_TAPS]):
        counted = classifier((pieces.products[at].category,))
        if kinds.count(kind) > 1:
            english, chinese = _ORDINALS[at]
            taps.append(
                desk.tap(
                    (
                        f"Swap the {english}",
                        f"swap the {english} one",
                        f"换{chinese}",
                        f"换{chinese}",
                    )
                )
            )
        else:
            taps.append(
                desk.tap((_other(kind), f"swap the {kind}", f"换{kind}", f"换一{counted}{kind}"))
            )
    return tuple(taps) if len(kinds) > 1 else ()


def _other(kind: str) -> str:
    """'Another ring', 'Other earrings'."""
    return f"{'Other' if kind.endswith('s') else 'Another'} {kind}"


_ORDINALS = (("first", "第一件"), ("second", "第二件"), ("third", "第三件"))
