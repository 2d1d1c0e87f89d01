"""The card of a question about an order names the order."""

from __future__ import annotations

import pytest

from assistant.dialogue.handover import order_named


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("where is my order 1234", "1234"),
        ("Where's my order #AB-1234?", "AB-1234"),
        ("order number is 20261125", "20261125"),
        ("我的订单号20261125到哪了", "20261125"),
        ("帮我查一下订单 FX8812", "FX8812"),
    ],
)
def test_the_number_of_an_order_is_read_as_it_was_said(said: str, number: str) -> None:
    assert order_named(said) == number


@pytest.mark.parametrize("said", ["where is my order", "我的订单到哪了", "a ring under 3000"])
def test_no_number_is_made_up(said: str) -> None:
    assert order_named(said) is None
