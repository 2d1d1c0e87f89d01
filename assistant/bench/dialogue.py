"""Understanding and policy alone, without models, over every sentence of the scripts.

Each conversation is walked through with the real stages, so that every sentence meets the session
it was written for; only ``understand`` and ``decide`` are timed. Every turn is understood anew
``rounds`` times (at most ``_MOST_ROUNDS``, the best one counts: others use this machine too), and
the percentiles are over turns.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import yaml

from assistant.assembly import Facet, build
from assistant.errors import AssistantError
from assistant.figures import figures_report, percentile
from assistant.session import Session
from assistant.settings import PROJECT, Settings
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import RawTurn

_SCENARIOS = PROJECT / "tests" / "scenarios"
_MOST_ROUNDS = 5


def run(rounds: int, *, as_json: bool) -> int:
    """Measures and prints milliseconds a turn."""
    with tempfile.TemporaryDirectory() as home:
        facet = build(Settings(home=Path(home), database_url=f"sqlite:///{home}/shop.sqlite3"))
        scripts = read_sentences(_SCENARIOS)
        times = measure(facet, scripts, max(1, min(rounds, _MOST_ROUNDS)))
    p50, p95 = percentile(times, 50), percentile(times, 95)
    print(f"understand + decide, {len(times)} turns over {len(facet.products)} pieces")
    print(f"p50 {p50:.2f} ms   p95 {p95:.2f} ms   slowest {max(times):.2f} ms")
    if as_json:
        figures = {"p50_ms": round(p50, 3), "p95_ms": round(p95, 3), "turns": float(len(times))}
        command = f"python -m assistant bench dialogue --rounds {rounds} --json"
        print(json.dumps(figures_report("dialogue", command, figures)))
    return 0


def read_sentences(folder: Path) -> list[list[str]]:
    """What is said in each scripted conversation of a folder and its folders."""
    scripts = []
    for path in sorted(folder.rglob("*.yaml")):
        for script in yaml.safe_load(path.read_text(encoding="utf-8")):
            scripts.append([str(turn["say"]) for turn in script["turns"]])
    if not scripts:
        raise AssistantError(f"{folder}: no conversations to measure with")
    return scripts


def measure(facet: Facet, scripts: Sequence[Sequence[str]], rounds: int) -> list[float]:
    """Milliseconds of each turn, the best of ``rounds``. The first conversation is walked twice:
    what loads at the first sentence is not counted."""
    times: list[float] = []
    for number, sentences in enumerate([scripts[0], *scripts]):
        conversations = facet.conversations(MemorySessionStore())
        session, _ = conversations.open("bench", trust_id=True)
        for said in sentences:
            if number:
                times.append(min(_time_turn(facet, said, session) for _ in range(rounds)))
            conversations.take(session.id, RawTurn(text=said))
            session, _ = conversations.open(session.id)
    return times


def _time_turn(facet: Facet, said: str, session: Session) -> float:
    stages = facet.assistant.stages
    start = time.perf_counter()
    understanding = stages.understander.understand(said, session, locale=None, with_photo=False)
    stages.policy.decide(understanding, session)
    return (time.perf_counter() - start) * 1000
