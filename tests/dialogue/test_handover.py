"""The card that the staff get."""

from __future__ import annotations

import json

from assistant.actions import HandOver
from assistant.constraints import Constraints
from assistant.dialogue.handover import make_card
from assistant.session import (
    MemoKept,
    ProductSaved,
    ProductsShown,
    Session,
    SetWished,
    WishesChanged,
    apply,
)
from assistant.turn import Member, Memo, SetWish, Visit


def _session() -> Session:
    wishes = Constraints(
        {
            "category": ("ring",),
            "recipient": ("wife",),
            "ring_size_mm": 51.9,
            "price_max_minor": 900000,
            "currency": "CNY",
        },
        {"metal": ("silver",)},
    )
    return apply(
        Session("s"),
        [
            WishesChanged(wishes),
            ProductsShown(("R-001", "R-002", "R-003")),
            ProductsShown(("R-004",)),
            ProductSaved("R-002"),
            MemoKept(Memo("self", "ring_size_mm", 59.5)),
        ],
    )


def test_a_card_holds_needs_budget_and_saved_pieces() -> None:
    card = make_card(HandOver("reserve", ("R-001",)), _session(), "zh")
    assert (card["kind"], card["language"], card["about"]) == ("reserve", "zh", ["R-001"])
    assert card["budget"] == {"price_max_minor": 900000, "currency": "CNY"}
    assert card["saved"] == ["R-002"]
    assert card["needs"] == _session().constraints.to_json()


def test_what_was_passed_over_is_rejected_and_what_was_kept_is_not() -> None:
    card = make_card(HandOver("reserve", ("R-001",)), _session(), "en")
    assert card["rejected"] == {"terms": {"metal": ["silver"]}, "pieces": ["R-003"]}


def test_sizes_are_told_by_person() -> None:
    card = make_card(HandOver("person"), _session(), "en")
    assert card["sizes"] == {"wife": {"ring_size_mm": 51.9}, "self": {"ring_size_mm": 59.5}}


def test_a_set_on_the_table_is_on_the_card() -> None:
    wish = SetWish("couple", (Member("ring", Constraints({"ring_size_mm": 62.1})), Member("ring")))
    session = apply(_session(), [SetWished(wish, ("R-014",)), ProductsShown(("R-014",))])
    card = make_card(HandOver("person"), session, "en")
    assert card["set"] == {
        "kind": "couple",
        "members": [
            {"category": "ring", "wishes": {"ring_size_mm": 62.1}},
            {"category": "ring", "wishes": {}},
        ],
        "pieces": ["R-014"],
    }


def test_a_card_is_plain_json() -> None:
    card = make_card(HandOver("person"), _session(), "en")
    assert json.loads(json.dumps(card)) == card


def test_the_card_of_a_gift_names_the_recipient() -> None:
    assert make_card(HandOver("person"), _session(), "en")["recipient"] == ["wife"]
    own = apply(Session("s"), [WishesChanged(Constraints({"recipient": ("self",)}))])
    assert make_card(HandOver("person"), own, "en")["recipient"] == []


def test_a_card_says_when_the_shopper_wants_to_come() -> None:
    visit = Visit(("2026-11-28",), "afternoon", "15:00")
    card = make_card(HandOver("viewing", (), visit), _session(), "en")
    assert card["visit"] == {"days": ["2026-11-28"], "part": "afternoon", "time": "15:00"}
    assert make_card(HandOver("viewing"), _session(), "en")["visit"] is None
