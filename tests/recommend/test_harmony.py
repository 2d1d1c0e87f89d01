"""Points for what pieces share, on sums done by hand."""

from __future__ import annotations

from assistant.constraints import Constraints
from assistant.recommend.harmony import WEIGHTS, WISH_WEIGHT, harmony
from tests.recommend.shop import wishes
from tests.search.shelf import make_product, make_stone

NONE = Constraints()
PEARL = {"stones": (make_stone("pearl", colour="white", cut="bead"),)}


def test_twins_share_every_trait() -> None:
    assert harmony([make_product("A"), make_product("B")], NONE) == sum(WEIGHTS.values())


def test_a_value_that_is_not_stated_is_shared_with_nothing() -> None:
    twins = [make_product(name, purity=None) for name in "AB"]
    assert harmony(twins, NONE) == sum(WEIGHTS.values()) - WEIGHTS["purity"]


def test_another_colour_of_the_metal_is_another_metal() -> None:
    pieces = [make_product("A"), make_product("B", metal_colour="rose")]
    assert harmony(pieces, NONE) == sum(WEIGHTS.values()) - WEIGHTS["metal"]


def test_the_look_of_most_counts_each_piece_beyond_the_first() -> None:
    pieces = [
        make_product("A", **PEARL),
        make_product("B", **PEARL),
        make_product("C", stones=(make_stone("ruby", colour="red", cut="oval"),)),
    ]
    of_stone = WEIGHTS["stone"] + WEIGHTS["stone_colour"] + WEIGHTS["cut"]
    of_rest = WEIGHTS["metal"] + WEIGHTS["purity"] + WEIGHTS["style"]
    assert harmony(pieces, NONE) == of_stone + 2 * of_rest


def test_one_style_in_common_is_enough() -> None:
    pieces = [make_product("A", styles=("floral", "vintage"))]
    pieces.append(make_product("B", styles=("vintage", "modern")))
    assert harmony(pieces, NONE) == sum(WEIGHTS.values())


def test_a_wished_style_and_occasion_count_for_every_piece() -> None:
    piece = make_product("A", styles=("vintage",), occasions=("wedding",))
    wished = wishes(style="vintage", occasion="wedding")
    assert harmony([piece], wished) == 2 * WISH_WEIGHT
    assert harmony([piece], NONE) == 0
