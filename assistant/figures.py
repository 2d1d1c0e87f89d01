"""Figures of this machine in one JSON form, so that they can be followed over time."""

from __future__ import annotations

import platform
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path


def figures_report(name: str, command: str, figures: Mapping[str, float]) -> dict[str, object]:
    """The object that ``--json`` prints: what was measured, how, when, where, and the figures."""
    return {
        "name": name,
        "command": command,
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()} {processor()}",
        "figures": dict(figures),
    }


def percentile(values: Sequence[float], percent: int) -> float:
    """Nearest-rank percentile of a non-empty sequence."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * percent // 100) - 1)]


def processor(cpu_info: Path = Path("/proc/cpuinfo")) -> str:
    """The number and the name of this machine's processors."""
    try:
        lines = cpu_info.read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor()
