"""A mapping as YAML that reads well: one field a line, a comment wherever something was decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import yaml

Source = Mapping[str, object]


@dataclass
class MappingText:
    """What to write. ``notes`` are comments by field; ``skipped`` columns come with a reason."""

    head: dict[str, str] = field(default_factory=dict)
    fields: dict[str, list[Source]] = field(default_factory=dict)
    staff: dict[str, list[Source]] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)

    def skip(self, column: str, reason: str) -> None:
        """A column that is not mapped; the first reason stands."""
        self.skipped.setdefault(column, reason)

    def yaml(self) -> str:
        """The text, ending in a newline."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield "# Which column is which fact. Check it, change it, keep it beside the feed."
        for key, value in self.head.items():
            yield f"{key}: {_flow(value)}{self._note(key)}"
        if "currency" not in self.head and "currency" in self.notes:
            yield f"# {self.notes['currency']}"
        yield "fields:"
        for name, sources in self.fields.items():
            yield f"  {name}: {_sources(sources)}{self._note(name)}"
        if self.staff:
            yield "staff:  # only the shop's staff may see these"
            for name, sources in self.staff.items():
                yield f"  {name}: {_sources(sources)}{self._note(name)}"
        if self.skipped:
            yield "ignore:"
            for column, reason in self.skipped.items():
                yield f"  - {_flow(column)}  # {reason}"

    def _note(self, name: str) -> str:
        return f"  # {self.notes[name]}" if name in self.notes else ""


def _sources(sources: Sequence[Source]) -> str:
    plain: list[object] = [one["column"] if set(one) == {"column"} else one for one in sources]
    return _flow(plain[0] if len(plain) == 1 else plain)


def _flow(value: object) -> str:
    """A value on one line, quoted only where YAML needs it."""
    dumped = yaml.safe_dump(
        value, default_flow_style=True, allow_unicode=True, width=10_000, sort_keys=False
    )
    return str(dumped).removesuffix("\n").removesuffix("\n...")
