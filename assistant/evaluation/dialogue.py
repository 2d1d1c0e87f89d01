"""``python -m assistant evaluate dialogue``: scripted conversations, scored by aspect.

Runs without models (words alone), each conversation in a session of its own. Printed are the rates
over the turns that assert something: by language file, and the exact state by kind of turn. A slot
that was misread once stays wrong in the turns that follow: ``exact`` counts each of them, ``read``
only the turn that misread it.
"""

from __future__ import annotations

import json
import logging
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.assembly import Facet, build
from assistant.evaluation.expectations import ASPECTS, Happened, check_turn
from assistant.evaluation.kinds import KINDS, kind_of
from assistant.evaluation.scripts import LANGUAGES, Script, ScriptTurn, find_scripts
from assistant.figures import figures_report
from assistant.settings import PROJECT, Settings
from assistant.storage.memory_store import MemorySessionStore
from assistant.turn import RawTurn, Reply

log = logging.getLogger(__name__)
SCENARIOS = PROJECT / "tests" / "scenarios"


@dataclass(frozen=True)
class Outcome:
    """One turn of a script after it was taken. ``faults`` by asserted aspect, empty where all is
    well; ``error`` is set where the turn failed altogether."""

    script: Script
    number: int
    turn: ScriptTurn
    faults: Mapping[str, tuple[str, ...]]
    error: str | None = None
    reply: Reply | None = None

    def told(self) -> str:
        """What went wrong, in one line; "" for nothing. What was misread stands under exact."""
        told = {name: faults for name, faults in self.faults.items() if name != "read"}
        wrong = [f"{name}: {fault}" for name, faults in told.items() for fault in faults]
        wrong += [f"error: {self.error}"] if self.error else []
        where = f"{self.script.name!r}, turn {self.number}, {self.turn.say!r}"
        return f"{where}: {'; '.join(wrong)}" if wrong else ""


def run(folder: Path | None, *, show_faults: bool, as_json: bool) -> int:
    """Runs the scripts of a folder (else those of the project, its other hand apart) and prints."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as home:
        facet = words_only(Path(home))
        for prefix, title, place in _places(folder):
            scripts = find_scripts(place, facet.front.vocabulary)
            outcomes = run_scripts(facet, scripts)
            figures |= dialogue_figures(outcomes, prefix)
            print(table(outcomes, title), "\n", sep="")
            if show_faults:
                ready = [f"{name!r} holds: its mark can go" for name in waiting_in_vain(outcomes)]
                faults = filter(None, (outcome.told() for outcome in outcomes))
                print("\n".join((*ready, *faults)), "\n")
    if as_json:
        where = f" --scripts {folder}" if folder else ""
        command = f"python -m assistant evaluate dialogue{where} --json"
        print(json.dumps(figures_report("dialogue", command, figures)))
    return 0


def _places(folder: Path | None) -> tuple[tuple[str, str, Path], ...]:
    if folder:
        return (("dialogue", str(folder), folder),)
    return (
        ("dialogue", "written by the rules' hand", SCENARIOS),
        ("dialogue.other_hand", "written by another hand", SCENARIOS / "other_hand"),
    )


def words_only(home: Path) -> Facet:
    """The shop over the starter catalogue with no model loaded; what it writes goes to ``home``."""
    return build(Settings(home=home, database_url=f"sqlite:///{home / 'shop.sqlite3'}"))


def run_scripts(facet: Facet, scripts: Iterable[Script]) -> tuple[Outcome, ...]:
    """Every turn of every script, in order."""
    return tuple(outcome for script in scripts for outcome in run_script(facet, script))


def run_script(facet: Facet, script: Script) -> tuple[Outcome, ...]:
    """One conversation; a turn that fails costs only itself."""
    conversations = facet.conversations(MemorySessionStore())
    session, _ = conversations.open("scripted", trust_id=True)
    vocabulary = facet.front.vocabulary
    seen: frozenset[str] = frozenset()
    outcomes = []
    for number, turn in enumerate(script.turns, start=1):
        before = tuple(facet.products[one] for one in session.shown if one in facet.products)
        stood = session.constraints.to_json()
        try:
            reply = conversations.take(session.id, RawTurn(text=turn.say))
        except Exception as error:
            log.exception("a scripted turn failed")
            outcomes.append(Outcome(script, number, turn, _all_lost(turn), repr(error)))
            continue
        session = conversations.open(session.id)[0]
        happened = Happened(reply, session, before, stood, seen, facet.products)
        problem = f"{reply.error.code}: {reply.error.message}" if reply.error else None
        faults = check_turn(turn, happened, vocabulary)
        outcomes.append(Outcome(script, number, turn, faults, problem, reply))
        seen |= {product.id for product in happened.shown}
    return tuple(outcomes)


def _all_lost(turn: ScriptTurn) -> dict[str, tuple[str, ...]]:
    """A turn without an answer has got neither its wishes nor its intent right."""
    lost: dict[str, tuple[str, ...]] = {}
    if turn.wishes is not None or "wishes_has" in turn.expected:
        lost["exact"] = ("no answer",)
    if turn.wishes is not None:
        lost["read"] = ("no answer",)
    if turn.intents:
        lost["intent"] = ("no answer",)
    return lost


def waiting_in_vain(outcomes: Iterable[Outcome]) -> tuple[str, ...]:
    """Scripts that are marked as waiting although every turn of theirs is well."""
    well: dict[str, bool] = {}
    for outcome in outcomes:
        if outcome.script.waits:
            name = outcome.script.name
            well[name] = well.get(name, True) and not outcome.told()
    return tuple(name for name, all_well in well.items() if all_well)


def rate(outcomes: Iterable[Outcome], aspect: str) -> float | None:
    """The share of the turns that assert an aspect which got it right, None if none asserts it."""
    right = [not outcome.faults[aspect] for outcome in outcomes if aspect in outcome.faults]
    return sum(right) / len(right) if right else None


def exact_rate(outcomes: Iterable[Outcome]) -> float | None:
    """The share of turns whose standing wishes are exactly as expected, of those that state all
    of them."""
    return rate([one for one in outcomes if one.turn.wishes is not None], "exact")


def dialogue_figures(outcomes: Sequence[Outcome], prefix: str) -> dict[str, float]:
    """Dotted names to rates in [0, 1] and counts."""
    groups: dict[str, Sequence[Outcome]] = {prefix: outcomes}
    figures: dict[str, float] = {}
    for language in LANGUAGES.values():
        groups[language] = [one for one in outcomes if one.script.language == language]
    for name, group in groups.items():
        ending = "" if name == prefix else f".{name}"
        rates = {aspect: rate(group, aspect) for aspect in ASPECTS} | {"exact": exact_rate(group)}
        for aspect, value in rates.items():
            if value is not None:
                figures[f"{prefix}.{aspect}{ending}"] = round(value, 4)
    for kind in KINDS:
        value = exact_rate([one for one in outcomes if kind_of(one.turn) == kind])
        if value is not None:
            figures[f"{prefix}.exact.kind.{kind}"] = round(value, 4)
    figures[f"{prefix}.conversations"] = len({id(one.script) for one in outcomes})
    figures[f"{prefix}.waiting"] = len({id(one.script) for one in outcomes if one.script.waits})
    figures[f"{prefix}.turns"] = len(outcomes)
    figures[f"{prefix}.errors"] = sum(one.error is not None for one in outcomes)
    return figures


def table(outcomes: Sequence[Outcome], title: str) -> str:
    """Rates in per cent: a row a language and one for all, then the exact state by kind."""
    waiting = len({id(one.script) for one in outcomes if one.script.waits})
    errors = sum(one.error is not None for one in outcomes)
    lines = [
        f"Conversations {title}: {len({id(one.script) for one in outcomes})} "
        f"({waiting} wait), {len(outcomes)} turns, {errors} errors",
        f"{'%':<10}" + "".join(f"{aspect:>10}" for aspect in ASPECTS),
    ]
    for language in ("all", *LANGUAGES.values()):
        group = [one for one in outcomes if language in ("all", one.script.language)]
        rates = [exact_rate(group), *(rate(group, aspect) for aspect in ASPECTS[1:])]
        if group:
            lines.append(f"{language:<10}" + "".join(map(_per_cent, rates)))
    lines.append(f"{'exact by kind':<18}{'turns':>8}{'%':>10}")
    counts = Counter(kind_of(one.turn) for one in outcomes if one.turn.wishes is not None)
    for kind in KINDS:
        if counts[kind]:
            value = exact_rate([one for one in outcomes if kind_of(one.turn) == kind])
            lines.append(f"  {kind:<16}{counts[kind]:>8}{_per_cent(value)}")
    return "\n".join(lines)


def _per_cent(value: float | None) -> str:
    return f"{'-':>10}" if value is None else f"{100 * value:>10.1f}"
