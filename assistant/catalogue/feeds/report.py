"""What came in from a feed, what did not and why, for the merchant to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from assistant.catalogue.feeds.text import clip
from assistant.catalogue.product import Product
from assistant.catalogue.staff import StaffRecord

Severity = Literal["bad_row", "left_out", "warning"]
_MOST_ROWS_NAMED = 8


@dataclass(frozen=True)
class Problem:
    """Something of one row. ``bad_row``: the row was not imported; ``left_out``: the feed itself
    says that it is not on sale (a draft); ``warning``: the row was imported without this fact."""

    row: int
    field: str
    value: str
    reason: str
    severity: Severity


@dataclass(frozen=True)
class ImportReport:
    """``pictures``: for each product the paths or addresses of its pictures as the feed gives
    them, main one first; untrusted, see ``feeds.pictures``. ``rows`` is how many rows were read,
    ``row_of`` the row of each product."""

    products: tuple[Product, ...]
    staff: tuple[StaffRecord, ...]
    problems: tuple[Problem, ...]
    unused_columns: tuple[str, ...] = ()
    pictures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: int = 0
    row_of: Mapping[str, int] = field(default_factory=dict)

    @property
    def bad_rows(self) -> tuple[Problem, ...]:
        """The problems that kept a row out."""
        return tuple(one for one in self.problems if one.severity == "bad_row")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems that left a fact not stated."""
        return tuple(one for one in self.problems if one.severity == "warning")


_TITLES: Mapping[Severity, str] = {
    "bad_row": "Rows that were not imported",
    "left_out": "Rows that the feed keeps off sale",
    "warning": "Facts left not stated",
}


def format_report(report: ImportReport, most_groups: int = 20) -> str:
    """The report for a terminal in fewer than 80 lines: counts first, then problems of one kind
    together, the rows that were lost before the rest."""
    lines = [*_counts(report)]
    for severity, title in _TITLES.items():
        groups = _groups(report, severity)
        if not groups:
            continue
        lines += ["", f"{title}:"]
        lines += [_group_line(group) for group in groups[:most_groups]]
        if len(groups) > most_groups:
            lines.append(f"  ... and {len(groups) - most_groups} other kinds")
    if report.unused_columns:
        names = ", ".join(clip(name, 30) for name in report.unused_columns[:12])
        more = len(report.unused_columns) - 12
        lines += ["", f"Columns not used: {names}" + (f" and {more} more" if more > 0 else "")]
    return "\n".join(lines)


def _counts(report: ImportReport) -> Iterator[str]:
    bad = len({one.row for one in report.bad_rows})
    held = len({one.row for one in report.problems if one.severity == "left_out"})
    yield f"{report.rows} rows read: {len(report.products)} products"
    yield f"  {bad} rows not imported, {held} kept off sale, {len(report.warnings)} warnings"
    pictured = sum(map(bool, report.pictures.values()))
    yield f"  {pictured} products with pictures, {len(report.staff)} with facts for staff"
    by_category: dict[str, int] = {}
    for product in report.products:
        by_category[product.category] = by_category.get(product.category, 0) + 1
    if by_category:
        yield "  " + ", ".join(f"{n} {name}" for name, n in sorted(by_category.items()))


def _groups(report: ImportReport, severity: Severity) -> list[list[Problem]]:
    """Problems of one field, value and reason together, the most frequent first."""
    by_kind: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in report.problems:
        if problem.severity == severity:
            value = "" if problem.field in ("id", "name", "(row)") else problem.value
            by_kind.setdefault((problem.field, problem.reason, value), []).append(problem)
    return sorted(by_kind.values(), key=lambda group: (-len(group), group[0].row))


def _group_line(group: list[Problem]) -> str:
    first = group[0]
    rows = ", ".join(str(one.row) for one in group[:_MOST_ROWS_NAMED])
    more = len(group) - _MOST_ROWS_NAMED
    rows += f" and {more} more" if more > 0 else ""
    times = f" ({len(group)}x)" if len(group) > 1 else ""
    value = f" {clip(first.value, 40)!r}" if first.value else ""
    return f"  {first.field}{value}: {first.reason}{times}; row {rows}"
