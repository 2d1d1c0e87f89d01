"""What the shop does for a piece, by the rules of `assets/knowledge/cards/shop.yaml`; what of it
touches skin.

A design may state `resizing` or `post_metal` of its own where a rule would guess wrong.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from assets.studio.designs import Design

RETURN_DAYS = 7  # shop-returns: unworn, within 7 days; nothing made to order
SHIPS_IN_DAYS = 2
FREE_STEPS, CHARGED_STEPS, FULL_OF_STONES_STEPS = 4, 2, 1  # half sizes (US) up or down
RIGID = {"titanium", "tungsten", "stainless steel"}
SOFT = {"gold", "silver", "platinum"}
JADE = {"jadeite", "nephrite"}
ALL_ROUND = 0.8  # share of the outer circumference that stones cover in a full eternity ring
MANY_STONES = 12
POSTS = ("push back", "screw back")
GENTLE_GOLD = {"22k", "990", "999", "9999"}
ORDER = ("in_stock", "last_one", "to_order", "sold_out")


def availability(design: Design) -> str:
    """Of a piece with sizes, the best that any size offers; else what the design states."""
    sizes = design.sale.get("sizes")
    if sizes:
        return min(sizes.values(), key=ORDER.index)
    return str(design.sale.get("availability", "in_stock"))


def service(design: Design) -> dict[str, Any]:
    """`service` of the record, without what does not apply."""
    offered = availability(design)
    to_order = offered == "to_order"
    rules: dict[str, Any] = {}
    if offered != "sold_out":
        rules["ships_in_days"] = design.sale["lead_time_days"] if to_order else SHIPS_IN_DAYS
    if design.category == "ring":
        rules["resizing"] = resizing(design)
        if rules["resizing"] != "not possible":
            rules["resize_steps"] = resize_steps(design, rules["resizing"])
    rules["return_days"] = 0 if to_order else RETURN_DAYS
    return rules


def resizing(design: Design) -> str:
    """free, charged or not possible, after the card shop-resizing; what it leaves open costs."""
    if stated := design.sale.get("resizing"):
        return str(stated)
    metal = design.metal.metal
    if metal is None or metal in RIGID or design.setting == "tension":
        return "not possible"
    if any(stone.stone in JADE for stone in design.stones) or is_full_eternity(design):
        return "not possible"
    plain = not design.stones and design.model != "twisted"
    return "free" if plain and metal in SOFT else "charged"


def resize_steps(design: Design, how: str) -> int:
    if how == "free":
        return FREE_STEPS
    stones = sum(stone.count for stone in design.stones)
    return FULL_OF_STONES_STEPS if stones > MANY_STONES else CHARGED_STEPS


def is_full_eternity(design: Design) -> bool:
    """Do stones run all the way round the finger?"""
    if design.model != "eternity" and "eternity" not in design.sale["styles"]:
        return False
    around_mm = np.pi * (design.inner_mm + 2 * design.mm("thickness_mm", 1.5))
    covered_mm = sum(stone.count * stone.width_mm for stone in design.stones)
    return bool(covered_mm >= ALL_ROUND * around_mm)


def post_metal(design: Design) -> str | None:
    """What passes through the ear: the earring's own metal, unless the design states another.
    Plating would wear off inside the ear, so coloured studs have posts of bare titanium.
    """
    if design.category != "earrings" or design.clasp in (None, "clip"):
        return None
    if stated := design.sale.get("post_metal"):
        return str(stated)
    coloured = design.metal.plating not in (None, "none", "rhodium")
    return "titanium" if coloured and design.clasp in POSTS else design.metal.metal


def nickel(design: Design) -> str:
    """What can be said of nickel from alloy, plating and post: the worst of them. A maker's test
    report, if the design states its result, goes before the rule.
    """
    if stated := design.sale.get("nickel"):
        return str(stated)
    metal = design.metal
    alloy = alloy_nickel(metal.metal, metal.colour, metal.purity)
    if metal.plating not in (None, "none", "rhodium"):
        return "not-stated"  # what lies under the colour is not recorded
    post = post_metal(design)
    of_post = alloy if post == metal.metal else alloy_nickel(post, None, None)
    return max(alloy, of_post, key=("nickel-free", "low-release", "not-stated").index)


def alloy_nickel(metal: str | None, colour: str | None, purity: str | None) -> str:
    """Of an alloy alone. A post of gold or silver other than the piece's own is not described."""
    if metal in (None, "titanium", "platinum", "palladium", "silver"):
        return "nickel-free"
    if metal == "stainless steel":
        return "low-release"
    if metal == "gold" and purity == "18k":
        return "low-release" if colour in ("white", "two-tone") else "nickel-free"
    return "nickel-free" if metal == "gold" and purity in GENTLE_GOLD else "not-stated"


def hypoallergenic(design: Design) -> bool | None:
    """True where alloy, plating and post are all known to be gentle; never False, never a promise:
    None leaves it open.
    """
    metal, post = design.metal, post_metal(design)
    gentle = is_gentle(metal.metal, metal.colour, metal.purity) and metal.plating == "none"
    of_post = post is None or post == metal.metal or post in ("titanium", "platinum")
    return True if gentle and of_post and nickel(design) == "nickel-free" else None


def is_gentle(metal: str | None, colour: str | None, purity: str | None) -> bool:
    if metal in ("titanium", "platinum"):
        return True
    yellow = metal == "gold" and colour == "yellow"
    return yellow and (purity == "18k" or purity in GENTLE_GOLD)
