"""What a measured hand or wrist is for: the kind of piece that the talk is about."""

from __future__ import annotations

from collections.abc import Mapping

Keys = tuple[str, ...]


def fit_for_kind(
    kinds: Keys, keys: Keys, figures: Mapping[str, float]
) -> tuple[Keys, Mapping[str, float]]:
    """Knowledge keys and figures in mm as they bear on ``kinds``, the categories wished for. A
    bracelet goes by the wrist, a bangle by the hand that it slips over: a wrist is no measure for
    it, and how to take the right one is told."""
    girth = figures.get("wrist_mm", figures.get("hand_girth_mm"))
    if girth is None:
        return keys, figures
    others = {name: mm for name, mm in figures.items() if name not in _GIRTHS}
    if "bracelet" in kinds:
        return (*keys, "bracelet_size"), {**others, "wrist_mm": girth}
    if "wrist_mm" in figures and "bangle" in kinds:
        return (*keys, "bangle_size"), others
    return (*keys, "bracelet_size" if "wrist_mm" in figures else "bangle_size"), figures


_GIRTHS = ("wrist_mm", "hand_girth_mm")
