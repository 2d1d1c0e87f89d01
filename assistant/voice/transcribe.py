"""From a recording to a transcript, and never an invented one.

Whisper answers silence and hum with fluent sentences, so three guards stand around it: voice
activity must find speech at all; the words must be likely enough; and they must not repeat
themselves, which is how it babbles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.errors import AudioError
from assistant.terms import Language
from assistant.turn import Speech, Transcript

Samples = NDArray[np.float32]
MODEL_RATE_HZ = 16_000

_LEAST_SPEECH_S = 0.25
# Unlikely words: exp(-1.2) is a mean probability of 0.3 a word piece.
_LEAST_LOGPROB = -1.2
# Whisper's own thresholds for 'no speech here' and for babble (Radford et al. 2022, section 4.5).
_NO_SPEECH_ABOVE = 0.6
_UNSURE_BELOW = -0.8
_BABBLE_ABOVE = 2.4
_HAS_WORD = re.compile(r"[a-z0-9\u3400-\u9fff]", re.IGNORECASE)


class Span(Protocol):
    """A stretch of speech, in seconds."""

    @property
    def start_s(self) -> float: ...
    @property
    def end_s(self) -> float: ...


class SpeechFinder(Protocol):
    """Where somebody speaks in float32 mono at 16 kHz."""

    def find_speech(self, samples_16k: Samples, /) -> Sequence[Span]: ...


class Heard(Protocol):
    """A recogniser's words with its own doubts."""

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


class Recogniser(Protocol):
    """Words of float32 mono at 16 kHz; ``language`` None lets it choose."""

    def transcribe(self, samples_16k: Samples, language: Language | None = None, /) -> Heard: ...


class GuardedTranscriber:
    """Implements ``respond.Transcriber``. The callables give a loaded model, or raise NotReady."""

    def __init__(
        self,
        finder: Callable[[], SpeechFinder],
        recogniser: Callable[[], Recogniser],
        resample: Callable[[Samples, int], Samples],
    ) -> None:
        self._finder = finder
        self._recogniser = recogniser
        self._resample = resample

    def transcribe(self, speech: Speech, locale: Language | None) -> Transcript:
        """The words. Raises AudioError: audio_silent where nobody speaks, audio_unclear where the
        words cannot be trusted. ``locale`` is not forced on the ear: bilingual shoppers switch."""
        del locale
        samples = self._resample(speech.samples, speech.sample_rate_hz)
        spans = self._finder().find_speech(samples)
        spoken_s = sum(span.end_s - span.start_s for span in spans)
        if spoken_s < _LEAST_SPEECH_S:
            raise AudioError(
                f"{len(samples) / MODEL_RATE_HZ:.1f} s of sound, {spoken_s:.2f} s of speech; "
                f"at least {_LEAST_SPEECH_S} s is needed. Record again, nearer.",
                code="audio_silent",
            )
        first = int(spans[0].start_s * MODEL_RATE_HZ)
        last = int(spans[-1].end_s * MODEL_RATE_HZ)
        heard = self._recogniser().transcribe(samples[first:last])
        doubt = _doubt(heard)
        if doubt:
            raise AudioError(
                f"{doubt}: {heard.text!r} is not used. Say it again.", code="audio_unclear"
            )
        return Transcript(heard.text, heard.language, heard.confidence)


def _doubt(heard: Heard) -> str | None:
    """Why these words are not to be trusted, None if they are."""
    if not _HAS_WORD.search(heard.text):
        return "no word was heard"
    if heard.avg_logprob < _LEAST_LOGPROB:
        return f"mean log-probability {heard.avg_logprob:.2f} is below {_LEAST_LOGPROB}"
    if heard.compression_ratio > _BABBLE_ABOVE:
        return f"compression ratio {heard.compression_ratio:.1f} is above {_BABBLE_ABOVE}"
    if heard.no_speech_probability > _NO_SPEECH_ABOVE and heard.avg_logprob < _UNSURE_BELOW:
        return f"no-speech probability {heard.no_speech_probability:.2f} and unsure words"
    return None
