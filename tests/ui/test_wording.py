"""The page's words: both languages, every key used, none missing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from assistant.ui.page import warming_html
from assistant.ui.wording import EXAMPLES, WORDS, both, both_attributes, say

UI = Path(__file__).parents[2] / "assistant" / "ui"


@pytest.mark.parametrize("key", sorted(WORDS))
def test_every_word_of_the_page_is_in_both_languages(key: str) -> None:
    assert say(key, "en").strip()
    assert any("\u4e00" <= char <= "\u9fff" for char in say(key, "zh")) or key == "language"
    assert both(key).count("<span") == 2


def test_every_word_is_used_and_every_used_word_is_there() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in UI.glob("*.py") if path.name != "wording.py"
    )
    used = set(re.findall(r'"([a-z_]+)"|\'([a-z_]+)\'', sources))
    named = {one or other for one, other in used}
    parts = {key for key in WORDS if key.startswith(("part_", "kind_"))}  # from a part's name
    assert set(WORDS) - parts <= named
    asked = re.findall(r"(?:say|both|note|working)\(\s*[\"']([a-z_]+)[\"']", sources)
    assert set(asked) <= set(WORDS)


def test_attributes_carry_both_languages_escaped() -> None:
    told = both_attributes("data-toolarge", "photo_too_large", mb='"20')
    assert told.count("&quot;20") == 3
    assert told.count('"') == 6


def test_there_are_as_many_examples_in_both_languages() -> None:
    assert len(EXAMPLES["en"]) == len(EXAMPLES["zh"])


class Loading:
    """A shop whose voice is on its way and whose photos could not be loaded."""

    def loading(self) -> tuple[str, ...]:
        return ("photo", "voice")

    def progress(self) -> dict[str, float]:
        return {"photo": 0.0, "voice": 0.43}

    def failed(self) -> dict[str, str]:
        return {"photo": "no network"}


def test_the_status_line_says_what_is_loading_and_what_failed() -> None:
    line = warming_html(Loading())
    assert f"{say('warming', 'en')}: {say('part_voice', 'en')} 43%" in line
    assert f"{say('not_loaded', 'zh')}：{say('part_photo', 'zh')}" in line
