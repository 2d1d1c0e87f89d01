"""The last day for delivery, from a Wednesday."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.understanding.dates import read_deliver_by
from assistant.understanding.text import fold_text

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("by 20 December", date(2026, 12, 20)),
        ("before the 3rd of March", date(2027, 3, 3)),
        ("12月20号之前", date(2026, 12, 20)),
        ("by the 28th", date(2026, 11, 28)),
        ("12号之前要", date(2026, 12, 12)),
        ("needs to arrive by Friday", date(2026, 11, 27)),
        ("by next Tuesday", date(2026, 12, 1)),
        ("下周五之前要", date(2026, 12, 4)),
        ("周六要到", date(2026, 11, 28)),
        ("by tomorrow", date(2026, 11, 26)),
        ("within two weeks", date(2026, 12, 9)),
        ("十天内能到的", date(2026, 12, 5)),
        ("两个星期之内", date(2026, 12, 9)),
        ("月底前", date(2026, 11, 30)),
        ("by the end of next month", None),
        ("before Christmas", date(2026, 12, 25)),
        ("情人节之前送到", date(2027, 2, 14)),
        ("in time for Mother's Day", date(2027, 5, 9)),
        ("by the 31st of February", None),
        ("her birthday is on the 12th", None),
        ("以前买过", None),
    ],
)
def test_the_last_day_is_read(said: str, day: date | None) -> None:
    assert read_deliver_by(fold_text(said), TODAY) == day
