"""The report tells counts first, the same problem once, and fits a terminal."""

from __future__ import annotations

from assistant.catalogue.feeds.report import ImportReport, Problem, format_report


def test_equal_problems_are_one_line_with_their_rows() -> None:
    problems = tuple(
        Problem(row, "price", "0", "a price of zero", "bad_row") for row in range(2, 32)
    )
    lines = format_report(ImportReport((), (), problems, rows=30)).splitlines()
    assert lines[0] == "30 rows read: 0 products"
    assert "30 rows not imported" in lines[1]
    told = [line for line in lines if "a price of zero" in line]
    assert len(told) == 1
    assert "(30x); row 2, 3, 4, 5, 6, 7, 8, 9 and 22 more" in told[0]


def test_ten_thousand_different_problems_fit_a_screen() -> None:
    problems = tuple(
        Problem(row, f"field{row}", f"v{row}\n\x1b[31m", "wrong", severity)
        for row in range(10_000)
        for severity in ("bad_row", "left_out", "warning")
    )
    columns = tuple(f"column {n}" for n in range(500))
    text = format_report(ImportReport((), (), problems, columns, rows=10_000))
    assert len(text.splitlines()) < 80
    assert "\x1b" not in text


def test_lost_rows_come_before_facts_not_stated() -> None:
    text = format_report(
        ImportReport(
            (),
            (),
            (
                Problem(2, "metal", "tin", "no metal of the vocabulary", "warning"),
                Problem(3, "price", "", "no price", "bad_row"),
            ),
            ("colour",),
            rows=2,
        )
    )
    assert text.index("no price") < text.index("no metal")
    assert "Columns not used: colour" in text
