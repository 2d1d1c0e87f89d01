"""The format of scripts: what it refuses, and how expectations are held against a turn."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from assistant.assembly import Facet
from assistant.evaluation.dialogue import (
    dialogue_figures,
    rate,
    run,
    run_script,
    table,
    waiting_in_vain,
)
from assistant.evaluation.kinds import kind_of
from assistant.evaluation.scripts import Script, ScriptError, find_scripts, load_scripts
from assistant.terms import Vocabulary

RINGS = "{say: gold rings, intent: search, wishes: {category: ring, metal: gold}}"


def write(folder: Path, *turns: str, head: str = "name: one", stem: str = "english") -> Path:
    lines = "\n".join(f"    - {turn}" for turn in turns)
    path = folder / f"{stem}.yaml"
    path.write_text(f"- {head}\n  turns:\n{lines}\n", encoding="utf-8")
    return path


def load_one(folder: Path, vocabulary: Vocabulary, *turns: str) -> Script:
    return load_scripts(write(folder, *turns), vocabulary)[0]


@pytest.mark.parametrize(
    ("turn", "complaint"),
    [
        ("{say: hello, intnet: greet}", "'intnet' is no field"),
        ("{say: hello, intent: greeting}", "'greeting' is no intent"),
        ("{say: rings, wishes: {kategory: ring}}", "kategory"),
        ("{say: rings, wishes: {category: rings}}", "'rings' is no category"),
        ("{say: no gold, wishes: {exclude: {metal: [golden]}}}", "'golden' is no metal"),
        ("{say: rings, every: {price: 3}}", "every knows no 'price'"),
        ("{say: rings, shows: many}", "shows is some, none or a number"),
        ("{say: rings, claims: [card]}", r"a claim is \[source, field\]"),
        ("{say: rings, unseen: yes please}", "unseen is true"),
        ("{say: rings, under: cheap}", "under is a whole number"),
        ("{say: rings, language: fr}", "language is en or zh"),
        ("{say: rings, wishes: {}, change: {}}", "exclude each other"),
        ("{intent: greet}", "say is what the shopper says"),
    ],
)
def test_a_turn_that_breaks_the_format_is_refused(
    turn: str, complaint: str, tmp_path: Path, vocabulary: Vocabulary
) -> None:
    with pytest.raises(ScriptError, match=complaint) as caught:
        load_one(tmp_path, vocabulary, turn)
    assert "english.yaml, 'one', turn 1" in str(caught.value)


def test_an_unknown_field_of_a_script_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = write(tmp_path, RINGS, head="{name: one, author: me, turns: [{say: hi}]}")
    path.write_text("- {name: one, author: me, turns: [{say: hi}]}\n", encoding="utf-8")
    with pytest.raises(ScriptError, match="'author' is no field"):
        load_scripts(path, vocabulary)


def test_a_change_after_unknown_wishes_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(ScriptError, match="turn 2: change needs the exact wishes"):
        load_one(tmp_path, vocabulary, "{say: rings}", "{say: in gold, change: {metal: gold}}")


def test_a_file_that_is_not_yaml_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(ScriptError, match="not YAML"):
        load_scripts(write(tmp_path, "{say: [}"), vocabulary)


def test_two_scripts_of_one_name_are_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    path = write(tmp_path, RINGS)
    path.write_text(path.read_text(encoding="utf-8") * 2, encoding="utf-8")
    with pytest.raises(ScriptError, match="two scripts are called 'one'"):
        load_scripts(path, vocabulary)


def test_a_folder_without_scripts_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(ScriptError, match=r"no english\.yaml"):
        find_scripts(tmp_path, vocabulary)


def test_advise_stands_for_care_sizing_and_advice(tmp_path: Path, vocabulary: Vocabulary) -> None:
    script = load_one(tmp_path, vocabulary, "{say: how do I clean pearls, intent: advise}")
    assert script.turns[0].intents == ("care", "sizing", "advice")


def test_the_command_prints_tables_faults_and_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path, RINGS, "{say: in silver, wishes: {category: ring}}")
    assert run(tmp_path, show_faults=True, as_json=True) == 0
    lines = capsys.readouterr().out.splitlines()
    report = json.loads(lines[-1])
    assert report["name"] == "dialogue"
    assert report["figures"]["dialogue.exact"] == 0.5
    assert report["figures"]["dialogue.intent.en"] == 1.0
    assert any(line.startswith("'one', turn 2, 'in silver': exact: wishes") for line in lines)


def test_a_file_of_another_name_is_refused(tmp_path: Path, vocabulary: Vocabulary) -> None:
    with pytest.raises(ScriptError, match=r"french\.yaml"):
        load_scripts(write(tmp_path, RINGS, stem="french"), vocabulary)


def test_a_change_sets_replaces_and_removes(tmp_path: Path, vocabulary: Vocabulary) -> None:
    script = load_one(
        tmp_path,
        vocabulary,
        RINGS,
        "{say: silver with a ruby, change: {metal: silver, stone: ruby}}",
        "{say: any metal, change: {metal: null}}",
        "{say: thanks, change: {}}",
    )
    assert [turn.wishes for turn in script.turns[1:]] == [
        {"category": "ring", "metal": "silver", "stone": "ruby"},
        {"category": "ring", "stone": "ruby"},
        {"category": "ring", "stone": "ruby"},
    ]


def test_the_kind_of_a_turn_follows_its_intent_and_its_change(
    tmp_path: Path, vocabulary: Vocabulary
) -> None:
    script = load_one(
        tmp_path,
        vocabulary,
        "{say: hello, intent: greet, wishes: {}}",
        RINGS,
        "{say: under 4000, change: {price_max_minor: 400000, currency: CNY}}",
        "{say: no diamonds, change: {exclude: {stone: [diamond]}}}",
        "{say: silver then, change: {metal: silver}}",
        "{say: any price, change: {price_max_minor: null, currency: null}}",
        "{say: undo, intent: undo, change: {metal: gold}}",
        "{say: the first, intent: describe, change: {}}",
        "{say: is silver soft, change: {}, claims: [['card:', text]]}",
        "{say: do you ship, intent: policy, change: {}}",
        "{say: clear it, wishes: {}}",
    )
    assert [kind_of(turn) for turn in script.turns] == [
        *("manners", "search", "refine", "exclude", "correct", "relax", "undo", "reference"),
        *("advice", "policy", "restart"),
    ]


@pytest.mark.parametrize(
    ("turn", "aspect"),
    [
        ("{say: gold rings, wishes: {category: ring}}", "exact"),
        ("{say: gold rings, wishes_has: {metal: silver}}", "exact"),
        ("{say: gold rings, intent: greet}", "intent"),
        ("{say: gold rings, language: zh}", "language"),
        ("{say: gold rings, shows: none}", "shown"),
        ("{say: gold rings, every: {metal: silver}}", "shown"),
        ("{say: gold rings, never: {category: ring}}", "shown"),
        ("{say: gold rings, under: 1}", "shown"),
        ("{say: gold rings, claims: [['card:', text]]}", "claims"),
        ("{say: gold rings, asks: ring_size_mm}", "question"),
        ("{say: gold rings, remembers: {self: {metal: gold}}}", "kept"),
        ("{say: gold rings, saved: 1}", "kept"),
        ("{say: gold rings, handovers: 1}", "kept"),
        ("{say: gold rings, pieces: [ring]}", "kept"),
    ],
)
def test_an_expectation_that_is_not_met_is_a_fault(
    turn: str, aspect: str, tmp_path: Path, vocabulary: Vocabulary, word_shop: Facet
) -> None:
    outcome = run_script(word_shop, load_one(tmp_path, vocabulary, turn))[0]
    wrong = [name for name, faults in outcome.faults.items() if faults and name != "read"]
    assert wrong == [aspect]
    assert "turn 1, 'gold rings'" in outcome.told()


def test_what_is_met_is_no_fault_and_counts_in_the_figures(
    tmp_path: Path, vocabulary: Vocabulary, word_shop: Facet
) -> None:
    wrong = "{say: in silver, intent: greet, wishes: {category: ring}}"
    outcomes = run_script(word_shop, load_one(tmp_path, vocabulary, RINGS, wrong))
    assert not outcomes[0].told()
    assert rate(outcomes, "exact") == 0.5
    figures = dialogue_figures(outcomes, "dialogue")
    assert figures["dialogue.exact"] == figures["dialogue.exact.en"] == 0.5
    assert figures["dialogue.exact.kind.search"] == 1.0
    assert figures["dialogue.turns"] == 2
    assert "50.0" in table(outcomes, "of this test")


def test_a_script_that_waits_in_vain_is_named(
    tmp_path: Path, vocabulary: Vocabulary, word_shop: Facet
) -> None:
    right = load_scripts(write(tmp_path, RINGS, head="name: one\n  waits: a reason"), vocabulary)
    wrong = write(tmp_path, "{say: rings, intent: greet}", head="name: two\n  waits: a reason")
    scripts = (*right, *load_scripts(wrong, vocabulary))
    outcomes = [outcome for script in scripts for outcome in run_script(word_shop, script)]
    assert waiting_in_vain(outcomes) == ("one",)


def test_a_turn_that_fails_is_counted_as_an_error(
    tmp_path: Path, vocabulary: Vocabulary, word_shop: Facet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("broken")

    script = load_one(tmp_path, vocabulary, RINGS)
    monkeypatch.setattr(word_shop.assistant.stages.policy, "decide", fail)
    outcome = run_script(word_shop, script)[0]
    assert outcome.error is not None
    assert rate([outcome], "exact") == 0.0
    assert dialogue_figures([outcome], "dialogue")["dialogue.errors"] == 1


def test_a_slot_that_was_misread_once_is_misread_once(
    tmp_path: Path, vocabulary: Vocabulary, word_shop: Facet
) -> None:
    script = load_one(
        tmp_path,
        vocabulary,
        "{say: gold rings, wishes: {category: ring, metal: silver}}",
        "{say: with pearls, wishes: {category: ring, metal: silver, stone: pearl}}",
        "{say: in platinum, wishes: {category: ring, metal: platinum, stone: pearl}}",
        "{say: no pearls, wishes: {category: ring, metal: platinum}}",
    )
    outcomes = run_script(word_shop, script)
    assert [bool(one.faults["exact"]) for one in outcomes] == [True, True, False, True]
    assert [one.faults["read"] for one in outcomes] == [("metal",), (), (), ("exclude",)]
    assert "read" not in outcomes[0].told()
