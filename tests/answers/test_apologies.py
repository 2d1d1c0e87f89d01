"""What a shopper is told when something could not be used."""

from __future__ import annotations

import re

import pytest

from assistant.answers.apologies import SENTENCES, explain_error
from assistant.errors import (
    AudioError,
    EmptyTurn,
    NotReady,
    PhotoError,
    TextTooLong,
    UngroundedReply,
)
from assistant.terms import LANGUAGES, Language
from assistant.turn import Problem
from tests.answers.counter import Counter

both = pytest.mark.parametrize("language", LANGUAGES)
CODES = """
empty_turn text_too_long photo_too_large photo_broken photo_missing audio_missing audio_too_long
audio_too_large audio_broken audio_silent audio_unclear bad_request not_ready unknown_session
ungrounded internal
"""


@both
@pytest.mark.parametrize("code", CODES.split())
def test_every_code_has_a_sentence(code: str, language: Language) -> None:
    assert SENTENCES[code][language]


@both
@pytest.mark.parametrize(
    "error",
    [
        EmptyTurn("nothing"),
        TextTooLong("long", limit=2000),
        PhotoError("large", code="photo_too_large", limit_mb=20),
        AudioError("noise", code="audio_unclear"),
        NotReady("loading"),
        UngroundedReply("a lie"),
    ],
)
def test_an_error_is_explained_without_gaps(error: Exception, language: Language) -> None:
    problem = explain_error(error, language)
    assert problem.code == getattr(error, "code", "")
    assert not re.search(r"[{}]", problem.message)


def test_a_limit_is_named() -> None:
    assert "2000" in explain_error(TextTooLong("long", limit=2000), "en").message.replace(",", "")


def test_details_that_are_missing_do_not_break_the_apology() -> None:
    for code in ("text_too_long", "photo_too_large", "audio_too_long", "audio_too_large"):
        error = PhotoError("sparse", code=code)
        assert explain_error(error, "en").code == code


def test_an_unknown_error_is_internal() -> None:
    assert explain_error(RuntimeError("secret path"), "en").code == "internal"
    assert "secret" not in explain_error(RuntimeError("secret path"), "en").message


def test_two_problems_are_two_sentences(counter: Counter) -> None:
    reply = counter.composer.apologise((Problem("a", "One."), Problem("b", "Two.")), "en")
    assert reply.text == "One. Two."
