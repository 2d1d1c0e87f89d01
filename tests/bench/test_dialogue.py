"""The bench of understanding: it reads every script and times every sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.bench.dialogue import measure, read_sentences
from assistant.errors import AssistantError
from assistant.evaluation.dialogue import words_only

TWO = """
- name: one
  turns: [{say: gold rings}, {say: under 4000}]
- name: two
  turns: [{say: 珍珠}]
"""


def test_it_reads_what_is_said_in_a_folder_and_its_folders(tmp_path: Path) -> None:
    (tmp_path / "other_hand").mkdir()
    for place in (tmp_path, tmp_path / "other_hand"):
        (place / "english.yaml").write_text(TWO, encoding="utf-8")
    assert read_sentences(tmp_path) == [["gold rings", "under 4000"], ["珍珠"]] * 2


def test_without_scripts_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(AssistantError, match="no conversations"):
        read_sentences(tmp_path)


def test_every_turn_is_timed_and_understanding_stays_quick(tmp_path: Path) -> None:
    times = measure(words_only(tmp_path), [["gold rings", "under 4000"], ["珍珠耳环"]], rounds=3)
    assert len(times) == 3
    assert all(0 < ms < 100 for ms in times)  # ten times the promise: a shared machine may stall
