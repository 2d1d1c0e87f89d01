"""Bangles for a child stay out of a bride's golds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.catalogue.product import Size
from assistant.constraints import Constraints
from assistant.recommend.childs import is_for_a_child
from tests.search.shelf import make_product


@pytest.mark.parametrize(
    ("widths", "is_childs"), [((42.0,), True), ((42.0, 54.0), False), ((56.0,), False), ((), False)]
)
def test_a_bangle_in_childrens_sizes_alone_is_for_a_child(
    widths: tuple[float, ...], is_childs: bool
) -> None:
    sizes = tuple(Size("bangle_mm", mm, "in_stock") for mm in widths)
    bangle = replace(make_product("B-1", category="bangle"), sizes=sizes)
    assert is_for_a_child(bangle, Constraints()) is is_childs


def test_a_set_for_a_child_may_hold_it() -> None:
    sizes = (Size("bangle_mm", 42.0, "in_stock"),)
    bangle = replace(make_product("B-1", category="bangle"), sizes=sizes)
    assert not is_for_a_child(bangle, Constraints.from_json({"recipient": "grandchild"}))
