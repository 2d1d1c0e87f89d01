"""Scripted conversations: read from YAML, every field checked, expectations made explicit.

The format is told in ``tests/scenarios/README.md``. A script that does not keep to it raises
``ScriptError`` with the file, the script and the turn, so that a misspelt expectation can never
pass by being ignored.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import yaml

from assistant.constraints import TERM_SLOTS, Constraints
from assistant.errors import AssistantError
from assistant.terms import Vocabulary
from assistant.turn import Intent

_SCRIPT_KEYS = {"name", "turns", "pair", "waits"}
_INTENTS = frozenset(get_args(Intent))
_ADVICE = ("care", "sizing", "advice")  # 'advise' in a script: any of them
_FLAGS = frozenset(
    {
        "cheapest_first",
        "dearest_first",
        "cheaper_than_before",
        "dearer_than_before",
        "unseen",
        "unseen_first",
        "suggests",
    }
)
_SESSION_KEYS = frozenset({"remembers", "handovers", "saved", "pieces", "total_under"})
_TURN_KEYS = (
    frozenset({"say", "intent", "wishes", "wishes_has", "change", "language", "shows", "every"})
    | frozenset({"never", "under", "over", "claims", "asks"})
    | _FLAGS
    | _SESSION_KEYS
)
_PRODUCT_SLOTS = frozenset(
    {"category", "metal", "metal_colour", "purity", "plating", "stone", "stone_colour", "nickel"}
    | {"setting", "clasp", "certificate", "availability", "wearer"}
)
LANGUAGES = {"english": "en", "chinese": "zh", "mixed": "mixed"}


class ScriptError(AssistantError):
    """A scripted conversation that does not keep to the format."""


@dataclass(frozen=True)
class ScriptTurn:
    """What is said and what is expected after it. ``wishes`` None: not asserted; ``before`` are
    the wishes that stood (None: not known); ``expected`` holds the other fields as written."""

    say: str
    intents: tuple[str, ...] = ()
    wishes: Mapping[str, Any] | None = None
    before: Mapping[str, Any] | None = None
    expected: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Script:
    """One conversation. ``language`` is en, zh or mixed; ``waits`` says what it waits for."""

    name: str
    language: str
    turns: tuple[ScriptTurn, ...]
    pair: str | None = None
    waits: str | None = None


def load_scripts(path: Path, vocabulary: Vocabulary) -> tuple[Script, ...]:
    """All scripts of a file. Its name begins with the language: english, chinese or mixed."""
    language = LANGUAGES.get(path.stem.partition("_")[0])
    if language is None:
        raise ScriptError(f"{path.name}: a file of scripts is called {', '.join(LANGUAGES)}.yaml")
    try:
        scripts = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        raise ScriptError(f"{path.name}: not YAML: {error}") from error
    if not isinstance(scripts, list):
        raise ScriptError(f"{path.name}: a list of scripts was expected")
    read = tuple(_read_script(one, language, path.name, vocabulary) for one in scripts)
    names = [one.name for one in read]
    for name in names:
        if names.count(name) > 1:
            raise ScriptError(f"{path.name}: two scripts are called {name!r}")
    return read


def find_scripts(folder: Path, vocabulary: Vocabulary) -> tuple[Script, ...]:
    """The scripts of every file of a folder (english.yaml, english_2.yaml), in the order of
    LANGUAGES; not of its folders."""
    paths = [path for stem in LANGUAGES for path in sorted(folder.glob(f"{stem}*.yaml"))]
    found = [script for path in paths for script in load_scripts(path, vocabulary)]
    if not found:
        raise ScriptError(f"{folder}: no english.yaml, chinese.yaml or mixed.yaml")
    return tuple(found)


def _read_script(record: object, language: str, file: str, vocabulary: Vocabulary) -> Script:
    if not isinstance(record, dict) or not isinstance(record.get("name"), str):
        raise ScriptError(f"{file}: a script is an object with a name, not {str(record)[:60]!r}")
    where = f"{file}, {record['name']!r}"
    _refuse_unknown(record, _SCRIPT_KEYS, where)
    turns = record.get("turns")
    if not isinstance(turns, list) or not turns:
        raise ScriptError(f"{where}: turns is a list with at least one turn")
    for key in ("pair", "waits"):
        if key in record and not (isinstance(record[key], str) and record[key].strip()):
            raise ScriptError(f"{where}: {key} is a text")
    return Script(
        record["name"],
        language,
        tuple(_read_turns(turns, where, vocabulary)),
        record.get("pair"),
        record.get("waits"),
    )


def _read_turns(turns: list[object], where: str, vocabulary: Vocabulary) -> Iterator[ScriptTurn]:
    standing: Mapping[str, Any] | None = {}
    for number, record in enumerate(turns, start=1):
        here = f"{where}, turn {number}"
        if not isinstance(record, dict):
            raise ScriptError(f"{here}: a turn is an object, not {record!r}")
        _refuse_unknown(record, _TURN_KEYS, here)
        say = record.get("say")
        if isinstance(say, bool) or not isinstance(say, str | int | float) or not str(say).strip():
            raise ScriptError(f"{here}: say is what the shopper says")
        wishes = _read_wishes(record, standing, here)
        _check_wishes(wishes or record.get("wishes_has", {}), here, vocabulary)
        _check_expectations(record, here)
        told = {"say", "intent", "wishes", "change"}
        rest = {key: value for key, value in record.items() if key not in told}
        yield ScriptTurn(str(say), _read_intents(record, here), wishes, standing, rest)
        standing = wishes


def _refuse_unknown(
    record: Mapping[Any, Any], known: set[str] | frozenset[str], where: str
) -> None:
    for key in record:
        if key not in known:
            raise ScriptError(f"{where}: {key!r} is no field; known: {', '.join(sorted(known))}")


def _read_intents(record: Mapping[str, Any], where: str) -> tuple[str, ...]:
    named = record.get("intent", [])
    intents: list[str] = []
    for intent in [named] if isinstance(named, str) else named:
        intents += _ADVICE if intent == "advise" else [intent]
    for intent in intents:
        if intent not in _INTENTS:
            raise ScriptError(f"{where}: {intent!r} is no intent; known: {sorted(_INTENTS)}")
    return tuple(intents)


def _read_wishes(
    record: Mapping[str, Any], standing: Mapping[str, Any] | None, where: str
) -> Mapping[str, Any] | None:
    """The exact wishes after the turn: written out, or as a change of those before."""
    stated = [key for key in ("wishes", "wishes_has", "change") if key in record]
    if len(stated) > 1:
        raise ScriptError(f"{where}: {' and '.join(stated)} exclude each other")
    for key in stated:
        if not isinstance(record[key], dict):
            raise ScriptError(f"{where}: {key} is an object of slot to value")
    if "wishes" in record:
        wishes: Mapping[str, Any] = record["wishes"]
        return wishes
    if "change" not in record:
        return None
    if standing is None:
        raise ScriptError(f"{where}: change needs the exact wishes of the turn before it")
    changed = {**standing, **record["change"]}
    return {slot: value for slot, value in changed.items() if value is not None}


def _check_wishes(wishes: Mapping[str, Any], where: str, vocabulary: Vocabulary) -> None:
    """Slots and terms are the contract's."""
    try:
        read = Constraints.from_json(wishes)
    except ValueError as error:
        raise ScriptError(f"{where}: {error}") from error
    named = [(slot, term) for slot in TERM_SLOTS for term in read.terms(slot)]
    named += [(slot, term) for slot, terms in read.exclude.items() for term in terms]
    for slot, term in named:
        if not vocabulary.has(slot, term):
            raise ScriptError(f"{where}: {term!r} is no {slot} of the vocabulary")


def _check_expectations(record: Mapping[str, Any], where: str) -> None:
    for key in ("every", "never"):
        for slot in record.get(key, {}):
            if slot not in _PRODUCT_SLOTS:
                raise ScriptError(f"{where}: {key} knows no {slot!r}: {sorted(_PRODUCT_SLOTS)}")
    shows = record.get("shows", "some")
    if shows not in ("some", "none") and not isinstance(shows, int):
        raise ScriptError(f"{where}: shows is some, none or a number, not {shows!r}")
    for claim in record.get("claims", []):
        if not (isinstance(claim, list) and len(claim) == 2 and all(map(str, claim))):
            raise ScriptError(f"{where}: a claim is [source, field], not {claim!r}")
    for flag in _FLAGS & record.keys():
        if record[flag] is not True:
            raise ScriptError(f"{where}: {flag} is true, or left out")
    for key in ("under", "over", "total_under", "handovers", "saved"):
        if key in record and (isinstance(record[key], bool) or not isinstance(record[key], int)):
            raise ScriptError(f"{where}: {key} is a whole number")
    if record.get("language") not in (None, "en", "zh"):
        raise ScriptError(f"{where}: language is en or zh")
