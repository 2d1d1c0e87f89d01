"""A turn is read part by part: what cannot be used costs only itself."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import PhotoError, TextTooLong, TurnError
from assistant.intake.reading import read_text, read_turn
from assistant.turn import RawTurn
from tests.intake.files import LIMITS, encode, record, tone, two_halves


def test_all_three_parts_are_read() -> None:
    raw = RawTurn("a ring", encode(two_halves(), "PNG"), record(tone()), "zh")
    turn = read_turn(raw, LIMITS)
    assert turn.text == "a ring"
    assert turn.photo is not None
    assert turn.speech is not None
    assert turn.locale == "zh"
    assert turn.problems == ()


def test_a_broken_photo_and_recording_leave_the_words() -> None:
    turn = read_turn(RawTurn("a ring", b"junk", b"junk"), LIMITS)
    assert turn.text == "a ring"
    assert (turn.photo, turn.speech) == (None, None)
    assert [problem.code for problem in turn.problems] == ["photo_broken", "audio_broken"]


def test_an_empty_file_is_a_broken_one() -> None:
    turn = read_turn(RawTurn(image=b"", audio=b""), LIMITS)
    assert [problem.code for problem in turn.problems] == ["photo_broken", "audio_broken"]


def test_problems_of_the_edge_come_first() -> None:
    missing = PhotoError("no such file", code="photo_missing")
    turn = read_turn(RawTurn("a ring", audio=b"junk", problems=(missing,)), LIMITS)
    assert [problem.code for problem in turn.problems] == ["photo_missing", "audio_broken"]


def test_twenty_thousand_characters_are_refused_at_once() -> None:
    start = time.perf_counter()
    turn = read_turn(RawTurn("戒" * 20_000), LIMITS)
    assert time.perf_counter() - start < 0.1
    assert turn.text is None
    assert isinstance(turn.problems[0], TextTooLong)
    assert turn.problems[0].details == {"limit": 4000}


@pytest.mark.parametrize("text", [None, "", "  \n\t ", "\u200b\ufeff", "\x00\x07", "\u3000"])
def test_blank_text_is_none(text: str | None) -> None:
    assert read_text(text, LIMITS) is None


def test_controls_and_hidden_marks_are_removed_and_line_ends_stay() -> None:
    assert read_text("a\x00 ri\u200bng\u202e\nfor\x9b me", LIMITS) == "a ring\nfor me"


def test_half_a_character_is_removed() -> None:
    assert read_text("ring \ud83d", LIMITS) == "ring"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert read_text("pave\u0301", LIMITS) == "pavé"


@given(st.text(max_size=200))
def test_clean_text_is_normal_and_writable(text: str) -> None:
    clean = read_text(text, LIMITS)
    if clean is not None:
        assert clean == clean.strip()
        assert unicodedata.is_normalized("NFC", clean)
        clean.encode("utf-8")


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300), st.binary(max_size=300))
def test_random_bytes_become_problems_and_never_an_exception(image: bytes, audio: bytes) -> None:
    turn = read_turn(RawTurn(image=image, audio=audio), LIMITS)
    assert all(isinstance(problem, TurnError) for problem in turn.problems)
