"""What a measured hand or wrist is for."""

from __future__ import annotations

import pytest

from assistant.dialogue.fitting import fit_for_kind

WRIST, HAND = {"wrist_mm": 170.0}, {"hand_girth_mm": 170.0}


@pytest.mark.parametrize("girth", [WRIST, HAND])
def test_for_a_bracelet_a_girth_is_the_wrists(girth: dict[str, float]) -> None:
    keys, figures = fit_for_kind(("bracelet",), (), girth)
    assert (keys, dict(figures)) == (("bracelet_size",), WRIST)


def test_for_a_bangle_a_wrist_is_no_measure() -> None:
    assert fit_for_kind(("bangle",), (), WRIST) == (("bangle_size",), {})


def test_for_a_bangle_the_hand_is_the_measure() -> None:
    assert fit_for_kind(("bangle",), (), HAND) == (("bangle_size",), HAND)


@pytest.mark.parametrize(("girth", "key"), [(WRIST, "bracelet_size"), (HAND, "bangle_size")])
def test_of_no_kind_a_girth_is_for_what_goes_by_it(girth: dict[str, float], key: str) -> None:
    assert fit_for_kind((), (), girth) == ((key,), girth)


def test_sizes_of_a_finger_stay_as_they_are() -> None:
    ring = {"ring_size_mm": 54.4}
    assert fit_for_kind(("bracelet",), ("ring_size",), ring) == (("ring_size",), ring)
