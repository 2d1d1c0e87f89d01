"""Turn latency by stage on this machine: typed, photo and spoken turns, interleaved.

Rounds are interleaved (text, photo, voice, text, ...) so that a noisy machine disturbs all alike.
The first round of each kind warms the models and is not counted.
"""

from __future__ import annotations

import json
import statistics
from collections.abc import Mapping

from assistant.assembly import Facet, build
from assistant.figures import figures_report, percentile
from assistant.settings import PROJECT, Settings
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import RawTurn

_TEXTS = (
    "show me gold rings under 4000",
    "two thousand yuan pearl necklace",
    "something vintage for my mother",
    "两千块左右的珍珠项链",
    "送女朋友的钻戒",
)
_STAGES = ("hear", "see", "understand", "decide", "search", "answer", "total")
Laps = dict[str, list[float]]


def run(rounds: int, *, as_json: bool) -> int:
    """Measures and prints; ``rounds`` turns of each kind (at least 3)."""
    facet = build(Settings.from_environment(), wait=True)
    facet.status.wait()
    laps = measure(facet, max(3, rounds))
    print(_table(laps))
    if as_json:
        print(json.dumps(_report(laps, rounds)))
    return 0


def measure(facet: Facet, rounds: int) -> dict[str, Laps]:
    """Milliseconds of each stage, of ``rounds`` turns of each kind."""
    photo = (PROJECT / "assets/catalogue/pictures/R-008.jpg").read_bytes()
    speech = (PROJECT / "assets/samples/spoken_request.wav").read_bytes()
    laps: dict[str, Laps] = {kind: {} for kind in ("text", "photo", "voice")}
    facet.rehearse()
    for number in range(rounds + 1):
        turns = {
            "text": RawTurn(text=_TEXTS[number % len(_TEXTS)]),
            "photo": RawTurn(text="something like this", image=photo),
            "voice": RawTurn(audio=speech),
        }
        for kind, turn in turns.items():
            conversations = facet.conversations(MemorySessionStore())
            session, _ = conversations.open(None)
            timings = conversations.take(session.id, turn).timings_ms
            if number:
                for stage, ms in timings.items():
                    laps[kind].setdefault(stage, []).append(ms)
    return laps


def _table(laps: Mapping[str, Laps]) -> str:
    lines = [f"{'ms, p50 / p95':<14}" + "".join(f"{stage:>16}" for stage in _STAGES)]
    for kind, stages in laps.items():
        cells = [
            f"{statistics.median(stages[stage]):7.1f} /{percentile(stages[stage], 95):7.1f}"
            if stage in stages
            else f"{'-':>16}"
            for stage in _STAGES
        ]
        lines.append(f"{kind:<14}" + "".join(cells))
    return "\n".join(lines)


def _report(laps: Mapping[str, Laps], rounds: int) -> dict[str, object]:
    figures: dict[str, float] = {}
    for kind, stages in laps.items():
        figures[f"{kind}.p50_ms"] = round(statistics.median(stages["total"]), 2)
        figures[f"{kind}.p95_ms"] = round(percentile(stages["total"], 95), 2)
        for stage, values in stages.items():
            figures[f"{kind}.{stage}.p50_ms"] = round(statistics.median(values), 2)
    command = f"python -m assistant bench turn --rounds {rounds} --json"
    return figures_report("turn", command, figures)
