"""Why heard words are not to be trusted.

Whisper answers hum and murmur with fluent sentences: the credits of the films it was taught on, a
courtesy, or the very prompt it was given. Its own figures give most of them away; the rest are
known by what they say, or by being more than anybody can say in the time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from assistant.terms import Language

# Unlikely words: exp(-1.2) is a mean probability of 0.3 a word piece.
_LEAST_LOGPROB = -1.2
# Whisper's own thresholds for 'no speech here' and for babble (Radford et al. 2022, section 4.5).
_NO_SPEECH_ABOVE = 0.6
_UNSURE_BELOW = -0.8
_BABBLE_ABOVE = 2.4
# Fast talkers reach some 25 letters, or 8 Chinese characters, a second; half as much again is air.
_LETTERS_A_SECOND = 38.0
_HANZI_A_SECOND = 12.0
# A courtesy in a moment of sound is believed only where the words are sure.
_MOMENT_S = 1.0
_SURE_ABOVE = -0.5
_COURTESIES = frozenset(
    {"thankyou", "thanks", "you", "bye", "byebye", "okay", "ok", "oh", "so", "the", "yeah", "hmm"}
    | {"谢谢", "谢谢大家", "谢谢观看", "再见", "拜拜", "嗯", "好", "对"}
)
_CREDITS = re.compile(
    r"thank(s| you) (so much )?for watching|subtitles? by|amara\.org|please subscribe"
    r"|谢谢(大家)?(的)?(观看|收看)|字幕(由|志愿者|组|提供)|点赞.{0,4}订阅|订阅.{0,4}转发|明镜与点点"
    r"|謝謝(大家)?(的)?(觀看|收看)|字幕(由|志願者|組|提供)|點贊.{0,4}訂閱",
    re.IGNORECASE,
)
_ECHO_WEIGHT = 24  # letters of the prompt in a row that nobody says by chance; a hanzi weighs three
_HANZI = re.compile(r"[\u3400-\u9fff]")
_HAS_WORD = re.compile(r"[a-z0-9\u3400-\u9fff]", re.IGNORECASE)


class Heard(Protocol):
    """A recogniser's words with its own doubts: probabilities in [0, 1], natural logarithms."""

    @property
    def text(self) -> str: ...
    @property
    def language(self) -> Language: ...
    @property
    def confidence(self) -> float: ...
    @property
    def no_speech_probability(self) -> float: ...
    @property
    def avg_logprob(self) -> float: ...
    @property
    def compression_ratio(self) -> float: ...


def find_doubt(heard: Heard, spoken_s: float, prompts: Sequence[str] = ()) -> str | None:
    """Why these words of ``spoken_s`` seconds of speech are not to be trusted, None if they are.

    ``prompts`` are sentences that the recogniser was given, which it may give back.
    """
    if not _HAS_WORD.search(heard.text):
        return "no word was heard"
    if heard.avg_logprob < _LEAST_LOGPROB:
        return f"mean log-probability {heard.avg_logprob:.2f} is below {_LEAST_LOGPROB}"
    if heard.compression_ratio > _BABBLE_ABOVE:
        return f"compression ratio {heard.compression_ratio:.1f} is above {_BABBLE_ABOVE}"
    if heard.no_speech_probability > _NO_SPEECH_ABOVE and heard.avg_logprob < _UNSURE_BELOW:
        return f"no-speech probability {heard.no_speech_probability:.2f} and unsure words"
    if _CREDITS.search(heard.text):
        return "the credits of a film"
    return _doubt_words(heard, spoken_s, prompts)


def _doubt_words(heard: Heard, spoken_s: float, prompts: Sequence[str]) -> str | None:
    said = _bare(heard.text)
    if said in _COURTESIES and spoken_s < _MOMENT_S and heard.avg_logprob < _SURE_ABOVE:
        return f"a courtesy in {spoken_s:.1f} s of sound"
    hanzi = len(_HANZI.findall(said))
    letters = len(said) - hanzi
    if hanzi / _HANZI_A_SECOND + letters / _LETTERS_A_SECOND > spoken_s:
        return f"{len(said)} characters in {spoken_s:.1f} s are more than anybody can say"
    if letters + 3 * hanzi >= _ECHO_WEIGHT and any(said in _bare(prompt) for prompt in prompts):
        return "the recogniser's own prompt"
    return None


def _bare(text: str) -> str:
    """Letters, digits and hanzi alone."""
    return "".join(re.findall(r"\w+", text.casefold()))
